"""Projections never come without a backtest; series are as regular as the figures allow."""

import math

import pytest

from bluebook.comb.account import Account
from bluebook.foresee.forecast import backtest, project
from bluebook.foresee.series import following, monthly
from bluebook.language.expression import parse
from bluebook.language.meaning import Query
from bluebook.model.catalogue import Catalogue
from bluebook.model.fact import Fact
from bluebook.model.period import Period


def _level(month: int) -> float:
    return 100.0 + month + 10 * math.sin(month * math.pi / 6) + (month * 7 % 5 - 2) / 2


def _account(small: Catalogue, months: int, *, january: bool, gap: int = -1) -> Account:
    """Monthly x of CN from 2016 on; without January, January and February come together."""
    facts = {}
    for k in range(months):
        period = Period(2016 * 12 + k, 2016 * 12 + k)
        value = _level(k)
        if not january and k % 12 == 0:
            continue
        if not january and k % 12 == 1:
            period = Period(period.first - 1, period.last)
            value += _level(k - 1)
        if k == gap:
            continue
        facts["x", "CN", str(period)] = Fact(
            expression="x", territory="CN", period=str(period), value=value,
            lower=value - 0.05, upper=value + 0.05, unit="CNY", claims=(f"c{k}",),
        )  # fmt: skip
    return Account(catalogue=small, claims={}, levels=facts, stated={}, targets={})


def _query(period: str) -> Query:
    return Query(parse("x"), "CN", Period.parse(period))


@pytest.mark.parametrize("january", [True, False])
def test_season_is_what_is_published(small: Catalogue, january: bool) -> None:
    series = monthly(_account(small, 48, january=january), _query("2019-12"))
    assert series.season == (12 if january else 11)
    assert len(series.facts) == 4 * series.season
    assert series.facts[0].period == ("2016-01" if january else "2016-01/2016-02")


def test_a_gap_ends_the_series(small: Catalogue) -> None:
    series = monthly(_account(small, 48, january=True, gap=20), _query("2019-12"))
    assert len(series.facts) == 27 and series.facts[0].period == "2017-10"


def test_projection_has_its_backtest_and_contains_what_came(small: Catalogue) -> None:
    account = _account(small, 60, january=False)
    found = project(account, _query("2019-12"), {}, 12, "ets")
    assert [a.period for a in found.ahead][:2] == ["2020-01/2020-02", "2020-03"]
    assert found.backtest is not None and found.backtest.points > 50
    assert found.backtest.smape < found.backtest.smape_naive
    assert len(found.came) == 11
    assert found.total is not None and found.total.period == "2020"
    truth = sum(_level(k) for k in range(48, 60))
    assert found.total.lower95 <= truth <= found.total.upper95
    assert found.total.value == pytest.approx(truth, rel=0.03)
    assert found.origins


def test_too_short_is_said(small: Catalogue) -> None:
    found = project(_account(small, 24, january=True), _query("2017-12"), {}, 12, "ets")
    assert not found.ahead and found.backtest is None
    assert "24" in found.too_short["zh"] and "24" in found.too_short["en"]


def test_backtest_of_a_perfect_repetition() -> None:
    values = [float(10 + k % 12) for k in range(60)]
    found = backtest(values, 12, 12, "naive")
    assert found.smape_naive == 0 and found.smape == pytest.approx(0, abs=1e-9)


def test_slots_that_follow() -> None:
    names = [str(p) for p in following(Period.parse("2020-11"), 11, 3, stock=False)]
    assert names == ["2020-12", "2021-01/2021-02", "2021-03"]
    assert str(following(Period.parse("2020-12"), 11, 1, stock=True)[0]) == "2021-02"
