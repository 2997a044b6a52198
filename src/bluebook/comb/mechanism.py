"""Mechanisms: how a figure came to be wrong, and so what it was meant to be.

A mechanism turns a printed figure back into the figures it may have been. Of those that lie
where the rest of the evidence puts the truth, the likeliest comes first: the mechanism's own
frequency, over the chance that it would hit that interval by coincidence. (After the automatic
correction of typing errors by Scholtus 2009, R package deductive, extended to units, scales
and neighbouring figures.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
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
OTHER = 0.09  # anything else
UNKNOWN_CAUSE = ("原因不明", "cause unknown")
NARROW = 25  # an error without a known mechanism gets a value if it is known to so many units
LEAST = 0.01  # the least chance of coincidence that is reckoned with
SCALES = (1e2, 1e3, 1e4, 1e8)


class Guess(NamedTuple):
    """A likely true value, how it went wrong, and how much that speaks for an error here.

    `bonus` is the log of the evidence ratio: how much likelier the printed figure is if this
    happened than by coincidence.
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
    top: int = 5,
) -> list[Guess]:
    """Likely true values inside `where`, the likeliest first.

    `others` gives figures of other periods ("previous") and of other rows ("neighbour").
    """
    unit = float(f"{2 * half_width:.6g}")
    if not unit or not math.isfinite(value + unit) or where.empty or math.isinf(where.width):
        return []
    near = Interval(where.lower - half_width, where.upper + half_width)
    room = max(near.width / unit, 1.0)
    found: dict[float, Guess] = {}
    for kind, candidates in _all(value, unit).items():
        inside = [c for c in candidates if near.contains(c) and abs(c - value) > half_width]
        if not inside:
            continue
        for c in sorted(inside, key=lambda c: abs(c - where.middle)):
            bonus = math.log(KINDS[kind][0] / _coincidence(c, value, unit, candidates, room))
            held = found.get(c)
            if held is None or held.bonus < bonus:
                found[c] = Guess(c, kind, bonus)
    elsewhere = [c for taken in others.values() for c in taken if abs(c - value) > half_width]
    for c in elsewhere:  # what belongs here stands in another cell
        bonus = math.log(KINDS["swapped"][0] / _coincidence(c, value, unit, elsewhere, room))
        if near.contains(c) and (c not in found or found[c].bonus < bonus):
            found[c] = Guess(c, "swapped", bonus)
    middle = round(where.middle / unit) * unit
    for kind, taken in others.items():
        same = _taken(kind, value, list(taken), unit, where)
        if same is not None and (middle not in found or found[middle].bonus < same):
            found[middle] = Guess(middle, kind, same)
    if not found and where.width <= NARROW * unit:
        return [Guess(middle, "", math.log(OTHER))]
    return sorted(
        found.values(), key=lambda g: (-round(g.bonus, 6), abs(g.value - where.middle), g.value)
    )[:top]


def _coincidence(
    c: float, value: float, unit: float, candidates: list[float], room: float
) -> float:
    """The chance that some candidate as near as this one hits the interval for no reason."""
    reach = 2 * abs(c - value)
    rivals = sum(abs(other - value) <= reach for other in candidates)
    return min(1.0, max(LEAST, rivals * room / (2 * reach / unit)))


def _taken(
    kind: str, value: float, taken: list[float], unit: float, where: Interval
) -> float | None:
    """The evidence that the printed figure is one of those of other periods or rows."""
    if not any(abs(other - value) <= unit / 2 for other in taken):
        return None
    reach = 2 * max(where.lower - value, value - where.upper, unit)
    rivals = sum(abs(other - where.middle) <= reach for other in taken)
    chance = min(1.0, max(LEAST, rivals * unit / (2 * reach)))
    return math.log(KINDS[kind][0] / chance)


def _all(value: float, unit: float) -> dict[str, list[float]]:
    digits = str(round(abs(value) / unit))
    sign = -1.0 if value < 0 else 1.0
    made: dict[str, list[float]] = {
        kind: sorted({sign * int(text) * unit for text in make(digits) if text})
        for kind, make in _EDITS.items()
    }
    made["factor 10"] = [value * 10, value / 10]
    made["scale"] = [value * s for s in SCALES] + [value / s for s in SCALES]
    made["sign"] = [-value]
    return {kind: candidates for kind, candidates in made.items() if candidates}


def _digit(text: str) -> Iterator[str]:
    for i in range(len(text)):
        for d in "0123456789":
            if d != text[i]:
                yield text[:i] + d + text[i + 1 :]


def _transposed(text: str) -> Iterator[str]:
    for i in range(len(text) - 1):
        yield text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def _dropped(text: str) -> Iterator[str]:
    for i in range(len(text) + 1):
        for d in "0123456789":
            yield text[:i] + d + text[i:]


def _doubled(text: str) -> Iterator[str]:
    for i in range(len(text)):
        yield text[:i] + text[i + 1 :]


_EDITS = {
    "digit": _digit, "transposed": _transposed, "dropped": _dropped, "doubled": _doubled,
}  # fmt: skip
