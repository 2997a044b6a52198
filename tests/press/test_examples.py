"""The example editions: every printed number is in figures.json and is traced to its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from bluebook.press.build import Press
from bluebook.prove.trace import trace_figure
from tests.publish import ua

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ["guangdong-2020", "internet-industry-2020"]
LEAST = {"guangdong-2020": 500, "internet-industry-2020": 200}


@pytest.fixture(scope="module", params=EXAMPLES)
def press(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Press:
    folder = tmp_path_factory.mktemp("examples") / request.param
    ignore = shutil.ignore_patterns("book", ".bluebook")
    shutil.copytree(ROOT / "examples" / request.param, folder, ignore=ignore)
    found = Press(folder)
    found.build()
    return found


def _figures(press: Press) -> list[dict[str, Any]]:
    path = press.edition.folder / "book" / "figures.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return rows


def _leaves(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "claim" in tree:
        yield tree
    for child in tree.get("children", ()):
        yield from _leaves(child)


def test_figures_have_origins_that_are_claims(press: Press) -> None:
    rows = _figures(press)
    claims = set(pl.read_parquet(press.edition.folder / "book" / "claims.parquet")["id"])
    assert len(rows) >= LEAST[press.edition.folder.name]
    assert len({(r["id"], r["output"]) for r in rows}) == len(rows)
    for row in rows:
        assert row["origins"], row
        assert set(row["origins"]) <= claims, row
        assert row["lower"] is None or row["lower"] <= row["value"], row
        assert row["upper"] is None or row["value"] <= row["upper"], row


def test_every_number_is_traced_to_a_cell_or_a_range_of_characters(press: Press) -> None:
    account, sources = press.account(), press.edition.sources
    for language in press.edition.book.languages:
        for figure in press.book(language).value.figures:
            leaves = list(_leaves(trace_figure(account, figure, sources)))
            assert leaves, figure
            for leaf in leaves:
                assert leaf["file"], leaf
                assert leaf["locator"] or leaf["start"] is not None, leaf
                assert leaf["title"] and leaf["publisher"] and leaf["date"], leaf


def test_ranges_of_digests_hold_the_number(press: Press) -> None:
    from bluebook.collect.digests import extracted

    for name, source in press.edition.sources.items():
        if not source.digest:
            continue
        text = extracted(press.edition.path(source.digest, base="sources").read_text("utf-8"))
        for claim in press.claims():
            if claim.source == name and claim.start is not None:
                piece = text[claim.start : claim.end]
                assert any(ch.isdigit() or ch in "一二三四五六七八九十两半翻" for ch in piece), (
                    claim
                )
                assert piece in claim.text or claim.text in text, claim


def test_both_languages_have_the_same_chapters(press: Press) -> None:
    zh, en = (press.edition.chapters(language) for language in ("zh", "en"))
    assert [p.name for p in zh] == [p.name for p in en]


def test_no_statistic_is_typed_by_hand(press: Press) -> None:
    for language in press.edition.book.languages:
        assert not press.book(language).value.warnings


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_pdf_is_accepted_as_pdf_ua(press: Press, language: str) -> None:
    pdf = (press.edition.folder / "book" / f"book.{language}.pdf").read_bytes()
    assert ua.faults(pdf) == []
