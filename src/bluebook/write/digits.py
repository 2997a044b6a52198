"""How many digits a number deserves, and its digits as a reader of the language expects them.

A `place` is the power of ten of the last printed digit: -1 for tenths, 8 for 亿.
"""

from __future__ import annotations

import math
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

EXACT = -12
MINUS = "\u2212"
_GROUP_FROM = {"zh": 5, "en": 4}


def supported(lower: float, upper: float) -> int:
    """The finest place whose digit is off by one at most wherever in the interval the truth is.

    >>> supported(36987.5, 36988.5), supported(13563e8, 13565e8)
    (0, 8)
    """
    half = (upper - lower) / 2
    if not half > 0:
        return EXACT
    return EXACT if half < 10.0**EXACT else math.ceil(math.log10(half) - 1e-6)


def stated(half_width: float) -> int:
    """The place of the last digit a source printed, from half a unit of it.

    >>> stated(0.05), stated(0.005e12)
    (-1, 10)
    """
    if half_width < 10.0**EXACT:
        return EXACT
    place = math.log10(2 * half_width)
    return round(place) if abs(place - round(place)) < 1e-6 else math.ceil(place)


def leading(value: float) -> int:
    """The place of the first digit; 0 for zero.

    >>> leading(1594), leading(0.03)
    (3, -2)
    """
    return math.floor(math.log10(abs(value)) + 1e-12) if value else 0


def rounded(value: float, place: int, outward: str = "") -> Decimal:
    """`value` rounded at a place, half away from zero.

    `outward` "down" or "up" rounds that way, for a bound that must not say more than it knows;
    binary noise in the tenth digit does not count.
    """
    way = {"down": ROUND_FLOOR, "up": ROUND_CEILING}.get(outward, ROUND_HALF_UP)
    exact = Decimal(f"{value:.10g}") if outward else Decimal(repr(float(value)))
    return (exact / Decimal(1).scaleb(place)).to_integral_value(way).scaleb(place)


def written(number: Decimal, decimals: int, language: str, *, fixed: bool = False) -> str:
    """The digits with grouped thousands.

    Chinese drops zeros after the point (增长8%), English keeps them as a sign of precision
    (8.0%); in a column of a table (`fixed`) both keep them.
    """
    decimals = max(decimals, 0)
    text = f"{abs(number):.{decimals}f}"
    whole, _, part = text.partition(".")
    if language == "zh" and not fixed:
        part = part.rstrip("0")
    if len(whole) >= _GROUP_FROM[language]:
        whole = f"{int(whole):,}"
    negative = number < 0 and (whole.strip("0,") or part.strip("0"))
    return (MINUS if negative else "") + whole + (f".{part}" if part else "")
