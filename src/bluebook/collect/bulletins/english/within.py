"""English: by how much a stock rose in a part of the year.

A fall of 1.2% in the quarter; up 0.4% in the month and 5.6% in the year; 16.8 percent in six months.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.times.forms_en import count
from bluebook.collect.bulletins.times.when import When

_IN = re.compile(
    r" (?:(?:in|over|during|within) (?:the course of )?)?(?:the |that |in the |during the )?(?:same )?(?:quarter|month)"
)
SINCE_THEN = re.compile(r"\d[^;]*\b(?:has|have|had) since [a-z]+ (?:by )?[a-z ]*$")
_IN_THE_YEAR = re.compile(r" (?:in|over|on) the year\b(?! to\b)")
_IN_THE_MONTH = re.compile(r"\b(?:in|over|on) the (?:month|quarter)\b")
_LATE = re.compile(r"(?:the )?(?:last|final) (?P<n>[a-z]+|\d) months of")
_MONTHS = re.compile(
    r" (?:in|over|within|during) (?:(?:just|only|the|past|last|previous) )*(?P<n>[a-z]+|\d\d?) months\b(?! (?:to|through|until) (?:the end|end|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)| (?:ended|ending|of|from)\b)"
)
_BESIDE = re.compile(r" \([^()]{1,24}\)")
PARTS = {"0m": 1, "0q": 3}  # months of what is spoken of by itself: during the month


class Within(OneSentence):
    """Tells since when the numbers of one English sentence rose within a part of the year."""

    own: int  # how many months back the sentence compares

    def _within(self, found: Lead, tail: list[Token], number: Token) -> When | None:
        """Since when a stock rose or fell in the quarter: 298 million, a fall of 1.2% in the quarter."""
        back = self._part(tail, number)
        if not back:
            return None
        moves = found.has("up", "down", "growth", "net_up", "net_down") and not found.has("reach")
        moves = moves or (found.near == {"with"} and self.context.manner == "growth")
        if not moves or found.has("yoy", "mom", "average", "share", "part"):
            return None
        if self.own == 12 or self.context.lag_here == 12:
            return None
        named = self.subjects.named(found.subjects[-1]) if found.subjects else self.context.subject
        if named is None or named.expression is None or not self.teller.stock(named.expression):
            return None
        if back == "-1y":
            found.sets = [t for t in found.sets if t.start < number.end]
        return When(None, -1, -1, back[-1] == "m", back, same=back == "-1y")

    def _part(self, tail: list[Token], number: Token) -> str:
        """How far back the part of a year begins that is told behind a number: in the quarter, in six months."""
        end = number.end
        if beside := _BESIDE.match(self.text, end):
            end = beside.end()  # by 61,000 (0.2%) over the three months
        if (told := _MONTHS.match(self.text, end)) and not self.row.told & {"forecast"}:
            return f"-{count(told['n'])}m" if count(told["n"]) > 1 else ""
        if _IN_THE_YEAR.match(self.text, end) and _IN_THE_MONTH.search(self.text):
            return "-1y"  # up 0.4% in the month and 5.6% in the year
        late = next((_LATE.match(t.text) for t in tail if t.when and _LATE.match(t.text)), None)
        if late is not None:
            return f"-{count(late['n'])}m"  # in the last six months of 2013
        one = next((t.when for t in tail if t.when and t.when.relative in PARTS), None)
        if one is None or one.end or not _IN.match(self.text, end):
            return ""
        return f"-1{one.relative[-1]}"
