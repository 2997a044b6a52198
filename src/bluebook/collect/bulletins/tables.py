"""Tables in a text: a row is a name, a unit and numbers under the heads they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bluebook.collect.bulletins.context import Context
from bluebook.collect.bulletins.grammar import Reading
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim


def read(
    text: str,
    catalogue: Catalogue,
    context: Context,
    claim: Callable[[Reading, int, int, str], Claim],
) -> Iterator[Claim]:
    """The claims of the tables of a text."""
    yield from ()
