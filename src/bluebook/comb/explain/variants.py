"""Variants of one measure: another price base, scope or definition printed for the same place
and time. They are never compared; where both are printed the reader is told why they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bluebook.comb.account import Disagreement
from bluebook.comb.system.build import sane
from bluebook.comb.words import LANGUAGES, place, printed
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim


def explain_variants(claims: Sequence[Claim], catalogue: Catalogue) -> list[Disagreement]:
    """A note for each place and period at which several variants of a measure were printed."""
    about: dict[tuple[str, str, str], dict[str, Claim]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda c: (c.half_width, c.id)):
        indicator = catalogue.indicators.get(claim.expression or "")
        if indicator is not None and indicator.variant_of and claim.is_fact and sane(claim):
            key = (indicator.variant_of, claim.territory, claim.period)
            about[key].setdefault(indicator.code, claim)
    out = []
    for (_, territory, period), variants in sorted(about.items()):
        found = sorted(variants.items())
        if len(found) < 2 or _agree([claim for _, claim in found]):
            continue
        bases = {catalogue.indicator(code).prices for code in variants}
        kind = "price base" if len(bases) > 1 else "definition"
        out.append(
            Disagreement(
                kind=kind,
                severity="note",
                message={
                    language: _message(found, territory, period, catalogue, language)
                    for language in LANGUAGES
                },
                claims=tuple(claim.id for _, claim in found),
            )
        )
    return out


def _agree(claims: Sequence[Claim]) -> bool:
    return all(not claims[0].interval.meet(other.interval).empty for other in claims[1:])


def _message(
    found: Sequence[tuple[str, Claim]],
    territory: str,
    period: str,
    catalogue: Catalogue,
    language: str,
) -> str:
    where = place(territory, catalogue, language)
    sides = [
        f"{catalogue.indicator(code).name.get(language, code)} "
        f"{printed(claim, catalogue, language)} ({claim.source})"
        for code, claim in found
    ]
    if language == "zh":
        return f"{where}{period}：{'、'.join(sides)}。价格基期或口径不同，不可相比。"
    return f"{where}, {period}: {'; '.join(sides)}. Another price base or scope: do not compare."
