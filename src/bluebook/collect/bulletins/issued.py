"""When a text was issued, and what period it is about, as its beginning tells.

News says "the first nine months", "last year": the year is that of the day of issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.dates import When
from bluebook.model.period import Period

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR = r"(?P<y>(?:19[89]|20[0-4])\d)"
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_DATES = (
    re.compile(rf"(?<![\d.]){_YEAR}[-/.](?P<n>1[0-2]|0?[1-9])[-/.](?P<d>[0-3]?\d)(?![\d%])"),
    re.compile(rf"(?<!\d){_YEAR}年(?P<n>1[0-2]|0?[1-9])月(?P<d>[0-3]?\d)日"),
    re.compile(rf"(?<![a-z]){_MONTH} {_DAY}(?:,|\s)\s?{_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_DAY} {_MONTH},? {_YEAR}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR},? {_MONTH} {_DAY}(?!\d)"),
    re.compile(r"(?<!\d)(?P<n>1[0-2]|0?[1-9])/(?P<d>[0-3]?\d)/(?P<yy>\d\d)(?!\d)"),
)
_SAID = re.compile(
    r"(?:updated|published|posted|date|issued|released|xinhua|时间|发布|日期|更新)[^a-z]*$"
)
_CLOCK = re.compile(r"[a-z\d,. ]{6,20}[, |]*(?:at )?\d{1,2}:\d\d")
TOP = 40  # characters at the top of a page, where a browser prints the day
# Words before a date that is what figures are of, not when the text was issued.
_OF_FIGURES = re.compile(
    r"(?:as of|as at|by|until|to|from|since|end|ended|ending|截至|截止|至|到|从|自|止|于) ?$"
)


def issue(head: str) -> Period | None:
    """The month in which a text was issued, from its beginning in plain lower case, if it says."""
    found = [i for pattern in _DATES for i in _issues(pattern, head)]
    said = [i for i in found if _SAID.search(head[max(0, i[0] - 30) : i[0]])]
    timed = [i for i in found if _CLOCK.match(head, i[0])]
    alone = [i for i in found if _alone(head, i[0])]
    if not said and alone:
        found = alone  # rather than a day on which something happened
    if not said and len(timed) > 1 and min(found)[0] < TOP:
        return min(period for _, period in timed)  # the day of printing stands above it
    return min(said or found)[1] if found else None


def _alone(head: str, start: int) -> bool:
    """Does a date stand in a line of its own, or begin one?"""
    begin = head.rfind("\n", 0, start) + 1
    end = head.find("\n", start)
    return start - begin < 24 or (end if end >= 0 else len(head)) - begin < 60


def _issues(pattern: re.Pattern[str], head: str) -> Iterator[tuple[int, Period]]:
    for match in pattern.finditer(head):
        g = match.groupdict()
        if _OF_FIGURES.search(head[max(0, match.start() - 8) : match.start()]):
            continue
        year = int(g["y"]) if g.get("y") else 2000 + int(g["yy"])
        month = int(g["n"]) if g.get("n") else _MONTHS.index(g["m"]) + 1
        if 1 <= int(g["d"]) <= 31:
            yield match.start(), Period.month_of(year, month)


def undated(text: str) -> str:
    """A plain text in lower case without its days of issue, character for character."""
    for pattern in _DATES:
        for match in pattern.finditer(text):
            if not _OF_FIGURES.search(text[max(0, match.start() - 8) : match.start()]):
                text = text[: match.start()] + "·" * len(match[0]) + text[match.end() :]
    return text


def about(when: When, issued: Period | None) -> Period | None:
    """A period as a text of the month `issued` means it; None where its year is not known."""
    if when.year is not None:
        return when.resolve(Period.year_of(when.year))
    if issued is None:
        return None
    found = when.resolve(Period.year_of(issued.year))
    return found.lag(1) if not when.relative and found.last > issued.last else found
