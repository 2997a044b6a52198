"""Reached part of the published plan figure, in percent: 100 x / target(x)."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Constant, Level, Product, Quotient, Term, Where
from bluebook.language.expression import Call, Name
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, percent


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    if not isinstance(x, Name):
        raise BluebookError("completion() takes an indicator", "write completion(base_stations_5g)")
    reached = Quotient(expander.term(x, where), Level(x.code, where, "target"))
    return Product(Constant(100.0), reached)


OPERATOR = Operator(
    name="completion",
    summary="how much of the plan figure for x has been reached, percent",
    expand=_expand,
    unit=percent,
    phrases={
        "zh": (
            Phrase("完成计划的{v}"),
            Phrase("计划完成率为{v}"),
        ),
        "en": (Phrase("{v} of the plan"),),
    },
)
