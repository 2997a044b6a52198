"""Heads of tables: in any words, order and form, and where they do not fit."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from tests.collect.forms import FORMS


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
    form=st.sampled_from((str, *FORMS)),
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
    form=st.sampled_from((str, *FORMS)),
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
