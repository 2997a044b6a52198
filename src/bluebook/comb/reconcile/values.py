"""Reconcile: values inside everything that is kept, nearest to what was said.

By weighted least absolute deviations a figure as printed stays as printed unless others, more
precise, force it to move; what moves is the figure printed most coarsely. By least squares all
move a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

from bluebook.comb.reconcile.tangent import Bent, Wish, settle
from bluebook.comb.system.propagate import Box
from bluebook.comb.system.register import number_rows
from bluebook.comb.system.statement import Component, Row, Statement
from bluebook.model.interval import Interval, point

INF = float("inf")
MOST = 60  # columns that hang together for which least squares are found in time
FAINT = 1e-9  # the weight of a one-sided claim's figure


Method = Literal["absolute", "squares"]


def values(  # noqa: PLR0917
    component: Component,
    way: dict[int, int],
    rows: Sequence[Row],
    box: Box,
    bent: Bent,
    method: Method,
) -> tuple[list[float], tuple[int, ...]]:
    """A value for each column, and the bent statements that the values do not satisfy.

    The columns that hang together are solved together.
    """
    middle = [Interval(a, b).middle for a, b in zip(box.lower, box.upper, strict=True)]
    wishes = list(_wishes(component.statements, way, middle))

    def nearest(soft: Sequence[Wish], before: Sequence[float] | None) -> list[float]:
        """The nearest values; after others only what hangs together with the soft rows moves."""
        found = list(middle if before is None else before)
        for part in _together(len(middle), rows, wishes, soft):
            columns = part.columns
            if before is not None and not part.soft:
                continue
            alone = method == "absolute" or len(part.wishes) < 2
            if len(columns) == 1 and not part.soft and alone:
                j = columns[0]
                if part.wishes:
                    row, _ = max(part.wishes, key=lambda wish: wish[1])
                    found[j] = row.lower / row.coefficients[0]
                continue
            from bluebook.comb.system.program import block_program

            program = block_program(columns, part.rows, box)
            wished, soft_rows = _local(part.wishes, columns), _local(part.soft, columns)
            squares = method == "squares" and len(columns) <= MOST
            best = program.nearest(wished, soft_rows, squares=squares)
            if best is None and squares:  # the solver gave up
                best = program.nearest(wished, soft_rows)
            if best is not None:
                for j, x in zip(columns, best.tolist(), strict=True):
                    found[j] = x
        return [
            _tidy(min(max(x, a), b), a, b)
            for x, a, b in zip(found, box.lower, box.upper, strict=True)
        ]

    return settle(component.statements, bent, middle, nearest)


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


class _Part(NamedTuple):
    """Columns joined by rows or wishes, with their rows and wishes."""

    columns: list[int]
    rows: list[Row]
    wishes: list[Wish]
    soft: list[Wish]


def _together(
    count: int, rows: Sequence[Row], wishes: Sequence[Wish], soft: Sequence[Wish]
) -> Iterable[_Part]:
    from bluebook.comb.system.reduce import blocks

    forms = [*rows, *(row for row, _ in wishes), *(row for row, _ in soft)]
    first, last = len(rows), len(rows) + len(wishes)
    alone: dict[int, list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        alone[form.columns[0]].append(n)
    joined = blocks(forms, [n for n, form in enumerate(forms) if len(form.columns) > 1])
    for columns, numbers in joined:
        numbers += [n for j in columns for n in alone.pop(j, ()) if len(forms[n].columns) == 1]
    for columns, numbers in [*joined, *(([j], mine) for j, mine in sorted(alone.items()))]:
        yield _Part(
            columns,
            [forms[n] for n in numbers if n < first and len(forms[n].columns) > 1],
            [wishes[n - first] for n in numbers if first <= n < last],
            [soft[n - last] for n in numbers if n >= last],
        )


def _local(wishes: Sequence[Wish], columns: Sequence[int]) -> list[Wish]:
    local = {j: k for k, j in enumerate(columns)}
    return [
        (row._replace(columns=tuple(local[j] for j in row.columns)), weight)
        for row, weight in wishes
    ]
