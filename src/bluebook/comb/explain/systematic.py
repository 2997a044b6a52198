"""Systematic differences: two sources that part ways on one indicator at many places at once.

One pair of figures that differ is an error or a revision. When one source is above the other at
most of the places and periods that both give, they do not make the same mistake a hundred times:
they hold different vintages, scopes or definitions, and are told so, once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from bluebook.comb.account import Disagreement
from bluebook.comb.words import LANGUAGES, subject
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

LEAST = 6  # differences of the same pair of sources
SAME_WAY = 0.8  # part of them in the same direction
VINTAGE = 0.06  # in the middle no farther apart than that: two vintages
MODEST = 0.25  # relative difference up to which it can be a matter of vintage or scope


class Pair(NamedTuple):
    """Which sources differ about which expression."""

    expression: str
    source: str
    other: str


def explain_systematic(
    found: Sequence[Disagreement], claims: Mapping[str, Claim], catalogue: Catalogue
) -> list[Disagreement]:
    """Disagreements, with those that belong to a systematic difference told as one."""
    about: dict[Pair, list[tuple[int, float]]] = defaultdict(list)
    for number, one in enumerate(found):
        if (apart := _pair(one, claims)) is not None:
            about[apart[0]].append((number, apart[1]))
    gone: set[int] = set()
    out: list[Disagreement] = []
    for pair, members in about.items():
        above = sum(by > 0 for _, by in members)
        most = max(above, len(members) - above)
        if len(members) < LEAST or most < SAME_WAY * len(members):
            continue
        gone |= {number for number, _ in members}
        out.append(
            _together([found[n] for n, _ in members], pair, [by for _, by in members], catalogue)
        )
    return [one for number, one in enumerate(found) if number not in gone] + out


def _pair(one: Disagreement, claims: Mapping[str, Claim]) -> tuple[Pair, float] | None:
    """The two sources of a plain difference about one figure, and by which part of it the first
    is above."""
    if one.kind not in ("error", "unsettled", "revision", "date") or not one.claims:
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
        by = (first.value - other.value) / max(abs(other.value), abs(first.value))
        return Pair(first.expression or "", a, b), by if first.source == a else -by
    return None


def _together(
    members: Sequence[Disagreement], pair: Pair, apart: Sequence[float], catalogue: Catalogue
) -> Disagreement:
    """All differences of one pair about one expression, told as one."""
    kind = "revision" if median(map(abs, apart)) <= VINTAGE else "definition"
    low, high = min(map(abs, apart)), max(map(abs, apart))
    size = f"{100 * low:.1f}–{100 * high:.1f} %"
    middle = f"{100 * median(map(abs, apart)):.1f} %"
    first, second = (pair.source, pair.other) if sum(apart) > 0 else (pair.other, pair.source)
    what = {language: subject(pair.expression, catalogue, language) for language in LANGUAGES}
    why = {
        "revision": ("修订前后的两版", "two vintages, before and after a revision"),
        "definition": ("口径不同", "another definition or scope"),
    }[kind]
    message = {
        "zh": (
            f"{what['zh']}：{first}在{len(members)}处高于{second}，高{size}（中位{middle}），"
            f"方向一致：是{why[0]}，不是错误。"
        ),
        "en": (
            f"{what['en']}: {first} is above {second} at {len(members)} places, by {size} (in the "
            f"middle {middle}), nearly always the same way: {why[1]}, not errors."
        ),
    }
    return Disagreement(
        kind=kind,
        severity="note",
        message=message,
        claims=tuple(dict.fromkeys(c for one in members for c in one.claims)),
        set_aside=tuple(dict.fromkeys(c for one in members for c in one.set_aside)),
        ties=tuple(tie for one in members for tie in one.ties),
    )
