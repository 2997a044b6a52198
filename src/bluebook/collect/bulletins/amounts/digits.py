"""Numbers in digits: their sign, money, scale and unit, as printed in Chinese and English."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from bluebook.collect.bulletins.amounts.numbers import Quantity, Units
from bluebook.collect.bulletins.text.hints import figures

MAX_DIGITS = 18
SCALES: dict[str, int] = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5,
    "万": 4, "千": 3, "百": 2, "兆": 12,
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3, "hundred million": 8,
    "trillions": 12, "billions": 9, "millions": 6, "bn": 9, "mn": 6, "m": 6, "b": 9, "tn": 12, "mln": 6, "bln": 9, "trln": 12, "crore": 7, "crores": 7, "lakh": 5, "lakhs": 5, "mil": 6, "10 thousand": 4,
    "ten thousand": 4, "10,000": 4, "10 000": 4, "100 million": 8,
}  # fmt: skip
_SCALE_ZH = r"万亿|千亿|百亿|十亿|亿|千万(?!兆)|百万(?!兆)|十万|万|千(?![兆瓦米克伏])|百(?![兆分])|兆(?=[元户])"
_SCALE_EN = r"hundred[ -]million|100[ ]million|ten[ ]thousand|10[, ]000(?=[ ][a-z])|trillions?|billions?|millions?|thousand|crores?|lakhs?|trln|bln|mln|bn|mn|tn|b(?![a-z0-9])"
_DIGITS = r"(?<=[\u4e00-\u9fff])\d+\.[ ]\d{1,2}(?=[万亿%])|\d{1,3}(?:(?:,\d{3})+|(?:[ ](?!100[ ]million)\d{3})+)(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"""
    (?<![0-9/_^×\u2150-\u218f])(?<![0-9][.,])(?<![居列位名]前)
    (?:(?<![a-z])(?P<money>rmb|cny|usd|eur|hkd|us\$|hk\$|\$|¥|€)\s?|(?<![a-z])|(?<=yoy)|(?<=mom)|(?<=qoq))(?P<sign>(?:(?<![0-9a-z年月)])|(?<=yoy)|(?<=mom)|(?<=qoq))[-+])?(?P<digits>{_DIGITS})
    (?!\d|/(?!32\b)\d|\.\d|\s?[×^]|(?:st|nd|rd|th)(?![a-z])|-(?:month|year|day|week|hour)s?\b|\s?(?:多?个?多?(?:月|小时|季度|工作日)|[天岁届]))
    (?:\s?(?P<more>余|多|来|几)?(?P<scale>{_SCALE_ZH})(?P<more2>余|多)?
       (?:零?(?P<rest>\d+(?:\.\d+)?)(?P<restscale>千万|百万|万|千|百)?(?=[\u4e00-\u9fff]))?
      |[ -]?(?P<scale_en>{_SCALE_EN})(?![a-z])
      |(?P<more3>余|多(?=[\u4e00-\u9fff])|\+|-(?:plus|odd)(?![a-z]))
    )?
    """,
    re.VERBOSE,
)
_MONEY = re.compile("(?:人民|(?P<other>新?台|港))币$")  # before an amount: 人民币8750亿元
_AGAIN = re.compile(r",\d{3}(?!\d)")
_FIRST = re.compile(
    r"[0-9$¥€+-](?:(?<![+-])|(?=\d))"
)  # of a number, but for a word of money before it
_WORD = re.compile(r"(?:rmb|cny|usd|hkd|us|hk)\s?\Z")
_ENDS = frozenset(("mb", "ny", "sd", "kd", "us", "hk"))  # with which such a word ends


def in_digits(text: str, units: Units) -> list[Quantity]:
    """Numbers in digits, in the order they are printed. The text is plain and in lower case."""
    found: list[Quantity] = []
    place = last = 0
    figured = figures(text)
    while figured and (first := _FIRST.search(text, place)):
        start, match = first.start(), None
        if text[max(place, start - 3) : start].rstrip()[-2:] in _ENDS:
            word = _WORD.search(text, max(place, last, start - 4), start)
            match = _NUMBER.match(text, word.start()) if word else None
        match = match or _NUMBER.match(text, start)
        if match is None:
            place = start + 1
            continue
        place = match.end()
        if start >= last:  # not the 100 of "per 100 persons"
            quantity = _quantity(match, text, units, last)
            if quantity is not None:
                last = quantity.end
                found.append(quantity)
    return found


def _quantity(match: re.Match[str], text: str, units: Units, last: int) -> Quantity | None:
    """What a match says; `last` is where the number before it ends."""
    money, sign, printed, more, word, more2, rest, lower, word_en, more3 = match.groups()
    digits = printed.replace(",", "").replace(" ", "")
    if len(digits) > MAX_DIGITS:
        return None
    start, end = match.span()
    scale = word or word_en
    power = SCALES[scale.replace("-", " ")] if scale else 0
    value = Decimal(f"{digits}e{power}" if power else digits)
    if sign == "-":
        value = -value
    half = _half(power - _decimals(digits))
    if rest:
        low = SCALES[lower] if lower else 0
        if low >= power or "." in digits:
            return None
        value += Decimal(rest).scaleb(low)
        half = _half(low - _decimals(rest))
    if text.startswith("‰", end):
        return Quantity(
            start, end + 1, value / 10, half / 10, "%", digits=digits, signed=bool(sign)
        )
    unit, stop = units.at(text, end)
    if unit == "成":
        value, half, unit = 10 * value, 10 * half, "%"
    if more3 in ("余", "多") and not unit:
        return None
    if not (scale or unit) and len(printed) > 3 and _AGAIN.match(text, end):
        return None  # 2762,854人
    if text[start - 1 : start] == "币" and (
        named := _MONEY.search(text, max(last, start - 4), start)
    ):
        start = named.start()
        unit = f"{named['other']}币" if named["other"] else unit or "元"
    if money and not unit:
        money = money.strip()
        unit, stop = "yuan" if money in ("rmb", "cny", "¥") else money, end
    bound = "about" if more3 == "-odd" else "over" if more or more2 or more3 else ""
    return Quantity(
        start, max(end, stop), value, half, unit, "number", bound, power, digits, bool(sign)
    )


@cache
def _half(exponent: int) -> Decimal:
    """Half of a power of ten."""
    return Decimal(5).scaleb(exponent - 1)


def _decimals(digits: str) -> int:
    point = digits.find(".")
    return len(digits) - 1 - point if point >= 0 else 0
