"""How much: numbers with their scale and unit, as printed in Chinese and English.

Values are exact decimals; `half` is half a unit of the last printed digit, scaled alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from functools import cache
from itertools import pairwise
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from bluebook.collect.bulletins.hints import Hints, figures, holds
from bluebook.collect.bulletins.numerals import Spelled, chinese_number, spelled

MAX_DIGITS = 18
_PLACE = attrgetter("start", "end")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
SCALES: dict[str, int] = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5,
    "万": 4, "千": 3, "百": 2, "兆": 12,
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3, "hundred million": 8,
    "trillions": 12, "billions": 9, "millions": 6, "bn": 9, "mn": 6, "m": 6, "b": 9, "tn": 12, "mln": 6, "bln": 9, "trln": 12, "crore": 7, "crores": 7, "lakh": 5, "lakhs": 5, "mil": 6, "10 thousand": 4,
    "ten thousand": 4, "10,000": 4, "10 000": 4, "100 million": 8,
}  # fmt: skip
_SCALE_ZH = r"万亿|千亿|百亿|十亿|亿|千万(?!兆)|百万(?!兆)|十万|万|千(?![兆瓦米克伏])|百(?![兆分])|兆(?=[元户])"
_SCALE_EN = r"hundred[ -]million|100 million(?= (?!yuan|rmb))|ten thousand|trillions?|billions?|millions?|thousand|crores?|lakhs?|trln|bln|mln|bn|mn|tn|m(?= (?!and|or|broadband)[a-z])|b(?![a-z0-9])"
_DIGITS = r"(?<=[\u4e00-\u9fff])\d+\.[ ]\d{1,2}(?=[万亿%])|\d{1,3}(?:[, ]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"""
    (?<![0-9/_^×\u2150-\u218f])(?<![0-9][.,])(?<![居列位名]前)
    (?:(?<![a-z])(?P<money>rmb|cny|usd|eur|hkd|us\$|hk\$|\$|¥|€)\s?|(?<![a-z]))(?P<sign>(?<![0-9a-z年月)])[-+])?(?P<digits>{_DIGITS})
    (?!\d|/(?!32\b)\d|\.\d|\s?[×^]|(?:st|nd|rd|th)(?![a-z])|-(?:month|year|day|week|hour)s?\b|\s?(?:多?个?多?(?:月|小时|季度|工作日)|[天岁届]))
    (?:\s?(?P<more>余|多|来|几)?(?P<scale>{_SCALE_ZH})(?P<more2>余|多)?
       (?:零?(?P<rest>\d+(?:\.\d+)?)(?P<restscale>千万|百万|万|千|百)?(?=[\u4e00-\u9fff]))?
      |[ -]?(?P<scale_en>{_SCALE_EN})(?![a-z])
      |(?P<more3>余|多(?=[\u4e00-\u9fff])|\+)
    )?
    """,
    re.VERBOSE,
)
_MONEY = re.compile("(?:人民|(?P<other>新?台|港))币$")  # before an amount: 人民币8750亿元
_AGAIN = re.compile(r",\d{3}(?!\d)")
_FIRST = re.compile(r"[0-9+\-$¥€rcuh](?<=[0-9+\-$¥€]|r(?=mb)|c(?=ny)|u(?=s)|h(?=k))")
_FRACTION = re.compile(
    r"(?<![\d/.,])(?P<a>[1-9]\d?)/(?P<b>[1-9]\d?)(?![\d/.])|(?P<cb>[二三四五六七八九十]+)分之(?P<ca>[一二三四五六七八九])"
    r"|(?P<onehalf>一半|过半|半数)"
    r"|(?P<parts>(?:(?:a|one|two|three|four)[- ](?:third|quarter|fifth|half|tenth)s?)(?![a-z]|[ -](?:on|over|to|by)[ -]))"
    r"|\b(?P<of>one|two|three|four|five|six|seven|eight|nine|\d) (?:out of|in) (?:every )?(?P<in>three|four|five|ten|10)(?! (?:million|billion|years|months|days))\b"
    r"|\bhalf(?= of\b)"
)
_RANK = re.compile(
    r"(?:第(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)|(?<=[居列][全各][国省市])(?P<o>\d{1,2})[名位](?!以)|(?:(?<=[居列排位名国省市区界])|(?<=第[一二三四五六七八九十\d][和及与、]))第(?P<m>\d{1,3}|[一二三四五六七八九十]{1,3})(?![个代次届期章批阶产部方梯\d]))|(?P<first>首位|榜首)"
    r"|\brank(?:ed|ing|s)?\s(?:the\s|no\.?\s?)?(?P<en>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3})(?:st|nd|rd|th)?(?![a-z\d])"
    r"|\b(?P<en2>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
    r"(?= in (?:the (?:country|nation|province)|china)\b)"
)
_MULTIPLE_WORD = re.compile(
    r"(?P<zh>翻(?:了)?(?P<k>一|两|三|1|2)番|翻番|翻倍|倍增)|\b(?P<en>doubled|tripled|trebled|quadrupled|doubling|tripling)\b"
)
_EN_TIMES = {
    "doubled": 2,
    "doubling": 2,
    "tripled": 3,
    "tripling": 3,
    "trebled": 3,
    "quadrupled": 4,
}
_EN_ORDINAL = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ]
    )
}
_EN_FRACTION = {"third": 3, "quarter": 4, "fifth": 5, "half": 2, "tenth": 10}
_EN_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
             "eight": 8, "nine": 9, "ten": 10}  # fmt: skip


_MIXED = re.compile(r"[mb]illion \d+ (?:m|thousand)")
_TO = ("-", "~", "至", "到", " - ", " ~ ")
_MARKS = ("-", "~", "至", "到")
_RANGE = re.compile(r"\d\S{0,4} ?[-~至到] ?\d")
_FROM = re.compile(r"[从由自]|提|升|降|增|减")


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
            parts[word[0]].append(re.escape(word) + r"(?![a-z0-9])" * (word[-1] in _LATIN))
        self._patterns = {first: re.compile("|".join(them)) for first, them in parts.items()}

    def at(self, text: str, place: int) -> tuple[str, int]:
        """The unit word at a place of the text and where it ends; "" where there is none."""
        start = place + 1 if text.startswith((" ", "-per", "-%"), place) else place
        pattern = self._patterns.get(text[start : start + 1])
        match = pattern.match(text, start) if pattern else None
        return (match[0], match.end()) if match else ("", place)


def quantities(text: str, units: Units) -> list[Quantity]:
    """Numbers in the order they are printed. The text is plain and in lower case."""
    found: list[Quantity] = []
    place = last = 0
    figured = figures(text)
    while figured and (first := _FIRST.search(text, place)):
        start = first.start()
        match = _NUMBER.match(text, start)
        if match is None:
            place = start + 1
            continue
        place = match.end()
        if start >= last:  # not the 100 of "per 100 persons"
            quantity = _digits(match, text, units)
            if quantity is not None:
                last = quantity.end
                found.append(quantity)
    if len(found) > 1 and "illion " in text and _MIXED.search(text):
        found = _mixed(found, text)
    if len(found) > 1 and holds(text, _MARKS) and _beside(found, text) and _RANGE.search(text):
        found = _ranges(found, text)
    many = len(found)
    rare = RARE_ASCII.within(text) if text.isascii() else _RARE.search(text)
    for hint, pattern, build in _SPECIAL if rare else ():
        if hint.search(text):
            for match in pattern.finditer(text):
                found = [q for q in found if q.end <= match.start() or q.start >= match.end()]
                found.append(build(match))
                many = -1
    for number in spelled(text):
        if not any(q.start < number.end and number.start < q.end for q in found):
            found.append(_words(number, text, units))
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


def _digits(match: re.Match[str], text: str, units: Units) -> Quantity | None:
    money, sign, printed, more, word, more2, rest, lower, word_en, more3 = match.groups()
    digits = printed.replace(",", "").replace(" ", "")
    if len(digits) > MAX_DIGITS:
        return None
    start, end = match.span()
    scale = word or word_en
    power = SCALES[scale.replace("-", " ")] if scale else 0
    value = Decimal(digits)
    if sign == "-":
        value = -value
    half = _half(power - _decimals(digits))
    if power:
        value = value.scaleb(power)
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
    if more3 and more3 != "+" and not unit:
        return None
    if not (scale or unit) and len(printed) > 3 and _AGAIN.match(text, end):
        return None  # 2762,854人
    if text[start - 1 : start] == "币" and (named := _MONEY.search(text, max(0, start - 4), start)):
        start = named.start()
        unit = f"{named['other']}币" if named["other"] else unit or "元"
    if money and not unit:
        money = money.strip()
        unit, stop = "yuan" if money in ("rmb", "cny", "¥") else money, end
    bound = "over" if more or more2 or more3 else ""
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


def _rank(match: re.Match[str]) -> Quantity:
    word = match["n"] or match["m"] or match["o"] or match["en"] or match["en2"] or "1"
    word = re.sub("(?<=\\d)[a-z]+$", "", word)
    n = int(word) if word.isdigit() else _EN_ORDINAL.get(word) or chinese_number(word)
    return Quantity(match.start(), match.end(), Decimal(n), Decimal(0), "", "rank", digits=word)


def _fraction(match: re.Match[str]) -> Quantity:
    if match["onehalf"]:
        a, b = 1, 2
    elif match["b"]:
        a, b = int(match["a"]), int(match["b"])
    elif match["cb"]:
        a, b = chinese_number(match["ca"]), chinese_number(match["cb"])
    elif match["parts"]:
        head, tail = re.split("[- ]", match[0])
        a, b = _EN_COUNT[head], _EN_FRACTION[tail.rstrip("s")]
    elif match["of"]:
        a, b = _EN_COUNT.get(match["of"]) or int(match["of"]), _EN_COUNT.get(match["in"], 10)
    else:
        a, b = 1, 2
    half = Decimal(100 * a) / (2 * b * (b + 1))
    bound = "over" if match["onehalf"] == "过半" else ""
    value = Decimal(100 * a) / b
    return Quantity(match.start(), match.end(), value, half, "%", "fraction", bound, words=True)


def _multiple(match: re.Match[str]) -> Quantity:
    if match["en"]:
        n = _EN_TIMES[match["en"]]
    else:
        n = 2 ** {"两": 2, "2": 2, "三": 3}.get(match["k"] or "", 1)
    return Quantity(
        match.start(), match.end(), Decimal(n), Decimal("0.5"), "", "multiple", words=True
    )


def _words(number: Spelled, text: str, units: Units) -> Quantity:
    """A number in words as a quantity."""
    unit, end = ("%", number.end) if number.percent else units.at(text, number.end)
    return Quantity(
        number.start, end, number.value, number.half, unit, "number", number.bound, number.scale,
        words=True,
    )  # fmt: skip


# Each rare form, with the words one of which it holds: a quick look before the careful one.
_SPECIAL = (
    (re.compile("第|首|榜|居全|居各|列全|列各|rank| in the (?:country|nation|prov)| in china"), _RANK, _rank),
    (re.compile("分之|一半|过半|半数|/|third|quarter|fifth|half|tenth|out of| in (?:every|three|ten|four|five|10)"),
     _FRACTION, _fraction),
    (re.compile("翻|倍增|doubl|tripl|trebl|quadrupl"), _MULTIPLE_WORD, _multiple),
)  # fmt: skip
_RARE = re.compile("|".join(hint.pattern for hint, _, _ in _SPECIAL))
RARE_ASCII = Hints(
    "/", "rank", "third", "quarter", "half", "fifth", "tenth", "out of", "doubl", "tripl", "trebl",
    "quadrupl", " in china", " in the country", " in the nation", " in the prov", " in every", " in three",
    " in ten", " in four", " in five", " in 10",
)  # fmt: skip
