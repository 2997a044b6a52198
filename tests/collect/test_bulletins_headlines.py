"""What a headline leaves out its text tells."""

from __future__ import annotations

import pytest

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

BODY = "saw a 1 percent monthly increase in mobile subscribers to 1.06 billion in July."


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        (
            f"China mobile subscribers up 1 pct in July at 1.06 bln\nChina {BODY}",
            'growth_since(mobile_subs, "2012-06")',
        ),
        (
            f"China mobile subscribers up 1 pct year on year in July\nChina {BODY}",
            "yoy(mobile_subs)",
        ),
        (
            f"China mobile subscribers up 3 pct in July at 1.06 bln\nChina {BODY}",
            "yoy(mobile_subs)",
        ),
        (
            "7月移动电话用户增长1%\n7月末,移动电话用户10.6亿户,比上月末增长1%。",
            'growth_since(mobile_subs, "2012-06")',
        ),
    ],
    ids=["as the text says", "its own base", "another figure", "Chinese"],
)
def test_growth_without_a_base_has_that_of_the_text(text: str, growth: str) -> None:
    first = next(
        c for c in Reader(catalogue_of()).read(text, "CN", "2012-07") if "(" in (c.expression or "")
    )
    assert first.expression == growth
