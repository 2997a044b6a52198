"""Breaks as they are written in a catalogue, checked."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.model.catalogue import BREAKS, Break, Catalogue
from bluebook.model.period import Period

GREATEST = 1e12


def name_of(one: Break) -> str:
    """A break in words, one for each entry that stands."""
    return f"break of {one.indicator} {one.territory} {one.period}"


def check_break(one: Break, catalogue: Catalogue) -> None:
    """BluebookError where a break names nothing, or says when twice or not at all."""
    catalogue.indicator(one.indicator)
    if one.territory:
        catalogue.territory(one.territory)
    if bool(one.period) == bool(one.every) or one.every not in ("", "year"):
        raise BluebookError(
            f"break of {one.indicator}: it needs a period or every: year, not both",
            "write period: 2024, the first on the new footing, or every: year",
        )
    if one.period:
        Period.parse(one.period)
    if one.kind not in BREAKS:
        raise BluebookError(
            f"break of {one.indicator}: kind {one.kind!r}", f"kinds are: {', '.join(BREAKS)}"
        )
    if not 0 <= one.factor < GREATEST or (one.factor and one.every):
        raise BluebookError(
            f"break of {one.indicator}: factor {one.factor!r}",
            "a factor is positive, and belongs to one period",
        )
