"""Periods as tables print them: `2020年1-5月`, `Jan/2020`, `dez/13`, `1T20`, a date, a serial.

read_period("2020年上半年") == read_period("H1 2020") == Period.parse("2020-H1")
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from bluebook.errors import BluebookError
from bluebook.model.period import Period

_MONTHS = (
    "january janeiro", "february fevereiro", "march marco", "april abril", "may maio",
    "june junho", "july julho", "august agosto", "september setembro", "october outubro",
    "november novembro", "december dezembro",
)  # fmt: skip
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_EPOCH = datetime.date(1899, 12, 30)  # day 0 of spreadsheets


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    if len(word) >= 3:
        for number, names in enumerate(_MONTHS, 1):
            if any(name.startswith(word) for name in names.split()):
                return number
    raise BluebookError(f"{word!r} is not a month")


def _year(word: str) -> int:
    year = int(word)
    return year if len(word) == 4 else year + (2000 if year < 80 else 1900)


def _months(year: str, first: str, last: str = "") -> Period:
    start, end = _month(first), _month(last or first)
    if not 1 <= start <= end <= 12:
        raise BluebookError(f"months {start} to {end} of {year}")
    return Period(_year(year) * 12 + start - 1, _year(year) * 12 + end - 1)


def _part(year: str, which: str, months: int) -> Period:
    number = _CHINESE.get(which) or int(which)
    if not 1 <= number <= 12 // months:
        raise BluebookError(f"part {number} of {year}")
    first = _year(year) * 12 + (number - 1) * months
    return Period(first, first + months - 1)


def _serial(day: str) -> Period:
    date = _EPOCH + datetime.timedelta(days=int(day))
    return Period.month_of(date.year, date.month)


_SEP = r"[\s./_-]*(?:de\s+)?"
_TO = r"\s*(?:[-–—~至到]|to|a)\s*"
_WORD = r"([a-z]{3,9})\.?"
_FORMS: list[tuple[re.Pattern[str], Callable[..., Period]]] = [
    (re.compile(pattern + r"\Z"), make)
    for pattern, make in (
        (r"(\d{4})(?:年度?)?(?:全年|末|底)?", lambda y: Period.year_of(int(y))),
        (r"(\d{4})[-/.年](\d{1,2})(?:月份?)?(?:末|底)?", _months),
        (r"(\d{4})(0[1-9]|1[0-2])", _months),
        (r"(\d{4})[-/](\d{2})[-/]\d{2}(?:[ t]00:00(?::00)?)?", _months),
        (r"([2-7]\d{4})", _serial),
        (rf"(\d{{4}})年(\d{{1,2}})月?{_TO}(\d{{1,2}})月份?", _months),
        (r"(\d{4})年([上下])半年", lambda y, n: _part(y, n, 6)),
        (r"(\d{4})年第?([一二三四1-4])季度?", lambda y, n: _part(y, n, 3)),
        (r"(\d{4})年前(?:三季度|3季度)", lambda y: _months(y, "1", "9")),
        (rf"{_WORD}{_SEP}(\d{{4}}|\d{{2}})", lambda m, y: _months(y, m)),
        (rf"(\d{{4}}){_SEP}{_WORD}", _months),
        (rf"{_WORD}{_TO}{_WORD}{_SEP}(\d{{4}}|\d{{2}})", lambda a, b, y: _months(y, a, b)),
        (rf"(\d{{4}}){_SEP}[qt]([1-4])", lambda y, n: _part(y, n, 3)),
        (r"(?:[qt]([1-4]))[\s/-]*(\d{4}|\d{2})", lambda n, y: _part(y, n, 3)),
        (r"([1-4])[qtº]+[\s/-]*(?:tri\w*\s*)?(\d{4}|\d{2})", lambda n, y: _part(y, n, 3)),
        (rf"(\d{{4}}){_SEP}[hs]([12])", lambda y, n: _part(y, n, 6)),
        (r"(?:[hs]([12]))[\s/-]*(\d{4}|\d{2})", lambda n, y: _part(y, n, 6)),
        (r"([12])[hs][\s/-]*(\d{4}|\d{2})", lambda n, y: _part(y, n, 6)),
    )
]


@lru_cache(maxsize=16384)
def read_period(text: str) -> Period:
    """A period in any of the forms that tables print; BluebookError on anything else."""
    try:
        return Period.parse(text)
    except BluebookError as error:
        found = _read(text)
        if found is None:
            raise error from None
        return found


def _read(text: str) -> Period | None:
    if len(text) > 60:
        return None
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).strip().lower()
    plain = re.sub(r"(?<=[年月])\s+|\s+(?=[年月])|^截至", "", plain)
    for pattern, make in _FORMS:
        if match := pattern.match(plain):
            try:
                return make(*match.groups())
            except (BluebookError, ValueError, OverflowError):
                continue
    return None
