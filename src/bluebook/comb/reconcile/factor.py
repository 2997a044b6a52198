"""Systems of rows factored: the order of elimination, the factor, and rows that follow from others.

The system of a matrix of rows is rows @ rows.T. Rows that share no column are eliminated first, all
at once, over and over: a minimum degree order (George and Liu 1989) found with whole arrays.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bluebook.comb.system.arrays import Floats, Ints, Mask

PIVOT = 1e-8  # a row that is left with less, of its own length squared, follows from others
FIRM = 1e-13  # what stands for the pivot of such a row
ROUNDS = 8  # of rows eliminated at once, before the rest is ordered one by one


def scaled(matrix: Any) -> tuple[Any, Floats]:
    """The rows with length 1, and their lengths (1 for rows of nothing)."""
    from scipy import sparse

    size = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    size[size == 0] = 1.0
    return sparse.csr_array(sparse.diags_array(1 / size) @ matrix), size


def independent(matrix: Any) -> Mask:
    """Which rows do not follow from others: those that are left with a pivot."""
    from scipy import sparse

    rows, _ = scaled(matrix)
    order = elimination(rows)
    square = rows[order] @ rows[order].T + FIRM * sparse.eye_array(len(order))
    found: Mask = np.zeros(len(order), dtype=bool)
    found[order] = factored(square).U.diagonal() > PIVOT
    return found


def factored(square: Any) -> Any:
    """A symmetric positive definite matrix, in the order in which it stands, factored."""
    from scipy import sparse
    from scipy.sparse.linalg import splu

    return splu(
        sparse.csc_array(square), permc_spec="NATURAL", diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )  # fmt: skip


def elimination(rows: Any) -> Ints:
    """An order of the rows in which their system fills in little (sums of sums: next to none)."""
    from scipy import sparse

    left, out = np.arange(rows.shape[0]), list[Ints]()
    joined = sparse.csr_array(abs(rows) @ abs(rows).T + sparse.eye_array(len(left)))
    for _ in range(ROUNDS):
        first = _fewest(joined)
        some, rest = np.flatnonzero(first), np.flatnonzero(~first)
        out.append(left[some])
        left = left[rest]
        if not len(left):
            return np.concatenate(out)
        joined.data[:] = 1.0
        across = joined[some][:, rest]
        joined = sparse.csr_array(joined[rest][:, rest] + across.T @ across)
    return np.concatenate([*out, left[_minimum_degree(joined)]])


def _fewest(joined: Any) -> Mask:
    """The rows joined to fewer others than any of these (of equals, the first)."""
    degree = np.diff(joined.indptr)
    rank = np.empty(len(degree), dtype=np.int64)
    rank[np.argsort(degree, kind="stable")] = np.arange(len(degree))
    found: Mask = np.minimum.reduceat(rank[joined.indices], joined.indptr[:-1]) == rank
    return found


def _minimum_degree(joined: Any) -> Ints:
    """SuperLU's order, from a factor that keeps next to nothing."""
    from scipy import sparse
    from scipy.sparse.linalg import spilu

    joined.data[:] = 1.0
    firm = sparse.csc_array(joined + joined.shape[0] * sparse.eye_array(joined.shape[0]))
    rough = spilu(
        firm, drop_tol=1.0, fill_factor=1, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    )  # fmt: skip
    order: Ints = np.argsort(rough.perm_c)
    return order
