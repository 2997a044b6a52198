"""Figures filled in between known points: where asked, with an interval, never as reported."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.comb import comb
from bluebook.comb.account import Account
from bluebook.comb.impute import Request, read_requests
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
