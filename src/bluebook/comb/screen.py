"""Screening: what is told before single errors are looked for, because no search for the fewest
wrong figures would name it: tables with a defect, restated bases, variants of one measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.explain.restated import explain_restated
from bluebook.comb.explain.variants import explain_variants
from bluebook.comb.tables import explain_tables
from bluebook.comb.witness import Witness
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim


def screen(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    comb: Callable[[Sequence[Claim]], Account],
) -> list[Disagreement]:
    """Disagreements of these kinds; what they set aside is not combed."""
    return [
        *explain_tables(claims, catalogue, comb),
        *explain_restated(claims, catalogue, witnesses),
        *explain_variants(claims, catalogue),
    ]
