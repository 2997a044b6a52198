"""Reconciled in bulk: every kept claim and identity holds, counts are whole, cycles are seen."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.comb.bulk.conflicts import Bulk, check_bulk, comb_bulk
from bluebook.errors import BluebookError
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.comb.bodies import SOURCES, Body, body, catalogue, claim, indicator
from tests.comb.test_bulk import table
from tests.comb.test_laws import bodies

SUM = catalogue("x = y + z")
COUNTS = catalogue(
    "n = a + b", "n = sum(n)", "a = sum(a)", "b = sum(b)",
    extra=[indicator(c, "subscribers", "stock") for c in ("n", "a", "b")],
)  # fmt: skip
PARTS = ("CN-AA", "CN-BB", "CN-CC")
LAWS = settings(max_examples=25, deadline=None)


def values(found: Bulk) -> dict[tuple[str, str, str], float]:
    return {
        (r["code"], r["territory"], str(Period(r["first"], r["last"]))): r["value"]
        for r in found.bounds.iter_rows(named=True)
    }


@LAWS
@given(bodies())
def test_every_claim_and_identity_holds(true: Body) -> None:
    found = comb_bulk(table(true.claims), SUM, SOURCES)
    assert not found.disagreements
    assert found.proof is not None
    assert found.proof.holds
    assert found.proof.claims == len(true.claims)
    value = values(found)
    for (code, period), _ in true.truth.items():
        assert (code, "CN", period) in value
    for row in found.bounds.iter_rows(named=True):
        assert row["lower"] <= row["value"] <= row["upper"]


def test_a_share_much_narrower_than_its_levels_holds() -> None:
    true = body([1000.0, 1093.75], [0.5, 0.5], [100.0, 100.0])
    found = comb_bulk(table(true.claims), SUM, SOURCES)
    assert found.proof is not None and found.proof.holds


def test_of_many_prints_the_one_that_does_not_fit_is_found_wherever_it_stands() -> None:
    prints = [claim("x", "2020", 1000.0, id=f"{k:04}") for k in range(3000)]
    for k in (0, 1500, 2999):
        odd = [*prints[:k], claim("x", "2020", 5000.0, id=f"{k:04}"), *prints[k + 1 :]]
        found = check_bulk(table(odd), SUM, SOURCES)
        assert {c for one in found.disagreements for c in one.set_aside} == {f"{k:04}"}


@LAWS
@given(bodies(), st.randoms(use_true_random=False))
def test_order_changes_nothing(true: Body, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(true.claims)
    random.shuffle(shuffled)
    one, other = (
        comb_bulk(table(true.claims), SUM, SOURCES),
        comb_bulk(table(shuffled), SUM, SOURCES),
    )
    key = ["code", "territory", "first", "last"]
    a, b = one.bounds.sort(key), other.bounds.sort(key)
    for name in ("lower", "upper", "value"):
        np.testing.assert_allclose(a[name], b[name], rtol=1e-12)


@LAWS
@given(bodies(), st.sampled_from([1e-3, 1e4, 1e8]))
def test_scaling_units_changes_nothing(true: Body, by: float) -> None:
    def scaled(said: Claim) -> Claim:
        if "(" in (said.expression or ""):
            return said
        return claim(said.expression or "", said.period, said.value * by, said.half_width * by)

    one = comb_bulk(table(true.claims), SUM, SOURCES)
    other = comb_bulk(table([scaled(c) for c in true.claims]), SUM, SOURCES)
    for name in ("lower", "upper", "value"):
        np.testing.assert_allclose(one.bounds[name] * by, other.bounds[name], rtol=1e-6)


@LAWS
@given(bodies(), st.data())
def test_a_true_claim_never_widens_a_bound(true: Body, data: st.DataObject) -> None:
    left_out = data.draw(st.sampled_from(true.claims))
    key = ["code", "territory", "first", "last"]
    fewer = check_bulk(table([c for c in true.claims if c is not left_out]), SUM, SOURCES).bounds
    both = check_bulk(table(true.claims), SUM, SOURCES).bounds.join(fewer, on=key, suffix="_before")
    slack = 3e-4 * (both["upper_before"] - both["lower_before"]) + 1e-9 * both["upper"].abs()
    assert (both["lower"] >= both["lower_before"] - slack).all()
    assert (both["upper"] <= both["upper_before"] + slack).all()


@LAWS
@given(st.lists(st.integers(0, 5000), min_size=6, max_size=6), st.sampled_from([1, 10, 100]))
def test_counted_figures_are_whole_and_add_up(counts: list[int], digit: int) -> None:
    def said(code: str, place: str, count: int) -> Claim:
        value = round(count / digit) * digit
        return claim(code, "2020-12", float(value), digit / 2, territory=place)

    a, b = dict(zip(PARTS, counts[:3], strict=True)), dict(zip(PARTS, counts[3:], strict=True))
    a["CN"], b["CN"] = sum(a.values()), sum(b.values())
    claims = [said(c, p, of[p]) for c, of in (("a", a), ("b", b)) for p in (*PARTS, "CN")]
    claims += [said("n", p, a[p] + b[p]) for p in (*PARTS, "CN")]
    found = comb_bulk(table(claims), COUNTS, SOURCES)
    assert not found.disagreements
    assert found.proof is not None
    assert found.proof.holds
    assert found.proof.not_whole == 0
    value = values(found)
    assert all(v == round(v) for v in value.values())
    for place in (*PARTS, "CN"):
        n, a_, b_ = (value[c, place, "2020-12"] for c in ("n", "a", "b"))
        assert n == a_ + b_
    for said_ in claims:
        v = value[said_.expression or "", said_.territory, "2020-12"]
        assert abs(v - said_.value) <= said_.half_width


def test_a_conflict_that_only_a_cycle_shows_is_told() -> None:
    """Two sums over the same three unprinted figures: each row alone has room."""
    rules = catalogue("x = p + q", "y = q + r", "z = p + r", "w = p + q + r",
                      extra=[indicator(c) for c in ("p", "q", "r")])  # fmt: skip
    claims = [claim(c, "2020", v) for c, v in (("x", 100), ("y", 100), ("z", 100), ("w", 170))]
    assert not check_bulk(table(claims), rules, SOURCES).disagreements
    claims += [claim(c, "2020", 50, 40) for c in ("p", "q", "r")]
    found = comb_bulk(table(claims), rules, SOURCES)
    (told,) = found.disagreements
    assert set(told.claims) <= {c.id for c in claims}
    assert found.proof is not None
    assert found.proof.holds


def test_what_is_no_number_is_named_and_left_out() -> None:
    claims = [
        claim("x", "2020", 100.0), claim("y", "2020", 40.0), claim("z", "2020", float("nan")),
        claim("x", "2019", 1e300), claim("y", "2019", 7.0, float("inf")),
    ]  # fmt: skip
    found = comb_bulk(table(claims), SUM, SOURCES)
    assert set(found.unread) == {c.id for c in claims[2:]}
    assert values(found)["z", "CN", "2020"] == pytest.approx(60.0)


@pytest.mark.parametrize("broken", ["column", "id", "territory", "period", "expression"])
def test_a_table_that_is_wrong_is_told(broken: str) -> None:
    good = table([claim("x", "2020", 1.0), claim("y", "2020", 1.0)])
    if broken == "column":
        good = good.drop("half_width")
    elif broken == "id":
        good = good.with_columns(id=pl.lit("same"))
    else:
        good = good.with_columns(pl.lit("nowhere").alias(broken))
    with pytest.raises(BluebookError):
        comb_bulk(good, SUM, SOURCES)


def test_nothing_at_all() -> None:
    empty = table([claim("x", "2020", 1.0)]).clear()
    found = comb_bulk(empty, SUM, SOURCES)
    assert found.bounds.is_empty()
    assert not found.disagreements


def test_a_hundred_thousand_claims_on_one_figure() -> None:
    pick = np.random.default_rng(3)
    n = 100_000
    claims = pl.DataFrame(
        {
            "expression": ["x"] * n, "territory": ["CN"] * n, "period": ["2020"] * n,
            "value": 1000 + np.round(pick.uniform(-0.4, 0.4, n), 1), "half_width": [0.5] * n,
            "source": ["a"] * n, "id": [str(k) for k in range(n)],
        }
    )  # fmt: skip
    found = comb_bulk(claims, SUM, SOURCES)
    assert not found.disagreements
    far = claims.with_columns(value=pl.when(pl.col("id") == "7").then(5000.0).otherwise("value"))
    found = comb_bulk(far, SUM, SOURCES)
    assert {c for one in found.disagreements for c in one.set_aside} == {"7"}


def test_contradictory_identities_are_told_and_do_not_hang() -> None:
    rules = catalogue("x = y + z", "y = x + z", "z = x + y")
    claims = [claim("x", "2020", 10.0), claim("y", "2020", 20.0), claim("z", "2020", 30.0)]
    found = comb_bulk(table(claims), rules, SOURCES)
    assert found.disagreements
    assert found.proof is not None
