"""Judge the ways out of a conflict: which is likelier, given how figures come to be wrong.

The search gives the ways whose costs are near the least. Each figure a way sets aside is then
looked at: where the rest of the evidence puts it, and whether a known mechanism leads from there
to what was printed. A typing error that explains everything is likelier than one that explains
nothing; a way that is not clearly likelier than another is a tie, and is not decided.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from bluebook.comb.localise.mechanism import NARROW, OTHER, Guess, guesses
from bluebook.comb.localise.search import Way
from bluebook.comb.system.propagate import Box
from bluebook.comb.system.statement import Component, Statement
from bluebook.language.arithmetic import interval
from bluebook.language.expression import Name, parse
from bluebook.model.interval import Interval


def bonus(component: Component, box: Box, way: Way) -> float:
    """How much likelier than its cost says a way out is: the sum over what it sets aside of the
    log evidence for its mechanisms, or the rarity of errors without one."""
    total = 0.0
    aside = [s for s, _ in way]
    for s, depth in way:
        one = component.statements[s]
        if depth < len(one.readings):
            continue
        where = within(one, box.lower, box.upper)
        found = _guesses(component, one, where, aside) if one.claims else []
        evidence = sum(math.exp(guess.bonus) for guess in found if guess.kind)
        total += math.log(evidence if evidence > 1 else OTHER)
    return total


def within(one: Statement, lower: Sequence[float], upper: Sequence[float]) -> Interval:
    """Where bounds of columns put a statement's expression."""
    level = dict(one.level)
    return interval(one.term, lambda at: Interval(lower[level[at]], upper[level[at]]))


def likely(
    component: Component, one: Statement, where: Interval, aside: Collection[int]
) -> list[Guess]:
    """Likely true values of a statement that is set aside, and how they went wrong."""
    found = _guesses(component, one, where, aside)
    known = [guess for guess in found if guess.bonus > 0]
    if known or not found or where.width > NARROW * one.printed.width:
        return known
    # A coincidence as likely as not is no cause, but its value is as good as any.
    return [found[0]._replace(kind="")]


def _guesses(
    component: Component, one: Statement, where: Interval, aside: Collection[int]
) -> list[Guess]:
    same = [t for t in component.statements if t.claims and _series(t) == _series(one)]
    grid = min(t.printed.width for t in same)
    return guesses(one.value, one.printed.width / 2, where, _others(component, one, aside), grid)


def _series(one: Statement) -> tuple[str, str]:
    return one.expression, one.territory


def _others(component: Component, one: Statement, aside: Collection[int]) -> dict[str, list[float]]:
    """Figures of the same kind at other periods and places, which may have been taken instead;
    figures set aside as well, with which it may have been swapped."""
    found: dict[str, list[float]] = {"previous": [], "neighbour": []}
    for other in component.statements:
        if not other.claims or other is one:
            continue
        if _series(other) == _series(one):
            if other.period != one.period:
                found["previous"].append(other.value)
        elif other.period == one.period and isinstance(parse(other.expression), Name):
            found["neighbour"].append(other.value)
    statements = [component.statements[s] for s in aside]
    found["swapped"] = [other.value for other in statements if other.claims and other is not one]
    return found
