"""English: parts of what was counted, told by what they use: of these, 35.2 million were on 4G.

A part is named by its technology, or where it goes, and the whole is what the text has just
counted: of the lines, 65 percent come via DSL; 131,000 of the stations serve 4G.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.hedges import HEDGED
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

FEWEST = 1_000  # of which nobody tells parts so
_ABOUT = rf"{HEDGED}"
_COUNTED = (
    r"(?:users|subscribers|subscriptions|customers|clients|accounts|lines|connections|contracts|cards|sims|sim cards|accesses"
    r"|links|households|stations|base stations|sites|ports|parcels|packages|pieces|items|deliveries|shipments|people)"
)
_THEM = (
    r"(?:which|whom|(?:the|this|that) (?:total|number|sum)"
    r"|(?:(?:all|the|these|those|its|their|such|[a-z]{3,12}'s) ){0,2}(?:[\d.,]+(?: [mb]illion)? )?"
    rf"(?:(?!and |or )[a-z][a-z-]* ){{0,4}}?{_COUNTED}|them|these|those)"
)
# Of these, 35.2 million; among the 8.4 million lines, …
_PARTING = re.compile(
    rf"(?:(?:^|[,;:(] |\b(?:and|while|with|but) )[\"']?(?:of|among|out of|from among) {_THEM},? |\b(?:including|includ(?:es|ed?)|comprising|made up of) |: |^[\"' ]*(?:out )?(?:of|among) (?![^,]*\b(?:added|gained|new)\b)[^,;:]{{3,60}}, )"
    rf"{_ABOUT}(?=\d)"
)
_OF_THEM = re.compile(rf" (?:or (?:so|more|thereabouts) )?of (?P<whole>{_THEM})\b")
_PLAIN = re.compile(rf"{_COUNTED}|all|their|such|them|these|those|which|whom|number|total|sum|s")
_FIGURES = re.compile(r"[\d.,]+(?: [mb]illion)?")
_THAT_IS = r",? (?:or|i\.e\.|that is|equal to|equivalent to|accounting for|representing) [\d.]+ ?(?:%|per ?cent)"
_ASIDE = (
    rf"(?: {_COUNTED})?(?: or (?:so|thereabouts|more))?"
    rf"(?P<aside>{_THAT_IS}(?: of (?:them|these|those|(?:the|all)[a-z ]{{0,20}}))?,?| \([^()]{{1,24}}\)|, (?:by|at|in|as of) [a-z0-9 ]{{3,24}},)?"
)
# 61.2 million subscriptions, i.e. 77.2% of the total, had used 4G.
_OF_ALL = re.compile(rf"(?: {_COUNTED})?{_THAT_IS} of (?:the total|them|these|those|all)\b")
_SPEED = (
    r"(?:(?:enjoy(?:s|ed|ing)?|access to|a) )*(?:(?:nominal|advertised|contracted|download|downstream|access|connection|line|broadband|internet|minimum|theoretical) )*"
    r"(?:speeds?|rates?|bandwidths?|capacit(?:y|ies)) (?:of|at) (?:at least )?"
)
_VERB = (
    r"(?:(?:are|were|is|was|being|been|have|has|had|now|already|currently|also|still|who|that|all) )*"
    r"(?:(?:(?:based|ran|run|running|operat(?:e|ed|ing)|carried|delivered|supplied|provided|transmitted) (?:on|over|via|through|by|with|using)"
    r"|(?:com(?:e|es|ing)|came|connect(?:ed)?|go(?:es)?|went|served|reached|linked)(?: up| in)? (?:on|over|via|through|by|with|to|from)"
    r"|on|over|via|use[sd]?|using|with|serv(?:e|es|ed|ing)|support(?:s|ed|ing)?|carr(?:y|ies|ied|ying)|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)"
    r"|(?:for|capable of|equipped (?:for|with)|fitted with|compatible with|subscribed to|signed up (?:for|to)|opted for|chose|took|taking)"
    r"|(?:(?:mov|switch|migrat|upgrad|shift|convert)(?:ed|ing)) to"
    r"|(?:sent|shipped|posted|destined|bound|headed|dispatched|going|delivered)(?: (?:to|for))?|in the form of|of the|made up of"
    r"|(?:went|going|invested|spent|poured|devoted|dedicated|allocated) (?:to|into|in|on)) )?"
    r"(?:(?:the|a|an|pure|full|their|some form of) )*"
    rf"(?:{_SPEED})?"
)
_SAID = re.compile(
    rf"{_ASIDE} (?:{_COUNTED} )?(?P<verb>{_VERB})(?P<what>[a-z0-9][a-z0-9/-]*(?: [a-z0-9/-]+){{0,4}})"
)
_GOES_ON = re.compile(
    rf"(?:,|,? and|,? while|,? plus|;)(?: the (?:rest|other))? {_ABOUT}$|(?:,|,? and|,? while|,? plus|;) $"
)
# DSL was still used by 24.9 million.
_BY = re.compile(
    rf"(?:^|[,;] (?:while |and |but )?|\b(?:while|and|but) )[\"' ]*(?P<what>[a-z0-9][a-z0-9/-]*(?: [a-z0-9/-]+){{0,2}}?)"
    rf" (?:(?:is|are|was|were|now|still|already|being|currently) )+(?:used|chosen|taken|preferred|adopted|employed) by {_ABOUT}$"
)
_HAD = re.compile(
    rf"(?: of (?:them|these|those))?(?: {_COUNTED})? (?:(?:now|already|also|were|are|have|had|been) )*(?:ha(?:d|ve|s|ving)|with|enjoy(?:ed|ing)?|us(?:ed?|ing)|took|take|subscribed? to|signed up for|chose|on|at|ran|run at)?"
    r" ?(?:(?!(?:and|or|in|while)\b)[a-z-]+ ){0,6}"
)
_OR = re.compile(r"(?: or |/)[2-6]g\b")
_G = re.compile(r"\b[2-6]g\b")
# 80.5% on 4G: at the beginning; with 80.5% on 4G.
_BEGINS = re.compile(
    rf"(?:[\"' ]*|[^;:]*[,(] (?:and |but )?with (?:just |only |now |already )*){_ABOUT}"
)
_PARTS = ENGLISH.group(
    "of ", "among ", " on ", " via ", " using ", " used by ", "includ", "compris"
)
_OF = ("of", "among", "out of", "from among")
_OPENS = tuple(f"{of} " for of in _OF)
# One of which _PARTING holds that does not open a sentence, and _BY.
_PARTED = ENGLISH.group(
    "includ", "comprising ", "made up of ", ": ",
    *(f"{before} {quote}{of} " for before in (",", ";", "(", "and", "while", "with", "but") for quote in ("", '"', "'") for of in _OF),
)  # fmt: skip
_USED = ENGLISH.group(
    *(f"{used} by " for used in ("used", "chosen", "taken", "preferred", "adopted", "employed"))
)
DOES = frozenset(("does",))  # of a name that says what those do who are a part
PERCENT = frozenset(("%", "percent", "per cent"))


def parts_of(text: str, tokens: Sequence[Token], spoken: str, words: Trades) -> Iterator[Token]:
    """The names of the parts that numbers of a sentence are of, in the place of what is said."""
    sought = ENGLISH.found(text)
    if _PARTS not in sought:
        return
    whole, last = spoken, -1
    parted = _PARTED in sought or text.lstrip("\"' ").startswith(_OPENS)
    partings = {m.end() for m in _PARTING.finditer(text)} if parted else ()
    used_by = _USED in sought
    told = False  # did a number stand right before?
    for token in tokens:
        q = token.quantity
        if token.kind == "name":
            code = code_of(token)
            if token.start < last or words.within(code, whole):
                continue
            whole, last = code, -1
            if told and _G.search(token.text) and (above := words.above(code)):
                whole, last = above, token.end  # 9.9 million 3G users and 2.2 million 4G
        told = q is not None
        if q is None or (not q.unit and q.value < FEWEST) or q.kind == "rank":
            continue
        begins = _BEGINS.fullmatch(text, 0, token.start) if q.unit in PERCENT else None
        them = _OF_THEM.match(text, token.end)
        if them is not None:
            of = WORD.findall(_FIGURES.sub("", them["whole"]))
            code = words.code(words.bag(of))
            if not code and not all(w in words.empty or _PLAIN.fullmatch(w) for w in of):
                continue  # of residential connections
            whole = code or whole
        parting = them or begins or token.start in partings or _OF_ALL.match(text, token.end)
        goes_on = last >= 0 and _GOES_ON.search(text, last, token.start)
        if (parting or goes_on) and (fast := _fast(text, token, tokens, whole, words)):
            last = fast.end
            yield fast
            continue
        said = _SAID.match(text, them.end() if them else token.end) if parting or goes_on else None
        if used_by and said is None and (used := _used_by(text, token, whole, words)):
            last = token.end
            yield used
        if said is None or (begins and not said["verb"]):
            continue
        code, size = _part(words, said["what"], whole)
        if not code:
            code, size = _named(tokens, said.start("what"), whole, words)
        if not code or (goes_on and not parting and _another(tokens, said, code)):
            continue
        last, start = said.start("what") + size, said.start("verb")
        start, stop = start if said["aside"] else token.end + 1, last
        if them and (all_of := _FIGURES.search(them["whole"])):
            stop = them.start("whole") + all_of.start() - 1  # of the country's 8.2 million lines
        yield replace(name(text, start, stop, code), cues=DOES)


def _named(tokens: Sequence[Token], start: int, whole: str, words: Trades) -> tuple[str, int]:
    """The part of a whole that a name at a place stands for, and how long it is: 100 Mbps or more."""
    named = next((t for t in tokens if t.kind == "name" and t.start <= start < t.end), None)
    codes = {n.code for n in named.word.namings} if named else set()
    inside = [code for code in codes if words.within(code, whole)]
    return (inside[0], named.end - start) if named and len(inside) == 1 else ("", 0)


def _used_by(text: str, number: Token, whole: str, words: Trades) -> Token | None:
    """What so many use: DSL was still used by 24.9 million."""
    by = _BY.search(text, max(0, number.start - 60), number.start)
    code = _part(words, by["what"], whole)[0] if by else ""
    return name(text, *by.span("what"), code) if by and code else None


def _fast(
    text: str, number: Token, tokens: Sequence[Token], whole: str, words: Trades
) -> Token | None:
    """Those whose lines are so fast: 71.5 percent have a line of 100 Mbps or more."""
    fast = next((t for t in tokens if t.kind == "name" and t.start > number.end), None)
    if fast is None or "mbps" not in fast.text or number.quantity is None:
        return None
    had = _HAD.fullmatch(text, number.end, fast.start)
    codes = {n.code for n in fast.word.namings}
    code = codes.pop() if len(codes) == 1 else ""
    if had is None or number.quantity.kind == "fraction" or not words.within(code, whole):
        return None
    return replace(name(text, number.end + 1, fast.end, code), cues=DOES)


def _another(tokens: Sequence[Token], said: re.Match[str], code: str) -> bool:
    """Does a name stand there that is of something else: and 3.9 million broadband users?"""
    start, end = said.span("what")
    named = [t for t in tokens if t.kind == "name" and t.start < end and start < t.end]
    return any(code_of(t) not in ("", code) for t in named)


def code_of(named: Token) -> str:
    """What a name stands for, of several the one that it is without conditions."""
    codes = {n.code for n in named.word.plain or named.word.namings}
    return codes.pop() if len(codes) == 1 else ""


def _part(words: Trades, said: str, whole: str) -> tuple[str, int]:
    """The part of a whole that some words begin with, and how far they go that tell it."""
    if not whole or EITHER in whole:
        return "", 0
    told = list(WORD.finditer(said))
    for last in reversed(told):
        upto = [m[0] for m in told if m.end() <= last.end()]
        bag = words.bag(upto)
        if (last[0] in words.empty and not words.ends(upto)) or words.weakly(bag):
            continue
        if _OR.match(said, last.end()):
            return "", 0  # 2G or 3G
        if code := words.part(bag, whole):
            return code, last.end()
    return "", 0
