"""Tables whose heads do not stand over their own figures: nothing can be read of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bluebook.collect.bulletins.tables.beside import Columns, measures
from bluebook.collect.bulletins.tables.heads import Unit
from bluebook.collect.bulletins.tables.rows import Line

LEAP = 300.0  # percent: most of what a table says grew does not grow by more
_PLAIN = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_RATES = frozenset(("growth", "mom", "qoq", "points", "rank", "share", "part"))


def askew(
    columns: Columns,
    heads: Sequence[Line],
    body: Sequence[Line],
    labels: Sequence[int],
    units: Iterable[Unit | None],
) -> bool:
    """Do heads and figures of a table not fit: more figures than heads, levels under a growth?

    `units` are those that its rows print, in a column of their own.
    """
    figures = [c for c in range(len(columns)) if c not in labels]
    wide = max((len(row.cells) for row in heads if len(row.cells) > 1), default=0)
    if wide and 2 * sum(_figured(row, c) for row in body for c in figures if c >= wide) > len(body):
        return True
    rates = [c for c in figures if measures(columns[c]) & _RATES]
    if rates and rates == figures and any(unit and unit.word not in ("%", "") for unit in units):
        return True
    return any(_leaps([row.cells[c].text for row in body if c < len(row.cells)])
               for c in rates if "growth" in measures(columns[c]))  # fmt: skip


def _figured(row: Line, column: int) -> bool:
    return column < len(row.cells) and row.cells[column].number


def _leaps(cells: Sequence[str]) -> bool:
    """Are most of the figures of a column too large for growth, and print no percent sign?"""
    figures = [float(text.replace(",", "")) for text in cells if _PLAIN.fullmatch(text)]
    return 2 * sum(abs(figure) > LEAP for figure in figures) > len(figures)
