"""Rows that follow from others, and the order of elimination."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from bluebook.comb.reconcile.factor import elimination, factored, independent


@given(st.integers(0, 10_000), st.integers(1, 12), st.integers(0, 6))
def test_the_independent_rows_span_all_rows(seed: int, count: int, more: int) -> None:
    pick = np.random.default_rng(seed)
    first = pick.integers(-1, 2, (count, 9)).astype(float)
    rows = np.vstack([first, pick.integers(-1, 2, (more, count)) @ first])
    kept = independent(sparse.csr_array(rows))
    rank = np.linalg.matrix_rank(rows) if rows.any() else 0
    assert kept.sum() == rank
    assert rank == 0 or np.linalg.matrix_rank(rows[kept]) == rank


def test_a_grid_of_sums_has_one_that_follows() -> None:
    """Sums over rows and over columns of a table with one total: the last says nothing new."""
    cell = np.arange(12).reshape(3, 4)
    sums = np.array([np.isin(np.arange(12), line) for line in (*cell, *cell.T)], dtype=float)
    edges = np.hstack([sums, -np.eye(7)])
    totals = np.zeros((2, 19))
    totals[0, 12:15], totals[1, 15:19] = 1.0, 1.0
    whole = np.hstack([np.vstack([edges, totals]), np.array([[0.0]] * 7 + [[-1.0]] * 2)])
    assert independent(sparse.csr_array(whole)).sum() == 8


@given(st.integers(0, 10_000), st.integers(1, 40))
def test_every_row_is_eliminated_once(seed: int, count: int) -> None:
    rows = sparse.random_array((count, 30), density=0.1, rng=np.random.default_rng(seed))
    assert sorted(elimination(sparse.csr_array(rows)).tolist()) == list(range(count))


def test_a_tree_of_sums_does_not_fill_in() -> None:
    """A nation of provinces of cities: the factor is no fuller than the system itself."""
    row, column, weight = [], [], []
    for province in range(40):
        for name in (province, *range(41 + 25 * province, 66 + 25 * province)):
            row.append(province)
            column.append(name)
            weight.append(-1.0 if name == province else 1.0)
    for name in range(41):
        row.append(40)
        column.append(name)
        weight.append(-1.0 if name == 40 else 1.0)
    rows = sparse.csr_array((weight, (row, column)))
    order = elimination(rows)
    square = rows[order] @ rows[order].T
    assert factored(square).L.nnz == 41 + 40
