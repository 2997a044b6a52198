"""Change between two dates that are not a year end apart: x - x[date]."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Difference, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, points_if_percent


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    since = call.arguments[1]
    if not isinstance(since, str):
        raise BluebookError("change_since() needs a period", 'write change_since(x, "2020-03")')
    return Difference(expander.term(x, where), expander.term(x, where.then("at", since)))


OPERATOR = Operator(
    name="change_since",
    summary="change since a given period, in the unit of x (points for percentages)",
    expand=_expand,
    unit=points_if_percent,
    phrases={
        "zh": (
            Phrase("较{p}增长{v}", "up"),
            Phrase("较{p}减少{v}", "down"),
            Phrase("较{p}提升{v}", "up", write=False),
        ),
        "en": (
            Phrase("up {v} from {p}", "up"),
            Phrase("down {v} from {p}", "down"),
        ),
    },
    arguments=(2, 2),
)
