"""English tables: scales, months and years, rows that go on, labels over two lines, totals."""

import pytest

from bluebook.collect.bulletins.tables import english
from tests.collect.bulletins import readings


def said(text: str) -> dict[str, list[float]]:
    """What the cells say, by expression, place and period but for CN."""
    found: dict[str, list[float]] = {}
    for x, place, period, value in readings(text):
        if x is None:
            continue
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


def test_heads_of_several_lines_and_a_unit_to_a_cell() -> None:
    text = """Main indicators of the communications industry in China, August 2018

Name of indicator
Unit
Accumulated from
January to August
Year-on-year
growth (%)
Telecom business revenue
100 million yuan
8,823
3.4
Total telecom business volume
(2015 constant prices)
100 million yuan
38,004
137.6
SMS business volume
100 million
7,015
8.9
Mobile phone penetration rate
Units per hundred people
109.8
—
"""
    assert said(text) == {
        "periods": ["2018-01/2018-08", "2018-08"],
        "telecom_revenue": [882.3e9],
        "yoy(telecom_revenue)": [3.4],
        "telecom_volume_c2015": [3800.4e9],
        "yoy(telecom_volume_c2015)": [137.6],
        "sms_volume": [701.5e9],
        "yoy(sms_volume)": [8.9],
        "mobile_penetration": [109.8],
    }


def test_regions_whose_figures_stand_below_them() -> None:
    text = """Table 3  Telecom revenue and mobile users by region, January-June 2014
(Unit: 100 million yuan, 10,000 households)

Region
Telecom revenue
Increase (%)
Share of country (%)
Mobile users at the end of June
Net increase from the end of 2013
Share of 3G/4G users (%)

Eastern region
3,112.3  3.9  53.4  60,204  1,040  38.1
Total
5,828.1  4.8  100.0  126,000  3,063  36.3
"""
    assert said(text) == {
        "periods": ["2014-H1", "2014-06"],
        "telecom_revenue CN-EAST": [311.23e9],
        "yoy(telecom_revenue) CN-EAST": [3.9],
        'share(telecom_revenue, within="CN") CN-EAST': [53.4],
        "mobile_subs CN-EAST": [602.04e6],
        "change(mobile_subs) CN-EAST": [10.4e6],
        "share(mobile_bb_subs, of=mobile_subs) CN-EAST": [38.1],
        "telecom_revenue": [582.81e9],
        "yoy(telecom_revenue)": [4.8],
        "mobile_subs": [1260e6],
        "change(mobile_subs)": [30.63e6],
        "share(mobile_bb_subs, of=mobile_subs)": [36.3],
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


def test_a_fall_in_brackets_and_what_a_caption_counts() -> None:
    text = """China fixed-line broadband Internet-access user base, June 2015
Access mode
Users (m)
Y/Y
xDSL
70.40
(32.15%)
FTTx
93.51
65.02%
Total
208.73
6.51%
"""
    assert said(text) == {
        "periods": ["2015-06"],
        "broadband_subs_xdsl": [70.4e6],
        "yoy(broadband_subs_xdsl)": [-32.15],
        "broadband_subs_fiber": [93.51e6],
        "yoy(broadband_subs_fiber)": [65.02],
        "broadband_subs": [208.73e6],
        "yoy(broadband_subs)": [6.51],
    }


def test_a_unit_between_label_and_figures_and_a_second_line_of_heads() -> None:
    text = """Postal services in China, 2015
                              Unit            2014         2015     Change
                                                                       (%)
Business revenue        RMB 100m           3,203.3      4,039.3       26.1
Letters                 100m pieces           56.1         45.8      -18.3
Express                 100m pieces          139.6        206.7       48.0
"""
    assert said(text) == {
        "periods": ["2014", "2015"],
        "postal_revenue": [320.33e9, 403.93e9],
        "yoy(postal_revenue)": [26.1],
        "letters": [5.61e9, 4.58e9],
        "yoy(letters)": [-18.3],
        "express_volume": [13.96e9, 20.67e9],
        "yoy(express_volume)": [48.0],
    }


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


def test_lines_of_a_label_and_a_figure() -> None:
    text = """INTERNET IN CHINA IN BRIEF (as of June 30, 2015)

Internet users                 668 million
  of which mobile              594 million
  of which rural               186 million
Internet penetration           48.8%
"""
    assert said(text) == {
        "periods": ["2015-06"],
        "internet_users": [668e6],
        "internet_users_mobile": [594e6],
        "internet_users_rural": [186e6],
        "internet_penetration": [48.8],
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


def test_units_of_a_title_and_rows_with_their_number() -> None:
    text = """Sichuan post, first half of 2020

City ranking by express volume, January to June (unit: 10,000 pieces; %)
1  Chengdu  68,420  23.1
2  Mianyang  4,312  32.7
3  Yibin  2,688  41.9
"""
    assert said(text) == {
        "periods": ["2020-H1"],
        "express_volume CN-SC-CD": [684200000],
        "express_volume CN-SC-MY": [43120000],
        "express_volume CN-SC-YB": [26880000],
    }


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


def test_places_of_which_the_title_tells_the_number() -> None:
    text = """Number of 5G base stations by city, Guangdong, end of 2020

Guangzhou: 48,000
Shenzhen: 46,480
Foshan: 10,600
"""
    assert said(text) == {
        "periods": ["2020-12"],
        "base_stations_5g CN-GD-GZ": [48000],
        "base_stations_5g CN-GD-SZ": [46480],
        "base_stations_5g CN-GD-FS": [10600],
    }


def test_values_with_their_units_under_heads() -> None:
    text = """Postal Industry Statistics of China 2011

                                     2011            Growth over 2010
Postal business revenue      RMB 156.2 billion              22.5%
Express delivery volume      3.67 billion pieces            57.0%
"""
    assert said(text) == {
        "periods": ["2011"],
        "postal_revenue": [156.2e9],
        "yoy(postal_revenue)": [22.5],
        "express_volume": [3.67e9],
        "yoy(express_volume)": [57.0],
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
