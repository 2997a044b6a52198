"""Rows of cells, some of which span others, to a grid, and to lines of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

MAX_COLUMNS = 200
MAX_CELLS = 2_000_000
_BLANK = re.compile(r"\s+")


class Cell(NamedTuple):
    """The text of a cell, and how many columns and rows it spans."""

    text: str
    columns: int = 1
    rows: int = 1


def grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The text at each row and column; that of a spanning cell stands in all it spans.

    >>> grid([[Cell("a", rows=2), Cell("b", columns=2)], [Cell("c"), Cell("d")]])
    [['a', 'b', 'b'], ['a', 'c', 'd']]
    """
    out: list[list[str]] = []
    open_: dict[int, tuple[str, int]] = {}  # column -> text and rows that are still to come
    made = 0
    for row in rows:
        line: dict[int, str] = {column: text for column, (text, _) in open_.items()}
        open_ = {c: (text, left - 1) for c, (text, left) in open_.items() if left > 1}
        column = 0
        for cell in row:
            while column in line:
                column += 1
            for _ in range(max(1, min(cell.columns, MAX_COLUMNS))):
                if column >= MAX_COLUMNS:
                    break
                line[column] = cell.text
                if cell.rows > 1:
                    open_[column] = cell.text, cell.rows - 1
                column += 1
        made += len(line)
        if made > MAX_CELLS:
            break
        out.append([line.get(c, "") for c in range(max(line, default=-1) + 1)])
    return out


def lines(rows: Sequence[Sequence[Cell]]) -> str:
    """A table as text: a row a line, its cells parted by tabs."""
    return "\n".join(
        "\t".join(_BLANK.sub(" ", text).strip() for text in row).rstrip("\t") for row in grid(rows)
    )
