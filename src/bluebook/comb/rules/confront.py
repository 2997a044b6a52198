"""Facts confronted with rules, one place and period at a time.

As VTL's `check` gives for each data point a result, an imbalance and an error level (VTL 2.1
reference manual, validation operators), and R's `confront` a table of verdicts; but figures are
intervals here, so a rule may hold for certain, fail for certain, or be beyond telling.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bluebook.comb.account import Account
from bluebook.comb.system.identities import Applied, by_code
from bluebook.comb.system.register import Register
from bluebook.language.arithmetic import Column, interval
from bluebook.language.condition import condition
from bluebook.language.expression import Expression, names, parse
from bluebook.language.meaning import Expansion, Query
from bluebook.language.relation import Relation, parse_rule
from bluebook.model.catalogue import Rule
from bluebook.model.interval import UNKNOWN, Interval
from bluebook.model.period import Period


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A rule at one place and period.

    `result`: it holds (true), fails (false), or the bounds of the figures do not tell (null).
    `value` is that of the figure which the rule is about (of the right side where the left is a
    number). `imbalance` is left less right, between `lower` and `upper`. `severity` (error,
    warning) and `message` are of a rule that is broken.
    """

    rule: str
    territory: str
    period: str
    result: bool | None
    value: float
    imbalance: float
    lower: float
    upper: float
    severity: str
    message: dict[str, str]


def confront(account: Account) -> Iterator[Point]:
    """Every rule of the catalogue at every place and period where its figures are known."""
    register = Register(account.catalogue)
    for code, at, when in account.levels:
        register.add(Column(code, at, Period.parse(when)))
    columns = by_code(register.columns)
    for rule in account.catalogue.rules:
        applied = Applied(register, rule)
        places = dict.fromkeys([*applied.places(columns), *_stated(account, rule)])
        for territory, period in sorted(places):
            if applied.speaks(territory, period):
                point = _point(account, rule, territory, period)
                if point is not None:
                    yield point


def _stated(account: Account, rule: Rule) -> Iterator[tuple[str, Period]]:
    """Where a side of a rule is known because somebody stated it."""
    relation = parse_rule(rule.rule)
    codes = names(relation.left) | names(relation.right)
    for expression, territory, period in account.stated:
        if codes & names(parse(expression)):
            yield territory, Period.parse(period)


def _point(account: Account, rule: Rule, territory: str, period: Period) -> Point | None:
    """The rule there; None where it does not apply or its figures are not known."""
    relation = parse_rule(rule.rule)
    known = _Known(account, territory, period)
    applies = condition(rule.when).holds(account.catalogue, territory, period, known.interval)
    left, right = known(relation.left), known(relation.right)
    if applies is False or left is None or right is None:
        return None
    gap = left[1] - right[1]
    slack = rule.tolerance * max(abs(right[1].lower), abs(right[1].upper))
    return Point(
        rule=rule.written, territory=territory, period=str(period),
        result=_verdict(relation, gap, slack) if applies else None,
        value=(left if names(relation.left) else right)[0],
        imbalance=left[0] - right[0], lower=gap.lower, upper=gap.upper,
        severity=rule.grave, message=rule.message or rule.name,
    )  # fmt: skip


def _verdict(relation: Relation, gap: Interval, slack: float) -> bool | None:
    """Does left less right lie where the relation wants it?"""
    if relation.sign == "=":
        return gap.lower <= slack and gap.upper >= -slack
    return True if gap.upper <= slack else False if gap.lower > slack else None


class _Known:
    """What the account knows of expressions at one place and period."""

    def __init__(self, account: Account, territory: str, period: Period) -> None:
        self.account, self.territory, self.period = account, territory, period

    def __call__(self, expression: Expression) -> tuple[float, Interval] | None:
        """The value and the interval of an expression."""
        if not names(expression):
            term = Expansion(self.account.catalogue, self.territory).term(expression)
            bounds = interval(term, lambda _: UNKNOWN)
            return bounds.middle, bounds
        fact = self.account.ask(Query(expression, self.territory, self.period))
        return None if fact is None else (fact.value, fact.interval)

    def interval(self, expression: Expression) -> Interval | None:
        """The interval alone."""
        found = self(expression)
        return None if found is None else found[1]
