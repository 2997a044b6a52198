"""Growth that stands out among like places: the method of Hidiroglou and Berthelot (1986).

Of one indicator and one pair of periods, the growth ratios r of all territories of a level are
centred on their median, s = r/med - 1 above it and 1 - med/r below, and weighted by size,
E = s * max(x_t, x_t-1)^U, so that small places may vary more than large ones. A place stands
out where E lies farther from the median of E than C times the distance to its quartile on that
side (at least A times the median). The effect of one wild figure on the limits is bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median, quantiles
from typing import NamedTuple

import msgspec

from bluebook.comb.account import Account
from bluebook.comb.words import both, number, place, subject
from bluebook.model.fact import Fact
from bluebook.model.period import Period

U = 0.5  # how much size weighs: 0 not at all, 1 as much as growth
A = 0.05  # keeps the limits apart where half of the places grow alike
C = 4.0  # quartile distances from the median beyond which a place stands out
FEWEST = 8  # places without which nothing is said


class Outlier(msgspec.Struct, frozen=True, kw_only=True):
    """A figure whose growth on the year before stands out among territories of its level.

    `growth`, `lower` and `upper` in percent: its own, and the limits for a place of its size.
    `places` took part. `distance` is the distance from the median in limits (over 1).
    """

    expression: str
    territory: str
    period: str
    growth: float
    lower: float
    upper: float
    places: int
    distance: float
    message: dict[str, str]
    claims: tuple[str, ...]


class Pair(NamedTuple):
    """A place's figure now and a year before."""

    now: Fact
    before: Fact

    @property
    def ratio(self) -> float:
        return self.now.value / self.before.value

    @property
    def size(self) -> float:
        return float(max(self.now.value, self.before.value) ** U)


def outliers(account: Account) -> list[Outlier]:
    """Every growth that stands out, the farthest first. Figures not above zero take no part."""
    groups: dict[tuple[str, Period, str], list[Pair]] = defaultdict(list)
    for (code, territory, when), now in sorted(account.levels.items()):
        period = Period.parse(when)
        before = account.levels.get((code, territory, str(period.lag(1))))
        if before is not None and now.value > 0 and before.value > 0:
            level = account.catalogue.territory(territory).level
            groups[code, period, level].append(Pair(now, before))
    found = [one for pairs in groups.values() for one in _among(account, pairs)]
    return sorted(found, key=lambda one: (-one.distance, one.expression, one.territory, one.period))


def _among(account: Account, pairs: Sequence[Pair]) -> Iterator[Outlier]:
    """What stands out among the places of one group."""
    if len(pairs) < FEWEST:
        return
    middle = median(pair.ratio for pair in pairs)
    effects = [_centred(pair.ratio, middle) * pair.size for pair in pairs]
    first, centre, third = quantiles(effects, n=4, method="inclusive")
    least = abs(A * centre)
    down, up = C * max(centre - first, least), C * max(third - centre, least)
    for pair, effect in zip(pairs, effects, strict=True):
        low, high = centre - down, centre + up
        if low <= effect <= high:
            continue
        limits = _growth(low / pair.size, middle), _growth(high / pair.size, middle)
        reach = up if effect > high else down
        yield _told(account, pair, limits, len(pairs), abs(effect - centre) / (reach or 1e-300))


def _centred(ratio: float, middle: float) -> float:
    return ratio / middle - 1 if ratio >= middle else 1 - middle / ratio


def _growth(centred: float, middle: float) -> float:
    """The growth in percent that a centred ratio stands for."""
    ratio = middle * (1 + centred) if centred >= 0 else middle / (1 - centred)
    return 100 * (ratio - 1)


def _told(
    account: Account, pair: Pair, limits: tuple[float, float], places: int, distance: float
) -> Outlier:
    growth = 100 * (pair.ratio - 1)
    fact = pair.now
    ends = [number(end, 0.05) for end in (growth, *limits)]

    def message(language: str) -> str:
        what = subject(fact.expression, account.catalogue, language)
        where = place(fact.territory, account.catalogue, language)
        text = (
            "{1}{0}（{2}）同比{3}%，同级{6}地之中，依其规模应在{4}%至{5}%之间。"
            if language == "zh"
            else "{0}, {1}, {2}: {3}% on the year; among {6} places, one of its size should lie "
            "between {4}% and {5}%."
        )
        return text.format(what, where, fact.period, *ends, places)

    return Outlier(
        expression=fact.expression, territory=fact.territory, period=fact.period,
        growth=growth, lower=limits[0], upper=limits[1], places=places, distance=distance,
        message=both(message), claims=(*pair.now.claims, *pair.before.claims),
    )  # fmt: skip
