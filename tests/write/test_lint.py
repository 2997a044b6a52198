"""Statistics typed by hand, and names in the wrong language."""

from __future__ import annotations

import pytest

from bluebook.write.lint import foreign, names_with_digits, statistics

from .conftest import make_catalogue

TYPED = [
    ("收入增长3.6%，", "3.6%"), ("达1.36万亿元", "1.36万亿"), ("净增 6 亿户", "6 亿"),
    ("共98,613座基站", "98,613座"), ("提高2个百分点", "2个百分点"), ("约12.5的水平", "12.5"),
    ("up 3.6% year on year", "3.6%"), ("reached 5 million users", "5 million"),
    ("CNY 1.36 trillion", "CNY 1.36 trillion"), ("36,988 stations", "36,988 stations"),
    ("2 percentage points", "2 percentage points"), ("a factor of 1.5.", "1.5"),
]  # fmt: skip
NO_STATISTIC = [
    "2020年12月31日，", "1—8月", "第14个五年规划", "2015—2020年", "5G、4G和IPv6", "10G PON端口",
    "100Mbps及以上宽带用户", "1000M宽带", "31个省", "12315热线", "3个方面", "“十四五”",
    "In 2020, users", "from 2015 to 2020", "the 14th Five-Year Plan", "5G and IPv6", "Chapter 12",
    "31 provinces", "on 17 May 2021",
]  # fmt: skip
NAMES = names_with_digits(make_catalogue(), "zh")


@pytest.mark.parametrize(("text", "found"), TYPED)
def test_a_typed_statistic_is_found(text, found):
    warnings = list(statistics(text, NAMES))
    assert warnings and f"“{found}" in warnings[0], warnings


@pytest.mark.parametrize("text", NO_STATISTIC)
def test_what_is_no_statistic_is_left_alone(text):
    assert list(statistics(text, NAMES)) == []


def test_warnings_name_file_and_line(bench):
    draft = bench.draft(
        "一行\n二行增长3.6%，\n{lit}`增长3.6%`。\n\n:::{note} 题\n\n有 5 亿户。\n:::\n"
    )
    assert [w.split(": ")[0] for w in draft.warnings] == [
        "chapters/zh/03-users.md:4", "chapters/zh/03-users.md:9",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "wrong"),
    [
        ("Users of 宽带 services", "en", "宽带"), ("The plan (“双千兆”)", "en", ""),
        ("Mobile phone subscribers by region", "zh", "Mobile phone subscribers by region"),
        ("5G", "zh", ""), ("IPv6地址", "zh", ""), ("移动电话用户", "zh", ""),
    ],
)  # fmt: skip
def test_a_heading_in_the_wrong_language(text, language, wrong):
    assert foreign(text, language) == wrong


def test_a_wrong_heading_warns(bench):
    draft = bench.draft("## 用户数\n", "en")
    assert "“用户数” is not in the language of the chapter (en)" in draft.warnings[0]
