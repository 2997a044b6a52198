"""Set-off blocks: {note} {warning} {key} {quote}."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive
from bluebook.write.reader import Reader


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """A box of the directive's own name around its text."""
    title = reader.inline(given.title, given.line, place=f"{desk.slug}/box-{desk.count('box')}")
    return [d.Box(given.name, title, reader.blocks(given.body, given.body_line))]


DIRECTIVES = tuple(Definition(kind, (), write) for kind in ("note", "warning", "key", "quote"))
