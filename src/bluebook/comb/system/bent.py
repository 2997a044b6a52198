"""Bent statements: their rows follow from what is known of their levels, and only there.

A product of two unknowns is bounded on each side by what is known of the other (the backward step
of HC4, Benhamou et al. 1999). So such rows hold inside a box only, and a conflict that they take
part in rests on whatever the box rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from bluebook.comb.system.program import conflict_in
from bluebook.comb.system.propagate import INF, Box, propagate
from bluebook.comb.system.register import number_rows
from bluebook.comb.system.statement import Row, Statement
from bluebook.model.interval import Interval

Owner = TypeVar("Owner")


def bent_rows(one: Statement, interval: Interval, box: Box) -> tuple[Row, ...]:
    """The rows of a bent statement in an interval, inside a box."""
    lower, upper = box.lower, box.upper
    return number_rows(one.term, interval, dict(one.level), lambda j: Interval(lower[j], upper[j]))


def bent_conflict(
    bent: Iterable[tuple[Owner, Statement, Interval]],
    rows: Sequence[Row],
    owners: Sequence[Owner],
    box: Box,
) -> set[Owner] | None:
    """Whose rows cannot hold together once bent statements are added one by one; None where they
    can. `box` is what `rows` imply, `owners` says whose they are."""
    every, whose = list(rows), [{owner} for owner in owners]
    for owner, one, interval in bent:
        mine = bent_rows(one, interval, box)
        behind = {owner}.union(*(whose[n] for j in one.columns for n in box.support(j)))
        every += mine
        whose += [behind] * len(mine)
        box = propagate(box.copy(), every, len(every) - len(mine))
        found = box.conflict or zero_only(mine, every, box)
        if found is not None:
            return set().union(*(whose[n] for n in found))
    return None


def zero_only(mine: Sequence[Row], rows: Sequence[Row], box: Box) -> frozenset[int] | None:
    """The numbers of rows that leave nothing but zero to the columns of `mine`, of which nothing
    else is known: ratios that contradict one another."""
    columns = {j for row in mine for j in row.columns}
    if not columns or any(box.lower[j] > 0 or box.upper[j] < INF for j in columns):
        return None
    among = [n for n, row in enumerate(rows) if columns.issuperset(row.columns)]
    found = conflict_in(box, [rows[n] for n in among], {})
    return None if found is None else frozenset(among[n] for n in found)
