"""Real workbooks and real returns: 19 workbooks by one mapping, 335,245 rows in a moment."""

import time
from pathlib import Path

import pytest

from bluebook.collect import collect_source, frame
from bluebook.edition import Edition
from tests.collect.brazil import brazil

pytestmark = pytest.mark.shared
TOTALS = {"2022-12": 45_357_466, "2023-01": 45_593_907, "2023-12": 48_420_100}


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return brazil(tmp_path_factory.mktemp("brazil") / "edition")


def _cells(edition: Edition) -> list[tuple[str, str, float]]:
    """(file, sheet, value) of every number below the heads, read without Bluebook."""
    from python_calamine import CalamineWorkbook

    found = []
    for path in sorted((edition.folder / "sources/tables/ida").glob("*.ods")):
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)[9:]:
                found += [(path.name, name, v) for v in row[2:] if isinstance(v, float)]
    return found


def test_one_mapping_collects_all_workbooks(edition: Edition) -> None:
    claims = collect_source(edition, "ida")
    assert len({c.file for c in claims}) == 19
    wanted = sorted(_cells(edition))
    got = sorted((Path(c.file).name, c.locator.partition("!")[0], c.value) for c in claims)
    assert got == wanted and len(got) > 20_000
    one = next(c for c in claims if c.file.endswith("SMP2013.ods") and c.locator == "plan1!C10")
    assert (one.value, one.half_width, one.period) == (83.04, 0.005, "2013-01")
    assert one.subject == "ida_index[operator=Claro, service=mobile]"


def test_a_third_of_a_million_rows(edition: Edition) -> None:
    _ = edition.catalogue
    started = time.process_time()
    found = frame(edition, "rows")
    spent = time.process_time() - started
    assert found.height == 335_245
    for period, total in TOTALS.items():
        assert found.filter(found["period"] == period)["value"].sum() == total
    assert spent < 6, "two cores for less than 3 s"


def test_sums_of_rows_are_claims_about_the_whole(edition: Edition) -> None:
    nation = {c.period: c for c in collect_source(edition, "nation")}
    assert {period: nation[period].value for period in TOTALS} == TOTALS
    first = nation["2022-12"]
    assert first.expression == "broadband" and first.is_fact and first.half_width == 0
    assert first.locator == "J2:J25138" and first.text == "Σ J2:J25138 (n = 25137)"
    states = collect_source(edition, "sums")
    december = sum(c.value for c in states if c.period == "2023-12")
    assert december == TOTALS["2023-12"] and len(states) == 1742
