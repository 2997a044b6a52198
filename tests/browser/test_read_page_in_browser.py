"""The page of `bluebook read --html` in a real browser: what a reader sees, by mouse and keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bluebook.collect.bulletins.command import catalogue_of, read_files, to_html

pytestmark = pytest.mark.browser

TEXTS = {
    "zh": "2020年，电信业务收入累计完成1.36万亿元，比上年增长3.6%。"
    "力争到2021年底5G基站达到128万个。\n"
    "移动电话用户15.94亿户，其中5G用户5.61亿户，占移动电话用户的3.3%。快递业务收入8795亿元。\n",
    "en": "In 2020, telecom revenue rose 3.6 percent to 1.36 trillion yuan. "
    "Profit rose 5 percent.\n",
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_marks_tell_what_they_mean(
    chromium: Any, tmp_path: Path, language: str, mode: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    catalogue = catalogue_of()
    source = tmp_path / "a.txt"
    source.write_text(TEXTS[language], "utf-8")
    found = read_files([source], catalogue, language=language, period="2020")
    path = tmp_path / "a.html"
    path.write_text(to_html(found, catalogue, language), "utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=mode)
    page = context.new_page()
    page.goto(path.as_uri())
    tips, marks = page.locator(".tip"), page.locator(".mark")
    assert marks.count() == len(found[0].claims)
    assert tips.evaluate_all("all => all.every(one => !one.checkVisibility())")
    marks.nth(1).hover()
    assert tips.nth(1).is_visible()
    page.mouse.move(0, 0)
    marks.nth(1).focus()
    page.keyboard.press("Shift+Tab")  # a key tells the browser that focus is to be seen
    assert tips.nth(0).is_visible()
    marks.nth(0).click()
    assert page.locator("tr:target").count() == 1
    page.locator("#show-level").uncheck()
    assert not page.locator("tr.level").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe.run(page, options={"preload": False}).response["violations"] == []
    context.close()
