"""Tables that came out of a page as lines: their cells are found again."""

from collections.abc import Callable

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from tests.collect.bulletins import rows_of
from tests.collect.forms import FORMS

YEARS = ["2009-12", "2010-12", "2011-12", "2012-12"]


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


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", LOOSE)
def test_a_table_that_lost_its_form_reads_the_same(name: str, form: Callable[[str], str]) -> None:
    def read(text: str) -> list[tuple[object, ...]]:
        found = Reader(catalogue_of(("communications", "postal")), None, "s").read(text)
        return [
            (text[c.start : c.end], c.expression, c.territory, c.period, c.value, c.half_width,
             c.status)
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
