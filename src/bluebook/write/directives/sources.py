"""{sources}: the numbered list of sources stands here."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive
from bluebook.write.reader import Reader


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """The place of the list; publishers print `Book.references` there."""
    return [d.References()]


DIRECTIVES = (Definition("sources", (), write),)
