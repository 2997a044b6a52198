"""The printed book: structure, text, safety, sameness. Its looks are judged by eye."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec
import pypdf
import pytest

from bluebook.errors import BluebookError
from bluebook.publish import package, pdf
from bluebook.write import document as d
from tests.publish import ua
from tests.publish.sample import sample_book

LANGUAGES = ("zh", "en")


@cache
def _pdf(language: str) -> bytes:
    return pdf.render(sample_book(language))


def _reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def _words(text: str) -> str:
    """Text without spaces, breaks and soft hyphens, which setting in type adds."""
    return re.sub(r"[\s\u200b\u2060\u00ad]", "", text).replace("\u2010", "-")


@cache
def _pages(language: str) -> tuple[str, ...]:
    return tuple(_words(page.extract_text()) for page in _reader(_pdf(language)).pages)


def _elements(node: Any) -> Iterator[Any]:
    """The structure elements under a node of the structure tree."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        for child in node:
            yield from _elements(child)
    elif isinstance(node, pypdf.generic.DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def _with(book: d.Book, *blocks: d.Block, **changes: Any) -> d.Book:
    chapter = d.Chapter("only", 1, (d.Text("Only"),), blocks)
    return msgspec.structs.replace(book, chapters=(chapter,), **changes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_and_says_what_it_is(language: str) -> None:
    book, reader = sample_book(language), _reader(_pdf(language))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"].startswith(language)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert reader.metadata is not None
    assert reader.metadata.title == book.title
    assert reader.metadata.author == book.publisher
    assert str(reader.metadata.creation_date).startswith(book.issued)
    assert all(page.get("/Tabs") == "/S" for page in reader.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_structure_holds_headings_tables_and_described_charts(language: str) -> None:
    root: Any = _reader(_pdf(language)).trailer["/Root"]
    elements = list(_elements(root["/StructTreeRoot"]))
    kinds = [e["/S"] for e in elements]
    for kind in ("/Title", "/H1", "/H2", "/H3", "/P", "/L", "/Table", "/TH", "/Caption", "/Link"):
        assert kind in kinds, kind
    alts = [str(e["/Alt"]) for e in elements if e["/S"] == "/Figure"]
    charts = [b for c in sample_book(language).chapters for b in c.blocks if isinstance(b, d.Chart)]
    assert all(chart.alt in alts for chart in charts)
    assert all(alts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accepted_as_pdf_ua_from_outside(language: str) -> None:
    assert ua.faults(_pdf(language)) == []
    plain = pypdf.PdfWriter(clone_from=io.BytesIO(_pdf(language)))
    del plain.root_object["/MarkInfo"]
    out = io.BytesIO()
    plain.write(out)
    assert ua.faults(out.getvalue()), "an untagged file is not"


@pytest.mark.parametrize("language", LANGUAGES)
def test_fonts_are_embedded_and_subset(language: str) -> None:
    names = set()
    for page in _reader(_pdf(language)).pages:
        fonts: Any = page["/Resources"].get("/Font", {})
        for font in fonts.values():
            (below,) = font.get_object()["/DescendantFonts"]
            descriptor = below.get_object()["/FontDescriptor"]
            assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            names.add(str(descriptor["/FontName"]))
    assert names
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in names)
    assert len(_pdf(language)) < 1_000_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_bookmarks_name_every_chapter_in_order(language: str) -> None:
    titles = [
        _words(str(entry.title))
        for entry in _reader(_pdf(language)).outline
        if not isinstance(entry, list)
    ]
    chapters = [_words(c.title[0].text) for c in sample_book(language).chapters]
    found = [next(t for t in titles if t.endswith(chapter)) for chapter in chapters]
    assert found == titles[-len(chapters) :]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_printed_number_stands_in_the_text(language: str) -> None:
    book, text = sample_book(language), "".join(_pages(language))
    on_charts = {m.figure for c in book.chapters for b in c.blocks if isinstance(b, d.Chart)
                 for m in b.marks if not m.shown}  # fmt: skip
    missing = [f.text for f in book.figures if f.id not in on_charts and _words(f.text) not in text]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_travel_with_the_book(language: str) -> None:
    (attached,) = _reader(_pdf(language)).attachments["figures.json"]
    output = f"book.{language}.pdf"
    rows = json.loads(package.figures_json({language: sample_book(language)}))
    assert json.loads(attached) == [row for row in rows if row["output"] == output]


@pytest.mark.parametrize("language", LANGUAGES)
def test_captions_stay_with_what_they_name(language: str) -> None:
    body = _pages(language)[4:]
    for chapter in sample_book(language).chapters:
        for block in chapter.blocks:
            if not isinstance(block, d.Table | d.Chart) or not block.number:
                continue
            caption = _words(block.caption[0].text)
            (page,) = [p for p in body if caption in p]
            match block:
                case d.Chart():
                    shown = [m.text for m in block.marks if m.shown] or [
                        m.series for m in block.marks
                    ]
                case d.Table():
                    shown = [c.text for c in block.rows[0][0].content]
            assert all(_words(text) in page for text in shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_table_repeats_its_header(language: str) -> None:
    book = sample_book(language)
    table = book.chapters[2].blocks[3]
    assert isinstance(table, d.Table)
    heads = [_words(cell.content[0].text) for cell in table.header[0]]
    twice = _with(book, msgspec.structs.replace(table, rows=table.rows * 2))
    pages = [_words(page.extract_text()) for page in _reader(pdf.render(twice)).pages]
    assert sum(all(head in page for head in heads) for page in pages) == 2


def _places(data: bytes, words: tuple[str, ...]) -> dict[str, tuple[int, float, float]]:
    """Page and place (from left and foot) of each word's first text after the contents."""
    found: dict[str, tuple[int, float, float]] = {}
    for number, page in enumerate(_reader(data).pages):
        if number < 4:  # cover, title, contents, lists of figures and tables
            continue

        def visit(text: str, cm: Any, tm: Any, *_: Any, number: int = number) -> None:
            for word in words:
                if word in text:
                    place = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
                    found.setdefault(word, (number, round(place[0]), round(place[1])))

        page.extract_text(visitor_text=visit)
    return found


def test_two_narrow_charts_stand_side_by_side() -> None:
    book = sample_book("en")
    chart = next(b for b in book.chapters[2].blocks if isinstance(b, d.Chart))
    one, two, three = (
        msgspec.structs.replace(
            chart, label=f"fig-{word}", number=f"1.{n}", width=290.0, height=height,
            caption=(d.Text(word),), marks=(),
        )
        for n, (word, height) in enumerate((("Alpha", 120.0), ("Beta", 190.0), ("Gamma", 120.0)))
    )  # fmt: skip
    places = _places(pdf.render(_with(book, one, two, three)), ("Alpha", "Beta", "Gamma"))
    assert places["Alpha"][::2] == places["Beta"][::2]  # captions level, whatever the heights
    assert places["Alpha"][1] < places["Beta"][1]
    assert places["Gamma"] != places["Beta"] and places["Gamma"][::2] != places["Alpha"][::2]


def test_a_chapters_title_stands_above_its_charts() -> None:
    book = sample_book("en")
    chart = next(b for b in book.chapters[2].blocks if isinstance(b, d.Chart))
    chart = msgspec.structs.replace(chart, caption=(d.Text("Alpha"),))
    long = d.Paragraph((d.Text("Word after word. " * 400),))
    made = _with(book, long, chart, long)
    chapter = msgspec.structs.replace(made.chapters[0], title=(d.Text("Omega"),))
    places = _places(
        pdf.render(msgspec.structs.replace(made, chapters=(chapter,))), ("Omega", "Alpha")
    )
    assert (places["Omega"][0], -places["Omega"][2]) < (places["Alpha"][0], -places["Alpha"][2])


def test_text_stays_on_the_page() -> None:
    for language in LANGUAGES:
        for page in _reader(_pdf(language)).pages:
            places: list[tuple[float, float]] = []
            page.extract_text(visitor_text=lambda text, cm, tm, font, size, out=places: (
                out.append((tm[4] * cm[0] + cm[4], 0)) if text.strip() else None
            ))  # fmt: skip
            assert all(0 <= x <= 596 for x, _ in places)


def test_the_same_book_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from bluebook.publish import pdf;"
        "from tests.publish.sample import sample_book;"
        "print(hashlib.sha256(pdf.render(sample_book('zh'))).hexdigest())"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout
    assert len(runs[0].stdout) > 60


HOSTILE = (
    '#panic("x")', "#import sys", "$ x^2 $", "*bold* _em_ `raw`", "= heading", "@nobody", "<label>",
    r"back\slash \u{41}", '"quotes"', "// comment", "/* comment */", "#{ 1 + 1 }", "]", "[", "~",
    "https://example.org//x", "--- ...", "#let x = 1; #x",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_never_markup(language: str) -> None:
    paragraphs = tuple(d.Paragraph((d.Text(text),)) for text in HOSTILE)
    cells = tuple((d.Cell((d.Text(text),)),) for text in HOSTILE)
    table = d.Table(
        "#x", "1-1", (d.Text('#panic("caption")'),), ((d.Cell((d.Text("$"),)),),), cells
    )
    book = _with(sample_book(language), *paragraphs, table, title='#panic("title")',
                 notice="*notice*", publisher='"]#x')  # fmt: skip
    text = _words("".join(p.extract_text() for p in _reader(pdf.render(book)).pages))
    for hostile in (*HOSTILE, '#panic("title")', "*notice*", '#panic("caption")'):
        assert _words(hostile) in text, hostile


def test_a_careless_tree_is_set_all_the_same() -> None:
    """Skipped levels, a label used twice, a dangling reference, no alt text, odd addresses."""
    chart = d.Chart("same", "1-1", (d.Text("Caption"),), '<svg xmlns="http://www.w3.org/2000/svg" '
                    'width="2000" height="10"/>', "", 2000, 10)  # fmt: skip
    book = _with(
        sample_book("en"),
        d.Heading(4, (d.Text("Deep"),), "same"),
        d.Heading(3, (d.Text("Deeper"),), "same"),
        d.Paragraph((
            d.Refer("Figure 9.9", "nowhere"), d.Cite("nobody", 99), d.Refer("Figure 1.1", "same"),
            d.Link((d.Text("do"),), "javascript:alert(1)"),
        )),
        d.Box("unheard-of", (), (d.Heading(2, (d.Text("In a box"),), "x"), d.Bullets(()))),
        d.Tiles(()),
        d.Tiles((((), (d.Text("a very long value that will not fit on one line here"),), ()),) * 4),
        d.Table("t", "1-1", (), (), ()),
        chart,
    )  # fmt: skip
    data = pdf.render(book)
    assert b"javascript" not in data
    reader = _reader(data)
    assert "Figure 9.9" in "".join(page.extract_text() for page in reader.pages)


def test_sources_come_last_where_no_chapter_lists_them() -> None:
    book = _with(sample_book("en"), d.Paragraph((d.Cite("nbs", 2),)))
    pages = _reader(pdf.render(book)).pages
    assert "National data" in pages[-1].extract_text()
    assert "Sources" in pages[-1].extract_text()


def test_a_character_without_a_glyph_is_named() -> None:
    book = _with(sample_book("zh"), d.Paragraph((d.Text("笑\U0001f600"),)))
    with pytest.raises(BluebookError, match="\U0001f600") as error:
        pdf.render(book)
    assert "another way" in error.value.remedy
