"""What holds without anybody saying it: catalogue rules, and flows that add up over months.

A rule is applied at every place and period where at most one of its levels is unknown, so that
implied figures appear. Time identities follow from the columns that exist: a month is the
difference of two cumulative figures, a year the sum of its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bluebook.comb.system.register import Register, Shape, make
from bluebook.comb.system.statement import HARD, Statement
from bluebook.language.arithmetic import (
    Column,
    Constant,
    Difference,
    Level,
    Product,
    Quotient,
    Sum,
    Term,
    Where,
    levels,
)
from bluebook.language.condition import condition
from bluebook.language.expression import names, parse, show
from bluebook.language.linear import ratio
from bluebook.language.meaning import check_rule
from bluebook.language.relation import Relation, parse_rule
from bluebook.model.catalogue import Rule
from bluebook.model.interval import INF, Interval, point
from bluebook.model.period import Period

SOFT = 5.0  # the cost of breaking a soft rule once
REVISED = 0.005  # cumulative figures of one year differ by so much when months are revised
PASSES = 3


def rule_statements(register: Register) -> list[Statement]:
    """Every instance of every catalogue rule that touches what is known."""
    rules = [Applied(register, rule) for rule in register.catalogue.rules if rule.combed]
    found: dict[tuple[str, str, str, Period], Statement] = {}
    first = 0
    for _ in range(PASSES):
        new = by_code(register.columns[first:])
        first = len(register.columns)
        for rule in rules:
            for territory, period in rule.places(new):
                key = (rule.rule.written, rule.rule.rule, territory, period)
                if key not in found and (one := rule.instance(territory, period)) is not None:
                    found[key] = one
        if first == len(register.columns):
            break
    return [*_together(found.values())]


def _together(instances: Iterable[Statement]) -> Iterator[Statement]:
    """A soft relation between figures holds at a place or it does not: its instances there are
    one statement. One that holds figures to a number is judged each time."""
    soft: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in instances:
        if one.bent or one.cost >= HARD or parse_rule(one.rule).to_a_number:
            yield one
        else:
            soft[one.rule, one.territory].append(one)
    for same in soft.values():
        rows = tuple(row for one in same for row in one.strict)
        (reading,) = same[0].readings
        yield same[0]._replace(
            level=tuple(pair for one in same for pair in one.level),
            strict=rows,
            readings=(reading._replace(rows=rows),),
        )


def by_code(columns: Iterable[Column]) -> dict[str, list[Column]]:
    """Columns of facts by their indicator."""
    found: dict[str, list[Column]] = defaultdict(list)
    for column in columns:
        if not column.status:
            found[column.code].append(column)
    return found


class Opened(NamedTuple):
    """A rule at a territory as one term in one interval, with its levels, the shape of the term,
    and whether a level is dated from the year's end."""

    term: Term
    interval: Interval
    used: tuple[Level, ...]
    shape: Shape
    from_year_end: bool


class Applied:
    """A rule with what is needed to apply it at many places."""

    def __init__(self, register: Register, rule: Rule) -> None:
        self.register, self.rule = register, rule
        self.relation = check_rule(rule.rule, register.catalogue)
        self.left, self.right = show(self.relation.left), show(self.relation.right)
        self.codes = sorted(_codes(register, self.relation))
        self.local = "sum(" in rule.rule or "rank(" in rule.rule
        self.dated = any(register.stock(code) for code in self.codes) and not all(
            register.stock(code) for code in self.codes
        )
        self.where = condition(rule.when)
        self._kept: dict[str, Opened | None] = register.terms.rules[rule.rule, rule.tolerance]

    def places(self, new: dict[str, list[Column]]) -> list[tuple[str, Period]]:
        """Places and periods at which the rule could say something of these columns."""
        found: dict[tuple[str, Period], None] = {}
        for code in self.codes:
            to_date = self.dated and self.register.stock(code)
            for at in new.get(code, ()):
                period = at.period.to_date if to_date else at.period
                found[at.territory, period] = None
                if self.local:
                    for larger in self.register.catalogue.above(at.territory):
                        found[larger, period] = None
        return list(found)

    def _opened(self, territory: str) -> Opened | None:
        """The rule at a territory; None where it says nothing there."""
        key = territory if self.local else ""
        if key not in self._kept:
            left = self.register.terms(self.left, territory)
            right = self.register.terms(self.right, territory)
            if left is None or right is None:
                self._kept[key] = None
            else:
                term, bounds = relation_term(self.relation, left, right, self.rule.tolerance)
                used = tuple(dict.fromkeys([*levels(left), *levels(right)]))
                late = any(map(_from_year_end, used))
                self._kept[key] = Opened(term, bounds, used, Shape.of(term), late)
        return self._kept[key]

    def speaks(self, territory: str, period: Period) -> bool:
        """Does the rule say something at this place and period?

        A change since the year's end goes with the year to date.
        """
        opened = self._opened(territory)
        return (
            opened is not None
            and (not opened.from_year_end or period == period.to_date)
            and self.where.holds(self.register.catalogue, territory, period) is not False
        )

    def instance(self, territory: str, period: Period) -> Statement | None:
        """The rule at one place and period, if at most one of its levels is unknown there."""
        opened = self._opened(territory)
        if opened is None or not self.speaks(territory, period):
            return None
        term, interval, used, shape, _ = opened
        unknown: set[Column] = set()
        for level in used:
            at = self.register.at(level, territory, period)
            if at not in self.register.number:
                unknown.add(at)
                if len(unknown) > 1 or self.relation.sign == "<=" or len(used) == 1:
                    return None
        cost = HARD if self.rule.hard else SOFT
        return make(
            self.register, term, (territory, period), interval, [(cost, interval)],
            expression=self.rule.rule, value=0.0, rule=self.rule.rule, shape=shape,
        )  # fmt: skip


def _codes(register: Register, relation: Relation) -> set[str]:
    """The reported indicators of a rule, formulas opened."""
    todo = names(relation.left) | names(relation.right)
    found: set[str] = set()
    while todo:
        code = todo.pop()
        formula = register.catalogue.indicator(code).formula
        if formula:
            todo |= names(parse(formula)) - found
        else:
            found.add(code)
    return found


def _from_year_end(at: Level) -> bool:
    return any(step == "year_end_before" for step, _ in at.where.steps)


def relation_term(
    relation: Relation, left: Term, right: Term, tolerance: float
) -> tuple[Term, Interval]:
    """The rule as one term in one interval."""
    if relation.sign == "<=":
        scaled = Product(Constant(1 + tolerance), right) if tolerance else right
        return Difference(left, scaled), Interval(-INF, 0.0)
    exact = ratio(Difference(left, right)) is not None
    if tolerance or not exact:
        quotient = Quotient(left, right)
        if ratio(quotient) is not None or not exact:
            return quotient, Interval.around(1.0, tolerance)
    return Difference(left, right), point(0.0)


# Time ------------------------------------------------------------------------------------------


def time_statements(register: Register) -> list[Statement]:
    """How the flows of one indicator and place add up over months, on each footing."""
    groups: dict[tuple[str, str, str], set[Period]] = defaultdict(set)
    catalogue = register.catalogue
    for at in register.columns:
        if catalogue.indicator(at.code).kind == "flow" and at.status != "target":
            groups[at.code, at.territory, at.status].add(at.period)
    out = []
    for (code, territory, status), periods in sorted(groups.items()):
        for whole, first, second in decompositions(periods):
            if catalogue.footing(code, territory, second, first) and not status:
                continue  # a break inside the year
            total, *parts = (_level(code, period, status) for period in (whole, first, second))
            both = Sum(*parts)
            exact = make(
                register, Difference(total, both), (territory, whole), point(0.0),
                [(HARD, point(0.0))], expression=f"{code} adds up", value=0.0, rule=TIME,
            )  # fmt: skip
            assert exact is not None
            if not catalogue.indicator(code).signed:
                near = Interval.around(1.0, REVISED)
                loose = make(
                    register, Quotient(both, total), (territory, whole), near,
                    [(HARD, near)], expression="", value=1.0,
                )  # fmt: skip
                assert loose is not None
                exact = exact._replace(readings=loose.readings)
            out.append(exact)
    return out


TIME = "time"


def _level(code: str, period: Period, status: str) -> Level:
    return Level(code, Where(None, (("at", str(period)),)), status)


def decompositions(periods: Iterable[Period]) -> Iterator[tuple[Period, Period, Period]]:
    """(whole, first, second) with whole = first + second, enough of them to imply all sums.

    Within a year, boundaries between months are the nodes of a graph, periods its edges. In each
    connected part the figures from its first boundary ("to date") are joined in a chain, and
    every other period is the difference of two of them.

    >>> year, half = Period.parse("2020"), Period.parse("2020-H1")
    >>> [tuple(map(str, d)) for d in decompositions([year, half])]
    [('2020', '2020-H1', '2020-H2')]
    """
    years: dict[int, list[Period]] = defaultdict(list)
    for p in sorted(set(periods)):
        if p.first // 12 == p.last // 12:
            years[p.year].append(p)
    for inside in years.values():
        yield from _within_year(inside)


def _within_year(periods: list[Period]) -> Iterator[tuple[Period, Period, Period]]:
    group: dict[int, int] = {}

    def find(x: int) -> int:
        group.setdefault(x, x)
        while group[x] != x:
            x = group[x]
        return x

    for p in periods:
        a, b = find(p.first), find(p.last + 1)
        group[max(a, b)] = min(a, b)
    nodes: dict[int, list[int]] = defaultdict(list)
    for x in sorted(group):
        nodes[find(x)].append(x)
    for start, members in sorted(nodes.items()):
        seen: set[tuple[Period, Period]] = set()
        for before, after in pairwise(members[1:]):
            first, second = Period(start, before - 1), Period(before, after - 1)
            seen.add((first, second))
            yield Period(start, after - 1), first, second
        for p in periods:
            if find(p.first) == start and p.first != start:
                first = Period(start, p.first - 1)
                if (first, p) not in seen:
                    yield Period(start, p.last), first, p
