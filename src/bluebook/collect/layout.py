"""From glyphs on pages to text: lines, columns, paragraphs, tables; without page furniture.

Places are in points, y downwards. Nothing here knows what a file looks like inside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from bluebook.collect.ruled import Grid, Rules, grids

NO_RULES = Rules([], [])
GAP = 0.9  # ems between two pieces of a line: they are cells, or stand in different columns
WORDS = 2.5  # ems between two words, at most
MARGIN = 0.12  # of a page's height: where running heads and feet are looked for
MAX_COLUMNS = 4
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_PAGE_NUMBER = re.compile(
    r"[-–—·•\s第共页/|0-9ivx]{1,12}|page \d+(?: (?:of|/) \d+)?", re.IGNORECASE
)
_MARK = re.compile(r"[\d*†‡①-⑳\[\](),，]{1,4}")
_NOTE = re.compile(r"[\d*†‡①-⑳\[(（注]")
_HYPHEN = re.compile(r"(?P<head>[A-Za-z]{2,})[-\u00ad\u2010\x02\ufffe]$")


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


class Page(NamedTuple):
    """What stands on a page, and its size."""

    pieces: list[Piece]
    width: float
    height: float


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
            cells[place] = _joined(cells[place], piece.text) if place in cells else piece.text
    if len(cells) < 4:
        return found
    rows = range(len(grid.ys) - 1)
    columns = range(len(grid.xs) - 1)
    text = "\n".join("\t".join(cells.get((r, c), "") for c in columns) for r in rows)
    outside.append(Piece(text, grid.xs[0], grid.xs[-1], grid.ys[0] + size, size))
    return outside


def texts(pages: Sequence[Page]) -> list[Part]:
    """The text of the pages, in reading order; notes at the foot of pages come last."""
    sizes = sorted((p.size, len(p.text)) for page in pages for p in page.pieces)
    body = _weighted_median(sizes)
    furniture = _furniture(pages, body)
    blocks: list[Block] = []
    notes: list[Block] = []
    for n, page in enumerate(pages):
        kept = [p for i, p in enumerate(page.pieces) if (n, i) not in furniture]
        for lines in _columns(kept):
            above = _above_notes(lines, body)
            span = min(line.left for line in lines), max(line.right for line in lines)
            blocks += _blocks(lines[:above], n + 1, span)
            notes += _blocks(lines[above:], n + 1, span)
    parts: list[Part] = []
    for before, block in pairwise([None, *blocks, *notes]):
        assert block is not None
        if before is not None and _broken(before, block):
            glue = "" if _WIDE.match(before.text[-1:]) or _WIDE.match(block.text[:1]) else " "
            parts.append(Part(block.page, glue, block.text))
        else:
            parts.append(Part(block.page, "\n\n" if parts else "", block.text))
    words = _Words(part.text for part in parts)
    return [part._replace(text=words.whole(part.text)) for part in parts]


def _weighted_median(sizes: list[tuple[float, int]]) -> float:
    """The size of font that half of the characters do not exceed."""
    half, seen = sum(n for _, n in sizes) / 2, 0
    for size, n in sizes:
        seen += n
        if seen >= half:
            return size
    return 0.0


def _above_notes(lines: list[Line], body: float) -> int:
    """How many lines of a column stand above its notes: small lines at its foot, with a mark."""
    above = len(lines)
    while above and lines[above - 1].size < 0.93 * body:
        above -= 1
    if 0 < above < len(lines) and not _NOTE.match(lines[above].text):
        return len(lines)
    return above or len(lines)


def _broken(a: Block, b: Block) -> bool:
    """Was a paragraph broken by the end of a column or page?"""
    if a.table or b.table or a.column == b.column or not 0.9 < a.size / b.size < 1.1:
        return False
    return a.full and not b.indented and a.text[-1] not in "。！？；：.!?;:"


# Page furniture -------------------------------------------------------------------------------


def _furniture(pages: Sequence[Page], body: float) -> set[tuple[int, int]]:
    """Heads and feet, by their places: what stands in a margin of several pages at one height,
    what is set small at the top, and page numbers.
    """
    seen: Counter[tuple[str, int]] = Counter()
    at: dict[tuple[int, int], tuple[str, int]] = {}
    found: set[tuple[int, int]] = set()
    for n, page in enumerate(pages):
        edge = MARGIN * page.height
        outer = [i for i, p in enumerate(page.pieces) if not edge < p.base < page.height - edge]
        shapes = set()
        for i in outer:
            piece = page.pieces[i]
            shape = re.sub(r"\d+", "#", piece.text), round(piece.base / 6)
            at[n, i] = shape
            shapes.add(shape)
            beside = any(
                j != i and abs(page.pieces[j].base - piece.base) < piece.size
                for j in range(max(0, i - 3), min(len(page.pieces), i + 4))
            )
            small = piece.base < edge and piece.size < 0.93 * body
            if small or (not beside and _PAGE_NUMBER.fullmatch(piece.text.strip())):
                found.add((n, i))
        seen.update(shapes)
    often = max(2, len(pages) // 3)
    return found | {place for place, shape in at.items() if seen[shape] >= often}


# Columns --------------------------------------------------------------------------------------


def _columns(found: list[Piece], depth: int = 1) -> Iterator[list[Line]]:
    """The lines of each column, in the order in which they are read."""
    gutter = _gutter(found) if depth < MAX_COLUMNS else None
    if gutter is None:
        if found:
            yield _lines(found)
        return
    across = sorted((p for p in found if p.left < gutter < p.right), key=lambda p: p.base)
    beside = sorted((p for p in found if not p.left < gutter < p.right), key=lambda p: p.base)
    bands: list[tuple[list[Piece], list[Piece]]] = [([], [])]  # a heading, and what is below it
    for piece in sorted([*across, *beside], key=lambda p: p.base):
        crosses = piece.left < gutter < piece.right
        if crosses and bands[-1][1]:
            bands.append(([], []))
        bands[-1][0 if crosses else 1].append(piece)
    for heading, below in bands:
        if heading:
            yield _lines(heading)
        for side in (
            [p for p in below if p.right <= gutter],
            [p for p in below if p.left >= gutter],
        ):
            yield from _columns(side, depth + 1)


def _gutter(found: list[Piece]) -> float | None:
    """Where two columns of prose part; a table's columns do not."""
    if len(found) < 8:
        return None
    low, high = min(p.left for p in found), max(p.right for p in found)
    best: tuple[int, float] | None = None
    for x in sorted({p.right for p in found if low + 0.2 * (high - low) < p.right}):
        if x > low + 0.8 * (high - low):
            break
        after = [p.left for p in found if p.left >= x]
        if not after:
            break
        crossing = sum(p.left < x + 0.5 and p.right > x + 0.5 for p in found)
        if best is None or crossing < best[0]:
            best = crossing, x + min(0.5, max(0.0, (min(after) - x) / 2))
    if best is None:
        return None
    gutter = best[1]
    left = [p for p in found if p.right <= gutter]
    right = [p for p in found if p.left >= gutter]
    if best[0] > min(len(left), len(right)) / 2 or not (_prose(left) and _prose(right)):
        return None
    return gutter


def _prose(side: list[Piece]) -> bool:
    """Are these lines of prose, in one column or more? Most are long, and of one length."""
    if len(side) < 4:
        return False
    widths = sorted(p.right - p.left for p in side)
    full = widths[int(0.9 * len(widths))]
    wide = [p for p in side if p.right - p.left > 0.6 * full and len(p.text) > 8]
    return len(wide) >= 3 and 2 * sum(len(p.text) for p in wide) > sum(len(p.text) for p in side)


# Lines and paragraphs -------------------------------------------------------------------------


def _lines(found: list[Piece]) -> list[Line]:
    """Pieces of one column to lines, from the top."""
    rows: list[list[Piece]] = []
    for piece in sorted(found, key=lambda p: (p.base, p.left)):
        if rows and abs(rows[-1][0].base - piece.base) < 0.4 * max(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    right = max(piece.right for piece in found)
    left = min(piece.left for piece in found)
    lines = [Line(tuple(_cells(sorted(row, key=lambda p: p.left)))) for row in rows]
    return [_stretched(lines, n, left, right) for n in range(len(lines))]


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


def _blocks(lines: list[Line], page: int, span: tuple[float, float]) -> Iterator[Block]:
    """The paragraphs and tables of a column that reaches from left to right."""
    if not lines:
        return
    left, right = span
    steps = [b.base - a.base for a, b in pairwise(lines) if b.base > a.base]
    step = median(steps) if steps else 0.0
    column = lines[0].left, lines[0].base, page
    start = 0
    while start < len(lines):
        stop = start + 1
        first = lines[start]
        table = len(first.cells) > 1 or "\t" in first.text
        if len(first.cells) > 1:
            while stop < len(lines) and _in_table(lines, start, stop):
                stop += 1
            text = _table(lines[start:stop])
        elif table:
            text = first.text
        else:
            text = first.text
            while (
                stop < len(lines)
                and len(lines[stop].cells) == 1
                and "\t" not in lines[stop].text
                and _goes_on(lines[stop - 1], lines[stop], left, right, step)
            ):
                text = _joined(text, lines[stop].text)
                stop += 1
        full = lines[stop - 1].right > right - 2 * first.size
        indented = first.left > left + 0.8 * first.size
        yield Block(text, page, column, first.size, table, full, indented)
        start = stop


def _goes_on(a: Line, b: Line, left: float, right: float, step: float) -> bool:
    """Does the paragraph of line a go on in line b?"""
    full = a.right > right - 2 * a.size
    indented = b.left > left + 0.8 * b.size and b.left > a.left + 0.5 * b.size
    near = b.base - a.base < 1.25 * max(step, a.size)
    return full and not indented and near and 0.85 < b.size / a.size < 1.18


def _joined(a: str, b: str) -> str:
    """Two lines as one; a hyphen at the break is kept, to be judged when all words are known."""
    if _HYPHEN.search(a):
        return f"{a[:-1]}\x02{b}"
    wide = _WIDE.match(a[-1:]) or _WIDE.match(b[:1])
    return f"{a}{'' if wide else ' '}{b}"


class _Words:
    """The words of a text, by which one that a hyphen broke is made whole."""

    def __init__(self, found: Iterable[str]) -> None:
        self.known = {w.lower() for t in found for w in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", t)}

    def whole(self, text: str) -> str:
        """As the text writes the word elsewhere, else without the hyphen."""
        return re.sub(r"([A-Za-z-]+)\x02([A-Za-z-]+)", self._one, text)

    def _one(self, match: re.Match[str]) -> str:
        kept = f"{match[1]}-{match[2]}"
        bare = match[1].rpartition("-")[2] + match[2].partition("-")[0]
        compound = kept.lower() in self.known or "-" in match[1] + match[2]
        return kept if compound and bare.lower() not in self.known else match[1] + match[2]


def _in_table(lines: list[Line], start: int, at: int) -> bool:
    """Does a table that begins at line `start` go on at line `at`?"""
    line, before = lines[at], lines[at - 1]
    if line.base - before.base > 3.5 * max(line.size, before.size):
        return False
    if len(line.cells) > 1:
        return True
    # A cell that broke over two lines, where the table goes on below.
    inside = line.right < lines[start].right - line.size and len(line.text) < 20
    return inside and at + 1 < len(lines) and len(lines[at + 1].cells) > 1


def _table(lines: list[Line]) -> str:
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
