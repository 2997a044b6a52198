"""The data behind the book: figures.json, claims.parquet, facts.parquet, datapackage.json."""

from __future__ import annotations

import hashlib
import io
import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.write.document import Book, Figure

if TYPE_CHECKING:
    import polars

WORKBOOK = "book.xlsx"
KEYS = (
    "id", "output", "place", "text", "expression", "territory", "period",
    "value", "lower", "upper", "unit", "status", "origins",
)  # fmt: skip
LICENCE_NAME = re.compile(r"[A-Za-z][A-Za-z-]*-\d+(\.\d+)*(-[A-Za-z0-9-]+)?")


def outputs(language: str) -> tuple[str, ...]:
    """The outputs in which every figure of a language is printed."""
    return (f"book.{language}.pdf", f"site/{language}", WORKBOOK)


def figures_json(books: Mapping[str, Book]) -> bytes:
    """Every printed number, one row for each output it stands in."""
    rows = (
        _row(figure, output)
        for language, book in books.items()
        for output in outputs(language)
        for figure in book.figures
    )
    return _array(rows)


def printed_in(book: Book, output: str) -> bytes:
    """The rows of figures.json of one output."""
    return _array(_row(figure, output) for figure in book.figures)


def _row(figure: Figure, output: str) -> dict[str, Any]:
    row: dict[str, Any] = {key: output if key == "output" else getattr(figure, key) for key in KEYS}
    for key in ("value", "lower", "upper"):
        row[key] = _number(row[key])
    return row


def _number(x: float) -> float | int | None:
    """A number as JSON has it: whole ones without a point, unbounded ones as null."""
    if not math.isfinite(x):
        return None
    return int(x) if x == int(x) and abs(x) < 2**53 else x


def _array(rows: Iterable[dict[str, Any]]) -> bytes:
    """A JSON array with one row a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


# Tables ---------------------------------------------------------------------------------------


def claims_parquet(claims: Iterable[Claim]) -> bytes:
    """Every claim of the edition, as it was said, in the order given."""
    import polars as pl

    kinds = {"value": pl.Float64, "half_width": pl.Float64, "start": pl.Int64, "end": pl.Int64}
    return _parquet(Claim, claims, kinds)


def facts_parquet(facts: Iterable[Fact]) -> bytes:
    """Every fact with its bounds and the ids of its claims; an open bound is infinite."""
    import polars as pl

    names = pl.List(pl.String)
    return _parquet(Fact, facts, {
        "value": pl.Float64, "lower": pl.Float64, "upper": pl.Float64,
        "claims": names, "set_aside": names,
    })  # fmt: skip


def _parquet(kind: type[msgspec.Struct], rows: Iterable[Any], kinds: Mapping[str, Any]) -> bytes:
    import polars as pl

    columns = kind.__struct_fields__
    found = list(rows)
    frame: polars.DataFrame = pl.DataFrame(
        {name: [getattr(row, name) for row in found] for name in columns},
        schema={name: kinds.get(name, pl.String) for name in columns},
    )
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd")
    return buffer.getvalue()


# The description ------------------------------------------------------------------------------


def datapackage(books: Mapping[str, Book], files: Mapping[str, bytes]) -> bytes:
    """A Frictionless data package that describes `files` (name -> content) with their sources."""
    first = next(iter(books.values()))
    sources = []
    for reference in first.references:
        source = {
            "title": reference.title, "path": reference.address, "publisher": reference.publisher,
            "date": reference.date, "licence": reference.licence,
            "reliability": reference.reliability, "id": reference.id,
        }  # fmt: skip
        sources.append({key: value for key, value in source.items() if value})
    licences = dict.fromkeys(r.licence for r in first.references if r.licence)
    described = {
        "profile": "data-package",
        "name": "bluebook",
        "title": first.title,
        "titles": {language: book.title for language, book in books.items()},
        "description": first.notice,
        "created": f"{first.issued}T00:00:00Z",
        "contributors": [{"title": first.publisher, "role": "publisher"}],
        "licenses": [_licence(text) for text in licences],
        "sources": sources,
        "resources": [_resource(name, data) for name, data in sorted(files.items())],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _licence(text: str) -> dict[str, str]:
    return {"name": text if LICENCE_NAME.fullmatch(text) else "other", "title": text}


def _resource(path: str, data: bytes) -> dict[str, Any]:
    stem, _, suffix = path.rpartition("/")[2].rpartition(".")
    resource: dict[str, Any] = {
        "name": re.sub(r"[^a-z0-9._-]", "-", stem.lower()),
        "path": path,
        "format": suffix,
        "bytes": len(data),
        "hash": "sha256:" + hashlib.sha256(data).hexdigest(),
    }
    schema = _schema(path)
    return resource | ({"profile": "tabular-data-resource", "schema": schema} if schema else {})


def _schema(path: str) -> dict[str, Any] | None:
    kinds: dict[str, type[msgspec.Struct]] = {
        "claims.parquet": Claim, "facts.parquet": Fact, "figures.json": Figure,
    }  # fmt: skip
    kind = kinds.get(path)
    if kind is None:
        return None
    names = KEYS if kind is Figure else kind.__struct_fields__
    return {"fields": [{"name": name, "type": _type(kind, name)} for name in names]}


def _type(kind: type[msgspec.Struct], name: str) -> str:
    said = str(kind.__annotations__.get(name, "str"))
    for start, word in (("float", "number"), ("int", "integer"), ("tuple", "array")):
        if said.startswith(start):
            return word
    return "string"
