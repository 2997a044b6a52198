"""Combing beside Banff, vtlengine and pandera: what each can say of the same table, and finds.

    python benchmarks/comb_peers.py [PLACES]

Places with a total and its two parts in two years, printed in whole numbers, and the growth of
each, printed to a tenth. In one place of five one figure is wrong: a level times ten, or a wrong
digit in a level or in growth. Rounding makes sums differ by one, which is no error. Each peer is
given all that it can express:

  Banff      sums within rounding, for each year; growth ties two years by a product: not linear
  vtlengine  sums and growth within their rounding, as a ruleset for data points
  pandera    the same as checks of a schema

What a peer cannot express is shown as -. They run in an environment of their own
(.venv/peers-comb, made on the first run from benchmarks/requirements-comb.txt).
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import msgspec
from tests.comb.bodies import SOURCES, catalogue, claim

from bluebook.comb import comb
from bluebook.model.territory import Territory

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".venv" / "peers-comb"
LEVELS = [code + year for year in ("0", "1") for code in "xyz"]
GROWTH = ["gx", "gy", "gz"]
PERIODS = {"0": "2019", "1": "2020"}
WORKER = r"""
import json, sys, time
name, rows = sys.argv[1], json.load(sys.stdin)
import pandas as pd
frame = pd.DataFrame(rows)
sums = [("x0", "y0", "z0"), ("x1", "y1", "z1")]
growth = [("gx", "x0", "x1"), ("gy", "y0", "y1"), ("gz", "z0", "z1")]
start = time.process_time()
if name == "banff":
    import banff
    edits = "".join(f"{x} - {y} - {z} <= 1.5; {x} - {y} - {z} >= -1.5;" for x, y, z in sums)
    edits += "".join(f"{c} >= 0;" for one in sums for c in one)
    start = time.process_time()
    done = banff.errorloc(indata=frame[["place", *sums[0], *sums[1]]], unit_id="place", edits=edits,
                          cardinality=3.0, time_per_obs=1.0, seed=1, trace=False, capture=True)
    status = done.outstatus
    status = status.to_pandas() if hasattr(status, "to_pandas") else status
    keys = {key.lower(): key for key in status.columns}
    found = [[p, str(f).lower()] for p, f in zip(status[keys["place"]], status[keys["fieldid"]])]
elif name == "vtlengine":
    from vtlengine import run
    rules = [f"abs({x} - {y} - {z}) <= 1.5" for x, y, z in sums]
    rules += [f"abs(100 * {b} / {a} - 100 - {g}) <= 0.05 + 100 / {a}" for g, a, b in growth]
    names = [c for c in frame.columns if c != "place"]
    ruleset = "; ".join(f'r{k}: {rule} errorcode "r{k}"' for k, rule in enumerate(rules))
    script = (f"define datapoint ruleset r (variable {', '.join(names)}) is {ruleset} "
              "end datapoint ruleset; out <- check_datapoint(t, r invalid);")
    parts = [{"name": "place", "type": "String", "role": "Identifier", "nullable": False}]
    parts += [{"name": c, "type": "Number", "role": "Measure", "nullable": True} for c in names]
    about = {"datasets": [{"name": "t", "DataStructure": parts}]}
    start = time.process_time()
    out = run(script=script, data_structures=about, datapoints={"t": frame})["out"].data
    found = [[place, ""] for place in sorted(set(out["place"]))]
else:
    import pandera.pandas as pa
    checks = [pa.Check(lambda f, one=one: (f[one[0]] - f[one[1]] - f[one[2]]).abs() <= 1.5)
              for one in sums]
    checks += [pa.Check(lambda f, one=one: (100 * f[one[2]] / f[one[1]] - 100 - f[one[0]]).abs()
                        <= 0.05 + 100 / f[one[1]]) for one in growth]
    schema = pa.DataFrameSchema({}, checks=checks)
    start = time.process_time()
    found = []
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        lines = sorted(set(error.failure_cases["index"].dropna().astype(int)))
        found = [[frame["place"][k], ""] for k in lines]
json.dump([time.process_time() - start, found], sys.stdout)
"""
Row = dict[str, float]


class Planted(NamedTuple):
    """Rows by place; the wrong figure of some places, and its true value."""

    rows: dict[str, Row]
    wrong: dict[str, tuple[str, float]]


def table(places: int, seed: int = 5) -> Planted:
    pick = random.Random(seed)
    rows: dict[str, Row] = {}
    wrong: dict[str, tuple[str, float]] = {}
    for k in range(places):
        true: Row = {"y0": pick.uniform(2000, 9000), "z0": pick.uniform(2000, 9000)}
        true |= {f"{c}1": true[f"{c}0"] * pick.uniform(0.9, 1.3) for c in "yz"}
        true |= {f"x{year}": true[f"y{year}"] + true[f"z{year}"] for year in "01"}
        row: Row = {name: float(round(true[name])) for name in LEVELS}
        row |= {f"g{c}": round(100 * true[f"{c}1"] / true[f"{c}0"] - 100, 1) for c in "xyz"}
        place = f"CN-P{k:05}"
        if k % 5 == 0:
            name = pick.choice([*LEVELS, *LEVELS, *GROWTH])
            wrong[place] = (name, row[name])
            row[name] = spoilt(pick, row[name], name in GROWTH)
        rows[place] = row
    return Planted(rows, wrong)


def spoilt(pick: random.Random, value: float, growth: bool) -> float:
    """Times ten, or with another digit in front (of growth before the point)."""
    if not growth and pick.random() < 0.5:
        return value * 10
    unit = 1.0 if growth else 10 ** (len(str(int(value))) - 1)
    digit = abs(int(value / unit)) % 10
    other = pick.choice([d for d in range(1, 10) if d != digit])
    return round(value + (other - digit) * unit * (1 if value >= 0 else -1), 1)


Found = list[tuple[str, str, float | None]]  # place, figure ("" for none), likely true value


def ours(planted: Planted) -> tuple[float, Found]:
    """Seconds, and what combing names."""
    places = {name: Territory(name, {"en": name}, "", level="city") for name in planted.rows}
    base = catalogue("x = y + z")
    own = msgspec.structs.replace(base, territories=base.territories | places)
    claims = []
    for place, row in planted.rows.items():
        for name in (*LEVELS, *GROWTH):
            growth = name in GROWTH
            what = f"yoy({name[1]})" if growth else name[0]
            period = "2020" if growth else PERIODS[name[1]]
            half = 0.05 if growth else 0.5
            named = {"territory": place, "id": f"{place}:{name}"}
            claims.append(claim(what, period, row[name], half, **named))
    start = time.process_time()
    account = comb(claims, own, SOURCES)
    seconds = time.process_time() - start
    found: Found = []
    for one in account.disagreements:
        if one.kind == "rounding":
            continue
        place, name = one.claims[0].split(":")
        found.append((place, "" if one.ties else name, one.proposed.get(one.claims[0], (None,))[0]))
    return seconds, found


def peer(name: str, planted: Planted) -> tuple[float, Found]:
    rows = [{"place": place, **row} for place, row in planted.rows.items()]
    done = subprocess.run(
        [PEERS / "bin" / "python", "-c", WORKER, name], input=json.dumps(rows),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stderr[-1500:]}")
    seconds, found = json.loads(done.stdout.splitlines()[-1])
    return seconds, [(place, figure, None) for place, figure in found]


def made() -> bool:
    """Make the peers' environment; False where that is not possible."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        wanted = ROOT / "benchmarks" / "requirements-comb.txt"
        try:
            subprocess.run([sys.executable, "-m", "venv", PEERS], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "-r", wanted], check=True)
        except (subprocess.CalledProcessError, OSError):
            return False
    return True


def show(name: str, planted: Planted, seconds: float, found: Found) -> None:
    """One line: of the wrong levels and growth rates those found, named, given; false alarms."""
    cells = []
    for growth in (False, True):
        wrong = {p: w for p, w in planted.wrong.items() if (w[0] in GROWTH) == growth}
        hit = {p for p, _, _ in found if p in wrong}
        named = {p for p, figure, _ in found if p in wrong and figure == wrong[p][0]}
        value = {
            p for p, figure, v in found
            if p in named and figure == wrong[p][0] and v is not None
            and abs(v - wrong[p][1]) <= (0.051 if growth else 0.5)
        }  # fmt: skip
        able = not (growth and name == "Banff")
        figures = (len(hit), len(named), len(value))
        shown = (True, name in ("bluebook", "Banff"), name == "bluebook")
        cells += [f"{n if able and s else '-':>7}" for n, s in zip(figures, shown, strict=True)]
        cells.append(f" /{len(wrong):4}")
    false = len({p for p, _, _ in found} - planted.wrong.keys())
    print(f"{name:10} {''.join(cells)} {false:7} {seconds:9.2f}")


def main(places: int = 1000) -> int:
    planted = table(places)
    print(f"{places:,} places, {9 * places:,} figures, {len(planted.wrong)} of them wrong")
    print(f"{'':10} {'wrong levels':^27}{'wrong growth':^27}{'false':>7} {'s of CPU':>9}")
    head = f"{'found':>7}{'named':>7}{'value':>7}{'':6}"
    print(f"{'':11}{head}{head}")
    show("bluebook", planted, *ours(planted))
    if not made():
        print("the peers cannot be installed here")
        return 0
    for name in ("Banff", "vtlengine", "pandera"):
        try:
            show(name, planted, *peer(name.lower(), planted))
        except RuntimeError as error:
            print(f"{name:10} fails: {error}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
