"""A mention of a period: which months, of which year, seen from where the text speaks."""

from __future__ import annotations

import msgspec

from bluebook.model.period import Period

YEAR = r"(?:19[1-9]\d|20\d\d)"


class When(msgspec.Struct, frozen=True, gc=False):
    """A mention of a period.

    `first` and `last` are months counted from January of the year (0 to 11, or beyond it);
    `year` None is to be filled in. `end`: a stock's date. `relative` counts years, months,
    quarters, halves or periods on or back ("1y", "-1y", "0m", "-1p"), or years of the decade ("5d"); `same` says the same months as now.
    """

    year: int | None
    first: int
    last: int
    end: bool = False
    relative: str = ""
    same: bool = False
    loose: bool = False  # 去年, last year: of the day of issue, where nothing is compared
    counted: bool = False  # English: the eight months, of which the page tells when they end

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

    def before(self, now: Period) -> Period:
        """The months meant, which are not after `now`: up to 90.2 in January, from 89.8 in December."""
        found = self.resolve(now)
        bare = self.year is None and not self.relative
        return found.lag(1) if bare and found.last > now.last else found

    def _shifted(self, now: Period) -> Period:
        by, unit = int(self.relative[:-1]), self.relative[-1]
        if self.same:
            return now.lag(-by)
        if unit == "p":  # the period before, as long as the present one
            return now.shift(by * now.months)
        if unit == "y":
            year = now.year + by
            return Period.month_of(year, 12) if self.end else Period.year_of(year)
        if unit == "d":
            return Period.year_of(now.year // 10 * 10 + by)  # the middle of the decade
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
