"""English: names but for their heads, by what stands around them: voice 79 billion yuan, IPTV: 300 million."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import Doings, name
from bluebook.collect.bulletins.english.taken_up import PLACE
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.segments import STRANGE, Part, Run
from bluebook.collect.bulletins.lexicon.words import Bag

# What may stand before the first name of a sentence that goes on about another.
_BEGUN = re.compile(
    r"(?:[^a-z0-9]|\b(?:(?:among|of|out of) (?:them|which|these|those|this|the total)|and|while|including|the|in particular|split|breakdown"
    r"|thereof|about|some|its|their|total|overall|combined)\b)*"
)
_SERVICES = (" services", " service")
_SHARE_OF = tuple(
    f"{word} of {the}"
    for word in ("proportion", "share", "percentage", "that")
    for the in ("", "the ")
)


class Spoken(NamedTuple):
    """What the text spoke of before: its words, its indicator, those whose shares were told.

    `last` is the indicator even of the paragraph before; the sentence may `follow` a semicolon.
    """

    words: str = ""
    code: str = ""
    parts: Collection[str] = ()
    last: str = ""
    follows: bool = False


class Shortly:
    """The names of one sentence that are made so far, and those that are said shortly."""

    def __init__(
        self, text: str, tokens: list[Token], phrases: Phrases, topic: Bag, spoken: Spoken
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.phrases = phrases
        self.words = phrases.words
        self.topic = topic
        self.made: list[Token] = []
        self.spoken = spoken
        self.counted: set[int] = set()  # where numbers end whose short names are known
        self.doings = Doings(text, tokens, phrases.words)

    def in_short(self, run: Run, places: list[tuple[int, int]]) -> None:
        """A name but for its head, by what follows it."""
        doings, end = self.doings, places[-1][1]
        if any(t.cue("entity") and t.start < end and places[0][0] < t.end for t in self.tokens):
            return  # China Mobile made up 57 percent
        if run.short:
            money = self.words.money(self.spoken.code) or self.words.money(self.spoken.last)
            opens = doings.begins(places[0][0])
            start, stop = places[run.short.first][0], places[run.short.last - 1][1]
            for done in (end, stop) if stop < end else (end,):  # fixed broadband in Brazil had
                if doings.gains(done, run.short.code, money=money, opens=opens):
                    self.named(start, done, self._part_of_told(run.short, start, done))
                    break
        self._shared(run, places)
        for short in (run.short, run.busy):
            if short is None:
                continue
            at = places[short.first][0]
            before = self.before_it(at)
            code = self.words.earned_by(short.bag, before) or short.code
            if code and (counted := doings.follows(end, code, before)):
                self.named(at, end, code)
                self.counted.add(counted)
        if run.busy and doings.reaches(end, run.busy.code):
            self.named(places[run.busy.first][0], end, run.busy.code)
            self.topic = self.topic or run.busy.bag

    def _part_of_told(self, short: Part, start: int, end: int) -> str:
        """What a short name is a part of: an investment was told, with 5G accounting for 45% of it."""
        words, whole = self.words, self._last_told(start)
        if not self.doings.shares(end) or not whole or words.akin(short.code, whole):
            return short.code
        for above in (whole, words.above(whole)):
            if above and (part := words.part(short.bag, above)):
                return part
        return "" if words.money(whole) else short.code

    def _last_told(self, start: int) -> str:
        """The indicator that was named last before a place, in the sentence or before it."""
        names = [t for t in (*self.tokens, *self.made) if t.kind == "name" and t.end <= start]
        last = max(names, key=PLACE).word.namings if names else ()
        return last[0].code if last else (self.before_it(start) or [self.spoken.code])[0]

    def served(self, run: Run, places: list[tuple[int, int]]) -> bool:
        """Is a service named by how many have it, or what it earns, whichever is counted?"""
        part = run.short or run.paid
        if part is None:
            return False
        start, end = places[part.first][0], places[part.last - 1][1]
        if not self.text.endswith(_SERVICES, 0, end):
            return False
        if self.words.money(self.spoken.code) or not self.doings.served(start, end):
            return False
        self.named(start, end, run.short.code if run.short else "")
        return True

    def worth_of(self, part: Part, places: list[tuple[int, int]], run: Run) -> bool:
        """Is a part of what is earned named by what it is worth?"""
        start, end = places[part.first][0], places[part.last - 1][1]
        beside = [t for t in self.tokens if t.start < end and start < t.end and t.word.plain]
        known = [t for t in beside if self.words.money(t.word.plain[0].code)]
        whole = all(t.start >= start and t.end <= end for t in beside)
        if known or not whole or self.topic == STRANGE or any(t.cue("entity") for t in self.tokens):
            return False
        money = self.words.money(self.spoken.code) or any(
            self.words.money(n.code) for t in (*self.tokens, *self.made) for n in t.word.namings
        )
        money = money and not run.parts  # mobile data traffic 271 billion yuan, not percent
        code = self.words.worth(part.bag, part.code, self.before_it(start))
        last = self._last_told(start)
        if self.words.money(last) and not self.words.earned_with(last):
            code = self.words.part(part.bag, last) or code  # investment was …, mobile networks 51%
        if not self.doings.worth(start, end, code, money=money, had=run.short is not None):
            return False
        self.named(start, end, code)
        return True

    def _shared(self, run: Run, places: list[tuple[int, int]]) -> None:
        """A short name whose share is told: the proportion of same-city decreased by, that of …"""
        short = run.busy or run.short
        if short is None or not self.text.endswith(_SHARE_OF, 0, places[short.first][0]):
            return
        words = self.words
        codes = [words.joined(short.bag, (head,)) for head in (words.done, words.earned, words.has)]
        told = [code for code in codes if code in self.spoken.parts]
        if len(told) == 1:
            self.named(places[short.first][0], places[-1][1], told[0])

    def other_half(self, bag: Bag, start: int, end: int) -> str:
        """What a bare name is that begins after a semicolon: express volume …; income 65 billion yuan."""
        if not self.spoken.follows or not _BEGUN.fullmatch(self.text, 0, start):
            return ""
        code = self.words.beside(bag, [self.spoken.code])
        return code if code and self.doings.counts(end, code) else ""

    def before_it(self, start: int) -> list[str]:
        """The indicators that the sentence has named before a place, or the one before it."""
        names = [t for t in (*self.tokens, *self.made) if t.kind == "name" and t.end <= start]
        codes = [naming.code for t in names for naming in t.word.namings]
        before = self.spoken.code or self.spoken.last
        return [*codes, before] if _BEGUN.fullmatch(self.text, 0, start) else codes

    def named(self, start: int, end: int, code: str) -> None:
        self.made.append(name(self.text, start, end, code))
