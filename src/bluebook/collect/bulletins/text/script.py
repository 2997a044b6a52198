"""The writing of a text brought to one form: half-width, simplified, without stray spaces.

Numbers and names are looked for in the plain form; every character of it knows its place in the
text as it came, so that a claim points at what was printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from bluebook.collect.bulletins.text.hints import Hints

# Widths and marks that mean the same; one character for one character.
_MARKS: dict[int, int | str] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    0x3000: " ", 0x00A0: " ", 0x2009: " ", 0x202F: " ", 0x2002: " ", 0x2003: " ", 0x2005: " ",
    0x0009: " ", 0x000A: " ", 0x000D: " ", 0x000B: " ", 0x000C: " ", 0x2028: " ", 0x2029: " ",
    0x2212: "-", 0x2013: "-", 0x2014: "-", 0x2015: "-", 0x2010: "-", 0x2011: "-", 0xFE63: "-",
    0x301C: "~", 0x223C: "~", 0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"',
    0x300C: '"', 0x300D: '"', 0x300E: '"', 0x300F: '"', 0x3008: "<", 0x3009: ">", 0x3010: "[", 0x3011: "]", 0x3014: "(", 0x3015: ")",
    0xFE59: "(", 0xFE5A: ")", 0x2236: ":", 0xFE50: ",", 0xFE52: ".", 0xFE6A: "%", 0xFE55: ":", 0xFE54: ";", 0x066A: "%", 0x2030: "‰", 0xB7: "·",
    0x2022: "·", 0x2027: "·", 0x30FB: "·", 0xFF65: "·", 0x22C5: "·", 0x2E31: "·",
}  # fmt: skip
# Pinyin that a converter of scripts left in brackets behind a character: 業(yè)務.
_PINYIN = re.compile(
    "(?<=[\u4e00-\u9fff])[(（][a-zü]{0,5}[\u00e0-\u01dc][a-zü]{0,5}[)）](?=[\u4e00-\u9fff0-9,。、)）]|$)"
)
_TONED = re.compile("[\u00e0-\u01dc]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u200c\u200d]")
_CJK = "\u3001-\u303f\u3400-\u9fff\uf900-\ufaff"
# Spaces that may carry nothing: at the beginning, several, beside a Chinese character, after a point.
_RUN = re.compile(rf" (?:(?<=[{_CJK}] ) *|(?<=^ ) *| +|(?=[{_CJK}])|(?<=\. )(?=\d))")
_SEVERAL = re.compile(r" (?: +|(?<=^ ))")  # the same in a text without Chinese
_POINT = re.compile(rf"[{_CJK}][0-9]{{1,5}}\.$")  # 达到11. 96亿户
_CHINESE = re.compile(rf"[{_CJK}]")
# Words of Taiwan and Hong Kong for things of this industry, padded to the same length.
_REGIONAL = {
    "宽频": "宽带", "流动电话": "移动电话", "流动宽带": "移动宽带", "流动用户": "移动用户",
    "流动通": "移动通", "流动数据": "移动数据", "使用者": "用户\u200b", "行动电话": "移动电话", "行动用户": "移动用户", "网际网路": "互联网\u200b",
    "网路": "网络", "行动通": "移动通", "通讯": "通信", "行动网": "移动网", "行动宽带": "移动宽带",
    "大资料": "大数据", "资料中心": "数据中心", "移动资料": "移动数据", "固定资料": "固定数据",
    "简讯": "短信", "短讯": "短信", "网友": "网民", "基地台": "基站\u200b", "数位": "数字", "行动基站": "移动基站",
    "行动上网": "移动上网", "行动短信": "移动短信", "行动资料": "移动数据", "流动上网": "移动上网",
    "物联网路": "物联网\u200b", "行动互联网": "移动互联网", "行动数据": "移动数据", "光纖": "光纤",
    "行动语音": "移动语音", "宽带帐号": "宽带用户", "物联网门号": "物联网用户",
}  # fmt: skip


# Of these, what tells a text of Taiwan or Hong Kong that was brought to the simplified script.
_ELSEWHERE = Hints(
    "行动电话", "行动宽", "行动用户", "行动通", "流动电话", "流动宽", "宽频", "基地台", "网际网路"
)  # fmt: skip
_SAME_LENGTH = Hints(*(word for word, usual in _REGIONAL.items() if "\u200b" not in usual))
_ASCII = str.maketrans("\t\n\r\v\f", "     ")
# The same for a text whose lines stay.
MARKS = {chr(code): chr(to) if isinstance(to, int) else to for code, to in _MARKS.items()}
del MARKS["\n"]


class Plain(NamedTuple):
    """A text in its plain form, and where each of its characters stands in the original.

    `at` is None where nothing was left out: the places are then the same. All are counted from
    `base`.
    """

    text: str
    at: list[int] | None
    base: int = 0

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that a range of the plain text came from."""
        base = self.base
        if self.at is None:
            return base + start, base + end
        first = base + self.at[start]
        return first, base + self.at[end - 1] + 1 if end > start else first

    def without(self, start: int, end: int, words: str = "") -> Plain:
        """The text with other words, if any, in the place of some; they stand where those stood."""
        at = self.at or range(len(self.text))
        text = self.text[:start] + words + self.text[end:]
        return Plain(text, [*at[:start], *[at[start]] * len(words), *at[end:]], self.base)


def plain(text: str, *, old: bool = False) -> Plain:
    """The plain form of a text; `old`: in traditional script though it may not look so by itself.

    >>> plain("５Ｇ 基站 ８ ０３６ 萬個").text
    '5G基站8 036万个'
    """
    same = _alike(text, old)
    at: list[int] | None = None
    if left_behind(same):
        out = {i for m in _PINYIN.finditer(same) for i in range(*m.span())}
        at = [i for i, c in enumerate(same) if i not in out and not _INVISIBLE.match(c)]
        same = "".join(same[i] for i in at)
    return tight(same, at, 0) if spaced(same) else Plain(same, at)


def tight(text: str, at: list[int] | None, base: int) -> Plain:
    """A text without spaces that carry nothing."""
    stays = list(_staying(text))
    if len(stays) == 1 and stays[0][0] == 0:
        return Plain(text, at, base)
    kept: list[int] = []
    for start, end in stays:
        kept += range(start, end) if at is None else at[start:end]
    return Plain("".join([text[start:end] for start, end in stays]), kept, base)


def flat(text: str, *, old: bool = False) -> str:
    """The plain form of a text, without its places.

    >>> flat("５Ｇ 基站") == plain("５Ｇ 基站").text
    True
    """
    same = _alike(text, old)
    if left_behind(same):
        same = _INVISIBLE.sub("", _PINYIN.sub("", same))
    return "".join(same[start:end] for start, end in _staying(same)) if spaced(same) else same


def _alike(text: str, old: bool) -> str:
    """Half-width and simplified, character for character."""
    if text.isascii():
        return text.translate(_ASCII)
    if not (old or traditional(text)):
        return usual_words(text.translate(_MARKS))
    same = text.translate(_table())
    for word, usual in _REGIONAL.items():
        same = same.replace(word, usual)
    return same


def usual_words(text: str) -> str:
    """A simplified text, the words of Taiwan and Hong Kong in it as the mainland has them."""
    if _ELSEWHERE.within(text):
        while found := _SAME_LENGTH.every(text):
            for word in sorted(found, key=_SAME_LENGTH.words.index):
                text = text.replace(word, _REGIONAL[word])
    return text


def _staying(text: str) -> Iterator[tuple[int, int]]:
    """What is left of a text without spaces that carry nothing: beside a Chinese character, after
    the point of a number, or more than one."""
    place = 0
    for run in (_SEVERAL if text.isascii() else _RUN).finditer(text):
        start, end = run.span()
        wide = start == 0 or _wide(text[start - 1]) or (end < len(text) and _wide(text[end]))
        torn = text[start - 1] == "." and text[end : end + 1].isdecimal()
        if not wide and not (torn and _POINT.search(text, max(0, start - 7), start)):
            start += 1
        if start < end:
            yield place, start
            place = end
    yield place, len(text)


def _wide(char: str) -> bool:
    return char > "\u3000" and _CHINESE.match(char) is not None


def left_behind(text: str) -> bool:
    """Does it hold what is no part of the text: marks without width, pinyin in brackets?"""
    if text.isascii():
        return False
    return bool(_INVISIBLE.search(text) or (_TONED.search(text) and _PINYIN.search(text)))


def spaced(text: str) -> bool:
    """May it hold spaces that carry nothing: at the beginning, several, beside a Chinese character?"""
    if "  " in text or text[:1] == " ":
        return True
    return " " in text and not text.isascii() and _CHINESE.search(text) is not None


def chinese(text: str) -> bool:
    """Is the text Chinese rather than English? A tenth of Chinese characters suffices."""
    sample = text[:1000]
    if sample.isascii():
        return False
    few = len(sample) / 10
    if len(_CHINESE.findall(sample[: len(sample) // 5])) >= few:
        return True
    wide = len(sample) - len(sample.encode("ascii", "ignore"))
    return wide >= few and len(_CHINESE.findall(sample)) >= few


TRADITIONAL = frozenset(
    "萬億戶電業務達寬網線較長數據聯區東個國際費資訊總額產機動報運營實現農鄉鎮縣廣們這為與"
)
_ONLY_TRADITIONAL = re.compile(f"[{''.join(sorted(TRADITIONAL))}]")


def traditional(text: str) -> bool:
    """Does a text hold characters that only the traditional script has?"""
    return _ONLY_TRADITIONAL.search(text) is not None


@cache
def _table() -> dict[int, str | int]:
    """Traditional characters to simplified ones, one for one (OpenCC's table)."""
    from importlib.resources import files

    table = dict(_MARKS)
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text("utf-8")
    for line in lines.splitlines():
        traditional, _, simple = line.partition("\t")
        first = simple.split(" ")[0]
        if len(traditional) == 1 and len(first) == 1:
            table[ord(traditional)] = first
    return table
