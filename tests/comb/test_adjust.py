"""Stone and Denton: closed forms, a worked example, bounds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from bluebook.comb.reconcile.adjust import denton, stone
from bluebook.comb.reconcile.balance import Wanted, balance
from bluebook.comb.system.arrays import Floats, Ints
from bluebook.errors import BluebookError


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000))
def test_stone_is_generalised_least_squares(seed: int) -> None:
    pick = np.random.default_rng(seed)
    matrix = pick.integers(-1, 2, (3, 8)).astype(float)
    matrix[:, :3] += np.eye(3)
    figures, deviation = pick.uniform(10, 100, 8), pick.uniform(0.1, 5, 8)
    at = matrix @ pick.uniform(10, 100, 8)
    variance = np.diag(deviation**2)
    gain = variance @ matrix.T @ np.linalg.pinv(matrix @ variance @ matrix.T)
    expected = figures + gain @ (at - matrix @ figures)
    found = stone(figures, deviation, sparse.csr_array(matrix), at)
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-6)


def test_stone_inside_bounds_is_the_nearest_point() -> None:
    """x + y = 10 from 8 and 8: by reliability x takes a fifth; held at 7.5 or more, less."""
    rows = sparse.csr_array(np.array([[1.0, 1.0]]))
    figures, deviation = np.array([8.0, 8.0]), np.array([1.0, 2.0])
    free = stone(figures, deviation, rows, np.array([10.0]))
    np.testing.assert_allclose(free, [8 - 6 / 5, 8 - 24 / 5])
    held = stone(
        figures, deviation, rows, np.array([10.0]), (np.array([7.5, -np.inf]), np.full(2, np.inf))
    )
    np.testing.assert_allclose(held, [7.5, 2.5])


def test_a_figure_without_deviation_stays() -> None:
    rows = sparse.csr_array(np.array([[1.0, -1.0, -1.0]]))
    found = stone(np.array([100.0, 60.0, 30.0]), np.array([0.0, 1.0, 1.0]), rows, np.zeros(1))
    np.testing.assert_allclose(found, [100.0, 65.0, 35.0])


def test_what_cannot_be_balanced_is_told() -> None:
    rows = sparse.csr_array(np.array([[1.0, 1.0]]))
    with pytest.raises(BluebookError):
        stone(np.ones(2), np.ones(2), rows, np.array([9.0]), (np.zeros(2), np.full(2, 2.0)))


# Twelve quarters and two years as manuals of quarterly accounts have them. What comes of them is
# no figure from a book but the dense solution of Denton's equations, to a tenth.
INDICATOR = [98.2, 100.8, 102.2, 100.8, 99.0, 101.6, 102.7, 101.5, 100.5, 103.0, 103.5, 101.5]
BENCHMARKED = [
    969.8, 998.4, 1018.3, 1013.4, 1007.2, 1042.8, 1060.3, 1051.0, 1040.6, 1066.5, 1071.7, 1051.0,
]  # fmt: skip


def dense(series: Floats, totals: Floats, of: Ints) -> Floats:
    """Denton's equations (proportional, first differences) with their multipliers, solved."""
    n, years = len(series), (of == np.arange(len(totals))[:, None]).astype(float)
    step = (np.eye(n)[1:] - np.eye(n)[:-1]) @ np.diag(1 / series)
    kkt = np.block([[step.T @ step, years.T], [years, np.zeros((len(totals), len(totals)))]])
    solved: Floats = np.linalg.solve(kkt, np.concatenate([np.zeros(n), totals]))[:n]
    return solved


def test_denton_gives_the_worked_example() -> None:
    of, totals = np.array([0] * 4 + [1] * 4 + [-1] * 4), np.array([4000.0, 4161.4])
    series = np.array(INDICATOR)
    np.testing.assert_allclose(dense(series, totals, of), BENCHMARKED, atol=0.06)
    found = denton(series, totals, of)
    np.testing.assert_allclose(found, dense(series, totals, of), rtol=1e-6)
    np.testing.assert_allclose(found[8:] / found[7], series[8:] / series[7])  # carried forward


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_denton_is_the_solution_of_its_equations(seed: int) -> None:
    pick = np.random.default_rng(seed)
    series = 100 * np.cumprod(pick.uniform(0.9, 1.1, 36))
    of = np.repeat(np.arange(3), 12)
    totals = np.array([series[of == k].sum() for k in range(3)]) * pick.uniform(0.8, 1.2, 3)
    expected = dense(series, totals, of)
    found = denton(series, totals, of)
    np.testing.assert_allclose(found, expected, rtol=1e-5)
    summed = [found[of == k].sum() for k in range(3)]
    np.testing.assert_allclose(summed, totals, rtol=1e-10)


def test_denton_stays_inside_bounds() -> None:
    series, of = np.full(12, 10.0), np.zeros(12, dtype=int)
    upper = np.full(12, np.inf)
    upper[5] = 9.0
    found = denton(series, np.array([120.0]), of, upper=upper)
    assert found.sum() == pytest.approx(120.0)
    assert found[5] <= 9.0 + 1e-4
    assert found[0] > 10.0


def test_balance_proves_how_near_it_is() -> None:
    pick = np.random.default_rng(1)
    n = 200
    matrix = sparse.csr_array(np.hstack([np.ones((1, n)), [[-1.0]]]))
    wish = np.append(pick.uniform(1, 9, n), 900.0)
    spread = np.ones(n + 1)
    found = balance(matrix, np.zeros(1), Wanted(wish, spread, np.maximum(wish - 5, 0), wish + 5))
    assert found.holds.all()
    assert abs(matrix @ found.values) < 1e-6
    assert np.sum((found.values - wish) ** 2) == pytest.approx(found.least, rel=1e-6)


def test_balance_sees_that_there_is_no_point() -> None:
    matrix = sparse.csr_array(np.array([[1.0, 1.0], [1.0, -1.0]]))
    box = (np.zeros(2), np.ones(2))
    found = balance(matrix, np.array([3.0, 0.0]), Wanted(np.full(2, 0.5), np.ones(2), *box))
    assert not found.holds.all()
