"""{tiles}: headline figures side by side, one a line: `EXPR = name | remark EXPR`."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.errors import BluebookError
from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive, headed
from bluebook.write.periods import named
from bluebook.write.phrases import naming, said
from bluebook.write.reader import Reader
from bluebook.write.words import capital

Words = tuple[d.Inline, ...]


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """The tiles; the remark is said in the words of its operator."""
    desk.place = f"{desk.slug}/tiles-{desk.count('tiles')}"
    items = []
    for n, row in enumerate(given.body.splitlines()):
        if row.strip():
            try:
                items.append(_tile(desk, row, given.body_line + n))
            except BluebookError as error:
                raise error.at(line=given.body_line + n) from None
    if not items:
        raise BluebookError("{tiles} has no figures", "write one a line: EXPR | remark EXPR")
    return [d.Tiles(tuple(items))]


def _tile(desk: Desk, row: str, line: int) -> tuple[Words, Words, Words]:
    figure, _, rest = row.partition("|")
    text, name = headed(figure)
    asked = desk.query(text)
    value = desk.put(desk.account.need(asked))
    words = name or naming(desk, asked.expression)
    remark: Words = ()
    if rest.strip():
        query = desk.query(rest.strip())
        remark = _capitalised(said(desk, query, desk.account.need(query)), desk)
    else:
        stock = desk.is_stock(text.partition("@")[0])
        remark = (d.Text(capital(named(asked.period, desk.language, stock=stock))),)
    return (d.Text(words),), (value,), remark


def _capitalised(words: Words, desk: Desk) -> Words:
    if desk.language == "en" and words and isinstance(words[0], d.Text):
        return (d.Text(capital(words[0].text)), *words[1:])
    return words


DIRECTIVES = (Definition("tiles", (), write),)
