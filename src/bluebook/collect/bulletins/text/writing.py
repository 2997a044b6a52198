"""A whole text as it is looked at: in plain form and lower case, from every part of it back to print.

What its characters ask for is seen once for all of it; few texts ask for more than a table of marks.
"""

from __future__ import annotations

import re
from functools import cached_property

from bluebook.collect.bulletins.text.script import (
    MARKS,
    TRADITIONAL,
    Plain,
    left_behind,
    plain,
    spaced,
    tight,
    traditional,
    usual_words,
)

TITLE = 60  # characters of the longest headline
# A space that ends a clause of a headline: 5G基站8.43万个 综合水平进入全国前列.
CLAUSE = re.compile(
    "(?:(?<=[0-9万亿萬億][户个元件人部名条座台戶個條臺])|(?<=[0-9][万亿萬億%％])|(?<=[百千万萬][亿億])|(?<=[一二三四五六七八九]成))[ \u3000](?=[\u4e00-\u9fff]{3}|[2-6][Gg][\u4e00-\u9fff]{2})"
)
# A wide space between the clauses of one: 广东手机用户破亿　每百人97.6部; not between day and paper.
WIDE = re.compile("(?<=[^ \u3000]{5})\u3000(?=[^ \u3000]{5})")
_DATED = re.compile(r"(?:19|20)\d\d(?:[-/.]|年\d{1,2}月\d{1,2}日)|版|记者|記者|作者|来源|來源|星期")
# Characters that only the traditional script has, tones of pinyin, and such as nobody sees.
_RARE = TRADITIONAL | {chr(n) for n in (*range(0xE0, 0x1DD), *range(0x200B, 0x2010))}
_RARE |= {"\u2060", "\ufeff", "\u00ad"}
# China mobile users, China Telecom Industry: the country's, not those of the firm of that name.
_NO_FIRM = re.compile(
    r"C(?<!\wC)(?:hina|HINA)(?P<is> )(?:mobile|telecom|(?i:mobile)(?= (?i:(?:tele|cell)?phone|internet)\b)"
    r"|(?i:telecom)(?= (?i:industry|sector|market|operators|carriers|firms|companies|giants)\b))\b"
)

# A full stop where the point of a number stood: 达11。7亿个, 增长5。4%.
_STOPPED = re.compile(
    r"。(?<=[0-9]。)(?=[0-9]{1,3}(?:[%％万亿萬億倍]|个?百分点|個?百分點|[KMGT]B))"
)
STOPS = 2  # of them tell that a page prints its points so
OLD = 6  # characters of the traditional script tell that all of a page is written in it


class Writing:
    """A text in plain form and lower case; `print` is what it came as."""

    def __init__(self, text: str) -> None:
        self.print = text
        if len(_STOPPED.findall(text)) >= STOPS:
            text = _STOPPED.sub(".", text)
        self.text = text
        self.chars = set(text)
        self._rare = not self.chars.isdisjoint(_RARE)
        self._old = len(self.chars & TRADITIONAL) >= OLD
        self._wide = "\u3000" in self.chars

    @cached_property
    def same(self) -> str:
        """The text character for character, lines kept, as far as one table of marks goes."""
        same = self.text
        for char in self.chars & MARKS.keys():
            same = same.replace(char, MARKS[char])
        return _unfirmed(self.text, lowered(usual_words(same)))

    def printed(self, part: Plain, start: int, end: int) -> str:
        """What is printed where a range of a part stands, as far as the part goes."""
        start, end = part.place(start, min(end, len(part.text)))
        return self.print[start:end]

    def part(self, start: int, end: int) -> Plain:
        """A part of the text by itself; its places are those of the whole text."""
        same = self.same[start:end]
        if self._wide and end - start <= TITLE:
            same = self._parted(same, start)
        rare = self._rare and not same.isascii()
        if rare and (self._old or traditional(self.text[start:end]) or left_behind(same)):
            own = plain(_titled(self._parted(self.text[start:end], start)), old=self._old)
            return Plain(lowered(own.text), own.at, start)
        lines = "\n" in same  # the end of a line ends no clause of a headline
        if lines:
            same = _titled(same).replace("\n", " ")
        if same[:1] == " ":
            start += len(same)
            same = same.lstrip(" ")
            start -= len(same)
        if spaced(same):
            return tight(same if lines else _titled(same), None, start)
        return Plain(same, None, start)

    def _parted(self, text: str, start: int) -> str:
        """A part of the text with commas for the wide spaces that part clauses of a headline."""
        if not self._wide or len(text) > TITLE or _DATED.search(text):
            return text
        for space in WIDE.finditer(self.text, start, start + len(text)):
            at = space.start() - start
            text = f"{text[:at]},{text[at + 1 :]}"
        return text

    def flat(self, start: int, end: int) -> str:
        """A part of the text, without its places."""
        return self.part(start, end).text

    def lines(self, start: int, end: int) -> list[str]:
        """The lines of a part of the text, each by itself."""
        lines = self.same[start:end].split("\n")
        if not self._rare:
            return [_flat(line) if " " in line else line for line in lines]
        place, found = start, []
        for line in lines:
            bare = line.lstrip(" ")
            plainly = "  " not in bare and bare.isascii()
            found.append(bare if plainly else self.flat(place, place + len(line)))
            place += len(line) + 1
        return found


def _titled(text: str) -> str:
    """A headline with commas for the spaces that end its clauses; other text as it is."""
    if len(text) > TITLE or "," in text or "。" in text or "，" in text or ";" in text:
        return text
    return CLAUSE.sub(",", text)


def lowered(text: str) -> str:
    """A text in lower case, character for character."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _unfirmed(text: str, lower: str) -> str:
    """A text in lower case, in which China's mobile users are nobody's: China-mobile users."""
    if "china mobile" not in lower and "china telecom" not in lower:
        return lower
    pieces, place = [], 0
    for match in _NO_FIRM.finditer(text):
        pieces.append(lower[place : match.start("is")])
        place = match.end("is")
    return "-".join((*pieces, lower[place:]))


def _flat(line: str) -> str:
    line = line.lstrip(" ")
    return tight(line, None, 0).text if spaced(line) else line
