"""The same figure at another place or period, given by name."""

from __future__ import annotations

from bluebook.language.arithmetic import Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import Expander, Operator, argument, same_unit, text_option
from bluebook.model.period import Period


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    territory, period = text_option(call, "territory"), text_option(call, "period")
    if territory is not None:
        expander.catalogue.territory(territory)
        where = where._replace(territory=territory)
    if period is not None:
        Period.parse(period)
        where = where.then("at", period)
    return expander.term(argument(call), where)


OPERATOR = Operator(
    name="at",
    summary="x at another territory= or period=",
    expand=_expand,
    unit=same_unit,
    phrases={
        "zh": (),
        "en": (),
    },
    options={"territory": "text", "period": "text"},
)
