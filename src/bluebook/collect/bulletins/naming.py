"""English: names that no list holds, put among the tokens of a sentence."""

from __future__ import annotations

import re
from operator import attrgetter

from msgspec.structs import replace

from bluebook.collect.bulletins.phrases import Bag, Part, Phrases
from bluebook.collect.bulletins.tokens import Token
from bluebook.collect.bulletins.vocabulary import Naming, Word

PLACE = attrgetter("start", "end")
# An industry that nothing known says more of: the automobile industry.
_OTHER = re.compile(r"\b(?!(?:and|or|by|as|s|said|while|but) )[a-z]+ (?:industry|sector|market)\b")
_CLAUSE = re.compile(r"[,;:]|\b(?:while|whereas|and|but)\b")


def composed(
    text: str, tokens: list[Token], phrases: Phrases, topic: Bag
) -> tuple[list[Token], Bag]:
    """The tokens with the names that phrases are, and the industry that the text speaks of."""
    made: list[Token] = []
    doer: Bag = ()
    done = 0
    for places, run in phrases.runs(text):
        if run.topic:
            topic = run.topic
        elif run.topic is not None and _OTHER.search(
            text, max(0, places[0][0] - 20), places[-1][1]
        ):
            topic = ()
        for part in sorted((*run.names, *run.open)):
            span = places[part.first][0], places[part.last - 1][1]
            near = doer and not _CLAUSE.search(text, done, span[0])
            told = phrases.joined(part.bag, doer) if near else ""
            bare = part.bag == ("volume",)  # of what was spoken of, no industry's
            code = told or part.code or ("" if bare else phrases.joined(part.bag, topic))
            token = _token(text, span, tokens, code) if code else None
            if token and not any(_known(text, t, token, told, part) for t in tokens):
                made.append(token)
        for part in run.sectors:
            if part.bag:
                doer, done = part.bag, places[part.last - 1][1]
    if not made:
        return tokens, topic
    tokens = [_cut(t, made) if t.kind == "number" else t for t in tokens]
    kept = [t for t in tokens if not any(m.start < t.end and t.start < m.end for m in made)]
    return sorted((*kept, *made), key=PLACE), topic


def _token(text: str, span: tuple[int, int], tokens: list[Token], code: str) -> Token | None:
    """The name as a token, to where a place or "three operators" stands in it."""
    start, end = span
    for token in tokens:
        if (
            start < token.end
            and token.start < end
            and (token.kind == "place" or token.cue("scope"))
        ):
            end = token.start
            break
    name = text[start:end].rstrip()
    word = Word(namings=(Naming(code),))
    return Token(start, start + len(name), "name", name, word) if name else None


def _known(text: str, token: Token, made: Token, told: str, part: Part) -> bool:
    """Does a token say something else of what a phrase has been taken for?"""
    if token.end <= made.start or made.end <= token.start:
        return False
    outside = token.start < made.start or token.end > made.end
    if token.kind == "number":
        return not (token.start < made.start < token.end <= made.end)
    if token.kind != "name":
        return token.kind == "when" or token.cue("entity")
    whole = (token.start, token.end) == (made.start, made.end)
    if any(not n.conditions for n in token.word.namings):
        return outside or whole or not part.code
    stands = any(_stands(n, text) for n in token.word.namings)
    return outside or (whole and not told and stands)


def _cut(token: Token, made: list[Token]) -> Token:
    """A number whose unit is a name: 95.64 billion parcels."""
    q = token.quantity
    name = next((m for m in made if token.start < m.start < token.end), None)
    if name is None or q is None:
        return token
    end = token.start + len(token.text[: name.start - token.start].rstrip())
    text = token.text[: end - token.start]
    return replace(token, end=end, text=text, quantity=replace(q, end=end, unit=""))


def _stands(naming: Naming, text: str) -> bool:
    """Do the conditions of a name stand in its own sentence?"""
    return all(any(w in text for w in c.split("|")) for c in naming.conditions)
