"""Closed intervals of real numbers, rounded outward: the truth is never outside.

Every result is widened by one unit in the last place, so that a true value inside the
operands is inside the result whatever the floating-point rounding did (IEEE 1788 calls this
containment; Moore, Kearfott and Cloud 2009, chapter 2).
"""

from __future__ import annotations

import math
from typing import NamedTuple

INF = math.inf


def _down(x: float) -> float:
    return -INF if math.isnan(x) else math.nextafter(x, -INF)


def _up(x: float) -> float:
    return INF if math.isnan(x) else math.nextafter(x, INF)


def _mul(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


class Interval(NamedTuple):
    """The numbers from `lower` to `upper`, both included; either end may be infinite.

    >>> Interval(1, 2) + Interval(10, 10)  # doctest: +ELLIPSIS
    Interval(lower=10.99..., upper=12.0...)
    >>> Interval.around(36988, 0.5).contains(36988.2)
    True
    """

    lower: float
    upper: float

    @staticmethod
    def around(value: float, half_width: float) -> Interval:
        """`value ± half_width`."""
        return Interval(_down(value - half_width), _up(value + half_width))

    @property
    def middle(self) -> float:
        if math.isinf(self.lower) or math.isinf(self.upper):
            finite = [e for e in self if not math.isinf(e)]
            return finite[0] if finite else math.nan
        return self.lower + (self.upper - self.lower) / 2

    @property
    def width(self) -> float:
        return self.upper - self.lower

    @property
    def empty(self) -> bool:
        return self.lower > self.upper

    def contains(self, x: float) -> bool:
        return self.lower <= x <= self.upper

    def meet(self, other: Interval) -> Interval:
        """The common part; `empty` where there is none."""
        return Interval(max(self.lower, other.lower), min(self.upper, other.upper))

    def __add__(self, other: Interval) -> Interval:  # type: ignore[override]
        return Interval(_down(self.lower + other.lower), _up(self.upper + other.upper))

    def __sub__(self, other: Interval) -> Interval:
        return Interval(_down(self.lower - other.upper), _up(self.upper - other.lower))

    def __neg__(self) -> Interval:
        return Interval(-self.upper, -self.lower)

    def __mul__(self, other: Interval) -> Interval:  # type: ignore[override]
        ends = [_mul(a, b) for a in self for b in other]
        return Interval(_down(min(ends)), _up(max(ends)))

    def __truediv__(self, other: Interval) -> Interval:
        if other.lower <= 0 <= other.upper:
            return Interval(-INF, INF)
        ends = [0.0 if math.isinf(b) else a / b for a in self for b in other]
        return Interval(_down(min(ends)), _up(max(ends)))

    def power(self, exponent: float) -> Interval:
        """For a base that is not negative; anything else is unknown."""
        if self.lower < 0 or (self.lower == 0 and exponent < 0):
            return Interval(-INF, INF)
        ends = [e**exponent for e in self]
        return Interval(_down(_down(min(ends))), _up(_up(max(ends))))


UNKNOWN = Interval(-INF, INF)


def point(x: float) -> Interval:
    """A number known exactly."""
    return Interval(x, x)
