"""The words of a document tree, for tests."""

from __future__ import annotations

from collections.abc import Iterator

from bluebook.write import document as d
from bluebook.write.inline import plain


def walk(node: object) -> Iterator[object]:
    """Every part of a tree."""
    yield node
    for field in getattr(node, "__struct_fields__", ()):
        value = getattr(node, field)
        yield from walk(value) if hasattr(value, "__struct_fields__") else parts(value)


def parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item) if isinstance(item, tuple) else walk(item)


def first(chapter: d.Chapter, kind: type) -> object:
    return next(p for p in walk(chapter) if isinstance(p, kind))


def rows(table: d.Table) -> list[list[str]]:
    return [[plain(cell.content) for cell in row] for row in (*table.header, *table.rows)]


def words(blocks: tuple[d.Block, ...]) -> str:
    return " ".join(plain(b.content) for b in blocks if isinstance(b, d.Paragraph))
