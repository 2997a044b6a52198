"""Vintages: the account as it stood on a date, and how figures were revised since first printed.

before = comb(as_of(claims, "2020-12-31", sources), catalogue, sources)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from bluebook.comb.build import figure, sane
from bluebook.comb.witness import Witness, said
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

APART = 15  # days between prints that count as two vintages
PERCENT = ("yoy(", "share(", "pp(", "pull(", "contribution(", "cagr(")


class Print(NamedTuple):
    """One vintage of a figure."""

    date: str
    value: float
    claim: str


class Revision(NamedTuple):
    """The prints of one figure, first to last: a row of the revision triangle."""

    expression: str
    territory: str
    period: str
    prints: tuple[Print, ...]

    @property
    def total(self) -> float:
        """Last print less the first: in per cent of the first, in points for a ratio."""
        first, last = self.prints[0].value, self.prints[-1].value
        if self.expression.startswith(PERCENT):
            return last - first
        return 100 * (last - first) / abs(first) if first else 0.0


class Bias(NamedTuple):
    """The revisions of one expression: how many, their mean, their mean size, and t = mean over
    its standard error (|t| > 2: the first prints were biased)."""

    expression: str
    figures: int
    mean: float
    size: float
    t: float


def as_of(claims: Iterable[Claim], date: str, witnesses: Mapping[str, Witness]) -> list[Claim]:
    """The claims that had been made by an ISO date; those without a date count as made."""
    return [c for c in claims if said(c.source, c.said, witnesses)[: len(date)] <= date]


def revisions(
    claims: Iterable[Claim], catalogue: Catalogue, witnesses: Mapping[str, Witness]
) -> list[Revision]:
    """Figures that were printed again with another value that rounding does not explain."""
    about: dict[tuple[str, str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.is_fact and sane(claim) and not claim.bound:
            date = said(claim.source, claim.said, witnesses)
            if date:
                about[figure(claim, catalogue)].append((date, claim))
    out = []
    for what, same in sorted(about.items()):
        same.sort(key=lambda one: (one[0], one[1].half_width, one[1].id))
        kept: list[tuple[str, Claim]] = []
        for date, claim in same:
            if not kept or _revised(kept[-1], date, claim):
                kept.append((date, claim))
        if len(kept) > 1:
            out.append(Revision(*what, tuple(Print(d, c.value, c.id) for d, c in kept)))
    return out


def _revised(before: tuple[str, Claim], date: str, claim: Claim) -> bool:
    from datetime import date as day

    days = (day.fromisoformat(date) - day.fromisoformat(before[0])).days
    return days >= APART and before[1].interval.meet(claim.interval).empty


def bias(found: Sequence[Revision]) -> list[Bias]:
    """Mean revision of each expression that was revised, and whether it is one-sided."""
    about: dict[str, list[float]] = defaultdict(list)
    for one in found:
        about[one.expression].append(one.total)
    out = []
    for expression, sizes in sorted(about.items()):
        n = len(sizes)
        mean = sum(sizes) / n
        spread = (sum((s - mean) ** 2 for s in sizes) / (n - 1)) ** 0.5 if n > 1 else 0.0
        t = mean / (spread / n**0.5) if spread else 0.0
        out.append(Bias(expression, n, mean, sum(map(abs, sizes)) / n, t))
    return out
