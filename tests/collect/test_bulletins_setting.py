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
