"""English: telephones that a country has are its subscribers': India will have 250 million phones.

Those that are made, sold or bought are things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import MANY, name
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

PHONES = ENGLISH.group("phones", "landlines")
_NATION = r"\b(?:the|this) (?:country|nation|kingdom|republic|island|province|city)"
_HAS = (
    r"(?:,[^,;]{3,60},)? (?:(?:now|already|also|still|then|will|would|should|could|might|to) )*(?:ha[ds]|have|boast(?:s|ed)?)"
    rf"(?: a total of)?{HEDGES} $"
)
_NATION_HAS = re.compile(rf"{_NATION}{_HAS}")
_PLACE_HAS = re.compile(_HAS)
_WHAT = re.compile(
    r" (?P<what>(?:(?:mobile|cell|cellular|fixed|fixed-line|land-line) )?(?:tele)?phones|(?:mobile|cell)phones|landlines)"
    r"(?=[,.;)]|$| (?:in (?:use|service|operation)|at|by|in|as of|and|while|or|up|for|compared|against|from|this|last)\b)"
)
NEAR = 110  # characters of who has them and how it is said


def owned(text: str, tokens: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names of subscribers, in the place of the telephones that a country has."""
    places = [t.end for t in tokens if t.kind == "place"]
    for number in tokens:
        q = number.quantity
        what = _WHAT.match(text, number.end) if q and q.scale >= MANY and not q.unit else None
        if what is None:
            continue
        begin = max(0, number.start - NEAR)
        has = _NATION_HAS.search(text, begin, number.start) or any(
            _PLACE_HAS.fullmatch(text, end, number.start) for end in places if end >= begin
        )
        bag = tuple(sorted({*words.bag(WORD.findall(what["what"])), words.has}))
        code = (words.code(bag) or words.mainly(bag)) if has else ""
        if code and EITHER not in code:
            yield name(text, *what.span("what"), code)
