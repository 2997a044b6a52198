"""Judge the ways out of a conflict: which is likelier, given how figures come to be wrong.

The search gives the ways whose costs are near the least. Each figure a way sets aside is then
looked at: where the rest of the evidence puts it, and whether a known mechanism leads from there
to what was printed. A typing error that explains everything is likelier than one that explains
nothing; a way that is not clearly likelier than another is a tie, and is not decided.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bluebook.comb.localise import Core, Way
from bluebook.comb.mechanism import OTHER, Guess, guesses
from bluebook.comb.propagate import Box, propagate
from bluebook.comb.statement import Component, Row, Statement
from bluebook.language.arithmetic import Level, interval
from bluebook.language.expression import Name, parse
from bluebook.model.interval import INF, UNKNOWN, Interval

if TYPE_CHECKING:
    from bluebook.comb.solve import Finding

TIED = 0.7  # ways whose costs differ by less (odds of 1 to 2) are not decided between
MOST = 4  # tied ways that are followed up


def judge(component: Component, finding: Finding) -> Finding:
    """The finding with only the ways that are as good as the best, the best first."""
    if len(finding.ways) == 1:
        return finding
    scored = [(way, cost - _bonus(component, finding.conflicts, way)) for way, cost in finding.ways]
    scored.sort(key=lambda one: (round(one[1], 6), one[0]))
    best = scored[0][1]
    tied = [one for one in scored if one[1] <= best + TIED]
    return type(finding)(finding.conflicts, tuple(tied[:MOST]), finding.proven)


def _bonus(component: Component, cores: Sequence[Core], way: Way) -> float:
    total = 0.0
    for s, depth in way:
        one = component.statements[s]
        if not one.claims or depth < len(one.readings):
            continue
        found = likely(component, cores, s, [t for t, d in way if t != s])
        total += found[0].bonus if found else math.log(OTHER)
    return total


def likely(
    component: Component, cores: Sequence[Core], s: int, without: Sequence[int] = ()
) -> list[Guess]:
    """Likely true values of a statement that is set aside, and how they went wrong."""
    one = component.statements[s]
    where = implied(component, cores, s, without)
    found = guesses(one.value, one.printed.width / 2, where, _others(component, one))
    return [guess for guess in found if guess.bonus > 0]


def implied(
    component: Component, cores: Sequence[Core], s: int, without: Sequence[int] = ()
) -> Interval:
    """Where the other statements of its conflicts put a statement's expression."""
    one = component.statements[s]
    rows: list[Row] = []
    for t in sorted({t for core in cores if s in {u for u, _ in core} for t, _ in core}):
        if t != s and t not in without and component.statements[t].readings:
            rows += component.statements[t].readings[0].rows
    box = propagate(Box(component.floors, [INF] * len(component.floors)), rows)
    if box.conflict is not None:
        return UNKNOWN
    level = dict(one.level)

    def known(at: Level) -> Interval:
        return Interval(box.lower[level[at]], box.upper[level[at]])

    return interval(one.term, known)


def _others(component: Component, one: Statement) -> dict[str, list[float]]:
    """Figures of the same kind at other periods and places, which may have been taken instead."""
    found: dict[str, list[float]] = {"previous": [], "neighbour": []}
    for other in component.statements:
        if not other.claims or other is one:
            continue
        if (other.expression, other.territory) == (one.expression, one.territory):
            if other.period != one.period:
                found["previous"].append(other.value)
        elif other.period == one.period and isinstance(parse(other.expression), Name):
            found["neighbour"].append(other.value)
    return found
