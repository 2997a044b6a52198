"""Counted figures made whole: controlled rounding (Cox 1987) over the sums that join them.

Leaves (`sums`) are rounded so that what is lost is carried on to the next one of the same larger
place, and sums are summed anew, so that they are exact. Where a sum then leaves its bounds, the
leaves under it are moved by a small mixed-integer program; what even that cannot mend, and what
hangs together with it, stays as it was.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.bulk.nearest import Rows
from bluebook.comb.bulk.sums import Sums
from bluebook.comb.system.arrays import Floats, Ints, Mask, added

NEAR = 1e-6  # this near to a whole number is one
REACH = 3  # whole units a leaf may be moved in a repair
REPAIRS = 5
SLIP = 1e-12
SECONDS = 5.0  # for one repair
LARGE = 20_000  # leaves in one repair, at most


def carried(values: Floats) -> Floats:
    """Whole numbers near the values, so that the sum of any run of them is off by less than 1.

    >>> carried(np.array([0.5, 0.5, 0.5, 3.0])).tolist()
    [1.0, 0.0, 1.0, 3.0]
    """
    near = np.rint(values)
    values = np.where(np.abs(values - near) < NEAR, near, values)
    base = np.floor(values)
    run = np.floor(np.cumsum(values - base) + 0.5)
    whole: Floats = base + np.diff(run, prepend=0.0)
    return whole


class Whole(NamedTuple):
    """Values whose counted columns are whole, and those (`left`) that could not be made so."""

    values: Floats
    left: Ints


def whole(
    values: Floats, counted: Mask, found: Sums, rows: Rows, within: tuple[Floats, Floats, Ints]
) -> Whole:
    """Round counted columns; `within` are their bounds, and an order of columns in which parts of
    one place are neighbours."""
    lower, upper, order = within
    low, high = np.ceil(lower - NEAR), np.floor(upper + NEAR)
    leaf = np.zeros(len(values), dtype=bool)
    leaf[found.leaves] = counted[found.leaves]
    mine = order[leaf[order]]
    out = values.copy()
    out[mine] = np.clip(carried(values[mine]), low[mine], high[mine])
    firm = np.zeros(len(rows.low), dtype=bool)
    for _ in range(REPAIRS):
        firm |= _broken(found.anew(out), rows) & _touching(rows, counted)
        if not _repair(out, counted, found, rows.where(firm), (low, high)):
            break
    out = found.anew(out)
    broken = counted & ((out < low) | (out > high) | (out != np.rint(out)))
    bad = _broken(out, rows)
    broken[rows.column[bad[rows.row]]] = True
    broken &= counted
    under = broken[found.leaves]
    under[found.matrix[broken[found.defined]].indices] = True
    if found.checks.shape[0]:
        off = np.abs(found.checks @ out[found.leaves]) > NEAR
        under[found.checks[off].indices] = True
    under &= counted[found.leaves]
    if not under.any():
        return Whole(out, np.zeros(0, dtype=np.int64))
    stay = _with(found, under)
    out[stay] = values[stay]
    return Whole(found.anew(out), stay)


def _broken(values: Floats, rows: Rows) -> Mask:
    """The rows that the values break."""
    at, size = rows.at(values)
    found: Mask = (at < rows.low - SLIP * size) | (at > rows.high + SLIP * size)
    return found


def _touching(rows: Rows, columns: Mask) -> Mask:
    """The rows that touch some columns."""
    found: Mask = added(rows.row, columns[rows.column], len(rows.low)) > 0
    return found


def _with(found: Sums, under: Mask) -> Ints:
    """The columns that hang together with some leaves."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    joined = sparse.csr_array(sparse.vstack([found.matrix, found.checks]))
    rows, _ = joined.shape
    graph = sparse.block_array([[None, joined], [joined.T, None]])
    _, label = connected_components(graph, directed=False)
    hit = np.isin(label, label[rows + np.flatnonzero(under)])
    hit[rows:] |= under
    return np.concatenate([found.leaves[hit[rows:]], found.defined[hit[: len(found.defined)]]])


def _repair(
    out: Floats, counted: Mask, found: Sums, firm: Rows, box: tuple[Floats, Floats]
) -> bool:
    """Move leaves by few whole units where sums of them left their bounds, or rows are broken;
    was anything moved?"""
    from scipy import sparse

    low, high = box
    now = found.matrix @ out[found.leaves]
    wrong = (now < low[found.defined]) | (now > high[found.defined])
    wrong = np.flatnonzero(wrong & counted[found.defined])
    off = np.flatnonzero(np.abs(found.checks @ out[found.leaves]) > NEAR)
    shape = (len(firm.low), len(out))
    wide = sparse.csr_array((firm.weight, (firm.row, firm.column)), shape=shape)
    over = sparse.csr_array(wide[:, found.leaves] + wide[:, found.defined] @ found.matrix)
    at, _ = firm.at(found.anew(out))
    bad = np.flatnonzero((at < firm.low) | (at > firm.high))
    mine = np.unique(
        np.concatenate([found.matrix[wrong].indices, found.checks[off].indices, over[bad].indices])
    )
    mine = mine[counted[found.leaves[mine]]]
    if not 0 < len(mine) <= LARGE:
        return False
    touched = np.unique(found.matrix[:, mine].tocoo().row)
    checked = np.unique(found.checks[:, mine].tocoo().row)
    leaves, defined = found.leaves[mine], found.defined[touched]
    due = -(found.checks[checked] @ out[found.leaves])
    moved = _moves(
        [found.matrix[touched][:, mine], found.checks[checked][:, mine], over[:, mine]],
        np.concatenate([low[defined] - now[touched], due, firm.low - at]),
        np.concatenate([high[defined] - now[touched], due, firm.high - at]),
        (
            np.maximum(low[leaves] - out[leaves], -REACH),
            np.minimum(high[leaves] - out[leaves], REACH),
        ),
    )
    if moved is None:
        return False
    out[leaves] += moved
    return bool(moved.any())


def _moves(
    rows: list[Any], least: Floats, most: Floats, reach: tuple[Floats, Floats]
) -> Floats | None:
    """The least moves, in whole units, that bring the rows inside their ends."""
    import highspy
    from scipy import sparse

    from bluebook.comb.system.program import quiet

    one = sparse.csr_array(sparse.vstack(rows))
    n = one.shape[1]
    both = sparse.csr_array(sparse.hstack([one, -one]))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = 2 * n, one.shape[0]
    lp.col_cost_ = np.ones(2 * n)
    lp.col_lower_ = np.zeros(2 * n)
    lp.col_upper_ = np.concatenate([np.maximum(reach[1], 0.0), np.maximum(-reach[0], 0.0)])
    lp.row_lower_, lp.row_upper_ = least - NEAR, most + NEAR
    lp.integrality_ = [highspy.HighsVarType.kInteger] * (2 * n)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = both.indptr.astype(np.int32)
    lp.a_matrix_.index_ = both.indices.astype(np.int32)
    lp.a_matrix_.value_ = both.data
    highs = quiet()
    for option, value in (("presolve", "choose"), ("time_limit", SECONDS)):
        highs.setOptionValue(option, value)
    highs.passModel(lp)
    highs.run()
    solution = highs.getSolution()
    if not solution.value_valid:
        return None
    x = np.rint(np.array(solution.col_value))
    moves: Floats = x[:n] - x[n:]
    return moves
