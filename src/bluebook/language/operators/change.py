"""Net change of a stock since the end of the year before: x - x[December before]."""

from __future__ import annotations

from bluebook.language.arithmetic import Difference, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, Phrase, argument, points_if_percent


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    return Difference(expander.term(x, where), expander.term(x, where.then("year_end_before")))


OPERATOR = Operator(
    name="change",
    summary="net change since the end of the year before (points for percentages)",
    expand=_expand,
    unit=points_if_percent,
    phrases={
        "zh": (
            Phrase("比上年末净增{v}", "up"),
            Phrase("全年净增{v}", "up"),
            Phrase("净增{v}", "up"),
            Phrase("比上年末净减{v}", "down"),
            Phrase("净减{v}", "down"),
            Phrase("与上年末基本持平", "flat"),
        ),
        "en": (
            Phrase("a net increase of {v} over the end of the previous year", "up"),
            Phrase("a net increase of {v}", "up"),
            Phrase("a net decrease of {v} from the end of the previous year", "down"),
            Phrase("a net decrease of {v}", "down"),
            Phrase("broadly unchanged from the end of the previous year", "flat"),
        ),
    },
)
