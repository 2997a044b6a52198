"""What binds a figure: removing anything else leaves its bounds as they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.comb import comb
from bluebook.comb.binding import bind
from bluebook.language.meaning import query
from tests.comb.bodies import SOURCES, body, catalogue, claim

SUM = catalogue("x = y + z")


def test_a_total_sharper_than_printed_is_bound_by_its_parts() -> None:
    claims = [claim("x", "2020", 1000, 50), claim("y", "2020", 403), claim("z", "2020", 601)]
    account = comb(claims, SUM, SOURCES)
    (one,) = bind(account, SOURCES, [query("x@CN,2020", SUM, "CN", "2020")])
    assert (one.at_least, one.at_most) == (account.levels["x", "CN", "2020"].interval)
    assert set(one.lower) == set(one.upper) == {claims[1].id, claims[2].id}
    assert one.rules == ("x = y + z",)


def test_an_expression_is_bound_through_its_levels() -> None:
    claims = [claim("x", "2019", 100), claim("yoy(x)", "2020", 10, 0.05)]
    account = comb(claims, SUM, SOURCES)
    found = bind(account, SOURCES, [query("x@CN,2020", SUM, "CN", "2020")])
    assert [set(one.lower) for one in found] == [{c.id for c in claims}]
    asked = query('change_since(x, "2019")@CN,2020', SUM, "CN", "2020")
    assert {one.period for one in bind(account, SOURCES, [asked])} == {"2019", "2020"}


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.floats(1000, 9000), min_size=2, max_size=4),
    st.lists(st.floats(0.2, 0.8), min_size=4, max_size=4),
    st.lists(st.sampled_from([1.0, 10.0, 100.0]), min_size=4, max_size=4),
)
def test_the_binding_claims_alone_give_the_bound(
    totals: list[float], shares: list[float], digits: list[float]
) -> None:
    true = body(totals, shares[: len(totals)], digits[: len(totals)])
    account = comb(true.claims, SUM, SOURCES)
    (one,) = bind(account, SOURCES, [query("y@CN,2015", SUM, "CN", "2015")])
    if account.disagreements:
        return
    for names, side in ((one.lower, 0), (one.upper, 1)):
        few = [c for c in true.claims if c.id in names]
        alone = comb(few, SUM, SOURCES).levels.get(("y", "CN", "2015"))
        if alone is not None:
            whole = account.levels["y", "CN", "2015"].interval[side]
            assert abs(alone.interval[side] - whole) <= 1e-6 * max(abs(whole), 1)
