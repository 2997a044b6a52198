"""Entries proposed for tables as administrations print them."""

import datetime
import io
from pathlib import Path
from typing import Any

import pytest

from bluebook.collect.propose import propose
from tests.collect.dropped import appended, dropped, seen, workbook

PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南"
    " 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆"
)  # parted by spaces


def cities(book: Any, page: Any) -> None:
    """Two rows of merged heads, a unit beside the title, a total, notes below."""
    page["A1"] = "2020年12月广东省分市通信业主要指标完成情况"
    page.merge_cells("A1:G1")
    page["G2"] = "单位:万户"
    page["A3"], page["B3"], page["E3"] = "地市", "移动电话用户", "固定互联网宽带接入用户"
    page.merge_cells("A3:A4")
    page.merge_cells("B3:D3")
    page.merge_cells("E3:G3")
    for column, text in enumerate(["本月末到达", "比上年末净增", "同比增长(%)"] * 2, 2):
        page.cell(4, column, text)
    page.append(["广州市", 3000.1, -20.5, 1.2, 600.4, 12.1, 2.0])
    page.append(["深圳市", 2900.2, 10.5, -1.2, 580.4, 10.1, 1.5])
    page.append(["合计", 5900.3, -10.0, 0.1, 1180.8, 22.2, 1.8])
    page.append([])
    page.append(["注:2020年数据为快报数。"])


def test_two_rows_of_heads_over_cities(tmp_path: Path) -> None:
    edition = dropped(tmp_path, a__xlsx=workbook(cities))
    (one,) = propose(edition)
    assert one.figures == 12 and "合计" in one.left_out  # not all of Guangdong's cities are there
    found = seen(appended(edition))
    assert found["mobile_subs", "CN-GD-GZ", "2020-12"] == 30_001_000
    assert found["change(mobile_subs)", "CN-GD-GZ", "2020-12"] == -205_000
    assert found["yoy(broadband_subs)", "CN-GD-SZ", "2020-12"] == 1.5


def years(book: Any, page: Any) -> None:
    """Indicators down with a column of units, years across, sections, marks for nothing."""
    page["A1"] = "广东省通信业历年主要指标"
    page.append([])
    page.append(["指标名称", "计量单位", 2018, 2019, 2020])
    page.append(["一、业务收入"])
    page.append(["电信业务收入", "亿元", 1659.4, 1698.8, 1743.2])
    page.append([])
    page.append(["二、用户"])
    page.append(["#5G移动电话用户", "万户", "-", "…", 2530])
    page.append(["电话普及率", "部/百人", 168.2, 160.1, 150.2])
    page.append(["神秘指标", "个", 1, 2, 3])
    other = book.create_sheet("互联网")
    other["A1"] = "广东省互联网发展指标"
    other.append([])
    other.append(["指标名称", "计量单位", 2018, 2019, 2020])
    other.append(["网站数", "万个", 81, 74, 70])


def test_years_across_on_two_sheets(tmp_path: Path) -> None:
    edition = dropped(tmp_path, a__xlsx=workbook(years))
    (one,) = propose(edition)
    assert list(one.left_out) == ["神秘指标"] and "?" in one.toml
    found = seen(appended(edition))
    assert found["telecom_revenue", "CN-GD", "2019"] == 1.6988e11
    assert found["mobile_subs_5g", "CN-GD", "2020-12"] == 25_300_000
    assert found["websites", "CN-GD", "2018-12"] == 810_000
    assert len(found) == 10


def months(book: Any, page: Any) -> None:
    dates = [datetime.date(2020, m, 1) for m in (1, 2, 3)]
    page.append(["Indicator", "Unit", *dates])
    page.append(["Telecom revenue", "100 million yuan", 114.1, 110.2, 120.3])
    page.append(["Broadband subscribers", "10 thousand", 3800, 3807, 3814])


def test_months_that_are_dates(tmp_path: Path) -> None:
    found = seen(appended(dropped(tmp_path, a__xlsx=workbook(months))))
    assert found["telecom_revenue", "CN", "2020-02"] == 1.102e10
    assert found["broadband_subs", "CN", "2020-03"] == 38_140_000


def provinces(book: Any, page: Any) -> None:
    """What is measured stands in the title, and names are spread out."""
    page["B1"] = "2019-2020年各省(区、市)移动电话用户数"
    page["C2"] = "单位:万户"
    page.append(["地  区", 2019, 2020])
    page.append(["全国合计", 160134, 159407])
    for n, name in enumerate(PROVINCES.split()):
        page.append([name if len(name) > 2 else "  ".join(name), 1000 + n, 1100.5 + n])


def test_thirty_one_provinces(tmp_path: Path) -> None:
    edition = dropped(tmp_path, a__xlsx=workbook(provinces))
    found = seen(appended(edition))
    assert len(found) == 64
    assert found["mobile_subs", "CN", "2020-12"] == 1_594_070_000
    assert found["mobile_subs", "CN-GD", "2020-12"] == 11_185_000
    assert found["mobile_subs", "CN-SN", "2019-12"] == 10_260_000


def test_growth_beside_each_level_under_the_same_words(tmp_path: Path) -> None:
    text = (
        'Province,Telecom revenue (100 million yuan),Growth (%),"Mobile users (10,000)",'
        "Growth (%)\nGuangdong,1743.2,2.6,15553,-6.6\nNational total,13564,3.6,159407,-0.4\n"
    )
    found = seen(appended(dropped(tmp_path, a__csv=text)))
    assert found["yoy(telecom_revenue)", "CN-GD", "2020"] == 2.6
    assert found["yoy(mobile_subs)", "CN", "2020-12"] == -0.4
    assert found["mobile_subs", "CN-GD", "2020-12"] == 155_530_000


def test_files_of_one_kind_share_a_mapping(tmp_path: Path) -> None:
    text = (
        "指标名称,单位,本月累计,同比增长(%)\n"
        "电信业务收入,亿元,{},2.{}\n移动电话用户,万户,155{}3.1,-3.{}\n"
    )
    files = {f"快报_2020年{m:02}月__csv": text.format(114 * m, m, m, m) for m in (1, 2, 3)}
    edition = dropped(tmp_path, **files)
    (one,) = propose(edition)
    assert one.toml.count("[[") == 1 and len(one.files) == 3
    found = seen(appended(edition))
    assert found["telecom_revenue", "CN", "2020-Q1"] == 3.42e10  # the year to date
    assert found["telecom_revenue", "CN", "2020-01"] == 1.14e10
    assert found["mobile_subs", "CN", "2020-02"] == 155_231_000


def two_tables(book: Any, page: Any) -> None:
    page.append(["表1 用户情况"])
    page.append(["指标", "单位", "2020年", "比上年增长(%)"])
    page.append(["移动电话用户", "万户", 15553.1, -6.6])
    page.append([])
    page.append(["表2 收入情况"])
    page.append(["指标", "单位", "2019年", "2020年"])
    page.append(["电信业务收入", "亿元", 1698.8, 1743.2])


def test_two_tables_on_a_sheet(tmp_path: Path) -> None:
    found = seen(appended(dropped(tmp_path, a__xlsx=workbook(two_tables))))
    assert found == {
        ("mobile_subs", "CN", "2020-12"): 155_531_000,
        ("yoy(mobile_subs)", "CN", "2020-12"): -6.6,
        ("telecom_revenue", "CN", "2019"): 1.6988e11,
        ("telecom_revenue", "CN", "2020"): 1.7432e11,
    }


def sheets_of_years(book: Any, page: Any) -> None:
    book.remove(page)
    for year in (2019, 2020):
        sheet = book.create_sheet(f"{year}年")
        sheet.append(["各市主要指标"])
        sheet.append(["序号", "地市", "电信业务收入(亿元)", "5G基站数(个)", "备注"])
        sheet.append([1, "广州", 300.5 + year, 9000, None])
        sheet.append([2, "深圳", 310.5 + year, 9500, "快报"])


def test_a_sheet_for_each_year(tmp_path: Path) -> None:
    found = seen(appended(dropped(tmp_path, a__xlsx=workbook(sheets_of_years))))
    assert found["telecom_revenue", "CN-GD-SZ", "2019"] == 2.3295e11
    assert found["base_stations_5g", "CN-GD-GZ", "2020-12"] == 9000 and len(found) == 8


ROWS = "季度,地区,指标,数值,单位\n2020年一季度,广东省,电信业务收入,420.5,亿元\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a__csv", ROWS.encode("gb18030")),
        ("a__csv", ROWS.replace(",", "\t").encode("utf-16")),
        ("a__csv", "Quarter;Region;Telecom revenue (million yuan)\nQ1 2020;Guangdong;42.050,0\n"),
        ("2020__csv", "Region,Quarter,Telecom revenue (100 million yuan)\nGuangdong,Q1,420.5\n"),
    ],
)
def test_text_of_every_sort(name: str, data: str | bytes, tmp_path: Path) -> None:
    found = seen(appended(dropped(tmp_path, **{name: data})))
    assert found == {("telecom_revenue", "CN-GD", "2020-Q1"): 4.205e10}


def test_parquet_with_year_and_month(tmp_path: Path) -> None:
    import polars as pl

    out = io.BytesIO()
    pl.DataFrame(
        {"Year": [2019, 2020], "Month": [12, 1], "Province": ["Guangdong", "Jiangsu"],
         "Mobile users (10,000)": [16649, 9900]}
    ).write_parquet(out)  # fmt: skip
    found = seen(appended(dropped(tmp_path, a__parquet=out.getvalue())))
    assert found == {
        ("mobile_subs", "CN-GD", "2019-12"): 166_490_000,
        ("mobile_subs", "CN-JS", "2020-01"): 99_000_000,
    }


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


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes(shape: str, tmp_path: Path) -> None:
    rows, merged, wanted = SHAPES[shape]

    def fill(book: Any, page: Any) -> None:
        for row in rows:
            page.append(row)
        for cells in merged:
            page.merge_cells(cells)

    found = seen(appended(dropped(tmp_path, a__xlsx=workbook(fill))))
    assert {key: found.get(key) for key in wanted} == pytest.approx(wanted)


def test_operators_are_kept_as_parts(tmp_path: Path) -> None:
    text = "运营商,省份,移动电话用户\n甲,广东,3000\n,江苏,2500\n乙,广东,9\n"
    claims = appended(dropped(tmp_path, a__csv=text))
    assert [(c.subject[-3:], c.territory) for c in claims] == [
        ("=甲]", "CN-GD"), ("=甲]", "CN-JS"), ("=乙]", "CN-GD"),
    ]  # fmt: skip
