"""English: what several places have is none of the nation's: thirteen provinces had over 1 trillion yuan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.hints import ENGLISH

MANY = (
    r"(?:(?<![\d.,])\d{1,3}(?![\d.,])|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|several|many|some|most|other|various|few|both"
    r"|dozens of|a (?:number|dozen|handful|majority|few) of|(?:the )?top)"
)
KIND = (
    r"(?:of the|the|chinese|china's|the country's|other|different|major|main|large|larger|big|bigger|small|smaller|more|such|top|leading|coastal"
    r"|inland|eastern|western|central|northern|southern|developed|prefecture-level|provincial-level|pilot|key|first-tier"
    r"|two|three|four|five|six|seven|eight|nine|ten)"
)
PLACES = (
    r"(?:provinces|cities|municipalities|regions|prefectures|counties|districts|villages|towns|townships|places|areas"
    r"|localities|countries|markets|provincial(?:-level)? (?:regions|areas|divisions))"
)
_ONE = (
    r"(?:province|city|municipality|region|prefecture|county|district|village|town|place|country)"
)
_HAVE = (
    r"(?:had|has|have|each|all|handled|reported|saw|recorded|posted|boast(?:s|ed)?|exceed(?:s|ed)?|generated|built|delivered|reached"
    r"|account(?:s|ed)?|contributed|registered|topped|surpassed|achieved|completed|collected|earned|took|made|set up|added|now|already|together|combined)"
)
_SEVERAL = re.compile(
    rf"(?:(?P<of>\b(?:in|across|of|to|from|among|covering|into|for|serving|reaching) )(?:more than |over |nearly |about |all )?)?"
    rf"\b(?:{MANY}(?: {KIND}){{0,3}} {PLACES}|(?:each|every|no)(?: {KIND})? {_ONE})(?:,? (?:and|or) (?:autonomous )?{PLACES}){{0,2}}"
    rf"(?: (?:in|across|of) (?:the country|china|the nation))?,?(?P<has> {_HAVE}\b| (?:with|whose|where)\b)"
)
_THERE_ARE = re.compile(r"\b(?:there (?:are|were)|the number of|number of)(?: [a-z]+){0,3} $")
_HINTS = ENGLISH.group(
    "provinces", "province", "cities", " city", "municipalit", "regions", "prefecture", "count", "district", "village",
    "town", "places", "areas", "localities", "markets", "provincial",
)  # fmt: skip
_WHILE = re.compile(r";|\b(?:while|whereas)\b|, (?:but|and the country)")


def several(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where a sentence tells what several places have, whom no name tells: what stands there is nobody's."""
    if _HINTS not in ENGLISH.found(text):
        return []
    found = []
    for match in _SEVERAL.finditer(text):
        has = match["has"].strip()
        if match["of"] or (
            has in ("with", "whose", "where") and not _THERE_ARE.search(text, 0, match.start())
        ):
            continue
        ends = [t.start for t in tokens if t.kind == "place" and t.start >= match.end()]
        if match[0].startswith("no "):
            ends = []  # no province has more than Guangdong, which had …
        if (other := _WHILE.search(text, match.end())) is not None:
            ends.append(other.start())
        found.append((match.end(), min(ends, default=len(text))))
    return found
