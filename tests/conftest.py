"""What tests share: a small catalogue, and the rule that CI skips nothing for want of a tool."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from bluebook.model.catalogue import Catalogue, Indicator
from bluebook.model.territory import Territory
from bluebook.model.unit import PERCENT, POINTS, Unit, parse_dimension

# A law holds or does not, however busy the machine is.
settings.register_profile("bluebook", deadline=None)
settings.load_profile("bluebook")

SHARED = Path(__file__).parent.parent.parent / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not SHARED.is_dir():
        skip = pytest.mark.skip(reason="the large real bodies (../shared) are not here")
        for item in items:
            if "shared" in item.keywords:
                item.add_marker(skip)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item):  # type: ignore[no-untyped-def]
    outcome = yield
    report = outcome.get_result()
    wanted = os.environ.get("BLUEBOOK_ALL_TESTS") and "browser" in item.keywords
    if wanted and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"


def _indicator(code: str, unit: str = "CNY", kind: str = "flow", **more: object) -> Indicator:
    return Indicator(code, {"zh": code, "en": code}, unit, kind, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def small() -> Catalogue:
    """Flows x, y, z and stocks s, t in CNY, subscribers u, persons p, a percentage r."""
    units = [
        Unit("CNY", parse_dimension("CNY"), {"zh": "元", "en": "yuan"}),
        Unit("subscribers", parse_dimension("subscribers"), {"zh": "户", "en": "subscribers"}),
        Unit("persons", parse_dimension("persons"), {"zh": "人", "en": "persons"}),
        Unit("percent", PERCENT, {"zh": "%", "en": "%"}),
        Unit("points", POINTS, {"zh": "个百分点", "en": "percentage points"}),
    ]
    indicators = [
        *(_indicator(c) for c in "xyz"),
        *(_indicator(c, kind="stock") for c in "st"),
        _indicator("u", "subscribers", "stock"),
        _indicator("p", "persons", "stock"),
        _indicator("r", "percent", "stock"),
        _indicator("d", "CNY", "flow", formula="x - y"),
    ]
    places = [Territory("CN", {}, level="country")] + [
        Territory(f"CN-{c}", {}, "CN", level="province") for c in ("AA", "BB", "CC")
    ]
    return Catalogue(
        {i.code: i for i in indicators},
        {u.code: u for u in units},
        {t.code: t for t in places},
    )
