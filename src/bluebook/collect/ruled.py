"""Tables drawn with lines: which cell of the grid a piece of text stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

NEAR = 2.0  # points: lines that close meet
THIN = 3.5  # points: no line is drawn thicker, its ends and joins included
MAX_RULES = 1_500
MAX_LINES = 400  # of a table


class Rule(NamedTuple):
    """A thin line along an axis: `at` its y (or x, where it is upright), from `low` to `high`."""

    at: float
    low: float
    high: float


class Rules(NamedTuple):
    """The lines of a page, each kind in the order of its place."""

    flat: list[Rule]
    upright: list[Rule]

    @staticmethod
    def of(boxes: Sequence[tuple[float, float, float, float]]) -> Rules:
        """Those of the boxes (left, top, right, bottom) that are thin lines."""
        flat = [Rule((t + b) / 2, x, y) for x, t, y, b in boxes if b - t < THIN < y - x]
        upright = [Rule((x + y) / 2, t, b) for x, t, y, b in boxes if y - x < THIN < b - t]
        if len(flat) > MAX_RULES or len(upright) > MAX_RULES:
            return Rules([], [])  # a drawing
        return Rules(sorted(flat), sorted(upright))

    def between(self, left: float, right: float, base: float) -> bool:
        """Does an upright line part two places on a base line?"""
        first = bisect_left(self.upright, (left - 1.0,))
        last = bisect_right(self.upright, (right + 1.0,))
        return any(r.low < base < r.high + NEAR for r in self.upright[first:last])


class Grid(NamedTuple):
    """A table's lines: `xs` and `ys` from the left and the top, `walls` the upright lines."""

    xs: list[float]
    ys: list[float]
    walls: list[Rule]
    floors: list[Rule]

    def row(self, y: float) -> int:
        """The row of a place, -1 outside."""
        n = bisect_right(self.ys, y) - 1
        return n if 0 <= n < len(self.ys) - 1 else -1

    def span(self, row: int, x: float) -> tuple[int, int]:
        """The columns of the cell of a row that a place lies in; (0, -1) outside."""
        n = bisect_right(self.xs, x) - 1
        if not 0 <= n < len(self.xs) - 1:
            return 0, -1
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        first, last = n, n
        while first > 0 and not self._wall(self.xs[first], middle):
            first -= 1
        while last < len(self.xs) - 2 and not self._wall(self.xs[last + 1], middle):
            last += 1
        return first, last

    def depth(self, row: int, column: int) -> tuple[int, int]:
        """The rows of the cell at a row and column."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        first = last = row
        while first > 0 and not self._floor(self.ys[first], middle):
            first -= 1
        while last < len(self.ys) - 2 and not self._floor(self.ys[last + 1], middle):
            last += 1
        return first, last

    def _wall(self, x: float, y: float) -> bool:
        return any(abs(r.at - x) < NEAR and r.low <= y <= r.high for r in self.walls)

    def _floor(self, y: float, x: float) -> bool:
        return any(abs(r.at - y) < NEAR and r.low <= x <= r.high for r in self.floors)


def grids(rules: Rules) -> list[Grid]:
    """The tables that lines draw: at least two upright lines that meet two flat ones."""
    parent = list(range(len(rules.flat) + len(rules.upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    offset = len(rules.flat)
    for j, wall in enumerate(rules.upright):
        first = bisect_left(rules.flat, (wall.low - NEAR,))
        for i in range(first, bisect_right(rules.flat, (wall.high + NEAR,))):
            floor = rules.flat[i]
            if floor.low - NEAR <= wall.at <= floor.high + NEAR:
                parent[root(i)] = root(offset + j)
    members: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate(rules.flat):
        members[root(i)][0].append(rule)
    for j, rule in enumerate(rules.upright):
        members[root(offset + j)][1].append(rule)
    found = []
    for flat, upright in members.values():
        if not flat or not upright:
            continue
        # The outermost upright lines are often left out: the flat ones tell where they are.
        xs = _apart([r.at for r in upright] + [min(r.low for r in flat), max(r.high for r in flat)])
        ys = _apart([r.at for r in flat])
        if 3 <= len(xs) <= MAX_LINES and 3 <= len(ys) <= MAX_LINES:
            found.append(Grid(xs, ys, upright, flat))
    return found


def _apart(places: list[float]) -> list[float]:
    """Places in order, those close together once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept
