"""Figures filled in between known points: where asked, with an interval, never as reported."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.comb import comb
from bluebook.comb.account import Account
from bluebook.comb.reconcile.impute import Request, read_requests
from bluebook.errors import BluebookError
from bluebook.language.meaning import query
from bluebook.model.fact import Fact
from tests.comb.bodies import SOURCES, catalogue, claim

ROWS = catalogue()


def request(method: str, *periods: str, indicator: str = "s", like: str = "") -> Request:
    return Request(
        indicator=indicator, territory="CN", periods=periods, method=method, why="gap", like=like
    )


def account(figures: dict[str, float], *requests: Request, code: str = "s") -> Account:
    claims = [claim(code, period, value) for period, value in figures.items()]
    return comb(claims, ROWS, SOURCES, (), requests)


def ask(found: Account, text: str) -> Fact:
    return found.need(query(text, ROWS, "CN", "2020"))


YEARS = {f"{year}-12": 1000.0 * 1.1 ** (year - 2010) for year in range(2010, 2021)}


@pytest.mark.parametrize("method", ["line", "growth"])
def test_a_gap_is_filled_with_an_interval_that_holds_the_truth(method: str) -> None:
    known = {period: value for period, value in YEARS.items() if period != "2015-12"}
    fact = ask(account(known, request(method, "2015-12")), "s@CN,2015-12")
    assert (fact.status, fact.method) == ("E", method)
    assert fact.lower < YEARS["2015-12"] < fact.upper
    assert fact.upper - fact.lower < 0.05 * fact.value
    assert set(fact.claims) == {c for c in fact.claims if "2014-12" in c or "2016-12" in c}


def test_one_figure_may_move_like_another() -> None:
    wave = {"2017-12": 50, "2018-12": 90, "2019-12": 40, "2020-12": 60}
    claims = [claim("t", period, value) for period, value in wave.items()]
    claims += [claim("s", "2017-12", 500), claim("s", "2020-12", 600)]
    found = comb(claims, ROWS, SOURCES, (), [request("like", "2018-12", "2019-12", like="t@CN")])
    assert [ask(found, f"s@CN,{year}-12").value for year in (2018, 2019)] == [900, 400]
    assert ask(found, "s@CN,2018-12").method == "like t@CN"
    assert any(c.startswith("a:t@CN,2018-12") for c in ask(found, "s@CN,2018-12").claims)


def test_what_is_computed_from_an_imputed_figure_says_so() -> None:
    known = {period: value for period, value in YEARS.items() if period != "2015-12"}
    found = account(known, request("growth", "2015-12"))
    growth = ask(found, "yoy(s)@CN,2016")
    assert (growth.status, growth.method) == ("E", "growth")
    assert not ask(found, "yoy(s)@CN,2018").method


def test_flows_of_a_month_are_filled_from_the_same_month_of_other_years() -> None:
    months = {f"{y}-{m:02d}": 100.0 * m + y - 2000 for y in range(2016, 2021) for m in (2, 7)}
    known = {period: value for period, value in months.items() if period != "2018-07"}
    fact = ask(account(known, request("line", "2018-07", indicator="x"), code="x"), "x@CN,2018-07")
    assert fact.value == months["2018-07"]


def test_nothing_reported_is_replaced_and_nothing_is_extrapolated() -> None:
    for period in ("2015-12", "2021-12", "2009-12"):
        with pytest.raises(BluebookError, match=r"imputations\.toml"):
            account(YEARS, request("line", period))
    with pytest.raises(BluebookError, match="is not known"):
        account(
            {"2010-12": 5, "2012-12": 7}, request("like", "2011-12", like="t@CN"),
        )  # fmt: skip


@given(
    st.lists(st.floats(10, 1e6), min_size=2, max_size=2), st.sampled_from(["line", "growth"]),
    st.integers(2011, 2019),
)  # fmt: skip
def test_a_value_lies_between_its_neighbours(ends: list[float], method: str, year: int) -> None:
    known = {"2010-12": ends[0], "2020-12": ends[1]}
    fact = ask(account(known, request(method, f"{year}-12")), f"s@CN,{year}-12")
    assert min(ends) - 1 <= fact.lower <= fact.value <= fact.upper <= max(ends) + 1


def test_the_file_is_read_with_lines(tmp_path: Path) -> None:
    path = tmp_path / "imputations.toml"
    assert read_requests(path) == []
    path.write_text(
        '# why\n[[impute]]\nindicator = "s"\nterritory = "CN"\nperiods = ["2015-12"]\n'
        'method = "line"\nwhy = "not published"\n\n[[impute]]\nindicator = "t"\n'
        'territory = "CN"\nperiods = []\nmethod = "guess"\nwhy = "x"\n', "utf-8",
    )  # fmt: skip
    with pytest.raises(BluebookError, match=r"imputations.toml:9: impute t: method 'guess'"):
        read_requests(path)


SEASONS = {1: 90.0, 2: 100.0, 3: 105.0, 4: 125.0}


def quarters(
    *published: str, years: tuple[int, ...] = (2018, 2019, 2020)
) -> tuple[Account, dict[str, float]]:
    """y published by the quarter, x by the year; x is y times a factor that drifts."""
    claims, true = [], {}
    for n, year in enumerate(years):
        for q, season in SEASONS.items():
            period = f"{year}-Q{q}"
            true[period] = season * (1 + 0.08 * n) * (2.0 + 0.02 * (4 * n + q))
            claims.append(claim("y", period, season * (1 + 0.08 * n), 0.005))
        total = sum(true[f"{year}-Q{q}"] for q in SEASONS)
        claims.append(claim("x", str(year), total, 0.005))
    claims += [claim("x", period, true[period], 0.005) for period in published]
    missing = tuple(period for period in true if period not in published)
    asked = request("denton", *missing, indicator="x", like="y@CN")
    return comb(claims, ROWS, SOURCES, (), [asked]), true


def test_years_are_divided_among_their_quarters_by_a_figure_that_moves_alike() -> None:
    found, true = quarters()
    for year in (2018, 2019, 2020):
        filled = [ask(found, f"x@CN,{year}-Q{q}") for q in SEASONS]
        assert sum(one.value for one in filled) == pytest.approx(
            ask(found, f"x@CN,{year}").value, rel=1e-6
        )
        for q, one in zip(SEASONS, filled, strict=True):
            assert (one.status, one.method) == ("E", "denton y@CN")
            assert one.value == pytest.approx(true[f"{year}-Q{q}"], rel=0.02)
            assert one.lower <= true[f"{year}-Q{q}"] <= one.upper


def test_published_quarters_stay_and_tell_how_well_the_method_does() -> None:
    found, true = quarters("2018-Q2", "2018-Q4", "2019-Q1", "2019-Q3", "2020-Q2")
    assert ask(found, "x@CN,2019-Q3").status == "A"
    fact = ask(found, "x@CN,2019-Q2")
    assert fact.value == pytest.approx(true["2019-Q2"], rel=0.01)
    assert fact.lower <= true["2019-Q2"] <= fact.upper
    assert fact.upper - fact.lower < 0.2 * fact.value


def test_a_year_that_is_not_known_is_not_divided() -> None:
    claims = [claim("y", f"2020-Q{q}", value) for q, value in SEASONS.items()]
    with pytest.raises(BluebookError, match="the year of 2020-Q2"):
        comb(claims, ROWS, SOURCES, (), [request("denton", "2020-Q2", indicator="x", like="y@CN")])
    with pytest.raises(BluebookError, match="no parts of years"):
        comb(claims, ROWS, SOURCES, (), [request("denton", "2020-06", indicator="s", like="y@CN")])
