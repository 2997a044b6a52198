"""The lines of a column, and the tables that lines of several cells make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from bluebook.collect.layout.glyphs import GAP, Piece


class Line(NamedTuple):
    """A line of a column; `cells` are more than one in a row of a table."""

    cells: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "\t".join(piece.text for piece in self.cells)

    @property
    def left(self) -> float:
        return self.cells[0].left

    @property
    def right(self) -> float:
        return self.cells[-1].right

    @property
    def base(self) -> float:
        return self.cells[0].base

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.cells)


def lines(found: list[Piece]) -> list[Line]:
    """Pieces of one column to lines, from the top."""
    rows: list[list[Piece]] = []
    for piece in sorted(found, key=lambda p: (p.base, p.left)):
        if rows and abs(rows[-1][0].base - piece.base) < 0.4 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    right = max(piece.right for piece in found)
    left = min(piece.left for piece in found)
    made = [Line(tuple(_cells(sorted(row, key=lambda p: p.left)))) for row in rows]
    return [_stretched(made, n, left, right) for n in range(len(made))]


def _stretched(lines: list[Line], n: int, left: float, right: float) -> Line:
    """A line of prose set wide, to fill its column, among lines that are no rows of a table."""
    line = lines[n]
    beside = [*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]]
    if len(line.cells) == 1 or "\t" in line.text.replace("\t", "", len(line.cells) - 1):
        return line
    filled = sum(piece.right - piece.left for piece in line.cells) / max(1.0, right - left)
    if filled < 0.7 or (filled < 0.82 and any(len(other.cells) > 1 for other in beside)):
        return line
    text = " ".join(piece.text for piece in line.cells)
    return Line((Piece(text, line.left, line.right, line.base, line.size),))


def _cells(row: list[Piece]) -> Iterator[Piece]:
    """Pieces of a line that stand close are one."""
    held = row[0]
    for piece in row[1:]:
        gap, size = piece.left - held.right, max(held.size, piece.size)
        if gap < GAP * size:
            space = " " if gap > 0.15 * size else ""
            text = f"{held.text}{space}{piece.text}"
            held = Piece(text, held.left, max(held.right, piece.right), held.base, size)
        else:
            yield held
            held = piece
    yield held


def in_table(lines: list[Line], start: int, at: int) -> bool:
    """Does a table that begins at line `start` go on at line `at`?"""
    line, before = lines[at], lines[at - 1]
    if line.base - before.base > 3.5 * max(line.size, before.size):
        return False
    if len(line.cells) > 1:
        return True
    # A cell that broke over two lines, where the table goes on below.
    inside = line.right < lines[start].right - line.size and len(line.text) < 20
    return inside and at + 1 < len(lines) and len(lines[at + 1].cells) > 1


def table(lines: list[Line]) -> str:
    """Rows of cells parted by tabs, each cell in its column."""
    most = Counter(len(line.cells) for line in lines)
    wanted = max(most, key=lambda n: (most[n] * (n > 1), n))
    columns: list[tuple[float, float]] = []
    for line in lines:
        if len(line.cells) == wanted:
            spans = [(piece.left, piece.right) for piece in line.cells]
            columns = columns or spans
            columns = [
                (min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(columns, spans, strict=True)
            ]
    rows = []
    for line in lines:
        row = [""] * wanted
        if len(line.cells) == wanted:
            row = [piece.text for piece in line.cells]
        else:
            for piece in line.cells:
                n = max(range(wanted), key=lambda i: _overlap(piece, columns[i]))
                row[n] = f"{row[n]} {piece.text}".strip()
        rows.append("\t".join(row).rstrip("\t"))
    return "\n".join(rows)


def _overlap(piece: Piece, column: tuple[float, float]) -> float:
    """How far a piece lies in a column; how far away it is (negative) where it does not."""
    shared = min(piece.right, column[1]) - max(piece.left, column[0])
    return shared if shared > 0 else shared - 1
