"""English tables: rows that go on with those above, parts, totals, captions, corners."""

import pytest

from tests.collect.bulletins import said

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


def test_columns_that_narrow_what_a_row_names_and_heads_parted_by_a_space() -> None:
    text = """Telecom Subscription Data of India as on 31st October, 2016

Particulars Wireless Wireline Total (Wireless + Wireline)
Total Telephone Subscribers (Million) 1078.42 24.48 1102.90
Net Addition in October, 2016 (Million) 28.58 -0.04 28.54
Monthly Growth Rate 2.72% -0.17% 2.66%
Urban Telephone Subscribers (Million) 620.35 20.61 640.96
Overall Tele-density* 84.37 1.92 86.29
"""
    assert said(text) == {
        "periods": ["2016-10"],
        "mobile_subs IN": [1078.42e6],
        "fixed_line_subs IN": [24.48e6],
        "phone_subs IN": [1102.9e6],
        'change_since(mobile_subs, "2016-09") IN': [28.58e6],
        'change_since(fixed_line_subs, "2016-09") IN': [-0.04e6],
        'change_since(phone_subs, "2016-09") IN': [28.54e6],
        'growth_since(mobile_subs, "2016-09") IN': [2.72],
        'growth_since(fixed_line_subs, "2016-09") IN': [-0.17],
        'growth_since(phone_subs, "2016-09") IN': [2.66],
        "mobile_penetration IN": [84.37],
        "fixed_penetration IN": [1.92],
        "phone_penetration IN": [86.29],
    }


def test_captions_tell_what_a_name_is_of_and_what_heads_lack() -> None:
    netizens = """China: internet users

End of	Internet users (mn)	Penetration (%)	Mobile internet users (mn)	% of all users
Dec 2012	564.0	42.1	419.97	74.5
Jun 2013	590.6	44.1	463.76	78.5
"""
    assert said(netizens) == {
        "periods": ["2012-12", "2013-06"],
        "internet_users": [564e6, 590.6e6],
        "internet_penetration": [42.1, 44.1],
        "internet_users_mobile": [419.97e6, 463.76e6],
        "share(internet_users_mobile, of=internet_users)": [74.5, 78.5],
    }
    parcels = """Express delivery by province, first half of 2019

Rank  Province      Volume (10,000 pieces)   Y/Y (%)   Revenue (100 million yuan)   Y/Y (%)
1     Guangdong        742,345.1              26.5          812.4                    22.1
      National       2,775,816.0              25.7        3,396.7                    23.7
"""
    assert said(parcels) == {
        "periods": ["2019-H1"],
        "express_volume CN-GD": [7423451000],
        "yoy(express_volume) CN-GD": [26.5],
        "express_revenue CN-GD": [81.24e9],
        "yoy(express_revenue) CN-GD": [22.1],
        "express_volume": [27758160000],
        "yoy(express_volume)": [25.7],
        "express_revenue": [339.67e9],
        "yoy(express_revenue)": [23.7],
    }


def test_fixed_broadband_below_mobile_users_is_no_mobile_broadband() -> None:
    text = """Table 1: Subscribers of China's three operators (million), August 2016
| | China Mobile | China Unicom | China Telecom | Industry |
|---|---|---|---|---|
| Mobile subscribers | 841.4 | 260.9 | 210.1 | 1,312.4 |
| Fixed broadband | 70.1 | 74.5 | 120.3 | 264.9 |
"""
    assert said(text) == {
        "periods": ["2016-08"],
        "mobile_subs": [1312.4e6],
        "broadband_subs": [264.9e6],
    }


def test_a_table_of_one_company_is_no_countrys() -> None:
    text = """Key figures of 2014

China Mobile           2013      2014
Subscribers (m)       767.2     806.6
Net adds (m)           56.9      39.4
"""
    assert said(text) == {}
    text = """Mobile subscribers in China (million)

                       2013      2014
Mobile subscribers    1,229     1,286
China Unicom            281       299
  net adds               42        18
"""
    assert said(text) == {"periods": ["2013-12", "2014-12"], "mobile_subs": [1229e6, 1286e6]}


def test_parts_as_columns_of_what_the_caption_names() -> None:
    text = """Mobile subscribers of China by technology (million)

          2G       3G       4G      Total
Dec-14   590.1    485.3    127.3   1,202.7
Mar-15   582.4    471.2    162.3   1,215.9
"""
    assert said(text) == {
        "periods": ["2014-12", "2015-03"],
        "mobile_subs_2g": [590.1e6, 582.4e6],
        "mobile_subs_3g": [485.3e6, 471.2e6],
        "mobile_subs_4g": [127.3e6, 162.3e6],
        "mobile_subs": [1202.7e6, 1215.9e6],
    }
    text = """Telephone penetration by province (per 100 persons), end of 2010

Province     Fixed    Mobile
Shanghai      38.9     102.8
Henan         13.4      43.9
"""
    assert said(text) == {
        "periods": ["2010-12"],
        "fixed_penetration CN-SH": [38.9],
        "mobile_penetration CN-SH": [102.8],
        "fixed_penetration CN-HA": [13.4],
        "mobile_penetration CN-HA": [43.9],
    }


def test_what_is_paid_a_piece_needs_no_other_name() -> None:
    text = """| Express delivery, China | Jan 2017 | Feb 2017 |
|---|---|---|
| Volume (bn pieces) | 2.36 | 2.05 |
| Yuan per piece | 14.03 | 13.85 |
"""
    assert said(text) == {
        "periods": ["2017-01", "2017-02"],
        "express_volume": [2.36e9, 2.05e9],
        "express_price": [14.03, 13.85],
    }


def test_firms_as_rows_above_the_total() -> None:
    text = """Kenya: Mobile subscriptions by operator

Operator        Sep-16        Dec-16      Growth (%)
Safaricom    26,560,000    27,705,000        4.3
Total        38,512,340    38,982,100        1.2
"""
    assert said(text) == {
        "periods": ["2016-09", "2016-12"],
        "mobile_subs KE": [38512340, 38982100],
        'growth_since(mobile_subs, "2016-09") KE': [1.2],
    }


@pytest.mark.parametrize(
    "text",
    [
        "Smartphones in China, Q3 2019\n\nVendor     Shipments (m)   Share    Y/Y\n"
        "Huawei         41.5        42%      66%\nTotal          97.8       100%      -3%\n",
        "Results of 2015\n\nChina Mobile         2014       2015\n"
        "Subscribers (m)     806.6      826.2\n"
        "  net adds           39.4       19.6\n",
        "Average daily parcels in Zhejiang (10,000)\n\n"
        "Month    2018    2019\nOct      2,911   3,640\n"
        "Nov      3,905   4,822\n",
        "Urban and rural China, mobile users (million)\n\n          2012     2013\n"
        "Urban    441.0    452.0\n"
        "  growth     4%       2%\n",
    ],
)
def test_no_claim_where_nothing_decides(text: str) -> None:
    assert said(text) == {}


def test_a_unit_is_inherited_by_parts_only() -> None:
    text = """Table 1 Main indicators of internet development in China

Indicators | June 2012 | December 2012 | Half-year growth
---|---|---|---
Internet users (10,000) | 53,760 | 56,400 | 4.9%
Mobile Internet users | 38,825 | 41,997 | 8.2%
Websites | 2,500,000 | 2,680,702 | 7.2%
"""
    assert said(text) == {
        "periods": ["2012-06", "2012-12"],
        "internet_users": [537.6e6, 564e6],
        "internet_users_mobile": [388.25e6, 419.97e6],
    }
