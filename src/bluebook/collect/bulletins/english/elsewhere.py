"""English: places and firms that no list holds, known by their capitals: 5G users in Jinhua, Jio's users.

What they have is nobody's that is spoken of, so such a name is taken for a company's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.taken_up import PLACE
from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word

# After and before the name of an indicator, in lower case: the first word of who has it.
_KIND = r"(?:the (?:city|county|town|district|village|prefecture|port|town) of )?"
_IN = re.compile(
    r"(?: (?:(?:were|was|are|is|being) )?(?:[a-z]+ed|sent|built))? (?:in|of|from|across)"
    rf" {_KIND}(?P<name>[a-z]{{3,}})(?=[ ,.-])"
)
# At the head of a sentence: In Yiwu, parcels …
_AT_FIRST = re.compile(rf"[\"' ]*(?:in|across) {_KIND}(?P<name>[a-z]{{3,}})(?=,| alone,)")
_WHOSE = re.compile(r"(?P<name>[a-z]{3,})'s? (?:(?:total|overall|annual|new|own|combined) )*$")
# A place that no list holds, before what it alone did: Puning alone did 1.3 billion pieces.
_ALONE = re.compile(
    r"[\"' ]*(?P<name>[a-z]{3,}(?<!s))(?: (?:city|county|district|prefecture))? (?:alone |by itself )?"
    r"(?:did|handled|delivered|sent|received|processed|contributed|accounted for|completed|achieved) "
)
LONGEST = 4_000  # characters of a sentence
_NAME = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2}")
_LINKS = (
    " in ",
    " of ",
    " from ",
    " across ",
    " were ",
    " was ",
    " built",
    " added",
    " sent",
    " handled",
    " delivered",
)
_OWN = ("'s ", "' ", "total ", "overall ", "annual ", "new ", "own ", "combined ")
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][a-z]")
_SMALL = re.compile(r"(?<![A-Za-z'’])[a-z]{4}")
_ENTITY = frozenset(("entity", "strange"))
_STRANGE = Word(cues=_ENTITY)


def stranger(start: int, end: int, printed: str) -> Token:
    """What stands in a sentence for somebody whose figures are nobody's that is spoken of."""
    return Token(start, end, "cue", printed, _STRANGE, None, None, _ENTITY)


def strangers(
    begins: list[int],
    printed: Callable[[int, int], str],
    tokens: list[Token],
    known: Phrases,
    words: Vocabulary,
) -> list[Token]:
    """The tokens of a sentence with names of places and firms beside those of indicators.

    `begins` are the places that `beside` tells, `printed` what is printed at a range. In a
    heading, where every word has a capital, there are none.
    """
    found: dict[int, Token] = {}
    for start in begins:
        name = _NAME.match(printed(start, start + 40))
        if name is None or _told(name[0], known, words):
            continue
        end = start + len(name[0])
        if not any(t.start < end and start < t.end for t in tokens):
            lower = name[0].lower()
            found[start] = stranger(start, end, lower)
    text = printed(0, LONGEST) if found else ""
    if len(_CAPITAL.findall(text)) > len(_SMALL.findall(text)) or not found:
        return tokens
    return sorted((*tokens, *found.values()), key=PLACE)


def beside(text: str, tokens: list[Token]) -> Iterator[int]:
    """Where words begin that may say whose an indicator of a sentence is."""
    if (alone := _ALONE.match(text)) is not None:
        yield alone.start("name")
    if (first := _AT_FIRST.match(text)) is not None:
        yield first.start("name")
    for n, token in enumerate(tokens):
        if token.kind != "name":
            continue
        if text.startswith(_LINKS, token.end) and (match := _IN.match(text, token.end)):
            start = match.start("name")
            if n + 1 == len(tokens) or tokens[n + 1].start != start:
                yield start
        if text.endswith(_OWN, 0, token.start):
            match = _WHOSE.search(text, max(0, token.start - 50), token.start)
            if match is not None:
                yield match.start("name")


def _told(name: str, known: Phrases, words: Vocabulary) -> bool:
    """Is any word of a name an ordinary one?"""
    return any(
        w in words.neutral or w in words.general or w in words.ordinary or w in known.words.known
        for w in name.lower().replace("-", " ").split()
    )
