"""May a text hold a number? A quick look, by which most of a plain text is passed over."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts import numerals, proportions
from bluebook.collect.bulletins.text.hints import figures, holds

_WIDE = tuple("０１２３４５６７８９")
# Chinese words that tell a number without any digit.
_TOLD = re.compile(
    r"[分万亿萬億成第首翻一过](?:(?<=[一二两兩三四五六七八九十百千零〇][万亿萬億成])|(?<=分)之"
    r"|(?<=第)[一二三四五六七八九十]|(?<=首)位|(?<=翻)[一两兩番倍]|(?<=[一过])半)"
)
# English words, by themselves, without one of which a text without digits is of no figures.
TELLS = ("million", "billion", "trillion", "percent", "per cent", "half", "third", "quarter",
         "doubled", "tripled", "quadrupled", "ranked")  # fmt: skip


def figured(text: str) -> bool:
    """Does a text hold a number, in digits or in Chinese words?"""
    if figures(text):
        return True
    return not text.isascii() and (holds(text, _WIDE) or _TOLD.search(text) is not None)


def in_words(text: str) -> bool:
    """May a plain text hold a number in English words: a third, doubled, two million?"""
    return numerals.SPOKEN.within(text) or proportions.RARE.within(text)
