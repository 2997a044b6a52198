"""Combing known bodies: what is found, settled, told."""

from __future__ import annotations

import math

import pytest

from bluebook.comb import comb, rows
from bluebook.language.meaning import query
from tests.comb.bodies import SOURCES, catalogue, claim, indicator

BUILT = catalogue("change(s) = ytd(x)")
SUM = catalogue("x = y + z")


def ask(account, text, period="2020"):  # type: ignore[no-untyped-def]
    return account.need(query(text, account.catalogue, "CN", period))


def test_a_stock_and_its_flow_settle_a_wrong_digit() -> None:
    claims = [
        claim("s", "2019-12", 36988, source="c"),
        claim("s", "2019-12", 35988, source="c"),
        claim("s", "2019-12", 30000, 0, source="c", bound="over"),
        claim("s", "2020-08", 98613, source="c"),
        claim("x", "2020-01/2020-08", 61625, source="c"),
    ]
    account = comb(claims, BUILT, SOURCES)
    (found,) = account.disagreements
    assert (found.kind, found.severity, found.set_aside) == ("error", "error", (claims[1].id,))
    assert found.proposed[claims[1].id] == (36988.0, "one digit is wrong")
    for language in ("zh", "en"):
        assert "98,613 − 61,625 = 36,988" in found.message[language]
    fact = account.levels["s", "CN", "2019-12"]
    assert fact.value == 36988
    assert fact.interval.contains(36988)
    assert fact.interval.width < 1.01
    assert fact.set_aside == (claims[1].id,)


def test_a_total_is_known_more_sharply_than_it_is_printed() -> None:
    claims = [
        claim("x", "2020", 1.36e12, 0.005e12),
        claim("y", "2020", 4673e8, 0.5e8),
        claim("z", "2020", 8891e8, 0.5e8),
    ]
    fact = ask(comb(claims, SUM, SOURCES), "x")
    assert 1.3563e12 - 1 <= fact.lower <= fact.value <= fact.upper <= 1.3565e12 + 1
    assert fact.claims == (claims[0].id,)


def test_an_unprinted_part_is_implied_with_its_claims() -> None:
    claims = [claim("x", "2020", 100), claim("y", "2020", 40)]
    fact = ask(comb(claims, SUM, SOURCES), "z")
    assert (fact.status, fact.value) == ("E", 60)
    assert math.isclose(fact.lower, 59, abs_tol=1e-9)
    assert set(fact.claims) == {c.id for c in claims}


def test_the_year_before_follows_from_growth() -> None:
    claims = [claim("x", "2020", 1036, 0.5), claim("yoy(x)", "2020", 3.6, 0.05)]
    fact = ask(comb(claims, SUM, SOURCES), "x@2019")
    assert fact.value == pytest.approx(1000)
    assert fact.lower < 1000 < fact.upper


def test_months_follow_from_cumulative_figures_of_this_year_and_the_last() -> None:
    claims = [
        claim("x", "2020-01/2020-02", 200), claim("x", "2020-Q1", 330),
        claim("yoy(x)", "2020-01/2020-02", 0.0, 0.05), claim("yoy(x)", "2020-Q1", 10.0, 0.05),
    ]  # fmt: skip
    account = comb(claims, SUM, SOURCES)
    assert ask(account, "x@2020-03").interval.contains(130)
    assert ask(account, "x@2019-03").interval.contains(100)
    assert ("x", "CN", "2020-01") not in account.levels


@pytest.mark.parametrize(("other", "kind"), [(34217, "unsettled"), (46400, "definition")])
def test_without_evidence_both_sides_stand(other: float, kind: str) -> None:
    """Two counts that are far apart are hardly counts of the same thing."""
    claims = [claim("s", "2020-08", 30591, source="c"), claim("s", "2020-08", other, source="c")]
    account = comb(claims, BUILT, SOURCES)
    (found,) = account.disagreements
    assert (found.kind, found.severity, found.set_aside) == (kind, "warning", ())
    assert {frozenset(t) for t in found.ties} == {frozenset([c.id]) for c in claims}
    fact = account.levels["s", "CN", "2020-08"]
    assert fact.status == "D"
    assert fact.interval.contains(30591)
    assert fact.interval.contains(other)


def test_the_more_reliable_source_is_believed() -> None:
    claims = [claim("s", "2020-08", 30591, source="a"), claim("s", "2020-08", 46400, source="c")]
    account = comb(claims, BUILT, SOURCES)
    assert account.disagreements[0].set_aside == (claims[1].id,)


def test_copies_are_one_witness() -> None:
    first = [claim("s", "2020-08", 30591, source=s) for s in ("b", "copy", "copy2")]
    other = [claim("s", "2020-08", 46400, source="a")]
    account = comb(first + other, BUILT, SOURCES)
    assert set(account.disagreements[0].set_aside) == {c.id for c in first}


def test_a_source_that_says_it_again_and_again_is_believed_over_its_one_slip() -> None:
    claims = [claim("x", "2020", 1000.0, id=f"{k}") for k in range(6)]
    slip = claim("x", "2020", 5000.0, id="slip")
    (found,) = comb([*claims, slip], SUM, SOURCES).disagreements
    assert (found.kind, found.set_aside) == ("error", ("slip",))


def test_independent_witnesses_add_up() -> None:
    first = [claim("s", "2020-08", 30591, source=s) for s in ("b", "c")]
    other = [claim("s", "2020-08", 46400, source="a")]
    account = comb(first + other, BUILT, SOURCES)
    assert account.disagreements[0].set_aside == (other[0].id,)


def test_rounding_is_never_an_error() -> None:
    claims = [
        claim("x", "2020", 1000.4, 0.05), claim("y", "2020", 400.2, 0.05),
        claim("z", "2020", 600.4, 0.05),
    ]  # fmt: skip
    (found,) = comb(claims, SUM, SOURCES).disagreements
    assert (found.kind, found.severity, found.set_aside) == ("rounding", "note", ())


def test_a_round_figure_may_be_rounded_further() -> None:
    claims = [
        claim("s", "2019-12", 130000), claim("s", "2020-12", 718000, 500),
        claim("x", "2020", 600000),
    ]  # fmt: skip
    (found,) = comb(claims, BUILT, SOURCES).disagreements
    assert found.severity == "note"


def test_ten_point_nought_per_cent_is_no_round_figure() -> None:
    claims = [
        claim("x", "2019", 2696.4, 0.05),
        claim("x", "2020", 2980.4, 0.05),  # 10.5 per cent more
        claim("yoy(x)", "2020", 10.0, 0.05),
    ]
    (found,) = comb(claims, SUM, SOURCES).disagreements
    assert found.kind != "rounding"
    assert found.claims[0] == claims[2].id


def test_the_later_print_of_a_figure_is_a_revision() -> None:
    claims = [claim("x", "2020", 1003), claim("x", "2020", 1015, source="late")]
    account = comb(claims, SUM, SOURCES)
    (found,) = account.disagreements
    assert (found.kind, found.set_aside) == ("revision", (claims[0].id,))
    assert ask(account, "x").value == 1015


def test_growth_on_another_scope_is_not_an_error() -> None:
    claims = [
        claim("x", "2019", 115411, 0.5), claim("x", "2020", 112514, 0.5),
        claim("yoy(x)", "2020", 0.8, 0.05),
    ]  # fmt: skip
    account = comb(claims, SUM, SOURCES)
    (found,) = account.disagreements
    assert (found.kind, found.severity) in {("definition", "note"), ("revision", "note")}
    assert ask(account, "x@2019").status == "A"
    assert ask(account, "yoy(x)").value == 0.8


def test_a_systematic_difference_is_another_vintage() -> None:
    claims = []
    for k in range(8):
        claims.append(claim("x", str(2010 + k), 1003 + 111 * k, source="b"))
        claims.append(claim("x", str(2010 + k), 1023 + 113 * k, source="c"))
    (found,) = comb(claims, catalogue(), SOURCES).disagreements
    assert (found.kind, found.severity) == ("revision", "note")
    assert set(found.claims) == {one.id for one in claims}
    assert "8 places" in found.message["en"]


def test_a_bound_has_no_last_digit_to_mend() -> None:
    claims = [
        claim("s", "2020-12", 200, 0, bound="over"), claim("s", "2021-12", 200, 0, bound="over"),
        claim("change(s)", "2021-12", 86.84, 0.005), claim("s", "2021-12", 285.0),
    ]  # fmt: skip
    for one in comb(claims, BUILT, SOURCES).disagreements:
        assert all(math.isfinite(value) for value, _ in one.proposed.values())
        assert "nan" not in one.message["en"]


def test_months_revised_since_are_a_note() -> None:
    claims = [
        claim("x", "2020-01/2020-08", 10000, 0.5), claim("x", "2020-09", 1200, 0.5),
        claim("x", "2020-01/2020-09", 11210, 0.5),
    ]  # fmt: skip
    (found,) = comb(claims, SUM, SOURCES).disagreements
    assert (found.kind, found.severity) == ("revision", "note")


def test_where_months_do_not_add_up_a_transposed_figure_is_offered() -> None:
    claims = [
        claim("x", "2020", 26713), claim("x", "2020-01/2020-11", 25075),
        claim("x", "2020-12", 1683),  # 1,638
    ]  # fmt: skip
    (found,) = comb(claims, catalogue(), SOURCES).disagreements
    assert (found.kind, found.set_aside, found.claims[0]) == ("revision", (), claims[2].id)
    assert found.proposed == {claims[2].id: (1638.0, "two digits are transposed")}
    assert "1,638" in found.message["en"] and "1,638" in found.message["zh"]


def test_plans_never_enter() -> None:
    claims = [claim("s", "2020-12", 48000, status="target"), claim("s", "2020-12", 124000)]
    account = comb(claims, BUILT, SOURCES)
    assert not account.disagreements
    assert account.levels["s", "CN", "2020-12"].value == 124000
    assert account.targets["s", "CN", "2020-12"].status == "T"


def test_a_completion_rate_says_nothing_of_levels() -> None:
    claims = [
        claim("s", "2020-12", 48000, status="target"), claim("completion(s)", "2020-12", 258.0),
        claim("s", "2020-12", 124000),
    ]  # fmt: skip
    account = comb(claims, BUILT, SOURCES)
    assert not account.disagreements
    assert account.levels["s", "CN", "2020-12"].value == 124000
    assert account.targets["s", "CN", "2020-12"].value == 48000


def test_ratios_of_points_are_bounded_by_what_the_levels_allow() -> None:
    claims = [
        claim("x", "2018", 1000), claim("x", "2019", 1100), claim("x", "2020", 1320),
        claim("pp(yoy(x))", "2020", 4.1, 0.05),
    ]  # fmt: skip
    account = comb(claims, SUM, SOURCES)
    (found,) = account.disagreements
    assert found.kind == "definition"
    assert set(found.claims) == {c.id for c in claims}
    assert ask(account, "pp(yoy(x))").value == 4.1


def test_a_rule_of_products_bounds_the_third() -> None:
    rate = indicator("q", "percent", "stock")
    of = catalogue("q = 100 * s / t", extra=[rate])
    claims = [claim("s", "2020-12", 500), claim("t", "2020-12", 1000)]
    fact = ask(comb(claims, of, SOURCES), "q", "2020-12")
    assert fact.lower <= 50 <= fact.upper
    assert fact.upper - fact.lower < 0.5


def test_contradictory_rules_are_told_and_do_not_hang() -> None:
    both = catalogue("x = y + z", "y + z = 2 * x")
    claims = [claim("x", "2020", 100), claim("y", "2020", 40), claim("z", "2020", 60)]
    found = comb(claims, both, SOURCES).disagreements
    assert found
    assert any("x" in rule for one in found for rule in one.rules)


@pytest.mark.parametrize("value", [math.nan, math.inf, 1e300, -1e300])
def test_what_is_no_number_is_left_out(value: float) -> None:
    account = comb([claim("x", "2020", value), claim("x", "2020", 5)], SUM, SOURCES)
    assert ask(account, "x").value == 5


def test_a_hundred_thousand_claims_on_one_figure() -> None:
    claims = [claim("x", "2020", 1000 + k % 7, id=str(k)) for k in range(100_000)]
    account = comb(claims, SUM, SOURCES)
    assert account.disagreements


def test_rows_are_plain() -> None:
    (row,) = rows(comb([claim("x", "2020", 5)], SUM, SOURCES))
    assert (row["expression"], row["value"], row["status"]) == ("x", 5, "A")


def test_nothing_gives_nothing() -> None:
    account = comb([], SUM, SOURCES)
    assert not account.levels
    assert not account.disagreements
