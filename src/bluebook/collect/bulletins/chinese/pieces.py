"""Chinese: a list of subjects of which some are not known, cut into its names and its other words."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token

NOUNS = frozenset(("noun", "modifier", "tail"))
_TRADE = re.compile(r"(?:信息)?(?:通信|电信|邮政|快递|互联网)(?:行)?业?的?")
_SPLIT = re.compile(r"[、和及与]|以及")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def pieces(row: Row, found: Lead, wanted: int) -> list[Token | str]:
    """A list of subjects of which some are not known: names, or words."""
    if not found.subjects or not found.close:
        return []
    first, stop = found.subjects[0], len(row.text)
    begin = max(row.text.rfind(mark, 0, first.start) for mark in ",;:") + 1
    ends = [
        t.start
        for t in row.tokens
        if t.start >= found.subjects[-1].end
        and (
            t.kind in ("when", "number")
            or t.mark(":")
            or (t.kind == "cue" and not t.word.cues <= NOUNS | {"with"} and not _small(t))
        )
    ]
    end = min([*ends, stop])
    cuts, at = [], begin
    for match in _SPLIT.finditer(row.text, begin, end):
        if any(t.start < match.end() and match.start() < t.end for t in found.subjects):
            continue
        cuts.append((at, match.start()))
        at = match.end()
    cuts.append((at, end))
    if len(cuts) != wanted:
        return []
    told: list[Token | str] = []
    for a, b in cuts:
        name = next((t for t in found.subjects if a <= t.start and t.end == b), None)
        if name is not None and not _explained(row, a, name.start):
            name = None  # 苏北地区5G基站
        told.append(name or row.text[a:b])
    known = [t for t in told if not isinstance(t, str)]
    return told if known and all(told) else []


def _explained(row: Row, start: int, end: int) -> bool:
    """Is a stretch made of periods, places and small words?"""
    for token in row.tokens:
        if start <= token.start < end and not token.cue("noun", "modifier"):
            if _HAN.search(row.text, start, token.start):
                return False
            start = token.end
    rest = row.text[start:end]
    return _HAN.search(rest) is None or _TRADE.fullmatch(rest) is not None


def _small(token: Token) -> bool:
    """Is it a character that may be part of any word?"""
    return len(token.text) == 1 and "adverb" in token.cues
