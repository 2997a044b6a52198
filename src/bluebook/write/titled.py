"""The heading of a numbered table or figure, and the notes below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bluebook.errors import BluebookError
from bluebook.write import document as d
from bluebook.write import lint
from bluebook.write.charts.theme import HALF, WIDTH
from bluebook.write.inline import plain

if TYPE_CHECKING:
    from bluebook.write.desk import Desk
    from bluebook.write.directive import Directive
    from bluebook.write.reader import Reader


class Titled(NamedTuple):
    """Label, number and caption."""

    label: str
    number: str
    title: tuple[d.Inline, ...]


def titled(desk: Desk, reader: Reader, given: Directive, kind: str, text: str = "") -> Titled:
    """Number the next `kind` (table, figure); its caption is the directive's title, or `text`."""
    label, number = desk.numbered(kind, given.get("label"), given.line)
    title = reader.inline(text or given.title, given.line)
    if not title:
        desk.warn(f"the {kind} has no title", given.line)
    lint.check_heading(desk, plain(title), given.line)
    return Titled(label, number, title)


def notes_of(desk: Desk, reader: Reader, given: Directive) -> list[tuple[d.Inline, ...]]:
    """What the author notes below a table or chart: `:note:` and the directive's text."""
    notes = [reader.inline(given.get("note"), given.line_of("note"))] if given.get("note") else []
    blocks = reader.blocks(given.body, given.body_line)
    return notes + [b.content for b in blocks if isinstance(b, d.Paragraph)]


def width_of(given: Directive) -> float:
    """The width of a chart in pixels; of two that are `half` the second stands beside the first."""
    wanted = given.get("width")
    if wanted not in ("", "half"):
        raise BluebookError(
            f":width: is {wanted!r}", "write half, or nothing", line=given.line_of("width")
        )
    return HALF if wanted else WIDTH
