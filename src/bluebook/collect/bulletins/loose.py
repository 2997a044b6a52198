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

from bluebook.collect.bulletins.heads import Heads, Told
from bluebook.collect.bulletins.rows import ABOVE, HEADING, MAX_ROWS, SAMPLE, Cell, Line, Region
from bluebook.collect.bulletins.script import flat, traditional

MAX_CELL = 40
MAX_LINE = 160
MAX_HEADS = 16
MAX_TEXTS = 6  # texts between the figures of two rows: headings, a label, a unit
MANY_BARS = 6
_LINES = re.compile(r"[^\n]+")
_BARRED = re.compile(r"[^|│┃]+")
_EDGE = " \t\r\n\u3000\xa0|│┃"
_BLANK = re.compile(r"[-—–－―/.…*·]{1,6}")
_FIGURE = re.compile(
    r"(?:[<>≥≤]|大于|小于|约|超过)?\s?[-+−－±]?\s?\d[\d,]*(?:\.\d+)?(?:%|[万亿]?[元户个人件条])?(?:\(.{1,10}\))?"
)
_YEAR = re.compile(r"(?:19[5-9]|20\d)\d")
# A line of figures behind a label; a label that ends a sentence is none.
_SPACED = re.compile(
    r"[ \u3000\xa0]*(?P<label>[^\n]{1,60}?[^\s\d,.，、。；：:;|])"
    r"(?P<figures>(?:[ \u3000\xa0]+(?:[-+−－]?\d[\d,]*(?:\.\d+)?%?|[-—–－/]{1,4}))+)[ \u3000\xa0\r]*"
)
# 指 标, 电话普及率 (部/百人)
_APART = re.compile(
    r"(?<!\S)([\u4e00-\u9fff]) +(?=[\u4e00-\u9fff](?!\S))|(?<=[\u4e00-\u9fff])() +(?=[(（])"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_WIDE = re.compile(r"[^ \u3000\xa0\t\r]+(?: [^ \u3000\xa0\t\r]+)*")
_PIECE = re.compile(r"[^ \u3000\xa0\t\r]+")
_FIGURED = re.compile(r"\d[%)]?[ \t\r\u3000\xa0|│┃]*$")
_SENTENCE = re.compile(r"[。；;!?！？]\s*$")
# Heads over the labels, not over figures.
_LABEL = re.compile(
    r"(?:主要|统计|经济)?(?:指标(?:名称)?|名称|项目(?:名称)?|地区|省份|省[、区市]+|省\(区、?市\)|省、自治区、直辖市|区域|(?:计量|计算)?单位|年份|时间"
    r"|年度|月份|城市|市州|市[、区县]+|序号|编号|分类|类别|类型|业务种类)"
    r"|(?:indicators?|items?|units?|provinces?|regions?|areas?|years?|months?|no\.)"
)
# Two heads that ran together: 比去年同期增长(%)累计.
_GLUED = re.compile(r"(?<=\))(?=累计|当月|本月|增长|同比)|(?<=当月)(?=累计)|(?<=累计)(?=当月)")
_INDEX = re.compile(r"\d{1,2}[ \u3000\xa0]+(?=[^\d\s])")
_YEARS = re.compile(r"(?:(?:19[5-9]|20\d)\d年[ \u3000]*){3,}")


def regions(text: str, heads: Heads) -> Iterator[Region]:
    """The tables of a text whose rows are not lines of cells."""
    yield from _inline(text, traditional(text[:SAMPLE]))
    old = traditional(text[:SAMPLE])
    for block in _blocks(text):
        if sum(_FIGURED.search(raw) is not None for raw, _ in block) > 1:
            holed = _holed([raw for raw, _ in block])
            lines = [line for raw, start in block if (line := _line(raw, start, heads, old, holed))]
            yield from _tables(_filled(lines) if holed else lines, heads)


def _blocks(text: str) -> Iterator[list[tuple[str, int]]]:
    """Runs of short lines, with their places."""
    block: list[tuple[str, int]] = []
    for raw, start in _pieces(text):
        short = len(raw) <= MAX_LINE and not _SENTENCE.search(raw, max(0, len(raw) - 8))
        if short:
            block.append((raw, start))
        if block and (not short or len(block) > MAX_ROWS):
            yield block
            block = []
    yield block


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Lines and where they begin; between bars, cells, which may go over several lines."""
    if sum(map(text.count, "|│┃")) < MANY_BARS:
        yield from ((m[0], m.start()) for m in _LINES.finditer(text))
        return
    for cell in _BARRED.finditer(text):
        lines = [line.strip(_EDGE) for line in cell[0].split("\n")]
        lines = [line for line in lines if line]
        if cell.start() and len(lines) < 4 and all(len(line) < MAX_CELL for line in lines):
            yield cell[0], cell.start()
        else:
            yield from ((m[0], cell.start() + m.start()) for m in _LINES.finditer(cell[0]))


def _holed(lines: Sequence[str]) -> bool:
    """Are cells parted by one space, and empty ones printed as one: 36094.1   1050.7?"""
    rows = [spaced["figures"] for raw in lines if (spaced := _SPACED.fullmatch(raw))]
    gaps = {len(gap) for row in rows for gap in re.findall(r"(?<=\S) +(?=\S)", row)}
    return 1 in gaps and 3 in gaps and all(gap % 2 for gap in gaps)


def _filled(lines: list[Line]) -> list[Line]:
    """Rows of which the empty cells at the end were cut off, made as long as the others."""
    many = [sum(map(_figure, line.cells)) for line in lines]
    width = max(many)
    return [
        line._replace(cells=[*line.cells, *[Cell("-", line.end, line.end)] * (width - n)])
        if n
        else line
        for line, n in zip(lines, many, strict=True)
    ]


def _holes(figures: str, start: int, old: bool) -> Iterator[Cell]:
    """The cells of a line of figures in which empty ones are printed as a space."""
    for piece in re.finditer(r" (?:(?P<figure>\S+)| (?= |$))", figures):
        at = start + piece.start("figure")
        yield _cell(piece["figure"], at, old) if piece["figure"] else Cell("-", at, at)


def _line(raw: str, start: int, heads: Heads, old: bool, holed: bool) -> Line | None:
    """A line as one cell, or as figures, or, where figures behind a label end it, as label, unit
    and figures."""
    inner = raw.strip(_EDGE)
    if not inner:
        return None
    spaced = _SPACED.fullmatch(raw)
    if spaced is None:
        at = start + raw.index(inner)
        tight = _APART.sub(r"\1\2", inner)
        # One space parts words in English, cells where words have none.
        piece = _PIECE if _CHINESE.search(inner) else _WIDE
        pieces = [_cell(m[0], at + m.start(), old) for m in piece.finditer(tight)]
        parted = len(pieces) > 1 and (
            any(_label(piece.text) for piece in pieces)
            or all(map(_figure, pieces))
            or all(_tells(heads.tell(piece.text)) for piece in pieces)
        )
        return Line(pieces if parted else [_cell(inner, at, old)], at, at + len(inner))
    numbered = _INDEX.match(spaced["label"])
    if numbered:  # 1 北京 3906.5
        spaced = _SPACED.fullmatch(raw, numbered.end() + spaced.start("label")) or spaced
    label = [_cell(spaced["label"], start + spaced.start("label"), old)]
    for cut in [m.start() for m in re.finditer(r"[ \u3000\xa0]", spaced["label"])]:
        at = start + spaced.start("label")
        unit = _cell(spaced["label"][cut:].strip(), at + cut + 1, old)
        if heads.unit(unit.text):
            label = [_cell(spaced["label"][:cut].strip(), at, old), unit]
            break
    begin = start + spaced.start("figures")
    if holed:
        figures = list(_holes(raw[spaced.start("figures") :].rstrip("\r"), begin, old))
    else:
        found = _PIECE.finditer(spaced["figures"])
        figures = [_cell(m[0], begin + m.start(), old) for m in found]
    return Line([*label, *figures], label[0].start, figures[-1].end)


def _cell(raw: str, start: int, old: bool) -> Cell:
    return Cell(flat(raw, old=old).lower().strip(), start, start + len(raw))


def _figure(cell: Cell) -> bool:
    return _FIGURE.fullmatch(cell.text) is not None or _BLANK.fullmatch(cell.text) is not None


def _tables(lines: list[Line], heads: Heads) -> Iterator[Region]:
    """The tables in a run of short lines, with nothing but heads, labels and figures in between."""
    cells = _unnumbered([cell for line in lines for cell in line.cells])
    figures = _figures(cells)
    if sum(figures) < 2:
        return
    begin = 0
    runs = [(is_figure, len(list(group))) for is_figure, group in groupby(figures)]
    at = 0
    body: list[tuple[int, int, int]] = []  # where the texts before figures begin, end; figures end
    for n, (is_figure, length) in enumerate(runs):
        if is_figure:
            texts = runs[n - 1][1] if n else 0
            new = any(_label(cell.text) for cell in cells[at - texts : at])
            if texts == 0 or (body and (texts > MAX_TEXTS or new)):
                yield from _table(cells, body, begin, heads)
                begin, body = (body[-1][2] if body else 0), []
            if texts:
                body.append((at - texts, at, at + length))
        at += length
    yield from _table(cells, body, begin, heads)


def _unnumbered(cells: list[Cell]) -> list[Cell]:
    """Cells without the numbers 1, 2, 3 … that stand before labels."""
    index: list[int] = []
    for n, cell in enumerate(cells[:-1]):
        if cell.text == str(len(index) + 1) and not _figure(cells[n + 1]):
            index.append(n)
    if len(index) < 3:
        return cells
    return [cell for n, cell in enumerate(cells) if n not in set(index)]


def _figures(cells: Sequence[Cell]) -> list[bool]:
    """Which cells are figures; years that stand over figures or before them are labels."""
    found = [_figure(cell) for cell in cells]
    begin = 0
    for is_figure, group in groupby(list(found)):
        length = len(list(group))
        run = range(begin, begin + length)
        begin += length
        if not is_figure:
            continue
        years = [n for n in run if _YEAR.fullmatch(cells[n].text)]
        steps = {b - a for a, b in pairwise(years)}
        if len(years) > 1 and (len(years) == length or (len(steps) == 1 and years[0] == run[0])):
            for n in years:
                found[n] = False
    return found


def _table(
    cells: list[Cell], body: list[tuple[int, int, int]], begin: int, heads: Heads
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
    found = _heads([c.text for c in above], width, heads)
    if found is None:
        return
    used, rows = found
    captions = [c.text for c in above[: len(above) - used]][-ABOVE:]
    lines = [
        Line(
            [Cell("", texts, texts)] * labels + [Cell(t, 0, 0) for t in row], cells[start].start, 0
        )
        for row in rows
    ]
    for n, (start, texts, stop) in enumerate(body):
        label = cells[max(start, texts - labels) : texts]
        label += [Cell("", texts, texts)] * (labels - len(label))  # a row without its unit
        if n:
            for cell in cells[start : texts - labels]:
                lines.append(Line([cell] * (labels + width), cell.start, cell.end))
        if stop - texts == width and len(label) == labels:
            end = cells[stop - 1].end
            lines.append(Line([*label, *cells[texts:stop]], label[0].start, end))
    last = cells[body[-1][2] - 1].end
    lines[0] = lines[0]._replace(start=(above or cells[texts - labels :])[0].start)
    if lines[-1].end != last:
        lines.append(Line([], last, last))
    yield Region(captions, lines)


def _heads(texts: list[str], width: int, heads: Heads) -> tuple[int, list[list[str]]] | None:
    """How many of the texts before a first label are heads, and the rows of heads they make."""
    marked = [n for n, text in enumerate(texts) if _label(text)]
    start = next((n for n in reversed(marked) if n - 1 not in marked), None)
    if start is None:
        last = texts[-width:]
        if len(last) < width or not all(_tells(heads.tell(t)) for t in last):
            return None
        return width, [last]
    named = texts[start:]
    for cut in (named, [p for text in named for p in _GLUED.split(text)]):
        over = [text for text in cut if not _label(text)]
        while over:
            rows = _levels(over, width, heads)
            if rows is not None:
                return len(named), rows
            if not HEADING.match(over[-1]):
                break
            over.pop()  # a heading of the first rows
    return None


def _label(text: str) -> bool:
    return (
        _LABEL.fullmatch(re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", text)) is not None
    )


def _levels(over: list[str], width: int, heads: Heads) -> list[list[str]] | None:
    """Heads in one row, or in two: the groups first and then their columns, or each with its own."""
    if len(over) == width:
        return [over]
    if len(over) < width:
        return None
    broken = _mended(over, heads)
    if len(broken) == width:
        return [broken]
    half = width // 2
    if len(over) == width + 1 and over[:half] == over[half + 1 :] and not width % 2:
        group = over[half]  # accumulated, this month, increase over …, accumulated, this month
        return [[*over[:half], *[group] * half], [*over[:half], *over[half + 1 :]]]
    groups = len(over) - width
    size, rest = divmod(width, groups)
    if rest or size < 2 or HEADING.match(over[-1]):
        return None
    first, leaves = over[:groups], over[groups:]
    dated = groups == 1 and any(heads.tell(t).when for t in leaves) and heads.tell(first[0]).when
    if leaves[:size] * groups == leaves and len(set(leaves)) == size and not dated:
        return [[text for text in first for _ in range(size)], leaves]
    blocks = [over[n : n + size + 1] for n in range(0, len(over), size + 1)]
    if groups > 1 and all(block[1:] == blocks[0][1:] for block in blocks):
        return [
            [block[0] for block in blocks for _ in range(size)],
            [text for block in blocks for text in block[1:]],
        ]
    return None


def _mended(over: list[str], heads: Heads) -> list[str]:
    """Heads that went over two lines made one: 比上年同期 and 累计增长(%)."""
    mended: list[str] = []
    for text in over:
        joins = mended and _goes_on(heads.tell(mended[-1]), heads.tell(text))
        if joins or (mended and text[0] in "([%±"):
            mended[-1] += text
        else:
            mended.append(text)
    return mended


def _goes_on(first: Told, second: Told) -> bool:
    """Are two heads one: 比上年同期 and 累计增长(%), 比上年末 and 新增?"""
    since = "since" in first.measures and bool(second.measures & {"net", "growth"})
    return _kind(first) == _kind(second) or (since and _kind(second)[:3] == _kind(first)[:3])


def _kind(told: Told) -> tuple[object, ...]:
    """What a head is at first sight."""
    first = next(
        (m for m in _KINDS if m in told.measures), "growth" if told.when and told.when.same else ""
    )
    return told.subject, told.place, told.when if not first else None, first


_KINDS = ("since", "net", "growth", "month", "share", "points", "rank", "level")


def _tells(told: Told) -> bool:
    known = told.subject or told.place or told.when or told.measures or told.units
    return bool(known) and not told.unknown


def _inline(text: str, old: bool) -> Iterator[Region]:
    """A table that ran together in a line: …单位2007年2008年到达数(万户)564.9 622.6."""
    for years in _YEARS.finditer(text):
        width = len(re.findall(r"\d{4}年", years[0]))
        row = re.compile(
            rf"\s*(?P<label>[^\d\s,，。；;:：]{{2,20}})\s*(?P<figures>(?:-?\d[\d.]*[ \u3000]+){{{width - 1}}}-?\d[\d.]*)"
        )
        lines, at = [], years.end()
        while match := row.match(text, at):
            begin = match.start("figures")
            pieces = [
                _cell(m[0], begin + m.start(), old) for m in _PIECE.finditer(match["figures"])
            ]
            label = _cell(match["label"], match.start("label"), old)
            lines.append(Line([label, *pieces], label.start, match.end()))
            at = match.end()
        if lines:
            over = [Cell("", 0, 0)] + [Cell(y, 0, 0) for y in re.findall(r"\d{4}年", years[0])]
            begin = max(text.rfind(mark, 0, years.start()) for mark in "。\n图表")
            caption = _cell(text[max(begin + 1, years.start() - 60) : years.start()], 0, old).text
            yield Region([caption], [Line(over, years.start(), years.end()), *lines])
