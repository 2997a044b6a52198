"""Clipped columns: many places share the greatest or the least value to the last digit.

Winsorising replaces what lies beyond a quantile by the quantile (Dixon 1960), so a column that
was winsorised ends in several equal values, which figures with that many digits never do.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.tables.table import Table, digits
from bluebook.comb.words import LANGUAGES, number, subject

EQUAL = 3  # so many cells at the end of a column are no coincidence
DIGITS = 4  # of figures with so many digits


def explain_clipped(table: Table, account: Account) -> Iterator[Disagreement]:
    """One disagreement for each end of a column that is clipped."""
    values = [claim.value for claim in table.cells.values()]
    for end, zh, en in ((max(values), "最大", "greatest"), (min(values), "最小", "least")):
        same = [claim for claim in table.cells.values() if claim.value == end]
        if len(same) < EQUAL or not end or digits(same[0]) < DIGITS:
            continue

        what = {la: subject(table.code, table.catalogue, la) for la in LANGUAGES}
        cap, count = number(end, same[0].half_width), len(same)
        message = {
            "zh": f"{table.source}的{what['zh']}：{count}个格同为{zh}值{cap}，是截尾（缩尾）所致，"
            "真值在其外，不予采用。",
            "en": f"{what['en']} in {table.source}: {count} cells hold the {en} value {cap} to the "
            "last digit: the column was clipped (winsorised); the truth lies beyond, and the cells "
            "are set aside.",
        }
        ids = tuple(claim.id for claim in same)
        yield Disagreement(
            kind="clipped", severity="warning", message=message, claims=ids, set_aside=ids
        )
