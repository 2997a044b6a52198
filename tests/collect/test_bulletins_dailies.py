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


ABROAD = {
    "印度移动电话用户达11.5亿户。光纤用户6.4亿户。": [
        "1150000000 mobile_subs IN",
        "640000000 broadband_subs_fiber",
    ],
    "美国5G用户约1.5亿户，日本7800万户。": [
        "150000000 mobile_subs_5g US",
        "78000000 mobile_subs_5g JP",
    ],
    "放眼海外，韩国5G用户已突破3100万户，占该国移动用户的38%。": [
        "31000000 mobile_subs_5g KR",
        "38 share(mobile_subs_5g, of=mobile_subs) KR",
    ],
    "5G用户数方面，韩国3100万户，越南500万户。": [
        "31000000 mobile_subs_5g KR",
        "5000000 mobile_subs_5g VN",
    ],
    "香港移动用户2300万户，澳门150万户。": ["23000000 mobile_subs HK", "1500000 mobile_subs MO"],
    "全球5G用户约15亿户。韩国5G渗透率约40%，美国约三成。": [
        "40 share(mobile_subs_5g, of=mobile_subs) KR",
        "30 share(mobile_subs_5g, of=mobile_subs) US",
    ],
    "而韩国建成5G基站约31万个。": ["310000 base_stations_5g KR"],
    "华为在韩国发布新品，5G用户达8亿户。": [],
    "据韩国科技部数据，截至8月底5G用户3100万户。": [],
    "印度移动用户11.5亿户，低于我国。": [],
}


@pytest.mark.parametrize("text", ABROAD)
def test_another_countrys_figures_are_its_own(text: str) -> None:
    assert [
        t.removesuffix(" 2023-09")
        for t in said(f"2023年9月，我国移动电话用户达16.7亿户。{text}", "CN", "2023-09")[1:]
    ] == ABROAD[text]


REGIONS = {
    "flows": "东部地区电信业务收入占比51.1%，比上年下降0.6个百分点；中部地区占比19.5%，提高0.4个百分点，西部地区占比23.7%，提高0.2个百分点。",
    "parcels": "东部快递业务量比重为51.1%，下降0.6个百分点；中部占比19.5%，上升0.4个百分点；西部占比23.7%，上升0.2个百分点。",
}


@pytest.mark.parametrize("name", REGIONS)
def test_a_regions_share_is_of_the_nation(name: str) -> None:
    x = f'share({"telecom_revenue" if name == "flows" else "express_volume"}, within="CN")'
    assert said(REGIONS[name], "CN", "2021") == [
        f"51.1 {x} CN-EAST", f"-0.6 pp({x}) CN-EAST", f"19.5 {x} CN-CENTRAL", f"0.4 pp({x}) CN-CENTRAL", f"23.7 {x} CN-WEST", f"0.2 pp({x}) CN-WEST",
    ]  # fmt: skip


OTHERS = {
    # a price is not how much there is of a thing
    "移动互联网流量增长38%，移动流量平均单价下降39%。": ["38 yoy(mobile_data_traffic)"],
    "固定宽带用户增长10%，固定宽带单位带宽资费水平下降50%。": ["10 yoy(broadband_subs) 2023-12"],
    "快递业务平均单价9.1元，同比下降4.1%。": ["9.1 express_price", "-4.1 yoy(express_price)"],
    # the volume beside the revenue
    "电信业务收入增长7%，总量增长27%。": [
        "7 yoy(telecom_revenue)",
        "27 yoy(telecom_volume_unspec)",
    ],
    "移动数据业务收入增长11%，总量增长16%。": ["11 yoy(telecom_revenue_mobile_data)"],
    # headlines
    "电信业务总量增长27% 收入仅增1%": ["27 yoy(telecom_volume_unspec)", "1 yoy(telecom_revenue)"],
    "光纤用户占比超九成 百兆用户占七成": [
        "90 share(broadband_subs_fiber, of=broadband_subs) 2023-12",
        "70 share(broadband_subs_100m, of=broadband_subs) 2023-12",
    ],
}


@pytest.mark.parametrize("text", OTHERS)
def test_prices_volumes_and_clauses_of_headlines(text: str) -> None:
    assert said(text, "CN", "2023") == OTHERS[text]


TAIWAN = {
    "第3季行動語音去話分鐘數40.1億分鐘，年減7.2%。": [
        "4010000000 mobile_call_minutes",
        "-7.2 yoy(mobile_call_minutes)",
    ],
    "固網寬頻帳號數671.2萬，100Mbps以上帳號占73.5%。": [
        "6712000 broadband_subs 2023-09",
        "73.5 share(broadband_subs_100m, of=broadband_subs) 2023-09",
    ],
    "全國家戶固網寬頻普及率72.4%。": ["72.4 broadband_home_penetration 2023-09"],
    "5G基地臺數達42,150臺，年增12%。": [
        "42150 base_stations_5g 2023-09",
        "12 yoy(base_stations_5g) 2023-09",
    ],
    "物聯網門號數達780萬。": ["7800000 iot_subs 2023-09"],
}


@pytest.mark.parametrize("text", TAIWAN)
def test_words_of_taiwan(text: str) -> None:
    assert said(text, "TW", "2023-Q3") == TAIWAN[text]


@pytest.mark.parametrize(
    "name", ["全国固定资产投资", "全社会固定资产投资", "我国固定资产投资（不含农户）"]
)
def test_what_the_whole_economy_invests_is_not_the_sectors(name: str) -> None:
    text = f"{name}57.2万亿元，增长5.1%；电信固定资产投资4193亿元，增长3.3%。"
    assert said(text, "CN", "2022") == [
        "5.72e+13 fixed_asset_investment", "5.1 yoy(fixed_asset_investment)",
        "4.193e+11 investment", "3.3 yoy(investment)",
    ]  # fmt: skip
