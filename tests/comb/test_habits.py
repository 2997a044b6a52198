"""Whether a body cuts figures off, revises months and restates bases is read from the body."""

from __future__ import annotations

import random

import polars as pl
import pytest

from bluebook.comb.bulk.conflicts import Body, check_bulk
from bluebook.comb.bulk.exact import Exact
from bluebook.comb.bulk.habits import Habits
from bluebook.model.claim import Claim
from tests.comb.bodies import SOURCES, catalogue, claim
from tests.comb.test_bulk import table

SUM = catalogue("x = y + z", "x = sum(x)")


def month(number: int) -> str:
    return f"{1900 + number // 12}-{number % 12 + 1:02d}"


def triples(count: int, cut: float = 0.0, off: int = 0) -> list[Claim]:
    """x = y + z over months to one decimal; a part of the totals one unit too low, and in as many
    months as said the total two units too high."""
    pick = random.Random(4)
    said = []
    for k in range(count):
        y, z = (round(pick.uniform(100, 900), 1) for _ in "yz")
        x = y + z + (0.2 if k < off else -0.2 if pick.random() < cut else 0.0)
        said += [claim(c, month(k), v, 0.05) for c, v in (("x", x), ("y", y), ("z", z))]
    return said


def growth(count: int, restated: float, off: int = 0) -> list[Claim]:
    """Levels of x and their growth on the year; a part of the rates a point too low."""
    pick = random.Random(4)
    levels = [pick.uniform(5000, 9000) for _ in range(count + 12)]
    said = [claim("x", month(k), round(x, 1), 0.05) for k, x in enumerate(levels)]
    for k in range(12, count + 12):
        rate = 100 * (levels[k] / levels[k - 12] - 1)
        less = 1.0 if k < 12 + off or pick.random() < restated else 0.0
        said.append(claim("yoy(x)", month(k), round(rate - less, 1), 0.05))
    return said


def habits(claims: list[Claim]) -> Habits:
    return Body(table(claims), Exact(SUM, SOURCES)).exact.setting.habits


def test_next_to_nothing_is_cut_off_where_sums_hold() -> None:
    assert not habits(triples(1200, off=2)).cut
    assert habits(triples(1200, cut=0.1)).cut


def test_few_rows_deny_no_habit() -> None:
    assert habits(triples(300)).cut


def test_bases_are_restated_where_rates_say_so() -> None:
    assert not habits(growth(1200, 0.0, off=2)).restated
    assert habits(growth(1200, 0.2)).restated


@pytest.mark.parametrize("often", [True, False])
def test_months_are_revised_where_years_to_date_say_so(often: bool) -> None:
    pick = random.Random(4)
    said = []
    for year in range(100):
        total = 0.0
        for k in range(12 * year, 12 * year + 12):
            flow = round(pick.uniform(100, 900), 1)
            total += flow
            told = flow + (0.7 if often and k % 5 == 0 else 0.0)
            said.append(claim("x", month(k), told, 0.05))
            if k % 12:
                said.append(claim("x", f"{month(12 * year)}/{month(k)}", round(total, 1), 0.05))
    assert habits(said).revised == often


def test_what_is_off_by_little_is_an_error_where_all_else_holds() -> None:
    (few,) = check_bulk(table(triples(300, off=1)), SUM, SOURCES).disagreements
    assert few.kind == "rounding"
    (many,) = check_bulk(table(triples(1200, off=1)), SUM, SOURCES).disagreements
    assert many.kind == "unsettled"
    assert {c for tie in many.ties for c in tie} == set(many.claims)


def test_order_and_units_change_no_habit() -> None:
    claims = triples(1100, cut=0.004)
    told = table(claims)
    value = [pl.col("value") * 1000, pl.col("half_width") * 1000]
    for other in (told.reverse(), told.with_columns(value)):
        body = Body(other, Exact(SUM, SOURCES))
        assert body.exact.setting.habits == habits(claims)
