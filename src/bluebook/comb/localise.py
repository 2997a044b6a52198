"""Localise: the least-cost set of readings to give up so that everything else can hold.

Weighted Fellegi-Holt by implicit hitting sets: find irreducible conflicts, find the cheapest set
that meets them all, look again, until nothing conflicts (Reiter 1987; Moreno-Centeno and Karp
2013). The answer is exact, and the conflicts are its explanation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from bluebook.comb.program import conflict, quiet
from bluebook.comb.statement import HARD, Row, Statement

Step = tuple[int, int]  # statement, the reading given up
INF = float("inf")
MARGIN = 1.2  # explanations whose costs differ by less (odds of 1 to 3) are ties
MOST = 12  # explanations listed
ROUNDS = 200


class Explanation(NamedTuple):
    """Steps down, by statement: how many readings are given up."""

    given_up: tuple[tuple[int, int], ...]
    cost: float


class Conflict(NamedTuple):
    """Statements, each in some reading, that cannot all hold; none can be left out."""

    steps: tuple[Step, ...]


class Findings(NamedTuple):
    """Conflicts, and the explanations of least cost (and those as good within the margin)."""

    conflicts: tuple[Conflict, ...]
    explanations: tuple[Explanation, ...]
    gap: float = 0.0


def localise(statements: Sequence[Statement], floors: Sequence[float]) -> Findings:
    """Conflicts among statements and the cheapest ways out."""
    conflicts: list[Conflict] = []
    while len(conflicts) < ROUNDS:
        best = cheapest(statements, conflicts)
        found = disjoint_conflicts(statements, floors, dict(best.given_up))
        if not found:
            break
        conflicts += found
    else:
        return Findings(tuple(conflicts), (cheapest(statements, conflicts),), INF)
    if not conflicts:
        return Findings((), ())
    ways, rounds = [], 0
    excluded: list[Explanation] = []
    while len(ways) < MOST and rounds < 3 * MOST:
        rounds += 1
        other = cheapest(statements, conflicts, excluded)
        if other.cost > best.cost + MARGIN:
            break
        found = disjoint_conflicts(statements, floors, dict(other.given_up), first=True)
        if found:
            conflicts += found
        else:
            ways.append(other)
            excluded.append(other)
    return Findings(tuple(conflicts), tuple(ways) or (best,))


def reading_rows(
    statements: Sequence[Statement], given_up: dict[int, int]
) -> tuple[list[Row], list[Step]]:
    """The rows of the readings in force, and whose they are."""
    rows: list[Row] = []
    owners: list[Step] = []
    for s, one in enumerate(statements):
        depth = given_up.get(s, 0)
        if depth < len(one.readings):
            for row in one.readings[depth].rows:
                rows.append(row)
                owners.append((s, depth))
    return rows, owners


def disjoint_conflicts(
    statements: Sequence[Statement],
    floors: Sequence[float],
    given_up: dict[int, int],
    first: bool = False,
) -> list[Conflict]:
    """Irreducible conflicts that share nothing that could be given up."""
    rows, owners = reading_rows(statements, given_up)
    live = set(range(len(rows)))
    found: list[Conflict] = []
    while True:
        numbers = sorted(live)
        hit = conflict([rows[n] for n in numbers], floors)
        if hit is None:
            return found
        steps = sorted({owners[numbers[h]] for h in hit})
        core = strongest(statements, minimal(steps, rows, owners, floors), floors)
        found.append(Conflict(tuple(core)))
        soft = {step[0] for step in core if not _hard(statements, step)}
        if first or not soft:
            return found
        live = {n for n in live if owners[n][0] not in soft}


def _hard(statements: Sequence[Statement], step: Step) -> bool:
    return statements[step[0]].readings[step[1]].cost >= HARD


def strongest(
    statements: Sequence[Statement], core: list[Step], floors: Sequence[float]
) -> list[Step]:
    """The conflict in the last readings of its statements, if they conflict in these too."""
    rows: list[Row] = []
    owners: list[Step] = []
    for s, _ in core:
        last = len(statements[s].readings) - 1
        rows += statements[s].readings[last].rows
        owners += [(s, last)] * len(statements[s].readings[last].rows)
    hit = conflict_small(rows, floors)
    if hit is None:
        return core
    return minimal(sorted({owners[h] for h in hit}), rows, owners, floors)


def minimal(
    steps: Sequence[Step], rows: Sequence[Row], owners: Sequence[Step], floors: Sequence[float]
) -> list[Step]:
    """An irreducible part of a conflict: leave one out, see whether it still conflicts."""
    kept = list(steps)
    mine: dict[Step, list[Row]] = {step: [] for step in kept}
    for row, owner in zip(rows, owners, strict=True):
        if owner in mine:
            mine[owner].append(row)
    for step in list(kept):
        if step not in kept:
            continue
        trial = [other for other in kept if other != step]
        flat = [(other, row) for other in trial for row in mine[other]]
        hit = conflict_small([row for _, row in flat], floors)
        if hit is not None:
            still = {flat[h][0] for h in hit}
            kept = [other for other in trial if other in still]
    return kept


def conflict_small(rows: Sequence[Row], floors: Sequence[float]) -> frozenset[int] | None:
    """`conflict` over the columns that the rows name only."""
    used = sorted({j for row in rows for j in row.columns})
    local = {j: k for k, j in enumerate(used)}
    moved = [row._replace(columns=tuple(local[j] for j in row.columns)) for row in rows]
    return conflict(moved, [floors[j] for j in used])


def cheapest(
    statements: Sequence[Statement],
    conflicts: Iterable[Conflict],
    excluded: Sequence[Explanation] = (),
) -> Explanation:
    """The cheapest set of steps that meets every conflict (minimum-cost hitting set).

    Solutions that contain an excluded one are left out.
    """
    conflicts = list(conflicts)
    steps = sorted({step for one in conflicts for step in one.steps})
    full = sorted({(s, d) for s, deep in steps for d in range(deep + 1)})
    if not full:
        return Explanation((), 0.0)
    number = {step: k for k, step in enumerate(full)}
    cost = [statements[s].readings[d].cost for s, d in full]
    rows: list[tuple[list[int], list[float], float]] = []
    for one in conflicts:
        meets = [number[step] for step in one.steps]
        rows.append((meets, [1.0] * len(meets), 1.0))
    for (s, d), (t, e) in pairwise(full):
        if s == t and e == d + 1:  # the first reading is given up before the second
            rows.append(([number[s, d], number[t, e]], [1.0, -1.0], 0.0))
    for other in excluded:
        last = [number[s, d - 1] for s, d in other.given_up]
        rows.append((last, [-1.0] * len(last), 1.0 - len(last)))
    chosen = _cover(cost, rows)
    if chosen is None:
        return Explanation((), INF)
    depth: dict[int, int] = {}
    for k in chosen:
        s, d = full[k]
        depth[s] = max(depth.get(s, 0), d + 1)
    return Explanation(tuple(sorted(depth.items())), sum(cost[k] for k in chosen))


def _cover(
    cost: Sequence[float], rows: Sequence[tuple[list[int], list[float], float]]
) -> list[int] | None:
    """The cheapest 0-1 point with every row at least its bound; None where there is none."""
    import highspy
    import numpy as np

    highs = quiet()
    highs.setOptionValue("presolve", "choose")
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 1e-6)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(cost), len(rows)
    lp.col_cost_ = np.array(cost)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(cost)), np.ones(len(cost))
    lp.row_lower_ = np.array([bound for _, _, bound in rows])
    lp.row_upper_ = np.full(len(rows), INF)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(cost)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(r[0]) for r in rows])]).astype(
        np.int32
    )
    lp.a_matrix_.index_ = np.array([k for r in rows for k in r[0]], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([v for r in rows for v in r[1]])
    highs.passModel(lp)
    highs.run()
    if highs.getModelStatus().name != "kOptimal":
        return None
    return [k for k, x in enumerate(highs.getSolution().col_value) if x > 0.5]
