"""Bounds that intervals alone cannot reach: linear programs over the blocks that are no trees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from bluebook.comb.system.propagate import Box
from bluebook.comb.system.reduce import binding, blocks, is_tree
from bluebook.comb.system.statement import Row

if TYPE_CHECKING:
    from bluebook.comb.system.program import Vector

INF = float("inf")
EXACT = 1e-7  # a bound is reached if a point comes that near, in parts of the half width


def sharpen(
    rows: Sequence[Row], owners: Sequence[int], box: Box, implied: Mapping[int, set[int]]
) -> None:
    """Narrow the box to the exact range of every column; add what implied bounds rest on."""
    for columns, numbers in blocks(rows, binding(rows, box)):
        mine = [rows[n] for n in numbers]
        if not is_tree(columns, mine):
            for j, numbers_behind in _sharpen_block(columns, mine, box):
                if j in implied:
                    implied[j].update(owners[numbers[k]] for k in numbers_behind[0])
                    for i in numbers_behind[1]:
                        implied[j].update(owners[n] for n in box.support(columns[i]))


Behind = tuple[list[int], list[int]]  # rows and columns that a bound rests on


def _sharpen_block(
    columns: Sequence[int], rows: Sequence[Row], box: Box
) -> Iterator[tuple[int, Behind]]:
    """Narrow the box; the columns that moved, with the rows and columns of the block behind it.

    Filtering as in Gleixner et al. 2017 (three enhancements for optimization-based bound
    tightening): where a point found so far reaches a bound, no program need be run."""
    from bluebook.comb.system.program import block_program

    program = block_program(columns, rows, box)
    n = len(columns)
    near = (EXACT * program.frame.scale).tolist()
    least, most = [INF] * n, [-INF] * n

    def look(found: Vector | None) -> None:
        if found is not None:
            for k, x in enumerate(found.tolist()):
                least[k], most[k] = min(least[k], x), max(most[k], x)

    for sign in (1.0, -1.0):
        look(program.least({k: sign / program.frame.scale[k] for k in range(n)}).point)
    for sign in (1.0, -1.0):
        for k, j in enumerate(columns):
            low, high = least[k] - near[k], most[k] + near[k]
            if low <= box.lower[j] if sign > 0 else high >= box.upper[j]:
                continue
            found = program.least({k: sign})
            look(found.point)
            bound = found.bound * sign
            if sign > 0 and bound > box.lower[j]:
                box.lower[j] = min(bound, box.upper[j])
            elif sign < 0 and bound < box.upper[j]:
                box.upper[j] = max(bound, box.lower[j])
            else:
                continue
            yield j, (found.rows, found.columns)
