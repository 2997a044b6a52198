"""Dimensions multiply, divide and complain by name."""

import pytest

from bluebook.errors import BluebookError
from bluebook.model.unit import NUMBER, describe, multiply, parse_dimension, same


@pytest.mark.parametrize("text", ["CNY", "GB/subscribers", "%", "pp", "CNY*km"])
def test_dimensions_print_back(text: str) -> None:
    assert parse_dimension(describe(parse_dimension(text)).replace("·", "*")) == parse_dimension(
        text
    )


def test_quotient_of_equals_is_a_plain_number() -> None:
    cny = parse_dimension("CNY")
    assert multiply(cny, cny, -1) == NUMBER


def test_a_clash_names_both() -> None:
    with pytest.raises(BluebookError, match="CNY and GB"):
        same(parse_dimension("CNY"), parse_dimension("GB"), "a sum")
