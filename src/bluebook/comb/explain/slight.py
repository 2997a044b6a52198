"""What is off by no more than rounding or revision allows, and yet looks like a slip of the pen."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.comb.localise.judge import likely, within
from bluebook.comb.localise.mechanism import Guess
from bluebook.comb.localise.search import Core
from bluebook.comb.localise.ways import TIED
from bluebook.comb.system.propagate import INF, Box, propagate
from bluebook.comb.system.statement import Component, Statement

SURE = 1.0  # the log evidence that is needed


def slip(
    component: Component, core: Core, others: Sequence[Core] = ()
) -> tuple[Statement, Guess] | None:
    """The claim of a conflict that does not fit, and what it may have been; None where none can be
    named.

    `others` are the other slight conflicts. A claim that alone is in all those that share one
    with this conflict explains them at once. Otherwise a known mechanism must lead to it from
    where the others, as printed, put it, and to no other claim as well.
    """
    inside = {s for s, _ in core}
    near = [core, *(other for other in others if inside & {s for s, _ in other})]
    shared = {s: [one for one in near if s in {t for t, _ in one}] for s in sorted(inside)}
    claimed = {s: cores for s, cores in shared.items() if component.statements[s].claims}
    most = max(map(len, claimed.values()), default=0)
    found = [
        (guess, component.statements[s])
        for s, cores in claimed.items()
        if len(cores) == most and (guess := _guess(component, s, cores)) is not None
    ]
    alone = most == len(near) > 1 and sum(len(cores) == most for cores in claimed.values()) == 1
    known = sorted((one for one in found if one[0].kind or alone), key=lambda one: -one[0].bonus)
    if not known or (known[0][0].bonus < SURE and not alone):
        return None
    if len(known) > 1 and known[1][0].bonus > known[0][0].bonus - TIED:
        return None
    guess, one = known[0]
    return one, guess


def _guess(component: Component, s: int, cores: Sequence[Core]) -> Guess | None:
    """The likeliest slip of a claim, from where the others of its conflicts put it."""
    statements, floors = component.statements, component.floors
    rest = sorted({t for core in cores for t, _ in core if t != s})
    rows = [row for t in rest for row in statements[t].strict]
    box = propagate(Box(floors, [INF] * len(floors)), rows)
    if box.conflict is not None:
        return None
    where = within(statements[s], box.lower, box.upper)
    return next(iter(likely(component, statements[s], where, ())), None)
