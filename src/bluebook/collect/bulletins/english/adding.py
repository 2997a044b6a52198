"""English: numbers that add to what stands, and those that are the total of it."""

from __future__ import annotations

import re
from itertools import pairwise

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence, begins
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.once import once
from bluebook.collect.bulletins.times.when import When

_TOTAL = re.compile(r"\b(?:the|its|their|national|country's|overall) (?:national )?total\b")
_NEW = re.compile(
    r" (?:(?:brand[ -])?(?:new|additional|incremental|newly[ -](?:added|increased|registered))|(?:net )?additions?|net (?:increase|growth|gain|adds)|(?:(?:was|were|have been|had been|being) )?(?:newly )?added)\b"
)
_WERE_NEW = re.compile(r" (?:were|are|was|being) (?:all )?(?:brand[ -])?(?:new|newly)\b")
# What is said of those who were none before, behind how many they are.
JOINED = re.compile(
    r"(?: (?:people|persons|new ones|others|more|of (?:them|whom|these|those)))?"
    r" (?:(?:(?:were|was|have been|had been|having been|being|(?:will|would|to|are to|is to) be) )?(?:newly )?(?:added|gained|signed up|who joined|that joined)"
    r"|(?:who have|who had|that have|have|had) (?:joined|come online|gone online|signed up)(?=[^,;:]{0,48} since\b)|joined|joining|having (?:joined|signed up|come online|gone online)"
    r"|signing up|(?:came|come|coming) (?:online|on board|aboard)|(?:went|going) online for the first time|(?:connected|activated|installed|opened)(?= since\b)"
    r"|(?:were|are) (?:new(?:comers)?|first-time users))\b(?! (?:to|up|for)\b)"
)
# Those who came over from something else: 3.7 million people switched to 4G.
_CAME_OVER = re.compile(
    r" (?:(?:people|users|subscribers|customers|households|homes|families|consumers|chinese|more|of (?:them|whom|these|those)) )*"
    r"(?:switched|ported|transferred|moved|migrated|upgraded|converted|changed|crossed|went) (?:over |up )?(?:from [^,;]{1,24} )?(?:to|onto)\b"
)
_IN_A_MONTH = re.compile(r"\b(?:in|within|over) (?:just |only )?(?:a|one) (?:single )?month\b")
_TOOK_UP = re.compile(
    r"(?: (?:people|users|customers|households|homes|families|consumers|chinese))?"
    r" (?:signed up (?:for|to)|subscribed to|opted for|took up|joined|chose|adopted|bought)\b"
)
_CONNECTED = re.compile(
    r" (?:was|were) (?:connected|activated|opened|hooked up|installed|taken up)\b"
)
# Connections that were sold in a month are what was added; cards and phones are not.
_SOLD = re.compile(r" (?:was|were) (?:newly )?(?:sold|taken out|signed up)\b")
_LINES = ("connections", "lines", "subscriptions", "subscribers")
_IN_ALL = re.compile(
    r"\b(?:for|taking|bringing|lifting|pushing|raising) (?:an? |the |its |their )?(?:[a-z-]+ ){0,2}total\b"
)
# 9.9 million of the 11.2 million users added in July.
_OF_ADDED = re.compile(
    r" of the (?:[\d.,]+ [mb]illion )?(?:new\b|(?:(?!of\b|in\b|on\b|who\b)[a-z0-9-]+ ){0,4}(?:added|gained|signed up)\b)"
)
_INCREASE_TO = re.compile(
    r"\b(?:the|its|their|total|net) (?:net |total |overall )*(?:increase|additions|gains?|adds)\b[^,;0-9]{0,50} to $"
)
_NEW_ONES = ("new ", "newly added ", "additional ")
_TO_ADD = re.compile(rf"\b(?:to|will|would|could|should|may) (?:add|gain|attract){HEDGES} $")
_PACE_TO = re.compile(
    r"\b(?:increase|decline|decrease|rise|fall|drop|growth|gains?|loss(?:es)?|additions?) (?:in|of) [^,;0-9]{3,50}\b(?:slow|narrow|widen|ease|accelerat|moderat|quicken|pick)[a-z]* (?:up )?to $"
)
_MORE_THAN = re.compile(r" (?:more|fewer|less|higher|lower) than\b")
_OF_THEM = re.compile(r" of (?:them|whom|which|these|those)\b")
_GAINED = re.compile(rf"\b(?:gain|add|attract|recruit|sign)(?:s|ed|ing)?(?: up)?{HEDGES} $")
_INCLUDING = (", including ", ", including some ", ", including about ", ", including over ", ", including nearly ")  # fmt: skip
_FRESH = re.compile(r"\b(?:new|newly|additional) (?!built|laid|constructed|installed)")
_ANEW = tuple(f" {a} {b} " for a in ("of", "for") for b in ("new", "newly added", "additional"))
# One of which the patterns hold.
_ADDING = ENGLISH.group(
    "new",
    "add",
    " net ",
    "incremental",
    " join",
    " online",
    " since",
    " gained",
    " sign",
)
_SELLING = ENGLISH.group(" sold", "taken out", "signed up")
_COMING = ENGLISH.group("ported", "transferred", "switched", "moved", "migrated", "upgraded", "converted", "changed", "crossed", "went ")  # fmt: skip


# Of a part of a year, in which so many took a thing up: 71.6 million chose 3G in the first 11 months.
_PARTS = (
    " months",
    "-month ",
    "first half",
    "second half",
    " quarter",
    "january-",
    "from january to",
)


class Adding(OneSentence):
    """Tells the numbers of one sentence that add to a stock, or are its total."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.fresh = _ADDING in row.sought
        self.coming = _COMING in row.sought
        self.alone = " alone" in row.text
        self.parted = any(part in row.text for part in _PARTS)  # of a year
        self.totalling = " total" in row.text
        self.sold = _SELLING in row.sought
        self.gained = False  # has the last number added to a stock, as its verb says?
        self.added = False  # has the last number added to a stock, or was it a part of what did?

    def adds(
        self,
        found: Lead,
        gap: list[Token],
        tail: list[Token],
        group: list[Token],
        subjects: list[Subject],
    ) -> bool:
        """Does the number add to a stock: 25 million new users, a growth of 25 million?"""
        gained, added = self.gained, self.added
        self.gained = self.added = False
        if not self._level(group):
            self.added = added
            of_new = self.fresh and found.has("part", "share") and self._of_new(gap)
            found.rival = found.rival or of_new or (added and self._more(group[-1].end))
            return False
        start = group[0].start
        to = self.text.endswith(" to ", 0, start)
        if to and _PACE_TO.search(self.text, max(0, start - 90), start):
            found.rival = True  # the decline in fixed-line users slowed to 0.7 million
            return False
        if to and _INCREASE_TO.search(self.text, max(0, start - 90), start):
            found.near.discard("reach")
            return True  # bringing the increase for the first nine months to 2.6 million
        adds = self._adds(gap, tail, group, subjects) or (
            added and self._of_added(found, tail, group[0].start, group[-1].end)
        )
        if not adds and gained and [t.cue("with") for t in gap] == [True]:
            adds = begins(tail)  # gained 62 million new mobile users and 18 million fixed-line ones
        verb = _GAINED.search(self.text, 0, group[0].start) is not None
        if adds and found.basis is None:
            found.basis = self._since(found, group[-1].end) or self._month
        self.gained = adds and (gained or verb)
        self.added = adds or ((verb or found.has("net_up")) and not found.has("reach"))
        return adds

    def _of_new(self, gap: list[Token]) -> bool:
        """Is a share that of the new ones: new users accounted for 12 percent?"""
        names = [t for t in gap[-5:] if t.kind == "name"]
        return any(
            _FRESH.search(t.text) or self.text.endswith(_NEW_ONES, 0, t.start) for t in names
        )

    def _more(self, end: int) -> bool:
        """Are more added by a percentage than at another time: 17 percent more than in May?"""
        return _MORE_THAN.match(self.text, end) is not None

    def _since(self, found: Lead, end: int) -> When | None:
        """Since when those behind a number joined: have joined the internet since last July."""
        after = self.row.tokens[self.row.first(end) :][:8]
        for one, then in pairwise(after):
            if one.kind in ("mark", "number"):
                return None
            if one.cue("since") and then.when is not None:
                found.near.add("since")
                return then.when
        return None

    def _of_added(self, found: Lead, tail: list[Token], start: int, end: int) -> bool:
        """Is the number one of some of those who were added: of whom 23.6 million are on 3G?"""
        if self.text.endswith(_INCLUDING, 0, start):
            return True
        if _OF_THEM.match(self.text, end):
            return True  # 83.4 million of them on 3G
        if found.has("level", "reach"):
            return False  # a net increase of 4 million, among which 5G users numbered 441 million
        return "ofwhich" in found.near or any(t.cue("ofwhich") for t in tail[:1])

    def _adds(
        self, gap: list[Token], tail: list[Token], group: list[Token], subjects: list[Subject]
    ) -> bool:
        if gap and gap[-1].text == "growth of":
            return True
        stocks = any(s.expression and self.teller.stock(s.expression) for s in subjects)
        took_up = self.alone or (self.parted and self._in_span())
        if took_up and stocks and _TOOK_UP.match(self.text, group[-1].end):
            return True  # in 2013 alone some 200 million people signed up for 3G
        if (
            self.coming
            and stocks
            and self._in_span()
            and _CAME_OVER.match(self.text, group[-1].end)
        ):
            return True
        lines = self.sold and stocks and begins(tail) and tail[0].text.endswith(_LINES)
        if lines and self._in_span() and _SOLD.match(self.text, tail[0].end):
            return True
        if self.totalling and begins(tail) and self._connected(tail[0]):
            return True
        if not self.fresh:
            return False
        if stocks and _TO_ADD.search(self.text, 0, group[0].start):
            return True
        if _OF_ADDED.match(self.text, group[-1].end):
            return True
        near = [t for t in (*gap[-5:], *tail[:1]) if t.kind == "name"]
        fresh = [t for t in near if _FRESH.search(t.text) or self._anew(t.start)]
        if fresh and stocks:
            return True
        if begins(tail) and _WERE_NEW.match(self.text, tail[0].end):
            return True  # 36.8 million 3G users were new subscribers
        if JOINED.match(self.text, tail[0].end if begins(tail) else group[-1].end):
            return True  # of the 20.62 million fixed-line users added in the period
        new = _NEW.match(self.text, group[-1].end)
        return new is not None and not (begins(tail) and tail[0].start < new.end())

    def _level(self, group: list[Token]) -> bool:
        last = group[-1].quantity
        return last is None or self.teller.measure(last) == "level"

    @once
    def _month(self) -> When | None:
        """The month before the one in which something is told to have been added: in a single month."""
        told = self.context.period.months == 1 and _IN_A_MONTH.search(self.text) is not None
        return When(None, -1, -1, relative="-1m") if told else None

    def _in_span(self) -> bool:
        """Does the sentence tell of a span of time: in October alone?"""
        if self._month is not None:
            return True
        spans = [t.when for t in self.row.tokens if t.when is not None]
        return bool(spans) and not any(
            w.end or (w.relative[:1] == "-" and not w.loose) for w in spans
        )

    def _connected(self, name: Token) -> bool:
        """Were lines connected, for a total of those that are told thereafter?"""
        were = _CONNECTED.match(self.text, name.end)
        return were is not None and _IN_ALL.search(self.text, were.end()) is not None

    def _anew(self, start: int) -> bool:
        """Does "new" stand before a name: the number of new telephone subscribers was?"""
        return self.text.endswith(_ANEW, 0, start)

    def totals(self, gap: list[Token], group: list[Token]) -> bool:
        """Is the number a total: taking the total to 718,000?"""
        if not self.totalling:
            return False
        begin = gap[0].start if gap else group[0].start
        return _TOTAL.search(self.text, begin, group[0].start) is not None
