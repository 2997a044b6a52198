"""Which indicator is the sum of which others, as the catalogue's rules say."""

from __future__ import annotations

from functools import lru_cache

from bluebook.collect.bulletins.vocabulary import Held
from bluebook.language.expression import Binary, Expression, Name, parse_rule
from bluebook.model.catalogue import Catalogue


def total(catalogue: Catalogue) -> dict[frozenset[str], str]:
    """The whole of each set of parts, from rules such as `a = b + c`."""
    return _total(Held(catalogue))


@lru_cache(maxsize=8)
def _total(held: Held) -> dict[frozenset[str], str]:
    found = {}
    for rule in held.it.rules:
        relation = parse_rule(rule.rule)
        for whole, parts in ((relation.left, relation.right), (relation.right, relation.left)):
            codes = _codes(parts)
            if relation.sign == "=" and isinstance(whole, Name) and codes and len(codes) > 1:
                found[frozenset(codes)] = whole.code
    return found


def _codes(expression: Expression) -> list[str] | None:
    match expression:
        case Name(code):
            return [code]
        case Binary("+", left, right):
            a, b = _codes(left), _codes(right)
            return a + b if a is not None and b is not None else None
        case _:
            return None
