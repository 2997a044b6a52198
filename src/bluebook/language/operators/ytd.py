"""A flow from January to the end of the period."""

from __future__ import annotations

from bluebook.language.arithmetic import Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, same_unit


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    return expander.term(argument(call), where.then("to_date"))


OPERATOR = Operator(
    name="ytd",
    summary="x from January to the end of the period",
    expand=_expand,
    unit=same_unit,
    phrases={
        "zh": (
            Phrase("累计{v}"),
            Phrase("累计达{v}"),
            Phrase("累计完成{v}"),
        ),
        "en": (
            Phrase("{v} in the year to date"),
            Phrase("a cumulative {v}"),
        ),
    },
    timing="period",
)
