"""One component solved: explanation of its conflicts, bounds of its columns, values.

`solve` is a pure function of the component, so its result can be kept between builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import msgspec

from bluebook.comb.bound import sharpen
from bluebook.comb.judge import bonus, within
from bluebook.comb.localise import Core, Way, localise, rounding
from bluebook.comb.program import conflict
from bluebook.comb.propagate import Box, propagate
from bluebook.comb.reconcile import values
from bluebook.comb.register import number_rows
from bluebook.comb.statement import Component, Row, Statement
from bluebook.model.interval import Interval

INF = float("inf")


class Finding(msgspec.Struct, frozen=True):
    """Conflicts that hang together, and the ways out that cost least, the cheapest first.

    Numbers are statements of the component; a way out maps a statement to how many of its
    readings it gives up. `proven` is False where the search was cut short. `where` tells for
    each statement that the first way touches where all others put it. `others` are dearer ways.
    """

    conflicts: tuple[Core, ...]
    ways: tuple[tuple[Way, float], ...]
    proven: bool = True
    where: dict[int, tuple[float, float]] = {}
    others: tuple[tuple[Way, float], ...] = ()

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


def solve(component: Component, bounds: bool = True) -> Solution:
    """Explain, bound and reconcile one component; without `bounds` explain it only."""
    force, findings = forced(component)
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


def forced(component: Component) -> tuple[Force, list[Finding]]:
    """The rows in force under the first explanation of each conflict, and the conflicts."""
    floors = component.floors
    straight = [
        one if not one.bent else one._replace(readings=(), strict=())
        for one in component.statements
    ]
    findings: list[Finding] = []
    loose: set[int] = set()
    if not consistent(straight, floors):
        findings = [
            Finding(group.conflicts, group.ways, group.proven, others=group.others)
            for group in localise(straight, floors, partial(bonus, component))
        ]
        first = join(finding.ways[0][0] for finding in findings)
        cores, loose = rounding(straight, floors, first)
        findings += [Finding((core,), (((), 0.0),)) for core in cores]
    force = Force(component, join(finding.ways[0][0] for finding in findings), loose)
    late = force.bend()
    return force, [force.placed(finding) for finding in [*findings, *late]]


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

    def bend(self) -> list[Finding]:
        """Add the rows of statements that depend on bounds; findings where they do not fit.

        A bent claim that disagrees with what all straight ones say is the one set aside.
        """
        findings: list[Finding] = []
        for s, one in enumerate(self.component.statements):
            if not one.bent:
                continue
            ladder = [one.printed, *(reading.interval for reading in one.readings)]
            for mine in [self._bent_rows(one, interval) for interval in ladder]:
                trial = propagate(self.box.copy(), [*self.rows, *mine], len(self.rows))
                if trial.conflict is None:
                    self._add(s, mine)
                    self.box = trial
                    break
                ladder.pop(0)
            depth = len(one.readings) + 1 - len(ladder)
            if depth:
                way: Way = ((s, depth - 1),) if depth > 1 else ()
                findings.append(Finding((((s, 0),),), ((way, one.cost),)))
                self.way |= dict(way)
        return findings

    def placed(self, finding: Finding) -> Finding:
        """The finding with where everything in force puts what it sets aside."""
        statements, box = self.component.statements, self.box
        where = {
            s: tuple(within(statements[s], box.lower, box.upper)) for s, _ in finding.ways[0][0]
        }
        return msgspec.structs.replace(finding, where=where)

    def _bent_rows(self, one: Statement, interval: Interval) -> tuple[Row, ...]:
        lower, upper = self.box.lower, self.box.upper
        return number_rows(
            one.term, interval, dict(one.level), lambda j: Interval(lower[j], upper[j])
        )

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
            tuple(values(component, self.way, self.rows, box)),
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
