"""Witnesses: how likely a source is wrong, and which sources repeat one another.

The cost of setting a claim aside is -ln P(the claim is wrong): costs of independent claims add
up as their probabilities multiply (Fellegi and Holt 1976 leave the weights open; Liepins 1980
reads them this way). A repost of a repost is one witness, not three.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

# How often a printed figure is wrong, by the kind of source.
WRONG = {
    "official": 0.001,
    "statutory": 0.001,
    "operator": 0.003,
    "repost": 0.005,
    "news": 0.02,
    "aggregator": 0.05,
}
ECHO = 0.3  # what a copy, or the source itself, adds by saying it again: it could have been noticed
ECHOES = 1.5  # what all of these add at most


class Witness(Protocol):
    """What combing asks of a source: `bluebook.edition.Source` has it."""

    @property
    def reliability(self) -> str: ...
    @property
    def copy_of(self) -> str: ...
    @property
    def date(self) -> date: ...


def cost(reliability: str) -> float:
    """The cost of setting aside one claim of a source of this reliability."""
    return -math.log(WRONG.get(reliability, WRONG["news"]))


def root(source: str, witnesses: Mapping[str, Witness]) -> str:
    """The source that a source repeats in the end (itself where it repeats none)."""
    seen = {source}
    while (found := witnesses.get(source)) and found.copy_of and found.copy_of not in seen:
        source = found.copy_of
        seen.add(source)
    return source


def joint_cost(sources: Iterable[str], witnesses: Mapping[str, Witness]) -> float:
    """The cost of setting aside one figure that these sources print, each once for each print."""
    best: dict[str, float] = {}
    echoes: dict[str, float] = {}
    for source, prints in sorted(Counter(sources).items()):
        known = witnesses.get(source)
        own = cost(known.reliability if known else "news")
        origin = root(source, witnesses)
        again = prints if origin in best else prints - 1
        echoes[origin] = min(echoes.get(origin, 0.0) + ECHO * again, ECHOES)
        best[origin] = max(best.get(origin, 0.0), own)
    return sum(best.values()) + sum(echoes.values())


def said(source: str, stated: str, witnesses: Mapping[str, Witness]) -> str:
    """The ISO date at which a claim was made: its own, else its source's."""
    known = witnesses.get(source)
    return stated or (known.date.isoformat() if known else "")
