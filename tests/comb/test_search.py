"""A search that is too hard to end gives a way out that holds, and how far off it may be."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from bluebook.cli import main
from bluebook.comb import comb
from bluebook.comb.localise import search
from bluebook.comb.localise.ways import Group, localise
from bluebook.comb.reconcile.solve import consistent
from bluebook.comb.system.build import components
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from tests.collect.editions import CATALOGUE, HEAD, edition
from tests.comb.bodies import SOURCES, catalogue, claim, indicator


class Dense:
    """Sums over sums of the same few parts, a third of the figures wrong."""

    def __init__(self, parts: int, sums: int, seed: int = 1) -> None:
        pick = random.Random(seed)
        names = [f"a{k}" for k in range(parts)]
        truth = {name: pick.randint(1000, 9999) for name in names}
        self.rules = []
        for k in range(sums):
            some = pick.sample(names, pick.randint(3, 5))
            truth[f"b{k}"] = sum(truth[name] for name in some)
            self.rules.append(f"b{k} = {' + '.join(some)}")
        wrong = set(pick.sample(sorted(truth), len(truth) // 3))
        self.figures = {
            n: pick.randint(1000, 60_000) if n in wrong else v for n, v in truth.items()
        }

    def catalogue(self) -> Catalogue:
        return catalogue(*self.rules, extra=[indicator(name) for name in self.figures])

    def claims(self) -> list[Claim]:
        return [claim(name, "2020", value) for name, value in self.figures.items()]

    def groups(self) -> Iterator[Group]:
        for part in components(self.claims(), self.catalogue(), SOURCES):
            yield from localise(part.statements, part.floors, lambda box, way: 0.0)


def test_the_gap_holds_the_cheapest_explanation(monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(4):
        body = Dense(10, 12, seed)
        least = sum(group.ways[0][1] for group in body.groups())
        assert all(group.proven and not group.gap for group in body.groups())
        with monkeypatch.context() as cut:
            cut.setattr(search, "WORK", 20)
            groups = list(body.groups())
        cost, gap = sum(g.ways[0][1] for g in groups), sum(g.gap for g in groups)
        assert not all(group.proven for group in groups)
        assert cost >= least - 1e-6
        assert cost - gap <= least + 1e-6


def test_a_search_cut_short_leaves_what_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "WORK", 20)
    body = Dense(12, 16)
    found = comb(body.claims(), body.catalogue(), SOURCES).disagreements
    assert any(not one.proven for one in found)
    gone = {c for one in found for c in one.set_aside}
    kept = [one for one in body.claims() if one.id not in gone]
    for part in components(kept, body.catalogue(), SOURCES):
        assert consistent(part.statements, part.floors)


def test_the_answer_says_that_it_was_cut_short(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty parts, thirty sums over them: in text, JSON and report, with the gap."""
    monkeypatch.setattr(search, "WORK", 10_000)
    body = Dense(20, 30)
    extra = "".join(f"  {n}: {{name: {{en: {n}}}, unit: CNY, kind: flow}}\n" for n in body.figures)
    rules = "".join(f"  - {{name: {{en: sum}}, rule: {rule}}}\n" for rule in body.rules)
    rows = "".join(f"{name},CN,2020,{value},CNY\n" for name, value in body.figures.items())
    own = f"{CATALOGUE}{extra}rules:\n{rules}"
    edition(tmp_path, 'file = "tables/t.csv"', {"t.csv": HEAD + rows}, own)
    page = tmp_path / "check.html"
    assert main(["check", str(tmp_path), "--json", "--html", str(page)]) == 1
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    gaps = {one["gap"] for one in told if not one["proven"]}
    assert gaps and min(gaps) > 0
    main(["check", str(tmp_path)])
    text = capsys.readouterr().out
    for gap in gaps:
        assert f"cut short: another explanation may cost less, by {gap:.2f} at most" in text
        assert f"by {gap:.2f} at most" in page.read_text("utf-8")
