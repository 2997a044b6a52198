"""Periods as tables print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.collect.periods import read_period
from bluebook.errors import BluebookError
from bluebook.model.period import Period

FORMS = {
    "2020": ["2020", "2020年", "2020年度", "2020年末", "2020 年"],
    "2020-12": [
        "2020-12", "2020年12月", "2020年12月末", "2020/12", "2020.12", "202012", "Dec 2020",
        "December 2020", "Dec-20", "dez/20", "Dezembro de 2020", "DEZ/2020", "2020 Dec",
        "2020-12-01", "2020-12-31", "44166", "截至2020年12月底", "2020年 12月",
    ],
    "2020-03": ["2020-3", "2020年3月", "mar/20", "março de 2020", "Mar. 2020"],
    "2020-01/2020-05": [
        "2020-01/2020-05", "2020年1-5月", "2020年1—5月份", "2020年1月至5月", "Jan-May 2020",
    ],
    "2020-H1": ["2020-H1", "2020年上半年", "H1 2020", "1H20", "2020 H1", "1S2020", "2020年1-6月"],
    "2020-Q3": ["2020-Q3", "2020年三季度", "2020年第三季度", "Q3 2020", "3Q20", "3T20", "2020Q3"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [(t, p) for p, ts in FORMS.items() for t in ts])
def test_form(text: str, wanted: str) -> None:
    assert str(read_period(text)) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "20", "2020-13", "2020年13月", "2020年5-1月", "Foo 2020", "12/31/2020", "Q5 2020",
     "9" * 500, "99999", "January", "2020-00"],
)  # fmt: skip
def test_no_period(text: str) -> None:
    with pytest.raises(BluebookError):
        read_period(text)


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(0, 11))
def test_own_form(year: int, month: int, more: int) -> None:
    first = Period.month_of(year, month)
    period = Period(first.first, first.first + more)
    assert read_period(str(period)) == period
    assert str(read_period(f"{year}年{month}月")) == f"{year:04d}-{month:02d}"
