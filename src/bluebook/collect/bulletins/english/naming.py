"""English: names that no list holds, put among the tokens of a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.bound import sent
from bluebook.collect.bulletins.english.doings import Doings, name
from bluebook.collect.bulletins.english.earning import EARNED, earned_with
from bluebook.collect.bulletins.english.handling import HANDLED, handling
from bluebook.collect.bulletins.english.headings import goes_on
from bluebook.collect.bulletins.english.sharing import shared
from bluebook.collect.bulletins.english.spending import SPENT, spending
from bluebook.collect.bulletins.english.taken_up import PLACE, at_prices, placed, those
from bluebook.collect.bulletins.english.traffic import DATA, traffic
from bluebook.collect.bulletins.english.using import users_of
from bluebook.collect.bulletins.lexicon.phrases import STRANGE, Part, Phrases, Run
from bluebook.collect.bulletins.lexicon.vocabulary import Naming
from bluebook.collect.bulletins.lexicon.words import WORD, Bag
from bluebook.collect.bulletins.text.hints import ENGLISH

_OF = (" of ", " in ", " for ", " from ")
_GROWTH_IN = re.compile(r" growth ?")
# What may stand before the first name of a sentence that goes on about another.
_BEGUN = re.compile(
    r"(?:[^a-z0-9]|\b(?:(?:among|of|out of) (?:them|which|these|those|this|the total)|and|while|including|the|in particular|split|breakdown"
    r"|thereof|about|some|its|their|total|overall|combined)\b)*"
)
_SHARE_OF = tuple(
    f"{word} of {the}"
    for word in ("proportion", "share", "percentage", "that")
    for the in ("", "the ")
)
_HANDLED = re.compile(r" (?:handled|delivered|processed|sent|shipped|collected)")
_WERE_HANDLED = re.compile(
    r" (?:(?:(?:were|was|are|is|being|to be) |(?:have|has|had|will|would) (?:been|be) ))?"
    r"(?:handled|delivered|processed|shipped|sent|collected|dispatched|sorted|mailed|picked up)\b"
)
_INCLUDES = re.compile(
    r", (?:which|that) (?:includes?|covers?|comprises?) (?:the )?$|, including (?:the )?$"
)
_CLAUSE = re.compile(r"[,;:]|\b(?:while|whereas|and|but)\b")
# Before a part of all that a sentence sets out with: In rural areas, …
_FRONTED = re.compile(
    r"[\"' ]*(?:(?:meanwhile|in (?:contrast|comparison)|by contrast|and), )?(?:in|across|among|for) (?:the |china's |chinese )*"
)
_AND_OF = re.compile(r" and (?:(?:the|all|other|national|nationwide|country's|nation's|major) )*")
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:while|whereas|but|urban|rural|nationwide|overall)\b")
_WENT = ENGLISH.group(
    "within", "other ", "abroad", "overseas", "same city", "between cit", "international"
)
_OF_ALL = re.compile(
    r"(?:%|per ?cent) of (?:(?:the|all|its|total|china's|country's|nation's|chinese) )*$"
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


def composed(
    text: str, tokens: list[Token], phrases: Phrases, topic: Bag, spoken: Spoken
) -> tuple[list[Token], Bag]:
    """The tokens with the names that phrases are, and the industry that the text speaks of."""
    composer = _Composer(text, tokens, phrases, topic, spoken)
    made = composer.names()
    if "that " in text or "those " in text:
        made += those(text, tokens, made, phrases, spoken.words)
    made += shared(text, [t for t in (*tokens, *made) if t.kind == "name"], phrases.words)
    if not made:
        return tokens, composer.topic
    made = [at_prices(t, phrases.words.priced) for t in made]
    tokens = [_cut(t, made) if t.kind == "number" else t for t in tokens]
    return placed(tokens, made), composer.topic


class _Composer:
    """Goes through the runs of words of one sentence."""

    def __init__(
        self, text: str, tokens: list[Token], phrases: Phrases, topic: Bag, spoken: Spoken
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.phrases = phrases
        self.words = phrases.words
        self.topic = topic
        self.made: list[Token] = []
        self.doer: Bag = ()  # the industry that does something, which ends at `done`
        self.done = 0
        self.spoken = spoken
        self.counted: set[int] = set()  # where numbers end whose short names are known
        self.told: Bag = ()  # the industry of what the sentence has named
        self.apart = _CLAUSE  # where what the doer does ends
        self.sure = {(t.start, t.end) for t in tokens if t.word.plain}
        self.doings = Doings(text, tokens, phrases.words)

    def names(self) -> list[Token]:
        """The names that no list holds."""
        text, doings = self.text, self.doings
        runs = self.phrases.runs(self._unplaced())
        for n, (places, run) in enumerate(runs):
            self.topic = goes_on(text, places, run, self.topic)
            if text.startswith(" growth", places[-1][1]) and n + 1 < len(runs):
                at, after = runs[n + 1]
                if _GROWTH_IN.fullmatch(text, places[-1][1], at[0][0]):
                    self.topic = after.topic or self.topic  # … in China's telecom industry
            for part in run.parts:
                self._part(part, places[part.first][0], places[part.last - 1][1], run)
            if run.paid and self._worth(run.paid, places, run):
                continue
            if run.short or run.busy:
                self._in_short(run, places)
            for part in run.sectors:
                self._sector(part, places[part.first][0], places[part.last - 1][1], places[-1][1])
        if self.doer:
            self.made += doings.earned_too(self.done, self.doer)
        if self.topic == STRANGE:
            self._of_another()
        hints = ENGLISH.found(text)
        told = [*users_of(text, self.tokens, self.words)]
        if DATA in hints:
            told += traffic(text, self.tokens, self.words)
        if HANDLED in hints:
            named = sorted((*self.tokens, *self.made), key=PLACE)
            told += handling(text, named, self.words, self.spoken.code)
        if SPENT in hints:
            told += spending(text, self.tokens, self.words)
        if EARNED in hints:
            named = sorted((*self.tokens, *self.made), key=PLACE)
            spoken = self.spoken.words, self.spoken.code
            told += earned_with(text, named, runs, self.words, spoken)
        if _WENT in hints:
            told += sent(text, (*self.tokens, *self.made), self.words, self.spoken.code)
        for used in told:
            if not any(m.start < used.end < m.end for m in self.made):
                self.made = [m for m in self.made if m.end <= used.start or used.end <= m.start]
                self.made.append(used)
        return self.made

    def _in_short(self, run: Run, places: list[tuple[int, int]]) -> None:
        """A name but for its head, by what follows it."""
        doings, end = self.doings, places[-1][1]
        if run.short and doings.gains(end, run.short.code):
            self._named(places[run.short.first][0], end, run.short.code)
        self._shared(run, places)
        for short in (run.short, run.busy):
            if short is None:
                continue
            at = places[short.first][0]
            before = self._before_it(at)
            code = self.words.earned_by(short.bag, before) or short.code
            if code and (counted := doings.follows(end, code, before)):
                self._named(at, end, code)
                self.counted.add(counted)
        if run.busy and doings.reaches(end, run.busy.code):
            self._named(places[run.busy.first][0], end, run.busy.code)
            self.topic = self.topic or run.busy.bag

    def _worth(self, part: Part, places: list[tuple[int, int]], run: Run) -> bool:
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
        code = self.words.worth(part.bag, part.code, self._before_it(start))
        if not self.doings.worth(start, end, code, money=money):
            return False
        self._named(start, end, code)
        return True

    def _unplaced(self) -> str:
        """The text without places inside names: the volume of Guangdong's telecom business."""
        text = self.text
        for token in self.tokens if "'s " in text else ():
            start, end = token.start, token.end + 2
            if (
                token.kind == "place"
                and text.startswith("'s ", token.end)
                and text.endswith(_OF, 0, start)
            ):
                text = text[:start] + " " * (end - start) + text[end:]
        return text

    def _of_another(self) -> None:
        """What another industry earns with cloud computing is not what ours does."""
        for token in [t for t in (*self.tokens, *self.made) if t.kind == "name"]:
            codes = [naming.code for naming in token.word.namings]
            if codes and self.words.earned_with(codes[0]):
                self.made = [m for m in self.made if m is not token]
                self._named(token.start, token.end, "")

    def _part(self, part: Part, start: int, end: int, run: Run) -> None:
        """Some words that mean an indicator, by themselves or beside an industry."""
        text, words = self.text, self.words
        near, told, weak = False, "", words.weakly(part.bag)
        people = words.people(part.bag)
        if self.doer:
            settled = words.settled.issuperset(self.doer)
            near = not (settled and words.settles(part.bag))
            near = near and not self.apart.search(text, self.done, start)
            told = words.joined(part.bag, self.doer) if near else ""
            told = "" if people and words.manifold.issuperset(self.doer) else told
            if near and settled and not _OF_ALL.search(text, 0, start):
                self._named(start, end, told)  # rural areas had … internet users
                return
        if weak and (half := self._other_half(part.bag, start, end)):
            self._named(start, end, half)
            return
        if (start, end) in self.sure:
            return
        if self.counted and any(start < n <= end + 1 for n in self.counted):
            return
        bare = part.bag == (words.done,) and part is run.parts[0]  # of what was spoken of
        bare = bare or (near and not told)  # of an industry that has none such
        bare = bare or ((people or words.units(part.bag)) and self._before(start))
        about = self.told if weak and self.told else self.topic
        if people and not bare:
            bare = words.manifold.issuperset(about) or _OF_ALL.search(text, 0, start) is not None
        code = told or part.code or ("" if bare else words.joined(part.bag, about))
        self.told = part.industry or (self.doer if told else self.told)
        if code and not (told and words.speaks(part.bag)):
            code = words.of_its_kind(part.bag, code, self._before_it(start))
        if not code and not self.topic and _WERE_HANDLED.match(text, end):
            code = words.handled(part.bag)
        # information-service revenue, or a broadband penetration rate
        other = not code and (words.another(part.bag) or words.rate(part.bag))
        if code or other:
            beside = [t for t in self.tokens if t.start < end and start < t.end]
            token = _token(text, (start, end), beside, code, self.phrases)
            if code and weak:
                beside = [t for t in beside if not self._vague(t)]  # its total business volume
            if token and (other or not any(_known(text, t, token, told, part) for t in beside)):
                self.made.append(token)

    def _vague(self, token: Token) -> bool:
        """Is it a name that says not of which industry it is?"""
        return bool(token.word.plain) and self.words.weakly(
            self.words.bag(WORD.findall(token.text))
        )

    def _before(self, start: int) -> bool:
        """Does a name stand in the clause before: internet users grew to 29.6 million users?"""
        before = [t for t in (*self.tokens, *self.made) if t.word.plain and t.end <= start]
        return bool(before) and not _CLAUSE.search(self.text, max(t.end for t in before), start)

    def _shared(self, run: Run, places: list[tuple[int, int]]) -> None:
        """A short name whose share is told: the proportion of same-city decreased by, that of …"""
        short = run.busy or run.short
        if short is None or not self.text.endswith(_SHARE_OF, 0, places[short.first][0]):
            return
        words = self.words
        codes = [words.joined(short.bag, (head,)) for head in (words.done, words.earned, words.has)]
        told = [code for code in codes if code in self.spoken.parts]
        if len(told) == 1:
            self._named(places[short.first][0], places[-1][1], told[0])

    def _other_half(self, bag: Bag, start: int, end: int) -> str:
        """What a bare name is that begins after a semicolon: express volume …; income 65 billion yuan."""
        if not self.spoken.follows or not _BEGUN.fullmatch(self.text, 0, start):
            return ""
        code = self.words.beside(bag, [self.spoken.code])
        return code if code and self.doings.counts(end, code) else ""

    def _before_it(self, start: int) -> list[str]:
        """The indicators that the sentence has named before a place, or the one before it."""
        names = [t for t in (*self.tokens, *self.made) if t.kind == "name" and t.end <= start]
        codes = [naming.code for t in names for naming in t.word.namings]
        before = self.spoken.code or self.spoken.last
        return [*codes, before] if _BEGUN.fullmatch(self.text, 0, start) else codes

    def _sector(self, part: Part, start: int, end: int, ends: int) -> None:
        """An industry, which may do something in what follows; its words end at `ends`."""
        if self.doer and _INCLUDES.search(self.text, 0, start):
            self.done = max(self.done, end + 1)
            return  # the postal industry, which includes courier services, saw …
        if self.made and _AND_OF.fullmatch(self.text, self.made[-1].end, start):
            return  # income of postal enterprises and national express enterprises
        self.doer, self.done = part.bag or self.topic, end
        self.told = ()
        if (start, end) in self.sure:  # letter business is what is measured
            self.doer = ()
        headed = self.text.startswith(":", ends)  # rural China: 309 million internet users
        self.done = ends + 1 if headed else self.done
        fronted = headed or _FRONTED.fullmatch(self.text, 0, start)
        self.apart = _OTHER_CLAUSE if fronted else _CLAUSE
        if self.doer and (code := self.doings.earns(end, self.doer)):
            self._named(start, end, code)

    def _named(self, start: int, end: int, code: str) -> None:
        self.made.append(name(self.text, start, end, code))


def _token(
    text: str, span: tuple[int, int], tokens: list[Token], code: str, phrases: Phrases
) -> Token | None:
    """The name as a token, to where a place or "three operators" stands in it.

    It begins where a name does that holds more words which say nothing: the total number of.
    """
    start, end = span
    end = next((t.start for t in tokens if t.kind == "place" or "scope" in t.cues), end)
    for t in tokens:
        if t.start < start and t.kind == "name" and phrases.words.empty_of(text[t.start : start]):
            start = t.start
    return name(text, start, end, code) if text[start:end].strip() else None


def _known(text: str, token: Token, made: Token, told: str, part: Part) -> bool:
    """Does a token say something else of what a phrase has been taken for?"""
    if token.end <= made.start or made.end <= token.start:
        return False
    done = told and token.start == made.start and _HANDLED.fullmatch(text, made.end, token.end)
    outside = token.start < made.start or (token.end > made.end and not done)
    if token.kind == "number":
        each = text.endswith((" per ", " a ", "/"), token.start, made.start)  # yuan per parcel
        return each or not (token.start < made.start < token.end <= made.end)
    if token.kind != "name":
        return token.kind == "when" or "entity" in token.cues
    whole = (token.start, token.end) == (made.start, made.end)
    if token.word.plain:
        return outside or whole or not part.code
    stands = any(_stands(n, text) for n in token.word.namings)
    return outside or (whole and not told and stands)


def _cut(token: Token, made: list[Token]) -> Token:
    """A number whose unit is a name: 95.64 billion parcels."""
    q = token.quantity
    unit = next((m for m in made if token.start < m.start < token.end), None)
    if unit is None or q is None:
        return token
    end = token.start + len(token.text[: unit.start - token.start].rstrip())
    text = token.text[: end - token.start]
    return replace(token, end=end, text=text, quantity=replace(q, end=end, unit=""))


def _stands(naming: Naming, text: str) -> bool:
    """Do the conditions of a name stand in its own sentence?"""
    return all(any(w in text for w in c.split("|")) for c in naming.conditions)
