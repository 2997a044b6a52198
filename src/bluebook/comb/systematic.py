"""Systematic differences: two sources that part ways on one indicator at many places at once.

One pair of figures that differ is an error or a revision. When one source is above the other at
most of the places and periods that both give, they do not make the same mistake a hundred times:
they hold different vintages, scopes or definitions, and are told so, once and for each figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from bluebook.comb.account import Disagreement
from bluebook.model.claim import Claim

LEAST = 6  # differences of the same pair of sources
SAME_WAY = 0.8  # part of them in the same direction
MODEST = 0.25  # relative difference up to which it can be a matter of vintage or scope


class Pair(NamedTuple):
    """Which sources differ about which expression."""

    expression: str
    source: str
    other: str


def explain_systematic(
    found: Sequence[Disagreement], claims: Mapping[str, Claim]
) -> list[Disagreement]:
    """Disagreements, with those that belong to a systematic difference told as such."""
    about: dict[Pair, list[tuple[int, bool]]] = defaultdict(list)
    for number, one in enumerate(found):
        if (apart := _pair(one, claims)) is not None:
            about[apart[0]].append((number, apart[1]))
    out = list(found)
    for pair, members in about.items():
        above = sum(up for _, up in members)
        most = max(above, len(members) - above)
        if len(members) < LEAST or most < SAME_WAY * len(members):
            continue
        for number, _ in members:
            out[number] = _retold(found[number], pair, len(members))
    return out


def _pair(one: Disagreement, claims: Mapping[str, Claim]) -> tuple[Pair, bool] | None:
    """The two sources of a plain difference about one figure, and whether the first is above."""
    if one.kind not in ("error", "unsettled", "revision"):
        return None
    first = claims[one.claims[0]]
    for name in one.claims[1:]:
        other = claims[name]
        same = (other.expression, other.territory, other.period) == (
            first.expression, first.territory, first.period,
        )  # fmt: skip
        if not same or other.source == first.source:
            continue
        if abs(other.value - first.value) > MODEST * max(abs(other.value), abs(first.value)):
            return None
        a, b = sorted([first.source, other.source])
        up = (first.value > other.value) == (first.source == a)
        return Pair(first.expression or "", a, b), up
    return None


def _retold(one: Disagreement, pair: Pair, count: int) -> Disagreement:
    tail = {
        "zh": (
            f"（{pair.source}与{pair.other}在{count}处这样不同，方向一致："
            "是修订前后或口径之别，不是错误。）"
        ),
        "en": (
            f" ({pair.source} and {pair.other} differ like this at {count} places, the same way: "
            "another vintage or scope, not an error.)"
        ),
    }
    return msgspec.structs.replace(
        one,
        kind="definition",
        severity="note",
        proposed={},
        message={language: text + tail[language] for language, text in one.message.items()},
    )
