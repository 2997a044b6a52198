"""The forms in which English mentions a period, of months, quarters, halves, years and their ends."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.times.when import YEAR

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
ABBR = {m[:3]: i + 1 for i, m in enumerate(_MONTHS)} | {"sept": 9}
MONTH = "(?:" + "|".join([*_MONTHS, *(rf"{a}\.?" for a in ABBR)]) + r")(?![a-z])"
NTH = {
    "first": 1,
    "opening": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
COUNT = {w: i for i, w in enumerate(_NUMBERS.split())}
RUNS = {"quar": 3, "half": 6, "year": 12}
_LENGTH = r"(?:period|months?|quarter|half|time|point|stage|level|figure|total|mark|number)"
_SAME = (
    rf"(?:same|corresponding|comparable|equivalent|like)\s(?:[\w-]+\s)?{_LENGTH}\s(?:(?:of|in)\s)?"
    r"(?:last\syear|(?:the\s)?(?:previous|prior|preceding)\syear|(?:a|the|one)\syear\s(?:before|earlier|ago|prior))"
)
# The forms of a mention, of which the first counts.
_FORMS = {
    "months": rf"(?:from\s)?(?P<m0>{MONTH})(?:\s?(?:-|to|through|and)\s?|-to-|(?P<next>,\s))(?P<m1>{MONTH})(?:,?\s(?:(?:period|quarter),?\s)?(?:of\s|in\s)?(?P<y>{YEAR}))?",
    "months of years": rf"(?:from\s)?(?P<mf>{MONTH})\s(?P<yi>{YEAR})\s(?:-|to|through|and)\s(?P<mt>{MONTH})\s(?P<yj>{YEAR})",
    "part": rf"(?:the\s)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening)[\s-](?P<part>quarter|half(?:[\s-]year(?![\s-]on))?)(?:\s\([1-4]?[qh][1-4]?\))?(?:\s(?:of\s|in\s)?(?P<yp>{YEAR}))?",
    "last months": rf"(?:the\s)?(?:last|final)\s(?P<late>two|three|four|five|six|\d)\smonths\s(?:of|in)\s(?P<yl>{YEAR})(?!\d)",
    "first months": rf"(?:the\s)?(?:first|opening|initial|previous(?=\s\d))\s(?:(?P<count>\w+)[\s-](?P<what>months|quarters|month(?=\speriod))|(?P<single>month))(?:\s(?:of\s|in\s)?(?P<yc>{YEAR}))?",
    "months to": rf"(?:the\s)?(?:(?P<run>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d\d?)[\s-]months?|(?P<runs>quarter|half|half[\s-]year|year))(?:\speriod)?\s(?:to|through|ended|ending|until)\s(?:(?:on|in)\s)?(?:the\send\sof\s)?(?:[0-3]?\d\s)?(?P<mr>{MONTH})(?:\s[0-3]?\d(?!\d))?(?:,?\s(?:of\s)?(?P<yr>{YEAR}))?",
    "so many months": r"(?:(?P<all>(?:the|its|their)\s)|in\s)(?P<many>two|three|four|five|six|seven|eight|nine|ten|eleven|\d\d?)(?:\s(?:months|(?P<four>quarters))|-month(?=\s(?:total|figure|tally|number|amount|volume|revenue|growth|period)))(?!\s(?:ago|earlier|before|prior|later|after|of|from|since|in|beginning|starting|up)\b)",
    "months of": rf"(?P<nm>[2-9]|1[0-2])m(?:(?P<yu>\d\d)|(?P<yv>{YEAR}))e?(?!\w|[.,]\d)",
    "whole year": rf"(?P<whole>fy|ye)[\s-]?(?:(?P<yx>\d\d)|(?P<yw2>{YEAR}))e?(?!\w|[.,/-]\d)",
    "quarter to": rf"(?:the\s)?(?P<mk>{MONTH})(?:\s(?P<yk2>{YEAR}))?\squarter(?:(?:,?\s(?:of\s|in\s)?)(?P<yk>{YEAR}))?(?![a-z])",
    "middle": rf"(?:mid-?\s?|mid-?year\s|(?:the\s)?middle\sof\s|(?:midway|halfway)\sthrough\s)(?P<yh>{YEAR})(?!\d)",
    "nth": rf"(?P<nq>[1-4][qh])(?:(?P<yn>\d\d)(?![\d%]|[.,]\d)|\s?(?:of\s)?(?P<yw>{YEAR}))?(?!\w)",
    "quarter": rf"(?P<q>[qh][1-4])(?:\s(?:of\s)?(?P<yq>{YEAR}))?(?![\w])",
    "quarter of": rf"(?P<yz>{YEAR})\s?(?P<qz>[qh][1-4])(?!\w)",
    "month before": rf"(?:the\s)?(?:previous|preceding|prior)\s(?P<mb>{MONTH})(?!\s\d)",
    "month": rf"(?P<m>{MONTH})(?:\s(?P<d>[0-3]?\d)(?!\.\d)(?:st|nd|rd|th)?)?(?:(?:,?\s(?:of\s)?(?P<ym>{YEAR}))|[-'](?P<yy>[0-2]\d)(?![\d%]))?(?![0-9])",
    "year to year": rf"(?:between\s(?P<yf>{YEAR})\sand|from\s(?P<yg>{YEAR})\sto)\s(?P<yt>{YEAR})(?!\d)",
    "same": rf"(?:the\s)?(?:same|corresponding|comparable)\s(?:[\w-]+\s)?(?:period|months?|quarter)\s(?:of|in)\s(?P<ys>{YEAR})(?!\d)",
    "same ago": rf"(?:the\s)?(?:{_SAME}|year[\s-](?:ago|earlier)\s{_LENGTH})(?P<ago>)(?![a-z])",
    "dotted": rf"(?<=\()(?P<yd>{YEAR})[./](?P<md>0[1-9]|1[0-2])(?=\))",
    "years": rf"(?P<ya>{YEAR})-(?P<yb>{YEAR}|\d\d)(?!\d|-\d)",
    "year end": rf"(?P<yend>{YEAR})[\s-]year[\s-]end(?![a-z])|year[\s-]end\s(?P<yende>{YEAR})(?!\d)",
    "year": rf"(?P<of>the\syear\s(?:of\s)?)?(?<![\d.,$])(?P<yo>{YEAR})(?![\d.,]\d|\d|/\d\d|%|\s?(?:million|billion|trillion|thousand|percent|constant|prices|yuan))",
}  # fmt: skip


def _any(*forms: str) -> re.Pattern[str]:
    """A pattern of any of some forms."""
    either = "|".join(_FORMS[form] for form in forms)
    return re.compile(rf"(?<![a-z])(?=[fjmasondtlqhcepbiy0-9])(?:{either})")


PERIOD = _any(*_FORMS)
IN_DIGITS = _any(
    "part", "months to", "months of", "nth", "quarter of", "dotted", "years", "year end", "year"
)  # that begin so
MONTHS = frozenset(ABBR)  # how a month begins, by itself or at the head of a span
IN_MONTHS = _any("months", "months of years", "quarter to", "month")


def month_of(text: str) -> int:
    """The number of a month, by its name."""
    return ABBR[
        text.rstrip(".")[:4] if text.startswith("sept") and text.rstrip(".") == "sept" else text[:3]
    ]


def count(word: str) -> int:
    """The number that a word or digits tell; 0 where they tell none."""
    return COUNT.get(word) or (int(word) if word.isdigit() else 0)
