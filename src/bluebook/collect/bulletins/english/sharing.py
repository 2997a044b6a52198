"""English names that share their last words in a list: same-city, inter-city and international deliveries.

What stands before such a name in its list, and is another name with the end of it, is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD, stem

_JOINS = (" and ", " or ", ", ", "/", "/ ", " and the ", " or the ", ", the ", " & ")
_WORD = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_BEFORE = re.compile(
    rf"(?<![a-z0-9'-])(?P<item>{_WORD}(?: {_WORD}){{0,2}}?)"
    r"(?:,? (?:and|or) (?:the )?|, (?:the )?| ?/ ?| & )$"
)
_AFTER = re.compile(
    rf"(?:,? (?:and|or) (?:the )?|, (?:the )?| ?/ ?| & )(?P<item>(?!and |or ){_WORD}(?: (?!and |or ){_WORD}){{0,3}})"
)
_LINKS = frozenset(("and", "or", "the"))
NEAR = 32  # characters of a word and what joins it
_ITEM = re.compile(
    rf"(?:,? (?:and|while) |[,;] )(?:(?:those|that) of )?(?P<item>{_WORD}(?: {_WORD}){{0,3}}?)(?: (?:for|with|at|by|was|were|took up|made up))? (?=[\d.]+ ?(?:%|per ?cent))"
)
FAR = 60  # characters of an item and what joins it
MOST = 6  # items of a list


def shared(text: str, names: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names beside others that have their last words, or their first."""
    yield from _before(text, names, words)
    yield from _behind(text, names, words)
    yield from _later(text, names, words)


def _behind(text: str, names: Sequence[Token], words: Trades) -> Iterator[Token]:
    """What goes on with the first words of a name: revenue of intra-city, inter-city and …"""
    for first in names:
        code = _code(first) if " of " in first.text else ""
        end = first.end
        for _ in range(MOST if code else 0):
            found = _next(text, end, first, code, words)
            if found is None or any(t.start < found.end and found.start < t.end for t in names):
                break
            yield found
            end = found.end


def _next(text: str, end: int, first: Token, code: str, words: Trades) -> Token | None:
    """The name of one item behind a place, the longest one that is a name with the first's head."""
    match = _AFTER.match(text, end)
    if match is None or any(stem(w) in words.topics for w in match["item"].split()):
        return None  # postal enterprises and express enterprises
    start, stop = match.span("item")
    while stop > start:
        item = WORD.findall(text[start:stop])
        found = words.like(item, WORD.findall(first.text), code)
        if found:
            return name(text, start, stop, found)
        stop = text.rfind(" ", start, stop)
    return None


def _later(text: str, names: Sequence[Token], words: Trades) -> Iterator[Token]:
    """Items with figures of their own: revenue of intra-city services was 10%, inter-city services 60%."""
    for first in names:
        code = _code(first) if " of " in first.text else ""
        for match in _ITEM.finditer(text, first.end) if code else ():
            start, end = match.span("item")
            found = words.like(WORD.findall(match["item"]), WORD.findall(first.text), code)
            if found and not any(t.start < end and start < t.end for t in names):
                yield name(text, start, end, found)


def _before(text: str, names: Sequence[Token], words: Trades) -> Iterator[Token]:
    """The names before others that have their last words."""
    for last in names:
        start = last.start
        code = _code(last) if text.endswith(_JOINS, 0, start) else ""
        for _ in range(MOST if code else 0):
            found = _item(text, start, last, code, words)
            if found is None or any(t.start < found.end and found.start < t.end for t in names):
                break
            yield found
            start = found.start


def _code(name: Token) -> str:
    """The one indicator that a name means, "" where there are several."""
    codes = [naming.code for naming in name.word.plain]
    return codes[0] if len(codes) == 1 and EITHER not in codes[0] else ""


def _item(text: str, start: int, last: Token, code: str, words: Trades) -> Token | None:
    """The name of one item before a place, the longest one that is a name with the last's end."""
    begin = max(0, start - FAR)
    before = [w for w in WORD.findall(text, max(0, start - NEAR), start) if w not in _LINKS]
    if not before or not words.sayable(before[-1:]):
        return None
    for match in _endings(text, begin, start):
        found = words.like(WORD.findall(match["item"]), WORD.findall(last.text), code)
        if found:
            return name(text, match.start("item"), match.end("item"), found)
    return None


def _endings(text: str, begin: int, start: int) -> Iterator[re.Match[str]]:
    """The last three words before what joins a list, the last two, the last."""
    at = begin
    while (match := _BEFORE.search(text, at, start)) is not None:
        yield match
        after = text.find(" ", match.start("item"))
        if after < 0 or after >= match.end("item"):
            return
        at = after + 1
