"""English: so much data that goes over mobile networks is their traffic: 671 petabytes of mobile data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import MANY, name
from bluebook.collect.bulletins.lexicon.phrases import OVER
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

_WIRELESS = r"(?:mobile|wireless|cellular|handset|smartphone|[2-6]g)"
_USED = (
    r"(?:(?:consum|us|burn|download|chew|transmit|transferr|generat|send|carri|upload|handl)(?:t?ed|ing)(?: (?:up|through))?"
    r"|(?:went|got|going|burnt) through|carry|sent)"
)
# What all of them used: mobile users went through 262 million gigabytes; mobile networks carried …
_ALL = re.compile(
    rf"\b(?P<who>{_WIRELESS}(?: (?:phone|internet|data|broadband|network|handset|service|communications?))*"
    r" (?:people|users|subscribers|subscriptions|customers|clients|consumers|accounts|lines|networks?|phones|devices))\b[^,;:.()]{0,40}?"
    rf" (?P<verb>{_USED}){HEDGES} $"
)
# After the number: of mobile data; (of data) were downloaded via mobile handsets.
_OF_DATA = re.compile(
    rf" (?:worth )?of (?:{_WIRELESS}(?: (?:phone|internet|network|broadband))* (?:data|internet|traffic))\b(?! (?:traffic )?(?:revenue|plan|package))"
    r"| (?:(?:worth )?of (?:data|traffic|internet traffic) )?(?:(?:that|which|were|was|have|has|had|been|being) )*"
    rf"(?:(?:{_USED}|made|flowed|passed) )?{OVER} (?:(?:the|all|its|their|china's|chinese) )*{_WIRELESS}(?: (?:phone|network|internet|broadband|handset|device)s?)*"
)
# How long users of a network talked: mobile users made 2 trillion minutes of calls.
_TALKED = re.compile(
    r"\b(?P<who>(?:mobile|cellular|wireless|fixed(?:[- ]line)?|landline)(?: (?:tele)?phone)?) (?:users|subscribers|customers|subscriptions|owners|networks)\b[^,;:.()]{0,30}?"
    rf" (?P<verb>(?:made|placed|talked|spoke|originated|generated|chatted|carried)(?: for)?){HEDGES} $"
)
_MINUTES = frozenset(("minutes", "minute"))
_MORE = frozenset(("tb", "terabytes", "pb", "petabytes", "eb", "exabytes"))  # than one uses
_GIGABYTES = frozenset(("gb", "g", "gigabytes"))
DATA = ENGLISH.group(" minutes", "bytes", "gb", "g ", "tb", "pb", "eb ")
_HANDSETS = frozenset(("handset", "handsets", "smartphones", "phones"))


def traffic(text: str, tokens: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names of what goes over mobile networks, or by handsets, in the place of what is said of it."""
    for number in tokens:
        q = number.quantity
        if q is not None and q.unit in _MINUTES and q.scale >= MANY:
            talked = _TALKED.search(text, max(0, number.start - 90), number.start)
            if talked is not None:
                bag = words.bag((*WORD.findall(talked["who"]), "call", "minutes"))
                yield name(text, *talked.span("verb"), words.code(bag))
            continue
        if q is None or not (q.unit in _MORE or (q.unit in _GIGABYTES and q.scale >= MANY)):
            continue
        used = _ALL.search(text, max(0, number.start - 100), number.start)
        if used is not None:
            code = _code(used["who"].replace("mobile phone", "mobile"), words)
            yield name(text, *used.span("verb"), code)
            continue
        said = _OF_DATA.match(text, number.end)
        if said is not None:
            yield name(text, number.end + 1, said.end(), _code(said[0], words))


def _code(who: str, words: Trades) -> str:
    """The traffic of all that is mobile, or of handsets."""
    handsets = not _HANDSETS.isdisjoint(WORD.findall(who))
    return words.code(words.bag(("mobile", "phone" if handsets else "data", "traffic")))
