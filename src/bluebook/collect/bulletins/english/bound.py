"""English: parcels told by where they went: 402 million were delivered within the city, 6.7 million abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.trades import Trades

_CITY = r"cit(?:y|ies)(?: limits)?"
_WHERE = (
    r"(?P<local>(?:within|inside) (?:the |a )?(?:(?:same|one|home|own) )?"
    + _CITY
    + r"|in the same city|locally)"
    r"|(?P<intercity>(?:to|between|among|across) (?:other|different) (?:places|cities|provinces|parts|regions)(?: (?:in|of) (?:china|the country|the nation))?"
    r"|(?:between|across) cities|elsewhere in (?:china|the country))"
    r"|(?P<abroad>abroad|overseas|(?:to )?(?:other|foreign|overseas) (?:countries|destinations|markets|addresses)|outside (?:of )?(?:china|the country|the mainland)|across (?:the )?borders?"
    r"|international (?:parcels|packages|pieces|deliveries|ones))"
)
_THINGS = r"(?:pieces|parcels|packages|items|deliveries|shipments)"
_WENT = re.compile(
    rf"(?: {_THINGS})?(?: of (?:them|these|those|which))?"
    r"(?: (?:were|was|are|had been|have been|being|that|which|went|going|travell?ed|moved|stayed|remained|headed|destined|bound|delivered|sent|shipped|handled|dispatched|mailed|for))+ "
    rf"(?:{_WHERE})\b(?: or bound for)?"
)
# At the head of a sentence: Within cities, 4.96 billion items were delivered.
_FRONTED = re.compile(rf"[\"' ]*(?:meanwhile, |by contrast, |and |but )?(?P<what>{_WHERE})\b,? ")
_MANY = re.compile(rf"[mb]illion (?P<what>{_THINGS}(?: (?:were|was) [a-z]+ed)?)\b")
PLACES = ("local", "intercity", "abroad")


def sent(text: str, tokens: Sequence[Token], words: Trades, spoken: str) -> Iterator[Token]:
    """Names of the parts of all parcels, for numbers that are told by where they went."""
    if (front := _FRONTED.match(text)) is not None:
        where = next(place for place in PLACES if front[place])
        if code := words.elsewhere(spoken, (where,)):
            yield name(text, *front.span("what"), code)
            for things in _MANY.finditer(text, front.end()):
                yield name(text, *things.span("what"), code)
        return
    for number in tokens:
        q = number.quantity
        if q is None or not q.scale or q.kind != "number":
            continue
        end = number.end - len(q.unit) if number.text.endswith(q.unit) else number.end
        match = _WENT.match(text, end - (end < number.end))
        if match is None:
            continue
        where = next(place for place in PLACES if match[place])
        before = [
            n.code
            for t in tokens
            if t.kind == "name" and t.end <= number.start
            for n in t.word.namings
        ]
        codes = (words.elsewhere(whole, (where,)) for whole in (*reversed(before), spoken))
        if code := next(filter(None, codes), ""):
            yield name(text, match.start() + 1, match.end(), code)
