"""Total over the parts of a territory: over="" its direct parts, or a level below it."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Sum, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    same_unit,
    text_option,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x, over = argument(call), text_option(call, "over") or ""
    parts = expander.catalogue.children(expander.territory, over)
    if not parts:
        raise BluebookError(
            f"{expander.territory} has no parts{f' of level {over}' if over else ''}",
            'sum(x, over="province") adds the provinces of a country',
        )
    total = expander.term(x, where._replace(territory=parts[0]))
    for code in parts[1:]:
        total = Sum(total, expander.term(x, where._replace(territory=code)))
    return total


OPERATOR = Operator(
    name="sum",
    summary="x added up over the parts of the territory (over= names a level)",
    expand=_expand,
    unit=same_unit,
    phrases={
        "zh": (
            Phrase("合计{v}"),
            Phrase("合计达{v}"),
        ),
        "en": (Phrase("{v} in total"),),
    },
    options={"over": "text"},
)
