# ruff: noqa: E501
"""English pages of several paragraphs: whose figures they tell when they name no place."""

import pytest

from tests.collect.bulletins import readings

# number of claims, and the places of each, in order: a blank line is a paragraph
PAGES = {
    "China handled 110.6 billion parcels in 2022, up 2.1 percent.\n"
    "Guangdong handled 30 billion parcels. The province's express revenue was 250 billion yuan.\n"
    "Express revenue reached 1.06 trillion yuan.": "CN CN CN-GD CN-GD CN",
    "China's courier sector grew in 2022\n"
    "Express volume rose 2.1 percent to 110.6 billion parcels.\n"
    "In Zhejiang, 22.9 billion parcels were handled. In the province, revenue was 114 billion yuan.\n"
    "Express revenue reached 1.06 trillion yuan.": "CN CN CN-ZJ CN-ZJ CN",
    "Guangdong handled 30 billion parcels in 2022. The province's express revenue was 250 billion yuan.\n"
    "Mobile phone users reached 167 million.": "CN-GD CN-GD CN-GD",
    "Telecom services in China: at the end of 2011 there were 986 million mobile subscriptions.\n"
    "The province of Guangdong has 108 million mobile subscriptions.\n"
    "Internet users numbered 513 million.": "CN CN-GD CN",
    "Internet users in China totaled 513 million in 2011. "
    "The province with the most users was Guangdong, with 63 million.\n"
    "Mobile internet users numbered 356 million.": "CN CN-GD CN",
    "Hubei's 5G base stations reached 100,000 in 2022, 30,000 of them in Wuhan, the city's administration said.\n"
    "Mobile phone users reached 60 million.": "CN-HB CN-HB",
    "Wuhan had 15 million mobile phone users at the end of 2020. The city has 20,000 5G base stations.\n"
    "Fixed broadband users came to 5.6 million.": "CN-HB-WH CN-HB-WH CN-HB-WH",
    "Jiangxi saw its postal sector expand in 2018. "
    "Express volume in the province hit 600 million pieces, while nationwide it reached 50.7 billion.\n"
    "Express revenue was 6.5 billion yuan.": "CN-JX CN CN-JX",
    "The telecom sector's revenue was 1.36 trillion yuan in 2020, the ministry said. "
    "Guangdong alone contributed 170 billion yuan.\n"
    "Mobile phone users numbered 1.59 billion.": "CN CN",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_goes_on_about_its_own_place(page: str) -> None:
    assert " ".join(place for _, place, _, _ in readings(page)) == PAGES[page]
