"""English: how many were handled, where the things are named before: Guangdong dispatched 3.4 billion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import MANY, name
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

HANDLED = ENGLISH.group("handl", "deliver", "process", "sent ", "sending", "ship", "dispatch", "mailed", "collected", "picked up")  # fmt: skip
_VERB = re.compile(
    r" (?P<verb>handl(?:ed|es|ing)|deliver(?:ed|s|ing)|process(?:ed|es|ing)|sen(?:t|ds|ding)|shipp?(?:ed|s|ing)|dispatch(?:ed|es|ing)|mailed|collected|picked up)"
    rf"{HEDGES} $"
)
# Nothing says what the number counts.
_ALONE = re.compile(
    r"[.,;:)](?!\d)|$| (?:and|while|in|by|during|up|down|or|last|this|from|to|for|as|compared|against|with)\b"
)


def handling(text: str, tokens: Sequence[Token], words: Trades, spoken: str) -> Iterator[Token]:
    """The names of what was handled, in the place of the verb; `spoken` is what the text spoke of."""
    for n, number in enumerate(tokens):
        q = number.quantity
        if q is None or q.unit or q.scale < MANY or not _ALONE.match(text, number.end):
            continue
        verb = _VERB.search(text, max(0, number.start - 40), number.start)
        if verb is None or any("entity" in t.cues and t.end <= verb.start() for t in tokens[:n]):
            continue
        before = [t for t in tokens[:n] if t.kind == "name" and t.end <= verb.start()]
        things = [words.handled(words.bag(WORD.findall(t.text))) for t in before]
        code = things[-1] if things else spoken
        if code and words.handleable(code):
            yield name(text, *verb.span("verb"), code)
