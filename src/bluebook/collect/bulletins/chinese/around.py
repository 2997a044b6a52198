"""Chinese: 全省, 我市 as places: the province or the city that is spoken of."""

from __future__ import annotations

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Word
from bluebook.model.catalogue import Catalogue

_WHOLE = dict.fromkeys(("全省", "我省", "本省", "全区", "我区", "全自治区"), "province")
_WHOLE |= dict.fromkeys(("全市", "我市", "本市", "全州", "我州", "全盟", "我盟"), "city")
_REGIONS = ("CN-NM", "CN-GX", "CN-XZ", "CN-NX", "CN-XJ")  # whose 全区 is a province
_CITIES = ("北京", "天津", "上海", "重庆")  # that are provinces too


def around(tokens: list[Token], context: Context, catalogue: Catalogue) -> list[Token]:
    """The tokens of a sentence, 全省 and 我市 as places where it is known which one is spoken of.

    It is the text's own, or the one around the place that was named last.
    """
    found, spoken = [], context.places[:1]
    for token in tokens:
        level = _WHOLE.get(token.text)
        if level and token.kind == "cue":
            place = _around(level, (context.territory, *spoken), catalogue)
            if place and ("区" not in token.text or place in _REGIONS):
                known = Word(territory=place)
                found.append(replace(token, kind="place", word=known, cues=known.cues))
            elif context.given:
                found.append(token)  # whoever gives the place knows what 全省 is
            else:
                found.append(replace(token, cues=token.cues | {"entity"}))  # of nobody knows what
            continue
        if token.kind == "place":
            spoken = (token.word.territory,)
        found.append(token)
    return found


def _around(level: str, codes: tuple[str, ...], catalogue: Catalogue) -> str:
    """The first place of a level that is one of these or around it; "" where none is."""
    for code in filter(None, codes):
        for place in (code, *catalogue.above(code)):
            one = catalogue.territory(place)
            if one.level == level or (level == "city" and one.name.get("zh") in _CITIES):
                return place
    return ""
