"""English labels that go over several lines, made one: Business Volume of / Telecommunication Services (100 million yuan) 1612.4.

A line without figures goes on into the next where the two together name an indicator and the
second by itself does not: it ends in the middle of a name, or is only the unit.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.tables.columns import OPEN, is_label, tells
from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.lines import is_figure
from bluebook.collect.bulletins.tables.rows import Cell, Line

MOST = 2  # lines above that a label may begin in
_UNIT = re.compile(r"\([^()]{1,40}\)")


def united(lines: list[Line], heads: Heads) -> list[Line]:
    """The lines, each label in one cell."""
    if heads.vocabulary.language != "en":
        return lines
    out: list[Line] = []
    for line in lines:
        whole, many = _whole(line, out, heads)
        if many:
            del out[-many:]
        out.append(whole)
    return out


def _whole(line: Line, before: list[Line], heads: Heads) -> tuple[Line, int]:
    """A line with its whole label, and how many of those before it are in that."""
    label, figures = line.cells[0], line.cells[1:]
    if not figures or is_figure(label) or not all(map(is_figure, figures)):
        return line, 0
    for many in range(1, MOST + 1):
        above = before[-many:]
        if len(above) < many or not all(map(_text, above)):
            break
        if (cell := _joined([row.cells[0] for row in above], label, heads)) is not None:
            return Line([cell, *figures], cell.start, line.end), many
    return line, 0


def _text(line: Line) -> bool:
    """Is a line one cell of words?"""
    cell = line.cells[0]
    return len(line.cells) == 1 and not is_figure(cell) and not is_label(cell.text)


def _joined(above: list[Cell], label: Cell, heads: Heads) -> Cell | None:
    """The label with the lines above it, where they name an indicator only together."""
    told = heads.tell(label.text)
    open_ = OPEN.search(above[-1].text)
    if told.place or (told.subject is not None and not open_):
        return None
    cut = open_ or told.unknown or _UNIT.fullmatch(label.text)
    whole = " ".join((*(cell.text for cell in above), label.text))
    both = heads.tell(whole)
    if not cut or both.subject is None or not tells(both):
        return None
    return Cell(whole, above[0].start, label.end)
