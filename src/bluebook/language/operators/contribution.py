"""A part of the growth of the whole, in percent: 100 (x - x[-1]) / (y - y[-1])."""

from __future__ import annotations

from bluebook.language.arithmetic import Constant, Difference, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    expression_option,
    percent_of_same,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x, y = argument(call), expression_option(call, "of")
    assert y is not None
    before = where.then("lag", 1)
    gain = Difference(expander.term(x, where), expander.term(x, before))
    total = Difference(expander.term(y, where), expander.term(y, before))
    return Product(Constant(100.0), Quotient(gain, total))


OPERATOR = Operator(
    name="contribution",
    summary="the part of the growth of y (of=) that x brought, percent",
    expand=_expand,
    unit=percent_of_same,
    phrases={
        "zh": (
            Phrase("对{y}增长的贡献率为{v}"),
            Phrase("对{y}增长贡献率达{v}"),
        ),
        "en": (Phrase("contributing {v} of the growth of {y}"),),
    },
    options={"of": "expression!"},
)
