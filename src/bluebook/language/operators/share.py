"""A part of a whole, in percent: of another indicator, or of a larger territory."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Constant, Product, Quotient, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    expression_option,
    percent_of_same,
    text_option,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x = argument(call)
    whole, larger = expression_option(call, "of"), text_option(call, "within")
    if (whole is None) == (larger is None):
        raise BluebookError(
            "share() needs of= or within=", 'write share(x, of=y) or share(x, within="CN")'
        )
    part = expander.term(x, where)
    if larger is not None:
        expander.catalogue.territory(larger)
        total = expander.term(x, where._replace(territory=larger))
    else:
        assert whole is not None
        total = expander.term(whole, where)
    return Product(Constant(100.0), Quotient(part, total))


OPERATOR = Operator(
    name="share",
    summary="x as a part of y (of=) or of a larger territory (within=), percent",
    expand=_expand,
    unit=percent_of_same,
    phrases={
        "zh": (
            Phrase("占{y}的{v}"),
            Phrase("占{y}的比重为{v}"),
            Phrase("占{y}的比重达{v}"),
            Phrase("占比为{v}"),
            Phrase("占比达{v}", write=False),
        ),
        "en": (
            Phrase("accounting for {v} of {y}"),
            Phrase("{v} of {y}"),
            Phrase("making up {v} of {y}"),
        ),
    },
    options={"of": "expression", "within": "text"},
)
