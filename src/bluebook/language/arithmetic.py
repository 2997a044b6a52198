"""What every expression comes down to: arithmetic over levels at shifted places and periods.

An operator is defined once, by its expansion into this arithmetic. Evaluation, intervals,
linear rows, columns of a data frame and the parts shown in a trace all follow from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bluebook.model.interval import Interval, point
from bluebook.model.period import Period


class Where(NamedTuple):
    """A place and period relative to the ones asked for.

    `territory` None is the one asked for. `steps` are applied in order: ("lag", years),
    ("shift", months), ("before", 0) the month before the period begins, ("to_date", 0) from
    January, ("year_end_before", 0), ("at", "2019-12").
    """

    territory: str | None = None
    steps: tuple[tuple[str, int | str], ...] = ()

    def then(self, step: str, by: int | str = 0) -> Where:
        return self._replace(steps=(*self.steps, (step, by)))

    def period(self, period: Period) -> Period:
        for step, by in self.steps:
            period = _STEPS[step](period, by)
        return period


_STEPS: dict[str, Callable[[Period, int | str], Period]] = {
    "lag": lambda p, by: p.lag(int(by)),
    "shift": lambda p, by: p.shift(int(by)),
    "to_date": lambda p, _: p.to_date,
    "year_end_before": lambda p, _: p.year_end_before(),
    "before": lambda p, _: Period(p.first - 1, p.first - 1),
    "at": lambda _, by: Period.parse(str(by)),
}


class Constant(NamedTuple):
    value: float


class Level(NamedTuple):
    """An indicator's level; `status` "target" asks for the plan's figure."""

    code: str
    where: Where = Where()
    status: str = ""


class Sum(NamedTuple):
    left: Term
    right: Term


class Difference(NamedTuple):
    left: Term
    right: Term


class Product(NamedTuple):
    left: Term
    right: Term


class Quotient(NamedTuple):
    left: Term
    right: Term


class Power(NamedTuple):
    base: Term
    exponent: float


class Rank(NamedTuple):
    """1 + how many of the others are greater."""

    own: Term
    others: tuple[Term, ...]


Term = Constant | Level | Sum | Difference | Product | Quotient | Power | Rank


class Column(NamedTuple):
    """A level at a definite place and period: a column of the linear system.

    `status` "target" is the plan's figure; "on P" the level restated on the footing of P, where
    a declared break lies between it and the figure it is compared with.
    """

    code: str
    territory: str
    period: Period
    status: str = ""


Footing = Callable[[str, str, Period, Period], str]  # `Catalogue.footing`
ON = "on "


def column(
    level: Level,
    territory: str,
    period: Period,
    stocks: Callable[[str], bool],
    footing: Footing,
) -> Column:
    """The column a level stands for when asked at this place and period.

    A stock is dated by the last month of its period. Where a break lies between the period asked
    for and the level's own, the level is meant as restated, which is another column.
    """
    at = level.where.period(period)
    at = at.at_end if stocks(level.code) else at
    place = level.where.territory or territory
    status = level.status
    if not status and at != period and (restated := footing(level.code, place, period, at)):
        status = ON + restated
    return Column(level.code, place, at, status)


def levels(term: Term) -> Iterator[Level]:
    """The levels a term is made of, in reading order."""
    todo = [term]
    while todo:
        match todo.pop():
            case Level() as level:
                yield level
            case Sum(a, b) | Difference(a, b) | Product(a, b) | Quotient(a, b):
                todo += (b, a)
            case Power(base, _):
                todo.append(base)
            case Rank(own, others):
                todo += (*reversed(others), own)


def interval(term: Term, lookup: Callable[[Level], Interval]) -> Interval:
    """The interval of a term from the intervals of its levels, outward-safe."""
    match term:
        case Constant(value):
            return point(value)
        case Level():
            return lookup(term)
        case Sum(a, b):
            return interval(a, lookup) + interval(b, lookup)
        case Difference(a, b):
            return interval(a, lookup) - interval(b, lookup)
        case Product(a, b):
            return interval(a, lookup) * interval(b, lookup)
        case Quotient(a, b):
            return interval(a, lookup) / interval(b, lookup)
        case Power(base, exponent):
            return interval(base, lookup).power(exponent)
        case Rank(own, others):
            mine = interval(own, lookup)
            theirs = [interval(o, lookup) for o in others]
            return Interval(
                1 + sum(t.lower > mine.upper for t in theirs),
                1 + sum(t.upper > mine.lower for t in theirs),
            )


def value(term: Term, lookup: Callable[[Level], float]) -> float:
    """The value of a term from the values of its levels; ZeroDivisionError passes through."""
    match term:
        case Constant(constant):
            return constant
        case Level():
            return lookup(term)
        case Sum(a, b):
            return value(a, lookup) + value(b, lookup)
        case Difference(a, b):
            return value(a, lookup) - value(b, lookup)
        case Product(a, b):
            return value(a, lookup) * value(b, lookup)
        case Quotient(a, b):
            return value(a, lookup) / value(b, lookup)
        case Power(base, exponent):
            result = value(base, lookup) ** exponent
            return result if isinstance(result, float) else float("nan")
        case Rank(own, others):
            mine = value(own, lookup)
            return 1.0 + sum(value(o, lookup) > mine for o in others)


def slopes(term: Term, lookup: Callable[[Level], float]) -> tuple[float, dict[Level, float]]:
    """The value of a term and its partial derivatives by level; a rank has none.

    Forward accumulation (Wengert 1964). ZeroDivisionError passes through.
    """
    match term:
        case Level():
            return lookup(term), {term: 1.0}
        case Sum(a, b) | Difference(a, b) | Product(a, b) | Quotient(a, b):
            (x, dx), (y, dy) = slopes(a, lookup), slopes(b, lookup)
            match term:
                case Sum():
                    at, by_x, by_y = x + y, 1.0, 1.0
                case Difference():
                    at, by_x, by_y = x - y, 1.0, -1.0
                case Product():
                    at, by_x, by_y = x * y, y, x
                case Quotient():
                    at, by_x, by_y = x / y, 1 / y, -x / (y * y)
            return at, _weighed(((dx, by_x), (dy, by_y)))
        case Power(base, exponent):
            x, dx = slopes(base, lookup)
            by = exponent * value(Power(Constant(x), exponent - 1), lookup)
            return value(Power(Constant(x), exponent), lookup), _weighed(((dx, by),))
        case _:
            return value(term, lookup), {}


def _weighed(parts: Iterable[tuple[dict[Level, float], float]]) -> dict[Level, float]:
    total: dict[Level, float] = {}
    for slope, weight in parts:
        for level, by in slope.items():
            total[level] = total.get(level, 0.0) + weight * by
    return total
