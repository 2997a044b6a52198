"""Which values are nearest to what was printed: least absolute deviations, or least squares."""

import math

import pytest
from hypothesis import given

from bluebook.comb import Account, comb
from tests.comb.bodies import SOURCES, Body, catalogue, claim
from tests.comb.test_laws import LAWS, bodies, holds

SUM = catalogue("x = y + z")
SAID = [claim("x", "2020", 10.0), claim("y", "2020", 4.0), claim("z", "2020", 5.7)]


def levels(account: Account) -> dict[str, float]:
    return {code: fact.value for (code, _, _), fact in account.levels.items()}


def test_absolute_deviations_move_one_figure_and_squares_move_all() -> None:
    absolute, squares = comb(SAID, SUM, SOURCES), comb(SAID, SUM, SOURCES, method="squares")
    moved = [c for c, was in (("x", 10), ("y", 4), ("z", 5.7)) if levels(absolute)[c] != was]
    assert len(moved) == 1
    found = levels(squares)
    assert found["x"] == pytest.approx(9.9, abs=1e-6)
    assert found["y"] == pytest.approx(4.1, abs=1e-6)
    assert found["z"] == pytest.approx(5.8, abs=1e-6)


def test_by_squares_a_figure_moves_with_the_square_of_its_half_width() -> None:
    said = [
        claim("x", "2020", 10.0, 0.1),
        claim("y", "2020", 4.0, 0.2),
        claim("z", "2020", 5.7, 0.4),
    ]
    found = levels(comb(said, SUM, SOURCES, method="squares"))
    parts = 0.1**2 + 0.2**2 + 0.4**2
    assert found["x"] == pytest.approx(10 - 0.3 * 0.1**2 / parts, abs=1e-6)
    assert found["z"] == pytest.approx(5.7 + 0.3 * 0.4**2 / parts, abs=1e-6)


def test_by_squares_bounds_are_kept() -> None:
    """The half of the gap that x would take is more than its digits allow."""
    said = [
        claim("x", "2020", 10.0, 0.05),
        claim("y", "2020", 4.0, 0.05),
        claim("z", "2020", 5.86, 0.05),
    ]
    found = levels(comb(said, SUM, SOURCES, method="squares"))
    assert math.isclose(found["x"], found["y"] + found["z"], rel_tol=1e-9)
    for one in said:
        assert abs(found[one.expression or ""] - one.value) <= 0.05 + 1e-9


def test_two_prints_of_one_figure_meet_by_their_precision() -> None:
    said = [claim("x", "2020", 10.0, 0.5), claim("x", "2020", 10.4, 0.25, source="b")]
    found = levels(comb(said, SUM, SOURCES, method="squares"))
    assert found["x"] == pytest.approx((10 / 0.25 + 10.4 / 0.0625) / (1 / 0.25 + 1 / 0.0625))


@LAWS
@given(bodies())
def test_by_squares_values_satisfy_every_claim(true: Body) -> None:
    account = comb(true.claims, SUM, SOURCES, method="squares")
    assert all(holds(account, said) for said in true.claims)
    for code, period in true.truth:
        x, y, z = (account.levels[c, "CN", period].value for c in "xyz")
        assert math.isclose(x, y + z, rel_tol=1e-7), code


def test_products_hold_by_squares_as_well() -> None:
    volume = catalogue("x = q * p")
    said = [claim("x", "2020", 112, 2), claim("q", "2020", 10, 0.2), claim("p", "2020", 11, 0.2)]
    found = levels(comb(said, volume, SOURCES, method="squares"))
    assert math.isclose(found["x"], found["q"] * found["p"], rel_tol=1e-7)


def test_by_squares_fewer_wishes_than_figures_and_many_figures_do_no_harm() -> None:
    """A share of a whole that nobody printed; seventy parts that hang together."""
    said = [claim("x", "2020", 100.0, bound="over"), claim("share(y, of=x)", "2020", 40.0)]
    assert "x" in levels(comb(said, SUM, SOURCES, method="squares"))
    chain = [claim("x", str(year), 1000.0 + year % 2, 0.5) for year in range(1940, 2011)]
    chain += [claim("yoy(x)", str(year), 0.0, 0.5) for year in range(1941, 2011)]
    found = comb(chain, SUM, SOURCES, method="squares")
    assert all(holds(found, one) for one in chain)
