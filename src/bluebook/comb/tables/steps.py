"""Steps: at one place a series falls or rises by a half and stays there, and nowhere else.

The change of a place is held against the changes of all places in the same period: it is a step
where it lies far outside their median and median absolute deviation (Hampel 1974) and does
not come back. It may be a break in the series, or a defect of the table.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.tables.table import Table
from bluebook.comb.words import both, number, place, subject
from bluebook.model.period import Period

FAR = math.log(1.5)  # what all other places do explains no change beyond this
SPREADS = 8.0  # median absolute deviations
LEAST = 0.02


def explain_steps(table: Table, account: Account) -> Iterator[Disagreement]:
    """A disagreement for each place and period at which a series steps without a cause."""
    for before, after in pairwise(table.periods):
        changes = {
            where: change
            for where in table.places
            if (change := _change(table, where, before, after)) is not None
        }
        if len(changes) < 5:
            continue
        middle = median(changes.values())
        spread = max(median(abs(c - middle) for c in changes.values()), LEAST)
        for where, change in changes.items():
            off = change - middle
            far = abs(off) > FAR and abs(off) > SPREADS * spread
            if far and _alone(table, where, after, off):
                yield _told(table, where, (before, after), change, middle)


def _change(table: Table, where: str, before: Period, after: Period) -> float | None:
    a, b = table.cells.get((where, before)), table.cells.get((where, after))
    if a is None or b is None or a.value <= 0 or b.value <= 0:
        return None
    return math.log(b.value / a.value)


def _alone(table: Table, where: str, after: Period, off: float) -> bool:
    """Is it the one great change of the place, and does the series stay where it went?"""
    others = [
        change
        for p, q in pairwise(table.periods)
        if q != after and (change := _change(table, where, p, q)) is not None
    ]
    later = any(p > after and (where, p) in table.cells for p in table.periods)
    return later and all(abs(change) < abs(off) / 2 for change in others)


def _told(
    table: Table, where: str, periods: tuple[Period, Period], change: float, middle: float
) -> Disagreement:
    before, after = (table.cells[where, period] for period in periods)

    def message(language: str) -> str:
        what = subject(table.code, table.catalogue, language)
        at = place(where, table.catalogue, language)
        step = (
            f"{number(before.value, before.half_width)} → {number(after.value, after.half_width)}"
        )
        own, others = (number(100 * math.expm1(x), 0.5) for x in (change, middle))
        if language == "zh":
            return (
                f"{table.source}的{what}，{at}，{before.period}至{after.period}：{step}（{own}%），"
                f"各地中位数为{others}%，此后不复原：疑为序列中断或填列有误，应申明中断或剔除。"
            )
        return (
            f"{what} in {table.source}, {at}, {before.period} to {after.period}: {step} ({own} %), "
            f"where the median place moved by {others} %, and it stays there: a break in the "
            "series or a defect; declare the break or leave the cells out."
        )

    cells = [c.id for (t, p), c in table.cells.items() if t == where and p >= periods[0]]
    return Disagreement(
        kind="break",
        severity="warning",
        message=both(message),
        claims=tuple(dict.fromkeys((after.id, *cells))),
    )
