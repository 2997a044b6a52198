# ruff: noqa: E501
"""Tables in texts, web pages and Word: what each cell says, by its heads, labels and captions."""

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.documents import extract_bytes
from tests.collect.bulletins import rows_of
from tests.collect.word import paragraph, word

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


@pytest.mark.parametrize("broken", ["-2.2.9", "--2.9", "128876.7876.7", "9" * 10_000, "1,,2"])
def test_a_growth_that_is_no_number_leaves_the_rest_of_its_table(broken: str) -> None:
    text = (
        "Province | Mobile subscribers (10,000) | Growth (%)\n"
        f"Beijing | 3906.5 | {broken}\nGuangdong | 15500 | 2\nHebei | 8000 | 3\n"
    )
    read = Reader(catalogue_of(), None, "x").read(text, "CN", "2020")
    assert (15500e4, "CN-GD") in {(c.value, c.territory) for c in read}


def test_a_cell_of_nothing_that_is_printed_is_no_head() -> None:
    broken = "Urban Fixed Telephone |\n1102.5 |\n1020.쁊 |迷930.7 |\u200b\n|\n"
    text = (
        broken + "Number of Inte?net Broad Band" + broken.replace("Urb", "", 1) +
        "Number of Inte?net Broad Band\nSu\n(Editor in charge: Tang W.)\n[Like 21] [Share]\n"
        "bscr?bers (10 000 subscribers) |\n1362.8 |\n1744.6 |\n2160.5 |\n|\n"
        "Mobile Telephones per\n100 Persons (set) |\n133.3 |\n132.0 |\n134.7 |\n|\n"
        "Length of Postal Routes (km) |\n94210 |\n97655 |\n103870 |\n|\n|\n"
    )  # fmt: skip
    for claim in Reader(catalogue_of(), None, "x").read(text, "CN", "2020"):
        assert claim.start is not None
