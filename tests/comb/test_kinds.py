"""No errors at all: dates, definitions, price bases, restated bases, plans, scales, breaks."""

from __future__ import annotations

import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.comb import comb
from bluebook.comb.breaks import links
from bluebook.comb.system.early import Print, quoted_late, said_early
from bluebook.language.meaning import query
from bluebook.model.catalogue import Break, Catalogue
from bluebook.model.period import Period
from tests.comb.bodies import SOURCES, Source, catalogue, claim, indicator

BUILT = catalogue("change(s) = ytd(x)")


def broken(**more: object) -> Catalogue:
    one = Break("x", **more)  # type: ignore[arg-type]
    return msgspec.structs.replace(catalogue(), breaks=(one,))


GROWN = [
    claim("x", "2019", 100), claim("x", "2020", 200), claim("yoy(x)", "2020", 10, 0.05),
]  # fmt: skip


def test_growth_across_a_declared_break_contradicts_no_level() -> None:
    assert comb(GROWN, catalogue(), SOURCES).disagreements
    account = comb(GROWN, broken(period="2020"), SOURCES)
    assert not account.disagreements
    (link,) = links(account)
    assert (link.period, link.footing) == ("2019", "2020")
    assert link.factor == pytest.approx(200 / 1.1 / 100, rel=1e-3)


def test_growth_across_a_break_is_not_worked_out_from_levels() -> None:
    levels = GROWN[:2]
    asked = query("yoy(x)@CN,2020", catalogue(), "CN", "2020")
    assert comb(levels, catalogue(), SOURCES).ask(asked) is not None
    assert comb(levels, broken(period="2020"), SOURCES).ask(asked) is None
    assert comb(levels, broken(every="year"), SOURCES).ask(asked) is None


@given(st.integers(20, 500).map(lambda n: (10 * n + 1) / 1000))
def test_a_declared_factor_links_the_levels(factor: float) -> None:
    account = comb(GROWN[:2], broken(period="2020", factor=factor), SOURCES)
    fact = account.need(query("yoy(x)@CN,2020", account.catalogue, "CN", "2020"))
    assert fact.interval.contains(100 * 200 / (100 * factor) - 100)


def test_restated_flows_add_up_on_their_own_footing() -> None:
    """The growth of one month follows from that of two cumulative figures."""
    claims = [
        claim("x", "2020-Q1", 330, 0.5), claim("x", "2020-01/2020-02", 210, 0.5),
        claim("yoy(x)", "2020-Q1", 10, 0.05), claim("yoy(x)", "2020-01/2020-02", 5, 0.05),
        claim("x", "2019-Q1", 100), claim("x", "2019-01/2019-02", 90),
    ]  # fmt: skip
    account = comb(claims, broken(every="year"), SOURCES)
    assert not account.disagreements
    fact = account.need(query("yoy(x)@CN,2020-03", account.catalogue, "CN", "2020"))
    assert fact.interval.contains(100 * 120 / (330 / 1.1 - 210 / 1.05) - 100)


def test_a_break_holds_where_it_is_declared() -> None:
    claims = [
        msgspec.structs.replace(one, territory=place, id=f"{place}{one.id}")
        for one in GROWN for place in ("CN-AA", "CN-BB")
    ]  # fmt: skip
    account = comb(claims, broken(period="2020", territory="CN-AA"), SOURCES)
    assert {account.claims[d.claims[0]].territory for d in account.disagreements} == {"CN-BB"}


def test_months_before_and_after_a_break_do_not_add_up() -> None:
    claims = [claim("x", "2020-H1", 10), claim("x", "2020-Q1", 2), claim("x", "2020-Q2", 90)]
    assert comb(claims, catalogue(), SOURCES).disagreements
    assert not comb(claims, broken(period="2020-04"), SOURCES).disagreements


def test_a_figure_said_before_its_period_had_ended_is_an_early_count() -> None:
    sources = {
        "a": Source("official", "", datetime.date(2020, 12, 22)),
        "b": Source("official", "", datetime.date(2021, 1, 20)),
    }
    claims = [
        claim("s", "2020-12", 46000, 500), claim("s", "2020-12", 48000, 500, source="b"),
    ]  # fmt: skip
    (found,) = comb(claims, BUILT, sources).disagreements
    assert (found.kind, found.set_aside) == ("date", (claims[0].id,))


def test_a_count_quoted_late_is_a_matter_of_date() -> None:
    sources = {
        "a": Source("repost", "", datetime.date(2020, 10, 20)),
        "b": Source("news", "", datetime.date(2020, 11, 23)),
    }
    claims = [
        claim("s", "2020-06", 410000, 5000), claim("s", "2020-09", 690000, 5000),
        claim("s", "2020-09", 480000, 5000, source="b"),
    ]  # fmt: skip
    (found,) = comb(claims, BUILT, sources).disagreements
    assert (found.kind, found.set_aside) == ("date", (claims[2].id,))


def test_over_a_figure_long_passed_is_an_early_count() -> None:
    claims = [
        claim("s", "2019-12", 36988), claim("s", "2020-06", 78000, 500),
        claim("s", "2020-07", 80000, 500),
        claim("s", "2020-07", 54000, 500, bound="over", source="c"),
    ]  # fmt: skip
    (found,) = comb(claims, BUILT, SOURCES).disagreements
    assert (found.kind, found.set_aside) == ("date", ())


@given(st.floats(1, 1e6), st.floats(1, 1e6), st.floats(1, 1e6))
def test_a_series_passes_through_what_lies_between(a: float, b: float, c: float) -> None:
    period, before = Period.parse("2020-09"), [(Period.parse("2020-06"), a)]
    late = quoted_late(Print(b, "2020-12-01"), Print(c, "2020-10-01"), period, before)
    assert late == (a <= b < c or a >= b > c)
    assert not quoted_late(Print(b, "2020-10-01"), Print(c, "2020-12-01"), period, before)


def test_said_early_needs_a_day() -> None:
    assert said_early("2020-12-30", Period.parse("2020"))
    assert not said_early("2020-12-31", Period.parse("2020"))
    assert not said_early("2020", Period.parse("2020"))


def test_the_next_release_restates_the_year_before() -> None:
    claims = [
        claim("yoy(x)", "2020", 3.6, 0.05), claim("yoy(x)", "2021", 8.0, 0.05, source="late"),
        claim("pp(yoy(x))", "2021", 4.1, 0.05, source="late"),
    ]  # fmt: skip
    (found,) = comb(claims, catalogue(), SOURCES).disagreements
    assert (found.kind, found.proposed[claims[0].id][0]) == ("revision", 3.9)
    assert "8.0 − 4.1 = 3.9" in found.message["zh"]


def test_two_bodies_two_targets() -> None:
    claims = [
        claim("x", "2020", 48000, 500, status="target"),
        claim("x", "2020", 60000, 500, source="c", status="target"),
    ]  # fmt: skip
    (found,) = comb(claims, catalogue(), SOURCES).disagreements
    assert (found.kind, found.set_aside, len(found.ties)) == ("target", (), 2)


def test_a_stock_over_a_plan_for_new_ones() -> None:
    claims = [
        claim("s", "2019-12", 36988), claim("s", "2020-12", 124000),
        claim("x", "2020", 48000, 500, status="target"), claim("completion(x)", "2020", 258),
    ]  # fmt: skip
    (found,) = comb(claims, BUILT, SOURCES).disagreements
    assert (found.kind, found.proposed[claims[3].id][0]) == ("definition", 181.3)
    flow = [*claims[:3], claim("completion(x)", "2020", 181.3, 0.05)]
    assert not comb(flow, BUILT, SOURCES).disagreements


def test_a_scale_is_mended_from_the_series() -> None:
    claims = [claim("s", f"{year}-12", 1000.0 + year) for year in (2018, 2019, 2021)]
    wrong = claim("s", "2020-12", 302, 0.5, source="b")
    (found,) = comb([*claims, wrong], catalogue(), SOURCES).disagreements
    assert (found.kind, found.set_aside) == ("error", (wrong.id,))
    assert found.proposed[wrong.id][0] == 3020
    asked = query("s@CN,2020-12", catalogue(), "CN", "2020")
    assert comb([*claims, wrong], catalogue(), SOURCES).ask(asked) is None


def test_one_neighbour_and_no_other_slip_is_not_enough() -> None:
    claims = [claim("s", "2019-12", 3019), claim("s", "2020-12", 302)]
    assert not comb(claims, catalogue(), SOURCES).disagreements


def test_two_price_bases_are_never_compared() -> None:
    variants = [
        indicator("v5", prices="2015", variant_of="v"),
        indicator("vp", prices="previous year", variant_of="v"),
    ]
    claims = [claim("v5", "2020", 13676), claim("vp", "2020", 15000)]
    (found,) = comb(claims, catalogue(extra=variants), SOURCES).disagreements
    assert (found.kind, found.severity, found.set_aside) == ("price base", "note", ())
    levels = [claim("vp", "2020", 15000), claim("vp", "2021", 17000),
              claim("yoy(vp)", "2021", 27.8, 0.05)]  # fmt: skip
    (found,) = comb(levels, catalogue(extra=variants), SOURCES).disagreements
    assert found.kind == "price base"
    assert "100 × 17,000 / 15,000 − 100 = 13.3" in found.message["en"]
