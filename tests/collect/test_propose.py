"""A mapping proposed for a table is pasted into sources.toml, and the table is read by it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bluebook.cli import main
from bluebook.press.build import Press
from bluebook.press.template import new

Cells = list[list[Any]]
GROWTH = "yoy(telecom_revenue)"
SHAPES: dict[str, tuple[Cells, list[str], dict[tuple[str, str, str], float]]] = {
    "two rows of heads, merged": (
        [["2020年电信业务主要指标"],
         ["地区", "移动电话用户（万户）", None, "电信业务收入（亿元）", None],
         [None, "2019年", "2020年", "2019年", "2020年"],
         ["广东", 16668.4, 15593.6, 1690.5, 1712.4],
         ["江苏省", 10093.4, 9973.0, 1030.1, 1080.2],
         ["资料来源：各省通信管理局"]],
        ["A2:A3", "B2:C2", "D2:E2"],
        {("mobile_subs", "CN-GD", "2020-12"): 155.936e6,
         ("telecom_revenue", "CN-JS", "2019"): 103.01e9},
    ),
    "indicators below one another, with a column of units": (
        [["2020年1-12月通信业主要指标完成情况"],
         ["指标名称", "单位", "本月末到达", "比上年末净增", "同比增长（%）"],
         ["电信业务收入", "亿元", 13564, None, 3.6],
         ["其中：移动通信业务收入", "亿元", 8891, None, -0.4],
         ["移动电话用户", "万户", 159407, -728, "—"],
         ["注：数据为快报数"]],
        [],
        {("telecom_revenue", "CN", "2020"): 1.3564e12, (GROWTH, "CN", "2020"): 3.6,
         ("change(mobile_subs)", "CN", "2020-12"): -7.28e6},
    ),
    "English, growth beside the level, a total": (
        [["Telecommunications in 2020"],
         ["Province", "Mobile subscribers (10,000)", "Telecom revenue (100 million yuan)",
          "Growth (%)"],
         ["Guangdong", 15593.6, 1712.4, 1.3], ["Jiangsu", 9973, 1080.2, 4.8],
         ["Total", 25566.6, 2792.6, None], ["Source: provincial administrations"]],
        [],
        {("mobile_subs", "CN-GD", "2020-12"): 155.936e6, (GROWTH, "CN-JS", "2020"): 4.8},
    ),
    "a row for each figure": (
        [["地区", "指标", "年份", "数值", ], ["广东", "电信业务收入", 2019, 169050000000],
         ["江苏", "电信业务收入", 2020, 108020000000]],
        [],
        {("telecom_revenue", "CN-JS", "2020"): 108.02e9},
    ),
    "a column without a head, a unit in the title": (
        [["2020年各省用户（单位：万户）"], [None, "移动电话用户", "其中：5G用户"],
         ["广东", 15593.6, 2000], ["江苏", 9973.0, 1500], ["合计", 25566.6, 3500]],
        [],
        {("mobile_subs", "CN-GD", "2020-12"): 155.936e6},
    ),
}  # fmt: skip


def _workbook(path: Path, rows: Cells, merged: list[str]) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    for cells in merged:
        page.merge_cells(cells)
    book.save(path)


def _read(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> dict[Any, float]:
    """The claims that a table brings once the proposal is pasted; the places left are filled."""
    capsys.readouterr()
    assert main(["collect", str(root), "--propose", f"tables/{name}"]) == 0
    told = capsys.readouterr().out
    assert "# read with this mapping:" in told, told
    sources = root / "sources" / "sources.toml"
    sources.write_text(sources.read_text("utf-8") + "\n" + told, "utf-8")
    return {
        (c.expression, c.territory, c.period): c.value
        for c in Press(root).claims()
        if c.file == f"sources/tables/{name}"
    }


@pytest.mark.parametrize("shape", SHAPES)
def test_workbooks(shape: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows, merged, wanted = SHAPES[shape]
    root = new(tmp_path / "edition")
    _workbook(root / "sources" / "tables" / "mine.xlsx", rows, merged)
    found = _read(root, "mine.xlsx", capsys)
    assert {key: found.get(key) for key in wanted} == pytest.approx(wanted)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_csv_of_another_country(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = new(tmp_path / "edition")
    text = (
        "地区;移动电话用户（万户）;电信业务收入（亿元）\n广东;15593,6;1712,4\n江苏;9973,0;1080,2\n"
    )
    (root / "sources" / "tables" / "mine.csv").write_bytes(text.encode(encoding))
    found = _read(root, "mine.csv", capsys)
    assert found["telecom_revenue", "CN-JS", "2020"] == pytest.approx(108.02e9)


def test_operators_are_kept_as_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = new(tmp_path / "edition")
    rows: Cells = [
        ["运营商", "省份", "移动电话用户"],
        ["甲", "广东", 3000],
        [None, "江苏", 2500],
        ["乙", "广东", 9],
    ]
    _workbook(root / "sources" / "tables" / "mine.xlsx", rows, [])
    _read(root, "mine.xlsx", capsys)
    parts = {c.subject for c in Press(root).claims() if c.file.endswith("mine.xlsx")}
    assert parts == {"mobile_subs[运营商=甲]", "mobile_subs[运营商=乙]"}


def test_a_table_that_is_not_cited_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = new(tmp_path / "edition")
    _workbook(root / "sources" / "tables" / "mine.xlsx", [["a"]], [])
    capsys.readouterr()
    assert main(["collect", str(root)]) == 0
    assert "no source names tables/mine.xlsx" in capsys.readouterr().out
    assert main(["collect", str(root), "--propose", "tables/mine.xlsx"]) == 0
    assert "no table of numbers" in capsys.readouterr().out
    assert main(["collect", str(root), "--propose", "tables/none.xlsx"]) == 2
    assert main(["collect", str(root), "--propose", "../../x.xlsx"]) == 2


def test_a_first_table_leads_to_the_proposal(tmp_path: Path) -> None:
    root = new(tmp_path / "edition")
    rows, merged, _ = SHAPES["two rows of heads, merged"]
    _workbook(root / "sources" / "tables" / "mine.xlsx", rows, merged)
    sources = root / "sources" / "sources.toml"
    sources.write_text(sources.read_text("utf-8").replace("figures.csv", "mine.xlsx"), "utf-8")
    command = [sys.executable, "-m", "bluebook", "collect", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and "--propose" in done.stderr
