"""Paragraphs of a text: lines; English lines, or Chinese ones, that a page's width broke are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.text.script import chinese

WIDTH = 110
_STOPS = (".", "!", "?", '."', ".”")
_BLOCK = re.compile(r"[^\n]+(?:\n(?![ \t\r]*\n)[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_OPEN = re.compile(r"(?:[a-z],|\b(?:of|in|to|by|and|the|from|with|than|at|for|a|an|was|were))\s*$")
_GOES_ON = re.compile(
    r"[ \u3000]*(?:同比|环比|[比较](?:上年|去年|上月|20\d\d年)|占比|(?:提升|提高|上升|增长|增加|下降|降低|减少|回落)(?:至|到|为)"
    r"|達到|达到|增至|升至|降至|减至)"
)
_NEXT = re.compile(r"[ \u3000]*(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）、.．]|[·●■◆▲★○①-⑳*•-])")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: lines; in English text broken at a width, blocks between blank lines."""
    for block in _BLOCK.finditer(text):
        if "\n" not in block[0]:
            yield block.span()
        elif chinese(block[0]):
            yield from _unwrapped(text, block)
        elif _wrapped(block[0]):
            yield block.span()
        else:
            yield from _going_on(text, block)


def _going_on(text: str, block: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The lines of an English block; one that begins in small letters goes on with its sentence."""
    begin = end = -1
    for line in _LINE.finditer(text, block.start(), block.end()):
        start, stop = line.span()
        small = text[start:stop].lstrip()[:2].islower() and text[end - 1] not in ".!?:;|"
        if begin >= 0 and (small or _OPEN.search(text, max(begin, end - 12), end)):
            end = stop
            continue
        if begin >= 0:
            yield begin, end
        begin, end = start, stop
    if begin >= 0:
        yield begin, end


def _unwrapped(text: str, block: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The lines of a Chinese block; those broken at the width of a page joined."""
    lines = [line.span() for line in _LINE.finditer(text, block.start(), block.end())]
    if len(lines) <= 3:
        yield from _headed(text, lines)
        return
    widths = [sum(1 + (c > "\u2e80") for c in text[start:end]) for start, end in lines]
    width = max(widths)
    full = [one > width - 7 for one in widths]
    if not (32 < width < 110 and 2 * sum(full) > len(lines)):
        yield from _headed(text, lines)
        return
    begin = lines[0][0]
    for (_, end), is_full in zip(lines, full, strict=True):
        if not is_full or text[end - 1] in "。!?！？":
            yield begin, end
            begin = end + 1
    if begin < lines[-1][1]:
        yield begin, lines[-1][1]


def _headed(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines; one that goes on with the figure before it is of its heading: 同比增长15.2%.

    A line that ends with a comma is broken, and so is one whose figure the next goes on from.
    """
    begin, stop = lines[0]
    for start, end in lines[1:]:
        last = text[stop - 1]
        figure = last.isalnum() or last in "%％"
        broken = last in "，," and not (_NEXT.match(text, start) or text[start:end].isascii())
        if not (broken or (figure and _GOES_ON.match(text, start))):
            yield begin, stop
            begin = start
        stop = end
    yield begin, stop


def _wrapped(block: str) -> bool:
    """Are the lines of a block one text, broken at the width of a page?

    A line may be short where a sentence ends, if most lines end within one; of a list, no line
    goes on in small letters.
    """
    lines = block.split("\n")
    if max(map(len, lines)) >= WIDTH:
        return False
    if len(lines) > 2 and not any(line.lstrip()[:1].islower() for line in lines[1:]):
        return False
    short = [line for line in lines[:-1] if len(line) <= WIDTH // 3]
    if not short:
        return True
    ended = sum(line.rstrip().endswith(_STOPS) for line in lines)
    return 3 * ended < len(lines) and all(line.rstrip().endswith(_STOPS) for line in short)
