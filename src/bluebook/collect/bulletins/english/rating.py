"""English: the rate of what is spoken of: penetration was 75.9%."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.strangers_en import PLAINLY
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.english.settled import SETTLEMENTS
from bluebook.collect.bulletins.lexicon.derived import rated, rates
from bluebook.language.expression import Name

_KIND = re.compile(
    r"(?<![a-z0-9-])(?!(?:a|an|the|its|their|and|or|of|in|at|on|with|while|by|as|to|for|this|that|whose|which|from|after|gross|net|average)\b)"
    r"(?P<kind>[a-z][a-z0-9]{2,}) $"
)
PENETRATION = re.compile(
    r" (?:mobile |fixed |population |overall )?(?:penetration|tele-?density|density)(?: rates?| levels?)?\b"
)
# Those of a kind only: 82.5 million prepaid and 14 million contract.
_KIND_ONLY = re.compile(
    r" (?:(?:(?:on|under) )?(?:a )?(?:pre-?paid|post-?paid|contract|pay-as-you-go)|mobile|fixed|residential|business|corporate)"
    r"(?=[,.;)]|$| (?:and|plus|or|while|with|versus|against)\b)"
)

# How those who are named pay, which narrows them: 62.1 million subscriptions on contract.
_PAYING = re.compile(
    r" (?:on|under|with|by) (?:(?:an?|the|monthly|annual|post-?paid|pre-?paid) ){0,3}(?:contracts?|pre-?paid|post-?paid|pay-as-you-go|plans?|tariffs?)(?= ?(?:[,.;:)]|$|(?:at|in|and|by|as|while|up|down|were|was|is|are|or)\b))"
)


class Rating(OneSentence):
    """Finds the rate that a bare word of one means."""

    def _rate(self, found: Lead) -> Subject | None:
        """The rate of what is spoken of: telephones reached … and the penetration rate 83%."""
        if not found.close or found.subjects[-1].word.plain:
            return None
        words = found.subjects[-1].text
        if (kind := self._kind(found.subjects[-1].start)) is not None:
            return Subject(None, f"{kind} {words}")
        before = self.subjects.named(found.subjects[-2]) if found.subjects[1:] else None
        known = self.context.subject if before is None else before
        if known is None and found.subjects[-1].word.namings and SETTLEMENTS in self.row.sought:
            return self._met(words)
        if known is None or known.expression is None:
            return None
        for rate in rates(self.catalogue, known.expression).values():
            if self.vocabulary.generic(words, [rate.code]):
                return Subject(rate, words)
        return None

    def _kind(self, start: int) -> str | None:
        """A word that nothing explains right before a bare rate: NGMS penetration."""
        match = _KIND.search(self.text, max(0, start - 24), start)
        if match is None or not PENETRATION.match(self.text, start - 1):
            return None
        word, at = match["kind"], match.start("kind")
        known = (
            word in self.vocabulary.neutral or word in self.vocabulary.general or word in PLAINLY
        )
        told = any(t.start <= at < t.end for t in self.row.tokens)
        return None if known or told or word.endswith(("ly", "ing", "ed")) else word

    def _met(self, words: str) -> Subject | None:
        """The one rate of which the text has told before: penetration was 78% in urban areas."""
        known = [
            rate
            for part, rate in rated(self.catalogue)
            if not self.context.met.isdisjoint((part, rate))
            and self.vocabulary.generic(words, [rate])
        ]
        return Subject(Name(known[0]), words) if len(known) == 1 else None

    def _penetration(self, found: Lead, number: Token) -> Subject | None:
        """1.14 percent penetration, beside subscribers: their rate."""
        if PENETRATION.match(self.text, number.end) is None or found.has("up", "down"):
            return None
        named = found.subjects[-1:] if found.close else []
        known = self.subjects.named(named[0]) if named else self.context.subject
        if known is None or known.expression is None:
            return None
        found.near.discard("part")
        rate = next(iter(rates(self.catalogue, known.expression).values()), None)
        return Subject(rate, known.words) if rate is not None else None

    def only_a_kind(self, number: Token) -> bool:
        """Does a number count those of a kind only: 82.5 million prepaid and 14 million contract?"""
        return _KIND_ONLY.match(self.text, number.end) is not None

    def paying(self, end: int) -> bool:
        """Do those whose name ends at a place pay in one way: subscriptions on contract?"""
        return _PAYING.match(self.text, end) is not None
