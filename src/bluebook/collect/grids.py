"""Files as grids of text cells: CSV, Parquet, and the sheets of XLSX, XLS and ODS workbooks."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.collect import guard
from bluebook.collect.csvtext import csv_frame
from bluebook.collect.markup import (
    Marks,
    letters,
    ods_marks,
    xlsx_marks,
    xlsx_sheets,
)
from bluebook.collect.patterns import matches
from bluebook.errors import BluebookError

if TYPE_CHECKING:
    import polars as pl

    from bluebook.collect.mapping import Table

NO_MARKS = Marks({}, set(), set(), set())
MEASURED = "the sheets are"


@dataclass(frozen=True)
class Grid:
    """A sheet of text cells: columns "0", "1", …; row 1 is the file's first."""

    path: Path
    sheet: str  # "" where the file has no sheets
    cells: pl.DataFrame
    marks: Marks = NO_MARKS

    def row(self, number: int) -> list[str]:
        """The cells of a row counted from 1; none beyond the last."""
        inside = 1 <= number <= self.cells.height
        return list(self.cells.row(number - 1)) if inside else []

    def cell(self, row: int, column: int) -> str:
        """The name of a cell; row from 1, column from 0."""
        name = f"{letters(column)}{row}"
        return f"{self.sheet}!{name}" if self.sheet else name

    def at(self, row: int, column: int | None = None) -> dict[str, Any]:
        """The place of a row or cell, as errors name it."""
        cell = None if column is None else self.cell(row, column)
        if not self.sheet:
            return {"file": self.path, "line": self._line(row), "cell": cell}
        return {"file": self.path, "cell": cell or f"{self.sheet}!{row}:{row}"}

    def _line(self, row: int) -> int:
        """The line of the file that a row begins on: cells may hold line breaks."""
        import polars as pl

        before = self.cells.head(max(0, row - 1)).select(
            pl.all().str.count_matches("\n", literal=True).sum()
        )
        return row + sum(n or 0 for n in (before.row(0) if before.height else ()))


def grids(path: Path, table: Table) -> Iterator[Grid]:
    """The grids of a file that a mapping asks for; errors name the file."""
    readers: dict[str, Callable[[Path, Table], Iterable[Grid]]] = {
        ".csv": _csv, ".tsv": _csv, ".txt": _csv, ".parquet": _parquet,
        ".xlsx": _workbook, ".xlsm": _workbook, ".ods": _workbook, ".xls": _workbook,
    }  # fmt: skip
    suffix = Path(path.stem if path.suffix == ".gz" else path.name).suffix.lower()
    try:
        if suffix not in readers:
            raise BluebookError(
                f"no table can be read from {path.name!r}",
                f"save it as one of {', '.join(readers)} (a CSV may be packed: .csv.gz)",
            )
        yield from readers[suffix](path, table)
    except BluebookError as error:
        raise error.at(file=path) from None


def _csv(path: Path, table: Table) -> Iterator[Grid]:
    head = max(table.head_rows, default=1)
    tab = path.name.removesuffix(".gz").endswith(".tsv")
    delimiter = table.delimiter or ("\t" if tab else ",")
    yield Grid(path, "", csv_frame(guard.file_bytes(path), table.encoding, delimiter, head))


def _parquet(path: Path, table: Table) -> Iterator[Grid]:
    import polars as pl

    try:
        lazy = pl.scan_parquet(path)
        schema = lazy.collect_schema()
        rows = lazy.select(pl.len()).collect().item()
        if len(schema) > guard.MAX_COLUMNS or rows * len(schema) > guard.MAX_CELLS:
            raise BluebookError(f"{rows:,} rows of {len(schema):,} columns", "split the table")
        data = lazy.collect()
    except pl.exceptions.PolarsError as error:
        raise BluebookError(
            f"the file is not Parquet: {str(error).splitlines()[0]}", "save it anew"
        ) from None
    columns = []
    for name, kind in schema.items():
        if kind.is_nested() or kind in (pl.Binary, pl.Object):
            raise BluebookError(f"column {name!r} holds {kind}", "give plain columns")
        texts = data[name]
        if kind.is_float():
            values = texts.unique().to_list()
            texts = texts.replace_strict(
                values, [text_of(v, table.decimal) for v in values], return_dtype=pl.String
            )
        texts = texts.cast(pl.String).fill_null("")
        columns.append(pl.concat([pl.Series([name], dtype=pl.String), texts.rename("")]))
    yield Grid(path, "", pl.DataFrame([c.alias(str(i)) for i, c in enumerate(columns)]))


def text_of(value: Any, decimal: str = ".") -> str:
    """A cell of a workbook as text: the shortest digits of a number, the ISO form of a date."""
    match value:
        case None:
            return ""
        case str():
            return value.strip()
        case bool():
            return str(value).upper()
        case float():
            if not math.isfinite(value):
                return str(value)
            digits = format(Decimal(repr(value)), "f")
            digits = digits.removesuffix(".0") if digits != "-0.0" else "0"
            return digits.replace(".", decimal)
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case _:
            return str(value)


def _workbook(path: Path, table: Table) -> Iterator[Grid]:
    kind = path.suffix.lower()
    if kind == ".xls":
        from bluebook.collect.xls import xls_sheets

        sheets = xls_sheets(path)
        for name in _chosen([(s.name, s.hidden) for s in sheets], table):
            rows = next(s.rows for s in sheets if s.name == name)
            yield Grid(path, name, _frame(rows, NO_MARKS, table.decimal))
        return
    parts = guard.unzip(path, (".xml", ".rels", "mimetype"))
    marks = _marks(parts, kind)
    with reading():
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_filelike(guard.rezip(parts))
        seen = [(m.name, not str(m.visible).endswith(".Visible")) for m in book.sheets_metadata]
    for name in _chosen(seen, table):
        found = marks(name)
        with reading():
            values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        yield Grid(path, name, _frame(values, found, table.decimal), found)


def _marks(parts: dict[str, bytes], kind: str) -> Callable[[str], Marks]:
    if kind == ".ods":
        if "content.xml" not in parts:
            raise BluebookError("the file is not a spreadsheet", "open it and save it as .ods")
        found = ods_marks(parts["content.xml"])
        return lambda name: found.get(name, NO_MARKS)
    sheets = xlsx_sheets(parts)
    return lambda name: xlsx_marks(parts.get(sheets.get(name, ""), b"<none/>"))


@contextmanager
def reading() -> Iterator[None]:
    """What the reader of workbooks raises, as one error; it panics on some damaged ones."""
    from python_calamine import CalamineError

    try:
        yield
    except BaseException as error:
        known = isinstance(error, CalamineError | OSError | ValueError | OverflowError)
        if known or type(error).__name__ == "PanicException":
            raise BluebookError(
                f"the workbook cannot be read: {str(error)[:200]}",
                "open it in a spreadsheet program and save it anew",
            ) from None
        raise


def _chosen(sheets: list[tuple[str, bool]], table: Table) -> list[str]:
    """The names of the sheets that the mapping asks for."""
    names = [name for name, _ in sheets]
    hidden = {name for name, is_hidden in sheets if is_hidden}
    if not table.sheet:
        found = [n for n in names if n not in hidden][:1] or names[:1]
    elif table.sheet in names:
        return [table.sheet]
    elif table.sheet == "*":
        found = names
    else:
        fits = matches(table.sheet, names, whole=True)
        found = [name for name, fit in zip(names, fits, strict=True) if fit]
    if table.hidden == "skip":
        found = [name for name in found if name not in hidden]
    elif table.hidden == "refuse" and hidden & set(found):
        name = next(n for n in found if n in hidden)
        raise BluebookError(
            f"the sheet {name!r} is hidden", 'set hidden = "skip" or hidden = "read"', cell=name
        )
    if not found:
        raise BluebookError(
            f"there is no sheet {table.sheet!r}", f"{MEASURED}: {', '.join(names) or 'none'}"
        )
    return found


def _frame(rows: list[list[Any]], marks: Marks, decimal: str) -> pl.DataFrame:
    """Cells as text; errors and formulas without a value stand as themselves."""
    import polars as pl

    width = max(map(len, rows), default=0)
    if marks.told:
        width = max(width, 1 + max(column for _, column in marks.told))
        height = 1 + max(row for row, _ in marks.told)
        rows = [row + [""] * (width - len(row)) for row in rows]
        rows += [[""] * width for _ in range(height - len(rows))]
        for (row, column), told in marks.told.items():
            rows[row][column] = told
    columns = [[text_of(v, decimal) for v in column] for column in zip(*rows, strict=True)]
    return pl.DataFrame([pl.Series(str(i), c, dtype=pl.String) for i, c in enumerate(columns)])
