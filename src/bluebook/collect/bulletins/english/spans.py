"""English: so many months, of which the page tells when they end: calls made in the three months."""

from __future__ import annotations

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.times.when import When

_PARTS = (3, 6)  # months that may be any quarter or half of a year


def ended(tokens: list[Token], context: Context) -> list[Token]:
    """The tokens with so many months that end with the period that is spoken of, or the page's."""
    page = context.standing[0] if context.standing else context.period
    ends = [p.last % 12 for p in (context.period, page) if p.months < 12]
    return [_ended(t, t.when, ends) if t.when and t.when.counted else t for t in tokens]


def _ended(token: Token, when: When, ends: list[int]) -> Token:
    many = when.last + 1
    for last in ends:
        if last == when.last:
            return token
        if many in _PARTS and last % 3 == 2 and last > when.last:
            return replace(token, when=replace(when, first=last - many + 1, last=last))
    return token
