"""English: of what numbers are parts, as the words right behind them have it, and whose parts."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGED
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.dating import Dating
from bluebook.collect.bulletins.english.kin import Kin
from bluebook.collect.bulletins.english.others import Others
from bluebook.collect.bulletins.english.settled import of_where
from bluebook.collect.bulletins.english.wholes import PROVINCE, WHOLE
from bluebook.language.expression import Call

_OF_ALL = re.compile(
    r" of (?:all|total|the country's|its) (?:users|subscribers|customers|subscriptions|accounts|connections)(?=[,.;)]|$)|"
    r" of(?: (?:the|its|their))?(?: (?:country's|nation's|national|province's|overall))? total(?=[,.;)]| (?:in|by|at|and)\b| \(|$)"
    r"|" + WHOLE
)
_MONTHLY = re.compile(r" with (?:an? )?monthly ")
# 60 million over twelve months: than a year before.
_IN_A_YEAR = re.compile(
    r" (?:more )?(?:in|over|within|during) (?:the (?:past|last|previous|preceding) )?(?:12|twelve) months\b"
)
# Ranked seventh in the nation in terms of growth; the growth rate of revenue was 7.2 percent, ranking …
_RANKED_BY = re.compile(
    r"(?: [a-z']+){0,5} (?:in terms of|by|in|for|measured by|as to|on) (?:its |the |year-on-year )*(?:growth|speed|pace|rate of (?:growth|increase|expansion))\b(?! in\b| of\b)"
)
_GROWTH_WAS = re.compile(
    r"\bgrowth(?: rate| pace)? (?:of|in) [^,;:.\d]{3,60} (?:was|were|reached|stood at|hit|came to|at) [\d.]+ ?(?:%|per ?cent),? (?:which )?(?:and )?(?:(?:rank(?:s|ed|ing)?|plac(?:ed|ing)|com(?:es|ing)|came|the|it) ?)*$"
)
# What a place does: the eastern region handled 79.4 percent of …
_HANDLED = re.compile(
    r"(?: (?:alone|also|still|now|together))? (?:handled|delivered|processed|collected|shipped|sent|received|took(?: in)?|takes|had|has|earned|generated|produced|owned|hosted|is home to|was home to)"
    rf" {HEDGED}(?=\d)"
)
_THEIR_OWN = re.compile(r" of (?:all )?(?:its|their|these|those) (?:[\d.,]+ )?(?:[a-z]+ ){0,3}$")
_INDUSTRY = ("industry", "sector", "market", "trade")
_OVER = (" in ", " over ", " within ", " during ")


class OfWhat(Dating):
    """Tells of what the numbers of one English sentence are parts."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.others = Others(row, after_days=context.days)
        self.kin = Kin(row, subjects, context)
        self.placed = False  # was the last percentage that of a place?
        self.of_all = 0  # where ends what a percentage is of that is all there is

    def of_what(self, found: Lead, tail: list[Token], group: list[Token], measure: str) -> None:
        """What the words right behind a number say of it: of the total, monthly, of villagers."""
        last = group[-1]
        if measure == "percent" and PROVINCE.match(self.text, last.end):
            self._of_province(found)
        if measure != "level" and self._parts(found, group[0], last):
            found.near.add("part")
            of_all = _OF_ALL.match(self.text, last.end)
            if of_all and of_all[0].endswith(_INDUSTRY):
                self.of_all = of_all.end()  # of the total income of the industry
        elif measure == "level" and not tail and _MONTHLY.match(self.text, last.end):
            found.near.add("mom")  # a net decline of 0.10 million with a monthly decline rate of
        if self.text.startswith(_OVER, last.end) and _IN_A_YEAR.match(self.text, last.end):
            found.near.add("yoy")
        if measure == "rank" and (
            _RANKED_BY.match(self.text, last.end)
            or _GROWTH_WAS.search(self.text, 0, group[0].start)
        ):
            found.near.add("growth")
        if self.kin.settling and measure == "percent":
            of_where(self.text, found, last)

    def _of_province(self, found: Lead) -> None:
        """A city's part of its province: 25 percent of the provincial total."""
        places = [t.word.territory for t in found.sets if t.kind == "place"]
        for place in filter(None, (*reversed(places), *self.context.places[:1])):
            above = self.catalogue.territory(place).parent
            if above and self.catalogue.territory(above).level == "province":
                found.near.add("part")
                found.within = above
                return

    def _within_another(self, token: Token) -> bool:
        """Is it a place that is a part of another?"""
        return token.kind == "place" and self.catalogue.territory(token.word.territory).parent != ""

    def of_place(self, found: Lead) -> bool:
        """Is a percentage that of a place: the east generated 79.8% of parcels and 80.3% of revenue?"""
        if found.subjects or found.entity or found.unknown:
            self.placed = False
        elif found.near == {"level"} == {*found.verbs} or found.near in (
            {"pull"},
            {"part"},
        ):
            self.placed = any(self._within_another(t) for t in found.sets)
        elif found.near <= {"list", "with"} and any(
            self._within_another(t) and _HANDLED.match(self.text, t.end) for t in found.sets
        ):
            self.placed = True
        else:
            there = any(t.kind == "place" for t in found.sets)
            self.placed = self.placed and found.near <= {"with"} and not there
        return self.placed

    def within_country(self, found: Lead, subjects: list[Subject]) -> None:
        """83 billion parcels, with Guangdong accounting for 26 percent: of those in the country."""
        places = [t.word.territory for t in found.sets if t.kind == "place"]
        said = self.context.said
        if (
            set(places[:-1]) - {self.context.territory}
            or not places
            or found.subjects
            or found.within
            or found.entity
            or found.unknown
        ):
            return
        match said:
            case Call("share", (part, *_), (("within", _),)) if not isinstance(part, str):
                said = part
        if said is None or [s.expression for s in subjects] != [said]:
            return
        above = self.catalogue.territory(places[-1]).parent
        if above and self.catalogue.territory(above).level == "region":
            above = self.catalogue.territory(above).parent
        found.within = above

    def _parts(self, found: Lead, first: Token, last: Token) -> bool:
        """Is a percentage a part of all: 41.5 percent of the total; 312 million of them, 29.1%?"""
        if not found.unknown and _OF_ALL.match(self.text, last.end):
            return True
        return not found.near and self.others.of_total(first.start)

    def of_places(self, found: Lead, subjects: list[Subject]) -> list[Subject]:
        """Eastern, central and western China accounted for … of express volume: it is theirs."""
        above = {self.catalogue.territory(p).parent for p in self.context.places if p}
        if found.entity or found.subjects or len(above) != 1:
            return subjects
        if any(s.expression for s in subjects) and not self.placed:
            return subjects
        if "" in above:
            return subjects  # China and Brazil are parts of no place
        if _THEIR_OWN.search(self.text, 0, found.wholes[-1].start):
            return subjects  # in the city 91.4 percent of its broadband users
        whole = self.subjects.named(found.wholes[-1])
        found.wholes, found.within = [], above.pop()
        if found.within:
            within = self.catalogue.territory(found.within)
            found.within = within.parent if within.level == "region" else found.within
        return [whole] * len(self.context.places)
