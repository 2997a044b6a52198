"""What the words of an English noun phrase hold: names of indicators, industries, a head to come."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import Bag, stem

STRANGE: Bag = ("?",)  # an industry that the catalogue knows nothing of


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


class Segments:
    """Takes noun phrases apart at their links, and finds what their stretches name."""

    def __init__(self, words: Trades) -> None:
        self.words = words

    def hold(self, words: Bag) -> Run:
        """What neighbouring words hold."""
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
            if code and not self._wider(words, segments[0], code):
                paid = segments[0]._replace(code=code)
        if len(segments) > 1 and not parts and "and" in words and self.words.earned not in words:
            paid = self._paid_together(words, segments)
        if len(segments) == 1 and not parts and known:
            code = self.words.joined(known, (self.words.has,))
            short = segments[0]._replace(code=code) if code else None
        if len(segments) == 1 and not parts and not sectors:
            code = self.words.joined(segments[0].bag, (self.words.done,))
            busy = segments[0]._replace(code=code) if code else None
        return Run(tuple(parts), sectors, topics[-1] if topics else None, short, busy, paid)

    def _wider(self, words: Bag, segment: Part, code: str) -> bool:
        """Is a market one of many more firms than those that earn a small part there: of big data?"""
        market = stem(words[segment.last - 1]) in self.words.industries
        return market and self.words.above(self.words.above(code)) != ""

    def _paid_together(self, words: Bag, segments: list[Part]) -> Part | None:
        """What is earned with several things together: fixed data and internet."""
        first, last = segments[0].first, segments[-1].last
        bag = self.words.sector(self.words.bag(words[first:last]))
        code = self.words.joined(bag, (self.words.earned,))
        alone = self.words.joined(self.words.sector(segments[-1].bag), (self.words.earned,))
        return Part(first, last, bag, code) if code and code != alone else None

    def _topic(self, sector: Part, words: Bag) -> Bag | None:
        """What a text goes on to speak of; of an industry without indicators, nothing of ours."""
        earned = self.words.joined(sector.bag, (self.words.earned,)) if sector.bag else ""
        if earned and self._wider(words, sector, earned):
            return STRANGE
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
        if len(places) < len(words) - 2:
            places = [n for n in places if not self.words.within_one(words, n)]
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
