"""Growth since a given period that is not the same one a year before, in percent."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Constant, Difference, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, percent


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    since = call.arguments[1]
    if not isinstance(since, str):
        raise BluebookError("growth_since() needs a period", 'write growth_since(x, "2020-03")')
    ratio = Quotient(expander.term(x, where), expander.term(x, where.then("at", since)))
    return Difference(Product(Constant(100.0), ratio), Constant(100.0))


OPERATOR = Operator(
    name="growth_since",
    summary="growth since a given period, percent",
    expand=_expand,
    unit=percent,
    phrases={
        "zh": (
            Phrase("较{p}增长{v}", "up"),
            Phrase("比{p}增长{v}", "up", write=False),
            Phrase("较{p}下降{v}", "down"),
        ),
        "en": (
            Phrase("up {v} from {p}", "up"),
            Phrase("down {v} from {p}", "down"),
        ),
    },
    arguments=(2, 2),
)
