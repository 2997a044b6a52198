"""A file's sheets -> the pieces of which its mappings are made: one for each table on a sheet."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bluebook.collect import guard
from bluebook.collect.documents import decode
from bluebook.collect.grids import Grid, grids
from bluebook.collect.mapping import NEEDED, Table
from bluebook.collect.propose.cells import Draft
from bluebook.collect.propose.layout import MAX_COLUMNS, MAX_ROWS, blocks
from bluebook.collect.propose.roles import draft
from bluebook.collect.propose.times import is_period
from bluebook.collect.propose.words import Words

if TYPE_CHECKING:
    from bluebook.edition import Edition

_LONG = frozenset(NEEDED)


class Piece(NamedTuple):
    """A table of a sheet of a file, and the mapping drafted for it."""

    path: Path
    sheet: str
    draft: Draft
    sheets: int  # how many sheets its file shows
    signature: str  # the same for tables that one mapping can read


def pieces(path: Path, words: Words, edition: Edition) -> list[Piece]:
    """The tables of a file. Only the beginning of a large sheet is looked at."""
    about = _text_form(path)
    table = Table(file=path.name, sheet="*", hidden="skip", **about)  # type: ignore[arg-type]
    found: list[Piece] = []
    sheets = list(grids(path, table))
    for grid in sheets:
        rows = _rows(grid)
        if rows and set(rows[0]) >= _LONG:
            found.append(_piece(path, grid, len(sheets), Draft(dict(about))))
            continue
        tables = list(blocks(rows, lambda t: is_period(t) or bool(words.label(t).expression)))
        for n, block in enumerate(tables):
            around = {"sheet": grid.sheet, "file": path.name.partition(".")[0]}
            made = draft(block, words, around, edition.book)
            made.keys = about | made.keys
            if len(tables) > 1 and (ends := _ends(rows, block.end)):
                made.keys["until"] = ends
            if grid.marks.hidden_rows or grid.marks.hidden_columns:
                made.keys["hidden"] = "skip"
                made.remarks.append('hidden rows and columns are skipped: or hidden = "read"')
            if n and not made.maps.get("expression") and not made.keys.get("expression"):
                continue
            found.append(_piece(path, grid, len(sheets), made))
    return found


def _piece(path: Path, grid: Grid, sheets: int, made: Draft) -> Piece:
    shape = {k: v for k, v in made.keys.items() if k != "missing"}
    return Piece(path, grid.sheet, made, sheets, json.dumps(shape, sort_keys=True))


def _rows(grid: Grid) -> list[list[str]]:
    head = grid.cells.head(MAX_ROWS)
    return [list(row[:MAX_COLUMNS]) for row in head.iter_rows()]


def _ends(rows: list[list[str]], end: int) -> str:
    """A pattern of the first text after a table, where another one follows."""
    text = next((t for row in rows[end - 1 :] for t in row if t), "")
    return "^" + re.sub(r"([.^$*+?{}\[\]|()\\])", r"\\\1", text) + "$" if text else ""


def _text_form(path: Path) -> dict[str, object]:
    """Encoding and delimiter of a CSV, where they are not the usual ones."""
    if not path.name.lower().removesuffix(".gz").endswith((".csv", ".tsv", ".txt")):
        return {}
    data = guard.file_bytes(path)
    found: dict[str, object] = {}
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = decode(data)
        found["encoding"] = _encoding(data, text)
    sample = text[:20_000]
    tab = path.name.removesuffix(".gz").endswith(".tsv")
    counts = {d: _regular(sample, d) for d in ("\t" if tab else ",", ";", "\t", "|")}
    best = max(counts, key=lambda d: counts[d])
    if best != ("\t" if tab else ","):
        found["delimiter"] = best
    if best != "," and len(re.findall(r"\d,\d", sample)) > len(
        re.findall(r"\d\.\d(?!\d\d[.,])", sample)
    ):
        found["decimal"] = ","
    return found


def _encoding(data: bytes, text: str) -> str:
    for name in ("utf-16", "gb18030", "big5hkscs"):
        try:
            if data.decode(name).lstrip("\ufeff") == text.lstrip("\ufeff"):
                return name
        except UnicodeError:
            continue
    return "latin-1"


def _regular(sample: str, delimiter: str) -> int:
    """How many rows have the most usual number of cells, if that is more than one."""
    try:
        widths = [len(r) for r in csv.reader(io.StringIO(sample), delimiter=delimiter)]
    except csv.Error:
        return 0
    return max((widths.count(w) for w in set(widths) if w > 1), default=0)
