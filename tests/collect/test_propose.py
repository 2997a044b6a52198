"""Entries proposed for what a person drops into sources/: read as they stand once appended."""

import csv
import io
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.collect import collect_source
from bluebook.collect.propose import propose, uncited
from bluebook.edition import Edition
from bluebook.errors import BluebookError
from bluebook.model.claim import Claim
from tests.collect.dropped import appended, dropped, seen
from tests.collect.word import paragraph, word
from tests.conftest import SHARED

# What cannot be known ---------------------------------------------------------------------

WORDS = (
    "", "2020", "2019年", "2020-01", "1月", "Q1", "广东", "合计", "电信业务收入(亿元)",
    "移动电话用户", "同比增长(%)", "比上年末净增", "单位", "指标", "万户", "%", "单位:万户",
    "1,234.5", "-3.1", "…", "-", "3.2%", "注:x", "Growth (%)", "(", "{a}", "]]", "\'\'\'", "\\",
    "占比",
    "序号", "1", "2", "年份", '"', "#", "=1+1", "#REF!", "1.234,5",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=8))
def test_any_table_gets_an_entry_that_is_toml_or_a_word(rows: list[list[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        for one in propose(dropped(Path(folder), a__csv=text.getvalue())):
            assert tomllib.loads(one.toml) if one.toml else one.remarks


def test_a_column_that_numbers_the_rows_is_no_figure(tmp_path: Path) -> None:
    text = ",省份,移动电话用户(万户)\n0,广东,3000\n1,江苏,2500\n2,浙江,9\n"
    found = seen(appended(dropped(tmp_path, a__csv=text)))
    assert set(found.values()) == {30_000_000, 25_000_000, 90_000}


def test_what_does_not_fit_is_said(tmp_path: Path) -> None:
    text = (
        "指标,单位,2020\n电信业务收入,万户,3\n移动电话用户环比增长,%,1\n固定宽带用户数渗透,万户,2\n"
    )
    (one,) = propose(dropped(tmp_path, a__csv=text))
    assert one.figures == 0
    assert "万户 does not fit telecom_revenue" in one.left_out["电信业务收入"]
    assert "month before" in one.left_out["移动电话用户环比增长"]
    assert "near: broadband_subs" in one.left_out["固定宽带用户数渗透"]


def test_a_table_that_tells_nothing(tmp_path: Path) -> None:
    (one,) = propose(dropped(tmp_path, a__csv="just a line of text\n"))
    assert not one.toml and "no table" in one.remarks[0]


@pytest.mark.parametrize(
    "data",
    [b"\0\1\2", b"PK\x03\x04nothing", b'"never closed\n1,2\n', b"a,b\n" * 5 + b"\xff\xfe\xfa\n"],
)
@pytest.mark.parametrize("name", ["a__csv", "a__xlsx", "a__ods", "a__xls", "a__parquet"])
def test_hostile_files_are_said_and_passed_over(data: bytes, name: str, tmp_path: Path) -> None:
    good = "指标,单位,2020\n电信业务收入,亿元,3\n"
    found = propose(dropped(tmp_path, **{name: data}, good__csv=good))
    assert [one.figures for one in found if one.toml and "good" in one.files[0]] == [1]


def test_words_that_would_break_toml(tmp_path: Path) -> None:
    text = 'a"\\b,单位,"20\n20"\n"电信""业务\\收入\n",亿元,3\n移动电话用户,万户,4\n'
    claims = appended(dropped(tmp_path, a__csv=text))
    assert all(c.expression for c in claims)


def test_a_mapping_that_fails_gets_another(tmp_path: Path) -> None:
    edition = dropped(tmp_path, a__csv="指标,单位,2020\n电信业务收入,亿元,3\n")
    (edition.folder / "sources" / "sources.toml").write_text(
        '[mine]\ntitle = {en = "M"}\npublisher = {en = "M"}\ndate = 2021-01-01\n'
        '[[mine.tables]]\nfile = "tables/a.csv"\n',
        "utf-8",
    )
    (one,) = propose(Edition(edition.folder))
    assert one.source == "mine" and "instead of table 1 of [mine]" in one.toml
    assert one.figures == 1 and "[mine]\n" not in one.toml


def test_what_is_cited_is_left_alone(tmp_path: Path) -> None:
    edition = dropped(tmp_path, a__csv="指标,单位,2020\n电信业务收入,亿元,3\n")
    assert [p.name for p in uncited(edition)] == ["a.csv"]
    appended(edition)
    assert uncited(Edition(edition.folder)) == [] == propose(Edition(edition.folder))


# Bulletins --------------------------------------------------------------------------------

TEXT = """2020年广东省信息通信业运行情况

2021年1月25日

2020年,全省电信业务收入累计完成1743.2亿元,比上年增长2.6%。"""
ENGLISH = """= Telecom industry of Guangdong in 2020

January 25, 2021

In 2020, telecom revenue of Guangdong reached 174.32 billion yuan, up 2.6 percent year on year."""
HTML = f"<html><body><p>{TEXT}</p></body></html>".replace("\n\n", "</p><p>")


def docx(text: str) -> bytes:
    return word("".join(paragraph(line) for line in text.split("\n")))


def pdf(text: str) -> bytes:
    import typst

    return typst.compile(text.encode())


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("a__docx", docx(TEXT), "2020年广东省信息通信业运行情况"),
        ("a__txt", TEXT.encode("gb18030"), "2020年广东省信息通信业运行情况"),
        ("a__html", HTML, ""),
        ("a__pdf", pdf(ENGLISH), "Telecom industry of Guangdong in 2020"),
    ],
)
def test_bulletins(name: str, data: str | bytes, title: str, tmp_path: Path) -> None:
    edition = dropped(tmp_path, **{name: data})
    claims = appended(edition)
    assert seen(claims) == {
        ("telecom_revenue", "CN-GD", "2020"): 1.7432e11,
        ("yoy(telecom_revenue)", "CN-GD", "2020"): 2.6,
    }
    assert all(c.start is not None and c.text and c.said == "2021-01-25" for c in claims)
    assert not title or title in Edition(tmp_path).sources["a"].title.values()


# Real workbooks ---------------------------------------------------------------------------


@pytest.mark.shared
def test_nineteen_workbooks_get_one_mapping(tmp_path: Path) -> None:
    from tests.collect.brazil import VARIABLES, brazil

    mine = brazil(tmp_path / "by_hand")
    wanted = collect_source(mine, "ida")
    names = "".join(
        f'  ida_{code}: {{name: {{en: {code}, pt: "{name}"}}, unit: number, kind: average}}\n'
        for name, code in VARIABLES.items()
    )
    edition = dropped(tmp_path / "proposed", f"indicators:\n{names}")
    for path in (SHARED / "data" / "brazil" / "ida").glob("*.ods"):
        (edition.folder / "sources" / "tables" / path.name).write_bytes(path.read_bytes())
    (one,) = propose(edition)
    assert one.toml.count("[[") == 1 and not one.left_out

    def cells(claims: list[Claim]) -> list[tuple[str, str, float, str, str]]:
        said = [(c.subject.partition("[")[0], c) for c in claims]
        return sorted((Path(c.file).name, c.locator, c.value, c.period, what) for what, c in said)

    assert cells(appended(edition, [one])) == cells(wanted)


# What is asked for ------------------------------------------------------------------------


def test_a_file_that_is_named(tmp_path: Path) -> None:
    text = "指标,单位,2020\n电信业务收入,亿元,3\n"
    edition = dropped(tmp_path, a__csv=text, b__csv=text)
    assert [one.files for one in propose(edition, ["tables/b.csv"])] == [["tables/b.csv"]]
    assert [one.figures for one in propose(edition, [tmp_path / "sources/tables/a.csv"])] == [1]
    for file in ("tables/none.csv", "../../x.csv"):
        with pytest.raises(BluebookError):
            propose(edition, [file])


def test_from_the_command_line(tmp_path: Path) -> None:
    edition = dropped(tmp_path, a__csv="指标,单位,2020\n电信业务收入,亿元,3\n")
    run = [sys.executable, "-m", "bluebook", "collect", str(edition.folder)]
    first = subprocess.run(run, capture_output=True, text=True, check=True)
    assert "no source cites sources/tables/a.csv" in first.stderr and "--propose" in first.stderr
    told = subprocess.run([*run, "--propose"], capture_output=True, text=True, check=True).stdout
    (edition.folder / "sources" / "sources.toml").write_text(told, "utf-8")
    again = subprocess.run(run, capture_output=True, text=True, check=True)
    assert not again.stderr and again.stdout.splitlines()[1].split()[:2] == ["a", "1"]
