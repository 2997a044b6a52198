"""English puts much of what a number says after it: verb, basis, whole, date, often the subject."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.after import After
from bluebook.collect.bulletins.context import Context, Subject
from bluebook.collect.bulletins.derived import flow, stock
from bluebook.collect.bulletins.joining import JOIN
from bluebook.collect.bulletins.lead import SEEN, THIN, Lead
from bluebook.collect.bulletins.numbers import Quantity
from bluebook.collect.bulletins.row import TURN, Row
from bluebook.collect.bulletins.strangers import generic
from bluebook.collect.bulletins.subjects import Subjects
from bluebook.collect.bulletins.tokens import Token
from bluebook.language.expression import names

# What a percentage is of, and words by which that is all there is: "of the national total".
_PART_OF = re.compile(
    r" of (?:(?:the|its|their|all|total|overall|country's|nation's|china's|national|combined|entire|whole|this|number|of"
    r"|three|sector's|industry's) )*+(?P<phrase>(?P<noun>(?!(?:and|or|but|while|in|at|by|as|on|for|from|last|with|was|were|is|up) )[a-z][a-z0-9'-]*)(?: (?!in |at |by |as |on |and |for |from |last |with )[a-z0-9'-]+)*)"
)
_ALL = frozenset(
    [
        "total",
        "country",
        "nation",
        "whole",
        "all",
        "them",
        "those",
        "it",
        "sector",
        "industry",
        "plan",
        "annual",
        "growth",
        "increase",
        "overall",
        "number",
        "totals",
        "china",
        "these",
        "sum",
        "figure",
        "former",
        "latter",
        "same",
    ]
)
_SHARES = re.compile(r"\d ?(?:[mb]illion|mln|bln|m|bn)? ?\(\d[\d.]*(?:%| per ?cent)\)")
_WORLD = re.compile(r",? (?:in the world|globally|worldwide|among|across the globe)")
_TOTAL = re.compile(r"\b(?:the|its|their|national|country's|overall) (?:national )?total\b")
_NEW = re.compile(
    r" (?:(?:brand )?(?:new|additional|newly added)|(?:net )?additions?|net (?:increase|growth|gain|adds)|(?:(?:was|were|have been|had been|being) )?(?:newly )?added)\b"
)
_AVERAGE = ("average (", "average level (")
_EVERY = re.compile(r"\b(?:every|per|each) $")
# What a list of firms begins at: enterprises with annual revenue of above 3 million yuan.
_THRESHOLD = re.compile(r"\b(?:with|whose) (?:an |their )?annual [a-z -]{3,60}$")
_PACE = re.compile(
    r"(?: [a-z]+){0,4} (?:(?:per|a|every|each) (?:minute|second|hour|day)|daily"
    r"|(?:in|during|over|for|within) (?:the|a|an|that|this)(?: [a-z0-9-]+)? (?:week|day|weekend|holidays?|festival|hours)"
    r"|(?:in|within) \d+ (?:hours|days)|on (?:that|one|a single) day)\b"
)
_TIMES = re.compile(r"minute|second|hour|day|daily|week|holiday|festival")
_DOING = re.compile(r" of (?:them|those|these|the latter) (?:[a-z]+ing|who|aged)\b")
_LIVING = re.compile(r" (?:living|residing|who lives?|that live|lived|live|resided?) ")
_BEYOND = re.compile(r"\b(?:surpassing|exceeding|topping|outnumbering) (?:the|its|their) $")
_BUILT = re.compile(r"\b(?:built|installed|deployed|laid|constructed)\b")
_FRESH = re.compile(r"\b(?:new|newly|additional) (?!built|laid|constructed|installed)")
_THERE = re.compile(
    r"\b(?:the|its|this) (?:province|region|city|municipality|area)(?:'s)?\b|^[\"' ]*(?:its?|they|their|there|of|among|which|up|down)\b"
)
_ITS = re.compile(r"\bits\b")


class English:
    """Reads what follows the numbers of one English sentence."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        self.row = row
        self.text = row.text
        self.teller = row.teller
        self.vocabulary = row.vocabulary
        self.catalogue = row.teller.catalogue
        self.subjects = subjects
        self.context = context
        self.home = row.vocabulary.country(context.territory)
        self.paced = _TIMES.search(row.text) is not None
        self.entity = ""  # the company that the last number was of
        self.after = After(row, subjects, context)

    def stays(self, found: Lead, begin: int, end: int) -> None:
        """A company's sentence goes on about it: China Mobile had …, taking its total to …"""
        if not found.entity and (not found.subjects or _ITS.search(self.text, begin, end)):
            found.entity = self.entity
        self.entity = found.entity

    def take(self, found: Lead, tail: list[Token], group: list[Token]) -> None:
        """Add what the tail says to what stands before the number."""
        before, of = group[-1], False
        based: Token | None = None
        assert before.quantity is not None
        level = self.teller.measure(before.quantity) == "level"
        ranked = before.quantity.kind == "rank"
        for token in tail:
            of = (
                of
                or "of" in self.text[before.end : token.start].split()
                or token.text.startswith("of")
            )
            found.of = found.of or (token.kind == "cue" and token.text.startswith("of"))
            if token.cue("with") and based is not None:
                continue
            if token.kind == "cue":
                found.near |= token.word.cues - {"level", "cmp", "part", "ofwhich"}
                if token.cue("up", "down") and not of:
                    found.near.discard("part")  # representing an increase of
                found.rival = found.rival or (of and token.cue("entity")) or token.cue("rival")
                if token.cue("up", "down"):
                    found.verbs.append("up" if token.cue("up") else "down")
                if token.cue("rate") and found.has("up", "down", "net_up"):
                    found.rival = True  # increasing at 3 million per month
            elif token.kind == "name" and before.cue("cmp"):
                found.rival = True  # than urban users
            elif token.kind == "name" and of and not level:
                if _LIVING.search(token.text):  # with 26.3 percent of users living in rural areas
                    found.described = token
                    found.near.add("part")
                else:
                    found.wholes.append(token)
            elif token.when is not None:
                based = self._dated(found, token, before, based)
            elif token.kind == "place" and ranked:
                continue  # fifth in the country
            elif token.kind == "place":
                if before.cue("cmp") or self.vocabulary.country(token.word.territory) != self.home:
                    found.rival = True  # than that of the eastern region
                elif of or found.has("part", "share"):
                    found.within = token.word.territory
                else:
                    found.sets.append(token)
            stays = token.text in THIN or token.text in SEEN
            before = before if stays and before.cue("cmp", "from") else token
        self._trailing(found, (tail or group)[-1])

    def _dated(self, found: Lead, token: Token, before: Token, based: Token | None) -> Token | None:
        """A period after a number: what it is compared with, or when it was; the last base."""
        when = token.when
        assert when is not None
        if before.cue("cmp", "from"):
            found.basis = when
            return token
        if based is not None and based.when is not None:
            if JOIN.fullmatch(self.text, based.end, token.start):
                found.bases.append(when)  # the first quarter and the whole year of 2018
                return token
            ago = when.relative == "-1y" and when.first < 0 and based.when.year is None
            if ago and self.text[based.end : token.start] in (" ", " of "):
                found.basis = replace(based.when, relative="-1y")  # Q1 last year
                return None
        if found.has("from") or (when.relative.startswith("-") and not when.loose):
            found.prior = when
        else:
            found.sets.append(token)
        return None

    def ends(self, yeared: bool) -> None:
        """A sentence is over: what it was about, and whether it named a year, is known."""
        self.context.yeared = yeared
        if any(t.kind == "number" for t in self.row.tokens):
            return
        name = next((t for t in self.row.tokens if t.kind not in ("place", "when", "mark")), None)
        if name is not None and name.kind == "name":  # mobile internet traffic soared
            self.context.subject = self.subjects.named(name)

    def beyond(self, token: Token) -> bool:
        """Is a number what another one exceeds: 1.8 billion, surpassing the 1.7 billion users?"""
        return _BEYOND.search(self.text, max(0, token.start - 20), token.start) is not None

    def stays_there(self) -> bool:
        """Does the sentence go on about the place that the one before named?"""
        if any(self.catalogue.territory(p).level != "region" for p in self.context.places):
            return True
        named = any(t.kind == "place" for t in self.row.tokens)
        return named or _THERE.search(self.text) is not None

    def goes_on(self) -> bool:
        """Does the sentence begin with a bare noun for what was spoken of: the number of such users?"""
        subject = self.context.subject
        if subject is None or subject.expression is None:
            return False
        for token in self.row.tokens:
            if token.cue("noun"):
                return generic(token.text, self.vocabulary, sorted(names(subject.expression)))
            if (
                token.kind not in ("when", "mark")
                and not token.cue("tail")
                and token.text not in THIN
            ):
                return False
        return False

    def _trailing(self, found: Lead, last: Token) -> None:
        """A date that ends a number's own clause: 71 billion were sent in February."""
        if any(t.kind == "when" for t in found.sets) or found.prior or found.basis:
            return
        before = last
        for token in self.row.following(last):
            if token.kind in ("number", "mark") or token.cue(
                "cmp", "from", "with", "reach", "ofwhich"
            ):
                return
            if token.when is not None and not token.when.relative:
                found.sets.append(token)
                return
            if TURN.search(self.text, before.end, token.start):
                return
            before = token

    def bracketed(self, found: Lead, token: Token) -> bool:
        """Does a number alone in a bracket say something of what stands before it?"""
        q = token.quantity
        assert q is not None
        if self.teller.measure(q) == "level":
            return False  # the same in other money
        if self.text[: token.start].endswith(_AVERAGE):
            return False
        if self.teller.measure(q) == "percent" and not q.signed and not found.near:
            found.near.add("part")
            listed = len(_SHARES.findall(self.text)) > 1  # 148.69 million (10.90%) were …, 888.12 …
            return listed or self.after.parting or any(t.cue("ofwhich") for t in self.row.tokens)
        return True

    def meant(
        self,
        found: Lead,
        subjects: list[Subject],
        row: tuple[list[Token], list[Token], list[Token]],
    ) -> list[Subject]:
        """The subjects as the words around the number have them: what was built, the total."""
        gap, tail, group = row
        if found.has("part") and found.wholes and self.context.places:
            subjects = self._of_places(found, subjects)
        if self.totals(gap, group):
            subjects = [self.total(s) for s in subjects]
        q = group[-1].quantity
        if q is not None and self.teller.measure(q) == "level":
            subjects = [self.built(s, gap, tail, group) for s in subjects]
        stood = any(s.expression and self.teller.stock(s.expression) for s in subjects)
        if self.adds(gap, tail, group, stood):
            found.near.add("net_up")
        return subjects

    def _of_places(self, found: Lead, subjects: list[Subject]) -> list[Subject]:
        """Eastern, central and western China accounted for … of express volume: it is theirs."""
        above = {self.catalogue.territory(p).parent for p in self.context.places}
        if any(s.expression for s in subjects) or len(above) != 1 or found.subjects:
            return subjects
        whole = self.subjects.named(found.wholes[-1])
        found.wholes, found.within = [], above.pop()
        return [whole] * len(self.context.places)

    def total(self, subject: Subject) -> Subject:
        """600,000 new stations, taking the total to 718,000: the total is of the stock."""
        x = subject.expression and stock(self.catalogue, subject.expression)
        return Subject(x, subject.words) if x is not None else subject

    def built(
        self, subject: Subject, gap: list[Token], tail: list[Token], group: list[Token]
    ) -> Subject:
        """What was built in a span of time is what was added to what stands."""
        x = subject.expression
        dated = any(t.when is not None and not t.when.end for t in self.row.tokens)
        if x is None or self.context.at_end or not dated:
            return subject
        after = self.row.following((tail or group)[-1])[:2]
        ends = next((n for n, t in enumerate(after) if t.kind in ("number", "mark")), 2)
        row = (*gap[-4:], *tail, *after[:ends])
        if not _BUILT.search(subject.words) and not any(t.cue("build") for t in row):
            return subject
        made = flow(self.catalogue, x)
        return Subject(made, subject.words) if made is not None else subject

    def adds(
        self, gap: list[Token], tail: list[Token], group: list[Token], stood: bool = True
    ) -> bool:
        """Does the number add to a stock: 25 million new users, a growth of 25 million?"""
        q = group[-1].quantity
        if gap and gap[-1].text == "growth of" and q and self.teller.measure(q) == "level":
            return True
        fresh = [t for t in (*gap[-3:], *tail[:1]) if t.kind == "name" and _FRESH.search(t.text)]
        if fresh and stood:
            return q is not None and self.teller.measure(q) == "level"
        new = _NEW.match(self.text, group[-1].end)
        return new is not None and not (_named(tail) and tail[0].start < new.end())

    def totals(self, gap: list[Token], group: list[Token]) -> bool:
        """Is the number a total: taking the total to 718,000?"""
        begin = gap[0].start if gap else group[0].start
        return _TOTAL.search(self.text, begin, group[0].start) is not None

    def another(self, token: Token, q: Quantity, codes: list[str]) -> bool:
        """Is a percentage of something else: 98 percent of counties, an 80.6% penetration rate?"""
        if q.kind == "rank" and _WORLD.match(self.text, token.end):
            return True
        if _EVERY.search(self.text, max(0, token.start - 7), token.start):
            return True  # for every 100 people
        if _THRESHOLD.search(self.text, max(0, token.start - 80), token.start):
            return True
        if self.paced and _PACE.match(self.text, token.end):
            return True  # 76,000 parcels per minute
        if _DOING.match(self.text, token.end):
            return True  # 39.9 percent of them going online
        part = _PART_OF.match(self.text, token.end)
        noun = next((t for t in self.row.tokens if t.start >= token.end), None)
        if (
            noun is not None
            and noun.start - token.end < 2
            and noun.cue("noun")
            and self.teller.measure(q) == "percent"
            and not generic(noun.text, self.vocabulary, codes)
        ):
            return True  # an 80.6% penetration rate
        if part is None or self.teller.measure(q) != "percent" or part["noun"] in _ALL:
            return False
        if generic(part["phrase"].strip(), self.vocabulary, codes):
            return False
        beside = (token.end, part.start("noun") + 12)
        return not any(
            t.kind in ("name", "place") and beside[0] < t.end and t.start < beside[1]
            for t in self.row.tokens
        )


def _named(tail: list[Token]) -> bool:
    return bool(tail) and tail[0].kind == "name"
