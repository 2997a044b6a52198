"""The tables of a text in any form, each once: the forms that tell most are looked for first."""

from __future__ import annotations

from collections.abc import Iterator

from bluebook.collect.bulletins.tables import aligned, bracketed, loose, pairs, rows
from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.rows import Line, Region
from bluebook.collect.bulletins.tables.stretches import figured


def regions(text: str, heads: Heads) -> list[Region]:
    """The tables of a text, in the order of their places."""
    found = list(rows.regions(text))
    found += bracketed.regions(rows.without(text, found))
    if lines := figured(rows.without(text, found)):
        if heads.vocabulary.language == "en":
            found += aligned.regions(rows.without(text, found), lines, heads)
            found += pairs.regions(rows.without(text, found), lines, heads)
        found += loose.regions(rows.without(text, found), lines, heads)
    return sorted(found, key=lambda region: region.rows[0].start)


def parts(rows: list[Line], heads: Heads) -> Iterator[list[Line]]:
    """Tables one below the other: where a row of heads follows one of figures, another begins."""
    begin, figures = 0, False
    for n, row in enumerate(rows):
        filled = [cell for cell in row.cells if cell.text]
        if any(cell.number for cell in filled[1:]):
            figures = True
        elif (
            figures
            and len({cell.text for cell in filled}) > 2
            and not any(heads.unit(cell.text) for cell in filled)
        ):
            yield rows[begin:n]
            begin, figures = n, False
    yield rows[begin:]
