"""Reconcile in bulk: one value for every column, nearest to what was printed.

What can still bind inside the bounds is balanced (`balance`): identities as rows, ratios and
inequalities as rows with a slack column of their own that may move freely inside its interval.
A level as printed is what is wished for, the more firmly the more precisely it is printed; a
column that nobody prints is wished at the middle of its bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.reconcile.balance import Balanced, Wanted, balance
from bluebook.comb.reconcile.factor import independent
from bluebook.comb.system.arrays import Floats, Ints, Mask, added
from bluebook.comb.system.blocks import Block

FIXED = 1e-14  # columns known this sharply, of their size, are constants
FREE = 10.0  # how much wider than its range a slack's spread is
SLIP = 1e-13
CLOSE = 0.2  # rows this near to being broken, in spreads, enter with those that are
HOLDS = 3e-7  # the residual, in spreads, up to which a row holds
UNIT = 2.0  # room for rounding to whole numbers
INSIDE = 1e-6  # how far values are kept inside their bounds, in parts of the width


Box = tuple[Floats, Floats]


class Wishes(NamedTuple):
    """For each column its wished value, how far it is wished to stay near it, and how much room
    it needs to become whole (0 where it need not)."""

    value: Floats
    spread: Floats
    unit: Floats


class Nearest(NamedTuple):
    """Values, and how the rows that had a say were balanced."""

    values: Floats
    balanced: Balanced
    rows: Rows

    @property
    def failed(self) -> Ints:
        """The rows of parts that cannot hold."""
        part, holds = self.balanced.part, self.balanced.holds
        return np.flatnonzero(np.isin(part, part[~holds]))


class Rows(NamedTuple):
    """Rows of different lengths: entries by row, the ends, and whose they are."""

    row: Ints
    column: Ints
    weight: Floats
    low: Floats
    high: Floats
    claim: Ints

    @property
    def used(self) -> Ints:
        """The columns of these rows."""
        return np.unique(self.column)

    def where(self, mask: Mask) -> Rows:
        """Some of the rows, numbered anew."""
        number = np.cumsum(mask) - 1
        entry = mask[self.row]
        return Rows(
            number[self.row[entry]], self.column[entry], self.weight[entry],
            self.low[mask], self.high[mask], self.claim[mask],
        )  # fmt: skip

    def at(self, values: Floats) -> tuple[Floats, Floats]:
        """What each row comes to, and the size of what it adds up."""
        terms = self.weight * values[self.column]
        count = len(self.low)
        return added(self.row, terms, count), added(self.row, np.abs(terms), count)


def wishes(blocks: Sequence[Block], value: Floats, half: Floats, box: Box, counted: Mask) -> Wishes:
    """What levels as printed wish for: their mean, weighted by precision."""
    lower, upper = box
    count = len(lower)
    total, weight = np.zeros(count), np.zeros(count)
    for block in blocks:
        if block.columns.shape[1] == 1 and len(block.claim):
            mine = block.claim >= 0
            two = mine & np.isfinite(block.low) & np.isfinite(block.high)
            column, claim, scale = block.columns[two, 0], block.claim[two], block.weight[two, 0]
            size = np.maximum(half[claim], 1e-9 * np.abs(value[claim]))
            firm = 1 / np.maximum(size / np.abs(scale), 1e-300) ** 2
            np.add.at(total, column, firm * (block.low[two] + block.high[two]) / 2 / scale)
            np.add.at(weight, column, firm)
    bounded = np.isfinite(lower) & np.isfinite(upper)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = np.where(bounded, (lower + upper) / 2, np.where(np.isfinite(lower), lower, upper))
        middle = np.where(np.isfinite(middle), middle, 0.0)
        room = np.where(bounded, (upper - lower) / 2, np.abs(middle))
        said = weight > 0
        wish = np.where(said, total / np.where(said, weight, 1.0), middle)
        spread = np.where(said, 1 / np.sqrt(np.where(said, weight, 1.0)), room)
    tiny = np.maximum(1e-12 * np.abs(wish), 1e-250)
    spread = np.where(spread > tiny, spread, np.where(bounded, tiny, np.maximum(np.abs(wish), 1.0)))
    return Wishes(np.clip(wish, lower, upper), spread, np.where(counted, UNIT, 0.0))


def binding(blocks: Sequence[Block], needless: Sequence[Mask], box: Box) -> Rows:
    """The rows over several columns that some point of the box breaks, but for needless ones."""
    row, column, weight, low, high, claim = [], [], [], [], [], []
    count = 0
    for block, mark in zip(blocks, needless, strict=True):
        if block.columns.shape[1] == 1:
            continue
        least, most, size = activity(block, *box)
        slip = 1e-15 * block.columns.shape[1] * np.where(np.isfinite(size), size, 0.0)
        hit = np.flatnonzero(((least + slip < block.low) | (most - slip > block.high)) & ~mark)
        width = block.columns.shape[1]
        row.append(np.repeat(np.arange(count, count + len(hit)), width))
        column.append(block.columns[hit].ravel())
        weight.append(block.weight[hit].ravel())
        low.append(block.low[hit])
        high.append(block.high[hit])
        claim.append(block.claim[hit])
        count += len(hit)
    if not row:
        none, no = np.zeros(0, dtype=np.int64), np.zeros(0)
        return Rows(none, none, no, no, no, none)
    return Rows(
        np.concatenate(row), np.concatenate(column), np.concatenate(weight),
        np.concatenate(low), np.concatenate(high), np.concatenate(claim),
    )  # fmt: skip


def activity(block: Block, lower: Floats, upper: Floats) -> tuple[Floats, Floats, Floats]:
    """The least and the most a row can be inside the box, and the size of its terms."""
    up, none = block.weight > 0, block.weight == 0
    with np.errstate(invalid="ignore"):
        a = block.weight * np.where(up, lower[block.columns], upper[block.columns])
        b = block.weight * np.where(up, upper[block.columns], lower[block.columns])
    a[none], b[none] = 0.0, 0.0
    size: Floats = np.maximum(np.abs(a), np.abs(b)).sum(axis=1)
    return a.sum(axis=1), b.sum(axis=1), size


def nearest(rows: Rows, wish: Wishes, box: Box) -> Nearest:
    """The values nearest to the wishes inside the box and all rows: a little inside, so that
    rounding leads nowhere out, but for parts that leave no such room."""
    found = _whole(rows, wish, box, INSIDE)
    if not len(found.failed):
        return found
    stuck = np.zeros(len(found.values), dtype=bool)
    stuck[found.rows.column[np.isin(found.rows.row, found.failed)]] = True
    some = rows.where(added(rows.row, stuck[rows.column], len(rows.low)) > 0)
    again = _whole(some, wish, box, 0.0)
    values = found.values.copy()
    values[some.used] = again.values[some.used]
    return again._replace(values=values)


def _whole(rows: Rows, wish: Wishes, box: Box, inside: float) -> Nearest:
    """All rows at once; inequalities, and identities that follow from others, enter once they are
    broken: most never are."""
    used = _broken(rows, wish, np.clip(wish.value, *box))
    firm = np.flatnonzero(rows.low == rows.high)
    used[firm] = _independent(rows, firm, wish, box)
    price = np.zeros(len(rows.low))
    for rough in chain([True], repeat(False)):
        found = _nearest(rows.where(used), wish, (box, inside), price[used], rough)
        price[used] = found.balanced.price
        if not rough and not (_broken(rows, wish, found.values) & ~used).any():
            break
        used |= _broken(rows, wish, found.values, CLOSE)
    return found


def _broken(rows: Rows, wish: Wishes, values: Floats, close: float = 0.0) -> Mask:
    """Which rows the values break by more than rounding, or would once they are whole, or come
    so close to breaking (in spreads)."""
    at, size = rows.at(values)
    count = len(rows.low)
    spread = np.sqrt(added(rows.row, (rows.weight * wish.spread[rows.column]) ** 2, count))
    out = np.maximum(rows.low - at, at - rows.high)
    room = added(rows.row, np.abs(rows.weight) * wish.unit[rows.column], count) + close * spread
    found: Mask = out + np.where(rows.low < rows.high, room, 0.0) > HOLDS * spread + SLIP * size
    return found


def _independent(rows: Rows, firm: Ints, wish: Wishes, box: Box) -> Mask:
    """Which of some rows do not follow from the others, where fixed columns are constants."""
    from scipy import sparse

    number = np.full(len(rows.low), -1)
    number[firm] = np.arange(len(firm))
    entry = (number[rows.row] >= 0) & ~_fixed(box)[rows.column]
    weight = rows.weight[entry] * wish.spread[rows.column[entry]]
    at = (number[rows.row[entry]], rows.column[entry])
    return independent(sparse.csr_array((weight, at), shape=(len(firm), len(box[0]))))


def _fixed(box: Box) -> Mask:
    """The columns that are known so sharply that they are constants."""
    found: Mask = box[1] - box[0] <= FIXED * np.maximum(np.abs(box[0]), np.abs(box[1]))
    return found


def _nearest(
    rows: Rows, wish: Wishes, within: tuple[Box, float], start: Floats, rough: bool
) -> Nearest:
    """These rows, all at once; `within` are the box, and how far inside it values are kept."""
    from scipy import sparse

    box, inside = within
    lower, upper = _narrowed(box, inside, wish.unit)
    values = np.clip(wish.value, lower, upper)
    count = len(rows.low)
    free = ~_fixed(box)[rows.column]
    shift = added(rows.row[~free], rows.weight[~free] * values[rows.column[~free]], count)
    low, high = rows.low - shift, rows.high - shift
    used, column = np.unique(rows.column[free], return_inverse=True)
    open_rows = np.flatnonzero(rows.low != rows.high)
    n, slack = len(used), len(open_rows)
    least, most, begin = _ranges(rows, free, (lower, upper, values))
    ends = (np.maximum(low, least)[open_rows], np.minimum(high, most)[open_rows])
    scale = _spans(ends, begin[open_rows])
    room = added(rows.row, np.abs(rows.weight) * wish.unit[rows.column], count)
    ends = _narrowed(ends, inside, room[open_rows])
    matrix: Any = sparse.csr_array(
        (
            np.concatenate([rows.weight[free], -np.ones(slack)]),
            (
                np.concatenate([rows.row[free], open_rows]),
                np.concatenate([column, np.arange(n, n + slack)]),
            ),
        ),
        shape=(count, n + slack),
    )
    wanted = Wanted(
        np.concatenate([values[used], np.clip(begin[open_rows], *ends)]),
        np.concatenate([wish.spread[used], FREE * scale]),
        np.concatenate([lower[used], ends[0]]),
        np.concatenate([upper[used], ends[1]]),
    )
    balanced = balance(matrix, np.where(rows.low == rows.high, low, 0.0), wanted, start, rough)
    values[used] = balanced.values[:n]
    return Nearest(values, balanced, rows)


def _narrowed(box: Box, inside: float, unit: Floats) -> Box:
    """Bounds moved in by a part of their distance, or so that whole numbers of this unit find
    room; crossed ones meet in the middle."""
    lower, upper = box
    with np.errstate(invalid="ignore"):
        width = upper - lower
        edge = np.maximum(inside * width, np.minimum(unit, width / 8)) if inside else 0.0 * unit
        edge = np.where(np.isfinite(width), edge, 0.0)
        crossed = lower > upper
        middle = (lower + upper) / 2
    return np.where(crossed, middle, lower + edge), np.where(crossed, middle, upper - edge)


def _ranges(
    rows: Rows, free: Mask, box: tuple[Floats, Floats, Floats]
) -> tuple[Floats, Floats, Floats]:
    """For each row the least, the most, and what it is at the wishes, over its free columns."""
    lower, upper, values = box
    weight, column, row = rows.weight[free], rows.column[free], rows.row[free]
    up, none = weight > 0, weight == 0
    with np.errstate(invalid="ignore"):
        a = np.where(none, 0.0, weight * np.where(up, lower[column], upper[column]))
        b = np.where(none, 0.0, weight * np.where(up, upper[column], lower[column]))
    count = len(rows.low)
    return (
        added(row, a, count), added(row, b, count),
        added(row, weight * values[column], count),
    )  # fmt: skip


def _spans(ends: tuple[Floats, Floats], begin: Floats) -> Floats:
    """A spread for what moves in intervals: their width, where it is known."""
    with np.errstate(invalid="ignore"):
        span = ends[1] - ends[0]
    size = np.maximum(np.abs(begin), 1e-250)
    return np.where(np.isfinite(span) & (span > 0), np.maximum(span, 1e-12 * size), size)
