"""How much: all numbers of a text, in digits, in words, and as ranges, fractions and ranks."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.digits import in_digits
from bluebook.collect.bulletins.amounts.numbers import Quantity, Units
from bluebook.collect.bulletins.amounts.numerals import SPOKEN, Spelled, spelled
from bluebook.collect.bulletins.amounts.proportions import RARE, proportions
from bluebook.collect.bulletins.text.hints import ENGLISH, holds

_PLACE = attrgetter("start", "end")
IN_WORDS = ENGLISH.group(
    *SPOKEN.words, *RARE.words
)  # one of which an English number in words holds
_MIXED = re.compile(r"[mb]illion \d+ (?:m|thousand)")
_TO = ("-", "~", "至", "到", " - ", " ~ ")
_MARKS = ("-", "~", "至", "到")
_RANGE = re.compile(r"\d\S{0,4} ?[-~至到] ?\d")
_FROM = re.compile(r"[从由自]|提|升|降|增|减")


def quantities(text: str, units: Units, *, words: bool = True) -> list[Quantity]:
    """Numbers in the order they are printed, and in `words`. The text is plain and in lower case."""
    found = in_digits(text, units)
    if len(found) > 1 and "illion " in text and _MIXED.search(text):
        found = _mixed(found, text)
    if len(found) > 1 and holds(text, _MARKS) and _beside(found, text) and _RANGE.search(text):
        found = _ranges(found, text)
    if not words:
        return found
    many = len(found)
    for proportion in proportions(text):
        found = [q for q in found if q.end <= proportion.start or q.start >= proportion.end]
        found.append(proportion)
        many = -1
    for number in spelled(text):
        if not any(q.start < number.end and number.start < q.end for q in found):
            told = _words(number, text, units)
            if any(told.start <= q.start < told.end for q in found):
                told = replace(told, end=number.end, unit="")  # 一亿5G: the next number's
            found.append(told)
    return found if len(found) == many else sorted(found, key=_PLACE)


def _beside(found: list[Quantity], text: str) -> bool:
    """Is there no more than a mark of a range between two numbers?"""
    return any(text[a.end : b.start] in _TO for a, b in pairwise(found))


def _mixed(found: list[Quantity], text: str) -> list[Quantity]:
    """26 million 560 thousand as one number."""
    out: list[Quantity] = []
    for q in found:
        high = out[-1] if out else q
        beside = text[high.end : q.start] == " " and not high.unit and "." not in high.digits
        if beside and high.scale > q.scale >= 3 and q.value < 10**high.scale:
            value = high.value + q.value
            out[-1] = replace(q, start=high.start, value=value, scale=high.scale)
            continue
        out.append(q)
    return out


def _ranges(found: list[Quantity], text: str) -> list[Quantity]:
    """3.2-3.5亿户 as one number: its middle, and half its width."""
    out: list[Quantity] = []
    for q in found:
        low = out[-1] if out else q
        between = text[low.end : q.start]
        if (
            between in _TO
            and (q.unit or q.scale)
            and low.unit in ("", q.unit)
            and low.digits[:1] != "0"
            and not _FROM.search(text[max(0, low.start - 8) : low.start])
        ):
            by = 0 if low.scale or low.unit else q.scale
            low_value, low_half = low.value.scaleb(by), low.half.scaleb(by)
            if low_value < q.value:
                half = (q.value + q.half - low_value + low_half) / 2
                middle = (q.value + q.half + low_value - low_half) / 2
                out[-1] = replace(q, start=low.start, value=middle, half=half)
                continue
        out.append(q)
    return out


def _words(number: Spelled, text: str, units: Units) -> Quantity:
    """A number in words as a quantity."""
    unit, end = ("%", number.end) if number.percent else units.at(text, number.end)
    return Quantity(
        number.start, end, number.value, number.half, unit, "number", number.bound, number.scale,
        words=True,
    )  # fmt: skip
