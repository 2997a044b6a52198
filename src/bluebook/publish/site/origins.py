"""Where a chapter's numbers come from: traces as a set of entries that refer to each other.

Many numbers share what is under them, so a tree is taken apart: each figure of any tree becomes
one entry, and the entries it was computed from are named by their keys.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from markupsafe import Markup, escape

from bluebook.write.document import Figure

Tree = dict[str, Any]
FEW = 6  # statements that stand with their figure
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NO_UNIT = re.compile(r"[\d，。；：、年月日,.;]")  # never part of a number's unit


class Entry(msgspec.Struct):
    """A figure with what it was computed from (`parts`) or who says it (`claims`).

    Where many statements stand behind a figure (a projection's history) they are an entry of
    their own, `evidence`, that other figures share; its `tree` is empty.
    """

    key: str
    tree: Tree
    parts: list[str]
    claims: list[Tree]
    set_aside: list[Tree]
    printed: list[Figure]
    evidence: str = ""


class Origins:
    """The entries of a chapter, in the order in which its numbers stand."""

    def __init__(self, figures: Iterable[Figure], trace: Callable[[Figure], Tree]) -> None:
        self.entries: dict[str, Entry] = {}
        self.of: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        for figure in figures:
            entry = self._enter(trace(figure))
            entry.printed.append(figure)
            self.of[figure.id] = entry.key

    def _enter(self, tree: Tree) -> Entry:
        parts = [child for child in tree["children"] if "claim" not in child]
        claims = [child for child in tree["children"] if "claim" in child]
        identity = repr(
            [tree[k] for k in ("expression", "territory", "period", "value", "status")]
            + [child["claim"] for child in claims]
        )
        if identity in self._keys:
            return self.entries[self._keys[identity]]
        entry = self._new(identity, tree, [] if len(claims) > FEW else claims)
        entry.set_aside = list(tree.get("set_aside", ()))
        entry.parts = [self._enter(part).key for part in parts]
        if len(claims) > FEW:
            entry.evidence = self._evidence(claims)
        return entry

    def _evidence(self, claims: list[Tree]) -> str:
        identity = repr([claim["claim"] for claim in claims])
        return self._keys.get(identity) or self._new(identity, {}, claims).key

    def _new(self, identity: str, tree: Tree, claims: list[Tree]) -> Entry:
        key = f"o{len(self._keys) + 1}"
        self._keys[identity] = key
        entry = self.entries[key] = Entry(key, tree, [], claims, [], [])
        return entry


def marked(claim: Tree) -> Markup:
    """The sentence of a claim with its number marked, where the number can be told."""
    text: str = claim["text"]
    span = _span(claim)
    if span is None:
        return escape(text)
    start, end = span
    return Markup("{}<mark>{}</mark>{}").format(text[:start], text[start:end], text[end:])


def _span(claim: Tree) -> tuple[int, int] | None:
    """Where in the sentence the number stands, with its unit; None where it cannot be told.

    The claim's offsets are of the whole text, so they give its length here.
    """
    if claim["start"] is None or claim["value"] is None:
        return None
    text, length = claim["text"], claim["end"] - claim["start"]
    bare = []
    for found in _NUMBER.finditer(text):
        if not _scaled(float(found[0].replace(",", "")), abs(claim["value"])):
            continue
        start, end = found.span()
        unit = text[end : start + length]
        if _NO_UNIT.search(unit):
            bare.append((start, end))
            continue
        after = text[start + length : start + length + 1]
        cut = unit[-1:].isascii() and after.isascii() and after.isalnum()  # inside a word
        return (start, end) if not unit or cut else (start, start + length)
    return bare[0] if len(bare) == 1 else None


def _scaled(number: float, value: float) -> bool:
    """Is the value the number times 1, 10, 100 ...?"""
    if not number or not value:
        return number == value
    power = math.log10(value / number)
    return power > -0.5 and abs(power - round(power)) < 1e-9
