"""CSV text as a frame of text cells: a fast reader, and a patient one that names what is wrong."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

from bluebook.collect.guard import MAX_CELLS, MAX_COLUMNS
from bluebook.errors import BluebookError

if TYPE_CHECKING:
    import polars as pl

_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def csv_frame(data: bytes, encoding: str, delimiter: str, head: int) -> pl.DataFrame:
    """Columns "0", "1", … as wide as row `head`; a longer row after it is an error."""
    text = _decoded(data, encoding)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BluebookError("the file holds NUL characters", "save it as UTF-8 text", line=line)
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if not text.strip():
        raise BluebookError("the table is empty", "it needs a head and rows")
    width = _width(text, delimiter, head)
    if width * (text.count("\n") + 1) > MAX_CELLS and width > 64:
        raise BluebookError(f"a table of more than {MAX_CELLS:,} cells", "split it")
    found = _fast(text, delimiter, width)
    return _patient(text, delimiter, width, head) if found is None else found


def _decoded(data: bytes, encoding: str) -> str:
    name = {"utf-8": "utf-8-sig", "utf8": "utf-8-sig"}.get(encoding.lower(), encoding)
    if name == "utf-8-sig" and (bom := next((b for b in _BOMS if data.startswith(b)), None)):
        raise BluebookError(
            "the file is UTF-16 text, not UTF-8",
            f'save it as UTF-8, or set encoding = "{_BOMS[bom]}"',
            line=1,
        )
    try:
        return data.decode(name)
    except LookupError:
        raise BluebookError(f"unknown encoding {encoding!r}", "such as utf-8, gb18030") from None
    except UnicodeDecodeError as error:
        guess = "gb18030" if name == "utf-8-sig" and _fits(data, "gb18030") else ""
        named = f'set encoding = "{guess}"' if guess else "set its `encoding`"
        raise BluebookError(
            f"the file is not {encoding.upper()} text",
            f"save it as UTF-8, or {named} in the mapping",
            line=data.count(b"\n", 0, error.start) + 1,
        ) from None
    except UnicodeError as error:
        raise BluebookError(f"the file is not {encoding} text: {error}", "save as UTF-8") from None


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _width(text: str, delimiter: str, head: int) -> int:
    """How many cells the head has; the first row where there is no such row."""
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    width = 0
    try:
        for number, row in enumerate(rows, 1):
            width = len(row) if number == head else max(width, len(row))
            if number == head:
                break
    except csv.Error as error:
        raise _unreadable(error, rows.line_num) from None
    if width > MAX_COLUMNS:
        raise BluebookError(f"a head of {width:,} cells", f"at most {MAX_COLUMNS:,}", line=head)
    return max(width, 1)


def _fast(text: str, delimiter: str, width: int) -> pl.DataFrame | None:
    """By Polars; None where its strictness needs a second opinion."""
    import polars as pl

    schema = {str(i): pl.String for i in range(width)}
    try:
        found = pl.read_csv(
            io.BytesIO(text.encode()), has_header=False, schema=schema, separator=delimiter,
            empty_string_is_null=False, encoding="utf8",
        )  # fmt: skip
    except (pl.exceptions.PolarsError, ValueError, TypeError):
        return None
    return found.select(pl.all().fill_null("").str.strip_chars())


def _patient(text: str, delimiter: str, width: int, head: int) -> pl.DataFrame:
    """By Python's own reader, row by row."""
    import polars as pl

    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    rows: list[list[str]] = []
    start = 1
    try:
        for row in reader:
            if len(row) > width and len(rows) >= head and any(c.strip() for c in row[width:]):
                raise BluebookError(
                    f"the row has {len(row)} cells, the head {width}",
                    "quote a cell that holds a comma",
                    line=start,
                )
            rows.append([*(c.strip() for c in row[:width]), *[""] * (width - len(row))])
            start = reader.line_num + 1
    except csv.Error as error:
        raise _unreadable(error, reader.line_num) from None
    columns = zip(*rows, strict=True)
    return pl.DataFrame([pl.Series(str(i), c, dtype=pl.String) for i, c in enumerate(columns)])


def _unreadable(error: csv.Error, line: int) -> BluebookError:
    return BluebookError(
        f"not CSV: {error}", "quote cells that hold commas or line breaks", line=line
    )
