"""What labels leave out: the rows above, the headings and the corner of a table tell it.

A label may be only a measure ("y/y", 净增), which goes on with the row above, or only some words
of a name ("penetration", "of which 5G"), which words of the rows above complete. Where they tell
several things, nothing decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.english.headings import topic
from bluebook.collect.bulletins.lexicon.phrases import Phrases, phrases
from bluebook.collect.bulletins.lexicon.segments import STRANGE
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD, Bag
from bluebook.collect.bulletins.tables.heads import Heads, Told, Unit, bare
from bluebook.language.expression import Name

# Measures that a label which is nothing else takes of the row above.
_MEASURES = frozenset(("since", "net", "part", "mom", "qoq", "growth", "points", "rank"))
# Words of captions and labels that say nothing: cumulative no. of users, main indicators of.
_EMPTY = frozenset(
    ("no", "nos", "main", "key", "basic", "selected", "major", "indicator", "indicators", "table", "fig", "figure",
     "figures", "data", "statistics", "stats", "overview", "summary", "national", "development")
)  # fmt: skip
_BY = re.compile(
    r" by (?:province|region|operator|carrier|month|quarter|year|city|area|technology)\b.*"
)
_SEVERAL = re.compile(r",|\band\b")  # mobile subscribers, penetration and 3G


class Labels:
    """The labels of one table, from the top."""

    def __init__(self, heads: Heads, teller: Teller) -> None:
        self.heads = heads
        self.teller = teller
        self.catalogue = teller.catalogue
        self.named: Name | None = None  # the last row's indicator
        self.lost = False  # is it none of ours, or of a place?

    def begin(self) -> None:
        """A heading: what stood above is no more spoken of."""
        self.named, self.lost = None, False

    def whole(self, label: Told, unit: Unit | None, topics: Sequence[Told]) -> Told:
        """A label in full."""
        if "part" in label.measures:
            return self._share(label, self.named)
        if label.subject is not None:
            return self._next(label, label.subject if not label.unknown else None)
        if label.total:
            self.begin()
            return label
        if label.place or label.firm:
            return self._next(label, None)
        if not label.unknown:
            if label.measures and label.measures <= _MEASURES:
                return label._replace(subject=self.named, unknown=label.text if self.lost else "")
            only = self._only(unit) if self._english and not label.measures else None
            return self._next(label._replace(subject=only), only) if only else label
        whole = self.completed(label, unit, topics)
        return self._next(whole, whole.subject)

    def _next(self, label: Told, named: Name | None) -> Told:
        """A label, with which the rows below go on; `named` is what it names."""
        self.named, self.lost = named, named is None
        return label

    def completed(self, label: Told, unit: Unit | None, topics: Sequence[Told]) -> Told:
        """A label or a head with the indicator that its words mean here."""
        found = self._completed(label, unit, topics)
        return label._replace(subject=found, unknown="") if found else label

    def parts(self, columns: list[list[Told]], topics: Sequence[Told]) -> list[list[Told]]:
        """Heads in full: "% of total" is of the column before, "fixed broadband (mn)" of users."""
        if not self._english:
            return columns
        found: list[list[Told]] = []
        before: Name | None = None
        for column in columns:
            heads = [
                self.completed(t, t.units[0], topics)
                if t.units and t.unknown and not (t.subject or t.place or t.firm) else t
                for t in column
            ]  # fmt: skip
            for n, told in enumerate(heads):
                if "part" in told.measures:
                    heads[n] = self._share(told, before)
            before = next((t.subject for t in heads if t.subject is not None), before)
            self.named = before
            found.append(heads)
        self.named = None
        return found

    def within(self, subject: Name, label: Told, head: Told) -> Name | None:
        """A part of a subject that the head over it says: telephone users, wireless."""
        if not self._english or head.firm:
            return None
        about = {self._name(subject.code), self._bag(bare(label.text))}
        codes = {self._phrases.words.joined(self._bag(head.left), bag) for bag in about} - {""}
        code = codes.pop() if len(codes) == 1 else ""
        return Name(code) if code and EITHER not in code else None

    def takes_up(self, head: Told, codes: Sequence[str]) -> bool:
        """Do the words of a head only take up what is spoken of: users, number?"""
        if self._english:
            bag = self._bag(head.left)
            if not bag or not all(self._phrases.words.headed((w,)) for w in bag):
                return False
        return self.heads.vocabulary.generic(head.unknown, codes)

    @property
    def _english(self) -> bool:
        return self.heads.vocabulary.language == "en"

    @property
    def _phrases(self) -> Phrases:
        return phrases(self.catalogue)

    def _only(self, unit: Unit | None) -> Name | None:
        """The one indicator that is counted in a unit, which is all of its label: yuan per piece."""
        codes = self.teller.words.get(unit.word, {}) if unit is not None else {}
        found = [Name(c) for c, x in self.catalogue.indicators.items() if x.unit in codes]
        return found[0] if len(found) == 1 else None

    def _share(self, head: Told, before: Name | None) -> Told:
        """A share: "% of mobile users" behind 3G users is theirs, "share of 3G users" is its own."""
        if head.subject is not None and before is not None and self._above(head.subject) == before:
            return head
        whole = before and self._above(before)
        known = not head.unknown or (whole and self.takes_up(head, (whole.code,)))
        if before is not None and known and head.subject in (None, whole):
            return head._replace(subject=before, unknown="")
        return head._replace(subject=None, unknown=head.text)

    def _above(self, x: Name) -> Name | None:
        """What an indicator is a part of."""
        whole = self.catalogue.indicator(x.code).part_of
        return Name(whole) if whole else None

    def _completed(self, label: Told, unit: Unit | None, topics: Sequence[Told]) -> Name | None:
        """English: the indicator that some words of its name mean here."""
        bag = self._bag(bare(label.left)) if self._english else ()
        if not bag:
            return None
        part, words = self.heads.part(label.text), self._phrases.words
        unit = unit or next((u for told in topics for u in told.units), None)
        codes = {
            code for about in self._about(part, topics)
            if (code := words.joined(bag, about)) and EITHER not in code and self._holds(code, bag)
        }  # fmt: skip
        if not part and unit is not None:
            codes |= {words.joined(bag, (w,)) for w in (words.has, words.done, words.earned)}
            codes |= {
                x.code for told in topics for x in told.names
                if self.heads.vocabulary.generic(label.unknown, (x.code,))
            }  # fmt: skip
        fitting = {Name(c) for c in codes if c and EITHER not in c}
        fitting = {x for x in fitting if unit is None or self._fits(x, unit)}
        return fitting.pop() if len(fitting) == 1 else None

    def _holds(self, code: str, bag: Bag) -> bool:
        """Do the names of an indicator hold all words of a label? Fixed broadband is no mobile one."""
        indicator = self.catalogue.indicator(code)
        names = [indicator.name.get("en", ""), *indicator.synonyms.get("en", ())]
        left = set(bag)
        for name in names:
            left.difference_update(self._bag(name.lower()))
            if not left:
                return True
        return False

    def _about(self, part: bool, topics: Sequence[Told]) -> Iterator[Bag]:
        """Words that may complete a label: of the row above and what it is a part of, of topics."""
        for x in filter(None, (self.named, self.named and self._above(self.named))):
            name = self._name(x.code)
            yield name
            if not part:
                yield tuple(w for w in name if w not in self._phrases.words.heads)
        if part:
            return
        for told in topics:
            found = topic(told.text, self._phrases, ())
            if found and found != STRANGE:
                yield found
            if not _SEVERAL.search(_BY.sub("", told.left).strip(" ,")):
                bag = self._bag(_BY.sub("", told.left))
                yield tuple(w for w in bag if w not in self._phrases.words.heads)

    def _name(self, code: str) -> Bag:
        """The words of an indicator's main name."""
        return self._bag(self.catalogue.indicator(code).name.get("en", "").lower())

    def _bag(self, text: str) -> Bag:
        return self._phrases.words.bag([w for w in WORD.findall(text) if w not in _EMPTY])

    def _fits(self, x: Name, unit: Unit) -> bool:
        code = self.teller.unit(x)
        counted = not unit.word and self.catalogue.units[code].counted
        return counted or code in self.teller.words.get(unit.word, {})
