"""Judge the ways out of a conflict: which is likelier, given what kinds of error there are."""

from __future__ import annotations

from bluebook.comb.solve import Finding
from bluebook.comb.statement import Component

TIED = 0.7  # ways whose costs differ by less (odds of 1 to 2) are not decided between


def judge(component: Component, finding: Finding) -> Finding:
    """The finding with only the ways that are as good as the best."""
    best = finding.ways[0][1]
    return Finding(
        finding.conflicts,
        tuple(way for way in finding.ways if way[1] <= best + TIED),
        finding.proven,
    )
