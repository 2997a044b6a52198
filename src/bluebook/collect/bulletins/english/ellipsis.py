"""English: names that are told by what was named before: the latter, the 4G ratio.

Each becomes a name of its own among the tokens; one that stands for nothing where nobody can say
what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.taken_up import placed
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Name

_LATTER = re.compile(
    r"\bthe (?P<which>latter|former)\b(?! (?:half|part|stage|two|three|year|category|group|case))"
)
_RATIO = re.compile(r"\b(?P<g>[2-6]g) (?:ratio|share|proportion)\b")
_G = re.compile(r"[2-6]g")
_KIND = re.compile(r" (?P<g>[2-6]g)(?=,| and )")
_WHICH = ENGLISH.group("the latter", "the former")
_GENERATIONS = ENGLISH.group("2g", "3g", "4g", "5g", "6g")


def taken_up(
    text: str, tokens: list[Token], recent: Sequence[Subject], phrases: Phrases
) -> list[Token]:
    """The tokens of a sentence with the names that take up what was named before.

    `recent` is what the sentence before named for its figures.
    """
    made: list[Token] = []
    sought = ENGLISH.found(text)
    if _WHICH in sought:
        made += _latter(text, tokens, recent)
    if _GENERATIONS in sought:
        made += _generations(text, tokens, recent, phrases)
    if not made:
        return tokens
    return placed(tokens, made)


def _latter(text: str, tokens: list[Token], recent: Sequence[Subject]) -> Iterator[Token]:
    """What "the latter" is: of two that were named, the second."""
    for match in _LATTER.finditer(text):
        told = any(t.kind == "number" and t.end <= match.start() for t in tokens)
        if told and match["which"] == "latter":
            continue  # what is being spoken of
        before = [t for t in tokens if t.kind == "name" and t.end <= match.start()]
        codes = [EITHER.join(dict.fromkeys(n.code for n in t.word.namings)) for t in before]
        plain = [
            t.word.plain[0].code if t.word.plain else c for t, c in zip(before, codes, strict=True)
        ]
        if len(plain) < 2:
            plain = [s.expression.code if isinstance(s.expression, Name) else "" for s in recent]
        code = plain[-1 if match["which"] == "latter" else -2] if len(plain) > 1 else ""
        yield name(text, *match.span(), code)


def _generations(
    text: str, tokens: list[Token], recent: Sequence[Subject], phrases: Phrases
) -> Iterator[Token]:
    """Ratios whose generation alone is named, of the things that were named before."""
    words, named = phrases.words, recent[-1].words if recent else ""
    for n, last in enumerate(tokens):
        number = tokens[n - 1] if n else last
        if last.kind == "name" and number.kind == "number" and last.start - number.end == 1:
            yield from _headless(text, tokens[: n - 1], last, words)
    for ratio in _RATIO.finditer(text):
        bag = words.bag(WORD.findall(named or "user"))
        heads = tuple(w for w in bag if words.alike.get(w, w) in words.heads)
        yield name(text, *ratio.span("g"), words.joined(heads or (words.has,), (ratio["g"],)))


def _headless(text: str, before: list[Token], last: Token, words: Trades) -> Iterator[Token]:
    """Those before a name that lack its head: 37.7 million 4G and 9.1 million 5G subscriptions."""
    bag = words.bag(WORD.findall(last.text))
    heads = tuple(w for w in bag if not _G.fullmatch(w))
    if len(heads) == len(bag):
        return
    for number in before:
        kind = _KIND.match(text, number.end) if number.kind == "number" else None
        code = words.joined((kind["g"],), heads) if kind else ""
        if kind and code:
            yield name(text, *kind.span("g"), code)
