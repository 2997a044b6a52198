"""Place in descending order among territories of a level, 1 for the greatest."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Rank, Term, Where
from bluebook.language.expression import Call
from bluebook.language.operators.base import (
    Expander,
    Operator,
    Phrase,
    argument,
    number,
    text_option,
)


def _expand(call: Call, expander: Expander, where: Where) -> Term:
    x, catalogue = argument(call), expander.catalogue
    own = catalogue.territory(expander.territory)
    level = text_option(call, "among") or own.level
    if not any(place.level == level for place in catalogue.territories.values()):
        levels = sorted({place.level for place in catalogue.territories.values() if place.level})
        raise BluebookError(f"no territory is a {level!r}", f"the levels are: {', '.join(levels)}")
    country = [own.code, *catalogue.above(own.code)][-1]
    others = [code for code in catalogue.children(country, level) if code != own.code]
    return Rank(
        expander.term(x, where),
        tuple(expander.term(x, where._replace(territory=code)) for code in others),
    )


OPERATOR = Operator(
    name="rank",
    summary="place among the territories of a level (among=), 1 the greatest",
    expand=_expand,
    unit=number,
    phrases={
        "zh": (
            Phrase("居全国第{v}位"),
            Phrase("位居全国第{v}"),
            Phrase("排名全国第{v}位", write=False),
        ),
        "en": (
            Phrase("ranking {v} in the country"),
            Phrase("{v} in the country"),
        ),
    },
    options={"among": "text"},
)
