"""Periods are read and printed in one canonical way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.errors import BluebookError
from bluebook.model.period import Period

periods = st.builds(
    lambda first, months: Period(first, first + months),
    st.integers(1900 * 12, 2100 * 12),
    st.integers(0, 40),
)


@given(periods)
def test_parse_is_the_inverse_of_printing(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods, st.integers(1, 20))
def test_lag_moves_whole_years(period: Period, years: int) -> None:
    assert period.lag(years).month == period.month
    assert period.lag(years).year == period.year - years


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2020-01/2020-12", "2020"),
        ("2020-01/2020-03", "2020-Q1"),
        ("2020-07/2020-12", "2020-H2"),
        ("2020-05/2020-05", "2020-05"),
        ("2020-01/2020-08", "2020-01/2020-08"),
        ("2020-Q2/2020-Q3", "2020-04/2020-09"),
    ],
)
def test_one_way_of_writing(text: str, canonical: str) -> None:
    assert str(Period.parse(text)) == canonical


@pytest.mark.parametrize("text", ["", "20", "2020-13", "2020-00", "2020-Q5", "2020-H3", "x",
                                  "2020-02/2020-01", "2020/", "２０２０", "2020-1"])  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BluebookError):
        Period.parse(text)


def test_relatives() -> None:
    august = Period.parse("2020-01/2020-08")
    assert str(august.at_end) == "2020-08"
    assert str(august.year_end_before()) == "2019-12"
    assert str(Period.parse("2020-08").to_date) == "2020-01/2020-08"
