"""The adjustments of national accounts, inside bounds: Stone for accounts, Denton for months.

    stone(figures, deviations, matrix, at)     # balanced by reliability
    denton(series, totals, of)                 # months against years, growth kept

Both are one weighted least-squares problem (`balance`), which may also have bounds.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from bluebook.comb.reconcile.balance import Wanted, balance
from bluebook.comb.system.arrays import INF, Floats, Ints
from bluebook.errors import BluebookError

FREE = 1e3  # how much further than its steps a bounded series may stray


def stone(
    figures: Floats,
    deviations: Floats,
    matrix: Any,
    at: Floats,
    bounds: tuple[Floats, Floats] | None = None,
) -> Floats:
    """Figures (n) that satisfy `matrix` (rows x n) @ figures = `at`, the adjustments least in
    their standard deviations: what is known well moves little.

    Stone, Champernowne and Meade (1942), "The precision of national income estimates"; with
    bounds, the least adjustment inside them. BluebookError where no figures satisfy all rows.
    """
    n = len(figures)
    fixed = deviations <= 0
    lower, upper = bounds or (np.full(n, -INF), np.full(n, INF))
    low, high = np.where(fixed, figures, lower), np.where(fixed, figures, upper)
    spread = np.where(fixed, 1.0, deviations)
    found = balance(matrix, at, Wanted(figures, spread, low, high))
    if not found.holds.all():
        raise BluebookError(
            "the account cannot be balanced: its rows and bounds contradict one another",
            "let some figures move further, or drop a row",
        )
    return found.values


def denton(
    series: Floats,
    totals: Floats,
    of: Ints,
    lower: Floats | None = None,
    upper: Floats | None = None,
) -> Floats:
    """A series (n months or quarters) adjusted so that the values of year k sum to `totals[k]`,
    its movements kept as well as can be; `of` (n) gives each value's year, -1 beyond the last
    total.

    Denton (1971), proportional first differences, without his assumption on the start (Cholette
    1984): least sum of (x[t] / s[t] - x[t-1] / s[t-1])^2. Bounds may be given. The series must
    be above zero. BluebookError where the totals cannot be met.
    """
    from scipy import sparse

    if not (series > 0).all():
        raise BluebookError("the series to be adjusted has values that are not above zero")
    n, years = len(series), len(totals)
    summed = (of == np.arange(years)[:, None]) * series
    start = totals[0] / summed[0].sum()
    path = np.tril(np.ones((n, n)), -1)[:, : n - 1]  # a ratio is the first one and the steps since
    path -= summed[0] @ path / summed[0].sum()  # the first one is what the first total leaves
    rows, at = summed[1:] @ path, totals[1:] - summed[1:].sum(axis=1) * start
    low, high = np.full(n - 1, -INF), np.full(n - 1, INF)
    if lower is not None or upper is not None:
        rows = np.block([[rows, np.zeros((years - 1, n))], [path, -np.eye(n)]])
        at = np.concatenate([at, np.zeros(n)])
        least = np.full(n, -INF) if lower is None else lower / series
        most = np.full(n, INF) if upper is None else upper / series
        low, high = np.concatenate([low, least - start]), np.concatenate([high, most - start])
    if not len(at):
        alone: Floats = start * series
        return alone
    spread = np.concatenate([np.full(n - 1, start), np.full(len(low) - n + 1, FREE * start)])
    nothing = np.clip(np.zeros(len(low)), low, high)
    found = balance(sparse.csr_array(rows), at, Wanted(nothing, spread, low, high))
    if not found.holds.all():
        raise BluebookError(
            "the series cannot be brought to its totals inside its bounds", "widen the bounds"
        )
    adjusted: Floats = (start + path @ found.values[: n - 1]) * series
    met = adjusted @ (of[:, None] == np.arange(years))
    adjusted[of >= 0] *= (totals / met)[of[of >= 0]]  # to the last digit
    return adjusted
