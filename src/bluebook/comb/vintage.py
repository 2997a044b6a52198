"""Vintages: the account as it stood on a date, and how figures were revised since first printed.

before = comb(as_of(claims, "2020-12-31", sources), catalogue, sources)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import comb, sqrt
from typing import NamedTuple

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.explain.restated import IMPLIED
from bluebook.comb.system.build import figure, sane
from bluebook.comb.witness import Witness, said
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

APART = 15  # days between prints that count as two vintages
LEAST = 1e-3  # a standard error, in parts of the mean, that is as good as none
FEW, CRITICAL, SIGNIFICANT = 6, 2.0, 0.05
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
    """The revisions of one expression, in the order of the periods revised.

    `mean` revision and mean absolute revision `size` (per cent, points for ratios); `t`, the mean
    over a standard error that allows for revisions that hang together over time (Newey and West
    1987, lags 4 (n/100)^(2/9)), as the OECD's revision analyses have it (McKenzie and Gamba 2008);
    `sign`, the chance of so one-sided a run of signs if up and down were as likely (exact, two
    sides).
    """

    expression: str
    figures: int
    mean: float
    size: float
    t: float
    sign: float

    @property
    def biased(self) -> bool:
        """Were the first prints one-sided? Asked of six figures and more."""
        return self.figures >= FEW and abs(self.t) > CRITICAL and self.sign < SIGNIFICANT


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


def revisions_of(account: Account, witnesses: Mapping[str, Witness]) -> list[Revision]:
    """The revisions among an account's claims, the greatest first.

    What is wrong, of another date or of another definition was not revised; what a later release
    implies of an earlier figure was.
    """
    out = {
        c
        for one in account.disagreements
        if one.kind not in ("revision", "rounding")
        for c in (*one.set_aside, *(c for tie in one.ties for c in tie))
    }
    claims = [claim for claim in account.claims.values() if claim.id not in out]
    found = revisions(claims, account.catalogue, witnesses)
    found += [one for told in account.disagreements for one in _implied(told, account, witnesses)]
    return sorted(found, key=lambda one: (-abs(one.total), one[:3]))


def _implied(
    told: Disagreement, account: Account, witnesses: Mapping[str, Witness]
) -> Iterator[Revision]:
    """A figure that a later release restates without printing it."""
    if told.kind != "revision" or not told.proposed or told.set_aside:
        return
    first, *others = (account.claims[c] for c in told.claims)
    value, why = told.proposed.get(first.id, (0.0, ""))
    if why.startswith(IMPLIED) and others:
        dates = [said(c.source, c.said, witnesses) for c in (first, others[0])]
        prints = Print(dates[0], first.value, first.id), Print(dates[1], value, others[0].id)
        yield Revision(*figure(first, account.catalogue), prints)


def _revised(before: tuple[str, Claim], date: str, claim: Claim) -> bool:
    from datetime import date as day

    days = (day.fromisoformat(date) - day.fromisoformat(before[0])).days
    return days >= APART and before[1].interval.meet(claim.interval).empty


def bias(found: Sequence[Revision]) -> list[Bias]:
    """Mean revision of each expression that was revised, and whether it is one-sided."""
    about: dict[str, list[tuple[str, str, float]]] = defaultdict(list)
    for one in found:
        about[one.expression].append((one.period, one.territory, one.total))
    out = []
    for expression, revised in sorted(about.items()):
        sizes = [size for _, _, size in sorted(revised)]
        n, mean = len(sizes), sum(sizes) / len(sizes)
        error = _standard_error(sizes)
        least = LEAST * abs(mean)  # figures all revised by the same are as one-sided as can be
        t = mean / max(error, least) if least and n > 1 else 0.0
        up, down = sum(s > 0 for s in sizes), sum(s < 0 for s in sizes)
        size = sum(map(abs, sizes)) / n
        out.append(Bias(expression, n, mean, size, t, _sign_test(up, down)))
    return out


def _standard_error(sizes: Sequence[float]) -> float:
    """The standard error of a mean whose terms may hang together (Newey and West 1987)."""
    n = len(sizes)
    mean = sum(sizes) / n
    off = [size - mean for size in sizes]
    lags = int(4 * (n / 100) ** (2 / 9)) if n > 2 else 0
    variance = sum(x * x for x in off) / n
    for lag in range(1, lags + 1):
        together = sum(x * y for x, y in zip(off[lag:], off, strict=False)) / n
        variance += 2 * (1 - lag / (lags + 1)) * together
    return sqrt(max(variance / (n - 1), 0.0)) if n > 1 else 0.0


def _sign_test(up: int, down: int) -> float:
    """The chance of a split of signs at least so uneven, if both are as likely."""
    n, few = up + down, min(up, down)
    return min(1.0, 2 * sum(comb(n, k) for k in range(few + 1)) / 2.0**n)
