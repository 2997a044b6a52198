"""What expressions mean: arithmetic, units, kinds, queries."""

import pytest

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Level, interval, levels, value
from bluebook.language.expression import parse
from bluebook.language.meaning import (
    Expansion,
    check_rule,
    dimension,
    is_stock,
    query,
    unit_of,
)
from bluebook.language.operators import operators
from bluebook.model.catalogue import Catalogue
from bluebook.model.interval import Interval
from bluebook.model.period import Period

DATA = {("x", "2020"): 110.0, ("x", "2019"): 100.0, ("y", "2020"): 440.0, ("y", "2019"): 400.0,
        ("x", "2015"): 50.0, ("s", "2020-12"): 30.0, ("s", "2019-12"): 20.0}  # fmt: skip


def _value(text: str, catalogue: Catalogue, period: str = "2020") -> float:
    when = Period.parse(period)

    def lookup(level: Level) -> float:
        at = level.where.period(when)
        return DATA[level.code, str(at.at_end if level.code in "stu" else at)]

    return value(Expansion(catalogue, "CN").term(parse(text)), lookup)


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ("yoy(x)", 10.0, "percent"),
        ("share(x, of=y)", 25.0, "percent"),
        ("pp(share(x, of=y))", 0.0, "points"),
        ("pull(x, of=y)", 2.5, "points"),
        ("contribution(x, of=y)", 25.0, "percent"),
        ("lag(x)", 100.0, "CNY"),
        ("lag(x, 5)", 50.0, "CNY"),
        ("cagr(x, 5)", 100 * ((110 / 50) ** 0.2 - 1), "percent"),
        ('index(x, base="2015")', 220.0, "a plain number"),
        ("change(s)", 10.0, "CNY"),
        ('change_since(s, "2019-12")', 10.0, "CNY"),
        ("mean2(s)", 25.0, "CNY"),
        ("d", -330.0, "CNY"),
        ("-x + 2 * y", 770.0, "CNY"),
        ('at(x, period="2015")', 50.0, "CNY"),
    ],
)
def test_operators(text: str, expected: float, unit: str, small: Catalogue) -> None:
    assert _value(text, small) == pytest.approx(expected)
    assert unit_of(parse(text), small) == unit


def test_every_operator_speaks_both_languages() -> None:
    for name, operator in operators().items():
        assert operator.summary, name
        for language in ("zh", "en"):
            phrases = operator.phrases[language]
            assert name == "at" or any(p.write for p in phrases), (name, language)
            assert all("{v}" in p.text for p in phrases if p.sense != "flat"), (name, language)


def test_sum_and_rank_go_over_territories(small: Catalogue) -> None:
    values = {"CN-AA": 5.0, "CN-BB": 9.0, "CN-CC": 1.0}
    total = Expansion(small, "CN").term(parse('sum(x, over="province")'))
    assert value(total, lambda level: values[level.where.territory or ""]) == 15.0
    rank = Expansion(small, "CN-AA").term(parse("rank(x)"))
    look = {None: 5.0, **values}
    assert value(rank, lambda level: look[level.where.territory]) == 2.0
    wide = {None: Interval(4, 6), "CN-BB": Interval(5, 9), "CN-CC": Interval(1, 1)}
    assert interval(rank, lambda level: wide[level.where.territory]) == Interval(1, 2)


def test_units_clash_by_name(small: Catalogue) -> None:
    for text in ("x + u", "share(x, of=u)", "yoy(x) + x", "pull(x, of=u)"):
        with pytest.raises(BluebookError, match="joins"):
            dimension(parse(text), small)
    assert dimension(parse("x / u"), small) == (("CNY", 1), ("subscribers", -1))
    with pytest.raises(BluebookError, match="CNY and subscribers"):
        check_rule("x = u", small)
    check_rule("r = 100 * s / t", small)


@pytest.mark.parametrize(
    "text",
    ["nothing", "__import__('os')",
     "yoy()", "yoy(x, y)", "share(x)", "share(x, of=y, within='CN')", "pull(x)", "f(x)",
     "yoy('x')", "cagr(x, 0)", "cagr(x, 2.5)", "share(x, within='XX')", "yoy(x, base='2015')",
     "change_since(x, 2019)", "target(yoy(x))"],
)  # fmt: skip
def test_wrong_use_is_one_clear_error(text: str, small: Catalogue) -> None:
    with pytest.raises(BluebookError) as error:
        expression = parse(text)
        dimension(expression, small)
        Expansion(small, "CN").term(expression)
    assert error.value.remedy


def test_stocks_are_dated_by_their_month(small: Catalogue) -> None:
    assert is_stock(parse("change(s)"), small) and not is_stock(parse("mean2(s)"), small)
    assert not is_stock(parse("x / s"), small)
    assert str(query("s@CN,2020", small, "CN", "2019").period) == "2020-12"
    assert str(query("x", small, "CN", "2019")) == "x@CN,2019"
    assert str(query("x@CN-AA", small, "CN", "2019")) == "x@CN-AA,2019"


def test_levels_of_a_term_are_in_reading_order(small: Catalogue) -> None:
    term = Expansion(small, "CN").term(parse("pull(x, of=y)"))
    assert [level.code for level in levels(term)] == ["x", "x", "y"]


def test_formulas_that_go_in_a_circle(small: Catalogue) -> None:
    from bluebook.model.catalogue import Indicator

    a = Indicator("a", {}, "CNY", "flow", formula="b + 1")
    b = Indicator("b", {}, "CNY", "flow", formula="a")
    looped = Catalogue({**small.indicators, "a": a, "b": b}, small.units, small.territories)
    with pytest.raises(BluebookError, match="circle: a -> b -> a"):
        Expansion(looped).term(parse("a"))
