"""Reversed columns: read from the last year to the first, a column agrees with all others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from statistics import median

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.tables.table import Table
from bluebook.comb.words import both, number, place, subject
from bluebook.model.period import Period

KNOWN = 3  # totals known elsewhere that a verdict needs
FAR, NEAR = 0.08, 0.04  # how far (in logs) totals must be off as printed, and at most in reverse


def explain_backwards(table: Table, account: Account) -> Iterator[Disagreement]:
    """A disagreement where a column was filled in the reverse order of its periods."""
    periods = table.periods
    mirror = dict(zip(periods, reversed(periods), strict=True))
    known = table.known(account)
    totals = {p: t for p in periods if (t := table.total(p)) is not None and t > 0}
    as_printed = _off(totals, known, {p: p for p in periods})
    turned = _off(totals, known, mirror)
    if as_printed is None or turned is None or as_printed < FAR or turned > NEAR:
        return
    moved = {cell: claim for cell, claim in table.cells.items() if mirror[cell[1]] != cell[1]}
    proposed = {}
    for (where, period), claim in moved.items():
        other = (where, mirror[period])
        level, whole = table.level(other), table.wholes.get((where, period))
        if level is not None and (table.rate is None or whole):
            value = level if table.rate is None or not whole else level * table.rate.times / whole
            proposed[claim.id] = (float(f"{value:.8g}"), "the order of periods is reversed")
    shown = [p for p in known if p in totals and mirror[p] in totals and mirror[p] != p][:3]

    def message(language: str) -> str:
        what = subject(table.measured, table.catalogue, language)
        nation = place(table.parent(), table.catalogue, language)
        zh = language == "zh"
        sums = ("；" if zh else "; ").join(
            f"{p}: Σ {number(totals[p])}, Σ[{mirror[p]}] {number(totals[mirror[p]])}, "
            f"{nation} {number(known[p])}"
            for p in shown
        )
        if zh:
            return (
                f"{table.source}的{what}（{table.code}）：各期次序颠倒。倒读则与{nation}相合（{sums}）。"
                "不予采用，附倒读之值。"
            )
        return (
            f"{what} in {table.source} ({table.code}): the order of periods is reversed. Read "
            f"backwards it agrees with {nation} ({sums}). The column is set aside; proposed are "
            "the values read backwards."
        )

    ids = tuple(claim.id for claim in moved.values())
    yield Disagreement(
        kind="reversed", severity="error", message=both(message), claims=ids, set_aside=ids,
        proposed=proposed,
    )  # fmt: skip


def _off(
    totals: Mapping[Period, float], known: Mapping[Period, float], order: Mapping[Period, Period]
) -> float | None:
    """How far, in the middle, totals taken in an order are from those known; None if too few."""
    gaps = [
        abs(math.log(totals[order[p]] / value))
        for p, value in known.items()
        if order.get(p) in totals
    ]
    return median(gaps) if len(gaps) >= KNOWN else None
