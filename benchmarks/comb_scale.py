"""How the cost of combing grows: entangled claims of a nation, its provinces and cities.

    python benchmarks/comb_scale.py [CLAIMS ...]         (10,000, 100,000 and 1,000,000)

A nation of 31 provinces and 340 cities over 36 months; indicators x = y + z that add up to one
grand total, so that everything hangs together; half are flows in yuan, half are counted
subscribers printed to the hundred. Said are levels, growth on the year, shares, and for nation
and provinces flows to date; one city figure in ten is not printed. Parts of a place add up to
it. One level in a thousand is spoilt: one digit wrong, two transposed, one dropped or doubled, or a
factor of ten. An error counts that puts the figure outside what all sound claims leave it.

Prints for each size: seconds to check a clean body; seconds to check, localise and reconcile a
spoilt one; memory; errors named; and what an independent pass over the result finds.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

import numpy as np
import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.comb.bodies import SOURCES, catalogue, indicator

from bluebook.comb.bulk.conflicts import MILD, check_bulk, comb_bulk
from bluebook.model.catalogue import Catalogue, Rule
from bluebook.model.period import Period
from bluebook.model.territory import Territory

PROVINCES, CITIES, MONTHS = 31, 340, 36
UNPRINTED = 0.1
EACH = 67_500  # claims of one indicator and its two parts
MONTH = np.array([f"{2019 + m // 12}-{m % 12 + 1:02d}" for m in range(MONTHS)])
TO_DATE = np.array([f"{month[:4]}-01/{month}" for month in MONTH])


class Nation:
    """Places, and figures of cities added up over them."""

    def __init__(self, cities: int, pick: np.random.Generator) -> None:
        self.pick, self.cities = pick, cities
        self.province = np.arange(cities) % PROVINCES
        self.names = np.array(
            ["N", *(f"P{p}" for p in range(PROVINCES)), *(f"C{c}" for c in range(cities))]
        )

    def places(self) -> dict[str, Territory]:
        found = {"N": Territory("N", {"en": "N"}, "", level="country")}
        for name in self.names[1:].tolist():
            up = "N" if name[0] == "P" else f"P{self.province[int(name[1:])]}"
            level = "province" if up == "N" else "city"
            found[name] = Territory(name, {"en": name}, up, level=level)
        return found

    def all(self, city: np.ndarray) -> np.ndarray:
        whole = np.zeros((PROVINCES, MONTHS))
        np.add.at(whole, self.province, city)
        return np.vstack([whole.sum(axis=0), whole, city])

    def grown(self, least: float, most: float) -> np.ndarray:
        start = self.pick.uniform(least, most, (self.cities, 1))
        return start * np.cumprod(self.pick.uniform(0.97, 1.05, (self.cities, MONTHS)), axis=1)

    def said(
        self, expression: str, periods: np.ndarray, figures: np.ndarray, digit: float
    ) -> pl.DataFrame:
        names = self.names[: len(figures)]
        frame = pl.DataFrame(
            {
                "expression": np.full(figures.size, expression),
                "territory": np.repeat(names, len(periods)),
                "period": np.tile(periods, len(names)),
                "value": (np.round(figures / digit) * digit).ravel().round(1),
                "half_width": np.full(figures.size, digit / 2),
            }
        )
        printed = np.repeat(np.char.startswith(names, "C"), len(periods))
        return frame.filter(~(printed & (self.pick.random(figures.size) < UNPRINTED)))


def body(target: int) -> tuple[Catalogue, pl.DataFrame, dict[str, float]]:
    """A catalogue, claims about as many as asked for, and the true value of each spoilt one."""
    pick = np.random.default_rng(5)
    groups = max(1, round(target / EACH))
    nation = Nation(min(CITIES, max(PROVINCES, round(CITIES * target / EACH))), pick)
    parts: list[pl.DataFrame] = []
    codes, rules = [], []
    total: dict[str, np.ndarray] = {}
    for g in range(groups):
        kind = "flow" if g % 2 == 0 else "stock"
        digit, unit = (0.1, "CNY") if kind == "flow" else (100.0, "subscribers")
        x, y, z = (f"{letter}{g}" for letter in "xyz")
        codes += [indicator(code, unit, kind) for code in (x, y, z)]
        rules += [f"{x} = {y} + {z}", f"{x} = sum({x})", f"{y} = sum({y})", f"{z} = sum({z})"]
        size = (1e3, 1e4) if kind == "flow" else (1e5, 1e6)
        level = {y: nation.grown(*size), z: nation.grown(*size)}
        if kind == "stock":
            level = {code: np.round(city) for code, city in level.items()}
        level = {code: nation.all(city) for code, city in level.items()}
        level[x] = level[y] + level[z]
        total[kind] = total.get(kind, 0.0) + level[x]
        for code in (x, y, z):
            parts.append(nation.said(code, MONTH, level[code], digit))
        for code in (x, y):
            growth = 100 * (level[code][:, 12:] / level[code][:, :-12] - 1)
            parts.append(nation.said(f"yoy({code})", MONTH[12:], growth, 0.1))
        parts.append(nation.said(f"share({y}, of={x})", MONTH, 100 * level[y] / level[x], 0.1))
        if kind == "flow":
            upper = level[x][: 1 + PROVINCES].reshape(1 + PROVINCES, -1, 12)
            parts.append(
                nation.said(x, TO_DATE, upper.cumsum(axis=2).reshape(1 + PROVINCES, -1), 0.1)
            )
    for kind, figures in total.items():
        name = {"flow": "revenue", "stock": "subscribers"}[kind]
        unit, digit = ("CNY", 0.1) if kind == "flow" else ("subscribers", 100.0)
        codes.append(indicator(name, unit, kind))
        rules.append(
            f"{name} = "
            + " + ".join(f"x{g}" for g in range(groups) if (g % 2 == 0) == (kind == "flow"))
        )
        parts.append(nation.said(name, MONTH, figures, digit))
    table = pl.concat(parts).unique(["expression", "territory", "period"], maintain_order=True)
    table = table.with_columns(source=pl.lit("a"), id=pl.int_range(pl.len()).cast(pl.String))
    return _known(nation, codes, rules), *_spoilt(table, pick)


def _known(nation: Nation, codes: list, rules: list[str]) -> Catalogue:
    base = catalogue(extra=codes)
    told = tuple(Rule(rule, {"en": rule}) for rule in rules)
    return Catalogue(base.indicators, base.units, base.territories | nation.places(), told)


def _spoilt(
    table: pl.DataFrame, pick: np.random.Generator
) -> tuple[pl.DataFrame, dict[str, float]]:
    value, half = table["value"].to_numpy().copy(), table["half_width"].to_numpy()
    levels = np.flatnonzero(~table["expression"].str.contains("(", literal=True).to_numpy())
    truth: dict[str, float] = {}
    for k in pick.permutation(levels).tolist():
        wrong = slipped(float(value[k]), 2 * float(half[k]), pick)
        if wrong is not None and abs(wrong - value[k]) > half[k]:
            truth[str(k)] = float(value[k])
            value[k] = wrong
        if len(truth) == max(1, len(value) // 1000):
            break
    return table.with_columns(value=pl.Series(value)), truth


def slipped(value: float, unit: float, pick: np.random.Generator) -> float | None:
    """The value with a slip of the pen; None where that leaves nothing."""
    text = str(round(value / unit))
    i, digit = int(pick.integers(len(text))), str(pick.integers(10))
    made = (
        text[:i] + digit + text[i + 1 :],
        text[:i] + text[i : i + 2][::-1] + text[i + 2 :],
        text[:i] + text[i + 1 :],
        text[: i + 1] + text[i:],
        text + "0",
        text[:-1] if text[-1] == "0" else "",
    )[int(pick.integers(6))]
    return int(made) * unit if made.strip("0") else None


def main(sizes: list[int]) -> bool:
    good = True
    each = []
    for size in sizes:
        known, table, truth = body(size)
        value = pl.col("id").replace_strict(truth, default=None, return_dtype=pl.Float64)
        clean = table.with_columns(value=value.fill_null(pl.col("value")))
        found, check, cpu = timed(check_bulk, clean, known)
        falsely = len(found.disagreements)
        print(
            f"{len(table):9,} claims: checked clean in {check:6.2f} s wall {cpu:6.2f} s CPU, {falsely} raised falsely"
        )
        sound = check_bulk(clean.filter(~pl.col("id").is_in(list(truth))), known, SOURCES)
        truth = {c: truth[c] for c in outside(table, sound.bounds, truth)}
        del clean, found, sound
        found, all_, cpu = timed(comb_bulk, table, known)
        each.append(all_ / len(table))
        aside = {c: one for one in found.disagreements for c in one.set_aside}
        tied = {c for one in found.disagreements for tie in one.ties for c in tie}
        mild = {c for one in found.disagreements if one.kind in MILD for c in one.claims}
        mild -= {*aside, *tied}
        named = sum(c in aside for c in truth)
        right = sum(
            abs(aside[c].proposed.get(c, (0.0, ""))[0] - value) <= 1e-9 * value
            for c, value in truth.items()
            if c in aside
        )
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        proof = found.proof
        print(
            f"          localised and reconciled in {all_:6.2f} s wall {cpu:6.2f} s CPU of this process, {memory:.2f} GB"
        )
        print(
            f"          {len(truth)} errors: {named} named, {sum(c in tied for c in truth)} tied, "
            f"{sum(c in mild for c in truth)} told as rounding or revision, {right} with the true value, "
            f"{len(aside) - named} others set aside"
        )
        print(
            f"          {proof.claims:,} kept claims and {proof.identities:,} identities hold: {proof.holds} (worst claim {proof.excess:.1e} "
            f"half widths outside, worst identity {proof.residual:.1e} of its size); {proof.counted:,} counted figures whole, "
            f"{proof.not_whole} not; adjustment at most {proof.gap:.1e} above the least"
        )
        told = (named + sum(c in tied for c in truth)) / len(truth)
        good &= verdict("every kept claim and identity holds", proof.holds)
        good &= verdict("at least 99 % of the errors named or tied", told >= 0.99)
        if size >= 1_000_000:
            good &= verdict("checked in 10 s", check < 10)
            good &= verdict("localised and reconciled in 60 s", all_ < 60)
            good &= verdict("less than 6 GB", memory < 6)
    if len(each) > 1:
        print("seconds a claim: " + ", ".join(f"{1e6 * one:.0f} µs" for one in each))
        good &= verdict(
            "cost close to linear: at most twice as much a claim as in the smallest body",
            max(each) <= 2 * each[0],
        )
    return good


def outside(table: pl.DataFrame, bounds: pl.DataFrame, spoilt: dict[str, float]) -> list[str]:
    """The ids of spoilt claims that lie outside the bounds their figures have without them."""
    span = {
        text: (period.first, period.last)
        for text in table["period"].unique().to_list()
        for period in [Period.parse(text)]
    }
    first = {text: one for text, (one, _) in span.items()}
    last = {text: one for text, (_, one) in span.items()}
    wrong = table.filter(pl.col("id").is_in(list(spoilt))).with_columns(
        code="expression",
        first=pl.col("period").replace_strict(first),
        last=pl.col("period").replace_strict(last),
    )
    key = ["code", "territory", "first", "last"]
    met = wrong.join(bounds, on=key, how="inner", coalesce=True)
    low, high = pl.col("value") - pl.col("half_width"), pl.col("value") + pl.col("half_width")
    return met.filter((low > pl.col("upper")) | (high < pl.col("lower")))["id"].to_list()


def timed(what, table: pl.DataFrame, known: Catalogue):
    wall, cpu = time.perf_counter(), time.process_time()
    found = what(table, known, SOURCES)
    return found, time.perf_counter() - wall, time.process_time() - cpu


def verdict(bar: str, met: bool) -> bool:
    print(f"  {'PASS' if met else 'FALLS SHORT'}  {bar}")
    return met


if __name__ == "__main__":
    sys.exit(not main([int(a) for a in sys.argv[1:]] or [10_000, 100_000, 1_000_000]))
