"""From a term to statements: columns get numbers, intervals become rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bluebook.comb.statement import Reading, Row, Statement
from bluebook.language.arithmetic import Column, Level, Term, column, levels
from bluebook.language.expression import Name
from bluebook.language.linear import ratio
from bluebook.language.linear import rows as linear_rows
from bluebook.language.meaning import is_stock
from bluebook.model.catalogue import Catalogue
from bluebook.model.interval import INF, UNKNOWN, Interval
from bluebook.model.period import Period

Rung = tuple[str, float, Interval]  # kind, cost of giving it up, interval


class Register:
    """The columns of a system, numbered as they are met."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.columns: list[Column] = []
        self.number: dict[Column, int] = {}
        self._stock: dict[str, bool] = {}

    def stock(self, code: str) -> bool:
        if code not in self._stock:
            self._stock[code] = is_stock(Name(code), self.catalogue)
        return self._stock[code]

    def at(self, level: Level, territory: str, period: Period) -> Column:
        return column(level, territory, period, self.stock)

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
) -> tuple[Row, ...]:
    """The rows of a term in an interval, over numbered columns."""
    out = []
    for row in linear_rows(term, bounds, lambda at: known(level[at])):
        form: dict[int, float] = {}
        for key, coefficient in row.form.items():
            assert key is not None
            form[level[key]] = form.get(level[key], 0.0) + coefficient
        form = {k: c for k, c in form.items() if c}
        if form:
            out.append(Row(tuple(form), tuple(form.values()), row.lower, row.upper))
    return tuple(out)


def make(
    register: Register,
    term: Term,
    territory: str,
    period: Period,
    ladder: Sequence[Rung],
    *,
    expression: str,
    value: float,
    claims: Iterable[str] = (),
    rule: str = "",
) -> Statement | None:
    """A statement that the term lies in the first interval of the ladder, or else the next.

    None where the term has no levels.
    """
    level = {
        at: register.add(register.at(at, territory, period)) for at in dict.fromkeys(levels(term))
    }
    if not level:
        return None

    def known(number: int) -> Interval:
        return Interval(register.floor(number), INF)

    readings = tuple(
        Reading(kind, cost, interval, number_rows(term, interval, level, known))
        for kind, cost, interval in ladder
    )
    bent = ratio(term) is None or (not readings[0].rows and readings[0].interval != UNKNOWN)
    if bent:
        readings = tuple(reading._replace(rows=()) for reading in readings)
    return Statement(
        expression, territory, str(period), tuple(claims), rule, value, term,
        tuple(level.items()), readings, bent,
    )  # fmt: skip
