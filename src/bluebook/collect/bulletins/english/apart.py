"""English: numbers of a whole and of its parts that are told by where they stand.

Of which whole a share is (67.4 percent of a total user base of 1.38 billion), what is left of it
(the remaining 1.08 billion), of which things a rate is (28.4 for fixed phones and 33.9 for mobiles).
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGE, HEDGES
from bluebook.collect.bulletins.clause.context import Context, Subject, codes
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.sums import sums
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.language.expression import Call, Name

_BASE = re.compile(
    r" of(?: (?:a|an|the|all|its|their|china's|country's|nation's|total|combined|overall|national|whole|entire|chinese))*"
    rf"(?: (?:(?:user|subscriber|customer|subscription)? ?base |sum )?of)?{HEDGES} "
)
_OF_SO_MUCH = re.compile(
    rf"(?:,| of| \(|,? which (?:was|were|totall?ed|came to|stood at|reached)){HEDGES} ?"
)
_REST = re.compile(
    r"(?:^|[,;] |\b(?:and|while|with|for|leaving) )[\"']?the (?:rest|remainder|remaining|balance)\b"
    rf"(?: (?:of|came to|was|were|is|are|totall?ed|amounting to|{HEDGE}|the|it|them|revenue|parcels|users))*,? ?$"
)
_FOR = re.compile(
    r" (?:for|among|in) (?:the )?(?P<what>(?!the |last |this |a |an |each |every |all )[a-z][a-z0-9' -]{1,28}?)"
    r"(?=[,.;)]|$| (?:and|while|but|against|versus) | (?:in|at|by|during|last|this|over) )"
)

_GROWTH = r"(?:growth|growth rate|expansion|increase|rise)"
_ALL = r"(?: (?:the|that|this|its|total|overall|annual|year-on-year|china's|country's|nation's))*"
# A 3.6 percent growth in telecom revenue; so many points to that growth, of its growth.
_GROWTH_IN = re.compile(rf" (?:growth|growth rate|expansion) (?:in|of|for){_ALL} ")
_TO_GROWTH = re.compile(
    rf" (?:to|towards?|of){_ALL}(?: [\d.]+ ?(?:%|per ?cent))?(?P<grows> {_GROWTH}(?: in| of){_ALL})? "
)
_GROWS = re.compile(rf"(?:'s?)? {_GROWTH}\b")


class Apart(OneSentence):
    """Finds what numbers of one sentence are of beside other parts of a whole."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        super().__init__(row, subjects, context)
        self.resting = "the re" in row.text or "the balance" in row.text
        self.inside = -1  # where such a number begins that is told within the share
        self.base = -1  # where a number of the whole begins of which a share was told

    def beside(self, found: Lead, number: Token) -> Subject | None:
        """What a number that is no level is of, or is told of, that stands right behind it."""
        self.based(found, number)
        self.pulled(found, number)
        return self.growth_in(found, number)

    def based(self, found: Lead, number: Token) -> None:
        """A share before the number of its whole: 41 percent of the country's 1.3 billion accounts."""
        q = number.quantity
        if q is None or self.teller.measure(q) != "percent" or q.signed:
            return
        after = [t for t in self.row.following(number)[:4] if t.kind in {"number", "name"}]
        if len(after) > 1 and after[0].kind == "name" and after[1].quantity is not None:
            named = self.text.startswith(" of ", number.end)
            if named and _OF_SO_MUCH.fullmatch(self.text, after[0].end, after[1].start):
                self.base = self.inside = after[
                    1
                ].start  # of the industry's total revenue of 256.8 billion yuan
            return
        if not after or after[0].quantity is None or not after[0].quantity.scale:
            return
        if self.teller.measure(after[0].quantity) != "level":
            return
        if _BASE.fullmatch(self.text, number.end, after[0].start) is None:
            return
        found.near.add("part")
        if len(after) > 1 and after[1].kind == "name" and after[1].start - after[0].end < 2:
            found.wholes.append(after[1])
        else:
            self.base = after[0].start

    def growth_in(self, found: Lead, number: Token) -> Subject | None:
        """Whose growth a percentage is that names it right behind: 3.6 percent growth in revenue."""
        named = next((t for t in self.row.following(number)[:3] if t.kind == "name"), None)
        if named is None or not _GROWTH_IN.fullmatch(self.text, number.end, named.start):
            return None
        if found.has("pull", "contribution", "part", "share", "up", "down"):
            return None
        found.near.add("growth")
        found.wholes = []
        return self.subjects.named(named)

    def pulled(self, found: Lead, number: Token) -> None:
        """Whose growth so many points are added to: 0.6 points to the 3.6 percent growth in revenue."""
        q = number.quantity
        if q is None or self.teller.measure(q) != "points" or not found.has("pull", "net_up"):
            return
        named = next((t for t in self.row.following(number)[:5] if t.kind == "name"), None)
        to = _TO_GROWTH.fullmatch(self.text, number.end, named.start) if named else None
        if named and to and (to["grows"] or _GROWS.match(self.text, named.end)):
            found.near.add("pull")
            found.wholes = [named]

    def told(self, number: Token) -> Subject | None:
        """What a number is of: the whole of the share before it, or what is left of one."""
        if number.start == self.base:
            match self.context.inner:
                case Call("share", _, (("of", Name() as whole),)):
                    return Subject(whole, "the total")
            return Subject(None, "the total")
        if self.resting and _REST.search(self.text, 0, number.start):
            return self._rest()
        return None

    def _rest(self) -> Subject:
        """The only part of what is spoken of that was not told."""
        subject, met = self.context.subject, self.context.met
        spoken = codes(subject.expression) if subject and subject.expression else ()
        for known in sums(self.catalogue):
            if (
                known.equal
                and len(known.parts) > 1
                and not {*known.parts, known.whole}.isdisjoint(spoken)
            ):
                left = [part for part in known.parts if part not in met]
                if len(left) == 1:
                    return Subject(Name(left[0]), "the rest")
        return Subject(None, "the rest")

    def of_what(self, found: Lead, last: Token) -> Subject | None:
        """Of which things a rate is, whose name stands before several: 33.9 for mobiles."""
        match = _FOR.match(self.text, last.end)
        if match is None:
            return None
        known = phrases(self.catalogue).words
        bag = known.bag(WORD.findall(match["what"]))
        named = found.subjects[-1].text if found.close else ""
        subject = self.context.subject
        named = named or (subject.words if subject else "")
        heads = tuple(
            w for w in known.bag(WORD.findall(named)) if known.alike.get(w, w) in known.heads
        )
        if (
            not bag
            or not heads
            or not known.known.issuperset(known.folded(WORD.findall(match["what"])))
        ):
            return None
        code = known.joined(bag, heads)
        if not code or EITHER in code:
            return None
        return Subject(Name(code), f"{named} for {match['what']}")
