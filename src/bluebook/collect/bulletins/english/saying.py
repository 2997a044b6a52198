"""English puts much of what a number says after it: verb, basis, whole, date, often the subject."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.gap import BOUNDS
from bluebook.collect.bulletins.clause.lead import SEEN, THIN, Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.adding import Adding
from bluebook.collect.bulletins.english.after import After
from bluebook.collect.bulletins.english.bases import grown_from
from bluebook.collect.bulletins.english.countries import Countries
from bluebook.collect.bulletins.english.firms import Firms
from bluebook.collect.bulletins.english.leaving import bled, left
from bluebook.collect.bulletins.english.ofwhat import OfWhat
from bluebook.collect.bulletins.english.olden import Olden
from bluebook.collect.bulletins.english.onesentence import begins
from bluebook.collect.bulletins.english.returning import Returning
from bluebook.collect.bulletins.english.together import Together
from bluebook.collect.bulletins.english.wholes import its_share
from bluebook.collect.bulletins.english.yearly import Yearly
from bluebook.language.expression import Expression

_FROM_NUMBER = re.compile(r" from (?:about |over |nearly |some )?\d(?!\d{3}\b)")
_OF = frozenset(("of", "among", "across"))
_OTHERS = frozenset(("level", "cmp", "part", "ofwhich", "ytd"))  # cues of no number before them
# Verbs by which a name says a part with its whole: of users living in, of users go online via …
_LIVING = re.compile(
    r"(?:^| )(?:living|residing|who lives?|that live|lived|live|resided?"
    r"|(?:users|netizens|people|subscribers) (?:(?:access|us|surf|connect)(?:e|ed)?|go|went|get|got|are|were)) "
)
_BEYOND = re.compile(
    r"\b(?:surpassing|exceeding|topping|outnumbering) (?:(?:the )?[a-z]+'s|the|its|their) $"
)
_MORE_THAN = ("more than", "less than", "fewer than", "greater than", "above", "below")
_MOM, NO_CUES = frozenset(("mom", "qoq")), frozenset[str]()
_ITS = re.compile(r"\bits\b")
# A sentence that goes on about the company of the one before.
_THE_COMPANY = re.compile(
    r"[\"' ]*(?:(?:however|but|and|meanwhile|besides|also),? )?(?:its|the (?:total )?(?:number|sum|amount) of its|[a-z0-9., ]{0,24}of (?:them|these|those) (?:are|were|is|was)|(?:it|they) (?:added|also|lost|gained|had|has|have|hold|ended|signed|now|posted|plans|plan|aims)|the (?:company|carrier|operator|telco|firm|group)(?:'s)?)\b"
)


class English(OfWhat):
    """Reads what follows the numbers of one English sentence."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.home = row.vocabulary.country(context.territory)
        goes_on = context.entity and _THE_COMPANY.match(row.text)
        self.entity = context.entity if goes_on else ""  # the company that the last number was of
        self.adding = Adding(row, subjects, context)
        self.after = After(row, subjects, context)
        self.firms = Firms(row)
        self.countries = Countries(row, self.home)
        self.olden = Olden(row, subjects, context)
        self.returning = Returning(row, subjects, context)
        self.together = Together(row, subjects, context)
        self.yearly = Yearly(row, subjects, context)
        self.last: Quantity | None = None
        begins_so = len(row.tokens) > 1 and row.tokens[0].cue("mom") and row.tokens[1].mark(",")
        self.fronted = row.tokens[0].cues & _MOM if begins_so else NO_CUES  # quarter on quarter, …
        self.told_when = " when " in row.text

    def stays(self, found: Lead, begin: int, number: Token) -> None:
        """A company's sentence goes on about it: China Mobile had …, taking its total to …

        Names that the numbers before them are of join no others.
        """
        if found.joined and self.after.taken:
            found.joined = [t for t in found.joined if t.start not in self.after.taken]
        if found.subjects and not found.close and self.after.both:
            found.subjects = [t for t in found.subjects if t.start != self.after.both]
        if found.subjects[1:] and found.has("share"):
            its_share(found, self.text)
        end = number.start
        found.entity = found.entity or self.firms.of(end, number.end)
        if (
            self.entity
            and not found.entity
            and (not found.subjects or _ITS.search(self.text, begin, end))
        ):
            found.entity = self.entity
        self.entity = self.context.entity = found.entity

    def briefly(self, x: Expression | None, found: Lead) -> bool:
        """Is it a flow of some days: 150 billion parcels by 11 October? The year's are more."""
        if x is None or self.teller.stock(x) or not self.others.occasions.briefly:
            return False
        return found.bound != "over" or not self.context.period.is_year

    def take(self, found: Lead, gap: list[Token], tail: list[Token], group: list[Token]) -> None:
        """Add what the tail says to what stands before the number."""
        before, of = group[-1], False
        assert before.quantity is not None
        if self.told_when and (then := self._then(before)) is not None:
            found.prior, found.basis = then, None
        based: Token | None = None
        measure = self.teller.measure(before.quantity)
        level, ranked = measure == "level", measure == "rank"
        tail = self.yearly.tell(found, tail or self.together.tail(before), before)
        self.of_what(found, tail, group, measure)
        for token in tail:
            if token.kind == "name" and token.start < self.of_all:
                continue
            begins_of = token.text.startswith("of")
            of = of or begins_of or self._of(before.end, token.start)
            found.of = found.of or (begins_of and token.kind == "cue")
            if "with" in token.cues and based is not None:
                continue
            if token.kind == "cue":
                found.near |= token.word.cues - _OTHERS
                if token.cue("up", "down"):
                    self._moves(found, token, of)
                others = (of or "cmp" in before.cues) and "entity" in token.cues
                found.rival = found.rival or others or "rival" in token.cues
                if "rate" in token.cues and found.has("up", "down", "net_up"):
                    found.rival = True  # increasing at 3 million per month
            elif token.kind == "name" and "cmp" in before.cues:
                found.rival = True  # than urban users
            elif token.kind == "name" and not level and (of or "does" in token.cues):
                if "does" in token.cues or _LIVING.search(
                    token.text
                ):  # with 26.3 percent of users living in rural areas
                    found.described = token
                    found.near.add("part")
                else:
                    found.wholes.append(token)
            elif token.when is not None:
                self.against = _against(gap or self._before(group[0]))
                based = self._dated(found, token, before, based)
            elif token.kind == "place" and not ranked:  # not: fifth in the country
                self._placed(found, token, before, of=of)
            stays = token.text in THIN or token.text in SEEN
            before = before if stays and before.cue("cmp", "from", "since") else token
        self._bases(found, tail, group, gap, measure)

    def _bases(
        self, found: Lead, tail: list[Token], group: list[Token], gap: list[Token], measure: str
    ) -> None:
        """Add what a number is compared with, as its tail and the figures beside it tell."""
        level, last = measure == "level", (tail or group)[-1]
        if tail and found.basis is None:
            found.basis = self._than_number(tail)
            found.rival = found.rival or (found.basis is None and _bare(tail, level))
        found.rival = found.rival or (self.row.strange and self._elsewhere(tail))
        if self.fronted and not found.has("yoy", "mom") and found.basis is None:
            found.near |= self.fronted
        if measure == "percent" or (level and found.has("up", "down")):
            grown_from(self.row, found, last)
        self._trailing(found, last)
        if level and group[-1].quantity is not None and group[-1].quantity.signed:
            found.near.add("net_up")  # 1.31 billion (+19.6 million in 2015)
        if level and "mom" in found.near and not self._of_month(found):
            found.near.add("rate")  # with a monthly increase of 6.4 million over the half year
        self.together.changes(found, group[-1], gap)

    def _of(self, start: int, end: int) -> bool:
        """Does a word between two tokens tell what is a part of what?"""
        return end - start > 1 and not _OF.isdisjoint(self.text[start:end].split())

    def _before(self, number: Token) -> list[Token]:
        first = self.row.first(number.start)
        return self.row.tokens[max(0, first - 1) : first]

    def _placed(self, found: Lead, place: Token, before: Token, *, of: bool) -> None:
        """A place after a number: where it is, what it is a part of, or what it is compared with."""
        away = self.vocabulary.country(place.word.territory) != self.home
        if "cmp" in before.cues or away:
            found.rival = True  # than that of the eastern region
        elif of or found.has("part", "share"):
            found.within = place.word.territory
        else:
            found.sets.append(place)

    def _moves(self, found: Lead, token: Token, of: bool) -> None:
        """A word of rise or fall after a number: it says what the number is, or what came before."""
        if not of:
            found.near.discard("part")  # representing an increase of
        if _FROM_NUMBER.match(self.text, token.end):
            found.near -= {"up", "down"}  # 83.9 per cent down from 85.5 per cent
        else:
            found.verbs.append("up" if "up" in token.cues else "down")

    def _elsewhere(self, tail: list[Token]) -> bool:
        """Is what follows a number that of a stranger: 3 million parcels were sent in Jinyun?"""
        if not begins(tail):
            return False
        after = self.row.following(tail[0])
        stop = next((n for n, t in enumerate(after) if t.kind in ("number", "mark")), None)
        return any("strange" in t.cues for t in after[:stop])

    def like(self, group: list[Token], gap: list[Token]) -> list[Token]:
        """A number that takes its unit from the one beside it: to 42.1 percent from 28.9 in 2009."""
        one, q = group[0], group[0].quantity
        before, self.last = self.last, group[-1].quantity
        if (
            q is None
            or q.unit
            or q.scale
            or len(group) > 1
            or not gap
            or "from" not in gap[-1].cues
        ):
            return group
        after = self.row.following(one)[:2]
        if len(after) == 2 and after[0].text == "to" and after[1].quantity:
            before = after[1].quantity
        if before is None or before.kind != "number" or not (before.unit or before.scale):
            return group
        by = 0 if self.teller.measure(before) == "percent" else before.scale
        if not before.value / 5 < q.value.scaleb(by) < 5 * before.value:
            return group
        self.last = replace(
            q, value=q.value.scaleb(by), half=q.half.scaleb(by), unit=before.unit, scale=by
        )
        return [replace(one, quantity=self.last)]

    def ends(self, yeared: bool) -> None:
        """A sentence is over: what it was about, and whether it named a year, is known."""
        self.context.yeared = yeared
        self.returning.ends()
        if not self.text.rstrip().endswith(";"):
            self.context.lag_clause = 0
        if self.others.days or "when" in self.row.kinds:
            self.context.days = self.others.days is not None
        if "number" in self.row.kinds:
            return
        name = next((t for t in self.row.tokens if _tells(t)), None)
        if name is not None and name.kind == "name":  # mobile internet traffic soared
            other = " but " in self.text and any(
                t.kind == "name" and t.word != name.word for t in self.row.tokens
            )  # letters are gone, but parcels are not
            self.context.subject = Subject(None, "") if other else self.subjects.named(name)

    def stands(self, token: Token, found: Lead) -> bool:
        """Is a number what is spoken of from now on? What it was compared with is remembered."""
        now, based = self.context.period, found.prior or found.basis
        base = based.before(now) if based else now.lag(1) if found.has("yoy") else None
        self.olden.note(base, now, token)
        self.returning.told(found)
        if (about := self.returning.inserted(token)) is not None:
            self.context.subject, self.context.manner, self.context.inner = (
                about,
                "level",
                about.expression,
            )
            return False
        apart = self.after.apart
        last = token.start == apart.base and not any(
            t.kind == "number" for t in self.row.following(token)
        )  # 43.7% of the 1.7 billion total. They numbered …
        return token.start != apart.inside and not last and not self.beyond(token)

    def beyond(self, token: Token) -> bool:
        """Is a number what another one exceeds: 1.8 billion, surpassing the 1.7 billion users?"""
        at = max(0, token.start - 40), token.start
        whose = self.text.endswith(("the ", "its ", "their ", "'s "), *at)
        return whose and _BEYOND.search(self.text, *at) is not None

    def counted(self, before: list[Token]) -> bool:
        """Do no others stand before a bracket than those that the number before it counted?"""
        names = [t for t in before if t.kind == "name"]
        others = [t for t in before if t.text not in ("are", "were") and t.kind != "name"]
        return not others and all(t.start in self.after.taken for t in names)

    def bracketed(self, found: Lead, token: Token) -> bool:
        """Does a number alone in a bracket say something of what stands before it?"""
        if "net_up" in found.near or (not found.near and self._same_part(token)):
            return True  # fell 5.4% (or 145 billion minutes)
        return self.others.bracketed(found, token, parting=self.after.parting)

    def _same_part(self, number: Token) -> bool:
        """Is it how many those are of whom the share was told: 72 percent are DSL (25.3 million)?"""
        q = number.quantity
        return (
            q is not None and q.scale > 0 and not q.unit and self.text.startswith(")", number.end)
        )

    def meant(
        self,
        found: Lead,
        subjects: list[Subject],
        row: tuple[list[Token], list[Token], list[Token]],
    ) -> list[Subject]:
        """The subjects as the words around the number have them: what was built, the total."""
        gap, tail, group = row
        q = group[-1].quantity
        level = q is not None and self.teller.measure(q) == "level"
        if not level and found.wholes and self.of_place(found):
            found.near = (found.near - {"pull"}) | {"part"}
        if not level and "part" in found.near and not found.wholes:
            self.within_country(found, subjects)
        if found.subjects[1:] and "with" in found.near and found.has("pull", "contribution"):
            subjects = [Subject(None, s.words) for s in subjects]  # cloud and big data brought 2.1
        if not level and found.wholes and not found.subjects and self.context.manner == "share":
            whole = self.subjects.named(found.wholes[-1])
            subjects = [self.kin.within(s, whole) for s in subjects]
        if "lifts" in found.near:
            subjects = [self.kin.whole(s) for s in subjects]  # rural users drive growth to 590m
        if "spent" in found.near and not self.after.invested(group[-1]):
            subjects = [Subject(None, "spent")]
        if self.kin.may:
            subjects = [self.kin.meant(s, found, group[0]) for s in subjects]
        if "part" in found.near and found.wholes and self.context.places:
            subjects = self.of_places(found, subjects)
        if ("ofwhich" in found.near or self.after.parting) and self.kin.settled():
            subjects = [s if self.kin.lives_there(s) else Subject(None, s.words) for s in subjects]
        if self.adding.totals(gap, group):
            subjects = [self.kin.total(s) for s in subjects]
        if level:
            built = [self.kin.built(s, gap, tail, group) for s in subjects]
            if built != subjects:
                found.near.discard("net_up")
                return built
        if self.adding.adds(found, gap, tail, group, subjects):
            found.near.add("net_up")
        elif level and bled(self.text, group[0], self.row.sought):
            found.near = (found.near - {"level", "reach"}) | {"net_down"}
            found.verbs = [*found.verbs, "down"]
        elif level and left(self.text, group, tail, self.row.sought):
            return [Subject(None, s.words) for s in subjects]
        return subjects


def _bare(tail: list[Token], level: bool) -> bool:
    """Is a number compared with something that no period is: 17 million greater than expected?"""
    at = next((n for n, t in enumerate(tail) if "cmp" in t.cues and t.cue("up", "down")), -1)
    if at >= 0 and not any(t.when for t in tail[at:]):
        return True
    return tail[-1].text == "than" and not level


def _against(gap: list[Token]) -> bool:
    """Is a number what the one before is compared with: against 40.1 percent in December?"""
    last = next((t for t in reversed(gap) if not t.cue(*BOUNDS)), None)
    if last is None or "cmp" not in last.cues or "over" in last.cues:
        return False
    return last.text in _MORE_THAN or not last.cue("up", "down")


def _tells(token: Token) -> bool:
    """Is it a word that may be what a sentence is about: not of "the number of", or a time?"""
    return not (
        token.kind in ("place", "when", "mark") or "tail" in token.cues or token.text in THIN
    )
