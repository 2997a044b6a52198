"""English: clauses set off by commas that tell no figure: networks, which opened last year, had …

Their periods, places and names are of them alone, so what stands in them is left out.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import NOTHING, Token
from bluebook.collect.bulletins.text.hints import ENGLISH, holds

_LEAVES = ENGLISH.group("exclud", "not counting", "not including", "exclusive of", "together with", "along with", "combined with", "other than", "except ", "except for", "leaving ")  # fmt: skip

_ASIDE = re.compile(
    r", (?:which|who|whom|whose|where)\b(?:[^,;:()\d]|\b10(?:0|,000)\b){3,140},(?= )"
)
# … or what a thing holds: mail volume, which covers letters, newspapers and parcels, totaled …
_HOLDS = re.compile(
    r", (?:which (?:covers?|includes?|comprises?|consists? of|takes? in|counts?)|covering|comprising|consisting of)"
    r" (?:[a-z' -]{2,40}, ){0,5}[a-z' -]{2,40} and [a-z' -]{2,40},"
    r"(?= (?:has|have|had|is|are|was|were|[a-z]{3,}ed|rose|grew|fell|stood|came|hit|shrank|went)\b)"
)
# What a thing is, said between commas: users of Xiaolingtong, the cheap wireless service, fell to …
_APPOSITION = re.compile(
    r"(?P<told>, (?:the|an?|its|one of|china's|another|formerly|known as|also known as|a kind of|or)\b(?:[^,;:()\d]|\b[2-6]g\b){3,120},) "
    r"(?:(?:has|have|had|is|are|was|were|will|also|now|then) )*(?:[a-z]+ed|rose|fell|grew|went|came|stood|hit|slid|shrank|is|are|was|were|has|have|had|saw|made|took|brought) "
)
# What is left out, without which nothing is known of the rest: revenue excluding IoT services.
_LEFT_OUT = re.compile(
    r"(?:,? | ?\()(?:excluding|excludes?|not counting|not including|without counting|exclusive of|together with|along with|combined with|other than|except(?: for)?|leaving (?:out|aside))\b[^,;:()]{3,80}?"
    r"(?=[,;:)]|\.(?!\d)|$| (?:rose|fell|grew|was|were|is|are|has|have|had|reached|stood|went|came|[a-z]{3,}ed)\b)"
)
# What is called so is in no such place: the "Broadband China" campaign.
_QUOTED = re.compile(
    r"\"[^\",;:()]{3,40}\"(?= (?:[a-z]+ )?(?:strategy|campaign|initiative|plan|project|program(?:me)?|action|policy|drive)\b)"
)
# Words between commas that part nothing: penetration, however, slipped to 73.27.
_BY_THE_WAY = re.compile(
    r", (?P<word>however|meanwhile|though|by contrast|in contrast|in turn|for example|for instance|in particular|of course|too|as well|moreover|nevertheless|nonetheless|in fact|by comparison|for its part"
    r"|on the other hand|at the same time|in the meantime|as expected|unsurprisingly|not surprisingly),"
)

# When something happened, which no figure is of: since the government called for lower fees in May.
_HAPPENED = re.compile(
    r"\b(?:since|after|when|following|until) (?!(?:the )?(?:end|start|beginning|close|compared|first|second|third|fourth|same|previous|last)\b)"
    r"(?:[a-z'-]+ ){3,14}(?:in|on|at|during) (?:(?:early|late|mid) )?$"
    # … or in which it was begun: services were launched in 2009
    r"|\b(?:launched|introduced|rolled out|licen[cs]ed|inaugurated|founded|established|set up|debuted|liberali[sz]ed|went live|came into (?:force|effect))"
    r"(?: [a-z-]+){0,4} (?:in|on|at|back in|since) (?:(?:early|late|mid) )?$"
)
_HAPPENS = ("since ", "after ", "when ", "following ", "until ", "launched ", "introduced ", "rolled out ", "icenced ", "icensed ", "inaugurated ", "founded ",
            "established ", "set up ", "debuted ", "liberali", "went live ", "came into ")  # fmt: skip
# Since when nothing was like it, which no figure is compared with: the weakest since June.
_RECORD = re.compile(
    r"\b(?:[a-z]{3,}est|most|least|worst|best|record|first time)(?: [a-z]+){0,3} since (?:the )?$"
)


def without_asides(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a sentence that do not stand in such a clause."""
    spans: list[tuple[int, int]] = []
    if " since " in text:
        spans = [(m.start(), t.end) for t in tokens if (m := _record(text, t))]
    if '"' in text and (quoted := [m.span() for m in _QUOTED.finditer(text)]):
        tokens = [
            t
            for t in tokens
            if t.kind not in ("place", "when") or not any(a < t.start < b for a, b in quoted)
        ]
    if ", " in text:
        tokens = _unparted(text, tokens)
    if ", " in text and text.count(",") > 1:
        spans += [
            m.span("told")
            for m in _APPOSITION.finditer(text)
            if any(t.kind == "name" and t.end == m.start() for t in tokens)
        ]
    if _LEAVES in ENGLISH.found(text):
        tokens = _without_rest(text, tokens)
    if (
        text.count(",") > 1
        and " and " in text
        and (held := [m.span() for m in _HOLDS.finditer(text)])
    ):
        tokens = [t for t in tokens if not any(a < t.start < b - 1 for a, b in held)]
        spans += held
    if ", wh" in text:
        spans += [m.span() for m in _ASIDE.finditer(text)]
    if not spans:
        return tokens
    spans = [
        (a, b) for a, b in spans if not any(t.kind == "number" and a < t.start < b for t in tokens)
    ]
    if not spans:
        return tokens
    joins = {at for a, b in spans if _apposed(tokens, a, b) for at in (a, b - 1)}
    tokens = [t for t in tokens if t.start not in joins]
    return [t for t in tokens if t.kind == "mark" or not any(a < t.start < b for a, b in spans)]


def _without_rest(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens where a name from which something is left out names nothing."""
    for match in _LEFT_OUT.finditer(text):
        within = [t for t in tokens if match.start() < t.start < match.end()]
        named = any(t.kind == "name" and t.end == match.start() for t in tokens)
        others = any(t.kind == "name" for t in within) or "other than" in match[0]
        if match.start() < len("(a) ") or "savings" in match[0] or not others:
            continue
        if any(t.kind == "number" for t in within) or not (
            named or match.end() - match.start() < 80
        ):
            continue
        tokens = [t for t in tokens if t not in within or t.kind == "mark"]
        tokens = [
            replace(t, word=NOTHING) if t.kind == "name" and t.end == match.start() else t
            for t in tokens
        ]
    return tokens


def without_events(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a sentence without the periods in which something happened."""
    if not holds(text, _HAPPENS):
        return tokens
    return [t for t in tokens if t.when is None or not _HAPPENED.search(text, 0, t.start)]


def _apposed(tokens: list[Token], start: int, end: int) -> bool:
    """Does a clause stand between a name and its verb: teledensity, which counts lines, fell to?"""
    named = any(t.kind == "name" and t.end == start for t in tokens)
    return named and any(
        t.start == end + 1 and t.cue("level", "up", "down", "reach") for t in tokens
    )


def _record(text: str, token: Token) -> re.Match[str] | None:
    """Does a word like "weakest since" stand before a period?"""
    return _RECORD.search(text, 0, token.start) if token.when is not None else None


def _unparted(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens without the commas around a word that parts nothing."""
    marks = {at for m in _BY_THE_WAY.finditer(text) for at in (m.start(), m.end() - 1)}
    return [t for t in tokens if t.start not in marks] if marks else tokens
