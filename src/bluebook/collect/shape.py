"""A grid and its mapping -> records: one row for each value, with the fields it is said under.

Records are a frame of text: `row` (from 1), `column` (from 0), `value`, and a column for each
field that the mapping uses.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bluebook.collect.grids import Grid
from bluebook.collect.mapping import NEEDED, WHAT, Table, fields
from bluebook.collect.markup import cell, letters, number
from bluebook.collect.patterns import groups, matches
from bluebook.errors import BluebookError

if TYPE_CHECKING:
    import polars as pl

_RANGES = re.compile(r"[A-Z]{1,3}:[A-Z]{1,3}(?:,[A-Z]{1,3}:[A-Z]{1,3})*")
LONG = (*NEEDED, *(w for w in WHAT if w not in NEEDED))


class Columns:
    """The heads of a grid, and which column each field is in."""

    def __init__(self, grid: Grid, table: Table) -> None:
        self._grid, self._table = grid, table
        self.rows = _head_rows(grid, table)
        joined = [" ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*self.rows)]  # noqa: B905
        self.names = table.names or joined
        self.fixed = _fixed(grid, table)

    def find(self, name: str) -> int:
        """The column of this name; the error tells what stands in the head instead."""
        found = self._called(name)
        if len(found) == 1:
            return found[0]
        rows = self._table.head_rows
        if found:
            where = " and ".join(letters(i) for i in found)
            raise BluebookError(
                f"two columns {name!r}: {where}",
                "give the columns' names in the mapping's `names`, or another row of `header`",
            ).at(**self._grid.at(max(rows, default=1)))
        held = ", ".join(filter(None, self.names))[:300] or "nothing"
        raise BluebookError(
            f"the head has no column {name!r}; row {', '.join(map(str, rows))} reads: {held}",
            self._remedy(),
        ).at(**self._grid.at(max(rows, default=1)))

    def _remedy(self) -> str:
        """What may be wrong where a column is missing."""
        for mark in ";\t|":
            if len(self.names) == 1 and mark in self.names[0]:
                return f"write delimiter = {json.dumps(mark)} in the mapping"
        if self._table.is_long:
            return (
                f"is `header` the row of the heads? The long form has {', '.join(LONG)}; "
                "bluebook collect EDITION --propose proposes a mapping for another shape"
            )
        return "is `header` the row of the heads, and the column named as it is printed?"

    def check_long(self) -> None:
        """Are all columns those of a claim? A column without a head must be empty."""
        for name in NEEDED:
            self.find(name)
        head = max(self._table.head_rows, default=1)
        for i, name in enumerate(self.names):
            if name in LONG:
                self.find(name)
            elif name or (self._grid.cells[str(i)] != "").any():
                raise BluebookError(
                    f"unknown column {name!r}", f"the columns are {', '.join(LONG)}"
                ).at(**self._grid.at(head, i))

    def has(self, name: str) -> bool:
        return bool(self._called(name))

    def _called(self, name: str) -> list[int]:
        """The columns so headed; else so headed in the last row of the head; else so lettered."""
        found = [i for i, given in enumerate(self.names) if given == name]
        if not found and len(self.rows) > 1:
            found = [i for i, given in enumerate(self.rows[-1]) if given == name]
        if not found and self.rows and re.fullmatch("[A-Z]{1,3}", name):
            found = [i for i in [number(name)] if i < len(self.names)]
        return found

    def wide(self, used: set[str]) -> list[int]:
        """The columns of values of a wide table."""
        if _RANGES.fullmatch(self._table.values):
            found: list[int] = []
            for left, _, right in (r.partition(":") for r in self._table.values.split(",")):
                found += range(number(left), min(number(right) + 1, len(self.names)))
        elif self._table.values:
            fits = matches(self._table.values, self.names)
            found = [i for i, fit in enumerate(fits) if fit]
        else:
            taken = {i for name in used for i in self._called(name)}
            found = [i for i, name in enumerate(self.names) if name and i not in taken]
        if not found:
            held = ", ".join(filter(None, self.names))[:300] or "nothing"
            raise BluebookError(
                f"no column of values; the head reads: {held}",
                "is `header` the row of the heads? `values` names the columns of values",
            ).at(**self._grid.at(max(self._table.head_rows, default=1)))
        return found

    def heads(self, column: int) -> list[str]:
        """What stands over a column, one text for each row of the head."""
        if not self.rows:
            return [self.names[column]]
        return [row[column] for row in self.rows]


def _head_rows(grid: Grid, table: Table) -> list[list[str]]:
    """The rows of the head; a head over several columns stands over each of them."""
    rows = [grid.row(row) for row in table.head_rows]
    width = grid.cells.width
    for row in rows[:-1]:
        for i in range(1, len(row)):
            row[i] = row[i] or row[i - 1]
    return [row or [""] * width for row in rows]


def _fixed(grid: Grid, table: Table) -> dict[str, str]:
    """Fields that are the same for the whole grid: sheet, file, groups of `name`, `cells`."""
    found = {"sheet": grid.sheet, "file": grid.path.name.partition(".")[0]}
    if table.name:
        told = groups(table.name, grid.path.name)
        if told is None:
            raise BluebookError(
                f"the name {grid.path.name!r} does not fit the mapping's name = {table.name!r}",
                "widen the pattern, or narrow `file`",
                file=grid.path,
            )
        found |= told
    for field, where in table.cells.items():
        at = cell(where)
        if at is None:
            raise BluebookError(f"{where!r} is not a cell", "such as A2").at(**grid.at(1))
        row = grid.row(at[0] + 1)
        found[field] = row[at[1]] if at[1] < len(row) else ""
    return found


def templates(table: Table, columns: Columns) -> dict[str, str]:
    """The template of each part of a claim; columns of the part's own name where none is given."""
    found = {}
    for what in WHAT:
        if (given := getattr(table, what)) is not None:
            found[what] = given
        elif what in NEEDED or (columns.has(what) and (table.is_long or what == "source")):
            found[what] = f"{{{what}}}"
    if table.is_long:
        columns.check_long()
    return found


def records(grid: Grid, table: Table, columns: Columns, said: dict[str, str]) -> pl.DataFrame:
    """The values of a grid with their fields; `said` are the templates that use them."""
    import polars as pl

    asked = {f for t in (*said.values(), *table.dimensions.values()) for f in fields(t)}
    over = [w for w in table.wide if w]
    lettered = bool(table.wide) and "column" in asked and not columns.has("column")
    if lettered:
        over.append("column")
    used = asked | set(table.skip) | set(table.fill)
    from_cells = sorted(
        f for f in used if f not in over and (columns.has(f) or f not in columns.fixed)
    )
    at = {f: columns.find(f) for f in from_cells}
    body = _body(grid, table, columns)
    kept = [body["row"], *(body[str(at[f])].alias(f"={f}") for f in from_cells)]
    base = pl.DataFrame(kept).with_columns(
        pl.lit(columns.fixed[f]).alias(f"={f}") for f in sorted(used - set(from_cells) - set(over))
    )
    if table.wide:
        parts = [
            base.with_columns(
                pl.lit(column, pl.Int32).alias("column"),
                body[str(column)].alias("value"),
                *([pl.lit(letters(column)).alias("=column")] if lettered else []),
                *(
                    pl.lit(head).alias(f"={f}")
                    for f, head in zip(table.wide, columns.heads(column), strict=False)
                    if f
                ),
            )
            for column in columns.wide(used)
        ]
        found = pl.concat(parts)
    else:
        column = columns.find(table.value)
        found = base.with_columns(
            pl.lit(column, pl.Int32).alias("column"), body[str(column)].alias("value")
        )
    missing = [*table.missing, ""] if table.missing or table.wide else []
    return _seen(found.filter(~pl.col("value").is_in(missing)), grid, table)


def _body(grid: Grid, table: Table, columns: Columns) -> pl.DataFrame:
    """The rows that hold data, with their numbers."""
    import polars as pl

    first = table.first or max(table.head_rows, default=0) + 1
    body = grid.cells.with_row_index("row", 1).slice(first - 1)
    cells = [pl.col(c) for c in grid.cells.columns]
    body = body.filter(~pl.all_horizontal(c == "" for c in cells))
    if table.until and body.height:
        leading = body.select(pl.coalesce(pl.when(c != "").then(c) for c in cells).alias("text"))[
            "text"
        ]
        ends = matches(table.until, leading.to_list())
        if True in ends:
            body = body.head(ends.index(True))
    body = body.with_columns(
        pl.when(pl.col(c) != "").then(pl.col(c)).forward_fill().fill_null("").alias(c)
        for c in (str(columns.find(f)) for f in table.fill)
    )
    for field, pattern in table.skip.items():
        texts = body[str(columns.find(field))]
        unique = texts.unique().to_list()
        drop = [t for t, fit in zip(unique, matches(pattern, unique), strict=True) if fit]
        body = body.filter(~pl.col(texts.name).is_in(drop))
    return body


def _seen(found: pl.DataFrame, grid: Grid, table: Table) -> pl.DataFrame:
    """Without the hidden rows and columns; an error where nobody decided about them."""
    import polars as pl

    rows, columns = grid.marks.hidden_rows, grid.marks.hidden_columns
    if table.hidden == "read" or not (rows or columns):
        return found
    hidden = (pl.col("row").cast(pl.Int64) - 1).is_in(list(rows)) | pl.col("column").is_in(
        list(columns)
    )
    if table.hidden == "skip":
        return found.filter(~hidden)
    for row, column in found.filter(hidden).select("row", "column").head(1).iter_rows():
        what = "row" if row - 1 in rows else "column"
        raise BluebookError(
            f"the {what} of this value is hidden",
            f'show the {what}, or set hidden = "skip" or hidden = "read" in the mapping',
        ).at(**grid.at(row, column))
    return found
