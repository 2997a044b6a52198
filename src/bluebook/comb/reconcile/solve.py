"""One component solved: explanation of its conflicts, bounds of its columns, values.

`solve` is a pure function of the component, so its result can be kept between builds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import count

import msgspec

from bluebook.comb.localise.judge import bonus, within
from bluebook.comb.localise.search import Core, Way
from bluebook.comb.localise.ways import localise, rounding
from bluebook.comb.reconcile.bound import sharpen
from bluebook.comb.reconcile.values import Method, values
from bluebook.comb.system.bent import bent_rows, zero_only
from bluebook.comb.system.program import conflict, conflict_in
from bluebook.comb.system.propagate import Box, propagate, touch
from bluebook.comb.system.statement import HARD, Component, Row, Statement
from bluebook.model.interval import Interval

INF = float("inf")
TRIES = 3  # rounds in which bent statements are read more generously
ASIDE = 99  # deeper than any reading


class Finding(msgspec.Struct, frozen=True):
    """Conflicts that hang together, and the ways out that cost least, the cheapest first.

    Numbers are statements of the component; a way out maps a statement to how many of its
    readings it gives up. `proven` is False where the search was cut short; another way may then
    be cheaper by `gap`. `where` tells for each statement that the first way touches where all
    others put it. `others` are dearer ways.
    """

    conflicts: tuple[Core, ...]
    ways: tuple[tuple[Way, float], ...]
    proven: bool = True
    where: dict[int, tuple[float, float]] = {}
    others: tuple[tuple[Way, float], ...] = ()
    gap: float = 0.0

    @property
    def set_aside(self) -> set[int]:
        """The statements that the first way touches."""
        return {s for s, _ in self.ways[0][0]}


class Solution(msgspec.Struct, frozen=True):
    """What is known of a component's columns, in their order.

    `implied` gives for a column that no claim states the statements its bounds rest on;
    `disputed` are columns whose bounds differ between explanations as good as one another.
    """

    lower: tuple[float, ...]
    upper: tuple[float, ...]
    values: tuple[float, ...]
    implied: dict[int, tuple[int, ...]]
    findings: tuple[Finding, ...] = ()
    disputed: tuple[int, ...] = ()


def solve(component: Component, bounds: bool = True, method: Method = "absolute") -> Solution:
    """Explain, bound and reconcile one component; without `bounds` explain it only."""
    force, findings = forced(component, bounds, method)
    if not bounds:
        return Solution((), (), (), {}, tuple(findings))
    others = [
        join([*(f.ways[0][0] for f in findings if f is not finding), other])
        for finding in findings
        for other, _ in finding.ways[1:]
    ]
    return _hull(
        force.solution(),
        [Force(component, other, force.loose).bounds() for other in others],
        findings,
    )


def forced(
    component: Component, settled: bool = True, method: Method = "absolute"
) -> tuple[Force, list[Finding]]:
    """The rows in force under the first explanation of each conflict, and the conflicts.

    Where `settled`, the values of the force satisfy its bent statements as well: those that no
    values near by satisfy are read more generously, and at last set aside.
    """
    findings, loose = _explained(component)
    way = join(finding.ways[0][0] for finding in findings)
    beyond: dict[int, int] = {}
    for tries in count():
        force = Force(component, dict(way), loose)
        late = force.bend(beyond)
        unmet = force.settle(method) if settled else ()
        if not unmet:
            break
        soft = [s for s in unmet if component.statements[s].cost < HARD]
        for s in unmet if tries > 2 * TRIES else soft or unmet:
            beyond[s] = ASIDE if tries > TRIES else beyond.get(s, 0) + 1
    return force, [force.placed(finding) for finding in [*findings, *late]]


def _explained(component: Component) -> tuple[list[Finding], set[int]]:
    """Conflicts of the straight statements, and those read generously for rounding."""
    floors = component.floors
    straight = [
        one if not one.bent or one.cost >= HARD else one._replace(readings=(), strict=())
        for one in component.statements
    ]
    if consistent(straight, floors) and not any(one.bent and one.readings for one in straight):
        return [], set()
    findings = [
        Finding(group.conflicts, group.ways, group.proven, others=group.others, gap=group.gap)
        for group in localise(straight, floors, partial(bonus, component))
    ]
    first = join(finding.ways[0][0] for finding in findings)
    cores, loose = rounding(straight, floors, first)
    return [*findings, *(Finding((core,), (((), 0.0),)) for core in cores)], loose


def open_box(floors: Sequence[float]) -> Box:
    """A box that knows nothing but the floors."""
    return Box(floors, [INF] * len(floors))


def consistent(statements: Sequence[Statement], floors: Sequence[float]) -> bool:
    """Can all statements hold as printed?"""
    rows = [row for one in statements for row in one.strict]
    return conflict(rows, floors) is None


def join(ways: Iterable[Way]) -> dict[int, int]:
    """Several ways out taken together."""
    joined: dict[int, int] = {}
    for way in ways:
        for s, d in way:
            joined[s] = max(d, joined.get(s, 0))
    return joined


class Force:
    """The rows in force under one explanation."""

    def __init__(self, component: Component, way: dict[int, int], loose: set[int]) -> None:
        self.component, self.way, self.loose = component, way, loose
        self.rows: list[Row] = []
        self.owners: list[int] = []
        self.bent: dict[int, Interval] = {}  # statements bent and in force
        self.depth: dict[int, int] = {}  # how many of their intervals are given up
        self.sought: set[int] = set()  # those for which no values were found, and nothing proven
        self.values: list[float] = []
        for s, one in enumerate(component.statements):
            depth = way.get(s, 0)
            if depth < len(one.readings):
                strict = not depth and s not in loose
                self._add(s, one.strict if strict else one.readings[depth].rows)
        self.box = propagate(open_box(component.floors), self.rows)
        if self.box.conflict is not None:  # a search cut short: nothing is claimed to be known
            self.rows, self.owners = [], []
            self.box = open_box(component.floors)

    def _add(self, s: int, rows: Iterable[Row]) -> None:
        for row in rows:
            self.rows.append(row)
            self.owners.append(s)

    def bend(self, beyond: Mapping[int, int] = {}) -> list[Finding]:
        """Add the rows of statements that depend on bounds; findings where they do not fit.

        A bent claim that disagrees with what all straight ones say is the one set aside.
        `beyond` tells of how many intervals of a statement no values are inside.
        """
        self.sought = set(beyond)
        straight, way, box = len(self.rows), dict(self.way), self.box
        findings = self._bend(beyond, lambda trial, rows: trial.conflict)
        if self.bent and conflict_in(self.box, self.rows, {}) is not None:  # only a cycle shows it
            del self.rows[straight:], self.owners[straight:]
            beyond = {**beyond, **{s: d for s, d in self.depth.items() if d}}
            self.way, self.box, self.bent, known = way, box, {}, dict[object, bool]()
            findings = self._bend(beyond, lambda trial, rows: conflict_in(trial, rows, known))
        return findings

    def _bend(
        self, beyond: Mapping[int, int], conflict: Callable[[Box, list[Row]], object]
    ) -> list[Finding]:
        findings: list[Finding] = []
        count, touching = len(self.box.lower), touch(len(self.box.lower), self.rows)
        for s, one in enumerate(self.component.statements):
            if not one.bent:
                continue
            ladder = [one.printed, *(reading.interval for reading in one.readings)]
            depth = min(beyond.get(s, 0), len(ladder))
            while depth < len(ladder):
                mine = bent_rows(one, ladder[depth], self.box)
                rows = [*self.rows, *mine]
                reached = touch(count, rows, len(self.rows), touching)
                trial = propagate(self.box.copy(), rows, len(self.rows), reached)
                clash = conflict(trial, rows) or (
                    zero_only(mine, rows, trial) if one.claims else None
                )
                if clash is None:
                    self._add(s, mine)
                    touching = reached
                    self.box, self.bent[s] = trial, ladder[depth]
                    break
                depth += 1
            self.depth[s] = depth
            if depth:
                way: Way = ((s, depth - 1),) if depth > 1 else ()
                findings.append(Finding((((s, 0),),), ((way, one.cost),), s not in self.sought))
                self.way |= dict(way)
        return findings

    def settle(self, method: Method) -> tuple[int, ...]:
        """Find the values; the bent statements that no values near by satisfy."""
        lower, upper = self.box.lower, self.box.upper
        known = {
            s: interval
            for s, interval in self.bent.items()
            if all(lower[j] > -INF and upper[j] < INF for j in self.component.statements[s].columns)
        }
        self.values, unmet = values(self.component, self.way, self.rows, self.box, known, method)
        return unmet

    def placed(self, finding: Finding) -> Finding:
        """The finding with where everything in force puts what it sets aside."""
        statements, box = self.component.statements, self.box
        where = {
            s: tuple(within(statements[s], box.lower, box.upper)) for s, _ in finding.ways[0][0]
        }
        return msgspec.structs.replace(finding, where=where)

    def bounds(self) -> Box:
        """Bounds alone."""
        sharpen(self.rows, self.owners, self.box, {})
        return self.box

    def solution(self) -> Solution:
        """Bounds and values, and what implied bounds rest on."""
        component, box = self.component, self.box
        claimed = {
            one.columns[0]
            for s, one in enumerate(component.statements)
            if one.claims and len(one.level) == 1 and self.way.get(s, 0) < len(one.readings)
        }
        implied = {
            j: {self.owners[n] for n in box.support(j)}
            for j in range(len(component.columns))
            if j not in claimed
        }
        sharpen(self.rows, self.owners, box, implied)
        return Solution(
            tuple(box.lower),
            tuple(box.upper),
            tuple(self.values),
            {j: tuple(sorted(found)) for j, found in implied.items()},
        )


def _hull(first: Solution, others: Sequence[Box], findings: Sequence[Finding]) -> Solution:
    """The bounds that hold whichever of the tied explanations is true."""
    lower, upper = list(first.lower), list(first.upper)
    disputed = set()
    for other in others:
        for j, (a, b) in enumerate(zip(other.lower, other.upper, strict=True)):
            apart = Interval(a, b).meet(Interval(first.lower[j], first.upper[j]))
            if apart.empty or not (a <= first.values[j] <= b):
                disputed.add(j)
                lower[j], upper[j] = min(lower[j], a), max(upper[j], b)
    return Solution(
        tuple(lower), tuple(upper), first.values, first.implied, tuple(findings),
        tuple(sorted(disputed)),
    )  # fmt: skip
