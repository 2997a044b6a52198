"""English: the subject that stands after its number, in the number's own clause."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.adding import JOINED
from bluebook.collect.bulletins.english.ahead import Ahead
from bluebook.collect.bulletins.english.apart import Apart
from bluebook.collect.bulletins.english.onesentence import begins
from bluebook.collect.bulletins.english.people import of_total, subscribe, who_do
from bluebook.collect.bulletins.english.population import rate_of_people
from bluebook.collect.bulletins.english.twofold import shared
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.language.expression import Name

_AMOUNT = re.compile(
    r"(?: ?\([^()]{1,60}\))?(?: worth)?(?: in total)?(?: (?:invested|spent|poured)(?= in))?(?: (?:in|into|of|from))?"
    r"(?: (?:the|new|total|its|annual|business|overall|combined))* "
)
_RISE_IN = re.compile(
    r" (?:in|of)(?: (?:(?:the|its|their) )?(?:total )?number of)?(?: (?:the|its|their|total|both|combined|overall))* "
)
_BESIDE = re.compile(
    r"[ )%.0-9(]*(?:(?:new|chinese|of|its|the|total|more|additional|registered|active|such)\s)*"
)
_WERE = re.compile(
    r"(?: (?:are|were|was|is|being))?[ )%.0-9(]*(?:(?:new|of|its|the|total|more|additional|registered|active|such)\s)*"
)
_VERB = re.compile(r" (?:are|were|was|is|use|used|had|have|came|went)\b")
_USE = re.compile(
    r"(?:,? or [\d.]+ ?(?:%|per ?cent)(?: of [^,;]{1,50}?)?,?)?(?: in [a-z ]{2,30}?)?"
    r" (?:(?:were|are|was|is|have been|had been) (?:on|using)|(?:(?:have|had) )?(?:access to|used|use|using|chose|choosing|opted for|signed up for))"
    r" (?:the )?(?P<what>[a-z0-9][a-z0-9-]*(?: [a-z-]+)?)"
)
_MORE = ("more", "fewer", "less")
_GAINED = ("gained", "gaining")
_PEOPLE = ("users", "subscribers", "customers")
_BRACKET = re.compile(r"\([^()]*\)")
_INTO = re.compile(
    r"(?: (?:invested|spent|poured|put|pumped))? (?:in|into|on)(?: (?:the|its|their|telecom))* "
)


class After(Ahead):
    """Finds the subjects that English puts after the numbers of one sentence."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.apart = Apart(row, subjects, context)
        self.people: set[int] = set()  # where percentages begin that are of all people
        self.moved = ", which " in row.text
        self.both = 0  # where the second of two names begins that share a number

    def find(
        self, found: Lead, gap: list[Token], tail: list[Token], group: list[Token]
    ) -> list[Subject]:
        """The subjects that a number's own clause names after it, [] where it names none.

        At 1.58 trillion yuan, revenue was …; of which 555 million had access to gigabit services;
        half of mobile phone users were 5G users.
        """
        q = group[-1].quantity
        assert q is not None
        number, last = group[-1], (tail or group)[-1]
        after = self.row.following(last)
        level, named = self.teller.measure(q) == "level", begins(tail)
        money = "CNY" in self.teller.words.get(q.unit, ())
        if level and money and not found.subjects and gap and gap[-1].text in _GAINED:
            found.near, found.verbs = found.near - {"up"}, []  # gained 64 billion yuan in revenue
        if level and named:
            self.taken.add(tail[0].start)
        spaced = self.text.startswith(" ", number.end)  # do words follow at once?
        if spaced and not level and (grown := self.apart.beside(found, number)) is not None:
            return [grown]
        if spaced and (rate := self._penetration(found, number)) is not None:
            return [rate]
        if spaced and not level and (used := subscribe(self, found, number)) is not None:
            return [used]
        if level and spaced and (self.only_a_kind(number) or (named and self.paying(tail[0].end))):
            return [Subject(None, self.text[number.start : number.end])]
        if level and named and (other := shared(self.row, self.subjects, tail[0])) is not None:
            self.both = other.start
            return [Subject(None, tail[0].text)]
        if level and (told := self.apart.told(number)) is not None:
            return [told]
        if spaced and (of := self.apart.of_what(found, number)) is not None:
            return [of]
        if level and found.unknown and (bare := self._bare(found, [*tail, *after])):
            return [bare]
        if spaced and (rate := rate_of_people(self, found, number)) is not None:
            self.people.add(number.start)
            return [rate]
        if not found.close and (doing := who_do(self, found, gap, number)) is not None:
            if doing.expression is not None:
                self.people.add(number.start)
            if doing.expression is not None or found.described is None:
                return [doing]
        if self.moved and (what := self._which_moved(number)) is not None:
            return [what] * len(group)
        beside = self._rate(found) if found.close else None
        if beside is None and level:
            beside = self._of_level(found, tail, group, after)
        elif beside is None:
            beside = self._of_percent(found, tail, group, after)
        if beside is None and not found.close and not (level and named):
            beside = self.ahead(found, gap, last, after, q)
        if beside is not None and level:
            beside = self._narrower(found, beside)
            if named:
                beside = self._who_use(tail[0].end) or beside
        if beside is None and level and spaced and not found.close and of_total(self.text, number):
            beside = Subject(None, "of them")  # who do something else
        return [beside] * len(group) if beside is not None else []

    def _which_moved(self, number: Token) -> Subject | None:
        """72.6 percent of the revenue of the postal industry, which rose 20.4 percent: of that."""
        at = self.text.rfind(", which ", 0, number.start)
        if at < 0:
            return None
        between = self.row.tokens[self.row.first(at) : self.row.first(number.start)]
        name = next((t for t in reversed(self.row.tokens) if t.end == at), None)
        moves = any(t.cue("up", "down", "reach") for t in between)
        if name is None or name.kind != "name" or not moves or len(between) > 5:
            return None
        if any(t.kind in ("name", "number") for t in between):
            return None
        return self.subjects.named(name)

    def invested(self, number: Token) -> bool:
        """Is a number what was put into a thing that is named so: 8.9 billion yuan into fixed assets?"""
        after = self.row.tokens[self.row.first(number.end) :][:2]
        name = next((t for t in after if t.kind == "name"), None)
        if name is None or not _INTO.fullmatch(self.text, number.end, name.start):
            return False
        return any("investment" in naming.code for naming in name.word.namings)

    def _modified(self, number: Token, row: list[Token]) -> Subject | None:
        """106,000 TD-SCDMA base stations: not all base stations, and no name has them."""
        if len(row) < 2 or "modifier" not in row[0].cues or row[1].kind != "name":
            return None
        if row[0].start - number.end > 1 or row[1].start - row[0].end > 1:
            return None
        return Subject(None, self.text[row[0].start : row[1].end])

    def _narrower(self, found: Lead, beside: Subject) -> Subject:
        """Cross-border deliveries rose to 146 billion parcels: the part that was spoken of."""
        goes_on = "reach" in found.near or found.near == {"with"}
        before = self.context.subject if goes_on and not found.subjects else None
        if found.close and found.subjects:
            before = self.subjects.named(found.subjects[-1])
            if len(found.joined) > 1 and self.subjects.part(before, beside):
                return self.subjects.both(found) or Subject(None, before.words)
        return before if before and self.subjects.part(before, beside) else beside

    def _who_use(self, end: int) -> Subject | None:
        """2.1 million mobile users, or 60 percent of the total, were on 5G: only those."""
        match = _USE.match(self.text, end)
        if match is None:
            return None
        at, words = match.start("what"), match["what"]
        first = words.split()[0]  # 5G; "mobile phones" are not what one is a user of
        known = phrases(self.catalogue).words
        code = known.joined((first,), ("user",)) if first[0].isdigit() else ""
        told = any(
            t.kind in ("name", "number", "when") and t.start < at + 12 and at <= t.end
            for t in self.row.tokens
        )
        return None if told and not code else Subject(Name(code) if code else None, words)

    def _bare(self, found: Lead, row: list[Token]) -> Subject | None:
        """The users of what a stranger is: the platform has more than 1 billion users."""
        one = row[0] if row else None
        if not found.unknown or one is None or one.kind != "name" or one.text not in _PEOPLE:
            return None
        return Subject(None, found.unknown)

    def _of_level(
        self, found: Lead, tail: list[Token], group: list[Token], after: list[Token]
    ) -> Subject | None:
        """The subject named right after so much or so many, or by what is said of it there."""
        row = [*tail, *after[:4]]
        if self._more(group[-1], row):
            return self.subjects.named(row[1])
        amount = self._amount(group[-1].end, row[:4])
        if amount is None and not tail:
            return self._were(group[-1], after)
        if amount is None and "ofwhich" in tail[0].cues:
            amount = self._whose(found, group[-1], tail[0], [*tail[1:], *after])
        if amount is None:
            amount = self._modified(group[-1], row)
        if amount is None and begins(tail):
            amount = self._described(tail, after)
        return amount

    def _more(self, number: Token, row: list[Token]) -> bool:
        """Is it told what there are so many more of: 6.3 million more mobile users than in June?"""
        if len(row) < 2 or row[0].text not in _MORE or row[1].kind != "name":
            return False
        return row[0].start - number.end == 1 and row[1].start - row[0].end == 1

    def _of_percent(
        self, found: Lead, tail: list[Token], group: list[Token], after: list[Token]
    ) -> Subject | None:
        """The subject named right after a percentage, or by what is said of it there."""
        if ("ofwhich" in found.near or self.parting) and begins(tail) and not found.close:
            found.near.add("part")  # of which 95.5 percent were fiber users
            return self.subjects.named(tail[0])
        if found.described is not None:
            return self.subjects.named(found.described)
        if found.close:
            return None
        more = next((t for t in tail if t.cue("up", "down")), None)
        if more is not None and more.text in _MORE:  # 46.5% more messages
            names = [t for t in (*tail, *after[:1]) if t.kind == "name"]
            return self.subjects.named(names[0]) if names else None
        said = [t for t in (*tail, *after)[:5] if not t.cue("both", "tail") and t.text != "of"]
        row = [t for t in said if t is more or not t.cue("yoy", "mom")][:2]
        rise = len(row) == 2 and row[0] is more and row[1].kind == "name"
        if rise and _RISE_IN.fullmatch(self.text, row[0].end, row[1].start):
            return self.subjects.named(row[1])  # a 21.3-percent rise in revenue
        grown = len(row) == 2 and row[0].kind == "name" and row[1].cue("up", "down")
        if grown and row[0].start - group[-1].end < 3:
            return self.subjects.named(row[0])  # 8 percent revenue growth
        return self._came(found, [*tail, *after]) if found.has("up", "down") else None

    def _came(self, found: Lead, after: list[Token]) -> Subject | None:
        """Expanding 21 percent to reach 1.55 trillion yuan in revenue: the growth is of that."""
        if found.subjects or len(after) < 3 or "reach" not in after[0].cues:
            return None
        q = after[1].quantity
        if q is None or self.teller.measure(q) != "level":
            return None
        return self._amount(after[1].end, self.row.following(after[1])[:4])

    def _whose(
        self, found: Lead, number: Token, which: Token, after: list[Token]
    ) -> Subject | None:
        """What those are that "of which" follows: 1.16 million of whom used 5G, were 5G users."""
        name = next((t for t in after if "level" not in t.cues), None)
        named = name is not None and name.kind == "name"
        if name is not None and named and _WERE.fullmatch(self.text, which.end, name.start):
            self._inside()
            self.taken.add(name.start)
            return self.subjects.named(name)
        if which.start - number.end > 1:
            return None
        if JOINED.match(self.text, which.end) and self.context.subject is not None:
            found.near.add("net_up")  # 55.8 million of whom joined in the year
            return self.context.subject
        if not _VERB.match(self.text, which.end):
            return None
        self._inside()
        return Subject(None, self.text[which.start : which.end])

    def _inside(self) -> None:
        """What follows is of what was spoken of."""
        subject = self.context.subject
        self.context.parent = subject.expression if subject else None

    def _were(self, last: Token, after: list[Token]) -> Subject | None:
        """211 million (16%) 3G users, 646 million (50%) were 4G users."""
        if after and after[0].text.startswith("newly") and after[0].start - last.end < 2:
            last, after = after[0], after[1:]  # 28.3 million newly-added users
        if not after or after[0].start - last.end >= 12:
            return None
        between = self.text[last.end : after[0].start]
        if not _BESIDE.fullmatch(_BRACKET.sub("", between) if "(" in between else between):
            return None
        if after[0].kind == "name":
            self.taken.add(after[0].start)
            return self.subjects.named(after[0])
        were = after[0].text in ("were", "are", "being", "was", "is")
        if (
            were
            and len(after) > 1
            and after[1].kind == "name"
            and after[1].start - after[0].end < 3
        ):
            self.taken.add(after[1].start)
            return self.subjects.named(after[1])
        return None

    def _amount(self, end: int, row: list[Token]) -> Subject | None:
        """What so much is of: 4.74 million km of optical cable, 1.58 trillion yuan in revenue."""
        for at in row:
            if at.kind == "name":
                break
        else:
            return None
        if not _AMOUNT.fullmatch(self.text, end, at.start):
            return None
        if self.text.startswith(" of the ", end):
            return None  # 132.3 billion yuan of the revenue
        subject = self.subjects.named(at)
        return subject if subject.expression is not None else None

    def _described(self, tail: list[Token], after: list[Token]) -> Subject | None:
        """1.26 billion subscribers surfed the internet via their phones: what the clause adds."""
        whole = self.subjects.named(tail[0]).expression
        for token in (*tail[1:], *after):
            if token.mark(",;:(") or token.kind == "number":
                break
            if token.kind == "name" and not token.word.plain:
                part = self.subjects.named(token)
                x = part.expression
                if isinstance(x, Name) and Name(self.catalogue.indicator(x.code).part_of) == whole:
                    return part
        return None
