"""Tables that lost their form: cells one to a line, or parted by spaces, back to rows of cells.

A page saved as text keeps the cells of a table in order, but not where a row ends. The figures
tell: rows are labels followed by as many figures as there are columns, and the heads that stand
before the first label must then be as many, or be two levels of them. Where they are not, it is
no table that can be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from bluebook.collect.bulletins.tables.broken import united
from bluebook.collect.bulletins.tables.columns import compares, headed, heads_over, is_label
from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.lines import (
    EDGE,
    PIECE,
    cell_of,
    filled,
    holed,
    is_figure,
    joined,
    line_of,
)
from bluebook.collect.bulletins.tables.rows import ABOVE, MAX_ROWS, SAMPLE, Cell, Line, Region
from bluebook.collect.bulletins.tables.stretches import stretches
from bluebook.collect.bulletins.tables.translated import untranslated
from bluebook.collect.bulletins.text.script import traditional

MAX_CELL = 40
MAX_LINE = 160
MAX_HEADS = 16
MAX_TEXTS = 6  # texts between the figures of two rows: headings, a label, a unit
MANY_BARS = 6
APART = 12  # lines between the figures of two rows at most
REACH = 24  # lines before the first figures of a table that may be its heads
_LINES = re.compile(r"[^\n]+")
_BARRED = re.compile(r"[^|│┃]+")
# What a line of words alone does not end with, nor hold, unless it is Chinese.
_CELLS = re.compile(
    r"[\d%)）/—–－―…·-][ \t\r]*$|\S(?:  |[\t\u3000\xa0])|^[ \t]*[.*]+[ \t\r]*$|[\u4e00-\u9fff]"
)
_YEAR = re.compile(r"(?:19[5-9]|20\d)\d")
_EMPTY = " \t\r\u3000\xa0|│┃"  # what may stand after the last figure of a line
_SENTENCE = frozenset("。；;!?！？")
_YEARS = re.compile(
    r"[12](?:(?<=1)9[5-9]|(?<=2)0\d)\d年[ \u3000]*(?:(?:19[5-9]|20\d)\d年[ \u3000]*){2,}"
)


def regions(text: str, lines: list[tuple[int, int]], heads: Heads) -> Iterator[Region]:
    """The tables of a text whose rows are not lines of cells."""
    old = traditional(text[:SAMPLE])
    yield from _inline(text, old)
    for block in _blocks(text, lines):
        if sum(_figured(raw) for raw, _ in block) > 1:
            rows = untranslated(_near(block))
            empties = holed([raw for raw, _ in rows])
            made = [
                line for raw, start in rows if (line := line_of(raw, start, heads, old, empties))
            ]
            made = filled(made) if empties else united(made, heads)
            yield from _tables(made, heads, text)


def _figured(line: str) -> bool:
    """Does a line end in a figure?"""
    line = line.removesuffix("\n").rstrip(_EMPTY)
    return line[-1:].isdecimal() or (line[-1:] in ("%", ")") and line[-2:-1].isdecimal())


def _near(block: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The lines of a run that may be of a table: about two with figures, not far from one another."""
    held = [n for n, (raw, _) in enumerate(block) if _CELLS.search(raw)]
    kept: list[tuple[str, int]] = []
    done = 0
    for a, b in pairwise(held):
        if b - a <= APART:
            begin = max(done, a - REACH)
            kept += block[begin : b + 1]
            done = b + 1
    return kept


def _blocks(text: str, lines: list[tuple[int, int]]) -> Iterator[list[tuple[str, int]]]:
    """Runs of short lines, with their places; between bars, of cells."""
    if sum(map(text.count, "|│┃")) < MANY_BARS:
        for run in stretches(text, lines, _figured, _parts):
            block = [line for line in run if line[0]]
            yield from (block[n : n + MAX_ROWS] for n in range(0, len(block), MAX_ROWS))
        return
    block = []
    for raw, start in _pieces(text):
        parted = _parts(raw)
        if not parted:
            block.append((raw, start))
        if block and (parted or len(block) > MAX_ROWS):
            yield block
            block = []
    yield block


def _parts(raw: str) -> bool:
    """Is a line too long for a table, or the end of a sentence?"""
    return len(raw) > MAX_LINE or raw[-8:].rstrip()[-1:] in _SENTENCE


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Cells between bars, which may go over several lines, else lines, and where they begin."""
    for cell in _BARRED.finditer(text):
        if cell.start() and _short(cell[0]):
            yield cell[0], cell.start()
        else:
            yield from ((m[0], m.start()) for m in _LINES.finditer(text, *cell.span()))


def _short(cell: str) -> bool:
    """Is it a cell of three short lines at most?"""
    many = 0
    for line in cell.split("\n"):
        inner = line.strip(EDGE)
        many += inner != ""
        if many > 3 or len(inner) >= MAX_CELL:
            return False
    return True


def _tables(lines: list[Line], heads: Heads, text: str) -> Iterator[Region]:
    """The tables in a run of short lines, with nothing but heads, labels and figures in between."""
    cells = _unnumbered([cell for line in lines for cell in line.cells])
    figures = _figures(cells)
    if sum(figures) < 2:
        return
    begin = 0
    runs = [(printed, len(list(group))) for printed, group in groupby(figures)]
    at = 0
    body: list[tuple[int, int, int]] = []  # where the texts before figures begin, end; figures end
    for n, (printed, length) in enumerate(runs):
        if printed:
            texts = runs[n - 1][1] if n else 0
            between = [cell.text for cell in cells[at - texts : at]]
            new = any(map(is_label, between)) or headed(between[:-1], heads)
            if texts == 0 or (body and (texts > MAX_TEXTS or new)):
                yield from _table(cells, body, begin, heads, text)
                begin, body = (body[-1][2] if body else 0), []
            if texts:
                body.append((at - texts, at, at + length))
        at += length
    yield from _table(cells, body, begin, heads, text)


def _unnumbered(cells: list[Cell]) -> list[Cell]:
    """Cells without the numbers 1, 2, 3 … that stand before labels."""
    index: list[int] = []
    for n, cell in enumerate(cells[:-1]):
        if cell.text == str(len(index) + 1) and not is_figure(cells[n + 1]):
            index.append(n)
    if len(index) < 3:
        return cells
    return [cell for n, cell in enumerate(cells) if n not in set(index)]


def _figures(cells: Sequence[Cell]) -> list[bool]:
    """Which cells are figures; years that stand over figures or before them are labels."""
    found = [is_figure(cell) for cell in cells]
    begin = 0
    for printed, group in groupby(list(found)):
        length = len(list(group))
        run = range(begin, begin + length)
        begin += length
        if not printed:
            continue
        years = [n for n in run if _YEAR.fullmatch(cells[n].text)]
        steps = {b - a for a, b in pairwise(years)}
        if len(years) > 1 and (len(years) == length or (len(steps) == 1 and years[0] == run[0])):
            for n in years:
                found[n] = False
    return found


def _table(
    cells: list[Cell],
    body: list[tuple[int, int, int]],
    begin: int,
    heads: Heads,
    text: str,
) -> Iterator[Region]:
    """A table whose rows have equally many figures, under as many heads."""
    if len(body) < 2:
        return
    counts = Counter(stop - texts for _, texts, stop in body)
    width, often = counts.most_common(1)[0]
    if often < 2 and width < 2:
        return
    first = next(n for n, (_, a, b) in enumerate(body) if b - a == width)
    body = body[first:]
    united = [heads.unit(cells[texts - 1].text) is not None for _, texts, _ in body]
    labels = 1 + (2 * sum(united) > len(united))
    start, texts, _ = body[0]
    above = cells[max(begin, start, texts - labels - MAX_HEADS) : texts - labels]
    found = heads_over([c.text for c in above], width, heads)
    if found is None:
        return
    used, rows = found
    captions = [c.text for c in above[: len(above) - used]][-ABOVE:]
    beside = [compares(heads.tell(t)) for t in rows[-1]] == [False, True]
    lines = [
        Line(
            [Cell("", texts, texts)] * labels + [Cell(t, 0, 0) for t in row], cells[start].start, 0
        )
        for row in rows
    ]
    for n, (start, texts, stop) in enumerate(body):
        label = cells[max(start, texts - labels) : texts]
        headings = cells[start : texts - labels]
        if headings and label[0].text[0] == "(":  # the rest of a label
            label[0] = joined(headings.pop(), label[0])
        label += [Cell("", texts, texts)] * (labels - len(label))  # a row without its unit
        if n:
            for cell in headings:
                lines.append(Line([cell] * (labels + width), cell.start, cell.end))
        row = _whole(cells[texts:stop], label[-1].end, width, text)
        if len(row) == width - 1 and beside and "率" in label[0].text:  # which is not compared
            row.append(Cell("-", stop, stop))
        if len(row) == width and len(label) == labels:
            lines.append(Line([*label, *row], label[0].start, cells[stop - 1].end))
    last = cells[body[-1][2] - 1].end
    lines[0] = lines[0]._replace(start=(above or cells[texts - labels :])[0].start)
    if lines[-1].end != last:
        lines.append(Line([], last, last))
    yield Region(captions, lines)


def _whole(figures: list[Cell], at: int, width: int, text: str) -> list[Cell]:
    """The figures of a row behind a place, with empty cells where only bars are printed."""
    if len(figures) >= width or "|" not in text[at : figures[-1].start]:
        return figures
    row: list[Cell] = []
    for cell in figures:
        row += [Cell("-", cell.start, cell.start)] * (text.count("|", at, cell.start) - 1)
        row.append(cell)
        at = cell.end
    return row


def _inline(text: str, old: bool) -> Iterator[Region]:
    """A table that ran together in a line: …单位2007年2008年到达数(万户)564.9 622.6."""
    for years in _YEARS.finditer(text) if "年" in text else ():
        width = len(re.findall(r"\d{4}年", years[0]))
        row = re.compile(
            rf"\s*(?P<label>[^\d\s,，。；;:：]{{2,20}})\s*(?P<figures>(?:-?\d[\d.]*[ \u3000]+){{{width - 1}}}-?\d[\d.]*)"
        )
        lines, at = [], years.end()
        while match := row.match(text, at):
            begin = match.start("figures")
            pieces = [
                cell_of(m[0], begin + m.start(), old) for m in PIECE.finditer(match["figures"])
            ]
            label = cell_of(match["label"], match.start("label"), old)
            lines.append(Line([label, *pieces], label.start, match.end()))
            at = match.end()
        if lines:
            over = [Cell("", 0, 0)] + [Cell(y, 0, 0) for y in re.findall(r"\d{4}年", years[0])]
            begin = max(text.rfind(mark, 0, years.start()) for mark in "。\n图表")
            caption = cell_of(text[max(begin + 1, years.start() - 60) : years.start()], 0, old).text
            yield Region([caption], [Line(over, years.start(), years.end()), *lines])
