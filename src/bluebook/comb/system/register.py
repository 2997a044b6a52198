"""From a term to statements: columns get numbers, intervals become rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from bluebook.comb.system.statement import Reading, Row, Statement
from bluebook.errors import BluebookError
from bluebook.language.arithmetic import Column, Level, Term, column, levels
from bluebook.language.expression import Expression, Name, parse, show
from bluebook.language.linear import Ratio, ratio
from bluebook.language.linear import rows as linear_rows
from bluebook.language.meaning import Expansion, is_stock
from bluebook.model.catalogue import Catalogue
from bluebook.model.interval import INF, UNKNOWN, Interval
from bluebook.model.period import Period

FAINT = 1e-30  # a coefficient so much less than another of its row
Rung = tuple[float, Interval]  # the cost of giving a reading up, and its interval


@lru_cache(maxsize=65536)
def canonical(expression: str) -> tuple[Expression, str]:
    """An expression parsed, and its canonical text."""
    parsed = parse(expression)
    return parsed, show(parsed)


class Shape(NamedTuple):
    """The levels of a term, each once, and its quotient of linear forms, where it is one."""

    levels: tuple[Level, ...]
    linear: Ratio | None

    @classmethod
    def of(cls, term: Term) -> Shape:
        return cls(tuple(dict.fromkeys(levels(term))), ratio(term))


class Terms:
    """Expansions and their shapes, kept: most expressions do not depend on the territory. `rules`
    keeps the same of rules (`identities`), by the rule and the territory."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.rules: dict[tuple[str, float], dict[str, Any]] = defaultdict(dict)
        self._kept: dict[tuple[str, str], Term | None] = {}
        self._shapes: dict[tuple[str, str], Shape] = {}

    def __call__(self, text: str, territory: str) -> Term | None:
        """The term of an expression; None for a sum over parts where there are none."""
        local = "sum(" in text or "rank(" in text
        key = (text, territory if local else "")
        if key not in self._kept:
            expression, _ = canonical(text)
            try:
                self._kept[key] = Expansion(self.catalogue, territory).term(expression)
            except BluebookError:
                if not local:
                    raise
                self._kept[key] = None
        return self._kept[key]

    def shape(self, text: str, territory: str) -> Shape:
        """The shape of an expression's term, which must be there."""
        key = (text, territory)
        if key not in self._shapes:
            term = self(text, territory)
            assert term is not None
            self._shapes[key] = Shape.of(term)
        return self._shapes[key]


class Register:
    """The columns of a system, numbered as they are met."""

    def __init__(self, catalogue: Catalogue, terms: Terms | None = None) -> None:
        self.catalogue = catalogue
        self.columns: list[Column] = []
        self.terms = terms or Terms(catalogue)
        self.number: dict[Column, int] = {}
        self._stock: dict[str, bool] = {}

    def stock(self, code: str) -> bool:
        if code not in self._stock:
            self._stock[code] = is_stock(Name(code), self.catalogue)
        return self._stock[code]

    def at(self, level: Level, territory: str, period: Period) -> Column:
        return column(level, territory, period, self.stock, self.catalogue.footing)

    def add(self, at: Column) -> int:
        if at not in self.number:
            self.number[at] = len(self.columns)
            self.columns.append(at)
        return self.number[at]

    def floor(self, number: int) -> float:
        """The least value a column may have."""
        return -INF if self.catalogue.indicator(self.columns[number].code).signed else 0.0


def number_rows(
    term: Term,
    bounds: Interval,
    level: dict[Level, int],
    known: Callable[[int], Interval],
    linear: Ratio | None = None,
) -> tuple[Row, ...]:
    """The rows of a term in an interval, over numbered columns; `linear` is its `ratio`, where
    that is known."""
    out = []
    for row in linear_rows(term, bounds, lambda at: known(level[at]), linear):
        form: dict[int, float] = {}
        for key, coefficient in row.form.items():
            assert key is not None
            form[level[key]] = form.get(level[key], 0.0) + coefficient
        form = {k: c for k, c in form.items() if c}
        sizes = [abs(c) for c in form.values()]
        if form and min(sizes) > FAINT * max(sizes):  # else it says nothing, and solvers stumble
            out.append(Row(tuple(form), tuple(form.values()), row.lower, row.upper))
    return tuple(out)


def make(
    register: Register,
    term: Term,
    at: tuple[str, Period],
    printed: Interval,
    ladder: Sequence[Rung],
    *,
    expression: str,
    value: float,
    claims: Iterable[str] = (),
    rule: str = "",
    shape: Shape | None = None,
) -> Statement | None:
    """A statement that the term lies in the interval, generously in those of the ladder; `shape`
    is the term's, where it is known.

    None where the term has no levels.
    """
    territory, period = at
    used, linear = shape or Shape.of(term)
    level = {one: register.add(register.at(one, territory, period)) for one in used}
    if not level:
        return None

    def rows(interval: Interval) -> tuple[Row, ...]:
        floor = register.floor
        return number_rows(term, interval, level, lambda n: Interval(floor(n), INF), linear)

    strict = rows(printed)
    bent = linear is None or (not strict and printed != UNKNOWN)
    readings = tuple(
        Reading(cost, interval, () if bent else strict if interval == printed else rows(interval))
        for cost, interval in ladder
    )
    return Statement(
        expression, territory, str(period), tuple(claims), rule, value, term,
        tuple(level.items()), printed, () if bent else strict, readings, bent,
    )  # fmt: skip
