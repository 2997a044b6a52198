"""What kind of disagreement it is: an error, a revision, another definition, a broken rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bluebook.comb.build import RATIOS
from bluebook.comb.statement import Statement
from bluebook.comb.witness import Witness, said
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval

REVISED = 0.04  # a level that a later print puts by no more than this elsewhere was revised
POINTS = 2.0  # the same for a ratio, in points


def kind_of(
    one: Statement,
    dates: Mapping[Statement, Sequence[str]],
    where: Interval,
    *,
    found: bool,
    dropped: bool,
) -> str:
    """error | revision | definition | rule, for a statement that does not fit.

    `dates` tells for each statement of the conflict when it was made, `where` where the others
    put this one, `found` whether a known mechanism leads there, `dropped` whether it is set
    aside altogether or only read on a restated base.
    """
    if not one.claims:
        return "rule"
    if not dropped:
        return "revision"
    if found:
        return "error"
    if one.expression.startswith(RATIOS):
        return "revision" if _apart(one.value, where) <= POINTS else "definition"
    mine = max(dates[one], default="")
    later = any(d > mine for other, ds in dates.items() if other is not one for d in ds)
    near = _apart(one.value, where) <= REVISED * abs(one.value)
    return "revision" if near and later and mine else "error"


def _apart(value: float, where: Interval) -> float:
    """How far a value lies outside an interval."""
    return max(where.lower - value, value - where.upper, 0.0)


def stated_on(claims: Sequence[Claim], witnesses: Mapping[str, Witness]) -> list[str]:
    """The dates at which claims were made."""
    return sorted(d for c in claims if (d := said(c.source, c.said, witnesses)))
