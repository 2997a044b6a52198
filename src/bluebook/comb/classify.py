"""What kind of disagreement it is: an error, a revision, another definition, a broken rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bluebook.comb.build import RATIOS
from bluebook.comb.mechanism import Guess
from bluebook.comb.statement import Statement
from bluebook.comb.witness import Witness, said
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval

REVISED = 0.04  # a level that a later print puts by no more than this elsewhere was revised
POINTS = 2.0  # the same for a ratio, in points


def kind_of(
    one: Statement,
    inside: Sequence[Statement],
    found: Sequence[Guess],
    dropped: bool,
    claims: Mapping[str, Claim],
    witnesses: Mapping[str, Witness],
    where: Interval,
) -> str:
    """error | revision | definition | rule, for a statement that does not fit."""
    if not one.claims:
        return "rule"
    if not dropped:
        return "revision"
    if found:
        return "error"
    mine = dates(one, claims, witnesses)
    theirs = [d for other in inside if other is not one for d in dates(other, claims, witnesses)]
    later = bool(mine) and max(mine) < max(theirs, default="")
    if one.expression.startswith(RATIOS):
        return "revision" if _apart(one.value, where) <= POINTS else "definition"
    near = _apart(one.value, where) <= REVISED * abs(one.value)
    return "revision" if near and later else "error"


def _apart(value: float, where: Interval) -> float:
    """How far a value lies outside an interval."""
    return max(where.lower - value, value - where.upper, 0.0)


def dates(
    one: Statement, claims: Mapping[str, Claim], witnesses: Mapping[str, Witness]
) -> list[str]:
    """The dates at which a statement was made."""
    found = [claims[c] for c in one.claims]
    return sorted(d for c in found if (d := said(c.source, c.said, witnesses)))
