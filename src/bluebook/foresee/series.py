"""A monthly series out of the account, as regular as the published figures allow.

A flow is published by month and as the year to date; combing gives the months. January often
has no figure of its own: then January and February are one observation and a year has eleven.
A stock has one figure a month; where January is missing a year has eleven as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bluebook.comb.account import Account
from bluebook.language.meaning import Query, is_stock
from bluebook.model.fact import Fact
from bluebook.model.period import Period

LOOSE = 0.02  # a fact known less sharply than this (half width over value) is no observation
YEARS_BACK = 30


class Series(NamedTuple):
    """Consecutive facts, `season` of them a year, the last one dated `until` or earlier."""

    facts: list[Fact]
    season: int


def slots(year: int, season: int, stock: bool) -> list[Period]:
    """The periods observed in a year: twelve months, or eleven with January joined or left out."""
    months = [Period.month_of(year, m) for m in range(1, 13)]
    if season == 12:
        return months
    first = months[1] if stock else Period(months[0].first, months[1].last)
    return [first, *months[2:]]


def _sharp(fact: Fact | None) -> Fact | None:
    if fact is None or not fact.value > 0:
        return None
    return fact if (fact.upper - fact.lower) / 2 <= LOOSE * fact.value else None


def observe(account: Account, query: Query, season: int) -> Iterator[tuple[Period, Fact | None]]:
    """The slots up to the query's period, latest first, with what is known of each."""
    stock = is_stock(query.expression, account.catalogue)
    for year in range(query.period.year, query.period.year - YEARS_BACK, -1):
        for slot in reversed(slots(year, season, stock)):
            if slot.last <= query.period.last:
                yield slot, _sharp(account.ask(query._replace(period=slot)))


def monthly(account: Account, query: Query) -> Series:
    """The longest unbroken series that ends at the query's period, of twelve or eleven a year."""
    best = Series([], 12)
    for season in (12, 11):
        run: list[Fact] = []
        for _, fact in observe(account, query, season):
            if fact is None:
                if run:
                    break
                continue
            run.append(fact)
        if len(run) / season > len(best.facts) / best.season:
            best = Series(run[::-1], season)
    return best


def following(last: Period, season: int, count: int, stock: bool) -> list[Period]:
    """The next `count` slots after a period."""
    found: list[Period] = []
    year = last.year
    while len(found) < count:
        found += [s for s in slots(year, season, stock) if s.last > last.last]
        year += 1
    return found[:count]
