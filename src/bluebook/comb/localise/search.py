"""The search for conflicts among readings, and the cheapest way out of those that were found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from bluebook.comb.localise.cover import cover
from bluebook.comb.system.bent import bent_conflict
from bluebook.comb.system.program import conflict, conflict_in
from bluebook.comb.system.propagate import Box, propagate, touch
from bluebook.comb.system.reduce import binding
from bluebook.comb.system.statement import Row, Statement

INF = float("inf")
Step = tuple[int, int]  # a statement, and which of its readings is given up
Core = tuple[Step, ...]  # readings that cannot all hold; none can be left out
Way = tuple[tuple[int, int], ...]  # statements, and how many of their readings are given up
ROUNDS = 300  # conflicts after which the search stops and says so
WORK = 200_000  # branches and pivots after which it does: some ten seconds


class Cheapest(NamedTuple):
    """A way that meets every conflict of a group, its cost, and the least that any can cost."""

    way: Way
    cost: float
    least: float


class Base:
    """The statements that no conflict is known of, and what they imply."""

    def __init__(
        self,
        statements: Sequence[Statement],
        floors: Sequence[float],
        given_up: Mapping[int, int],
        suspects: Collection[int],
    ) -> None:
        self.rows, self.owners = rows_in_force(statements, given_up, suspects)
        self.touching = touch(len(floors), self.rows)
        box = Box(floors, [INF] * len(floors))
        self.box = propagate(box, self.rows, touching=self.touching)
        self.binding = binding(self.rows, self.box) if self.box.conflict is None else []

    def with_late(self, late: list[Row]) -> Box:
        """What these and the late rows imply."""
        box = self.box.copy()
        if box.conflict is None:
            rows = [*self.rows, *late]
            touching = touch(len(box.lower), rows, len(self.rows), self.touching)
            propagate(box, rows, len(self.rows), touching)
        return box

    def conflict_with(self, late: list[Row], known: dict[object, bool]) -> frozenset[int] | None:
        """Rows (these, then the late ones) that cannot hold together."""
        rows = [*self.rows, *late]
        among = [*self.binding, *range(len(self.rows), len(rows))]
        return conflict_in(self.with_late(late), rows, known, among)


class Search:
    """The conflicts found so far in one component, and the cheapest way out of each group."""

    def __init__(self, statements: Sequence[Statement], floors: Sequence[float]) -> None:
        self.statements, self.floors = statements, floors
        self.cores: list[Core] = []
        self.suspects: set[int] = set()  # statements of some conflict
        self.bent = [s for s, one in enumerate(statements) if one.bent and one.readings]
        self._base: Base | None = None  # what all others imply
        self._known: dict[object, bool] = {}
        self._work = 0

    @property
    def spent(self) -> bool:
        """Has the search done all that it may?"""
        return self._work > WORK or len(self.cores) >= ROUNDS

    def groups(self) -> list[list[Core]]:
        """Conflicts joined where they share a statement that could be wrong."""
        group: dict[int, int] = {}

        def find(x: int) -> int:
            group.setdefault(x, x)
            while group[x] != x:
                x = group[x]
            return x

        for core in self.cores:
            first, *rest = self._movable(core)
            find(first)
            for other in rest:
                a, b = find(first), find(other)
                group[max(a, b)] = min(a, b)
        parts: dict[int, list[Core]] = defaultdict(list)
        for core in self.cores:
            parts[find(self._movable(core)[0])].append(core)
        return list(parts.values())

    def _movable(self, core: Core) -> list[int]:
        soft = [s for s, d in core if self.statements[s].movable(d)]
        return soft or [s for s, _ in core]

    def cheapest(self, cores: Sequence[Core], excluded: Sequence[Way] = ()) -> Cheapest | None:
        """The cheapest way that meets every conflict and contains no excluded way."""
        steps = {step for core in cores for step in core}
        full = sorted({(s, d) for s, deep in steps for d in range(deep + 1)})
        number = {step: k for k, step in enumerate(full)}
        cost = [self.statements[s].readings[d].cost for s, d in full]
        found = cover(
            cost,
            [number.get((s, d - 1), -1) for s, d in full],
            [frozenset(number[step] for step in core) for core in cores],
            [frozenset(number[s, d - 1] for s, d in way) for way in excluded],
        )
        if found is None:
            return None
        self._work += found.work
        depth: dict[int, int] = {}
        for k in found.chosen:
            s, d = full[k]
            depth[s] = max(depth.get(s, 0), d + 1)
        paid = sum(cost[k] for k in found.chosen)
        return Cheapest(tuple(sorted(depth.items())), paid, min(found.least, paid))

    def cost(self, way: Way) -> float:
        """The cost of a way."""
        return sum(r.cost for s, depth in way for r in self.statements[s].readings[:depth])

    def finished(self, given_up: Mapping[int, int]) -> dict[int, int]:
        """A way out of all conflicts, not the cheapest: of each conflict still met, the reading
        that stands in most conflicts for its cost is given up, then what need not be is not."""
        depth = dict(given_up)
        while new := self.look(depth, 1):
            self.cores += new
            often = Counter(s for core in self.cores for s, _ in core)
            soft = set(self._movable(new[0]))
            _, s, d = min(
                (self.statements[s].readings[d].cost / often[s], s, d)
                for s, d in new[0]
                if s in soft
            )
            depth[s] = d + 1
        for s in sorted(depth, key=lambda s: -self.cost(((s, depth[s]),))):
            less = {t: d - (t == s) for t, d in depth.items() if d > (t == s)}
            if not self.look(less, 1):
                depth = less
        return depth

    def _based(self, given_up: Mapping[int, int]) -> Base:
        if self._base is None:
            self._base = Base(self.statements, self.floors, given_up, self.suspects)
        return self._base

    def box(self, given_up: Mapping[int, int]) -> Box:
        """What the readings in force imply."""
        late, _ = rows_in_force(self.statements, given_up, (), self.suspects)
        return self._based(given_up).with_late(late)

    def look(self, given_up: Mapping[int, int], most: int = 1000) -> list[Core]:
        """Conflicts among the readings in force that share no statement that could be wrong."""
        found: list[Core] = []
        gone: set[int] = set()
        while len(found) < most:
            base = self._based(given_up)
            late, owners = rows_in_force(self.statements, given_up, gone, self.suspects)
            hit = base.conflict_with(late, self._known)
            owners = [*base.owners, *owners]
            steps = {owners[h] for h in hit} if hit is not None else None
            if steps is None and self.bent:
                bent = [(s, given_up.get(s, 0)) for s in self.bent if s not in gone]
                steps = self._bent(bent, [*base.rows, *late], owners, base.with_late(late))
            if steps is None:
                break
            core = tuple(self._minimal(sorted(steps)))
            found.append(core)
            self.suspects.update(s for s, _ in core)
            self._base = None
            gone |= {s for s, d in core if self.statements[s].movable(d)}
            if not gone:
                break
        return found

    def first_look(self) -> None:
        """What one pass of propagation shows: conflicts that share nothing that could be wrong.

        All statements of all conflicts become suspects, so that the rest need be propagated once.
        """
        rows, owners = rows_in_force(self.statements, {})
        hits: list[frozenset[int]] = []
        propagate(Box(self.floors, [INF] * len(self.floors)), rows, conflicts=hits)
        gone: set[int] = set()
        for hit in hits[:ROUNDS]:
            steps = sorted({owners[h] for h in hit})
            if gone & {s for s, _ in steps}:
                continue
            core = tuple(self._minimal(steps))
            self.cores.append(core)
            self.suspects.update(s for s, _ in core)
            gone |= {s for s, d in core if self.statements[s].movable(d)}

    def look_at(self, steps: Sequence[Step]) -> bool:
        """Do these readings conflict?"""
        return self._clash(steps) is not None

    def _minimal(self, steps: Sequence[Step]) -> list[Step]:
        """Leave one out, see whether the rest still conflicts (the deletion filter)."""
        kept = list(steps)
        for step in steps:
            if step in kept:
                clash = self._clash([other for other in kept if other != step])
                kept = kept if clash is None else clash
        return kept

    def _rows(self, step: Step) -> tuple[Row, ...]:
        return self.statements[step[0]].readings[step[1]].rows

    def _clash(self, steps: Sequence[Step]) -> list[Step] | None:
        """Those of the readings that a conflict among them needs; None where they can hold."""
        rows = [(step, row) for step in steps for row in self._rows(step)]
        used = sorted({j for _, row in rows for j in row.columns})
        local = {j: k for k, j in enumerate(used)}
        moved = [row._replace(columns=tuple(local[j] for j in row.columns)) for _, row in rows]
        hit = conflict(moved, [self.floors[j] for j in used])
        if hit is not None:
            return sorted({rows[h][0] for h in hit})
        if not any(self.statements[s].bent for s, _ in steps):
            return None
        box = propagate(Box(self.floors, [INF] * len(self.floors)), [row for _, row in rows])
        bent = [step for step in steps if self.statements[step[0]].bent]
        found = self._bent(bent, [row for _, row in rows], [step for step, _ in rows], box)
        return None if found is None else sorted(found)

    def _bent(
        self, bent: Sequence[Step], rows: Sequence[Row], owners: Sequence[Step], box: Box
    ) -> set[Step] | None:
        """The readings that cannot hold together with the bent ones, or None."""
        some = [(s, d) for s, d in bent if d < len(self.statements[s].readings)]
        each = [
            ((s, d), self.statements[s], self.statements[s].readings[d].interval) for s, d in some
        ]
        return bent_conflict(each, rows, owners, box)


def rows_in_force(
    statements: Sequence[Statement],
    given_up: Mapping[int, int],
    without: Collection[int] = (),
    only: Collection[int] | None = None,
) -> tuple[list[Row], list[Step]]:
    """The rows of the readings in force, and whose they are."""
    rows: list[Row] = []
    owners: list[Step] = []
    for s in range(len(statements)) if only is None else sorted(only):
        depth = given_up.get(s, 0)
        if s not in without and depth < len(statements[s].readings):
            mine = statements[s].readings[depth].rows
            rows += mine
            owners += [(s, depth)] * len(mine)
    return rows, owners
