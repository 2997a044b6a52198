"""English: names that no list holds, put among the tokens of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from msgspec.structs import replace

from bluebook.collect.bulletins.phrases import Part, Phrases, Run
from bluebook.collect.bulletins.tokens import Token
from bluebook.collect.bulletins.vocabulary import Naming, Word
from bluebook.collect.bulletins.words import WORD, Bag, namings

PLACE = attrgetter("start", "end")
_EARNS = re.compile(
    r" (?:(?:also|together|have|has|had) )*(?:generated|earned|raked in|contributed|brought in|netted|reaped|earning|generating|netting|raking in|bringing in|reaping)"
    r"(?: (?:a total of|about|over|more than|nearly|some|around|almost|roughly))* "
)
_ALSO = re.compile(
    r"(?:,|and|while) (?:also )?(?P<verb>earned|generated|raked in|earning|generating|raking in)"
    r"(?: (?:a total of|about|over|more than|nearly|some|around|almost|roughly))* "
)
_GROWTH_IN = re.compile(r" growth ?")
_SHARES = re.compile(
    r" (?:now |also )?(?:account(?:ing|ed|s)? for|making up|made up|representing)\b"
)
_IN_WHAT = re.compile(
    r" (?:in|of|worth of) (?!the |20|q\d|h\d|[a-z]+ber|january|february|march|april|may|june|july|august|total)"
)
# An industry that nothing known says more of: the automobile industry.
_OTHER = re.compile(r"\b(?!(?:and|or|by|as|s|said|while|but|saw|helped) )[a-z]+ $")
_INDUSTRY = re.compile(r"(?:industry|sector|market)\b")
_HANDLED = re.compile(r" (?:handled|delivered|processed|sent|shipped|collected)")
_WERE_HANDLED = re.compile(
    r" (?:(?:(?:were|was|are|is|being|to be) |(?:have|has|had|will|would) (?:been|be) ))?"
    r"(?:handled|delivered|processed|shipped|sent|collected|dispatched|sorted|mailed|picked up)\b"
)
# Express delivery reached 51 billion pieces.
_REACHED = re.compile(
    r"(?: nationwide)? (?:(?:has|have|had|also|already) )*"
    r"(?:reached|totaled|totalled|hit|exceeded|topped|surpassed|amounted to|stood at|came to|rose to|grew to|climbed to|was|were)"
    r"(?: (?:a total of|about|over|more than|nearly|some|around|almost|roughly))* "
)
# 676 million households using 5G phones.
_GENERATION = re.compile(
    r" ?(?:(?:people|persons|users|households|subscribers|customers|chinese|consumers|netizens|individuals) )?"
    r"(?:(?:who|that|were|are|is|have|has|had|been|already|now|currently) )*"
    r"(?P<verb>using|use|used|on|subscribed to|subscribing to) (?:the |a |its |their )?"
    r"(?P<what>[2-5]g(?: (?:mobile|smart))?(?: (?:phones?|handsets?|smartphones?|terminals?|devices?|networks?|services?))?)\b"
)
_INCLUDES = re.compile(
    r", (?:which|that) (?:includes?|covers?|comprises?) (?:the )?$|, including (?:the )?$"
)
_OF_G = re.compile(r"(?<=[gdenos] )(?:the |a |its |their )?[2-5]g\b")
MANY = 5  # powers of ten of what is counted in users
_GAINS = re.compile(
    r" (?:(?:has|have|had|also|further|services?|then) )*"
    r"(?:added|adds|gained|gains|rose|grew|increased|climbed|jumped|expanded|up)"
    r"(?: (?:by|a net|net|about|over|some|nearly|around|more than))* "
)
_THAT_OF = re.compile(
    r"(?<!excluding )(?<!including )(?<!than )(?<!with )(?<!to )(?<!from )(?<!exceeding )"
    r"\b(?:that|those) (?:of|for|in|from) (?:the )?(?P<what>[a-z][a-z -]*?)"
    r"(?= (?:was|were|is|are|has|had|will|would|reached|hit|stood|amount\w*|total\w*|came|rose|grew|fell|increas\w*|decreas\w*|declin\w*|account\w*|at|to)\b"
    r"| (?:rmb|cny|usd|us\$|\$|¥)? ?\d|[,;:.)]|$)"
)
_OF_USERS = frozenset(("users", "subscribers", "customers"))
_CLAUSE = re.compile(r"[,;:]|\b(?:while|whereas|and|but)\b")
# Before a part of all that a sentence sets out with: In rural areas, …
_FRONTED = re.compile(
    r"[\"' ]*(?:(?:meanwhile|in (?:contrast|comparison)|by contrast|and), )?(?:in|across|among|for) (?:the |china's |chinese )*"
)
_OTHER_CLAUSE = re.compile(r"[;:]|\b(?:while|whereas|but|urban|rural|nationwide|overall)\b")
_OF_ALL = re.compile(
    r"(?:%|per ?cent) of (?:(?:the|all|its|total|china's|country's|nation's|chinese) )*$"
)


def topic(text: str, phrases: Phrases, before: Bag) -> Bag:
    """The industry that a text goes on to speak of, after that which it spoke of before."""
    for places, run in phrases.runs(text):
        before = _goes_on(text, places, run, before)
    return before


def _goes_on(text: str, places: list[tuple[int, int]], run: Run, before: Bag) -> Bag:
    """The industry that is spoken of after a run of words."""
    if run.topic:
        return run.topic
    if not before:  # postal revenue: the postal industry, where none was named
        before = next((part.industry for part in run.parts if part.industry), ())
    start = places[0][0]
    other = _INDUSTRY.match(text, start) and _OTHER.search(text, max(0, start - 20), start)
    return () if other else before


def composed(
    text: str, tokens: list[Token], phrases: Phrases, topic: Bag, spoken: str = ""
) -> tuple[list[Token], Bag]:
    """The tokens with the names that phrases are, and the industry that the text speaks of.

    `spoken` are the words of what the sentence before spoke of.
    """
    made: list[Token] = []
    doer: Bag = ()
    apart = _CLAUSE  # where what the doer does ends
    done = 0
    sure = {(t.start, t.end) for t in tokens if t.word.plain}
    runs = list(phrases.runs(text))
    for n, (places, run) in enumerate(runs):
        topic = _goes_on(text, places, run, topic)
        if n + 1 < len(runs) and _GROWTH_IN.fullmatch(text[places[-1][1] : runs[n + 1][0][0][0]]):
            topic = runs[n + 1][1].topic or topic  # revenue growth in China's telecom industry
        for part in run.parts:
            start, end = places[part.first][0], places[part.last - 1][1]
            settled = doer and phrases.words.settled.issuperset(doer)
            near = bool(doer) and not (settled and phrases.words.settles(part.bag))
            near = near and not apart.search(text, done, start)
            told = phrases.words.joined(part.bag, doer) if near else ""
            if near and settled and not _OF_ALL.search(text, 0, start):
                made.append(_name(text, start, end, told))  # rural areas had … internet users
                continue
            if (start, end) in sure:
                continue
            bare = (
                part.bag == (phrases.words.done,) and part is run.parts[0]
            )  # of what was spoken of, no industry's
            bare = bare or bool(near and not told)  # of an industry that has none such
            code = told or part.code or ("" if bare else phrases.words.joined(part.bag, topic))
            if not code and not topic and _WERE_HANDLED.match(text, end):
                code = phrases.words.handled(part.bag)
            # information-service revenue, or a broadband penetration rate
            other = not code and (phrases.words.another(part.bag) or phrases.words.rate(part.bag))
            if code or other:
                beside = [t for t in tokens if t.start < end and start < t.end]
                token = _token(text, (start, end), beside, code, phrases)
                if token and (other or not any(_known(text, t, token, told, part) for t in beside)):
                    made.append(token)
        if run.short and (
            _SHARES.match(text, places[-1][1])
            or _gains(text, places[-1][1], tokens, phrases, run.short.code)
        ):
            made.append(_name(text, places[run.short.first][0], places[-1][1], run.short.code))
        reached = _REACHED.match(text, places[-1][1]) if run.busy else None
        if run.busy and reached and _money(text, reached.end(), tokens, phrases, run.busy.code):
            made.append(_name(text, places[run.busy.first][0], places[-1][1], run.busy.code))
            topic = topic or run.busy.bag
        for part in run.sectors:
            if _INCLUDES.search(text, 0, places[part.first][0]) and doer:
                done = max(done, places[part.last - 1][1] + 1)
                continue  # the postal industry, which includes courier services, saw …
            doer, done = part.bag or topic, places[part.last - 1][1]
            if (places[part.first][0], done) in sure:  # letter business is what is measured
                doer = ()
            fronted = _FRONTED.fullmatch(text, 0, places[part.first][0])
            apart = _OTHER_CLAUSE if fronted else _CLAUSE
            verb = _EARNS.match(text, done)  # courier services contributed … yuan
            code = phrases.words.joined(doer, (phrases.words.earned,)) if doer and verb else ""
            if code and verb and _money(text, verb.end(), tokens, phrases, code):
                made.append(_name(text, places[part.first][0], done, code))
    if doer:
        made += _earned_too(text, done, doer, tokens, phrases)
    if "g " in text and _OF_G.search(text):
        made += _of_generation(text, tokens, made, phrases)
    if "that " in text or "those " in text:
        made += _those(text, tokens, made, phrases, spoken)
    if not made:
        return tokens, topic
    tokens = [_cut(t, made) if t.kind == "number" else t for t in tokens]
    kept = [t for t in tokens if not any(m.start < t.end and t.start < m.end for m in made)]
    return sorted((*kept, *made), key=PLACE), topic


_HAS = re.compile(
    r" (?:(?:now|already|also) )?(?:had|has|have|boasts?|boasted|counts?|counted|claimed|serves?|served)"
    r"(?: (?:a total of|about|over|some|nearly|around|almost|roughly|more than))* "
)
_USERS = re.compile(r" ?(?:users|subscribers|customers|subscriptions|accounts)\b")


def _earned_too(
    text: str, done: int, doer: Bag, tokens: list[Token], phrases: Phrases
) -> Iterator[Token]:
    """What an industry earned besides: it handled … parcels, and earned … yuan."""
    for also in _ALSO.finditer(text, done):
        code = phrases.words.joined(doer, (phrases.words.earned,))
        if code and _money(text, also.end(), tokens, phrases, code):
            yield _name(text, also.start("verb"), also.end("verb"), code)


def _gains(text: str, start: int, tokens: list[Token], phrases: Phrases, code: str) -> bool:
    """Do so many follow that they can only be users: broadband added 1.9 million?"""
    if any(t.cue("entity") and t.start < start <= t.end for t in tokens):
        return False  # China Mobile had 17 million users
    verb = _GAINS.match(text, start) or _HAS.match(text, start)
    number = next((t for t in tokens if verb and t.kind == "number" and t.end > start), None)
    q = number.quantity if number is not None else None
    if verb is None or number is None or q is None or number.start > verb.end() + 2:
        return False
    if _HAS.match(text, start):  # fixed broadband had 300 million users
        return q.unit in _OF_USERS or _USERS.match(text, number.end) is not None
    return (not q.unit and q.scale >= MANY) or phrases.words.counts(code, q.unit)


def _of_generation(
    text: str, tokens: list[Token], made: list[Token], phrases: Phrases
) -> Iterator[Token]:
    """So many people who use 5G phones are 5G users."""
    for number in tokens:
        match = _GENERATION.match(text, number.end) if number.kind == "number" else None
        q = number.quantity
        if match is None or q is None or q.scale < MANY:
            continue
        start, end = number.end + 1, match.end("what")
        users = phrases.words.bag([*WORD.findall(match["what"]), "users"])
        code = phrases.words.code(users)
        if code and not any(m.start < end and start < m.end and m.end > end for m in made):
            made[:] = [m for m in made if m.end <= start or end <= m.start]
            yield _name(text, start, end, code)


def _those(
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
        said = words.sector(words.bag(WORD.findall(match["what"])))
        codes = [words.joined(said, (head,)) for head in heads if head in words.heads]
        if codes and said:
            yield _name(text, start, end, next(filter(None, codes), ""))


def _token(
    text: str, span: tuple[int, int], tokens: list[Token], code: str, phrases: Phrases
) -> Token | None:
    """The name as a token, to where a place or "three operators" stands in it.

    It begins where a name does that holds more words which say nothing: the total number of.
    """
    start, end = span
    end = next((t.start for t in tokens if t.kind == "place" or t.cue("scope")), end)
    for t in tokens:
        if t.start < start and t.kind == "name" and phrases.words.empty_of(text[t.start : start]):
            start = t.start
    return _name(text, start, end, code) if text[start:end].strip() else None


def _name(text: str, start: int, end: int, code: str) -> Token:
    name = text[start:end].rstrip()
    return Token(start, start + len(name), "name", name, Word(namings=namings(code)))


def _money(text: str, start: int, tokens: list[Token], phrases: Phrases, code: str) -> bool:
    """Does an amount in the units of an indicator follow, and nothing that says of what else?"""
    number = next((t for t in tokens if t.kind == "number" and t.end > start), None)
    if number is None or number.quantity is None or number.start > start + 3:
        return False
    return phrases.words.counts(code, number.quantity.unit) and not _IN_WHAT.match(text, number.end)


def _known(text: str, token: Token, made: Token, told: str, part: Part) -> bool:
    """Does a token say something else of what a phrase has been taken for?"""
    if token.end <= made.start or made.end <= token.start:
        return False
    done = told and token.start == made.start and _HANDLED.fullmatch(text, made.end, token.end)
    outside = token.start < made.start or (token.end > made.end and not done)
    if token.kind == "number":
        each = text.endswith((" per ", " a ", "/"), token.start, made.start)  # yuan per parcel
        return each or not (token.start < made.start < token.end <= made.end)
    if token.kind != "name":
        return token.kind == "when" or token.cue("entity")
    whole = (token.start, token.end) == (made.start, made.end)
    if token.word.plain:
        return outside or whole or not part.code
    stands = any(_stands(n, text) for n in token.word.namings)
    return outside or (whole and not told and stands)


def _cut(token: Token, made: list[Token]) -> Token:
    """A number whose unit is a name: 95.64 billion parcels."""
    q = token.quantity
    name = next((m for m in made if token.start < m.start < token.end), None)
    if name is None or q is None:
        return token
    end = token.start + len(token.text[: name.start - token.start].rstrip())
    text = token.text[: end - token.start]
    return replace(token, end=end, text=text, quantity=replace(q, end=end, unit=""))


def _stands(naming: Naming, text: str) -> bool:
    """Do the conditions of a name stand in its own sentence?"""
    return all(any(w in text for w in c.split("|")) for c in naming.conditions)
