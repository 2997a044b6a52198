"""English tables: months, years and units of heads; growth from one date to the other."""

import pytest

from bluebook.collect.bulletins.tables import english
from tests.collect.bulletins import readings, said


def test_the_unit_below_a_table_and_growth_after_two_years() -> None:
    text = """Parcels handled in Guangdong and Zhejiang

Region	2019	2020	Growth (%)
Guangdong	168.1	220.8	31.4
China total	635.2	833.6	31.2
Unit: 100 million pieces
"""
    assert said(text) == {
        "periods": ["2019", "2020"],
        "express_volume CN-GD": [16.81e9, 22.08e9],
        "yoy(express_volume) CN-GD": [31.4],
        "express_volume": [63.52e9, 83.36e9],
        "yoy(express_volume)": [31.2],
    }


def test_growth_beside_the_month_is_the_months() -> None:
    text = """Main indicators of the postal industry in China, July 2018

Indicator
Unit
Cumulative
Growth (%)
This month
Growth (%)
Postal business revenue
100 million yuan
4,438.5
22.6
623.7
20.0
Express delivery volume
10,000 pieces
2,616,543.2
27.0
398,102.9
26.1
"""
    assert readings(text) == [
        ("postal_revenue", "CN", "2018-01/2018-07", 443850000000),
        ("yoy(postal_revenue)", "CN", "2018-01/2018-07", 22.6),
        ("postal_revenue", "CN", "2018-07", 62370000000),
        ("yoy(postal_revenue)", "CN", "2018-07", 20.0),
        ("express_volume", "CN", "2018-01/2018-07", 26165432000),
        ("yoy(express_volume)", "CN", "2018-01/2018-07", 27.0),
        ("express_volume", "CN", "2018-07", 3981029000),
        ("yoy(express_volume)", "CN", "2018-07", 26.1),
    ]


def test_money_under_two_decembers_may_be_the_months_or_the_years() -> None:
    text = """Telecom statistics of China

Item                                  Unit              Dec 2009    Dec 2010
Mobile telephone subscribers          mn                747.21      859.00
Telecom business revenue              RMB bn            842.4       898.8
"""
    assert said(text) == {"periods": ["2009-12", "2010-12"], "mobile_subs": [747.21e6, 859e6]}


def test_growth_is_of_the_later_of_two_years_whichever_stands_first() -> None:
    text = """The telecom sector of China in 2008

Indicators            2008      2007     Growth rate (%)
Local telephone subscribers (10 000)
34,080.4   36,544.8   -6.7
Mobile telephone subscribers (10 000)
64,123.0   54,728.6   17.2
"""
    assert said(text) == {
        "periods": ["2008-12", "2007-12"],
        "fixed_line_subs": [340804000, 365448000],
        "yoy(fixed_line_subs)": [-6.7],
        "mobile_subs": [641230000, 547286000],
        "yoy(mobile_subs)": [17.2],
    }


def test_change_is_from_the_one_date_to_the_other() -> None:
    table = """Mobile users of China

                       {later}    {earlier}    Change
Mobile users (mn)      1,290.5     1,286.1       0.3%
3G users (mn)            480.2       485.3      -1.1%
"""
    month = said(table.format(later="Jan 2015", earlier="Dec 2014"))
    assert month['growth_since(mobile_subs, "2014-12")'] == [0.3]
    assert said(table.format(later="Jan 2015", earlier="Jan 2014"))["yoy(mobile_subs)"] == [0.3]
    other = said(table.format(later="Jan 2015", earlier="Aug 2014"))
    assert set(other) == {"periods", "mobile_subs", "mobile_subs_3g"}


def test_a_date_beside_its_figure() -> None:
    text = """Public Mobile Services of Hong Kong (as at March 2017)
Number of mobile subscribers	17,418,206
Mobile subscriber penetration rate	236.5%
Number of public Wi-Fi access points	47,203 (as at June 2017)
"""
    assert readings(text) == [
        ("mobile_subs", "HK", "2017-03", 17418206),
        ("mobile_penetration", "HK", "2017-03", 236.5),
        ("wlan_hotspots", "HK", "2017-06", 47203),
    ]


def test_a_heading_with_a_time_of_its_own_below_dated_heads() -> None:
    text = """China's mobile users at a glance

                        Sept 2012   Sept 2011
Mobile users (mn)           1,080         952

December 2012
Mobile users (mn)           1,112         986
"""
    assert said(text) == {"periods": ["2012-09", "2011-09"], "mobile_subs": [1080e6, 952e6]}


def test_months_as_rows_and_growth_of_what_is_not_known() -> None:
    text = """Express delivery in China by month

Month | Volume (bn) | YoY | Revenue (RMB bn) | YoY | Parcel index | YoY
--- | --- | --- | --- | --- | --- | ---
Jan-21 | 8.49 | 124.7% | 86.4 | 73.6% | 310.1 | 122.7%
Feb-21 | 4.57 | 65.3% | 50.9 | 52.1% | 208.4 | 68.0%
"""
    assert said(text) == {
        "periods": ["2021-01", "2021-02"],
        "express_volume": [8.49e9, 4.57e9],
        "yoy(express_volume)": [124.7, 65.3],
        "express_revenue": [86.4e9, 50.9e9],
        "yoy(express_revenue)": [73.6, 52.1],
    }


def test_scales_in_a_column_of_units_and_parts_below_their_whole() -> None:
    text = """Communications industry of China in January-August 2012

Indicators                             Unit               Jan.-Aug.     Y-o-y growth (%)
Revenue from main telecom business     100 million yuan     7,108.4          9.5
Mobile telephone subscribers           10,000             106,862.7         13.2
   Of which: 3G                        10,000              18,702.8         76.0
"""
    assert said(text) == {
        "periods": ["2012-01/2012-08", "2012-08"],
        "telecom_main_revenue": [710.84e9],
        "yoy(telecom_main_revenue)": [9.5],
        "mobile_subs": [1068.627e6],
        "yoy(mobile_subs)": [13.2],
        "mobile_subs_3g": [187.028e6],
        "yoy(mobile_subs_3g)": [76.0],
    }


def test_times_that_one_space_parts_are_heads() -> None:
    text = """China Broadband Report
Q1 2015 Q2 2015
Fixed broadband subscribers (m) 203.9 207.4
Net additions (m) 3.4 3.5
"""
    assert said(text) == {
        "periods": ["2015-03", "2015-06"],
        "broadband_subs": [203.9e6, 207.4e6],
        'change_since(broadband_subs, "2014-12")': [3.4e6],
        'change_since(broadband_subs, "2015-03")': [3.5e6],
    }


def test_a_scale_of_an_axis_and_a_unit_that_is_no_figure() -> None:
    text = """Chart 1: Mobile subscribers in China (million, LHS) and growth (%, RHS)

Date	Subscribers	y/y growth
2011	986.3	14.8
2012	1,112.2	12.8

Express volume is counted in pieces (10,000 pieces).
"""
    assert said(text) == {
        "periods": ["2011-12", "2012-12"],
        "mobile_subs": [986.3e6, 1112.2e6],
        "yoy(mobile_subs)": [14.8, 12.8],
    }


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("rmb bn", "bn rmb"),
        ("'000", "thousand"),
        ("in millions of subscribers", "millions subscribers"),
        ("m", "million"),
    ],
)
def test_units_as_heads_print_them(printed: str, unit: str) -> None:
    assert english.unit(printed) == unit


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("2013e", "forecast"),
        ("2012 (f)", "forecast"),
        ("2011a", ""),
        ("mar", ""),
        ("2021-03", ""),
        ("ye2012", ""),
    ],
)
def test_times_that_stand_alone(head: str, status: str) -> None:
    found = english.alone(head)
    assert found is not None and found[1] == status
