"""Figures of an earlier time, and growth beside them, whose time a sentence leaves to be known.

"Penetration stood at 86.2 percent, up from 85.6 percent": since when, the sentence does not say,
but the text compares with the quarter before, here as elsewhere. What is compared with once, as
"when compared with the same quarter of last year", holds for its own sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bluebook.collect.bulletins.amounts.hedges import HEDGE
from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.lead import MOVES, SEEN, THIN, Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.within import PARTS, SINCE_THEN, Within
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.once import once
from bluebook.collect.bulletins.times.forms_en import count
from bluebook.collect.bulletins.times.when import When
from bluebook.model.period import Period

_OLD = re.compile(
    rf"(?:\b(?:from|against|versus|compared (?:to|with)|than the)(?: (?:the|its|{HEDGE}|last year's|(?:a|the) (?:year|quarter|month) (?:before|earlier|ago)'s|(?:the )?(?:previous|prior|preceding) (?:year|quarter|month)'s|(?:19|20)\d\d's|[a-z]+'s))* "
    r"|\b(?:whereas|while) (?:earlier |previously |before )?(?:it|they|this|that)(?: had been| stood at| was| were) )$"
)
# The number of fixed lines, which was 36.9 million in 2015, had shrunk to 33.4 million.
_WHICH = re.compile(
    r", which (?:had )?(?:stood at|been|numbered|was|were|totall?ed)(?: only| just| about| some| still)* $"
)
# How what _OLD finds ends.
_ENDS = ("from ", "against ", "versus ", "to ", "with ", "the ", "its ", "about ", "nearly ", "some ", "over ",
         "around ", "roughly ", "been ", "at ", "was ", "were ", "'s ")  # fmt: skip
_OLDEN = ENGLISH.group(
    "from ", "against ", "versus ", "compared ", "than the ", "whereas ", "while ", ", which "
)
_BEYOND = re.compile(r"\b(?:above|below|exceeding|surpassing|topping|beyond|past|under|over) the $")
_LIES = ENGLISH.group(
    "above the ", "below the ", "ing the ", "beyond the ", "past the ", "under the ", "over the "
)
_TO_OLD = re.compile(
    r"(?: (?:more|less|higher|lower|fewer|above|below))? than the "
    r"| (?:up|down|higher|lower|more|less) (?:from|on|than) (?:about |nearly |some )?"
)
# What was added at another time: 6.8 million were added, up from (the) 6.7 million in October.
_LIKE = re.compile(
    rf"\b(?:(?:up|down|higher|lower|more|less|fewer|better) (?:from|on|than)|compared (?:with|to)|against|versus|vs\.?)(?: (?:the|its|{HEDGE}))* $"
)
_IN_MONTHS = re.compile(
    r"\b(?:in|over|within) (?P<n>[a-z]+|\d\d?) months,? (?:up |down )?from (?:[a-z]+ )?$"
)
_DOWN = re.compile(r" (?:less|lower|fewer|below|down)\b")
_FRONTED = re.compile(
    r"[\"' ]*(?:when |as )?(?:compar|in comparison|against|relative to|year[- ]on[- ]year|on an annual)"
)
_ON = re.compile(r" (?:on|over|for|via|by|from|in) (?:the )?")
_PLAIN = frozenset(("annual", "yearly", "annually"))  # an annual report compares with no year
_WHILE = re.compile(r",? (?:while|whereas|and|but|with) ")
_LAGS = {"-1y": 12, "-1q": 3, "-3m": 3, "-1m": 1, "-6m": 6}


class Olden(Within):
    """Tells of when the old figures of one English sentence are, and growth beside them."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.aside = _FRONTED.match(row.text) is not None
        self.noted = 0  # where the last figure of the sentence ends that says since when it moved
        self.may = _OLDEN in row.sought  # may a figure of the sentence be old?

    def old(self, number: Token) -> bool:
        """Is a number one of an earlier time: up from 85.6 percent?"""
        near = max(0, number.start - 48), number.start
        if not (self.may and self.text.endswith(_ENDS, *near)):
            return False
        if _OLD.search(self.text, *near) is not None:
            return not self._another(number)
        return _WHICH.search(self.text, *near) is not None and self.row.dated(number) is not None

    def _another(self, number: Token) -> bool:
        """Is a number of something else than what it is compared with: with 1.27 billion on landlines?"""
        n = self.row.first(number.start)
        before = [t for t in self.row.tokens[:n] if t.kind == "name" and t.word.plain]
        name = next(iter(self.row.tokens[n + 1 : n + 2]), None)
        if not before or name is None or name.kind != "name" or not name.word.plain:
            return False
        apart = _ON.fullmatch(self.text, number.end, name.start) is not None
        return apart and name.word.plain[0].code not in {p.code for p in before[-1].word.namings}

    @once
    def telling(self) -> bool:
        """Does the sentence tell an old figure?"""
        return self.may and any(t.kind == "number" and self.old(t) for t in self.row.tokens)

    @once
    def own(self) -> int:
        """How many months back the sentence compares; 0 where it does not say, or says several."""
        lags = {self._lag(t) for t in self.row.tokens} - {0}
        return lags.pop() if len(lags) == 1 else -1 if lags else 0

    def _lag(self, token: Token) -> int:
        when = token.when
        if when is not None:
            known = when.relative and not when.loose and (when.same or when.relative != "-1y")
            return _LAGS.get(when.relative, 0) if known else 0
        if token.cue("yoy") and token.text not in _PLAIN:
            return 12
        if token.cue("mom"):
            return 3 if token.cue("qoq") or self.context.period.months == 3 else 1
        return 0

    def of_one(self, when: Token) -> bool:
        """Is a period that of one figure: than the 689,020 of October, (May: 78.09 percent)?"""
        return self.of_old(when) or ("(" in self.text and self._inside(when))

    def _inside(self, when: Token) -> bool:
        """Does a period stand in a bracket with a figure of its own?"""
        opens = self.text.rfind("(", 0, when.start)
        closes = self.text.find(")", when.end)
        if opens < 0 or closes < 0 or ")" in self.text[opens : when.start]:
            return False
        return any(opens < t.start < closes for t in self.row.tokens if t.kind == "number")

    def of_old(self, when: Token) -> bool:
        """Does a period belong to an old figure before it: than the 689,020 of October?"""
        if not (self.may or _LIES in self.row.sought):
            return False
        for token in reversed(self.row.tokens[: self.row.first(when.start)]):
            if token.kind == "number":
                near = token.end > when.start - 32
                return near and (self.old(token) or self._beyond(token))
            if not (
                token.text in THIN
                or token.text in SEEN
                or token.kind == "name"
                or token.cue("level")
            ):
                return False
        return False

    def _beyond(self, number: Token) -> bool:
        """Is a number what another one lies above or below: well above the 62.4 million of June?"""
        near = max(0, number.start - 24), number.start
        return self.text.endswith("the ", *near) and _BEYOND.search(self.text, *near) is not None

    def tell(self, found: Lead, tail: list[Token], number: Token) -> None:
        """Give an old figure, or growth beside one, the time that the text compares with."""
        if found.basis is not None:
            if self.text.endswith("'s ", 0, number.start) and self.old(number):
                found.prior, found.basis = found.basis, None  # up from last year's 14.3 million
                self._date(found, number)
            return
        q = number.quantity
        assert q is not None
        since = " since " in self.text and not found.has("reach")
        if since and SINCE_THEN.search(self.text, max(0, number.start - 48), number.start):
            found.rival = True  # peaked at 368 million in 2006 and has since dropped by 110 million
        if self.text.startswith(" since then", number.end):
            lag = self.context.lag_here if self.telling else 0
            found.rival, found.basis = (
                not lag,
                _plainly(self._back(lag)) if lag > 0 else None,
            )
        elif (within := self._within(found, tail, number)) is not None:
            found.basis = within
        elif not self.telling:
            self._goes_on(found, number)
            if found.basis is None and self.teller.measure(q) == "percent":
                self._beside(found, number)
        elif self.old(number):
            self._date(found, number)
        elif self.teller.measure(q) in ("percent", "points") and found.prior is None:
            self._base(found, tail, number)

    def _goes_on(self, found: Lead, number: Token) -> None:
        """Growth after a semicolon, or "while", is since when the clause before it told.

        …; fixed traffic fell 6%; 218,000 more than in November, while 4G accounts fell by 190,000.
        """
        lag = self.context.lag_clause
        moves = found.has("up", "down", "growth") and not found.has("yoy", "mom", "average")
        if lag and lag != 12 and not self.own and moves and self.context.earlier.endswith(";"):
            found.basis = _plainly(self._back(lag))
        elif self.noted and moves and found.close and self.own in (0, lag) and lag not in (0, 12):
            also = _WHILE.search(self.text, self.noted, number.start)
            same = self.context.period.months <= lag and not found.sets
            if also is not None and same and "year" not in self.text[also.end() : number.start]:
                found.basis = _plainly(self._back(lag))

    def _beside(self, found: Lead, number: Token) -> None:
        """Growth of a stock beside what one added in the month or the quarter is since then, too."""
        moves = found.has("up", "down") and not found.has("yoy", "mom", "average", "share", "part")
        if not (moves and found.close) or "when" not in self.row.kinds:
            return
        x = self.subjects.named(found.subjects[-1]).expression
        if x is None or not self.teller.stock(x):
            return
        for one, after in pairwise(self.row.tokens[: self.row.first(number.start)]):
            lag = PARTS.get(after.when.relative, 0) if after.when and not after.when.end else 0
            q = one.quantity
            if lag and q and self.teller.measure(q) == "level" and self._added(one):
                found.basis = _plainly(self._back(lag))
                return

    def _added(self, number: Token) -> bool:
        """Is a number by how much something rose or fell: fell by 0.9 million, added 1.2 million?"""
        before = self.row.tokens[: self.row.first(number.start)][-1:]
        return any(t.cue("up", "down", "net_up", "net_down") for t in before)

    def _date(self, found: Lead, number: Token) -> None:
        """When an old figure is of."""
        if self.row.dated(number) is not None and self.text.endswith("than the ", 0, number.start):
            found.rival = False  # lower than the 66.4 million recorded in 2020
        after = [t for t in found.sets if t.kind == "when" and t.start >= number.end]
        if after and found.prior is None:
            found.prior = after[-1].when
            found.sets = [t for t in found.sets if t not in after]
        elif found.prior is None and (base := self._since(number) or self._before()) is not None:
            found.prior = _plainly(base)
        if found.prior is not None:
            found.near = found.near - MOVES - {"over"} | {"level"}
            found.verbs, found.rival = [], False
            found.bound = "" if found.bound == "over" else found.bound
            if self._change_too(found, number):
                found.near = found.near - {"level", "from"} | {"net_up"}
                found.starting = False

    def _change_too(self, found: Lead, number: Token) -> bool:
        """Is a figure that of another time's additions, since those of now stand before it?"""
        told = self.context.manner == "change" and not (found.subjects and found.close)
        near = max(0, number.start - 48), number.start
        return told and _LIKE.search(self.text, *near) is not None

    def _base(self, found: Lead, tail: list[Token], number: Token) -> None:
        """What growth is compared with, of which the old figure stands beside it."""
        if found.has("yoy", "mom"):
            return
        than = _TO_OLD.match(self.text, number.end)
        old = self._at(than.end()) if than else None
        if old is not None and old.quantity and self.teller.measure(old.quantity) != "level":
            return  # 83.9 percent, down from 85.5 percent
        if old is not None:
            found.rival = False
            move = "down" if _DOWN.match(self.text, number.end) else "up"
            found.near = found.near - {"over", "from"} | {move}
            found.verbs = [move]
            dated = next((t for t in self.row.following(old)[:3] if t.when), None)
            if dated is not None and self.of_old(dated):
                found.basis = dated.when
                return
        base = self._before()
        if base is not None and found.has("up", "down", "growth", "net_up", "net_down"):
            found.basis = _plainly(base)

    def _at(self, place: int) -> Token | None:
        n = self.row.first(place)
        token = self.row.tokens[n] if n < len(self.row.tokens) else None
        return (
            token if token is not None and token.kind == "number" and token.start == place else None
        )

    def _since(self, number: Token) -> Period | None:
        """The time that an old figure is of: nearly doubled in eleven months from 20.3 million."""
        told = _IN_MONTHS.search(self.text, max(0, number.start - 48), number.start)
        months = count(told["n"]) if told else 0
        return self.context.period.at_end.shift(-months) if months else None

    def _before(self) -> Period | None:
        """The period that the text compares with, if it is known."""
        context = self.context
        lag = self.own or context.lag_here or context.lag
        return self._back(lag) if lag > 0 else None

    def _back(self, lag: int) -> Period:
        """The period so many months back; of a date, the quarter or the year to date it ends."""
        now = self.context.period
        if self.context.at_end and now.months == 1 and lag == 12:
            now = now.to_date
        elif self.context.at_end and now.months == 1 and lag == 3 and now.last % 3 == 2:
            now = Period(now.last - 2, now.last)
        return now.shift(-lag)

    def note(self, base: Period | None, now: Period, number: Token) -> None:
        """Remember what a figure was compared with, which the text may leave out from now on."""
        lag = now.last - base.last if base is not None else 0
        if self.aside or lag not in _LAGS.values():
            return
        self.context.lag_here = self.context.lag_clause = lag
        self.noted = number.end if lag else self.noted
        self.context.lag = self.context.lag or lag


def _plainly(period: Period) -> When:
    """A period as a text names it with its year."""
    year = period.first // 12
    return When(year, period.first - 12 * year, period.last - 12 * year, True)
