"""English: the province, the city, the whole region as places: those that are spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.taken_up import PLACE
from bluebook.collect.bulletins.lexicon.vocabulary import Word
from bluebook.collect.bulletins.setting.venues import REGIONS, city
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.model.catalogue import Catalogue

_AROUND = re.compile(
    r"\b(?:(?:the|this|our|that) (?:(?:whole|entire|wider|same|(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|central|coastal|inland|island|landlocked|mountainous) )?(?P<what>province|city|municipality|autonomous region|region)(?:'s)?\b"
    r"(?! (?:of|with|that|where|whose|in which|which|and|or|government|seat|capital|level|limits|cent(?:er|re))\b|-)"
    r"|(?P<wide>province|city)-?wide\b)"
)
_HINTS = ENGLISH.group("province", "city", "municipality", "region")


def around(text: str, tokens: list[Token], context: Context, catalogue: Catalogue) -> list[Token]:
    """The tokens of a sentence with "the province" and its like as places.

    It is the page's own place or what is around that; else that of the place last named.
    """
    if _HINTS not in ENGLISH.found(text):
        return tokens
    made = list(_made(text, tokens, context, catalogue))
    if not made:
        return tokens
    kept = [t for t in tokens if not any(m.start <= t.start < m.end for m in made)]
    return sorted((*kept, *made), key=PLACE)


def _made(
    text: str, tokens: list[Token], context: Context, catalogue: Catalogue
) -> Iterator[Token]:
    places = [t for t in tokens if t.kind == "place"]
    for match in _AROUND.finditer(text):
        start, end = match.span()
        if any(
            t.start < end and start < t.end for t in tokens if t.kind in ("name", "number", "when")
        ):
            continue
        before = [t.word.territory for t in reversed(places) if t.end <= start]
        known = (context.territory, *before, *context.places[:1], *context.named)
        codes = [code for code in known if code]  # a text of no place that is known has none
        level = match["what"] or match["wide"]
        place = next(filter(None, (_of(level, code, catalogue) for code in codes)), "")
        if place:
            yield Token(start, end, "place", match[0], Word(territory=place))


def _of(what: str, code: str, catalogue: Catalogue) -> str:
    """The province, region or city that a place is or lies in, "" where it is none."""
    for place in (code, *catalogue.above(code)):
        level = catalogue.territory(place).level
        if what in ("city", "municipality"):
            if city(place, catalogue):
                return place
        elif level == "province" and (what == "province" or place in REGIONS):
            return place
    return ""
