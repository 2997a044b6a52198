"""Mean of a stock at the beginning and at the end of the period."""

from __future__ import annotations

from bluebook.language.arithmetic import Constant, Quotient, Sum, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, same_unit


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    both = Sum(expander.term(x, where), expander.term(x, where.then("before")))
    return Quotient(both, Constant(2.0))


OPERATOR = Operator(
    name="mean2",
    summary="mean of the stock at the beginning and at the end of the period",
    expand=_expand,
    unit=same_unit,
    phrases={
        "zh": (Phrase("平均{v}"),),
        "en": (Phrase("{v} on average"),),
    },
    timing="period",
)
