"""Scales and units: a level ten or ten thousand times what its own series allows.

A figure that nothing else states can still be told to be misprinted: multiplied by a power of
ten it continues its series, as it stands it does not. Two witnesses are asked for: the figures
before and after, or one of them and another indicator of the same page that slipped by as much.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bluebook.comb.account import Disagreement
from bluebook.comb.system.build import sane
from bluebook.comb.system.register import canonical
from bluebook.comb.words import both, number, place, printed, subject
from bluebook.language.expression import names
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT

FACTORS = (10.0, 100.0, 1e3, 1e4, 1e8)
FITS = 1.25  # a figure that continues its series is within this factor of the nearest ones
NEAR = 24  # months within which a figure of the series is a neighbour


class Slip(NamedTuple):
    """A claim, the factor that mends it, and the neighbours that say so."""

    claim: Claim
    factor: float
    neighbours: tuple[Claim, ...]


def explain_scale(
    claims: Sequence[Claim], catalogue: Catalogue, told: Iterable[Disagreement] = ()
) -> list[Disagreement]:
    """Levels misprinted by a power of ten, and figures printed as per cent that are none.

    What combing has `told` of, or other claims speak of, is left to it: it knows better than the
    neighbours do.
    """
    known = {c for one in told for c in (*one.set_aside, *(c for tie in one.ties for c in tie))}
    stated = _stated(claims)
    series: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    units: list[Disagreement] = []
    for claim in sorted(claims, key=lambda c: (c.period, c.id)):
        indicator = catalogue.indicators.get(claim.expression or "")
        if indicator is None or not claim.is_fact or not sane(claim):
            continue
        if claim.value > 0 and not indicator.signed and claim.id not in known:
            period = Period.parse(claim.period)
            length = 0 if indicator.kind == "stock" else period.months * 100 + period.month
            series[indicator.code, claim.territory, length].append(claim)
        wanted = catalogue.unit(indicator.unit).dimension
        given = catalogue.units.get(claim.unit)
        if given is not None and given.dimension == PERCENT != wanted:
            units.append(_unit(claim, catalogue))
    slips = [slip for same in series.values() for slip in _slips(same)]
    pages: dict[tuple[str, float], set[str | None]] = defaultdict(set)
    for slip in slips:
        pages[slip.claim.source, slip.factor].add(slip.claim.expression)
    sure = [
        slip
        for slip in slips
        if _place(slip.claim) not in stated
        and (len(slip.neighbours) > 1 or len(pages[slip.claim.source, slip.factor]) > 1)
    ]
    return [_told(slip, catalogue) for slip in sure] + units


def _place(claim: Claim) -> tuple[str, str, int]:
    return claim.expression or "", claim.territory, Period.parse(claim.period).last


def _stated(claims: Iterable[Claim]) -> set[tuple[str, str, int]]:
    """Figures that growth rates, shares or changes speak of: combing knows them."""
    found = set()
    for claim in claims:
        if claim.is_fact and "(" in (claim.expression or ""):
            period = Period.parse(claim.period)
            for at in (period, period.lag(), period.year_end_before()):
                for code in names(canonical(claim.expression or "")[0]):
                    found.add((code, claim.territory, at.last))
    return found


def _slips(same: Sequence[Claim]) -> Iterable[Slip]:
    """Claims of one series that a power of ten brings back into it."""
    at = [Period.parse(claim.period).last for claim in same]
    times = Counter(at)
    order = sorted(range(len(same)), key=lambda k: (at[k], k))
    for n, k in enumerate(order):
        if times[at[k]] > 1:  # several prints of one figure are for combing to judge
            continue
        near = [
            same[j]
            for j in (*order[max(n - 1, 0) : n], *order[n + 1 : n + 2])
            if abs(at[j] - at[k]) <= NEAR
        ]
        for factor in (f for size in FACTORS for f in (size, 1 / size)):
            if near and all(_close(one.value, same[k].value * factor) for one in near):
                yield Slip(same[k], factor, tuple(near))
                break


def _close(a: float, b: float) -> bool:
    return a <= b * FITS and b <= a * FITS


def _told(slip: Slip, catalogue: Catalogue) -> Disagreement:
    claim, value = slip.claim, slip.claim.value * slip.factor
    half = claim.half_width * slip.factor

    def message(language: str) -> str:
        what = subject(claim.expression or "", catalogue, language)
        where = place(claim.territory, catalogue, language)
        beside = "、".join(
            f"{one.period} {number(one.value, one.half_width)}" for one in slip.neighbours
        )
        times = f"× {slip.factor:,.10g}" if slip.factor > 1 else f"/ {1 / slip.factor:,.10g}"
        fitting = f"{number(claim.value, claim.half_width)} {times} = {number(value, half)}"
        if language == "zh":
            return (
                f"{where}{what}（{claim.period}）{printed(claim, catalogue, language)}"
                f"（{claim.source}）与本序列（{beside}）不合；{fitting}则合；"
                "判为单位换算有误，不予采用。"
            )
        return (
            f"{what}, {where}, {claim.period}: {printed(claim, catalogue, language)} "
            f"({claim.source}) does not continue its series ({beside}); {fitting} does; "
            "the scale of the unit is wrong, and it is set aside."
        )

    return Disagreement(
        kind="error",
        severity="error",
        message=both(message),
        claims=(claim.id, *(one.id for one in slip.neighbours)),
        set_aside=(claim.id,),
        proposed={claim.id: (value, "the scale of the unit is wrong")},
    )


def _unit(claim: Claim, catalogue: Catalogue) -> Disagreement:
    """A figure printed as per cent of an indicator that is not measured in per cent."""
    unit = catalogue.unit(catalogue.indicator(claim.expression or "").unit)

    def message(language: str) -> str:
        what = subject(claim.expression or "", catalogue, language)
        where = place(claim.territory, catalogue, language)
        name = unit.name.get(language) or unit.code
        figure = number(claim.value, claim.half_width)
        if language == "zh":
            return (
                f"{where}{what}（{claim.period}）印作{figure}%（{claim.source}），"
                f"单位应为“{name}”；数字照用。"
            )
        return (
            f"{what}, {where}, {claim.period}, is printed as {figure} % ({claim.source}); it is "
            f"measured in {name}, and the figure is used so."
        )

    return Disagreement(
        kind="definition", severity="note", message=both(message), claims=(claim.id,)
    )
