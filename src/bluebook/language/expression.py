"""Expressions: parsed with Python's own grammar, never executed; printed back the same.

telecom_revenue_mobile / mean2(mobile_subs) / 12
share(mobile_subs, within="CN")
"""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import NamedTuple

from bluebook.errors import BluebookError

MAX_LENGTH = 2_000
MAX_DEPTH = 40


class Number(NamedTuple):
    value: float


class Name(NamedTuple):
    code: str


class Binary(NamedTuple):
    operator: str  # + - * /
    left: Expression
    right: Expression


class Negative(NamedTuple):
    operand: Expression


class Call(NamedTuple):
    """An operator of the language. Options are texts, whole numbers or expressions by name."""

    operator: str
    arguments: tuple[Expression | str, ...]
    options: tuple[tuple[str, Expression | str], ...] = ()

    def option(self, name: str) -> Expression | str | None:
        return dict(self.options).get(name)


Expression = Number | Name | Binary | Negative | Call

_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
}  # fmt: skip
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


@lru_cache(maxsize=65536)
def parse(text: str) -> Expression:
    """Read an expression; BluebookError names what is not allowed.

    >>> show(parse("yoy( x )+share(y,of=z)"))
    'yoy(x) + share(y, of=z)'
    """
    if len(text) > MAX_LENGTH:
        raise BluebookError(
            f"expression of {len(text)} characters", f"keep it under {MAX_LENGTH} characters"
        )
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise BluebookError(
            f"{text.strip()!r} is not an expression",
            "write an indicator (telecom_revenue) or an operator (yoy(telecom_revenue))",
        ) from None
    return _convert(tree.body, text, 0)


def _convert(node: ast.expr, text: str, depth: int) -> Expression:
    if depth > MAX_DEPTH:
        raise BluebookError("expression is nested too deeply", f"at most {MAX_DEPTH} levels")
    match node:
        case ast.Constant(value=bool()):
            pass
        case ast.Constant(value=int() | float() as value) if abs(value) < 1e300:
            return Number(float(value))
        case ast.Name(id=code):
            return Name(code)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Negative(_convert(operand, text, depth + 1))
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            return Binary(
                _OPERATORS[type(operator)],
                _convert(left, text, depth + 1),
                _convert(right, text, depth + 1),
            )
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=keywords):
            options = tuple(
                sorted((k.arg or "**", _argument(k.value, text, depth)) for k in keywords)
            )
            if any(name == "**" for name, _ in options):
                raise BluebookError(f"'**' in {text!r}", "name every option")
            return Call(name, tuple(_argument(a, text, depth) for a in arguments), options)
        case _:
            pass
    piece = ast.get_source_segment(text.strip(), node) or text
    raise BluebookError(
        f"{piece!r} is not allowed in an expression",
        "use indicators, numbers, + - * / and the operators of the language",
    )


def _argument(node: ast.expr, text: str, depth: int) -> Expression | str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return _convert(node, text, depth + 1)


def show(node: Expression | str, outer: int = 0) -> str:
    """The canonical text of an expression; `parse(show(e)) == e`."""
    match node:
        case str():
            return '"' + node.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case Number(value):
            return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
        case Name(code):
            return code
        case Negative(operand):
            inner = f"-{show(operand, 3)}"
            return f"({inner})" if outer > 2 else inner
        case Binary(operator, left, right):
            rank = _RANK[operator]
            inner = f"{show(left, rank)} {operator} {show(right, rank + 1)}"
            return f"({inner})" if outer > rank else inner
        case Call(name, arguments, options):
            parts = [show(a) for a in arguments] + [f"{k}={show(v)}" for k, v in options]
            return f"{name}({', '.join(parts)})"


def names(node: Expression | str) -> set[str]:
    """The indicator codes an expression mentions."""
    match node:
        case Name(code):
            return {code}
        case Negative(operand):
            return names(operand)
        case Binary(_, left, right):
            return names(left) | names(right)
        case Call(_, arguments, options):
            return set().union(*map(names, arguments), *(names(v) for _, v in options))
        case _:
            return set()
