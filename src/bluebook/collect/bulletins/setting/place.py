"""The place that a document is about, as its own figures tell."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.setting.named import ECONOMY, HEAD, HOME, ITSELF, LOCAL, Named
from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.text.writing import Writing
from bluebook.model.catalogue import Catalogue

SPOKEN_OF = 3  # times that a text names the province that it is about
ABOUT = 5_000  # characters that are looked at
# What is ours, and names that hold our country's and say nothing of where figures are of.
_OURS = re.compile(
    r"china (?:mobile|telecom|unicom|tower|light|netcom)(?! (?:phone|user|subscri|internet|industry|market|sector|revenue))"
    r"|(?:mainland|greater|south|bank of|air) china|mainland chinese"
    r"|(?P<ours>china|chinese|yuan|rmb|cny|中国|我国|元|state post bureau|miit|cnnic|cinic)"
)
_MAINLAND = re.compile(
    r"中国(?!时报)|大陆|内地|人民币|工信部|工业和信息化部|信息产业部|邮政局|国务院"
)
SPECIAL = ("HK", "MO")  # whose 全国 is China
# A part of the country is spoken of; a city, in a text that speaks of nothing larger.
_OURS_EN = r"t(?<!\wt)h(?:e|is) {0}\b|o(?<!\wo)ur {0}\b|w(?<!\ww)hole {0}\b"
_ANY = r"(?! (?:of|with|that|where|whose|which) )"  # the province of Guangdong, the one with most users
_PROVINCE = re.compile(
    r"全[省区](?![场域])|我[省区]|本[省区]|自治区(?![、,和])|" + _OURS_EN.format("province") + _ANY
)
_CITY = re.compile(r"全市(?!场)|我市|本市|" + _OURS_EN.format("city's?") + _ANY)
_PROVINCES, _CITIES = ("province", "省", "区"), ("city", "市")  # one of which they hold
_MINISTRY = re.compile(r"工信部|工业和信息化部|信息产业部|国家邮政局")

Words = Callable[[str], Vocabulary]


def place(writing: Writing, catalogue: Catalogue, words: Words) -> str:
    """What a text is about; "" where it is of a part of the country that no name tells.

    It is the place of the first sentence that says a figure of an indicator there; a part of the
    country only if the text goes on about it. Where no sentence does so, the first place named.
    """
    plainly = "\n".join(writing.lines(0, ABOUT))
    vocabulary = words(plainly)
    named = Named(plainly, catalogue, vocabulary)
    provinces = len(_PROVINCE.findall(plainly)) if holds(plainly, _PROVINCES) else 0
    cities = [m.end() for m in _CITY.finditer(plainly)] if holds(plainly, _CITIES) else []
    local = provinces + len(cities)
    found = next(filter(None, map(named.of_sentence, named.sentences())), "")
    first = named.first(HEAD)
    english = vocabulary.language == "en"
    chosen = found or first
    if english and not local and named.count(chosen) < SPOKEN_OF and named.unplaced(chosen, first):
        found = chosen = HOME
    if chosen in ("", HOME) or HOME not in catalogue.above(chosen):
        ours = (word for match in _OURS.finditer(plainly) if (word := match["ours"]))
        if chosen and catalogue.territory(chosen).level == ECONOMY:
            ours = (word for word in ours if word != "元")
        if chosen in ("", HOME):
            own = any(ours) or (vocabulary.language == "zh" and named.mainland())
            beside = _MAINLAND.search(plainly) if vocabulary.language == "zh" else None
            begins = plainly[: beside.start()] if beside else plainly
            apart = vocabulary.language == "zh" and begins != ""
            sign = vocabulary.sign(begins) if apart or not own else ""
            if apart and sign:
                return sign  # 我国, 全国 and 元 are its own
            chosen = chosen if own else named.other() or sign or chosen
        elif (many := len([*ours])) and not (
            (found and (named.alone(found) or named.count(found) > many))
            or (vocabulary.language == "zh" and _signed(plainly, chosen, vocabulary))
        ):
            chosen = HOME  # another country's name in the frame of a page about ours
    aside = english and found == first == HOME and not named.mostly(local)
    if chosen in ("", HOME) and local and not aside:
        spoken = provinces > len(cities)
        whole = named.most(("province",)) if spoken else ""  # though its cities are named more
        chosen = whole or named.most(LOCAL) or named.paper() or chosen
    elif provinces > len(cities) and first in catalogue.above(chosen) and first != HOME:
        chosen = first  # a province's page, whose first figures with a name are a city's
    if cities and not provinces and chosen and catalogue.territory(chosen).level == "province":
        inner = named.most(("city",))  # the city's …, and others of its province beside it
        chosen = (
            inner
            if inner and named.most(LOCAL) == inner and chosen in catalogue.above(inner)
            else chosen
        )
    own = english and (aside or (bool(cities) and named.most(("city",)) != ""))
    if local and not own and _unnamed(provinces, cities, chosen, catalogue):
        return ""
    if not found and not local and _MINISTRY.search(plainly, 0, HEAD):
        return HOME  # named in its frame only
    if chosen and catalogue.territory(chosen).level in LOCAL:
        nations = "亿" in plainly and named.huge()
        own = (local and not aside) or named.often(chosen) or named.titled(chosen)
        return chosen if own and not nations else HOME
    return chosen or HOME


def _signed(text: str, code: str, vocabulary: Vocabulary) -> bool:
    """Chinese: does a text speak of a place's own regulator or money, and of none of ours before?

    我国 and 国内 are its own then: 台湾…,NCC统计,国内移动电话用户…,我国家庭宽带普及率…
    """
    ours = _MAINLAND.search(text)
    return vocabulary.sign(text[: ours.start()] if ours else text) == code


def _unnamed(provinces: int, cities: list[int], chosen: str, catalogue: Catalogue) -> bool:
    """Is a text about a province or a city that the catalogue does not know by its name?

    `provinces` counts where it speaks of one, `cities` are the places where it has spoken of one.
    """
    level = catalogue.territory(chosen).level if chosen else ""
    if provinces > 1:
        return level not in LOCAL
    if not cities:
        return False
    if len(cities) < 2 and cities[0] > HEAD:
        return False
    names = [*catalogue.territory(chosen).synonyms.get("zh", ())] if chosen else []
    return level != "city" and not any(name.endswith("市") for name in names)


def at_home(tokens: list[Token], country: str) -> list[Token]:
    """Tokens of a text about another country, whose "the country" and fiscal year are its own.

    In Hong Kong and Macao 全国 is China.
    """
    if country in (HOME, *SPECIAL):
        return tokens
    return [
        replace(t, word=replace(t.word, territory=country))
        if t.kind == "place" and t.text in ITSELF
        else t
        for t in tokens
        if not (t.when and t.text.startswith("fy"))  # their fiscal years are others
    ]
