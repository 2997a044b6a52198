"""English: growth over several years, and growth a year: 6.2 percent a year since 2011; 62 percent in a decade."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.once import once
from bluebook.collect.bulletins.times.forms_en import count
from bluebook.collect.bulletins.times.when import When

_ANNUAL = ENGLISH.group("annual")
_YEARS = ENGLISH.group("years", "-year", "decade")
_YEAR = ENGLISH.group(" a year", " per year", " each year", " every year", " per annum", " p.a.", "year")  # fmt: skip
# So many years that end now.
SPAN = re.compile(
    r"\b(?:over|in|during|for|within|across|throughout) (?:(?:a|the|these|those|just|only|under|less than|about|some) ){0,2}(?P<last>(?:past|last|previous|preceding|latest|recent) )?"
    r"(?:(?P<n>two|three|four|five|six|seven|eight|nine|ten|[2-9]|1\d)[ -]years?|(?P<decade>decade)|(?:(?:several|few|recent|many) )?(?:years|decades))\b"
    r"(?: period| span)?(?! (?:ago|earlier|before|later|of|from now|to come|ahead))"
)
_A_YEAR = re.compile(
    r",? (?:on average )?(?:(?:a|per|each|every) (?:year|annum)\b|p\.a\.)(?! (?:ago|earlier|before|later|previously|prior|back))"
)
_FROM_TO = re.compile(r"\b(?:between|from) (?:19|20)\d\d (?:and|to) (?:19|20)\d\d\b")
_CLAUSE = re.compile(r"[^,;]*")
_AVERAGE = re.compile(
    r"\b(?:averages?|averag(?:ed|ing)|annual(?:ly|i[sz]ed)?|yearly|compound(?:ed)?)\b[^,;\d]{0,40}$"
)
_ANNUALLY = re.compile(r",? (?:annually|yearly|on average|compound)\b")
_MOST = re.compile(
    r"\b(?:[a-z]{2,8}est|first|worst|best|most|least|record|only)\b(?: [a-z-]+){0,4} $"
)
_OPENS = re.compile(r"[\"' ]*")
_ENDS = re.compile(r"[;:]|, (?:and|while|but|whereas|which)\b")
_PACE = frozenset(("rate",))


class Yearly(OneSentence):
    """Tells since when the numbers of one sentence grew that did so for years."""

    def tell(self, found: Lead, tail: list[Token], number: Token) -> list[Token]:
        """Add what a number grew since, or that it grew so much a year; the rest of its tail."""
        sought = self.row.sought
        if not ({_YEAR, _YEARS, _ANNUAL} & sought) or number.quantity is None:
            return tail
        measure = self.teller.measure(number.quantity)
        a_year = measure == "percent" and _A_YEAR.match(self.text, number.end) is not None
        span = self._span(number) if _YEARS in sought else None
        between = measure == "percent" and self._between(number)
        a_year = a_year or (between and self._paced(number))
        if span is None and not a_year:
            return tail
        if measure not in ("percent", "level", "points", "multiple") or found.has("reach", "from"):
            return tail
        moves = found.has("up", "down", "growth", "net_up", "net_down", "average", "yoy")
        moves = moves or any(t.cue("up", "down", "growth") for t in tail)
        if not moves:
            return tail
        paced = found.has("average", "yoy") or (span is not None and self._paced(number))
        if a_year or (span and measure == "percent" and paced):
            found.near = found.near - {"yoy"} | {"average"}
            tail = [t for t in tail if not t.cue("yoy") and t.cues.isdisjoint(_PACE)]
        if span is None:
            return tail
        years = 10 if span["decade"] else count(span["n"]) if span["n"] else 0
        if "average" in found.near and not a_year and not self._known(found, number):
            return tail
        if years < 2 or measure == "multiple" or not self._known(found, number):
            found.rival = True  # in recent years; in five years, of which nobody says when they end
        elif found.basis is None:
            found.basis = When(None, -1, -1, relative=f"-{years}y", same=True)
        return tail

    def _between(self, number: Token) -> bool:
        """Does its clause name the years from one to another: between 2010 and 2015?"""
        clause = _CLAUSE.match(self.text, number.end)
        end = clause.end() if clause else number.end
        return _FROM_TO.search(self.text, number.end, end) is not None

    def _paced(self, number: Token) -> bool:
        """Is it said of growth over years that it is an average: of 5.1 percent annually?"""
        begin = max(0, number.start - 60)
        before = _AVERAGE.search(self.text, begin, number.start)
        return before is not None or _ANNUALLY.match(self.text, number.end) is not None

    def _known(self, found: Lead, number: Token) -> bool:
        """Is it known when the years end: with the page's own, or a time that the sentence names?"""
        if self.row.told & {"forecast", "target"}:
            return False
        if any(t.when for t in found.sets):
            return True
        ends = self.context.period.last % 12 == 11
        after = self.row.following(number)[:1]
        reached = bool(after) and after[0].cue("reach")  # grew by 34 percent to 1.6 trillion
        return ends and (reached or "average" in found.near or "when" in self.row.kinds)

    def _span(self, number: Token) -> re.Match[str] | None:
        """The years over which a number grew: those of its own clause, or that the sentence opens with."""
        tokens, n = self.row.tokens, self.row.first(number.start)
        begin = next((t.end for t in reversed(tokens[:n]) if t.kind == "number"), 0)
        stop = next((t.start for t in tokens[n + 1 :] if t.kind == "number"), len(self.text))
        if ends := _ENDS.search(self.text, number.end, stop):
            stop = ends.start()
        after = SPAN.search(self.text, number.end, stop)
        found = after or SPAN.search(self.text, begin, number.start) or self._opening
        if found is None or _MOST.search(self.text, 0, found.start()):
            return None  # the fastest growth in six years
        return found

    @once
    def _opening(self) -> re.Match[str] | None:
        """The years that a sentence opens with: over the past five years, …"""
        opens = _OPENS.match(self.text)
        return SPAN.match(self.text, opens.end() if opens else 0)
