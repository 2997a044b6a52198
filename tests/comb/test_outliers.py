"""Growth that stands out among like places."""

import random

import pytest

from bluebook.comb import comb
from bluebook.comb.rules.outliers import FEWEST, outliers
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.territory import Territory
from tests.comb.bodies import SOURCES, catalogue, claim


def places(n: int) -> Catalogue:
    import msgspec

    base = catalogue()
    more = {
        f"P{k}": Territory(f"P{k}", {"zh": f"P{k}", "en": f"P{k}"}, "CN", level="province")
        for k in range(n)
    }
    return msgspec.structs.replace(base, territories=base.territories | more)


def grown(ratios: list[float], sizes: list[float]) -> list[Claim]:
    out = []
    for k, (ratio, size) in enumerate(zip(ratios, sizes, strict=True)):
        out.append(claim("x", "2019", size, territory=f"P{k}"))
        out.append(claim("x", "2020", round(size * ratio), territory=f"P{k}"))
    return out


def test_a_wild_growth_is_found_and_does_not_hide_itself() -> None:
    pick = random.Random(1)
    ratios = [pick.uniform(1.02, 1.10) for _ in range(30)] + [10.0]
    (one,) = outliers(comb(grown(ratios, [1e6] * 31), places(31), SOURCES))
    assert (one.territory, one.places) == ("P30", 31)
    assert one.growth == pytest.approx(900, abs=0.1) and one.lower < 6 < one.upper < 20
    assert "900.0%" in one.message["en"] and "P30x（2020）同比900.0%" in one.message["zh"]
    assert len(one.claims) == 2


def test_a_small_place_may_vary_more_than_a_large_one() -> None:
    pick = random.Random(2)
    ratios = [pick.uniform(1.02, 1.10) for _ in range(30)] + [1.45, 1.45]
    sizes = [1e6] * 30 + [1e4, 4e6]
    found = outliers(comb(grown(ratios, sizes), places(32), SOURCES))
    assert [one.territory for one in found] == ["P31"]


def test_where_all_grow_alike_a_slight_difference_is_none() -> None:
    found = outliers(comb(grown([1.05] * 19 + [1.0501], [1e6] * 20), places(20), SOURCES))
    assert len(found) <= 1 and all(one.growth == pytest.approx(5.01, abs=0.01) for one in found)


def test_too_few_places_say_nothing() -> None:
    n = FEWEST - 1
    ratios = [1.05] * (n - 1) + [30.0]
    assert outliers(comb(grown(ratios, [1e6] * n), places(n), SOURCES)) == []


def test_a_fall_stands_out_as_much_as_the_rise_it_mirrors() -> None:
    pick = random.Random(3)
    base = [pick.uniform(0.97, 1.03) for _ in range(30)]
    up = outliers(comb(grown([*base, 2.0], [1e6] * 31), places(31), SOURCES))
    down = outliers(comb(grown([*base, 0.5], [1e6] * 30 + [2e6]), places(31), SOURCES))
    assert [one.territory for one in up] == [one.territory for one in down] == ["P30"]
