"""English: names that no list holds, put among the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.bound import sent
from bluebook.collect.bulletins.english.composing import Composer
from bluebook.collect.bulletins.english.earning import EARNED, earned_with
from bluebook.collect.bulletins.english.handling import HANDLED, handling
from bluebook.collect.bulletins.english.overlaps import cut
from bluebook.collect.bulletins.english.owning import PHONES, owned
from bluebook.collect.bulletins.english.sharing import shared
from bluebook.collect.bulletins.english.shortly import Spoken
from bluebook.collect.bulletins.english.spending import SPENT, spending
from bluebook.collect.bulletins.english.taken_up import PLACE, at_prices, placed, those
from bluebook.collect.bulletins.english.traffic import DATA, traffic
from bluebook.collect.bulletins.english.using import users_of
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.words import Bag
from bluebook.collect.bulletins.text.hints import ENGLISH

_WENT = ENGLISH.group(
    "within", "other ", "abroad", "overseas", "same city", "between cit", "international"
)


def composed(
    text: str, tokens: list[Token], phrases: Phrases, topic: Bag, spoken: Spoken
) -> tuple[list[Token], Bag]:
    """The tokens with the names that phrases are, and the industry that the text speaks of."""
    composer = Composer(text, tokens, phrases, topic, spoken)
    composer.compose()
    made = _with_those_told(composer)
    if "that " in text or "those " in text:
        made += those(text, tokens, made, phrases, spoken.words)
    made += shared(text, [t for t in (*tokens, *made) if t.kind == "name"], phrases.words)
    if not made:
        return tokens, composer.topic
    made = [at_prices(t, phrases.words.priced) for t in made]
    tokens = [cut(t, made) if t.kind == "number" else t for t in tokens]
    return placed(tokens, made), composer.topic


def _with_those_told(composer: Composer) -> list[Token]:
    """The names that are made, and those that verbs and what is counted tell instead."""
    made = composer.made
    for told in _told(composer):
        if not any(m.start < told.end < m.end for m in made):
            made = [m for m in made if m.end <= told.start or told.end <= m.start]
            made.append(told)
    return made


def _told(composer: Composer) -> Iterator[Token]:
    """The names that verbs tell: who used what, what was sent, spent, earned and handled."""
    text, tokens, words = composer.text, composer.tokens, composer.words
    hints, spoken = ENGLISH.found(text), composer.spoken
    named = sorted((*tokens, *composer.made), key=PLACE)
    yield from users_of(text, tokens, words)
    if PHONES in hints:
        yield from owned(text, tokens, words)
    if DATA in hints:
        yield from traffic(text, tokens, words)
    if HANDLED in hints:
        yield from handling(text, named, words, spoken.code)
    if SPENT in hints:
        yield from spending(text, tokens, words)
    if EARNED in hints:
        yield from earned_with(text, named, composer.runs, words, (spoken.words, spoken.code))
    if _WENT in hints:
        yield from sent(text, named, words, spoken.code)
