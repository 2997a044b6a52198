"""An edition that asks for a figure between two known ones: printed with a mark, traced to both."""

import json
from pathlib import Path

import pytest

import bluebook
from bluebook.errors import BluebookError
from bluebook.press.template import new

ASKED = """[[impute]]
indicator = "broadband_subs"
territory = "CN"
periods = ["2020-06"]
method = "line"
why = "the bulletin gives year ends only"
"""


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    root = new(tmp_path / "edition")
    for language in ("zh", "en"):
        chapter = root / "chapters" / language / "01-year.md"
        text = chapter.read_text("utf-8")
        chapter.write_text(text + "\n{n}`broadband_subs@CN,2020-06`.\n", "utf-8")
    return root


def test_nothing_is_filled_in_unasked(edition: Path) -> None:
    with pytest.raises(BluebookError, match="nothing is known of broadband_subs@CN,2020-06"):
        bluebook.open(edition).build()


def test_an_imputed_figure_carries_a_mark_wherever_it_is_printed(edition: Path) -> None:
    (edition / "imputations.toml").write_text(ASKED, "utf-8")
    press = bluebook.open(edition)
    press.build()
    figures = json.loads((edition / "book" / "figures.json").read_text("utf-8"))
    filled = [one for one in figures if one["period"] == "2020-06"]
    assert {one["output"] for one in filled} >= {"book.zh.pdf", "book.en.pdf", "site/zh"}
    for one in filled:
        assert one["status"] == "E" and ("（估）" in one["text"] or "(est.)" in one["text"])
    tree = press.trace("broadband_subs@CN,2020-06")
    assert tree["formula"] == "imputed: line"
    assert {leaf["period"] for leaf in tree["children"]} == {"2019-12", "2020-12"}


def test_what_is_reported_is_not_imputed(edition: Path) -> None:
    asked = ASKED.replace("2020-06", "2020-12")
    (edition / "imputations.toml").write_text(asked, "utf-8")
    with pytest.raises(BluebookError, match=r"imputations.toml:1: .*2020-12: it is reported"):
        bluebook.open(edition).build()


PRINTED = {"broadband_subs": 3.0, "broadband_subs_urban": 2.0, "broadband_subs_rural": 0.9}


def _levels(edition: Path) -> dict[str, float]:
    press = bluebook.open(edition)
    return {code: press.facts(f"{code}@CN,2016-12")[0].value / 1e8 for code in PRINTED}


def test_an_edition_chooses_what_is_nearest_to_print(edition: Path) -> None:
    """Three figures a tenth off their sum: as few as can be give way, or all do."""
    with (edition / "sources" / "tables" / "figures.csv").open("a", encoding="utf-8") as out:
        out.writelines(f"{code},CN,2016-12,{value},亿户,,,\n" for code, value in PRINTED.items())
    absolute = _levels(edition)
    with (edition / "edition.toml").open("a", encoding="utf-8") as out:
        out.write('\n[combing]\nvalues = "squares"\n')
    squares = _levels(edition)
    assert sum(absolute[code] != pytest.approx(value) for code, value in PRINTED.items()) == 2
    assert squares == pytest.approx(
        {c: v + (-1) ** (c == "broadband_subs") / 30 for c, v in PRINTED.items()}
    )
