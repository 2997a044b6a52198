"""A printed number with its scale and unit, and the words of units.

Values are exact decimals; `half` is half a unit of the last printed digit, scaled alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

import msgspec
from msgspec.structs import replace

_SLASH = re.compile(" ?/ ?")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A printed number. `kind`: number, fraction, rank or multiple.

    `start` and `end` hold number, scale and unit; `unit` is its word in lower case, "" where
    none is printed; `scale` the power of ten of the scale word.
    """

    start: int
    end: int
    value: Decimal
    half: Decimal
    unit: str = ""
    kind: str = "number"
    bound: str = ""
    scale: int = 0
    digits: str = ""
    signed: bool = False  # printed with a sign
    words: bool = False  # written in words, not digits


class Units:
    """The words of units, longest first, and what each may stand for: word -> {unit: factor}."""

    def __init__(self, words: dict[str, dict[str, float]]) -> None:
        self.words = words
        parts: dict[str, list[str]] = defaultdict(list)
        for word in sorted(words, key=len, reverse=True):
            spaced = re.escape(word).replace("/", " ?/ ?")  # GB / user / month
            parts[word[0]].append(spaced + r"(?![a-z0-9])" * (word[-1] in _LATIN))
        self._patterns = {first: re.compile("|".join(them)) for first, them in parts.items()}

    def at(self, text: str, place: int) -> tuple[str, int]:
        """The unit word at a place of the text and where it ends; "" where there is none."""
        start = place + 1 if text.startswith((" ", "-per", "-%"), place) else place
        pattern = self._patterns.get(text[start : start + 1])
        match = pattern.match(text, start) if pattern else None
        if match is None:
            return "", place
        return (match[0] if "/" not in match[0] else _SLASH.sub("/", match[0])), match.end()


def filled(items: list[Quantity]) -> list[Quantity]:
    """Give the numbers of a list the unit and scale that are printed once, at its end."""
    out = [items[-1]]
    for q in reversed(items[:-1]):
        out.insert(0, _like(q, out[0]))
    return out


def _like(q: Quantity, following: Quantity) -> Quantity:
    short = following.unit.startswith(q.unit) and q.unit != following.unit
    if not short or q.kind != "number":
        return q
    scale = 0 if q.scale else following.scale
    return replace(
        q,
        value=q.value.scaleb(scale),
        half=q.half.scaleb(scale),
        scale=q.scale or scale,
        unit=following.unit,
    )
