"""The words of English names: spellings made one, words that say nothing left out.

Two names that hold the same words name the same, whatever their order and links; a catalogue's
names are kept so. The lists of words are in `cues/en_phrases.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from bluebook.collect.bulletins.lexicon.vocabulary import CUES, Naming
from bluebook.collect.bulletins.lexicon.written import CONDITION
from bluebook.model.catalogue import Catalogue

LONGEST = 5  # words that are folded into one
MANY = 20_000  # runs of words, and pairs, that are remembered
remembered = lru_cache(MANY)
WORD = re.compile(r"(?<!')[a-z0-9]+")
LETTERS = re.compile(r"[a-z]|[2-6]g$")
Bag = tuple[str, ...]
EITHER = "|"  # between the codes of what a phrase may be


class Words:
    """The English names of a catalogue as words."""

    def __init__(self, catalogue: Catalogue) -> None:
        import yaml

        data: dict[str, Any] = yaml.load(
            (CUES / "en_phrases.yaml").read_text("utf-8"), yaml.CSafeLoader
        )
        self._catalogue = catalogue
        self._folded, self._bag = remembered(self._fold), remembered(self._said)
        self.sector, self.industry = remembered(self._sector), remembered(self._industry)
        self.joined = remembered(self._join)
        self.folds = {
            tuple(other.split()): str(usual).split()
            for usual, others in data["folds"].items()
            for other in map(str, others)
        }
        self.begins = {words[0] for words in self.folds}
        self._folded_ends = {words[-1] for words in self.folds if len(words) > 1}
        self.alike = {w: usual for usual, words in data["alike"].items() for w in words}
        self._implied = {w: frozenset(by) for w, by in data["implied"].items()}
        self._vague = {w for w, by in self._implied.items() if "*" in by}
        self._weak, self._new = frozenset(data["weak"]), frozenset(data["new"])
        self.earned, self.done, self.has = data["earned"], data["done"], data["has"]
        self._untold = self._weak | {self.done, self.earned}  # of which industry
        self.qualities, self._rates = frozenset(data["qualities"]), frozenset(data["rates"])
        self.thin = frozenset(data["thin"])
        self.topics, self.places = frozenset(data["topics"]), frozenset(data["places"])
        self.settled, self.manifold = frozenset(data["settled"]), frozenset(data["manifold"])
        self.apart, self._home = frozenset(data["apart"]), frozenset(data["home"])
        self.industries = frozenset(data["industries"])
        self.carriers = self.topics | frozenset(data["carriers"])
        self.links = frozenset(map(str, data["links"]))
        self.empty = (self.thin | self.carriers | self.links) - (self.carriers & self._weak)
        self._others = frozenset(data["others"]) - self._weak
        self._trades = {(head,): (trade,) for head, trade in data["trades"].items()}
        self.doing, self._rated_apart = frozenset(data["doing"]), frozenset(data["rated apart"])
        outside = frozenset(map(str, data["outside"]))
        named = [
            (code, words)
            for code in catalogue.indicators
            for words in _names(catalogue, code)
            if not outside.intersection(words)
        ]
        self.heads = set(map(str, data["heads"]))
        main: dict[str, Bag] = {}
        for code, indicator in catalogue.indicators.items():
            words = WORD.findall(indicator.name.get("en", "").lower())
            main[code] = self.folded(words)
            if not outside.intersection(words) and all(LETTERS.match(w) for w in words):
                self.heads.add(self.head(words))
        self.heads -= {"", *data["no heads"]}
        self.known = {stem(w) for _, words in named for w in words} | self.empty
        self.known |= {*data["others"], *self.alike, *self._implied, *self._weak, *self.carriers}
        for other, usual in self.folds.items():
            self.known |= {stem(w) for w in (*other, *usual)}
        self._plainly: dict[Bag, set[str]] = {}
        self._loosely: dict[Bag, set[str]] = {}
        for code, words in named:
            bag = self.bag(words)
            sold = words and stem(words[-1]) in self.carriers and self.earned not in bag
            if self._vaguely(bag) or (sold and self.earned in main[code]):
                continue  # "mobile data services" may be their traffic as well
            self._plainly.setdefault(bag, set()).add(code)
            if "line" not in bag or self._counted(code):  # no lines of so many kilometres
                self._loosely.setdefault(self._loose(bag), set()).add(code)
        self._done = {
            self.bag(words[:-1]): code
            for code in catalogue.indicators
            for words in _names(catalogue, code)
            if words[-1:] in (["handled"], ["delivered"])
        }

    def _counted(self, code: str) -> bool:
        return self._catalogue.units[self._catalogue.indicator(code).unit].counted

    def folded(self, words: Sequence[str]) -> Bag:
        """The words in their usual spelling, with those that say nothing."""
        return self._folded(tuple(words))

    def _fold(self, words: Bag) -> Bag:
        stems = tuple(map(stem, words))
        if self.begins.isdisjoint(words) and self.begins.isdisjoint(stems):
            return stems
        folded: list[str] = []
        place = 0
        while place < len(words):
            size, usual = self._usual(words, stems, place)
            folded += usual
            place += size
        return tuple(folded)

    def _usual(
        self, words: Sequence[str], stems: Sequence[str], place: int
    ) -> tuple[int, Sequence[str]]:
        """How many words from a place on are written in another way, and their usual spelling."""
        if words[place] in self.begins or stems[place] in self.begins:
            for size in range(min(LONGEST, len(words) - place), 0, -1):
                for form in (words, stems):
                    if found := self.folds.get(tuple(form[place : place + size])):
                        return size, found
        return 1, stems[place : place + 1]

    def within_one(self, words: Sequence[str], link: int) -> bool:
        """Does a link stand inside words that are written for one: internet of things?"""
        for start in range(max(0, link - 2), link):
            if words[start] in self.begins:
                size, usual = self._usual(words, [*map(stem, words)], start)
                if len(usual) == 1 and start + size > link + 1:
                    return True
        return False

    def ends(self, words: Sequence[str]) -> bool:
        """Is the last word part of one that is written in several: inter city?"""
        last = stem(words[-1])
        if last not in self._folded_ends:
            return False
        return any((*words[-n:-1], last) in self.folds for n in range(2, LONGEST + 1))

    def bag(self, words: Sequence[str]) -> Bag:
        """The words that say what is measured, each once."""
        return self._bag(tuple(words))

    def _said(self, words: Bag) -> Bag:
        bag = {w for w in self._folded(words) if w not in self.empty}
        apart = self._rated_apart.intersection(map(stem, words))
        if apart and (not self._rates.isdisjoint(bag) or len(bag) <= len(apart) + 2):
            bag |= apart  # smartphone penetration, smartphone users
        return tuple(sorted(bag))

    def _loose(self, bag: Bag) -> Bag:
        """Without the words whose difference decides nothing."""
        words = {self.alike.get(w, w) for w in bag}
        for word, by in self._implied.items() if not words.isdisjoint(self._implied) else ():
            if word not in words:
                continue
            others = words - {word}
            said = others - self.heads - self._vague if "*" in by else others & by
            if said and not any(f"-{w}" in by for w in others):
                words = others
        return tuple(sorted(words))

    def head(self, words: Sequence[str]) -> str:
        """The last word before "of" or "from" that says something."""
        said = ""
        for word in self.folded(words):
            if word in self.links and word != "and" and said:
                break
            said = said if word in self.empty else self.alike.get(word, word)
        return said

    def code(self, bag: Bag) -> str:
        """The one indicator that these words name, "" where there is none or there are several.

        Parts of different wholes are told apart where they stand: their codes, parted by bars.
        """
        if self._vaguely(bag):
            return ""
        codes = self._plainly.get(bag) or self._loosely.get(self._loose(bag))
        if codes and len(codes) == 1:
            return next(iter(codes))
        if codes:
            wholes = {self._catalogue.indicator(code).part_of for code in codes} - {""}
            return EITHER.join(sorted(codes)) if len(wholes) == len(codes) else ""
        old = tuple(w for w in bag if w not in self._new)
        return self.code(old) if old != bag else ""  # what is new of a stock is added to it

    def _vaguely(self, bag: Bag) -> bool:
        """Are all words weak ones, but for a rate of what stands beside it: telephone penetration?"""
        rated = len(bag) > 1 and not self._rates.isdisjoint(bag)
        return self._weak.issuperset(bag) and not rated

    def without(self, bag: Bag) -> Bag:
        """Without what companies are called that says nothing of what is measured."""
        return tuple(w for w in bag if w not in self.qualities)

    def _sector(self, bag: Bag) -> Bag:
        """The words of an industry, without "major", "business", and "domestic" before others."""
        words = tuple(w for w in self.without(bag) if w not in self.carriers)
        return tuple(w for w in words if w not in self._home) or words

    def _industry(self, bag: Bag) -> bool:
        """Has the catalogue anything of such an industry?"""
        return any(self.joined(bag, (head,)) for head in self.heads)

    def empty_of(self, text: str) -> bool:
        """Are all words of a text such as say nothing of what is measured: the total number of?"""
        return self.thin.union(self.links).issuperset(WORD.findall(text))

    def settles(self, bag: Bag) -> bool:
        """Does a name say where people live?"""
        return not self.settled.isdisjoint(bag)

    def weakly(self, bag: Bag) -> bool:
        """Do words say what is measured, but not of which industry: business volume?"""
        return self._untold.issuperset(bag)

    def people(self, bag: Bag) -> bool:
        """Are these words only those for whom anyone serves: users, customers?"""
        return all(self.alike.get(w, w) == self.has for w in bag)

    def units(self, bag: Bag) -> bool:
        """Are these words only what anything may be counted in: pieces, items?"""
        return all(w in self.alike for w in bag)

    def another(self, bag: Bag) -> bool:
        """Is it certain that these words name something else?"""
        return not self._others.isdisjoint(bag)

    def rate(self, bag: Bag) -> bool:
        """Is it the rate of something that says of what?"""
        if self._rates.isdisjoint(bag):
            return False
        return not self.heads.union(self._weak).issuperset(bag)

    def counts(self, code: str, unit: str) -> bool:
        """Is an indicator measured in a unit that is written so?"""
        indicator = self._catalogue.indicator(code.partition(EITHER)[0])
        terms = self._catalogue.units[indicator.unit].terms
        return any(unit in words for words in terms.values())

    def _join(self, one: Bag, other: Bag) -> str:
        """The indicator that two phrases name together."""
        return self.code(tuple(sorted({*one, *other})))

    def handled(self, bag: Bag) -> str:
        """What counts the things that are handled or delivered: parcels."""
        return self._done.get(bag, "")

    def handleable(self, code: str) -> bool:
        """Does an indicator count such things as are handled or delivered?"""
        known = self._catalogue.indicators
        units = {known[handled].unit for handled in self._done.values()}
        return code in known and known[code].unit in units and known[code].kind == "flow"

    @cached_property
    def heading(self) -> frozenset[str]:
        """The heads, in all their spellings."""
        words = {*self.heads, *self.alike}
        return frozenset(w for w in words if self.alike.get(w, w) in self.heads)

    def headed(self, bag: Bag) -> bool:
        return not self.heading.isdisjoint(bag)


def _names(catalogue: Catalogue, code: str) -> Iterator[list[str]]:
    """The words of the names of an indicator that stand under no condition."""
    indicator = catalogue.indicator(code)
    for name in [indicator.name.get("en", ""), *indicator.synonyms.get("en", [])]:
        words = WORD.findall(name.lower())
        if CONDITION not in name and all(LETTERS.match(w) for w in words):
            yield words


def namings(code: str) -> tuple[Naming, ...]:
    """What a name may stand for, from the codes of `Words.code`."""
    return tuple(map(Naming, code.split(EITHER))) if code else ()


@remembered
def stem(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su":
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith("sses") else word[:-1]
