"""What an expression means in a catalogue: its arithmetic, its unit, its kind, its query.

q = query("yoy(telecom_revenue)@CN,2020", catalogue, "CN-GD", "2020")
meaning(q.expression, catalogue, "CN").dimension     # percent
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import (
    Constant,
    Difference,
    Level,
    Product,
    Quotient,
    Sum,
    Term,
    Where,
)
from bluebook.language.expression import (
    Binary,
    Call,
    Expression,
    Name,
    Negative,
    Number,
    names,
    parse,
    show,
)
from bluebook.language.operators import operator
from bluebook.language.operators.base import Operator
from bluebook.language.relation import Relation, parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period
from bluebook.model.unit import NUMBER, PERCENT, Dimension, describe, multiply, same

MAX_FORMULAS = 20
HERE = Where()
_ARITHMETIC: dict[str, Callable[[Term, Term], Term]] = {
    "+": Sum,
    "-": Difference,
    "*": Product,
    "/": Quotient,
}


class Expansion:
    """Expands expressions for one catalogue and (where an operator needs it) one territory."""

    def __init__(self, catalogue: Catalogue, territory: str = "") -> None:
        self.catalogue = catalogue
        self._territory = territory
        self._open: list[str] = []

    @property
    def territory(self) -> str:
        if not self._territory:
            raise BluebookError("the expression needs a territory", "write EXPR@CN-GD")
        return self._territory

    def term(self, expression: Expression, where: Where = HERE) -> Term:
        """The arithmetic an expression comes down to."""
        match expression:
            case Number(value):
                return Constant(value)
            case Name(code):
                formula = self.catalogue.indicator(code).formula
                if not formula:
                    return Level(code, where)
                with_formula = self._enter(code)
                term = self.term(parse(formula), where)
                with_formula.pop()
                return term
            case Negative(operand):
                return Difference(Constant(0.0), self.term(operand, where))
            case Binary(sign, left, right):
                return _ARITHMETIC[sign](self.term(left, where), self.term(right, where))
            case Call():
                return _checked(expression).expand(expression, self, where)

    def _enter(self, code: str) -> list[str]:
        if code in self._open or len(self._open) >= MAX_FORMULAS:
            chain = " -> ".join([*self._open, code])
            raise BluebookError(
                f"the formula of {code!r} goes in a circle: {chain}",
                "let one of these indicators be reported instead of computed",
            )
        self._open.append(code)
        return self._open


def _checked(call: Call) -> Operator:
    """The operator of a call whose arguments and options it accepts."""
    found = operator(call.operator)
    low, high = found.arguments
    if not low <= len(call.arguments) <= high:
        need = str(low) if low == high else f"{low} to {high}"
        raise BluebookError(
            f"{call.operator}() takes {need} arguments, not {len(call.arguments)}", found.summary
        )
    given = dict(call.options)
    for name in given:
        if name not in found.options:
            known = ", ".join(f"{o}=" for o in found.options) or "none"
            raise BluebookError(f"{call.operator}() has no option {name}=", f"options: {known}")
    for name, kind in found.options.items():
        if kind.endswith("!") and name not in given:
            raise BluebookError(f"{call.operator}() needs {name}=", found.summary)
    return found


def dimension(expression: Expression, catalogue: Catalogue) -> Dimension:
    """The dimension of an expression; BluebookError names both units where they clash."""
    match expression:
        case Number():
            return NUMBER
        case Name(code):
            return catalogue.unit(catalogue.indicator(code).unit).dimension
        case Negative(operand):
            return dimension(operand, catalogue)
        case Binary("+" | "-" as sign, left, right):
            what = "a sum" if sign == "+" else "a difference"
            return same(dimension(left, catalogue), dimension(right, catalogue), what)
        case Binary(sign, left, right):
            a, b = dimension(left, catalogue), dimension(right, catalogue)
            return multiply(a, b, 1 if sign == "*" else -1)
        case Call(_, arguments, options):
            dims = tuple(dimension(a, catalogue) for a in arguments if not isinstance(a, str))
            named = {k: dimension(v, catalogue) for k, v in options if not isinstance(v, str)}
            return _checked(expression).unit(dims, named)


def is_stock(expression: Expression, catalogue: Catalogue) -> bool:
    """Is the value dated by the last month of its period (and not by the period as a whole)?"""
    match expression:
        case Number():
            return True
        case Name(code):
            indicator = catalogue.indicator(code)
            if indicator.formula:
                return is_stock(parse(indicator.formula), catalogue)
            return indicator.kind == "stock"
        case Negative(operand):
            return is_stock(operand, catalogue)
        case Binary(_, left, right):
            return is_stock(left, catalogue) and is_stock(right, catalogue)
        case Call(_, arguments, options):
            parts = [a for a in arguments if not isinstance(a, str | Number)]
            parts += [v for _, v in options if not isinstance(v, str | Number)]
            return _checked(expression).timing == "same" and all(
                is_stock(p, catalogue) for p in parts
            )


def unit_of(expression: Expression, catalogue: Catalogue) -> str:
    """The code of the unit of an expression: the catalogue's own where one fits."""
    if isinstance(expression, Name):
        return catalogue.indicator(expression.code).unit
    dims = dimension(expression, catalogue)
    for code in sorted(names(expression)):
        unit = catalogue.unit(catalogue.indicator(code).unit)
        if unit.dimension == dims:
            return unit.code
    for unit in catalogue.units.values():
        if unit.dimension == dims:
            return unit.code
    return describe(dims)


def agree(expression: Expression, unit: str, catalogue: Catalogue) -> None:
    """BluebookError, naming both, where a unit is not of the expression's dimension."""
    wanted, given = dimension(expression, catalogue), catalogue.unit(unit).dimension
    if wanted != given and {wanted, given} != {NUMBER, PERCENT}:
        raise BluebookError(
            f"{show(expression)} is in {describe(wanted)}, the figure is in {describe(given)}",
            "give the unit as printed, or the expression that the figure is of",
        )


class Query(NamedTuple):
    """An expression asked at a territory and a period."""

    expression: Expression
    territory: str
    period: Period

    def __str__(self) -> str:
        return f"{show(self.expression)}@{self.territory},{self.period}"


def query(text: str, catalogue: Catalogue, territory: str, period: str) -> Query:
    """Read `EXPR@TERRITORY,PERIOD`, each part after the expression optional.

    >>> split_query("yoy(x)@CN,2020")
    ('yoy(x)', 'CN', '2020')
    """
    source, place, when = split_query(text)
    expression = parse(source)
    place = place or territory
    catalogue.territory(place)
    at = Period.parse(when or period)
    dimension(expression, catalogue)
    return Query(expression, place, canonical_period(expression, at, catalogue))


def split_query(text: str) -> tuple[str, str, str]:
    """`EXPR@TERRITORY,PERIOD` in its parts; "" for a part that is not given."""
    source, _, rest = text.rpartition("@") if "@" in text else (text, "", "")
    place, when = "", ""
    for part in filter(None, (p.strip() for p in rest.split(","))):
        if part[0].isdigit():
            when = part
        else:
            place = part
    return source.strip(), place, when


def canonical_period(expression: Expression, period: Period, catalogue: Catalogue) -> Period:
    """A stock's period is its last month; everything else keeps its own."""
    return period.at_end if is_stock(expression, catalogue) else period


def check_rule(text: str, catalogue: Catalogue) -> Relation:
    """A rule whose two sides have one unit; PERCENT and a plain number agree."""
    relation = parse_rule(text)
    left, right = (
        NUMBER if d == PERCENT else d
        for d in (dimension(relation.left, catalogue), dimension(relation.right, catalogue))
    )
    if not relation.to_a_number:
        same(left, right, f"the rule {text!r}")
    return relation
