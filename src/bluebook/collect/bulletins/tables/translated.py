"""Tables in two languages: the English that stands beside Chinese labels, blotted out.

Yearbooks print each label twice: 移动电话用户(万户) Number of Mobile Telephone Subscribers (10 000
subscribers) 1047.0. Blanks stand for the English, so that all else keeps its place.
"""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORDS = re.compile(
    r"(?:(?<=[\s)）\u4e00-\u9fff])|^)(?:\d[Gg] )?#?[A-Z][A-Za-z]{2,}(?![A-Za-z]*[\u4e00-\u9fff])"
    r"(?:[ &,.'’/-]*(?:[A-Za-z]+|\([^()\u4e00-\u9fff]{1,40}\)))*[.)]?"
)
_REST = re.compile(r"^\s*(?:[a-z]+ )*\([^()\u4e00-\u9fff]*[A-Za-z][^()\u4e00-\u9fff]*\)")
_BETWEEN = re.compile(r"(?<=\d) (?=-?\d)")
ENOUGH = 3  # lines in two languages that make a table of them


def untranslated(block: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The lines of a table without the English beside their Chinese, all in their places."""
    if sum(map(_twice, block)) < ENOUGH:
        return block
    return [(_figures(_WORDS.sub(_blank, _REST.sub(_blank, raw))), start) for raw, start in block]


def _twice(line: tuple[str, int]) -> bool:
    """Does a line say something in Chinese, and then in several English words?"""
    han = _HAN.search(line[0])
    match = _WORDS.search(line[0], han.end()) if han else None
    return match is not None and " " in match[0].strip()


def _figures(line: str) -> str:
    """A line whose figures one space parts, as wide ones: 525 462 are two, not a long one."""
    return _BETWEEN.sub("\u3000", line)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
