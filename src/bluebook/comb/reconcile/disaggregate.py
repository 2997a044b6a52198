"""Months or quarters that nobody published, from their years and a figure that moves alike.

Temporal disaggregation by Denton's method (`adjust.denton`; Denton 1971, Cholette 1984): the parts
of each year sum to what is known of it, and their ratio to the figure that moves alike changes as
little as can be from one part to the next. Parts that are published stay inside their bounds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from bluebook.comb.reconcile.adjust import denton
from bluebook.comb.system.arrays import Floats, Ints
from bluebook.errors import BluebookError
from bluebook.model.fact import Fact
from bluebook.model.interval import INF, Interval
from bluebook.model.period import Period

FEWEST = 3  # published parts left out in turn, without which errors are not measured
Ask = Callable[[Period], Fact | None]


class Parts(NamedTuple):
    """The years around a part, the parts they fall into, and what is known of both."""

    periods: list[Period]
    of: Ints  # the year of each part
    years: list[Fact]
    like: list[Fact]
    known: list[Fact | None]

    def solved(self, without: int = -1) -> Floats:
        """The parts; `without` the published value of one."""
        ends = [
            (-INF, INF) if fact is None or k == without else (fact.lower, fact.upper)
            for k, fact in enumerate(self.known)
        ]
        return denton(
            np.array([fact.value for fact in self.like]),
            np.array([fact.value for fact in self.years]),
            self.of,
            np.array([lower for lower, _ in ends]),
            np.array([upper for _, upper in ends]),
        )


def parts(when: Period, own: Ask, like: Ask) -> Parts:
    """All years without a gap around a part of which year and like figure are known.

    BluebookError where the part's own year, or the figure that moves alike, is not known.
    """
    if 12 % when.months or when.months == 12 or when.first % when.months:
        raise BluebookError(f"{when} is no month, quarter or half of a year", "name such a period")
    year = when.first // 12
    first, last = year, year
    if not _complete(year, when.months, own, like):
        raise BluebookError(
            f"the year of {when}, or the figure to move like in some part of it, is not known",
            "denton divides a known year by a figure known for all its parts",
        )
    while _complete(first - 1, when.months, own, like):
        first -= 1
    while _complete(last + 1, when.months, own, like):
        last += 1
    years = range(first, last + 1)
    periods = [one for y in years for one in _parts_of(y, when.months)]
    return Parts(
        periods,
        np.array([one.first // 12 - first for one in periods]),
        [_needed(own(Period.year_of(y))) for y in years],
        [_needed(like(one)) for one in periods],
        [None if one == when else _published(own(one)) for one in periods],
    )


def disaggregated(found: Parts, when: Period) -> tuple[float, Interval]:
    """The value of a part, and where it lies: by the largest relative error that the method makes
    on published parts, each left out in turn; without three of them, between nothing and what
    the year leaves."""
    at = found.periods.index(when)
    value = float(found.solved()[at])
    errors = [
        abs(float(found.solved(without=k)[k]) - fact.value) / fact.value
        for k, fact in enumerate(found.known)
        if fact is not None and fact.value > 0
    ]
    if len(errors) >= FEWEST:
        return value, Interval.around(value, value * max(errors))
    year = found.years[found.of[at]]
    others = sum(
        fact.lower
        for fact, of in zip(found.known, found.of, strict=True)
        if fact is not None and of == found.of[at]
    )
    return value, Interval(0.0, year.upper - others)


def _parts_of(year: int, months: int) -> list[Period]:
    return [Period(at, at + months - 1) for at in range(12 * year, 12 * year + 12, months)]


def _complete(year: int, months: int, own: Ask, like: Ask) -> bool:
    alike = (like(one) for one in _parts_of(year, months))
    return own(Period.year_of(year)) is not None and all(
        f is not None and f.value > 0 for f in alike
    )


def _published(fact: Fact | None) -> Fact | None:
    return fact if fact is not None and fact.status != "E" else None


def _needed(fact: Fact | None) -> Fact:
    assert fact is not None
    return fact
