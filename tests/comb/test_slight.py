"""Of slight conflicts, the claim that explains them all is named first, with its likely value."""

from __future__ import annotations

from bluebook.comb import comb
from tests.comb.bodies import SOURCES, catalogue, claim

SUM = catalogue("x = y + z", "x = sum(x)")
PLACES = [("CN-AA", 6823), ("CN-BB", 4540), ("CN-CC", 2132)]


def told(x: float) -> list:  # type: ignore[type-arg]
    claims = [
        claim("x", "2017", x), claim("y", "2017", 7056), claim("z", "2017", 6439),
        *(claim("x", "2017", value, territory=place) for place, value in PLACES),
    ]  # fmt: skip
    found = comb(claims, SUM, SOURCES).disagreements
    return [(one.kind, one.claims[0] == claims[0].id, [*one.proposed.values()]) for one in found]


def test_one_claim_in_all_slight_conflicts_is_named() -> None:
    assert not told(13495)
    found = told(13498)
    assert [kind for kind, *_ in found] == ["rounding", "rounding"]
    for _, first, ((value, _),) in found:
        assert first
        assert value in (13494, 13495, 13496)


def test_a_single_slight_conflict_names_none() -> None:
    claims = [claim("x", "2017", 13498), claim("y", "2017", 7056), claim("z", "2017", 6439)]
    (one,) = comb(claims, SUM, SOURCES).disagreements
    assert one.kind == "rounding"
    assert not one.proposed
