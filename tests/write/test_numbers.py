"""Printed numbers: real cases in both languages, and what must hold of all of them."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.errors import BluebookError
from bluebook.model.fact import Fact
from bluebook.model.interval import INF, Interval
from bluebook.write.numbers import UNKNOWN, Known, Printer, Style, read_style

from .conftest import make_catalogue

CATALOGUE = make_catalogue()
SCALES = {"万亿": 1e12, "亿": 1e8, "万": 1e4, "trillion": 1e12, "billion": 1e9, "million": 1e6}


def fact(value: float, unit: str, lower: float | None = None, upper: float | None = None) -> Fact:
    return Fact(
        expression="x", territory="CN", period="2020", value=value,
        lower=value if lower is None else lower, upper=value if upper is None else upper,
        unit=unit, claims=("c",),
    )  # fmt: skip


def around(value: float, half: float, unit: str) -> Fact:
    low, high = Interval.around(value, half)
    return fact(value, unit, low, high)


def show(fact: Fact, language: str, options: str = "", known: Known = UNKNOWN) -> str:
    return Printer(CATALOGUE, language).print(fact, read_style(options), known)


STATED = [  # value, half width as printed by a source, unit, zh, en
    (1.36e12, 0.005e12, "CNY", "1.36万亿元", "CNY 1.36 trillion"),
    (467_300_000_000, 5e7, "CNY", "4673亿元", "CNY 467.3 billion"),
    (1_594_000_000, 500_000, "subscribers", "15.94亿户", "1.594 billion subscribers"),
    (15_940_000, 5_000, "subscribers", "1594万户", "15.94 million subscribers"),
    (98_613, 0.5, "stations", "98,613座", "98,613 stations"),
    (718_000, 500, "stations", "71.8万座", "718,000 stations"),
    (3.6, 0.05, "percent", "3.6%", "3.6%"),
    (8.0, 0.05, "percent", "8%", "8.0%"),
    (-3.6, 0.05, "percent", "−3.6%", "−3.6%"),
    (0.4, 0.05, "points", "0.4个百分点", "0.4 percentage points"),
    (1.0, 0.5, "points", "1个百分点", "1 percentage point"),
    (113.9, 0.05, "per_100", "113.9部/百人", "113.9 per 100 persons"),
    (10.35, 0.005, "GB_per_user_month", "10.35GB/户·月", "10.35 GB per user and month"),
    (1.656e11, 5e7, "GB", "1656亿GB", "165.6 billion GB"),
    (51_690_000, 5_000, "km", "5169万公里", "51.69 million km"),
    (1, 0.5, "stations", "1座", "1 station"),
    (1e6, 50_000, "subscribers", "100万户", "1.0 million subscribers"),
    (-728e4, 5_000, "subscribers", "−728万户", "−7.28 million subscribers"),
    (-5e8, 5e7, "CNY", "−5亿元", "−CNY 500 million"),
]


@pytest.mark.parametrize(("value", "half", "unit", "zh", "en"), STATED)
def test_a_stated_figure_keeps_its_printed_precision(value, half, unit, zh, en):
    for language, text in (("zh", zh), ("en", en)):
        assert show(around(value, half, unit), language, known=Known(half)) == text


COMPUTED = [  # value, lower, upper, unit, options, zh, en
    (1.3564e12, 1.3563e12, 1.3565e12, "CNY", "", "1.36万亿元", "CNY 1.36 trillion"),
    (1.3564e12, 1.3563e12, 1.3565e12, "CNY", "in 亿元|in billion", "13,564亿元",
     "CNY 1,356 billion"),
    (34.4528, 34.44, 34.46, "percent", "", "34.5%", "34.5%"),
    (34.4528, 33.4, 35.5, "percent", "", "33至36%", "33 to 36%"),
    (61_625, 61_624, 61_626, "stations", "", "61,625座", "61,625 stations"),
    (61_625, 61_624, 61_626, "stations", "sign", "+61,625座", "+61,625 stations"),
    (61_625, 61_624, 61_626, "stations", "plain", "61,625", "61,625"),
    (12.345, 12.344, 12.346, "percent", "digits 2", "12.35%", "12.35%"),
    (12.345, 11.9, 12.8, "percent", "digits 2", "12%", "12%"),
    (1656e8, 1655e8, 1657e8, "GB", "in TB|in TB", "161,700,000TB", "161,700,000 TB"),
    (99_999_999, 99_999_990, 100_000_009, "subscribers", "", "1亿户", "100.00 million subscribers"),
    (0.02, 0.019, 0.021, "percent", "", "0.02%", "0.02%"),
    (3, 3, 3, "number", "ordinal", "3", "3rd"),
    (11, 11, 11, "number", "ordinal", "11", "11th"),
    (3, 3, 5, "number", "ordinal", "3至5", "3rd to 5th"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "lower", "upper", "unit", "options", "zh", "en"), COMPUTED)
def test_a_computed_figure_has_the_digits_its_interval_supports(
    value, lower, upper, unit, options, zh, en
):
    parts = options.split("|") * 2
    for language, text, option in (("zh", zh, parts[0]), ("en", en, parts[1])):
        assert show(fact(value, unit, lower, upper), language, option) == text


def test_a_bound_is_printed_as_a_bound_and_rounded_outward():
    over = fact(1_600_000, "stations", 1_600_000, INF)
    assert show(over, "zh", known=Known(50_000, "over")) == "超过160万座"
    assert show(over, "en", known=Known(50_000, "over")) == "over 1.6 million stations"
    assert show(fact(9.876e9, "CNY", 9.876e9, INF), "en") == "over CNY 9.87 billion"
    assert show(fact(9.876e9, "CNY", -INF, 9.876e9), "en") == "at most CNY 9.88 billion"
    assert show(fact(5e8, "subscribers", -INF, 5e8), "zh", known=Known(5e7, "nearly")) == "近5亿户"
    about = fact(5.2e8, "subscribers", 5.1e8, 5.3e8)
    assert show(about, "zh", known=Known(5e6, "about", value=5.2e8)) == "约5.2亿户"
    vague = fact(5e8, "subscribers", 1e8, 9e8)
    assert show(vague, "zh", known=Known(2e8, "about")) == "1至9亿户"


def test_a_figure_without_a_sure_digit_is_a_range():
    wide = fact(2.2e8, "subscribers", 1.52e8, 5.9e8)
    assert show(wide, "zh") == "1.5至5.9亿户"
    assert show(wide, "en") == "150 to 590 million subscribers"
    assert show(fact(2.2e11, "CNY", 1.52e11, 5.9e11), "en") == "CNY 150 to 590 billion"


def test_large_growth_known_to_one_digit_is_a_range():
    wide = fact(462.0, "percent", 410.0, 540.0)
    assert show(wide, "zh") == "410至540%"
    assert show(wide, "en") == "410 to 540%"
    assert show(wide, "en", known=Known(50.0, value=500.0)) == "500%"  # a source says so
    assert show(fact(23.4, "percent", 15.0, 31.0), "en") == "15 to 31%"
    assert show(fact(462.0, "percent", 455.0, 469.0), "en") == "460%"
    assert show(fact(5.2, "percent", 4.6, 5.8), "en") == "5%"


def test_options_are_read_or_refused():
    assert read_style("in 亿元; digits 1; sign; abs; plain") == Style(
        "亿元", digits=1, sign=True, absolute=True, plain=True
    )
    for wrong in ("round", "digits x", "in", "plain 2"):
        with pytest.raises(BluebookError, match="unknown option"):
            read_style(wrong)


@pytest.mark.parametrize(
    ("unit", "option"), [("percent", "in 亿"), ("CNY", "in 户"), ("CNY", "in furlongs")]
)
def test_a_scale_that_does_not_fit_is_an_error_that_lists_those_that_do(unit, option):
    with pytest.raises(BluebookError) as error:
        show(fact(1.0, unit), "zh", option)
    assert "亿" in error.value.remedy


# What holds of every printed number --------------------------------------------------------

UNITS = ("CNY", "subscribers", "stations", "percent", "per_100", "GB", "km")
values = st.tuples(st.floats(0.001, 9.99), st.integers(0, 12), st.sampled_from((-1, 1))).map(
    lambda t: t[0] * 10.0 ** t[1] * t[2]
)


def read(text: str) -> tuple[float, float]:
    """Value and unit of the last digit that is no trailing nought, in base units."""
    match = re.search(r"[−+]?\D*?([\d,]+(?:\.\d+)?)\s*(万亿|亿|万|trillion|billion|million)?", text)
    assert match, text
    scale = SCALES.get(match[2] or "", 1.0)
    digits = match[1].replace(",", "")
    sign = -1 if "−" in text else 1
    decimals = len(digits.partition(".")[2])
    whole = int(digits.replace(".", ""))
    noughts = len(str(whole)) - len(str(whole).rstrip("0")) if whole else 0
    return sign * float(digits) * scale, 10.0 ** (noughts - decimals) * scale


@given(values, st.floats(1e-12, 0.2), st.sampled_from(UNITS), st.sampled_from(("zh", "en")))
def test_what_is_printed_is_in_the_interval_and_no_sharper_than_it(value, spread, unit, language):
    half = abs(value) * spread
    given_fact = around(value, half, unit)
    text = show(given_fact, language)
    if "至" in text or " to " in text:
        return
    printed, last = read(text)
    slack = 1e-9 * max(abs(value), 1.0)
    assert printed - last / 2 - slack <= given_fact.upper
    assert printed + last / 2 + slack >= given_fact.lower
    if printed:
        assert last >= half * (1 - 1e-5)


@given(
    st.integers(1, 99_999), st.sampled_from((1.0, 1e4, 1e6, 1e8)),
    st.sampled_from(("CNY", "subscribers", "km")), st.sampled_from(("zh", "en")),
)  # fmt: skip
def test_a_stated_whole_number_is_read_back_the_same(number, factor, unit, language):
    value, half = number * factor, factor / 2
    printed, _ = read(show(around(value, half, unit), language, known=Known(half)))
    tolerance = 0.5e-2 * (1e12 if value >= 1e12 else 1e8 if value >= 1e8 else 1e4)
    assert abs(printed - value) <= (tolerance if value >= 1e5 else half)


@given(values, st.sampled_from(UNITS))
def test_both_languages_say_the_same(value, unit):
    given_fact = around(value, abs(value) * 0.004, unit)
    zh, en = read(show(given_fact, "zh")), read(show(given_fact, "en"))
    assert math.isclose(zh[0], en[0], rel_tol=0.06, abs_tol=0.06)


def test_what_a_source_prints_is_printed_where_the_account_keeps_it():
    """The account may put it at the end of the interval, where it rounds to another digit."""
    edge = fact(3.65, "percent", 3.6276, 3.65)
    assert show(edge, "zh", known=Known(0.05)) == "3.7%"
    assert show(edge, "zh", known=Known(0.05, value=3.6)) == "3.6%"
    points = fact(2.9, "points", 2.85, 2.95)
    assert show(points, "en", known=Known(0.05, value=2.9)) == "2.9 percentage points"


def test_a_source_says_nothing_of_finer_digits_or_of_values_it_excludes():
    sharp = around(1.3564e12, 1e8, "CNY")  # a headline of 1.36 trillion beside its parts
    assert show(sharp, "zh", "in 亿元", Known(0.005e12, value=1.36e12)) == "13,564亿元"
    assert show(sharp, "zh", known=Known(0.005e12, value=1.36e12)) == "1.36万亿元"
    other = around(2.7e12, 1e9, "CNY")
    assert show(other, "zh", known=Known(0.005e12, value=1.36e12)) == "2.7万亿元"
