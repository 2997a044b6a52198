"""When: periods as bulletins write them, in Chinese and English.

A mention may leave out the year ("5月末") or be relative ("上年同期"); it is resolved against the
period that the text is speaking of at that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from bluebook.model.period import Period

YEAR = r"(?:19[5-9]\d|20\d\d)"
_DASH = r"\s?(?:[-~至到]|--)\s?"
_MONTH_ZH = r"(?:1[0-2]|0?[1-9])"
_CN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
       "十": 10, "十一": 11, "十二": 12}  # fmt: skip
_CN_MONTH = r"(?:十[一二]?|[一二三四五六七八九])"
_PLANS = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}

_ZH = re.compile(
    rf"""
    (?=["十上下前第一二三四0-9])(?:
    (?P<plan>"?(?:十[一二三四五]?五)"?(?:规划)?(?:时期|期间|期末|末|以来|收官)?(?=[^0-9一二三四五六七八九月年个家]|$))
  | (?P<y0>{YEAR})年?{_DASH}(?P<y1>{YEAR})年(?P<yend>末|底)?
  | (?:(?P<y>{YEAR})年)?(?P<m0>{_MONTH_ZH})月?(?:份|1日)?{_DASH}(?:(?P<y2>{YEAR})年)?(?P<m1>{_MONTH_ZH})月(?:份|(?:2[89]|3[01])日)?(?P<end1>末|底)?
  | (?:(?P<yp>{YEAR})年?)?(?P<part>[上下]半年|(?:前|第)?[一二三四1-4](?:个)?季度|前(?:{_MONTH_ZH}|{_CN_MONTH})个?月)(?P<end2>末|底)?
  | (?:(?P<ym>{YEAR})[年.])?(?P<m>{_MONTH_ZH})月(?:份)?(?:(?P<d>[0-3]?\d)[日号])?(?P<end3>末|底)?
  | (?:(?P<yc>{YEAR})年)(?P<mc>{_CN_MONTH})月(?P<end4>末|底)?
  | (?P<ys>{YEAR})年(?:的)?同期
  | (?P<ya>{YEAR})(?:年(?:度)?(?P<full>全年|期间)?(?P<end5>年?末|年?底)?|(?P<end6>末|底)))
    """,
    re.VERBOSE,
)

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ABBR = {m[:3]: i + 1 for i, m in enumerate(_MONTHS)} | {"sept": 9}
_MONTH_EN = "(?:" + "|".join([*_MONTHS, *(rf"{a}\.?" for a in _ABBR)]) + r")(?![a-z])"
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_COUNT = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_EN = re.compile(
    rf"""
    (?<![a-z])(?=[fjmasondtlqhcep0-9])(?:
    (?:from\s)?(?P<m0>{_MONTH_EN})(?:\s?(?:-|to|through|and)\s?|(?P<next>,\s))(?P<m1>{_MONTH_EN})(?:,?\s(?:(?:period|quarter),?\s)?(?:of\s|in\s)?(?P<y>{YEAR}))?
  | (?:from\s)?(?P<mf>{_MONTH_EN})\s(?P<yi>{YEAR})\s(?:-|to|through)\s(?P<mt>{_MONTH_EN})\s(?P<yj>{YEAR})
  | (?:the\s)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last)\s(?P<part>quarter|half)(?:\s(?:of\s|in\s)?(?P<yp>{YEAR}))?
  | (?:the\s)?(?:first|previous(?=\s\d))\s(?:(?P<count>\w+)\s(?P<what>months|quarters)|(?P<single>month))(?:\s(?:of\s|in\s)?(?P<yc>{YEAR}))?
  | (?:the\s)?(?P<run>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\smonths\s(?:to|through|ended|ending|until)\s(?:the\send\sof\s)?(?P<mr>{_MONTH_EN})(?:\s[0-3]?\d(?!\d))?(?:,?\s(?:of\s)?(?P<yr>{YEAR}))?
  | (?P<nq>[1-4])q(?P<yn>\d\d)(?!\d)
  | (?P<q>[qh][1-4])(?:\s(?:of\s)?(?P<yq>{YEAR}))?(?![\w])
  | (?P<yz>{YEAR})\s?(?P<qz>[qh][1-4])(?!\w)
  | (?P<m>{_MONTH_EN})(?:\s(?P<d>[0-3]?\d)(?:st|nd|rd|th)?)?(?:(?:,?\s(?:of\s)?(?P<ym>{YEAR}))|[-'](?P<yy>[0-2]\d)(?![\d%]))?(?![0-9])
  | (?:between\s(?P<yf>{YEAR})\sand|from\s(?P<yg>{YEAR})\sto)\s(?P<yt>{YEAR})(?!\d)
  | (?:the\s)?(?:same|corresponding|comparable)\s(?:[\w-]+\s)?(?:period|months?|quarter)\s(?:of|in)\s(?P<ys>{YEAR})(?!\d)
  | (?<=\()(?P<yd>{YEAR})[./](?P<md>0[1-9]|1[0-2])(?=\))
  | (?P<ya>{YEAR})-(?P<yb>{YEAR}|\d\d)(?!\d|-\d)
  | (?<![\d.,$])(?P<yo>{YEAR})(?![\d.,]\d|\d|%|\s?(?:million|billion|trillion|thousand|percent|constant|prices|yuan)))
    """,
    re.VERBOSE,
)
# How a mention begins: a quick look before the careful one.
_FIRST_EN = re.compile(
    "|".join([*_ABBR, "from ", "the ", "first ", "second ", "third ", "fourth ", "last ", "1st ",
              "2nd ", "3rd ", "4th ", "1q", "2q", "3q", "4q", "q", "h", "between ", "same ",
              "corresponding ", "19", "20"])
)  # fmt: skip
_END_EN = re.compile(
    r"(?:\bend[- ](?:of[- ])?(?:the )?|\bas of (?:the end of )?|\bas at |\bby |\buntil |\bup to |\blate )$"
)
_END_OF = re.compile(
    r"\b(?:(?:by )?(?:the )?end[- ](?:of )?(?:the )?|(?:the )?(?:whole|full|entire) year (?:of )?)$"
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|of|by|from|than|since|during|over|for|year|until|to|end|late|between|and|with|throughout|through|as of|calendar|fiscal|until|against|versus|vs)[ -]|\()$|^$|[.,;:] $"
)


class When(msgspec.Struct, frozen=True, gc=False):
    """A mention of a period.

    `first` and `last` are months counted from January of the year (0 to 11, or beyond it);
    `year` None is to be filled in. `end`: a stock's date. `shift` counts years, months, quarters
    or halves back for a relative mention ("-1y", "0m"); `same` says the same months as now.
    """

    year: int | None
    first: int
    last: int
    end: bool = False
    relative: str = ""
    same: bool = False
    loose: bool = False  # 去年, last year: of the day of issue, where nothing is compared

    def resolve(self, now: Period) -> Period:
        """The months meant, where the text is speaking of `now`."""
        if self.relative and self.first < 0:
            return self._shifted(now)
        if self.same and self.year is not None:
            return now.lag(now.year - self.year)
        year = now.year if self.year is None else self.year
        if self.relative:
            year += int(self.relative[:-1])
        return Period(year * 12 + self.first, year * 12 + self.last)

    def _shifted(self, now: Period) -> Period:
        by, unit = int(self.relative[:-1]), self.relative[-1]
        if self.same:
            return now.lag(-by)
        if unit == "y":
            year = now.year + by
            return Period.month_of(year, 12) if self.end else Period.year_of(year)
        size = {"m": 1, "q": 3, "h": 6}[unit]
        if unit == "m":
            return Period(now.last + by, now.last + by)
        start = now.last // size * size + by * size
        return Period(start, start + size - 1)


def relative(spec: str) -> When:
    """A relative mention from its entry in the cues: `-1y end`, `H1`, `0m`."""
    word, *flags = spec.split(" ")
    end, same, loose = (flag in flags for flag in ("end", "same", "loose"))
    if word[0] in "HQ":
        size = 6 if word[0] == "H" else 3
        start = (int(word[1]) - 1) * size
        return When(None, start, start + size - 1, end)
    return When(None, -1, -1, end, word, same, loose)


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A period named in a text, and where."""

    start: int
    end: int
    when: When


_YEAR_ZH = re.compile("(?:[一二][九〇○零0])[一二三四五六七八九〇○零]{2}(?=年)")
_DIGITS_ZH = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def numbered(text: str) -> str:
    """A text with its years in digits, character for character: 二○一五年."""
    if "年" not in text:
        return text
    return _YEAR_ZH.sub(lambda m: m[0].translate(_DIGITS_ZH), text)


def mentions(text: str, language: str) -> Iterator[Mention]:
    """The absolute periods a text names, in order. English text is given in lower case."""
    if language == "zh":
        text = numbered(text)
        for match in _ZH.finditer(text):
            when = None if match["d"] and _day(match, text) else _zh(match)
            if when is not None:
                yield Mention(match.start(), match.end(), when)
        return
    place = 0
    while first := _FIRST_EN.search(text, place):
        start = first.start()
        told = _EN.match(text, start)
        if told is None:
            place = start + 1
            continue
        place = told.end()
        when = None if _day(told, text) else _en(told, text)
        if when is not None:
            prefix = _END_OF.search(text, max(0, start - 20), start)
            yield Mention(prefix.start() if prefix else start, place, when)


_DAY_TO_DAY = re.compile(
    rf"{_MONTH_EN} (?P<a>[0-3]?\d)(?:st|nd|rd|th)?(?:,? {YEAR})? ?(?:-|to|through|until) ?"
    rf"(?:{_MONTH_EN} )?(?P<b>[0-3]?\d)(?:st|nd|rd|th)?(?![\d,.]*\d)"
)


def of_days(text: str) -> bool:
    """English: does a text in lower case speak of days that are no whole months, Jan. 28 to Feb. 4?"""
    return any(int(m["a"]) > 1 or int(m["b"]) < 28 for m in _DAY_TO_DAY.finditer(text))


_TO_DAY = re.compile(
    r"(?:\b(?:as of|as at|by|at|until|till|up to|through|to|end|ended|ending|ends)(?: the)?(?: [0-3]?\d(?:st|nd|rd|th)?)? |[至到止自从于])$"
)


def _day(match: re.Match[str], text: str) -> bool:
    """Is it the date of a day on which something happened, no period of figures?

    31 March may end a period; 20 April does not, and neither does "published on 30 March 2012".
    """
    day = match["d"]
    before = text[max(0, match.start() - 24) : match.start()]
    if day is None:
        if not before.endswith(_AFTER_DAY):
            return False
        return _DAY_BEFORE.search(before) is not None and not _TO_DAY.search(before)
    if int(day) < 28 or _NEWS.match(text, match.end()):
        return True
    return not (_TO_DAY.search(before) or match.start() == 0)


# What follows a day on which news came: 1月30日从工信部获悉.
_NEWS = re.compile(
    r",?(?:从|[电讯](?![信子话])|记者|本报|发布|公布|举行|召开|上午|下午|工信部|国家|国新办|国务院)"
)
_AFTER_DAY = tuple(f"{end} " for end in ("st", "nd", "rd", "th", *"0123456789"))
_DAY_BEFORE = re.compile(r"(?<![\d.])[0-3]?\d(?:st|nd|rd|th)? $")


def _number(text: str) -> int:
    return _CN.get(text) or int(text)


def _zh(match: re.Match[str]) -> When | None:
    g = match.groupdict()
    end = any(g[k] for k in ("end1", "end2", "end3", "end4", "end5", "end6", "yend"))
    if plan := g["plan"]:
        name = re.sub(r'["规划时期间末以来收官]', "", plan)
        start = _PLANS.get(name)
        if start is None or (not plan.startswith('"') and name == plan):
            return None
        return When(start, 48 if "末" in plan else 0, 59, "末" in plan)
    if g["y0"]:
        years = int(g["y1"]) - int(g["y0"])
        return When(int(g["y0"]), 0, 12 * years + 11, end) if 0 <= years <= 60 else None
    if g["m0"]:
        first, last = int(g["m0"]) - 1, int(g["m1"]) - 1
        year = int(g["y"]) if g["y"] else None
        if g["y2"] and year is not None:
            last += 12 * (int(g["y2"]) - year)
        return When(year, first, last, end) if 0 <= last - first <= 240 else None
    if part := g["part"]:
        year = int(g["yp"]) if g["yp"] else None
        if "半" in part:
            start = 0 if part[0] == "上" else 6
            return When(year, start, start + 5, end)
        if part.endswith("月"):
            return When(year, 0, _number(re.sub("[前个月]", "", part)) - 1, end)
        n = _number(re.sub("[前第个季度]", "", part))
        return When(year, 0 if part[0] == "前" else 3 * n - 3, 3 * n - 1, end)
    if m := g["m"] or g["mc"]:
        year_text = g["ym"] or g["yc"]
        month = _number(m) - 1
        end = end or (g["d"] is not None and int(g["d"]) >= 28)
        return When(int(year_text) if year_text else None, month, month, end)
    if g["ys"]:
        return When(int(g["ys"]), 0, 11, same=True)
    if g["ya"]:
        return When(int(g["ya"]), 0, 11, end)
    return None


def _month(text: str) -> int:
    return _ABBR[
        text.rstrip(".")[:4] if text.startswith("sept") and text.rstrip(".") == "sept" else text[:3]
    ]


def _en(match: re.Match[str], text: str) -> When | None:
    g = match.groupdict()
    before = text[max(0, match.start() - 24) : match.start()]
    if before.endswith(_AFTER_DAY):
        before = _DAY_BEFORE.sub("", before)
    end = (_END_EN.search(before) is not None and "by " not in before[-3:]) or before.endswith(
        "end of "
    )
    by = before.endswith(("by ", "as of ", "until ", "as at "))
    if g["m0"]:
        first, last = _month(g["m0"]) - 1, _month(g["m1"]) - 1
        ranges = first <= last if g["next"] is None else first + 1 == last  # January, February
        return When(int(g["y"]) if g["y"] else None, first, last, end) if ranges else None
    if g["run"]:
        last = _month(g["mr"]) - 1
        first = last + 1 - _COUNT[g["run"]]
        return When(int(g["yr"]) if g["yr"] else None, first, last) if first >= 0 else None
    if g["mf"]:
        first = 12 * int(g["yi"]) + _month(g["mf"]) - 1
        last = 12 * int(g["yj"]) + _month(g["mt"]) - 1
        return When(first // 12, first % 12, first % 12 + last - first) if first < last else None
    if g["nth"]:
        year = int(g["yp"]) if g["yp"] else None
        size = 3 if g["part"] == "quarter" else 6
        n = 12 // size if g["nth"] == "last" else _NTH[g["nth"]]
        return When(year, (n - 1) * size, n * size - 1, end) if n * size <= 12 else None
    if g["single"]:
        return When(int(g["yc"]) if g["yc"] else None, 0, 0, end)
    if g["count"]:
        n = _COUNT.get(g["count"]) or (int(g["count"]) if g["count"].isdigit() else 0)
        months = n if g["what"] == "months" else 3 * n
        return (
            When(int(g["yc"]) if g["yc"] else None, 0, months - 1, end)
            if 1 <= months <= 12
            else None
        )
    if g["nq"]:
        n = int(g["nq"])
        return When(2000 + int(g["yn"]), 3 * n - 3, 3 * n - 1, end)
    if q := g["q"] or g["qz"]:
        size, n = (3 if q[0] == "q" else 6), int(q[1])
        y = g["yq"] or g["yz"]
        return (
            When(int(y) if y else None, (n - 1) * size, n * size - 1, end)
            if n * size <= 12
            else None
        )
    if g["m"]:
        if g["yy"]:  # March-17
            g["ym"] = f"20{g['yy']}"
        bare = g["ym"] is None and g["d"] is None
        if (
            bare
            and g["m"] in ("may", "march", "mar", "sat", "sun", "dec", "jan")
            and not re.search(
                r"\b(?:in|of|by|since|from|for|to|through|until|during|end|as of|than|ending)[ -]$",
                before,
            )
        ):
            return None
        month = _month(g["m"]) - 1
        end = end or by or (g["d"] is not None and int(g["d"]) >= 28)
        return When(int(g["ym"]) if g["ym"] else None, month, month, end)
    if g["yt"]:
        start, stop = int(g["yf"] or g["yg"]), int(g["yt"])
        return When(start, 0, 12 * (stop - start) + 11) if 0 < stop - start <= 60 else None
    if g["ys"]:
        return When(int(g["ys"]), 0, 11, same=True)  # the same period of 2021
    if g["yd"]:
        return When(int(g["yd"]), int(g["md"]) - 1, int(g["md"]) - 1)  # (2013.06)
    if g["ya"]:
        start = int(g["ya"])
        stop = int(g["yb"]) if len(g["yb"]) == 4 else start // 100 * 100 + int(g["yb"])
        return When(start, 0, 12 * (stop - start) + 11, end) if 0 < stop - start <= 60 else None
    if g["yo"] and (_BEFORE_YEAR.search(before) or end or match.start() == 0):
        return When(int(g["yo"]), 0, 11, end or by)
    return None
