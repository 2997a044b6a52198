"""Periods in the words of a table: a title that names one, a head that is one or a part of one."""

from __future__ import annotations

import re

from bluebook.collect.periods import read_period
from bluebook.collect.propose.forms import MAX_LABEL, fold
from bluebook.errors import BluebookError
from bluebook.model.period import Period

_YEAR = r"(?:19[5-9]\d|20\d\d)"
WHEN = re.compile(
    rf"{_YEAR}年(?:第?[一二三四1-4]季度?|前[三3]季度|[上下]半年|\d{{1,2}}月?\s?(?:[-–—~至到]\s?\d{{1,2}})?月份?)?(?:[末底]|全年|度)?"
    rf"|{_YEAR}[-/.](?:0?[1-9]|1[0-2])(?![\d.])"
    rf"|(?<![a-z])(?:[QHT][1-4]|[1-4][QT])[ /-]?{_YEAR}|{_YEAR}[ -]?[QH][1-4](?!\d)"
    rf"|(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s?(?:-|–|to)\s?[a-z]{{3,9}}\.?)?"
    rf"[\s/,-]*(?:of )?{_YEAR}(?!\d)|(?<!\d)(?<!\d[.,]){_YEAR}(?![\d.,]\d|\d|万|亿|[个户家])",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:1[0-2]|0?[1-9])(?:\s?[-–—~至到]\s?(?:1[0-2]|0?[1-9]))?月份?|第?[一二三四1-4]季度|[上下]半年|前[三3]季度"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|[QHT][1-4]|[1-4][QT]",
    re.IGNORECASE,
)


# How a year and a part of it stand together, in templates.
JOINED = ("{0}{1}", "{0}年{1}", "{1} {0}", "{0}-{1}", "{0} {1}")


def when(text: str) -> str:
    """The period that a text is or names, "" where it names none or several."""
    plainly = fold(text[:MAX_LABEL])
    if is_period(text):
        return str(read_period(text.strip()))
    found = {str(p) for m in WHEN.finditer(plainly) if (p := _period(m[0].strip())) is not None}
    return found.pop() if len(found) == 1 else ""


def is_period(text: str) -> bool:
    """Is a text a period and nothing else? Of bare numbers only years are."""
    text = text.strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", text) and not re.fullmatch(_YEAR, text):
        return bool(re.fullmatch(rf"{_YEAR}(?:0[1-9]|1[0-2])", text))
    return _period(text) is not None


def is_part(text: str) -> bool:
    """Is it a month, quarter or half without its year?"""
    return bool(_PART.fullmatch(fold(text)))


def _period(text: str) -> Period | None:
    try:
        return read_period(text)
    except BluebookError:
        return None


def spoken(text: str) -> str:
    """The period of a text; a part of a year behind a text that names the year."""
    if found := when(text):
        head, _, tail = text.rpartition(" ")
        if is_part(tail) and (year := when(head)):
            for form in JOINED:
                if is_period(joined := form.format(year[:4], tail)):
                    return when(joined)
        return found
    return ""


def to_date(period: str) -> str:
    """A month's year to date; any other period as it is."""
    found = Period.parse(period)
    return str(Period(found.last // 12 * 12, found.last)) if found.months == 1 else period
