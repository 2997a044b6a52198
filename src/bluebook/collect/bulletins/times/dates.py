"""When: the periods that a text names, in Chinese and English.

A mention may leave out the year ("5月末") or be relative ("上年同期"); it is resolved against the
period that the text is speaking of at that place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from bluebook.collect.bulletins.text.hints import figures
from bluebook.collect.bulletins.times import dates_en, dates_zh
from bluebook.collect.bulletins.times.when import When


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A period named in a text, and where."""

    start: int
    end: int
    when: When


def mentions(text: str, language: str) -> Iterator[Mention]:
    """The absolute periods a text names, in order. English text is given in lower case."""
    if language == "zh":
        text = dates_zh.numbered(text)
        for match in dates_zh.PERIOD.finditer(text):
            when = None if match["d"] and _day(match, text) else dates_zh.period(match)
            if when is not None:
                yield Mention(match.start(), match.end(), when)
        return
    if not (figures(text) or dates_en.SPOKEN.within(text)):
        return
    place = 0
    for start in dates_en.BEGINNINGS.starts(text):
        told = dates_en.PERIOD.match(text, start) if start >= place else None
        if told is None:
            continue
        place = told.end()
        when = None if _day(told, text) else dates_en.period(told, text)
        if when is not None:
            begin = max(0, start - 20)
            named = text.endswith(dates_en.ENDING_OF, begin, start)
            prefix = dates_en.END_OF.search(text, begin, start) if named else None
            yield Mention(prefix.start() if prefix else start, place, when)


_TO_DAY = re.compile(
    r"(?:\b(?:as of|as at|by|at|until|till|up to|through|to|end|ended|ending|ends)(?: the)?(?: [0-3]?\d(?:st|nd|rd|th)?)? |[至到止自从于])$"
)


def _day(match: re.Match[str], text: str) -> bool:
    """Is it the date of a day on which something happened, no period of figures?

    31 March may end a period; 20 April does not, and neither does "published on 30 March 2012".
    """
    day = match["d"]
    before = text[max(0, match.start() - 24) : match.start()]
    if day is None:
        if not before.endswith(dates_en.AFTER_DAY):
            return False
        return dates_en.DAY_BEFORE.search(before) is not None and not _TO_DAY.search(before)
    if int(day) < 28 or _NEWS.match(text, match.end()):
        return True
    return not (_TO_DAY.search(before) or match.start() == 0)


# What follows a day on which news came: 1月30日从工信部获悉.
_NEWS = re.compile(
    r",?(?:从|[电讯](?![信子话])|记者|本报|发布|公布|举行|召开|上午|下午|工信部|国家|国新办|国务院)"
)
