"""Fractions, multiples and ranks: 三分之一, one in five; 翻番, doubled; 居全国第3位, ranked third."""

from __future__ import annotations

import re
from decimal import Decimal

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.amounts.numerals import chinese_number
from bluebook.collect.bulletins.text.hints import Hints

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
    r"(?= in (?:the (?:country|nation|province)|china)\b| nationwide(?=[,.;)]| after| behind| in terms|$)"
    # the second largest nationwide, the third highest in the country
    r"|[ -](?:largest|highest|biggest|most)(?: (?:volume|figure|number|total|level))? (?:nationwide\b|(?:in|of|among)(?: all)?(?: the)? (?:country|nation|province|china|provinc)))"
)
_MULTIPLE_WORD = re.compile(
    r"(?P<zh>翻(?:了)?(?P<k>一|两|三|1|2)番|翻番|翻倍|倍增)|\b(?P<en>doubled|tripled|trebled|quadrupled|doubling|tripling)\b"
)
_EN_TIMES = {"doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3,
             "quadrupled": 4}  # fmt: skip
_EN_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
               "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_EN_FRACTION = {"third": 3, "quarter": 4, "fifth": 5, "half": 2, "tenth": 10}
_PARTS = [
    f"{n}{mark}{part}"
    for n in ("a", "one", "two", "three", "four")
    for mark in " -"
    for part in _EN_FRACTION
]
_EN_COUNT = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
             "eight": 8, "nine": 9, "ten": 10}  # fmt: skip


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


# Each rare form, with the words one of which it holds: a quick look before the careful one.
_SPECIAL = (
    (("第", "首", "榜", "居全", "居各", "列全", "列各", "rank", " in the country", " in the nation", " in the prov", " in china", " nationwide", "all prov",
      "all the prov", "the prov"),
     _RANK, _rank),
    (("分之", "一半", "过半", "半数", "half of", *_PARTS, *(f"{n}/" for n in range(10)), " out of", " in every", " in three",
      " in ten", " in four", " in five", " in 10"), _FRACTION, _fraction),
    (("翻", "倍增", "doubl", "tripl", "trebl", "quadrupl"), _MULTIPLE_WORD, _multiple),
)  # fmt: skip
RARE = Hints(*(word for words, _, _ in _SPECIAL for word in words))


def proportions(text: str) -> list[Quantity]:
    """Ranks, then fractions, then multiples of a plain text in lower case; they may overlap."""
    rare = RARE.every(text)
    if not rare:
        return []
    return [
        build(match)
        for words, pattern, build in _SPECIAL
        if not rare.isdisjoint(words)
        for match in pattern.finditer(text)
    ]
