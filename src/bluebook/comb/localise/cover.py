"""Minimum-cost hitting sets: the cheapest choice that meets every conflict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Sets = Sequence[frozenset[int]]
SMALL = 3_000  # branches after which the mixed-integer solver takes over
NODES = 500  # branches of the solver after which it gives the best it has
INF = float("inf")


class Cover(NamedTuple):
    """A choice, the least that any choice can cost, and the branches and pivots it took."""

    chosen: tuple[int, ...]
    least: float
    work: int


def cover(cost: Sequence[float], needs: Sequence[int], sets: Sets, excluded: Sets) -> Cover | None:
    """The cheapest set of items that meets each of `sets` and contains none of `excluded`.

    Item k needs item `needs[k]` (-1 for none). None where there is no such set.
    """
    search = _Search(cost, needs, sets, excluded)
    search.go(frozenset(), 0.0)
    if search.left > 0:
        if search.best is None:
            return None
        return Cover(tuple(sorted(search.best)), search.best_cost, SMALL - search.left)
    return _by_solver(cost, needs, sets, excluded)


class _Search:
    """Branch and bound: take an unmet set, try its items, dearer branches cut off."""

    def __init__(
        self, cost: Sequence[float], needs: Sequence[int], sets: Sets, excluded: Sets
    ) -> None:
        self.sets, self.excluded, self.cost = sets, excluded, cost
        self.with_needs = [self._closed(k, needs) for k in range(len(cost))]
        self.best: frozenset[int] | None = None
        self.best_cost = INF
        self.left = SMALL
        self.seen: set[frozenset[int]] = set()

    @staticmethod
    def _closed(k: int, needs: Sequence[int]) -> frozenset[int]:
        found = {k}
        while needs[k] >= 0:
            k = needs[k]
            found.add(k)
        return frozenset(found)

    def go(self, taken: frozenset[int], paid: float) -> None:
        self.left -= 1
        if self.left <= 0 or taken in self.seen:
            return
        self.seen.add(taken)
        if any(other <= taken for other in self.excluded):
            return
        unmet = [one for one in self.sets if not one & taken]
        if not unmet:
            if paid < self.best_cost - 1e-9:
                self.best, self.best_cost = taken, paid
            return
        if paid + self._least(unmet, taken) >= self.best_cost - 1e-9:
            return
        narrow = min(unmet, key=len)
        options = [(self.price(k, taken), k) for k in narrow]
        for price, k in sorted(options):
            self.go(taken | self.with_needs[k], paid + price)

    def price(self, k: int, taken: frozenset[int]) -> float:
        return sum(self.cost[i] for i in self.with_needs[k] if i not in taken)

    def _least(self, unmet: Sequence[frozenset[int]], taken: frozenset[int]) -> float:
        """What disjoint unmet sets must cost at least, each its cheapest item."""
        used: set[int] = set()
        total = 0.0
        for one in sorted(unmet, key=len):
            if not used & one:
                used |= one
                total += min(self.cost[k] for k in one)
        return total


def _by_solver(
    cost: Sequence[float], needs: Sequence[int], sets: Sets, excluded: Sets
) -> Cover | None:
    """The same by HiGHS, as a 0-1 program."""
    import highspy
    import numpy as np

    from bluebook.comb.system.program import quiet

    rows = [(sorted(one), [1.0] * len(one), 1.0) for one in sets]
    rows += [([needs[k], k], [1.0, -1.0], 0.0) for k in range(len(cost)) if needs[k] >= 0]
    rows += [(sorted(one), [-1.0] * len(one), 1.0 - len(one)) for one in excluded]
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows)
    lp.col_cost_ = np.array(cost)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(cost)), np.ones(len(cost))
    lp.row_lower_ = np.array([bound for _, _, bound in rows])
    lp.row_upper_ = np.full(len(rows), INF)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(cost)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    starts = np.concatenate([[0], np.cumsum([len(row[0]) for row in rows])])
    lp.a_matrix_.start_ = starts.astype(np.int32)
    lp.a_matrix_.index_ = np.array([k for row in rows for k in row[0]], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([v for row in rows for v in row[1]])
    highs = quiet()
    for option, value in (("presolve", "choose"), ("mip_rel_gap", 0.0), ("mip_max_nodes", NODES)):
        highs.setOptionValue(option, value)
    highs.passModel(lp)
    highs.run()
    if not highs.getSolution().value_valid:
        return None
    info = highs.getInfo()
    chosen = tuple(k for k, x in enumerate(highs.getSolution().col_value) if x > 0.5)
    return Cover(chosen, float(info.mip_dual_bound), SMALL + int(info.simplex_iteration_count))
