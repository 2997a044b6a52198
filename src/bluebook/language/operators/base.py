"""What an operator is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Term, Where
from bluebook.language.expression import Call, Expression
from bluebook.model.catalogue import Catalogue
from bluebook.model.unit import NUMBER, PERCENT, POINTS, Dimension, same


class Expander(Protocol):
    """What an expansion may ask for: terms of its arguments, and the catalogue."""

    catalogue: Catalogue

    @property
    def territory(self) -> str:
        """The territory asked for; an error where the expression is asked for none."""
        ...

    def term(self, expression: Expression, where: Where) -> Term: ...


class Phrase(NamedTuple):
    """One way of saying a value.

    In `text`, {v} is the printed value with its unit, {x} the subject, {y} the whole or the
    larger territory, {p} a base period. `sense` is "up", "down" or "flat" where the words carry
    the sign ({v} is then printed without it), "" where they do not. `write` False marks words
    that are read but not written.
    """

    text: str
    sense: str = ""
    write: bool = True


class Operator(NamedTuple):
    """An operator of the language.

    `arguments` counts the positional ones; `options` maps names to "expression", "text" or
    "number" with a trailing "!" where required. `timing` "same": a stock's result is a stock;
    "period": it belongs to the period as a whole.
    """

    name: str
    summary: str
    expand: Callable[[Call, Expander, Where], Term]
    unit: Callable[[tuple[Dimension, ...], Mapping[str, Dimension]], Dimension]
    phrases: Mapping[str, tuple[Phrase, ...]]
    arguments: tuple[int, int] = (1, 1)
    options: Mapping[str, str] = {}
    timing: str = "same"


def argument(call: Call, index: int = 0) -> Expression:
    """A positional argument that must be an expression."""
    found = call.arguments[index] if index < len(call.arguments) else None
    if found is None or isinstance(found, str):
        raise BluebookError(
            f"{call.operator}() needs an expression as argument {index + 1}",
            f"write {call.operator}(telecom_revenue)",
        )
    return found


def expression_option(call: Call, name: str) -> Expression | None:
    """An option that must be an expression where it is given."""
    found = call.option(name)
    if isinstance(found, str):
        raise BluebookError(
            f"{name}= of {call.operator}() is an expression, not a text",
            f"write {name}=telecom_revenue without quotes",
        )
    return found


def text_option(call: Call, name: str) -> str | None:
    """An option that must be a text where it is given."""
    found = call.option(name)
    if found is not None and not isinstance(found, str):
        raise BluebookError(f"{name}= of {call.operator}() is a text", f'write {name}="…"')
    return found


def whole_number(call: Call, index: int, default: int | None = None) -> int:
    """A positional argument that must be a whole number from 1 to 200."""
    from bluebook.language.expression import Number

    found = call.arguments[index] if index < len(call.arguments) else None
    if found is None and default is not None:
        return default
    if isinstance(found, Number) and found.value == int(found.value) and 1 <= found.value <= 200:
        return int(found.value)
    raise BluebookError(
        f"{call.operator}() needs a whole number as argument {index + 1}",
        f"write {call.operator}(telecom_revenue, 3)",
    )


def same_unit(dims: tuple[Dimension, ...], options: Mapping[str, Dimension]) -> Dimension:
    """The unit of the argument."""
    return dims[0]


def percent(dims: tuple[Dimension, ...], options: Mapping[str, Dimension]) -> Dimension:
    """Percent, whatever the argument."""
    return PERCENT


def percent_of_same(dims: tuple[Dimension, ...], options: Mapping[str, Dimension]) -> Dimension:
    """Percent; a whole given by `of=` must have the unit of the part."""
    if "of" in options:
        same(dims[0], options["of"], "a share")
    return PERCENT


def points_of_same(dims: tuple[Dimension, ...], options: Mapping[str, Dimension]) -> Dimension:
    """Points; a whole given by `of=` must have the unit of the part."""
    percent_of_same(dims, options)
    return POINTS


def points_if_percent(dims: tuple[Dimension, ...], options: Mapping[str, Dimension]) -> Dimension:
    """A difference of percentages is in points; any other difference keeps its unit."""
    return POINTS if dims[0] == PERCENT else dims[0]


def number(dims: tuple[Dimension, ...], options: Mapping[str, Dimension]) -> Dimension:
    """A plain number."""
    return NUMBER
