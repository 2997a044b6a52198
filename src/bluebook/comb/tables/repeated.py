"""Repeated cells: the figure of one period stands again, to the last digit, in the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.tables.table import Table, digits
from bluebook.comb.words import both, number, place, subject

DIGITS = 6  # figures with so many digits do not recur


def explain_repeated(table: Table, account: Account) -> Iterator[Disagreement]:
    """One disagreement for all cells of a column that repeat the period before."""
    pairs = [
        (before, after)
        for where in table.places
        for p, q in pairwise(table.periods)
        if (before := table.cells.get((where, p))) and (after := table.cells.get((where, q)))
        if before.value == after.value and before.value and digits(after) >= DIGITS
    ]
    if not pairs:
        return

    def message(language: str) -> str:
        what = subject(table.code, table.catalogue, language)
        cells = ("、" if language == "zh" else ", ").join(
            f"{place(b.territory, table.catalogue, language)} {b.period} = {a.period} "
            f"{number(a.value, a.half_width)}"
            for b, a in pairs[:4]
        )
        if language == "zh":
            return (
                f"{table.source}的{what}：{len(pairs)}处与上一期逐位相同（{cells}），疑为重复填列。"
            )
        return (
            f"{what} in {table.source}: {len(pairs)} cells repeat the period before to the last "
            f"digit ({cells}): probably filled in twice."
        )

    ids = dict.fromkeys(claim.id for pair in pairs for claim in pair)
    yield Disagreement(
        kind="repeated", severity="warning", message=both(message), claims=tuple(ids)
    )
