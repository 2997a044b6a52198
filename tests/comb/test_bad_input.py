"""Hostile bodies get a clear answer: through an edition as a person has it, or through `comb`."""

import json
import math
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from bluebook.cli import main
from bluebook.comb import comb
from bluebook.comb.system.propagate import Box, propagate
from bluebook.comb.system.statement import Row
from tests.collect.editions import CATALOGUE, HEAD, edition
from tests.comb.bodies import SOURCES, catalogue, claim

Check = Callable[..., tuple[int, list[dict[str, object]], str]]


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """`bluebook check` on an edition of one table: exit code, disagreements, what was said."""

    def run(
        rows: str, extra: str = "", options: Sequence[str] = ("--json",)
    ) -> tuple[int, list[dict[str, object]], str]:
        edition(tmp_path, 'file = "tables/t.csv"', {"t.csv": HEAD + rows}, CATALOGUE + extra)
        code = main(["check", str(tmp_path), *options])
        told = capsys.readouterr()
        found = [json.loads(line) for line in told.out.splitlines()] if "--json" in options else []
        return code, found, told.out + told.err

    return run


def prints(count: int) -> str:
    return "".join(f"subs,CN,2020-12,{1_000_000 + 7 * k},subscribers\n" for k in range(count))


@pytest.mark.parametrize("count", [101, pytest.param(100_000, marks=pytest.mark.slow)])
def test_prints_without_end_of_one_figure_are_told_once(check: Check, count: int) -> None:
    code, (one,), _ = check(prints(count))
    assert code == 0
    assert (one["kind"], one["severity"]) == ("unsettled", "warning")
    assert len(one["ties"]) == len(one["claims"]) == count  # type: ignore[arg-type]
    assert f"{count:,}" in one["message"]["en"]  # type: ignore[index]


def test_the_text_names_the_first_of_many_claims_and_counts_the_rest(check: Check) -> None:
    _, _, text = check(prints(3000), options=())
    assert len(text.splitlines()) < 60
    assert "2,980 more" in text


def test_of_many_prints_the_one_that_independent_sources_share_is_kept() -> None:
    odd = [claim("s", "2020-12", 1000.0 + 10 * k) for k in range(1, 200)]
    said = [claim("s", "2020-12", 1000.0, source=source) for source in "abc"]
    account = comb([*odd, *said], catalogue(), SOURCES)
    (one,) = account.disagreements
    assert one.kind == "error"
    assert set(one.set_aside) == {c.id for c in odd}
    assert account.levels["s", "CN", "2020-12"].value == 1000.0


def test_a_decision_settles_many_prints() -> None:
    from bluebook.comb.decide import Decision

    odd = [claim("s", "2020-12", 1000.0 + 10 * k) for k in range(200)]
    decided = Decision(
        claims=(odd[7].id,), verdict="accept", who="n", when=date(2021, 1, 1), why="y"
    )
    account = comb(odd, catalogue(), SOURCES, decisions=[decided])
    assert account.levels["s", "CN", "2020-12"].value == odd[7].value


def test_many_prints_that_agree_are_no_disagreement() -> None:
    wide = [claim("s", "2020-12", 1000.0, 0.5 + k) for k in range(500)]
    account = comb(wide, catalogue(), SOURCES)
    assert not account.disagreements
    assert account.levels["s", "CN", "2020-12"].interval.width < 1.01


@pytest.mark.parametrize("value", ["nan", "inf", "1e300", "-1e300", "1e400"])
def test_what_is_no_number_is_refused_by_its_cell(check: Check, value: str) -> None:
    code, _, said = check(f"revenue,CN,2020,{value},CNY\nrevenue,CN,2020,5,CNY\n")
    assert code == 2
    assert "t.csv:2:D2" in said and "remedy:" in said


def test_definitions_in_a_circle_are_refused_by_their_line(check: Check) -> None:
    circle = """  a: {name: {en: A}, unit: CNY, kind: flow, formula: b + revenue}
  b: {name: {en: B}, unit: CNY, kind: flow, formula: a - revenue}
"""
    code, _, said = check("a,CN,2020,5,CNY\n", circle)
    assert code == 2
    assert "own.yaml:10" in said and "a -> b -> a" in said


@pytest.mark.parametrize("sign", ["=", ">="])
def test_rules_that_contradict_each_other_are_told(check: Check, sign: str) -> None:
    rules = f"""  cost: {{name: {{en: Cost}}, unit: CNY, kind: flow}}
rules:
  - {{name: {{en: one}}, rule: revenue {sign} 2 * cost}}
  - {{name: {{en: other}}, rule: cost {sign} 2 * revenue}}
"""
    code, found, _ = check("revenue,CN,2020,5,CNY\ncost,CN,2020,5,CNY\n", rules)
    assert code in (0, 1)
    assert found and any(one["rules"] for one in found)


def test_figures_that_nothing_bounds_are_left_open(check: Check) -> None:
    rows = "yoy(revenue),CN,2020,5,percent\nyoy(subs),CN-GD,2020-12,-3,percent\n"
    assert check(rows) == (0, [], "")


def test_bounds_that_run_away_round_a_cycle_are_a_conflict() -> None:
    """x is half above y, y half above x: only nothing would do, and x is something."""
    rows = [
        Row((0, 1), (1.0, -1.5), 0.0, math.inf),
        Row((1, 0), (1.0, -1.5), 0.0, math.inf),
        Row((0,), (1.0,), 5.0, math.inf),
    ]
    assert propagate(Box([0.0, 0.0], [math.inf] * 2), rows).conflict == {0, 1, 2}


@pytest.mark.parametrize(
    "said",
    [
        [("yoy(x)", 4.0), ("yoy(x)", 14.0)],
        [("share(y, of=x)", 40.0), ("share(y, of=x)", 47.0)],
        [("share(y, of=x)", 40.0), ("share(z, of=x)", 50.0)],
    ],
)
def test_ratios_that_contradict_are_told_though_no_level_is_known(
    said: list[tuple[str, float]],
) -> None:
    claims = [claim(what, "2020", value, 0.05) for what, value in said]
    (one,) = comb(claims, catalogue("x = y + z"), SOURCES).disagreements
    assert set(one.claims) == {c.id for c in claims}


def test_points_that_contradict_shares_are_told_though_no_level_is_known() -> None:
    claims = [
        claim("share(y, of=x)", "2019", 31.0, 0.05),
        claim("share(y, of=x)", "2020", 40.0, 0.05),
        claim("pp(share(y, of=x))", "2020", 3.0, 0.05),
    ]
    (one,) = comb(claims, catalogue("x = y + z"), SOURCES).disagreements
    assert claims[2].id in one.claims


def test_ratios_that_agree_are_not() -> None:
    said = [("share(y, of=x)", 40.0), ("share(z, of=x)", 60.0), ("yoy(x)", 4.0), ("yoy(y)", 0.0)]
    claims = [claim(what, "2020", value, 0.05) for what, value in said]
    assert not comb(claims, catalogue("x = y + z"), SOURCES).disagreements
