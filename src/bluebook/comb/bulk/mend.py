"""The last step of a reconciliation: what the search for the nearest values left outside a claim.

The search ends when rows hold to a small part of how widely their columns may move. Where a claim
is much narrower than that (a share among coarse levels), its part of the system is solved again,
exactly: the values nearest to those found, by a linear program, a little inside every row.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from bluebook.comb.system.program import Frame, Program
from bluebook.comb.system.propagate import Box
from bluebook.comb.system.statement import Row

if TYPE_CHECKING:
    from bluebook.comb.bulk.nearest import Rows
    from bluebook.comb.system.arrays import Floats, Ints

LARGEST = 2_000  # columns of a part that is solved again
NOISE = 1e-13  # of the size of a row's terms: the rounding of their sum
INSIDE = 1e-6  # of a row's reach: well over what the solver lets pass


def mended(values: Floats, rows: Rows, box: tuple[Floats, Floats]) -> Floats:
    """The values, with the parts solved again in which a row is broken by more than rounding."""
    at, size = rows.at(values)
    broken = np.maximum(rows.low - at, at - rows.high) > NOISE * size
    if not broken.any():
        return values
    out = values.copy()
    for numbers in _parts(rows, np.flatnonzero(broken)):
        mine = rows.where(np.isin(np.arange(len(rows.low)), numbers))
        columns = mine.used
        if len(columns) <= LARGEST:
            found = _solved(mine, columns, out[columns], (box[0][columns], box[1][columns]))
            out[columns] = out[columns] if found is None else found
    return out


def _parts(rows: Rows, broken: Ints) -> Iterator[Ints]:
    """The rows of each part of the system that holds a broken row."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    count, width = len(rows.low), int(rows.column.max()) + 1
    ones = np.ones(len(rows.row))
    shape = (count + width, count + width)
    links = sparse.coo_array((ones, (rows.row, count + rows.column)), shape=shape)
    _, label = connected_components(links, directed=False)
    for part in np.unique(label[broken]):
        yield np.flatnonzero(label[:count] == part)


def _solved(rows: Rows, columns: Ints, values: Floats, box: tuple[Floats, Floats]) -> Floats | None:
    """The nearest values a little inside the rows; None where there are none."""
    lower, upper = box
    local = np.searchsorted(columns, rows.column)
    width = np.where(np.isfinite(upper - lower), upper - lower, np.abs(values))
    given: list[Row] = []
    for k in range(len(rows.low)):
        entry = rows.row == k
        weight, low, high = rows.weight[entry], float(rows.low[k]), float(rows.high[k])
        if low != high:
            inside = INSIDE * float(np.abs(weight) @ width[local[entry]])
            inside = min(inside, (high - low) / 8)
            low, high = low + inside, high - inside
        given.append(Row(tuple(local[entry].tolist()), tuple(weight.tolist()), low, high))
    given.sort()  # the order in which claims came decides nothing
    frame = Frame(Box(lower.tolist(), upper.tolist()), given)
    program = Program(given, lower.tolist(), upper.tolist(), frame)
    near = np.maximum(width, 1e-9 * np.maximum(np.abs(values), 1e-300))
    wishes = [
        (Row((j,), (1.0,), float(values[j]), float(values[j])), 1.0 / float(near[j]))
        for j in range(len(columns))
    ]
    return program.nearest(wishes)
