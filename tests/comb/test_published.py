"""The conflicts known in the published figures are found and told for what they are."""

from __future__ import annotations

import pytest

from bluebook.comb import Account, Disagreement, comb
from bluebook.language.meaning import query
from tests.comb import published

pytestmark = pytest.mark.shared

# What conflicts.md names, as far as the figures alone show it: (expression part, source, kinds).
KNOWN = {
    "A1": ("base_stations_5g", "gd_mic", {"error"}),
    "A2": ("base_stations_5g", "gd_scmp", {"error", "unsettled"}),
    "A4": ("mobile_subs_5g", "gd_xh11", {"error", "unsettled"}),
    "A5": ("base_stations_5g", "gd_gdii08", {"unsettled"}),
    "A7": ("base_stations_5g_target", "gd_mic", {"error", "unsettled", "definition"}),
    "A11": ("share(population_census", "gd_census_wrr", {"rounding", "revision"}),
    "A13": ("base_stations_5g", "gov2020gd", {"rounding", "revision", "rule"}),
    "A14": ("base_stations_5g", "cac2020", {"unsettled", "error", "revision"}),
    "A18": ("idc_racks", "scio2025", {"unsettled", "definition"}),
    "A21": ("share(telecom_revenue_mobile_data", "mb2016_txr", {"revision", "unsettled"}),
    "A22": ("pp(yoy(telecom_revenue))", "mb2021_cena", {"revision"}),
    "A23": ("pp(yoy(telecom_revenue))", "mb2016_txr", {"revision", "definition"}),
    "A24": ("pp(yoy(telecom_volume_c2010))", "mb2016_txr", {"revision", "definition"}),
    "census": ("population_census", "gd_census_wrr", {"error"}),
    "2011-09": ("mobile_subs_3g", "m2011_09bad", {"error"}),
    "scale": ("change(broadband_subs)", "m2020_05", {"error"}),
    "month": ("change_since(mobile_subs", "m2021_05b", {"error"}),
    "emerging": ("yoy(telecom_revenue_emerging)", "mb2024_cns", {"definition", "revision"}),
    "internet": ("yoy(internet_company_revenue)", "net2020h1", {"definition", "revision"}),
}


@pytest.fixture(scope="module")
def account() -> Account:
    catalogue = published.catalogue()
    return comb(published.claims(catalogue), catalogue, published.sources())


def told(account: Account, part: str, source: str) -> list[Disagreement]:
    return [
        one
        for one in account.disagreements
        if any(
            part in (account.claims[c].expression or "") and account.claims[c].source == source
            for c in one.claims
        )
    ]


@pytest.mark.parametrize("name", KNOWN)
def test_a_known_conflict_is_found_for_what_it_is(account: Account, name: str) -> None:
    part, source, kinds = KNOWN[name]
    found = told(account, part, source)
    assert {one.kind for one in found} & kinds, [(one.kind, one.message["en"]) for one in found]


def test_few_claims_are_set_aside_falsely(account: Account) -> None:
    """At most 2 % of the claims are called wrong, or disputed, beyond the known errors."""
    raised = {
        c
        for one in account.disagreements
        if one.severity != "note"
        for c in (*one.set_aside, *(c for tie in one.ties for c in tie))
    }
    assert len(raised) <= 0.02 * len(account.claims)


def test_the_first_is_settled_by_stock_and_flow(account: Account) -> None:
    fact = account.need(query("base_stations_5g@CN-GD,2019-12", account.catalogue, "CN", "2020"))
    assert fact.value == 36988
    assert fact.interval.width < 1.01


def test_china_2020_is_known_more_sharply_than_printed(account: Account) -> None:
    fact = account.need(query("telecom_revenue@CN,2020", account.catalogue, "CN", "2020"))
    assert 1.3563e12 - 1 <= fact.lower <= fact.upper <= 1.3565e12 + 1
    assert len(fact.claims) == 1


def test_every_claim_kept_holds_within_its_generous_reading(account: Account) -> None:
    raised = {c for one in account.disagreements for c in one.claims}
    for claim in account.claims.values():
        if (
            claim.is_fact
            and claim.id not in raised
            and claim.expression in account.catalogue.indicators
        ):
            fact = account.levels[claim.expression, claim.territory, claim.period]
            met = fact.interval.meet(claim.interval)
            assert not met.empty, claim
            assert claim.interval.contains(fact.value) or claim.bound, claim
