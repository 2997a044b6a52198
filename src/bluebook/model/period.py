"""Periods of whole months, written as DESIGN and SDMX do.

`2020` a year, `2020-12` a month, `2020-Q1`, `2020-H1`, `2020-01/2020-05` any run of months.
A stock is dated by the last month of its period (`at_end`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bluebook.errors import BluebookError

_YEAR = re.compile(r"(\d{4})$", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})$", re.ASCII)
_PART = re.compile(r"(\d{4})-([QH])([1-4])$", re.ASCII)


class Period(NamedTuple):
    """Months `first` to `last`, both included, counted as year * 12 + (month - 1).

    >>> str(Period.parse("2020-01/2020-06"))
    '2020-H1'
    >>> str(Period.parse("2020-Q3").lag(1))
    '2019-Q3'
    """

    first: int
    last: int

    @staticmethod
    @lru_cache(maxsize=65536)
    def parse(text: str) -> Period:
        """Read any of the written forms; raises BluebookError on anything else."""
        text = text.strip()
        if "/" in text:
            a, _, b = text.partition("/")
            first, last = Period.parse(a), Period.parse(b)
            if first.first > last.last:
                raise BluebookError(f"period {text!r} ends before it begins")
            return Period(first.first, last.last)
        if m := _YEAR.match(text):
            return Period.year_of(int(m[1]))
        if (m := _MONTH.match(text)) and 1 <= int(m[2]) <= 12:
            return Period.month_of(int(m[1]), int(m[2]))
        if (m := _PART.match(text)) and (m[2] == "Q" or int(m[3]) <= 2):
            size = 3 if m[2] == "Q" else 6
            first_month = int(m[1]) * 12 + (int(m[3]) - 1) * size
            return Period(first_month, first_month + size - 1)
        raise BluebookError(
            f"{text!r} is not a period",
            "write 2020, 2020-12, 2020-Q1, 2020-H1 or 2020-01/2020-05",
        )

    @staticmethod
    def year_of(year: int) -> Period:
        return Period(year * 12, year * 12 + 11)

    @staticmethod
    def month_of(year: int, month: int) -> Period:
        return Period(year * 12 + month - 1, year * 12 + month - 1)

    @property
    def year(self) -> int:
        """The year of the last month."""
        return self.last // 12

    @property
    def month(self) -> int:
        """The last month, 1 to 12."""
        return self.last % 12 + 1

    @property
    def months(self) -> int:
        return self.last - self.first + 1

    @property
    def at_end(self) -> Period:
        """The last month alone: how a stock is dated."""
        return self if self.first == self.last else Period(self.last, self.last)

    @property
    def to_date(self) -> Period:
        """From January to the last month."""
        return Period(self.last // 12 * 12, self.last)

    @property
    def is_year(self) -> bool:
        return self.months == 12 and self.first % 12 == 0

    def shift(self, months: int) -> Period:
        return Period(self.first + months, self.last + months)

    def lag(self, years: int = 1) -> Period:
        """The same period `years` earlier."""
        return self.shift(-12 * years)

    def year_end_before(self) -> Period:
        """December of the year before the last month's year."""
        return Period.month_of(self.year - 1, 12)

    def __str__(self) -> str:
        year, start = divmod(self.first, 12)
        if self.months == 1:
            return f"{year:04d}-{start + 1:02d}"
        if self.is_year:
            return f"{year:04d}"
        if self.months == 6 and start % 6 == 0:
            return f"{year:04d}-H{start // 6 + 1}"
        if self.months == 3 and start % 3 == 0:
            return f"{year:04d}-Q{start // 3 + 1}"
        return f"{year:04d}-{start + 1:02d}/{self.year:04d}-{self.month:02d}"
