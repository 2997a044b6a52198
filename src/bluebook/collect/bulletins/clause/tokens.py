"""A sentence as a row of tokens: names, places, periods, numbers, cues, marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter, itemgetter

import msgspec
from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.amounts.quantities import IN_WORDS, quantities
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word
from bluebook.collect.bulletins.text.hints import ENGLISH, holds
from bluebook.collect.bulletins.times.dates import mentions
from bluebook.collect.bulletins.times.dates_en import DAY, SPOKEN, came_out
from bluebook.collect.bulletins.times.when import When

NOTHING = Word()
MAX_CUE = 6
_SPEEDS = frozenset(("g", "m", "mb", "mbps", "兆", "gbps"))
# After a speed that is no figure but part of a name: 4M以上的宽带用户, 100M-1000M用户.
_OF_SPEED = re.compile(
    r"(?:bps)?(?:\(含\))?(?:及?以[上下]|(?:的?(?:接入)?速率)?的?(?:固定|互联网|宽带|接入|家庭)*用户)"
)
_START = attrgetter("start")
_LONGEST = itemgetter(0, 1)
_MARK = re.compile(r"[,、();:\[\]\"]")
# What follows a period that is a base of prices, or the beginning of a span, not a date.
PRICED = re.compile(r"\bprices? (?:of|in|from|as|for)(?: the)? $")
BASE = re.compile(
    r"(?:年|同期)?(?:的)?(?:(?:制|确|设|预)?定(?:的|下|了)|提出|下达|部署|[\u4e00-\u9fff]{0,6}不变|价格|可比|单价|为基期|以来|起|开始| constant| prices)"
)
_SCALES = ("million ", "billion ", "thousand ")
_OF_YEAR = ("", "of", "of the", "in")
_UNTIL = re.compile(r"截[至止]到?$")  # 截至10月
_GENERATION = re.compile(r"[2-6]g(?![a-z])")


class Token(msgspec.Struct, frozen=True, gc=False):
    """`kind`: name, place, when, number, cue or mark; `cues` are those of a cue."""

    start: int
    end: int
    kind: str
    text: str
    word: Word = NOTHING
    quantity: Quantity | None = None
    when: When | None = None
    cues: frozenset[str] = NOTHING.cues

    def cue(self, *kinds: str) -> bool:
        return not self.cues.isdisjoint(kinds)

    def mark(self, marks: str) -> bool:
        return self.kind == "mark" and self.text in marks


def scan(text: str, vocabulary: Vocabulary) -> list[Token]:
    """The tokens of a plain text in lower case, in order and without overlaps.

    Names win over periods (5G is no number), periods over numbers, numbers over cues. A text
    without any of these tells nothing, and has none.
    """
    tokens: list[Token] = []
    dated: list[tuple[int, int, When]] = []  # (start, -end, period), the longer first
    others: list[tuple[int, int, Word]] = []
    for found in vocabulary.find(text):
        s, e, word = found
        if word.namings and text[s] == "月" and text[s - 1 : s].isdecimal():
            rest = vocabulary.index.get(text[s + 1 : e])  # 6月|户均流量, not 月户均流量
            if rest is not None and rest.namings:
                tokens.append(Token(s + 1, e, "name", text[s + 1 : e], rest))
        elif word.plain or (word.namings and not _counted(text, s, e, word, vocabulary)):
            tokens.append(Token(s, e, "name", text[s:e], word))
        elif word.when:
            dated.append((s, -e, word.when))
        else:
            others.append(found)
    masked = _masked(text, tokens)
    spans = [(m.start, -m.end, m.when) for m in mentions(masked, vocabulary.language)]
    if "截" in text:
        spans = [(start, end, _until(text, start, when)) for start, end, when in spans]
    if dated:
        spans = sorted([*spans, *dated], key=_LONGEST)
    if spans:
        whens = list(_whens(spans, text, masked))
        masked = _masked(masked, whens)
        tokens += whens
    if ("20" in masked or "19" in masked) and holds(masked, _PARTING):
        masked = _CALENDAR.sub(_blotted, masked)
    if vocabulary.language == "en" and "20" in masked and SPOKEN.within(masked):
        masked = DAY.sub(_blotted, masked)
    numbers = _numbers(masked, text, vocabulary)
    masked = _masked(masked, numbers)
    tokens += numbers
    if not tokens:
        return []
    if vocabulary.language == "zh":
        parts = list(_shortened(text, vocabulary)) if "部" in text or "东北" in text else []
    else:
        parts = list(_parts(text, vocabulary)) if "east" in text else []
        parts = parts or (list(_located(text, others)) if " china's " in text else [])
    if parts:
        masked = _masked(masked, parts)
        tokens += parts
    for s, e, word in others:
        if masked.find("\0", s, e) < 0:
            tokens.append(_word(text, s, e, word))
        elif masked[s] == "\0" != masked[e - 1]:
            torn = list(_torn(text, masked, s, e, vocabulary))
            masked = _masked(masked, torn)
            tokens += torn
    for m in _MARK.finditer(masked):
        start = m.start()
        tokens.append(Token(start, start + 1, "mark", text[start]))
    tokens.sort(key=_START)
    return tokens


def _counted(text: str, start: int, end: int, word: Word, vocabulary: Vocabulary) -> bool:
    """English: is a name, of which nothing it needs is told, the unit of a number: 5 million households?"""
    if vocabulary.language == "zh" or text[start:end] not in vocabulary.units.words:
        return False
    if not text[max(0, start - 9) : start].endswith(_SCALES):
        return False
    return not any(
        all(any(w in text for w in c.split("|")) for c in naming.conditions)
        for naming in word.namings
    )


def _numbers(masked: str, text: str, vocabulary: Vocabulary) -> list[Token]:
    words = vocabulary.language == "zh" or not text.isascii() or IN_WORDS in ENGLISH.found(text)
    return [
        Token(q.start, q.end, "number", text[q.start : q.end], NOTHING, q)
        for q in quantities(masked, vocabulary.units, words=words)
        if not (q.unit in _SPEEDS and _speed(q, text))
    ]


def _speed(q: Quantity, text: str) -> bool:
    """Is a number part of a name: 5G, 4M以上的宽带用户?"""
    if q.unit == "g":
        return _GENERATION.fullmatch(text, q.start, q.end) is not None
    return _OF_SPEED.match(text, q.end) is not None


def _word(text: str, start: int, end: int, word: Word) -> Token:
    """A place or a cue."""
    if word.territory:
        return Token(start, end, "place", text[start:end], word)
    return Token(start, end, "cue", text[start:end], word, None, None, word.cues)


def _torn(text: str, masked: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[Token]:
    """The word after a period that a longer word began in: 增加 in 2019年增加."""
    at = masked.rfind("\0", start, end) + 1
    for s, e, word in vocabulary.find(text[at : at + MAX_CUE]):
        if s == 0 and not word.namings and not word.when and "\0" not in masked[at : at + e]:
            yield _word(text, at, at + e, word)


def _until(text: str, start: int, when: When) -> When:
    """A month that 截至 stands before is meant as a date, with 末 or without."""
    month = when.first == when.last and not when.relative
    return (
        replace(when, end=True) if month and _UNTIL.search(text, max(0, start - 3), start) else when
    )


_SHORT_LIST = r"(?:[{0}][、和及与]?){{1,4}}(?=[{0}]部|东北)"


def _shortened(text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    """The first places of 东、中、西部和东北地区, each a token."""
    keys = "".join(vocabulary.short_places)
    for match in re.finditer(_SHORT_LIST.format(keys), text):
        for i in range(match.start(), match.end()):
            if text[i] in keys:
                word = vocabulary.index.get(vocabulary.short_places[text[i]])
                if word is not None and word.territory:
                    yield Token(i, i + 1, "place", text[i], word)


_PART_EN = r"(?:north)?east(?:ern)?|central|middle|west(?:ern)?"
_PARTS_EN = re.compile(
    rf"(?<![a-z])(?:(?:the )?(?:{_PART_EN})(?:, and | and |, )){{1,3}}(?:the )?(?:{_PART_EN})"
    r"(?= (?:regions?|areas?|parts?|provinces)(?![a-z]))"
)


def _parts(text: str, vocabulary: Vocabulary) -> Iterator[Token]:
    """English: each place of "eastern, middle and western areas"."""
    for match in _PARTS_EN.finditer(text):
        for part in re.finditer(_PART_EN, match[0]):
            word = vocabulary.index.get(vocabulary.short_places[part[0]])
            if word is not None and word.territory:
                start = match.start() + part.start()
                yield Token(start, start + len(part[0]), "place", part[0], word)


# Where in the country a place of it lies, which says nothing of the figures.
_LYING = re.compile(
    r"(?<![a-z])(?:(?:north|south)[- ]?)?(?:east|west|north|south|central|inland|coastal)(?:ern)? china's (?=[a-z])"
)
_ADORNED = re.compile(r"(?:[a-z-]+ ){0,3}")  # coal-rich


def _located(text: str, words: list[tuple[int, int, Word]]) -> Iterator[Token]:
    """English: "southwest China's" before Sichuan Province, as the country that it stands for."""
    places = {start: word for start, _, word in words if word.territory}
    for match in _LYING.finditer(text):
        start, end = match.start(), match.end()
        country = places.get(end - len("china's "))
        named = (place for place in places if end <= place <= end + 40)
        if country is not None and any(_ADORNED.fullmatch(text, end, p) for p in named):
            yield Token(start, end - 1, "place", text[start : end - 1], country)


def _whens(spans: list[tuple[int, int, When]], text: str, masked: str) -> Iterator[Token]:
    """Periods without overlaps; 去年 and 3月份 after it are one; a price base is none."""
    held: Token | None = None
    last = 0
    priced = "price" in text
    for start, minus, when in spans:
        end = -minus
        if held is not None and start < last < end and when.same and _this_month(held):
            held = Token(held.start, end, "when", text[held.start : end], when=when)
            last = end
            continue  # in the same month of last year
        if start < last or "\0" in masked[start:end] or BASE.match(text, end):
            continue
        if when.last - when.first < 11 and came_out(text, start, end):
            continue
        if priced and PRICED.search(text, 0, start):
            continue  # at the constant price of last year
        last = end
        of = held.when if held is not None else None
        if held is not None and of is not None:
            between = text[held.end : start]
            part = of.year is None and not of.relative
            if part and between.strip() in _OF_YEAR and when.relative in ("0y", "-1y"):
                if not when.same and (when.loose or when.relative == "-1y"):
                    of = replace(of, relative=when.relative, loose=when.loose)
                    held = replace(held, end=end, text=text[held.start : end], when=of)
                    continue  # the first half of this year, November last year
                if between == " of ":
                    continue  # the first five months of the year
            apposed = between == " (" and text.startswith(")", end) and of.relative.startswith("-")
            if apposed and when.year is not None:  # a year ago (March 2016)
                same = msgspec.structs.replace(when, end=when.end or of.same)
                held = Token(held.start, end + 1, "when", text[held.start : end + 1], when=same)
                last = end + 1
                continue
            joins = between.strip(" 的") == ""
            if joins and of.relative.endswith("y") and when.year is None and not when.relative:
                merged = replace(when, relative=of.relative, loose=of.loose)
                held = Token(held.start, end, "when", text[held.start : end], when=merged)
                continue
            yield held
        held = Token(start, end, "when", text[start:end], when=when)
    if held is not None:
        yield held


def _this_month(held: Token) -> bool:
    """Is a period the month that is spoken of: in the same month?"""
    return held.when is not None and held.when.relative == "0m"


_PARTING = ("-", "/", ".")  # the parts of a day
# Days and hours as calendars and clocks print them: 2024-12-24 13:05.
_CALENDAR = re.compile(
    r"(?:19|20)(?<![\d.,/-]..)\d\d([-/.])(?:0?[1-9]|1[0-2])\1[0-3]?\d(?![\d%])(?: [0-2]?\d:\d\d(?::\d\d)?)?"
)


def _blotted(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _masked(text: str, tokens: list[Token]) -> str:
    """The text with the tokens, which come in order and do not overlap, blotted out."""
    if not tokens:
        return text
    pieces: list[str] = []
    place = 0
    for token in tokens:
        start, end = token.start, token.end
        pieces += text[place:start], "\0" * (end - start)
        place = end
    pieces.append(text[place:])
    return "".join(pieces)
