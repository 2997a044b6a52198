# ruff: noqa: E501
"""English as newsrooms and translators write it: what each form of words says of its number."""

import pytest

from bluebook.collect.bulletins import read
from bluebook.collect.bulletins.command import catalogue_of

CATALOGUE = catalogue_of(("communications", "postal"))
FORMS = {
    "since a date": (
        "By June 2022, the province had 88,000 5G base stations, a 12.5 percent jump since the end of 2021.",
        "88,000 base_stations_5g 2022-06",
        '12.5 percent growth_since(base_stations_5g, "2021-12") 2022-06',
    ),
    "since a date, said first": (
        "Since the end of 2021, mobile phone users rose 1.2 percent to 1.66 billion.",
        '1.2 percent growth_since(mobile_subs, "2021-12") 2022-06',
        "1.66 billion mobile_subs 2022-06",
    ),
    "a base of prices is no period": (
        "The total amount of telecom business calculated at the constant price of the previous year rose 17.1 percent.",
        "17.1 percent yoy(telecom_volume_prev) 2022-H1",
    ),
    "the year before in a comparison is no base of prices": (
        "The turnover of telecommunication services totaled 900 billion yuan, up 20 percent over the previous year.",
        "900 billion yuan telecom_volume_unspec 2022-H1",
        "20 percent yoy(telecom_volume_unspec) 2022-H1",
    ),
    "a pace is no total": (
        "Courier firms handle 300 million parcels every day.",
    ),
    "verbs of headlines": (
        "5G mobile subscribers exceed 450 million, with 4G users edging down 2.5 percent year on year to 1.05 billion.",
        "450 million mobile_subs_5g 2022-06",
        "2.5 percent yoy(mobile_subs_4g) 2022-06",
        "1.05 billion mobile_subs_4g 2022-06",
    ),
    "a quarter before": (
        "As of June 2022, mobile phone users reached 1.66 billion, a quarter-over-quarter increase of 0.7 percent.",
        "1.66 billion mobile_subs 2022-06",
        '0.7 percent growth_since(mobile_subs, "2022-03") 2022-06',
    ),
    "of which, after its number": (
        "IPTV users reached 25 million, 22 million of which are 4K users and 1.5 million of which are 8K screens.",
        "25 million iptv_subs 2022-06",
        "22 million uhd_4k_users 2022-06",
        "1.5 million null 2022-H1",
    ),
    "a rank in the world before a share": (
        "In 2021, the digital economy reached 45.5 trillion yuan, ranking second in the world and making up 39.8 percent of GDP.",
        "45.5 trillion yuan digital_economy 2021",
        "39.8 percent share(digital_economy, of=gdp) 2021",
    ),
    "a rate that says of whom": (
        "In 2021, internet penetration reached 73 percent of the population.",
        "73 percent internet_penetration 2021-12",
    ),
    "another's rate": (
        "In 2021, internet penetration was only 12.3 percent, lower than the 17.6 percent that is the average.",
        "12.3 percent internet_penetration 2021-12",
    ),
    "built, and what then stands": (
        "In 2021, 51,000 5G base stations are planned to be built, striving to reach 96,000 5G base stations.",
        "51,000 base_stations_5g_built 2021",
        "96,000 base_stations_5g 2021-12",
    ),
    "aims to add": (
        "The city aims to add 10,000 5G base stations in 2023.",
        "10,000 base_stations_5g_built 2023",
    ),
    "set up is no rise": (
        "China had set up 718,000 5G base stations as of November 2020.",
        "718,000 base_stations_5g 2020-11",
    ),
    "per 100": (
        "Mobile phone coverage reached 113.9 units per 100 persons at the end of 2020.",
        "113.9 units per 100 persons mobile_penetration 2020-12",
    ),
    "one of the companies that together are all": (
        "China Mobile, China Unicom and China Telecom had 38.6 million 3G users, of which China Mobile had 17 million users, accounting for 44 percent of the total number of 3G users.",
        "38.6 million mobile_subs_3g 2022-06",
        "17 million users null 2022-H1",
        "44 percent null 2022-H1",
    ),
    "users of what is no telecom service": (
        "The online government service platform has more than 1 billion users.",
        "1 billion users null 2022-H1",
    ),
    "days are no period of figures": (
        "From January 28 to February 4, the business volume of express delivery reached 1.15 billion parcels, up 31 percent.",
    ),
    "a network's reach, a line's speed, what people do": (
        "5G base stations cover over 90 percent of the population. It is estimated 100M optical fiber users will come. Nearly 90 percent of them worked long hours.",
    ),
    "higher than something": (
        "In 2019 the digital economy grew 7.8 percent, 6.8 percent higher than primary industries.",
        "7.8 percent yoy(digital_economy) 2019",
        "6.8 percent null 2019",
    ),
    "the day of a page stands in no one's way": (
        "date 2022-07-26 13:05 The turnover of telecommunication services totaled 815 billion yuan.",
        "815 billion yuan telecom_volume_unspec 2022-H1",
    ),
    "a part, counted in what the whole is counted in": (
        "Same-city express deliveries amounted to 6.1 billion parcels, while cross-region deliveries rose 5 percent to 44 billion parcels.",
        "6.1 billion express_volume_local 2022-H1",
        "5 percent yoy(express_volume_intercity) 2022-H1",
        "44 billion express_volume_intercity 2022-H1",
    ),
    "so much for each is no total": (
        "Mobile internet traffic jumped 14.8 percent to an average of 12.25GB per subscriber.",
        "14.8 percent yoy(mobile_data_traffic) 2022-H1",
    ),
    "points above the growth of some months": (
        "Telecom revenue rose 8.3 percent in the first half, up 0.2 percentage points from growth in the first five months.",
        "8.3 percent yoy(telecom_revenue) 2022-H1",
        '0.2 percentage points change_since(yoy(telecom_revenue), "2022-01/2022-05") 2022-H1',
    ),
    "that of another industry": (
        "The business volume of post reached 10.2 billion yuan; while that of telecommunications was 85.8 billion yuan, up 51 percent.",
        "10.2 billion yuan postal_volume 2022-H1",
        "85.8 billion yuan telecom_volume_unspec 2022-H1",
        "51 percent yoy(telecom_volume_unspec) 2022-H1",
    ),
    "that of what nobody knows": (
        "The telecom business revenue is 12 billion yuan and that of the software industry was 20 billion yuan.",
        "12 billion yuan telecom_revenue 2022-H1",
        "20 billion yuan null 2022-H1",
    ),
    "what is counted in users, by its own name": (
        "Mobile phone users rose by 2.9 million to 780 million, broadband increased by 6.1 million to 110 million.",
        "2.9 million change(mobile_subs) 2022-06",
        "780 million mobile_subs 2022-06",
        "6.1 million change(broadband_subs) 2022-06",
        "110 million broadband_subs 2022-06",
    ),
    "users of something are not all users": (
        "A total of 2.1 million mobile phone users, or 60 percent of the total, were on 5G. 104 million mobile phone users used the home-developed TD-SCDMA.",
        "2.1 million mobile_subs_5g 2022-06",
        "60 percent share(mobile_subs_5g, of=mobile_subs) 2022-06",
        "104 million null 2022-H1",
    ),
    "excluding that of another": (
        "Postal revenue excluding that of Postal Savings Bank was 376.6 billion yuan, 24.1 percent up on last year.",
        "376.6 billion yuan postal_revenue 2022-H1",
        "24.1 percent yoy(postal_revenue) 2022-H1",
    ),
    "a paragraph goes on about the last one": (
        "By June 2022 China had 1.05 billion internet users.\n\nThe number marked an increase of 19 million from December 2021.\n\nThe number of users rose 3.1 percent year on year.\n\nThe number of users on another network rose 4 percent.",
        "1.05 billion internet_users 2022-06",
        "19 million change(internet_users) 2022-06",
        "3.1 percent yoy(internet_users) 2022-06",
        "4 percent null 2022-H1",
    ),
    "growth a year since some years ago": (
        "In 2020, courier firms earned over 860 billion yuan of express revenue, up from 277 billion yuan five years ago, marking an annual growth rate of 25 percent.",
        "860 billion yuan express_revenue 2020",
        "277 billion yuan express_revenue 2015",
        "25 percent cagr(express_revenue, 5) 2020",
    ),
    "growth a year between two years": (
        "Business revenue of the postal sector surged from 198 billion yuan in 2012 to 1.1 trillion yuan in 2020, registering an annual average increase of 24 percent.",
        "198 billion yuan postal_revenue 2012",
        "1.1 trillion yuan postal_revenue 2020",
        "24 percent cagr(postal_revenue, 8) 2020",
    ),
    "average growth in two years": (
        "Telecom revenue rose 8.7 percent year on year, and the average growth rate in the two years was 5.9 percent.",
        "8.7 percent yoy(telecom_revenue) 2022-H1",
        "5.9 percent cagr(telecom_revenue, 2) 2022-H1",
    ),
    "an industry that includes another": (
        "China's postal industry, which includes express delivery services, saw a total of 17 billion parcels handled, marking a 14 percent rise.",
        "17 billion mail_volume 2022-H1",
        "14 percent yoy(mail_volume) 2022-H1",
    ),
    "stations of a technology that no name has": (
        "In June 2022, China had 367,000 3G base stations and 106,000 TD-SCDMA base stations.",
        "367,000 base_stations_3g 2022-06",
    ),
    "that of another, and that of a third": (
        "The turnover of post and telecommunication services totaled 842 billion yuan. Of this total, that of post services was 169 billion yuan, and that of telecommunication services was 181 billion yuan.",
        "842 billion yuan postal_telecom_volume 2022-H1",
        "169 billion yuan postal_volume 2022-H1",
        "181 billion yuan telecom_volume_unspec 2022-H1",
    ),
    "how netizens go online": (
        "By June 2022, China had 1.05 billion netizens, of whom 99.6 percent used mobile phones to go online.",
        "1.05 billion internet_users 2022-06",
        "99.6 percent share(internet_users_mobile, of=internet_users) 2022-06",
    ),
    "equal to so much of": (
        "The digital economy reached 39.2 trillion yuan in 2020, equal to 38.6 percent of GDP.",
        "39.2 trillion yuan digital_economy 2020",
        "38.6 percent share(digital_economy, of=gdp) 2020",
    ),
    "growth of so much for each": (
        "Mobile internet traffic rose 35.7 percent to 165.6 billion GB, with per capita consumption at 10.35 GB per month, up 32 percent.",
        "35.7 percent yoy(mobile_data_traffic) 2022-H1",
        "165.6 billion GB mobile_data_traffic 2022-H1",
        "10.35 GB per month dou 2022-H1",
        "32 percent yoy(dou) 2022-H1",
    ),
}  # fmt: skip


def told(text: str) -> list[str]:
    claims = read(
        text, catalogue=CATALOGUE, language="en", territory="CN", period="2022-H1", source="s"
    )
    return [f"{text[c.start : c.end]} {c.expression or 'null'} {c.period}" for c in claims]


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    text, *expected = FORMS[form]
    assert told(text) == expected


def test_growth_of_what_is_said_otherwise_is_doubted_with_it() -> None:
    """The second figure is of something else that was not understood, and so is its growth."""
    text = "Telecom revenue reached 600 billion yuan. They took in 125 billion yuan of telecom revenue, up 22.3 percent."
    claims = read(
        text, catalogue=CATALOGUE, language="en", territory="CN", period="2022-H1", source="s"
    )
    assert [bool(c.suspect) for c in claims if c.expression] == [False, True, True]


def test_a_full_stop_before_a_stray_sign_is_no_torn_number() -> None:
    text = "Public utilities accounted for 17.5 percent and 17 respectively. %, and telecom revenue reached 872.1 billion yuan."
    claims = read(
        text, catalogue=CATALOGUE, language="en", territory="CN", period="2022-H1", source="s"
    )
    assert [c.suspect for c in claims if c.expression == "telecom_revenue"] == [""]
