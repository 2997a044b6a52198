"""What is off by no more than rounding or revision allows, and yet looks like a slip of the pen."""

from __future__ import annotations

from bluebook.comb.localise.judge import likely, within
from bluebook.comb.localise.mechanism import Guess
from bluebook.comb.localise.search import Core
from bluebook.comb.localise.ways import TIED
from bluebook.comb.system.propagate import INF, Box, propagate
from bluebook.comb.system.statement import Component, Statement

SURE = 1.0  # the log evidence that is needed


def slip(component: Component, core: Core) -> tuple[Statement, Guess] | None:
    """The claim of a conflict that a known mechanism leads to from where the others, as printed,
    put it, and what it may have been; None where there is none, or more than one."""
    statements, found = component.statements, list[tuple[float, Statement, Guess]]()
    for s, _ in core:
        if statements[s].claims:
            rows = [row for t, _ in core if t != s for row in statements[t].strict]
            box = propagate(Box(component.floors, [INF] * len(component.floors)), rows)
            where = within(statements[s], box.lower, box.upper)
            guesses = [g for g in likely(component, statements[s], where, ()) if g.kind]
            found += [(guess.bonus, statements[s], guess) for guess in guesses[:1]]
    found.sort(key=lambda one: -one[0])
    if not found or found[0][0] < SURE or (len(found) > 1 and found[1][0] > found[0][0] - TIED):
        return None
    return found[0][1:]
