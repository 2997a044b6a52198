"""Statistics typed by hand, and text in the wrong language: warnings for the author.

A number is a statistic when a unit, a scale, a per cent sign or decimals follow it. Years,
dates, ordinals, and numbers within names (5G, IPv6, 100M) are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from bluebook.model.catalogue import Catalogue

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

CJK = re.compile(r"[\u3400-\u9fff]")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’|\"[^\"]*\"|[((][^))]*[))]|《[^》]*》")
_NUMBER = r"(?<![A-Za-z0-9.,\u2013-])[+\-\u2212]?\d[\d,]*(?:\.\d+)?"
_PER = r"%|%|‰|个?百分点|percentage points?|per ?cent"
_SCALES = {"zh": "万亿|千万|百万|亿|万|千", "en": "trillion|billion|million|thousand"}
_MEASURES = {
    "zh": "元|户|部|个|座|台|条|公里|千米|人|家|次|分钟|倍|[KMGTPE]B|[Mm]bps|[Gg]bps",
    "en": (
        "yuan|CNY|RMB|subscribers?|users?|subscriptions?|people|persons|households|stations|ports|"
        "lines|messages|minutes|km|kilomet\\w+|companies|enterprises|times|[KMGTPE]B|[MG]bps"
    ),
}
_NO_STATISTIC = re.compile(
    r"(?:19|20)\d\d\s*[-–—至]\s*(?:19|20)\d\d(?!\s*(?:万|亿|户|元|%))"  # 2015–2020
    r"|\d+\s*年(?:\d+\s*[-–—至]\s*)?(?:\d+\s*月)?(?:\d+\s*日)?|\d+\s*[-–—至]?\s*\d*\s*月份?|\d+\s*日"
    r"|第\s*\d+\s*[^\d\s]|\d+(?:st|nd|rd|th)\b"
    r"|(?:RMB|CNY)?\s*\b(?:19|20)\d\d\b(?!\s*(?:万|亿|户|元|%|million|billion|subscri|user))"
)


@lru_cache(maxsize=8)
def _statistic(language: str) -> re.Pattern[str]:
    scales, measures = _SCALES[language], _MEASURES[language]
    end = r"(?![A-Za-z])" if language == "en" else ""
    counted = rf"{_NUMBER}\s*(?:{_PER}|(?:{scales})(?:\s*(?:{measures}))?{end})"
    plain = rf"[+\-\u2212]?(?<![A-Za-z0-9.,-])(?:\d\d[\d,]*|\d,\d[\d,]*)\s*(?:{measures}){end}"
    decimal = rf"{_NUMBER.replace('(?:', '(?:', 1)[:-1]}(?![\d.]*[A-Za-z])"
    money = r"(?:CNY|RMB|US\$|¥|￥)\s*\d[\d,.]*"
    return re.compile(rf"{counted}|{plain}|{decimal}|{money}")


@lru_cache(maxsize=8)
def _names(catalogue_id: int, texts: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)", re.IGNORECASE)


def _numbered_names(catalogue: Catalogue, language: str) -> tuple[str, ...]:
    """Names of indicators that hold digits, such as 100Mbps及以上宽带用户."""
    found = []
    for entry in catalogue.indicators.values():
        names = (entry.name.get(language, ""), *entry.synonyms.get(language, ()))
        found += [name for name in names if any(c.isdigit() for c in name)]
    return tuple(found)


def statistics(text: str, language: str, catalogue: Catalogue) -> Iterator[str]:
    """A warning for each statistic typed in the text."""
    if not any(c.isdigit() for c in text):
        return
    names = _names(id(catalogue), _numbered_names(catalogue, language))
    masked = _NO_STATISTIC.sub(_blank, names.sub(_blank, text))
    for match in _statistic(language).finditer(masked):
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
