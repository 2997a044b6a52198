"""Sheets of a workbook, written cell by cell: real numbers, and text that is never a formula."""

from __future__ import annotations

import datetime
import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MAX_TEXT, MAX_TIP, MAX_LINK, MAX_WIDTH = 32_000, 250, 2_000, 60


class Sheets:
    """A workbook, its formats and the names of its sheets."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, **look: Any) -> Any:
        key = tuple(look.items())
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format({"valign": "top", **look})
        return self.formats[key]

    def reserved(self, name: str) -> str:
        """A sheet's name as spreadsheets allow it, used once."""
        clean = "".join("-" if c in "[]:*?/\\'" else c for c in name)[:28] or "-"
        found, number = clean, 1
        while found.lower() in self.names:
            number += 1
            found = f"{clean}~{number}"
        self.names.add(found.lower())
        return found


class Sheet:
    """A worksheet that is written row by row, and remembers how wide its columns are."""

    def __init__(self, sheets: Sheets, name: str, *, reserved: bool = False) -> None:
        self.name = name if reserved else sheets.reserved(name)
        self.sheet: Worksheet = sheets.workbook.add_worksheet(self.name)
        self.styles = sheets.style
        self.row = 0
        self.widths: dict[int, int] = {}

    def put(self, column: int, value: Any, *, link: str = "", tip: str = "", **look: Any) -> None:
        """A cell of the current row: a number, or a text that is never read as a formula."""
        if link:
            look = {"font_color": "#1F4E79"} | look
            self.sheet.write_url(
                self.row, column, link, self.styles(**look), "link", tip[:MAX_TIP] or None
            )
        shown = "" if value is None else str(value)
        if isinstance(value, datetime.date):
            self.sheet.write_datetime(self.row, column, value, self.styles(**look))
            self.widen(column, shown)
            return
        if isinstance(value, float):
            shown = shown.replace("inf", "∞")
        if isinstance(value, int | float) and math.isfinite(value):
            self.sheet.write_number(self.row, column, value, self.styles(**look))
        else:
            self.sheet.write_string(self.row, column, shown[:MAX_TEXT], self.styles(**look))
        self.widen(column, shown)

    def widen(self, column: int, text: str) -> None:
        width, breadth = self.widths.get(column, 6), len(text)
        if width == MAX_WIDTH or (breadth + 2 <= width and text.isascii()):
            return
        if not text.isascii():
            breadth = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
        self.widths[column] = max(width, min(breadth + 2, MAX_WIDTH))

    def line(self, values: Iterable[Any], **look: Any) -> None:
        for column, value in enumerate(values):
            self.put(column, value, **look)
        self.row += 1

    def title(self, text: str, back: str = "", contents: str = "") -> None:
        self.sheet.write_string(self.row, 0, text[:MAX_TEXT], self.styles(bold=True, font_size=13))
        self.row += 1
        if back:
            self.put(0, back, link=f"internal:'{contents}'!A1")
            self.row += 1
        self.row += 1

    def say(self, text: str) -> None:
        """A line of words that may reach over the columns beside it."""
        self.sheet.write_string(self.row, 0, text[:MAX_TEXT], self.styles())
        self.row += 1

    def head(self, names: Sequence[str], *, first: int = 0) -> None:
        """The head of a list; it stays in sight, with the `first` columns beside numbers."""
        for column, name in enumerate(names):
            align = "right" if 0 < first <= column else "left"
            self.put(column, name, bold=True, bg_color="#EEF3F8", bottom=1, align=align)
        self.row += 1
        self.sheet.freeze_panes(self.row, first)
        self.sheet.repeat_rows(self.row - 1)

    def done(self) -> None:
        for column, width in self.widths.items():
            self.sheet.set_column(column, column, width)
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
