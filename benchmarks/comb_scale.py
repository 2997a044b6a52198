"""How the cost of combing grows: entangled claims of provinces, cities, indicators and months.

    python benchmarks/comb_scale.py [CLAIMS ...]

31 provinces of 11 cities; indicators x = y + z by month over three years; cities add up to
provinces; levels, growth on the year and shares as printed; one level in a thousand is spoilt by
a factor of ten or one wrong digit. Prints seconds, memory, and how many errors were named.
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

from bluebook.comb.bulk import check_bulk
from bluebook.model.catalogue import Catalogue, Rule
from bluebook.model.territory import Territory

PROVINCES, CITIES, MONTHS = 31, 11, 36
EACH = (1 + CITIES) * PROVINCES * (3 * MONTHS + 2 * (MONTHS - 12) + MONTHS)


def body(target: int) -> tuple[Catalogue, pl.DataFrame, dict[str, float]]:
    """A catalogue, claims about as many as asked for, and the true value of each spoilt one."""
    pick = np.random.default_rng(5)
    places, city = {}, []
    for p in range(PROVINCES):
        places[f"P{p}"] = Territory(f"P{p}", {"en": f"P{p}"}, "", level="province")
        for c in range(CITIES):
            city.append(f"P{p}-{c}")
            places[city[-1]] = Territory(city[-1], {"en": city[-1]}, f"P{p}", level="city")
    names = np.array([*city, *(f"P{p}" for p in range(PROVINCES))])
    months = np.array([f"{2019 + m // 12}-{m % 12 + 1:02d}" for m in range(MONTHS)])
    parts: list[pl.DataFrame] = []
    codes, rules = [], []
    for g in range(max(1, round(target / EACH))):
        x, y, z = (f"{letter}{g}" for letter in "xyz")
        codes += [indicator(code) for code in (x, y, z)]
        rules += [f"{x} = {y} + {z}", f"{x} = sum({x})", f"{y} = sum({y})"]
        level = {}
        for code in (y, z):
            start = pick.uniform(1e3, 1e4, (len(city), 1))
            steps = np.cumprod(pick.uniform(0.97, 1.05, (len(city), MONTHS)), axis=1)
            level[code] = start * steps
        level[x] = level[y] + level[z]
        for code in (x, y, z):
            whole = level[code].reshape(PROVINCES, CITIES, MONTHS).sum(axis=1)
            level[code] = np.vstack([level[code], whole])
            parts.append(_said(code, names, months, level[code]))
        for code in (x, y):
            growth = 100 * (level[code][:, 12:] / level[code][:, :-12] - 1)
            parts.append(_said(f"yoy({code})", names, months[12:], growth))
        parts.append(_said(f"share({y}, of={x})", names, months, 100 * level[y] / level[x]))
    table = pl.concat(parts).with_columns(source=pl.lit("a"))
    table = table.with_columns(id=pl.int_range(pl.len()).cast(pl.String))
    value = table["value"].to_numpy().copy()
    levels = np.flatnonzero(~table["expression"].str.contains("(", literal=True).to_numpy())
    spoilt = pick.choice(levels, max(1, len(value) // 1000), replace=False)
    truth = {str(k): float(value[k]) for k in spoilt}
    wrong = np.where(pick.random(len(spoilt)) < 0.5, value[spoilt] * 10, value[spoilt] + 2000.0)
    value[spoilt] = wrong
    base = catalogue(extra=codes)
    told = tuple(Rule(rule, {"en": rule}) for rule in rules)
    known = Catalogue(base.indicators, base.units, base.territories | places, told)
    return known, table.with_columns(value=pl.Series(value)), truth


def _said(
    expression: str, places: np.ndarray, months: np.ndarray, level: np.ndarray
) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "expression": np.full(level.size, expression),
            "territory": np.repeat(places, len(months)),
            "period": np.tile(months, len(places)),
            "value": np.round(level, 1).ravel(),
            "half_width": np.full(level.size, 0.05),
        }
    )


def main(sizes: list[int]) -> None:
    for size in sizes:
        known, table, truth = body(size)
        clean = table.with_columns(
            value=pl.when(pl.col("id").is_in(list(truth)))
            .then(pl.col("id").replace_strict(truth, default=None, return_dtype=pl.Float64))
            .otherwise("value")
        )
        check = time.process_time()
        assert not check_bulk(clean, known, SOURCES).disagreements
        print(
            f"{len(table):8} claims without errors checked in {time.process_time() - check:.2f} s"
        )
        wall, cpu = time.perf_counter(), time.process_time()
        found = check_bulk(table, known, SOURCES)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        aside = {c: one for one in found.disagreements for c in one.set_aside}
        tied = {c for one in found.disagreements for tie in one.ties for c in tie}
        named = sum(c in aside for c in truth)
        right = sum(
            abs(aside[c].proposed.get(c, (0.0, ""))[0] - value) < 0.06
            for c, value in truth.items()
            if c in aside
        )
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(
            f"{len(table):8} claims {wall:7.2f} s wall {cpu:7.2f} s CPU {memory:.2f} GB; "
            f"{len(truth)} errors: {named} named, {sum(c in tied for c in truth)} tied, {right} with "
            f"the true value; {len(aside) - named} others set aside"
        )


if __name__ == "__main__":
    main([int(a) for a in sys.argv[1:]] or [100_000, 1_000_000])
