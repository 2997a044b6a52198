"""Products and quotients of unknowns brought inside their intervals, by safe linearisation.

Values nearest to what was said satisfy every linear row. A statement that is no quotient of linear
forms (volume times price, points of growth, a mean rate) may miss its interval there. It is
replaced by its tangent at the values, the values are found anew, and so on: successive linear
programming (Griffith and Stewart 1961). A tangent proves nothing; what counts is the term itself,
worked out at the values that are returned.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence

from bluebook.comb.system.statement import Row, Statement
from bluebook.language.arithmetic import slopes, value
from bluebook.model.interval import Interval

STEPS = 6 * (1.0,) + 6 * (0.5,)  # of the way to where the tangents lead
GAIN, IDLE = 0.9, 5  # so many steps without such a gain are enough
INSIDE = 1e-6  # tangents aim so far inside, in parts of the width
FIRM = 1e4  # the cost of missing an interval by its width; a claim's is about one
EXACT = 1e-6  # of the size of what is an equality
SLIP = 1e-10  # of the size of the terms: values have twelve digits

Bent = Mapping[int, Interval]  # statements that are not linear, with the intervals in force
Wish = tuple[Row, float]  # a row (its `lower` the wished value, or soft) and its weight
Nearest = Callable[[Sequence[Wish], Sequence[float] | None], list[float]]


def settle(
    statements: Sequence[Statement], bent: Bent, middle: Sequence[float], nearest: Nearest
) -> tuple[list[float], tuple[int, ...]]:
    """Values that satisfy the bent statements as well, and the statements that they do not.

    `nearest(soft, before)` gives the values nearest to what was said under further, soft rows;
    without `before` those of all columns, with it only what hangs together with the rows moves.
    """
    active = set(_off(statements, bent, middle))
    found = nearest(_tangents(statements, bent, active, middle), None)
    best, off = found, _off(statements, bent, found)
    left, idle = off, 0
    for part in STEPS:
        if not left or idle == IDLE:
            break
        active.update(left)
        far = nearest(_tangents(statements, bent, active, found), found)
        # all other rows are linear: what lies between two points that satisfy them does so too
        found = [x + part * (y - x) for x, y in zip(found, far, strict=True)]
        left = _off(statements, bent, found)
        idle += 1
        if sum(left.values()) < GAIN * sum(off.values()):
            best, off, idle = found, left, 0
    return best, tuple(off)


def _tangents(
    statements: Sequence[Statement], bent: Bent, some: Collection[int], at: Sequence[float]
) -> list[Wish]:
    return [wish for s in sorted(some) for wish in _tangent(statements[s], bent[s], at)]


def _off(statements: Sequence[Statement], bent: Bent, found: Sequence[float]) -> dict[int, float]:
    """The statements whose terms lie outside, and by how much of their widths (or sizes)."""
    out: dict[int, float] = {}
    for s, inside in bent.items():
        level = dict(statements[s].level)
        try:
            at = value(statements[s].term, {one: found[j] for one, j in level.items()}.__getitem__)
        except (ZeroDivisionError, OverflowError):
            continue  # a level of which nothing is known
        by = max(inside.lower - at, at - inside.upper)
        if math.isfinite(at) and by > SLIP * max(abs(at), 1.0):
            out[s] = by / _room(inside, at)
    return out


def _tangent(one: Statement, inside: Interval, found: Sequence[float]) -> list[Wish]:
    level = dict(one.level)
    try:
        at, slope = slopes(one.term, lambda of: found[level[of]])
    except (ZeroDivisionError, OverflowError):
        return []  # at the edge of where the term is defined
    form: dict[int, float] = {}
    for of, by in slope.items():
        form[level[of]] = form.get(level[of], 0.0) + by
    form = {j: c for j, c in form.items() if c}
    if not form or not all(map(math.isfinite, form.values())):
        return []
    here = sum(c * found[j] for j, c in form.items()) - at
    room = _room(inside, at)
    spare = INSIDE * room if room <= inside.width < math.inf else 0.0
    row = Row(tuple(form), tuple(form.values()), inside.lower + here + spare,
              inside.upper + here - spare)  # fmt: skip
    return [(row, FIRM / room)]


def _room(inside: Interval, at: float) -> float:
    """The width of an interval, or that of what is exact."""
    size = max(abs(at), 1.0)
    return max(inside.width, EXACT * size) if math.isfinite(inside.width) else size
