"""English: names by the words that they hold, alone or beside an industry, in one sentence."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.headings import goes_on, operators
from bluebook.collect.bulletins.english.overlaps import known, token_of
from bluebook.collect.bulletins.english.shortly import Shortly, Spoken
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.segments import STRANGE, Part, Run
from bluebook.collect.bulletins.lexicon.words import WORD, Bag

_OF = (" of ", " in ", " for ", " from ")
_GROWTH_IN = re.compile(r" growth ?")
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
_OF_ALL = re.compile(
    r"(?:%|per ?cent) of (?:(?:the|all|its|total|china's|country's|nation's|chinese) )*$"
)


_SERVICE = ("service revenue", "service income", "services revenue")


# A word before a head that is no verb, link or owner.
_WORD_BEFORE = re.compile(
    r"(?<![a-z0-9'-])(?!(?:and|or|the|of|in|with|for|to|by|from|as|at|on|new|more|million|billion|its|their|his|our|all|such|these|those|had|has|have|also|now|net|per|while|than|but|about|some|only|over|nearly|any|no|most|each|active|registered|when|where|which|who|that|said|says|are|is|was|were|saw|gain|add|adds|lost) )"
    r"(?P<what>[a-z]{3,}(?<!ed)(?<!ing)(?<!ly)(?<!s)) $"
)
# What is subscribed to, which nobody delivers: 100 Mbps or faster packages.
_PLANS = re.compile(
    r"\b(?P<what>mbps|faster|above|higher|data|[2-6]g|service|tariff|broadband|monthly|unlimited|traffic|bundled|mobile)"
    r" package(?P<s>s?)\b(?! (?:users|subscribers|customers))"
)
_ONES = re.compile(r"\bones\b")
# Those who go online, of whom no name is told.
_THOSE = re.compile(
    r"\bthose(?= (?:who (?:access|surf|use|go|get|log|went|connect|accessed|surfed|used)|accessing|surfing|using|going|getting|connecting|logging)\b)"
)
_LINE = frozenset(("line", "lines"))


class Composer(Shortly):
    """Goes through the runs of words of one sentence."""

    def __init__(
        self, text: str, tokens: list[Token], phrases: Phrases, topic: Bag, spoken: Spoken
    ) -> None:
        super().__init__(text, tokens, phrases, topic, spoken)
        said = _unplaced(text, tokens)
        if " ones" in text and phrases.words.handleable(spoken.code):
            said = _ONES.sub("item", said)  # same-city parcels …; international ones
        self.runs = phrases.runs(said)
        self.doer: Bag = ()  # the industry that does something, which ends at `done`
        self.done = 0
        self.told: Bag = ()  # the industry of what the sentence has named
        self.apart = _CLAUSE  # where what the doer does ends
        self.sure = {(t.start, t.end) for t in tokens if t.word.plain}

    def compose(self) -> None:
        """Make the names that the runs are."""
        text, runs = self.text, self.runs
        self.topic = self.topic or operators(text, self.phrases)
        for n, (places, run) in enumerate(runs):
            self.topic = goes_on(text, places, run, self.topic, self.words.places)
            if text.startswith(" growth", places[-1][1]) and n + 1 < len(runs):
                at, after = runs[n + 1]
                if _GROWTH_IN.fullmatch(text, places[-1][1], at[0][0]):
                    self.topic = after.topic or self.topic  # … in China's telecom industry
            for part in run.parts:
                self._part(part, places[part.first][0], places[part.last - 1][1], run)
            if self.served(run, places):
                continue
            if run.paid and self.worth_of(run.paid, places, run):
                continue
            if run.short or run.busy:
                self.in_short(run, places)
            for part in run.sectors:
                self._sector(part, places[part.first][0], places[part.last - 1][1], places[-1][1])
        if self.doer:
            self.made += self.doings.earned_too(self.done, self.doer)
        if self.topic == STRANGE:
            self._of_another()
        self.made += [
            name(self.text, t.start, t.end, "")
            for t in self.tokens
            if t.kind == "name" and not t.word.plain and self._of_others(t)
        ]

    def _of_others(self, token: Token) -> bool:
        """Does a word before a bare name make another thing of it: sent 17.4 billion voice messages?"""
        if " " in token.text or any(m.start <= token.start < m.end for m in self.made):
            return False
        word = _WORD_BEFORE.search(self.text, max(0, token.start - 24), token.start)
        if word is None or word["what"] in self.words.empty:
            return False
        said = self.words.bag((word["what"], token.text))
        told = any(t.start < word.end("what") <= t.end for t in self.tokens)
        return not told and all(self.words.code(said) != n.code for n in token.word.namings)

    def _of_another(self) -> None:
        """What another industry earns with cloud computing is not what ours does."""
        for token in [t for t in (*self.tokens, *self.made) if t.kind == "name"]:
            codes = [naming.code for naming in token.word.namings]
            if codes and self.words.earned_with(codes[0]):
                self.made = [m for m in self.made if m is not token]
                self.named(token.start, token.end, "")

    def _part(self, part: Part, start: int, end: int, run: Run) -> None:
        """Some words that mean an indicator, by themselves or beside an industry."""
        text, words = self.text, self.words
        near, told, weak = False, "", words.weakly(part.bag)
        people = words.people(part.bag)
        if self.doer:
            settled = words.settled.issuperset(self.doer)
            near = not (settled and words.settles(part.bag))
            near = near and not self.apart.search(text, self.done, start)
            near = near and (settled or not _OF_ALL.search(text, 0, start))
            told = words.joined(part.bag, self.doer) if near else ""
            told = "" if people and words.manifold.issuperset(self.doer) else told
            if near and settled and not _OF_ALL.search(text, 0, start):
                self.named(start, end, told)  # rural areas had … internet users
                return
        if weak and (half := self.other_half(part.bag, start, end)):
            self.named(start, end, half)
            return
        if (start, end) in self.sure:
            return
        if self.counted and any(start < n <= end + 1 for n in self.counted):
            return
        bare = part.bag == (words.done,) and part is run.parts[0]  # of what was spoken of
        bare = bare or (people and self._described(start))
        bare = bare or (near and not told)  # of an industry that has none such
        bare = bare or (
            (people or words.units(part.bag) or self._unit(start)) and self._before(start)
        )
        about = self.told if weak and self.told else self.topic
        if text.startswith(_SERVICE, start):  # service revenue is that of all the industry
            bare = bare or not words.manifold.issuperset(about)
        if people and not bare:
            bare = words.manifold.issuperset(about) or _OF_ALL.search(text, 0, start) is not None
        code = told or part.code or ("" if bare else words.joined(part.bag, about))
        self.told = part.industry or (self.doer if told else self.told)
        if code and not (told and words.speaks(part.bag)):
            code = words.of_its_kind(part.bag, code, self.before_it(start))
        if not code and not self.topic and _WERE_HANDLED.match(text, end):
            code = words.handled(part.bag)
        if code and _LINE.intersection(part.bag) and self.doings.uncounted(start, end, code):
            having = tuple(w for w in part.bag if w not in _LINE)
            code = words.joined(having, (words.has,)) or code  # 1.8 million fibre lines, not km
        # information-service revenue, or a broadband penetration rate
        other = not code and (words.another(part.bag) or words.rate(part.bag))
        if code or other:
            beside = [t for t in self.tokens if t.start < end and start < t.end]
            token = token_of(text, (start, end), beside, code, self.phrases)
            if code and weak:
                beside = [t for t in beside if not self._vague(t)]  # its total business volume
            if token and (other or not any(known(text, t, token, told, part) for t in beside)):
                self.made.append(token)

    def _vague(self, token: Token) -> bool:
        """Is it a name that says not of which industry it is, nor that it is of all?"""
        return (
            not token.text.startswith("total number of")
            and bool(token.word.plain)
            and self.words.weakly(self.words.bag(WORD.findall(token.text)))
        )

    def _described(self, start: int) -> bool:
        """Does a word that nothing explains stand right before a bare head: prepaid lines?"""
        word = _WORD_BEFORE.search(self.text, max(0, start - 24), start)
        if word is None or not self.words.sayable((word["what"],)):
            return word is not None and not any(
                t.start < word.end("what") < t.end + 1 and "modifier" not in t.cues
                for t in self.tokens
            )
        return False

    def _unit(self, start: int) -> bool:
        """Is a word at a place the unit of a number: 1.39 billion minutes?"""
        return any(t.kind == "number" and t.start < start < t.end for t in self.tokens)

    def _before(self, start: int) -> bool:
        """Does a name stand in the clause before: internet users grew to 29.6 million users?"""
        before = [t for t in (*self.tokens, *self.made) if t.word.plain and t.end <= start]
        return bool(before) and not _CLAUSE.search(self.text, max(t.end for t in before), start)

    def _sector(self, part: Part, start: int, end: int, ends: int) -> None:
        """An industry, which may do something in what follows; its words end at `ends`."""
        if self.doer and _INCLUDES.search(self.text, 0, start):
            self.done = max(self.done, end + 1)
            return  # the postal industry, which includes courier services, saw …
        last = self.made[-1] if self.made else None
        if (
            last is not None
            and _AND_OF.fullmatch(self.text, last.end, start)
            and not self.words.units(self.words.bag(WORD.findall(last.text)))
        ):
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
            self.named(start, end, code)


def _unplaced(text: str, tokens: list[Token]) -> str:
    """The text without places inside names: the volume of Guangdong's telecom business; those who go
    online are users."""
    if " package" in text:
        text = _PLANS.sub(lambda m: f"{m['what']} scheme{m['s']} ", text)
    if "those " in text:
        text = _THOSE.sub("users", text)
    for token in tokens if "'s " in text else ():
        start, end = token.start, token.end + 2
        if (
            token.kind == "place"
            and text.startswith("'s ", token.end)
            and text.endswith(_OF, 0, start)
        ):
            text = text[:start] + " " * (end - start) + text[end:]
    return text
