"""Difference of a percentage from a year before, in percentage points: e - e[-1 year]."""

from __future__ import annotations

from bluebook.language.arithmetic import Difference, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, points_if_percent


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    e = argument(call)
    return Difference(expander.term(e, where), expander.term(e, where.then("lag", 1)))


OPERATOR = Operator(
    name="pp",
    summary="change of e on a year before; points where e is in percent",
    expand=_expand,
    unit=points_if_percent,
    phrases={
        "zh": (
            Phrase("比上年提高{v}", "up"),
            Phrase("较上年提升{v}", "up"),
            Phrase("比上年下降{v}", "down"),
            Phrase("较上年回落{v}", "down"),
            Phrase("与上年基本持平", "flat"),
        ),
        "en": (
            Phrase("{v} higher than a year earlier", "up"),
            Phrase("up {v} from a year earlier", "up"),
            Phrase("{v} lower than a year earlier", "down"),
            Phrase("down {v} from a year earlier", "down"),
            Phrase("broadly unchanged from a year earlier", "flat"),
        ),
    },
)
