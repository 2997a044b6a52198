"""Early counts: a stock that was counted before the date it is printed under.

"By the end of November" said on the 26th is no figure of the end of November; and a count that
the series passed through some months before, told when a later one had been printed, is that
count, quoted late. Both are right figures under a wrong date.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from typing import NamedTuple

from bluebook.model.claim import Claim
from bluebook.model.period import Period

RECENT = 12  # months back within which a series may have passed through the figure


def said_early(date: str, period: Period) -> bool:
    """Was the figure said before its period had ended? `date` is ISO, a day."""
    if len(date) < 10:
        return False
    year, month = divmod(period.last, 12)
    last = f"{year:04d}-{month + 1:02d}-{calendar.monthrange(year, month + 1)[1]:02d}"
    return date < last


class Print(NamedTuple):
    """A printed level, and the day it was said (ISO; "" where it is not known)."""

    value: float
    said: str


def quoted_late(
    one: Print, other: Print, period: Period, before: Iterable[tuple[Period, float]]
) -> bool:
    """Did the series pass through `one` on its way to `other`, the figure of the period, which
    had been said by then? `before` are levels of other dates."""
    value, target = one.value, other.value
    return (
        bool(other.said)
        and one.said > other.said
        and any(
            period.last - RECENT <= at.last < period.last
            and (level <= value < target or level >= value > target)
            for at, level in before
        )
    )


class Series:
    """The printed levels of each indicator and place, by date: what a series passed through."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = claims
        self._levels: dict[tuple[str, str], list[tuple[Period, float]]] = {}

    def of(self, code: str, territory: str) -> list[tuple[Period, float]]:
        """The levels of one series."""
        if not self._levels:
            for claim in self._claims:
                if claim.expression and "(" not in claim.expression and claim.is_fact:
                    level = Period.parse(claim.period), claim.value
                    key = claim.expression, claim.territory
                    self._levels.setdefault(key, []).append(level)
        return self._levels.get((code, territory), [])
