"""Intervals never lose the truth."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from bluebook.model.interval import Interval, point

numbers = st.floats(-1e12, 1e12, allow_nan=False)


@st.composite
def interval_and_member(draw: st.DrawFn) -> tuple[Interval, float]:
    a, b, c = sorted(draw(st.tuples(numbers, numbers, numbers)))
    return Interval(a, c), b


@given(interval_and_member(), interval_and_member())
def test_arithmetic_contains_the_exact_result(
    left: tuple[Interval, float], right: tuple[Interval, float]
) -> None:
    (a, x), (b, y) = left, right
    fx, fy = Fraction(x), Fraction(y)
    for found, exact in ((a + b, fx + fy), (a - b, fx - fy), (a * b, fx * fy)):
        assert found.lower <= exact <= found.upper
    if y:
        quotient = a / b
        assert quotient.lower <= fx / fy <= quotient.upper


@given(interval_and_member())
def test_square_root_contains(pair: tuple[Interval, float]) -> None:
    interval, x = pair
    if interval.lower >= 0:
        root = interval.power(0.5)
        assert Fraction(max(root.lower, 0)) ** 2 <= Fraction(x) <= Fraction(root.upper) ** 2


def test_division_by_an_interval_with_zero_says_nothing() -> None:
    found = point(1.0) / Interval(-1.0, 1.0)
    assert found.lower == -float("inf") and found.upper == float("inf")


def test_meet_of_distant_intervals_is_empty() -> None:
    assert Interval(1, 2).meet(Interval(3, 4)).empty
