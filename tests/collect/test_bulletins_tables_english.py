"""English tables: scales, months and years, rows that go on, labels over two lines, totals."""

import pytest

from bluebook.collect.bulletins.tables import english
from tests.collect.bulletins import readings


def said(text: str) -> dict[str, list[float]]:
    """What the cells say, by expression, place and period but for CN."""
    found: dict[str, list[float]] = {}
    for x, place, period, value in readings(text):
        assert x is not None
        found.setdefault(f"{x} {place}".removesuffix(" CN"), []).append(float(f"{value:.10g}"))
        found.setdefault("periods", [])
        if period not in found["periods"]:
            found["periods"].append(period)  # type: ignore[arg-type]
    return found


MONTHS = """Telecoms monitor, 12 March 2012

Fig. 2: Subscriber base in China (million)
                    Nov 2011   Dec 2011   Jan 2012
Mobile users          975.1      986.3     1,004.0
  net additions        10.9       11.2        17.7
  m-o-m growth         1.1%       1.1%        1.8%
  of which: 3G         119.9      128.4      137.1
   % of total           12.3       13.0       13.7
Fixed-line users      286.0      285.1      284.5
"""


def test_months_as_columns_and_rows_that_go_on_with_the_row_above() -> None:
    assert said(MONTHS) == {
        "periods": ["2011-11", "2011-12", "2012-01"],
        "mobile_subs": [975.1e6, 986.3e6, 1004e6],
        'change_since(mobile_subs, "2011-10")': [10.9e6],
        'change_since(mobile_subs, "2011-11")': [11.2e6],
        'change_since(mobile_subs, "2011-12")': [17.7e6],
        'growth_since(mobile_subs, "2011-10")': [1.1],
        'growth_since(mobile_subs, "2011-11")': [1.1],
        'growth_since(mobile_subs, "2011-12")': [1.8],
        "mobile_subs_3g": [119.9e6, 128.4e6, 137.1e6],
        "share(mobile_subs_3g, of=mobile_subs)": [12.3, 13.0, 13.7],
        "fixed_line_subs": [286e6, 285.1e6, 284.5e6],
    }


def test_years_of_which_one_is_a_forecast_under_bars() -> None:
    text = """China's carriers in numbers

| RMB bn | 2016 | 2017 | 2018E |
|:--|--:|--:|--:|
| Telecom revenue | 1,189 | 1,262 | 1,301 |
| growth, % | 5.6 | 6.4 | 3.0 |
| of which mobile | 858.6 | 907.1 | |
"""
    assert said(text) == {
        "periods": ["2016", "2017", "2018"],
        "telecom_revenue": [1189e9, 1262e9, 1301e9],
        "yoy(telecom_revenue)": [5.6, 6.4, 3.0],
        "telecom_revenue_mobile": [858.6e9, 907.1e9],
    }


def test_quarters_as_columns() -> None:
    text = """Broadband in China

| | 2Q16 | 3Q16 |
|---|---|---|
| Fixed broadband subs (m) | 280.4 | 290.2 |
| net adds (m) | 10.3 | 9.8 |
| q/q % | 3.8 | 3.5 |
| Fibre subs (m) | 186.2 | 208.5 |
| % of broadband subs | 66.4 | 71.8 |
"""
    assert said(text) == {
        "periods": ["2016-06", "2016-09"],
        "broadband_subs": [280.4e6, 290.2e6],
        'change_since(broadband_subs, "2016-03")': [10.3e6],
        'change_since(broadband_subs, "2016-06")': [9.8e6],
        'growth_since(broadband_subs, "2016-03")': [3.8],
        'growth_since(broadband_subs, "2016-06")': [3.5],
        "broadband_subs_fiber": [186.2e6, 208.5e6],
        "share(broadband_subs_fiber, of=broadband_subs)": [66.4, 71.8],
    }


def test_of_operators_only_the_total_is_the_nations() -> None:
    text = """Telephone users by operator, end of May 2014

In 10,000 users

                       Mobile     Unicom     Telecom     Total
Mobile phone users      78,901     29,210      18,199    126,310
Net addition in May        480        151          14        645
3G users
  (TD-SCDMA included)   24,310     13,902*     11,155     49,367
"""
    assert said(text) == {
        "periods": ["2014-05"],
        "mobile_subs": [1263.1e6],
        'change_since(mobile_subs, "2014-04")': [6.45e6],
    }


def test_countries_beside_ours() -> None:
    text = """Asia at a glance: telecom indicators, end-2015

Country      Mobile subscribers (mn)   Mobile penetration (%)   Fixed broadband (mn)
China              1,305.7                  95.5                  213.4
India              1,011.5                  79.0                   16.5
World              7,080                    96.8                  820
"""
    assert said(text) == {
        "periods": ["2015-12"],
        "mobile_subs": [1305.7e6],
        "mobile_penetration": [95.5],
        "broadband_subs": [213.4e6],
        "mobile_subs IN": [1011.5e6],
        "mobile_penetration IN": [79.0],
        "broadband_subs IN": [16.5e6],
    }


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


def test_labels_over_two_lines_and_things_counted_one_by_one() -> None:
    text = """Statistics of Hong Kong                       Last update: 30 June 2020

                                       Apr 2020     May 2020
WIRELESS
Mobile phone
  subscribers (a)                    20,123,456   20,234,567
  of which 4G                        15,012,345   15,123,456
Mobile data usage in the
  month (Terabytes)                      70,123       71,234
FIXED
Household broadband pene-
  tration rate (b)                        94.4%        94.5%
(a) Prepaid cards included.
"""
    assert said(text) == {
        "periods": ["2020-04", "2020-05"],
        "mobile_subs HK": [20123456, 20234567],
        "mobile_subs_4g HK": [15012345, 15123456],
        "mobile_data_traffic HK": [70123000, 71234000],
        "broadband_home_penetration HK": [94.4, 94.5],
    }


def test_a_yearbook_whose_prices_a_note_tells() -> None:
    text = """Statistical Yearbook of Fujian 2014
Post and Telecommunication Services

Item                                             2012        2013
Business Volume of Telecommunication
Services (100 million yuan)                      784.9       923.7
Express Services (10 000 pcs)                    34406       50718
Mobile Telephone Subscribers at
Year-end (10 000 subscribers)                    4030.8      4295.0
  #3G Subscribers                                870.2       1262.8

a) Business volume is at constant prices of 2010.
"""
    assert said(text) == {
        "periods": ["2012", "2013", "2012-12", "2013-12"],
        "telecom_volume_c2010 CN-FJ": [78.49e9, 92.37e9],
        "express_volume CN-FJ": [344060000, 507180000],
        "mobile_subs CN-FJ": [40308000, 42950000],
        "mobile_subs_3g CN-FJ": [8702000, 12628000],
    }


def test_money_under_two_decembers_may_be_the_months_or_the_years() -> None:
    text = """Telecom statistics of China

Item                                  Unit              Dec 2009    Dec 2010
Mobile telephone subscribers          mn                747.21      859.00
Telecom business revenue              RMB bn            842.4       898.8
"""
    assert said(text) == {"periods": ["2009-12", "2010-12"], "mobile_subs": [747.21e6, 859e6]}


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
