"""A digest of several countries: each item is of the one that it begins with."""

from __future__ import annotations

from tests.collect.bulletins import readings

DIGEST = """Telecom notes, 4 May 2017

NEPAL  The regulator counts 32.1 million mobile subscriptions at the end of March 2017.

VANUATU  Mobile subscriptions stood at 6.4 million at the end of March 2017.

THAILAND: Mobile subscribers reached 91.2 million at the end of March 2017.

Broadband users in the country were 7.4 million.
"""


def test_each_item_of_a_digest_is_of_its_country_and_none_of_one_that_is_not_known():
    read = [(place, value) for said, place, _, value in readings(DIGEST) if said]
    assert read == [("NP", 32.1e6), ("TH", 91.2e6), ("TH", 7.4e6)]


def test_one_country_in_capitals_makes_no_digest():
    text = "JAPAN  Mobile users reached 160 million at the end of March 2020.\n\nIPTV  Up 3%."
    assert [place for said, place, _, _ in readings(text) if said] == ["JP"]


def test_two_countries_in_capitals_among_other_heads_make_no_digest():
    heads = ("GHANA", "KEY FIGURES", "MENU", "MOBILE SERVICES", "KENYA", "CONTACT")
    text = "\n\n".join(f"{head}\n\nChina had 1.6 billion mobile users in 2019." for head in heads)
    assert [place for said, place, _, _ in readings(text) if said] == ["CN"] * len(heads)
