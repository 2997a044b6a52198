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
    percent = number.quantity is None or row.teller.measure(number.quantity) != "level"
    if "or" in found.near and not found.wholes and percent:
        after = [t for t in row.following(number)[:4] if not t.mark(",")]
        if len(after) > 1 and "cmp" in after[0].cues and after[1].when is not None:
            found.basis = after[1].when
            found.near = found.near - {"part"} | {"up"}
        return
    if "part" in found.near or not found.has("up", "down", "growth"):
        return
    rest = _telling(row.following(number)[:12])
    begins = next(rest, None)
    level: Token | None = None
    if begins is not None and "reach" in begins.cues:
        level, begins = next(rest, None), next(rest, None)
        begins = next(rest, None) if begins is not None and begins.when else begins
    since, first = next(rest, None), next(rest, None)
    if begins is None or "from" not in begins.cues or since is None or first is None:
        return
    if since.quantity is None or row.teller.measure(since.quantity) != "level" or not first.when:
        return
    if level is not None:
        if _grew(since, level, number):
            found.basis = first.when  # rose 1.2% to 64.9 million in May from 64.1 million in April
        return
    found.basis = first.when
    to, level, last = next(rest, None), next(rest, None), next(rest, None)
    reached = to is not None and "reach" in to.cues and level is not None and level.quantity
    if reached and last is not None and last.when is not None and not last.when.relative:
        found.sets.append(last)


def _grew(before: Token, after: Token, growth: Token) -> bool:
    """Is a growth that from one level to another, as far as they are printed?"""
    a, b, by = before.quantity, after.quantity, growth.quantity
    if a is None or b is None or by is None or not a.value or a.unit != b.unit:
        return False
    if by.scale or "," in growth.text:  # not: 12.4 percent
        return abs(abs(b.value - a.value) - abs(by.value)) <= a.half + b.half + by.half
    moved = abs(b.value / a.value - 1) * 100
    return abs(moved - abs(by.value)) <= by.half + (a.half + b.half) / a.value * 100


def _telling(tokens: list[Token]) -> Iterator[Token]:
    """The tokens but for those that only link a period to its number, and a comma at the
    beginning or before "from"."""
    for n, token in enumerate(tokens):
        if token.kind == "mark":
            after = tokens[n + 1] if n + 1 < len(tokens) else None
            if not token.mark(",") or (n and not (after and "from" in after.cues)):
                return
        elif token.text not in _LINK and token.kind != "name":
            yield token
