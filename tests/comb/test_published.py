"""The conflicts known in the published figures are found and told for what they are."""

from __future__ import annotations

import datetime
import math

import msgspec
import pytest

from bluebook.comb import Account, Disagreement, comb
from bluebook.comb.breaks import links
from bluebook.language.meaning import query
from tests.comb import known, published
from tests.comb.bodies import Source
from tests.comb.known import Known

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def account() -> Account:
    catalogue = published.catalogue()
    return comb(published.claims(catalogue), catalogue, published.sources())


@pytest.fixture(scope="module")
def undeclared() -> Account:
    """The account where nobody has declared a break."""
    catalogue = msgspec.structs.replace(published.catalogue(), breaks=())
    return comb(published.claims(catalogue, panel=False), catalogue, published.sources())


@pytest.fixture(scope="module")
def panel() -> Account:
    """The account of the figures with the provincial panel as it was found."""
    catalogue = published.catalogue()
    claims = published.claims(catalogue, panel=False) + published.panel(catalogue)
    sources = published.sources()
    sources["panel"] = Source("aggregator", "", datetime.date(2026, 6, 30))
    return comb(claims, catalogue, sources)


def told(account: Account, one: Known) -> list[Disagreement]:
    """The disagreements in which a claim of this expression and source takes part."""
    return [d for d in account.disagreements if published.matches(account, d, one)]


def the_conflicts() -> list[Known]:
    return [one for one in known.SECTION_A if one.kinds]


@pytest.mark.parametrize("one", the_conflicts(), ids=lambda one: one.name)
def test_a_known_conflict_is_found_for_what_it_is(account: Account, one: Known) -> None:
    found = [d for d in told(account, one) if d.kind in one.kinds]
    assert found, [(d.kind, d.message["en"]) for d in told(account, one)]
    if one.value is not None:
        values = [value for d in found for value, _ in d.proposed.values()]
        assert any(math.isclose(value, one.value, rel_tol=1e-3) for value in values), values
    assert all(d.message[language] for d in found for language in ("zh", "en"))


@pytest.mark.parametrize(
    "one", [k for k in known.SECTION_A if not k.kinds], ids=lambda one: one.name
)
def test_what_holds_as_printed_is_not_raised(account: Account, one: Known) -> None:
    """Rounded figures that can hold together are no conflict."""
    aside = {
        c for d in account.disagreements for c in (*d.set_aside, *(c for t in d.ties for c in t))
    }
    assert not [c for c in aside if account.claims[c].source == one.source
                and account.claims[c].expression == one.expression]  # fmt: skip


@pytest.mark.parametrize("one", known.SECTION_B, ids=lambda one: one.name)
def test_a_break_is_told_until_it_is_declared(
    account: Account, undeclared: Account, one: Known
) -> None:
    assert {d.kind for d in told(undeclared, one)} & one.kinds
    assert not [d for d in told(account, one) if d.severity != "note" or d.kind in one.kinds]


def test_declared_breaks_raise_nothing(account: Account) -> None:
    raised = [
        d.message["en"]
        for d in account.disagreements
        for c in (d.claims[0], *d.set_aside)
        if d.severity == "error" and account.claims[c].expression in known.BROKEN
    ]
    assert not raised


@pytest.mark.parametrize(("period", "code"), known.BASES)
def test_two_price_bases_are_told(account: Account, period: str, code: str) -> None:
    found = [
        d for d in account.disagreements if d.kind == "price base"
        and any((account.claims[c].expression, account.claims[c].period) == (code, period)
                for c in d.claims)
    ]  # fmt: skip
    assert found


def test_the_link_across_a_break_follows_from_the_growth_printed(account: Account) -> None:
    """4,348 / 1.106 = 3,931 of what was 3,564 before: a factor of 1.103."""
    (link,) = [one for one in links(account) if one.indicator == "telecom_revenue_emerging"
               and one.period == "2023"]  # fmt: skip
    assert link.footing == "2024"
    assert link.factor == pytest.approx(4348 / 1.106 / 3564, rel=1e-3)


def test_few_claims_are_raised_falsely(account: Account) -> None:
    """At most 2 % of the remaining claims; every one raised beyond the list has been read."""
    raised = published.raised(account)
    listed = {
        c for d in account.disagreements for one in known.SECTION_A
        if d.kind in one.kinds and published.matches(account, d, one)
        for c in (*d.set_aside, *(c for tie in d.ties for c in tie))
    } & raised  # fmt: skip
    further = {c for c in raised - listed if int(account.claims[c].locator) in known.FURTHER}
    assert {int(account.claims[c].locator) for c in further} == set(known.FURTHER)
    falsely = raised - listed - further
    assert {int(account.claims[c].locator) for c in falsely} <= set(known.FALSE), sorted(falsely)
    assert len(falsely) <= 0.02 * (len(account.claims) - len(listed) - len(further))


@pytest.mark.parametrize("one", known.SECTION_C, ids=lambda one: one.name)
def test_a_defect_of_the_panel_is_found(panel: Account, one: known.Defect) -> None:
    """Every cell so marked is in a disagreement of the kind; of the reversed column, the years."""
    found = [
        d for d in panel.disagreements
        if d.kind == one.kind and (not one.code or panel.claims[d.claims[0]].expression == one.code)
    ]  # fmt: skip
    assert found
    cells = {c for d in found for c in d.claims}
    marked = {
        claim.id for claim in panel.claims.values()
        if claim.source == "panel" and one.mark and one.mark in claim.note.split() and claim.value
    }  # fmt: skip
    assert marked <= cells


def test_the_reversed_column_is_read_backwards(panel: Account) -> None:
    (found,) = [d for d in panel.disagreements if d.kind == "reversed"]
    guangdong = {
        panel.claims[c].period: value
        for c, (value, _) in found.proposed.items()
        if panel.claims[c].territory == "CN-GD"
    }
    assert guangdong["2024-12"] > guangdong["2016-12"]
    assert "2020-12" not in guangdong  # the middle year stands


def test_columns_that_passed_are_not_raised(panel: Account) -> None:
    """Ports and mobile internet subscribers of the years that agree with the nation."""
    cells = [
        claim for claim in panel.claims.values()
        if claim.source == "panel" and not claim.note and claim.period in ("2020-12", "2021-12")
        and claim.expression in ("ports_bb_per10k", "mobile_internet_ratio")
    ]  # fmt: skip
    assert len(cells) > 100
    assert not published.raised(panel) & {claim.id for claim in cells}


@pytest.mark.parametrize("rule", known.SECTION_D)
def test_identities_that_hold_are_not_told_as_broken(account: Account, rule: str) -> None:
    assert not [d for d in account.disagreements if d.kind == "rule" and rule in d.rules]


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
