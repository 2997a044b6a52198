"""What a workbook's XML says beside its values: formulas, errors, what is hidden, how far it goes.

It is read before the values are: a sheet that reaches too far never gets that far.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from bluebook.collect.guard import MAX_COLUMNS, MAX_SHEET_CELLS
from bluebook.errors import BluebookError

Cell = tuple[int, int]  # row and column, counted from 0
MAX_HIDDEN = 1_100_000
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class Marks(NamedTuple):
    """The marks of one sheet. `told` are cells without a value and what they hold instead."""

    told: dict[Cell, str]
    computed: set[Cell]
    hidden_rows: set[int]
    hidden_columns: set[int]


def letters(column: int) -> str:
    """The name of a column counted from 0.

    >>> letters(0), letters(26), letters(16383)
    ('A', 'AA', 'XFD')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def number(name: str) -> int:
    """The column of a name, counted from 0; the inverse of `letters`."""
    column = 0
    for letter in name:
        column = column * 26 + ord(letter) - 64
    return column - 1


def cell(name: str) -> Cell | None:
    """Row and column of `C7`, counted from 0."""
    match = _REFERENCE.fullmatch(name)
    return (int(match[2]) - 1, number(match[1])) if match else None


class _Extent:
    """How far a sheet goes; refuses what cannot be meant."""

    def __init__(self) -> None:
        self.rows = self.columns = 0

    def reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.columns > MAX_COLUMNS or self.rows * self.columns > MAX_SHEET_CELLS:
            raise BluebookError(
                f"a sheet of {self.rows:,} rows and {self.columns:,} columns",
                f"at most {MAX_COLUMNS:,} columns and {MAX_SHEET_CELLS:,} cells: delete stray cells"
                " below and beside the table",
            )


def elements(data: bytes, *names: str) -> Iterator[tuple[str, Any]]:
    """(event, element) of the named elements; no entities, no document types."""
    from lxml import etree

    try:
        first = True
        for event, element in etree.iterparse(
            io.BytesIO(data), events=("start", "end"), resolve_entities=False, load_dtd=False,
            no_network=True, huge_tree=False,
        ):  # fmt: skip
            if first and element.getroottree().docinfo.doctype:
                raise BluebookError("its XML declares a document type", "save the workbook anew")
            first = False
            if isinstance(element.tag, str) and local(element) in names:
                yield event, element
    except etree.XMLSyntaxError as error:
        raise BluebookError(f"its XML is damaged: {error}", "save the workbook anew") from None


def local(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without namespace; "" where there is none."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def _drop(element: Any) -> None:
    """Let go of an element that has been read, and of those before it."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


# Excel ------------------------------------------------------------------------------------


def xlsx_sheets(parts: dict[str, bytes]) -> dict[str, str]:
    """The part that holds each sheet."""
    book = next((p for p in parts if p.endswith("xl/workbook.xml")), None)
    relations = parts.get("xl/_rels/workbook.xml.rels")
    if book is None or relations is None:
        raise BluebookError("the file is not a workbook", "open it and save it as .xlsx")
    targets = {
        attribute(e, "Id"): posixpath.normpath(
            posixpath.join("/xl", attribute(e, "Target"))
        ).lstrip("/")
        for event, e in elements(relations, "Relationship")
        if event == "end"
    }
    return {
        attribute(e, "name"): targets.get(attribute(e, "id"), "")
        for event, e in elements(parts[book], "sheet")
        if event == "end"
    }


def xlsx_marks(data: bytes) -> Marks:
    """The marks of a worksheet's XML."""
    marks, extent = Marks({}, set(), set(), set()), _Extent()
    row = -1
    for event, element in elements(data, "row", "col", "c"):
        kind = local(element)
        if kind == "row" and event == "start":
            row = int(given) - 1 if (given := element.get("r", "")).isdigit() else row + 1
            column = -1
            if element.get("hidden") in ("1", "true"):
                marks.hidden_rows.add(row)
        elif kind == "row":
            _drop(element)
        elif kind == "c" and event == "end":
            at = cell(element.get("r", "")) or (row, column + 1)
            column = at[1]
            extent.reach(at[0] + 1, at[1] + 1)
            _xlsx_cell(marks, at, element)
        elif kind == "col" and event == "end" and element.get("hidden") in ("1", "true"):
            low, high = int(element.get("min", 1)), int(element.get("max", 1))
            marks.hidden_columns.update(range(low - 1, min(high, MAX_COLUMNS)))
    return marks


def _xlsx_cell(marks: Marks, at: Cell, element: Any) -> None:
    formula = value = None
    for child in element:
        if local(child) == "f":
            formula = child.text or ""
        elif local(child) in ("v", "is"):
            value = child.text or ("".join(child.itertext()) if local(child) == "is" else "")
    if element.get("t") == "e" and value:
        marks.told[at] = value
    elif formula is not None and not value and element.get("t") != "str":
        marks.told[at] = f"={formula}"
    elif formula is not None:
        marks.computed.add(at)


# OpenDocument -----------------------------------------------------------------------------


def ods_marks(data: bytes) -> dict[str, Marks]:
    """The marks of each sheet of an OpenDocument spreadsheet's content."""
    found: dict[str, Marks] = {}
    names = ("table", "table-row", "table-column", "table-cell", "covered-table-cell")
    sheet = _OdsSheet()
    for event, element in elements(data, *names):
        kind = local(element)
        if event == "start" and kind == "table":
            sheet = _OdsSheet()
            found[attribute(element, "name")] = sheet.marks
        elif event == "start" and kind == "table-row":
            sheet.column, sheet.height = 0, _repeated(element, "rows")
        elif event == "end" and kind == "table-row":
            sheet.end_row(element)
            _drop(element)
        elif event == "end" and kind == "table-column":
            sheet.end_column(element)
        elif event == "end" and kind.endswith("table-cell"):
            sheet.end_cell(element)
    return found


class _OdsSheet:
    """Where the reading of a sheet has got to: elements may stand for many rows or columns."""

    def __init__(self) -> None:
        self.marks, self.extent = Marks({}, set(), set(), set()), _Extent()
        self.row = self.column = self.columns = 0
        self.height = 1  # how many rows the present one stands for

    def end_row(self, element: Any) -> None:
        if _hidden(element):
            rows = range(self.row, self.row + min(self.height, MAX_HIDDEN))
            self.marks.hidden_rows.update(rows)
        self.row += self.height

    def end_column(self, element: Any) -> None:
        width = _repeated(element, "columns")
        if _hidden(element):
            columns = range(self.columns, self.columns + min(width, MAX_COLUMNS))
            self.marks.hidden_columns.update(columns)
        self.columns += width

    def end_cell(self, element: Any) -> None:
        width = _repeated(element, "columns")
        if attribute(element, "value-type") or attribute(element, "formula") or len(element):
            self.extent.reach(self.row + self.height, self.column + width)
            _ods_cell(self.marks, (self.row, self.column), element)
        self.column += width


def _hidden(element: Any) -> bool:
    return attribute(element, "visibility") in ("collapse", "filter")


def _repeated(element: Any, what: str) -> int:
    given = attribute(element, f"number-{what}-repeated")
    return max(1, int(given)) if given.isdigit() and len(given) < 10 else 1


def _ods_cell(marks: Marks, at: Cell, element: Any) -> None:
    text = "".join(next((c for c in element if local(c) == "p"), element).itertext())
    formula = attribute(element, "formula").rpartition(":=")[2]
    types = [v for k, v in element.attrib.items() if k.endswith("}value-type")]
    if "error" in types or text.startswith(("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "Err:")):
        marks.told[at] = text
    elif formula and not types:
        marks.told[at] = f"={formula}"
    elif formula:
        marks.computed.add(at)
