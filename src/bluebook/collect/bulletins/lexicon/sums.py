"""Which indicators add up to which, from the catalogue's rules."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bluebook.language.expression import Binary, Expression, Name
from bluebook.language.relation import read_rule
from bluebook.model.catalogue import Catalogue


class Sum(NamedTuple):
    """The parts add up to the whole (`equal`), or to no more than it."""

    parts: tuple[str, ...]
    whole: str
    equal: bool


@lru_cache(maxsize=8)
def sums(catalogue: Catalogue) -> tuple[Sum, ...]:
    """The sums that hold everywhere, such as `a = b + c` and `b <= a`."""
    found: list[Sum] = []
    for rule in catalogue.rules:
        read = read_rule(rule.rule)
        for relation in read.relations if not read.when else ():
            equal = relation.sign == "="
            sides = [(relation.left, relation.right)]
            if equal:
                sides.append((relation.right, relation.left))
            for parts, whole in sides:
                if isinstance(whole, Name) and (codes := _codes(parts)):
                    found.append(Sum(tuple(codes), whole.code, equal))
    return tuple(found)


def _codes(expression: Expression) -> list[str]:
    """The names of a sum; none where it is more than a sum."""
    match expression:
        case Name(code):
            return [code]
        case Binary("+", left, right):
            a, b = _codes(left), _codes(right)
            return a + b if a and b else []
        case _:
            return []
