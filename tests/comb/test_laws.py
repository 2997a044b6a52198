"""Laws of combing, on random bodies that are consistent by construction."""

import math

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bluebook.comb import Account, comb
from bluebook.language.arithmetic import value
from bluebook.language.expression import parse
from bluebook.language.meaning import Query
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from tests.comb.bodies import SOURCES, Body, body, catalogue, claim

SUM = catalogue("x = y + z")
LAWS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

years = st.integers(2, 4)


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    n = draw(years)
    start = draw(st.floats(1e3, 1e6))
    totals = [start]
    for _ in range(n - 1):
        totals.append(totals[-1] * draw(st.floats(0.8, 1.3)))
    shares = [draw(st.floats(0.1, 0.9)) for _ in range(n)]
    digits = [10.0 ** draw(st.integers(-2, 2)) for _ in range(n)]
    return body(totals, shares, digits)


def facts(account: Account) -> dict[tuple[str, str, str], tuple[float, float]]:
    return {key: (fact.lower, fact.upper) for key, fact in account.levels.items()}


def truth(true: Body, claim: Claim) -> float:
    """The true value of a claim's expression."""
    account = Account(catalogue=SUM, claims={}, levels={}, stated={}, targets={})
    query = Query(parse(claim.expression or ""), "CN", Period.parse(claim.period))

    def known(level):  # type: ignore[no-untyped-def]
        at = account.column(level, query.territory, query.period)
        return true.truth[at.code, str(at.period)]

    return value(account.term(query), known)


def holds(account: Account, said: Claim) -> bool:
    """Do the combed values satisfy the claim as printed?"""
    query = Query(parse(said.expression or ""), "CN", Period.parse(said.period))

    def known(level):  # type: ignore[no-untyped-def]
        fact = account.fact(account.column(level, query.territory, query.period))
        assert fact is not None
        return fact.value

    found = value(account.term(query), known)
    slack = 1e-7 * said.half_width + 1e-9 * abs(said.value)
    return said.value - said.half_width - slack <= found <= said.value + said.half_width + slack


@LAWS
@given(bodies())
def test_bounds_contain_the_truth(true: Body) -> None:
    account = comb(true.claims, SUM, SOURCES)
    assert not account.disagreements
    for (code, period), actual in true.truth.items():
        fact = account.levels[code, "CN", period]
        assert fact.lower <= actual <= fact.upper
    for said in true.claims:
        assert account.need(_query(said)).interval.contains(truth(true, said))


@LAWS
@given(bodies())
def test_combed_values_satisfy_every_claim(true: Body) -> None:
    account = comb(true.claims, SUM, SOURCES)
    assert all(holds(account, said) for said in true.claims)
    for (code, period), _ in true.truth.items():
        x, y, z = (account.levels[c, "CN", period].value for c in "xyz")
        assert math.isclose(x, y + z, rel_tol=1e-9)
        assert code in "xyz"


@LAWS
@given(bodies(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_nothing(true: Body, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(true.claims)
    random.shuffle(shuffled)
    one, other = comb(true.claims, SUM, SOURCES), comb(shuffled, SUM, SOURCES)
    assert one.levels == other.levels
    assert one.stated == other.stated
    assert one.disagreements == other.disagreements


@LAWS
@given(bodies(), st.sampled_from([1e-3, 1e4, 1e8]))
def test_scaling_units_changes_nothing(true: Body, by: float) -> None:
    def scaled(said: Claim) -> Claim:
        if "(" in (said.expression or ""):
            return said
        return claim(said.expression or "", said.period, said.value * by, said.half_width * by)

    one = comb(true.claims, SUM, SOURCES)
    other = comb([scaled(c) for c in true.claims], SUM, SOURCES)
    for key, (low, high) in facts(one).items():
        a, b = facts(other)[key]
        size = 1e-6 * (high - low) + 1e-9 * abs(high)
        assert math.isclose(a, low * by, abs_tol=size * by)
        assert math.isclose(b, high * by, abs_tol=size * by)


@LAWS
@given(bodies(), st.data())
def test_a_true_claim_never_widens_a_bound(true: Body, data: st.DataObject) -> None:
    left_out = data.draw(st.sampled_from(true.claims))
    fewer = facts(comb([c for c in true.claims if c is not left_out], SUM, SOURCES))
    more = facts(comb(true.claims, SUM, SOURCES))
    for key, (low, high) in fewer.items():
        a, b = more[key]
        slack = 2e-6 * (high - low) + 1e-9 * abs(high)
        assert a >= low - slack
        assert b <= high + slack


@LAWS
@given(bodies(), st.data())
def test_a_planted_error_is_found_or_is_a_tie(true: Body, data: st.DataObject) -> None:
    levels = [c for c in true.claims if c.expression in ("x", "y", "z")]
    victim = data.draw(st.sampled_from(levels))
    factor = data.draw(st.sampled_from([10.0, 0.1]))
    assume(victim.value / victim.half_width > 100)
    wrong = claim(victim.expression or "", victim.period, victim.value * factor, victim.half_width)
    planted = [wrong if c is victim else c for c in true.claims]
    account = comb(planted, SUM, SOURCES)
    named = {c for d in account.disagreements for c in d.set_aside}
    tied = {c for d in account.disagreements for tie in d.ties for c in tie}
    assert wrong.id in named | tied
    assert named <= {wrong.id}


@LAWS
@given(bodies(), st.data())
def test_facts_hold_after_an_error_is_set_aside(true: Body, data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from(true.claims))
    shift = data.draw(st.floats(20, 2000)) * victim.half_width
    wrong = claim(victim.expression or "", victim.period, victim.value + shift, victim.half_width)
    planted = [wrong if c is victim else c for c in true.claims]
    account = comb(planted, SUM, SOURCES)
    assume(all(d.kind == "error" for d in account.disagreements))
    aside = {c for d in account.disagreements for c in d.set_aside}
    assert all(holds(account, c) for c in planted if c.id not in aside)


def _query(said: Claim) -> Query:
    return Query(parse(said.expression or ""), said.territory, Period.parse(said.period))
