"""Numbers in words: 三百二十万, 一亿六千万, 两成五, 百分之三点六; two hundred million, five percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from bluebook.collect.bulletins.text.hints import Hints

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_DIGIT |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_UNIT = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_PER = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_SMALL = "".join((*_DIGIT, *_UNIT))
_CHINESE = re.compile(
    rf"(?:(?P<per>[百千万])分之)?(?P<run>[{_SMALL}][{_SMALL}万亿点]*)"
    r"(?:(?P<more>[余多])(?P<scale>万亿|亿|万)|(?P<tenth>成)(?P<half>半|[一二三四五六七八九])?)?(?P<over>[余多])?"
)
_LIKELY = re.compile(
    rf"[万亿成之个部倍](?:(?<=[十点][{_SMALL}][部倍])|(?<=[{_SMALL}][万亿成])|(?<=[{_SMALL}][余多][万亿成])|(?<=分之)[{_SMALL}]|(?<=[{_SMALL}]个)百分点)"
)
_VAGUE = re.compile(r"[数几上成好第]$")
_WORDS = {
    w: i
    for i, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {w: 10 * i for i, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}  # fmt: skip
_WORD = f"(?:{'|'.join(_WORDS)}|hundred)"
_ENGLISH = re.compile(
    rf"(?<![a-z0-9.,-])(?P<words>{_WORD}(?:(?:[ -]|-? and ){_WORD})*)[ -](?:(?P<scale>thousand|million|billion|trillion)(?![a-z])|(?=percent|per cent))"
)
_SCALE_EN = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
# One of which _ENGLISH holds.
SPOKEN = Hints(*(f"{word}{mark}{scale}" for word in (*_WORDS, "hundred") for mark in " -"
                  for scale in ("thousand", "million", "billion", "trillion", "percent", "per cent")))  # fmt: skip


class Spelled(NamedTuple):
    """A number in words: its place, value and half of its last spoken unit; `scale` as digits have it."""

    start: int
    end: int
    value: Decimal
    half: Decimal
    percent: bool = False
    bound: str = ""
    scale: int = 0


def spelled(text: str) -> Iterator[Spelled]:
    """The numbers in words of a plain text in lower case, that tell a quantity.

    Chinese ones only with 万, 亿, 成 or 百分之, lest every 三家 be one; English ones only with a scale
    or percent.
    """
    if not text.isascii() and _LIKELY.search(text):
        for match in _CHINESE.finditer(text):
            if (found := _chinese(match, text)) is not None:
                yield found
    if SPOKEN.within(text):
        for match in _ENGLISH.finditer(text):
            value = _english(match["words"])
            power = _SCALE_EN[match["scale"] or ""]
            if value is not None:
                half = Decimal(5).scaleb(power - 1)
                end = match.end() if match["scale"] else match.end("words")
                yield Spelled(
                    match.start(), end, Decimal(value).scaleb(power), half, scale=power
                )  # fmt: skip


def _chinese(match: re.Match[str], text: str) -> Spelled | None:
    run = match["run"].rstrip("点")
    over = "over" if match["more"] or match["over"] else ""
    start, end = match.start(), match.end()
    if _VAGUE.search(text[max(0, start - 1) : start]):
        return None
    if match["tenth"]:
        if len(run) != 1 or run not in (*_DIGIT, "十") or match["per"]:
            return None
        tens = 10 * _DIGIT.get(run, 10)
        if not match["half"]:
            return Spelled(start, end, Decimal(tens), Decimal(5), True, over)
        ones = 5 if match["half"] == "半" else _DIGIT[match["half"]]
        return Spelled(start, end, Decimal(tens + ones), Decimal("0.5"), True, over)
    points = text.startswith("个百分点", end)
    spoken = text.startswith(("部", "倍"), end) and "点" in run  # 每百人三十点三部
    points = points or spoken or (text[end : end + 1] == "部" and text.endswith("百人", 0, start))
    if not (match["per"] or match["scale"] or "万" in run or "亿" in run or points):
        return None
    read = chinese_value(run + (match["scale"] or ""))
    if read is None:
        return None
    value, half, scale = read
    if match["per"]:
        by = _PER[match["per"]]
        return Spelled(start, end, value * by, half * by, True, over)
    end -= len(match["run"]) - len(run) if not match["scale"] else 0
    return Spelled(start, end, value, half, False, over, scale)


def chinese_value(text: str) -> tuple[Decimal, Decimal, int] | None:
    """Value, half of the last spoken unit, and the power of ten of the scale; None where vague.

    >>> chinese_value("一亿六千万")
    (Decimal('160000000'), Decimal('5000000'), 8)
    >>> chinese_value("五六亿") is None  # five or six
    True
    """
    groups = re.findall(rf"[{_SMALL}点]+(?:万亿|万(?=[{_SMALL}]+亿)|亿|万)?", text[:30])
    if "".join(groups) != text:
        return None
    total = held = Decimal(0)
    half, first = Decimal(0), 0
    several = 0
    for group in groups:
        power = 12 if group.endswith("万亿") else {"亿": 8, "万": 4}.get(group[-1], 0)
        number = _group(group.rstrip("万亿"))
        if number is None:
            return None
        value, unit, decimals = number
        if power == 4 and held == 0 and _thousands_of(text, group):
            held = value.scaleb(4)  # 一万三千五百六十四亿
            continue
        first = first or power
        total += (value + held).scaleb(power)
        held = Decimal(0)
        several += 1
        place = Decimal(unit) if several > 1 else Decimal(1)
        half = place.scaleb(power - decimals) / 2
    return (total, half, first) if several else None


def _thousands_of(text: str, group: str) -> bool:
    """Is 万 inside a number of 亿?"""
    return "亿" in text[text.index(group) + len(group) :]


def _group(text: str) -> tuple[Decimal, int, int] | None:
    """A number below 万, its last spoken unit, and how many decimals it has."""
    whole, _, decimals = text.partition("点")
    if decimals and not all(c in _DIGIT for c in decimals):
        return None
    if len(whole) > 2 and all(c in _DIGIT for c in whole):
        number, unit = chinese_number(whole), 1  # 二〇二〇
    elif re.search(f"[{''.join(set(_DIGIT) - {'零', '〇'})}]{{2}}", whole):
        return None  # 五六亿: five or six
    else:
        number, unit = chinese_number(whole), _UNIT.get(whole[-1:], 1)
    value = Decimal(number)
    if decimals:
        value += Decimal("".join(str(_DIGIT[c]) for c in decimals)).scaleb(-len(decimals))
    return value, unit, len(decimals)


def chinese_number(text: str) -> int:
    """三百二十 -> 320; digits in a row (二〇二〇) are read as such."""
    if len(text) > 1 and all(c in _DIGIT for c in text):
        return int("".join(str(_DIGIT[c]) for c in text[:12]))
    total, digit = 0, 0
    for char in text[:24]:
        if char in _DIGIT:
            digit = _DIGIT[char]
        else:
            total += (digit or 1) * _UNIT.get(char, 1)
            digit = 0
    return total + digit


def _english(words: str) -> int | None:
    """two hundred and five -> 205; None for what is no number, such as "two five"."""
    total, last = 0, 1000
    for word in re.split(r"[ -]+", words):
        if word == "and":
            continue
        if word == "hundred":
            total, last = (total or 1) * 100, 100
            continue
        value = _WORDS[word]
        if value >= last or (last < 100 and not (last >= 20 and value < 10)):
            return None
        total, last = total + value, value
    return total
