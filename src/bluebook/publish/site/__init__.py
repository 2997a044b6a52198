"""The site: a book in all its languages as plain files that open by a double click.

render(books, catalogue, trace)            # every file, path -> bytes
for part in parts(books, catalogue, trace, basis): ...
                                           # the same, each with what it depends on

`trace(language, figure)` gives the tree of a printed figure (see `prove.trace`); `basis` is a
digest of what traces depend on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from bluebook.model.catalogue import Catalogue
    from bluebook.write.document import Book, Figure

Trace = Callable[[str, "Figure"], dict[str, Any]]


class Part(NamedTuple):
    """A file of the site: its path, what it depends on beside the code, and how it is made."""

    path: str
    inputs: bytes
    make: Callable[[], bytes]


def parts(
    books: Mapping[str, Book], catalogue: Catalogue, trace: Trace, basis: str = ""
) -> Iterator[Part]:
    """The files of the site. A part's `make` need only be called where its `inputs` are new."""
    from bluebook.publish.site.pages import Pages

    yield from Pages(books, catalogue, trace, basis).parts()


def render(books: Mapping[str, Book], catalogue: Catalogue, trace: Trace) -> dict[str, bytes]:
    """The whole site: path -> content."""
    return {part.path: part.make() for part in parts(books, catalogue, trace)}
