"""Where a chapter's numbers come from: traces as a set of entries that refer to each other.

Many numbers share what is under them, so a tree is taken apart: each figure of any tree becomes
one entry, and the entries it was computed from are named by their keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from markupsafe import Markup, escape

from bluebook.write.document import Figure

Tree = dict[str, Any]
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


class Entry(msgspec.Struct):
    """A figure with what it was computed from (`parts`) or who says it (`claims`)."""

    key: str
    tree: Tree
    parts: list[str]
    claims: list[Tree]
    set_aside: list[Tree]
    printed: list[Figure]


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
        key = f"o{len(self._keys) + 1}"
        self._keys[identity] = key
        entry = Entry(key, tree, [], claims, list(tree.get("set_aside", ())), [])
        self.entries[key] = entry
        entry.parts = [self._enter(part).key for part in parts]
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
    """Where in the sentence the number stands: the digits of the value, and as long as said."""
    text, wanted = claim["text"], _significant(claim["value"])
    if not wanted or claim["start"] is None:
        return None
    for found in _NUMBER.finditer(text):
        digits = found[0].replace(",", "")
        if _significant(float(digits)) == wanted:
            length = max(claim["end"] - claim["start"], len(found[0]))
            start = found.start()
            if length > len(found[0]) and not text[found.end() : found.end() + 1].strip(" %％万亿"):
                return start, min(start + length, len(text))
            return start, found.end()
    return None


def _significant(value: float | None) -> str:
    """The digits of a number without its scale: 1.36e12 -> `136`."""
    if value is None:
        return ""
    return f"{abs(value):.10e}".partition("e")[0].replace(".", "").rstrip("0")
