"""English tables in plain text: columns set by spaces, a cell to a line, a figure to a line."""

from tests.collect.bulletins import said


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


def test_tables_of_several_forms_in_one_text_keep_their_places() -> None:
    """What was found first, and stands last, is blotted out where it stands."""
    barred = "| Item | 2011 |\n|---|---|\n| Mobile users of China (mn) | 986.3 |\n"
    text = (
        "Penetration of China\n\n                 2010     2011\n"
        "Mobile users (mn)   859.0    986.3\nInternet users (mn)   457.3    513.1\n\n"
        f"{barred}\nFixed-line users\n2010 2011\nFixed-line users (mn) 294.4 285.1\n"
        "Broadband users (mn) 126.3 150.0\n"
    )
    assert said(text) == {
        "periods": ["2010-12", "2011-12"],
        "mobile_subs": [859e6, 986.3e6, 986.3e6],
        "internet_users": [457.3e6, 513.1e6],
        "fixed_line_subs": [294.4e6, 285.1e6],
        "broadband_subs": [126.3e6, 150e6],
    }
