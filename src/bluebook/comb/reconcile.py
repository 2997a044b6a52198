"""Reconcile: values inside everything that is kept, nearest to what was said.

Weighted least absolute deviations: a figure as printed stays as printed unless others, more
precise, force it to move; what moves is the figure printed most coarsely.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from bluebook.comb.propagate import Box
from bluebook.comb.register import number_rows
from bluebook.comb.statement import Component, Row, Statement
from bluebook.model.interval import Interval, point

INF = float("inf")
FAINT = 1e-9  # the weight of a one-sided claim's figure
Wish = tuple[Row, float]  # a row whose `lower` is the wished value of its form, and its weight


def values(component: Component, way: dict[int, int], rows: Sequence[Row], box: Box) -> list[float]:
    """A value for each column. The columns that hang together are solved together."""
    middle = [Interval(a, b).middle for a, b in zip(box.lower, box.upper, strict=True)]
    wishes = list(_wishes(component.statements, way, middle))
    found = list(middle)
    for columns, mine, wished in _together(len(middle), rows, wishes):
        if len(columns) == 1:
            j = columns[0]
            if wished:
                row, _ = max(wished, key=lambda wish: wish[1])
                found[j] = row.lower / row.coefficients[0]
        else:
            from bluebook.comb.program import block_program

            best = block_program(columns, mine, box).nearest(_local(wished, columns))
            if best is not None:
                for j, x in zip(columns, best.tolist(), strict=True):
                    found[j] = x
    return [
        _tidy(min(max(x, a), b), a, b) for x, a, b in zip(found, box.lower, box.upper, strict=True)
    ]


def _tidy(x: float, lower: float, upper: float) -> float:
    """Without the noise of the solver's last digits, where the bounds allow."""
    short = float(f"{x:.12g}")
    return short if lower <= short <= upper else x


def _wishes(
    statements: Sequence[Statement], way: dict[int, int], middle: Sequence[float]
) -> Iterable[Wish]:
    """Kept claims as wishes, weighted by their precision.

    How precise a row is, in its own units, is how far it moves when the value moves by the
    half width, near the middle of the box.
    """
    for s, one in enumerate(statements):
        if not one.claims or one.bent or way.get(s, 0) >= len(one.readings):
            continue
        half = one.printed.width / 2
        printed = _rows_at(one, one.value)
        moved = _rows_at(one, one.value + half) if half < INF else ()
        for row, other in zip_longest(printed, moved):
            if row is None:
                continue
            weight = FAINT
            if other is not None:
                size = max(
                    abs(c * middle[j]) for j, c in zip(row.columns, row.coefficients, strict=True)
                )
                width = abs(_slack(row, middle) - _slack(other, middle))
                weight = 1 / max(width, 1e-9 * size, 1e-12)
            yield row, weight


def _rows_at(one: Statement, value: float) -> tuple[Row, ...]:
    return number_rows(one.term, point(value), dict(one.level), lambda j: Interval(0.0, INF))


def _slack(row: Row, at: Sequence[float]) -> float:
    return sum(c * at[j] for j, c in zip(row.columns, row.coefficients, strict=True)) - row.lower


def _together(
    count: int, rows: Sequence[Row], wishes: Sequence[Wish]
) -> Iterable[tuple[list[int], list[Row], list[Wish]]]:
    """Columns joined by rows or wishes, with their rows and wishes."""
    from bluebook.comb.reduce import blocks

    forms = [*rows, *(row for row, _ in wishes)]
    seen: set[int] = set()
    for columns, numbers in blocks(forms, range(len(forms))):
        seen.update(columns)
        yield (
            columns,
            [forms[n] for n in numbers if n < len(rows) and len(forms[n].columns) > 1],
            [wishes[n - len(rows)] for n in numbers if n >= len(rows)],
        )


def _local(wishes: Sequence[Wish], columns: Sequence[int]) -> list[Wish]:
    local = {j: k for k, j in enumerate(columns)}
    return [
        (row._replace(columns=tuple(local[j] for j in row.columns)), weight)
        for row, weight in wishes
    ]
