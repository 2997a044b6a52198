"""Growth on the same period a year before, in percent: 100 x / x[-1 year] - 100."""

from __future__ import annotations

from bluebook.language.arithmetic import Constant, Difference, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, percent


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    growth = Quotient(expander.term(x, where), expander.term(x, where.then("lag", 1)))
    return Difference(Product(Constant(100.0), growth), Constant(100.0))


OPERATOR = Operator(
    name="yoy",
    summary="growth on the same period a year before, percent",
    expand=_expand,
    unit=percent,
    phrases={
        "zh": (
            Phrase("比上年增长{v}", "up"),
            Phrase("同比增长{v}", "up"),
            Phrase("较上年增长{v}", "up", write=False),
            Phrase("比上年同期增长{v}", "up", write=False),
            Phrase("比上年提高{v}", "up", write=False),
            Phrase("比上年下降{v}", "down"),
            Phrase("同比下降{v}", "down"),
            Phrase("比上年减少{v}", "down", write=False),
            Phrase("与上年基本持平", "flat"),
        ),
        "en": (
            Phrase("up {v} year on year", "up"),
            Phrase("an increase of {v} over the previous year", "up"),
            Phrase("up {v} from a year earlier", "up"),
            Phrase("grew by {v} year on year", "up", write=False),
            Phrase("down {v} year on year", "down"),
            Phrase("a decrease of {v} from the previous year", "down"),
            Phrase("broadly unchanged from a year earlier", "flat"),
        ),
    },
)
