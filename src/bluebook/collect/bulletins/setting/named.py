"""The places that a text names, as its first sentences tell which it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bluebook.collect.bulletins.clause.lead import FILED, GOVERNS
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.setting.venues import venues
from bluebook.collect.bulletins.text.hints import figures, holds
from bluebook.model.catalogue import Catalogue

HOME = "CN"  # where a text is about that names no place
HEAD = 400
_AMOUNT = re.compile(r"\d ?(?:[mbt]r?illion|percent|per cent|%)")
LOCAL = ("province", "city")
ECONOMY = "economy"  # Hong Kong, Macao, Taiwan: 元 is their own money
_NATION = ("全国", "我国", "中国", "china", "national")  # with which a name may begin
# Before and after a place that is one of others: 居全国第3位, 占全国的1/10, 2nd in China.
_BESIDE = re.compile(
    r"(?:[居列占比较高于低出在]|[次差]于[\u4e00-\u9fff]{2,3}[、和]"
    r"|\b(?:ranked|ranking|\d(?:st|nd|rd|th))(?: [a-z]+)? (?:in|of))\s?$"
)
_BEFORE = ("in", "of", *"居列占比较高于低出在、和")  # how the words before it end
_AFTER = re.compile(
    r"(?:的)?(?:第|平均|排名|召开|举行|举办|发布)|市?(?:召开|举行|举办)|(?:'s)? (?:news|daily|times|evening|morning)\b| post\b"
    r"| (?:mobile|unicom|telecom|netcom)\b(?! (?:phone|user|subscri|internet|telephone|network|industry|market|sector|business|service|revenue|traffic|communication|base|broadband))"
)
# To which services go that leave the mainland: international/Hong Kong, Macao and Taiwan.
_THREE = re.compile(
    r"(?:hong ?kong|\bh\.?k\.?)(?:,? and|,| ?/|、| &) ?maca[ou](?:,? and|,| ?/|、| &) ?taiwan|港、?澳、?(?:和|及)?台|香港、澳门[、和及]?台湾"
)
_PAPER = re.compile(r"日报|晚报|晨报|商报|卫视|电视台|新闻网|网讯")
# What a title calls a document of a place: 河北省2009年国民经济和社会发展统计公报.
_DOCUMENT = re.compile(
    r"公报|统计|运行|情况|发展|报告|简报|通报|数据|白皮书|规划|communiqu[eé]|bulletin|statistic|report|yearbook"
)
TITLE = 80  # characters of a title
# More users than a part of the country has people, in a sentence that names no place: 16.82亿户.
_HUGE = re.compile(r"(?<![\d.])(?:\d\d+|[4-9])(?:\.\d+)? ?亿(?:户|人(?!次))")
_END = re.compile(r"[。!?;！？；\n]|\.(?=\s|$)")
# What any country calls itself.
ITSELF = frozenset(("the nation", "nationwide", "the country", "our country", "my country", "national", "全国", "我国"))  # fmt: skip


def _filed(text: str, start: int, end: int) -> bool:
    """Is a place that of a report: BEIJING (AP)? The Market in Ireland - Quarterly Data is not."""
    match = FILED.match(text, end)
    opens = match is not None and text.startswith(("(", "-"), match.end() - 1)
    if match is None or not opens or not text[start].isascii():
        return match is not None
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip(" (\"'") or line.endswith((") ", ", ", ". "))


def _beside(text: str, place: int) -> bool:
    """Do the words before a place in a text say that it is one of others?"""
    start = max(0, place - 40)
    ends = text[start:place].rstrip().endswith(_BEFORE)
    return ends and _BESIDE.search(text, start, place) is not None


class Named:
    """The places that a text names."""

    def __init__(self, plainly: str, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
        self.text = plainly
        self.catalogue = catalogue
        self.vocabulary = vocabulary
        found = vocabulary.find(plainly)
        three = _THREE.finditer(plainly) if holds(plainly, ("taiwan", "澳")) else ()
        self.three = {n for match in three for n in range(*match.span())}
        self.names = [(s, e) for s, e, word in found if word.namings]
        places = [
            (s, e, w.territory or HOME)
            for s, e, w in found
            if (w.territory or (w.namings and plainly.startswith(_NATION, s)))
            and not _filed(plainly, s, e)
            and not GOVERNS.match(plainly, e)
            and not _beside(plainly, s)
            and not _AFTER.match(plainly, e)
        ]
        held = venues(plainly, places, catalogue) if vocabulary.language == "en" else ()
        self.places = [p for p in places if p[0] not in held]
        self.venues = [p[2] for p in places if p[0] in held]

    def paper(self) -> str:
        """The place of the paper that a text stands in, which its 全省 may mean: 湖北日报."""
        found = self.vocabulary.find(self.text[:HEAD])
        return next(
            (w.territory for _, e, w in found if w.territory and _PAPER.match(self.text, e)), ""
        )

    def sentences(self) -> Iterator[tuple[int, int]]:
        start = 0
        for end in [*(m.end() for m in _END.finditer(self.text)), len(self.text)]:
            yield start, end
            start = end

    def huge(self) -> bool:
        """Is more said than a part of the country can have, where no place is named?"""
        return any(
            not any(start <= p[0] < end for p in self.places)
            and _HUGE.search(self.text, start, end) is not None
            for start, end in self.sentences()
        )

    def of_sentence(self, span: tuple[int, int]) -> str:
        """The one place of a sentence that says figures of an indicator, else ""."""
        start, end = span
        places = [p for p in self.places if start <= p[0] < end]
        if not any(start <= s < end for s, _ in self.names) or not figures(self.text[start:end]):
            return ""
        if not places and self.vocabulary.language == "en":
            before = [p[2] for p in self.places if p[0] < start]
            return HOME if before[:1] == [HOME] == before[-1:] else ""  # as its headline says
        return self._first(places) if places else ""

    def first(self, length: int) -> str:
        """The first place in so many characters, a smaller one that follows at once before it."""
        return self._first([p for p in self.places if p[0] < length])

    def _first(self, places: list[tuple[int, int, str]]) -> str:
        """The first of several places; of two that follow at once, the inner: east China's Jiangsu.

        A region of the country is spoken of where the country is.
        """
        plain = [p for p in places if self.text[p[0] : p[1]] not in ITSELF]
        if plain and all(HOME not in (p[2], *self.catalogue.above(p[2])) for p in plain):
            places = plain  # Kenya … in the country
        inner = {
            a for a, b in pairwise(places) if b[0] - a[1] < 4 and a[2] in self.catalogue.above(b[2])
        }
        codes = [p[2] for p in places if p not in inner and p[0] not in self.three]
        codes = [HOME if self.catalogue.territory(p).level == "region" else p for p in codes]
        cities = {p for p in codes if self.catalogue.territory(p).level == "city"}
        if len(cities) > 1:  # a list of cities is of what is around them
            codes = [self.catalogue.territory(p).parent or p if p in cities else p for p in codes]
        home = [p for p in codes if p == HOME or HOME in self.catalogue.above(p)]
        return (home or codes or [""])[0]

    def most(self, levels: tuple[str, ...]) -> str:
        """The place of such levels that is named most."""
        named = Counter(p for _, _, p in self.places if self.catalogue.territory(p).level in levels)
        return named.most_common(1)[0][0] if named else self.venue(levels)

    def venue(self, levels: tuple[str, ...]) -> str:
        """The one place of such levels where all that was said was said, "" where there are several."""
        held = {p for p in self.venues if self.catalogue.territory(p).level in levels}
        return held.pop() if len(held) == 1 else ""

    def alone(self, code: str) -> bool:
        """Is an economy of its own money named more than the nation, and no other beside it?"""
        level = self.catalogue.territory(code).level
        beside = {p for _, _, p in self.places if self.catalogue.territory(p).level == ECONOMY}
        named = Counter(p for _, _, p in self.places)
        return level == ECONOMY and beside == {code} and named[code] > named[HOME]

    def other(self) -> str:
        """The first country named but for "the country"."""
        level = self.catalogue.territory
        return next(
            (
                p
                for s, e, p in self.places
                if self.text[s:e] not in ITSELF
                and s not in self.three
                and level(p).level in ("country", "economy")
            ),
            "",
        )

    def mainland(self) -> bool:
        """Is a province or a city of ours named?"""
        return any(p != HOME and HOME in self.catalogue.above(p) for _, _, p in self.places)

    def unplaced(self, found: str, first: str) -> bool:
        """Does a text tell figures of the nation, or of no place, before the first of a province?"""
        if not found or self.catalogue.territory(found).level not in LOCAL:
            return False
        start = next(s for s, _, p in self.places if found in (p, *self.catalogue.above(p)))
        for begin, end in self.sentences():
            if begin <= start < end:
                return False
            if end <= start and _AMOUNT.search(self.text, begin, end):
                here = [p for p in self.places if begin <= p[0] < end]
                if (self._first(here) if here else HOME) == HOME and first in (HOME, found):
                    return True
        return False

    def mostly(self, local: int) -> bool:
        """Is a province, by its name or as one of `local` others, spoken of far more than the nation?"""
        home = self.count(HOME)
        return local + len(self.places) - home > 2 * home

    def count(self, code: str) -> int:
        """How often a place is named."""
        return sum(p == code for _, _, p in self.places)

    def titled(self, code: str) -> bool:
        """Is a place that of the document, as its title has it?"""
        title = self.text[:TITLE].split("\n", 1)[0]
        return _DOCUMENT.search(title) is not None and code == self.first(len(title))

    def often(self, code: str) -> bool:
        """Is a place named more than once and not much less than the nation, or the only one?"""
        inside = [p for _, _, p in self.places if code in (p, *self.catalogue.above(p))]
        nation = sum(p == HOME for _, _, p in self.places)
        return 3 * len(inside) > nation and (len(inside) > 1 or len(inside) == len(self.places))
