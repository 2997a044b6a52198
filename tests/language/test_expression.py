"""Expressions: printing is the inverse of parsing, and nothing else gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook.errors import BluebookError
from bluebook.language.expression import (
    Binary,
    Call,
    Expression,
    Name,
    Negative,
    Number,
    parse,
    show,
)

codes = st.sampled_from(["x", "telecom_revenue", "mobile_subs_5g", "_a1"])
leaves: st.SearchStrategy[Expression] = st.one_of(
    st.builds(Name, codes),
    st.builds(Number, st.floats(0, 1e12, allow_nan=False, allow_subnormal=False).map(abs)),
)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=8)


def _extend(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    options = st.dictionaries(st.sampled_from(["of", "within", "base"]), st.one_of(inner, texts),
                              max_size=2)  # fmt: skip
    return st.one_of(
        st.builds(Binary, st.sampled_from("+-*/"), inner, inner),
        st.builds(Negative, inner),
        st.builds(
            lambda name, args, opts: Call(name, tuple(args), tuple(sorted(opts.items()))),
            st.sampled_from(["yoy", "share", "f"]),
            st.lists(st.one_of(inner, texts), max_size=3),
            options,
        ),
    )


expressions = st.recursive(leaves, _extend, max_leaves=12)


@given(expressions)
def test_parse_is_the_inverse_of_show(expression: Expression) -> None:
    assert parse(show(expression)) == expression


@pytest.mark.parametrize(
    "text",
    ["", "x y", "x.y", "x[0]", "lambda: 1", "x if y else z", "f'{x}'", "1e999",
     "True", "x ** 2", "x @ y", "f(**x)", "f(*x)", "[x]", "x < y", "'x'", "1j", "None()", "x()()"],
)  # fmt: skip
def test_only_the_language_gets_in(text: str) -> None:
    with pytest.raises(BluebookError) as error:
        parse(text)
    assert error.value.remedy


def test_depth_and_length_are_bounded() -> None:
    for text in ("(" * 3000 + "x" + ")" * 3000, "-" * 500 + "x", "x+" * 999 + "x", "x" * 5000):
        with pytest.raises(BluebookError):
            parse(text)
