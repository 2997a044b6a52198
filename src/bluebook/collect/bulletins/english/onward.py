"""How an English sentence goes on from the one before it: of its place, of its subject."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Subject, codes
from bluebook.collect.bulletins.clause.lead import THIN
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.english.reported import BY_WHAT, SAID, TOTALS, WHO
from bluebook.collect.bulletins.english.settled import SETTLEMENTS, goes_on
from bluebook.collect.bulletins.lexicon.derived import rates
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Name

_OF_OTHERS = re.compile(
    r" (?:of|for|from|on|with|using|who|whose|that) (?!last|(?:service|operation|use)\b|the (?:end|year|month|first|second|third|fourth|whole|full|quarter|half|same|period)\b|(?:19|20)\d\d|[qh][1-4]\b)"
)
_THERE = re.compile(r"\b(?:the|its|this) (?:province|region|city|municipality|area)(?:'s)?\b")
_AREAS = ENGLISH.group("province", "region", "ity", "area")  # one of which _THERE holds
# A body that has been spoken of expects it, of all: it expects the year's volume to exceed …
_EXPECTS_IT = re.compile(
    r"[\"' ]*(?:but |and )?it (?:also )?(?:expects?|forecasts?|predicts?|projects?|estimates?|hopes|plans|aims|said|says|added|noted)\b"
)
_OF_ALL = re.compile(
    r"\b(?:chinese (?!new year|language|character|domain|capital|cit|provinc|side|medicine)|mainland\b"
    r"|(?:the|this) (?:whole |entire )?(?:industry|sector)(?:'s)?\b)|(?:industry|sector)-wide|as a whole\b"
    r"|^[\"' ]*(?:in total|overall|altogether|in all|all told|taken together|in sum)\b"
)
_WHOLE = ENGLISH.group("chinese ", "mainland", "industry", "sector", "as a whole", "total", "overall", "altogether", "in all", "all told", "taken together", "in sum")  # fmt: skip
# Which place comes first: Guangdong came first with; next were Jiangsu and Shandong, with.
_FIRST = re.compile(
    r"[\"' ]*(?:(?:[a-z]+ ){1,4}, ?)?(?:(?:next|then|behind it|after it|first|second|third) (?:came|comes|was|were|is) )?(?:the )?"
)
_NEXT = re.compile(
    r"[\"' ]*(?:next|then|behind it|after it|first|second|third) (?:came|comes|was|were|is)\b"
)
_RANKED = re.compile(
    r"(?: province| city| municipality)?,? (?:came|comes|ranks?|ranked|placed|topped|tops|led|leads|lead|followed|follows?|was|is|were|are|finished|headed|trailed|took)"
    r"(?: (?:in|the|at|a|close|far|by|out|up))* (?:first|second|third|fourth|fifth|next|top|lists?|rankings?|table|tables|field|pack|way|with|suit|lead|front|ahead|last)\b"
)
NOBODYS = ("",)  # of a place that nobody tells
_GOES_ON = re.compile(r"[\"' ]*(?:its?|they|their|there|of|among|which|up|down)\b")
_EACH_YEAR = frozenset(("annual", "yearly", "full-year"))  # the annual volume
# What a sentence is about, before a verb that says how it is.
_IS = re.compile(
    r"[\"' ]*(?:the |a |an |china's )?(?P<what>(?!it |this |that |there |they )[a-z-]+(?: [a-z-]+){0,2}?) "
    r"(?:is|are|was|were|has been|have been|has become|have become|remains?|remained|continues? to|continued to|keeps?|kept)\b"
)
_OPERATORS = re.compile(r"\b(?:carriers|operators|telcos)\b")
_OF_OLD = frozenset(("traditional", "conventional"))  # kinds of business that are all of it
_GAINED = ("gained ", "added ", "lost ", "attracted ", "won ")
_WE = frozenset(
    ("the", "country", "nation", "market", "industry", "sector", "operators", "carriers", "telcos", "also", "has", "have", "had", "a",
     "further", "another", "meanwhile", "however", "but", "alone", "in", "together", "three", "gained", "added", "lost", "attracted", "won")
)  # fmt: skip
# 51 million users were added, 36 million were in use: of those that were spoken of.
_WERE_ADDED = re.compile(
    r"(?<=[rs\dn]) (?:(?:were|was|have been|had been) )?(?:newly )?(?:added|gained|joined|signed up)\b"
    r"|(?<=[\dn]) (?:of them\b|(?:have|had|has) been (?:newly )?(?:opened|built|set up|laid|installed|deployed|put)\b)"
    r"|(?<=[\dn]) (?:were|are) (?:(?:still|now|then|already) )?(?:in (?:use|service|operation|circulation)|active)"
    r"(?=[,.;]|$| (?:by|at|as|compared|against|and|up|down|nationwide)\b)"
)


class Onward(OneSentence):
    """Tells what one English sentence takes up of what was spoken of."""

    def places(self) -> tuple[str, ...]:
        """Where the sentence begins to speak of, by what the one before it did.

        It goes on about a place with which the paragraph began. Behind figures of the page's own
        place a province is an example, and nobody says of which of them a sentence is that takes
        nothing up: In Guangdong it was 160 million. The number of 4G users was …
        """
        context = self.context
        places = context.places
        if places in ((), (context.territory,)) or "place" in self.row.kinds:
            return places
        if _EXPECTS_IT.match(self.text) or self._of_all():
            return ()
        if _GOES_ON.match(self.text) or (
            _AREAS in self.row.sought and _THERE.search(self.text) is not None
        ):
            return places
        if any(p and self.catalogue.territory(p).level == "region" for p in places):
            return ()
        return NOBODYS if context.at_home and "number" in self.row.kinds else places

    def _of_all(self) -> bool:
        """Does the sentence speak of the industry, or of all the country?"""
        return _WHOLE in self.row.sought and _OF_ALL.search(self.text) is not None

    def of_there(self) -> bool:
        """Does a paragraph begin with the province or the city that the one before spoke of?"""
        if len(self.context.left) != 1:
            return False
        first = next((t for t in self.row.tokens if t.kind in ("place", "number")), None)
        if first is not None and first.kind == "place":
            return False  # but: the province accounted for 20% of the country's total
        if not self.context.left[0]:
            return False
        local = self.catalogue.territory(self.context.left[0]).level
        return _THERE.match(self.text) is not None and local in ("province", "city")

    def named_in(self, before: str) -> Subject | None:
        """What a sentence without figures names: revenue could not keep pace; IPTV gained ground."""
        known, subject = phrases(self.catalogue), self.context.subject
        spoken = codes(subject.expression) if subject and subject.expression else ()
        if any("entity" in word.cues for _, _, word in self.vocabulary.find(before)):
            return Subject(None, before)
        for _, run in known.runs(before):
            for part in run.parts:
                if known.words.another(part.bag):
                    return Subject(None, before)  # smartphone sales tumbled
                beside = known.words.beside(part.bag, spoken)
                topic = self.context.topic or (("telecom",) if _OPERATORS.search(before) else ())
                code = part.code or beside or known.words.joined(part.bag, topic)
                if code in self.catalogue.indicators:
                    return Subject(Name(code), before)
            for part in run.sectors if not run.parts else ():  # the traditional fixed-line business
                said = tuple(w for w in part.bag if w not in _OF_OLD)
                many = known.words.manifold.issuperset(said)
                heads = () if many else (known.words.has, "traffic")
                code = next(filter(None, (known.words.joined(said, (h,)) for h in heads)), "")
                if code in self.catalogue.indicators:
                    return Subject(Name(code), before)
            if run.short:
                return Subject(Name(run.short.code), before)
        return Subject(None, before) if self._of_another(before) else None

    def _of_another(self, before: str) -> bool:
        """Is a sentence about a thing that nothing here knows: video streaming is popular?"""
        told, words = _IS.match(before), self.vocabulary
        if told is None or any(word.namings for _, _, word in words.find(before)):
            return False
        return not any(
            w in words.neutral or w in words.general or w in words.ordinary
            for w in told["what"].split()
        )

    def _all_gained(self, number: Token) -> bool:
        """Did nobody else than the country or its operators gain so many: China gained 40 million?"""
        if not self.text.endswith(_GAINED, 0, number.start):
            return False
        told, words = 0, ""
        for token in self.row.tokens[: self.row.first(number.start)]:
            if token.kind in ("place", "when"):
                words += self.text[told : token.start]
                told = token.end
        words += self.text[told : number.start]
        return _WE.issuperset(words.replace(",", " ").split())

    def _ranks(self) -> bool:
        """Does the sentence tell which places come first: Guangdong came first with 5.2 trillion yuan?"""
        first = next((n for n, t in enumerate(self.row.tokens) if t.kind == "number"), 0)
        places = [t for t in self.row.tokens[:first] if t.kind == "place"]
        if not places or not _FIRST.fullmatch(self.text, 0, places[0].start):
            return False
        start = places[-1].end
        ranked = _RANKED.match(self.text, start) is not None
        named = any(t.kind == "name" for t in self.row.tokens[:first])
        return (ranked or _NEXT.match(self.text) is not None) and not named

    def goes_on(self) -> bool:
        """Does the sentence begin with a bare noun for what was spoken of: the number of such users?"""
        subject = self.context.subject
        if subject is None or subject.expression is None:
            return False
        if SETTLEMENTS in self.row.sought and goes_on(self.text):
            return True
        if "place" in self.row.kinds and self._ranks():
            return True
        if SAID in self.row.sought and TOTALS.match(
            self.text
        ):  # of a part, "the total" may be that of the whole
            spoken = codes(subject.expression)
            return not any(self.catalogue.indicator(code).part_of for code in spoken)
        told = BY_WHAT.match(self.text)
        if told is None and SAID in self.row.sought:
            told = WHO.match(self.text)
        for token in self.row.tokens[self.row.first(told.end()) if told else 0 :]:
            if "noun" in token.cues:
                if _OF_OTHERS.match(self.text, token.end):
                    return False  # the number of users on China's own 3G network
                return self.vocabulary.generic(token.text, codes(subject.expression))
            if token.kind == "name" and not token.word.plain:  # penetration was 75.9%
                if self.context.recalled and self.context.lost:
                    return False
                known = rates(self.catalogue, subject.expression).values()
                return self.vocabulary.generic(token.text, [rate.code for rate in known])
            if token.quantity is not None and (
                _WERE_ADDED.match(self.text, token.end)
                or (token.quantity.unit and self._all_gained(token))
            ):
                return not token.quantity.unit or self.vocabulary.generic(
                    token.quantity.unit, codes(subject.expression)
                )
            if (
                token.kind not in ("when", "mark", "place")
                and token.cues.isdisjoint(
                    ("tail", "over", "nearly", "about", "level", "up", "net_up", "net_down")
                )
                and token.text not in THIN
                and token.text not in _EACH_YEAR
            ):
                return False
        return False
