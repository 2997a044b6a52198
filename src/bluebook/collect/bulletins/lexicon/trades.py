"""What the indicators of one industry are to one another: its other half, its parts, what it earns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from bluebook.collect.bulletins.lexicon.vocabulary import Naming
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD, Bag, Words, stem
from bluebook.collect.bulletins.lexicon.written import CONDITION, written


class Trades(Words):
    """The English names of a catalogue as words, and what is told of the same industry."""

    @cached_property
    def priced(self) -> dict[str, tuple[Naming, ...]]:
        """What the indicators are at the prices that a text may name: 2010 constant…postal services."""
        found: dict[str, dict[Naming, None]] = {}
        for code in self._catalogue.indicators:
            for one_name in written(self._catalogue, code, "en"):
                *conditions, head = one_name.split(CONDITION)
                if any("constant" in one for one in conditions):
                    plain = self.code(self.bag(WORD.findall(head)))
                    if plain and plain != code:
                        found.setdefault(plain, {})[Naming(code, tuple(conditions))] = None
        return {code: tuple(variants) for code, variants in found.items()}

    def akin(self, code: str, other: str) -> bool:
        """Are two indicators parts of one, or one a part of the other?"""
        known = self._catalogue.indicators
        if code not in known or other not in known or code == other:
            return False
        whole, above = known[code].part_of, known[other].part_of
        return other == whole or code == above or (whole != "" and whole == above)

    def above(self, code: str) -> str:
        """What an indicator is a part of, if anything."""
        indicator = self._catalogue.indicators.get(code)
        return (indicator.part_of or "") if indicator else ""

    def within(self, code: str, whole: str) -> bool:
        """Is an indicator a part of another, or of a part of it?"""
        while code := self.above(code):
            if code == whole:
                return True
        return False

    def part(self, bag: Bag, whole: str) -> str:
        """The part of a whole that some words tell beside what is measured of it: 5G, of investment."""
        if whole not in self._catalogue.indicators:
            return ""
        known = self.main(whole)
        heads = tuple(w for w in known if self.alike.get(w, w) in self.heads)
        for rest in (heads, known):
            code = self.joined(bag, rest)
            if code and EITHER not in code and self.within(code, whole):
                return code
        return ""

    @cached_property
    def _sayable(self) -> frozenset[str]:
        """What may stand in a name: whatever holds another word is none."""
        bags = (*self._plainly, *self._loosely)
        return self.empty.union(*self.folds, *bags, self.alike, self._implied, self._new)

    def sayable(self, words: Sequence[str]) -> bool:
        """May all of some words stand in a name?"""
        for word in words:
            if word not in self._sayable and stem(word) not in self._sayable:
                return False
        return True

    def like(self, item: Sequence[str], name: Sequence[str], code: str) -> str:
        """The indicator that an item before a name is with the last words of it: same-city and …"""
        if not self.sayable(item):
            return ""
        said, bag = self.bag(item), self.bag(name)
        if not said or not self.heads.isdisjoint(said):
            return ""
        money = self._catalogue.indicator(code).unit == "CNY"
        ends = (*bag, self.earned) if money and self.headed(bag) is False else bag
        for word in bag:
            rest = tuple(w for w in ends if w != word)
            if word in self.heads:
                continue
            for others in (rest, tuple(w for w in self.main(code) if w != word)):
                found = self.joined(said, others)
                if found and self.akin(found, code):
                    return found
        for head in (self.earned, self.has):  # voice and SMS revenue, 3G and broadband users
            found = self.joined(said, (head,)) if head in bag else ""
            if found and EITHER not in found and found != code:
                return found
        return ""

    def elsewhere(self, code: str, where: Bag) -> str:
        """The kin of an indicator in other places: of same-city deliveries, those abroad."""
        if code not in self._catalogue.indicators:
            return ""
        found = self.joined(where, tuple(w for w in self.main(code) if w not in self.places))
        return found if self.akin(found, code) else ""

    def earned_with(self, code: str) -> bool:
        """Is it a part of what an industry earns?"""
        indicator = self._catalogue.indicators.get(code)
        if indicator is None:
            return False
        whole = self._catalogue.indicator(indicator.part_of) if indicator.part_of else None
        return whole is not None and indicator.unit == whole.unit == "CNY"

    def money(self, code: str) -> bool:
        """Is it an amount of money?"""
        return bool(code) and self._catalogue.indicator(code).unit == "CNY"

    def worth(self, bag: Bag, earned: str, before: Sequence[str]) -> str:
        """What so much money of an industry is: its volume, where a volume in money was told last."""
        known = self._catalogue.indicators
        told = [c for c in before if c in known and known[c].unit == "CNY"]
        names = [WORD.findall(known[c].name.get("en", "").lower()) for c in told]
        volumes = [self.done in self.folded(words) for words in names]
        code = self.joined(bag, (self.done,)) if volumes and volumes[-1] else ""
        return code if code in known and known[code].unit == "CNY" else earned

    def earned_by(self, bag: Bag, before: Sequence[str]) -> str:
        """What is earned with a kind of thing, where of others of its kind was told what they earn."""
        last = before[-1] if before else ""
        if last in self._catalogue.indicators and "investment" in self.main(last):
            code = self.joined(bag, ("investment",))  # fixed-asset investment …, with 5G taking …
            return code if self.akin(code, last) else ""
        if not self.earned_with(last):
            return ""
        for known in (last, self._catalogue.indicator(last).part_of):
            rest = [w for w in self.main(known) if w not in self.heads]
            code = self.joined((*bag, *rest), (self.earned,))
            if self.akin(code, last):
                return code
        return ""

    def beside(self, bag: Bag, before: Sequence[str]) -> str:
        """What a bare head means behind its other half: express volume 5.6 billion; income 65 billion."""
        if not before or before[-1] not in self._catalogue.indicators:
            return ""
        trade = tuple(
            w for w in self.main(before[-1]) if w not in self.heads and w not in self._weak
        )
        return self.joined(trade, bag) if trade else ""

    def of_its_kind(self, bag: Bag, code: str, before: Sequence[str]) -> str:
        """What a head that speaks of one industry means beside what another has: letters and parcels."""
        known = self._catalogue.indicators
        head = tuple(self.alike.get(w, w) for w in bag)
        if head not in self._trades or not before or before[-1] not in known or code not in known:
            return code
        theme = known[before[-1]].theme
        if known[code].theme == theme or known[code].unit != known[before[-1]].unit:
            return code
        if head != bag:
            return ""  # parcels: 412,000 pieces
        alike = [c for c, i in known.items() if i.theme == theme and {*bag} <= {*self.main(c)}]
        return alike[0] if len(alike) == 1 else code

    def main(self, code: str) -> Bag:
        """The words of the main name of an indicator."""
        return self._main[code]

    @cached_property
    def _main(self) -> dict[str, Bag]:
        names = {code: i.name.get("en", "") for code, i in self._catalogue.indicators.items()}
        return {code: self.bag(WORD.findall(name.lower())) for code, name in names.items()}

    def mainly(self, bag: Bag) -> str:
        """The indicator whose main name holds some words and no others, weak as they may be."""
        loose = self._loose(bag)
        codes = [code for code, own in self._main.items() if own and self._loose(own) == loose]
        return codes[0] if len(codes) == 1 else ""

    def speaks(self, bag: Bag) -> bool:
        """Does a head by itself speak of an industry: parcels?"""
        return bag in self._trades

    def told_by(self, bag: Bag) -> Bag:
        """The industry that a name tells: it has a revenue and a volume; or that of its head."""
        if bag in self._trades:
            return self._trades[bag]
        said = [
            w
            for w in bag
            if w not in self.heads
            and w not in self._weak
            and self.joined((w,), (self.earned,))
            and self.joined((w,), (self.done,))
        ]
        return tuple(said) if len(said) == 1 else ()

    def both(self, one: Bag, other: Bag) -> Bag:
        """Two industries that are counted together: post and telecommunications."""
        bag = tuple(sorted({*one, *other}))
        code = self.joined(bag, (self.earned,))
        alone = {self.joined(b, (self.earned,)) for b in (one, other)}
        return bag if code and code not in alone else ()

    def wider(self, one: Bag, other: Bag) -> Bag:
        """Of two industries that which holds the other; neither where none does."""
        for whole, part in ((one, other), (other, one)):
            code = self.joined(part, (self.earned,))
            above = code and EITHER not in code and self._catalogue.indicator(code).part_of
            if above and above == self.joined(whole, (self.earned,)):
                return whole
        return ()
