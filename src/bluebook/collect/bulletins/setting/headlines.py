"""A headline repeats a figure of its text without its period or its base: the text tells them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from bluebook.model.claim import Claim

_DATED = re.compile("[年月季]")
_BASED = re.compile(r"year|annual|y/y|yoy|y-o-y|同比|同期|[上去]年|年增|年减")
_SINCE = re.compile(r"growth_since\((?P<of>.+), \"[0-9-]+\"\)")


def redated(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; one whose sentence names no period has that of the same figure told later.

    Only where all that tell it with a period name the same one.
    """
    if not any(_undated(claims)):
        return list(claims)
    same: dict[tuple[str, str, float, float], list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        if claim.expression and not claim.text.isascii():
            key = (claim.expression, claim.territory, claim.value, claim.half_width)
            same[key].append(n)
    told = list(claims)
    for places in same.values():
        if len({claims[n].period for n in places}) < 2 or _dated(claims[places[0]]):
            continue
        first, *rest = places
        periods = {claims[n].period for n in rest if _dated(claims[n])}
        if len(periods) == 1:
            told[first] = msgspec.structs.replace(claims[first], period=periods.pop())
    return told


def rebased(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; growth whose sentence names no base has that of the same growth told later.

    "Subscribers up 1 pct in July", and below: a monthly increase of 1 percent.
    """
    since: dict[tuple[str, str, str, float, float], int] = {}
    for n, claim in enumerate(claims):
        found = _SINCE.fullmatch(claim.expression or "")
        if found and not claim.suspect:
            key = (
                f"yoy({found['of']})",
                claim.territory,
                claim.period,
                claim.value,
                claim.half_width,
            )
            since.setdefault(key, n)
    if not since:
        return list(claims)
    told = list(claims)
    for n, claim in enumerate(claims):
        key = claim.expression or "", claim.territory, claim.period, claim.value, claim.half_width
        if n < since.get(key, 0) and not _BASED.search(claim.text.lower()):
            based = claims[since[key]].expression
            told[n] = msgspec.structs.replace(claim, expression=based)
    return told


def _undated(claims: Sequence[Claim]) -> Iterator[bool]:
    """Of each sentence, whether it names no period."""
    sentence = ""
    for claim in claims:
        if claim.text is not sentence:
            sentence = claim.text
            yield not (sentence.isascii() or _DATED.search(sentence))


def _dated(claim: Claim) -> bool:
    return _DATED.search(claim.text) is not None
