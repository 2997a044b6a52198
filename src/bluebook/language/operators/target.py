"""The published plan figure: the claim with status target."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Level, Term, Where
from bluebook.language.expression import Call, Name
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, same_unit


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    if not isinstance(x, Name):
        raise BluebookError("target() takes an indicator", "write target(base_stations_5g)")
    expander.catalogue.indicator(x.code)
    return Level(x.code, where, "target")


OPERATOR = Operator(
    name="target",
    summary="the plan figure published for x",
    expand=_expand,
    unit=same_unit,
    phrases={
        "zh": (
            Phrase("计划为{v}"),
            Phrase("目标为{v}"),
        ),
        "en": (
            Phrase("against a target of {v}"),
            Phrase("a target of {v}"),
        ),
    },
)
