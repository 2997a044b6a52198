"""What is left to solve once intervals are propagated: rows that can still bind, in blocks.

A row that every point of the box satisfies binds nothing. Without such rows a component falls
into blocks, many of them trees, on which propagation is exact already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bluebook.comb.system.propagate import Box
from bluebook.comb.system.statement import Row

SLIP = 1e-15


def binding(rows: Sequence[Row], box: Box, among: Iterable[int] | None = None) -> list[int]:
    """The numbers of rows (among those given) that some point of the box breaks."""
    numbers = range(len(rows)) if among is None else among
    return [n for n in numbers if len(rows[n].columns) > 1 and _can_bind(rows[n], box)]


def _can_bind(row: Row, box: Box) -> bool:
    low = high = size = 0.0
    for j, c in zip(row.columns, row.coefficients, strict=True):
        a, b = (box.lower[j], box.upper[j]) if c > 0 else (box.upper[j], box.lower[j])
        low, high = low + c * a, high + c * b
        size += abs(c) * max(abs(a), abs(b))
    slip = SLIP * size * len(row.columns) if size < float("inf") else 0.0
    return low + slip < row.lower or high - slip > row.upper


def blocks(rows: Sequence[Row], numbers: Sequence[int]) -> list[tuple[list[int], list[int]]]:
    """(columns, rows) of each part that hangs together through these rows."""
    group: dict[int, int] = {}

    def find(x: int) -> int:
        group.setdefault(x, x)
        while group[x] != x:
            group[x] = group[group[x]]
            x = group[x]
        return x

    for n in numbers:
        first, *rest = rows[n].columns
        for other in rest:
            a, b = find(first), find(other)
            group[max(a, b)] = min(a, b)
    columns: dict[int, list[int]] = defaultdict(list)
    inside: dict[int, list[int]] = defaultdict(list)
    for j in sorted(group):
        columns[find(j)].append(j)
    for n in numbers:
        inside[find(rows[n].columns[0])].append(n)
    return [(columns[k], inside[k]) for k in sorted(columns)]


def is_tree(columns: Sequence[int], rows: Sequence[Row]) -> bool:
    """Does no cycle join the columns? Rows over the same two columns count once."""
    pairs = {row.columns if row.columns[0] < row.columns[1] else row.columns[::-1]
             for row in rows if len(row.columns) == 2}  # fmt: skip
    links = len(pairs) + sum(len(row.columns) - 1 for row in rows if len(row.columns) > 2)
    return links == len(columns) - 1
