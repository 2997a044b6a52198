"""English: what is taken up of what was named before: that of the postal industry; at which prices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Naming
from bluebook.collect.bulletins.lexicon.words import WORD

PLACE = attrgetter("start", "end")
_THAT_OF = re.compile(
    r"(?<!excluding )(?<!including )(?<!than )(?<!with )(?<!to )(?<!from )(?<!exceeding )"
    r"\b(?:that|those) (?:of|for|in|from|(?:sent |bound |going |destined )?(?:to|for)) (?:the )?(?P<what>[a-z][a-z -]*?)"
    r"(?= (?:was|were|is|are|has|had|will|would|reached|hit|stood|amount\w*|total\w*|came|rose|grew|fell|crept|edged|dipped|slipped|climbed|jumped|surged|soared|plunged|slid|shrank|dropped|expanded|gained|lost|increas\w*|decreas\w*|declin\w*|account\w*|at|to)\b"
    r"| (?:rmb|cny|usd|us\$|\$|¥)? ?\d|[,;:.)]|$)"
)


def placed(tokens: list[Token], made: list[Token]) -> list[Token]:
    """The tokens of a sentence with others in the place of those that they overlap."""
    for one in made:
        tokens = [t for t in tokens if t.end <= one.start or one.end <= t.start]
    return sorted((*tokens, *made), key=PLACE)


def at_prices(token: Token, priced: dict[str, tuple[Naming, ...]]) -> Token:
    """A name that may be at some prices, which the text may state."""
    variants = [v for naming in token.word.namings for v in priced.get(naming.code, ())]
    if not variants:
        return token
    return replace(token, word=replace(token.word, namings=(*token.word.namings, *variants)))


def those(
    text: str, tokens: list[Token], made: list[Token], phrases: Phrases, spoken: str
) -> Iterator[Token]:
    """What "that of the postal industry" is: the revenue, or whatever was named before it.

    Where nothing is known of it, a name that stands for nothing.
    """
    for match in _THAT_OF.finditer(text):
        start, end = match.span()
        if any(
            t.start < end
            and match.start("what") < t.end
            and t.kind != "name"
            and not t.cue("noun", "modifier", "tail", "with")
            for t in tokens
        ):
            continue  # that of last year, of the eastern region, of China Mobile
        words = phrases.words
        before = sorted((t for t in (*tokens, *made) if t.end <= start), key=PLACE)
        named = [spoken, *(t.text for t in before if t.kind == "name")]
        heads = [words.head(WORD.findall(name)) for name in reversed(named[-3:])]
        bag = words.bag(WORD.findall(match["what"]))
        if words.weakly(bag):
            continue  # the proportion of volume was …, and that of business income …
        said = words.sector(bag)
        codes = [words.joined(said, (head,)) for head in heads if head in words.heads]
        if said and words.places.issuperset(said):  # those to overseas destinations
            kinds = [n.code for t in reversed(before) for n in t.word.namings if t.kind == "name"]
            codes += [words.elsewhere(code, said) for code in kinds]
        if codes and said:
            yield name(text, start, end, next(filter(None, codes), ""))
