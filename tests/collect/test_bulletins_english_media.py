"""English: state media, portals and press conferences: how they refer, compare, rank and add.

`data/english_media.txt` holds the passages: `@ PERIOD | text`, and below it each of its claims as
`= printed | expression | period | value`. What else is read of a passage is wrong.
"""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.reader import Reader
from tests.collect.bulletins import CATALOGUE, passages, read_and_told

PASSAGES = passages("english_media.txt")
RANKED = [
    ("Guangdong handled 3.51 billion parcels. The volume was the second largest nationwide.", 2),
    ("Guangdong handled 3.51 billion parcels, the third highest of all provinces.", 3),
    ("Guangdong handled 3.51 billion parcels, second nationwide after Zhejiang.", 2),
    ("Guangdong handled 3.51 billion parcels, the second most in the country.", 2),
    ("Guangdong handled 3.51 billion parcels in the second nationwide campaign.", None),
    ("Guangdong handled 3.51 billion parcels, and has the second largest airport.", None),
]
BOUNDS = [
    ("China's mobile subscribers near 800 million", "nearly"),
    ("China's online population approaches 600 million", "nearly"),
    ("China netizens top 500 million", "over"),
    ("There were 300 million mobile users in June", ""),
]


@pytest.mark.parametrize("passage", PASSAGES, ids=[p[0][:70] for p in PASSAGES])
def test_media_are_read_as_they_write(passage: list[str]) -> None:
    read, told = read_and_told(passage)
    assert read == told


@pytest.mark.parametrize(("text", "rank"), RANKED)
def test_what_is_the_second_largest_nationwide_is_the_second(text: str, rank: int | None) -> None:
    claims = Reader(CATALOGUE, "en", "own").read(text, "", "2021")
    ranks = [(c.territory, c.value) for c in claims if c.expression == "rank(express_volume)"]
    assert ranks == ([("CN-GD", rank)] if rank else [])


@pytest.mark.parametrize(("text", "bound"), BOUNDS)
def test_a_headline_tells_what_is_neared(text: str, bound: str) -> None:
    assert [c.bound for c in Reader(CATALOGUE, "en", "own").read(text, "CN", "2011-06")] == [bound]


def test_a_part_of_the_running_year_that_is_news_is_what_a_page_is_of() -> None:
    text = (
        "BEIJING, Dec. 1, 2022 -- Parcels handled in 2022 surpassed 100 billion on Thursday.\n\n"
        "In the first ten months, express revenue was 864.2 billion yuan.\n\n"
        "Same-city parcels slid 9.5 percent to 10.07 billion."
    )
    claims = Reader(CATALOGUE, "en", "own").read(text)
    assert [c.period for c in claims] == ["2022", "2022-01/2022-10"] + ["2022-01/2022-10"] * 2


def test_a_page_is_of_the_later_of_two_months_that_a_number_goes_through() -> None:
    text = (
        "Updated: 2011-12-22\n\n3G users surpassed 100 million in October and reached 118.7 million"
        " at the end of November.\n\nFixed-line users dropped to 286.1 million."
    )
    claims = Reader(CATALOGUE, "en", "own").read(text)
    assert [c.period for c in claims] == ["2011-10", "2011-11", "2011-11"]
