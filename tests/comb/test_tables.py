"""Defects of whole tables are found for what they are, and sound tables raise nothing."""

from __future__ import annotations

import random

import pytest

from bluebook.comb import Account, comb
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.territory import Territory
from tests.comb.bodies import SOURCES, catalogue, claim

YEARS = range(2016, 2025)
PLACES = [f"CN-{a}{b}" for a in "ABCD" for b in "WXYZ"]
Grid = dict[tuple[str, int], float]


def nation() -> Catalogue:
    known = catalogue()
    places = {"CN": known.territories["CN"]} | {
        code: Territory(code, {"zh": code, "en": code}, "CN", level="province") for code in PLACES
    }
    return Catalogue(known.indicators, known.units, places, known.rules)


def grid(seed: int = 1) -> Grid:
    """Levels of sixteen places that grow by about eight per cent a year, each in its way."""
    pick = random.Random(seed)
    found: Grid = {}
    for place in PLACES:
        level = pick.uniform(1e6, 9e6)
        for year in YEARS:
            level *= pick.uniform(1.05, 1.11)
            found[place, year] = float(round(level))
    return found


def account(cells: Grid, true: Grid) -> Account:
    claims: list[Claim] = [
        claim("x", str(year), value, source="c", territory=place)
        for (place, year), value in cells.items()
    ]
    for year in YEARS:
        total = sum(true[place, year] for place in PLACES)
        claims.append(claim("x", str(year), total))
    return comb(claims, nation(), SOURCES)


def kinds(found: Account) -> set[str]:
    return {one.kind for one in found.disagreements}


@pytest.mark.parametrize("seed", range(5))
def test_a_sound_table_raises_nothing(seed: int) -> None:
    true = grid(seed)
    assert not kinds(account(true, true))


def test_a_reversed_column() -> None:
    true = grid()
    first, last = YEARS[0], YEARS[-1]
    turned = {(place, year): true[place, first + last - year] for place, year in true}
    found = account(turned, true)
    (one,) = [d for d in found.disagreements if d.kind == "reversed"]
    assert len(one.set_aside) == len(PLACES) * (len(YEARS) - 1)
    for name, (value, _) in one.proposed.items():
        cell = found.claims[name]
        assert value == pytest.approx(true[cell.territory, int(cell.period)], rel=1e-6)


def test_a_clipped_column() -> None:
    true = grid()
    cap = sorted(true.values())[-5]
    clipped = {cell: min(value, cap) for cell, value in true.items()}
    (one,) = [d for d in account(clipped, true).disagreements if d.kind == "clipped"]
    assert len(one.set_aside) == 5


def test_a_year_that_misses_the_nation() -> None:
    true = grid()
    wrong = {(p, y): value * (3 if y == 2019 else 1) for (p, y), value in true.items()}
    (one,) = [d for d in account(wrong, true).disagreements if d.kind == "sum"]
    assert "2019" in one.message["zh"]
    assert len(one.set_aside) == len(PLACES)


def test_a_year_filled_in_twice() -> None:
    true = grid()
    wrong = true | {("CN-AW", 2018): true["CN-AW", 2017]}
    (one,) = [d for d in account(wrong, true).disagreements if d.kind == "repeated"]
    assert len(one.claims) == 2


def test_a_series_that_falls_by_half_and_stays() -> None:
    true = grid()
    wrong = true | {("CN-BX", year): true["CN-BX", year] / 2 for year in range(2020, 2025)}
    (one,) = [d for d in account(wrong, true).disagreements if d.kind == "break"]
    assert "CN-BX" in one.message["en"]


def test_one_wrong_cell_is_no_step() -> None:
    true = grid()
    wrong = true | {("CN-BX", 2020): true["CN-BX", 2020] / 2}
    assert "break" not in kinds(account(wrong, true))


def test_another_order_of_claims_tells_the_same() -> None:
    true = grid()
    cells = list(({(p, y): true[p, 4040 - y] for p, y in true}).items())
    random.Random(2).shuffle(cells)
    first = account(dict(cells), true).disagreements
    cells.reverse()
    assert account(dict(cells), true).disagreements == first
