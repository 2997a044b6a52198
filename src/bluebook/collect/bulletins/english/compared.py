"""English words of comparison that only what stands beside them tells: from, more than, on, pulled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.hedges import HEDGED
from bluebook.collect.bulletins.clause.tokens import NOTHING, Token
from bluebook.collect.bulletins.english.yearly import SPAN
from bluebook.collect.bulletins.lexicon.vocabulary import Word
from bluebook.collect.bulletins.text.hints import ENGLISH
from bluebook.collect.bulletins.times.forms_en import NTH
from bluebook.collect.bulletins.times.when import When

_THAN = {
    "more than": "up",
    "greater than": "up",
    "above": "up",
    "less than": "down",
    "fewer than": "down",
    "below": "down",
}
_ADDED = Word(cues=frozenset(("net_up",)))
_RANGING = ENGLISH.group("from", *_THAN)


def _ranging(tokens: list[Token], text: str) -> Iterator[Token]:
    """English words as what follows them has it.

    "from" tells where a range begins before a number or a period, "more than" is a bound before a
    number, unless one stands before it and an article behind.
    """
    for n, token in enumerate(tokens):
        after = tokens[n + 1].kind if n + 1 < len(tokens) else ""
        than = token.text in _THAN and after != "number"  # 64.86 million more than in 2022
        if token.text in _THAN and n and after == "number":  # 10% more than the 536 million of 2021
            beside = tokens[n - 1].kind == "number" and token.start - tokens[n - 1].end == 1
            than = beside and tokens[n + 1].start - token.end > len(" a ")
        if than:
            kinds = frozenset(("cmp", _THAN[token.text]))
            yield replace(token, word=replace(token.word, cues=kinds), cues=kinds)
        elif "from" not in token.cues or after in ("number", "when"):
            yield token
        elif after == "cue" and not tokens[n + 1].cue("noun", "modifier"):
            yield token  # not: calls made from mobile phones


def _signed_for(tokens: list[Token]) -> Iterator[Token]:
    """ "contracts" right behind a number is what is counted, and no fall: 45.1 million contracts."""
    before: Token | None = None
    for token in tokens:
        if token.text != "contracts" or before is None or token.start - before.end != 1:
            yield token
        before = token if token.kind == "number" else None


def _added(tokens: list[Token]) -> Iterator[Token]:
    """ "It added" says nothing of who speaks right before a number: it added 20 million users."""
    for n, token in enumerate(tokens):
        after = tokens[n + 1] if n + 1 < len(tokens) else token
        if (
            token.cue("say")
            and token.text.endswith("added")
            and after.start - token.end == 1
            and after.kind == "number"
        ):
            yield replace(token, word=_ADDED, cues=_ADDED.cues)
        else:
            yield token


def compared(tokens: list[Token], text: str) -> list[Token]:
    """English tokens with the words of comparison that only what stands beside them tells."""
    sought = ENGLISH.found(text)
    if " on " in text:
        tokens = list(_on(tokens, text))
    if " since " in text:  # has since grown to 29.7 million: no word of comparison
        tokens = [t for t in tokens if t.text != "since" or not text.endswith(_HAS, 0, t.start)]
    if " contracts" in text:
        tokens = list(_signed_for(tokens))
    if " added " in text:
        tokens = list(_added(tokens))
    if _NTH in sought and "quarter" in text:
        tokens = list(_quarters(tokens, text))
    if _ROW in sought:  # for a third straight year
        tokens = [t for t in tokens if not (t.quantity and _TIMES.match(text, t.end))]
    if _LONG in sought:
        tokens = list(_long_ago(tokens, text))
    if _SIGNS in sought:
        tokens = list(_signed(tokens, text))
    if _PULLING in sought:
        tokens = list(_pulling(tokens, text))
    return list(_ranging(tokens, text)) if _RANGING in sought else tokens


_NTH = ENGLISH.group("the first", "the second", "the third")
_THE_NTH = re.compile(
    r"\b(?:than|against|from|on|versus|compared (?:with|to)|over)(?: (?:in|that of|that in))? (?P<q>the (?P<n>first|second|third))(?=[,.;:)]|$| and\b| to\b)"
)


def _quarters(tokens: list[Token], text: str) -> Iterator[Token]:
    """English tokens with the quarters of which only the number is told: fell 2% against the third."""
    told = {m.start("q"): m for m in _THE_NTH.finditer(text)}
    if not any(t.when and "quarter" in t.text for t in tokens):
        told = {}
    taken = [m.span("q") for m in told.values()]
    tokens = [t for t in tokens if not any(a <= t.start < b for a, b in taken)]
    for start, m in told.items():
        n = NTH[m["n"]]
        when = When(None, 3 * n - 3, 3 * n - 1)
        tokens.append(Token(start, m.end("q"), "when", m["q"], NOTHING, None, when))
    yield from sorted(tokens, key=lambda t: t.start)


_ROW = ENGLISH.group("a third ", "a fifth ", "a fourth ", "a quarter ", "a tenth ")
_TIMES = re.compile(r" (?:straight|consecutive|successive) ")
_LONG = ENGLISH.group(" years ", "decade", "previous ", "preceding ", "prior ", "one before", "period before")  # fmt: skip
_LONG_AGO = frozenset(("-1p", *(f"-{n}y" for n in range(2, 11))))
_THAN_AGO = re.compile(
    r"\b(?:than|from|on|since|against|versus|of|compared (?:with|to))"
    r"(?: (?:that|those|it|they|the|was|were|had|been|level|figure|number|of|in|at|seen|recorded)){0,4} $"
)
_AND = re.compile(r"[\"' ]*(?:(?:and|but|just|only|even),? )*")


def _long_ago(tokens: list[Token], text: str) -> Iterator[Token]:
    """English tokens without the years ago that are no time of a figure: launched three years ago.

    Nor is "over" a word of comparison before so many years: over the past five years, it grew.
    """
    for n, token in enumerate(tokens):
        if token.text == "over" and SPAN.match(text, token.start):
            continue
        when, before = token.when, tokens[n - 1] if n else None
        if when is not None and when.relative in _LONG_AGO:
            near: object = _THAN_AGO.search(text, max(0, token.start - 48), token.start)
            beside = (
                before is not None
                and before.kind == "number"
                and (token.start - before.end < 6 and not token.text.endswith("months"))
            )
            if not (near or beside or _AND.fullmatch(text, 0, token.start)):
                continue
        yield token


_HAS = ("has ", "have ", "had ", "ever ")
_SIGNS = ENGLISH.group("plus ", "minus ", "off ")
_SIGN = {
    "plus ": frozenset(("up",)),
    "minus ": frozenset(("down",)),
    " off ": frozenset(("down",)),
}


def _signed(tokens: list[Token], text: str) -> Iterator[Token]:
    """English: signs in words: 4.05 billion (plus 10.9 percent), revenue off 4.6 percent."""
    before: Token | None = None
    for token in tokens:
        q = token.quantity
        percent = q is not None and q.unit in _PERCENT
        for sign, cues in _SIGN.items() if percent or (q and q.scale) else ():
            if sign == "plus " and not percent:
                continue  # 3 million, plus 2 million on 3G
            if text.endswith(sign, 0, token.start):
                if sign == " off " and not _told_of(before, token.start - len(sign)):
                    continue  # takes off 20 percent
                start = token.start - len(sign.lstrip())
                yield Token(start, token.start - 1, "cue", sign.strip(), Word(cues=cues), cues=cues)
        yield token
        before = token


def _told_of(token: Token | None, end: int) -> bool:
    """Does a name, a noun, a period or a comma end at a place: revenue off 4.6 percent?"""
    if token is None or not end - 1 <= token.end <= end:
        return False
    return token.kind in ("name", "when", "mark") or token.cue("noun", "level")


_PERCENT = frozenset(("%", "percent", "per cent"))
_PULLED = ("pulled", "boosted", "lifted", "drove", "pushed up", "dragged")
_CONTRIBUTES = ("contributing", "contributed", "contributes")
_PULLING = ENGLISH.group(*_PULLED, "contribut")
_PULLS = frozenset(("pull", "drag"))
_GROWTH = re.compile(r"[^,;:]*\b(?:growth|increase|expansion|rise)\b[^,;:]*")
# Drove overall revenue up by so many points, which no rate or share is.
_UP = re.compile(
    rf"(?:(?!and |rates?\b|shares?\b|penetration\b|proportion\b|density\b)[^,;:]){{3,60}} (?:up(?: by)?|higher by|by) {HEDGED}"
)


def _pulling(tokens: list[Token], text: str) -> Iterator[Token]:
    """English: "pulled" and the like pull only a growth, by so many points: boosted revenue growth by."""
    for n, token in enumerate(tokens):
        if token.text in _CONTRIBUTES and (kinds := _brought(tokens[n + 1 : n + 3], text)):
            kinds |= token.cues - _PULLS
            yield replace(token, word=replace(token.word, cues=kinds), cues=kinds)
            continue
        if not token.cues.isdisjoint(_PULLS) and token.text.startswith(_PULLED):
            number = next((t for t in tokens[n:] if t.quantity is not None), None)
            points = number is not None and number.quantity and "point" in number.quantity.unit
            grows = number and (
                _GROWTH.fullmatch(text, token.end, number.start)
                or _UP.fullmatch(text, token.end, number.start)
            )
            if not (points and grows):
                kinds = token.cues - _PULLS
                yield replace(token, word=replace(token.word, cues=kinds), cues=kinds)
                continue
        yield token


# Growth, to which a percentage is contributed; else it is one of what is spoken of.
_TO_GROWTH = re.compile(r" (?:of|to|towards?) [^,;:.]{0,60}?\b(?:growth|increase|expansion|rise)\b")
_CONTRIBUTED, _PART = frozenset(("contribution",)), frozenset(("part",))


def _brought(after: list[Token], text: str) -> frozenset[str]:
    """What "contributed" says of the percentage right behind it: 40 percent to growth, 66 of revenue."""
    number = next((t for t in after if t.quantity is not None), None)
    if number is None or number.quantity is None or number.quantity.unit not in _PERCENT:
        return frozenset()
    return _CONTRIBUTED if _TO_GROWTH.match(text, number.end) else _PART


_ON = re.compile(r" on (?:the )?$")
_A_DAY = re.compile(r"[a-z] \d{1,2}(?:st|nd|rd|th)?\b|\b\d{1,2} [a-z]")
_BEFORE_DAYS = ("up", "down", "an increase of", "increase", "rise", "decrease", "drop", "decline")
_COMPARED = frozenset(("cmp",))


def _hedges(token: Token) -> bool:
    """Is it a word between a verb and its number: up by some 29 million, a gain of 3 percent?"""
    return token.text in ("of", "by") or token.cue("about", "over", "nearly")


def _on(tokens: list[Token], text: str) -> Iterator[Token]:
    """English: "on" before a period, after a word of rise or fall, compares with it.

    Up on December 2020; up 2.8% on the end of 2019. What grew 2.8% on 31 December grew that day.
    """
    for n, token in enumerate(tokens):
        if token.when is not None and n and (on := _ON.search(text, 0, token.start)):
            before = tokens[n - 1]
            moves = before.end == on.start() and before.cue("up", "down", "net_up", "net_down")
            if not moves and before.kind == "number" and before.end == on.start():
                near = reversed(tokens[max(0, n - 4) : n - 1])
                verb = next((t for t in near if not _hedges(t)), before)
                moves = n > 1 and verb.cue("up", "down", "net_up", "net_down")
                told = n > 1 and (verb.text in _BEFORE_DAYS or tokens[n - 2].text == "of")
                moves = moves and (told or _A_DAY.search(token.text) is None)
            if moves:
                start = on.start() + 1
                yield Token(start, start + 2, "cue", "on", Word(cues=_COMPARED), cues=_COMPARED)
        yield token
