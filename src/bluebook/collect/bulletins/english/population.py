"""English: how many of all people do something: 73% of the population used the internet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluebook.collect.bulletins.amounts.hedges import HEDGED
from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.settled import LIVING
from bluebook.collect.bulletins.lexicon.derived import rates
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Name
from bluebook.model.catalogue import Catalogue

if TYPE_CHECKING:
    from bluebook.collect.bulletins.english.after import After

# How many of all people do something: 73% of the population used the internet.
_ALL_PEOPLE = (
    r" of (?:(?:the|all|its|china's|chinese|country's|nation's|total|(?P<where>rural|urban|(?:country|city|town)(?= (?:dwellers|folk|people|residents))))(?: |$))*"
    r"(?P<who>people|folk|population|residents|inhabitants|citizens|villagers|persons|dwellers|individuals|households|homes|families|(?<=%)|(?<= cent)|(?<=chinese ))"
    r"(?: of china| in (?:china|the (?:whole )?country|(?:the )?(?P<in>rural|urban|countryside|villages|cities|towns)(?: areas)?))?"
)
_WHO_USE = re.compile(_ALL_PEOPLE + r"(?=[,.;]|$| (?:in|at|by|as)\b)")
_PEOPLE = re.compile(
    _ALL_PEOPLE
    + r" ?(?:(?:was|is|now|already) )*(?P<what>(?:(?:were|are|had|have|has|now|already) )*"
    r"(?:online|using|uses?|used|accessed|access|go(?:es)? online|went online|surf|connected|internet|subscribed|take|taking"
    r"|(?:fixed )?broadband|an? (?:fixed )?broadband)\b[^,;.:()]*)"
)
# How many of all people something is for: the internet was within reach of 22.6 percent of them.
_FOR_PEOPLE = re.compile(
    r"\b(?:the )?(?P<thing>[a-z][a-z-]*(?: [a-z-]+)?),? (?:(?:(?:was|were|is|are|has|have|had|been|being|now|already|only|still) )*)"
    rf"(?:within (?:the )?reach of|us(?:ed|able) by|in use by|accessed by|in the hands of) {HEDGED}$"
)


def _used_by(text: str, number: Token) -> str:
    """What something does for people that a number before "of the population" is of."""
    by = _FOR_PEOPLE.search(text, max(0, number.start - 90), number.start)
    return f"use {by['thing']}" if by and _WHO_USE.match(text, number.end) else ""


def rate_of_people(after: After, found: Lead, number: Token) -> Subject | None:
    """The rate that those are of all people who do something: 73% of people were online."""
    q, text, catalogue = number.quantity, after.text, after.catalogue
    if q is None or found.close or after.teller.measure(q) != "percent":
        return None
    by = _used_by(text, number)
    clause = _WHO_USE.match(text, number.end) if by else _PEOPLE.match(text, number.end)
    if clause is None:
        return None
    what = by or clause["what"]
    rate = _rate(catalogue, what, clause["where"] or clause["in"] or clause["who"])
    if rate is None:
        return Subject(None, what)
    found.near = (found.near - {"part", "share"}) | {"level"}
    found.wholes, found.within = [], ""
    return Subject(rate, f"people {what}")


# The same before its number: the share of the population using the Web rose to 25.5 percent.
_SHARE_WHO = re.compile(
    r"\b(?:share|proportion|percentage)"
    + _ALL_PEOPLE.replace("|(?<=%)|(?<= cent)", "")
    + r" (?P<what>(?:(?:who|that|are|were|is|was|now|regularly|already|of) )*"
    r"(?:us(?:e[sd]?|ing)|online|go(?:es|ing)? online|gets? online|on|connected to|with (?:access|a connection) to|with broadband|(?:have|having) access to|access(?:ing)?|surf(?:ing)?)\b"
    r"(?: (?:the )?(?:web|internet|net|mobile internet|(?:fixed )?broadband)\b)?)"
)
_HOUSEHOLDS = frozenset(("households", "homes", "families"))
_SHARED = ENGLISH.group("share of", "proportion of", "percentage of")


def shares_of_people(text: str, catalogue: Catalogue) -> Iterator[Token]:
    """The names of the rates that a sentence calls shares of people who do something."""
    if _SHARED not in ENGLISH.found(text):
        return
    for match in _SHARE_WHO.finditer(text):
        where = match["where"] or match["in"] or match["who"]
        rate = _rate(catalogue, match["what"], where)
        if rate is not None:
            yield name(text, *match.span(), rate.code)


def _rate(catalogue: Catalogue, what: str, where: str) -> Name | None:
    """The rate of those who do something, among all people or those who live in one kind of place."""
    known = phrases(catalogue)
    code = known.first(f"people {what}")
    if where in _HOUSEHOLDS:
        return _of_homes(catalogue, code or known.first(what) or known.first(f"{what} users"))
    of = rates(catalogue, Name(code)).values() if code in catalogue.indicators else ()
    rate = next((r for r in of if catalogue.indicator(r.code).unit == "percent"), None)
    where = LIVING.get(where, where)
    if rate is None or where not in known.words.settled:
        return rate
    named = catalogue.indicator(rate.code).name.get("en", "").lower()
    code = known.words.joined(known.words.bag(WORD.findall(named)), (where,))
    return Name(code) if code in catalogue.indicators else None


def _of_homes(catalogue: Catalogue, code: str) -> Name | None:
    """The rate of those who do something, among all households."""
    words = phrases(catalogue).words
    what = tuple(w for w in words.main(code) if not words.headed((w,))) if code else ()
    found = words.joined(what, ("household", "penetration")) if what else ""
    return Name(found) if found in catalogue.indicators else None
