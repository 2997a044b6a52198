# ruff: noqa: E501
"""Sentences of Chinese papers that tell a subject once and go on with its parts."""

import pytest

from tests.collect.test_bulletins_provinces import said

EMERGING = "telecom_revenue_emerging"
BUSINESSES = {
    "with 以及": "数据中心、云计算、大数据以及物联网等业务共完成业务收入1306亿元",
    "of which revenue comes": "来自数据中心、云计算、大数据和物联网的业务收入达1306亿元",
    "in a clause before": "三家企业发力数据中心、云计算、大数据、物联网，相关业务收入1306亿元",
    "one that no name explains": "云业务、大数据、IDC、物联网等，前7个月共实现收入1306亿元",
    "the whole named too": "数据中心、云计算、大数据、物联网等新兴业务，前7个月共完成业务收入1306亿元",
    "in a bracket": "新兴业务（数据中心、云计算、大数据、物联网等）完成收入1306亿元",
}


@pytest.mark.parametrize("name", BUSINESSES)
def test_businesses_that_are_named_together_are_the_emerging_ones(name: str) -> None:
    text = f"{BUSINESSES[name]}，同比增长27.1%，在电信业务收入中占比15.2%，拉动电信业务收入增长3.5个百分点。"
    assert said(text, "CN", "2021-01/2021-07") == [
        f"1.306e+11 {EMERGING}", f"27.1 yoy({EMERGING})", f"15.2 share({EMERGING}, of=telecom_revenue)", f"3.5 pull({EMERGING}, of=telecom_revenue)",
    ]  # fmt: skip


def test_businesses_with_a_figure_each_stay_apart() -> None:
    kinds = ["idc", "cloud", "bigdata", "iot"]
    told = [
        f"{n} yoy(telecom_revenue_{kind})"
        for n, kind in zip((18.4, 96.1, 34.1, 23.6), kinds, strict=True)
    ]
    for verb in ("同比分别增长", "分别同比增长", "同比增速依次为"):
        text = f"数据中心、云计算、大数据和物联网业务收入{verb}18.4%、96.1%、34.1%和23.6%。"
        assert said(text, "CN", "2021-01/2021-07") == told


PRICES = {
    "注：邮电业务总量按2010年不变价格计算。": ("telecom_volume_c2010", "postal_volume_c2010"),
    "注释：\n[15]邮电业务总量按2010年价格计算。": ("telecom_volume_c2010", "postal_volume_c2010"),
    "（邮电业务总量按2010年不变单价计算）": ("telecom_volume_c2010", "postal_volume_c2010"),
    "邮电业务总量按2000年价格计算，速度按可比口径计算。": ("telecom_volume_c2000", "postal_volume"),
    "注：邮政业务总量按2010年不变价计算。": ("telecom_volume_unspec", "postal_volume_c2010"),
    "注：\n1.电信业务总量按2015年不变单价计算；邮政业务总量按2010年不变价计算。": (
        "telecom_volume_c2015",
        "postal_volume_c2010",
    ),
}


@pytest.mark.parametrize("note", PRICES)
def test_a_note_tells_at_which_prices_volumes_of_its_trade_are(note: str) -> None:
    telecom, postal = PRICES[note]
    text = f"全年完成邮电业务总量28220亿元，增长28.4%。其中，邮政业务总量5079亿元，增长37.4%；电信业务总量23142亿元，增长27.5%。\n{note}\n"
    assert said(text, "CN", "2015")[2:] == [
        f"5.079e+11 {postal}", f"37.4 yoy({postal})", f"2.3142e+12 {telecom}", f"27.5 yoy({telecom})",
    ]  # fmt: skip
