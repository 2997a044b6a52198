"""Where and when a document speaks: its month of issue, the period and the place it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from bluebook.collect.bulletins.dates import When, mentions
from bluebook.collect.bulletins.issued import about, issue, undated
from bluebook.collect.bulletins.lead import FILED
from bluebook.collect.bulletins.script import flat
from bluebook.collect.bulletins.tokens import BASE
from bluebook.collect.bulletins.vocabulary import Vocabulary
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period

HOME = "CN"  # where a text is about that names no place
HEAD = 400
DATED = 1_500  # characters among which the day of issue is looked for
SPOKEN = 3_000  # characters that tell the period …
NAMED = 20_000  # … and, where those name no year, that tell it
ABOUT = 5_000  # characters that are looked at for the place
LOCAL = ("province", "city")
RECENT = 3  # months after which a month's or a quarter's figures are news no more …
LATE = 6  # … and a year's
# Before a period that is compared with, not spoken of, or that of a copyright.
_THAN = re.compile(
    r"\bfrom [\d.,]+ (?:[mbtr]+illion )?[a-z ]{0,30}in $"
    r"|(?:\b(?:from|since|than|against|over|compared (?:with|to)|prices? (?:of|in)(?: the year)?)|(?:©|\(c\)|copyright):?) ?$|[比较从自由]$"
)
_OURS = re.compile(r"China|Chinese|yuan|RMB|CNY|中国|我国|元")
_LOCAL = re.compile("全[省市区](?![场域])|[我本][省市区]|自治区")
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[。!?;！？；](?!\d)|\.(?=\s|$)")
_PLANS = frozenset(("target", "forecast"))

Words = Callable[[str], Vocabulary]


class Spoken(NamedTuple):
    """A period that a sentence names, plainly, as what is compared with, or in a plan.

    `told`: the sentence names an indicator.
    """

    when: When
    compared: bool
    plan: bool
    told: bool

    @property
    def plainly(self) -> bool:
        return not (self.compared or self.plan)


class Setting(NamedTuple):
    """`period` is None where nothing tells the year."""

    territory: str
    period: Period | None
    issued: Period | None


def setting(text: str, catalogue: Catalogue, words: Words) -> Setting:
    """What a document tells of itself; `words` gives the vocabulary of a paragraph."""
    spoken = list(_spoken(text[:SPOKEN], words))
    plain = [s.when for s in spoken if s.plainly]
    # A year may be that of anything; a month is one of figures.
    dating = [s.when for s in spoken if s.plainly and (s.told or s.when.last - s.when.first < 11)]
    issued = issue(flat(text[:DATED]).lower(), dating)
    period = _period(plain, issued)
    if issued is None and spoken and spoken[0].plan and spoken[0].when.year is not None:
        issued = period = about(spoken[0].when, None)  # it begins with the plans of its year
    if period is None:
        rest = (s.when for s in _spoken(text[SPOKEN:NAMED], words) if s.plainly)
        period = _period([*plain, *rest], issued)
    if period is None:
        period = _period([s.when for s in spoken if s.plan], issued)
    if period is None and issued is not None:
        period = Period.year_of(issued.year - 1)
    return Setting(_place(text, catalogue, words) or HOME, period, issued)


def _spoken(text: str, words: Words) -> Iterator[Spoken]:
    """The periods that a text names, in order."""
    for line in _LINE.finditer(text):
        vocabulary = words(line[0])
        plainly = undated(flat(line[0]).lower())
        start = 0
        for end in [*(m.end() for m in _END.finditer(plainly)), len(plainly)]:
            yield from _of_sentence(plainly[start:end], vocabulary)
            start = end


def _of_sentence(sentence: str, vocabulary: Vocabulary) -> Iterator[Spoken]:
    found = [(m.start, m.end, m.when) for m in mentions(sentence, vocabulary.language)]
    known = vocabulary.find(sentence)
    found += [(s, e, word.when) for s, e, word in known if word.when]
    planned = min((s for s, _, word in known if word.cues & _PLANS), default=len(sentence))
    told = any(word.namings for _, _, word in known)
    last = 0
    for start, end, when in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < last or BASE.match(sentence, end):
            continue
        last = end
        compared = _THAN.search(sentence[max(0, start - 60) : start]) is not None
        compared = compared or (when.relative.startswith("-") and not when.loose)  # previous year
        yield Spoken(when, compared, end > planned, told)


def _period(spoken: list[When], issued: Period | None) -> Period | None:
    """The period that a text is about: the first that is news when it is issued, or the first."""
    if issued is None:
        return _named([when for when in spoken if not when.relative])
    first: Period | None = None
    for when in spoken:
        found = about(when, issued)
        if found is None or found.first > issued.last or when.same:
            continue
        found = found.at_end if when.end else found
        lag = issued.last - found.last
        current = when.year == issued.year and found.is_year
        fresh = found.months <= 12 and 0 < lag <= (LATE if found.is_year else RECENT)
        if current or fresh:
            return found
        if first is None and found.months <= 12:
            first = found
    return first


def _named(spoken: list[When]) -> Period | None:
    """The first period, its year from where one is named: Phone users in August … of 2010."""
    year = next((when for when in spoken if when.year is not None), None)
    if year is None:
        return None
    found = year.resolve(Period.year_of(year.year or 0))
    if found.months > 11:
        found = spoken[0].resolve(Period.year_of(found.last // 12))
    if found.months > 12:
        return Period.year_of(found.last // 12)
    return found.at_end if spoken[0].end else found


def _place(text: str, catalogue: Catalogue, words: Words) -> str:
    """What the text is about: of one that speaks of 全省 or 全市, the place named most."""
    first = _first_place(flat(text[:HEAD]).lower(), catalogue, words)
    if first and HOME not in (first, *catalogue.above(first)) and _OURS.search(text[:ABOUT]):
        first = HOME  # another country's name in the frame of a page about ours
    if not _LOCAL.search(text, 0, ABOUT) or first not in ("", HOME):
        return first
    plainly = flat(text[:ABOUT]).lower()
    found = [w.territory for _, _, w in words(plainly).find(plainly) if w.territory]
    named = Counter(p for p in found if catalogue.territory(p).level in LOCAL)
    return named.most_common(1)[0][0] if named else first


def _first_place(head: str, catalogue: Catalogue, words: Words) -> str:
    """The first place that the beginning of the text names, "" where it names none.

    The place where a report was filed is none; in "east China's Jiangsu" the second counts.
    """
    found = [
        (s, e, w.territory)
        for s, e, w in words(head).find(head)
        if w.territory and not FILED.match(head, e)
    ]
    for (_, last, above), (start, _, place) in pairwise(found):
        if start - last < 4 and above in catalogue.above(place):
            return place
    near = [place for _, _, place in found if catalogue.territory(place).level != "region"]
    home = [p for p in near if p == HOME or HOME in catalogue.above(p)]
    return (home or near or [""])[0]
