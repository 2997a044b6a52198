"""How long a year of operators' returns takes to become claims, beside pandas on the same files.

python benchmarks/collect_returns.py [--runs N]

The files are the regulator's (335,245 rows in long form; the same months side by side). Bluebook
reads every part of every row and checks it against the catalogue, and keeps each value's cell.
pandas reads and melts, nothing more.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.collect.brazil import DATA, brazil

WIDE = """
[wide]
title = {en = "wide"}
publisher = {en = "Anatel"}
date = 2024-02-01

[[wide.tables]]
file = "tables/broadband_returns_2023_wide.csv.gz"
wide = ["month"]
values = "^20[0-9][0-9]-"
expression = "broadband"
territory = "BR-{UF}"
period = "{month}"
unit = "subscribers"
precision = 0
dimensions = {company = "{empresa}", medium = "{meio_acesso}", customer = "{tipo_pessoa}"}
"""


def best(runs: int, work: Callable[[], object]) -> tuple[float, object]:
    """The shortest time of some runs, and what the last one gave."""
    times, result = [], None
    for _ in range(runs):
        started = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - started)
    return min(times), result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    if not DATA.is_dir():
        sys.exit(f"the returns are not here: {DATA}")
    with tempfile.TemporaryDirectory() as folder:
        edition = brazil(Path(folder) / "edition")
        tables = edition.folder / "sources"
        shutil.copy(DATA / "broadband_returns_2023_wide.csv.gz", tables / "tables")
        with (tables / "sources.toml").open("a", encoding="utf-8") as toml:
            toml.write(WIDE)
        _ = edition.catalogue
        from bluebook.collect import collect_source, frame

        print(f"{os.cpu_count()} cores; best of {runs}, after imports")
        for name, what in (
            ("rows", "bluebook, long: every row a claim (frame)"),
            ("wide", "bluebook, wide: every cell a claim (frame)"),
            ("ida", "bluebook, 19 ODS workbooks by one mapping (frame)"),
        ):
            seconds, found = best(runs, lambda name=name: frame(edition, name))
            print(f"{seconds:6.2f} s  {found.height:>8,} claims  {what}")
        seconds, found = best(runs, lambda: collect_source(edition, "sums"))
        print(
            f"{seconds:6.2f} s  {len(found):>8,} claims  bluebook, long: summed by state and medium"
        )
        peers(runs)


def peers(runs: int) -> None:
    """The same files read and melted by pandas, if it is installed."""
    try:
        import pandas as pd
    except ImportError:
        print("pandas is not installed: pip install -r benchmarks/requirements.txt")
        return

    def long() -> object:
        read = pd.read_csv(DATA / "broadband_returns_2023_long.csv.gz", dtype=str)
        read["period"] = read["ano"] + "-" + read["mes"].str.zfill(2)
        read["value"] = read["Acessos"].astype(float)
        return read

    def wide() -> object:
        read = pd.read_csv(DATA / "broadband_returns_2023_wide.csv.gz", dtype=str)
        months = [c for c in read.columns if c.startswith("20")]
        melted = read.melt([c for c in read.columns if c not in months], months).dropna()
        melted["value"] = melted["value"].astype(float)
        return melted

    for name, work in (("long", long), ("wide", wide)):
        seconds, found = best(runs, work)
        print(f"{seconds:6.2f} s  {len(found):>8,} rows    pandas, {name}: read, melt")


if __name__ == "__main__":
    main()
