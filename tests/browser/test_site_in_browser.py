"""The site in a real browser: both languages, two widths, light and dark, disk and server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

pytestmark = pytest.mark.browser

WIDE, PHONE = (1440, 900), (390, 844)
PAGES = [
    "zh/index.html", "zh/glance.html", "zh/foundation.html", "zh/origins-glance.html",
    "en/index.html", "en/glance.html", "en/outlook.html", "en/sources.html",
]  # fmt: skip
Opener = Callable[..., Any]


@pytest.fixture
def opened(chromium: Any, bases: dict[str, str]) -> Iterator[Opener]:
    """Opens a page; at the end nothing may have gone wrong or left the folder."""
    contexts, troubles = [], []

    @contextmanager
    def visit(
        path: str, size: tuple[int, int] = WIDE, mode: str = "light", base: str = "file",
        **options: Any,
    ) -> Iterator[Any]:  # fmt: skip
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=mode, **options
        )
        contexts.append(context)
        page = context.new_page()
        root = bases[base]
        page.on("console", lambda m: troubles.append(m.text) if m.type != "log" else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on(
            "request",
            lambda r: None if r.url.startswith((root, "data:")) else troubles.append(r.url),
        )
        page.goto(f"{root}/{path}")
        yield page
        context.close()

    yield visit
    assert troubles == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_pages_fit_and_have_no_accessibility_violation(
    opened: Opener, size: tuple[int, int], mode: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened(PAGES[0], size, mode) as page:
        for path in PAGES:
            if "origins" in path and (size, mode) != (WIDE, "light"):
                continue  # long, and the same as the panel
            page.goto(re.sub(r"zh/index.html$", path, page.url) if path == PAGES[0] else
                      page.url.rsplit("/", 2)[0] + "/" + path)  # fmt: skip
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
            found = axe.run(page, options={"preload": False})
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"
            if page.locator(".number:visible").count():
                page.locator(".number:visible").first.click()
                page.locator("#origin").wait_for()
                found = axe.run(page, context="#origin", options={"preload": False})
                assert found.violations_count == 0, f"{path}, panel: {found.generate_report()}"


@pytest.mark.parametrize("base", ["file", "http"])
@pytest.mark.parametrize(
    ("start", "query", "found"),
    [
        ("zh/glance.html", "宽带", "宽带"),
        ("zh/glance.html", "5g 基站", "基站"),
        ("en/glance.html", "broadband", "broadband"),
        ("zh/glance.html", "broadband", "broadband"),
        ("en/glance.html", "broadbnd", "broadband"),
    ],
)
def test_search(opened: Opener, base: str, start: str, query: str, found: str) -> None:
    with opened(start, base=base) as page:
        page.keyboard.press("/")
        page.keyboard.insert_text(query)  # at once: results of a part would come and go
        page.locator(".found a").first.wait_for()
        assert found in page.locator(".found").inner_text().lower()
        assert found in [m.lower() for m in page.locator(".found mark").all_inner_texts()] or (
            len(found) > 1 and page.locator(".found mark").count()
        )
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.matches('.found a')")
        href = page.evaluate("document.activeElement.href")
        page.keyboard.press("Enter")
        page.wait_for_url(href)
        assert not page.locator("#search").is_visible()


def test_search_says_when_nothing_is_found(opened: Opener) -> None:
    with opened("en/glance.html", PHONE) as page:
        page.locator(".find").click()
        page.keyboard.type("zzzzqqq")
        page.locator(".state", has_text="zzzzqqq").wait_for()
        page.keyboard.press("Escape")
        assert not page.locator("#search").is_visible()


@pytest.mark.parametrize("base", ["file", "http"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_click_on_a_number_shows_where_it_comes_from(
    opened: Opener, size: tuple[int, int], language: str, base: str
) -> None:
    with opened(f"{language}/glance.html", size, base=base) as page:
        number = page.locator("p .number").first
        number.click()
        panel = page.locator("#origin")
        panel.wait_for()
        assert page.locator("#origin-title").inner_text() == number.inner_text()
        assert "1.36万亿" in panel.locator("mark").first.inner_text()
        assert panel.locator("code").first.inner_text() == "telecom_revenue@CN,2020"
        box, cover = number.bounding_box(), panel.bounding_box()
        apart = box["y"] + box["height"] <= cover["y"] or box["x"] + box["width"] <= cover["x"]
        assert apart, "the panel hides the number"
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        page.keyboard.press("Escape")
        assert not panel.is_visible()
        assert page.evaluate("document.activeElement.className") == "number"


def test_keyboard_opens_a_number_and_walks_down_the_tree(opened: Opener) -> None:
    with opened("en/glance.html") as page:
        page.locator("p .number", has_text="3.6%").first.focus()
        page.keyboard.press("Enter")
        panel = page.locator("#origin")
        panel.wait_for()
        assert page.evaluate("document.activeElement.id") == "origin-title"
        part = panel.locator(".parts a").first
        part.focus()
        page.keyboard.press("Enter")
        panel.locator("code", has_text="telecom_revenue@CN,2020").wait_for()
        panel.locator(".back").click()
        panel.locator("code", has_text="yoy(telecom_revenue)@CN,2020").wait_for()
        panel.locator(".full").click()
        page.wait_for_url("**/origins-glance.html#*")


def test_charts_answer_to_pointer_keyboard_and_legend(opened: Opener) -> None:
    with opened("zh/outlook.html") as page:
        mark = page.locator(".canvas a[data-at]").nth(3)
        mark.hover()
        tip = page.locator(".tip")
        assert mark.get_attribute("data-text") in tip.inner_text()
        page.locator(".canvas a[tabindex='0']").focus()
        page.keyboard.press("ArrowRight")
        second = page.locator(".canvas a[data-at]").nth(1)
        assert second.get_attribute("data-at") in tip.inner_text()
        page.keyboard.press("Enter")
        page.locator("#origin").wait_for()
        page.keyboard.press("Escape")
        page.locator(".legend").first.click()
        assert page.locator(".canvas .faded").count() > 0
        page.locator(".legend").first.click()
        page.mouse.move(0, 0)
        assert page.locator(".canvas .faded").count() == 0
        page.locator("details.data summary").click()
        with page.expect_download() as download:
            page.locator(".csv").click()
        text = download.value.path().read_text("utf-8-sig")
        assert mark.get_attribute("data-text") in text


def test_tables_sort(opened: Opener) -> None:
    with opened("en/foundation.html") as page:
        table = page.locator("figure.table table").first

        def column(n: int) -> list[str]:
            return table.locator(f"tbody tr > :nth-child({n})").all_inner_texts()

        table.locator(".sorter").nth(1).click()
        table.locator(".sorter").nth(1).click()
        values = [float(v.replace(",", "")) for v in column(2)]
        assert values == sorted(values)
        table.locator(".sorter").nth(0).click()
        assert column(1) == sorted(column(1), reverse=True)


def test_a_table_stands_in_full_where_it_fits_and_scrolls_where_not(opened: Opener) -> None:
    rest = "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
    with opened("en/foundation.html") as page:
        assert page.locator(".table > .scroll").first.evaluate(rest) == [0, 0]
        page.locator("tbody tr", has_text="Tibet").first.scroll_into_view_if_needed()
        head = page.locator("thead").first.bounding_box()
        assert abs(head["y"] - page.locator(".top").bounding_box()["height"]) < 2
    with opened("en/foundation.html", PHONE) as page:
        beside, below = page.locator(".table > .scroll").first.evaluate(rest)
        assert beside > 0
        assert below > 0


def test_theme_and_language_are_kept(opened: Opener) -> None:
    with opened("zh/glance.html", base="http") as page:
        paper = "getComputedStyle(document.body).backgroundColor"
        light = page.evaluate(paper)
        page.locator(".theme").click()
        assert page.evaluate(paper) != light
        page.locator(".languages a").click()
        page.wait_for_url("**/en/glance.html")
        assert page.evaluate(paper) != light
        page.goto(page.url.replace("en/glance.html", "index.html"))
        page.wait_for_url("**/en/index.html")


def test_the_switch_of_language_keeps_the_place(opened: Opener) -> None:
    with opened("zh/foundation.html") as page:
        wanted = page.evaluate("document.querySelector('main figure:last-of-type').id")
        page.evaluate("id => document.getElementById(id).scrollIntoView()", wanted)
        page.locator(".languages a").click()
        page.wait_for_url("**/en/foundation.html#*")
        top = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
        assert 0 <= top < WIDE[1] / 2


@pytest.mark.parametrize(("locale", "to"), [("zh-CN", "zh"), ("en-GB", "en")])
def test_the_first_page_goes_on_in_the_readers_language(
    opened: Opener, locale: str, to: str
) -> None:
    with opened("index.html", base="file", locale=locale) as page:
        page.wait_for_url(f"**/{to}/index.html")


def test_contents_on_a_phone(opened: Opener) -> None:
    with opened("en/glance.html", PHONE) as page:
        contents = page.locator("#contents")
        assert not contents.is_visible()
        page.locator(".menu").click()
        assert contents.is_visible()
        page.keyboard.press("Escape")
        contents.wait_for(state="hidden")
        page.locator(".menu").click()
        contents.locator("a").nth(2).click()
        page.wait_for_url("**/foundation.html")


def test_without_scripts_numbers_lead_to_the_page_of_origins(opened: Opener) -> None:
    with opened("zh/glance.html", PHONE, java_script_enabled=False) as page:
        number = page.locator("p .number").first
        text = number.inner_text()
        number.click()
        page.wait_for_url("**/origins-glance.html#*")
        assert page.locator(":target").inner_text() == text
        page.locator(":target a").click()
        page.wait_for_url("**/glance.html#at-*")
        assert page.locator(".contents").is_visible()
