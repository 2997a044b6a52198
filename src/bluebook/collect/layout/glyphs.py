"""From glyphs to pieces: what stands together on a line, or in a table drawn with lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bluebook.collect.layout.hyphens import joined
from bluebook.collect.ruled import Grid, Rules, grids

NO_RULES = Rules([], [])
GAP = 0.9  # ems between two pieces of a line: they are cells, or stand in different columns
WORDS = 2.5  # ems between two words, at most
_MARK = re.compile(r"[\d*†‡①-⑳\[\](),，]{1,4}")


class Glyph(NamedTuple):
    """A character, its left and right edge, its base line and the height of its font."""

    char: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False  # is there a space before it?
    raised: bool = False  # is it drawn above the line?


class Piece(NamedTuple):
    """Characters that stand together on a line, or a whole table."""

    text: str
    left: float
    right: float
    base: float
    size: float


def pieces(glyphs: Sequence[Glyph], rules: Rules = NO_RULES) -> list[Piece]:
    """The pieces that glyphs form, as they are set; marks of notes are left out."""
    found: list[Piece] = []
    text: list[str] = []
    left = right = base = size = 0.0
    for glyph in glyphs:
        gap = glyph.left - right
        smaller = glyph.size < 0.8 * size
        if (
            text
            and (glyph.raised or (smaller and glyph.base < base - 0.1 * size))
            and -0.3 * size < gap < 0.5 * size
            and _MARK.fullmatch(glyph.char)
        ):
            right = max(right, glyph.right)  # the mark of a footnote
            continue
        same = (
            text
            and abs(glyph.base - base) < 0.35 * size
            and -0.6 * size < gap < (WORDS if _apart(text[-1], glyph) else GAP) * size
            and not (gap > 0.05 * size and rules.between(right, glyph.left, base))
        )
        if same and 0.7 < glyph.size / max(size, 0.01) < 1.45:
            spaced = glyph.spaced and gap > 0.08 * size
            text.append(f" {glyph.char}" if spaced or gap > 0.35 * size else glyph.char)
            right = max(right, glyph.right)
            continue
        if text:
            found.append(Piece("".join(text), left, right, base, size))
        text = [glyph.char]
        left, right, base, size = glyph.left, glyph.right, glyph.base, max(glyph.size, 0.01)
    if text:
        found.append(Piece("".join(text), left, right, base, size))
    found = [piece for piece in found if piece.text.strip()]
    for grid in grids(rules):
        found = _tabled(found, grid)
    return found


def _apart(before: str, glyph: Glyph) -> bool:
    """Are these the ends of two words of prose, which may be set wide apart?"""
    return glyph.spaced and glyph.char.isascii() and before.isascii() and before[-1] > "9"


def _tabled(found: list[Piece], grid: Grid) -> list[Piece]:
    """The pieces, those inside a table of lines made one: its rows, the cells parted by tabs.

    The text of a cell that spans rows or columns stands in each of them.
    """
    cells: dict[tuple[int, int], str] = {}
    outside: list[Piece] = []
    size = 0.0
    for piece in sorted(found, key=lambda p: (p.base, p.left)):
        row = grid.row(piece.base - 0.3 * piece.size)
        first, last = grid.span(row, (piece.left + piece.right) / 2) if row >= 0 else (0, -1)
        if last < first:
            outside.append(piece)
            continue
        top, bottom = grid.depth(row, first)
        size = max(size, piece.size)
        for place in ((r, c) for r in range(top, bottom + 1) for c in range(first, last + 1)):
            cells[place] = joined(cells[place], piece.text) if place in cells else piece.text
    if len(cells) < 4:
        return found
    rows = range(len(grid.ys) - 1)
    columns = range(len(grid.xs) - 1)
    text = "\n".join("\t".join(cells.get((r, c), "") for c in columns) for r in rows)
    outside.append(Piece(text, grid.xs[0], grid.xs[-1], grid.ys[0] + size, size))
    return outside
