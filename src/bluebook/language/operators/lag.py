"""The same figure some years earlier: x[-n years], n = 1 where not given."""

from __future__ import annotations

from bluebook.language.arithmetic import Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    same_unit,
    whole_number,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    return expander.term(argument(call), where.then("lag", whole_number(call, 1, 1)))


OPERATOR = Operator(
    name="lag",
    summary="x of n years before (1 where not given)",
    expand=_expand,
    unit=same_unit,
    phrases={
        "zh": (Phrase("上年为{v}"),),
        "en": (Phrase("against {v} a year earlier"),),
    },
    arguments=(1, 2),
)
