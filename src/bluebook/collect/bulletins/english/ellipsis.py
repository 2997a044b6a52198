"""English: names that are told by what was named before: the latter, 17.9 million of them 5G.

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
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.language.expression import Name

_LATTER = re.compile(
    r"\bthe (?P<which>latter|former)\b(?! (?:half|part|stage|two|three|year|category|group|case))"
)
_G = r"(?P<g>[2-6]g)(?=[,.;:)]| \(| and |$)"
# What part of those before a number is of: 17.9 million of them 5G, of which 320 million were 3G.
_OF_THEM = re.compile(
    rf"(?: (?:or so|or thereabouts))?(?: of (?:which|whom|them|these|those))? (?:(?:are|were|is|was|being|now|already|on|using) )*(?:the )?{_G}"
)
_PARTING = re.compile(
    r"(?:\b(?:of|among) (?:which|whom|them|these|those|(?:the|this) total)|^[\"' ]*(?:of|among) [^,;:]{3,60},)"
    r",? (?:(?:about|some|over|nearly|more than|around|almost) )*$"
)
_PARTED = re.compile(r" of (?:which|whom|them|these|those)\b")
# The same things of another generation: 9.9 million 3G connections and 2.2 million 4G.
_OTHERS = re.compile(rf" (?:(?:for|on|with|in|were|are) )?(?:the )?{_G}")
_JOINED = re.compile(r"(?:,|,? and|,? while|,? plus)(?: (?:about|some|over|nearly|around))* $")
_RATIO = re.compile(r"\b(?P<g>[2-6]g) (?:ratio|share|proportion)\b")
_WHICH = ENGLISH.group("the latter", "the former")
_GENERATIONS = ENGLISH.group("2g", "3g", "4g", "5g", "6g")
_ANY_G = re.compile(r"[2-6]g\b(?<!\w..)")


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
    """Numbers whose generation alone is named, of the things that were named before."""
    words, named = phrases.words, recent[-1].words if recent else ""
    for ratio in _RATIO.finditer(text):
        bag = words.bag(WORD.findall(named or "user"))
        heads = tuple(w for w in bag if words.alike.get(w, w) in words.heads)
        yield name(text, *ratio.span("g"), words.joined(heads or (words.has,), (ratio["g"],)))
    for token in tokens:
        if token.kind == "name":
            named = token.text
        if token.kind != "number" or not named or token.quantity is None:
            continue
        if token.quantity.unit or not token.quantity.scale:
            continue
        bag = tuple(w for w in words.bag(WORD.findall(named)) if not _ANY_G.fullmatch(w))
        match = _OF_THEM.match(text, token.end)
        if match and (_PARTED.match(match[0]) or _PARTING.search(text, 0, token.start)):
            heads = tuple(w for w in bag if words.alike.get(w, w) in words.heads) or bag[-1:]
            code = words.joined(heads, (match["g"],)) or words.joined(bag, (match["g"],))
            yield name(text, match.start("g"), match.end("g"), code)
            continue
        match = _OTHERS.match(text, token.end)
        if match and _ANY_G.search(named) and _JOINED.search(text, 0, token.start):
            code = words.joined(bag, (match["g"],))
            if code:
                yield name(text, match.start("g"), match.end("g"), code)
