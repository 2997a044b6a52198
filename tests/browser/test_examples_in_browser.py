"""Every page of both example editions in a real browser: it fits, is quiet, and reads to all."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path
from typing import Any

import pytest

from bluebook.press.build import build

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
WAYS = [
    ((1440, 900), "light"), ((390, 844), "dark"), ((1440, 900), "dark"), ((390, 844), "light"),
]  # fmt: skip


@pytest.fixture(scope="module", params=["guangdong-2020", "internet-industry-2020"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an example, built in a folder of its own."""
    folder = tmp_path_factory.mktemp("site") / request.param
    ignore = shutil.ignore_patterns("book", ".bluebook")
    shutil.copytree(EXAMPLES / request.param, folder, ignore=ignore)
    build(folder)
    return folder / "book" / "site"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page(chromium: Any, site: Path, language: str) -> None:
    """Each page in one of four ways: no message, no request outside, no overflow, no violation."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    troubles: list[str] = []
    pages = [p for p in sorted((site / language).glob("*.html")) if "origins-" not in p.name]
    assert len(pages) > 6
    start = 0 if language == "zh" else 1
    for path, (size, mode) in zip(
        pages, itertools.islice(itertools.cycle(WAYS), start, None), strict=False
    ):
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=mode
        )
        page = context.new_page()
        told = f"{path.name}, {size[0]} px, {mode}"
        page.on("console", lambda m, told=told: troubles.append(f"{told}: {m.text}"))
        page.on("pageerror", lambda e, told=told: troubles.append(f"{told}: {e}"))
        page.on(
            "request",
            lambda r, told=told: (
                None
                if r.url.startswith((site.as_uri(), "data:"))
                else troubles.append(f"{told}: {r.url}")
            ),
        )
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], told
        found = axe.run(page, options={"preload": False})
        assert found.violations_count == 0, f"{told}: {found.generate_report()}"
        context.close()
    assert troubles == []


@pytest.mark.parametrize(("language", "query"), [("zh", "宽带"), ("en", "broadband")])
def test_search_and_origins(chromium: Any, site: Path, language: str, query: str) -> None:
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.goto((site / language / "index.html").as_uri())
    page.locator(".find").click()
    page.keyboard.insert_text(query)
    page.locator(".found a").first.wait_for()
    assert query in page.locator(".found a").first.inner_text().lower()
    page.locator(".found a").first.click()
    page.wait_for_url("**#*")
    page.locator(".number:visible").first.click()
    page.locator("#origin mark, #origin .cell, #origin .said").first.wait_for()
    page.context.close()
