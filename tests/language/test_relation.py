"""Rules: what a rule as written comes down to, and where it holds."""

import pytest

from bluebook.errors import BluebookError
from bluebook.language.condition import condition
from bluebook.language.expression import parse
from bluebook.language.relation import parse_rule, read_rule
from bluebook.model.interval import Interval
from bluebook.model.period import Period
from tests.comb.bodies import catalogue

RULES = {
    "a = b + c": (["a = b + c"], ""),
    "a == b + c": (["a = b + c"], ""),
    "a >= b": (["b <= a"], ""),
    "a > b": (["b <= a"], ""),
    "a < b": (["a <= b"], ""),
    "a in [20, 120]": (["20 <= a", "a <= 120"], ""),
    "a in [-5, b]": (["-5 <= a", "a <= b"], ""),
    "20 <= a <= b": (["20 <= a", "a <= b"], ""),
    "abs(yoy(a)) < 40": (["-40 <= yoy(a)", "yoy(a) <= 40"], ""),
    "abs(a) <= b + c": (["-(b + c) <= a", "a <= b + c"], ""),
    "share(a, of=b) = 50": (["share(a, of=b) = 50"], ""),
    'share(a, within="CN") in [1, 20]': (
        ['1 <= share(a, within="CN")', 'share(a, within="CN") <= 20'], "",
    ),
    "a <= b unless year < 2015": (["a <= b"], "not (year < 2015)"),
    "a <= b when level == 'province'": (["a <= b"], "level == 'province'"),
}  # fmt: skip
NO_RULES = [
    "a + b", "", "a", "a in 20", "a in [1]", "a in [1, 2, 3]", "abs(a) > 3", "abs(a) = 3",
    "abs('x') < 3", "a <=", "<= a", "a <= b; c", "x" * 3000 + " <= 1",
]  # fmt: skip


@pytest.mark.parametrize("text", RULES)
def test_a_rule_comes_down_to_relations_and_a_condition(text: str) -> None:
    relations, when = read_rule(text)
    assert ([str(one) for one in relations], when) == RULES[text]
    assert all(parse_rule(str(one)) == one for one in relations)


@pytest.mark.parametrize("text", NO_RULES)
def test_what_is_no_rule_is_told(text: str) -> None:
    with pytest.raises(BluebookError):
        read_rule(text)


CONDITIONS = {
    "": True,
    "year == 2020": True,
    "year in [2015, 2016]": False,
    "month == 12 and months == 1": True,
    "not (territory == 'CN-AA') or period == '2019'": False,
    "territory not in ['CN-BB', 'CN-CC']": True,
    "level == 'province'": True,
    "x > 5": True,
    "x > 12": False,
    "x < 10": None,
    "x < 10 or year == 2020": True,
    "x < 10 and year == 2019": False,
    "y > 1": None,
}


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_holds_or_not_or_cannot_be_told(text: str) -> None:
    known = {parse("x"): Interval(9, 11)}

    def ask(expression: object) -> Interval | None:
        return known.get(expression) or (  # type: ignore[call-overload]
            Interval(float(expression.value), float(expression.value))  # type: ignore[attr-defined]
            if hasattr(expression, "value")
            else None
        )

    one = condition(text)
    one.check(catalogue())
    assert one.holds(catalogue(), "CN-AA", Period.parse("2020-12"), ask) is CONDITIONS[text]


@pytest.mark.parametrize(
    "text",
    ["year = 2020", "year", "1", "year == '2020'", "territory == 3", "x == 3", "x in [1, 2]",
     "open('f') == 1", "f(x for x in y)", "(" * 500, "year < 2020 < x", "lambda: 1", "x > 1 > 2"],
)  # fmt: skip
def test_what_is_no_condition_is_told(text: str) -> None:
    with pytest.raises(BluebookError):
        condition(text).check(catalogue())


def test_unknown_figures_and_places_are_told() -> None:
    for text in ("telecom > 3", "territory == 'CN-XX'"):
        with pytest.raises(BluebookError, match="unknown"):
            condition(text).check(catalogue())
