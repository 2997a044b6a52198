"""Projections, backtests and targets as figures: what is printed of the outlook."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bluebook.errors import BluebookError
from bluebook.foresee.outlook import Ahead, Projection, Target
from bluebook.model.fact import Fact
from bluebook.write import digits
from bluebook.write import document as d
from bluebook.write.numbers import AS_IS, Known, Style, at

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

BOUNDS = {"over": "at least", "up to": "at most", "nearly": "at most", "about": "about"}


def series(desk: Desk, name: str) -> Projection:
    """A projected series by its name in outlook.toml."""
    try:
        return desk.outlook.series[name]
    except KeyError:
        known = ", ".join(desk.outlook.series) or "none: the edition has no outlook.toml"
        raise BluebookError(f"unknown series {name!r}", f"series: {known}") from None


def projected(one: Projection, ahead: Ahead, value: float | None = None) -> Fact:
    """A projected period as a fact; its interval is the 80 per cent one, or as much wider as
    holds the value (an end of the 95 per cent one)."""
    said = ahead.value if value is None else value
    return Fact(
        expression=one.expression,
        territory=one.territory,
        period=ahead.period,
        value=said,
        lower=min(ahead.lower80, said),
        upper=max(ahead.upper80, said),
        unit=one.unit,
        status="F",
        claims=one.origins,
    )


def known(ahead: Ahead) -> Known:
    """Two digits of the interval's half width are worth printing."""
    half = (ahead.upper80 - ahead.lower80) / 2
    return Known(place=digits.leading(half) - 1 if half > 0 and math.isfinite(half) else -12)


def put(desk: Desk, fact: Fact, style: Style, how: Known) -> d.Printed:
    """Print a projected value; its figure keeps the interval."""
    return desk.figure(desk.printer.print(at(fact, fact.value), style, how), fact)


def put_interval(
    desk: Desk, one: Projection, ahead: Ahead, level: int, style: Style
) -> tuple[d.Inline, ...]:
    """`lower to upper`, both ends figures."""
    low, high = (ahead.lower80, ahead.upper80) if level == 80 else (ahead.lower95, ahead.upper95)
    how = known(ahead)
    a, b = (put(desk, projected(one, ahead, end), style, how) for end in (low, high))
    between = desk.words["range"].format(a="", b="")
    return (a, d.Text(between), b)


def measure(desk: Desk, one: Projection, value: float, unit: str, place: int) -> d.Printed:
    """A number about the projection itself: an error, a coverage, a count."""
    last = one.history[-1].period if one.history else desk.period
    fact = Fact(
        expression=one.expression, territory=one.territory, period=last, value=value,
        lower=value, upper=value, unit=unit, status="F", claims=one.origins,
    )  # fmt: skip
    return desk.figure(desk.printer.print(fact, Style(digits=-place)), fact)


def about_target(
    desk: Desk, one: Target, value: float, expression: str, style: Style = AS_IS
) -> d.Printed:
    """Completion or needed growth of a target, in per cent."""
    fact = Fact(
        expression=expression, territory=one.territory, period=one.period, value=value,
        lower=value, upper=value, unit="percent", status="F", claims=one.origins,
    )  # fmt: skip
    return desk.put(fact, style)


def goal(desk: Desk, one: Target, style: Style = AS_IS) -> tuple[d.Inline, ...]:
    """The plan's figure with its bound in words: `at least 600,000`."""
    word = BOUNDS.get(one.bound)
    exact = at(one.target, one.target.value)
    how = desk.known(one.target)
    style = style._replace(trimmed=True)
    printed = desk.figure(desk.printer.print(exact, style, Known(how.half_width)), one.target)
    return (d.Text(desk.words[word]), printed) if word else (printed,)
