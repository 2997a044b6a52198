"""The sum that shows where a figure should be: `98,613 − 61,625 = 36,988`.

For a ratio it is the ratio worked out from the levels: `100 × 5,907 / 5,409 − 100 = 9.2`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from bluebook.comb.system.statement import Component, Row, Statement
from bluebook.comb.words import number
from bluebook.language.arithmetic import (
    Constant,
    Difference,
    Level,
    Product,
    Quotient,
    Sum,
    Term,
    levels,
    value,
)
from bluebook.model.interval import INF


class Arithmetic(NamedTuple):
    """A sum in digits, and the statements it adds up."""

    text: str
    terms: list[Statement]


def arithmetic(component: Component, one: Statement, aside: Collection[int]) -> Arithmetic | None:
    """The shortest sum of figures that were said, and not set aside, that gives this level, or
    the ratio worked out from such figures."""
    said = {
        t.columns[0]: t
        for s, t in enumerate(component.statements)
        if t.claims and len(t.level) == 1 and s not in aside and t.printed.width < INF
    }
    if len(one.level) != 1:
        return _worked(one, said)
    found = [
        sum_of
        for rule in component.statements
        if rule.rule and one.columns[0] in rule.columns and rule.printed.width < INF
        for row in rule.strict
        if (sum_of := _sum(row, one.columns[0], said)) is not None
    ]
    return min(found, key=lambda sum_of: (len(sum_of.terms), sum_of.text), default=None)


def _sum(row: Row, mine: int, said: dict[int, Statement]) -> Arithmetic | None:
    """What the other columns of a row say of this one, where the row is a plain sum."""
    parts = dict(zip(row.columns, row.coefficients, strict=True))
    if mine not in parts:
        return None
    sign = -parts.pop(mine)
    if not parts or any(abs(abs(c) - 1) > 0.01 or j not in said for j, c in parts.items()):
        return None
    terms = sorted(((c * sign > 0, said[j]) for j, c in parts.items()), key=lambda t: not t[0])
    half = max(t.printed.width / 2 for _, t in terms)
    total = sum(t.value if plus else -t.value for plus, t in terms)
    text = "".join((" + " if plus else " − ") + number(t.value, half) for plus, t in terms)
    return Arithmetic(
        f"{text.removeprefix(' + ').strip()} = {number(total, half)}", [t for _, t in terms]
    )


def _worked(one: Statement, said: Mapping[int, Statement]) -> Arithmetic | None:
    """A ratio worked out from the levels that were said, in the coarsest unit that shows them all
    to the last digit; None where a level was not said, or the figure is no ratio."""
    level = dict(one.level)
    if any(j not in said for j in level.values()):
        return None
    stated = {at: said[j] for at, j in level.items()}
    term = one.term.left if one.rule and isinstance(one.term, Difference) else one.term
    if one.rule and isinstance(term, Quotient):  # left / right = 1 within a tolerance
        term = term.right
    used = dict.fromkeys(levels(term))
    if len(used) < 2:
        return None
    try:
        total = value(term, lambda at: stated[at].value)
        doubled = value(term, lambda at: 2 * stated[at].value)
    except (ZeroDivisionError, OverflowError):
        return None
    if abs(total - doubled) > 1e-9 * max(abs(total), 1.0):
        return None
    unit = min(stated[at].printed.width for at in used) or 1.0
    size = 10.0 ** math.floor(math.log10(unit) + 1e-9) if math.isfinite(unit) else 1.0

    def shown(at: Level) -> str:
        return number(stated[at].value / size, stated[at].printed.width / size / 2)

    half = one.printed.width / 2 if one.claims and one.printed.width < INF else 0.05
    terms = list(dict.fromkeys(stated[at] for at in used))
    return Arithmetic(f"{_text(term, shown)} = {number(total, half)}", terms)


_SIGNS: dict[type, tuple[str, int]] = {
    Sum: (" + ", 1), Difference: (" − ", 1), Product: (" × ", 2), Quotient: (" / ", 2),
}  # fmt: skip


def _text(term: Term, shown: Callable[[Level], str], inside: int = 0) -> str:
    """A term in digits, with brackets only where they are needed."""
    match term:
        case Constant(constant):
            return f"{constant:g}"
        case Level():
            return shown(term)
        case Sum(a, b) | Difference(a, b) | Product(a, b) | Quotient(a, b):
            sign, rank = _SIGNS[type(term)]
            right = rank + isinstance(term, Difference | Quotient)
            text = f"{_text(a, shown, rank)}{sign}{_text(b, shown, right)}"
            return f"({text})" if rank < inside else text
        case _:
            return "…"
