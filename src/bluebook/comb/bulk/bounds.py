"""The rows of many claims as arrays: propagated together, and looked at around one column.

Rows of the same number of columns are one block, whoever said them. Bounds are tightened over
whole blocks, rounded outward; where a column is left without a value the claims near it are
looked up, nearest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from bluebook.comb.system.arrays import INF, Floats, Ints, Mask
from bluebook.comb.system.blocks import TIME, Block, revised

SWEEPS = 40
GAIN = 1e-4  # a bound moves on if that part of the width was gained
EMPTY = 1e-12  # bounds that cross by less, of their size, have met
ROUNDING = 1.2e-16  # of one operation


class System:
    """Rows of rules and of claims over numbered columns; claims that are out do not count."""

    def __init__(
        self, rules: Iterable[Block], claims: Iterable[Block], floors: Floats, count: int
    ) -> None:
        self.rules, self.claims = merged(rules), merged(claims)
        self.floors = floors
        self.out = np.zeros(count + 2, dtype=bool)  # the last two stand for rules and time
        self.relaxed = np.zeros(len(floors), dtype=bool)  # wholes that their parts may miss
        self._near: Near | None = None

    @property
    def near(self) -> Near:
        if self._near is None:
            self._near = Near([*self.rules, *self.claims], len(self.floors))
        return self._near

    def replace(self, claims: Ints, blocks: Iterable[Block]) -> None:
        """Other rows for some claims."""
        kept = [block.where(~np.isin(block.claim, claims)) for block in self.claims]
        self.claims = merged([*kept, *blocks])
        self._near = None

    def relax(self, columns: Ints) -> bool:
        """Let sums over time that touch two of these columns differ as revisions make them; were
        there any?"""
        wanted = np.zeros(len(self.floors), dtype=bool)
        wanted[columns] = True
        rules: list[Block] = []
        found = False
        for block in self.rules:
            hit = (block.claim == TIME) & (block.low == block.high)
            hit &= wanted[block.columns].sum(axis=1) > 1
            rules.append(block.where(~hit))
            if hit.any():
                found = True
                self.relaxed[block.columns[hit, 0]] = True
                rules += revised(block.where(hit))
        self.rules = merged(rules)
        self._near = None
        return found

    def live(self) -> list[Block]:
        """The rows that count: those of rules, then those of claims."""
        return [*self.rules, *(block.where(~self.out[block.claim]) for block in self.claims)]

    def _muted(self, block: Block) -> Block:
        """The rows of a block, those that do not count without ends: quicker than a copy."""
        out = self.out[block.claim]
        low, high = np.where(out, -INF, block.low), np.where(out, INF, block.high)
        return block._replace(low=low, high=high)

    def propagate(self) -> tuple[Floats, Floats, Ints]:
        """Bounds, and the columns left without a value (the first that show)."""
        lower, upper = self.floors.copy(), np.full(len(self.floors), INF)
        moved = np.ones(len(lower), dtype=bool)
        blocks = [*self.rules, *map(self._muted, self.claims)]
        for sweep in range(SWEEPS):
            low, high = lower.copy(), upper.copy()
            for block in blocks:
                if not sweep and block.columns.shape[1] > 1:
                    continue  # what is said of one column comes first: sums need bounds
                live = across(np.logical_or, moved[block.columns])
                if live.any():
                    tighten(block if live.all() else block.where(live), (lower, upper), (low, high))
            finite = np.where(np.isinf(high), 0.0, np.abs(high))
            slip = EMPTY * np.maximum(np.where(np.isinf(low), 0.0, np.abs(low)), finite)
            empty = np.flatnonzero(low > high + slip)
            if len(empty):
                return lower, upper, empty
            crossed = low > high
            low[crossed], high[crossed] = high[crossed], low[crossed]
            moved = _moved(lower, upper, low, high) if sweep else moved
            lower, upper = low, high
            if not moved.any():
                break
        return lower, upper, np.zeros(0, dtype=np.int64)


def merged(blocks: Iterable[Block]) -> list[Block]:
    """One block for each number of columns."""
    by_width: dict[int, list[Block]] = {}
    for block in blocks:
        if len(block.claim):
            by_width.setdefault(block.columns.shape[1], []).append(block)
    return [
        Block(*(np.concatenate(part) for part in zip(*same, strict=True)))
        for _, same in sorted(by_width.items())
    ]


def _moved(lower: Floats, upper: Floats, low: Floats, high: Floats) -> Mask:
    """Which columns moved by so much that their rows are worth another look."""
    with np.errstate(invalid="ignore"):
        gain = np.maximum(low - lower, upper - high)
        width = high - low
        size = np.where(np.isfinite(width), width, np.abs(np.where(np.isinf(low), high, low)))
        found: Mask = (gain > GAIN * size) & ~np.isnan(gain)
    return found


def tighten(block: Block, now: tuple[Floats, Floats], then: tuple[Floats, Floats]) -> None:
    """One step of propagation over a block: bounds now, and those then."""
    if block.columns.shape[1] == 1:
        (low, high), column = then, block.columns[:, 0]
        least, most = _single(block)
        np.maximum.at(low, column, least)
        np.minimum.at(high, column, most)
        return
    for sign, end in ((1.0, block.low), (-1.0, -block.high)):
        sure = np.isfinite(end)
        if sure.all():
            _push(block.columns, sign * block.weight, end, now, then)
        elif sure.any():
            _push(block.columns[sure], sign * block.weight[sure], end[sure], now, then)


def _push(
    columns: Ints,
    weight: Floats,
    least: Floats,
    now: tuple[Floats, Floats],
    then: tuple[Floats, Floats],
) -> None:
    """What each column must be at least (where its weight is below zero: at most) so that the sum
    of weight * column is at least so much."""
    up, none = weight > 0, weight == 0
    below, above = now[0][columns], now[1][columns]
    with np.errstate(invalid="ignore"):
        most = weight * np.where(up, above, below)
    if none.any():
        most[none] = 0.0
    unknown = np.isposinf(most)
    most[unknown] = 0.0
    size = across(np.add, np.abs(most)) + np.abs(least)
    slip = ROUNDING * (columns.shape[1] + 4) * size
    room = (least - slip - across(np.add, most))[:, None] + most
    if unknown.any():
        room[across(np.add, unknown.astype(np.int64))[:, None] - unknown > 0] = -INF
    with np.errstate(divide="ignore", invalid="ignore"):
        new = room / weight
        higher, lower = up & (new > below), ~up & ~none & (new < above)
    np.maximum.at(then[0], columns[higher], np.nextafter(new[higher], -INF))
    np.minimum.at(then[1], columns[lower], np.nextafter(new[lower], INF))


def across(what: np.ufunc, table: Any) -> Any:
    """A sum (or any, or all) over the columns of a table of many rows and few columns."""
    first, *rest = table.T
    found = first.copy()
    for column in rest:
        what(found, column, out=found)
    return found


def _single(block: Block) -> tuple[Floats, Floats]:
    """What rows over one column leave it; rows over several leave it open."""
    count = len(block.claim)
    if block.columns.shape[1] != 1:
        return np.full(count, -INF), np.full(count, INF)
    weight = block.weight[:, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        one, two = block.low / weight, block.high / weight
    low, high = np.where(weight > 0, one, two), np.where(weight > 0, two, one)
    return np.where(weight == 0, -INF, low), np.where(weight == 0, INF, high)


class Near:
    """Which rows touch a column, and which columns and claim a row has."""

    none: Ints = np.zeros(0, dtype=np.int64)

    def __init__(self, blocks: Sequence[Block], count: int) -> None:
        column = np.concatenate([block.columns.ravel() for block in blocks])
        width = np.concatenate(
            [np.full(len(block.claim), block.columns.shape[1]) for block in blocks]
        )
        row = np.repeat(np.arange(len(width)), width)
        order = np.argsort(column, kind="stable")
        self.row = row[order]
        self.start = np.searchsorted(column[order], np.arange(count + 1))
        self.column = column
        self.first = np.concatenate([[0], np.cumsum(width)])
        self.claim = np.concatenate([block.claim for block in blocks])
        ends = [_single(block) for block in blocks]
        self.low = np.concatenate([low for low, _ in ends])
        self.high = np.concatenate([high for _, high in ends])

    def degree(self, columns: Ints) -> int:
        """How many rows touch the columns."""
        return int((self.start[columns + 1] - self.start[columns]).sum())

    def tightest(self, rows: Ints, most: int) -> Ints:
        """Of more rows than that, first those that leave a column least above and least below:
        of a hundred thousand prints of one figure, the ones that contradict one another."""
        if len(rows) <= most:
            return rows
        below, above = np.argsort(-self.low[rows]), np.argsort(self.high[rows])
        first = np.concatenate([below[: most // 4], above[: most // 4], np.arange(len(rows))])
        _, place = np.unique(first, return_index=True)
        chosen: Ints = rows[first[np.sort(place)]]
        return chosen

    def rows(self, columns: Ints) -> Ints:
        """The rows that touch some of the columns."""
        return np.unique(self.row[spans(self.start[columns], self.start[columns + 1])])

    def columns(self, rows: Ints) -> Ints:
        """The columns that some of the rows touch."""
        return np.unique(self.column[spans(self.first[rows], self.first[rows + 1])])

    def inside(self, rows: Ints, columns: Ints) -> Ints:
        """Those of the rows that touch none but the columns."""
        entry = spans(self.first[rows], self.first[rows + 1])
        owner = np.repeat(np.arange(len(rows)), self.first[rows + 1] - self.first[rows])
        out = np.bincount(owner, ~np.isin(self.column[entry], columns), len(rows))
        found: Ints = rows[out == 0]
        return found

    def around(self, seeds: Ints, out: Mask, radius: int, most: int) -> tuple[Ints, Ints]:
        """Columns at most `radius` rows away, and the claims about them and nothing else, the
        nearest first: what is said of columns farther out tells nothing of these."""
        columns = seeds
        found = [self.none]
        for k in range(radius + 1):
            rows = self.rows(columns)
            rows = rows[~out[self.claim[rows]]]
            last = k == radius
            if last and radius:
                rows = self.inside(rows, columns)
            rows = self.tightest(rows, most)
            found.append(self.claim[rows])
            if last or not len(rows) or len(np.unique(np.concatenate(found))) >= most:
                break
            columns = self.columns(rows)
        claims = np.concatenate(found)
        claims = claims[claims >= 0]
        _, first = np.unique(claims, return_index=True)
        return columns, claims[np.sort(first)][:most]


def spans(begin: Ints, end: Ints) -> Ints:
    """The numbers from each begin up to its end, one after another.

    >>> spans(np.array([3, 7]), np.array([5, 8])).tolist()
    [3, 4, 7]
    """
    length = end - begin
    shift = begin - np.concatenate([[0], np.cumsum(length)[:-1]])[: len(begin)]
    found: Ints = np.repeat(shift, length) + np.arange(length.sum())
    return found
