"""A million records of nine values under three sums, one in twenty with a value times ten.

    python benchmarks/comb_records.py [RECORDS]

Beside it Banff's `errorloc` and pandera, where they are installed beside this package
(benchmarks/requirements-comb.txt).
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np
import polars as pl

from bluebook.comb.bulk.records import check_records

RULES = ["x0 + x1 + x2 = s1", "x3 + x4 + x5 = s2", "s1 + s2 = t"]
COLUMNS = [*(f"x{k}" for k in range(6)), "s1", "s2", "t"]


def body(n: int) -> tuple[pl.DataFrame, np.ndarray, np.ndarray, np.ndarray]:
    """The table, which records are spoilt, in which column, and the true values there."""
    pick = np.random.default_rng(7)
    x = pick.integers(100, 10_000, (n, 6))
    s1, s2 = x[:, :3].sum(axis=1), x[:, 3:].sum(axis=1)
    table = np.column_stack([x, s1, s2, s1 + s2]).astype(float)
    rows = pick.choice(n, n // 20, replace=False)
    column = pick.integers(0, 9, len(rows))
    truth = table[rows, column].copy()
    table[rows, column] *= 10
    return pl.DataFrame(table, schema=COLUMNS), rows, column, truth


def ours(n: int) -> tuple[float, float]:
    table, rows, column, truth = body(n)
    start, cpu = time.perf_counter(), time.process_time()
    found = check_records(table, RULES)
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    first = found.filter(pl.col("rank") == 1).select("record", "column", "likely")
    planted = pl.DataFrame({"record": rows, "planted": np.array(COLUMNS)[column], "truth": truth})
    met = planted.join(first, on="record", how="left")
    named = (met["column"] == met["planted"]).sum()
    right = ((met["column"] == met["planted"]) & (met["likely"] == met["truth"])).sum()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"bluebook  {wall:6.2f} s wall {cpu:6.2f} s CPU  named {100 * named / len(rows):.2f} %  "
        f"true value {100 * right / len(rows):.2f} %  {memory:.2f} GB"
    )
    return wall, right / len(rows)


def banff(n: int) -> float | None:
    try:
        import banff as peer
    except ImportError:
        print("banff     not installed: pip install -r benchmarks/requirements-comb.txt")
        return None
    table, rows, column, _ = body(n)
    frame = table.with_columns(ident=pl.Series(np.arange(n).astype(str))).to_pandas()
    edits = "".join(f"{rule};" for rule in RULES) + "".join(f"{c} >= 0;" for c in COLUMNS)
    start, cpu = time.perf_counter(), time.process_time()
    done = peer.errorloc(
        indata=frame,
        unit_id="ident",
        edits=edits,
        cardinality=3.0,
        time_per_obs=0.1,
        seed=1,
        trace=False,
        capture=True,
    )
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    status = done.outstatus.to_pandas() if hasattr(done.outstatus, "to_pandas") else done.outstatus
    planted = set(zip(rows.astype(str), np.array(COLUMNS)[column], strict=True))
    keys = {name.lower(): name for name in status.columns}
    told = zip(status[keys["ident"]], status[keys["fieldid"]], strict=True)
    named = sum((str(r), str(c).lower()) in planted for r, c in told)
    print(f"banff     {wall:6.2f} s wall {cpu:6.2f} s CPU  named {100 * named / len(rows):.2f} %")
    return wall


def pandera(n: int) -> None:
    """The three sums as checks of a schema: it finds the records and names no value."""
    try:
        import pandera.pandas as peer
    except ImportError:
        print("pandera   not installed")
        return
    table, rows, _, _ = body(n)
    frame = table.to_pandas()
    sums = [(("x0", "x1", "x2"), "s1"), (("x3", "x4", "x5"), "s2"), (("s1", "s2"), "t")]
    checks = [
        peer.Check(lambda f, parts=parts, whole=whole: f[list(parts)].sum(axis=1) == f[whole])
        for parts, whole in sums
    ]
    schema = peer.DataFrameSchema(
        {c: peer.Column(float, peer.Check.ge(0)) for c in COLUMNS}, checks
    )
    start, cpu = time.perf_counter(), time.process_time()
    found: set[int] = set()
    try:
        schema.validate(frame, lazy=True)
    except peer.errors.SchemaErrors as error:
        found = set(error.failure_cases["index"].dropna().astype(int))
    wall, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(
        f"pandera   {wall:6.2f} s wall {cpu:6.2f} s CPU  {len(found & set(rows))} of {len(rows)} records found among {n:,}, no value named"
    )


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    wall, right = ours(size)
    peer = banff(size)
    pandera(min(size, 100_000))
    bars = [("at least 99.5 % with the true value given", right >= 0.995)]
    if peer is not None:
        bars.append(("at most 1.5 times Banff's time", wall <= 1.5 * peer))
    for bar, met in bars:
        print(f"  {'PASS' if met else 'FALLS SHORT'}  {bar}")
    sys.exit(not all(met for _, met in bars))
