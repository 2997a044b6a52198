"""What kind of disagreement it is: an error, a revision, another definition, a broken rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bluebook.comb.mechanism import Guess
from bluebook.comb.statement import Statement
from bluebook.comb.witness import Witness, said
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval

CLEAR = 0.0  # a guess whose evidence ratio is above one speaks for an error
REVISED = 0.05  # two prints of one figure that differ by no more may be a revision
GROWTH = ("yoy(", "pp(", "cagr(", "pull(", "contribution(")


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
    if found and found[0].bonus > CLEAR:
        return "error"
    if is_revision(one, inside, claims, witnesses):
        return "revision"
    if one.expression.startswith(GROWTH):
        near = abs(where.middle - one.value) <= 2.0
        return "revision" if near else "definition"
    return "error"


def is_revision(
    one: Statement,
    inside: Sequence[Statement],
    claims: Mapping[str, Claim],
    witnesses: Mapping[str, Witness],
) -> bool:
    """Was the same figure said otherwise, and not far off, at a later date?"""
    mine = dates(one, claims, witnesses)
    for other in inside:
        if other is one or not other.claims:
            continue
        same = (other.expression, other.territory, other.period) == (
            one.expression, one.territory, one.period,
        )  # fmt: skip
        scale = 100 + abs(one.value) if one.expression.startswith(GROWTH) else abs(one.value)
        near = abs(other.value - one.value) <= REVISED * scale
        if same and near and mine and max(mine) < max(dates(other, claims, witnesses), default=""):
            return True
    return False


def dates(
    one: Statement, claims: Mapping[str, Claim], witnesses: Mapping[str, Witness]
) -> list[str]:
    """The dates at which a statement was made."""
    found = [claims[c] for c in one.claims]
    return sorted(d for c in found if (d := said(c.source, c.said, witnesses)))
