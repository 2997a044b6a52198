"""Units: a scale and a dimension. Counts of different things are different dimensions.

Values are kept in base units (CNY, subscribers, GB, stations …); percent and points stay as
printed, so the unit `percent` has scale 1 and the dimension "%".
"""

from __future__ import annotations

import re

import msgspec

from bluebook.errors import BluebookError

Dimension = tuple[tuple[str, int], ...]

NUMBER: Dimension = ()
PERCENT: Dimension = (("%", 1),)
POINTS: Dimension = (("pp", 1),)


class Unit(msgspec.Struct, frozen=True):
    """A unit of the catalogue.

    `terms` are the words that printed figures use for it, by language, each with the number
    of base units it stands for: {"zh": {"户": 1}, "en": {"subscribers": 1}}.
    """

    code: str
    dimension: Dimension
    name: dict[str, str]
    terms: dict[str, dict[str, float]] = {}
    counted: bool = False  # whole things: levels are integers


def multiply(a: Dimension, b: Dimension, sign: int = 1) -> Dimension:
    """The dimension of a product (sign 1) or quotient (sign -1)."""
    powers = dict(a)
    for base, power in b:
        powers[base] = powers.get(base, 0) + sign * power
    return tuple(sorted((base, power) for base, power in powers.items() if power))


def same(a: Dimension, b: Dimension, what: str) -> Dimension:
    """`a`, if the two agree; otherwise an error that names both.

    >>> same((("CNY", 1),), (("GB", 1),), "a sum")
    Traceback (most recent call last):
    bluebook.errors.BluebookError: a sum joins CNY and GB
      remedy: use figures of one unit, or divide one by the other
    """
    if a != b:
        raise BluebookError(
            f"{what} joins {describe(a)} and {describe(b)}",
            "use figures of one unit, or divide one by the other",
        )
    return a


def describe(dimension: Dimension) -> str:
    """A dimension in words: `CNY`, `GB/subscribers`, `a plain number`."""
    up = [b if p == 1 else f"{b}^{p}" for b, p in dimension if p > 0]
    down = [b if p == -1 else f"{b}^{-p}" for b, p in dimension if p < 0]
    if not up and not down:
        return "a plain number"
    return "·".join(up or ["1"]) + ("/" + "·".join(down) if down else "")


_TOKEN = re.compile(r"([A-Za-z%]+)(?:\^(\d+))?")


def parse_dimension(text: str) -> Dimension:
    """Read `CNY`, `GB/subscribers`, `%` or `1` as a dimension."""
    up, _, down = text.partition("/")
    result: Dimension = ()
    for part, sign in ((up, 1), (down, -1)):
        for factor in filter(None, part.split("*")):
            if factor == "1":
                continue
            match = _TOKEN.fullmatch(factor.replace("_", ""))
            if not match:
                raise BluebookError(f"{text!r} is not a dimension", "write CNY or GB/subscribers")
            result = multiply(result, ((match[1], int(match[2] or 1)),), sign)
    return result
