"""Mechanisms lead from where the truth is to what was printed, and back."""

import math

import pytest

from bluebook.comb.localise.mechanism import guesses
from bluebook.model.interval import UNKNOWN, Interval


@pytest.mark.parametrize(
    ("printed", "true", "kind"),
    [
        (35988, 36988, "digit"), (18676650, 18676605, "transposed"), (95235, 952305, "dropped"),
        (12440738, 1240738, "doubled"), (1253, 12530, "factor 10"), (1376, 13760000, "scale"),
        (-728, 728, "sign"),
    ],
)  # fmt: skip
def test_the_true_value_comes_first(printed: float, true: float, kind: str) -> None:
    best = guesses(printed, 0.5, Interval(true - 1, true + 1))[0]
    assert (best.value, best.kind) == (true, kind)
    assert best.bonus > 0


def test_of_digits_that_may_have_been_dropped_one_of_a_pair_comes_first() -> None:
    """Either 3 of 71,543.3 leaves 7,154.3; only the last digit of 71,543.4 does."""
    best = guesses(7154.3, 0.05, Interval(71543.3, 71543.4))
    assert [guess.value for guess in best[:2]] == [71543.3, 71543.4]


def test_a_doubled_digit_is_likelier_than_a_slipped_point_where_nothing_has_so_many_digits() -> (
    None
):
    where = Interval(3494.5, 3494.9)
    best = guesses(34947.7, 0.05, where, grid=0.1)[0]
    assert (best.value, best.kind) == (3494.7, "doubled")
    finer = guesses(34947.7, 0.05, where, grid=0.01)[0]
    assert (finer.value, finer.kind) == (3494.77, "factor 10")


def test_a_dropped_digit_says_more_than_a_wrong_one() -> None:
    """It could have left one of four figures, a wrong digit one of thirty-six."""
    dropped = guesses(138, 0.5, Interval(3137, 3139))[0]
    wrong = guesses(1138, 0.5, Interval(4137, 4139))[0]
    assert dropped.kind == "dropped" and wrong.kind == "digit"
    assert dropped.bonus > wrong.bonus + math.log(2)


def test_another_periods_figure_is_recognised() -> None:
    best = guesses(4321, 0.5, Interval(9000, 9002), {"previous": [1234, 4321]})[0]
    assert (best.value, best.kind) == (9001, "previous")


def test_a_wide_interval_proves_nothing() -> None:
    assert all(guess.bonus < 0 for guess in guesses(500, 0.5, Interval(0, 100_000)))


@pytest.mark.parametrize("half_width", [0.0, math.inf])
def test_without_a_last_digit_there_is_no_guess(half_width: float) -> None:
    assert guesses(500, half_width, Interval(1, 2)) == []


def test_without_an_interval_there_is_no_guess() -> None:
    assert guesses(500, 0.5, UNKNOWN) == []


def test_an_unknown_cause_still_has_a_value() -> None:
    (guess,) = guesses(5000, 0.5, Interval(7316.9, 7317.1))
    assert (guess.value, guess.kind, guess.words("en")) == (7317, "", "cause unknown")


def test_a_rule_about_one_level_alone_sums_nothing() -> None:
    from bluebook.comb.explain.arithmetic import _sum
    from bluebook.comb.system.statement import Row

    assert _sum(Row((0,), (1.0,), 0.0, 10.0), 0, {}) is None


def test_a_figure_that_stands_in_another_cell_was_swapped() -> None:
    where = Interval(8885.0, 8895.0)
    best = guesses(4673.0, 0.5, where, {"swapped": [8891.0, 120.0]})[0]
    assert (best.value, best.kind) == (8891.0, "swapped")
