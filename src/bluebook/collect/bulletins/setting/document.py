"""Where and when a document speaks: its month of issue, the period and the place it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bluebook.collect.bulletins.clause.tokens import BASE
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.setting.place import Words, place
from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.text.writing import Writing
from bluebook.collect.bulletins.times.dates import mentions
from bluebook.collect.bulletins.times.dates_en import came_out
from bluebook.collect.bulletins.times.issued import about, at_end, issue, undated
from bluebook.collect.bulletins.times.when import When
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period

DATED = 1_500  # characters among which the day of issue is looked for
AT_END = 500  # characters at the end of a page that names no year, where its day is looked for
SPOKEN = 3_000  # characters that tell the period …
NAMED = 20_000  # … and, where those name no year, that tell it
RECENT = 3  # months after which a month's or a quarter's figures are news no more …
LATE = 6  # … and a year's
PLAN = 36  # months of a plan, which are no period of figures
# Before a period that is compared with, not spoken of, or that of a copyright.
_THAN = re.compile(
    r"\b(?:that (?:in|of)|those (?:in|of)|times (?:more |higher )?(?:than )?in) (?:the year )?$"
    r"|\bfrom [\d.,]+ (?:[mbtr]+illion )?[a-z ]{0,30}in $"
    r"|(?:\b(?:from|since|than(?: it was| there were)?(?: at| in| as of)?|against|over|compared (?:with|to)|prices? (?:of|in)(?: the year)?)) ?$|[比较从自由]$"
)
# One of which it ends with, but for a space.
_COMPARES = ("in", "of", "year", "from", "since", "than", "was", "were", "at", "against", "over",
             "with", "to", "比", "较", "从", "自", "由")  # fmt: skip
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|版权所有|rights reserved)")
# A year that is of a conference is the year in which the text speaks.
_EVENT = re.compile(
    r"[^,;:。]{0,16}(?:会议|大会|论坛|峰会|博览会)|[^,;:.]{0,40}(?:conference|summit|forum|expo)\b"
)
# … and so is that of an edition: 白皮书(2019年), the report (2019).
_EDITION = re.compile(r"(?:书|报告|年鉴|报|paper|report|yearbook|book|review) ?[(（]$")
_EVENTS = ("会", "论坛", "conference", "summit", "forum", "expo")  # one of which it holds
# A line at the foot that names the agency and the day.
_FOOT = re.compile(
    r"^[ \t]*[(（]?(?:Source: ?|By )?[A-Z][A-Za-z .,'’/-]{1,40}[ ,]+[^\n]{0,12}(?:19|20)\d\d[)）]?[ \t]*$",
    re.MULTILINE,
)
# The newspaper of a day that a text says it stood in: 《人民日报》(2023年11月23日 01版).
_PAPER = re.compile(r"报 *》? *[(（]? *((?:19|20)\d\d年\d{1,2}月\d{1,2}日) *第? *[A-Z]?\d{1,3} *版")
_LINE = re.compile(r"[^\n]+")
_NOTE = re.compile(r"\s*(?:备?注|说明)\s?\d?[:、.]")
_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec"
_SHORT = "".join(rf"(?<!\b{word}\.)" for word in _MONTHS.split())  # Aug. 3
_END = re.compile(rf"[。!?;！？；.](?:(?<!\.)(?!\d)|(?<=\.)(?=\s|$){_SHORT})")
_PLANS = frozenset(("target", "forecast"))


# Before the day that all figures of a page are of, unless it says otherwise: data as at 30 June.
_STATED = re.compile(
    r"\b(?:data|figures|statistics)(?: (?:are|is|were|was|stand|refers?|relates?|referring|relating|and refer))?"
    r" (?:as (?:at|of|on)|to)(?: the)?(?: end of)?(?: [0-3]?\d(?:st|nd|rd|th)?)? $"
)
_DATA = ("data", "figures", "statistics")


class Spoken(NamedTuple):
    """A period that a sentence names, plainly, as what is compared with, or of a plan or an event.

    `told`: the sentence names an indicator. `stated`: all figures are of it, it says.
    """

    when: When
    compared: bool
    plan: bool
    told: bool
    stated: bool = False

    @property
    def plainly(self) -> bool:
        return not (self.compared or self.plan)


class Setting(NamedTuple):
    """`territory` is "" where the place is not known, `period` None where nothing tells the year."""

    territory: str
    period: Period | None
    issued: Period | None
    stated: bool = False  # figures are of the period, the text says


def setting(writing: Writing, catalogue: Catalogue, words: Words) -> Setting:
    """What a document tells of itself; `words` gives the vocabulary of a paragraph."""
    spoken = list(_spoken(writing, 0, SPOKEN, words))
    plain = [s for s in spoken if s.plainly]
    # A year may be that of anything; a month is one of figures.
    dating = [s.when for s in plain if s.told or s.when.last - s.when.first < 11]
    issued = _in_paper(writing) or issue(writing.flat(0, DATED), dating)
    issued = issued or _at_foot(writing, dating) or _of_month(plain)
    stated = next((s.when for s in plain if s.stated and s.when.first == s.when.last), None)
    known = about(stated, issued) if stated else None
    if known is not None:
        return Setting(place(writing, catalogue, words), known.at_end, issued, stated=True)
    period = _period(plain, issued)
    if issued is None and spoken and spoken[0].plan and spoken[0].when.year is not None:
        issued = period = about(spoken[0].when, None)  # it begins with the plans of its year
    if period is None:
        rest = (s for s in _spoken(writing, SPOKEN, NAMED, words) if s.plainly)
        period = _period([*plain, *rest], issued)
    if period is None and issued is None:
        issued = at_end(writing.flat(max(0, len(writing.text) - AT_END), len(writing.text)), dating)
        period = _period(plain, issued) if issued else _since(spoken)
    if period is None and issued is not None:
        early = issued.last % 12 < RECENT  # when its own year is only planned
        planned = [s for s in spoken if s.plan and not (early and s.when.year == issued.year)]
        period = _period(planned, issued)
        if period is None and issued.last % 12 < 6:
            period = Period.year_of(issued.year - 1)
    if period is None:  # up 6.1 percent from the end of 2010
        base = next((s.when for s in spoken if s.compared and s.when.year is not None), None)
        period = Period.year_of(base.year + 1) if base and base.year else None
    return Setting(place(writing, catalogue, words), period, issued)


def _in_paper(writing: Writing) -> Period | None:
    """The month of the newspaper that a text says it stood in."""
    found = _PAPER.search(writing.text, 0, SPOKEN)
    if found is None:
        return None
    year, month = re.split("[年月]", found[1])[:2]
    return Period.month_of(int(year), int(month)) if 1 <= int(month) <= 12 else None


def _at_foot(writing: Writing, dating: list[When]) -> Period | None:
    """The month of issue as the end of a news item says it: (Xinhua, January 26, 2009)."""
    text = writing.text
    for match in _FOOT.finditer(text, DATED, SPOKEN):
        found = issue(writing.flat(*match.span()), dating)
        if found is not None:
            return found
    return None


def _of_month(plain: list[Spoken]) -> Period | None:
    """The month of issue without its day, at the head of a report: Statistical Report, August 2021.

    No sentence speaks of it, and the figures are of a month shortly before.
    """
    first = plain[0] if plain else None
    if first is None or first.told or first.when.end or first.when.first != first.when.last:
        return None
    dated = [s for s in plain[1:] if s.when.year is not None and s.when.last - s.when.first < 12]
    lags = [_ends(first.when) - _ends(s.when) for s in dated]
    fits = any(s.told and 0 < lag <= LATE for s, lag in zip(dated, lags, strict=True))
    if first.when.year is None or not fits or 0 in lags:
        return None
    return Period.month_of(first.when.year, first.when.last + 1)


def _ends(when: When) -> int:
    """The last month of a period that is named with its year."""
    return 12 * (when.year or 0) + when.last


def _spoken(writing: Writing, first: int, last: int, words: Words) -> Iterator[Spoken]:
    """The periods that a part of a text names, in order."""
    for line in _LINE.finditer(writing.text, first, last):
        vocabulary = words(line[0])
        plainly = undated(writing.flat(*line.span()))
        if _NOTE.match(plainly):
            continue  # 注:上年末数据为2008年年报数据
        start = 0
        for end in [*(m.end() for m in _END.finditer(plainly)), len(plainly)]:
            yield from _of_sentence(plainly[start:end], vocabulary)
            start = end


def _of_sentence(sentence: str, vocabulary: Vocabulary) -> Iterator[Spoken]:
    found = [(m.start, m.end, m.when) for m in mentions(sentence, vocabulary.language)]
    if not found and not vocabulary.relatives.within(sentence):
        return
    known = vocabulary.find(sentence)
    found += [(s, e, word.when) for s, e, word in known if word.when]
    planned = min((s for s, _, word in known if word.cues & _PLANS), default=len(sentence))
    told = any(word.namings for _, _, word in known)
    rights, event, data = _RIGHTS.search(sentence), holds(sentence, _EVENTS), holds(sentence, _DATA)
    last, bare = 0, {s for s, _, when in found if when.year is None and not when.relative}
    for start, end, when in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < last or when.counted or BASE.match(sentence, end):
            continue
        if (when.relative == "0y" and end in bare) or _WHITE.match(sentence, end):
            last = end
            continue  # 今年2月底: that month; 《2024年…白皮书》: the year it came out
        last = end
        if when.last - when.first < 11 and came_out(sentence, start, end):
            continue
        if rights and _RIGHTS.search(sentence[max(0, start - 24) : end + 24]):
            continue
        compared = when.relative.startswith("-") and not when.loose  # previous year
        before = sentence[max(0, start - 60) : start]
        if not compared and when.last - when.first <= 11:
            compared = before.rstrip().endswith(_COMPARES) and _THAN.search(before) is not None
        coming = end > planned or (planned < len(sentence) and sentence.endswith("by ", 0, start))
        coming = coming or (event and _EVENT.match(sentence, end) is not None)
        coming = coming or _of_edition(sentence, start, end)
        coming = coming or (
            planned < len(sentence) and _PLAIN.fullmatch(sentence, end, planned) is not None
        )
        stated = data and _STATED.search(sentence, max(0, start - 60), start) is not None
        yield Spoken(when, compared, coming, told, stated)


_WHITE = re.compile(r"(?:年度?)?[^,;:。》\n]{0,20}[白蓝绿]皮书")
# Between a year and what is planned for it: 2020年,我省将建成…
_PLAIN = re.compile(r"[^\d;。]{0,16}")


def _of_edition(sentence: str, start: int, end: int) -> bool:
    """Is a year that of an edition, alone in a bracket behind what is published?"""
    closed = sentence.startswith((")", "年)", "）", "年）"), end)
    return closed and _EDITION.search(sentence, max(0, start - 12), start) is not None


def _period(named: list[Spoken], issued: Period | None) -> Period | None:
    """The period that a text is about: the first that is news when it is issued, or the first."""
    if issued is None:
        return _named(named)
    first: Period | None = None
    running: Period | None = None  # the year of issue, named before any of its parts that is news
    year: int | None = None  # of a month or a part of a year that is named with it
    for when in (s.when for s in named if s.told or not s.when.loose):
        bare = when.year is None and not when.relative
        found = when.resolve(Period.year_of(year)) if bare and year else about(when, issued)
        if found is None or found.first > issued.last or when.same:
            continue
        if when.year is not None and found.months < 12:
            year = year or found.year
        found = found.at_end if when.end else found
        lag = issued.last - found.last
        current = when.year == issued.year and found.is_year
        fresh = found.months <= 12 and 0 < lag <= (LATE if found.is_year else RECENT)
        if current and not fresh and issued.last % 12 >= RECENT:
            running = running or found
            continue
        if running and fresh and (found.year != issued.year or found.is_year):
            return running
        if current or fresh:
            often = first is not None and not first.is_year and issued.last - first.last <= LATE
            often = often and _count(named, first, issued) > 1 + _count(named, found, issued)
            return first if often else _later(named, found, issued)  # else it came out late
        if (first is None or first == issued) and found.months <= 12:
            first = found  # of the month of issue itself only where no other is named
    return running or first


def _later(named: list[Spoken], month: Period, issued: Period) -> Period:
    """A month, or the next that is named right behind it: passed 100 million in May and was … at the
    end of June."""
    whens = [s.when for s in named[:2]]
    if month.months > 1 or len(whens) < 2 or whens[0].end or not whens[1].end:
        return month
    first, then = (about(w, issued) for w in whens)
    follows = first is not None and then is not None and then.last - first.last == 1
    return then.at_end if follows and then and first == month and then.last < issued.last else month


def _count(named: list[Spoken], period: Period | None, issued: Period) -> int:
    """How often a period is named."""
    found = [about(s.when, issued) for s in named]
    return sum(f is not None and period is not None and f.last == period.last for f in found)


def _since(spoken: list[Spoken]) -> Period | None:
    """The period of a text that names only the year before: up from the end of 2021."""
    bases = (s.when for s in spoken if s.compared and s.when.year and not s.plan)
    year = next((w.year for w in bases if w.year and (w.same or (w.end and w.last == 11))), None)
    if year is None:
        return None
    now = Period.year_of(year + 1)
    bare = next((s.when for s in spoken if s.plainly and not s.when.relative), None)
    if bare is None or bare.year is not None:
        return now
    found = bare.resolve(now)
    return found.at_end if bare.end else found


def _named(named: list[Spoken]) -> Period | None:
    """The first period that is named with its year.

    Where a month stands before it, that month, if the year is that of figures of a month or a span,
    or the only year: one by itself may be what is compared with.
    """
    spoken = [s for s in named if not s.when.relative and s.when.last - s.when.first < PLAN]
    years = [s.when for s in spoken if s.when.year is not None]
    if not years:
        spans = [about(s.when, None) for s in named if s.when.year is not None]
        return Period.year_of(spans[0].last // 12) if spans and spans[0] else None
    first = spoken[0].when
    sure = [s.when for s in spoken if s.when in years and (s.told or s.when.last == first.last)]
    only = years[:1] if years.count(years[0]) == len(years) > 1 else []
    told = [first] if first in years else [*(w for w in sure if not _year(w)), *only]
    if not told:
        return None
    dated = _latest(told[0], years)
    first = first if dated == told[0] else dated
    found = dated.resolve(Period.year_of(dated.year or 0))
    if dated != first:
        found = first.resolve(Period.year_of(found.last // 12))
    if found.months > 12:
        return Period.year_of(found.last // 12)
    return found.at_end if first.end else found


def _latest(first: When, years: list[When]) -> When:
    """The first period, or the part of a later year that is named after years long past.

    A year's figures come out in the first months of the next, which their page may name too.
    """
    if not _year(first):
        return first
    ends = 12 * (first.year or 0) + 11
    later = (w for w in years if not _year(w) and w.year and 12 * w.year + w.last > ends + RECENT)
    return next(later, first)


def _year(when: When) -> bool:
    return when.last - when.first == 11
