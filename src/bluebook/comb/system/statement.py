"""Statements: what claims and rules say of levels, as linear rows, strictly and generously.

As printed, a claim says ± half a unit of its last digit. Errors are looked for among generous
readings: figures may have been cut off instead of rounded (one whole unit), months may have been
revised since the year to date was printed. What is consistent generously but not as printed is
rounding, never an error. A growth rate may also have been taken on a restated base, which costs
less than an error. Each reading given up costs; the least-cost set that lets everything else
hold is the explanation of a disagreement.
"""

from __future__ import annotations

from typing import NamedTuple

from bluebook.language.arithmetic import Column, Level, Term
from bluebook.model.interval import Interval

HARD = 1e4  # what always holds is given up only where nothing else would do


class Row(NamedTuple):
    """lower <= sum of coefficient * column <= upper; columns by number."""

    columns: tuple[int, ...]
    coefficients: tuple[float, ...]
    lower: float
    upper: float


class Reading(NamedTuple):
    """One way to take a statement; `cost` is that of giving it up for the next (or for none)."""

    cost: float
    interval: Interval
    rows: tuple[Row, ...]


class Statement(NamedTuple):
    """What some claims (or a rule, where `claims` is empty) say of an expression.

    `value` is the printed one, `printed` the interval as printed and `strict` its rows;
    `readings` are the generous ones. The rows of a bent statement depend on what is known of its
    levels (see `language.linear.rows`) and are made when that is known; `level` maps its levels
    to columns.
    """

    expression: str
    territory: str
    period: str
    claims: tuple[str, ...]
    rule: str
    value: float
    term: Term
    level: tuple[tuple[Level, int], ...]
    printed: Interval
    strict: tuple[Row, ...]
    readings: tuple[Reading, ...]
    bent: bool = False

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(number for _, number in self.level))

    @property
    def cost(self) -> float:
        """The cost of setting it aside altogether."""
        return sum(reading.cost for reading in self.readings)

    def movable(self, depth: int) -> bool:
        """May this many readings and one more be given up, other than as a last resort?"""
        return sum(reading.cost for reading in self.readings[: depth + 1]) < HARD


class Component(NamedTuple):
    """Columns that hang together, with all statements about them. Numbers are local."""

    columns: tuple[Column, ...]
    floors: tuple[float, ...]  # 0, or -inf for a signed indicator
    statements: tuple[Statement, ...]
