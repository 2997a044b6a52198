"""English: those who live in one kind of place: 78.1% in urban areas and 58.6% in rural ones."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Name
from bluebook.model.catalogue import Catalogue

SETTLEMENTS = ENGLISH.group("urban", "rural", "cities", "towns", "countryside", "village")
_WHERE = r"(?P<where>urban|rural|cities|towns|countryside|villages)\b"
_KINDS = {"cities": "urban", "towns": "urban", "countryside": "rural", "villages": "rural"}
_AFTER = re.compile(
    rf" (?:of (?:them|these|those|whom|which) )?(?:(?:living|lived|were|are) )?(?:among|in|for) (?:the |its |china's |chinese )*{_WHERE}"
)
# Rural: 58.6%; in the countryside it was 58.6%.
_BEFORE = re.compile(
    rf"(?:^|[:;,] |\band |\bwhile |\bbut )(?:in |for |among )?(?:the |its |china's |chinese )*{_WHERE}"
    r"(?: (?:areas|regions|parts|ones|china|residents|people|dwellers))?"
    r"(?:,? (?:it|they|the (?:rate|figure|number|share))(?: was| is| were| reached| stood at| came to)?|:| at| with)? ?$"
)
# Everywhere, after a figure of those who live in one kind of place: against 70.4% nationwide.
_EVERYWHERE = re.compile(
    r" (?:nationwide|nationally|overall|countrywide|across the (?:country|nation)"
    r"|(?:in|for) (?:china|the (?:whole |entire )?(?:country|nation))(?: as a whole)?)\b"
)


def settled(text: str, number: Token) -> str:
    """Where they live, "rural" or "urban", whom the words beside a number say it is of."""
    match = _AFTER.match(text, number.end) or _BEFORE.search(
        text, max(0, number.start - 80), number.start
    )
    return _KINDS.get(match["where"], match["where"]) if match else ""


def of_those(catalogue: Catalogue, subject: Subject, text: str, number: Token) -> Subject:
    """The indicator of those whom a number is of, who live in one kind of place or everywhere.

    Where the catalogue knows nothing of them the subject stays, which is not theirs.
    """
    x = subject.expression
    if not isinstance(x, Name):
        return subject
    words = phrases(catalogue).words
    own = words.bag(WORD.findall(catalogue.indicator(x.code).name.get("en", "").lower()))
    where = settled(text, number)
    plain = tuple(w for w in own if w not in words.settled)
    if where and where not in own:
        code = words.joined(plain, (where,))
    elif plain != own and _EVERYWHERE.match(text, number.end):
        code = words.code(plain)
    else:
        return subject
    return Subject(Name(code), subject.words) if code in catalogue.indicators else subject
