"""English: so many for every 100 people, so much for each parcel.

34.8 mobile phones and 28.3 fixed-line telephones for every 100 people; a parcel brought in 8 yuan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.hedges import HEDGE
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.english.taken_up import PLACE
from bluebook.collect.bulletins.lexicon.derived import rates
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word
from bluebook.collect.bulletins.lexicon.words import WORD
from bluebook.collect.bulletins.text.hints import ENGLISH, holds
from bluebook.language.expression import Name

_HUNDREDS = ENGLISH.group(" 100 ", "hundred ", "/100 ", " 10,000 ", "ten thousand ")
_EVERY = re.compile(
    r"(?: (?:per|(?:for |to |in |among |of )?(?:every|each)) | ?/ ?)"
    r"(?:(?P<hundred>100|(?:a |one )?hundred)|10,000|ten thousand) (?:of )?"
    r"(?:people|persons|inhabitants|residents|citizens|population|heads?|individuals|[a-z]+(?:ian|ican)s|[a-z]+ese)\b"
)
UNITS = ("per 10,000 people", "per 100 people")
# What a number counts, and what may stand between it and how many share that.
_COUNTED = re.compile(
    r"[ -](?P<what>(?!(?:and|or|in|at|of|for|per|to|from|by|a|an|the|as|up|down|with|against|compared|while|among|every|each)\b)[a-z][a-z0-9-]*(?: (?!(?:and|or|of|for|in|at|per|on|to|were|was|are|is)\b)[a-z][a-z-]*){0,3}(?: of [2-6]g\b)?)"
)
_BETWEEN = re.compile(r"(?:[ -][a-z][a-z-]*){0,7}(?: of [2-6]g)?,? ?")
_BEHIND = re.compile(
    rf",?(?: and|(?: there| in [a-z]+)? (?:had|have|has|were|are|owned|own|used|use)(?: (?:{HEDGE}|now))*) "
)  # for every 100 people there were 80 …
_PHONES = ("phone",)
_THINGS = frozenset(("", "units", "sets", "lines", "users", "subscribers", "subscriptions"))
_SUCH = (" such ", " these ", " those ")

_PARCEL = (
    r"(?:(?:single|express|courier|delivered|individual) )*"
    r"(?:parcel|package|delivery|piece|item|shipment|consignment|order)\b"
)
_PRICES = (
    re.compile(
        r"\b(?:the )?average (?:unit |selling |delivery )?(?:price|cost|charge|fee|revenue|income|takings)s?"
        rf"(?: (?:of|for|per|from|on|earned|paid))*(?: (?:sending|delivering|shipping|handling))?(?: (?:an?|one|each|every))? {_PARCEL}"
    ),
    re.compile(
        rf"\b(?:each|every|(?:the|an) average|an?|one) {_PARCEL}(?: on average)?"
        r"(?= (?:now |still |only |just )*(?:brought in|brings in|earned|earns|generated|yielded|fetched|made|makes|was worth|costs?)\b)"
    ),
    re.compile(
        rf"\b(?:average )?(?:per|single)[- ](?:ticket|waybill|{_PARCEL})(?:'s)? (?:revenue|price|income|cost|charge|fee)s?\b"
    ),
    re.compile(
        rf"\b(?:revenue|income|price|cost|charge|fee|takings)s? (?:per|(?:for|from|of) (?:each|every)) (?:ticket|waybill|{_PARCEL})"
    ),
    re.compile(
        r"\b(?:express |courier )?(?:parcels|packages|deliveries)"
        r"(?= (?:cost|averaged|earned|yielded|fetched|brought in) (?:about |some |an average of |on average )*[\d.]+ yuan\b(?:,? (?:each|apiece|on average)\b)?)"
    ),
)
# So much a parcel, right after the number, or in its unit.
_APIECE = re.compile(
    rf" ?(?:per|/) ?{_PARCEL}| (?:an?|each|every) {_PARCEL} on average"
    rf"| (?:on|from|with) (?:(?:an|the) average|each|every) {_PARCEL}| (?P<for>for (?:each|every|a) {_PARCEL})"
)
EXPRESS_PRICE = "average price per parcel"  # the name under which the catalogue has it


def for_each(text: str, tokens: list[Token], words: Vocabulary) -> list[Token]:
    """The tokens of a sentence with the rates of what so many people share, and prices of a parcel."""
    if _HUNDREDS in ENGLISH.found(text):
        for match in _EVERY.finditer(text):
            tokens = _shared(text, tokens, match, words)
    if "yuan" in text and (word := words.index.get(EXPRESS_PRICE)) is not None:
        spans = [m.span() for pattern in _PRICES for m in pattern.finditer(text)]
        made = [Token(a, b, "name", text[a:b], word) for a, b in spans]
        tokens = _with(tokens, made or _apiece(text, tokens, word, words))
    return tokens


def _apiece(text: str, tokens: list[Token], word: Word, words: Vocabulary) -> list[Token]:
    """What so much a parcel is of: the price, and no revenue that stands before it."""
    made: list[Token] = []
    earned: Token | None = None
    for token in tokens:
        q = token.quantity
        if token.kind == "name":
            known = (words.catalogue.indicators.get(n.code) for n in token.word.namings)
            earned = token if any(i is not None and i.unit == "CNY" for i in known) else None
        if q is None:
            continue
        if q.unit.startswith("yuan") and not q.scale:
            end = token.start + text[token.start : token.end].find("yuan") + 4
            match = _APIECE.match(text, end)
            if match and earned is not None:
                made.append(replace(earned, word=word))
            elif match and not match["for"]:
                made.append(Token(end, match.end(), "name", match[0], word))
                made.append(replace(token, end=end, quantity=replace(q, unit="yuan")))
        earned = None
    return made


def _shared(text: str, tokens: list[Token], match: re.Match[str], words: Vocabulary) -> list[Token]:
    """The tokens where a number, or several, are of what so many people share."""
    unit = UNITS[match["hundred"] is not None]
    begin, stop = match.span()
    if any(t.start < begin < t.end for t in tokens):
        return tokens  # sets per 100 people
    made: list[Token] = []
    last = begin
    for token in reversed(tokens):
        q = token.quantity
        if q is None or token.end > last:
            continue
        if q.scale or q.unit not in _THINGS or not _BETWEEN.fullmatch(text, token.end, last):
            break
        last, end = token.start, stop if token.end == begin else token.end
        made.append(replace(token, end=end, quantity=replace(q, unit=unit)))
        made += _rate(text, token.end, unit, words)
        if text.startswith(_SUCH, token.end):  # of which the text has spoken
            tokens = [t for t in tokens if t.end <= token.end or begin <= t.start]
            tokens.append(made[-1])
    last = stop
    for token in tokens if not made else ():
        q = token.quantity
        if q is None or token.start < last:
            continue
        if q.scale or q.unit not in _THINGS or not _BEHIND.fullmatch(text, last, token.start):
            break
        rate = list(_rate(text, token.end, unit, words))
        last = rate[0].end if rate else len(text)
        made += [replace(token, quantity=replace(q, unit=unit)), *rate]
    outside = [t for t in tokens if t.end <= begin or stop <= t.start]
    return _with(outside, made)


def _rate(text: str, start: int, unit: str, words: Vocabulary) -> Iterator[Token]:
    """The rate of what is counted right after a number."""
    counted = _COUNTED.match(text, start)
    if counted is None or counted["what"] in _THINGS or text.startswith(_SUCH, start):
        return
    known, catalogue = phrases(words.catalogue).words, words.catalogue
    bag = known.bag(WORD.findall(counted["what"]))
    if bag == _PHONES and holds(text, ("mobile", "cell", "fixed", "wireless")):
        return  # of which the sentence tells
    code = known.code(bag) or known.joined(bag, ("line",))
    by = rates(catalogue, Name(code)).values() if code in catalogue.indicators else ()
    rate = next(
        (r.code for r in by if catalogue.indicator(r.code).unit in words.units.words.get(unit, {})),
        "",
    )
    yield name(text, counted.start("what"), counted.end("what"), rate)


def _with(tokens: list[Token], made: list[Token]) -> list[Token]:
    """The tokens with others in place of those that they cover."""
    if not made:
        return tokens
    kept = [t for t in tokens if not any(m.start < t.end and t.start < m.end for m in made)]
    return sorted((*kept, *made), key=PLACE)
