"""Whose figures an English sentence tells, where they are a company's and not the place's own.

Of the companies and the countries that a sentence names, the last before a number is the one that
it is of; a company may also follow it: 68.1 million were attributed to China Mobile. All the
operators together are the industry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.text.once import once

_TRADE = r"(?:wireless|mobile|mobile phone|cellular|telecoms?|telecommunications?|fixed-line|internet|broadband|express|courier|delivery|parcel|phone|network)"
_RANK = r"(?:top|largest|biggest|leading|dominant|smallest|incumbent|(?:no ?\.? ?|number[- ])(?:[1-4]|one|two|three)|(?:second|third|fourth)[- ](?:largest|biggest|ranked)|state-run|state-owned|fourth|newest)"
# What companies are called: China's largest mobile carrier, Beijing Unicom, the telco.
_CALLED = re.compile(
    rf"\b{_RANK}(?: [a-z-]+)?? {_TRADE}?(?: {_TRADE})?(?: services?)? ?"
    r"(?:operator|carrier|telco|provider|firm|company|courier|player)\b"
    rf"|\b{_RANK} of (?:the|its|china's|all)(?: [a-z-]+){{1,3}} (?:operators|carriers|telcos|giants|firms|companies|players)\b"
)
_BRANCH = re.compile(
    r" (?:mobile|unicom|telecom|netcom|cellular|telstar)(?= (?:said|had|has|reported|added|announced|is|was|will|plans|also|which|saw|posted|claimed|ended|were|and|with|on|in|to|at|;)|'s|[,.;)]|$)"
    r"(?! and (?!(?:[a-z]+ ){1,2}(?:mobile|unicom|telecom|netcom)\b))"
)
_OF = (
    r"(?: (?!and |while |which |in |as )[a-z0-9-]+){0,3}? (?:attributed to|attributable to|(?:is|are|was|were)? ?from|belong(?:ed|ing|s)? to|coming from|came from"
    r"|contributed by|held by|owned by|claimed by|signed up (?:by|with|to)|served by|operated by|built by|at|with|for|by|on|of)"
    r"(?: the)? "
)
_AFTER = re.compile(_OF)
_SAYS = re.compile(
    r"(?:according to|citing|told|cited by|quoting|data from|(?:research|analysts?|report|statistics|unit|arm|rival|rivals|competitor|chairman|president|ceo|head|shares) (?:of|from|by|at|to))(?: the)? $"
)
# Words for the industry or the nation, after which a number is no company's.
_ALL = re.compile(
    r"\b(?:nationwide|the (?:country|nation|industry|sector|market)(?:'s)?(?! (?:top|largest|biggest|second|third|leading|no|main|dominant|state))|overall|in total|industry-?wide|combined|altogether"
    r"|(?:two|three|four) (?:[a-z-]+ ){0,3}(?:operators|carriers|telcos|giants|firms|companies)|all (?:[a-z-]+ ){0,2}(?:operators|carriers|telcos))\b"
)
_WORLD = frozenset(("globally", "worldwide", "global", "europe", "the world", "hong kong"))
# Of which one company is one: the smallest of the three operators.
_ONE_OF = re.compile(
    rf"\b(?:one|the latter|{_RANK}) (?:of|among|in) (?:the |its |china's |country's |nation's |all )*$"
)


_BRANCHES = ENGLISH.group(" mobile", " unicom", " telecom", " netcom", " cellular")
_KINDS = ENGLISH.group(
    "operator", "carrier", "telco", "provider", "compan", " firm", "courier", "player"
)


def _firm(token: Token) -> bool:
    return "entity" in token.cues and token.text not in _WORLD


class Firms:
    """Tells the numbers of one English sentence that are a company's."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.text = row.text
        self.tokens = row.tokens
        self.told = row.told

    @once
    def firms(self) -> list[tuple[int, int, str]]:
        """The companies that are named, in order."""
        text, tokens = self.text, self.tokens
        if together(text, tokens, self.told):
            return []
        firms: list[tuple[int, int, str]] = []
        if "entity" in self.told:
            firms = [(t.start, t.end, t.text) for t in tokens if _firm(t)]
        if _BRANCHES in self.row.sought:
            for t in tokens:
                branch = _BRANCH.match(text, t.end) if t.kind == "place" else None
                if branch:
                    firms.append((t.start, branch.end(), text[t.start : branch.end()]))
        if _KINDS in self.row.sought:
            firms += [(m.start(), m.end(), m[0]) for m in _CALLED.finditer(text)]
        return sorted(firms)

    @once
    def marks(self) -> list[tuple[int, str]]:
        """Where a company ("its name") or the nation ("") is named, in order."""
        text = self.text
        marks = [(s, n) for s, _, n in self.firms if not _SAYS.search(text, max(0, s - 40), s)]
        nation = [t.start for t in self.tokens if t.kind == "place"]
        nation += [m.start() for m in _ALL.finditer(text)]
        for at in nation:
            if not any(s - 12 < at < e for s, e, _ in self.firms):
                marks.append((at, ""))
        return sorted(marks)

    def of(self, start: int, end: int) -> str:
        """The company that the number at a place of the sentence is of, else ""."""
        if not self.firms:
            return ""
        after = _AFTER.match(self.text, end)
        for s, _, name in self.firms if after else ():
            if after and s == after.end():
                return name
        before = [name for at, name in self.marks if at < start]
        return before[-1] if before else ""


# Three or four of a kind are all there are, with the one that is named beside them.
_SEVERAL = re.compile(
    r"\b(?:three|four) (?:[a-z-]+ ){0,4}(?:operators|carriers|telcos|giants|firms|companies|enterprises|players)\b"
)


def together(text: str, tokens: Sequence[Token], told: frozenset[str]) -> bool:
    """Does a sentence speak of all operators, by number or by their names?"""
    if "scope" in told:
        scopes = [t for t in tokens if "scope" in t.cues]
        if any(not _ONE_OF.search(text, max(0, t.start - 40), t.start) for t in scopes):
            return True
    return "entity" in told and (several(text) or _all_named(tokens))


def several(text: str) -> bool:
    """Does a sentence speak of the three or four companies that are all there are?"""
    if "three " not in text and "four " not in text:
        return False
    match = _SEVERAL.search(text)
    return match is not None and not _ONE_OF.search(text, max(0, match.start() - 40), match.start())


def _all_named(tokens: Sequence[Token]) -> bool:
    """Does a list name the companies of the industry: China Telecom, China Mobile and Unicom?"""
    run = 0
    for token in tokens:
        if "entity" in token.cues:
            run += 1
        elif not token.mark(",、") and "with" not in token.cues:
            run = 0
        if run >= 3:
            return True
    return False
