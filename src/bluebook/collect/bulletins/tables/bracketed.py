"""English tables whose growth stands in brackets: xDSL 15.25 (Y/Y -56.74%) FTTx 260.55 (Y/Y …).

Pages saved as text run such rows together, or break them into lines; each is a label, a value and
its growth, and the unit of the values stands in brackets before the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bluebook.collect.bulletins.tables.rows import ABOVE, Cell, Line, Region
from bluebook.collect.bulletins.text.script import flat

_ROW = re.compile(
    r"(?P<label>[A-Za-z][^\n\d%():;.]{0,40}?)(?: ?\([^\n()]{1,40}\))?\s+(?P<value>\d[\d,]*(?:\.\d+)?)"
    r"\s*\((?:Y/Y|YoY|y-o-y|year[- ]on[- ]year)[:,]?\s*(?P<growth>[-+−–]?\s?\d[\d.]*\s?%)\)"
)
_GROWTH = re.compile(
    r"\((?:(?<=\d\()|(?<=\d\s\())(?:Y/Y|YoY|y-o-y|year[- ]on[- ]year)[:,]? ?[-+−–\d]"
)
MOST = 2_000  # rows of a text that are looked at
ROW = 120  # characters of a row at most
_SCALE = re.compile(r"\((?P<unit>m|mn|mln|million|bn|billion|thousand|k)\)", re.IGNORECASE)
_WORDS = {"m": "million", "mn": "million", "mln": "million", "bn": "billion", "k": "thousand"}
_ALL = re.compile(r"(?:all\b|(?:in |grand )?total\b)", re.IGNORECASE)
BEFORE = 300  # characters before the first row that may tell of a table


def regions(text: str) -> Iterator[Region]:
    """The tables of a text that are rows of a value and its growth in brackets."""
    rows: list[re.Match[str]] = []
    done = 0
    for growth in islice(_GROWTH.finditer(text), MOST):
        value = growth.start() - 1 - text[growth.start() - 1].isspace()
        begin = max(done, value - ROW)
        match = _ROW.search(text, begin, growth.end() + ROW)
        if match is None or match.start("growth") < value:
            continue
        done = match.end()
        if rows and text[rows[-1].end() : match.start()].strip():
            yield from _region(text, rows)
            rows = []
        rows.append(match)
    yield from _region(text, rows)


def _region(text: str, rows: list[re.Match[str]]) -> Iterator[Region]:
    if len(rows) < 2:
        return
    first = rows[0].start()
    above = [line for line in text[max(0, first - BEFORE) : first].split("\n") if line.strip()]
    scale = _SCALE.search("\n".join(above[-3:]))
    unit = scale["unit"].lower() if scale else ""
    head = f"number ({_WORDS.get(unit, unit)})" if unit else "number"
    captions = [flat(_SCALE.sub("", line)).lower().strip() for line in above[-ABOVE:]]
    lines = [Line([Cell("", 0, 0), Cell(head, 0, 0), Cell("y/y growth (%)", 0, 0)], first, first)]
    for row in rows:
        label = "total" if _ALL.match(row["label"]) else row["label"]
        cells = [Cell(flat(label).lower().strip(), row.start("label"), row.end("label"))]
        for part in ("value", "growth"):
            figure = flat(row[part]).replace(" ", "")
            cells.append(Cell(figure, row.start(part), row.end(part)))
        lines.append(Line(cells, row.start(), row.end()))
    yield Region(captions, lines)
