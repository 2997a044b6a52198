"""Statistics typed by hand, and text in the wrong language: warnings for the author.

A number is a statistic when a unit, a scale, a per cent sign or decimals follow it. Years,
dates, ordinals, and numbers within names (5G, IPv6, 100M) are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluebook.model.catalogue import Catalogue

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

CJK = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|[(（][^)）]*[)）]|《[^》]*》")
_SCALES = "万亿|千万|百万|亿|万|千|trillion|billion|million|thousand"
_PERCENT = r"%|％|‰|个?百分点|percentage points?|per ?cent"
_MEASURES = (
    "元|户|部|个(?!省|市|地|州|县|月|工作日|自治|五年)|座|台|条|公里|千米|人|家|次|分钟|倍|[KMGTPE]B"
    "|yuan|CNY|RMB|subscribers?|users?|subscriptions?|people|persons|households|stations|ports"
    "|lines|messages|minutes|km|kilomet(?:re|er)s?|companies|enterprises|times"
)
_START = r"(?<![A-Za-z0-9.,\u2013-])[+\-\u2212]?"  # no part of a word, a number or a range
_NO_LETTER = r"(?![A-Za-z])"
_STATISTIC = re.compile(
    rf"(?:CNY|RMB|US\$|¥|￥)\s*\d[\d,.]*(?:\s*(?:{_SCALES}))?"  # CNY 1.36 trillion
    rf"|{_START}\d[\d,]*(?:\.\d+)?\s*(?:{_PERCENT}|(?:{_SCALES}){_NO_LETTER})"  # 3%, 5 million
    rf"|{_START}(?:\d\d[\d,]*|\d,\d+)\s*(?:{_MEASURES}){_NO_LETTER}"  # 36,988 stations
    rf"|{_START}\d[\d,]*\.\d+(?![.\d]*[A-Za-z0-9])"  # 12.5
)
_NO_STATISTIC = re.compile(
    r"\d+\s*[-–—至]\s*\d+\s*[年月日]|\d+\s*[年月日]"  # 2020年, 1—8月
    r"|第\s*\d+|\d+(?:st|nd|rd|th)\b"
    rf"|(?<!\d)(?:19|20)\d\d(?!\d|[.,]\d|\s*(?:{_PERCENT}|{_SCALES}|户|元))"  # a year
)


def names_with_digits(catalogue: Catalogue, language: str) -> re.Pattern[str]:
    """Names of indicators that hold digits, such as 100Mbps及以上宽带用户: no statistics."""
    found: list[str] = []
    for entry in catalogue.indicators.values():
        names = (entry.name.get(language, ""), *entry.synonyms.get(language, ()))
        found += [name for name in names if any(c.isdigit() for c in name)]
    ordered = sorted(set(found), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)", re.IGNORECASE)


def statistics(text: str, names: re.Pattern[str]) -> Iterator[str]:
    """A warning for each statistic typed in the text; `names` are of `names_with_digits`."""
    if not any(c.isdigit() for c in text):
        return
    masked = _NO_STATISTIC.sub(_blank, names.sub(_blank, text))
    for match in _STATISTIC.finditer(masked):
        yield (
            f"the statistic “{match[0].strip()}” is typed by hand; "
            "ask for it with {n}`…`, or write {lit}`…` if it is none"
        )


def _blank(match: re.Match[str]) -> str:
    return "□" * len(match[0])


def foreign(text: str, language: str) -> str:
    """The words of a text that are in the wrong language, outside quotes and brackets; or ""."""
    rest = _QUOTED.sub("", text)
    if language == "en":
        found = re.search(rf"{CJK.pattern}+", rest)
        return found[0] if found else ""
    if CJK.search(rest):
        return ""
    words = re.findall(r"[A-Za-z]{2,}", rest)
    return " ".join(words) if len([w for w in words if not w.isupper()]) >= 3 else ""


def check_heading(desk: Desk, text: str, line: int) -> None:
    """Warn of a heading or caption in the wrong language."""
    if wrong := foreign(text, desk.language):
        desk.warn(f"“{wrong}” is not in the language of the chapter ({desk.language})", line)


check_paragraph = check_heading
