"""Products and other statements that are not linear: values, bounds, conflicts."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook.comb import Account, comb
from bluebook.language.arithmetic import slopes, value
from bluebook.language.expression import parse
from bluebook.language.meaning import Query
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.comb.bodies import SOURCES, catalogue, claim, indicator, printed

VOLUME_AND_PRICE = catalogue("x = q * p", "x = y + z")
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def at_values(account: Account, said: Claim) -> float:
    """The claim's expression, worked out from the combed levels; NaN where one is not known."""
    query = Query(parse(said.expression or ""), said.territory, Period.parse(said.period))

    def known(level):  # type: ignore[no-untyped-def]
        fact = account.fact(account.column(level, query.territory, query.period))
        return math.nan if fact is None else fact.value

    return value(account.term(query), known)


@st.composite
def sales(draw: st.DrawFn) -> list[Claim]:
    """True claims on volumes, prices and revenues of three years, and on what is not linear."""
    said: list[Claim] = []
    true: dict[tuple[str, int], float] = {}
    true["q", 2017], true["p", 2017] = draw(st.floats(1e3, 1e6)), draw(st.floats(5, 500))
    for year in (2018, 2019, 2020):
        for code in "qp":
            true[code, year] = true[code, year - 1] * draw(st.floats(0.8, 1.3))
        true["x", year] = true["q", year] * true["p", year]
        true["y", year] = true["x", year] * draw(st.floats(0.3, 0.6))
        true["z", year] = true["x", year] - true["y", year]
    del true["q", 2017], true["p", 2017]
    growth = {
        (code, year): 100 * true[code, year] / true[code, year - 1] - 100
        for code in "xyqp"
        for year in (2019, 2020)
    }
    for (code, year), actual in true.items():
        coarse = 10.0 ** (math.floor(math.log10(actual)) - draw(st.integers(1, 5)))
        if draw(st.booleans()) or code in "qx":
            said.append(claim(code, str(year), *printed(actual, coarse)))
    for code in "xyq":
        points = growth[code, 2020] - growth[code, 2019]
        said.append(claim(f"pp(yoy({code}))", "2020", *printed(points, 0.1)))
        mean = 100 * (true[code, 2020] / true[code, 2018]) ** 0.5 - 100
        said.append(claim(f"cagr({code}, 2)", "2020", *printed(mean, 0.1)))
    share = [100 * true["y", year] / true["x", year] for year in (2019, 2020)]
    said.append(claim("pp(share(y, of=x))", "2020", *printed(share[1] - share[0], 0.1)))
    return said


@SLOW
@given(sales())
def test_values_satisfy_products_and_claims_that_are_not_linear(said: list[Claim]) -> None:
    account = comb(said, VOLUME_AND_PRICE, SOURCES)
    assert not [d for d in account.disagreements if d.set_aside]
    noted = {c for d in account.disagreements for c in d.claims}
    for one in said:
        if one.id in noted:  # read generously, and told
            continue
        found = at_values(account, one)
        slack = 1e-6 * one.half_width + 1e-9 * abs(found)
        assert not abs(found - one.value) > one.half_width + slack, one
    for year in ("2018", "2019", "2020"):
        x, q = (account.levels[c, "CN", year].value for c in "xq")
        if (price := account.levels.get(("p", "CN", year))) is not None:
            assert math.isclose(x, q * price.value, rel_tol=1e-9)


def test_a_price_nobody_printed_follows_from_volume_and_revenue() -> None:
    account = comb(
        [claim("x", "2020", 110, 0.5), claim("q", "2020", 10, 0.05)], VOLUME_AND_PRICE, SOURCES
    )
    price = account.levels["p", "CN", "2020"]
    assert price.status == "E"
    assert price.lower <= 109.5 / 10.05
    assert price.upper >= 110.5 / 9.95
    assert price.upper - price.lower < 0.25


@pytest.mark.parametrize("wrong", ["x", "p", "q"])
def test_a_wrong_factor_is_named_where_growth_speaks_against_it(wrong: str) -> None:
    true = {("q", 2019): 10.0, ("p", 2019): 11.0, ("x", 2019): 110.0}
    true |= {("q", 2020): 12.0, ("p", 2020): 11.5, ("x", 2020): 138.0}
    said = [
        claim(c, str(y), v * (10 if (c, y) == (wrong, 2020) else 1), 0.05)
        for (c, y), v in true.items()
    ]
    grown = {c: 100 * true[c, 2020] / true[c, 2019] - 100 for c in "qpx"}
    said += [claim(f"yoy({c})", "2020", *printed(g, 0.1)) for c, g in grown.items()]
    account = comb(said, VOLUME_AND_PRICE, SOURCES)
    (found,) = [d for d in account.disagreements if d.severity == "error"]
    assert found.set_aside == (said[list(true).index((wrong, 2020))].id,)
    (proposed,) = found.proposed.values()
    assert math.isclose(proposed[0], true[wrong, 2020], rel_tol=0.02)


def test_a_product_alone_against_its_factors_is_a_tie() -> None:
    said = [claim("x", "2020", 1100), claim("q", "2020", 10, 0.05), claim("p", "2020", 11, 0.05)]
    (found,) = comb(said, VOLUME_AND_PRICE, SOURCES).disagreements
    assert found.kind == "unsettled"
    assert {c for tie in found.ties for c in tie} == {c.id for c in said}


def test_points_of_growth_that_no_values_give_are_told() -> None:
    """Inside every single bound, but not all at once: only the values show it."""
    said = [
        claim("x", "2018", 100, 0.5),
        claim("x", "2019", 110, 0.5),
        claim("x", "2020", 121, 0.5),
    ]
    said += [claim("yoy(x)", "2019", 10, 0.05), claim("pp(yoy(x))", "2020", 1.4, 0.05)]
    account = comb(said, VOLUME_AND_PRICE, SOURCES)
    assert any(said[-1].id in d.claims for d in account.disagreements)


@pytest.mark.parametrize(
    "text", ["pp(share(y, of=x))", "cagr(x, 3)", "contribution(y, of=x)", "x / q", "yoy(x)"]
)
def test_slopes_are_those_of_finite_differences(text: str) -> None:
    account = Account(catalogue=CATALOGUE, claims={}, levels={}, stated={}, targets={})
    term = account.term(Query(parse(text), "CN", Period.parse("2020")))
    levels = list(_levels(term))
    base = {at: 10.0 + 3 * k for k, at in enumerate(levels)}
    found, slope = slopes(term, base.__getitem__)
    assert found == value(term, base.__getitem__)
    for at in levels:
        step = 1e-6 * base[at]
        up = value(term, (base | {at: base[at] + step}).__getitem__)
        down = value(term, (base | {at: base[at] - step}).__getitem__)
        assert math.isclose(slope[at], (up - down) / (2 * step), rel_tol=1e-5, abs_tol=1e-9)


CATALOGUE = catalogue(extra=[indicator("v")])


def _levels(term):  # type: ignore[no-untyped-def]
    from bluebook.language.arithmetic import levels

    return dict.fromkeys(levels(term))
