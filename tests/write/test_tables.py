"""{table}, {tiles} and typed tables."""

from __future__ import annotations

from bluebook.write import document as d
from bluebook.write.inline import plain

from .conftest import FIGURES, make_account
from .texts import first, rows


def table(bench, text, language="zh"):
    return first(bench.draft(f":::{{table}} 表\n{text}\n:::", language).chapter, d.Table)


def test_expressions_in_rows_with_what_is_asked_of_them(bench):
    columns = "level, yoy(x), share, pp(share(x, of=telecom_revenue)) = 变动"
    made = table(
        bench, f":rows: telecom_revenue_fixed; telecom_revenue_mobile\n:columns: {columns}"
    )
    assert rows(made) == [
        ["指标", "2020年（亿元）", "比上年增长（%）", "占比（%）", "变动（个百分点）"],
        ["固定通信业务收入", "4673", "12.0", "34", "3"],
        ["移动通信业务收入", "8891", "−0.6", "65", "−3"],
    ]
    assert made.number == "3-1" and not made.notes
    assert {c.source for c in made.sources} == {"b2020", "b2019"}


def test_periods_cross_the_columns(bench):
    made = table(bench, ":rows: mobile_subs; mobile_subs_4g\n:columns: level, change(x)\n"
                 ":periods: 2019, 2020", "en")  # fmt: skip
    assert [c.colspan for c in made.header[0]] == [1, 2, 2]
    assert rows(made)[1:3] == [
        ["", "End of 2019", "End of 2020", "End of 2019", "End of 2020"],
        ["Mobile phone subscribers", "1.601", "1.594", "…", "−7"],
    ]


def test_territories_in_rows_sorted_cut_and_kept(bench):
    made = table(bench, ":territories: province\n:columns: mobile_subs; mobile_penetration\n"
                 ":sort: -mobile_subs\n:top: 2\n:keep: CN-HE\n:in: 亿户")  # fmt: skip
    assert [row[:2] for row in rows(made)] == [
        ["地区", "移动电话用户（亿户）"], ["广东", "1.55"], ["山东", "1.08"], ["河北", "0.83"],
    ]  # fmt: skip


def test_periods_in_rows(bench):
    made = table(bench, ":rows: 2018..2020\n:columns: telecom_revenue = 收入; yoy(telecom_revenue)")
    assert rows(made) == [
        ["时期", "收入（万亿元）", "电信业务收入增速（%）"],
        ["2018年", "1.30", "3.0"], ["2019年", "1.31", "0.8"], ["2020年", "1.36", "3.6"],
    ]  # fmt: skip


def test_a_pinned_query_with_its_comma_stays_whole(bench):
    made = table(bench, ":rows: mobile_subs\n:columns: x@CN-GD,2020-12 = 广东; x = 全国")
    assert rows(made) == [["指标（单位：亿户）", "广东", "全国"], ["移动电话用户", "1.55", "15.94"]]


def test_a_scale_meant_for_money_leaves_percentages_alone(bench):
    made = table(bench, ":rows: telecom_revenue\n:columns: level, yoy(x)\n:in: billion", "en")
    assert rows(made)[1] == ["Telecom service revenue", "1,360", "3.6"]


def test_a_disputed_figure_is_marked(bench):
    import msgspec

    account = make_account(FIGURES)
    key = ("base_stations_5g", "CN-GD", "2020-12")
    account.levels[key] = msgspec.structs.replace(account.levels[key], status="D")
    bench.account = account
    made = table(bench, ":rows: base_stations_5g@CN-GD")
    assert rows(made)[1][1] == "98,613†" and "不一致" in plain(made.notes[-1])


def test_the_text_below_a_table_is_its_note(bench):
    made = table(bench, ":rows: telecom_revenue\n:note: 现价。\n\n口径见第12章。")
    assert [plain(n) for n in made.notes] == ["现价。", "口径见第12章。"]


def test_tiles(bench):
    text = (
        ":::{tiles}\ntelecom_revenue@CN | yoy(telecom_revenue)@CN\n"
        "base_stations_5g@CN-GD = 基站\n:::"
    )
    tiles = first(bench.draft(text).chapter, d.Tiles)
    assert [tuple(plain(part) for part in tile) for tile in tiles.items] == [
        ("电信业务收入", "1.36万亿元", "比上年增长3.6%"), ("基站", "98,613座", "2020年末"),
    ]  # fmt: skip


def test_a_table_typed_in_markdown_takes_roles(bench):
    text = "| 项 | 数 |\n|---|--:|\n| 收入 | {n}`telecom_revenue \\| in 亿元` |\n"
    made = first(bench.draft(text).chapter, d.Table)
    assert made.number == "" and rows(made) == [["项", "数"], ["收入", "13,600亿元"]]
    assert made.rows[0][1].align == "right"


def decimals(made: d.Table, column: int) -> set[int]:
    cells = [row[column] for row in rows(made)[1:]]
    return {len(cell.partition(".")[2]) for cell in cells}


def test_one_number_of_decimals_down_a_column(bench):
    bench.account = make_account(
        """
        gdp CN-GD 2020 110760.94e8 0.5e6 b2020
        gdp CN-JS 2020 102700e8 50e8 b2020
        gdp CN-ZJ 2020 64613e8 0.5e8 b2020
        gdp CN-SD 2020 73129.00e8 0.5e6 b2020
    """.replace("gdp", "telecom_revenue")
    )
    made = table(bench, ":rows: CN-GD; CN-JS; CN-ZJ; CN-SD\n:columns: telecom_revenue\n:in: 亿元")
    assert [row[1] for row in rows(made)[1:]] == ["110,761", "102,700", "64,613", "73,129"]


def test_the_least_known_figure_does_not_cost_the_others_their_digits(bench):
    bench.account = make_account("""
        base_stations_5g CN-GD 2019-12 36988 0.5 b2019
        base_stations_5g CN-JS 2019-12 12.4e4 500 b2019
        base_stations_5g CN-ZJ 2019-12 7.83e4 50 b2019
    """)
    made = table(bench, ":period: 2019-12\n:rows: CN-GD; CN-JS; CN-ZJ\n"
                 ":columns: base_stations_5g\n:in: 万座")  # fmt: skip
    assert [row[1] for row in rows(made)[1:]] == ["3.70", "12.4", "7.83"]


def test_percentages_keep_their_decimal_and_a_half_known_one_has_none(bench):
    bench.account = make_account("""
        yoy(telecom_revenue) CN 2018 8.0 0.05 b2019
        yoy(telecom_revenue) CN 2019 0.8 0.05 b2019
        yoy(telecom_revenue) CN 2020 11 0.5 b2020
    """)
    made = table(bench, ":rows: 2018..2020\n:columns: yoy(telecom_revenue)")
    assert [row[1] for row in rows(made)[1:]] == ["8.0", "0.8", "11"]
