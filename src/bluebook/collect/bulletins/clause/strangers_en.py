"""English: subjects in words that no name explains: gaming netizens, revenue from overseas markets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.amounts.hedges import HEDGED
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.text.hints import ENGLISH

_OF = re.compile(
    r" (?:for|from|in|of) (?!(?:service|operation|use)\b|the (?:sector|industry|period|country|nation|first|same|lines?|cables?|network)\b)"
)
_NARROWING = re.compile(
    r" (?!with (?:an? |the |its )?(?:[a-z-]+ ){0,3}(?:rates?|growth|increase|decrease|rise|drop|density|share|total|proportion|gain)\b)"
    r"(?:from|of|in|for|among|with|using|who|via|through|by|aged|on|under|without|between|at)"
    r"(?: (?:the|its|their|his|our|my|a|an|all|this|these|those|some|any|both|each|other))*+"
    r" (?P<word>[a-z][a-z-]*)"
)
_BEFORE = re.compile(r"(?<![a-z'-])(?P<word>[a-z][a-z-]{2,}) $")
# Words before a name that do not narrow it.
PLAINLY = frozenset(
    ("through", "via", "using", "its", "how", "what", "total", "into", "took", "put", "sent", "left", "drove", "kept", "gave", "made", "brought")
)  # fmt: skip
_DOING = re.compile(
    r" (?!during|having|being|according|nearing|topping|crossing|passing|breaking|numbering|including|excluding)[a-z]{3,}ing\b"
)
# Only some people: users aged 60 and above, non-users.
_AGED = re.compile(
    r" (?:(?:for|of|among|in) (?:(?:those|people|persons|users|residents|adults|individuals|the population|the elderly) )?)?(?:(?:who are|who were|are|were) )?(?:aged|ages?|(?:under|over|above|below) the age)\b"
)
_AGE = ENGLISH.group(" age")
# Only some firms: revenue of firms mainly providing information services.
_KIND = re.compile(
    r" (?:mainly|primarily|that|providing|offering|specializing|specialising) [a-z-]+"
)
_USE = re.compile(
    r" (?:who|that) (?:use|uses|used) (?:(?:the|their|an?|its) )?(?P<word>[a-z][a-z-]*)"
)
_CUT = re.compile(
    r"\b(?P<first>(?:mobile|cell ?phone|fixed|fixed-line|landline|urban|rural)(?: (?:phone|telephone))?)"
    r" and (?:the )?$|\b[2-6]g $"
)
_ENDS_CUT = ("and ", "and the ", "g ")
CORE = "core "  # of the core industries of the digital economy
_MONEY = re.compile(r"(?:rmb|cny|usd|us)[ $]?\d")
# What was told of goes on: …, came from the fixed-line side and was 3.4 percent less.
_GOES_ON = re.compile(
    r",? ?(?:and |or )?(?:came|comes|went|goes|stemmed|derived|coming|sent|belong(?:ed|ing)|bound) (?:in |up |on )?(?:from|for|to|by|via|through)\b"
)
_MEASURE = re.compile(rf"(?<![a-z])an? (?:[a-z-]+ )?(?P<what>[a-z]{{4,}}) of {HEDGED}$")
# How much it is thought to be is no subject: …, a modest rise of 6.3 percent.
_JUDGED = re.compile(
    r"[,;: -]*(?:(?:or|and|with|which (?:is|was)|representing|marking|showing) )*an? (?:[a-z-]+ ){1,3}"
)
_ASIDE = re.compile(r" ?(?:\([^()]{1,40}\) ?)?")
_LETTERS = re.compile(r"[a-z][a-z'-]*")
_OPEN = frozenset(("noun", "modifier", "tail", "tail modifier"))  # cues that explain nothing


def in_english(
    near: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    """The words of an English subject that no name matches, "" where there are none; see `strangers`."""
    names = [n for n, t in enumerate(near) if t.kind == "name"]
    if names:
        n = names[-1]
        if (n == 0 or near[n - 1].kind != "name") and _cut(text, near[n].start):
            return "" if shortened(near[n], text, vocabulary) else near[n].text
        between = text[near[n - 1].end : near[n].start] if n else "?"
        whose = next((t for t in reversed(near[:n]) if t.text != "of"), None)
        if whose and whose.text.startswith(CORE) and near[n].start - whose.end <= len(" of the "):
            return whose.text
        if n and "modifier" in near[n - 1].cues and _ASIDE.fullmatch(between):
            return text[near[n - 1].start : near[n].end]
        if len(names) > 1 and (said := _who_else(near[names[-2] : n], text, vocabulary)):
            return said
        return _qualified(near, n, text, vocabulary) or narrowed(
            near[n], near[n + 1 :], text, vocabulary
        )
    for n, token in enumerate(near):
        if "noun" not in token.cues:
            continue
        modified = n > 0 and "modifier" in near[n - 1].cues and token.start - near[n - 1].end < 20
        of = _OF.match(text, token.end)
        dated = of is not None and any(
            t.kind in ("when", "place") and of.end() <= t.start <= of.end() + len("the ")
            for t in near
        )
        which = text.startswith((" to which ", " of which ", " for which "), token.end)
        apart = which or (of and not dated) or _does(token, near[n + 1 :], text) != ""
        apart = apart or _kind_of(token, near[:n], text, vocabulary)
        if modified or apart or not vocabulary.generic(token.text, codes):
            return text[near[n - 1].start if modified else token.start : token.end]
    return _rate_of(near, text, span, vocabulary) or _new(near, text, span, vocabulary)


def _who_else(clause: Sequence[Token], text: str, vocabulary: Vocabulary) -> str:
    """English: the words, where people are narrowed by what they do with the next: users who shop on | phones."""
    people = clause[0]
    if not text.startswith(" who ", people.end) or any(t.kind == "mark" for t in clause):
        return ""
    return narrowed(people, clause[1:], text, vocabulary)


def _rate_of(
    near: Sequence[Token], text: str, span: tuple[int, int], vocabulary: Vocabulary
) -> str:
    """English: a measure that nothing explains, right before a number: and a density of 16 percent."""
    match = _MEASURE.search(text, *span)
    if match is None or match["what"] in vocabulary.neutral or match["what"] in vocabulary.general:
        return ""
    told = any(t.start < match.end("what") and match.start("what") < t.end for t in near)
    return "" if told else match["what"]


def _kind_of(noun: Token, before: Sequence[Token], text: str, vocabulary: Vocabulary) -> bool:
    """English: a word that nothing explains before a bare noun: microblogging users."""
    match = _BEFORE.search(text, max(0, noun.start - 24), noun.start)
    if match is None or match["word"] in vocabulary.neutral or match["word"] in vocabulary.general:
        return False
    told = bool(before) and before[-1].end > match.start("word")
    verb = match["word"].endswith(("ed", "ing", "ly")) and match.start("word") > 0
    return not (told or verb or match["word"] in PLAINLY)


def _qualified(near: Sequence[Token], n: int, text: str, vocabulary: Vocabulary) -> str:
    """English: a name of one word with one before it that nothing explains: gaming netizens."""
    name = near[n]
    if " " in name.text:
        return ""
    match = _BEFORE.search(text, max(0, name.start - 24), name.start)
    if match is None or match["word"] in vocabulary.neutral:
        return ""
    told = n > 0 and near[n - 1].end > match.start("word")
    verb = match["word"].endswith(("ed", "ing")) or match["word"] in PLAINLY
    return "" if told or verb else text[match.start("word") : name.end]


def shortened(token: Token, text: str, vocabulary: Vocabulary) -> Token | None:
    """English: the first name of two that share their last words: mobile and fixed-line users."""
    match = _cut(text, token.start)
    if match is None or not match["first"]:
        return None
    first, words = match["first"], token.text.split(" ")
    for n in range(1, len(words)):
        name = " ".join((first, *words[n:]))
        word = vocabulary.index.get(name)
        if word is not None and word.namings:
            start = match.start("first")
            return Token(start, start + len(first), "name", name, word)
    return None


def _cut(text: str, start: int) -> re.Match[str] | None:
    """Words before a name that are short for another one, or narrow it."""
    if not text.endswith(_ENDS_CUT, max(0, start - 9), start):
        return None
    return _CUT.search(text, max(0, start - 40), start)


def _new(near: Sequence[Token], text: str, span: tuple[int, int], vocabulary: Vocabulary) -> str:
    """English: a subject in words that nothing explains, before the verb of its clause."""
    verb = next((t for n, t in enumerate(near) if _says(near, n)), None)
    if verb is not None and verb.text == "with":  # with smart homes up 9.7 percent
        return _beside(near, text, verb, vocabulary)
    if verb is None or verb.text in ("of", "at", "with", "more", "total", "a total of"):
        return ""
    if goes_on(text, span[0]) or _JUDGED.fullmatch(text, span[0], verb.start):
        return ""
    place = span[0]
    words: list[str] = []
    for token in (*near[: near.index(verb)], verb):
        if token.cue("forecast") and token is not verb:  # who expects it is not what is expected
            place, words = token.end, []
            continue
        words += [
            w for w in _LETTERS.findall(text, place, token.start) if w not in vocabulary.neutral
        ]
        place = max(place, token.end)
    words = [w for w in words if len(w) > 2 and not w.endswith(("ly", "ing", "ed"))]
    return " ".join(words)


def _beside(near: Sequence[Token], text: str, link: Token, vocabulary: Vocabulary) -> str:
    """English: what nothing explains between "with" and how it moved: with smart homes up 9.7 percent."""
    after = near[near.index(link) + 1 :]
    verb = next((t for t in after if t.cue("up", "down")), None)
    if verb is None or any(t.kind in ("when", "place") or t.cue("noun", "growth") for t in after):
        return ""
    said = _LETTERS.findall(text, link.end, verb.start)
    if not said or said[0] in ("a", "an", "the", "its", "their"):
        return ""
    return " ".join(w for w in said if w not in vocabulary.neutral and len(w) > 2)


def goes_on(text: str, start: int) -> bool:
    """Does what was told of go on there: …, came from the fixed-line side and was less?"""
    return _GOES_ON.match(text, start) is not None


def _says(near: Sequence[Token], n: int) -> bool:
    """Is it the verb of a clause, not the link of the name before it: the number of shoppers hit?"""
    counted = near[n].text == "of" and n > 0 and "tail" in near[n - 1].cues
    return near[n].cue("up", "down", "level", "reach", "net_up") and not counted


def _does(token: Token, after: Sequence[Token], text: str) -> str:
    """English: the words, where those are told of who do something: users relying on PCs."""
    doing = _DOING.match(text, token.end)
    told = doing and any(t.start < doing.end() and doing.start() < t.end for t in after)
    return text[token.start : doing.end()] if doing and not told else ""


def of_age(text: str, start: int) -> re.Match[str] | None:
    """The words at a place that say how old those are that were named: users aged 60 and above."""
    return _AGED.match(text, start) if _AGE in ENGLISH.found(text) else None


def _used(
    token: Token, after: Sequence[Token], text: str, vocabulary: Vocabulary
) -> re.Match[str] | None:
    """English: what nothing explains and only some of those named use: users who use microblogs."""
    match = _USE.match(text, token.end)
    if match is None or match["word"] in vocabulary.general or match["word"] in vocabulary.neutral:
        return None
    told = any(match.start("word") < t.end and t.start < match.end() for t in after)
    return None if told else match


def narrowed(token: Token, after: Sequence[Token], text: str, vocabulary: Vocabulary) -> str:
    """English: the words, where a phrase that nothing explains narrows what goes before it.

    Revenue from overseas markets is another subject than revenue; revenue from January on is not.
    """
    match = _NARROWING.match(text, token.end)
    aged = of_age(text, token.end)
    if aged or text.endswith("non-", 0, token.start):
        return text[token.start : aged.end() if aged else token.end]
    if match is None:
        return _does(token, after, text)
    if match["word"] in vocabulary.general:
        kind = _KIND.match(text, match.end()) or _used(token, after, text, vocabulary)
        return text[token.start : kind.end()] if kind else ""
    if _MONEY.match(text, match.start("word")):
        return ""  # revenue of CNY 471.9 billion
    for other in after:
        explains = other.kind != "cue" or not other.word.cues <= _OPEN
        if explains and match.start("word") < other.end and other.start < match.end():
            return ""
    return text[token.start : match.end()]
