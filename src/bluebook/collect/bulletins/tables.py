"""Tables in a text: a row is a name, a unit and numbers under the heads they stand in.

Where a row is a line, `grids` reads it. Here each cell stands on a line of its own, as tables
come out of web pages; the heads that went before tell what the numbers after a name are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from bluebook.collect.bulletins.context import Context, Subject, choose
from bluebook.collect.bulletins.grammar import Reading
from bluebook.collect.bulletins.manner import Teller
from bluebook.collect.bulletins.numbers import quantities
from bluebook.collect.bulletins.script import plain
from bluebook.collect.bulletins.vocabulary import Vocabulary, vocabulary
from bluebook.language.expression import Call, Expression
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

_BARS = re.compile(r"[^|│┃]+")  # cells between bars may go over several lines
_LINES = re.compile(r"[^\n]+")
_ALONE = re.compile(r"^[ \u3000]*[-+−－]?\d[\d,]*(?:\.\d+)?[ \u3000]*$", re.MULTILINE)
_NUMBER = re.compile(r"[-+−－]?\d[\d, ]*(?:\.\d+)?%?")
_BLANK = re.compile(r"[-—–－/.…*]{1,3}")  # nothing is printed
_LEAD = re.compile(
    r"^(?:其中|注|含|#)?[:：]?\s*(?:全[国省市区])?(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])?\s*"
)
# What a column is, told by words of its head; the first that fits.
_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("month_net", re.compile(r"本月.*净增|当月.*净增|净增.*本月")),
    ("net", re.compile(r"净增|比上年末|增减")),
    ("growth", re.compile(r"增长|±|增速|同比|比上年|%")),
    ("month", re.compile(r"本月$|当月|单月|本月(?!末|底|止)")),
    ("level", re.compile(r"累计|到达|本月末|本月底|本月止|期末|完成|合计|总数|本期|数量|数值")),
)


class Cell(NamedTuple):
    """A cell's plain text and its place in the whole text."""

    text: str
    start: int
    end: int


def read(
    text: str,
    catalogue: Catalogue,
    context: Context,
    claim: Callable[[Reading, int, int, str], Claim],
) -> Iterator[Claim]:
    """The claims of the tables of a text whose cells stand on lines of their own."""
    bars = sum(map(text.count, "|│┃"))
    if bars < 6 and len(_ALONE.findall(text)) < 6:
        return
    words = vocabulary(catalogue, "zh")
    cells = [_cell(m) for m in (_BARS if bars >= 6 else _LINES).finditer(text) if len(m[0]) < 400]
    cells = [c for c in cells if c.text]
    table = _Table(catalogue, words, context)
    for n, cell in enumerate(cells):
        for reading, a, b in table.feed(cells, n):
            yield claim(reading, a, b, text[cell.start : b].strip())


def _cell(match: re.Match[str]) -> Cell:
    raw = match[0]
    inner = raw.strip()
    start = match.start() + len(raw) - len(raw.lstrip())
    return Cell(plain(inner).text.lower().replace(" ", ""), start, start + len(inner))


class _Table:
    """Walks the cells, remembering the heads of the columns."""

    def __init__(self, catalogue: Catalogue, words: Vocabulary, context: Context) -> None:
        self.catalogue = catalogue
        self.words = words
        self.context = context
        self.teller = Teller(catalogue, words.units.words)
        self.heads: list[str] = []
        self.after_row = False

    def feed(self, cells: list[Cell], n: int) -> Iterator[tuple[Reading, int, int]]:
        """The readings of the row that begins at cell n, if one does."""
        cell = cells[n]
        unit = cells[n + 1].text if n + 1 < len(cells) else ""
        subject = self._subject(cell.text)
        numbers = []
        for follower in cells[n + 2 : n + 14]:
            if not _NUMBER.fullmatch(follower.text) and not _BLANK.fullmatch(follower.text):
                break
            numbers.append(follower)
        if not numbers or not self._is_unit(unit):
            self._head(cell.text)
            return
        self.after_row = True
        if subject is None:
            return
        x = subject.expression
        assert x is not None
        if len(self.heads) != len(numbers):
            return
        for head, number in zip(self.heads, numbers, strict=True):
            reading = self._reading(x, head, number, unit)
            if reading is not None:
                yield reading, number.start, number.end

    def _head(self, text: str) -> None:
        """A cell that begins no row may be a head."""
        if _NUMBER.fullmatch(text) or len(text) > 30:
            return
        for kind, pattern in _HEADS:
            if pattern.search(text) and not self._subject(text):
                if self.after_row:
                    self.heads, self.after_row = [], False
                if self.heads[-1:] != [kind]:  # a head over two lines is one
                    self.heads.append(kind)
                return

    def _subject(self, text: str) -> Subject | None:
        name = _LEAD.sub("", text)
        bare = name.partition("(")[0]  # a bracket is a condition
        for known in (name, name.removesuffix("合计"), bare):
            word = self.words.index.get(known)
            if word is not None and word.namings:
                break
        else:
            return None
        chosen = choose(word, replace(self.context, text=name), len(bare))
        return Subject(chosen, name) if chosen else None

    def _is_unit(self, text: str) -> bool:
        found = list(quantities(f"1{text}", self.words.units))
        return len(found) == 1 and found[0].end == len(text) + 1 and bool(found[0].unit)

    def _reading(self, x: Expression, head: str, number: Cell, unit: str) -> Reading | None:
        stock = self.teller.stock(x)
        now = self.context.period
        shown = number.text if head != "growth" else number.text.rstrip("%") + "%"
        if head != "growth":
            shown += unit
        found = list(quantities(shown.replace(" ", ""), self.words.units))
        if len(found) != 1 or found[0].kind != "number":
            return None
        q = found[0]
        expression: Expression = x
        if head == "growth":
            expression = Call("yoy", (x,))
        elif head == "net":
            expression = Call("change", (x,))
        elif head == "month_net":
            expression = Call("change_since", (x, str(now.at_end.shift(-1))))
        factor = Decimal(1) if head == "growth" else self.teller.factor(q, x)
        if factor is None or (stock and head == "month"):
            return None
        period = now.at_end if head == "month" else now if stock or head == "month" else now.to_date
        return Reading(
            number.start, number.end, expression, self.context.territory,
            self.teller.dated(expression, period), q.value * factor, q.half * factor,
            self.teller.unit(expression),
        )  # fmt: skip
