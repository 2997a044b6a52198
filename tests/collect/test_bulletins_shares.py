# ruff: noqa: E501
"""English sentences of shares, of so much for each, and of other places; each of one kind."""

from functools import cache

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader


@cache
def reader() -> Reader:
    return Reader(catalogue_of(("communications", "postal")), "en", "s")


def said(text: str, territory: str = "CN", period: str = "2020-12") -> list[str]:
    """What is claimed, in short: number, expression, place and period where not the text's."""
    found = []
    for c in reader().read(text, territory, period):
        if c.expression and not c.suspect:
            parts = [f"{c.value:.10g}", c.expression]
            parts += [c.territory] * (c.territory != "CN") + [c.period] * (c.period != period)
            found.append(" ".join(parts))
    return found


FORMS = {
    "for every 100 people": (
        "There were 112.6 mobile phones and 13.1 fixed telephones for every 100 inhabitants.",
        ["112.6 mobile_penetration", "13.1 fixed_penetration"],
    ),
    "for every 100, after the number of users": (
        "The country had 1.59 billion mobile subscriptions, or 113 for every 100 residents.",
        ["1590000000 mobile_subs", "113 mobile_penetration"],
    ),
    "for every 100 people, before": (
        "For every 100 Chinese there were 112.6 handsets and 13.1 landlines.",
        ["112.6 mobile_penetration", "13.1 fixed_penetration"],
    ),
    "nobody's rate": ("There were 18 cars and 34 bicycles for every 100 people.", []),
    "a rate that came from another": (
        "Teledensity, which counts the lines per 100 people, slipped to 87.2 from 88.1 a month earlier. Mobile teledensity, however, rose to 84.9 against 84.2 in November.",
        ["87.2 phone_penetration", "88.1 phone_penetration 2020-11", "84.9 mobile_penetration", "84.2 mobile_penetration 2020-11"],
    ),
    "sets per 100": (
        "The telephone popularity rate was 125.2 sets per 100 people.",
        ["125.2 phone_penetration"],
    ),
    "what a parcel costs": (
        "The average price of a delivery was 10.55 yuan in 2020, compared with 11.8 yuan in 2019.",
        ["10.55 express_price 2020", "11.8 express_price 2019"],
    ),
    "what each parcel earns": (
        "Express revenue was 879.5 billion yuan in 2020, or 10.55 yuan per parcel. Each parcel brought in 11.8 yuan in 2019.",
        ["8.795e+11 express_revenue 2020", "10.55 express_price 2020", "11.8 express_price 2019"],
    ),
    "what somebody pays": ("A customer paid 20 yuan for each parcel sent to Tibet.", []),
    "what users went through": (
        "Smartphone owners went through an average of 10.4 GB a month in 2020, up 32 percent.",
        ["10.4 dou 2020", "32 yoy(dou) 2020"],
    ),
    "usage per user": (
        "Mobile data traffic rose to 15.4 billion GB in December. Average usage in the month was 11.9 GB per user.",
        ["1.54e+10 mobile_data_traffic", "11.9 dou_month"],
    ),
    "so much traffic, so much per card": (
        "Mobile data traffic was 165.6 billion GB in 2020, which represents 8.6 GB per month per SIM card.",
        ["1.656e+11 mobile_data_traffic 2020", "8.6 dou 2020"],
    ),
    "usage of broadband": (
        "Broadband customers climbed to 480 million. Average usage was 210 GB per user.",
        ["480000000 broadband_subs"],
    ),
    "a share in a bracket": (
        "5G users reached 322 million (20.2% of all), while those of 4G stood at 1.07 billion (67%).",
        ["322000000 mobile_subs_5g", "20.2 share(mobile_subs_5g, of=mobile_subs)", "1070000000 mobile_subs_4g", "67 share(mobile_subs_4g, of=mobile_subs)"],
    ),
    "a growth in a bracket": ("5G users reached 322 million (+20.2%).", ["322000000 mobile_subs_5g", "20.2 yoy(mobile_subs_5g)"]),
    "of the top line": (
        "Emerging services brought in 220 billion yuan in 2020, an increase of 24.5% and now 16.2% of the carriers' top line.",
        ["2.2e+11 telecom_revenue_emerging 2020", "24.5 yoy(telecom_revenue_emerging) 2020", "16.2 share(telecom_revenue_emerging, of=telecom_revenue) 2020"],
    ),
    "of all that was told": (
        "Mobile users reached 1.59 billion, and 4G users take up 80.8 percent of that.",
        ["1590000000 mobile_subs", "80.8 share(mobile_subs_4g, of=mobile_subs)"],
    ),
    "penetration among users": (
        "The penetration rate of 4G among mobile users rose to 80.8%, and 5G adoption within mobile users to 20.2%.",
        ["80.8 share(mobile_subs_4g, of=mobile_subs)", "20.2 share(mobile_subs_5g, of=mobile_subs)"],
    ),
    "what a region contributed": (
        "The eastern region contributed 79.4 percent of all parcels and 79.6 percent of express revenue in 2020.",
        ['79.4 share(express_volume, within="CN") CN-EAST 2020', '79.6 share(express_revenue, within="CN") CN-EAST 2020'],
    ),
    "where parcels went": (
        "Express firms handled 1.63 billion parcels in 2020. Among the total, 402 million pieces were delivered within the city, 1.22 billion were sent to other cities and 6.7 million pieces went abroad.",
        ["1630000000 express_volume 2020", "402000000 express_volume_local 2020", "1220000000 express_volume_intercity 2020", "6700000 express_volume_abroad 2020"],
    ),
    "those to other countries": (
        "Deliveries within the same city rose to 12.2 billion in 2020, while those to overseas destinations as well as Hong Kong, Macao and Taiwan stood at 1.8 billion.",
        ["1.22e+10 express_volume_local 2020", "1800000000 express_volume_abroad 2020"],
    ),
    "items of a list with their figures": (
        "The revenue of intra-city services accounted for 8.7% of the total express revenue in 2020, inter-city services 51.5%, and international, Hong Kong, Macao and Taiwan services 12.2%.",
        ["8.7 share(express_revenue_local, of=express_revenue) 2020", "51.5 share(express_revenue_intercity, of=express_revenue) 2020", "12.2 share(express_revenue_abroad, of=express_revenue) 2020"],
    ),
    "a name with its short form": (
        "Telephone users reached 829.9 million. Of it, fixed-line phone users were 367.8 million, including 91.1 million Xiaolingtong (PHS) users, and mobile phone users were 461.1 million.",
        ["829900000 phone_subs", "367800000 fixed_line_subs", "91100000 pas_subs", "461100000 mobile_subs"],
    ),
    "figures of places in brackets": (
        "Guangdong had the most mobile users with 155.9 million, followed by Shandong (109.3 million) and Jiangsu (98.9 million).",
        ["155900000 mobile_subs CN-GD", "109300000 mobile_subs CN-SD", "98900000 mobile_subs CN-JS"],
    ),
    "the province's part of the nation": (
        "Couriers in Zhejiang province handled 17.95 billion parcels in 2020.\n\nThe province accounted for 21.5 percent of the country's total parcels.",
        ["1.795e+10 express_volume CN-ZJ 2020", '21.5 share(express_volume, within="CN") CN-ZJ 2020'],
    ),
    "a city's part of the province": (
        "Xiamen had 5.96 million mobile users, or 12.4 percent of the provincial total.",
        ["5960000 mobile_subs CN-FJ-XM", '12.4 share(mobile_subs, within="CN-FJ") CN-FJ-XM'],
    ),
    "a part of those before": (
        "Mobile users reached 1.59 billion, with 80.8 percent of them on 4G networks.",
        ["1590000000 mobile_subs", "80.8 share(mobile_subs_4g, of=mobile_subs)"],
    ),
}  # fmt: skip


def test_whole_millions_beside_decimals_are_not_doubted() -> None:
    """Three digits are printed of each: 418 million, 7.25 million."""
    text = "Internet users reached 989 million in December 2020. Rural internet users numbered 309 million and mobile internet users 986 million.\n\nThere were 4.43 million websites and 18.97 million .CN domain names."
    assert [c.suspect for c in reader().read(text, "CN", "2020-12")] == [""] * 5


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    text, expected = FORMS[form]
    assert said(text) == expected
