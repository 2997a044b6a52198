"""English: a rate among others is a share of them: the penetration of 3G among mobile users.

So is the penetration rate of users who are a part of others, where the catalogue has no such rate:
the 4G user penetration rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.taken_up import placed
from bluebook.collect.bulletins.english.using import ANYTHING
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

_RATE = r"(?:penetration|adoption|take-up|uptake|prevalence|usage|popularity)(?: rates?| ratios?| levels?)?"
_AMONG = re.compile(
    rf"\b(?:(?P<of>{_RATE} (?:of|for) )(?:the )?(?P<what>[a-z0-9][a-z0-9 -]{{0,24}}?)|(?P<kind>[a-z0-9][a-z0-9-]*)(?P<rate> {_RATE}))"
    r" (?:among|within|in|as a (?:share|proportion|percentage) of) (?:(?:all|the|total|its|china's|country's|nation's) )*(?=(?P<whole>[a-z]))"
)
_USERS = r"(?:users?|subscribers?|subscriptions?|customers?)"
_WHOSE = r"(?P<{}>[a-z0-9](?:[a-z0-9/-]| (?!of |for |and |in |the )){{0,32}} {})"
_OF_USERS = re.compile(
    rf"\b(?:(?P<of>{_RATE} (?:of|for|among) )(?:the |its )?{_WHOSE.format('what', _USERS)}|{_WHOSE.format('kind', _USERS)}(?P<rate> {_RATE}))\b"
    r"(?! (?:in|among|within|as a|of) (?:the )?(?:all|total|urban|rural|cities|towns|villages|country|[a-z]+ (?:users|subscribers))\b)"
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
        part = "what" if match["of"] else "kind"
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
        yield from _share(text, match, code)
    yield from _of_users(text, words)


def _of_users(text: str, words: Trades) -> Iterator[Token]:
    """The penetration rate of users of one kind: no rate that the catalogue has, but a share."""
    for match in _OF_USERS.finditer(text):
        said = words.bag(WORD.findall(match["what"] or match["kind"]))
        code = words.code(said)
        rated = words.code(words.bag(WORD.findall(match[0])))
        whole = words.above(code)
        if (
            code
            and not rated
            and whole
            and not ANYTHING.issuperset({*said} - {*words.main(whole), words.has})
        ):
            yield from _share(text, match, code)


def _share(text: str, match: re.Match[str], code: str) -> Iterator[Token]:
    """The rate as the word of a share, and what it is of by its name."""
    part, rate = ("what", "of") if match["of"] else ("kind", "rate")
    yield Token(*match.span(rate), "cue", match[rate], cues=SHARE)
    yield name(text, *match.span(part), code)
