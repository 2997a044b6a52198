"""Claims in bulk: the same answers as the exact search, over arrays."""

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.comb import comb
from bluebook.comb.bulk.conflicts import check_bulk
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.comb.bodies import SOURCES, Body, catalogue, claim
from tests.comb.test_laws import bodies

SUM = catalogue("x = y + z")
COLUMNS = ("expression", "territory", "period", "value", "half_width", "source", "id")


def table(claims: list[Claim]) -> pl.DataFrame:
    return pl.DataFrame([{name: getattr(c, name) for name in COLUMNS} for c in claims])


@settings(max_examples=25, deadline=None)
@given(bodies())
def test_bounds_contain_the_truth_and_those_of_the_exact_search(true: Body) -> None:
    found = check_bulk(table(true.claims), SUM, SOURCES)
    assert not found.disagreements
    account = comb(true.claims, SUM, SOURCES)
    for row in found.bounds.iter_rows(named=True):
        period = str(Period(row["first"], row["last"]))
        actual = true.truth[row["code"], period]
        assert row["lower"] <= actual <= row["upper"]
        fact = account.levels[row["code"], row["territory"], period]
        slack = 1e-9 * abs(actual)
        assert row["lower"] <= fact.lower + slack
        assert row["upper"] >= fact.upper - slack


@settings(max_examples=25, deadline=None)
@given(bodies(), st.data())
def test_a_planted_error_is_told_as_by_the_exact_search(true: Body, data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from([c for c in true.claims if c.expression in ("x", "y")]))
    wrong = claim(victim.expression or "", victim.period, victim.value * 10, victim.half_width)
    planted = [wrong if c is victim else c for c in true.claims]
    exact = {c for d in comb(planted, SUM, SOURCES).disagreements for c in d.set_aside}
    found = {c for d in check_bulk(table(planted), SUM, SOURCES).disagreements for c in d.set_aside}
    assert found == exact


def test_months_add_up_and_parts_of_a_place_as_well() -> None:
    whole = catalogue("x = sum(x)")
    claims = [
        claim("x", "2020-01/2020-02", 200), claim("x", "2020-Q1", 330), claim("x", "2020-03", 999),
        *(claim("x", "2020-Q1", 110, territory=f"CN-{c}") for c in ("AA", "BB", "CC")),
    ]  # fmt: skip
    (found,) = check_bulk(table(claims), whole, SOURCES).disagreements
    assert found.set_aside == (claims[2].id,)
