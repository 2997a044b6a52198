"""English: a rate among others is a share of them: the penetration of 3G among mobile users."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.taken_up import placed
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

_RATE = r"(?:penetration|adoption|take-up|uptake|prevalence|usage|popularity)(?: rates?| ratios?| levels?)?"
_AMONG = re.compile(
    rf"\b(?:(?P<of>{_RATE} (?:of|for) )(?:the )?(?P<what>[a-z0-9][a-z0-9 -]{{0,24}}?)|(?P<kind>[a-z0-9][a-z0-9-]*)(?P<rate> {_RATE}))"
    r" (?:among|within|in|as a (?:share|proportion|percentage) of) (?:(?:all|the|total|its|china's|country's|nation's) )*(?=(?P<whole>[a-z]))"
)
_RATES = ENGLISH.group("penetration", "adoption", "take-up", "uptake", "prevalence")
SHARE = frozenset(("share",))


def among(text: str, tokens: list[Token], words: Trades) -> list[Token]:
    """The tokens of a sentence with such a rate as the share of a part."""
    if _RATES not in ENGLISH.found(text):
        return tokens
    return placed(tokens, made) if (made := list(_made(text, tokens, words))) else tokens


def _made(text: str, tokens: list[Token], words: Trades) -> Iterator[Token]:
    for match in _AMONG.finditer(text):
        part, rate = ("what", "of") if match["of"] else ("kind", "rate")
        code = words.joined(words.bag(WORD.findall(match[part])), (words.has,))
        whole = next(
            (t for t in tokens if t.kind == "name" and t.start == match.start("whole")), None
        )
        if (
            not code
            or whole is None
            or not any(words.akin(n.code, code) for n in whole.word.namings)
        ):
            continue
        start, end = match.span(rate)
        yield Token(start, end, "cue", match[rate], cues=SHARE)
        yield name(text, *match.span(part), code)
