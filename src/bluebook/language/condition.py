"""Where a rule holds: conditions on place and time, and on figures.

    territory in ["CN-HB", "CN-WH"] and year == 2020
    level == "province" and mobile_subs > 1000000

Place and time: `territory`, `level`, `year`, `month` (the last), `months` (how many), `period`.
Anything else is an expression over figures. Nothing is executed: the text is parsed with Python's
grammar and only what stands here is understood.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from bluebook.errors import BluebookError
from bluebook.language.expression import Expression, parse
from bluebook.language.meaning import dimension
from bluebook.model.catalogue import Catalogue
from bluebook.model.interval import Interval
from bluebook.model.period import Period

PLACES: dict[str, Callable[[Catalogue, str, Period], str | int]] = {
    "territory": lambda catalogue, territory, period: territory,
    "level": lambda catalogue, territory, period: catalogue.territory(territory).level,
    "year": lambda catalogue, territory, period: period.year,
    "month": lambda catalogue, territory, period: period.month,
    "months": lambda catalogue, territory, period: period.months,
    "period": lambda catalogue, territory, period: str(period),
}
_SIGNS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le,
    ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.In: lambda a, b: a in b, ast.NotIn: lambda a, b: a not in b,
}  # fmt: skip
REMEDY = 'write territory == "CN-HB", year in [2015, 2016], x > 1000, joined by and, or, not'
Ask = Callable[[Expression], Interval | None]


class Condition:
    """A condition, parsed once; "" always holds."""

    def __init__(self, text: str) -> None:
        self.text = text
        try:
            self._tree = ast.parse(text, mode="eval").body if text else None
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise BluebookError(f"{text!r} is not a condition", REMEDY) from None
        self._asked = [] if self._tree is None else list(self._figures(self._tree))

    @property
    def figures(self) -> list[Expression]:
        """The expressions over figures that it asks for."""
        return [parse(text) for text in self._asked]

    def check(self, catalogue: Catalogue) -> None:
        """BluebookError where a figure or a place is not known."""
        for expression in self.figures:
            dimension(expression, catalogue)
        for node in ast.walk(self._tree) if self._tree else ():
            if isinstance(node, ast.Compare) and _word(node.left) == "territory":
                for code in self._constants(node.comparators[0]):
                    catalogue.territory(str(code))

    def holds(
        self, catalogue: Catalogue, territory: str, period: Period, ask: Ask | None = None
    ) -> bool | None:
        """Does it hold there? None where the figures do not tell.

        `ask` gives the interval of an expression at that place and period.
        """

        def look(node: ast.expr) -> bool | None:
            match node:
                case ast.BoolOp(op=ast.And(), values=values):
                    return _all([look(v) for v in values])
                case ast.BoolOp(values=values):
                    return _not(_all([_not(look(v)) for v in values]))
                case ast.UnaryOp(operand=operand):
                    return _not(look(operand))
                case ast.Compare(left=left, ops=[sign], comparators=[right]):
                    if (word := _word(left)) in PLACES:
                        mine = PLACES[word](catalogue, territory, period)
                        given = self._constants(right)
                        many = isinstance(sign, ast.In | ast.NotIn)
                        return _SIGNS[type(sign)](mine, given if many else given[0])
                    if ask is None:
                        return None
                    a, b = ask(parse(ast.unparse(left))), ask(parse(ast.unparse(right)))
                    return None if a is None or b is None else _compare(sign, a, b)
                case _:  # what __init__ lets through is one of these
                    raise AssertionError(ast.dump(node))

        return True if self._tree is None else look(self._tree)

    def _figures(self, node: ast.expr) -> Iterator[str]:
        match node:
            case ast.BoolOp(values=values):
                for value in values:
                    yield from self._figures(value)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield from self._figures(operand)
            case ast.Compare(left=left, ops=[sign], comparators=[right]) if type(sign) in _SIGNS:
                if (word := _word(left)) in PLACES:
                    given = self._constants(right)
                    wanted = str if word in ("territory", "level", "period") else int
                    if not given or not all(isinstance(one, wanted) for one in given):
                        raise BluebookError(f"{word} is compared with {ast.unparse(right)}", REMEDY)
                elif isinstance(sign, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
                    for side in (left, right):
                        yield ast.unparse(side)
                        parse(ast.unparse(side))
                else:
                    raise BluebookError(
                        f"{ast.unparse(node)!r}: a figure is an interval", "compare it with < or >"
                    )
            case _:
                raise BluebookError(f"{ast.unparse(node)!r} is not a condition", REMEDY)

    @staticmethod
    def _constants(node: ast.expr) -> list[object]:
        items = node.elts if isinstance(node, ast.List | ast.Tuple) else [node]
        return [item.value if isinstance(item, ast.Constant) else None for item in items]


@lru_cache(maxsize=4096)
def condition(text: str) -> Condition:
    """The condition of a text."""
    return Condition(text)


def _word(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _not(one: bool | None) -> bool | None:
    return None if one is None else not one


def _all(values: list[bool | None]) -> bool | None:
    return False if False in values else None if None in values else True


def _compare(sign: ast.cmpop, a: Interval, b: Interval) -> bool | None:
    """Is a < b (or >)? None where the intervals overlap."""
    if isinstance(sign, ast.Gt | ast.GtE):
        a, b = b, a
    return True if a.upper <= b.lower else False if a.lower > b.upper else None
