"""Linear rows: what a claim on an expression says about levels.

A term that is a quotient of two linear forms, N / D with D > 0, lies in [lo, hi] exactly when
lo * D <= N <= hi * D: growth rates, shares, contributions and averages are all of this kind.
Anything else is cut at its outermost operation and each side is bounded with what is known of
the other (the backward step of HC4, Benhamou et al. 1999), which is safe and can be repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bluebook.language.arithmetic import (
    Constant,
    Difference,
    Level,
    Power,
    Product,
    Quotient,
    Rank,
    Sum,
    Term,
    interval,
)
from bluebook.model.interval import INF, Interval, point

Form = dict[Level | None, float]  # coefficients of levels; the key None holds the constant


class Ratio(NamedTuple):
    """numerator / denominator, both linear; a plain linear form has the denominator {None: 1}."""

    numerator: Form
    denominator: Form


class Row(NamedTuple):
    """lower <= sum of coefficient * level <= upper (no constant)."""

    form: Form
    lower: float
    upper: float


ONE: Form = {None: 1.0}
TINY = 1e-200  # outward rounding takes a sum of levels from zero to just below it


def _combine(a: Form, b: Form, sign: float) -> Form:
    out = dict(a)
    for key, coefficient in b.items():
        out[key] = out.get(key, 0.0) + sign * coefficient
    return {k: c for k, c in out.items() if c != 0.0}


def _scale(form: Form, by: float) -> Form:
    return {k: c * by for k, c in form.items() if c * by != 0.0}


def _constant(form: Form) -> float | None:
    return form.get(None, 0.0) if not form or set(form) == {None} else None


def ratio(term: Term) -> Ratio | None:
    """The term as a quotient of linear forms, or None where it is not one."""
    match term:
        case Constant(value):
            return Ratio({None: value} if value else {}, ONE)
        case Level():
            return Ratio({term: 1.0}, ONE)
        case Sum(a, b) | Difference(a, b):
            left, right = ratio(a), ratio(b)
            if left is None or right is None:
                return None
            sign = 1.0 if isinstance(term, Sum) else -1.0
            if left.denominator == right.denominator:
                return Ratio(_combine(left.numerator, right.numerator, sign), left.denominator)
            if (c := _constant(right.numerator)) is not None and right.denominator == ONE:
                shift = _scale(left.denominator, sign * c)
                return Ratio(_combine(left.numerator, shift, 1.0), left.denominator)
            if (c := _constant(left.numerator)) is not None and left.denominator == ONE:
                return Ratio(
                    _combine(_scale(right.denominator, c), right.numerator, sign),
                    right.denominator,
                )
            return None
        case Product(a, b) | Quotient(a, b):
            left, right = ratio(a), ratio(b)
            if left is None or right is None:
                return None
            if isinstance(term, Quotient):
                right = Ratio(right.denominator, right.numerator)
            if (c := _constant(right.numerator)) is not None and right.denominator == ONE:
                return Ratio(_scale(left.numerator, c), left.denominator)
            if (d := _constant(right.denominator)) is not None and d and right.numerator == ONE:
                return Ratio(_scale(left.numerator, 1 / d), left.denominator)
            if (c := _constant(left.numerator)) is not None and left.denominator == ONE:
                return Ratio(_scale(right.numerator, c), right.denominator)
            if left.denominator == ONE and right.numerator == ONE:
                return Ratio(left.numerator, right.denominator)
            if left.denominator == right.numerator:
                return Ratio(left.numerator, right.denominator)
            if left.numerator == right.denominator:
                return Ratio(right.numerator, left.denominator)
            return None
        case Power() | Rank():
            return None


def rows(
    term: Term,
    bounds: Interval,
    known: Callable[[Level], Interval],
    form: Ratio | None = None,
) -> list[Row]:
    """Rows that hold whenever the term lies in `bounds` and each level where `known` says.

    An empty list says that nothing linear follows. Denominators must be known to be positive.
    `form` is the term's `ratio`, where it has been found already.
    """
    form = form or ratio(term)
    if form is not None:
        return _ratio_rows(form, bounds, known)
    match term:
        case Sum(a, b):
            return rows(a, bounds - interval(b, known), known) + rows(
                b, bounds - interval(a, known), known
            )
        case Difference(a, b):
            return rows(a, bounds + interval(b, known), known) + rows(
                b, interval(a, known) - bounds, known
            )
        case Product(a, b):
            return rows(a, bounds / interval(b, known), known) + rows(
                b, bounds / interval(a, known), known
            )
        case Quotient(a, b):
            return rows(a, bounds * interval(b, known), known) + rows(
                b, interval(a, known) / bounds, known
            )
        case Power(base, exponent) if interval(base, known).lower >= 0 and exponent:
            positive = bounds.meet(Interval(0.0, INF))
            return rows(base, positive.power(1 / exponent), known) if not positive.empty else []
        case Rank(own, others) if bounds == point(1.0):
            return [
                row
                for other in others
                for row in rows(Difference(own, other), Interval(0.0, INF), known)
            ]
        case _:
            return []


def _ratio_rows(form: Ratio, bounds: Interval, known: Callable[[Level], Interval]) -> list[Row]:
    numerator, denominator = form
    if denominator != ONE:
        total = point(denominator.get(None, 0.0))
        for level, coefficient in denominator.items():
            if level is not None:
                total = total + known(level) * point(coefficient)
        if total.upper < TINY < -total.lower:
            numerator, denominator = _scale(numerator, -1), _scale(denominator, -1)
        elif total.lower < -TINY:
            return []
    out = []
    sides = (
        [(bounds.lower, bounds.upper)]
        if denominator == ONE or bounds.lower == bounds.upper
        else [(bounds.lower, None), (None, bounds.upper)]
    )
    for lower, upper in sides:
        at = lower if lower is not None else upper
        assert at is not None
        if denominator == ONE:
            moved, lo, hi = dict(numerator), bounds.lower, bounds.upper
        else:
            if abs(at) == INF:
                continue
            moved = _combine(numerator, denominator, -at)
            lo = 0.0 if lower is not None else -INF
            hi = 0.0 if upper is not None else INF
        shift = moved.pop(None, 0.0)
        if moved and not (lo == -INF and hi == INF):
            out.append(Row(moved, lo - shift, hi - shift))
    return out
