"""Growth over several years, and from one year to another."""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

SAID = {
    "a plan, a stock": (
        "“十三五”期间，移动电话用户净增2亿户。",
        [('change_since(mobile_subs, "2015-12")', "2020-12", 2e8)],
    ),
    "a plan, a flow and its yearly growth": (
        "2016-2020年，电信业务收入增长30%，年均增长5.4%。",
        [
            ('growth_since(telecom_revenue, "2015")', "2020", 30),
            ("cagr(telecom_revenue, 5)", "2020", 5.4),
        ],
    ),
    "a plan, English": (
        "In the 13th Five-Year Plan period (2016-2020), mobile subscribers rose by 200 million.",
        [('change_since(mobile_subs, "2015-12")', "2020-12", 2e8)],
    ),
    "years of which the first may count or not": (
        "From 2012 to 2020, telecom revenue grew 60 percent.",
        [(None, "2012-01/2020-12", 60)],
    ),
    "two numbers of two years": (
        "Mobile subscribers grew from 1 billion to 1.6 billion between 2012 and 2020.",
        [("mobile_subs", "2012-12", 1e9), ("mobile_subs", "2020-12", 1.6e9)],
    ),
    "the same, years first": (
        "Between 2012 and 2021, internet penetration rose from 42.1 percent to 73 percent.",
        [("internet_penetration", "2012-12", 42.1), ("internet_penetration", "2021-12", 73)],
    ),
}


@pytest.mark.parametrize(("text", "said"), SAID.values(), ids=SAID)
def test_growth_over_years_says_since_when(
    text: str, said: list[tuple[str | None, str, float]]
) -> None:
    claims = Reader(catalogue_of()).read(text, "CN", "2020")
    assert [(c.expression, c.period, c.value) for c in claims] == said
