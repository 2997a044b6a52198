"""Interval propagation over rows, outward-safe, with a trail that explains every bound.

Bound tightening on linear rows (Davis 1987; in data editing, Pannekoek and de Waal's implied
bounds). On systems without cycles it is exact; elsewhere linear programming finishes the work.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence

from bluebook.comb.system.statement import Row

INF = math.inf
SLIP = 4e-16  # relative rounding of one operation, twice over
ENOUGH = 1e-6  # a bound moves only if that part of the width is gained
ROUNDS = 60
FAR = 1e15  # a bound so many times beyond every number of the rows runs away round a cycle


class Box:
    """Bounds of columns. `support(column)` names the rows behind them.

    `conflict` is None, or the numbers of rows that together leave a column no value.
    """

    def __init__(self, lower: Iterable[float], upper: Iterable[float]) -> None:
        self.lower = list(lower)
        self.upper = list(upper)
        self.conflict: frozenset[int] | None = None
        self.far = INF  # no column can be as far from zero
        self._trail: list[tuple[int, tuple[int, ...]]] = []  # row, steps it rested on
        self._low = [-1] * len(self.lower)
        self._high = [-1] * len(self.upper)

    def copy(self) -> Box:
        """A box that can be tightened further without touching this one."""
        other = Box(self.lower, self.upper)
        other.conflict, other.far = self.conflict, self.far
        other._trail = list(self._trail)
        other._low, other._high = list(self._low), list(self._high)
        return other

    def support(self, column: int) -> frozenset[int]:
        """Rows that the bounds of a column rest on."""
        return self._behind((self._low[column], self._high[column]))

    def below(self, column: int) -> frozenset[int]:
        """Rows that the lower bound of a column rests on."""
        return self._behind((self._low[column],))

    def above(self, column: int) -> frozenset[int]:
        """Rows that the upper bound of a column rests on."""
        return self._behind((self._high[column],))

    def _behind(self, steps: Iterable[int]) -> frozenset[int]:
        rows: set[int] = set()
        seen: set[int] = set()
        todo = [s for s in steps if s >= 0]
        while todo:
            step = todo.pop()
            if step not in seen:
                seen.add(step)
                row, rest = self._trail[step]
                rows.add(row)
                todo += [s for s in rest if s >= 0]
        return frozenset(rows)

    def _step(self, row: int, rest: Iterable[int]) -> int:
        self._trail.append((row, tuple(rest)))
        return len(self._trail) - 1

    def tighten(self, number: int, row: Row) -> list[int]:
        """Apply one row; the columns whose bounds moved."""
        columns, coefficients, below, above = row
        if len(columns) == 1:
            low, high = _divide(below, above, coefficients[0])
            return [columns[0]] if self._set(low, high, number, row, 0) else []
        lower, upper = self.lower, self.upper
        parts = []
        low_sum = high_sum = sizes = 0.0
        low_inf = high_inf = 0
        for j, c in zip(columns, coefficients, strict=True):
            a, b = lower[j] * c, upper[j] * c
            if c < 0:
                a, b = b, a
            parts.append((a, b))
            if a == -INF:
                low_inf += 1
            else:
                low_sum += a
                sizes += abs(a)
            if b == INF:
                high_inf += 1
                if high_inf > 1 and low_inf > 1:
                    return []
            else:
                high_sum += b
                sizes += abs(b)
        if low_inf > 1 and high_inf > 1:
            return []
        slip = (sizes + _finite(abs(below)) + _finite(abs(above))) * SLIP * (len(columns) + 1)
        moved = []
        for k, (a, b) in enumerate(parts):
            rest_low = low_sum if a == -INF else low_sum - a
            rest_high = high_sum if b == INF else high_sum - b
            least = below - rest_high - slip if high_inf == (b == INF) else -INF
            most = above - rest_low + slip if low_inf == (a == -INF) else INF
            if least <= a and most >= b:
                continue
            low, high = _divide(least, most, coefficients[k])
            j = columns[k]
            if (low > lower[j] or high < upper[j]) and self._set(low, high, number, row, k):
                moved.append(j)
                if self.conflict is not None:
                    break
        return moved

    def _rest(self, row: Row, k: int, upper: bool) -> list[int]:
        """Steps behind the other columns' bounds that a new bound of column k rests on."""
        mine = row.coefficients[k] > 0
        return [
            self._high[j] if ((c > 0) == mine) != upper else self._low[j]
            for i, (j, c) in enumerate(zip(row.columns, row.coefficients, strict=True))
            if i != k
        ]

    def _set(self, low: float, high: float, number: int, row: Row, k: int) -> bool:
        j = row.columns[k]
        moved = False
        if low > self.upper[j] or high < self.lower[j]:
            upper = high < self.lower[j]
            mine = self._step(number, self._rest(row, k, upper))
            self.conflict = self._behind((mine, self._low[j] if upper else self._high[j]))
            return True
        if low > high:  # the row alone cannot be
            self.conflict = frozenset([number])
            return True
        if _gain(low, self.lower[j], self.upper[j]):
            self._low[j] = self._step(number, self._rest(row, k, False))
            self.lower[j], moved = low, True
            if low > self.far:
                self.conflict = self.below(j)
        if _gain(-high, -self.upper[j], -self.lower[j]):
            self._high[j] = self._step(number, self._rest(row, k, True))
            self.upper[j], moved = high, True
            if high < -self.far:
                self.conflict = self.above(j)
        return moved


def _divide(least: float, most: float, c: float) -> tuple[float, float]:
    """The interval [least, most] / c, one step outward."""
    if c < 0:
        least, most = most, least
    if c not in (1.0, -1.0):
        return math.nextafter(least / c, -INF), math.nextafter(most / c, INF)
    return least * c, most * c


def _finite(x: float) -> float:
    return 0.0 if abs(x) == INF else x


def _gain(new: float, old: float, other: float) -> bool:
    """Is a new lower bound worth having? (`other` is the upper one.)"""
    if new <= old:
        return False
    if old == -INF:
        return True
    width = other - old
    return new - old > (ENOUGH * width if width != INF else 1e-3 * abs(old) + 1e-12)


Touching = list[list[int]]


def touch(
    count: int, rows: Sequence[Row], first: int = 0, before: Touching | None = None
) -> Touching:
    """For each column the rows over it and others; `before` has those before `first`."""
    more: dict[int, list[int]] = {}
    for number in range(first, len(rows)):
        columns = rows[number].columns
        if len(columns) > 1:
            for j in columns:
                more.setdefault(j, []).append(number)
    found: Touching = [[] for _ in range(count)] if before is None else list(before)
    for j, numbers in more.items():
        found[j] = found[j] + numbers
    return found


def propagate(
    box: Box,
    rows: Sequence[Row],
    first: int = 0,
    touching: Touching | None = None,
    conflicts: list[frozenset[int]] | None = None,
) -> Box:
    """Tighten the box by the rows until nothing much moves or a conflict shows.

    The box is known to satisfy the rows before `first`: only the later ones are new. Where
    `conflicts` is given, each conflict is added to it, its row is left out, and the work goes on.
    """
    touching = touching if touching is not None else touch(len(box.lower), rows)
    queue = deque(sorted(range(first, len(rows)), key=lambda n: len(rows[n].columns)))
    waiting = set(queue)
    dead: set[int] = set()
    left = ROUNDS * len(rows) + 100
    box.far = _far(box, rows, first)
    while queue and left:
        left -= 1
        number = queue.popleft()
        if number in dead:
            continue
        waiting.discard(number)
        for j in box.tighten(number, rows[number]):
            for other in touching[j]:
                if other not in waiting and other != number:
                    waiting.add(other)
                    queue.append(other)
        if box.conflict is not None:
            if conflicts is None:
                break
            conflicts.append(box.conflict)
            box.conflict = None
            dead.add(number)
    return box


def _far(box: Box, rows: Sequence[Row], first: int) -> float:
    """A distance from zero that no column reaches, by the numbers of the rows and the box."""
    known = box.far if first and box.far < INF else 0.0  # by the rows before
    ends = [abs(end) for row in rows[first if known else 0 :] for end in (row.lower, row.upper)]
    if not known:
        ends += [abs(end) for side in (box.lower, box.upper) for end in side]
    return max(known, FAR * max((end for end in ends if end != INF), default=0.0)) or INF
