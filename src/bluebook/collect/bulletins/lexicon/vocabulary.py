"""What a catalogue's words mean: its names, the cues of a language, the words of its units.

One automaton finds them all in a text, longest first. A new industry is a new catalogue:
nothing here knows what the names stand for.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from bluebook.collect.bulletins.amounts.numbers import Units
from bluebook.collect.bulletins.lexicon.spelling import Spelling
from bluebook.collect.bulletins.lexicon.taking_up import TakingUp
from bluebook.collect.bulletins.lexicon.written import CONDITION, alike, fold, variants, written
from bluebook.collect.bulletins.text.hints import Hints
from bluebook.collect.bulletins.times.when import When, relative
from bluebook.model.catalogue import Catalogue

CUES = Path(__file__).parent / "cues"


class Naming(msgspec.Struct, frozen=True, gc=False):
    """An indicator that a name stands for, where all `conditions` stand in the sentence."""

    code: str
    conditions: tuple[str, ...] = ()

    @property
    def priced(self) -> bool:
        """Is it a name at some prices: 2015年不变…电信业务总量, 2015 constant…?"""
        return any("不变" in one or "constant" in one for one in self.conditions)

    @property
    def fast(self) -> bool:
        """Is it a name at some speed: 100 Mbps and above…fixed broadband users?"""
        return not self.priced and any(one[:1].isdigit() for one in self.conditions)


class Word(msgspec.Struct, frozen=True, gc=False):
    """What a word of a text may be; `plain` are the namings that hold under no condition."""

    namings: tuple[Naming, ...] = ()
    territory: str = ""
    cues: frozenset[str] = frozenset()
    when: When | None = None
    plain: tuple[Naming, ...] = ()

    def __post_init__(self) -> None:
        if self.namings:
            plain = tuple([n for n in self.namings if not n.conditions])
            msgspec.structs.force_setattr(self, "plain", plain)

    @property
    def double(self) -> bool:
        """Is it a name of two that only a unit tells apart: 同城快递业务 in 件, in 元?"""
        return len(self.plain) > 1 and len({naming.code for naming in self.plain}) > 1


def _by_itself(word: str) -> str:
    """A pattern of a word as a word: letters stand in no other; Chinese may."""
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isascii() else re.escape(word)


class Vocabulary:
    """The words of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        import ahocorasick_rs

        self.catalogue, self.language = catalogue, language
        self._countries: dict[str, str] = {}
        self._sorted: list[str] = []
        namings: dict[str, dict[str, Naming]] = defaultdict(dict)
        data = _cues(language)
        equivalents = data.pop("equivalents", {})
        main = data.pop("equivalents of main names", {})
        if main:
            both = dict.fromkeys((*main, *equivalents))
            main = {key: [*main.get(key, ()), *equivalents.get(key, ())] for key in both}
        self._spelling = Spelling(data.pop("units of names", {}), data.pop("ends of names", {}))
        self.short_places: dict[str, str] = data.pop("short places", {})
        self.neutral = frozenset(data.pop("neutral", ()))  # words of no subject
        self.general = frozenset(data.pop("general", ()))  # words that narrow nothing
        self.taking_up = TakingUp(data.pop("taken up", {}))
        self.spun = Hints(*map(str, data.get("spun", ())))  # words that only a machine writes
        self.ordinary = frozenset(data.pop("ordinary", ()))  # that sentences begin with
        self._signs = [
            (code, re.compile("|".join(map(_by_itself, words))))
            for code, words in data.pop("signs", {}).items()
            if code in catalogue.territories
        ]
        self.names: dict[str, str] = {}
        self.heads: dict[str, str] = {}  # the same without conditions
        for code in catalogue.indicators:
            own = written(catalogue, code, language)
            folded = alike(own, equivalents, self._spelling)
            if main:
                folded += alike(own[:1], main, self._spelling)
            if language == "en":
                folded = [v for n in folded for v in (n, n.replace("-", " "))]
            self.names[code] = "|".join(folded)
            self.heads[code] = "|".join(name.rsplit(CONDITION)[-1] for name in folded)
            for one in folded:
                for name, conditions in variants(one):
                    key = CONDITION.join((code, *conditions))
                    namings[name].setdefault(key, Naming(code, conditions))
        cues: dict[str, set[str]] = defaultdict(set)
        whens: dict[str, When] = {}
        for kind, entries in data.items():
            if kind == "period":
                for spec, words in entries.items():
                    whens |= {str(w): relative(spec) for w in words}
            else:
                for word in entries:
                    for form in _forms(str(word)):
                        cues[form].add(kind)
        territories = {
            fold(word): territory.code
            for territory in catalogue.territories.values()
            for word in [territory.name.get(language, ""), *territory.synonyms.get(language, [])]
            if word
        }
        self.relatives = Hints(*whens)  # last year, 上年同期
        entities = [w for w, kinds in cues.items() if "entity" in kinds]
        index: dict[str, Word] = {}
        for name in {*namings, *cues, *whens, *territories} - {""}:
            index[name] = Word(
                tuple(namings.get(name, {}).values()),
                territories.get(name, ""),
                frozenset(cues.get(name, ())),
                whens.get(name),
            )
        if language == "en":  # western region, western regions
            index |= {
                f"{name}s": word
                for name, word in list(index.items())
                if (word.namings or word.territory)
                and name[-1].isalpha()
                and name[-1] != "s"
                and f"{name}s" not in index
            }
        self._joined(index, entities, territories)
        self.index = index
        self._words = list(index.values())
        kinds = ahocorasick_rs.MatchKind
        self._finder = ahocorasick_rs.AhoCorasick(
            list(index), matchkind=kinds.LeftmostLongest if language == "zh" else kinds.Standard
        )
        self.units = Units(_unit_words(catalogue))

    @staticmethod
    def _joined(words: dict[str, Word], entities: list[str], territories: dict[str, str]) -> None:
        """中国移动电话用户 is not a company's name followed by 电话用户."""
        for entity in entities:
            for cut in range(1, len(entity) - 1):
                head, tail = entity[:cut], entity[cut:]
                if head not in territories:
                    continue
                for name in [n for n, w in words.items() if w.namings and n.startswith(tail)]:
                    if len(name) > len(tail) + 3:
                        joined = msgspec.structs.replace(words[name], territory=territories[head])
                        words.setdefault(head + name, joined)

    def country(self, territory: str) -> str:
        """The largest territory that holds one."""
        found = self._countries.get(territory)
        if found is None:
            known = territory in self.catalogue.territories
            above = self.catalogue.above(territory) if known else ()
            found = self._countries[territory] = [territory, *above][-1]
        return found

    def sign(self, text: str) -> str:
        """The country whose money or regulator a plain text that names none speaks of, else ""."""
        return next((code for code, words in self._signs if words.search(text)), "")

    @cached_property
    def told(self) -> dict[tuple[str, str], bool]:
        """Does a clause say what a name is of? (name, clause), remembered by who asks."""
        return {}

    def generic(self, noun: str, codes: Sequence[str]) -> bool:
        """Does a bare noun (收入, users) only take up the indicators that are being spoken of?"""
        nouns = self.taking_up.words(noun)
        return any(word in self.heads.get(code, "") for code in codes for word in nouns)

    def beginning(self, words: str) -> Iterator[Word]:
        """What each name is that begins with some words."""
        if not self._sorted:
            self._sorted = sorted(name for name, word in self.index.items() if word.plain)
        for n in range(bisect_left(self._sorted, words), len(self._sorted)):
            if not self._sorted[n].startswith(words):
                return
            yield self.index[self._sorted[n]]

    def word(self, name: str) -> Word | None:
        """What a name is, in plain lower case; None where it is no word of ours."""
        return self.index.get(name) or self.index.get(self._spelling.usual(name))

    def find(self, text: str) -> list[tuple[int, int, Word]]:
        """(start, end, word) of every known word of a plain text in lower case."""
        if self.language == "zh":
            found = self._finder.find_matches_as_indexes(text)
            return [(s, e, self._words[i]) for i, s, e in found]
        # A word inside another (the "on 5g" of "million 5g") must not hide one that begins later.
        whole = self._whole(text)
        spelt = self._spelling.read(text)
        if spelt is not None:  # in its usual spelling it may hold more names
            whole += [
                (start, -end, i)
                for s, e, i in self._whole(spelt.text)
                if (place := spelt.place(s, -e)) and self._words[i].namings
                for start, end in (place,)
            ]
        chosen, last = [], 0
        for start, end, i in sorted(whole):
            if start >= last and not (text.startswith("of ", start) and _inner(start, end, whole)):
                last = -end
                chosen.append((start, last, self._words[i]))
        return chosen

    def _whole(self, text: str) -> list[tuple[int, int, int]]:
        """English: (start, -end, number) of every known word that is no part of another."""
        framed = f" {text} "  # so that words begin and end within it
        return [
            (s, -e, i)
            for i, s, e in self._finder.find_matches_as_indexes(text, overlapping=True)
            if not (framed[s].isalnum() and framed[s + 1].isalnum())
            and not (framed[e + 1].isalnum() and framed[e].isalnum())
        ]


def _inner(start: int, end: int, whole: list[tuple[int, int, int]]) -> bool:
    """Does a word begin after the "of" of another, and end later: of | 1000 mbps and above?"""
    begin = start + len("of ")
    return -end > begin and any(s == begin and e < end for s, e, _ in whole)


def _forms(words: str) -> Iterator[str]:
    """What is written with alternatives, each by itself: (could|may) (reach|top)."""
    if "|" not in words:
        return iter((words,))
    pieces = (piece.split("|") for piece in re.split(r"[()]", words))
    return map("".join, itertools.product(*pieces))


def _cues(language: str) -> dict[str, Any]:
    import yaml

    data: dict[str, Any] = yaml.load(
        (CUES / f"{language}.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return data


def _unit_words(catalogue: Catalogue) -> dict[str, dict[str, float]]:
    words: dict[str, dict[str, float]] = defaultdict(dict)
    for unit in catalogue.units.values():
        for terms in unit.terms.values():
            for term, factor in terms.items():
                words[fold(term)].setdefault(unit.code, factor)
    return dict(words)


@lru_cache(maxsize=8)
def vocabulary(catalogue: Catalogue, language: str) -> Vocabulary:
    """The vocabulary of a catalogue in a language, made once."""
    return Vocabulary(catalogue, language)
