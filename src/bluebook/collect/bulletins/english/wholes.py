"""English: a list of parts that is said together is the whole that was just spoken of.

Emerging business. Data centers, big data, cloud computing and so on together completed revenue of …
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.words import EITHER
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Expression, Name
from bluebook.model.catalogue import Catalogue

_TOGETHER = re.compile(r"\b(?:together|jointly|combined|in total|altogether|a total of)\b")
_ALL = ENGLISH.group("together", "jointly", "combined", "in total", "a total of")
# What a percentage is of that is all there is, said otherwise than as the total: of the top line.
_END = r"(?=[,.;:)]|$| (?:in|by|at|and|from|but|while|last|this|up|down|compared|against|versus)\b)"
_ITS = (
    r"(?:(?:the|all|its|their|total|entire|whole|overall|combined|three"
    r"|(?:country|nation|china|industry|sector|market|group|company|business)'s|(?:carriers|operators|telcos|companies|firms)') )*"
)
WHOLE = (
    rf" of (?:all|that|this){_END}"
    rf"| of {_ITS}(?:top line|takings|turnover|pie|(?:everything (?:that )?|what )(?:the |they )?[a-z ]{{0,30}}?(?:earn(?:ed|s)?|ma(?:ke|kes|de)|t(?:akes?|ook) in|br(?:ings?|ought) in|sells?|sold)){_END}"
    rf"| of {_ITS}(?<=total |erall |bined |whole |ntire |try's |tor's |ket's )(?:revenue|income|sales|earnings|volume|parcels|users|subscribers|customers)(?: of the (?:whole |entire )?(?:industry|sector|market|trade))?{_END}"
    rf"| of the (?:revenue|income|sales|earnings|volume) of the (?:whole |entire |overall )?(?:industry|sector|market|trade){_END}"
)
# What a city's part is of.
PROVINCE = re.compile(r" of (?:the|its) (?:provincial|province(?:'s|-wide)?) (?:total|sum)\b")
# What stands between the name of a part and that of its whole: 5G's share of all mobile lines.
_ITS_SHARE = re.compile(
    r"(?:'s?)? (?:(?:own|combined|total|overall|relative) )?(?:share|proportion|percentage) (?:of|in) (?:(?:all|the|total|its|their|overall|country's|nation's|number of) )*"
)
ENOUGH = 2  # parts of the whole that tell that it is meant


def its_share(found: Lead, text: str) -> None:
    """The second of two names before a number is the whole: 5G's share of all mobile lines rose to."""
    part, whole = found.subjects[-2:]
    if _ITS_SHARE.fullmatch(text, part.end, whole.start):
        found.subjects, found.wholes = found.subjects[:-1], [*found.wholes, whole]


def whole_of(
    text: str, tokens: list[Token], spoken: Expression | None, catalogue: Catalogue
) -> list[Token]:
    """The tokens of a sentence with the whole in place of a list of its parts before a number."""
    said = _TOGETHER.search(text) if _ALL in ENGLISH.found(text) else None
    if said is None or not isinstance(spoken, Name):
        return tokens
    first = next((t.start for t in tokens if t.kind == "number"), 0)
    names = [t for t in tokens if t.kind == "name" and t.end <= said.start()]
    parts = [t for t in names if _part(t, spoken.code, catalogue)]
    if len(parts) < ENOUGH or first < said.end():
        return tokens
    begin, end = names[0].start, names[-1].end
    # … together completed revenue of: what is a part of all revenue
    above = catalogue.indicator(spoken.code).part_of
    kept = [t for t in tokens if t.end <= begin or t.start >= end]
    kept = [t for t in kept if t.start >= first or not _is(t, above)]
    at = sum(t.end <= begin for t in kept)
    return [*kept[:at], name(text, begin, end, spoken.code), *kept[at:]]


def _is(token: Token, code: str) -> bool:
    return any(naming.code == code for naming in token.word.namings)


def _part(token: Token, whole: str, catalogue: Catalogue) -> bool:
    """May a name stand for a part of an indicator?"""
    codes = {naming.code for naming in token.word.namings if EITHER not in naming.code}
    return any(catalogue.indicator(code).part_of == whole for code in codes)
