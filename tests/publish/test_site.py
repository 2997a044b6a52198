"""The site as files: links, separability, escaping, colours. Browsers: tests/browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from lxml import html

from bluebook.publish import site
from bluebook.publish.site import charts
from bluebook.publish.site.book import figures
from bluebook.publish.site.html import Links, Writer, joined
from bluebook.publish.site.origins import Origins, marked
from bluebook.publish.site.say import Say
from bluebook.publish.site.words import WORDS
from bluebook.write import document as d
from bluebook.write.charts.theme import INK, PALETTE, RAMP
from tests.publish import sites
from tests.publish.sample import sample_book, sample_books


def pages() -> Iterator[tuple[str, Any]]:
    for path, content in sites.files().items():
        if path.endswith(".html"):
            yield path, html.fromstring(content.decode())


def resolve(page: str, href: str) -> tuple[str, str]:
    path, _, fragment = href.partition("#")
    whole = PurePosixPath(page).parent / unquote(path) if path else PurePosixPath(page)
    parts: list[str] = []
    for part in whole.parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts), unquote(fragment)


def test_every_link_inside_the_site_leads_somewhere() -> None:
    ids = {path: {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in pages()}
    checked = 0
    for page, tree in pages():
        for element in tree.iter("a", "link", "script"):
            href = element.get("href") or element.get("src")
            if not href or re.match(r"https?:|data:", href):
                continue
            path, fragment = resolve(page, href)
            assert path in sites.files(), (page, href)
            if fragment:
                assert fragment in ids[path], (page, href)
            checked += 1
    assert checked > 500


def test_ids_are_unique_on_each_page() -> None:
    for page, tree in pages():
        found = [e.get("id") for e in tree.iter() if e.get("id")]
        assert len(found) == len(set(found)), page


def test_nothing_is_loaded_from_outside() -> None:
    for page, tree in pages():
        for element in tree.iter():
            for name in ("src", "srcset", "poster", "action"):
                assert not re.match(r"(https?:)?//", element.get(name) or ""), page
        for link in tree.iter("link"):
            assert not re.match(r"(https?:)?//", link.get("href")), page
        policy = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
        assert policy
        assert "default-src 'none'" in policy[0]
        assert not tree.xpath("//style | //script[not(@src)] | //*[@style]"), page
    for path, content in sites.files().items():
        if path.endswith(".css"):
            assert b"url(" not in content, path
            assert b"@import" not in content, path


def test_every_figure_has_a_link_and_an_origin() -> None:
    for language, book in sample_books().items():
        for chapter in book.chapters:
            ids = figures(chapter)
            if not ids:
                continue
            page = html.fromstring(sites.files()[f"{language}/{chapter.slug}.html"].decode())
            linked = set(page.xpath("//a/@data-figure"))
            assert set(ids) <= linked
            origins = html.fromstring(
                sites.files()[f"{language}/origins-{chapter.slug}.html"].decode()
            )
            assert set(ids) <= set(origins.xpath("//li/@id"))
            data = sites.files()[f"data/{language}/{chapter.slug}.js"].decode()
            known = json.loads(data.partition("=")[2].rstrip(";\n"))
            assert set(known["figures"]) == set(ids)
            for key, _ in known["figures"].values():
                assert "claims" in known["entries"][key] or "parts" in known["entries"][key]


def keyed(books: dict[str, d.Book]) -> dict[str, bytes]:
    return {p.path: p.inputs for p in site.parts(books, sites.catalogue(), sites.trace, "basis")}


def test_a_sentence_changes_its_page_and_the_search_and_nothing_else() -> None:
    books = sample_books()
    chapter = books["en"].chapters[1]
    sentence = d.Paragraph((d.Text("A sentence was added."),))
    other = msgspec.structs.replace(chapter, blocks=(*chapter.blocks, sentence))
    chapters = tuple(other if c is chapter else c for c in books["en"].chapters)
    changed = books | {"en": msgspec.structs.replace(books["en"], chapters=chapters)}
    before, after = keyed(books), keyed(changed)
    touched = {path for path in after if before.get(path) != after[path]}
    assert touched == {f"en/{chapter.slug}.html", "data/en/search.js"}


def test_same_book_same_bytes_and_no_part_depends_on_order() -> None:
    parts = list(site.parts(sample_books(), sites.catalogue(), sites.trace))
    assert {p.path: p.make() for p in reversed(parts)} == sites.files()


def test_text_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>\"'&"
    writer = Writer(Links("en", "origins.html", "s.html", {}, {"x": evil}, {}))
    found = writer.inline(
        (d.Text(evil), d.Code(evil), d.Printed(evil, 'f"1'), d.Cite("x", 1),
         d.Link((d.Text("a"),), "javascript:alert(1)"))
    )  # fmt: skip
    assert "<script" not in found
    assert "javascript:" not in found
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>x()</script>'
        "<style>*{}</style>"
        '<a href="https://example.org/#f1"><rect id="r" style="fill:#fff" width="1"/></a></svg>'
    )
    chart = d.Chart("fig", "1", (), svg, evil, 1, 1, (d.Mark("f1", evil, "a", "1", True),))
    shown = charts.inline(chart, "origins.html", str)
    for bad in ("<script", "<style", "onload", "style=", "example.org"):
        assert bad not in shown
    assert 'href="origins.html#f1"' in shown
    assert 'id="fig-r"' in shown


def test_a_sentence_has_its_number_marked() -> None:
    claim = sites.leaf("mb2020:0a1b2c3d")
    assert "<mark>1.36万亿</mark>元" in marked(claim)
    english = claim | {
        "text": "Revenue grew by 3.60% to CNY 1.36 trillion.",
        "start": 30,
        "end": 34,
    }
    assert "<mark>1.36</mark> trillion" in marked(english)
    assert "<mark>" not in marked(claim | {"value": 7.0})
    june = "截至2020年6月末，用户达15.95亿户，同比增长0.6%。"
    assert "<mark>0.6%</mark>" in marked(
        claim | {"text": june, "value": 0.6, "start": 9, "end": 13}
    )
    users = claim | {"text": june, "value": 1.595e9, "start": 9, "end": 16}
    assert "达<mark>15.95亿户</mark>" in marked(users)


def test_origins_say_each_figure_once() -> None:
    book = sample_book("en")
    growth = [f for f in book.figures if f.expression == "yoy(telecom_revenue)"][:3]
    origins = Origins(growth, lambda f: sites.trace("en", f))
    assert set(origins.of) == {f.id for f in growth}
    keys = {key for entry in origins.entries.values() for key in entry.parts}
    assert keys <= set(origins.entries)
    levels = [e for e in origins.entries.values() if e.tree["expression"] == "telecom_revenue"]
    assert len(levels) == 2


def test_many_statements_are_one_entry_that_figures_share() -> None:
    figures = sample_book("en").figures[:4]
    many = [sites.leaf("mb2020:0a1b2c3d") | {"claim": f"c{i}"} for i in range(40)]
    origins = Origins(figures, lambda f: sites.trace("en", f) | {"children": many})
    shared = {origins.entries[key].evidence for key in origins.of.values()}
    assert len(shared) == 1
    assert len(origins.entries[shared.pop()].claims) == 40
    assert sum(len(entry.claims) for entry in origins.entries.values()) == 40


@pytest.mark.parametrize(
    ("language", "expression", "said"),
    [
        ("en", "telecom_revenue", "Telecom revenue"),
        ("en", "yoy(telecom_revenue)", "Year-on-year growth of telecom revenue"),
        ("en", 'share(stations_5g, within="CN")', "Share in China of 5G base stations"),
        ("en", "telecom_revenue / (mobile_subs + iptv_subs)",
         "Telecom revenue ÷ (mobile subscribers + IPTV subscribers)"),
        ("en", "cagr(telecom_revenue, 5)", "Average annual growth of telecom revenue over 5 years"),
        ("zh", "yoy(telecom_revenue)", "电信业务收入同比增速"),
        ("zh", "share(mobile_subs_4g, of=mobile_subs)", "4G用户占移动电话用户的比重"),
        ("zh", 'index(telecom_revenue, base="2015")', "电信业务收入指数（2015年=100）"),
        ("zh", "100 * mobile_subs / lag(mobile_subs) - 100",
         "100 × 移动电话用户 ÷ 1年前的移动电话用户 \u2212 100"),
        ("zh", "not a formula", "not a formula"),
    ],
)  # fmt: skip
def test_expressions_in_words(language: str, expression: str, said: str) -> None:
    assert Say(sites.catalogue(), language).expression(expression) == said


@pytest.mark.parametrize(
    ("lower", "upper", "zh", "en"),
    [
        (
            1.3563e12,
            1.3565e12,
            "1.3563至1.3565万亿元之间",
            "between CNY 1.3563 and 1.3565 trillion",
        ),
        (1.3564e12, 1.3564e12, "精确值", "known exactly"),
        (1.3564e12, None, "不低于1.3564万亿元", "at least CNY 1.3564 trillion"),
    ],
)
def test_intervals_in_words(lower: float, upper: float | None, zh: str, en: str) -> None:
    tree = {"expression": "telecom_revenue", "territory": "CN", "period": "2020", "unit": "CNY",
            "value": 1.3564e12, "lower": lower, "upper": upper}  # fmt: skip
    assert Say(sites.catalogue(), "zh").interval(tree) == zh
    assert Say(sites.catalogue(), "en").interval(tree) == en


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("grey", ["#000000", "#1b232d", "#444444", "#555555", "#666666"])
def test_what_is_legible_by_day_is_legible_by_night(grey: str) -> None:
    page = charts.dark("#ffffff")
    assert contrast(grey, "#ffffff") > 4.5
    assert contrast(charts.dark(grey), page) > 4.5


def test_numbers_on_a_map_stay_legible_by_night() -> None:
    for shade in RAMP[:3]:
        assert contrast(charts.dark(INK), charts.dark(shade)) > 4.5
    for tone in PALETTE:
        assert contrast(charts.dark(tone), charts.dark("#ffffff")) > 4.5


def test_words_are_the_same_in_all_languages() -> None:
    assert WORDS["zh"].keys() == WORDS["en"].keys()


def test_header_cells_take_the_empty_cells_below() -> None:
    a, b, c = (d.Cell((d.Text(t),), header=True) for t in "abc")
    wide = d.Cell((d.Text("w"),), colspan=2, header=True)
    rows = joined(((a, wide), (d.Cell(), b, c)))
    assert rows == [[(a, 2), (wide, 1)], [(b, 1), (c, 1)]]
