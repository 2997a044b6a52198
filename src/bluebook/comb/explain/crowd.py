"""Crowds: a figure printed in so many different ways that a search for the fewest wrong prints
says nothing. The prints are weighed against one another alone, and told of once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from bluebook.comb.account import SEVERITY, Disagreement
from bluebook.comb.localise.ways import TIED
from bluebook.comb.system.build import BELIEVED, MANY, Figure, figure, sane
from bluebook.comb.witness import Witness, joint_cost
from bluebook.comb.words import both, number, place, subject
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.interval import Interval

Prints = Mapping[Interval, Sequence[Claim]]
WORDS = {
    "zh": (
        "{where}{name}（{period}）有{count:,}种不同的数字（{low}–{high}）；",
        "{kept}最有据，与之不合的不予采用。",
        "现有证据不能断定孰是，均不用于推算。",
    ),
    "en": (
        "{name}, {where}, {period}, is printed in {count:,} different ways ({low}–{high}); ",
        "{kept} has most behind it, and what does not agree with it is set aside.",
        "nothing here settles which is right, and none decides anything.",
    ),
}


def explain_crowds(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    believed: Collection[str] = (),
) -> list[Disagreement]:
    """One disagreement for each figure of more than MANY different prints that do not agree."""
    about: dict[Figure, dict[Interval, list[Claim]]] = defaultdict(dict)
    for claim in claims:
        if claim.is_fact and sane(claim):
            about[figure(claim, catalogue)].setdefault(claim.interval, []).append(claim)
    out = []
    for what, prints in sorted(about.items()):
        if len(prints) > MANY and max(i.lower for i in prints) > min(i.upper for i in prints):
            weight = {
                interval: BELIEVED
                if any(claim.id in believed for claim in same)
                else joint_cost([claim.source for claim in same], witnesses)
                for interval, same in prints.items()
            }
            out.append(_crowd(what, prints, weight, catalogue))
    return out


def _crowd(
    what: Figure, prints: Prints, weight: Mapping[Interval, float], catalogue: Catalogue
) -> Disagreement:
    """The prints of one figure: what has clearly most behind it is kept, else none decides."""
    best, ahead = most_behind(weight)
    settled = ahead >= TIED
    kept = [i for i in prints if settled and not i.meet(best).empty]
    sides = [
        tuple(sorted(claim.id for claim in prints[i])) for i in sorted(set(prints) - set(kept))
    ]
    aside = tuple(sorted(c for side in sides for c in side))
    ordered = [prints[i][0] for i in (min(prints), max(prints), *sorted(kept)[:1])]
    low, high, *right = [number(claim.value, claim.half_width) for claim in ordered]

    def message(language: str) -> str:
        head, told, untold = WORDS[language]
        return (head + (told if settled else untold)).format(
            name=subject(what[0], catalogue, language), where=place(what[1], catalogue, language),
            period=what[2], count=len(prints), low=low, high=high, kept="".join(right),
        )  # fmt: skip

    kind = "error" if settled else "unsettled"
    return Disagreement(
        kind=kind,
        severity=SEVERITY[kind],
        message=both(message),
        claims=(*aside, *sorted(claim.id for i in kept for claim in prints[i])),
        set_aside=aside if settled else (),
        ties=() if settled else tuple(sides),
    )


def most_behind(weight: Mapping[Interval, float]) -> tuple[Interval, float]:
    """The values that intervals of most weight share, and how much more that is than what any
    values apart from these have: one pass over the ends in order."""
    ends = [(i.lower, False, w) for i, w in weight.items()]
    ends += [(i.upper, True, w) for i, w in weight.items()]
    summits: list[tuple[float, float, float]] = []  # weight, from, to
    held = start = 0.0
    rising = False
    for at, closes, w in sorted(ends):
        if closes and rising:
            summits.append((held, start, at))
        held += -w if closes else w
        start, rising = at, not closes
    most, low, high = max(summits, key=lambda summit: (summit[0], -summit[1]))
    others = (held for held, a, b in summits if a > high or b < low)
    return Interval(low, high), most - max(others, default=0.0)
