"""English: the industry that a text goes on to speak of, as a heading or a sentence has it."""

from __future__ import annotations

import re
from collections.abc import Collection

from bluebook.collect.bulletins.lexicon.phrases import Phrases
from bluebook.collect.bulletins.lexicon.segments import STRANGE, Run
from bluebook.collect.bulletins.lexicon.words import Bag
from bluebook.collect.bulletins.text.hints import ENGLISH

_CALLED = ENGLISH.group("operators", "carriers", "telcos")
LONGEST = 60  # characters of a heading
_HEADING = re.compile(r"[^a-z]*(?P<what>[a-z][a-z -]{2,40}[a-z])\s*[.:]?\s*")

# An industry that nothing known says more of: the automobile industry.
_OTHER = re.compile(r"\b(?!(?:and|or|by|as|s|said|while|but|saw|helped) )[a-z]+ $")
_INDUSTRY = re.compile(r"(?:industry|sector|market)\b")
# Who sells what the industry of many kinds sells, and no other: China's three operators, carriers.
_OPERATORS = re.compile(
    r"(?:^|[,.;:\"(-] ?|\b(?:the|as|and|while|its|their|of|by|for|china's|chinese|country's|nation's|mainland|three|big|major|main|basic|state-owned|state-run|dominant|incumbent|rival|all|mobile|telecom|phone|wireless|network) )"
    r"(?:operators|carriers|telcos)\b"
)
# Industries of which nothing is ours, though they sell what ours sell: cloud computing.
_STRANGERS = re.compile(
    r"\b(?:software|software and it|information technology|electronic information)(?: and related| related)? $"
)


def heading(text: str, phrases: Phrases) -> Bag:
    """The industry that a heading is, () where it is none of ours."""
    match = _HEADING.fullmatch(text) if len(text) < LONGEST else None
    if match is None:
        return ()
    what = match["what"]
    runs = phrases.runs(what)
    if len(runs) != 1:
        return ()
    places, run = runs[0]
    if places[0][0] > 0 or places[-1][1] < len(what):
        return ()
    words = phrases.words
    bag = run.busy.bag if run.busy else next((s.bag for s in run.sectors), ())
    both = words.joined(bag, (words.earned,)) and words.joined(bag, (words.done,))
    return bag if both else ()


def topic(text: str, phrases: Phrases, before: Bag) -> Bag:
    """The industry that a text goes on to speak of, after that which it spoke of before."""
    for places, run in phrases.runs(text):
        before = goes_on(text, places, run, before, phrases.words.places)
    return before


def operators(text: str, phrases: Phrases) -> Bag:
    """The industry of many kinds, where a sentence speaks of its operators and no others."""
    if _CALLED not in ENGLISH.found(text) or not _OPERATORS.search(text):
        return ()
    words = phrases.words
    earning = [w for w in sorted(words.manifold) if words.joined((w,), (words.earned,))]
    return tuple(earning[-1:])


BEGINS = 80  # characters of a sentence in which its trade is named


def leaves(text: str, phrases: Phrases, before: Bag) -> bool:
    """Does a sentence without figures begin with another trade: the fixed-line business shrank?"""
    if not before or phrases.words.manifold.issuperset(before):
        return False  # 3G is telecom's
    for _, run in phrases.runs(text[:BEGINS])[:1]:
        said = run.short.bag if run.short else next((s.bag for s in run.sectors), ())
        return bool(said) and not {*said} & {*before} and run.topic is None and not run.parts
    return False


def goes_on(
    text: str, places: list[tuple[int, int]], run: Run, before: Bag, where: Collection[str]
) -> Bag:
    """The industry that is spoken of after a run of words; `where` are words of destinations."""
    if run.sectors and _STRANGERS.search(text, 0, places[0][0]):
        return STRANGE
    if run.topic:
        return run.topic
    for part in run.parts:  # express delivery volume …; business revenue …
        if before and part.industry and set(part.industry).issubset(part.bag):
            within = all(
                w in where for w in part.industry
            )  # same-city deliveries are of their industry
            before = before if within else part.industry
    if not before:  # postal revenue: the postal industry, where none was named
        named = (p.industry for p in run.parts if any(w not in where for w in p.industry))
        before = next(named, ())
    start = places[0][0]
    other = _INDUSTRY.match(text, start) and _OTHER.search(text, max(0, start - 20), start)
    return () if other else before
