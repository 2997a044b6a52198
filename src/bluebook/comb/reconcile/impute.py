"""What is missing between known points, only where an edition asks for it (imputations.toml).

    [[impute]]
    indicator = "fixed_line_subs"
    territory = "CN-GD"
    periods = ["2016-12", "2017-12"]
    method = "like"                  # line | growth | like | denton
    like = "fixed_line_subs@CN"      # moves between the known points as this figure does
    why = "not published for these years"

`denton` divides a known year among its months or quarters by a figure known for all of them
(`disaggregate`).

An imputed figure has the status E, an interval, and the name of its method; wherever it is printed
it carries a mark. Its interval is the largest relative error that the method makes on the known
points of the series, each left out in turn (of n such errors, a further one is the largest with
probability 1/(n + 1) if they are alike: the split-conformal argument), in proportion to the gap.
With fewer than three points to leave out it spans the neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bluebook.comb.account import Account
from bluebook.errors import BluebookError
from bluebook.language.expression import Name
from bluebook.language.meaning import canonical_period, query
from bluebook.model.fact import Fact
from bluebook.model.interval import INF, Interval
from bluebook.model.period import Period

FILE = "imputations.toml"
METHODS = ("line", "growth", "like", "denton")
GUIDED = ("like", "denton")
FEWEST = 3  # points left out in turn, without which errors are not measured


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One [[impute]] of imputations.toml."""

    indicator: str
    territory: str
    periods: tuple[str, ...]
    method: str
    why: str
    like: str = ""
    line: int = 0  # of the file, for messages


class _File(msgspec.Struct, forbid_unknown_fields=True):
    impute: list[Request] = []


class Dated(NamedTuple):
    """A known figure at the end of a month (months counted as in Period), and the figure it is
    to move like (1 where there is none)."""

    at: int
    fact: Fact
    like: float = 1.0


class Gap(NamedTuple):
    """A figure missing between two known ones, and how it is filled."""

    method: str
    first: Dated
    last: Dated
    at: int
    like: float

    @property
    def months(self) -> int:
        return self.last.at - self.first.at

    @property
    def value(self) -> float:
        w = (self.at - self.first.at) / self.months
        a, b = self.first.fact.value / self.first.like, self.last.fact.value / self.last.like
        if self.method == "growth":
            return float(a ** (1 - w) * b**w)
        return self.like * (a + (b - a) * w)


def read_requests(path: Path) -> list[Request]:
    """The imputations an edition asks for; none where there is no such file."""
    from bluebook.files import read_text, read_toml

    if not path.is_file():
        return []
    heads = [n for n, text in enumerate(read_text(path).splitlines(), 1) if "[[impute]]" in text]
    entries = read_toml(path, _File).impute
    found = [
        msgspec.structs.replace(one, line=line)
        for one, line in zip(entries, heads or [0] * len(entries), strict=False)
    ]
    for one in found:
        if one.method not in METHODS or (one.method in GUIDED) != bool(one.like):
            raise BluebookError(
                f"impute {one.indicator}: method {one.method!r}, like {one.like!r}",
                f"the method is one of {', '.join(METHODS)}; "
                f"like = … goes with {' and '.join(GUIDED)}",
                file=path,
                line=one.line,
            )
    return found


def impute(account: Account, requests: Iterable[Request]) -> None:
    """Add the figures asked for to the account's levels.

    BluebookError where a figure is reported after all, or has no known point on both sides.
    """
    for request in requests:
        try:
            for text in request.periods:
                _add(account, request, Period.parse(text))
        except BluebookError as error:
            raise error.at(file=FILE, line=request.line) from None


def _add(account: Account, request: Request, period: Period) -> None:
    catalogue = account.catalogue
    catalogue.indicator(request.indicator)
    catalogue.territory(request.territory)
    when = canonical_period(Name(request.indicator), period, catalogue)
    key = (request.indicator, request.territory, str(when))
    known = account.levels.get(key)
    if known is not None and known.status != "E":
        raise BluebookError(
            f"impute {request.indicator}@{request.territory},{when}: it is reported",
            "take the period out",
        )
    account.levels[key] = _imputed(account, request, when, known)


def _imputed(account: Account, request: Request, when: Period, known: Fact | None) -> Fact:
    """The figure, by the method asked for."""
    divided = request.method == "denton"
    value, bounds, rests_on = (_divided if divided else _between)(account, request, when)
    indicator = account.catalogue.indicator(request.indicator)
    if not indicator.signed:
        bounds = bounds.meet(Interval(0.0, INF))
    if known is not None and not bounds.meet(known.interval).empty:
        bounds = bounds.meet(known.interval)
    if account.catalogue.unit(indicator.unit).counted and not divided:
        value = float(round(value))
    return Fact(
        expression=request.indicator,
        territory=request.territory,
        period=str(when),
        value=min(max(value, bounds.lower), bounds.upper),
        lower=bounds.lower,
        upper=bounds.upper,
        unit=indicator.unit,
        status="E",
        claims=tuple(dict.fromkeys(claim for fact in rests_on for claim in fact.claims)),
        method=f"{request.method} {request.like}".strip(),
    )


Found = tuple[float, Interval, list[Fact]]  # a value, where it lies, what it rests on


def _between(account: Account, request: Request, when: Period) -> Found:
    """A figure between the known ones before and after it."""
    series = _series(account, request, when)
    before = [one for one in series if one.at < when.last]
    after = [one for one in series if one.at > when.last]
    like = _like(account, request, when) if request.like else None
    if not before or not after or (request.like and like is None):
        missing = request.like if before and after else "the figure before and after"
        raise BluebookError(
            f"impute {request.indicator}@{request.territory},{when}: {missing} is not known",
            "a figure is imputed between known points only",
        )
    gap = Gap(request.method, before[-1], after[0], when.last, 1.0 if like is None else like.value)
    rests_on = [gap.first.fact, gap.last.fact, *([like] if like else [])]
    return gap.value, _bounds(gap, series), rests_on


def _divided(account: Account, request: Request, when: Period) -> Found:
    """A part of a known year."""
    from bluebook.comb.reconcile.disaggregate import disaggregated, parts

    if account.is_stock(request.indicator):
        raise BluebookError(
            f"impute {request.indicator}@{request.territory},{when}: a stock has no parts of years",
            "use line, growth or like",
        )

    def own(period: Period) -> Fact | None:
        return account.levels.get((request.indicator, request.territory, str(period)))

    found = parts(when, own, lambda period: _like(account, request, period))
    value, bounds = disaggregated(found, when)
    at = found.periods.index(when)
    return value, bounds, [found.years[found.of[at]], found.like[at]]


def _series(account: Account, request: Request, when: Period) -> list[Dated]:
    """The reported figures by time: of years, or of the same part of other years."""
    out = []
    for (code, territory, text), fact in account.levels.items():
        period = Period.parse(text)
        alike = when.months == period.months and (
            account.is_stock(code) or period.first % 12 == when.first % 12
        )
        if (code, territory) == (request.indicator, request.territory) and alike:
            like = _like(account, request, period) if request.like else None
            if not fact.method and fact.value > 0 and (like is not None or not request.like):
                out.append(Dated(period.last, fact, like.value if like else 1.0))
    return sorted(out, key=lambda one: one.at)


def _like(account: Account, request: Request, when: Period) -> Fact | None:
    """The figure that the imputed one is to move like, at a time."""
    asked = query(request.like, account.catalogue, request.territory, str(when))
    found = account.ask(asked._replace(period=canonical_period(
        asked.expression, when, account.catalogue
    )))  # fmt: skip
    return found if found is not None and found.value > 0 else None


def _bounds(gap: Gap, series: Sequence[Dated]) -> Interval:
    """Where the value lies, by the errors of the method on the series."""
    errors = []
    for first, out, last in zip(series, series[1:], series[2:], strict=False):
        guess = gap._replace(first=first, last=last, at=out.at, like=out.like)
        errors.append(abs(guess.value - out.fact.value) / out.fact.value / guess.months)
    if len(errors) >= FEWEST:
        return Interval.around(gap.value, gap.value * max(errors) * gap.months)
    ends = (gap.first, gap.last)
    spans = [gap.like / one.like * edge for one in ends for edge in one.fact.interval]
    return Interval(min(spans), max(spans))
