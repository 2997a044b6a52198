"""English noun phrases as the words they hold: subscribers of fixed telephone services.

The names of a catalogue are forms, and no list has all of them. Here a name is the words that are
left when articles, links and words that say nothing are taken away and spellings are made one; a
phrase of a text that holds the same words means the same. What the name of an industry would add
may stand apart from it: "the postal industry … its business revenue".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from bluebook.collect.bulletins.vocabulary import CONDITION, CUES, Held
from bluebook.model.catalogue import Catalogue

MANY = 20_000  # runs of words that are remembered
_WORD = re.compile(r"(?<!')[a-z0-9]+")
# What may stand between a thing and what is done with it: parcels were handled by …
_DONE = re.compile(
    r" (?:that )?(?:(?:were|was|are|is|being) )?(?:handled|delivered|processed|involved|sent|shipped"
    r"|generated|earned|provided|brought|operated|living|residing|who lives?|that live|lived|live|resided?)"
    r"(?= (?:by|in|via|through|from) )"
)
_NARROWED = ("service ", "services ", "segment ", "field ")
_LETTERS = re.compile(r"[a-z]|[2-6]g$")
_EMPTY, _SAYS, _BEGINS, _ENDS = 1, 2, 4, 8
_PRINTED = re.compile(
    r"(?P<before>[\"'(\[]*)(?P<words>[a-z0-9]+(?:[-/][a-z0-9]+)*)(?:'s?)?(?P<after>[.,;:!?)\"'\]]*)"
)
Bag = tuple[str, ...]


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
    but for its head: with 4G accounting for 69 per cent.
    """

    parts: tuple[Part, ...] = ()
    sectors: tuple[Part, ...] = ()
    topic: Bag | None = None
    short: Part | None = None


class Phrases:
    """The English names of a catalogue as words."""

    def __init__(self, catalogue: Catalogue) -> None:
        import yaml

        data: dict[str, Any] = yaml.load(
            (CUES / "en_phrases.yaml").read_text("utf-8"), yaml.CSafeLoader
        )
        self._catalogue = catalogue
        self._folds = {
            tuple(other.split()): str(usual).split()
            for usual, others in data["folds"].items()
            for other in map(str, others)
        }
        self._begins = {words[0] for words in self._folds}
        self._alike = {w: usual for usual, words in data["alike"].items() for w in words}
        self._implied = {w: frozenset(by) for w, by in data["implied"].items()}
        self._vague = {w for w, by in self._implied.items() if "*" in by}
        self._weak = frozenset(data["weak"])
        self._new = frozenset(data["new"])
        self._rates = frozenset(data["rates"])
        self._thin = frozenset(data["thin"])
        self._topics = frozenset(data["topics"])
        self._carriers = self._topics | frozenset(data["carriers"])
        self._links = frozenset(map(str, data["links"]))
        self._empty = (self._thin | self._carriers | self._links) - {"business"}
        self._others = frozenset(data["others"]) - self._weak
        outside = frozenset(map(str, data["outside"]))
        named = [
            (code, words)
            for code in catalogue.indicators
            for words in _names(catalogue, code)
            if not outside.intersection(words)
        ]
        self._heads = set(map(str, data["heads"]))
        for indicator in catalogue.indicators.values():
            words = _WORD.findall(indicator.name.get("en", "").lower())
            if not outside.intersection(words) and all(_LETTERS.match(w) for w in words):
                self._heads.add(self._head(words))
        self._heads.discard("")
        self._known = {_stem(w) for _, words in named for w in words} | self._empty
        self._known |= (
            set(data["others"])
            | self._weak
            | self._carriers
            | {_stem(w) for words in self._folds for w in words}
        )
        self._plainly: dict[Bag, set[str]] = {}
        self._loosely: dict[Bag, set[str]] = {}
        for code, words in named:
            bag = self._bag(words)
            sold = words and _stem(words[-1]) in self._carriers and "revenue" not in bag
            if self._weak.issuperset(bag) or (sold and catalogue.indicator(code).unit == "CNY"):
                continue  # "mobile data services" may be their traffic as well
            self._plainly.setdefault(bag, set()).add(code)
            self._loosely.setdefault(self._loose(bag), set()).add(code)
        self._runs: dict[str, tuple[list[tuple[int, int]], Run]] = {}
        self._met: dict[str, int] = {}  # what words may be
        self._joins: dict[tuple[Bag, Bag], str] = {}

    # Words --------------------------------------------------------------------------------------

    def _folded(self, words: Sequence[str]) -> list[str]:
        """The words in their usual spelling, with those that say nothing."""
        stems = [_stem(w) for w in words]
        folded: list[str] = []
        place = 0
        while place < len(words):
            size, usual = next(
                (
                    (size, found)
                    for size in range(min(4, len(words) - place), 0, -1)
                    for form in (words, stems)
                    if (found := self._folds.get(tuple(form[place : place + size])))
                ),
                (1, [stems[place]]),
            )
            folded += usual
            place += size
        return folded

    def _bag(self, words: Sequence[str]) -> Bag:
        """The words that say what is measured, each once."""
        return tuple(sorted({w for w in self._folded(words) if w not in self._empty}))

    def _loose(self, bag: Bag) -> Bag:
        """Without the words whose difference decides nothing."""
        words = {self._alike.get(w, w) for w in bag}
        for word, by in self._implied.items():
            others = words - {word}
            said = others - self._heads - self._vague if "*" in by else others & by
            said = set() if any(f"-{w}" in by for w in others) else said
            if word in words and said:
                words = others
        return tuple(sorted(words))

    def _head(self, words: Sequence[str]) -> str:
        """The last word before "of" or "from" that says something."""
        said = ""
        for word in self._folded(words):
            if word in self._links and word != "and" and said:
                break
            said = said if word in self._empty else self._alike.get(word, word)
        return said

    def code(self, bag: Bag) -> str:
        """The one indicator that these words name, "" where there is none or there are several."""
        if self._weak.issuperset(bag):
            return ""
        for codes in (self._plainly.get(bag), self._loosely.get(self._loose(bag))):
            if codes:
                return next(iter(codes)) if len(codes) == 1 else ""
        old = tuple(w for w in bag if w not in self._new)
        return self.code(old) if old != bag else ""  # what is new of a stock is added to it

    @staticmethod
    def _without(bag: Bag, *others: str) -> Bag:
        return tuple(w for w in bag if w != "main" and w not in others)

    def _industry(self, bag: Bag) -> bool:
        """Has the catalogue anything of such an industry?"""
        return any(self.joined(bag, (head,)) for head in self._heads)

    def another(self, bag: Bag) -> bool:
        """Is it certain that these words name something else?"""
        return not self._others.isdisjoint(bag)

    def rate(self, bag: Bag) -> bool:
        """Is it the rate of something that says of what?"""
        return not self._rates.isdisjoint(bag) and not self._heads.union(self._weak).issuperset(bag)

    def counts(self, code: str, unit: str) -> bool:
        """Is an indicator measured in a unit that is written so?"""
        terms = self._catalogue.units[self._catalogue.indicator(code).unit].terms
        return any(unit in words for words in terms.values())

    def joined(self, one: Bag, other: Bag) -> str:
        """The indicator that two phrases name together."""
        found = self._joins.get((one, other))
        if found is None:
            if len(self._joins) >= MANY:
                self._joins.clear()
            found = self._joins[one, other] = self.code(tuple(sorted({*one, *other})))
        return found

    # Runs ---------------------------------------------------------------------------------------

    def runs(self, text: str) -> Iterator[tuple[list[tuple[int, int]], Run]]:
        """The places of neighbouring words that names are made of, and what they hold."""
        first = last = -1  # where the words begin and end
        worth = False  # is any of them more than an article or a link?
        place = done = 0  # of a word; where the verb between a thing and its doer ends
        met = self._met
        for word in text.replace("\n", " ").split(" "):
            start, place = place, place + len(word) + 1
            kind = met.get(word)
            if kind is None:
                kind = self._kind(word)
            if first >= 0 and (not kind or kind & _BEGINS) and start >= done:
                verb = _DONE.match(text, last) if worth and not kind else None
                if verb is None:
                    if worth:
                        yield from self._told(text, first, last)
                    first, worth = -1, False
                else:
                    done = verb.end()
            if kind:
                first = start if first < 0 else first
                last = place - 1
                worth = worth or kind & _SAYS > 0
                if kind & _ENDS:
                    if worth:
                        yield from self._told(text, first, last)
                    first, worth = -1, False
        if worth:
            yield from self._told(text, first, last)

    def _kind(self, printed: str) -> int:
        """What a word as it is printed may be in a name, remembered; 0 where it is none."""
        match = _PRINTED.fullmatch(printed)
        kind = 0
        words = _WORD.findall(match["words"]) if match else []
        stems = [_stem(w) for w in words if _LETTERS.match(w)]
        if match and stems and len(stems) == len(words) and self._known.issuperset(stems):
            says = any(w not in self._empty or w in self._carriers for w in stems)
            kind = _SAYS if says else _EMPTY
            kind += _BEGINS * bool(match["before"]) + _ENDS * bool(match["after"])
        if len(self._met) >= MANY:
            self._met.clear()
        self._met[printed] = kind
        return kind

    def _told(
        self, text: str, first: int, last: int
    ) -> Iterator[tuple[list[tuple[int, int]], Run]]:
        key = text[first:last]
        known = self._runs.get(key)
        if known is None:
            if len(self._runs) >= MANY:
                self._runs.clear()
            at = [m.span() for m in _WORD.finditer(_DONE.sub(_blank, key))]
            known = self._runs[key] = at, self._run([key[a:b] for a, b in at])
        at, run = known
        if key.startswith(_NARROWED) or not (run.parts or run.sectors or run.short):
            return  # security services revenue
        yield [(first + a, first + b) for a, b in at], run

    def _run(self, words: list[str]) -> Run:
        segments = list(self._segments(words))
        sectors = tuple(self._sectors(words, segments))
        parts: list[Part] = []
        n = 0
        while n < len(segments):
            stop, code = self._longest(words, segments, n)
            last = next(s for s in reversed(segments[n : stop + 1]) if s.bag or s is segments[n])
            bag = self._said(words, segments[n : segments.index(last) + 1])
            if not code and parts and "and" in self._between(words, segments, n - 1):
                code = self._second(parts[-1].bag, bag)
            if code or self._headed(segments[n].bag):
                industry = self._told_by(bag) if code else ()
                parts.append(Part(segments[n].first, last.last, bag, code, industry))
            n = stop + 1
        topics = [
            s.bag
            for s in sectors
            if _stem(words[s.last - 1]) in self._topics and (not s.bag or self._industry(s.bag))
        ]
        short = None
        if len(segments) == 1 and not parts and not sectors:
            code = self.joined(segments[0].bag, ("user",))
            short = segments[0]._replace(code=code) if code else None
        return Run(tuple(parts), sectors, topics[-1] if topics else None, short)

    def _told_by(self, bag: Bag) -> Bag:
        """The industry that a name tells: it has a revenue and a volume."""
        bag = tuple(w for w in bag if w not in self._heads and w not in self._weak)
        both = len(bag) == 1 and self.joined(bag, ("revenue",)) and self.joined(bag, ("volume",))
        return bag if both else ()

    def _sectors(self, words: list[str], segments: list[Part]) -> Iterator[Part]:
        """The industries that are named; of "internet and related services" the first word."""
        for n, segment in enumerate(segments):
            if _stem(words[segment.last - 1]) not in self._carriers:
                continue
            bag = self._without(segment.bag, "business")
            before = segments[n - 1].bag if n else ()
            joined = before and "and" in self._between(words, segments, n - 1)
            if joined and not self._heads.intersection(before):
                bag = self._wider(before, bag) if bag else before
            yield segment._replace(bag=bag)

    def _wider(self, one: Bag, other: Bag) -> Bag:
        """Of two industries that which holds the other; neither where none does."""
        for whole, part in ((one, other), (other, one)):
            code = self.joined(part, ("revenue",))
            if code and self._catalogue.indicator(code).part_of == self.joined(whole, ("revenue",)):
                return whole
        return ()

    def _segments(self, words: list[str]) -> Iterator[Part]:
        """The stretches between links, without what says nothing at their ends."""
        first = 0
        for place in range(len(words) + 1):
            if place < len(words) and words[place] not in self._links:
                continue
            a, b = first, place
            while a < b and _stem(words[a]) in self._thin and words[a] not in self._begins:
                a += 1
            while a < b and _stem(words[b - 1]) in self._thin:
                b -= 1
            first = place + 1
            if a < b:
                yield Part(a, b, self._bag(words[a:b]))

    def _longest(self, words: list[str], segments: list[Part], n: int) -> tuple[int, str]:
        """The longest row of segments from one on that is a name; else that which goes together."""
        for stop in range(min(len(segments), n + 4) - 1, n - 1, -1):
            span = words[segments[n].first : segments[stop].last]
            heads = [w for w in self._folded(span) if self._alike.get(w, w) in self._heads]
            if not heads or len(heads) != len(set(heads)):
                continue
            bag = self._said(words, segments[n : stop + 1])
            last = segments[stop]
            if "and" in span and (bag == last.bag or len(heads) > 1):
                continue  # telephone and mobile phone users; data revenue and traffic
            code = self.code(bag)
            if code and self._ends(words, segments, n, stop):
                return stop, code
        stop = n
        while stop + 1 < len(segments) and "and" not in self._between(words, segments, stop):
            stop += 1
        return stop, ""

    def _said(self, words: list[str], row: list[Part]) -> Bag:
        """What a row of segments holds; "major operators" are no main business."""
        bag = self._bag(words[row[0].first : row[-1].last])
        plain = [s for s in row if _stem(words[s.last - 1]) not in self._topics]
        return bag if any("main" in s.bag for s in plain) else self._without(bag)

    def _second(self, first: Bag, bag: Bag) -> str:
        """The second name of "mobile data revenue and traffic", which only its head tells."""
        if not self._heads.issuperset(bag):
            return ""
        return self.joined(tuple(w for w in first if w not in self._heads), bag)

    def _headed(self, bag: Bag) -> bool:
        return any(self._alike.get(w, w) in self._heads for w in bag)

    def _between(self, words: list[str], segments: list[Part], n: int) -> list[str]:
        return words[segments[n].last : segments[n + 1].first]

    def _ends(self, words: list[str], segments: list[Part], n: int, stop: int) -> bool:
        """Does nothing that narrows it stand beside a row of segments?"""
        if stop + 1 < len(segments) and "and" not in self._between(words, segments, stop):
            after = segments[stop + 1]
            if after.bag and _stem(words[after.last - 1]) not in self._carriers:
                return False
        if n and segments[n - 1].bag:
            joined = "and" in self._between(words, segments, n - 1)
            return joined and bool(self._heads.intersection(segments[n - 1].bag))
        return True


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _names(catalogue: Catalogue, code: str) -> Iterator[list[str]]:
    """The words of the names of an indicator that stand under no condition."""
    indicator = catalogue.indicator(code)
    for name in [indicator.name.get("en", ""), *indicator.synonyms.get("en", [])]:
        words = _WORD.findall(name.lower())
        if CONDITION not in name and all(_LETTERS.match(w) for w in words):
            yield words


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su":
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith("sses") else word[:-1]


@lru_cache(maxsize=8)
def _phrases(held: Held) -> Phrases:
    return Phrases(held.it)


def phrases(catalogue: Catalogue) -> Phrases:
    """The English names of a catalogue as words, made once."""
    return _phrases(Held(catalogue))
