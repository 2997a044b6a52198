"""English: so many for every 100 people, so much for each parcel.

34.8 mobile phones and 28.3 fixed-line telephones for every 100 people; a parcel brought in 8 yuan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.hedges import HEDGE
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english import moneys
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
    r"(?:(?:^[\"' ]*| )(?:per|(?:for |to |in |among |of )?(?:every|each)) | ?/ ?)"
    r"(?:(?P<hundred>100|(?:a |one )?hundred)|10,000|ten thousand) (?:of )?(?:(?:the|permanent|resident|registered|local|usual) ){0,2}"
    r"(?:people|persons|inhabitants|residents|citizens|population|heads?|individuals|[a-z]{3,}ans|[a-z]+ese|[a-z]{4,}(?:shi|ani|eli|qi)s)\b"
)
_HOUSEHOLDS = re.compile(
    r"(?: (?:per|(?:for |to |in |among |of )?(?:every|each)) | ?/ ?)(?:100|(?:a |one )?hundred) (?:house-?holds|homes|families)\b"
)
_OF_HOMES = "per 100 households"
_BROADBAND = re.compile(
    r"\b(?:(?:household|residential|home|fixed|fixed-line|wired) )*broadband (?:penetration|density|take-up|uptake|subscriptions?|connections?|lines?)(?: rates?| levels?)?\b"
)
UNITS = ("per 10,000 people", "per 100 people")
# What a number counts, and what may stand between it and how many share that.
_COUNTED = re.compile(
    r"[ -](?P<what>(?!(?:and|or|in|at|of|for|per|to|from|by|a|an|the|as|up|down|with|against|compared|while|among|every|each)\b)[a-z][a-z0-9-]*(?: (?!(?:and|or|of|for|in|at|per|on|to|were|was|are|is)\b)[a-z][a-z-]*){0,3}(?: of [2-6]g\b)?)"
)
_THINGS_BEFORE = re.compile(
    r"(?:(?!(?:and|or|the|of|number|for|in|at|had|has|have|with|were|was|is|are|while)\b)[a-z0-9-]+(?: of)? ){0,4}[a-z-]+$"
)
# Those that are spoken of: that works out to 10.1 stations for every 10,000 people.
_PLAIN = re.compile(r" (?:base )?(?:stations|sites|ports|lines|units)")
_BETWEEN = re.compile(r"(?:[ -][a-z][a-z-]*){0,7}(?: of [2-6]g)?,? ?")
_BEHIND = re.compile(
    rf",?(?: and|(?: there| in [a-z]+)? (?:(?:now|already|currently) )?(?:had|have|has|were|are|owned|own|used|use|shared|share)(?: (?:{HEDGE}|now))*) "
)  # for every 100 people there were 80 …
_PHONES = ("phone",)
_THINGS = frozenset(
    (
        "",
        "units",
        "sets",
        "lines",
        "users",
        "subscribers",
        "subscriptions",
        "stations",
        "ports",
        "sites",
    )
)
_SUCH = (
    " such ",
    " these ",
    " those ",
    *(f" of {them}{end}" for them in ("them", "these", "those") for end in " .,;"),
)

# So much a thing in other money.
_ITEMS = ENGLISH.group(
    *(f"{each} {thing}" for each in ("a", "an", "per", "each", "every")
      for thing in ("parcel", "package", "item", "piece", "shipment", "delivery"))
)  # fmt: skip
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
        rf"\b(?:the )?(?:price|cost|charge|fee)s? (?:of|for|to) (?:(?:send|deliver|shipp?|mail|post|dispatch)(?:ing)? )?(?:an?|one|each|every) {_PARCEL}"
        r"(?= (?:averaged|on average|was|were|stood|came|fell|dropped|rose|slid|declined|decreased|increased|went|slipped|is|has)\b)"
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
# What it cost to send one: it cost 11.9 yuan on average to send a parcel.
_TO_SEND = re.compile(
    rf"\b(?P<cost>costs?)(?: [a-z]+){{0,4}} [\d.]+ yuan(?: on average)? (?P<to>to (?:send|ship|deliver|mail|post|dispatch) (?:an?|one|each) (?:average )?{_PARCEL})"
)
# What companies took for each, and what was said to be an average.
_TOOK = re.compile(
    rf"\b(?:took|earned|received|made|collected|charged|got|brought in|earn|charge|collect|receive|make|earning|charging|making|collecting)(?: {HEDGE})* $"
)
_MEAN = ("average", "on average", "price", "charge", "fee", "cost")
# So much a parcel, right after the number, or in its unit.
_APIECE = re.compile(
    rf" ?(?:per|/) ?{_PARCEL}| (?:an?|each|every) {_PARCEL} on average"
    rf"| (?:on|from|with) (?:(?:an|the) average|each|every) {_PARCEL}| (?P<for>for (?:each|every|an?) {_PARCEL})| (?P<a>an?|each|every) {_PARCEL}"
)
_BESIDE = re.compile(r",|\(")
EXPRESS_PRICE = "average price per parcel"  # the name under which the catalogue has it


def for_each(text: str, tokens: list[Token], words: Vocabulary) -> list[Token]:
    """The tokens of a sentence with the rates of what so many people share, and prices of a parcel."""
    if _HUNDREDS in ENGLISH.found(text):
        for match in _EVERY.finditer(text):
            tokens = _shared(text, tokens, match, words)
        for match in _HOUSEHOLDS.finditer(text) if "broadband" in text else ():
            tokens = _of_homes(text, tokens, match.span(), words)
    if ("yuan" in text or _ITEMS in ENGLISH.found(text)) and (
        word := words.index.get(EXPRESS_PRICE)
    ) is not None:
        spans = [m.span() for pattern in _PRICES for m in pattern.finditer(text)]
        spans += [m.span(of) for m in _TO_SEND.finditer(text) for of in ("cost", "to")]
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
        other = not moneys.OTHER.isdisjoint(words.units.words.get(q.unit, ()))
        if (other or q.unit.startswith("yuan")) and not q.scale:
            unit = text.find("yuan", token.start, token.end)
            end = token.end if other else unit + len("yuan")
            match = _APIECE.match(text, end)
            if match and earned is not None and _BESIDE.search(text, earned.end, token.start):
                earned = None  # 1.21 trillion yuan in revenue, or 9.1 yuan per parcel
            took = match and "average" in text and _TOOK.search(text, 0, token.start) is not None
            if match and (match["for"] or match["a"]) and not (took or earned):
                match = match if match["a"] and holds(text[: token.start], _MEAN) else None
            if match and earned is not None:
                made.append(replace(earned, word=word))
            elif match:
                made.append(Token(end, match.end(), "name", match[0], word))
                if not other:
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
        rate = list(_rate(text, token.end, unit, words, tokens))
        plain = not rate and _PLAIN.fullmatch(text, token.end, begin) is not None
        last, end = token.start, stop if plain or token.end == begin else token.end
        made += [replace(token, end=end, quantity=replace(q, unit=unit)), *rate]
        if plain or text.startswith(_SUCH, token.end):  # of which the text has spoken
            tokens = [t for t in tokens if t.end <= token.end or begin <= t.start]
    last = stop
    for token in tokens if not made else ():
        q = token.quantity
        if q is None or token.start < last:
            continue
        if q.scale or q.unit not in _THINGS or not _BEHIND.fullmatch(text, last, token.start):
            break
        rate = list(_rate(text, token.end, unit, words, tokens))
        last = rate[0].end if rate else len(text)
        made += [replace(token, quantity=replace(q, unit=unit)), *rate]
    outside = [t for t in tokens if t.end <= begin or stop <= t.start]
    return _with(outside, made or list(_of_things(text, (begin, stop), unit, words)))


def _of_homes(
    text: str, tokens: list[Token], share: tuple[int, int], words: Vocabulary
) -> list[Token]:
    """The tokens where a number is of what 100 households share: broadband penetration was 84.5."""
    before = list(_BROADBAND.finditer(text, 0, share[0]))
    code = phrases(words.catalogue).words.joined(("household", "penetration"), ("broadband",))
    if not before or code not in words.catalogue.indicators:
        return tokens
    made = [name(text, *before[-1].span(), code)]
    for token in tokens:
        if token.quantity is not None and token.end == share[0]:
            made.append(
                replace(token, end=share[1], quantity=replace(token.quantity, unit=_OF_HOMES))
            )
    return _with([t for t in tokens if t.end <= share[0] or t.start >= share[1]], made)


def _of_things(text: str, share: tuple[int, int], unit: str, words: Vocabulary) -> Iterator[Token]:
    """The rate of what is named right before: mobile telephones per 100 residents reached 102.6."""
    things = _THINGS_BEFORE.search(text, max(0, share[0] - 60), share[0])
    known = phrases(words.catalogue).words
    start = things.start() if things else share[0]
    while start < share[0]:
        code = known.code(known.bag(WORD.findall(text[start : share[0]])))
        if (rate := _rate_of(code, unit, words)) != "":
            yield name(text, start, share[1], rate)
            return
        start = text.find(" ", start, share[0]) + 1 or share[0]


def _rate_of(code: str, unit: str, words: Vocabulary) -> str:
    """The rate of an indicator in a unit, if there is one; itself, where it is one."""
    catalogue, units = words.catalogue, words.units.words.get(unit, {})
    if code not in catalogue.indicators:
        return ""
    known = [code, *(r.code for r in rates(catalogue, Name(code)).values())]
    return next((c for c in known if catalogue.indicator(c).unit in units), "")


def _rate(
    text: str, start: int, unit: str, words: Vocabulary, tokens: list[Token]
) -> Iterator[Token]:
    """The rate of what is counted right after a number; of phones, that of those named before."""
    counted = _COUNTED.match(text, start)
    if counted is None or counted["what"] in _THINGS or text.startswith(_SUCH, start):
        return
    known = phrases(words.catalogue).words
    bag = known.bag(WORD.findall(counted["what"]))
    if bag == _PHONES and holds(text, ("mobile", "cell", "fixed", "wireless")):
        names = [t for t in tokens if t.kind == "name" and t.end < start]
        codes = [n.code for t in reversed(names) for n in t.word.plain]
        rate = next(filter(None, (_rate_of(c, unit, words) for c in codes)), "")
        if not rate:
            return  # of which the sentence tells
    else:
        rate = _rate_of(known.code(bag) or known.joined(bag, ("line",)), unit, words)
    yield name(text, counted.start("what"), counted.end("what"), rate)


def _with(tokens: list[Token], made: list[Token]) -> list[Token]:
    """The tokens with others in place of those that they cover."""
    if not made:
        return tokens
    kept = [t for t in tokens if not any(m.start < t.end and t.start < m.end for m in made)]
    return sorted((*kept, *made), key=PLACE)
