"""Records of one shape: errors planted in columns come back named, with the true value."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook.comb.bulk.records import check_records
from bluebook.comb.localise.likelihood import NAMES, likelihood
from bluebook.errors import BluebookError

RULES = ["a + b = t", "t <= u"]


def table(**columns: list[float]) -> pl.DataFrame:
    return pl.DataFrame(columns)


def test_records_that_satisfy_the_rules_are_not_told() -> None:
    assert check_records(table(a=[1], b=[2], t=[3], u=[9]), RULES).is_empty()


def test_the_likeliest_single_error_comes_first() -> None:
    found = check_records(table(a=[120], b=[3450], t=[4650], u=[9000]), RULES)
    first = found.row(0, named=True)
    assert (first["record"], first["column"], first["likely"]) == (0, "a", 1200)
    assert first["mechanism"] == "factor 10"
    assert not first["tied"]


def test_without_a_mechanism_it_is_a_tie() -> None:
    found = check_records(table(a=[1234], b=[5678], t=[9999], u=[99999]), RULES)
    assert found["tied"].all()
    assert set(found["column"]) == {"a", "b", "t"}


def test_an_inequality_rules_out_a_way() -> None:
    found = check_records(table(a=[100], b=[200], t=[30], u=[40]), RULES)
    assert "t" not in found["column"].to_list()


def test_what_no_single_value_explains_is_said() -> None:
    rules = ["a + b = t", "c + d = u"]
    found = check_records(table(a=[1], b=[1], t=[9], c=[1], d=[1], u=[7]), rules)
    assert found.to_dicts()[0]["column"] is None


def test_rounding_is_allowed_for() -> None:
    data = table(a=[1.4], b=[2.4], t=[3.9], u=[9.0])
    assert check_records(data, RULES, half_width=0.05).is_empty()
    assert not check_records(data, RULES).is_empty()


@pytest.mark.parametrize("rule", ["a + q = t", "a * b = t", "yoy(a) = t", "a"])
def test_a_wrong_rule_is_told(rule: str) -> None:
    with pytest.raises(BluebookError):
        check_records(table(a=[1], b=[2], t=[3]), [rule])


@settings(max_examples=100, deadline=None)
@given(st.integers(100, 10**8), st.sampled_from(["digit", "transposed", "dropped", "doubled"]),
       st.data())  # fmt: skip
def test_each_mechanism_is_recognised(true: int, kind: str, data: st.DataObject) -> None:
    text = str(true)
    i = data.draw(st.integers(1, len(text) - 1))
    made = {
        "digit": text[:i] + str((int(text[i]) + 3) % 10) + text[i + 1 :],
        "transposed": text[: i - 1] + text[i] + text[i - 1] + text[i + 1 :],
        "dropped": text[:i] + text[i + 1 :],
        "doubled": text[:i] + text[i] + text[i:],
    }[kind]
    if int(made) == true:
        return
    _, found = likelihood(np.array([float(made)]), np.array([float(true)]))
    assert NAMES[found[0]] != ""
