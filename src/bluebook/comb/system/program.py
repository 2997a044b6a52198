"""Linear programs over a component's rows, by HiGHS, with answers that are safe.

Columns are shifted and scaled so that one unit is about the width in question: a census counted
to the person and a revenue in yuan are equally well conditioned. A bound is not read off the
solver's objective but rebuilt from its dual (Neumaier and Shcherbina 2004), so that it holds
whatever tolerance the solver worked with; so is a proof of infeasibility (Farkas).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.system.propagate import Box, propagate
from bluebook.comb.system.reduce import binding, blocks, is_tree
from bluebook.comb.system.statement import Row

INF = float("inf")
ROUNDING = 4e-16
FAINT = 1e-7  # the pull of least squares on what nothing is wished of
STEPS = 2000  # of the search for least squares
SQUARE = 1e-7  # how exactly rows hold in least squares, in half widths
NEGLIGIBLE = 1e-9  # a reduced cost (scaled) on a column without bound

Wish = tuple[Row, float]  # a row and its weight
Vector = np.ndarray[Any, np.dtype[np.float64]]


class Frame:
    """Where each column roughly is, and how widely it matters."""

    def __init__(self, box: Box, rows: Sequence[Row]) -> None:
        lower, upper = np.array(box.lower), np.array(box.upper)
        low, high = np.isfinite(lower), np.isfinite(upper)
        both = low & high
        self.centre = np.zeros(len(lower))
        self.centre[both] = (lower[both] + upper[both]) / 2
        self.centre[low & ~high] = lower[low & ~high]
        self.centre[high & ~low] = upper[high & ~low]
        size = np.abs(self.centre)
        for _ in range(2):
            for row in rows:
                _guess(row, size)
        self.scale = np.where(size > 0, size, 1.0)
        self.scale[both] = np.maximum((upper - lower)[both] / 2, 1e-9 * self.scale[both])


def _guess(row: Row, size: Vector) -> None:
    """A magnitude for columns of a row about which nothing is known, from the others."""
    known = [abs(c) * size[j] for j, c in zip(row.columns, row.coefficients, strict=True)]
    largest = max(known)
    if largest:
        for j, c in zip(row.columns, row.coefficients, strict=True):
            if not size[j]:
                size[j] = largest / abs(c)


class Least(NamedTuple):
    """A safe lower bound, the point that reaches it (None where none was found), and the rows
    and columns whose bounds it rests on."""

    bound: float
    point: Vector | None
    rows: list[int]
    columns: list[int]


class Program:
    """Rows and column bounds as a scaled linear program."""

    def __init__(
        self,
        rows: Sequence[Row],
        lower: Sequence[float],
        upper: Sequence[float],
        frame: Frame,
    ) -> None:
        self.frame, self.rows = frame, rows
        self.count = len(lower)
        self.index = np.array([j for row in rows for j in row.columns], dtype=np.int32)
        self.owner = np.repeat(np.arange(len(rows)), [len(row.columns) for row in rows])
        raw = np.array([c for row in rows for c in row.coefficients])
        value = raw * frame.scale[self.index]
        norm = np.zeros(len(rows))
        np.maximum.at(norm, self.owner, np.abs(value))
        norm[norm == 0] = 1.0
        self.value = value / norm[self.owner]
        at = raw * frame.centre[self.index]
        shift = np.bincount(self.owner, at, len(rows))
        size = np.bincount(self.owner, np.abs(at), len(rows))
        width = np.array([len(row.columns) + 1 for row in rows])
        self.error = ROUNDING * width * size / norm if len(rows) else size
        self.low = (np.array([row.lower for row in rows]) - shift) / norm
        self.high = (np.array([row.upper for row in rows]) - shift) / norm
        self.left = (np.array(lower) - frame.centre) / frame.scale
        self.right = (np.array(upper) - frame.centre) / frame.scale
        self.norm = norm
        self._highs: Any = None

    def model(self, extra: int = 0) -> Any:
        """The program for HiGHS, with room for extra columns."""
        import highspy

        lp = highspy.HighsLp()
        n, m = self.count, len(self.rows)
        lp.num_col_, lp.num_row_ = n, m
        lp.col_cost_ = np.zeros(n)
        lp.col_lower_, lp.col_upper_ = self.left, self.right
        lp.row_lower_, lp.row_upper_ = self.low - self.error, self.high + self.error
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        counts = np.bincount(self.owner, minlength=m) if m else np.zeros(0, int)
        lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
        lp.a_matrix_.index_, lp.a_matrix_.value_ = self.index, self.value
        highs = quiet()
        highs.passModel(lp)
        return highs

    @property
    def highs(self) -> Any:
        if self._highs is None:
            self._highs = self.model()
        return self._highs

    def conflict(self) -> frozenset[int] | None:
        """Rows that cannot hold together, or None where all can."""
        self.highs.run()
        if not _is(self.highs, "kInfeasible"):
            return None
        _, has, ray = self.highs.getDualRay()
        if not has:
            return frozenset(range(len(self.rows)))
        weight = np.abs(np.array(ray))
        return frozenset(np.flatnonzero(weight > 1e-9 * max(weight.max(), 1e-300)).tolist())

    def leaning(self) -> list[int]:
        """Columns whose bounds the last conflict rests on."""
        _, has, ray = self.highs.getDualRay()
        if not has:
            return list(range(self.count))
        weight = np.array(ray)
        pulled = np.bincount(self.index, self.value * weight[self.owner], self.count)
        return np.flatnonzero(np.abs(pulled) > 1e-9 * np.abs(weight).max()).tolist()

    def least(self, form: Mapping[int, float]) -> Least:
        """A safe lower bound of a linear form."""
        cost = np.zeros(self.count)
        for j, c in form.items():
            cost[j] = c * self.frame.scale[j]
        big = float(np.abs(cost).max()) or 1.0
        cost /= big
        highs = self.highs
        highs.changeColsCost(self.count, np.arange(self.count, dtype=np.int32), cost)
        highs.run()
        if not _is(highs, "kOptimal"):
            return Least(-INF, None, [], [])
        solution = highs.getSolution()
        dual = np.array(solution.row_dual)
        dual[(dual > 0) & np.isinf(self.low)] = 0.0
        dual[(dual < 0) & np.isinf(self.high)] = 0.0
        pulled = self.value * dual[self.owner]
        reduced = cost - np.bincount(self.index, pulled, self.count)
        end = np.where(reduced > 0, self.left, self.right)
        reduced[np.isinf(end) & (np.abs(reduced) < NEGLIGIBLE)] = 0.0
        end = np.where(reduced == 0, 0.0, end)
        side = np.where(dual > 0, self.low, self.high)
        side = np.where(dual == 0, 0.0, side)
        terms = np.concatenate([reduced * end, dual * side])
        slip = float(np.abs(dual) @ self.error) + 1e-14 * float(np.abs(terms).sum())
        bound = float(terms.sum()) - slip
        base = [c * float(self.frame.centre[j]) for j, c in form.items()]
        safe = sum(base) + big * bound - ROUNDING * sum(map(abs, base)) * 4
        point = np.array(solution.col_value[: self.count])
        resting = np.flatnonzero(np.abs(dual) > NEGLIGIBLE).tolist()
        leaning = np.flatnonzero(np.abs(reduced) > 1e-7).tolist()
        return Least(float(safe), point * self.frame.scale + self.frame.centre, resting, leaning)

    def nearest(
        self, wishes: Sequence[Wish], soft: Sequence[Wish] = (), squares: bool = False
    ) -> Vector | None:
        """The point inside all rows with the least weighted distance to the wishes, or the least
        sum of squares of the weighted distances.

        A wish is a row whose `lower` is the wished value of its form, with a weight. Soft rows
        are to hold; by how much they do not is weighed too.
        """
        import highspy

        highs, free, empty = self.model(), self.count, np.zeros(0, dtype=np.int32)
        bend = [0.0] * free
        aims = [(row, weight, row.lower) for row, weight in wishes]
        each = [*aims, *((row, weight, row.upper) for row, weight in soft)]
        for k, (row, weight, most) in enumerate(each):
            index = np.array(row.columns, dtype=np.int32)
            form = np.array(row.coefficients)
            at = float(form @ self.frame.centre[index])
            form *= self.frame.scale[index]
            norm = float(np.abs(form).max())
            signs = [1.0] if squares and k < len(wishes) else [1.0, -1.0]
            for _ in signs:
                plain = len(signs) > 1
                highs.addCol(
                    weight * norm if plain else 0.0, 0.0 if plain else -highspy.kHighsInf,
                    highspy.kHighsInf, 0, empty, empty,
                )  # fmt: skip
                bend.append(0.0 if plain else 2 * (weight * norm) ** 2)
            index = np.append(index, np.arange(free, free + len(signs), dtype=np.int32))
            ends = (row.lower - at) / norm, (most - at) / norm
            highs.addRow(*ends, len(index), index, np.append(form / norm, signs))
            free += len(signs)
        if squares:
            diagonal = np.array(bend)
            diagonal = np.maximum(diagonal / max(diagonal.max(), 1e-300), FAINT)
            mine = np.flatnonzero(diagonal).astype(np.int32)
            start = np.searchsorted(mine, np.arange(free + 1)).astype(np.int32)
            triangular = int(highspy.HessianFormat.kTriangular)
            highs.passHessian(free, len(mine), triangular, start, mine, diagonal[mine])
            highs.setOptionValue("solver", "choose")
            highs.setOptionValue("primal_feasibility_tolerance", SQUARE)
            highs.setOptionValue("qp_iteration_limit", STEPS)
        highs.run()
        if not _is(highs, "kOptimal"):
            return None
        found = np.array(highs.getSolution().col_value[: self.count])
        return found * self.frame.scale + self.frame.centre


def quiet() -> Any:
    """A HiGHS instance that prints nothing and gives the same answer every time."""
    import highspy

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False), ("threads", 1), ("presolve", "off"), ("solver", "simplex"),
        ("random_seed", 1), ("primal_feasibility_tolerance", 1e-9),
        ("dual_feasibility_tolerance", 1e-9),
    ):  # fmt: skip
        highs.setOptionValue(option, value)
    return highs


def _is(highs: Any, status: str) -> bool:
    return bool(highs.getModelStatus().name == status)


def _free(columns: Sequence[int], rows: Sequence[Row], box: Box) -> bool:
    """Do rows say something of ratios only, of columns of which nothing else is known? Zero
    satisfies such rows, whatever they say: they are asked for values of one and more."""
    return all(box.lower[j] == 0 and box.upper[j] == INF for j in columns) and all(
        end in (0, INF, -INF) for row in rows for end in (row.lower, row.upper)
    )


def block_program(
    columns: Sequence[int], rows: Sequence[Row], box: Box, floor: float | None = None
) -> Program:
    """The program of some rows over these columns only, inside the box (with another floor)."""
    local = {j: k for k, j in enumerate(columns)}
    lower = [box.lower[j] if floor is None else floor for j in columns]
    inner = Box(lower, [box.upper[j] for j in columns])
    moved = [row._replace(columns=tuple(local[j] for j in row.columns)) for row in rows]
    return Program(moved, inner.lower, inner.upper, Frame(inner, moved))


def conflict(rows: Sequence[Row], floors: Sequence[float]) -> frozenset[int] | None:
    """Rows that cannot hold together; None where all can. Propagation first, then Farkas."""
    return conflict_in(propagate(Box(floors, [INF] * len(floors)), rows), rows, {})


def conflict_in(
    box: Box, rows: Sequence[Row], known: dict[object, bool], among: Iterable[int] | None = None
) -> frozenset[int] | None:
    """The same for rows already propagated into a box; only those `among` can bind there.

    `known` keeps what was found feasible.
    """
    if box.conflict is not None:
        return box.conflict
    for columns, numbers in blocks(rows, binding(rows, box, among)):
        mine = [rows[n] for n in numbers]
        free = _free(columns, mine, box)
        if not free and is_tree(columns, mine):
            continue
        ends = tuple((box.lower[j], box.upper[j]) for j in columns)
        key = (tuple(mine), ends)
        if known.get(key):
            continue
        program = block_program(columns, mine, box, 1.0 if free else None)
        found = program.conflict()
        if found is not None:
            inside = {numbers[k] for k in found}
            for k in program.leaning():
                inside |= box.support(columns[k])
            return frozenset(inside)
        known[key] = True
    return None
