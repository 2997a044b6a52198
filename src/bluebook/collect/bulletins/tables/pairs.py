"""English tables of one figure to a line and no heads: Internet users   668 million.

Three such lines below one another make a table, whose rows go on with one another as in any
other: "of which rural" is of what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.lines import cell_of
from bluebook.collect.bulletins.tables.rows import ABOVE, Cell, Line, Region
from bluebook.collect.bulletins.text.hints import figures, holds

ENOUGH = 3  # lines that make a table
MAX_LINE = 120
_VALUE = r"(?P<value>[-+−–]?(?:RMB|CNY|US\$|\$|¥)? ?\d[\d,]*(?:\.\d+)?(?: ?%| ?[A-Za-z]{1,12}(?:[ /][A-Za-z/]{1,12}){0,2})?)"
_APART = ("   ", "\t", "....", ": ")  # one of which parts a label and a figure
_ROW = re.compile(
    rf"[ \t]*(?P<label>[A-Za-z#](?:(?!  )[^\n\t:]){{1,70}}?)[ .]*(?:[ \t]{{3,}}|\.{{4,}}[ ]?){_VALUE}[ \t\r]*"
)
_LISTED = re.compile(
    rf"[ \t]*[-–•*·]?[ \t]*(?P<label>[A-Za-z#][^\n:()]{{1,60}}\([^()\n]{{1,30}}\)): +{_VALUE}[ \t\r]*"
)
# Of a place, whose title tells what is counted: Guangzhou: 48,000.
_PLACED = re.compile(
    r"[ \t]*[-–•*·]?[ \t]*(?P<label>[A-Z][A-Za-z' ]{2,30}): +(?P<value>\d[\d,]*(?:\.\d+)?)[ \t\r]*"
)


def regions(text: str, heads: Heads) -> Iterator[Region]:
    """The tables of a text that are lines of a label and a figure."""
    above: list[str] = []
    rows: list[Line] = []
    place = 0
    for raw in text.split("\n"):
        start, place = place, place + len(raw) + 1
        if not raw.strip():
            continue
        short = len(raw) <= MAX_LINE
        row = _matched(raw, heads) if short and _may(raw) else None
        if row is not None:
            label, value = (
                cell_of(row[part], start + row.start(part), False) for part in ("label", "value")
            )
            rows.append(Line([label, value], label.start, value.end))
            continue
        if rows:
            yield from _region(above, rows)
            above, rows = [], []
        if short:
            above.append(raw)
        else:
            above.clear()
    yield from _region(above, rows)


def _matched(raw: str, heads: Heads) -> re.Match[str] | None:
    """A line of a label and a figure."""
    row = _LISTED.fullmatch(raw) or _ROW.fullmatch(raw)
    if row is None and (row := _PLACED.fullmatch(raw)) is not None:
        told = heads.tell(row["label"].lower())
        return row if told.total or (told.place and not told.unknown) else None
    return row


def _may(raw: str) -> bool:
    """May a line be one of a label and a figure, by what parts them?"""
    return holds(raw, _APART) and (figures(raw) or not raw.isascii())


def _region(above: list[str], rows: list[Line]) -> Iterator[Region]:
    if len(rows) >= ENOUGH:
        first = rows[0].start
        head = Line([Cell("", first, first), Cell("", first, first)], first, first)
        yield Region([raw.strip().lower() for raw in above[-ABOVE:]], [head, *rows])
