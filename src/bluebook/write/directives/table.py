"""{table}: facts in rows and columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.language.expression import Name, names, parse
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive, territories
from bluebook.write.grid import (
    Head,
    Shown,
    X,
    caption,
    heads,
    put,
    question,
    shared,
    together,
)
from bluebook.write.numbers import Style
from bluebook.write.reader import Reader
from bluebook.write.titled import notes_of, titled

OPTIONS = (
    "label", "rows", "columns", "periods", "period", "territory", "territories", "in", "sort",
    "top", "keep", "note",
)  # fmt: skip
SHARE = Name("share")


class Column(NamedTuple):
    """A column: what it asks of a row, and at which period."""

    head: Head
    period: Head


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """The table, its unit in the headings, its sources below."""
    label, number, title = titled(desk, reader, given, "table")
    before = desk.territory, desk.period
    desk.territory = given.get("territory") or desk.territory
    desk.catalogue.territory(desk.territory)
    if given.get("period"):
        desk.period = given.periods("period")[0]
    rows, columns = _axes(desk, given)
    facts = [[_ask(desk, row, column) for column in columns] for row in rows]
    rows, facts = _cut(desk, given, rows, columns, facts)
    table = _table(desk, given, rows, columns, facts)
    desk.territory, desk.period = before
    notes = notes_of(desk, reader, given)
    shown = [fact for line in facts for fact in line]
    if any(fact is None for fact in shown):
        notes.append((d.Text(desk.words["missing_note"]),))
    if any(fact and fact.method for fact in shown):
        notes.append((d.Text(desk.words["imputed_note"]),))
    if any(fact and fact.status == "D" for fact in shown):
        notes.append((d.Text(desk.words["disputed_note"]),))
    return [
        d.Table(
            label, number, title, *table, notes=tuple(notes),
            sources=desk.cites(f for f in shown if f),
        )
    ]  # fmt: skip


def _axes(desk: Desk, given: Directive) -> tuple[list[Head], list[Column]]:
    periods = heads(given.periods(), desk)
    places = territories(given.items("territories"), desk.catalogue, desk.territory)
    rows = heads(given.items("rows"), desk) or [Head(territory=code) for code in places]
    tops = heads(given.items("columns"), desk)
    if not rows:
        rows, periods = periods, []
    if not rows:
        raise BluebookError("the table has no rows", "add :rows: with expressions or territories")
    if not tops:
        if rows[0].expression is None:
            raise BluebookError("the table has no columns", "add :columns: with expressions")
        tops = [Head(X)]
    if tops[0].period or rows[0].period:
        periods = []
    if rows[0].expression is not None and tops[0].expression is None:
        tops = [Head(t.expression, t.territory, t.period, t.text) for t in tops]
    return rows, [Column(top, period) for top in tops for period in periods or [Head()]]


def _ask(desk: Desk, row: Head, column: Column) -> Fact | None:
    head = column.head
    if head.expression == SHARE:
        head = shared(row, desk)
        row = Head(None, row.territory, row.period)
    asked = question(desk, row, head, column.period)
    return desk.account.ask(asked) if asked else None


def _cut(
    desk: Desk,
    given: Directive,
    rows: list[Head],
    columns: list[Column],
    facts: list[list[Fact | None]],
) -> tuple[list[Head], list[list[Fact | None]]]:
    """Order the rows and keep the first ones (and those that are to be kept)."""
    order = list(range(len(rows)))
    sort = given.get("sort")
    if sort:
        wanted = Head(parse(sort.lstrip("-")))
        template = columns[0].head.expression
        if (
            wanted.expression is not None
            and X.code in names(wanted.expression)
            and (template is not None and rows[0].expression is None)
        ):
            wanted = Head(put(wanted.expression, template))
        sign = -1 if sort.startswith("-") else 1
        keys = [_ask(desk, row, Column(wanted, columns[0].period)) for row in rows]
        order.sort(key=lambda n: (keys[n] is None, sign * (k.value if (k := keys[n]) else 0.0)))
    top = given.whole("top")
    if top is not None:
        kept = set(given.items("keep"))
        order = [n for at, n in enumerate(order) if at < top or rows[n].territory in kept]
    return [rows[n] for n in order], [facts[n] for n in order]


def _table(
    desk: Desk,
    given: Directive,
    rows: list[Head],
    columns: list[Column],
    facts: list[list[Fact | None]],
) -> tuple[tuple[tuple[d.Cell, ...], ...], tuple[tuple[d.Cell, ...], ...]]:
    into = given.items("in")
    down: list[Shown | None] = [None] * len(columns)
    for head in dict.fromkeys(column.head for column in columns):
        same = [c for c, column in enumerate(columns) if column.head == head]
        found = together([f for line in facts for c in same if (f := line[c])], desk, into)
        for c in same:
            down[c] = found
    across = [
        together([f for c, f in enumerate(line) if f and down[c] is None], desk, into)
        for line in facts
    ]
    units = {group.unit for group in down if group}
    one = units.pop() if len(units) == 1 and None not in down and len(columns) > 1 else ""
    header = _header(desk, rows, columns, [] if one else down, one)
    body = []
    codes = [h.expression.code if isinstance(h.expression, Name) else "" for h in rows]
    for n, (row, line) in enumerate(zip(rows, facts, strict=True)):
        group = across[n]
        text = caption(row, desk)
        if isinstance(row.expression, Name) and row.expression.code in desk.catalogue.indicators:
            whole = desk.catalogue.indicator(row.expression.code).part_of
            text = f"\u3000{text}" if whole and whole in codes[:n] else text
        if group and group.unit:
            text += f"{desk.words['open']}{group.unit}{desk.words['close']}"
        cells = [d.Cell((d.Text(text),), header=False)]
        for c, fact in enumerate(line):
            cells.append(_cell(desk, fact, down[c] or group))
        body.append(tuple(cells))
    return header, tuple(body)


def _cell(desk: Desk, fact: Fact | None, group: Shown | None) -> d.Cell:
    if fact is None:
        return d.Cell((d.Text(desk.words["missing"]),), "right")
    style = group.style if group else Style(fixed=True)
    content: tuple[d.Inline, ...] = (desk.put(fact, style),)
    if fact.status == "D":
        content += (d.Text(desk.words["disputed"]),)
    return d.Cell(content, "right")


def _header(
    desk: Desk,
    rows: list[Head],
    columns: list[Column],
    groups: Sequence[Shown | None],
    one: str,
) -> tuple[tuple[d.Cell, ...], ...]:
    words = desk.words
    template = rows[0].expression is not None
    stub = words["indicator" if template else "territory" if rows[0].territory else "period"]
    if one:
        stub += words["open"] + words["unit"].format(u=one) + words["close"]

    def head(text: str, span: int = 1) -> d.Cell:
        align = "center" if span > 1 else "right"
        return d.Cell((d.Text(text),) if text else (), align, span, True)

    def unit(n: int) -> str:
        """The unit in brackets, unless the author's heading ends in it."""
        group = groups[n] if groups else None
        inside = re.search(r"[(（]([^()（）]+)[)）]$", columns[n].head.text)
        if not group or not group.unit or (inside and inside[1] in group.unit):
            return ""
        return f"{words['open']}{group.unit}{words['close']}"

    stock = all(
        desk.is_stock(text) for h in rows if isinstance(h.expression, Name)
        if (text := h.expression.code) in desk.catalogue.indicators
    )  # fmt: skip
    first = d.Cell((d.Text(stub),), header=True)
    tops = list(dict.fromkeys(c.head for c in columns))
    crossed = len(columns) // len(tops)
    if crossed == 1:
        texts = [_alone(desk, c, template, stock) + unit(n) for n, c in enumerate(columns)]
        return ((first, *(head(text) for text in texts)),)
    if len(tops) == 1 and tops[0].expression == X:
        return ((first, *(head(caption(c.period, desk, stock=stock) + unit(n))
                          for n, c in enumerate(columns))),)  # fmt: skip
    upper = [
        head(caption(top, desk, template=template) + unit(n * crossed), crossed)
        for n, top in enumerate(tops)
    ]
    lower = [head(caption(c.period, desk, stock=stock)) for c in columns]
    return (first, *upper), (d.Cell((), header=True), *lower)


def _alone(desk: Desk, column: Column, template: bool, stock: bool) -> str:
    if column.head.expression == X and not column.head.text:
        at = column.period if column.period.period else Head(period=Period.parse(desk.period))
        return caption(at, desk, stock=stock)
    return caption(column.head, desk, template=template, stock=stock)


DIRECTIVES = (Definition("table", OPTIONS, write),)
