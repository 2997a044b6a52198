"""Which of an indicator's kin English words mean: what was built or what stands, a part, a rate."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Context, Subject, codes
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.english.settled import SETTLEMENTS, of_those, settled
from bluebook.collect.bulletins.lexicon.derived import flow, rates, stock
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.text.once import once
from bluebook.language.expression import Expression, Name, names
from bluebook.model.period import Period

_COMES = ("reach", "reaching", "to reach", "reached", "to total", "bringing")
_BUILT = re.compile(r"\b(?:built|installed|deployed|laid|constructed)\b")
# So many were built just now, whenever that was: 4.75 million kilometers of cable were newly laid.
_NEWLY = re.compile(
    r"(?: [a-z0-9-]+){0,7} newly (?:built|installed|deployed|laid|constructed|added|opened)\b"
)
_EVERY = re.compile(
    r"\b(?:every|each) (?P<many>100|10,?000|10 000|ten thousand) (?:people|persons|residents|inhabitants|chinese)\b[^,;:]{0,60}$"
)
_SUCH = re.compile(r"\b(?:such|these|those) (?:[a-z-]+ ){0,2}$")
_TO_BUILD = re.compile(r"\bto (?:build|install|deploy|add|construct|set up|erect)\b")
_ANNUAL = re.compile(r"\b(?:annual|yearly|year's) (?:goals?|targets?|tasks?|plans?)\b")
_THIS_YEAR = re.compile(r"(?: [a-z0-9-]+){0,6} (?:this|within the|during the) year\b")
_GENERATION = re.compile(r"\b[2-6]g\b")


class Kin(OneSentence):
    """Finds the indicator that is meant, for the numbers of one English sentence."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        text = row.text
        self.shared = " 10" in text or "ten thousand" in text
        self.such = "such " in text or "hese " in text or "hose " in text
        self.settling = SETTLEMENTS in row.sought
        self.apart: Subject | None = None  # of which a number was that is no figure of ours
        self.building = not row.told.isdisjoint(("build", "target"))
        self.may = self.shared or self.such or self.settling or " base s" in text

    def meant(self, subject: Subject, found: Lead, number: Token) -> Subject:
        """The rate of what so many people share, or the part that the text spoke of before."""
        if self.apart is not None and settled(self.text, number):
            subject = subject if subject.expression is not None else self.apart
        if subject.expression is None:
            return subject
        if every := self.every(number):
            return self._for_each(subject, every)
        if self.settling:
            subject = of_those(self.catalogue, subject, self.text, number)
        such = self._such(subject, found) if self.such else None
        return such or self._generation(subject) or subject

    def elsewhere(self, subject: Subject, number: Token) -> bool:
        """Is a number of those in one kind of place, whom the catalogue does not know?"""
        x = subject.expression
        where = settled(self.text, number) if self.settling else ""
        if not where or x is None or any(where in code for code in codes(x)):
            return False
        self.apart = subject
        return True

    def settled(self) -> bool:
        """Is what is spoken of a part of the people by where they live: rural internet users?"""
        parent = self.context.parent
        return isinstance(parent, Name) and parent.code.endswith(("_rural", "_urban"))

    def lives_there(self, subject: Subject) -> bool:
        """Is a subject of those people only? Of all mobile internet users, few are rural."""
        x, parent = subject.expression, self.context.parent
        if not isinstance(x, Name) or not isinstance(parent, Name) or x == parent:
            return True
        return self.catalogue.indicator(x.code).part_of == parent.code

    def every(self, number: Token) -> str:
        """Of how many people a number is that each of them share: every 10,000 people have 18."""
        if not self.shared:
            return ""
        match = _EVERY.search(self.text, 0, number.start)
        if match is None:
            return ""
        return "per 100 people" if match["many"] == "100" else "per 10,000 people"

    def _such(self, subject: Subject, found: Lead) -> Subject | None:
        """The number of such stations: those that were spoken of before."""
        said, token = self.context.said, found.subjects[-1] if found.subjects else None
        if said is None or token is None or not self._taken_up(token):
            return None
        for code in sorted(names(said)):
            part = stock(self.catalogue, Name(code)) or Name(code)
            if self.subjects.part(Subject(part), subject):
                return Subject(part, subject.words)
        return None

    def _taken_up(self, token: Token) -> bool:
        within = self.text[max(0, token.start - 24) : token.end]
        return _SUCH.search(within[: within.rfind(" ") + 1]) is not None

    def _generation(self, subject: Subject) -> Subject | None:
        """14 million 5G users with a total of 40,000 base stations: those of 5G."""
        known = _GENERATION.findall(self.text) if subject.words.startswith("base s") else []
        if len(set(known)) != 1 or not isinstance(subject.expression, Name):
            return None
        word = self.vocabulary.index.get(f"{known[0]} {subject.words}")
        at = self.text.find(subject.words)
        if word is None or not 0 <= self.text.find(known[0]) < at or known[0] in self.text[at:]:
            return None
        part = Subject(Name(word.namings[0].code), subject.words)
        return part if self.subjects.part(part, subject) else None

    def _for_each(self, subject: Subject, word: str) -> Subject:
        """The rate of a subject for so many people."""
        x = subject.expression
        of = self.teller.words.get(word, {})
        for rate in rates(self.catalogue, x).values() if x is not None else ():
            if self.teller.unit(rate) in of:
                return Subject(rate, subject.words)
        return subject

    def whole(self, subject: Subject) -> Subject:
        """What a part makes grow: rural users drive growth to 590 million, of all users."""
        x = subject.expression
        code = self.catalogue.indicator(x.code).part_of if isinstance(x, Name) else ""
        return Subject(Name(code), "the total") if code else Subject(None, subject.words)

    def within(self, subject: Subject, whole: Subject) -> Subject:
        """The same part of another whole: 2.2 percent of volume and 12.2 percent of revenue."""
        x, of = subject.expression, whole.expression
        if not isinstance(x, Name) or not isinstance(of, Name) or x == of:
            return subject
        words = phrases(self.catalogue).words
        above = words.above(x.code)
        if not above or words.within(x.code, of.code):
            return subject
        own = tuple(w for w in words.main(x.code) if w not in words.main(above))
        code = words.part(own, of.code)
        return Subject(Name(code), subject.words) if code else subject

    def total(self, subject: Subject) -> Subject:
        """600,000 new stations, taking the total to 718,000: the total is of the stock."""
        x = subject.expression and stock(self.catalogue, subject.expression)
        return Subject(x, subject.words) if x is not None else subject

    def built(
        self, subject: Subject, gap: list[Token], tail: list[Token], group: list[Token]
    ) -> Subject:
        """What was built in a span of time is what was added to what stands."""
        x = subject.expression
        if x is None or not (self.building or _BUILT.search(subject.words)):
            return subject
        if "build" in self.row.told and (made := self._planned(x, gap, group[0])):
            return Subject(made, subject.words)
        if _NEWLY.match(self.text, group[-1].end) and (made := flow(self.catalogue, x)):
            return Subject(made, subject.words)
        if self.context.at_end or not self.dated:
            return subject
        after = self.row.following((tail or group)[-1])[:4]
        ends = next((n for n, t in enumerate(after) if t.kind in ("number", "mark")), 4)
        if any(t.when is not None and t.when.end for t in (*tail, *after[:ends])):
            return subject  # had set up … as of November
        begins = (
            next((n for n, t in enumerate(gap) if t.text in _COMES or "total" in t.text), -1) + 1
        )
        row = (*gap[max(begins, len(gap) - 4) :], *tail, *after[:ends])
        if not _BUILT.search(subject.words) and not any(
            "build" in t.cues or (t.text == "adding" and any("target" in b.cues for b in row))
            for t in row
        ):
            return subject
        made = flow(self.catalogue, x)
        built = made is not None or self.teller.stock(x)
        return Subject(made, subject.words) if built else subject

    @once
    def dated(self) -> bool:
        """Does the sentence name a period that is no date?"""
        return any(t.when is not None and not t.when.end for t in self.row.tokens)

    def _planned(self, x: Expression, gap: list[Token], number: Token) -> Expression | None:
        """What a year's plan is to build: to build 15,000 stations by the end of the year."""
        year = next((t.when for t in self.row.tokens if t.when is not None and t.when.end), None)
        ends = year is not None and year.relative == "0y"
        aims = any(t.cue("target", "forecast") for t in gap) or _TO_BUILD.search(self.text)
        task = _ANNUAL.search(self.text, max(0, number.start - 60), number.start) is not None
        annual = task or (bool(aims) and _THIS_YEAR.match(self.text, number.end) is not None)
        if not (ends or annual) or not any("build" in t.cues for t in gap[-4:]):
            return None
        if annual:
            whole = Period.year_of(self.context.period.year)
            self.context.period, self.context.at_end = whole, False
        return flow(self.catalogue, x) if aims or annual else None
