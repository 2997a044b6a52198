"""Workbooks of the old binary kind (.xls), read in a process of their own.

Their format cannot be checked before it is read, so a damaged or hostile file may ask for any
amount of memory and time: the reading process has a limit of both.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec

from bluebook.collect.guard import MAX_FILE
from bluebook.errors import BluebookError

MEMORY = 2_000_000_000
SECONDS = 60


class Sheet(msgspec.Struct, array_like=True):
    """A sheet's name, whether it is hidden, and its cells as text or numbers."""

    name: str
    hidden: bool
    rows: list[list[str | float | bool]]


def xls_sheets(path: Path) -> list[Sheet]:
    """The sheets of an .xls file. Formulas stand as their computed values."""
    if path.stat().st_size > MAX_FILE:
        raise BluebookError("the workbook is too large", f"keep it under {MAX_FILE:,} bytes")
    try:
        run = subprocess.run(
            [sys.executable, "-I", "-c", f"import sys; sys.path[:] = {sys.path!r}\n"
             "from bluebook.collect.xls import main; main(sys.argv[1])", str(path)],
            capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BluebookError(
            f"the workbook is not read after {SECONDS} seconds", "open it and save it as .xlsx"
        ) from None
    if run.returncode:
        told = run.stderr.decode("utf-8", "replace").strip().splitlines()
        known = bool(told) and told[-1].startswith("error: ")
        raise BluebookError(
            told[-1].removeprefix("error: ") if known else "the workbook cannot be read",
            "open it in a spreadsheet program and save it as .xlsx",
        )
    return msgspec.msgpack.decode(run.stdout, type=list[Sheet])


def main(path: str) -> None:
    """Read the file under limits of memory and time; msgpack to standard output."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    except (ImportError, ValueError, OSError):  # not on this system
        pass
    from python_calamine import CalamineWorkbook

    from bluebook.collect.grids import reading

    try:
        with reading():
            book = CalamineWorkbook.from_path(path)
            sheets = [_sheet(book, about) for about in book.sheets_metadata]
    except BluebookError as error:
        sys.exit(f"error: {error.message}")
    sys.stdout.buffer.write(msgspec.msgpack.encode(sheets))


def _sheet(book: Any, about: Any) -> Sheet:
    from bluebook.collect.grids import text_of

    rows = book.get_sheet_by_name(about.name).to_python(skip_empty_area=False)
    kept = [[v if isinstance(v, str | float | bool) else text_of(v) for v in row] for row in rows]
    return Sheet(about.name, not str(about.visible).endswith(".Visible"), kept)
