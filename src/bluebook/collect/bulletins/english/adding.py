"""English: numbers that add to what stands, and those that are the total of it."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence, begins
from bluebook.collect.bulletins.text.hints import ENGLISH

_TOTAL = re.compile(r"\b(?:the|its|their|national|country's|overall) (?:national )?total\b")
_NEW = re.compile(
    r" (?:(?:brand[ -])?(?:new|additional|incremental|newly[ -](?:added|increased|registered))|(?:net )?additions?|net (?:increase|growth|gain|adds)|(?:(?:was|were|have been|had been|being) )?(?:newly )?added)\b"
)
_WERE_NEW = re.compile(r" (?:were|are|was|being) (?:all )?(?:brand[ -])?(?:new|newly)\b")
_JOINED = re.compile(
    r" (?:(?:were|was|have been|had been|being) )?(?:newly )?(?:added|gained|signed up|who joined|that joined)\b(?! (?:to|up)\b)"
)
_GAINED = re.compile(rf"\b(?:gain|add|attract|recruit|sign)(?:s|ed|ing)?(?: up)?{HEDGES} $")
_FRESH = re.compile(r"\b(?:new|newly|additional) (?!built|laid|constructed|installed)")
_ANEW = tuple(f" {a} {b} " for a in ("of", "for") for b in ("new", "newly added", "additional"))
_ADDING = ENGLISH.group("new", "add", " net ", "incremental")  # one of which _NEW and _FRESH hold


class Adding(OneSentence):
    """Tells the numbers of one sentence that add to a stock, or are its total."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.fresh = _ADDING in row.sought
        self.totalling = " total" in row.text
        self.gained = False  # has the last number added to a stock, as its verb says?

    def adds(
        self, gap: list[Token], tail: list[Token], group: list[Token], subjects: list[Subject]
    ) -> bool:
        """Does the number add to a stock: 25 million new users, a growth of 25 million?"""
        before, self.gained = self.gained, False
        adds = self._adds(gap, tail, group, subjects)
        if not adds and before and self._level(group) and [t.cue("with") for t in gap] == [True]:
            adds = begins(tail)  # gained 62 million new mobile users and 18 million fixed-line ones
        self.gained = adds and (before or _GAINED.search(self.text, 0, group[0].start) is not None)
        return adds

    def _adds(
        self, gap: list[Token], tail: list[Token], group: list[Token], subjects: list[Subject]
    ) -> bool:
        if gap and gap[-1].text == "growth of" and self._level(group[-1:]):
            return True
        if not self.fresh:
            return False
        near = [t for t in (*gap[-5:], *tail[:1]) if t.kind == "name"]
        fresh = [t for t in near if _FRESH.search(t.text) or self._anew(t.start)]
        if fresh and any(s.expression and self.teller.stock(s.expression) for s in subjects):
            return self._level(group[-1:])
        if begins(tail) and _WERE_NEW.match(self.text, tail[0].end):
            return True  # 36.8 million 3G users were new subscribers
        if begins(tail) and _JOINED.match(self.text, tail[0].end):
            return True  # of the 20.62 million fixed-line users added in the period
        new = _NEW.match(self.text, group[-1].end)
        return new is not None and not (begins(tail) and tail[0].start < new.end())

    def _level(self, group: list[Token]) -> bool:
        return all(t.quantity is None or self.teller.measure(t.quantity) == "level" for t in group)

    def _anew(self, start: int) -> bool:
        """Does "new" stand before a name: the number of new telephone subscribers was?"""
        return self.text.endswith(_ANEW, 0, start)

    def totals(self, gap: list[Token], group: list[Token]) -> bool:
        """Is the number a total: taking the total to 718,000?"""
        if not self.totalling:
            return False
        begin = gap[0].start if gap else group[0].start
        return _TOTAL.search(self.text, begin, group[0].start) is not None
