"""English: other countries that a text looks at beside its own: against 71 percent in the US.

A number beside them says of another country what the one before it said: a long way from the 71
percent in the US; India's 12.6 percent; the US, where it is 81 percent. A sentence that begins with
another country is of it alone: In South Korea the share was 28.7 percent.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token

_IN = re.compile(
    r"(?: (?:users|subscribers|subscriptions|netizens|people|of (?:the )?(?:population|people|users|households)))?"
    r" (?:in|for) (?:the )?"
)
_BEFORE = re.compile(
    r"(?:'s|s'|,? where (?:it|(?:the|its|their) (?:figure|rate|share|proportion|number|penetration)) (?:is|was|stands at|stood at|reached|had reached)"
    rf"|,? (?:at|with)|,? which (?:has|had)| had| has| \()?{HEDGES} ?"
)
_AND = re.compile(r"(?:,|,? and|,? or|,? &)(?: in)?(?: the)? ?")
_AT_HOME = re.compile(
    r"(?:^|[,;:] ?)(?:(?:but|and|while|meanwhile|by contrast),? )?(?:in|across|within|for) (?:the )?$"
)
_DOES = re.compile(
    r"'s? |,| (?:has|had|have|saw|sees|added|adds|recorded|registered|reached|reported|counts|counted|boasts|boasted|now|is|was"
    r"|with|alone|leads|led|ended|built|had built|follow(?:s|ed)|ranks|ranked|came|comes)\b"
)
_ITS = re.compile(
    r"[\"' ]*(?:its?|there|their|they|this|that|these|those|the (?:figure|number|rate|share)(?! of)|of (?:them|which)|up|down|the country)\b"
)


class Countries:
    """Tells of what other country the numbers of one sentence are."""

    def __init__(self, row: Row, home: str) -> None:
        self.row = row
        self.text = row.text
        self.home = home
        places = [t for t in row.tokens if t.kind == "place"] if "place" in row.kinds else []
        self.places = [t for t in places if self._other(t)]

    def _other(self, place: Token) -> bool:
        code = place.word.territory
        known = self.row.vocabulary.country(code) == code != self.home
        return known and self.home != ""

    def of(self, number: Token) -> str:
        """The other country that a number is said of, "" where it is of none or of several."""
        for place in self.places:
            if place.start >= number.end:
                near = _IN.fullmatch(self.text, number.end, place.start)
                if near is not None and not self._joined(place, number):
                    return place.word.territory
            elif _BEFORE.fullmatch(self.text, place.end, number.start):
                return "" if self._listed(place) else place.word.territory
        return ""

    def _joined(self, place: Token, number: Token) -> bool:
        """Is a country behind a number one of several that it is said of?"""
        after = next((t for t in self.row.tokens if t.start >= place.end and t.kind != "cue"), None)
        if after is not None and after.mark(","):
            after = next(
                (t for t in self.row.tokens if t.start > after.start and t.kind != "cue"), None
            )
        if after is None or after.kind != "place":
            return False
        if _AND.fullmatch(self.text, place.end, after.start) is None:
            return False
        # 71 percent in the US, Japan 68 percent
        return not _BEFORE.match(self.text, after.end) or not self._told(after)

    def _told(self, place: Token) -> bool:
        after = next((t for t in self.row.tokens if t.start >= place.end), None)
        return after is not None and after.kind == "number"

    def _listed(self, place: Token) -> bool:
        """Does another place stand right before one: Japan and South Korea, at 70 percent?"""
        before = next(
            (t for t in reversed(self.row.tokens) if t.end <= place.start and t.kind == "place"),
            None,
        )
        return before is not None and _AND.fullmatch(self.text, before.end, place.start) is not None


def visited(row: Row, home: str, before: str) -> str:
    """The other country that all of a sentence is of, "" where it is none's.

    `before` is the one that the sentence before was of, which "its" goes on about.
    """
    places = [t for t in row.tokens if t.kind == "place"] if "place" in row.kinds else []
    if not places:
        return before if before and _ITS.match(row.text) else ""
    first = places[0]
    code = row.vocabulary.country(first.word.territory)
    if code == home or any(row.vocabulary.country(t.word.territory) != code for t in places):
        return ""
    number = next((t.start for t in row.tokens if t.kind == "number"), 0)
    if first.start > number or first.word.territory != code or "chinese" in row.text:
        return ""
    if _AT_HOME.search(row.text, 0, first.start):
        return code
    begins = row.text[: first.start].strip(" \"'") in (
        "",
        "the",
        "for comparison,",
        "by comparison,",
        "by contrast,",
        "meanwhile,",
        "in contrast,",
    )
    return code if begins and _DOES.match(row.text, first.end) else ""
