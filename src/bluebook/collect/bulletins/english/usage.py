"""English: what each user uses: each consuming 220 megabytes, 1.94 GB per subscriber."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.taken_up import PLACE
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word

PER_USER = "data per user"  # the name under which the catalogue has it
_WHO = r"(?:(?:mobile|internet|phone|data|4g|5g|average|single) )*(?:users?|subscribers?|customers?|accounts?|connections?|sims?|cards?|phones?|handsets?)"
# Before a number: each user consuming an average of …
_EACH = re.compile(
    rf"\b(?:each|every|(?:the|an) average)(?: of them)?(?: {_WHO})?,? (?:(?:now|on average|already) )*"
    r"(?:(?:consum|us|burn|surf|download|chew)(?:ing|ed|es|e|s)(?: (?:up|through))?|(?:getting|went|going|got|goes) through)"
    r"(?: (?:on average|an average of|about|some|over|nearly|around|more than|almost|roughly))* $"
)
_CONSUMING = re.compile(
    r"(?:, |\b(?:users?|subscribers?|customers?) )(?P<verb>consum(?:ing|ed)|us(?:ing|ed)) (?:(?:an average of|on average|about|some|over|nearly|around) )*$"
)
# After a number: per subscriber, a month each.
_AFTER = re.compile(
    rf"(?: ?/ ?| (?:per|a|an|every|each|for each|for every) ){_WHO}\b|(?: (?:a|per|every|each) month| monthly)(?: on average| each|(?: per| a| for each) {_WHO})\b"
)
_USED = re.compile(r"\b(?:usage|use|consumption)\b")
_AVERAGE = ("average ", "average monthly ", "monthly average ")
_UNITS = frozenset(["gb", "mb", "g", "gigabytes", "gigabyte", "megabytes", "megabyte"])


def per_user(text: str, tokens: list[Token], words: Vocabulary) -> list[Token]:
    """The tokens of a sentence with the names of what each user uses."""
    if not any(_told(t) for t in tokens if t.quantity is not None):
        return tokens
    word = words.index.get(PER_USER)
    made = list(_made(text, tokens, word)) if word is not None and word.namings else []
    if not made:
        return tokens
    kept = [t for t in tokens if not any(m.start < t.end and t.start < m.end for m in made)]
    return sorted((*kept, *made), key=PLACE)


def _told(number: Token) -> bool:
    q = number.quantity
    if q is None or q.scale or q.unit[:1] not in ("g", "m"):
        return False
    return q.unit.split()[0].split("/")[0] in _UNITS


def _made(text: str, tokens: list[Token], word: Word) -> Iterator[Token]:
    before: Token | None = None
    for token in tokens:
        if token.kind == "name":
            before = token
        if token.kind != "number" or not _told(token):
            continue
        start, end = 0, 0
        if match := _EACH.search(text, 0, token.start):
            start, end = match.span()
        elif _AFTER.match(text, token.end):
            consuming = _CONSUMING.search(text, 0, token.start)
            if consuming is not None:
                start, end = consuming.span("verb")
            elif before is not None and (
                _USED.search(before.text) or text.endswith(_AVERAGE, 0, before.start)
            ):
                start, end = before.start, before.end
        if end:
            said = text[start:end].rstrip()
            yield Token(start, start + len(said), "name", said, word)
