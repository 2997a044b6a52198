"""figures.json, the Parquet files and their description."""

from __future__ import annotations

import hashlib
import io
import json
import math
import subprocess
import sys

import msgspec
import polars as pl

from bluebook.model.claim import Claim
from bluebook.publish import package
from tests.publish.sample import sample_book, sample_books, sample_claims, sample_facts

KEYS = {"id", "output", "place", "text", "expression", "territory", "period", "value", "lower",
        "upper", "unit", "origins"}  # fmt: skip


def test_every_figure_has_a_row_for_each_output() -> None:
    rows = json.loads(package.figures_json(sample_books()))
    assert len(rows) == 3 * sum(len(b.figures) for b in sample_books().values())
    assert all(row.keys() >= KEYS and row["origins"] for row in rows)
    outputs = {row["output"] for row in rows}
    assert outputs == {"book.zh.pdf", "book.en.pdf", "site/zh", "site/en", "book.xlsx"}
    first = sample_book("zh").figures[0]
    assert rows[0]["text"] == first.text
    assert rows[0]["value"] == first.value
    assert rows[0]["origins"] == list(first.origins)


def test_open_bounds_are_null_and_the_file_is_json_for_all() -> None:
    book = sample_book("en")
    open_figure = msgspec.structs.replace(book.figures[0], upper=math.inf, lower=-math.inf)
    data = package.printed_in(msgspec.structs.replace(book, figures=(open_figure,)), "book.en.pdf")
    (row,) = json.loads(data, parse_constant=lambda name: 1 / 0)
    assert row["upper"] is None
    assert row["lower"] is None


def test_claims_come_back_as_they_were() -> None:
    claims = list(sample_claims().values())
    frame = pl.read_parquet(io.BytesIO(package.claims_parquet(claims)))
    assert frame.columns == list(Claim.__struct_fields__)
    assert [msgspec.convert(row, Claim) for row in frame.to_dicts()] == claims
    assert pl.read_parquet(io.BytesIO(package.claims_parquet([]))).schema == frame.schema


def test_facts_come_back_as_they_were() -> None:
    frame = pl.read_parquet(io.BytesIO(package.facts_parquet(sample_facts())))
    assert frame["claims"].to_list() == [list(f.claims) for f in sample_facts()]
    assert frame["upper"][1] == math.inf
    assert pl.read_parquet(io.BytesIO(package.facts_parquet([]))).schema == frame.schema


def test_the_description_fits_the_files() -> None:
    files = {
        "claims.parquet": package.claims_parquet(sample_claims().values()),
        "facts.parquet": package.facts_parquet(sample_facts()),
        "figures.json": package.figures_json(sample_books()),
        "book.xlsx": b"x",
    }
    described = json.loads(package.datapackage(sample_books(), files))
    assert described["title"] == sample_book("zh").title
    assert described["licenses"] == [{"name": "other", "title": "facts quoted"}]
    assert [s["id"] for s in described["sources"]] == ["mb2020", "nbs", "gdca", "cnnic"]
    resources = {r["path"]: r for r in described["resources"]}
    assert resources.keys() == files.keys()
    for name, data in files.items():
        assert resources[name]["bytes"] == len(data)
        assert resources[name]["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
    for name in ("claims.parquet", "facts.parquet"):
        frame = pl.read_parquet(io.BytesIO(files[name]))
        fields = resources[name]["schema"]["fields"]
        assert [f["name"] for f in fields] == frame.columns
        kinds = {"number": pl.Float64, "integer": pl.Int64, "string": pl.String}
        for field in fields:
            if field["type"] != "array":
                assert frame.schema[field["name"]] == kinds[field["type"]]


def test_the_same_input_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from bluebook.publish import package as p;"
        "from tests.publish.sample import *;"
        "print(hashlib.sha256(p.claims_parquet(sample_claims().values())"
        "+ p.facts_parquet(sample_facts()) + p.figures_json(sample_books())).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    here = hashlib.sha256(
        package.claims_parquet(sample_claims().values())
        + package.facts_parquet(sample_facts())
        + package.figures_json(sample_books())
    ).hexdigest()
    assert run.stdout.strip() == here
