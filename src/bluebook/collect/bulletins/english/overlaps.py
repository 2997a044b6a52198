"""English: names that are made, among the tokens that they overlap."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.segments import Part
from bluebook.collect.bulletins.lexicon.vocabulary import Naming

_HANDLED = re.compile(r" (?:handled|delivered|processed|sent|shipped|collected)")


def token_of(
    text: str, span: tuple[int, int], tokens: list[Token], code: str, phrases: Phrases
) -> Token | None:
    """The name as a token, to where a place or "three operators" stands in it.

    It begins where a name does that holds more words which say nothing: the total number of.
    """
    start, end = span
    end = next((t.start for t in tokens if t.kind == "place" or "scope" in t.cues), end)
    for t in tokens:
        if t.start < start and t.kind == "name" and phrases.words.empty_of(text[t.start : start]):
            start = t.start
    return name(text, start, end, code) if text[start:end].strip() else None


def known(text: str, token: Token, made: Token, told: str, part: Part) -> bool:
    """Does a token say something else of what a phrase has been taken for?"""
    if token.end <= made.start or made.end <= token.start:
        return False
    done = told and token.start == made.start and _HANDLED.fullmatch(text, made.end, token.end)
    outside = token.start < made.start or (token.end > made.end and not done)
    if token.kind == "number":
        each = text.endswith((" per ", " a ", "/"), token.start, made.start)  # yuan per parcel
        return each or not (token.start < made.start < token.end <= made.end)
    if token.kind != "name":
        return token.kind == "when" or "entity" in token.cues
    whole = (token.start, token.end) == (made.start, made.end)
    if token.word.plain:
        return outside or whole or not part.code
    stands = any(_stands(n, text) for n in token.word.namings)
    return outside or (whole and not told and stands)


def cut(token: Token, made: list[Token]) -> Token:
    """A number whose unit is a name: 95.64 billion parcels."""
    q = token.quantity
    unit = next((m for m in made if token.start < m.start < token.end), None)
    if unit is None or q is None:
        return token
    end = token.start + len(token.text[: unit.start - token.start].rstrip())
    text = token.text[: end - token.start]
    return replace(token, end=end, text=text, quantity=replace(q, end=end, unit=""))


def _stands(naming: Naming, text: str) -> bool:
    """Do the conditions of a name stand in its own sentence?"""
    return all(any(w in text for w in c.split("|")) for c in naming.conditions)
