"""Rules between expressions, as statisticians write them.

    phone_subs = mobile_subs + fixed_line_subs
    mobile_subs_5g <= mobile_subs
    arpu in [20, 120]
    abs(yoy(mobile_subs)) < 40 unless year == 2020 and territory == "CN-HB"

A rule comes down to relations `left = right` or `left <= right` that hold together, and a
condition on where it holds. Figures are continuous, so `<` says no more than `<=`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.language.expression import (
    MAX_LENGTH,
    Call,
    Expression,
    Negative,
    names,
    parse,
    show,
)

REMEDY = "write a = b + c, a <= b, 20 <= a <= 120, a in [20, 120] or abs(a) < 40"
_SIGN = re.compile(r"<=|>=|==|=|<|>|\bin\b")
_WHERE = re.compile(r"\s(unless|when)\s")
_TURNED = {">=": "<=", ">": "<="}
_STRAIGHT = {"=": "=", "==": "=", "<=": "<=", "<": "<="}


class Relation(NamedTuple):
    """`left = right` or `left <= right` (sign "=" or "<=")."""

    left: Expression
    sign: str
    right: Expression

    @property
    def to_a_number(self) -> bool:
        """Does it hold figures to a number, and not to one another?"""
        return not names(self.left) or not names(self.right)

    def __str__(self) -> str:
        return f"{show(self.left)} {self.sign} {show(self.right)}"


class Parsed(NamedTuple):
    """A rule: its relations, and the condition under which it holds ("" everywhere)."""

    relations: tuple[Relation, ...]
    when: str


@lru_cache(maxsize=16384)
def read_rule(text: str) -> Parsed:
    """Read a rule; BluebookError tells what is not one.

    >>> [str(r) for r in read_rule("arpu in [20, 120]").relations]
    ['20 <= arpu', 'arpu <= 120']
    >>> read_rule("x <= y unless year < 2015").when
    'not (year < 2015)'
    """
    if len(text) > MAX_LENGTH:
        raise BluebookError(f"rule of {len(text)} characters", f"keep it under {MAX_LENGTH}")
    body, word, condition = _condition(text)
    when = f"not ({condition})" if word == "unless" else condition
    parts = _cut(body)
    if len(parts) < 3:
        raise BluebookError(f"{text!r} is not a rule", REMEDY)
    steps = zip(parts[::2], parts[1::2], parts[2::2], strict=False)
    return Parsed(tuple(one for step in steps for one in _relations(*step, text)), when)


def parse_rule(text: str) -> Relation:
    """A rule that is one relation and holds everywhere."""
    relations, when = read_rule(text)
    if len(relations) != 1 or when:
        raise BluebookError(f"{text!r} is more than one relation", "write a = b or a <= b")
    return relations[0]


def _condition(text: str) -> tuple[str, str, str]:
    """The rule, `unless` or `when`, and what follows it."""
    found = _WHERE.search(text)
    if found is None:
        return text.strip(), "", ""
    return text[: found.start()].strip(), found[1], text[found.end() :].strip()


def _cut(text: str) -> list[str]:
    """Operands and signs in turn; signs within brackets belong to their operand."""
    out, begin = [], 0
    for sign in _SIGN.finditer(text):
        inside = text[begin : sign.start()]
        if inside.count("(") != inside.count(")") or inside.count("[") != inside.count("]"):
            continue
        out += [inside.strip(), sign[0]]
        begin = sign.end()
    return [*out, text[begin:].strip()]


def _relations(left: str, sign: str, right: str, text: str) -> Iterator[Relation]:
    """What one comparison says."""
    if sign == "in":
        ends = right[1:-1].split(",") if right[:1] == "[" and right[-1:] == "]" else []
        if len(ends) != 2:
            raise BluebookError(f"{right!r} is not a range", "write a in [20, 120]")
        yield from _relations(ends[0], "<=", left, text)
        yield from _relations(left, "<=", ends[1], text)
        return
    a, b = parse(left), parse(right)
    if sign in _TURNED:
        a, b, sign = b, a, _TURNED[sign]
    sign = _STRAIGHT[sign]
    if isinstance(a, Call) and a.operator == "abs" and sign == "<=" and len(a.arguments) == 1:
        inner = a.arguments[0]
        if isinstance(inner, str):
            raise BluebookError(f"abs({inner!r}) is of a text", REMEDY)
        yield Relation(Negative(b), "<=", inner)
        yield Relation(inner, "<=", b)
        return
    if any(isinstance(side, Call) and side.operator == "abs" for side in (a, b)):
        raise BluebookError(
            f"{text!r} does not leave one range", "abs(a) can only be held below something"
        )
    yield Relation(a, sign, b)
