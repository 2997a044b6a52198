# ruff: noqa: E501
"""The place a document is about, and the figures of others in it."""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.reader import Reader
from tests.collect.bulletins import CATALOGUE, readings

PLACES = {
    "a province after its region": (
        "Southwest China's Sichuan has over 30,000 5G base stations\n\nBEIJING, Sept. 1, 2020 "
        "(Xinhua) -- Sichuan Province had 32,681 5G base stations at the end of July 2020.",
        "CN-SC",
    ),
    "a province that is not in the headline": (
        "Province sees more 5G base stations\n\nNANJING, April 25, 2023 (Xinhua) -- 5G base "
        "stations in Jiangsu Province, a coastal economy in east China, reached 202,000 at the end "
        "of March.\n\nThe province is ahead of its plan. Jiangsu had 41.9 million 5G users.",
        "CN-JS",
    ),
    "the place of a conference": (
        "The office held a press conference on April 18 in Beijing.\n\nIn the first quarter of "
        "2024, telecom revenue reached 443.7 billion yuan.",
        "CN",
    ),
    "the place of a photograph": (
        "China's telecom revenue grows\n\nA robot at a fair in Guiyang, southwest China's Guizhou "
        "Province, May 26, 2021.\n\nBEIJING, June 3, 2021 (Xinhua) -- Telecom revenue reached "
        "467.6 billion yuan in the January-April period.",
        "CN",
    ),
    "a newspaper": (
        "China's mobile phone users soared to 747 million by the end of 2009, the Beijing News "
        "reported.",
        "CN",
    ),
    "another province in the frame": (
        "Off the wire\nGuangdong reports new cases\n\nThe number of mobile phone users in "
        "southwest China's Tibet has reached 2.9 million by the end of 2014. Tibet grows.",
        "CN-XZ",
    ),
    "a province as an example": (
        "Beijing leads with 5G base stations, 45,000 of them in 2021.\n\nAt the end of 2021, China "
        "had 1.42 million 5G base stations. China had 355 million 5G users. China's telecom "
        "revenue grew. China built more. China's carriers, among them those of Beijing, invested. "
        "China's plans go on.\n\nTelecom revenue reached 1.47 trillion yuan in 2021.",
        "CN",
    ),
    "another country beside ours": (
        "China had 1.67 billion mobile subscribers at the end of June 2022. In India, mobile "
        "subscribers reached 1.15 billion at the end of June 2022.",
        "CN IN",
    ),
    "a country by its money": (
        "Post and telecom income reached 13 trillion dong in April 2012.\nThe number of mobile "
        "subscribers over the country reached 119.1 million by the end of April 2012.",
        "VN",
    ),
    "a country by its statistics office": (
        "Internet penetration was 77.6 percent in 2015, the Statistics and Census Service said.",
        "MO",
    ),
    "an economy beside the mainland": (
        "Hong Kong had 7.6 million 5G subscribers at end-September 2024. Hong Kong leads mainland "
        "China. Hong Kong goes on.",
        "HK",
    ),
    "companies of a city": (
        "Beijing Mobile and Beijing Unicom are busy in Beijing.\nChina had 460 million mobile "
        "phone subscribers at the end of 2006.",
        "CN",
    ),
    "名次与召开地点": (
        "会议在北京召开。2021年,江苏省电信业务收入1135.5亿元,居全国第3位。江苏增长10.3%。",
        "CN-JS",
    ),
    "我省": (
        "云南省通信管理局\n2021年8月,我省电信业务收入25.3亿元。云南移动电话用户增长。",
        "CN-YN",
    ),
    "香港的报章，另有内地的数字": (
        "港人愛用手機　短訊量跌14.5%\n通訊辦統計顯示，2016年7月底本港流動電話用戶共1,684.2萬個，按人口計算的滲透率為229.5%，"
        "每名用戶用去1.47GB，較前年底增加0.2GB。住戶寬頻滲透率為84.3%。家居月費200元。內地5月曾調整資費。",
        "HK",
    ),
    "台灣的網站": (
        "台灣人每月用多少流量\n2022-03-11 經濟日報\n數位發展部統計，去年底行動寬頻用戶數2,976萬，全年行動上網總用量98.6億GB，較前年成長17.2%。",
        "TW",
    ),
    "直辖市、自治区的列举": (
        "2014年第三季度,全国电话用户总数达到15.26亿户,覆盖31个省、自治区、直辖市。江西、江西。",
        "CN",
    ),
    "一省的统计公报": (
        "湖北省2013年国民经济和社会发展统计公报\n湖北省统计局 2014年2月26日\n全年客运量8.9亿人次。年末移动电话用户4500万户。",
        "CN-HB",
    ),
    "仅次于别省": (
        "山东人手机快一人一部\n2013年4月末，全省移动电话用户8012.3万户，居全国第三位，仅次于广东、江苏。",
        "CN-SD",
    ),
    "a province by where it lies": (
        "Mobile phone users in southwest China's Sichuan Province reached 90.1 million at the end of October 2019.",
        "CN-SC",
    ),
    "a province of which the nation's page gives an example": (
        "At the end of 2011 China had 986 million mobile subscriptions. Telecom revenue was 988 billion yuan in 2011.\n"
        "The province of Guangdong is by far the largest regional market.",
        "CN",
    ),
    "a market by its title": (
        "Electronic Communications Market in Ireland - Quarterly Data Q3 2011\nThere were 5.5 million mobile subscribers.",
        "IE",
    ),
    "新闻电头": (
        "中新社北京六月二十四日电 2009年1-5月,移动电话用户总数达到6.87亿户。",
        "CN",
    ),
}


@pytest.mark.parametrize(("text", "place"), PLACES.values(), ids=PLACES)
def test_its_own_figures_tell_the_place_of_a_text(text, place):
    said = readings(text)
    assert said
    assert {p for _, p, _, _ in said} == {*place.split()}


def test_what_a_page_of_hong_kong_tells_of_the_mainland_is_the_mainlands():
    text = (
        "截至2020年8月底，本港流動電話用戶2,284萬戶。通訊辦指，8月短訊1.5億則。\n"
        "反觀內地，工信部數據指8月底4G用戶12.9億戶，佔流動電話用戶80.6%。"
    )
    assert [(x, p) for x, p, _, _ in readings(text)] == [
        ("mobile_subs", "HK"),
        ("sms_volume", "HK"),
        ("mobile_subs_4g", "CN"),
        ("share(mobile_subs_4g, of=mobile_subs)", "CN"),
    ]


def test_what_is_planned_is_of_no_time_that_is_over():
    text = (
        "浙江在线 2022-01-26\n2021年全省电信业务收入1020亿元。浙江移动电话用户9023万户。\n"
        "全省计划新建5G基站1.2万座，到年底5G基站总数达到7万个。力争5G用户再增1500万户。\n"
        "预计移动电话用户突破1亿户。"
    )
    assert [(x, p) for x, _, p, _ in readings(text) if x] == [
        ("telecom_revenue", "2021"),
        ("mobile_subs", "2021-12"),
        ("base_stations_5g_built", "2022"),
        ("base_stations_5g", "2022-12"),
        ("change(mobile_subs_5g)", "2022-12"),
    ]


def test_a_province_is_spoken_of_though_the_first_figures_with_a_name_are_a_citys():
    text = (
        "2021年安徽省邮政行业运行情况\n\n2021年,全省快递业务量累计完成30.86亿件。\n\n"
        "函件业务量2104.3万件。\n\n分市看,合肥市快递业务量10.62亿件,合肥市增长最快。"
    )
    assert [p for _, p, _, _ in readings(text)] == ["CN-AH", "CN-AH", "CN-AH-HF"]


def test_a_city_that_the_catalogue_does_not_know_is_no_place_of_ours():
    text = "2025年,全市5G基站达6000个。全市移动电话用户300万户。"
    claims = Reader(CATALOGUE).read(text)
    assert claims
    assert {c.suspect for c in claims} == {"the place is not named"}


NOT_OURS = {
    "the world's": "Globally, there were 400 million 5G mobile phone users at the end of 2020.",
    "全球": "全球,2020年末5G用户4亿户。",
    "days": "From January 28 to February 4, 2025, express volume reached 1.15 billion parcels.",
    "几天": "2025年11月1日至11日,快递业务量42.72亿件。",
    "a company's, and so on": (
        "China Mobile grew in 2020. China Mobile's telecom revenue was 768 billion yuan. "
        "Its mobile subscribers reached 942 million."
    ),
    "公司及其用户": "2020年,中国移动电信业务收入7681亿元。其移动电话用户达9.4亿户。",
    "a group of provinces": (
        "The Yangtze River Delta region had 400,000 5G base stations by the end of 2021."
    ),
    "a pace": "In 2017, China's express volume was 76,000 parcels per minute.",
    "不认识的市": "2024年上半年,湖南省电信业务平稳。其中昆山市电信业务收入95亿元,同比增长6%。",
}


@pytest.mark.parametrize("text", NOT_OURS.values(), ids=NOT_OURS)
def test_figures_of_others_and_of_days_are_no_claims(text):
    assert not [r for r in readings(text) if r[0] is not None]


def test_what_is_of_a_place_that_nobody_tells_is_above_nothing():
    text = (
        "The proportion of express business volume in the eastern, centralMobile-broadband "
        "subscriptions reached 41.2 million in the q and western regions was 77.2%, 15.5% and 7.3%, "
        "and that of business income 77.9%, 13.0% and 9.1%. The proportion of the central region "
        "rose by 1.0 percentage point in volume.\n\n"
    )
    for claim in Reader(CATALOGUE).read(text, "CN", "2020"):  # found by the fuzz
        assert claim.territory or not claim.expression
