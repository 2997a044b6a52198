"""English: those who live in one kind of place: 78.1% in urban areas and 58.6% in rural ones."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Name
from bluebook.model.catalogue import Catalogue

SETTLEMENTS = ENGLISH.group("urban", "rural", "cities", "towns", "countryside", "village")
_WHERE = r"(?P<where>urban|rural|cities|towns|countryside|villages)\b"
LIVING = {
    "villagers": "rural",
    "country": "rural",
    "city": "urban",
    "town": "urban",
    "cities": "urban",
    "towns": "urban",
    "countryside": "rural",
    "villages": "rural",
}
_AFTER = re.compile(
    rf" (?:of (?:them|these|those|whom|which) )?(?:(?:living|lived|were|are) )?(?:among|in|for) (?:the |its |china's |chinese )*{_WHERE}"
)
# Rural: 58.6%; in the countryside it was 58.6%.
_BEFORE = re.compile(
    rf"(?:^|[:;,] |\b(?:and|while|but|in|for|among|of) )(?:in |for |among |of )?(?:the |its |china's |chinese )*{_WHERE}"
    r"(?: (?:areas|regions|parts|ones|china|residents|people|dwellers|inhabitants))?"
    r"(?:(?:,? (?:it|they|the (?:rate|figure|number|share)))?(?: was| is| were| reached| stood at| came to)?|:| at| with)"
    rf"{HEDGES} ?$"
)
# Everywhere, after a figure of those who live in one kind of place: against 70.4% nationwide.
_EVERYWHERE = re.compile(
    r" (?:nationwide|nationally|overall|countrywide|across the (?:country|nation)"
    r"|(?:in|for) (?:china|the (?:whole |entire )?(?:country|nation))(?: as a whole)?)\b"
)
# A sentence that goes on about what the one before was about: in the countryside, it was 58.6%.
_GOES_ON = re.compile(
    rf"[\"' ]*(?:(?:but|and|while|yet|however|meanwhile),? )?(?:in|among|for) (?:the |china's |chinese )*{_WHERE}[a-z ]{{0,20}},? "
    r"(?:it|the (?:rate|figure|number|share)) (?:was|is|stood|reached|came)\b"
)
_AMONG = re.compile(r"\b(?:among|in|for|of) (?:the |its |china's |chinese )*$")


def goes_on(text: str) -> bool:
    """Does a sentence tell of those in one kind of place what the one before told of all?"""
    return _GOES_ON.match(text) is not None


def of_where(text: str, found: Lead, number: Token) -> None:
    """Of whom a rate is, is no subject: the rate among rural residents; penetration: urban 78.1%."""
    rest = [t for t in found.subjects if not _whose(text, t)]
    if len(rest) < len(found.subjects):
        found.subjects = found.joined = rest
        found.close = found.close and bool(rest)
    if found.unknown in ("rural", "urban") and settled(text, number):
        found.unknown, found.close = "", bool(found.subjects)


def _whose(text: str, name: Token) -> bool:
    lives = name.text.startswith(("rural ", "urban ")) and not name.word.plain
    return lives and _AMONG.search(text, max(0, name.start - 24), name.start) is not None


def settled(text: str, number: Token) -> str:
    """Where they live, "rural" or "urban", whom the words beside a number say it is of."""
    match = _AFTER.match(text, number.end) or _BEFORE.search(
        text, max(0, number.start - 80), number.start
    )
    return LIVING.get(match["where"], match["where"]) if match else ""


def of_those(catalogue: Catalogue, subject: Subject, text: str, number: Token) -> Subject:
    """The indicator of those whom a number is of, who live in one kind of place or everywhere.

    Where the catalogue knows nothing of them the subject stays, which is not theirs.
    """
    x, q = subject.expression, number.quantity
    if not isinstance(x, Name) or q is None or q.kind == "rank":
        return subject
    words = phrases(catalogue).words
    own = words.main(x.code)
    where = settled(text, number)
    plain = tuple(w for w in own if w not in words.settled)
    if where and where not in own:
        code = words.joined(plain, (where,))
    elif plain != own and _EVERYWHERE.match(text, number.end):
        code = words.code(plain)
    else:
        return subject
    return Subject(Name(code), subject.words) if code in catalogue.indicators else subject
