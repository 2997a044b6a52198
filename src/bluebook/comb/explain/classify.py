"""What kind of disagreement it is: error, date, revision, definition, price base or rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bluebook.comb.system.build import RATIOS
from bluebook.comb.system.register import canonical
from bluebook.comb.system.statement import Statement
from bluebook.comb.witness import Witness, said
from bluebook.language.expression import Binary, Name, names
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval

REVISED = 0.04  # a level that a later print puts by no more than this elsewhere was revised
POINTS = 2.0  # the same for a ratio, in points
SURE = 1.0  # the evidence that a ratio is a slip of the pen and not on another base
APART = 0.25  # two counts farther apart than this are hardly counts of the same thing
GROWTH = ("yoy(", "pp(yoy(", "cagr(", "growth_since(", "change")


class Evidence(NamedTuple):
    """What is known of a statement that does not fit.

    `dates` tells for each statement of the conflict when it was made, `where` where the others
    put this one, `found` the log evidence of the likeliest mechanism that leads there (0 for
    none), `dropped` whether it is set aside altogether or only read on a restated base; `early`
    whether it was said before its period had ended, `late` whether it is an earlier count quoted
    late.
    """

    dates: Mapping[Statement, Sequence[str]]
    where: Interval
    found: float
    dropped: bool
    early: bool
    late: bool


def kind_of(one: Statement, seen: Evidence, catalogue: Catalogue) -> str:
    """The kind of a statement that does not fit."""
    if not one.claims:
        known = any(rule.rule == one.rule for rule in catalogue.rules)
        return "definition" if known and _quotient(one.rule) else "rule"
    if one.expression.startswith(GROWTH) and moving_prices(one.expression, catalogue):
        return "price base"
    if not seen.dropped:
        return "revision"
    ratio = one.expression.startswith(RATIOS)
    if seen.found > (SURE if ratio else 0.0):
        return "error"
    room = POINTS if ratio else REVISED * abs(one.value)
    mine = max(seen.dates[one], default="")
    later = [t for t, ds in seen.dates.items() if t is not one and any(d > mine for d in ds)]
    if mine and any(_figure(t) == _figure(one) and abs(t.value - one.value) <= room for t in later):
        return "revision" if not seen.early else "date"
    near = _apart(one.value, seen.where) <= room
    if ratio:
        return "revision" if near else "definition"
    if seen.early or seen.late:
        return "date"
    return "revision" if near and later and mine else "error"


def tie_of(prints: Sequence[tuple[Statement, Sequence[str]]], catalogue: Catalogue) -> str:
    """The kind of several prints of one figure, with their dates, between which nothing decides.

    Rates per head that differ have different denominators.
    """
    low = min(one.value for one, _ in prints)
    high = max(one.value for one, _ in prints)
    size = max(abs(low), abs(high))
    ratio = prints[0][0].expression.startswith(RATIOS)
    dates = {max(said_on, default="")[:7] for _, said_on in prints}
    if high - low <= (POINTS if ratio else REVISED * size):
        return "revision" if len(dates) > 1 and "" not in dates else "unsettled"
    if any(parse_rule(r.rule).left == Name(prints[0][0].expression) and _quotient(r.rule)
           for r in catalogue.rules):  # fmt: skip
        return "denominator"
    return "definition" if not ratio and high - low > APART * size else "unsettled"


def moving_prices(expression: str, catalogue: Catalogue) -> bool:
    """Is the expression over an indicator whose price base moves each year?"""
    return any(
        catalogue.indicator(code).prices == "previous year"
        for code in names(canonical(expression)[0])
    )


def _figure(one: Statement) -> tuple[str, str, str]:
    return one.expression, one.territory, one.period


def _quotient(rule: str) -> bool:
    """Does a rule give a ratio from its numerator and denominator?"""
    return isinstance(right := parse_rule(rule).right, Binary) and right.operator == "/"


def _apart(value: float, where: Interval) -> float:
    """How far a value lies outside an interval."""
    return max(where.lower - value, value - where.upper, 0.0)


def stated_on(claims: Sequence[Claim], witnesses: Mapping[str, Witness]) -> list[str]:
    """The dates at which claims were made."""
    return sorted(d for c in claims if (d := said(c.source, c.said, witnesses)))
