"""Where in a text tables may stand: about its lines with figures. All others are passed over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_DIGIT = re.compile(r"\d")


def figured(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text that hold a digit begin and end."""
    lines, place = [], 0
    while (digit := _DIGIT.search(text, place)) is not None:
        start = text.rfind("\n", place, digit.start()) + 1 or place
        place = text.find("\n", digit.end())
        place = len(text) if place < 0 else place
        lines.append((start, place))
    return lines


def stretches(
    text: str,
    lines: list[tuple[int, int]],
    may: Callable[[str], bool],
    parts: Callable[[str], bool],
) -> Iterator[list[tuple[str, int]]]:
    """The lines of a text, and their places, about those of some lines that `may` be rows, as far
    as lines that part tables."""
    done = 0
    for start, end in lines:
        raw = text[start:end]
        if start < done or not may(raw) or parts(raw):
            continue
        above = list(before(text, done, start, parts))
        yield (block := [*above[::-1], (raw, start), *_after(text, end, parts)])
        done = block[-1][1] + len(block[-1][0])


def before(
    text: str, since: int, start: int, parts: Callable[[str], bool]
) -> Iterator[tuple[str, int]]:
    """The lines before a place where one begins, the last first, as far as one that parts tables."""
    while start > since:
        end = start - 1
        start = max(since, text.rfind("\n", since, end) + 1)
        if parts(raw := text[start:end]):
            return
        yield raw, start


def _after(text: str, end: int, parts: Callable[[str], bool]) -> Iterator[tuple[str, int]]:
    """The lines behind a place where one ends."""
    while end < len(text):
        start, end = end + 1, text.find("\n", end + 1)
        end = len(text) if end < 0 else end
        if parts(raw := text[start:end]):
            return
        yield raw, start
