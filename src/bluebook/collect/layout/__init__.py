"""From glyphs on pages to text: lines, columns, paragraphs, tables; without page furniture.

Places are in points, y downwards. Nothing here knows what a file looks like inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from bluebook.collect.layout.columns import Page, columns, furniture
from bluebook.collect.layout.glyphs import Glyph, pieces
from bluebook.collect.layout.hyphens import WIDE, Words, joined
from bluebook.collect.layout.lines import Line, in_table, lines, table

__all__ = ["Glyph", "Page", "Part", "pieces", "texts"]
_NOTE = re.compile(r"[\d*†‡①-⑳\[\(（注]")


class Block(NamedTuple):
    """A paragraph or a table. `column` names the column it stands in."""

    text: str
    page: int
    column: tuple[float, float, int]
    size: float
    table: bool
    full: bool  # does its last line fill the column?
    indented: bool


class Part(NamedTuple):
    """A part of the whole text, on a page (from 1); `glue` stands between it and the one before."""

    page: int
    glue: str
    text: str


def texts(pages: Sequence[Page]) -> list[Part]:
    """The text of the pages, in reading order; notes at the foot of pages come last."""
    sizes = sorted((p.size, len(p.text)) for page in pages for p in page.pieces)
    body = _weighted_median(sizes)
    outside = furniture(pages, body)
    blocks: list[Block] = []
    notes: list[Block] = []
    for n, page in enumerate(pages):
        kept = [p for i, p in enumerate(page.pieces) if (n, i) not in outside]
        for column in map(lines, columns(kept)):
            above = _above_notes(column, body)
            span = min(line.left for line in column), max(line.right for line in column)
            blocks += _blocks(column[:above], n + 1, span)
            notes += _blocks(column[above:], n + 1, span)
    parts: list[Part] = []
    for before, block in pairwise([None, *blocks, *notes]):
        assert block is not None
        if before is not None and _broken(before, block):
            glue = "" if WIDE.match(before.text[-1:]) or WIDE.match(block.text[:1]) else " "
            parts.append(Part(block.page, glue, block.text))
        else:
            parts.append(Part(block.page, "\n\n" if parts else "", block.text))
    words = Words(part.text for part in parts)
    return [part._replace(text=words.whole(part.text)) for part in parts]


def _weighted_median(sizes: list[tuple[float, int]]) -> float:
    """The size of font that half of the characters do not exceed."""
    half, seen = sum(n for _, n in sizes) / 2, 0
    for size, n in sizes:
        seen += n
        if seen >= half:
            return size
    return 0.0


def _above_notes(column: list[Line], body: float) -> int:
    """How many lines of a column stand above its notes: small lines at its foot, with a mark."""
    above = len(column)
    while above and column[above - 1].size < 0.93 * body:
        above -= 1
    if 0 < above < len(column) and not _NOTE.match(column[above].text):
        return len(column)
    return above or len(column)


def _broken(a: Block, b: Block) -> bool:
    """Was a paragraph broken by the end of a column or page?"""
    if a.table or b.table or a.column == b.column or not 0.9 < a.size / b.size < 1.1:
        return False
    return a.full and not b.indented and a.text[-1] not in "。！？；：.!?;:"


def _blocks(column: list[Line], page: int, span: tuple[float, float]) -> Iterator[Block]:
    """The paragraphs and tables of a column that reaches from left to right."""
    if not column:
        return
    left, right = span
    steps = [b.base - a.base for a, b in pairwise(column) if b.base > a.base]
    step = median(steps) if steps else 0.0
    name = column[0].left, column[0].base, page
    start = 0
    while start < len(column):
        stop = start + 1
        first = column[start]
        tabled = len(first.cells) > 1 or "\t" in first.text
        if len(first.cells) > 1:
            while stop < len(column) and in_table(column, start, stop):
                stop += 1
            text = table(column[start:stop])
        elif tabled:
            text = first.text
        else:
            text = first.text
            while (
                stop < len(column)
                and len(column[stop].cells) == 1
                and "\t" not in column[stop].text
                and _goes_on(column[stop - 1], column[stop], left, right, step)
            ):
                text = joined(text, column[stop].text)
                stop += 1
        full = column[stop - 1].right > right - 2 * first.size
        indented = first.left > left + 0.8 * first.size
        yield Block(text, page, name, first.size, tabled, full, indented)
        start = stop


def _goes_on(a: Line, b: Line, left: float, right: float, step: float) -> bool:
    """Does the paragraph of line a go on in line b?"""
    full = a.right > right - 2 * a.size
    indented = b.left > left + 0.8 * b.size and b.left > a.left + 0.5 * b.size
    near = b.base - a.base < 1.25 * max(step, a.size)
    return full and not indented and near and 0.85 < b.size / a.size < 1.18
