"""English: amounts and counts that the words around them make another's than what is spoken of."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english import moneys
from bluebook.collect.bulletins.text.once import once

# 100 billion parcels worldwide each year.
_ELSEWHERE = re.compile(
    r"(?: (?!but |while |and |which |who |the |ranking |first |most )[a-z0-9-]+){0,4}? (?:worldwide|globally|around the (?:world|globe)|across the (?:world|globe)|in the (?:entire |whole )?world)\b"
)
_LARGEST = re.compile(r"\b(?:largest|biggest|most|first|highest|rank(?:ed|ing|s)?)\b")
# What is counted by a noun whose other words no name holds: 40 million new set-top-box users.
_COUNTS = re.compile(
    r" (?:(?:new|additional|more|extra|net|such|registered|active) )*"
    r"(?P<what>(?:(?!(?:and|or|of|in|on|at|to|by|for|from|with|than|were|was|are|is|had|have|has|as|while|which|who|that|uses?|using|during|last|this|up|down|year|yoy|[a-z]+ed|[a-z]+ly|per|a|an|new|additional|extra|net|such|registered|active|the|its|their|more|other|total|million|billion|percent) )[a-z0-9][a-z0-9()/'-]* ){1,4})"
    r"(?:users|subscribers|customers|subscriptions|accounts|stations|parcels|packages|messages)\b"
)
# 9.9 million 3G connections and 2.2 million 4G: what is left out is not what was spoken of.
_GENERATION = re.compile(r" (?:[2-6]g|lte|nb-iot)(?=[.,;)]| and | in | at |$)")
# People who use something else: 18.75 million used group-purchase websites.
_USERS_OF = re.compile(
    r" (?:people |chinese |netizens |consumers |users )?(?:visit(?:ed)?|shop(?:ped)?|bought|buy|watch(?:ed)?|play(?:ed)?|us(?:e|ed|ing)|order(?:ed)?|read|stream(?:ed)?) "
    r"(?!(?:the |a |their |this |its |some |about |over )*(?:internet|web|mobile|phones?|cell|smart|handset|[2-6]g|broadband|fib|data|network|i(?:ptv|ot)|[xa]dsl|dsl|ftt|wi-?fi|vpn|[0-9]))"
)

# Those of whom a percentage is told use what no name has: 12 percent on prepaid plans.
_USE_ELSE = re.compile(
    r"(?: of (?:them|these|those))? (?:(?:who|now|already|still|are|were|was) )*"
    r"(?:on|via|us(?:e|ed|ing)|with|tak(?:e|ing)|took|choosing|chose|buying|bought|paying|paid) (?:for )?(?:(?:a|an|some|their) )?(?P<what>[a-z][a-z-]*)"
)

# Those of two generations, of which one is named: 20 percent on 2G or 3G.
_EITHER = re.compile(r"[^,;:.]{0,60}? (?P<first>[2-6]g) or [2-6]g\b")


class Counts:
    """Tells the levels of one sentence that are of something else."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.text = row.text

    @once
    def worldly(self) -> bool:
        return "world" in self.text or "glob" in self.text

    def others(self, number: Token, q: Quantity) -> bool:
        """Is an amount in other money, or a count of the world's or of what no name holds?"""
        text, end = self.text, number.end
        if text.startswith((" non-", " nonusers"), end):
            return True  # 562 million non-users
        if self.worldly:
            far = _ELSEWHERE.match(text, end)
            if far and not _LARGEST.search(text, end, far.end()):
                return True
        if q.unit:
            return False
        if text.startswith(" ", end) and not self._named(end):
            counts = _COUNTS.match(text, end)
            if counts and not self._named(end, counts.end()):
                return True
            if _GENERATION.match(text, end) or _USERS_OF.match(text, end):
                return True
        return self.paid(number)

    def either(self, end: int) -> bool:
        """Is a number that ends at a place of those of two generations, which no name holds?"""
        match = _EITHER.match(self.text, end) if "g or " in self.text else None
        if match is None:
            return False
        start, stop = match.start("first"), match.end()
        return not any(t.start <= start and stop <= t.end for t in self.row.tokens)

    def use_else(self, end: int) -> bool:
        """Do those of whom a percentage is told do something that nothing here explains?"""
        match = _USE_ELSE.match(self.text, end)
        if match is None or match["what"] in self.row.vocabulary.neutral:
            return False
        start = match.start("what")
        near = self.row.tokens[self.row.first(end) :][:3]
        told = [t for t in near if not t.cue("modifier", "noun")]
        return not any(t.start < match.end() and start < t.end for t in told)

    @once
    def pieces(self) -> bool:
        """Does the sentence name parcels?"""
        known = self.row.catalogue.indicators
        codes = [n.code for t in self.row.tokens if t.kind == "name" for n in t.word.namings]
        return any(code in known and known[code].unit == "pieces" for code in codes)

    def paid(self, number: Token) -> bool:
        """Is an amount in money that the catalogue does not know?"""
        return moneys.other(self.text, number.start, number.end)

    def _named(self, start: int, end: int = 0) -> bool:
        """Does a name, a place or a number begin at once, or up to an end?"""
        first = self.row.first(start)
        for token in self.row.tokens[first:]:
            if token.start >= (end or start + 2):
                return False
            if token.kind in ("name", "place", "number"):
                return True
        return False
