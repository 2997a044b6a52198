"""Where the tables of a text are: rows of cells parted by tabs or bars, one to a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.text.script import flat, traditional

MAX_ROWS = 20_000
MAX_CAPTION = 60
MAX_ENGLISH = 120
SAMPLE = 4_000  # characters that tell the script of a text
ABOVE = 3  # lines above a table that may tell of it
_ROW = re.compile(r"[^\n]*(?:\t|\|[^|\n]*\||[│┃])[^\n]*")
_BETWEEN = ("\t", "|", "│", "┃")  # what parts cells
_BARS = str.maketrans("│┃", "||")
_NUMBER = re.compile(
    r"\(\d[\d,]*(?:\.\d+%?|%)\)|[-+]?\d[\d, ]*(?:\.\d+)?\s?(?:%|[万亿千百]\S{0,8}|(?:个百分)?点|[户元人个部]|(?:[mb]|tr)illion.*)?"
)
_RULE = re.compile(r"[-:=\s|+│┃─━┼├┤┌┐└┘┬┴]*")


# A heading among the rows of a table: 一、用户规模.
HEADING = re.compile(r"\(?[一二三四五六七八九十\d]{1,2}[)、.](?!\d)")


class Cell(NamedTuple):
    """A cell's plain text in lower case, and its place in the whole text."""

    text: str
    start: int
    end: int

    @property
    def number(self) -> bool:
        return _NUMBER.fullmatch(self.text) is not None


class Line(NamedTuple):
    """A row of a table, and its place."""

    cells: list[Cell]
    start: int
    end: int


class Region(NamedTuple):
    """A table: the lines above that may tell of it, and its rows."""

    caption: list[str]
    rows: list[Line]


def regions(text: str) -> Iterator[Region]:
    """The tables of a text."""
    between = [mark for mark in _BETWEEN if mark in text]
    if not between:
        return
    above: list[str] = []
    rows: list[Line] = []
    old = traditional(text[:SAMPLE])
    place = 0
    for raw in text.split("\n"):
        start, place = place, place + len(raw) + 1
        if holds(raw, between) and _ROW.fullmatch(raw) and len(rows) < MAX_ROWS:
            if raw.strip() and not _RULE.fullmatch(raw):
                rows.append(_line(raw, start, old))
            continue
        if not raw.strip() and not rows:
            continue
        if rows and len(raw) < MAX_CAPTION and HEADING.match(flat(raw)):
            at = start + len(raw) - len(raw.lstrip())
            heading = Cell(flat(raw, old=old).lower().strip(), at, start + len(raw.rstrip()))
            rows.append(Line([heading] * len(rows[-1].cells), at, heading.end))
            continue
        if rows:
            if _several(rows):
                yield Region(_caption(above[-ABOVE:], old), rows)
            above, rows = [], []
        if raw.strip():
            above.append(raw)
    if _several(rows):
        yield Region(_caption(above[-ABOVE:], old), rows)


def _several(rows: list[Line]) -> bool:
    """Are they a table: two rows of two cells at least?"""
    return sum(sum(cell.text != "" for cell in row.cells) > 1 for row in rows) > 1


def _caption(above: list[str], old: bool) -> list[str]:
    """Of the lines above a table those that may tell of it: short ones, no sentences."""
    kept: list[str] = []
    for raw in above:
        most = MAX_ENGLISH if raw.isascii() and not raw.rstrip().endswith(".") else MAX_CAPTION
        short = flat(raw[: most + 1], old=old).lower().strip()
        sentence = len(raw.strip()) > most or short.endswith(("。", ";"))
        kept = [] if sentence else [*kept, short]
    return kept


def without(text: str, found: Iterable[Region]) -> str:
    """The text with its tables blotted out by line ends; all else keeps its place."""
    pieces, place = [], 0
    for region in sorted(found, key=lambda region: region.rows[0].start):
        start, end = max(place, region.rows[0].start), region.rows[-1].end
        pieces += [text[place:start], "\n" * (end - start)]
        place = end
    return "".join((*pieces, text[place:])) if pieces else text


def _line(raw: str, start: int, old: bool) -> Line:
    raw = raw.translate(_BARS)
    mark = "\t" if "\t" in raw else "|"
    begin, stop = 0, len(raw)
    if mark == "|":
        framed = raw.strip()[:1] == "|" == raw.strip()[-1:]
        begin = len(raw) - len(raw.lstrip()) + framed
        stop = len(raw.rstrip()) - (raw.rstrip()[-1:] == "|" and raw.count("|") > 1)
    cells = []
    place = begin
    for piece in raw[begin:stop].split(mark):
        inner = piece.strip()
        at = start + place + (len(piece) - len(piece.lstrip()))
        cells.append(Cell(flat(inner, old=old).lower().strip(), at, at + len(inner)))
        place += len(piece) + 1
    return Line(cells, start, start + len(raw))
