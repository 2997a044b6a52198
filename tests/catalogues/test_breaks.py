"""Breaks as written in a catalogue: read, and refused with the line where they are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from bluebook.catalogues import HERE, assemble
from bluebook.errors import BluebookError
from bluebook.model.period import Period

HEAD = "breaks:\n"


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "own.yaml"
    path.write_text(HEAD + text, "utf-8")
    return assemble([HERE / "base.yaml", HERE / "communications.yaml", path])


def test_a_later_entry_replaces_an_earlier_one(tmp_path: Path) -> None:
    text = '  - {indicator: gdp, period: "2018", factor: 1.02}\n'
    catalogue = read(tmp_path, text + "  - {indicator: gdp, period: 2018, factor: 1.03}\n")
    (one,) = catalogue.breaks_of("gdp", "CN-GD")  # type: ignore[attr-defined]
    assert one.factor == 1.03
    assert one.footing(Period.parse("2018"), Period.parse("2017")) == "2018"
    assert not one.footing(Period.parse("2017"), Period.parse("2016"))


@pytest.mark.parametrize(
    "entry",
    [
        '{indicator: nothing, period: "2018"}',
        "{indicator: gdp}",
        '{indicator: gdp, period: "2018", every: year}',
        "{indicator: gdp, every: month}",
        '{indicator: gdp, period: "soon"}',
        '{indicator: gdp, period: "2018", territory: Atlantis}',
        '{indicator: gdp, period: "2018", factor: -1}',
        '{indicator: gdp, period: "2018", factor: .nan}',
        '{indicator: gdp, period: "2018", factor: .inf}',
        "{indicator: gdp, every: year, factor: 1.1}",
        '{indicator: gdp, period: "2018", kind: mood}',
        '{indicator: gdp, period: "2018", why: because}',
        '{period: "2018"}',
        "gdp",
    ],
)
def test_what_is_no_break_is_refused(tmp_path: Path, entry: str) -> None:
    with pytest.raises(BluebookError) as error:
        read(tmp_path, f"  - {entry}\n")
    assert error.value.file is not None
    assert error.value.remedy
