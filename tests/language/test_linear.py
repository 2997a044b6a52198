"""Linear rows hold for every body of levels for which the claim is true."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bluebook.language.arithmetic import Level, value
from bluebook.language.expression import parse
from bluebook.language.linear import ratio, rows
from bluebook.language.meaning import Expansion
from bluebook.model.catalogue import Catalogue
from bluebook.model.interval import UNKNOWN, Interval

TEXTS = ["x", "yoy(x)", "share(x, of=y)", "pp(share(x, of=y))", "pull(x, of=y)", "change(s)",
         "contribution(x, of=y)", "cagr(x, 3)", "mean2(s)", "x / mean2(s)", "x + y - 2 * z",
         "pp(yoy(x))", 'index(x, base="2015")', "(x + y) / (x + z)", "100 - share(x, of=y)",
         "yoy(x) - yoy(y)", "x * 3 / y", "3 / (x / y)"]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@given(data=st.data())
def test_rows_never_exclude_the_truth(text: str, small: Catalogue, data: st.DataObject) -> None:
    term = Expansion(small, "CN").term(parse(text))
    truth: dict[Level, float] = {}

    def lookup(level: Level) -> float:
        return truth.setdefault(level, data.draw(st.floats(1, 1e6)))

    try:
        actual = value(term, lookup)
    except ZeroDivisionError:
        assume(False)
    low, high = data.draw(st.floats(0, 10)), data.draw(st.floats(0, 10))
    slack = data.draw(st.floats(0.001, 0.5))

    def known(level: Level) -> Interval:
        return Interval(truth[level] * (1 - slack), truth[level] * (1 + slack))

    for row in rows(term, Interval(actual - low, actual + high), known):
        total = sum(c * truth[k] for k, c in row.form.items() if k is not None)
        size = sum(abs(c * truth[k]) for k, c in row.form.items() if k is not None)
        slip = 1e-9 * (size + abs(actual) + 1)
        assert row.lower - slip <= total <= row.upper + slip


@pytest.mark.parametrize("text", ["x", "yoy(x)", "share(x, of=y)", "pull(x, of=y)", "change(s)"])
def test_common_claims_are_exactly_linear(text: str, small: Catalogue) -> None:
    assert ratio(Expansion(small, "CN").term(parse(text))) is not None


def test_growth_gives_two_rows_without_knowing_levels(small: Catalogue) -> None:
    term = Expansion(small, "CN").term(parse("yoy(x)"))
    found = rows(term, Interval(3.55, 3.65), lambda level: Interval(0, UNKNOWN.upper))
    assert len(found) == 2


def test_an_unknown_sign_of_the_denominator_gives_nothing(small: Catalogue) -> None:
    term = Expansion(small, "CN").term(parse("contribution(x, of=y)"))
    assert rows(term, Interval(1, 2), lambda level: Interval(0, 10)) == []
