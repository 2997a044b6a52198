"""Compound annual growth over n years, in percent: 100 ((x / x[-n])^(1/n) - 1)."""

from __future__ import annotations

from bluebook.language.arithmetic import Constant, Difference, Power, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    percent,
    whole_number,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x, years = argument(call), whole_number(call, 1)
    ratio = Quotient(expander.term(x, where), expander.term(x, where.then("lag", years)))
    return Product(Constant(100.0), Difference(Power(ratio, 1 / years), Constant(1.0)))


OPERATOR = Operator(
    name="cagr",
    summary="compound annual growth over n years, percent",
    expand=_expand,
    unit=percent,
    phrases={
        "zh": (
            Phrase("比{p}年均增长{v}", "up"),
            Phrase("比{p}年均下降{v}", "down"),
        ),
        "en": (
            Phrase("an average annual growth of {v} from {p}", "up"),
            Phrase("an average annual decline of {v} from {p}", "down"),
        ),
    },
    arguments=(2, 2),
)
