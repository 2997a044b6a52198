"""English: growth is since the time of the level that it starts from.

Up 1.3 percent from 31.38 million a month earlier; rose 8.5%, from 80 million in 2021 to 86.8 million
in 2022; by 20 million, or 2.7 percent, compared with the end of last year.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token

_LINK = frozenset(("in", "at", "as of", "recorded", "seen", "reported", "registered", "on", "for"))


def grown_from(row: Row, found: Lead, number: Token) -> None:
    """Add to what stands before a percentage the period of the level that it grew from, or to."""
    if found.basis is not None or found.has("yoy", "mom", "reach", "share"):
        return
    if "or" in found.near and not found.wholes:
        after = [t for t in row.following(number)[:4] if not t.mark(",")]
        if len(after) > 1 and "cmp" in after[0].cues and after[1].when is not None:
            found.basis = after[1].when
            found.near = found.near - {"part"} | {"up"}
        return
    if "part" in found.near or not found.has("up", "down", "growth"):
        return
    rest = _telling(row.following(number)[:9])
    begins = next(rest, None)
    since, first = next(rest, None), next(rest, None)
    if begins is None or "from" not in begins.cues or since is None or first is None:
        return
    if since.quantity is None or row.teller.measure(since.quantity) != "level" or not first.when:
        return
    found.basis = first.when
    to, level, last = next(rest, None), next(rest, None), next(rest, None)
    reached = to is not None and "reach" in to.cues and level is not None and level.quantity
    if reached and last is not None and last.when is not None and not last.when.relative:
        found.sets.append(last)


def _telling(tokens: list[Token]) -> Iterator[Token]:
    """The tokens but for those that only link a period to its number, and a first comma."""
    for n, token in enumerate(tokens):
        if token.kind == "mark":
            if n or not token.mark(","):
                return
        elif token.text not in _LINK and token.kind != "name":
            yield token
