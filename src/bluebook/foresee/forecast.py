"""Projections by a kept library (statsforecast), never without their rolling-origin backtest.

The models: Theta (Assimakopoulos and Nikolopoulos 2000, as AutoTheta), exponential smoothing
(Hyndman et al. 2008, AutoETS), complex smoothing (Svetunkov, AutoCES), seasonal naive. The
backtest follows Tashman (2000): the origin rolls through the last part of the series, each time
the model is fitted on what was known and scored on what came.
"""

from __future__ import annotations

import math
from typing import Any

from bluebook.comb.account import Account
from bluebook.foresee.outlook import Ahead, Backtest, Projection
from bluebook.foresee.series import following, monthly
from bluebook.language.expression import show
from bluebook.language.meaning import Query, is_stock, unit_of
from bluebook.model.fact import Fact
from bluebook.model.period import Period

MAX_ORIGINS = 24
LABELS = {"theta": "Theta", "ets": "ETS", "ces": "CES", "naive": "seasonal naive"}


def project(
    account: Account, query: Query, name: dict[str, str], months: int, model: str
) -> Projection:
    """The projection of a series that ends at the query's period, `months` ahead.

    January and February together are projected as the mean of a month, so that they do not
    stand out, and printed as their sum.
    """
    series = monthly(account, query)
    facts, season = series.facts, series.season
    stock = is_stock(query.expression, account.catalogue)
    head: dict[str, Any] = {
        "name": name,
        "expression": show(query.expression),
        "territory": query.territory,
        "unit": unit_of(query.expression, account.catalogue),
        "history": tuple(facts),
        "season": season,
        "origins": tuple(dict.fromkeys(c for fact in facts for c in fact.claims)),
    }
    least = 2 * season + season // 2
    if len(facts) < least:
        return Projection(**head, too_short=_too_short(len(facts), least))
    last = Period.parse(facts[-1].period)
    end = last.last + months
    ahead = [p for p in following(last, season, months, stock) if p.last <= end]
    values = [fact.value / Period.parse(fact.period).months for fact in facts]
    test = backtest(values, season, len(ahead), model)
    found = forecast(values, season, len(ahead), model)
    steps = tuple(
        Ahead(str(p), *(x * p.months for x in row)) for p, row in zip(ahead, found, strict=True)
    )
    came = (account.ask(query._replace(period=p)) for p in ahead)
    return Projection(
        **head,
        ahead=steps,
        came=tuple(fact for fact in came if fact is not None),
        total=None if stock else _year(facts, steps),
        model=LABELS[model],
        backtest=test,
    )


def forecast(
    values: list[float], season: int, steps: int, model: str
) -> list[tuple[float, float, float, float, float]]:
    """(value, lower 80, upper 80, lower 95, upper 95) for each step, none below zero."""
    import numpy as np
    from statsforecast import models

    kinds: dict[str, Any] = {
        "theta": models.AutoTheta,
        "ets": models.AutoETS,
        "ces": models.AutoCES,
        "naive": models.SeasonalNaive,
    }
    scale = max(values)
    found = kinds[model](season_length=season).forecast(
        y=np.array(values) / scale, h=steps, level=[80, 95]
    )
    columns = [found[k] for k in ("mean", "lo-80", "hi-80", "lo-95", "hi-95")]
    rows = (tuple(max(0.0, float(c[i]) * scale) for c in columns) for i in range(steps))
    return [(a, min(a, b), max(a, c), min(a, b, d), max(a, c, e)) for a, b, c, d, e in rows]


def backtest(values: list[float], season: int, steps: int, model: str) -> Backtest:
    """Roll the origin over the series after its first two years; score model and naive alike."""
    first = max(2 * season, len(values) - MAX_ORIGINS - 1)
    errors, scaled, naive, in80, in95 = [], [], [], [], []
    origins = range(first, len(values))
    for origin in origins:
        past, truth = values[:origin], values[origin : origin + steps]
        scale = sum(abs(a - b) for a, b in zip(past[season:], past, strict=False))
        scale /= len(past) - season
        rows = forecast(past, season, len(truth), model)
        for k, (actual, row) in enumerate(zip(truth, rows, strict=True)):
            value, low80, high80, low95, high95 = row
            errors.append(_smape(actual, value))
            scaled.append(abs(actual - value) / scale if scale else math.nan)
            naive.append(_smape(actual, past[k % season - season]))
            in80.append(low80 <= actual <= high80)
            in95.append(low95 <= actual <= high95)
    points = len(errors)
    return Backtest(
        origins=len(origins),
        horizon=min(steps, len(values) - first),
        points=points,
        mase=sum(scaled) / points,
        smape=sum(errors) / points,
        smape_naive=sum(naive) / points,
        coverage80=100 * sum(in80) / points,
        coverage95=100 * sum(in95) / points,
    )


def _smape(actual: float, value: float) -> float:
    total = abs(actual) + abs(value)
    return 200 * abs(actual - value) / total if total else 0.0


def _year(facts: list[Fact], ahead: tuple[Ahead, ...]) -> Ahead | None:
    """The sum over the calendar year that the projection completes."""
    year = Period.parse(ahead[-1].period).year
    mine = [a for a in ahead if Period.parse(a.period).year == year]
    known = [f for f in facts if Period.parse(f.period).year == year]
    periods = [a.period for a in mine] + [f.period for f in known]
    months = sum(Period.parse(period).months for period in periods)
    if months != 12:
        return None
    base = [sum(f.value for f in known), sum(f.lower for f in known), sum(f.upper for f in known)]
    return Ahead(
        str(year),
        base[0] + sum(a.value for a in mine),
        base[1] + sum(a.lower80 for a in mine),
        base[2] + sum(a.upper80 for a in mine),
        base[1] + sum(a.lower95 for a in mine),
        base[2] + sum(a.upper95 for a in mine),
    )


def _too_short(have: int, need: int) -> dict[str, str]:
    return {
        "zh": f"可用的连续观测只有{have}个，少于{need}个，不作预测。",
        "en": f"Only {have} consecutive observations are known, {need} are needed: no projection.",
    }
