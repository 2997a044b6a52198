"""English: what each user uses: each consuming 220 megabytes, 1.94 GB per subscriber."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.amounts.hedges import HEDGE, HEDGED, HEDGES
from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.taken_up import placed
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word
from bluebook.collect.bulletins.text.hints import ENGLISH, holds

PER_USER = "data per user"  # the name under which the catalogue has it
_WHO = r"(?:(?:mobile|internet|phone|smartphone|handset|cellphone|data|average|single|(?:2\.5g/)?3g/4g(?:/5g)?|chinese|typical) )*(?:users?|subscribers?|customers?|accounts?|connections?|sims?|cards?|phones?|handsets?|subscriptions?|lines?|clients?|persons?|heads?)"
# Users of one generation alone, whose data are not those of all: 27 GB per 5G user.
_OF_SOME = re.compile(
    r"\b(?:per|an?|each|every|average|of|by|for|among) (?:(?:average|single|typical|mobile) )?(?:[2-6]g|lte)(?: (?:mobile|smartphone|phone|handset))?"
    r" (?:users?|subscribers?|customers?|accounts?|connections?|sims?|cards?|phones?|handsets?|subscriptions?|lines?|devices?)\b"
    r"|\b(?:[2-6]g|lte) (?:users|subscribers|customers|subscriptions)(?: in [a-z ]{4,20})? (?:consum|us|download|burn)(?:ing|ed|e)\b"
)
_GENERATIONS = ENGLISH.group("g user", "g subscri", "g customer", "g phone", "g handset", "g sim", "g smart", "g mobile", "g account", "g connection", "g device", "g line", "lte ")  # fmt: skip
# Before a number: each user consuming an average of …
_EACH = re.compile(
    rf"\b(?:each|every|(?:the|an) average|(?:a|an|one|the typical)(?= (?:mobile|typical|single|(?:user|subscriber|customer)\b)))(?: of them| typical)?(?: {_WHO})?(?: in [a-z]{{4,}}(?: [a-z]{{4,}})?)?,? (?:(?:now|on average|already) )*"
    r"(?:(?:consum|us|burn|surf|download|chew)(?:ing|ed|es|e|s)(?: (?:up|through))?|(?:getting|went|going|got|goes) through)"
    rf"(?: (?:on average|{HEDGE}))* $"
)
_CONSUMING = re.compile(
    rf"(?:, |\b(?:users?|subscribers?|customers?) )(?P<verb>(?:consum|us|download|burn|surf|chew)(?:ing|ed)(?: (?:up|through))?|(?:went|going|got|getting) through) (?:(?:on average|{HEDGE}) )*$"
)
# After a number: per subscriber, a month each.
_AFTER = re.compile(
    rf"(?: ?/ ?| (?:per|a|an|every|each|for each|for every) ){_WHO}\b|(?: (?:a|per|every|each) month| monthly)(?: on average| each|(?: per| a| for each) {_WHO})\b"
)
# … users went through an average of 2.5 GB a month.
_THROUGH = re.compile(
    r"(?P<verb>\b(?:consum|us|burn|surf|download|chew|go|get|went|got|average|clock)(?:ing|ed|es|e|s)?(?: (?:up|through))?)"
    rf" (?:an average of|on average{HEDGES}) $"
)
_ON_AVERAGE = re.compile(
    rf"[\"' ]*on average,? (?P<verb>{_WHO} (?:now )?(?:(?:consum|us|download|burn)(?:e|ed|ing)|went|got|go|get)(?: (?:up|through))?)"
    rf" {HEDGED}$"
)
# Per user and month, mobile data use averaged 11 GB.
_FRONTED = re.compile(rf"[\"' ]*(?P<what>per {_WHO}\b[^;:()\d]{{0,80}}) $")
_MONTHLY = re.compile(
    r" (?:of (?:mobile |cellular )?(?:data|traffic) )?(?:a|per|each|every|in the) (?:single )?month\b| monthly\b"
)
_USED = re.compile(r"\b(?:usage|use|consumption)\b")
# What so much per user is, without a name: average usage in June was 21.1 GB per user.
_USAGE = re.compile(
    r"\b(?P<what>(?:(?:average|mean|monthly|mobile|cellular|wireless|data|internet|per[- ]user|individual|household|access|user) ){0,6}(?:usage|consumption|data|traffic|flow|use)(?: of (?:mobile |wireless |cellular )?(?:internet |mobile )?(?:data|traffic))?)\b(?! (?:plan|package|center|centre))(?: \(dou\))?[^;:()\d]{0,60}$"
)
# Data usage per subscriber averaged 16.5 GB a month.
_PER_USER = re.compile(
    rf"(?P<what>\b(?:(?:average|mean|monthly|mobile|cellular|wireless|data|internet) ){{0,6}}(?:usage|consumption|data|traffic|use|flow|average) (?:per|by (?:each|the average)|of (?:each|the average)) {_WHO}(?: (?:on|over|in) (?:mobile|cellular|wireless) (?:networks?|phones?|devices))?"
    rf"|\bper[- ]capita (?:(?:average|monthly|mobile|cellular|wireless|data|internet) ){{0,4}}(?:usage|consumption|data|traffic|use|flow))\b[^;:()\d]{{0,60}}$"
)
# … 2.54 exabytes, which represents 10.6 GB per month per card.
_MEANS = re.compile(
    r"\b(?P<verb>represent(?:s|ed|ing)|equals?|equalling|equivalent to|averaging|(?:translat|work)(?:es|ed|ing|s)? (?:in|out )?(?:to|at)|or|i\.e\.|that is)"
    rf"{HEDGES} $"
)
_AVERAGE = ("average ", "average monthly ", "monthly average ")
_UNITS = frozenset(["gb", "mb", "g", "gigabytes", "gigabyte", "megabytes", "megabyte"])
_EACH_USER = (
    "user",
    "subscri",
    "customer",
    "household",
    "card",
    "sim",
    "person",
    "capita",
    "connection",
    "account",
    "line",
)
_MOBILE = (
    "mobile",
    "wireless",
    "cellular",
    "phone",
    "sim",
    "4g",
    "5g",
    "smartphone",
    "data plan",
    " card",
)
_FIXED = ("broadband", "fixed", "fiber", "fibre", "wi-fi", "wifi", "landline")


def per_user(text: str, tokens: list[Token], words: Vocabulary, earlier: str = "") -> list[Token]:
    """The tokens of a sentence, which goes on from an earlier one, with the names of what each user uses."""
    first = next((t for t in tokens if t.quantity is not None and of_one(t.quantity)), None)
    if first is None:
        return tokens
    word = words.index.get(PER_USER)
    if word is None or not word.namings:
        return tokens
    some = _OF_SOME.search(text) if _GENERATIONS in ENGLISH.found(text) else None
    if some is not None and some.start() <= first.end + 1:
        return _of_some(text, tokens, words)
    if not holds(text, _MOBILE) and (holds(text, _FIXED) or holds(earlier, _FIXED)):
        return tokens
    made = list(_made(text, tokens, word, mobile=holds(text + earlier, _MOBILE)))
    if not made:
        return tokens
    return placed(tokens, made)


def _of_some(text: str, tokens: list[Token], words: Vocabulary) -> list[Token]:
    """The tokens without the names of data, where those are told that some use: per 5G user."""
    known = words.catalogue.indicators

    def data(token: Token) -> bool:
        told = (known.get(n.code) for n in token.word.namings)
        return any(i is not None and i.unit.startswith("GB") for i in told)

    return [name(text, t.start, t.end, "") if data(t) else t for t in tokens]


def of_one(q: Quantity) -> bool:
    """Is it as much data as one user may use in a month?"""
    if q.unit[:1] not in {"g", "m"} or q.scale:
        return False
    return q.unit.split()[0].split("/")[0] in _UNITS


def _made(text: str, tokens: list[Token], word: Word, *, mobile: bool) -> Iterator[Token]:
    before: Token | None = None
    for token in tokens:
        if token.kind == "name":
            before = token
        if token.quantity is None or not of_one(token.quantity):
            continue
        start, end = 0, 0
        unit = token.quantity.unit
        each = holds(unit, _EACH_USER) or _AFTER.match(text, token.end)
        if match := _EACH.search(text, 0, token.start):
            start, end = match.span()
        elif each:
            consuming = _CONSUMING.search(text, 0, token.start)
            if consuming is not None:
                start, end = consuming.span("verb")
            elif (
                mobile and (means := _MEANS.search(text, 0, token.start)) and means["verb"] == "or"
            ):
                start, end = means.span("verb")  # usage grew by 19.1%, or 5.7 GB per subscription
            elif before is not None and (
                _USED.search(before.text) or text.endswith(_AVERAGE, 0, before.start)
            ):
                start, end = before.start, before.end
            elif mobile and (usage := _USAGE.search(text, 0, token.start)):
                start, end = usage.span("what")
            elif mobile and (means := _MEANS.search(text, 0, token.start)):
                start, end = means.span("verb")
            elif before is not None and before.word.namings[:1] == word.namings[:1]:
                start, end = before.start, before.end
        elif per := _PER_USER.search(text, 0, token.start) or _FRONTED.match(text, 0, token.start):
            start, end = per.span("what")
        elif mobile and _MONTHLY.match(text, token.end):
            through = _THROUGH.search(text, 0, token.start)
            through = through or _ON_AVERAGE.match(text, 0, token.start)
            start, end = through.span("verb") if through is not None else (0, 0)
        if end:
            said = text[start:end].rstrip()
            yield Token(start, start + len(said), "name", said, word)
