"""Whose figures a sentence tells: of the page's country, of an aside's, of another's."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.countries import visited
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.setting.named import ECONOMY, HOME
from bluebook.collect.bulletins.setting.years import Years
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.model.catalogue import Catalogue

_PART_OF = re.compile(
    r"(?:%|per ?cent|third|quarter|half|fifth|tenth) of (?:the )?(?:(?:total|overall total|whole) (?:of|in|for) (?:the )?)?$"
)
_WHERE = re.compile(r"(?:^|[,;:] ?)(?:(?:in|across|within|for|而|在) ?)?(?:the )?$")
_DISTRICT = re.compile(
    r"[\"' ]*(?:in |of )?(?:the )?[a-z'-]+(?: [a-z'-]+)? (?:district|county|prefecture|township)\b"
)
_RANKS = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\d(?:st|nd|rd|th)) (?:in|of|among) (?:the )?$"
)
# Before a place with which an aside begins, on a page about another.
_ASIDE = re.compile(r"[\"'\s]*(?:至于|而|另外|此外|同时|其中|在|再看|反观|相较之下|,)*")
_ELSEWHERE = tuple(
    f"{rest} {link}{the}"
    for rest in (
        "other places",
        "other parts",
        "other cities",
        "other provinces",
        "the rest",
        "elsewhere",
    )
    for link in ("in ", "of ")
    for the in ("", "the ")
)
_OF = (" of ", " of the ", " in ", " in the ", " among ", " among the ")  # how both of them end
_DISTRICTS = ENGLISH.group("district", "county", "prefecture", "township")
# On a page of a province: 工信部数据显示,…基站总数达225万个, those of the nation.
_MINISTRY = re.compile(
    r"(?:据悉|据了解|据|另据|根据|此外|目前)?,?(?:国家)?(?:工信部|工业和信息化部|信息产业部|国家邮政局|中国互联网络信息中心)"
)


_TOLD = ("noun", "level", "reach", "over", "nearly", "about", "share")
NEAR = 3  # characters between a country and what is told of it


class Places(Years):
    """Tells of where one sentence speaks."""

    row: Row
    vocabulary: Vocabulary
    catalogue: Catalogue
    home: str
    visiting = ""  # English: the other country that all of the sentence is of

    def _home(self) -> str:
        """The country whose places are the text's own: that of the page, or of an aside, else "".

        Chinese: 香港方面,移动电话用户…: Hong Kong's until another place is named; on its own pages
        内地, and what the ministry says, are the nation's.
        """
        context, country = self.context, self.vocabulary.country
        own = country(context.territory)
        if self.language == "en":
            self.visiting = visited(self.row, own, context.visited) if own else ""
            return self.visiting or own
        if self.language != "zh" or (own != HOME and not self._economy(own)):
            return own
        if own == HOME and not context.places and "place" not in self.row.kinds:
            return own
        aside = [country(p) for p in context.places[:1] if self._apart(country(p), own)]
        places = [t for t in self.tokens if t.kind == "place"]
        if self._roams(places, own):
            return ""
        if places:
            codes = {t.word.territory for t in places}
            opens = own != HOME or _ASIDE.fullmatch(self.text, 0, places[0].start) is not None
            here = opens and len(codes) == 1 and self._apart(min(codes), own)
            context.places = tuple(codes) if here else () if aside else context.places
            return codes.pop() if here else own
        if own != HOME and _MINISTRY.match(self.text):
            context.places = (HOME,)
            return HOME
        return aside[0] if aside else own

    def _roams(self, places: list[Token], own: str) -> bool:
        """Chinese: does a sentence tell figures of other countries: 韩国5G用户3100万户,美国1.5亿户?"""
        country = self.vocabulary.country
        if own != HOME or not places or any(country(t.word.territory) == own for t in places):
            return False
        codes = {t.word.territory for t in places}
        if len(codes) == 1 and self._economy(min(codes)):
            return False
        return all(self._tells(t) for t in places)

    def _tells(self, place: Token) -> bool:
        """Does a clause begin with a place, behind which what is told of it stands?"""
        begin = max(self.text.rfind(mark, 0, place.start) for mark in ",;:") + 1
        if not _ASIDE.fullmatch(self.text, begin, place.start):
            return False
        n = self.row.first(place.end)
        after = self.tokens[n] if n < len(self.tokens) else None
        if after is None or after.start - place.end > NEAR:
            return False
        return after.kind in ("name", "number") or after.cue(*_TOLD)

    def _apart(self, place: str, own: str) -> bool:
        """Is a place the nation or one of its economies, and not the text's own?"""
        return place != own and (self._economy(place) or (place == HOME != own))

    def _economy(self, code: str) -> bool:
        """Is a place one of ours with its own money?"""
        known = self.catalogue.territories.get(code)
        return known is not None and known.level == ECONOMY

    def _of_nation(self) -> bool:
        """Chinese: does a sentence tell what the ministry says, and name no place of its own?"""
        return _MINISTRY.match(self.text) is not None and "place" not in self.row.kinds

    def abroad(self) -> bool:
        """Does a sentence begin with a district, or with other countries and name no place of ours?"""
        if self.language == "en" and _DISTRICTS in self.row.sought and _DISTRICT.match(self.text):
            return True
        if "place" not in self.row.kinds or not self.home:
            return False
        places = [t for t in self.tokens if t.kind == "place"]
        number = next((t.start for t in self.tokens if t.kind == "number"), 0)
        if places[0].start > number:
            return False
        if self.language == "en" and not _WHERE.search(self.text, 0, places[0].start):
            return False
        return all(self.vocabulary.country(t.word.territory) != self.home for t in places)

    def _ranked(self, place: Token) -> bool:
        """Does a rank or a part stand before a place: 2nd in China, 12 percent of China's total?"""
        near = max(0, place.start - 36), place.start
        if self.text.endswith(_ELSEWHERE, *near):
            return True  # went to other places in China
        if self.text.endswith(_OF, *near):
            if self.language == "en" and _PART_OF.search(self.text, *near):
                return True
            if _RANKS.search(self.text, *near):
                return True
        before = next((t for t in reversed(self.tokens) if t.end <= place.start), None)
        if before is None or before.quantity is None or place.start - before.end > 12:
            return False
        return before.quantity.kind == "rank"

    def _above(self, place: Token) -> list[str]:
        code = place.word.territory
        return list(self.catalogue.above(code)) if code else []
