"""What names are often written with, in one spelling: 100 Mbps, 100M, 100 mb/s; and above, or more.

A catalogue that names what runs at a hundred megabits would else need each name in each of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from bluebook.collect.bulletins.text.hints import Hints

# What so many megabits are of, before "and above": 100 Mbps connections or higher.
_THINGS = (
    r" (?:connections?|access|bandwidth|speeds?|services?|packages?|rates?|plans?|broadband)"
    r"(?= (?:and|or) (?:above|higher|faster|more|over|up|greater)\b)"
)


class Spelt(NamedTuple):
    """A text in its usual spelling; `pieces` are (start, end) in it and in the text as it came."""

    text: str
    pieces: list[tuple[int, int, int, int]]

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a range that holds a piece stands in the text as it came; None for any other."""
        first = bisect_right(self.pieces, start, key=lambda p: p[1])
        last = bisect_right(self.pieces, end, key=lambda p: p[1])
        if first == last or self.pieces[first][0] < start:
            return None  # it holds none, or begins within one
        if last < len(self.pieces) and self.pieces[last][0] < end:
            return None  # it ends within one
        piece = self.pieces[first], self.pieces[last - 1]
        return piece[0][2] + start - piece[0][0], piece[1][3] + end - piece[1][1]


class Spelling:
    """The usual spelling of units, which follow digits, and of what names end with."""

    def __init__(self, units: dict[str, list[str]], ends: dict[str, list[str]]) -> None:
        self.others = ends | units
        self._ends = {other: usual for usual, others in ends.items() for other in others}
        self._units = {w: f" {u}" for u, others in units.items() for w in (u, *others)}
        self._ending = Hints(*self._ends)
        self._end = re.compile(rf"(?<![a-z])(?:{_either(self._ends)})(?![a-z])")
        self._unit = re.compile(rf"({_either(self._units)})(?:{_THINGS})?(?![a-z])")

    def usual(self, name: str) -> str:
        """A name in its usual spelling."""
        spelt = self.read(name)
        return spelt.text if spelt is not None else name

    def read(self, text: str) -> Spelt | None:
        """A plain text in lower case in its usual spelling; None where it is so already."""
        found: list[tuple[int, int, str]] = []
        if self._units:
            for unit in self._unit.finditer(text):
                start, usual = unit.start(), self._units[unit[1]]
                start -= text[start - 1 : start] == " "
                digit = text[start - 1 : start].isdecimal()
                if digit and text[start : unit.end()] != usual:
                    found.append((start, unit.end(), usual))
        if self._ends and self._ending.within(text):
            found += [(*m.span(), self._ends[m[0]]) for m in self._end.finditer(text)]
        if not found:
            return None
        pieces: list[tuple[int, int, int, int]] = []
        out: list[str] = []
        place = length = 0
        for start, end, usual in sorted(found):
            length += start - place
            pieces.append((length, length + len(usual), start, end))
            out += [text[place:start], usual]
            place, length = end, length + len(usual)
        return Spelt("".join((*out, text[place:])), pieces)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
