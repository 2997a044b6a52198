"""Lines of a table that lost its form as cells: a label, its unit, figures, empty cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.tables import english
from bluebook.collect.bulletins.tables.columns import headed, is_label, tells
from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.tables.rows import Cell, Line
from bluebook.collect.bulletins.text.script import flat
from bluebook.collect.bulletins.times.forms_en import MONTH

EDGE = " \t\r\n\u3000\xa0|│┃"
_BLANK = re.compile(r"[-—–－―/.…*·]{1,6}")
_FIGURE = re.compile(
    r"\(\d[\d,]*(?:\.\d+%?|%)\)|(?:[<>≥≤]|大于|小于|约|超过)?\s?[-+−－±]?\s?\d[\d,]*(?:\.\d+)?(?:%|[万亿]?[元户个人件条])?(?:\(.{1,10}\))?"
)
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
PIECE = re.compile(r"[^ \u3000\xa0\t\r]+")
# What a year goes on with in English: from the end of 2013, May 2016.
_DATED = re.compile(rf"\b(?:of|in|from|since|by|for|to|end|{MONTH}),?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_INDEX = re.compile(r"\d{1,2}[ \u3000\xa0]+(?=[^\d\s])")


def holed(lines: Sequence[str]) -> bool:
    """Are cells parted by one space, and empty ones printed as one: 36094.1   1050.7?"""
    rows = [spaced["figures"] for raw in lines if (spaced := _SPACED.fullmatch(raw))]
    gaps = {len(gap) for row in rows for gap in re.findall(r"(?<=\S) +(?=\S)", row)}
    return 1 in gaps and 3 in gaps and all(gap % 2 for gap in gaps)


def filled(lines: list[Line]) -> list[Line]:
    """Rows of which the empty cells at the end were cut off, made as long as the others."""
    many = [sum(map(is_figure, line.cells)) for line in lines]
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
        yield cell_of(piece["figure"], at, old) if piece["figure"] else Cell("-", at, at)


def line_of(raw: str, start: int, heads: Heads, old: bool, empties: bool) -> Line | None:
    """A line as one cell, or as figures, or, where figures behind a label end it, as label, unit
    and figures."""
    inner = raw.strip(EDGE)
    if not inner:
        return None
    if inner.isascii() and (cells := _set_heads(inner, start + raw.index(inner), heads)):
        return Line(cells, cells[0].start, cells[-1].end)
    spaced = _SPACED.fullmatch(raw)
    if spaced is not None and _YEAR.fullmatch(spaced["figures"].strip()):
        spaced = None if _DATED.search(spaced["label"]) else spaced
    if spaced is None:
        at = start + raw.index(inner)
        tight = _APART.sub(r"\1\2", inner)
        # One space parts words in English, cells where words have none.
        piece = PIECE if _CHINESE.search(inner) else _WIDE
        pieces = [cell_of(m[0], at + m.start(), old) for m in piece.finditer(tight)]
        parted = len(pieces) > 1 and (
            any(is_label(piece.text) for piece in pieces)
            or all(map(is_figure, pieces))
            or all(tells(heads.tell(piece.text)) for piece in pieces)
            or all(_YEAR.fullmatch(piece.text) for piece in pieces[-2:])
            or headed([piece.text for piece in pieces], heads)
        )
        return Line(pieces if parted else [cell_of(inner, at, old)], at, at + len(inner))
    numbered = _INDEX.match(spaced["label"])
    if numbered:  # 1 北京 3906.5
        spaced = _SPACED.fullmatch(raw, numbered.end() + spaced.start("label")) or spaced
    label = [cell_of(spaced["label"], start + spaced.start("label"), old)]
    for cut in [m.start() for m in re.finditer(r"[ \u3000\xa0]", spaced["label"])]:
        at = start + spaced.start("label")
        unit = cell_of(spaced["label"][cut:].strip(), at + cut + 1, old)
        name = cell_of(spaced["label"][:cut].strip(), at, old)
        if heads.unit(unit.text) and _apart(name.text, unit.text, heads):
            label = [name, unit]
            break
    begin = start + spaced.start("figures")
    if empties:
        figures = list(_holes(raw[spaced.start("figures") :].rstrip("\r"), begin, old))
    else:
        found = PIECE.finditer(spaced["figures"])
        figures = [cell_of(m[0], begin + m.start(), old) for m in found]
    return Line([*label, *figures], label[0].start, figures[-1].end)


def _set_heads(line: str, start: int, heads: Heads) -> list[Cell]:
    """English: heads that one space parts, each of which tells a time or a place."""
    text = line.lower()
    places = english.times(text)
    if not places:
        words = [m.span() for m in re.finditer(r"\S+", text)]
        told = (heads.tell(text[a:b]) for a, b in words)
        known = len(words) > 2 and all((t.place or t.total) and not t.unknown for t in told)
        places = words if known else []
    return [cell_of(line[a:b], start + a, False) for a, b in places]


def _apart(name: str, unit: str, heads: Heads) -> bool:
    """Is a unit behind a label none of its words: 3G subscribers, Telephone sets?"""
    if heads.vocabulary.language != "en" or unit[0].isdecimal():
        return True
    return heads.tell(name).subject is not None


def cell_of(raw: str, start: int, old: bool) -> Cell:
    """A cell of what is printed at a place; `old` is traditional script."""
    return Cell(flat(raw, old=old).lower().strip(), start, start + len(raw))


def joined(first: Cell, second: Cell) -> Cell:
    """Two halves of a label as one: pene- and tration."""
    a, b = first.text, second.text
    torn = a[-1:] == "-" and a[-2:-1].isalpha() and b[:1].isalpha()
    return Cell(a[:-1] + b if torn else f"{a} {b}", first.start, second.end)


def is_figure(cell: Cell) -> bool:
    """Does a cell hold a figure, or a sign for none?"""
    return _FIGURE.fullmatch(cell.text) is not None or _BLANK.fullmatch(cell.text) is not None
