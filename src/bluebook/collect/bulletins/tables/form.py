"""The form of a table: which rows are heads, which columns labels or units, labels in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.lexicon.written import CONDITION
from bluebook.collect.bulletins.tables.askew import askew
from bluebook.collect.bulletins.tables.beside import compared, paired
from bluebook.collect.bulletins.tables.heads import Heads, Told, Unit, bare
from bluebook.collect.bulletins.tables.labels import Labels
from bluebook.collect.bulletins.tables.rows import Line
from bluebook.collect.bulletins.tables.saying import Facts, Saying
from bluebook.language.expression import Name

_BLANK = re.compile(r"[-/.…*·]+")  # nothing is printed
LEFT_OUT = 8  # characters of a Chinese name that its label does without
_COUNTED = ("用户", "业务量", "量", "数", " subscribers", " users")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_MILLIONS = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_UNIT = re.compile(r"(?:1[0 ,]* ?)?[a-z][a-z %/.]*")


def heading(row: Line) -> bool:
    """Is a row one text over its whole width, which is over the rows that follow?"""
    return len(row.cells) > 1 and len({cell.text for cell in row.cells}) == 1


class Form:
    """The heads over the columns of a table and the labels before its rows."""

    def __init__(self, rows: list[Line], caption: list[str], heads: Heads, teller: Teller) -> None:
        self.heads = heads
        self.teller = teller
        self.context = heads.context
        self.captions = [heads.tell(text) for text in reversed(caption)]
        first = next((n for n, row in enumerate(rows) if self._is_body(row)), len(rows))
        while first and heading(rows[first - 1]):
            first -= 1
        self.body = rows[first:]
        self.width = max((len(row.cells) for row in rows), default=0)
        self.columns = [self._heads_of(rows[:first], c) for c in range(self.width)]
        self.labels = [c for c in range(self.width) if self._is_label(c)]
        self.units = [c for c in self.labels if self._is_unit(c)]
        self.status = self._status(" ".join(caption))
        self.last: Unit | None = None  # the last unit that a row printed
        self.last_of: Name | None = None  # what that row is of
        self.section: Name | None = None  # the last row's indicator, which rows below are parts of
        self.rows = Labels(heads, teller)
        self.columns = paired([*self.columns[:1], *self.rows.parts(self.columns[1:], self.topics)])
        if heads.vocabulary.language == "en":
            percents = [self._percents(c) for c in range(self.width)]
            self.columns = compared(self.columns, percents, self.context.period)
        printed = [self._unit(row, c) for row in self.body for c in self.units]
        self.askew = askew(self.columns, rows[:first], self.body, self.labels, printed)
        self.barred = self._of_firms()
        self.headed = False  # has a heading among the rows been met?
        self.whole = self._whole_numbers()
        self.saying = Saying(teller, self.facts())

    @property
    def topics(self) -> list[Told]:
        """What may complete a label: what stands over the labels, headings, lines above."""
        return [*(self.columns[0] if self.columns else ()), *self.captions]

    def _of_firms(self) -> bool:
        """Is a table of one company, which its corner or what stands above it names?"""
        over = [t for column in self.columns[1:] for t in column]
        if any(t.firm for t in over):
            return False
        above = [*self.columns[0], *self.captions] if self.columns else self.captions
        return any(t.firm and t.subject is None for t in above)

    def _whole_numbers(self) -> bool:
        """Are things counted one by one: 21,304,118, and no unit anywhere?"""
        told = [*(t for column in self.columns for t in column), *self.captions, *self._rows()]
        if any(u.scale > 1 for t in told for u in t.units):
            return False
        counted = any(t.text.startswith("number of ") for t in told)
        whole = _THOUSANDS if counted else _MILLIONS
        return any(whole.fullmatch(cell.text) for row in self.body for cell in row.cells[1:])

    def _rows(self) -> list[Told]:
        """What the first cells of its rows tell."""
        return [self.heads.tell(row.cells[0].text) for row in self.body if row.cells]

    def facts(self) -> Facts:
        """What its heads, labels and captions tell of it as a whole."""
        over = [t for column in self.columns for t in column]
        told = [*over, *self.captions, *self._rows()]
        english = self.heads.vocabulary.language == "en"
        dated = over if any(t.when is not None for t in over) else self._rows()
        spans = [
            t.when.resolve(self.context.period) for t in dated
            if t.when is not None and t.when.first >= 0 and not t.subject
        ]  # fmt: skip
        sizes = {p.months for p in spans}
        firsts = sorted({p.first for p in spans})
        apart = english and sizes in ({1}, {3}) and len(firsts) > 1
        steps = {b - a for a, b in pairwise(firsts)} if apart else set()
        spanned = ("apart", "each")[steps == sizes] if apart else ""
        monthly = (spanned == "each" and sizes == {1}) or any("mom" in t.measures for t in told)
        return Facts(
            {t.subject for t in told if t.subject is not None},
            spanned,
            english and monthly,
            english,
        )

    def _percents(self, column: int) -> bool:
        """Are all figures of a column percentages?"""
        cells = [
            r.cells[column].text for r in self.body if column < len(r.cells) and not heading(r)
        ]
        return any(cells) and all(text.rstrip(")").endswith("%") for text in cells if text)

    def _is_body(self, row: Line) -> bool:
        """Does a row hold figures, not only heads such as 2019 and 2020?"""
        numbers = [cell for cell in row.cells[1:] if cell.number]
        return any(not self.heads.period(cell.text) for cell in numbers)

    def _heads_of(self, rows: list[Line], column: int) -> list[Told]:
        """What stands over a column, from the bottom; a row of one text is over the whole table."""
        texts: dict[str, None] = {}
        for row in reversed(rows):
            if column < len(row.cells) and row.cells[column].text:
                texts[row.cells[column].text] = None
        joined = "".join(reversed(texts)) if self.heads.vocabulary.language == "zh" else ""
        told = [self.heads.tell(text) for text in texts]
        if (
            len(texts) > 1
            and joined
            and self.heads.tell(joined).subject
            and not any(one.subject for one in told)
        ):
            return [self.heads.tell(joined)]  # a name over two lines
        return told

    def _is_label(self, column: int) -> bool:
        cells = [r.cells[column] for r in self.body if column < len(r.cells) and not heading(r)]
        filled = [c for c in cells if c.text]
        if column == 0 and filled and all(self.heads.period(c.text) for c in filled):
            return True
        if column and all(_UNIT.fullmatch(c.text) for c in filled) and self._is_unit(column):
            return True  # 10 000 pieces
        if column and filled and all(c.number or _BLANK.fullmatch(c.text) for c in filled):
            return all(_BLANK.fullmatch(c.text) for c in filled)
        return 2 * sum(any(char.isdigit() for char in c.text) for c in filled) <= len(filled) or (
            column == 0 and not any(c.number for c in filled)
        )

    def _status(self, above: str) -> str:
        """Of a table of plans: 发展目标, 主要指标预测."""
        cues = {k for _, _, w in self.heads.vocabulary.find(above) for k in w.cues}
        return next((kind for kind in ("target", "forecast") if kind in cues), "")

    def _is_unit(self, column: int) -> bool:
        filled = [
            r.cells[column].text
            for r in self.body
            if column < len(r.cells) and r.cells[column].text and not heading(r)
        ]
        known = [text for text in filled if self.heads.unit(text)]
        others = all(_UNIT.fullmatch(text) for text in filled if text not in known)
        return len(known) > len(filled) / 2 and others

    def _unit(self, row: Line, column: int) -> Unit | None:
        return self.heads.unit(row.cells[column].text) if column < len(row.cells) else None

    def _whole(self, label: Told, unit: Unit) -> Told:
        """A row's label in full: 快递业务 in 件 is short for its volume, below a revenue for that.

        What is left out stands in the name of the row above of the same unit; of things counted
        it is 用户, 业务量, 数. The unit decides.
        """
        if label.subject is not None:
            if label.subject and unit.word and self._fits(label.subject, unit):
                self.section = label.subject
            return label
        words = bare(label.text)
        if not words or label.place:
            return label
        tails: list[str] = []
        if self.section is not None and self._fits(self.section, unit):
            tails += _endings_of(self.heads.vocabulary.names[self.section.code])
        meanings = self.teller.words.get(unit.word, {})
        if any(self.teller.catalogue.units[code].counted for code in meanings):
            tails += _COUNTED
        joints = _joints(self.heads.vocabulary)
        for tail in tails:
            if _joint(words, tail) not in joints:
                continue  # no name goes on so: most labels are of nothing that is known
            whole = self.heads.tell(words + tail)
            if whole.subject is not None and not whole.unknown and self._fits(whole.subject, unit):
                if "CNY" in meanings:
                    self.section = whole.subject
                return whole._replace(text=label.text, units=label.units)
        return label

    def _fits(self, x: Name, unit: Unit) -> bool:
        return self.teller.unit(x) in self.teller.words.get(unit.word, {})

    # A cell --------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _endings_of(names: str) -> tuple[str, ...]:
    """The endings of an indicator's names, each once; `names` are parted by bars."""
    return tuple(dict.fromkeys(end for name in names.split("|") for end in _endings(name)))


def _endings(name: str) -> Iterator[str]:
    """What a label may leave out of a name: a few characters, or two words, at its end."""
    if name.isascii():
        words = name.split(" ")
        ends = [" " + " ".join(words[n:]) for n in range(max(1, len(words) - 2), len(words))]
    else:
        ends = [name[cut:] for cut in range(max(1, len(name) - LEFT_OUT), len(name))]
    yield from (end for end in ends if CONDITION not in end)


def _joint(label: str, tail: str) -> str:
    """Where a label and what it leaves out would meet: two Chinese characters, an English word."""
    return label.rsplit(" ", 1)[-1] if tail[0] == " " else label[-1] + tail[0]


@lru_cache(maxsize=8)
def _joints(vocabulary: Vocabulary) -> frozenset[str]:
    """All that stand beside one another in the names and cues of a vocabulary, and all its words."""
    if vocabulary.language == "zh":
        return frozenset(a + b for name in vocabulary.index for a, b in pairwise(name))
    known = phrases(vocabulary.catalogue).words.known
    return frozenset(word for name in vocabulary.index for word in name.split(" ")) | known
