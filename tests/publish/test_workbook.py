"""book.xlsx: real numbers printed as in the book, links that lead on, nothing executed."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

import msgspec
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from bluebook.publish import workbook
from bluebook.publish.numeral import numeral
from bluebook.write import document as d
from tests.publish.sample import CLAIM, sample_book, sample_books, sample_claims


@cache
def _book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook.render(sample_books(), sample_claims())))


def shown(value: float, form: str) -> str:
    """What a spreadsheet shows of a number under a format of the kind that `numeral` makes."""
    sections = re.findall(r'(?:\\.|"[^"]*"|[^;"\\])+', form)
    index = (2 if value == 0 else 1 if value < 0 else 0) if len(sections) > 1 else 0
    section = sections[min(index, len(sections) - 1) if value else (2 if len(sections) > 2 else 0)]
    out, number = "", Decimal(repr(abs(value)))
    for part in re.findall(r'\\.|"[^"]*"|[#0,.%]+', section):
        if part.startswith("\\"):
            out += part[1:]
        elif part.startswith('"'):
            out += part[1:-1]
        else:
            places = len(part.rstrip("%").partition(".")[2])
            scaled = number * 100 if part.endswith("%") else number
            rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
            out += (f"{rounded:,}" if "," in part else f"{rounded}") + "%" * part.endswith("%")
    return out


@pytest.mark.parametrize("text", [
    "36,988", "-728", "+62,000", "0.0%", "-0.4%", "3.6%", "1.36万亿元", "CNY 1.36 trillion",
    "−0.4%", "比上年增长3.6%", "up 3.6% year on year", "10.35GB", "0", "+0.0", "-0.0%",
    "12.5个百分点", "第3位", 'say "5" now', "CNY -1.2", "1,234,567.89", "99.95%",
])  # fmt: skip
def test_a_number_prints_as_it_was_printed(text: str) -> None:
    found = numeral(text)
    assert found is not None
    assert shown(found.value, found.form) == text


@pytest.mark.parametrize("text", [
    "", "…", "2020-12", "3-5", "007", "1.2.3", "12345678901234567", "5 of 7", "=1+1x2", "1,23",
])  # fmt: skip
def test_other_text_stays_text(text: str) -> None:
    assert numeral(text) is None


@given(
    st.sampled_from(["", "CNY ", "约", "(", "增长"]), st.sampled_from(["", "+", "-", "−"]),
    st.decimals(0, 10**9, places=2), st.booleans(),
    st.sampled_from(["", "%", "万亿元", " million", "%;", '"', "\\"]),
)  # fmt: skip
def test_any_number_prints_as_it_was_printed(
    before: str, sign: str, number: Decimal, grouped: bool, after: str
) -> None:
    text = before + sign + (f"{number:,}" if grouped else f"{number}") + after
    found = numeral(text)
    assert found is not None
    assert shown(found.value, found.form) == text


def test_tables_stand_as_printed_with_real_numbers() -> None:
    for language, book in sample_books().items():
        for chapter in book.chapters:
            for table in (b for b in chapter.blocks if isinstance(b, d.Table) and b.number):
                sheet = _book()[("表" if language == "zh" else "Table") + f" {table.number}"]
                top = 4 + len(table.header)
                for r, row in enumerate(table.rows):
                    for c, cell in enumerate(row):
                        found = sheet.cell(top + r, c + 1)
                        printed = "".join(i.text for i in cell.content)
                        if isinstance(cell.content[0], d.Printed):
                            assert isinstance(found.value, int | float)
                            assert shown(found.value, found.number_format) == printed
                            assert found.hyperlink is not None
                            assert CLAIM in (found.hyperlink.tooltip or "")
                        else:
                            assert found.value == printed


def test_links_lead_from_number_to_figure_to_claim() -> None:
    sheet = _book()["Table 1-1"]
    cell = sheet.cell(6, 3)
    assert cell.hyperlink is not None
    where = re.fullmatch(r"'(.+)'!([A-Z]+\d+)", cell.hyperlink.location)
    assert where
    row = _book()[where[1]][where[2]].row
    figures = _book()[where[1]]
    assert figures.cell(row, 3).value == "160,134"
    origin = figures.cell(row, 12)
    assert origin.value == CLAIM
    place = re.fullmatch(r"'(.+)'!([A-Z]+\d+)", origin.hyperlink.location)
    assert place
    assert _book()[place[1]][place[2]].value == CLAIM


def test_every_figure_is_listed() -> None:
    for language, book in sample_books().items():
        sheet = _book()["数字" if language == "zh" else "Figures"]
        listed = [sheet.cell(r, 1).value for r in range(5, sheet.max_row + 1)]
        assert [v for v in listed if v] == [f.id for f in book.figures]


def test_a_chart_is_a_table_of_its_series() -> None:
    chart = next(
        b for ch in sample_book("en").chapters for b in ch.blocks if isinstance(b, d.Chart)
    )
    sheet = _book()[f"Figure {chart.number}"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    top = next(i for i, row in enumerate(rows) if row[0] == "Time or place")
    series = rows[top][1:]
    for mark in chart.marks:
        row = next(i for i, row in enumerate(rows) if i > top and row[0] == mark.at)
        found = sheet.cell(row + 1, 2 + series.index(mark.series))
        assert isinstance(found.value, int | float)
        assert shown(found.value, found.number_format) == mark.text


def test_lists_speak_their_language_and_lead_out() -> None:
    sources = _book()["数据来源"]
    head = [cell.value for cell in sources[4]]
    assert head[:6] == ["序号", "编号", "题名", "发布者", "日期", "网址"]
    for row in sources.iter_rows(min_row=5):
        assert row[4].is_date and row[4].number_format == "yyyy-mm-dd"
        if str(row[5].value).startswith("http"):
            assert row[5].hyperlink.target.startswith("http")
    contents = _book()["目录 Contents"]
    assert contents.freeze_panes is None


def test_nothing_is_a_formula() -> None:
    hostile = ("=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', "{=1}")
    cells = tuple((d.Cell((d.Text(t),)), d.Cell((d.Printed(t, "f0001"),))) for t in hostile)
    table = d.Table("t", "9-9", (d.Text("=1+1"),), (), cells, ((d.Text("=2"),),))
    chapter = d.Chapter("x", 1, (d.Text("=3"),), (table,))
    book = msgspec.structs.replace(sample_book("en"), chapters=(chapter,), title="=4")
    data = workbook.render({"en": book}, sample_claims())
    found = openpyxl.load_workbook(io.BytesIO(data))
    values = [cell for sheet in found for row in sheet.iter_rows() for cell in row]
    assert not [c.value for c in values if c.data_type == "f"]
    texts = {c.value for c in values}
    assert set(hostile) - {"-1-1", "+1+1"} <= texts | {"\t=1"}
    assert "=13564" in texts  # the words of a claim


def test_odd_names_of_sheets_are_made_fit() -> None:
    tables = tuple(
        d.Table("t", number, (), (), ((d.Cell((d.Text("x"),)),),))
        for number in ("1/2:3*[?]", "1/2:3*[?]", "a" * 60, "")
    )
    book = msgspec.structs.replace(
        sample_book("en"), chapters=(d.Chapter("x", 1, (), (d.Box("note", (), tables),)),)
    )
    found = openpyxl.load_workbook(io.BytesIO(workbook.render({"en": book}, {})))
    assert len(found.sheetnames) == 8
    assert all(len(name) <= 31 for name in found.sheetnames)


def test_the_same_books_give_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, time; from bluebook.publish import workbook;"
        "from tests.publish.sample import *;"
        "time.sleep(2.1); print(hashlib.sha256(workbook.render(sample_books(), sample_claims()))"
        ".hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    import hashlib

    here = hashlib.sha256(workbook.render(sample_books(), sample_claims())).hexdigest()
    assert run.stdout.strip() == here
