"""Very many claims are combed as columns: the account says the same as that of the exact search."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bluebook.comb
from bluebook.comb import Account, binding, comb
from bluebook.comb.binding import bind
from bluebook.comb.bulk.columnar import around
from bluebook.comb.decide import Decision
from bluebook.edition import Edition
from bluebook.language.arithmetic import Column
from bluebook.language.expression import parse
from bluebook.language.meaning import Query
from bluebook.model.claim import Claim
from bluebook.model.period import Period
from bluebook.press.build import Press
from tests.comb.bodies import SOURCES, Body, catalogue, claim
from tests.comb.test_laws import bodies

SUM = catalogue("x = y + z")
LAWS = settings(max_examples=25, deadline=None)


@contextmanager
def from_the_first() -> Iterator[None]:
    """Bodies of any size are combed as columns."""
    many = bluebook.comb.MANY
    bluebook.comb.MANY = 0
    try:
        yield
    finally:
        bluebook.comb.MANY = many


def both(claims: Sequence[Claim], decisions: Sequence[Decision] = ()) -> tuple[Account, Account]:
    with from_the_first():
        columns = comb(claims, SUM, SOURCES, decisions)
    return columns, comb(claims, SUM, SOURCES, decisions)


def told(account: Account) -> set[tuple[object, ...]]:
    return {
        (d.kind, d.severity, d.set_aside, tuple(d.proposed.items()))
        for d in account.disagreements
    }  # fmt: skip


@LAWS
@given(bodies())
def test_facts_are_those_of_the_exact_search(true: Body) -> None:
    columns, exact = both(true.claims)
    assert not columns.disagreements
    assert columns.stated == exact.stated
    for key, fact in columns.levels.items():
        other = exact.levels[key]
        slack = 1e-9 * abs(other.value)
        assert (fact.status, fact.unit, fact.set_aside) == (other.status, other.unit, ())
        assert fact.lower <= other.lower + slack
        assert fact.upper >= other.upper - slack
        assert fact.lower <= fact.value <= fact.upper
        assert fact.claims
    assert {k for k, f in exact.levels.items() if f.status == "A"} <= set(columns.levels)


@LAWS
@given(bodies(), st.data())
def test_a_planted_error_is_told_as_by_the_exact_search(true: Body, data: st.DataObject) -> None:
    victim = data.draw(st.sampled_from([c for c in true.claims if c.expression in ("x", "y")]))
    wrong = claim(victim.expression or "", victim.period, victim.value * 10, victim.half_width)
    columns, exact = both([wrong if c is victim else c for c in true.claims])
    assert told(columns) == told(exact)


def test_what_was_decided_to_be_true_is_kept() -> None:
    claims = [claim("x", "2020", 300), claim("y", "2020", 100), claim("z", "2020", 2000)]
    today = datetime.date(2022, 1, 1)
    kept = Decision(claims=(claims[2].id,), verdict="accept", who="A", when=today, why="asked")
    columns, exact = both(claims, [kept])
    aside = {c for d in columns.disagreements for c in d.set_aside}
    assert claims[2].id not in aside
    assert aside == {c for d in exact.disagreements for c in d.set_aside}


def test_an_edition_with_a_parquet_source(tmp_path: Path) -> None:
    edition = tmp_path / "edition"
    (edition / "sources").mkdir(parents=True)
    (edition / "edition.toml").write_text(
        '[edition]\ntitle = {en = "B"}\npublisher = {en = "P"}\nterritory = "CN"\n'
        'period = "2020"\nlanguages = ["en"]\nissued = 2021-02-01\n'
    )
    (edition / "sources" / "sources.toml").write_text(
        '[a]\ntitle = {en = "a"}\npublisher = {en = "P"}\ndate = 2021-01-20\nlanguage = "en"\n'
        '[[a.tables]]\nfile = "a.parquet"\nvalue = "value"\nexpression = "{expression}"\n'
        'territory = "CN"\nperiod = "{period}"\nunit = "CNY"\nprecision = 0.5\n'
    )
    months = [f"{year}-{month:02d}" for year in (2019, 2020) for month in range(1, 13)]
    rows = [(month, 100 + 7 * k) for k, month in enumerate(months)]
    rows += [(str(y), sum(v for m, v in rows if m[:4] == str(y))) for y in (2019, 2020)]
    rows += [("2019-Q2", sum(value for _, value in rows[3:6]))]
    rows[5] = (rows[5][0], rows[5][1] * 10)
    pl.DataFrame(
        {
            "expression": ["telecom_revenue"] * len(rows),
            "period": [period for period, _ in rows],
            "value": [str(value) for _, value in rows],
        }
    ).write_parquet(edition / "sources" / "a.parquet")
    with from_the_first():
        press = Press(Edition(edition))
        (wrong,) = [d for d in press.check() if d.set_aside]
        (fact,) = press.facts("telecom_revenue@CN,2019-06")
    assert wrong.proposed[wrong.set_aside[0]][0] == 135
    assert (fact.value, fact.status) == (135, "E")


def test_what_binds_a_figure_of_many_is_looked_for_near_it(monkeypatch: pytest.MonkeyPatch) -> None:
    places = [f"CN-{c}" for c in ("AA", "BB", "CC")]
    claims = [
        claim(code, str(year), value, 0.5, territory=place)
        for place in places
        for year in range(2000, 2020)
        for code, value in (("x", 300), ("y", 100), ("z", 200))
    ]
    account = comb(claims, SUM, SOURCES)
    ask = Query(parse("x"), places[1], Period.parse("2010"))
    exact = bind(account, SOURCES, [ask])
    monkeypatch.setattr(binding, "MANY", 0)
    assert bind(account, SOURCES, [ask]) == exact
    near = around(claims, SUM, SOURCES, [Column("x", places[1], Period.parse("2010"))])
    assert {(c.territory, c.period) for c in near} == {(places[1], "2010")}
