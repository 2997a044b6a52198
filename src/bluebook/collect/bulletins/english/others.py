"""English: numbers that are of something else than what is spoken of, or of nothing of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.counts import Counts
from bluebook.collect.bulletins.english.occasions import Occasions
from bluebook.collect.bulletins.english.rating import PENETRATION
from bluebook.collect.bulletins.english.several import several
from bluebook.collect.bulletins.english.usage import of_one
from bluebook.collect.bulletins.english.wholes import PROVINCE, WHOLE
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Expression, names

# What a percentage is of, and words by which that is all there is: "of the national total".
_PART_OF = re.compile(
    r" of (?:(?:the|its|their|all|total|overall|country's|nation's|china's|chinese|mainland|national|combined|entire|whole|this|number|of"
    r"|three|sector's|industry's) )*+(?P<phrase>(?P<noun>(?!respectively|(?:an?|one) (?:year|month|quarter|decade)\b|(?:and|or|but|while|in|at|by|as|on|for|from|last|with|was|were|is|up) )[a-z][a-z0-9'-]*)(?: (?!in |at |by |as |on |and |for |from |last |with )[a-z0-9'-]+)*)"
)
_WHOLE = re.compile(WHOLE)
_BASE_OF = re.compile(r"\bbase of(?: [a-z]+)* \d")  # of a total user base of 1.38 billion
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
        "base",
        "mix",
    ]
)
_SENT = frozenset(("shipments", "consignments", "deliveries", "parcels", "packages", "items"))
_SHARES = re.compile(r"\d ?(?:[mb]illion|mln|bln|m|bn)? ?\(\d[\d.]*(?:%| per ?cent)\)")
_SHARE_OF = re.compile(r"\(\d[\d.]*(?:%| per ?cent) of ")
# Nearly a third (31.8%): the rounder of two that say the same.
_SAME = re.compile(r"[^()0-9]{0,40}\((?:about |or )?\d[\d.]*(?:%| per ?cent)")
_AFTER_PASSING = re.compile(
    r"(?:after|since|before|from) (?:pass|reach|hitt|cross|surpass|exceed|topp)ing (?:the )?$"
)
_STATED = re.compile(r"\(units?:? (?:[^()]{1,30}[;,] )?$")
_CLOSES = re.compile(r"(?: [a-z]+)?[);,]")
_ROUND = re.compile(r"10{0,2}(?:[, ]?000)*(?![\d.,])")
_WORLD = re.compile(r",? (?:in the world|globally|worldwide|among|across the globe)")
# What is a part of the world's, and what grew over many years.
_OF_THE_WORLD = re.compile(
    r" (?:of|to|in)(?: (?!and |while |with )[a-z']+){0,5} (?:the world|global|world)(?:'s)?\b"
)
_AVERAGE = ("average (", "average level (")
_EVERY = re.compile(r"\b(?:every|per|each) $")
# What a list of firms begins at: enterprises with annual revenue of above 3 million yuan.
_THRESHOLD = re.compile(
    r"\b(?:with|whose) (?:an |their )?annual "
    r"(?!(?:average )?(?:growth|increase|rise|gain|decline|decrease|drop|fall|expansion|rate)\b)[a-z -]{3,60}$"
)
_SIZED = re.compile(
    r"\b(?:that|which|who) (?:have |has |each )?(?:register|earn|generat|mak|report|record|post|book)(?:e|ed|ing|s|es)? [a-z -]{0,40}$"
)
_AT_LEAST = ("at least ", "more than ", "over ", "above ", "exceeding ", "less than ")
_TIMES_SIGN = ("× ", "×", " x ")
_FOR_EACH = ("every ", "per ", "each ")
_BEFORE = (*_TIMES_SIGN, *_FOR_EACH, *_AT_LEAST, "than ", "than the ", "than its ")
_COUNTED = re.compile(
    r" (?:[a-z0-9-]+ ){0,2}(?P<what>users|subscribers|customers|connections|terminals|devices|parcels|packages|items|pieces|deliveries|orders"
    r"|people|households|stations|phones|handsets|units|lines|ports|minutes|messages|transactions|apps|websites|viewers|visits)\b"
)
_THAN = re.compile(r"\b(?:higher|lower|faster|slower|larger|smaller) than (?:the |its )?$")
_SURVEYS = ENGLISH.group("survey", "poll", "sample", "study", "interviewed", "questioned")
_WORDS = re.compile(
    r"(?: (?!(?:new|newly|net|more|additional|extra|added|such|of|its|the)\b)[a-z0-9-]+){1,3} "
)
_THAN_THERE = re.compile(
    r" (?:higher|lower|more|less|above|below|fewer) (?:than )?"
    r"(?:in |that (?:in|of|for) |those (?:in|of) )?(?:the )?(?:urban|rural|cit(?:y|ies)\b)"
)
_CITY = ENGLISH.group("urban", "rural", "city", "cities")
_SURVEY = re.compile(
    r"\b(?:(?:survey|poll|sample|study) of|surveyed|polled|interviewed|questioned|sampled)"
    rf"{HEDGES} $"
)
_THINGS = re.compile(
    r" (?!across|towards|additions|subs|times|units|versus|plus|minus|perhaps)(?P<what>[a-z]{3,}s)\b"
)
_PACE = re.compile(
    r"(?: [a-z0-9]+){0,7} (?:(?:per|a|every|each) (?:minute|second|hour|day)|(?:per|every|each) week|(?:every|each) month|daily"
    r"|(?:in|during|over|for|within) (?:the|a|an|that|this)(?: [a-z0-9-]+)? (?:week|day|weekend|holidays?|festival|hours)"
    r"|(?:for|over|during) (?:spring |lunar )?(?:festival|new year|holidays?)"
    r"|(?:in|within) \d+ (?:hours|days)|on (?:that|one|a single|an? (?:average|typical|normal|ordinary|peak|busy)) day"
    r"|between [a-z]{3,9}\.? \d{1,2} and [a-z]{3,9}\.? \d{1,2}|on [a-z]{3,9}\.? \d{1,2} alone)\b"
)
_OF_TOTAL = re.compile(r" of (?:the (?:total|whole)|them|these|those)(?:,| \() ?$")
_A_MONTH = re.compile(
    r" (?:[a-z]+ )?(?:(?:a|per|each|every) (?:month|quarter)|monthly)\b(?! (?:ago|earlier|before|later|prior|previously))"
)
_TIMES = ENGLISH.group("day", "dail", "hour", "minute", "second", "week", "month", "festival", "between", "alone")  # fmt: skip
_DOING = re.compile(
    r" of (?:them|those|these|the latter) (?:(?!being |having (?:been|joined|signed|come|gone) )[a-z]+ing|who|aged"
    r"|(?!used\b|accessed\b|connected\b|subscribed\b)[a-z]+ed)\b"
)
# 100M optical fiber users: so fast, not so many.
_LINE = re.compile(
    r"(?:[248]|[125]0|[125]00|1,?000) ?m (?:optical|fib(?:er|re)|bandwidth|access|high-speed)"
)
_FAST = ENGLISH.group("m optical", "m fib", "m bandwidth", "m access", "m high-speed")
# 90% of the population that a network covers is no share of what it consists of.
_COVERS = re.compile(rf"\bcover(?:s|ed|ing)?{HEDGES} $")
_COVER = ENGLISH.group("cover")
# From 28 January to 4 February: no period of figures.
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAYS = re.compile(
    rf"\b(?:from|between) {_MONTH} 1(?:st)? (?:to|through|until|and|-) \d{{1,2}}\b(?! [a-z]*(?:month|{_MONTH}))"
    rf"|\b(?:from|between) {_MONTH} (?!1\b|1st\b)\d{{1,2}}(?:st|nd|rd|th)?,? (?:to|through|until|and|-) (?:{_MONTH} )?\d"
)


# What was done on one day: on November 1st, Anhui handled 22.8 million packages.
_ONE_DAY = re.compile(
    rf"\bon {_MONTH} [0-3]?\d(?:st|nd|rd|th)?,? [^,;]{{2,60}} (?:handled|delivered|processed|received|collected|picked up|sent) "
)
_DONE = ENGLISH.group("handled ", "delivered ", "processed ", "received ", "collected ", "picked up ", "sent ")  # fmt: skip
# After a sentence of some days: 960 million were delivered during the period.
_BRIEF = re.compile(
    r"\b(?:during|in|over|within|for) (?:the|this|that) (?:[a-z-]+ )?(?:period|holidays?|festival|week|break)\b"
)
_WORLDLY = ENGLISH.group("world", "global")


# What lies between two, which is no change of either: narrowing the urban-rural gap to 24 points.
_GAP = re.compile(r"\b(?:gap|gulf|difference|disparity|divide)\b[^.;:\d]{0,60}$")
_GAPS = ENGLISH.group("gap", "gulf", "difference", "disparity", "divide")
FEW = 1000  # of money that an industry earns


class Others:
    """Tells the numbers of one sentence that are of something else."""

    def __init__(self, row: Row, *, after_days: bool = False) -> None:
        self.row = row
        self.text = row.text
        self.teller = row.teller
        self.vocabulary = row.vocabulary
        text, sought = row.text, row.sought
        self.days = _DAYS.search(text) if "from " in text or "between " in text else None
        self.brief = after_days and _BRIEF.search(text) is not None
        day = _ONE_DAY.search(text) if _DONE in sought and "on " in text else None
        self.one_day = day.end() if day else len(text)
        self.worldly = _WORLDLY in sought
        self.annual = " annual " in text
        self.surveyed = _SURVEYS in sought
        self.gaps = _GAPS in sought
        self.paced = _TIMES in sought
        self.covers = _COVER in sought
        self.scaled = "(" in text
        self.lines = _FAST in sought
        self.there = _CITY in sought
        self.counts = Counts(row)
        self.occasions = Occasions(row)
        self.several = several(text, row.tokens)

    def bracketed(self, found: Lead, token: Token, *, parting: bool) -> bool:
        """Does a number alone in a bracket say something of what stands before it?"""
        q = token.quantity
        assert q is not None
        if self.teller.measure(q) == "level":  # (64.1 million in June), or the same in other money
            return self.row.dated(token) is not None
        if self.text[: token.start].endswith(_AVERAGE):
            return False
        if PENETRATION.match(self.text, token.end):
            return True
        if self.teller.measure(q) == "percent" and not q.signed and not found.near:
            found.near.add("part")
            if self.text.startswith(" of ", token.end):
                return True  # 131.3 million (62.0% of all)
            listed = len(_SHARES.findall(self.text)) > 1  # 148.69 million (10.90%) were …, 888.12 …
            listed = listed or _SHARE_OF.search(self.text, 0, token.start) is not None
            parting = parting or self.of_total(token.start)
            return listed or parting or any("ofwhich" in t.cues for t in self.row.tokens)
        return True

    def _undated(self, number: Token) -> bool:
        """Does no period follow a number in its clause?"""
        after = self.row.tokens[self.row.first(number.end) :]
        return next((t.when is None for t in after if t.kind in ("when", "mark", "number")), True)

    def of_total(self, start: int) -> bool:
        """Do as many of all stand before a percentage at a place: 312 million of the total (29%)?"""
        return _OF_TOTAL.search(self.text, max(0, start - 20), start) is not None

    def _covers(self, start: int) -> bool:
        return _COVERS.search(self.text, max(0, start - 30), start) is not None

    def refused(self, token: Token, q: Quantity, x: Expression) -> bool:
        """Does a number of a known subject say what no indicator is: things, the world, many years?"""
        if self.teller.measure(q) not in ("percent", "multiple"):
            if self.covers and self._covers(token.start):  # cover 35 million households
                return not any("coverage" in code for code in names(x))
            return self.counted(q, x) or self._a_month(q, x) or self._for_one(q, x)
        return self.worldly and _OF_THE_WORLD.match(self.text, token.end) is not None

    def _for_one(self, q: Quantity, x: Expression) -> bool:
        """Is an amount that of one: revenue …, which is 14.19 yuan a parcel?"""
        few = not q.scale and 0 < q.value < FEW and self.teller.measure(q) == "level"
        return few and q.unit != "" and self.teller.unit(x) == "CNY"

    def _a_month(self, q: Quantity, x: Expression) -> bool:
        """Does a number tell by how much a stock grows: or about 6.4 million a month?"""
        return _A_MONTH.match(self.text, q.end) is not None and self.teller.stock(x)

    def counted(self, q: Quantity, x: Expression) -> bool:
        """Does a number count things, where the indicator is no count: 3.6 billion connections, no money?"""
        if q.unit or not q.scale or self.teller.catalogue.units[self.teller.unit(x)].counted:
            return False
        things = _COUNTED.match(self.text, q.end)
        return things is not None and self.teller.unit(x) not in self.teller.words.get(
            things["what"], {}
        )

    def of_several(self, token: Token) -> bool:
        """Is a number of several places, whom no name tells?"""
        return any(start <= token.start < end for start, end in self.several)

    def another(self, token: Token, q: Quantity, codes: Sequence[str]) -> bool:
        """Is a percentage of something else: 98 percent of counties, an 80.6% penetration rate?"""
        if self.several and self.of_several(token):
            return True
        if q.kind == "rank" and (_WORLD.match(self.text, token.end) or self._within(token)):
            return True
        if q.kind == "fraction" and _SAME.match(self.text, token.end):
            return True
        text, start, end = self.text, token.start, token.end
        measure = self.teller.measure(q)
        if measure == "level" and self.counts.others(token, q):
            return True
        if self.gaps and measure == "points" and _GAP.search(text, max(0, start - 80), start):
            return True
        if self.occasions.festive and self.occasions.holiday(token):
            return True
        before = text[max(0, start - 20) : start]
        told = before.endswith(_BEFORE)
        if before.endswith("after ") and self._undated(token):
            return True  # 18,469 Gbps, after 15,102 Gbps
        if before.endswith(("ing ", "ing the ")) and _AFTER_PASSING.search(text, 0, start):
            return True  # just three months after passing 750 million
        if told and before.endswith(_TIMES_SIGN):
            return True
        if measure == "level" and self.scaled and self._scale(token):
            return True  # the scale at the head of a column
        if told and before.endswith(_FOR_EACH) and _EVERY.search(before):
            return True  # for every 100 people
        if self.surveyed and _SURVEY.search(text, max(0, start - 40), start):
            return True  # a survey of 10,000 mobile users
        follows = text.startswith(" ", end)  # do words follow at once?
        things = _THINGS.match(text, end) if follows else None
        if things is not None and things["what"] not in self.vocabulary.neutral:
            beside = (things.start("what"), things.end())
            if not any(t.start < beside[1] and beside[0] < t.end for t in self.row.tokens):
                return measure == "level"  # 2.3 billion comments
        if told and "than " in before and _THAN.search(before) and not self.row.dated(token):
            return True  # lower than the 17.6 percent elsewhere
        if self.there and _THAN_THERE.match(text, end):
            return True  # 35.4 points lower than in urban areas
        if self.annual and _THRESHOLD.search(text, max(0, start - 80), start):
            return True
        if told and before.endswith(_AT_LEAST) and _SIZED.search(text, max(0, start - 80), start):
            return True  # firms that register at least 5 million yuan
        pace = _PACE.match(text, end) if self.paced and follows else None
        if pace is not None and not (pace[0].endswith("month") and of_one(q)):
            return True  # 76,000 parcels per minute; not 10 GB a head each month
        if self.lines and _LINE.match(text, start):
            return True
        if self.brief or self.one_day <= start:
            return True
        if self.days and self.days.start() < start:
            return True
        if self.covers and measure == "percent" and self._covers(start):
            return True
        if follows and _DOING.match(text, end):
            return True  # 39.9 percent of them going online
        if follows and self.counts.either(end):
            return True
        if measure == "percent" and follows and self.counts.use_else(end):
            return True
        return self._noun(token, q, measure, codes) or (
            measure == "percent" and follows and self._part(end, codes)
        )

    def _scale(self, token: Token) -> bool:
        """Is a number the unit that a label states in a bracket: mobile users (10 000 subscribers)?"""
        start, end = token.start, token.end
        stated = self.text.endswith("(", 0, start) or _STATED.search(self.text, 0, start)
        return bool(stated and _ROUND.match(self.text, start) and _CLOSES.match(self.text, end))

    def _within(self, rank: Token) -> bool:
        """Is a rank one among the cities of a province: third in Guangdong?"""
        after = self.row.tokens[self.row.first(rank.end) :][:1]
        if not after or after[0].kind != "place" or self.text[rank.end : after[0].start] != " in ":
            return False
        place = after[0].word.territory
        return self.row.vocabulary.country(place) != place

    def _noun(self, token: Token, q: Quantity, measure: str, codes: Sequence[str]) -> bool:
        """Does a noun that is not of what is spoken of say what a number counts or rates?"""
        if "noun" not in self.row.told or (q.unit and measure == "level"):
            return False
        first = self.row.first(token.end)
        noun = self.row.tokens[first] if first < len(self.row.tokens) else None
        if noun is None or "noun" not in noun.cues:
            return False
        if measure == "percent":  # an 80.6% penetration rate
            other = noun.start - token.end < 2 and not noun.text.startswith("penetration")
        else:  # 1.85 million base stations and 450 million 5G end users
            between = self.text[token.end : noun.start]
            other = measure == "level" and _WORDS.fullmatch(between) is not None
        return other and not self.vocabulary.generic(noun.text, codes)

    def _part(self, end: int, codes: Sequence[str]) -> bool:
        """Is a percentage that ends at a place one of something else: 98 percent of counties?"""
        whole = _WHOLE.match(self.text, end) or PROVINCE.match(self.text, end)
        part = None if whole else _PART_OF.match(self.text, end)
        if part is None or part["noun"] in _ALL:
            return False
        if part["noun"] in _SENT and self.counts.pieces:
            return False
        names = [t for t in self.row.tokens if t.kind == "name" and t.end < end]
        codes = [*codes, *(n.code for t in names[-1:] for n in t.word.plain)]
        if self.vocabulary.generic(part["phrase"].strip(), codes) or _BASE_OF.search(
            part["phrase"]
        ):
            return False
        beside = (end, part.start("noun") + 12)
        return not any(
            t.kind in ("name", "place") and beside[0] < t.end and t.start < beside[1]
            for t in self.row.tokens
        )
