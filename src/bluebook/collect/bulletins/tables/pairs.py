"""English tables of one figure to a line and no heads: Internet users   668 million.

Three such lines below one another make a table, whose rows go on with one another as in any
other: "of which rural" is of what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.lines import cell_of
from bluebook.collect.bulletins.tables.rows import ABOVE, Cell, Line, Region
from bluebook.collect.bulletins.tables.stretches import before
from bluebook.collect.bulletins.text.hints import holds

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


def regions(text: str, lines: list[tuple[int, int]], heads: Heads) -> Iterator[Region]:
    """The tables of a text that are lines of a label and a figure."""
    rows: list[Line] = []
    done = 0  # where the rows before these end
    for start, end in lines:
        if end - start > MAX_LINE or (row := _matched(text[start:end], heads)) is None:
            continue
        if rows and not text[rows[-1].end : start].isspace():
            yield from _region(text, rows, done)
            rows, done = [], rows[-1].end
        label, value = (
            cell_of(row[part], start + row.start(part), False) for part in ("label", "value")
        )
        rows.append(Line([label, value], label.start, value.end))
    yield from _region(text, rows, done)


def _matched(raw: str, heads: Heads) -> re.Match[str] | None:
    """A line of a label and a figure."""
    if not holds(raw, _APART):
        return None
    row = _LISTED.fullmatch(raw) or _ROW.fullmatch(raw)
    if row is None and (row := _PLACED.fullmatch(raw)) is not None:
        told = heads.tell(row["label"].lower())
        return row if told.total or (told.place and not told.unknown) else None
    return row


def _region(text: str, rows: list[Line], since: int) -> Iterator[Region]:
    """Rows as a table, if they are enough; what may tell of it stands behind a place."""
    if len(rows) >= ENOUGH:
        first = rows[0].start
        head = Line([Cell("", first, first), Cell("", first, first)], first, first)
        over = before(text, since, text.rfind("\n", 0, first) + 1, _parts)
        above = islice((raw.strip().lower() for raw, _ in over if raw.strip()), ABOVE)
        yield Region([*above][::-1], [head, *rows])


def _parts(raw: str) -> bool:
    """Is a line too long to tell of a table?"""
    return len(raw) > MAX_LINE and not raw.isspace()
