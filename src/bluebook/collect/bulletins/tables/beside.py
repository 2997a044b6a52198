"""Columns that are told by those beside them: growth after two dates, growth of the month."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.collect.bulletins.tables.heads import Told
from bluebook.model.period import Period

Columns = list[list[Told]]
_BARE = frozenset(("change", "chg", "chg.", "variation", "growth", "+/-", "±"))
_STEPS = {
    12: "growth",
    1: "mom",
    3: "qoq",
}  # months between two columns, and growth from one to the other


def measures(column: Sequence[Told]) -> frozenset[str]:
    """What all heads over a column measure."""
    return frozenset().union(*(told.measures for told in column))


def paired(columns: Columns) -> Columns:
    """Growth of the month beside its value: cumulative, growth, this month, growth."""
    told = [measures(column) for column in columns]
    rates = [c for c, kinds in enumerate(told) if "growth" in kinds]
    levels = [c for c, kinds in enumerate(told) if kinds and "growth" not in kinds]
    if len(rates) < 2 or [c - 1 for c in rates] != levels:
        return columns
    found = list(columns)
    for c in rates:
        if "month" in told[c - 1] and not told[c] & {"month", "to date"}:
            head = columns[c][0]
            found[c] = [head._replace(measures=head.measures | {"month"}), *columns[c][1:]]
    return found


def compared(columns: Columns, percents: Sequence[bool], now: Period) -> Columns:
    """English: growth behind two dated columns is from one to the other: Sept 2022, Aug 2022, change.

    `percents`: which columns hold nothing but percentages. Without a year or a month between the
    two, nobody knows.
    """
    dated = [
        t.when.resolve(now)
        for column in columns
        for t in column
        if t.when is not None and not t.subject
    ]
    found = list(columns)
    for c, column in enumerate(columns):
        if len(column) != 1 or column[0].when is not None or column[0].subject is not None:
            continue
        head = column[0]
        bare = head.left.strip(" %()") in _BARE or (head.measures == {"growth"} and _unsaid(head))
        if not bare or not (percents[c] or head.units) or len(dated) < 2:
            continue
        steps = {abs(dated[0].first - dated[1].first)} if len(dated) == 2 else set()
        same = len({p.months for p in dated}) == 1
        kind = next((_STEPS[s] for s in steps if s in _STEPS and same), "")
        if len(dated) > 2:
            kind = "growth" if {p.months for p in dated} == {12} else ""
        found[c] = [
            head._replace(measures=frozenset((kind,)), unknown="")
            if kind
            else head._replace(measures=frozenset(), unknown=head.text)
        ]
    return found


def _unsaid(head: Told) -> bool:
    """Does a head of growth leave open what is compared with?"""
    return not any(word in head.text for word in ("y/y", "yoy", "y-o-y", "year", "annual"))
