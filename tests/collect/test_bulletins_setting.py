"""What a document tells of itself: its month of issue, the period and the place it is about."""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

CATALOGUE = catalogue_of(("communications", "postal"))


def readings(text: str) -> list[tuple[str | None, str, str, float]]:
    """Expression, place, period and value of what is read without doubt."""
    claims = Reader(CATALOGUE).read(text)
    return [(c.expression, c.territory, c.period, c.value) for c in claims if not c.suspect]


MONTHS = {
    "a printed day above, the day of the article below": (
        "May 2, 2024 9:10 am (GMT)\nMenu\nTelecom sector grows in Q1\nApr 25, 2019, at 03:33 pm\n"
        "Telecom revenue reached 338.3 billion yuan in the first quarter.",
        ("telecom_revenue", "CN", "2019-Q1", 338.3e9),
    ),
    "the day of an archive after that of the news": (
        "Time: 2021/07/07 14:07\nMay 30, 2006\nMobile subscribers rose by 23.2 million in the "
        "first four months of 2006. At the end of April mobile subscribers were 416.6 million.",
        ("mobile_subs", "CN", "2006-04", 416.6e6),
    ),
    "the day of a frame, which fits no month that is spoken of": (
        "Official website 15 July 2015\nHome > Statistics\n2017-11-03 Print\nIn the first three "
        "quarters, China's telecom revenue reached 951.3 billion yuan.",
        ("telecom_revenue", "CN", "2017-01/2017-09", 951.3e9),
    ),
    "a day before what is spoken of": (
        "2015-02-14 21:32\n2015年7月通信业运行情况\n7月,全国电信业务收入完成974.7亿元。",
        ("telecom_revenue", "CN", "2015-07", 974.7e8),
    ),
    "last year in a headline": (
        "China builds over 700,000 5G base stations\nJan 20, 2021\nOver 700,000 5G base stations "
        "had been built in China by the end of last year. In November 2020 there were fewer.",
        ("base_stations_5g", "CN", "2020-12", 700e3),
    ),
    "older news in the frame": (
        "Off the wire\nFinance grows in 2019 • Loans rise in 2018\n\nSeptember 1, 2020\n\n"
        "China had 480,000 5G base stations by the end of July.",
        ("base_stations_5g", "CN", "2020-07", 480e3),
    ),
    "a year so far": (
        "2020年10月25日\n邮政业收入自2016年以来持续增长。今年前三季度,邮政行业业务收入7731.1亿元。",
        ("postal_revenue", "CN", "2020-01/2020-09", 7731.1e8),
    ),
    "a plan of this year": (
        "Phone users are expected to grow in 2008, the ministry said.\nBy the end of this year, "
        "China's mobile phone subscribers will reach 600 million.\nIn 2007, they grew.",
        ("mobile_subs", "CN", "2008-12", 600e6),
    ),
    "two years in a caption": (
        "4月,电信业务收入完成1109亿元。\n图1 2016-2017年4月电信业务收入发展情况",
        ("telecom_revenue", "CN", "2017-04", 1109e8),
    ),
    "a base of prices": (
        "(业务总量按2015年不变单价计算)\n2019年上半年通信业运行情况\n1-6月,电信业务收入完成171.0亿元。",
        ("telecom_revenue", "CN", "2019-H1", 171.0e8),
    ),
}


@pytest.mark.parametrize(("text", "said"), MONTHS.values(), ids=MONTHS)
def test_the_day_of_issue_and_the_periods_it_speaks_of_tell_the_year(text, said):
    assert said in readings(text)


def test_a_bare_month_does_not_take_the_year_of_something_else():
    text = (
        "As of June, China had 1.1 billion mobile phone users.\n\nIn May 2008 the torch was "
        "carried to a mountain."
    )
    assert not readings(text)


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
    "名次与召开地点": (
        "会议在北京召开。2021年,江苏省电信业务收入1135.5亿元,居全国第3位。江苏增长10.3%。",
        "CN-JS",
    ),
    "我省": (
        "云南省通信管理局\n2021年8月,我省电信业务收入25.3亿元。云南移动电话用户增长。",
        "CN-YN",
    ),
    "直辖市、自治区的列举": (
        "2014年第三季度,全国电话用户总数达到15.26亿户,覆盖31个省、自治区、直辖市。江西、江西。",
        "CN",
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
    assert {p for _, p, _, _ in said} == {place}


def test_a_city_that_the_catalogue_does_not_know_is_no_place_of_ours():
    text = "2025年,全市5G基站达6000个。全市移动电话用户300万户。"
    claims = Reader(CATALOGUE).read(text)
    assert claims
    assert {c.suspect for c in claims} == {"the place is not named"}
