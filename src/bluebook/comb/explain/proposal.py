"""What a disagreement rests on and proposes: other prints, what else would do, the likely value."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.comb.localise.mechanism import NARROW, Guess
from bluebook.comb.reconcile.solve import Finding
from bluebook.comb.system.build import RATIOS
from bluebook.comb.system.statement import Component, Statement
from bluebook.model.interval import INF, Interval


def otherwise(
    component: Component, finding: Finding, s: int
) -> tuple[tuple[tuple[str, ...], float], ...]:
    """What would do instead of setting this statement aside, and its cost."""
    return tuple(
        (tuple(c for t, _ in way for c in component.statements[t].claims), round(cost, 3))
        for way, cost in finding.others
        if s not in dict(way)
    )


def proposal(
    one: Statement, where: Interval, found: Sequence[Guess], kind: str
) -> tuple[float, str] | None:
    """The likely true value and how it went wrong; for a ratio that stands, what levels give."""
    if kind == "error":
        return (found[0].value, found[0].words("en")) if found else None
    unit = float(f"{one.printed.width:.6g}")
    if not stands(one, kind) or not 0 < unit < INF or where.width > NARROW * unit:
        return None
    return round(round(where.middle / unit) * unit, 9), "what the published levels give"


def prints(component: Component, one: Statement) -> list[Statement]:
    """What else was printed of the same figure."""
    figure = (one.expression, one.territory, one.period)
    return [
        other
        for other in component.statements
        if other.claims and (other.expression, other.territory, other.period) == figure
    ]


def about(component: Component, one: Statement) -> list[Statement]:
    """The claims that state the levels of a statement."""
    return [
        other
        for other in component.statements
        if other.claims and len(other.level) == 1 and other.columns[0] in one.columns
    ]


def figure(one: Statement) -> tuple[str, str, str]:
    """What a statement is about."""
    return one.expression, one.territory, one.period


def stands(one: Statement, kind: str) -> bool:
    """Does the claim stand as published, though levels are not derived from it?"""
    ratio = one.expression.startswith(RATIOS)
    return not one.claims or (kind in ("definition", "revision", "price base") and ratio)
