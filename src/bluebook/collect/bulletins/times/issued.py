"""When a text was issued: the day it prints that fits what it speaks of.

News says "the first nine months", "last year": the year is that of the day of issue. A page prints
other days besides, of its archive, its frame, other articles: the periods that the text names
tell which of them is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.times.dates_zh import numbered
from bluebook.collect.bulletins.times.when import When
from bluebook.model.period import Period

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR = r"(?P<y>(?:19[89]|20[0-4])\d)"
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"


# What a date begins with: its first character stands first, so that it is looked for quickly.
def _first_year(not_behind: str = r"\d") -> str:
    return rf"(?P<y>[12](?<![{not_behind}].)(?:(?<=1)9[89]|(?<=2)0[0-4])\d)"


def _first_number(not_behind: str = r"\d") -> str:
    return rf"(?P<n>\d(?<![{not_behind}].)(?:(?<=1)[0-2]|(?<=0)[1-9]|(?<=[1-9])))"


def _first_day(not_behind: str = r"\d") -> str:
    return rf"(?P<d>\d(?<![{not_behind}].)(?:(?<=[0-3])\d)?)"


_FIRST_MONTH = "|".join(f"{m[0]}(?<![a-z]{m[0]}){m[1:]}" for m in _MONTHS)
_POINTS = ("/", "-", ".")
# The forms of a day, and of what each holds one thing at least.
_DATES = tuple(
    (words, re.compile(form))
    for words, form in (
        (_POINTS, rf"{_first_year('.0-9')}[-/.](?P<n>1[0-2]|0?[1-9])[-/.](?P<d>[0-3]?\d)(?![\d%])"),
        (["日"], rf"{_first_year()}年(?P<n>1[0-2]|0?[1-9])月(?P<d>[0-3]?\d)日"),
        (_MONTHS, rf"(?P<m>{_FIRST_MONTH})[a-z]{{0,6}}\.?[ -]{_DAY}(?:,|\s|-)\s?{_YEAR}(?!\d)"),
        (_MONTHS, rf"{_first_day()}(?:st|nd|rd|th)?[ -](?:of )?{_MONTH}(?:,? |-){_YEAR}(?!\d)"),
        (_MONTHS, rf"{_first_year()},? {_MONTH} {_DAY}(?!\d|,? \d{{4}})"),
        (
            ["-"],
            r"(?P<yy>[0-2](?<![0-9.-].)\d)-(?P<n>1[0-2]|0[1-9])-(?P<d>[0-3]\d)(?= \d{1,2}:\d\d)",
        ),
        (["/"], rf"{_first_number()}/(?P<d>[0-3]?\d)/(?P<yy>\d\d)(?!\d)"),
        (_POINTS, rf"{_first_number('0-9./-')}([/.-])(?P<d>[0-3]?\d)\2{_YEAR}(?![\d%])"),
        (_POINTS, rf"{_first_day('0-9./-')}([/.-])(?P<n>1[0-2]|0?[1-9])\2{_YEAR}(?![\d%])"),
    )
)
_SAID = re.compile(
    r"(?:updated|published|posted|date|issued|released|xinhua|时间|发布|日期|更新)[^a-z]*$"
)
_CLOCK = re.compile(r"[a-z\d,. ]{6,20}[, |]*(?:at )?\d{1,2}:\d\d")
BELOW = 600  # characters after which several days are those of a list of other news
BESIDE = 60  # characters between the hour of issue and the day of an update
TOP = 40  # characters at the top of a page, where a browser prints the day
# Words before a date that is what figures are of, not when the text was issued.
_OF_FIGURES = re.compile(
    r"(?:as of|as at|by|until|to|from|since|end|ended|ending|截至|截止|至|到|从|自|止|(?<!发布)(?<!发表)(?<!更新)(?<!刊登)于) ?$"
)

_TO = re.compile(
    r" ?(?:[至到~]|-(?!-|\d\d:)|(?:to|through|until)\b) ?\d| ?(?:to|through|until) [a-z]{3,9} \d"
)


class _Day(NamedTuple):
    """A day that a text prints: where, the month it lies in, how plainly it is the day of issue."""

    start: int
    month: Period
    said: bool
    timed: bool


def issue(head: str, spoken: Sequence[When] = ()) -> Period | None:
    """The month in which a text was issued, from its beginning in plain lower case, if it says.

    `spoken` are the periods that the text names: a day before them is another's.
    """
    head = numbered(head)
    days = sorted(d for words, form in _DATES if holds(head, words) for d in _days(form, head))
    if not days or (len(days) > 2 and days[0].start > BELOW):
        return None
    said = [d for d in days if d.said]
    timed = [d for d in days if d.timed]
    printed = not said and len(timed) > 1 and days[0].start < TOP  # the day of printing above it
    first = min(timed, key=lambda d: d.month) if printed else (said or days)[0]
    if first.said:
        first = next((d for d in timed if 0 < first.start - d.start < BESIDE), first)  # | updated …
    fit = {d: _fits(d.month, spoken) for d in days}
    best = max(fit.values())
    chosen = first if fit[first] == best else next(d for d in days if fit[d] == best)
    return chosen.month if best >= 0 or chosen.said else None


def at_end(foot: str, spoken: Sequence[When]) -> Period | None:
    """The one month of all days at the end of a text, if it goes with the months that it names.

    An agency's item may end with the time at which it was sent: 2006-12-14-20:17:06.
    """
    months = {d.month for words, form in _DATES if holds(foot, words) for d in _days(form, foot)}
    return next((m for m in months if len(months) == 1 and _fits(m, spoken) > 0), None)


def _fits(month: Period, spoken: Sequence[When]) -> int:
    """How well a month of issue goes with the periods that a text names: below zero not at all.

    Statistics come out within months of what they are of.
    """
    named = [when.resolve(month) for when in spoken if when.year is not None]
    bare = [when for when in spoken if when.year is None and not when.same]
    later = [p for p in named if p.first > month.last + (12 if p.is_year else 0)]
    near = [p for p in named if 0 <= month.last - p.last <= NEAR]
    if len(named) > len(bare) and all(month.last - p.last > FAR for p in named):
        return -1
    lags = [(month.last - when.last) % 12 for when in bare if not when.relative]
    return len(near) - len(later) + (bool(lags) and min(lags) <= SOON)


NEAR, FAR, SOON = 13, 30, 3  # months between what is spoken of and the issue


def _days(pattern: re.Pattern[str], head: str) -> Iterator[_Day]:
    for match in pattern.finditer(head):
        g = match.groupdict()
        start = match.start()
        if _of_figures(match, head):
            continue
        year = int(g["y"]) if g.get("y") else 2000 + int(g["yy"])
        month = int(g["n"]) if g.get("n") else _MONTHS.index(g["m"]) + 1
        if 1 <= int(g["d"]) <= 31:
            said = _SAID.search(head[max(0, start - 30) : start]) is not None
            timed = _CLOCK.match(head, start) is not None
            yield _Day(start, Period.month_of(year, month), said, timed)


def _of_figures(day: re.Match[str], text: str) -> bool:
    """Is a day one that figures are of: as of 31 March 2012, 2025年1月1日至6月30日?"""
    before = text[max(0, day.start() - 8) : day.start()]
    ends = int(day["d"]) >= 28 and before.endswith(" at ")  # at 30 September 2021
    return ends or _OF_FIGURES.search(before) is not None or _TO.match(text, day.end()) is not None


def undated(text: str) -> str:
    """A plain text in lower case without its days of issue, character for character."""
    text = numbered(text)
    if "20" not in text and "19" not in text and "/" not in text:
        return text
    for words, form in _DATES:
        for match in form.finditer(text) if holds(text, words) else ():
            if not _of_figures(match, text):
                text = text[: match.start()] + "·" * len(match[0]) + text[match.end() :]
    return text


def about(when: When, issued: Period | None) -> Period | None:
    """A period as a text of the month `issued` means it; None where its year is not known."""
    if when.year is not None:
        return when.resolve(Period.year_of(when.year))
    if issued is None:
        return None
    if when.relative and when.first < 0:
        return when.resolve(issued)
    found = when.resolve(Period.year_of(issued.year))
    return found.lag(1) if not when.relative and found.last > issued.last else found
