"""Mechanisms: how a figure came to be wrong, and so what it was meant to be.

A mechanism turns a printed figure back into the figures it may have been. Of those that lie
where the rest of the evidence puts the truth, the likeliest comes first: how often errors are of
this kind, times the chance that such an error prints just this (a dropped digit can be one of
five, a wrong one any of forty-five), against the chance of an error of no kind. (After the
automatic correction of typing errors by Scholtus 2009, R package deductive, extended to units,
scales and neighbouring figures.)
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from bluebook.model.interval import Interval

# How often an error is of this kind; the words for it.
KINDS: dict[str, tuple[float, str, str]] = {
    "digit": (0.30, "一位数字有误", "one digit is wrong"),
    "transposed": (0.12, "相邻两位数字颠倒", "two digits are transposed"),
    "dropped": (0.08, "漏了一位数字", "a digit was dropped"),
    "doubled": (0.06, "多了一位数字", "a digit is doubled or added"),
    "factor 10": (0.10, "小数点错位", "the decimal point slipped"),
    "scale": (0.06, "单位换算有误（万、亿等）", "the scale of the unit is wrong"),
    "sign": (0.05, "正负号有误", "the sign is wrong"),
    "previous": (0.06, "误用了另一期的数字", "the figure of another period was used"),
    "neighbour": (0.05, "误用了相邻一行的数字", "the figure of another row was used"),
    "swapped": (0.04, "与另一格的数字对调了", "two cells were swapped"),
    "percent": (0.03, "百分比与百分点或比例混淆", "percent, points or ratio were confused"),
}
INF = float("inf")
OTHER = 0.09  # anything else
UNKNOWN_CAUSE = ("原因不明", "cause unknown")
NARROW = 25  # an error without a known mechanism gets a value if it is known to so many units
SCALES = (1e2, 1e3, 1e4, 1e8)
FINER = 0.1  # how seldom a figure was meant to have more digits than any other of its series
ENDS = 1e-3  # how likely the very ends of an interval are, against its middle
TOP = 5  # guesses given
ZEROS = 2  # leading zeros that a figure may have lost


class Guess(NamedTuple):
    """A likely true value, how it went wrong, and how much that speaks for an error here.

    `bonus` is the log of the evidence ratio: how much likelier the printed figure is if this
    happened than if it were wrong in any other way. A guess of unknown cause has `kind` "".
    """

    value: float
    kind: str
    bonus: float

    def words(self, language: str) -> str:
        """The mechanism in words."""
        zh, en = KINDS[self.kind][1:] if self.kind in KINDS else UNKNOWN_CAUSE
        return zh if language == "zh" else en


def in_words(english: str, language: str) -> str:
    """A mechanism as `Disagreement.proposed` names it, in a language."""
    for _, zh, en in KINDS.values():
        if en == english and language == "zh":
            return zh
    return english


def guesses(
    value: float,
    half_width: float,
    where: Interval,
    others: Mapping[str, Iterable[float]] = {},
    grid: float = INF,
) -> list[Guess]:
    """Likely true values inside `where`, the likeliest first.

    `others` gives figures of other periods ("previous") and of other rows ("neighbour"), which
    may have been taken, and those of cells that are wrong as well ("swapped"); `grid` the finest
    unit in which such figures are printed.
    """
    unit = float(f"{2 * half_width:.6g}")
    if not unit or not math.isfinite(value + unit) or where.empty or math.isinf(where.width):
        return []
    near = Interval(where.lower - half_width, where.upper + half_width)
    room = max(near.width / unit, 1.0)
    found: dict[tuple[float, str], float] = {}  # the evidence for each value and mechanism

    def add(true: float, kind: str, chance: float) -> None:
        # Wrong in any other way, a figure may be anything up to twice as far off.
        usual = 1 / (4 * max(abs(true - value) / unit, 1.0))
        found[true, kind] = found.get((true, kind), 0.0) + KINDS[kind][0] * chance / usual

    wrong = list(others.get("swapped", ()))
    for kind, true, chance in (
        *_all(value, unit, grid),
        *(("swapped", c, 1 / len(wrong)) for c in wrong),
    ):
        if near.contains(true) and abs(true - value) > half_width:
            # The ends of an interval are less likely than its middle.
            inward = max(1 - 2 * abs(true - near.middle) / near.width, ENDS)
            add(true, kind, chance * 2 * inward / room)
    middle = _tidy(round(where.middle / unit) * unit)
    for kind in ("previous", "neighbour"):
        cells = list(others.get(kind, ()))
        if any(abs(c - value) <= unit / 2 for c in cells) and abs(middle - value) > half_width:
            add(middle, kind, 1 / len(cells))
    if not found and where.width <= NARROW * unit:
        return [Guess(middle, "", math.log(OTHER))]
    best = [Guess(true, kind, math.log(evidence)) for (true, kind), evidence in found.items()]
    return sorted(best, key=lambda g: (-round(g.bonus, 6), abs(g.value - where.middle), g.value))[
        :TOP
    ]


def _all(value: float, unit: float, grid: float) -> Iterator[tuple[str, float, float]]:
    """(mechanism, true value, chance that this mechanism would then print the value)."""
    digits = str(round(abs(value) / unit))
    sign = -1.0 if value < 0 else 1.0
    for kind, (undo, chance) in _EDITS.items():
        for text, ways in sorted(Counter(undo(digits)).items()):
            if text:
                yield kind, _tidy(sign * int(text) * unit), chance(ways, len(text))
    for kind, factors in (("factor 10", (10.0,)), ("scale", SCALES)):
        for factor in factors:
            for true in (_tidy(value * factor), _tidy(value / factor)):
                steps = abs(true) / min(unit, grid)
                whole = abs(steps - round(steps)) <= 1e-6 * max(steps, 1.0)
                yield kind, true, (1.0 if whole else FINER) / (2 * len(factors))
    yield "sign", -value, 1.0


def _tidy(x: float) -> float:
    """Without the noise of arithmetic in the last digits."""
    return float(f"{x:.12g}")


# What a printed figure may have been, each as often as there are ways from there to here.


def _digit(text: str) -> Iterator[str]:
    for i in range(len(text)):
        for d in "0123456789":
            if d != text[i]:
                yield text[:i] + d + text[i + 1 :]


def _transposed(text: str) -> Iterator[str]:
    for i in range(len(text) - 1):
        if text[i] != text[i + 1]:
            yield text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    if text != "0":
        yield text[0] + "0" + text[1:]  # the zero that came first is not printed


def _dropped(text: str) -> Iterator[str]:
    for i in range(len(text) + 1):
        for d in "0123456789":
            if i or d != "0":
                yield text[:i] + d + text[i:]
    for zeros in range(1, ZEROS + 1):  # which were not printed without the digit before them
        for d in "123456789":
            yield d + "0" * zeros + text


def _doubled(text: str) -> Iterator[str]:
    for i in range(len(text)):
        yield text[:i] + text[i + 1 :]


Chance = Callable[[int, int], float]  # of what was printed: ways to it, digits of the true figure
_EDITS: dict[str, tuple[Callable[[str], Iterator[str]], Chance]] = {
    "digit": (_digit, lambda ways, length: ways / (9 * length)),
    "transposed": (_transposed, lambda ways, length: ways / max(length - 1, 1)),
    "dropped": (_dropped, lambda ways, length: ways / length),
    "doubled": (
        _doubled,
        lambda ways, length: 0.5 * (ways - 1) / length + 0.5 * ways / (10 * (length + 1)),
    ),
}
