"""Interval propagation over rows, outward-safe, with a trail that explains every bound.

Bound tightening on linear rows (Davis 1987; in data editing, Pannekoek and de Waal's implied
bounds). On systems without cycles it is exact; elsewhere linear programming finishes the work.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence

from bluebook.comb.statement import Row

INF = math.inf
SLIP = 4e-16  # relative rounding of one operation, twice over
ENOUGH = 1e-6  # a bound moves only if that part of the width is gained
ROUNDS = 60


class Box:
    """Bounds of columns. `support(column)` names the rows behind them.

    `conflict` is None, or the numbers of rows that together leave a column no value.
    """

    def __init__(self, lower: Iterable[float], upper: Iterable[float]) -> None:
        self.lower = list(lower)
        self.upper = list(upper)
        self.conflict: frozenset[int] | None = None
        self._trail: list[tuple[int, tuple[int, ...]]] = []  # row, steps it rested on
        self._low = [-1] * len(self.lower)
        self._high = [-1] * len(self.upper)

    def support(self, column: int) -> frozenset[int]:
        """Rows that the bounds of a column rest on."""
        return self._behind((self._low[column], self._high[column]))

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
        lows, highs, sizes = [], [], 0.0
        for j, c in zip(columns, coefficients, strict=True):
            a, b = (self.lower[j], self.upper[j]) if c > 0 else (self.upper[j], self.lower[j])
            lows.append(c * a if a else 0.0)
            highs.append(c * b if b else 0.0)
        for x in (*lows, *highs, below, above):
            if abs(x) != INF:
                sizes += abs(x)
        slip = sizes * SLIP * (len(columns) + 1)
        low_inf, high_inf = lows.count(-INF), highs.count(INF)
        low_sum = sum(x for x in lows if x != -INF)
        high_sum = sum(x for x in highs if x != INF)
        moved = []
        for k, j in enumerate(columns):
            c = coefficients[k]
            rest_low = -INF if low_inf - (lows[k] == -INF) else low_sum - _finite(lows[k])
            rest_high = INF if high_inf - (highs[k] == INF) else high_sum - _finite(highs[k])
            least, most = below - rest_high - slip, above - rest_low + slip
            if c < 0:
                least, most = most, least
            low = least / c if abs(least) != INF else -INF
            high = most / c if abs(most) != INF else INF
            low, high = math.nextafter(low, -INF), math.nextafter(high, INF)
            if self._set(j, low, high, number, columns, coefficients, k):
                moved.append(j)
            if self.conflict is not None:
                break
        return moved

    def _rest(
        self, columns: Sequence[int], coefficients: Sequence[float], k: int, upper: bool
    ) -> list[int]:
        """Steps behind the other columns' bounds that a new bound of column k rests on."""
        mine = coefficients[k] > 0
        steps = []
        for i, (j, c) in enumerate(zip(columns, coefficients, strict=True)):
            if i != k:
                steps.append(self._high[j] if ((c > 0) == mine) != upper else self._low[j])
        return steps

    def _set(
        self,
        j: int,
        low: float,
        high: float,
        number: int,
        columns: Sequence[int],
        coefficients: Sequence[float],
        k: int,
    ) -> bool:
        moved = False
        if low > self.upper[j] or high < self.lower[j]:
            upper = high < self.lower[j]
            mine = self._step(number, self._rest(columns, coefficients, k, upper))
            self.conflict = self._behind((mine, self._low[j] if upper else self._high[j]))
            return True
        if _gain(low, self.lower[j], self.upper[j]):
            self._low[j] = self._step(number, self._rest(columns, coefficients, k, False))
            self.lower[j], moved = low, True
        if _gain(-high, -self.upper[j], -self.lower[j]):
            self._high[j] = self._step(number, self._rest(columns, coefficients, k, True))
            self.upper[j], moved = high, True
        return moved


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


def propagate(box: Box, rows: Sequence[Row]) -> Box:
    """Tighten the box by the rows until nothing much moves or a conflict shows."""
    touching: list[list[int]] = [[] for _ in box.lower]
    for number, row in enumerate(rows):
        for j in row.columns:
            touching[j].append(number)
    order = sorted(range(len(rows)), key=lambda n: len(rows[n].columns))
    queue, waiting = deque(order), [True] * len(rows)
    left = ROUNDS * len(rows) + 100
    while queue and left:
        left -= 1
        number = queue.popleft()
        waiting[number] = False
        for j in box.tighten(number, rows[number]):
            for other in touching[j]:
                if not waiting[other] and (other != number):
                    waiting[other] = True
                    queue.append(other)
        if box.conflict is not None:
            break
    return box
