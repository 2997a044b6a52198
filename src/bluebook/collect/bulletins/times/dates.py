"""When: the periods that a text names, in Chinese and English.

A mention may leave out the year ("5月末") or be relative ("上年同期"); it is resolved against the
period that the text is speaking of at that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from bluebook.collect.bulletins.text.hints import figures, holds
from bluebook.collect.bulletins.times import dates_en, dates_zh, forms_en
from bluebook.collect.bulletins.times.when import When


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A period named in a text, and where."""

    start: int
    end: int
    when: When


def mentions(text: str, language: str) -> list[Mention]:
    """The absolute periods a text names, in order. English text is given in lower case."""
    if language == "zh":
        return list(_chinese(dates_zh.numbered(text))) if holds(text, dates_zh.SIGNS) else []
    if figures(text) or dates_en.SPOKEN.within(text):
        return list(_english(text))
    return []


def _chinese(text: str) -> Iterator[Mention]:
    for match in dates_zh.PERIOD.finditer(text):
        day = match["d"]
        when = (
            None if day and _day(day, match, text, _before(match, text)) else dates_zh.period(match)
        )
        if when is not None:
            yield Mention(match.start(), match.end(), when)


def _english(text: str) -> Iterator[Mention]:
    place = 0
    for start in dates_en.BEGINNINGS.starts(text):
        if start < place:
            continue
        if text[start] in "12":
            form, dated = forms_en.IN_DIGITS, False
        else:
            dated = text[start : start + 3] in forms_en.MONTHS
            form = forms_en.IN_MONTHS if dated else forms_en.PERIOD
        told = form.match(text, start)
        if told is None:
            continue
        place = told.end()
        before = _before(told, text)
        day = told["d"] if dated else None
        when = None if _day(day, told, text, before) else dates_en.period(told, text, before)
        if when is not None:
            begin = max(0, start - 20)
            named = text.endswith(dates_en.ENDING_OF, begin, start)
            prefix = dates_en.END_OF.search(text, begin, start) if named else None
            if not dated or day or not before.endswith(dates_en.AFTER_DAY):
                pass
            elif first := dates_en.DAY_BEFORE.search(text, begin, start):
                prefix = first  # 31 December 2015
                if int(_DAY.match(first[0])[0]) >= 28:  # type: ignore[index]
                    when = msgspec.structs.replace(when, end=True)
            yield Mention(prefix.start() if prefix else start, place, when)


def _before(match: re.Match[str], text: str) -> str:
    """What stands before a mention."""
    start = match.start()
    return text[max(0, start - 24) : start]


_DAY = re.compile(r"\d+")
_TO_DAY = re.compile(
    r"(?:\b(?:as of|as at|by|at|until|till|up to|through|to|end|ended|ending|ends)(?: the)?(?: [0-3]?\d(?:st|nd|rd|th)?)? |[至到止自从于])$"
)


def _day(day: str | None, match: re.Match[str], text: str, before: str) -> bool:
    """Is it the date of a day on which something happened, no period of figures?

    31 March may end a period; 20 April does not, and neither does "published on 30 March 2012".
    """
    if day is None:
        if not before.endswith(dates_en.AFTER_DAY):
            return False
        if _ON_DAY.search(before):
            return _STOOD.match(text, match.end()) is None and not _AGAINST.search(before)
        return dates_en.DAY_BEFORE.search(before) is not None and not _TO_DAY.search(before)
    if int(day) < 28 or (_NEWS.match(text, match.end()) and not _TO_DAY.search(before)):
        return True
    if before.endswith("on ") or _ON_DAY.search(before):
        return _STOOD.match(text, match.end()) is None and not _AGAINST.search(before)
    return not (_TO_DAY.search(before) or match.start() == 0)


# On 30 June 2016 there were …: how many stood on the last day of a month.
_ON_DAY = re.compile(r"\bon (?:the )?(?:2[89]|3[01])(?:st|nd|rd|th)? (?:of )?$")
_STOOD = re.compile(
    r",? (?:there (?:were|was)\b|(?:the )?(?:[a-z]+ )?(?:number|count|total|base|stock) of\b"
    r"|(?:(?!said\b|announced\b|published\b|released\b|issued\b|showed\b|reported\b|launched\b|that\b)[a-z0-9'-]+ ){1,7}?(?:stood at|numbered|totall?ed|amounted to|came to|were|was|had|counted|reached) )"
)
_AGAINST = re.compile(
    r"(?:\b(?:than|against|from|with|to|versus|those|recorded|registered|counted|users|subscribers|lines)|illion|\d|%|cent|,) on (?:the )?(?:\d+(?:st|nd|rd|th)? )?$"
)
# What follows a day on which news came: 1月30日从工信部获悉.
_NEWS = re.compile(
    r",?(?:从|[电讯](?![信子话])|记者|本报|发布|公布|举行|召开|上午|下午|工信部|国家|国新办|国务院)"
    r"|,?[^\d,;:.。]{2,40}?(?:发布|公布|举行|召开|揭晓|披露|印发|出炉)"  # 1月31日,某某中心在京发布
)
