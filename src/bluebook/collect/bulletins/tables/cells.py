"""What each cell of a table says, by its row, its column and the lines above the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.amounts.quantities import quantities
from bluebook.collect.bulletins.sentence.single import Reading
from bluebook.collect.bulletins.tables.beside import measures
from bluebook.collect.bulletins.tables.form import Form, heading
from bluebook.collect.bulletins.tables.heads import Told, Unit
from bluebook.collect.bulletins.tables.rows import Cell, Line
from bluebook.language.expression import Call, Expression, Name, names
from bluebook.model.period import Period

LEAST = Decimal("1.5")  # a rate below it may be a fraction
_DATED = re.compile(r" \((?:as (?:at|of) |in |end[- ])?([^()]{4,30})\)$")
_COMPARED = frozenset(("growth", "mom", "qoq"))
_MILLIONS = re.compile(r"(?<=\d)m$")  # 144.2m
_FALLEN = re.compile(r"\(([\d,]+(?:\.\d+)? ?%?)\)")


class Table(Form):
    """One table: which rows are heads, which columns labels; then each cell."""

    def read(self) -> Iterator[tuple[Line, Reading]]:
        """The readings of the cells, row by row."""
        if self.askew:
            return
        for row in self.body:
            if heading(row):
                if not row.cells[0].number:  # a heading among the rows
                    self._heading(self.heads.tell(row.cells[0].text))
                continue
            if self.barred:
                continue
            unit = next((u for c in self.units for u in [self._unit(row, c)] if u), None)
            labels = [
                self.heads.tell(row.cells[c].text)
                for c in reversed(self.labels)
                if c < len(row.cells) and c not in self.units and row.cells[c].text
            ]
            if not labels:
                continue
            own = unit or next(iter(labels[0].units), None)
            if own is not None:
                labels[0] = self._whole(labels[0], own)
            labels[0] = self.rows.whole(labels[0], own, self.topics)
            if own is not None:
                self.last, self.last_of = own, labels[0].subject
            if labels[0].subject is not None:
                self.saying.facts.subjects.add(labels[0].subject)
            for c, cell in enumerate(row.cells):
                if c not in self.labels and any(char.isdigit() for char in cell.text):
                    reading = self._cell(cell, labels, self.columns[c], unit)
                    if reading is not None:
                        yield row, reading

    def _heading(self, told: Told) -> None:
        """A heading among the rows, which in English takes the place of the one before."""
        self.rows.begin()
        if self.headed and self.heads.vocabulary.language == "en":
            self.captions.pop(0)
        self.captions.insert(0, told)
        self.headed = True
        self.barred = (told.firm and told.subject is None) or self._redated(told)

    def _redated(self, told: Told) -> bool:
        """Has a heading a time of its own, though the columns have theirs? Whose holds, nobody knows."""
        english_ = self.heads.vocabulary.language == "en"
        over = any(t.when is not None for column in self.columns for t in column)
        return english_ and over and told.when is not None and told.when.relative == ""

    def _cell(
        self, cell: Cell, labels: list[Told], column: list[Told], unit: Unit | None
    ) -> Reading | None:
        """What a cell says, told by its row, its column and what is above the table."""
        near = [*labels, *column]
        all_ = [*near, *(self.columns[0] if 0 in self.labels else ()), *self.captions]
        kinds = measures(near)
        text = _MILLIONS.sub(" million", cell.text)
        dated = _DATED.search(text)  # 47,203 (as at June 2017)
        if dated is not None and self.heads.period(dated[1]):
            labels, text = [*labels, self.heads.tell(dated[1])], text[: dated.start()]
        if fallen := _FALLEN.fullmatch(text):  # (3.1) of growth is a fall
            if not kinds & {"growth", "net", "mom", "qoq"}:
                return None
            text = f"-{fallen[1]}"
        found = list(quantities(text, self.heads.vocabulary.units))
        if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
            return None
        q = found[0]
        if "index" in kinds or q.kind != "number":
            return None
        place = self._place(labels, column)
        now = self._period(labels, column)
        x, unknown = self._subject(labels, column)
        if x is None:
            if kinds & {"growth", "share", "points", "rank", "part", "mom", "qoq"}:
                return None
            return self._stranger(cell, q, unit, unknown, (place, now))
        expression, period = self.saying.expression(x, kinds, now, place, self._named(labels))
        if expression is None or not place:
            return None
        printed = self._printed(expression, q, unit, all_)
        if printed is None:
            return None
        factor = self.teller.factor(printed, expression)
        if factor is None:
            return None
        return Reading(
            cell.start, cell.end, expression, place, self.teller.dated(expression, period),
            printed.value * factor, printed.half * factor, self.teller.unit(expression),
            status=next((told.status for told in near if told.status), self.status),
        )  # fmt: skip

    def _subject(self, labels: list[Told], column: list[Told]) -> tuple[Name | None, str]:
        """The indicator of a cell, by its row or its column, else by what is above the table."""
        above = next((t.subject for t in self.captions if t.subject is not None), None)
        by_row = next((t.subject for t in labels if t.subject is not None), None)
        codes = [x.code for x in (above, by_row) if x is not None]
        words = ""
        for told in (*labels, *column):
            strange = told.unknown and not told.total and told.subject is None
            if strange and not (codes and self.rows.takes_up(told, codes)):
                words = words or told.text
        by_column = next((t.subject for t in column if t.subject is not None), None)
        whole = by_row or above
        if words and whole is not None and not any(t.unknown for t in labels):
            by_column = self._parted(whole, labels[0], column)
            return by_column, "" if by_column else words
        if by_row is None and by_column is None and any(t.measures for t in column):
            by_column, lost = self._before(column)
            if lost and not measures(column) <= {"level", "to date", "month"}:
                return None, lost
        if by_row is not None and by_column is not None and by_row != by_column:
            return None, ""
        torn = any(t.unknown and t.subject is not None for t in (*labels, *column))
        if words or torn:
            return None, words
        return by_row or by_column or above, ""

    def _before(self, column: list[Told]) -> tuple[Name | None, str]:
        """The indicator of the columns to the left, which a column of growth goes on with; the
        words of the nearest where nobody knows it."""
        found, lost = None, ""
        above = [t.subject.code for t in self.captions if t.subject is not None][:1]
        for c, other in enumerate(self.columns):
            if other is column:
                break
            named = next((t.subject for t in other if t.subject is not None), None)
            if named is not None:
                found, lost = named, ""
            elif c not in self.labels and self.heads.vocabulary.language == "en":
                strange = [t for t in other if t.unknown and not t.total and not t.place]
                words = [t.text for t in strange if not self.rows.takes_up(t, above)]
                lost = words[0] if words else lost
        return found, lost

    def _parted(self, x: Name, label: Told, column: list[Told]) -> Name | None:
        """A row's indicator narrowed by the head of its column, where all columns are such parts."""
        narrowing = [t for other in self.columns for t in other[:1] if t.unknown and not t.total]
        if len(column) != 1 or any(self.rows.within(x, label, t) is None for t in narrowing):
            return None
        return self.rows.within(x, label, column[0])

    def _stranger(
        self, cell: Cell, q: Quantity, unit: Unit | None, words: str, at: tuple[str, Period]
    ) -> Reading | None:
        """A figure whose subject is not known, kept with its words."""
        word = q.unit or (unit.word if unit else "")
        known = next(iter(self.teller.words.get(word, {})), "")
        if not words or not known:
            return None
        by = unit.scale if unit and not q.unit else Decimal(1)
        return Reading(
            cell.start, cell.end, None, at[0] or self.context.territory, at[1], q.value * by,
            q.half * by, known, subject=words,
        )  # fmt: skip

    def _place(self, labels: list[Told], column: list[Told]) -> str:
        for told in (*labels, *column):
            if told.place:
                return told.place
            if told.total:
                break
        places = [told.place for told in self.captions if told.place]
        return places[0] if places else self.context.territory

    def _named(self, labels: list[Told]) -> Period | None:
        """The period that a row names: net additions in August."""
        when = next((t.when for t in labels if t.when is not None), None)
        return when.resolve(self.context.period) if when is not None and not when.end else None

    def _dated(self, column: list[Told]) -> list[Told]:
        """The latest dated head to the left of a column of growth: 2019, 2020, growth."""
        left = self.columns[: next(n for n, c in enumerate(self.columns) if c is column)]
        now = self.context.period
        dated = [
            (t.when.resolve(now), t)
            for other in left
            for t in other
            if t.when is not None and not (t.when.same and t.when.relative)
        ]  # 上年同期
        return [max(dated, key=lambda pair: pair[0])[1]] if dated else []

    def _period(self, labels: list[Told], column: list[Told]) -> Period:
        now = self.context.period
        if any(t.measures & _COMPARED for t in column) and all(t.when is None for t in column):
            dated = self._dated(column)
        else:
            dated = []
        for told in (*reversed(self.captions), *dated, *reversed(column), *reversed(labels)):
            if told.when is not None:
                now = told.when.resolve(now)
        return now

    def _printed(
        self, expression: Expression, q: Quantity, unit: Unit | None, heads: list[Told]
    ) -> Quantity | None:
        """The number with the unit that fits: its own, its row's, that of the nearest head."""
        if isinstance(expression, Call) and expression.operator == "rank":
            return replace(q, half=Decimal(0)) if not q.unit and q.value == int(q.value) else None
        code = self.teller.unit(expression)
        if q.unit:
            return q if code in self.teller.words.get(q.unit, {}) else None
        if code == "percent" and isinstance(expression, Call):
            return replace(q, unit="%")
        if code == "points":
            return replace(q, unit=next(w for w, m in self.teller.words.items() if code in m))
        for one in filter(None, (unit, *(u for told in heads for u in told.units))):
            if code in self.teller.words.get(one.word, {}):
                return replace(q, value=q.value * one.scale, half=q.half * one.scale, unit=one.word)
            if not one.word and self.teller.catalogue.units[code].counted:
                return replace(q, value=q.value * one.scale, half=q.half * one.scale)
        if q.scale >= 3 and self.teller.catalogue.units[code].counted:
            return q  # 668 million
        if self.whole and not q.scale and q.value == int(q.value) and "." not in q.digits:
            return q if self.teller.catalogue.units[code].counted else None
        if self.teller.relative(expression) and not any(told.units for told in heads):
            return q if q.value >= LEAST else None  # tele-density: 80.43
        last = self.last  # a part below its whole, whose unit is not printed again
        counted = not (last and last.word) and self.teller.catalogue.units[code].counted
        known = self.heads.vocabulary.language != "en" or self._goes_on(expression)
        if last is not None and known and (counted or code in self.teller.words.get(last.word, {})):
            by = last.scale
            return replace(q, value=q.value * by, half=q.half * by, unit=last.word)
        return None

    def _goes_on(self, x: Expression) -> bool:
        """English: is it of the row that printed a unit last, or a part of that?"""
        indicators = self.teller.catalogue.indicators
        above = self.last_of.code if self.last_of is not None else ""
        said = [indicators[code] for code in names(x)]
        kin = {"", above, indicators[above].part_of} if above else set()
        return any(code == above for code in names(x)) or any(i.part_of in kin - {""} for i in said)
