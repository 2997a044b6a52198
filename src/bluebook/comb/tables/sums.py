"""Sums that miss: the parts of a table add up to something far from the whole."""

from __future__ import annotations

import math
from collections.abc import Iterator

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.tables.table import Table
from bluebook.comb.words import both, number, place, subject

FAR = math.log(1.15)  # a sum farther off than this is no matter of clipping or rounding


def explain_sums(table: Table, account: Account) -> Iterator[Disagreement]:
    """A disagreement for each period whose parts miss the whole by far."""
    parent = table.parent()
    for period, known in table.known(account).items():
        total = table.total(period)
        if total is None or (total > 0 and abs(math.log(total / known)) <= FAR):
            continue
        ids = tuple(claim.id for (_, at), claim in table.cells.items() if at == period)

        def message(
            language: str, total: float = total, known: float = known, period: str = str(period)
        ) -> str:
            what = subject(table.measured, table.catalogue, language)
            whole = place(parent, table.catalogue, language)
            share = number(100 * total / known, 0.5)
            if language == "zh":
                return (
                    f"{table.source}的{what}（{period}）：各地之和{number(total)}，{whole}为"
                    f"{number(known)}，为其{share}%；该期不予采用。"
                )
            return (
                f"{what} in {table.source}, {period}: the parts add up to {number(total)}, {whole} "
                f"has {number(known)}: {share} % of it; the period is set aside."
            )

        fact = account.levels[table.measured, parent, str(period)]
        yield Disagreement(
            kind="sum", severity="warning", message=both(message),
            claims=(*ids, *fact.claims), set_aside=ids,
        )  # fmt: skip
