"""Statements: what claims and rules say of levels, as linear rows with a ladder of readings.

A claim is first read as printed. If that cannot be, it may have been rounded carelessly (cut off
instead of rounded: one whole unit of the last digit); if that cannot be either, it is wrong. Each
step down costs; the least-cost set of steps that lets everything hold together is the
explanation of a disagreement.
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

    kind: str  # "" as printed | rounding | revision
    cost: float
    interval: Interval
    rows: tuple[Row, ...]


class Statement(NamedTuple):
    """What some claims (or a rule, where `claims` is empty) say of an expression.

    `value` is the printed one. `rows` of a bent statement depend on what is known of its levels
    (see `language.linear.rows`) and are made when that is known; `level` maps its levels to
    columns.
    """

    expression: str
    territory: str
    period: str
    claims: tuple[str, ...]
    rule: str
    value: float
    term: Term
    level: tuple[tuple[Level, int], ...]
    readings: tuple[Reading, ...]
    bent: bool = False

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(number for _, number in self.level))

    @property
    def cost(self) -> float:
        """The cost of setting it aside altogether."""
        return sum(reading.cost for reading in self.readings)

    @property
    def said(self) -> Interval:
        """The interval as printed."""
        return self.readings[0].interval


class Component(NamedTuple):
    """Columns that hang together, with all statements about them. Numbers are local."""

    columns: tuple[Column, ...]
    floors: tuple[float, ...]  # 0, or -inf for a signed indicator
    statements: tuple[Statement, ...]
