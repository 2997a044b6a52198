"""Balance: the point nearest to what was said that is inside every bound and satisfies every sum.

    least  sum of ((x - wish) / spread)^2   where   matrix @ x = at,   lower <= x <= upper

Without bounds this is the adjustment of accounts by their reliabilities of Stone, Champernowne
and Meade (1942): x = wish + V M' (M V M')^-1 (at - M wish). With bounds its dual has one unknown
a row and no constraint, and x is wish + V M' price cut off at the bounds; the rows' residual is
the dual's slope. A semismooth Newton method (Qi and Sun 1993) on it ends in a few steps at
rounding error; each step is a system solved by conjugate gradients. Parts that share no column
are stepped side by side as whole arrays, each with lengths of its own.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.reconcile.factor import elimination, factored, scaled
from bluebook.comb.system.arrays import Floats, Ints, Mask, added

EXACT = 1e-9  # a row holds if its residual is below this, in the spread of its terms,
HOLDS = 1e-6  # a row that a cut-off search left this near holds as well
NOISE = 2e-15  # and what floating-point sums of its terms lose
FIRST, LOCAL, STEPS = 5, 25, 80  # steps for all rows, for hard places, and to the end
REACHES = (1, 1, 1, 2, 2, 2, 3, 3, 4, 6)
INNER = 60  # steps of conjugate gradients
SLOW = 12  # steps of these after which the matrix is factored anew
SHARE = 40_000  # rows that are stepped together, about
CHANGED = 20  # columns that may have met a bound since the matrix was factored
ACCURATE = 1e-6  # how well a step is solved for, at least
FIRM = 1e-9  # what is added to the factor's diagonal, at least
HALVINGS = 40
NEAR, IDLE = 1e-6, 3  # so near, so many steps without halving the worst residual are enough
DAMP, LEAST_DAMP = 0.3, 1e-15  # how much steps are held back, in parts of the worst residual
SLOPE = 1e-4  # the part of the expected descent that a step must bring


class Balanced(NamedTuple):
    """The point, and what of it is proven.

    `price` is the dual: how hard each row pulls. `residual` is how far each row is from holding,
    in the spread of its terms, `holds` whether that is nothing, `part` the part the row belongs
    to (parts share no column). `least` is what the sum of squares is at least, as the dual
    proves.
    """

    values: Floats
    price: Floats
    residual: Floats
    holds: Mask
    part: Ints
    least: float


class Wanted(NamedTuple):
    """For each column: its wished value, how far it is let stray (above zero), its bounds."""

    wish: Floats
    spread: Floats
    lower: Floats
    upper: Floats


def balance(
    matrix: Any, at: Floats, wanted: Wanted, start: Floats | None = None, rough: bool = False
) -> Balanced:
    """Solve; `matrix` is a SciPy sparse matrix of rows over columns, `start` the prices of a
    problem like this one. Where `rough`, only to see about where the values will be.

    Rows that cannot hold keep a residual; the values of their part are then no answer.
    """
    from scipy import sparse

    wish, spread, lower, upper = wanted
    matrix = sparse.csr_array(matrix)
    rows, size = scaled(matrix @ sparse.diags_array(spread))
    goal = (at - matrix @ wish) / size
    noise = EXACT + NOISE * (np.abs(at) + abs(matrix) @ np.abs(wish)) / size
    left, right = (lower - wish) / spread, (upper - wish) / spread
    label = _parts(rows)
    price = np.zeros(len(at)) if start is None else start * size
    shares = _shares(label)

    def share(mine: Ints) -> Floats:
        return _solved(rows[mine], (goal[mine], (left, right), noise[mine]), price[mine], rough)

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # the solver works outside Python's lock
        for mine, found in zip(shares, pool.map(share, shares), strict=True):
            price[mine] = found
    pull = rows.T @ price
    move = np.clip(pull, left, right)
    least = float(2 * (price @ goal - pull @ move) + move @ move)
    values: Floats = np.clip(wish + spread * move, lower, upper)
    residual: Floats = np.abs(rows @ move - goal)
    holds: Mask = residual <= np.maximum(HOLDS, 10 * noise)
    return Balanced(values, price / size, residual, holds, label, least)


def _shares(label: Ints) -> list[Ints]:
    """The rows of parts, several small parts together, the largest first."""
    order = np.argsort(label, kind="stable")
    counts = np.bincount(label)
    ends = np.cumsum(counts[counts > 0])
    cut = ends[np.flatnonzero(np.diff(ends // SHARE, append=-1))]
    return sorted((some for some in np.split(order, cut) if len(some)), key=len, reverse=True)


def _solved(
    rows: Any, aims: tuple[Floats, tuple[Floats, Floats], Floats], price: Floats, rough: bool
) -> Floats:
    """The prices of rows, those of parts that share no column, from these prices on."""
    used = _touched(rows)
    order = elimination(rows)
    back = np.argsort(order)
    goal, (left, right), noise = aims
    room = left[used], right[used]
    problem = _Problem(rows[order][:, used], goal[order], room, noise[order])
    price, count = price[order], len(order)
    everything = np.arange(count)
    if not price.any():
        price = problem.newton(price, everything, 2 * FIRST if rough else FIRST)
    if rough:
        return price[back]
    for reach in REACHES:  # where it is hard, for itself: most of the rows hold by now
        near = problem.around(price, reach)
        if not len(near):
            break
        wide = len(near) * 2 > count
        price = problem.newton(price, everything if wide else near, FIRST if wide else LOCAL)
    return problem.newton(price, problem.around(price, count), STEPS)[back]


def _parts(matrix: Any) -> Ints:
    """For each row the number of the part it belongs to; parts share no column."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    rows, columns = matrix.shape
    joined = sparse.coo_array(matrix)
    graph = sparse.coo_array(
        (np.ones(joined.nnz, dtype=np.int8), (joined.row, joined.col + rows)),
        shape=(rows + columns, rows + columns),
    )
    _, label = connected_components(graph, directed=False)
    found: Ints = np.asarray(label[:rows], dtype=np.int64)
    return found


def _touched(rows: Any) -> Ints:
    """The columns of rows."""
    hit = np.zeros(rows.shape[1], dtype=bool)
    hit[rows.indices] = True
    return np.flatnonzero(hit)


class _Problem:
    """The rows, scaled, with what they should come to and how far columns may be moved."""

    def __init__(self, rows: Any, goal: Floats, room: tuple[Floats, Floats], noise: Floats) -> None:
        self.rows, self.goal, self.room, self.noise = rows, goal, room, noise
        self.turned = rows.T.tocsr()

    def around(self, price: Floats, reach: int) -> Ints:
        """The rows that do not hold at a price, and those at most so many columns away."""
        move = np.clip(self.turned @ price, *self.room)
        rows = np.abs(self.rows @ move - self.goal) > np.maximum(HOLDS / 10, self.noise)
        for _ in range(reach):
            before = rows.sum()
            columns = np.zeros(self.rows.shape[1], dtype=bool)
            columns[self.rows[np.flatnonzero(rows)].indices] = True
            rows = np.asarray(abs(self.rows) @ columns.astype(float)).ravel() > 0
            if rows.sum() == before:
                break
        return np.flatnonzero(rows)

    def newton(self, price: Floats, mine: Ints, most: int) -> Floats:
        """The prices after so many steps for some rows, all others as they are."""
        out = price.copy()
        live, steps = mine, 0
        label = _parts(self.rows[mine])
        while len(live) and steps < most:
            newton = _Newton(self, live, label, out)
            while steps < most:
                steps += 1
                out[live], done = newton.step(out[live])
                if done.sum() * 4 > len(done):  # parts that are done leave the arrays
                    break
            going = ~done[newton.label]
            live, label = live[going], label[going]
        return out


class _Newton:
    """Rows that are stepped together; lengths and products are taken for each label apart."""

    def __init__(self, problem: _Problem, mine: Ints, label: Ints, price: Floats) -> None:
        rows = problem.rows[mine]
        used = _touched(rows)
        self.rows, self.goal, self.noise = rows[:, used], problem.goal[mine], problem.noise[mine]
        self.turned = self.rows.T.tocsr()
        self.base = (problem.turned @ price)[used] - self.turned @ price[mine]
        self.factor: Any = None
        self.freed, self.slow = np.zeros(len(used)), True
        self.left, self.right = problem.room[0][used], problem.room[1][used]
        names, self.label = np.unique(label, return_inverse=True)
        self.count = len(names)
        first = self.turned.indices[self.turned.indptr[:-1]]
        self.column_label = self.label[first]
        self.damp = np.full(self.count, DAMP)
        self.best = np.full(self.count, np.inf)
        self.idle = np.zeros(self.count)
        far = np.maximum(self.left**2, self.right**2) / 2
        self.most = added(self.column_label, far, self.count) * (1 + 1e-6)
        if len(mine) < len(problem.goal) and np.abs(self.base).max(initial=0.0) > 0:
            self.most[:] = np.inf  # proves nothing where others pull as well

    def dot(self, a: Floats, b: Floats) -> Floats:
        return added(self.label, a * b, self.count)

    def look(self, price: Floats) -> tuple[Floats, Floats, Floats]:
        """At a price: the pull on columns, the rows' residuals, the dual's height by label."""
        pull = self.turned @ price + self.base
        move = np.clip(pull, self.left, self.right)
        lean = added(self.column_label, move * (pull - move / 2), self.count)
        return pull, self.rows @ move - self.goal, lean - self.dot(price, self.goal)

    def step(self, price: Floats) -> tuple[Floats, Any]:
        """A Newton step of every label; which labels are done (hold, or get no further)."""
        pull, slope, height = self.look(price)
        worst, over = np.zeros(self.count), np.zeros(self.count)
        np.maximum.at(worst, self.label, np.abs(slope))
        np.maximum.at(over, self.label, np.abs(slope) / self.noise)
        self.idle = np.where((worst > self.best / 2) & (worst < NEAR), self.idle + 1, 0)
        self.best = np.minimum(self.best, worst)
        done = (over <= 1) | (self.idle >= IDLE)
        done |= -height > self.most  # dearer than any point inside the bounds: there is none
        ridge = np.maximum(self.damp[self.label] * np.abs(slope), LEAST_DAMP)
        free = (pull >= self.left) & (pull <= self.right) & (self.left < self.right)
        way = self.solve(free.astype(float), -slope, ridge, np.minimum(ACCURATE, worst))
        way[done[self.label]] = 0.0
        fall, before = self.dot(slope, way), self.dot(slope, slope)
        near = worst < NEAR  # where heights differ by rounding only
        length = np.where(done, 0.0, 1.0)
        for _ in range(HALVINGS):
            new = price + length[self.label] * way
            _, other, reached = self.look(new)
            lower = reached <= height + SLOPE * length * fall
            good = np.where(near, self.dot(other, other) <= (1 - SLOPE * length) * before, lower)
            good |= length == 0
            if good.all():
                break
            length = np.where(good, length, length / 2)
        length = np.where(good, length, 0.0)
        self.damp *= np.where(length >= 1, 0.25, np.where(length < 0.3, 4.0, 1.0))
        self.damp = np.clip(self.damp, 1e-6, 1e2)
        return price + length[self.label] * way, done | (length == 0)

    def solve(self, free: Floats, right: Floats, ridge: Floats, tolerance: Floats) -> Floats:
        """(M free M' + ridge) x = right, by conjugate gradients; a factor of the matrix as it was
        some steps ago stands before them."""
        if self.slow or np.count_nonzero(free != self.freed) > CHANGED:
            self.factor, self.freed = self.factored(free, ridge), free
        x = np.zeros(len(right))
        rest = right.copy()
        ahead = self.factor.solve(rest)
        way, now = ahead.copy(), self.dot(rest, ahead)
        stop = tolerance**2 * now
        self.slow = True
        for count in range(INNER):
            pushed = self.rows @ (free * (self.turned @ way)) + ridge * way
            bend = self.dot(way, pushed)
            open_to = (now > stop) & (bend > 0)
            if not open_to.any():
                self.slow = count > SLOW
                break
            length = np.where(open_to, now / np.where(bend > 0, bend, 1.0), 0.0)[self.label]
            x += length * way
            rest -= length * pushed
            ahead = self.factor.solve(rest)
            then = self.dot(rest, ahead)
            turn = np.where(open_to, then / np.where(now > 0, now, 1.0), 0.0)
            way = ahead + turn[self.label] * way
            now = np.where(open_to, then, now)
        return x

    def factored(self, free: Floats, ridge: Floats) -> Any:
        """M free M' + ridge, factored."""
        from scipy import sparse

        firm = sparse.diags_array(np.maximum(ridge, FIRM))
        return factored(self.rows @ sparse.diags_array(free) @ self.turned + firm)
