"""Which periods of a sentence are those of its figures, not of what they are compared with."""

from __future__ import annotations

import re
from itertools import pairwise

from bluebook.collect.bulletins.clause.gap import TIMES, times_as_many
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.dating import upon
from bluebook.collect.bulletins.english.saying import English
from bluebook.collect.bulletins.sentence.places import Places
from bluebook.collect.bulletins.text.hints import ENGLISH, holds
from bluebook.collect.bulletins.text.once import once
from bluebook.collect.bulletins.times.dates_en import of_a_day
from bluebook.language.expression import Name

_WHILE = re.compile(
    r"[,;] ?(?:(?:while|whereas) |(?:but |and |yet )?(?:back )?(?:in|at|by|a year|one year|(?:the )?(?:previous|preceding|last|year)) [^,;\d]{0,24}(?:(?:19|20)\d\d )?"
    r"(?:it|they|there|the (?:figure|number|total)) (?:was|were|had|stood|numbered|came|totall?ed)\b)"
)
_BEYOND = re.compile(r"\b(?:exceed|surpass|outnumber|topp?)(?:ed|ing|s)? (?:the|that|its|their) ")
# Before the time of a figure that is none but compared with: more than twice the figure at the end of 2020.
_THE_FIGURE = re.compile(
    r"\b(?:than|twice|double|triple|quadruple|times|fold|half|above|below|over|beyond|exceeding|surpassing|from|against|versus|topping|beating|compared (?:with|to))"
    r" (?:of )?(?:the|that|its|their|what it was|those)(?: (?:level|figure|number|total|count|tally|rate|share|proportion|ratio|volume|average|reading|amount|record|one|same)s?)?"
    r"(?: (?:seen|recorded|registered|reported|posted|logged|set|reached|achieved))?(?: (?:at|in|of|for|as of|by|during|on|from))?(?: the)? $"
)
# A time that begins an addition of its own: traffic grew to …, with September's use at 369 MB.
_WITH_ITS = re.compile(r", (?:and )?with (?:the |use in |traffic in |that (?:in|of) )?$")
_HAPPENED = re.compile(r"\b(?:was|were|had|has|have|will|would|came|took|began|started)\b")
_EXCEEDS = ENGLISH.group("exceed", "surpass", "outnumber", "top")
TURNS = frozenset(("when", "place"))


class Ahead(Places):
    """Looks over a whole sentence before its numbers are read."""

    told: frozenset[str]
    english: English | None
    teller: Teller
    status: str
    plan_from: int

    def _told_at(self, when: Token) -> bool:
        """English: is a period that of a figure, not of another that is told beside it or before?"""
        if when.start >= self._ranging or self._of_compared(when):
            return False
        return self.english is None or not (
            self.english.olden.of_one(when)
            or self._compared_with(when)
            or self._eventful(when)
            or self._of_a_figure(when)
            or self._of_addition(when)
        )

    def _of_a_figure(self, when: Token) -> bool:
        """English: is a period that of a figure compared with, untold: twice the figure at the end of 2020?"""
        before = self._told_before(when.start)
        return before and bool(_THE_FIGURE.search(self.text, max(0, when.start - 80), when.start))

    def _of_addition(self, when: Token) -> bool:
        """English: is a month that of what is added behind a figure: …, with June's volume at 9 billion?"""
        if not self._told_before(when.start):
            return False
        alone = self.text.startswith((" alone", "'s alone"), when.end)
        return alone or bool(_WITH_ITS.search(self.text, max(0, when.start - 32), when.start))

    def _eventful(self, when: Token) -> bool:
        """English: is a day that on which something happened: those not registered by 31 July were
        suspended?"""
        told = "number" in self.row.kinds or not of_a_day(self.text, when.start, when.end)
        return not told and _HAPPENED.search(self.text) is not None

    def _compared_with(self, when: Token) -> bool:
        """English: is a period what a percentage compares with: and of 10.9 percent on June 2011?"""
        n = self.row.first(when.start)
        q = self.tokens[n - 1].quantity if n else None
        percent = q is not None and self.teller.measure(q) == "percent"
        return percent and upon(self.text, when)

    @once
    def _ranging(self) -> int:
        """English: where that begins of which a period before it need not be."""
        ranging = self._second()
        if "from" in self.told:
            ranging = min(ranging, next(t.start for t in self.tokens if "from" in t.cues))
        ranging = min(ranging, self._compares(), self._averaged())
        exceeds = _EXCEEDS in self.row.sought
        if exceeds and (beyond := _BEYOND.search(self.text)):
            ranging = min(ranging, beyond.start())  # which exceeded that of 2017
        if self.status and self._told_before(self.plan_from):
            ranging = min(ranging, self.plan_from)  # reached 497 million, and will exceed … by 2023
        return ranging

    def _compares(self) -> int:
        """English: where a number begins that another is compared with, or a bracket says when."""
        if not ("cmp" in self.told or "(" in self.text or holds(self.text, TIMES)):
            return len(self.text)
        for n, (one, after) in enumerate(pairwise(self.tokens)):
            if after.kind == "number":
                before = self._before_bound(n)
                than = "cmp" in before.cues and not before.cue("up", "down", "over")
                if than and self._told_before(before.start):
                    return before.start
                if times_as_many(self.text, 0, after.start):
                    return one.start
            elif after.when is not None and one.mark("(") and self.text.startswith(":", after.end):
                return one.start
        return len(self.text)

    def _averaged(self) -> int:
        """English: where a month's average begins behind a span's figures: traffic was …, and each
        user consumed 8.3 GB in October."""
        told, span = False, self.context.period.months > 1
        for token in self.tokens if span and self.english is not None else ():
            told = told or token.kind == "number"
            plain = token.word.plain if told and token.kind == "name" else ()
            if len(plain) == 1 and self.teller.averages(Name(plain[0].code)):
                return token.start
        return len(self.text)

    def _nested(self, token: Token) -> bool:
        return self.text.rfind("(", 0, token.start) > self.text.rfind(")", 0, token.start)

    def _of_compared(self, when: Token) -> bool:
        """Is a period that of a figure that another is compared with: than the 536 million of 2021?"""
        for n in range(self.row.first(when.start) - 1, 0, -1):
            if self.tokens[n].kind == "number":
                return "cmp" in self._before_bound(n - 1).cues
        return False

    def _before_bound(self, n: int) -> Token:
        """A token, or that before it where it only bounds a number: against | fewer than 200 million."""
        one = self.tokens[n]
        bounds = n > 0 and one.kind == "cue" and one.cue("nearly", "over", "about")
        return self.tokens[n - 1] if bounds and "cmp" in self.tokens[n - 1].cues else one

    def _told_before(self, place: int) -> bool:
        return any(t.kind == "number" and t.start < place for t in self.tokens)

    def _late(self) -> bool:
        """Is a period or a place named elsewhere than before the first number, with which it is met?"""
        for n, token in enumerate(self.tokens):
            if token.kind == "number":
                return not TURNS.isdisjoint([t.kind for t in self.tokens[n + 1 :]])
            if token.kind == "mark" and token.text in "([":
                return True
        return True

    def _second(self) -> int:
        """Where a second statement begins: …, while the number hit 8.59 GB in December."""
        match = _WHILE.search(self.text)
        told = match and any(t.kind == "number" and t.end <= match.start() for t in self.tokens)
        return match.start() if match and told else len(self.text)
