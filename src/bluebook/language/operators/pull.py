"""Points that a part contributes to the growth of the whole: 100 (x - x[-1]) / y[-1]."""

from __future__ import annotations

from bluebook.language.arithmetic import Constant, Difference, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    expression_option,
    points_of_same,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x, y = argument(call), expression_option(call, "of")
    assert y is not None
    before = where.then("lag", 1)
    gain = Difference(expander.term(x, where), expander.term(x, before))
    return Product(Constant(100.0), Quotient(gain, expander.term(y, before)))


OPERATOR = Operator(
    name="pull",
    summary="points that x contributes to the growth of y (of=)",
    expand=_expand,
    unit=points_of_same,
    phrases={
        "zh": (
            Phrase("拉动{y}增长{v}", "up"),
            Phrase("下拉{y}{v}", "down"),
        ),
        "en": (
            Phrase("contributing {v} to the growth of {y}", "up"),
            Phrase("taking {v} off the growth of {y}", "down"),
        ),
    },
    options={"of": "expression!"},
)
