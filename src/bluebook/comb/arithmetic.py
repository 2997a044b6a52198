"""The sum that shows where a figure should be: `98,613 − 61,625 = 36,988`."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from bluebook.comb.statement import Component, Row, Statement
from bluebook.comb.words import number
from bluebook.model.interval import INF


class Arithmetic(NamedTuple):
    """A sum in digits, and the statements it adds up."""

    text: str
    terms: list[Statement]


def arithmetic(component: Component, one: Statement, aside: Collection[int]) -> Arithmetic | None:
    """The shortest sum of figures that were said, and not set aside, that gives this level."""
    if len(one.level) != 1:
        return None
    said = {
        t.columns[0]: t
        for s, t in enumerate(component.statements)
        if t.claims and len(t.level) == 1 and s not in aside and t.printed.width < INF
    }
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
    if any(abs(abs(c) - 1) > 0.01 or j not in said for j, c in parts.items()):
        return None
    terms = sorted(((c * sign > 0, said[j]) for j, c in parts.items()), key=lambda t: not t[0])
    half = max(t.printed.width / 2 for _, t in terms)
    total = sum(t.value if plus else -t.value for plus, t in terms)
    text = "".join((" + " if plus else " − ") + number(t.value, half) for plus, t in terms)
    return Arithmetic(
        f"{text.removeprefix(' + ').strip()} = {number(total, half)}", [t for _, t in terms]
    )
