"""English: what is earned with a thing that was named before: yet the revenue from it dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.doings import name
from bluebook.collect.bulletins.lexicon.segments import Run
from bluebook.collect.bulletins.lexicon.trades import Trades
from bluebook.collect.bulletins.lexicon.words import EITHER, WORD
from bluebook.collect.bulletins.text.hints import ENGLISH

_REVENUE = r"(?:(?:total|combined|business|overall|operating) )*(?:revenues?|income)"
# Revenue from these businesses, the revenue from it; mobile data grew fast: its revenue …
_OF_IT = re.compile(
    rf"\b{_REVENUE} (?:from|of) (?:(?:these|those|such) (?:[a-z]+ )?(?:business(?:es)?|services|segments|areas|sectors|fields|products)|it|them|the latter)\b"
    rf"|(?<=: )(?:its|their) {_REVENUE}\b"
)
# Fixed broadband did better, with revenue of …; fared worse: revenue fell; voice, whose revenue sank.
_WITH = re.compile(
    rf"(?:[^,;:.0-9]{{2,48}}(?:, (?:with|as)|:)|(?: \([^()]{{1,30}}\))?, whose|[^,;:.0-9]{{0,24}} (?:saw|had)) "
    rf"(?:(?:an?|its|their) )?(?P<revenue>{_REVENUE}) (?!from|in |for|generated|earned|share|growth)"
)
Told = tuple[list[tuple[int, int]], Run]
EARNED = ENGLISH.group("revenue", "income")


def earned_with(
    text: str, tokens: Sequence[Token], runs: Sequence[Told], words: Trades, spoken: tuple[str, str]
) -> Iterator[Token]:
    """Names of what is earned with a thing that another name says; of nothing where none is known.

    `runs` are the names of the sentence by their words, `spoken` is what the text spoke of before:
    its words, its indicator.
    """
    told = -1
    for match in _OF_IT.finditer(text):
        told = match.start()
        before = [t for t in tokens if t.kind == "name" and t.end <= match.start()]
        if not before and text.endswith(": ", 0, match.start()):
            continue  # whose, nobody says
        codes = [n.code for n in before[-1].word.namings] if before else [spoken[1]]
        code = next((c for c in codes if words.earned_with(c)), "")
        said = words.bag(WORD.findall(before[-1].text if before else spoken[0]))
        plain = tuple(w for w in said if words.alike.get(w, w) not in words.heads)
        for bag in (said, plain):
            code = code or (words.joined(bag, (words.earned,)) if bag else "")
        yield name(text, *match.span(), code if words.earned_with(code) else "")
    if not runs or runs[0][1].paid is None:
        return
    places, run = runs[0]
    did = _WITH.match(text, places[-1][1])
    code = run.paid.code if run.paid else ""
    if did and told < 0 and words.earned_with(code) and EITHER not in code:
        yield name(text, *did.span("revenue"), code)
