"""Tables of the old ministry, as copies of them stand on pages: a level is never read as growth."""

import pytest

from tests.collect.bulletins import readings

PARTS = {"a space": " ", "tabs": "\t", "wide spaces": "　　", "lines": "\n", "empty lines": "\n\n"}
FLOWS = (
    "1-9月累计 比上年同期增长(%)", "本期 比上年同期增长(%)", "本期累计 比去年同期增长%",
    "绝对量 同期增长(%)", "实际完成 同比(%)", "年初累计 同比±%",
    "本期 比上年同期\n  (1-9月累计) 增长(%)",
)  # fmt: skip
STOCKS = ("期末到达 比上年末净增", "到达数 净增数", "9月末 比上年末增加", "达到 净增")


def _table(part: str, *rows: str) -> str:
    body = "\n".join(row.replace(" ", part) for row in rows)
    return f"2007年9月通信业主要指标完成情况（一）\n{body}\n"


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
@pytest.mark.parametrize("heads", FLOWS)
def test_what_was_done_and_its_growth(part: str, heads: str) -> None:
    if "\n" in part:
        top, _, low = heads.partition("\n")
        below = low.split() or ("", "")
        heads = " ".join(f"{a} {b}".strip() for a, b in zip(top.split(), below, strict=True))
    rows = (
        f"指标名称 单位 {heads}",
        "电信业务收入 亿元 4779.2 11.1",
        "其中：移动通信收入 亿元 2830.6 17.9",
    )
    at = ("CN", "2007-01/2007-09")
    assert readings(_table(part, *rows)) == [
        ("telecom_revenue", *at, 477920000000),
        ("yoy(telecom_revenue)", *at, 11.1),
        ("telecom_revenue_mobile", *at, 283060000000),
        ("yoy(telecom_revenue_mobile)", *at, 17.9),
    ]


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS.keys())
@pytest.mark.parametrize("heads", STOCKS)
def test_what_there_is_and_what_was_added(part: str, heads: str) -> None:
    """A rate at the end has nothing beside it; heads of their own stand in the middle, too."""
    flows = (
        "指标名称 单位 累计 同比增长(%)",
        "电信业务总量 亿元 13560.2 26.3",
        "电信业务收入 亿元 4779.2 11.1",
    )
    stocks = (
        "固定电话用户 万户 37015.7 234.7",
        "其中：无线市话用户 万户 8745.2 -366.9",
        "移动电话普及率 部/百人 39.9",
    )
    at = ("CN", "2007-09")
    expected = [
        ("fixed_line_subs", *at, 370157000),
        ("change(fixed_line_subs)", *at, 2347000),
        ("pas_subs", *at, 87452000),
        ("change(pas_subs)", *at, -3669000),
        ("mobile_penetration", *at, 39.9),
    ]
    middle = "二、用户" + (part if part == "\t" else "")
    assert readings(_table(part, *flows, f"{middle} {heads}", *stocks))[4:] == expected
    assert readings(_table(part, f"指标 单位 {heads}", *stocks)) == expected


@pytest.mark.parametrize(
    "rows",
    [
        ("指标 单位 同比增长(%)", "电信业务收入 亿元 4779.2 11.1", "短信 亿条 930.6 17.9"),
        ("指标 单位 同比", "  1-9月 增长", "电信业务收入 亿元 4779.2 11.1", "短信 亿条 93.6 7.9"),
        ("指标 同比增长(%)", "电信业务收入 4779.2", "移动通信收入 2830.6"),
    ],
)  # fmt: skip
def test_a_level_is_no_growth(rows: tuple[str, ...]) -> None:
    assert readings(_table("\t", *rows)) == []


def test_a_level_whose_head_is_lost_is_no_growth() -> None:
    rows = "比上年同期增长(%)", "电信业务收入", "亿元", "4779.2", "移动通信收入", "亿元", "2830.6"
    assert readings(_table("", *rows)) == []


def test_growth_beside_last_years_figures_is_this_years() -> None:
    heads, row = "指标 单位 本期 上年同期 增长%", "电信业务收入 亿元 5481.7 4933.1 11.1"
    assert ("yoy(telecom_revenue)", "CN", "2007-01/2007-09", 11.1) in readings(
        _table("\t", heads, row, "移动通信收入 亿元 2830.6 2400.8 17.9")
    )
