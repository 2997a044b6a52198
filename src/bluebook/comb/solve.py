"""One component solved: explanation of its conflicts, bounds of its columns, values.

`solve` is a pure function of the component, so its result can be kept between builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

import msgspec

from bluebook.comb.localise import Conflict, Explanation, localise
from bluebook.comb.propagate import Box, propagate
from bluebook.comb.rows import number_rows
from bluebook.comb.statement import Component, Row, Statement
from bluebook.model.interval import Interval, point

if TYPE_CHECKING:
    from bluebook.comb.program import Program, Vector

INF = float("inf")
HULLS = 6  # explanations whose bounds are joined
EXACT = 1e-9  # a bound is reached if a point comes that near, in parts of the width


class Finding(msgspec.Struct, frozen=True):
    """Conflicts that hang together, and the ways out that cost least, the first one taken.

    Numbers are statements of the component; a way out maps a statement to how many of its
    readings it gives up. More than one way is a tie.
    """

    conflicts: tuple[tuple[tuple[int, int], ...], ...]
    ways: tuple[tuple[tuple[int, int], ...], ...]
    gap: float = 0.0


class Solution(msgspec.Struct, frozen=True):
    """What is known of a component's columns, in their order.

    `implied` gives for a column the statements its bounds rest on; `disputed` are columns whose
    bounds differ between explanations that cost the same.
    """

    lower: tuple[float, ...]
    upper: tuple[float, ...]
    values: tuple[float, ...]
    implied: dict[int, tuple[int, ...]]
    findings: tuple[Finding, ...] = ()
    disputed: tuple[int, ...] = ()


def solve(component: Component) -> Solution:
    """Explain, bound and reconcile one component."""
    statements, floors = component.statements, component.floors
    straight = [one if not one.bent else one._replace(readings=()) for one in statements]
    rows, _ = _rows(straight, {})
    box = propagate(Box(floors, [INF] * len(floors)), rows)
    tree = _is_tree(component)
    findings: list[Finding] = []
    if box.conflict is not None or not (tree or _feasible(rows, floors, box)):
        findings = separate(straight, floors)
    way = _join(finding.ways[0] for finding in findings)
    bent, late = _bend(component, way)
    findings += late
    result = _solve_way(component, way, bent, tree)
    others = [
        _join([*(f.ways[0] for f in findings if f is not finding), alternative])
        for finding in findings
        for alternative in finding.ways[1:HULLS]
    ]
    return _hull(result, [_solve_way(component, other, [], tree) for other in others], findings)


def _rows(
    statements: Sequence[Statement], given_up: dict[int, int]
) -> tuple[list[Row], list[int]]:
    from bluebook.comb.localise import reading_rows

    rows, owners = reading_rows(statements, given_up)
    return rows, [s for s, _ in owners]


def _feasible(rows: Sequence[Row], floors: Sequence[float], box: Box) -> bool:
    from bluebook.comb.program import Frame, Program

    return Program(rows, floors, [INF] * len(floors), Frame(box, rows)).conflict() is None


def _is_tree(component: Component) -> bool:
    """Does no cycle join the columns? Then propagation is exact.

    Statements over two columns count once; one that needs two rows over more does not qualify.
    """
    links = 0
    for one in component.statements:
        n = len(one.columns)
        if one.bent or (n > 2 and any(len(reading.rows) > 1 for reading in one.readings)):
            return False
        links += n - 1 if n > 1 else 0
    return links == len(component.columns) - 1


def separate(statements: Sequence[Statement], floors: Sequence[float]) -> list[Finding]:
    """Findings: conflicts grouped by the statements they share, each with its ways out."""
    found = localise(statements, floors)
    group: dict[int, int] = {}

    def find(x: int) -> int:
        group.setdefault(x, x)
        while group[x] != x:
            x = group[x]
        return x

    for conflict in found.conflicts:
        members = [s for s, _ in conflict.steps if not statements[s].rule]
        for other in members[1:]:
            a, b = find(members[0]), find(other)
            group[max(a, b)] = min(a, b)
        if members:
            find(members[0])
    parts: dict[int, list[Conflict]] = {}
    for conflict in found.conflicts:
        members = [s for s, _ in conflict.steps if not statements[s].rule]
        parts.setdefault(find(members[0]) if members else -1, []).append(conflict)
    out = []
    for conflicts in parts.values():
        inside = {s for conflict in conflicts for s, _ in conflict.steps}
        ways: dict[tuple[tuple[int, int], ...], None] = {}
        for way in found.explanations:
            ways[tuple((s, d) for s, d in way.given_up if s in inside)] = None
        out.append(Finding(tuple(c.steps for c in conflicts), tuple(ways), found.gap))
    return out


def _join(ways: Iterable[tuple[tuple[int, int], ...]]) -> dict[int, int]:
    joined: dict[int, int] = {}
    for way in ways:
        for s, d in way:
            joined[s] = max(d, joined.get(s, 0))
    return joined


Bent = tuple[int, tuple[Row, ...]]


def _bend(component: Component, way: dict[int, int]) -> tuple[list[Bent], list[Finding]]:
    """Rows of the statements that depend on bounds, and findings where they do not fit.

    A bent claim that disagrees with what all straight ones say is the one set aside.
    """
    bent = [s for s, one in enumerate(component.statements) if one.bent]
    if not bent:
        return [], []
    rows, _ = _rows(component.statements, way)
    box = propagate(Box(component.floors, [INF] * len(component.floors)), rows)
    kept: list[Bent] = []
    findings: list[Finding] = []
    for s in bent:
        one = component.statements[s]
        for depth, reading in enumerate(one.readings):
            mine = number_rows(
                one.term, reading.interval, dict(one.level),
                lambda j: Interval(box.lower[j], box.upper[j]),
            )  # fmt: skip
            trial = Box(box.lower, box.upper)
            propagate(trial, [*rows, *(r for _, rs in kept for r in rs), *mine])
            if trial.conflict is None:
                kept.append((s, mine))
                if depth:
                    findings.append(Finding((((s, 0),),), (((s, depth),),)))
                break
        else:
            findings.append(Finding((((s, 0),),), (((s, len(one.readings)),),)))
    return kept, findings


def _solve_way(
    component: Component, way: dict[int, int], bent: Sequence[Bent], tree: bool
) -> Solution:
    rows, owners = _rows(component.statements, way)
    for s, mine in bent:
        rows += mine
        owners += [s] * len(mine)
    box = propagate(Box(component.floors, [INF] * len(component.floors)), rows)
    if box.conflict is not None:  # a limit of the search was reached: keep the floors
        box = Box(component.floors, [INF] * len(component.floors))
    claimed = {s.columns[0] for s in component.statements if s.claims and len(s.level) == 1}
    implied: dict[int, frozenset[int]] = {
        j: frozenset(owners[n] for n in box.support(j))
        for j in range(len(component.columns))
        if j not in claimed
    }
    if len(component.columns) == 1:
        values = [_single(component, way, box)]
    else:
        from bluebook.comb.program import Frame, Program

        program = Program(rows, box.lower, box.upper, Frame(box, rows))
        if not tree:
            _sharpen(program, box, owners, implied)
        values = _values(component, way, program, box)
    return Solution(
        tuple(box.lower),
        tuple(box.upper),
        tuple(values),
        {j: tuple(sorted(found)) for j, found in implied.items()},
    )


def _single(component: Component, way: dict[int, int], box: Box) -> float:
    """The value of a column alone: what the sharpest kept claim prints."""
    wished = _wishes(component, way, [0.0])
    best = min(wished, key=lambda w: -w[1])[0].lower if wished else box.lower[0]
    return min(max(best, box.lower[0]), box.upper[0])


def _wishes(
    component: Component, way: dict[int, int], centre: Sequence[float]
) -> list[tuple[Row, float]]:
    """Kept claims as rows whose `lower` is the printed value, weighted by their precision.

    How precise a row is, in its own units, is how far it moves when the value moves by the
    half width, near the centre.
    """
    out = []
    for s, one in enumerate(component.statements):
        if not one.claims or one.bent or way.get(s, 0) >= len(one.readings):
            continue
        half = one.said.width / 2
        printed = _rows_at(one, one.value)
        moved = _rows_at(one, one.value + half) if half < INF else ()
        for row, other in zip_longest(printed, moved):
            if row is None:
                continue
            weight = 1e-9
            if other is not None:
                size = max(abs(c * centre[j]) for j, c in zip(row.columns, row.coefficients, strict=True))
                width = abs(_slack(row, centre) - _slack(other, centre))
                weight = 1 / max(width, 1e-9 * size, 1e-12)
            out.append((row, weight))
    return out


def _rows_at(one: Statement, value: float) -> tuple[Row, ...]:
    return number_rows(one.term, point(value), dict(one.level), lambda j: Interval(0.0, INF))


def _slack(row: Row, at: Sequence[float]) -> float:
    return sum(c * at[j] for j, c in zip(row.columns, row.coefficients, strict=True)) - row.lower


def _values(
    component: Component, way: dict[int, int], program: Program, box: Box
) -> list[float]:
    """Values inside everything kept, nearest to what was said."""
    middle = [Interval(a, b).middle for a, b in zip(box.lower, box.upper, strict=True)]
    nearest = program.nearest(_wishes(component, way, program.frame.centre.tolist()))
    found = middle if nearest is None else nearest.tolist()
    return [
        min(max(x, a), b) for x, a, b in zip(found, box.lower, box.upper, strict=True)
    ]


def _sharpen(
    program: Program, box: Box, owners: Sequence[int], implied: dict[int, frozenset[int]]
) -> None:
    """Bounds by linear programming, for those that no point found so far reaches.

    Filtering as in Gleixner et al. 2017 (three enhancements for optimization-based bound
    tightening): most programs need not be run.
    """
    n = len(box.lower)
    least, most = [INF] * n, [-INF] * n

    def look(found: Vector | None) -> None:
        if found is not None:
            for j, x in enumerate(found.tolist()):
                least[j], most[j] = min(least[j], x), max(most[j], x)

    for sign in (1.0, -1.0):
        form = {j: sign / program.frame.scale[j] for j in range(n)}
        look(program.least(form)[1])
    for sign in (1.0, -1.0):
        for j in range(n):
            near = EXACT * program.frame.scale[j]
            end = box.lower[j] if sign > 0 else box.upper[j]
            reached = least[j] - near <= end if sign > 0 else most[j] + near >= end
            if reached:
                continue
            safe, reaching, rows, columns = program.least({j: sign})
            look(reaching)
            bound = safe * sign
            if sign > 0 and bound > box.lower[j]:
                box.lower[j] = min(bound, box.upper[j])
            elif sign < 0 and bound < box.upper[j]:
                box.upper[j] = max(bound, box.lower[j])
            else:
                continue
            if j in implied:
                behind = {owners[r] for r in rows}
                for k in columns:
                    behind |= {owners[r] for r in box.support(k)}
                implied[j] |= frozenset(behind)


def _hull(first: Solution, others: Sequence[Solution], findings: Sequence[Finding]) -> Solution:
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

