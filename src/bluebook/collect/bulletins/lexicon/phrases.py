"""English noun phrases as the words they hold: subscribers of fixed telephone services.

The names of a catalogue are forms, and no list has all of them. Here a name is the words that are
left when articles, links and words that say nothing are taken away and spellings are made one; a
phrase of a text that holds the same words means the same. What the name of an industry would add
may stand apart from it: "the postal industry … its business revenue".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import LETTERS, WORD, Bag, remembered, stem
from bluebook.model.catalogue import Catalogue

_SENT = r"(?:transmitted|transferred|carried|transported|consumed|used|downloaded|exchanged|generated|sent|made|placed|originat(?:ed|ing))"
OVER = (
    r"(?:over|on|across|via|through|by|in|with|using|from)"
    r"(?= (?:the |all |its |their |china's |chinese )*(?:mobile|cellular|wireless|handset|smartphone|fixed|landline|[2-6]g|lte)\b)"
)
# What may stand between a thing and what is done with it: parcels were handled by …
_DONE = re.compile(
    r" (?:that )?(?:(?:were|was|are|is|being) )?(?:handled|delivered|processed|involved|sent|shipped"
    r"|generated|earned|provided|brought|operated|living|residing|who lives?|that live|lived|live|resided?)"
    r"(?= (?:by|in|via|through|from)\b)"
    # … or between people and what they go online with, which is no verb to be kept
    r"|(?: (?:who|that|have|had|has|are|were|now|also|can|regularly|currently"
    r"|(?:access|us|surf|brows|connect|go)(?:es|e|ed|ing)?(?: to)?|went|gone|gets?|got|getting|logg(?:ed|ing) (?:on|in)(?:to| to)?))+"
    r"(?= (?:access to |it )?(?:online|(?:the )?(?:internet|web)|(?:their |the |an? )?(?:(?:mobile|cell|smart|hand)[a-z ]{2,20}|phones?)"
    r" (?:to (?:access|go|get|surf|browse|get|connect)|for (?:internet|online|web))"
    r"|(?:through|via|by|with|on|from) (?:their |the |a )?(?:(?:mobile|cell|smart|hand)[a-z ]{0,8}(?:phone|set|device)|phone)s?)\b)"
    r"| (?:are|were|was|came|come)(?= (?:in|from) (?:the )?(?:rural|urban|countryside)\b)"
    # … or between what goes over networks and those
    rf"| (?:that )?(?:(?:were|was|are|is|being) )?{_SENT} {OVER}"
)
# Data that goes over networks is their traffic; the words are as long.
_CARRIED = re.compile(rf"\bdata (?:that )?(?:(?:were|was|are|is|being) )?{_SENT} {OVER}")
# The Chinese who do something are people; the word is as long.
_CHINESE = re.compile(
    r"chinese(?=(?: (?:now|already|also|can|have|had|regularly))* (?:are |were |who |used? |using|access|surf|go|went|online|living))"
)
_NARROWED = ("service ", "services ", "segment ", "field ")
_EMPTY, _SAYS, _BEGINS, _ENDS = 1, 2, 4, 8
_PRINTED = re.compile(
    r"(?P<before>[\"'(\[]*)(?P<words>[a-z0-9]+(?:[-/][a-z0-9]+)*)(?:'s?)?(?P<after>[.,;:!?)\"'\]]*)"
)
# What a name before it is called for short.
_ABBREVIATED = re.compile(
    r"\((?:ftt[xhbo](?:/[a-z0])?|iptv|iot|idc|sms|mms|m2m|[ax]?dsl|isps?|vpn|ai|arpu|td-scdma|lte|phs|pas|wlan|mvnos?|cdma|gsm)\)(?= )"
)

# "online" that says what kind of thing follows: users of online financial services.
_ONLINE = re.compile(r"(?: [a-z]+)? online$")
_KIND = re.compile(
    r" (?!(?:in|by|at|on|as|of|to|from|via|through|with|for|and|or|while|who|that|which|this|last|per|than"
    r"|was|were|is|are|has|had|have|will|would|rose|grew|fell|hit|stood|came|year|up|down)\b)"
    r"[a-z-]+(?<!ed)(?<!ing)\b"
)

_PIECES_AND = re.compile(r"(?<=ion )(?P<unit>pieces|items|units),? and (?:the )?(?=[a-z])")
_GLUED = re.compile(r":(?=\d)")  # broadband:5.46 hundred million

_PHONE = re.compile(r"(?:mobile|cell|smart)? ?phones?\b|handset")  # with which people go online
_PARTS = frozenset(("a", "an", "the"))  # after "with": another thing is told
STRANGE: Bag = ("?",)  # an industry that the catalogue knows nothing of
LONGEST = 40  # characters of a word of a name; eight such are the longest run


class Part(NamedTuple):
    """Some words of a run, from `first` to before `last`: what they hold and mean."""

    first: int
    last: int
    bag: Bag
    code: str = ""
    industry: Bag = ()  # that a name itself tells: postal revenue


class Run(NamedTuple):
    """What neighbouring words hold.

    `parts` mean an indicator, or those without a code, one only beside an industry; `sectors`
    are industries, of which `topic` is one that the text goes on speaking of. `short` is a name
    but for its head: with 4G accounting for 69 per cent. `busy` is an industry without a word
    that says so: express delivery reached 51 billion pieces. `paid` is a name of what is earned
    but for that word: voice 79 billion yuan.
    """

    parts: tuple[Part, ...] = ()
    sectors: tuple[Part, ...] = ()
    topic: Bag | None = None
    short: Part | None = None
    busy: Part | None = None
    paid: Part | None = None


class Phrases:
    """Finds the English names of a catalogue in a text, by their words."""

    def __init__(self, words: Trades) -> None:
        self.words = words
        self._kinds, self._held = remembered(self._kind), remembered(self._holds)

    def runs(self, text: str) -> list[tuple[list[tuple[int, int]], Run]]:
        """The places of neighbouring words that names are made of, and what they hold."""
        found: list[tuple[list[tuple[int, int]], Run]] = []
        first = last = -1  # where the words begin and end
        worth = False  # is any of them more than an article or a link?
        place = done = 0  # of a word; where the verb between a thing and its doer ends
        text = _GLUED.sub(" ", text) if ":" in text else text
        parted = "with a" in text or "with the " in text or "  " in text
        if "(" in text and _ABBREVIATED.search(text):
            text, parted = _ABBREVIATED.sub(_blank, text), True
        printed = text.replace("\n", " ").split(" ")
        for word, known in zip(printed, map(self._kinds, printed), strict=True):
            kind, start, place = known, place, place + len(word) + 1
            if not kind and first < 0:
                continue
            if parted:
                if not word and first >= 0:
                    continue  # fiber (FTTH/O) ports
                if word in _PARTS and text.endswith("with ", 0, start):
                    kind *= _PHONE.match(text, place) is not None
                    # 5G users with a penetration rate of: two things are said
            if first >= 0 and (not kind or kind & _BEGINS) and start >= done:
                verb = None
                if (
                    not kind
                    and word in self.words.doing
                    and (worth or text.startswith("chinese", first))
                ):
                    verb = _DONE.match(text, last)
                if verb is None:
                    if worth:
                        found += self._told(text, first, last)
                    first, worth = -1, False
                else:
                    done = verb.end()
            if kind:
                first = start if first < 0 else first
                last = place - 1
                worth = worth or kind & _SAYS > 0
                if kind & _ENDS:
                    if worth:
                        found += self._told(text, first, last)
                    first, worth = -1, False
        if worth:
            found += self._told(text, first, last)
        return found

    def first(self, text: str) -> str:
        """The first indicator that the first such words of a text name, if any."""
        runs = self.runs(text)
        return runs[0][1].parts[0].code if runs and runs[0][1].parts else ""

    def _kind(self, printed: str) -> int:
        """What a word as it is printed may be in a name; 0 where it is none."""
        if len(printed) > LONGEST or printed in self.words.apart:
            return 0
        match = _PRINTED.fullmatch(printed)
        words = WORD.findall(match["words"]) if match else []
        stems = [*map(stem, words)]
        if not (match and words and self.words.known.issuperset(stems)):
            return 0
        if not all(map(LETTERS.match, words)):
            return 0
        says = any(w not in self.words.empty or w in self.words.carriers for w in stems)
        kind = _SAYS if says else _EMPTY
        return kind + _BEGINS * bool(match["before"]) + _ENDS * bool(match["after"])

    def _told(self, text: str, first: int, last: int) -> list[tuple[list[tuple[int, int]], Run]]:
        """What the words between two places hold, if anything."""
        if last - first > 8 * LONGEST:
            return []
        if (pieces := _PIECES_AND.match(text, first, last)) is not None:
            # 50.9 billion pieces and international business 1.4 billion
            counted = self._told(text, first, pieces.end("unit"))
            return counted + self._told(text, pieces.end(), last)
        key = text[first:last]
        if key.endswith(" online") and _KIND.match(text, last):
            key = _ONLINE.sub("", key)
        at, run = self._held(key)
        if key.startswith(_NARROWED) and run.topic is not None:
            run = Run(topic=STRANGE)  # the information technology service industry
        elif key.startswith(_NARROWED) or not (
            run.parts or run.sectors or run.short or run.busy or run.paid
        ):
            return []  # security services revenue
        return [([(first + a, first + b) for a, b in at], run)]

    def _holds(self, said: str) -> tuple[list[tuple[int, int]], Run]:
        """The places of the words of a run that say something by themselves, and what they hold."""
        said = _CHINESE.sub("people ", said) if "chinese" in said else said
        said = _CARRIED.sub(_traffic, said) if "data " in said else said
        if not self.words.doing.isdisjoint(said.split(" ")):
            said = _DONE.sub(_blank, said)
        at = [m.span() for m in WORD.finditer(said)]
        return at, self._run(tuple([said[a:b] for a, b in at]))

    def _run(self, words: Bag) -> Run:
        segments = list(self._segments(words))
        sectors = tuple(self._sectors(words, segments))
        parts: list[Part] = []
        n = 0
        own = {s.first: self.words.sector(s.bag) for s in segments}
        both = {s.first for s in sectors if s.bag != own[s.first]}
        while n < len(segments):
            stop, code = self._longest(words, segments, n)
            last = next(s for s in reversed(segments[n : stop + 1]) if s.bag or s is segments[n])
            bag = self._said(words, segments[n : segments.index(last) + 1])
            two = segments[n].first in both  # of postal enterprises and express enterprises
            if not code and not two and parts and "and" in self._between(words, segments, n - 1):
                code = self._second(parts[-1].bag, bag) or self._head_of_both(parts[-1], words, bag)
            if code and parts and self._firms_too(words, parts[-1], segments[n]):
                n = stop + 1
                continue
            if code or self.words.headed(segments[n].bag):
                industry = self.words.told_by(bag) if code else ()
                parts.append(Part(segments[n].first, last.last, bag, code, industry))
            n = stop + 1
        topics = [
            self._topic(s, words) for s in sectors if stem(words[s.last - 1]) in self.words.topics
        ]
        topics = [t for t in topics if t is not None]
        short = busy = paid = None
        known: Bag = ()
        if len(segments) == 1 and self.words.earned not in segments[0].bag:
            known = self.words.sector(segments[0].bag)
            code = self.words.joined(known, (self.words.earned,)) if known else ""
            paid = segments[0]._replace(code=code) if code else None
        if len(segments) == 1 and not parts and known:
            code = self.words.joined(known, (self.words.has,))
            short = segments[0]._replace(code=code) if code else None
        if len(segments) == 1 and not parts and not sectors:
            code = self.words.joined(segments[0].bag, (self.words.done,))
            busy = segments[0]._replace(code=code) if code else None
        return Run(tuple(parts), sectors, topics[-1] if topics else None, short, busy, paid)

    def _topic(self, sector: Part, words: Bag) -> Bag | None:
        """What a text goes on to speak of; of an industry without indicators, nothing of ours."""
        if not sector.bag or self.words.industry(sector.bag):
            return sector.bag
        named = stem(words[sector.last - 1]) in self.words.industries
        return STRANGE if named and not self.words.places.issuperset(sector.bag) else None

    def _sectors(self, words: Bag, segments: list[Part]) -> Iterator[Part]:
        """The industries that are named; of "internet and related services" the first word."""
        for n, segment in enumerate(segments):
            settled = segment.bag and self.words.settled.issuperset(segment.bag)
            last = self.words.folded(words[segment.first : segment.last])[-1:]
            if not (settled or self.words.carriers.issuperset(last)):
                continue
            bag = self.words.sector(segment.bag)
            before = segments[n - 1].bag if n else ()
            joined = before and "and" in self._between(words, segments, n - 1)
            if joined and not self.words.heads.intersection(before):
                bag = (
                    (self.words.both(before, bag) or self.words.wider(before, bag))
                    if bag
                    else before
                )
            yield segment._replace(bag=bag)

    def _segments(self, words: Bag) -> Iterator[Part]:
        """The stretches between links, without what says nothing at their ends."""
        thin, links = self.words.thin, self.words.links
        places = [n for n, word in enumerate(words) if word in links]
        for first, place in pairwise((-1, *places, len(words))):
            a, b = first + 1, place
            while a < b and stem(words[a]) in thin and words[a] not in self.words.begins:
                a += 1
            while a < b and stem(words[b - 1]) in thin and not self.words.ends(words[a:b]):
                b -= 1
            if a < b:
                yield Part(a, b, self.words.bag(words[a:b]))

    def _longest(self, words: Bag, segments: list[Part], n: int) -> tuple[int, str]:
        """The longest row of segments from one on that is a name; else that which goes together."""
        for stop in range(min(len(segments), n + 4) - 1, n - 1, -1):
            span = words[segments[n].first : segments[stop].last]
            heads = [w for w in self.words.folded(span) if w in self.words.heading]
            if not heads or len(heads) != len(set(heads)):
                continue
            bag = self._said(words, segments[n : stop + 1])
            last = segments[stop]
            both = "and" in span
            if both and (bag == last.bag or len(heads) > 1 or self.words.units(segments[n].bag)):
                continue  # telephone and mobile phone users; data revenue and traffic; pieces and …
            code = self.words.code(bag)
            if code and self._ends(words, segments, n, stop, code):
                return stop, code
        stop = n
        while stop + 1 < len(segments):
            between = self._between(words, segments, stop)
            if "and" in between or (
                "with" in between and self.words.headed(segments[stop + 1].bag)
            ):
                break  # 20 billion pieces, with business revenue
            stop += 1
        return stop, ""

    def _said(self, words: Bag, row: list[Part]) -> Bag:
        """What a row of segments holds; "major operators" are no main business."""
        bag = self.words.bag(words[row[0].first : row[-1].last])
        if self.words.qualities.isdisjoint(bag):
            return bag
        plain = [s for s in row if stem(words[s.last - 1]) not in self.words.topics]
        said = any(self.words.qualities.intersection(s.bag) for s in plain)
        return bag if said else self.words.without(bag)

    def _second(self, first: Bag, bag: Bag) -> str:
        """The second name of "mobile data revenue and traffic", which only its head tells."""
        if not self.words.heads.issuperset(bag):
            return ""
        return self.words.joined(tuple(w for w in first if w not in self.words.heads), bag)

    def _head_of_both(self, first: Part, words: Bag, bag: Bag) -> str:
        """The second name of "revenue of fixed voice and mobile voice", which lacks its head."""
        if not first.code or not self.words.links.intersection(words[first.first : first.last]):
            return ""
        heads = [w for w in first.bag if w in self.words.heads]
        return self.words.joined(bag, (heads[0],)) if len(heads) == 1 else ""

    def _firms_too(self, words: Bag, first: Part, second: Part) -> bool:
        """Do firms stand beside those of the industry that holds theirs: income of postal enterprises
        and express enterprises?"""
        ends = {stem(words[p.last - 1]) for p in (first, second)}
        trade = tuple(w for w in first.bag if w not in self.words.heads)
        return ends <= self.words.topics and bool(self.words.wider(trade, second.bag))

    def _between(self, words: Bag, segments: list[Part], n: int) -> Bag:
        return words[segments[n].last : segments[n + 1].first]

    def _ends(self, words: Bag, segments: list[Part], n: int, stop: int, code: str) -> bool:
        """Does nothing that narrows it stand beside a row of segments?"""
        if stop + 1 < len(segments) and "and" not in self._between(words, segments, stop):
            after = segments[stop + 1]
            if after.bag and stem(words[after.last - 1]) not in self.words.carriers:
                return False
        if n and segments[n - 1].bag:
            joined = "and" in self._between(words, segments, n - 1)
            if joined and not self.words.heads.intersection(segments[n - 1].bag):
                item = words[segments[n - 1].first : segments[n - 1].last]
                return (
                    self.words.like(item, words[segments[n].first : segments[stop].last], code)
                    != ""
                )
            return joined
        return True


def _traffic(match: re.Match[str]) -> str:
    return "data traffic".ljust(len(match[0]))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


@lru_cache(maxsize=8)
def phrases(catalogue: Catalogue) -> Phrases:
    """The English names of a catalogue as words, made once."""
    return Phrases(Trades(catalogue))
