"""English tables in plain text: columns set by spaces, labels that go over two lines.

A line of heads tells how many figures a row has. Lines without figures between the rows are
headings, or the first half of the label below: one that goes on in lower case or in brackets, or
that names something only together with what is above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.tables import english
from bluebook.collect.bulletins.tables.columns import OPEN, is_label, tells
from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.lines import cell_of, is_figure, joined
from bluebook.collect.bulletins.tables.rows import ABOVE, Cell, Line, Region
from bluebook.collect.bulletins.tables.stretches import stretches
from bluebook.collect.bulletins.text.hints import holds

MAX_LINE = 160
MAX_TEXT = 100  # characters of a line that may be a heading or a caption
_BLANK = " \t\xa0\r"
_PIECE = re.compile(rf"[^{_BLANK}]+(?: [^{_BLANK}]+)*")
_APART = ("  ", "\t", "\xa0", "\r")  # one of which stands between pieces
# Figures, each by itself or with its money, and signs for none.
_FIGURES = re.compile(
    r"(?<!\S)(?:[-+−–(]?(?:[A-Za-z]{2,3} ?|[A-Z]{2}\$|[$¥])?\d|[-–—./*…](?![^\s.]))"
)
# What may end in a point, a stroke or a bracket: signs for none, (12.3), 12.3(p).
_SIGNS = re.compile(
    r"(?:^|  |[\t\xa0\r] ?)[-/.*\u0080-\uffff]+$|\(\d[^()]*\)$|[\d%\u0080-\uffff] ?\(.{1,20}\)$"
)
_TAIL = re.compile(  # figures that one space parts, behind a wide gap
    r"(?<=\s\s)(?:(?:[-+−–]?\d[\d,]*(?:\.\d+)?%?\*?|[-–—]+)[ \xa0]+)+(?:[-+−–]?\d[\d,]*(?:\.\d+)?%?\*?|[-–—]+)\s*$"
)
# A figure with its unit: RMB 160.8 billion, 3.67 billion pieces.
_VALUE = re.compile(r"[-+]?(?:rmb|cny|us\$|\$|¥)? ?\d[\d,]*(?:\.\d+)?(?: ?[a-z]{1,10}){0,2}")
_SCALE = re.compile(r"10[, ]?000|1[, ]?000(?:[, ]?000)?")
_HUNDREDS = re.compile(r"(?:rmb|cny|us\$|\$)? ?1(?:00|0[ ,]?000)(?![\d.,])")  # 100m pieces
_GOES_ON = re.compile(r"[a-z(]")


def regions(text: str, lines: list[tuple[int, int]], heads: Heads) -> Iterator[Region]:
    """The tables of a text whose columns spaces set; `lines` hold figures, here and elsewhere."""
    if "  " not in text:
        return
    table = _Aligned(text, heads)
    for block in stretches(text, lines, _may_be_row, _parts):
        while not _may_be_row(block[-1][0]):
            block.pop()  # no line after the last that may be a row is of a table
        for raw, start in block:
            if (found := table.take(raw, start)) is not None:
                yield found
        if (found := table.done()) is not None:
            yield found


def _parts(raw: str) -> bool:
    """Is a line one long text, not pieces?"""
    if len(raw) <= MAX_TEXT:
        return False
    inner = raw.strip(_BLANK)
    alone = len(raw.strip()) > MAX_TEXT and not holds(inner, _APART)
    return bool(inner) and (len(raw) > MAX_LINE or alone)


def _may_be_row(raw: str) -> bool:
    """May a line be a label and figures, two at least? It ends in one, and has a wide gap."""
    inner = raw.strip(_BLANK)
    last = inner[-1:]
    ends = last.isdecimal() or last in "%*-" or last > "\x7f"
    if not inner or (not ends and (last not in "./)" or not _SIGNS.search(inner))):
        return False
    if len(_FIGURES.findall(inner)) < 2:
        return False
    return holds(inner, _APART) or _TAIL.search(raw) is not None


class _Aligned:
    """One table at a time, line by line."""

    def __init__(self, text: str, heads: Heads) -> None:
        self.text = text
        self.heads = heads
        self.over: list[Cell] = []
        self.begin()
        self.above: list[Cell] = []

    def begin(self) -> None:
        self.captions: list[str] = []
        self.lines: list[Line] = []
        self.width = 0
        self.texts: list[Cell] = []

    def take(self, raw: str, start: int) -> Region | None:
        """Go on with a line; the table that it ends, if any."""
        pieces = _pieces(raw, start)
        if not pieces:
            self.near = False
            return None
        if len(raw) > MAX_LINE or (len(pieces) == 1 and len(raw.strip()) > MAX_TEXT):
            return self.done()
        if self._are_heads(pieces):
            found = self._region()
            above = [*self.above, *self.texts] if not found else self.texts
            self.begin()
            self.captions = [t.text for t in above[-ABOVE:]]
            self.over, self.above = pieces, []
            return found
        if self._goes_on(pieces):
            return None
        label, figures = self._parted(raw, start, pieces)
        if label is not None and figures and not self.over:
            self.over = self._listed(len(figures))
        if figures and self.over and self._row(label, figures):
            return None
        if len(pieces) == 1 or (len(figures) == 1 and label is not None):
            self._text(label or pieces[0])
        return None

    def _listed(self, width: int) -> list[Cell]:
        """Heads that the units of a title are: by volume (unit: 10,000 pieces; %)."""
        title = self.above[-1] if self.above else Cell("", 0, 0)
        found = english.UNITS.search(title.text)
        units = [u.strip() for u in re.split(r"[;,] (?!000)", found[1])] if found else []
        if len(units) != width or width < 2 or not all(map(self.heads.unit, units)):
            return []
        self.captions, self.above = [english.UNITS.sub("", title.text)], []
        return [Cell(f"({unit})", title.start, title.end) for unit in units]

    def _goes_on(self, pieces: list[Cell]) -> bool:
        """Is it a second line of heads: units in brackets, each under the head it stands below?"""
        if not self.over or self.lines or self.texts or not all(p.text[0] in "(%" for p in pieces):
            return False
        line = self.text.rfind("\n", 0, self.over[0].start)
        below = self.text.rfind("\n", 0, pieces[0].start)
        for piece in pieces:
            a, b = piece.start - below, piece.end - below
            under = [n for n, c in enumerate(self.over) if c.start - line < b and a < c.end - line]
            if len(under) != 1:
                return False
            self.over[under[0]] = joined(self.over[under[0]], piece)
        return True

    def done(self) -> Region | None:
        """The table so far; what comes is of another."""
        found = self._region()
        self.begin()
        self.over, self.above = [], []
        return found

    def _text(self, cell: Cell) -> None:
        if self.over:
            self.texts.append(cell)
        else:
            self.above = [*self.above[-ABOVE:], cell]
        self.near = True

    def _are_heads(self, pieces: list[Cell]) -> bool:
        """Does each piece of a line, but a first one over labels, tell what may stand over figures?"""
        if len(pieces) < 2 or any(
            is_figure(p) and self.heads.tell(p.text).when is None for p in pieces
        ):
            return False
        told = [self.heads.tell(p.text) for p in pieces]
        known = [tells(t) or t.firm or t.total for t in told]
        likely = known[is_label(pieces[0].text) :]
        if not (all(known[1:]) or any(t.total for t in told) or 2 * sum(likely) > len(likely)):
            return False
        columns = told if known[0] and not is_label(pieces[0].text) else told[1:]
        return len(columns) > 1 and not all(t.firm for t in columns)

    def _parted(self, raw: str, start: int, pieces: list[Cell]) -> tuple[Cell | None, list[Cell]]:
        """A line as its label and its figures."""
        if len(pieces) > 2 and is_figure(pieces[0]) and not is_figure(pieces[1]):
            pieces = pieces[1:]  # a row's number
        label = None if is_figure(pieces[0]) else pieces[0]
        figures = pieces[label is not None :]
        if label is not None and len(figures) > 1 and self._unit(figures[0], len(figures)):
            label, figures = _with(label, figures[0]), figures[1:]
        if all(map(_is_value, figures)) and len(figures) in self._widths():
            return label, figures
        tail = _TAIL.search(raw)
        if tail is None or (raw[: tail.start()].strip() and label is None):
            return label, figures if all(map(is_figure, figures)) else []
        figures = [
            cell_of(m[0], start + tail.start() + m.start(), False)
            for m in re.finditer(r"\S+", tail[0])
        ]
        before = raw[: tail.start()].strip()
        return (cell_of(before, start + raw.index(before), False) if before else None), figures

    def _unit(self, piece: Cell, many: int) -> bool:
        """Is it a unit, which has a column of its own?"""
        if _SCALE.fullmatch(piece.text) and many - 1 in self._widths():
            return any(c.text in ("unit", "units") for c in self.over)
        if is_figure(piece) or (_is_value(piece) and not _HUNDREDS.match(piece.text)):
            return False
        return self.heads.unit(piece.text) is not None

    def _widths(self) -> tuple[int, ...]:
        if self.width:
            return (self.width,)
        labels = [n for n, c in enumerate(self.over) if is_label(c.text)]
        corner = len(labels) if labels == list(range(len(labels))) else 0
        return (len(self.over), len(self.over) - max(corner, 1))

    def _row(self, label: Cell | None, figures: list[Cell]) -> bool:
        """Add a row, if it has as many figures as there are heads."""
        if len(figures) not in self._widths() or len(figures) < 2:
            return False
        texts, self.texts = self.texts, []
        if label is None:
            if not texts:
                return False
            label = texts.pop()
        elif texts and self.near and self._one(texts[-1], label):
            first = texts.pop()
            label = joined(first, label)
        if not self.width:
            self.width = len(figures)
        for heading in _headings(texts):
            self.lines.append(Line([heading] * (self.width + 1), heading.start, heading.end))
        self.lines.append(Line([label, *figures], label.start, figures[-1].end))
        self.near = False
        return True

    def _one(self, above: Cell, label: Cell) -> bool:
        """Are a line and the label below it one label?"""
        if _GOES_ON.match(self.text, label.start) or OPEN.search(above.text):
            return True
        told, both = self.heads.tell(label.text), self.heads.tell(f"{above.text} {label.text}")
        named = both.subject is not None and not both.unknown
        return named and told.subject is None and not told.measures

    def _region(self) -> Region | None:
        if not any(len(set(line.cells)) > 1 for line in self.lines):
            return None
        corner = [c for c in self.over[: len(self.over) - self.width] if not is_label(c.text)]
        corner = corner[:1] or [Cell("", 0, 0)]
        start, end = self.over[0].start, self.over[-1].end
        head = Line([*corner, *self.over[len(self.over) - self.width :]], start, end)
        return Region(self.captions, [head, *self.lines])


def _headings(texts: list[Cell]) -> Iterator[Cell]:
    """Lines without figures as headings, of which some go on in brackets: (2G, 3G and 4G)."""
    found: list[Cell] = []
    for cell in texts:
        if found and cell.text[0] == "(":
            found[-1] = joined(found[-1], cell)
        else:
            found.append(cell)
    yield from found


def _is_value(cell: Cell) -> bool:
    return is_figure(cell) or _VALUE.fullmatch(cell.text) is not None


def _with(label: Cell, unit: Cell) -> Cell:
    """A label and its unit, which stands in a column of its own."""
    return Cell(f"{label.text} ({unit.text})", label.start, label.end)


def _pieces(raw: str, start: int) -> list[Cell]:
    """The pieces of a line that several spaces part."""
    return [cell_of(m[0], start + m.start(), False) for m in _PIECE.finditer(raw)]
