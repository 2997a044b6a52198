"""Level relative to a base period that is set to 100."""

from __future__ import annotations

from bluebook.language.arithmetic import Constant, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    number,
    text_option,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x, base = argument(call), text_option(call, "base")
    assert base is not None
    level = Quotient(expander.term(x, where), expander.term(x, where.then("at", base)))
    return Product(Constant(100.0), level)


OPERATOR = Operator(
    name="index",
    summary="x with the period base= set to 100",
    expand=_expand,
    unit=number,
    phrases={
        "zh": (Phrase("以{p}为基期的指数为{v}"),),
        "en": (Phrase("an index of {v} on the base of {p}"),),
    },
    options={"base": "text!"},
)
