# ruff: noqa: E501
"""Tables in texts, web pages and Word: what each cell says, by its heads, labels and captions."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.documents import extract_bytes
from tests.collect.test_bulletins_documents import paragraph, word


@cache
def rows_of(text: str, period: str = "2020-12") -> list[str]:
    found = []
    for c in Reader(catalogue_of(), None, "s").read(text, "CN", period):
        assert not c.suspect
        told = c.expression or f"? {c.subject}"
        found.append(
            f"{text[c.start : c.end]} | {told} | {c.territory} | {c.period} | {c.value:.10g} | {c.half_width:.4g}"
        )
    return found  # fmt: skip


TABLES = {
    "money and traffic: to date, growth, month": (
        """
2020年12月通信业主要指标完成情况（一）
指标名称	单位	本年本月止累计到达	比上年同期累计(±%)	本月
电信业务收入	亿元	13564	3.6	1136
其中：移动通信业务收入	亿元	8891	-0.4	720
""",
        "13564 | telecom_revenue | CN | 2020 | 1.3564e+12 | 5e+07",
        "3.6 | yoy(telecom_revenue) | CN | 2020 | 3.6 | 0.05",
        "1136 | telecom_revenue | CN | 2020-12 | 1.136e+11 | 5e+07",
        "8891 | telecom_revenue_mobile | CN | 2020 | 8.891e+11 | 5e+07",
        "-0.4 | yoy(telecom_revenue_mobile) | CN | 2020 | -0.4 | 0.05",
        "720 | telecom_revenue_mobile | CN | 2020-12 | 7.2e+10 | 5e+07",
    ),
    "users: stock, net since year end, net in the month; gaps": (
        """
指标名称	单位	本月末到达	比上年末净增	本月净增
一、固定电话用户合计	万户	18190.8	-912.9	-50.1
移动电话普及率	部/百人	112.9
城市宽带接入用户	万户	34165		12
""",
        "18190.8 | fixed_line_subs | CN | 2020-12 | 181908000 | 500",
        "-912.9 | change(fixed_line_subs) | CN | 2020-12 | -9129000 | 500",
        '-50.1 | change_since(fixed_line_subs, "2020-11") | CN | 2020-12 | -501000 | 500',
        "112.9 | mobile_penetration | CN | 2020-12 | 112.9 | 0.05",
        "34165 | broadband_subs_urban | CN | 2020-12 | 341650000 | 5000",
        '12 | change_since(broadband_subs_urban, "2020-11") | CN | 2020-12 | 120000 | 5000',
    ),
    "provinces: two heads, the unit in the caption": (
        """
2020年12月电话用户分省情况
单位：万户
地区	固定电话用户	移动电话用户	移动电话用户
地区	合计	合计	4G用户
全国	18190.8	159406.8	128876.7
北京	506.1	3906.5	3331.1
内蒙古自治区	300.2	3823	—
""",
        "18190.8 | fixed_line_subs | CN | 2020-12 | 181908000 | 500",
        "159406.8 | mobile_subs | CN | 2020-12 | 1594068000 | 500",
        "128876.7 | mobile_subs_4g | CN | 2020-12 | 1288767000 | 500",
        "506.1 | fixed_line_subs | CN-BJ | 2020-12 | 5061000 | 500",
        "3906.5 | mobile_subs | CN-BJ | 2020-12 | 39065000 | 500",
        "3331.1 | mobile_subs_4g | CN-BJ | 2020-12 | 33311000 | 500",
        "300.2 | fixed_line_subs | CN-NM | 2020-12 | 3002000 | 500",
        "3823 | mobile_subs | CN-NM | 2020-12 | 38230000 | 5000",
    ),
    "provinces: value, growth, rank of what the caption names": (
        """
2020年移动电话用户发展情况
序号	省份	用户数（万户）	同比增长（%）	排名
1	广东	15500.3	-6.1	1
2	江苏	9,900	2.0	2
	合计	159406.8	-0.5
""",
        "15500.3 | mobile_subs | CN-GD | 2020-12 | 155003000 | 500",
        "-6.1 | yoy(mobile_subs) | CN-GD | 2020-12 | -6.1 | 0.05",
        "1 | rank(mobile_subs) | CN-GD | 2020-12 | 1 | 0",
        "9,900 | mobile_subs | CN-JS | 2020-12 | 99000000 | 5000",
        "2.0 | yoy(mobile_subs) | CN-JS | 2020-12 | 2 | 0.05",
        "2 | rank(mobile_subs) | CN-JS | 2020-12 | 2 | 0",
        "159406.8 | mobile_subs | CN | 2020-12 | 1594068000 | 500",
        "-0.5 | yoy(mobile_subs) | CN | 2020-12 | -0.5 | 0.05",
    ),
    "years as rows; growth goes on with the column before": (
        """
年份	电信业务收入(亿元)	同比增长(%)	移动电话用户(万户)
2019	13096	0.7	160135
2020年	13564	3.6	159407
""",
        "13096 | telecom_revenue | CN | 2019 | 1.3096e+12 | 5e+07",
        "0.7 | yoy(telecom_revenue) | CN | 2019 | 0.7 | 0.05",
        "160135 | mobile_subs | CN | 2019-12 | 1601350000 | 5000",
        "13564 | telecom_revenue | CN | 2020 | 1.3564e+12 | 5e+07",
        "3.6 | yoy(telecom_revenue) | CN | 2020 | 3.6 | 0.05",
        "159407 | mobile_subs | CN | 2020-12 | 1594070000 | 5000",
    ),
    "years as columns": (
        """
指标	单位	2019	2020	增长(%)
移动电话用户	万户	160135	159407	-0.5
""",
        "160135 | mobile_subs | CN | 2019-12 | 1601350000 | 5000",
        "159407 | mobile_subs | CN | 2020-12 | 1594070000 | 5000",
        "-0.5 | yoy(mobile_subs) | CN | 2020-12 | -0.5 | 0.05",
    ),
    "heads of two levels: to date and in the month": (
        """
表2 2021年5月通信业主要指标
指标名称	单位	累计	累计	当月	当月
指标名称	单位	绝对值	同比增长%	绝对值	同比增长%
移动互联网接入流量	亿GB	858	37.3	180	36
""",
        "858 | mobile_data_traffic | CN | 2021-01/2021-05 | 8.58e+10 | 5e+07",
        "37.3 | yoy(mobile_data_traffic) | CN | 2021-01/2021-05 | 37.3 | 0.05",
        "180 | mobile_data_traffic | CN | 2021-05 | 1.8e+10 | 5e+07",
        "36 | yoy(mobile_data_traffic) | CN | 2021-05 | 36 | 0.5",
    ),
    "English: indicators": (
        """
Main indicators, December 2020
Indicator	Unit	Year to date	Growth (%)	Month
Telecom revenue	100 million yuan	13564	3.6	1136
Mobile data traffic	million GB	165,568	35.7	16000
""",
        "13564 | telecom_revenue | CN | 2020 | 1.3564e+12 | 5e+07",
        "3.6 | yoy(telecom_revenue) | CN | 2020 | 3.6 | 0.05",
        "1136 | telecom_revenue | CN | 2020-12 | 1.136e+11 | 5e+07",
        "165,568 | mobile_data_traffic | CN | 2020 | 1.65568e+11 | 5e+05",
        "35.7 | yoy(mobile_data_traffic) | CN | 2020 | 35.7 | 0.05",
        "16000 | mobile_data_traffic | CN | 2020-12 | 1.6e+10 | 5e+05",
    ),
    "English: provinces": (
        """
Subscribers by province, end of December 2020
Unit: 10,000 subscribers
Province	Mobile phone subscribers	Year-on-year growth (%)
Beijing	3906.5	-2.9
National total	159406.8	-0.5
""",
        "3906.5 | mobile_subs | CN-BJ | 2020-12 | 39065000 | 500",
        "-2.9 | yoy(mobile_subs) | CN-BJ | 2020-12 | -2.9 | 0.05",
        "159406.8 | mobile_subs | CN | 2020-12 | 1594068000 | 500",
        "-0.5 | yoy(mobile_subs) | CN | 2020-12 | -0.5 | 0.05",
    ),
    "English: growth in brackets, a cell to a line": (
        """
Fixed broadband subscribers in China, September 2021
Access
Subscribers (m)
xDSL
1.52 (Y/Y -21.42%)
FTTx (fiber to the home)
482.78 (Y/Y 12.69%)
All in total
521.28 (Y/Y 11.64%)
""",
        "1.52 | broadband_subs_xdsl | CN | 2021-09 | 1520000 | 5000",
        "-21.42% | yoy(broadband_subs_xdsl) | CN | 2021-09 | -21.42 | 0.005",
        "482.78 | broadband_subs_fiber | CN | 2021-09 | 482780000 | 5000",
        "12.69% | yoy(broadband_subs_fiber) | CN | 2021-09 | 12.69 | 0.005",
        "521.28 | broadband_subs | CN | 2021-09 | 521280000 | 5000",
        "11.64% | yoy(broadband_subs) | CN | 2021-09 | 11.64 | 0.005",
    ),
    "English: a cell to a line, a group over the second half": (
        """
Volume of telecommunications services (2014.07)

Unit

Accumulated

This Month

Increase Rate over the Same Period of Previous Year

Accumulated

This Month

Total Business Volume of Post and Telecommunications (at Constant Price of the Year 2010)

100 million yuan

9085.2

1297.0

12.7

13.1

Business Volume of Telecommunications

100 million yuan

7770.2

1074.5

9.9

9.7

Number of SMS of Mobiles

100 million pieces

4520.5

666.3

-2.5

-1.9
""",
        "9085.2 | postal_telecom_volume | CN | 2014-01/2014-07 | 9.0852e+11 | 5e+06",
        "1297.0 | postal_telecom_volume | CN | 2014-07 | 1.297e+11 | 5e+06",
        "12.7 | yoy(postal_telecom_volume) | CN | 2014-01/2014-07 | 12.7 | 0.05",
        "13.1 | yoy(postal_telecom_volume) | CN | 2014-07 | 13.1 | 0.05",
        "7770.2 | telecom_volume_c2010 | CN | 2014-01/2014-07 | 7.7702e+11 | 5e+06",
        "1074.5 | telecom_volume_c2010 | CN | 2014-07 | 1.0745e+11 | 5e+06",
        "9.9 | yoy(telecom_volume_c2010) | CN | 2014-01/2014-07 | 9.9 | 0.05",
        "9.7 | yoy(telecom_volume_c2010) | CN | 2014-07 | 9.7 | 0.05",
        "4520.5 | sms_volume | CN | 2014-01/2014-07 | 4.5205e+11 | 5e+06",
        "666.3 | sms_volume | CN | 2014-07 | 6.663e+10 | 5e+06",
        "-2.5 | yoy(sms_volume) | CN | 2014-01/2014-07 | -2.5 | 0.05",
        "-1.9 | yoy(sms_volume) | CN | 2014-07 | -1.9 | 0.05",
    ),
    "Markdown, and the unit in the cell": (
        """
| 指标 | 本月末到达 | 比上年末净增 |
|------|-----------:|-------------:|
| 移动电话用户 | 15.94亿户 | -728万户 |
| 快递业务用户 | 1.2亿户 | 3万户 |
""",
        "15.94亿户 | mobile_subs | CN | 2020-12 | 1594000000 | 5e+05",
        "-728万户 | change(mobile_subs) | CN | 2020-12 | -7280000 | 5000",
        "1.2亿户 | ? 快递业务用户 | CN | 2020-12 | 120000000 | 5e+06",
        "3万户 | ? 快递业务用户 | CN | 2020-12 | 30000 | 5000",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_each_cell_is_a_claim(name: str) -> None:
    text, *expected = TABLES[name]
    assert rows_of(text) == expected


def test_all_provinces_with_their_places() -> None:
    catalogue = catalogue_of()
    provinces = [
        t
        for t in catalogue.territories.values()
        if t.level == "province" and t.parent.startswith("CN")
    ]
    assert len(provinces) >= 31
    for language, head in (
        ("zh", "地区	移动电话用户（万户）	比上年末净增（万户）"),
        (
            "en",
            "Province	Mobile phone subscribers (10,000)	Net increase since year end (10,000)",
        ),
    ):
        lines = [
            f"{p.name[language]}	{1000 + n}.{n % 10}	-{n}.5" for n, p in enumerate(provinces)
        ]
        found = Reader(catalogue, None, "s").read("\n".join((head, *lines)), "CN", "2020-12")
        assert [c.territory for c in found] == [p.code for p in provinces for _ in range(2)]
        assert {c.expression for c in found} == {"mobile_subs", "change(mobile_subs)"}
        assert [c.value for c in found[::2]] == [round((1000 + n + n % 10 / 10) * 1e4) for n in range(len(provinces))]  # fmt: skip


PLAIN = rows_of(TABLES["provinces: two heads, the unit in the caption"][0])


def test_a_web_page_with_spans_reads_like_the_plain_table() -> None:
    page = """<html><body><div class="nav"><a>首页</a></div><table width="100%"><tr><td class="menu">菜单</td><td>
    <p>这是一篇关于通信业发展情况的文章，正文在版式表格的单元格里面，也要完整地读出来才对。</p>
    <p>2020年12月电话用户分省情况</p><p>单位：万户</p>
    <table><tr><th rowspan="2">地区</th><th>固定电话用户</th><th colspan="2">移动电话用户</th></tr>
    <tr><th>合计</th><th>合计</th><th>4G用户<sup>[1]</sup></th></tr>
    <tr><td>全国</td><td>18190.8</td><td>159406.8</td><td>128876.7</td></tr>
    <tr><td>北京</td><td>506.1</td><td>3906.5<sup>1</sup></td><td>3331.1</td></tr>
    <tr><td>内蒙古<br>自治区</td><td>300.2</td><td>3823</td><td>—</td></tr></table>
    </td></tr></table></body></html>"""
    document = extract_bytes(page.encode(), "a.html")
    assert "首页" not in document.text
    assert rows_of(document.text) == PLAIN


def test_a_word_table_with_merged_cells_reads_like_the_plain_table() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    heads = (
        cell("地区", '<w:vMerge w:val="restart"/>') + cell("固定电话用户")
        + cell("移动电话用户", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("合计") + cell("合计") + cell("4G用户"),
    )  # fmt: skip
    body = (
        ("全国", "18190.8", "159406.8", "128876.7"), ("北京", "506.1", "3906.5", "3331.1"),
        ("内蒙古自治区", "300.2", "3823", "—"),
    )  # fmt: skip
    table = "".join(
        f"<w:tr>{row}</w:tr>" for row in (*heads, *("".join(map(cell, r)) for r in body))
    )
    data = word(
        f"{paragraph('2020年12月电话用户分省情况')}{paragraph('单位：万户')}<w:tbl>{table}</w:tbl>"
    )
    assert rows_of(extract_bytes(data, "a.docx").text) == PLAIN


def spaced(text: str) -> str:
    """Cells parted by single spaces."""
    return text.replace("\t", " ")


def lines(text: str) -> str:
    """A cell to a line; cells without a text are lost."""
    return text.replace("\t\t", "\t").replace("\t", "\n")


def barred(text: str) -> str:
    """A cell to a line and a bar after it, as some pages come out."""
    return lines(text).replace("\n", " |\n")


LOOSE = {
    "indicators, unit, to date, growth, month": """
2021年7月通信业主要指标完成情况（一）
指标名称	单位	本年本月止累计到达	比上年同期累计(±%)	本月
电信业务收入	亿元	8693	8.6	1140
其中：移动通信业务收入	亿元	5502	3.1	781
移动互联网接入流量	亿GB	1247	35.1	193
""",
    "years as columns, two measures of what the caption names": """
表1  2017-2020年移动电话用户到达数及净增数
	单位	2017年	2018年	2019年	2020年
到达数	万户	141749	156610	160135	159407
净增数	万户	9570	14911	3525	-728
""",
    "places and heads with units": """
2021年6月宽带接入用户分省情况
地区	固定宽带接入用户（万户）	其中城市宽带接入用户（万户）
北京	790.4	702.2
天津	560.1	490.0
河北	2701.3	1588.8
""",
    "growth before value": """
2021年1-9月邮政业运行情况
项目	单位	同比增长（%）	累计完成
函件业务	万件	-24.4	80123.5
汇兑业务	万笔	-31.9	400.2
""",
    "headings among the rows": """
发展目标 2021年
指标	单位	2022年	2025年
一、用户规模
5G移动电话用户	亿户	5.6	8.0
IPTV用户	亿户	3.8	4.4
二、网络能力
5G基站	万个	210	364
""",
    "what a label leaves out": """
2021年8月快递情况
指标名称	单位	累计	当月
邮政行业业务收入	亿元	8136.5	1012.2
快递业务	亿元	6689.2	834.1
快递业务	万件	6735000.5	891000.1
其中：同城	万件	890000.5	110000.1
异地	万件	5710000.5	760000.2
""",
}  # fmt: skip


def wide(text: str) -> str:
    """Cells parted by several spaces."""
    return text.replace("\t", "    ")


def boxed(text: str) -> str:
    """Cells parted by bars of a box."""
    return text.replace("\t", "│")


@pytest.mark.parametrize("form", [spaced, lines, barred, wide, boxed])
@pytest.mark.parametrize("name", LOOSE)
def test_a_table_that_lost_its_form_reads_the_same(name: str, form: Callable[[str], str]) -> None:
    def read(text: str) -> list[tuple[object, ...]]:
        found = Reader(catalogue_of(("communications", "postal")), None, "s").read(text)
        return [
            (text[c.start : c.end], c.expression, c.territory, c.period, c.value, c.half_width, c.status)
            for c in found
        ]  # fmt: skip

    whole = read(LOOSE[name])
    rows = [line.split("\t") for line in LOOSE[name].splitlines()]
    figures = sum(cell[-1:].isdigit() and cell[0] in "-0123456789" for row in rows for cell in row)
    assert len([c for c in whole if c[1]]) == figures
    assert read(form(LOOSE[name])) == whole


def test_cells_that_are_empty_and_printed_as_a_space() -> None:
    text = """
指  标  名  称 单位 本年本月止
累计到达
比上年同期
累计(±%)
比上年末
新增
电信业务收入 亿元 1650.2 10.4 \x20
固定电话用户合计 万户 35800.6   -120.4
移动电话用户 万户 40320.5   880.1
专线用户 61230   -25
移动短信业务量 亿条 980.4 31.6
"""
    assert rows_of(text, "2006-03") == [
        "1650.2 | telecom_revenue | CN | 2006-Q1 | 1.6502e+11 | 5e+06",
        "10.4 | yoy(telecom_revenue) | CN | 2006-Q1 | 10.4 | 0.05",
        "35800.6 | fixed_line_subs | CN | 2006-03 | 358006000 | 500",
        "-120.4 | change(fixed_line_subs) | CN | 2006-03 | -1204000 | 500",
        "40320.5 | mobile_subs | CN | 2006-03 | 403205000 | 500",
        "880.1 | change(mobile_subs) | CN | 2006-03 | 8801000 | 500",
        "980.4 | sms_volume | CN | 2006-Q1 | 9.804e+10 | 5e+06",
        "31.6 | yoy(sms_volume) | CN | 2006-Q1 | 31.6 | 0.05",
    ]


def test_figures_on_the_line_below_their_label() -> None:
    text = """浙江邮电通信水平(2009-2012年)
指标 2009 2010 2011 2012
固定电话普及率 (线/百人)
41.2  38.0  36.1  35.2
移动电话普及率 (部/百人)
81.5  90.7  101.8  112.4
"""
    found = Reader(catalogue_of(), None, "s").read(text)
    assert {(c.territory, c.suspect) for c in found} == {("CN-ZJ", "")}
    assert [(c.expression, c.period, c.value) for c in found] == [
        *zip(["fixed_penetration"] * 4, YEARS, [41.2, 38.0, 36.1, 35.2], strict=True),
        *zip(["mobile_penetration"] * 4, YEARS, [81.5, 90.7, 101.8, 112.4], strict=True),
    ]


def test_labels_that_their_own_unit_completes() -> None:
    text = """邮政业务基本情况 |
指 标 |
2007 |
2008 |
邮政业务总量 (亿元) |
1150.3 |
1372.9 |
函件
(亿件) |
68.4 |
71.2 |
快递
(万件) |
118300.5 |
149800.1 |
"""
    found = Reader(catalogue_of(("communications", "postal")), None, "s").read(text)
    assert [(c.expression, c.period, c.value) for c in found] == [
        ("postal_volume", "2007", 115030000000),
        ("postal_volume", "2008", 137290000000),
        ("letters", "2007", 6840000000),
        ("letters", "2008", 7120000000),
        ("express_volume", "2007", 1183005000),
        ("express_volume", "2008", 1498001000),
    ]


YEARS = ["2009-12", "2010-12", "2011-12", "2012-12"]


def test_two_levels_of_heads_in_any_order() -> None:
    body = "快递业务收入 亿元 603.8 60.9 21.8 17.3\n函件 万件 26766.5 1856.1 -15.0 -28.1\n"
    heads = (
        "指标名称 单位 12月份 比去年同期增长(%)\n累计 当月 累计 当月\n",
        "指标名称 单位 12月份 比去年同期增长(%)累计 当月 累计 当月\n",
        "指标名称 单位\n12月份 累计 当月\n比去年同期增长(%) 累计 当月\n",
    )
    expected = [
        (603.8e8, "express_revenue", "2018"), (60.9e8, "express_revenue", "2018-12"),
        (21.8, "yoy(express_revenue)", "2018"), (17.3, "yoy(express_revenue)", "2018-12"),
        (26766.5e4, "letters", "2018"), (1856.1e4, "letters", "2018-12"),
        (-15.0, "yoy(letters)", "2018"), (-28.1, "yoy(letters)", "2018-12"),
    ]  # fmt: skip
    for head in heads:
        text = f"2018年全国邮政行业发展情况表\n{head}{body}"
        found = Reader(catalogue_of(("communications", "postal")), None, "s").read(text)
        assert [(round(c.value, 6), c.expression, c.period) for c in found] == expected, head


@pytest.mark.parametrize(
    "text",
    [
        "首页\n新闻\n12\n评论\n3\n下一页\n4\n",
        "2020年\n移动电话用户\n分享\n128\n收藏\n36\n",
        "指标 单位 本月 累计\n移动电话用户 万户 15.2 3.1 8.8\n固定电话用户 万户 1.2 2.1 3.8\n",
    ],
)
def test_no_table_where_the_heads_do_not_fit(text: str) -> None:
    assert not [
        c for c in Reader(catalogue_of(), None, "s").read(text, "CN", "2020") if c.expression
    ]


MONEY = [("电信业务收入", "亿元", "12340.5", "3.2", "telecom_revenue"),
         ("移动电话用户", "万户", "159407.1", "-0.5", "mobile_subs"),
         ("5G基站", "万个", "337.7", "46.1", "base_stations_5g")]  # fmt: skip


@given(
    level=st.sampled_from(["累计", "本月末累计到达", "1-9月", "累计完成", "绝对值", "2021年1-9月"]),
    growth=st.sampled_from(
        ["同比增长(%)", "比上年同期增长%", "同比±%", "增速(%)", "同比增长（%）", "累计同比"]
    ),
    label=st.sampled_from(["指标名称", "指 标", "项目", "指标"]),
    column=st.booleans(),
    turned=st.booleans(),
    form=st.sampled_from([str, spaced, lines, barred, wide, boxed]),
)
@settings(max_examples=40, deadline=None)
def test_heads_in_any_words_and_order(
    level: str, growth: str, label: str, column: bool, turned: bool, form: Callable[[str], str]
) -> None:
    heads = [growth, level] if turned else [level, growth]
    rows, expected = [[label, *["单位"] * column, *heads]], []
    for name, unit, value, rate, code in MONEY:
        cells = [rate, value] if turned else [value, rate]
        rows.append([name, unit, *cells] if column else [f"{name}({unit})", *cells])
        expected += [f"yoy({code})", code] if turned else [code, f"yoy({code})"]
    table = "\n".join("\t".join(row) for row in rows)
    text = f"2021年9月全国通信业主要指标完成情况\n{form(table)}\n"
    found = Reader(catalogue_of(), None, "s").read(text)
    assert [c.expression for c in found if not c.suspect] == expected


@given(
    caption=st.sampled_from(
        ["2021年9月电话用户分省情况\n单位:万户", "表3 2021年9月末各省移动电话用户情况(单位:万户)"]
    ),
    heads=st.sampled_from(
        [
            ("地区", "移动电话用户", "其中:4G用户"),
            ("省(区、市)", "固定电话用户(万户)", "移动电话用户(万户)"),
        ]
    ),
    numbered=st.booleans(),
    form=st.sampled_from([str, spaced, lines, barred, wide, boxed]),
)
@settings(max_examples=30, deadline=None)
def test_places_in_any_form(
    caption: str, heads: tuple[str, ...], numbered: bool, form: Callable[[str], str]
) -> None:
    codes = (
        ["mobile_subs", "mobile_subs_4g"]
        if "4G" in heads[2]
        else ["fixed_line_subs", "mobile_subs"]
    )
    places = [("全国", "CN"), ("北京", "CN-BJ"), ("河北", "CN-HE"), ("内蒙古", "CN-NM")]
    rows = [["序号"] * numbered + list(heads)]
    for n, (name, _) in enumerate(places):
        rows.append([str(n + 1)] * numbered + [name, f"{900 + n}.5", f"{700 + n}.1"])
    table = "\n".join("\t".join(row) for row in rows)
    found = Reader(catalogue_of(), None, "s").read(f"{caption}\n{form(table)}\n")
    assert [(c.expression, c.territory) for c in found] == [
        (x, p) for _, p in places for x in codes
    ]
