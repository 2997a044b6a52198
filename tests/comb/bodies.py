"""Bodies of statistics that are consistent by construction, for tests and benchmarks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from bluebook.model.catalogue import Catalogue, Indicator, Rule
from bluebook.model.claim import Claim
from bluebook.model.territory import Territory
from bluebook.model.unit import PERCENT, POINTS, Unit, parse_dimension


class Source(NamedTuple):
    reliability: str = "official"
    copy_of: str = ""
    date: datetime.date = datetime.date(2021, 1, 22)


SOURCES = {
    "a": Source(),
    "b": Source("repost"),
    "c": Source("news"),
    "copy": Source("repost", "b"),
    "copy2": Source("repost", "copy"),
    "late": Source("official", "", datetime.date(2022, 1, 20)),
}


def indicator(code: str, unit: str = "CNY", kind: str = "flow", **more: object) -> Indicator:
    return Indicator(code, {"zh": code, "en": code}, unit, kind, **more)  # type: ignore[arg-type]


def catalogue(*rules: str, extra: Iterable[Indicator] = ()) -> Catalogue:
    """Flows x, y, z, w, stocks s, t, u, volumes q, prices p, and the rules given."""
    units = [
        Unit("CNY", parse_dimension("CNY"), {"zh": "元", "en": "yuan"}),
        Unit(
            "subscribers",
            parse_dimension("subscribers"),
            {"zh": "户", "en": "subscribers"},
            counted=True,
        ),
        Unit(
            "CNY/subscribers",
            parse_dimension("CNY/subscribers"),
            {"zh": "元/户", "en": "yuan a subscriber"},
        ),
        Unit("percent", PERCENT, {"zh": "%", "en": "%"}),
        Unit("points", POINTS, {"zh": "个百分点", "en": "percentage points"}),
    ]
    indicators = [*(indicator(c) for c in "xyzw"), *(indicator(c, kind="stock") for c in "stu")]
    indicators += [indicator("q", "subscribers"), indicator("p", "CNY/subscribers"), *extra]
    places = [Territory("CN", {"zh": "全国", "en": "China"}, level="country")] + [
        Territory(f"CN-{c}", {"zh": c, "en": c}, "CN", level="province") for c in ("AA", "BB", "CC")
    ]
    return Catalogue(
        {i.code: i for i in indicators},
        {u.code: u for u in units},
        {t.code: t for t in places},
        tuple(Rule(rule, {"zh": rule, "en": rule}) for rule in rules),
    )


def claim(
    expression: str,
    period: str,
    value: float,
    half_width: float = 0.5,
    *,
    source: str = "a",
    territory: str = "CN",
    **more: object,
) -> Claim:
    fields = {
        "expression": expression, "territory": territory, "period": period, "value": value,
        "half_width": half_width, "unit": "", "source": source,
        "id": f"{source}:{expression}@{territory},{period}={value}",
    }  # fmt: skip
    return Claim(**(fields | more))  # type: ignore[arg-type]


def printed(truth: float, digit: float) -> tuple[float, float]:
    """The truth rounded to a digit, and half a unit of that digit."""
    value = round(truth / digit) * digit
    return float(f"{value:.12g}"), digit / 2


class Body(NamedTuple):
    """Claims that are all true, and the truth by (code, period)."""

    claims: list[Claim]
    truth: dict[tuple[str, str], float]


def body(totals: list[float], shares: list[float], digits: list[float], source: str = "a") -> Body:
    """x = y + z over successive years from 2015: levels, growth rates and shares as printed."""
    truth: dict[tuple[str, str], float] = {}
    claims: list[Claim] = []

    def say(expression: str, period: str, value: float, digit: float) -> None:
        claims.append(claim(expression, period, *printed(value, digit), source=source))

    for k, (total, share) in enumerate(zip(totals, shares, strict=True)):
        year = str(2015 + k)
        parts = {"x": total, "y": total * share, "z": total * (1 - share)}
        for code, value in parts.items():
            truth[code, year] = value
            say(code, year, value, digits[k])
            if k:
                before = truth[code, str(2014 + k)]
                say(f"yoy({code})", year, 100 * value / before - 100, 0.1)
        say("share(y, of=x)", year, 100 * share, 0.1)
    return Body(claims, truth)
