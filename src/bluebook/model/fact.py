"""A fact: what the claims, taken together, say a figure is."""

from __future__ import annotations

import msgspec

from bluebook.model.interval import Interval


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """The combed value of an expression and the interval it certainly lies in.

    `status` is SDMX's OBS_STATUS: A normal, P provisional, E estimated or derived, F forecast,
    T target (ours), D disputed (ours: claims disagree and nothing settles it).
    `claims` are the ids of the claims that back it, `set_aside` those judged wrong. `method` says
    how an imputed figure (status E), or one that rests on one, came about; "" for all others.
    """

    expression: str
    territory: str
    period: str
    value: float
    lower: float
    upper: float
    unit: str
    status: str = "A"
    claims: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    method: str = ""

    @property
    def interval(self) -> Interval:
        return Interval(self.lower, self.upper)
