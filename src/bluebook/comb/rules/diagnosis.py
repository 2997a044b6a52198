"""The rules themselves diagnosed: contradictory, redundant, never tested, too tight.

What rules say of one another is `ruleset`'s; what figures say of a rule is counted from its
points (`confront`) and from the disagreements that name it.
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from bluebook.comb.account import Account
from bluebook.comb.rules.confront import Point, confront
from bluebook.comb.rules.ruleset import RuleSet
from bluebook.language.relation import read_rule
from bluebook.model.catalogue import Catalogue

OFTEN = 0.1  # a rule broken at more of its points than this is too tight
WITHIN = 0.99  # the part of figures that a proposed range holds


class Diagnosis(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a rule.

    `tested` counts the places and periods at which its figures are known; at `failed` of them it
    surely does not hold, at `undecided` the bounds do not tell. `named` counts the disagreements
    that name it: a hard rule never fails on combed facts, claims are set aside instead.
    `contradicts`: the rules that cannot all hold with it. `redundant`: the other rules imply it.
    `forces_zero`: indicators that the rules together leave nothing but zero. `proposed`: for a
    range that is too tight, the one that holds 99 per cent of the figures. `failures` are the
    points at which it fails.
    """

    rule: str
    tested: int = 0
    failed: int = 0
    undecided: int = 0
    named: int = 0
    redundant: bool = False
    contradicts: tuple[str, ...] = ()
    forces_zero: tuple[str, ...] = ()
    proposed: tuple[float, float] | None = None
    failures: tuple[Point, ...] = ()
    verdict: str = "sound"


def diagnose(account: Account) -> list[Diagnosis]:
    """Each rule of the account's catalogue as written, in its order."""
    points: dict[str, list[Point]] = defaultdict(list)
    for point in confront(account):
        points[point.rule].append(point)
    named: dict[str, int] = defaultdict(int)
    written = _written(account.catalogue)
    for told in account.disagreements:
        for rule in dict.fromkeys(written.get(r, r) for r in told.rules):
            named[rule] += told.severity != "note"
    rules = RuleSet(account.catalogue)
    return [
        _judged(rule, rules, points[rule], named[rule]) for rule in dict.fromkeys(written.values())
    ]


def _written(catalogue: Catalogue) -> dict[str, str]:
    """Relations -> the rules they belong to."""
    return {rule.rule: rule.written for rule in catalogue.rules}


def _judged(rule: str, rules: RuleSet, points: list[Point], named: int) -> Diagnosis:
    failures = [point for point in points if point.result is False]
    against = rules.contradiction if rule in rules.contradiction else ()
    zero = rules.forces_zero(rule)
    redundant = rules.redundant(rule)
    often = max(len(failures), named) > OFTEN * len(points)
    if against or zero:
        verdict = "contradictory"
    elif redundant:
        verdict = "redundant"
    elif not points:
        verdict = "never tested"
    else:
        verdict = "too tight" if often else "sound"
    return Diagnosis(
        rule=rule,
        tested=len(points),
        failed=len(failures),
        undecided=sum(point.result is None for point in points),
        named=named,
        redundant=redundant,
        contradicts=tuple(other for other in against if other != rule),
        forces_zero=zero,
        proposed=_range(rule, points) if failures else None,
        failures=tuple(failures),
        verdict=verdict,
    )


def _range(rule: str, points: list[Point]) -> tuple[float, float] | None:
    """The range that would hold most figures, of a rule that holds a figure to numbers."""
    relations = read_rule(rule).relations
    if not all(one.to_a_number for one in relations):
        return None
    values = sorted(point.value for point in points)
    cut = int((1 - WITHIN) / 2 * len(values))
    return values[cut], values[len(values) - 1 - cut]
