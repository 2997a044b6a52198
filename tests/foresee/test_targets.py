"""Targets are judged by like periods: a stock by its latest level, a flow by its own year."""

from types import SimpleNamespace

import pytest

from bluebook.comb.account import Account
from bluebook.foresee.targets import progress
from bluebook.model.catalogue import Catalogue, Indicator
from bluebook.model.fact import Fact
from bluebook.model.territory import Territory
from bluebook.model.unit import Unit

CATALOGUE = Catalogue(
    units={"stations": Unit("stations", (("stations", 1),), {"zh": "座", "en": "stations"})},
    indicators={
        "built": Indicator("built", {"zh": "新建", "en": "Built"}, "stations", "flow"),
        "stock": Indicator("stock", {"zh": "存量", "en": "Stock"}, "stations", "stock"),
    },
    territories={"CN": Territory("CN", {"zh": "中国", "en": "China"})},
)


def fact(expression: str, period: str, value: float, status: str = "A") -> Fact:
    return Fact(
        expression=expression, territory="CN", period=period, value=value, lower=value,
        upper=value, unit="stations", status=status, claims=("c",),
    )  # fmt: skip


def judged(expression: str, by: str, *known: tuple[str, float], edition: str = "2020"):
    levels = {(expression, "CN", period): fact(expression, period, v) for period, v in known}
    account = Account(
        catalogue=CATALOGUE, claims={}, levels=levels, stated={},
        targets={(expression, "CN", by): fact(expression, by, 600.0, "T")},
    )  # fmt: skip
    entry = SimpleNamespace(expression=expression, territory="CN", period=by, name={}, bound="")
    book = SimpleNamespace(period=edition, territory="CN")
    found = progress(SimpleNamespace(targets=[entry], book=book), account)
    return found[0]


def test_what_was_built_this_year_is_no_part_of_next_years_target() -> None:
    one = judged("built", "2021", ("2020", 580.0))
    assert (one.reached, one.completion, one.needed) == (None, None, None)


def test_a_years_flow_is_judged_by_that_years_flow() -> None:
    one = judged("built", "2020", ("2019", 100.0), ("2020", 630.0))
    assert one.reached is not None and one.reached.period == "2020"
    assert one.completion == pytest.approx(105.0)


def test_a_flow_of_the_future_is_not_looked_at_even_where_it_is_known() -> None:
    assert judged("built", "2021", ("2021", 650.0)).completion is None
    assert judged("built", "2021", ("2021", 650.0), edition="2021").completion > 100


def test_a_stock_is_judged_by_its_latest_level_up_to_the_edition() -> None:
    one = judged("stock", "2022-12", ("2020-08", 200.0), ("2021-12", 500.0))
    assert one.reached is not None and one.reached.period == "2020-08"
    assert one.completion == pytest.approx(100 / 3)
    assert one.needed == pytest.approx(100 * (3 ** (12 / 28) - 1))
