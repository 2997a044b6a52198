"""Bounds that intervals alone cannot reach: linear programs over the blocks that are no trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bluebook.comb.propagate import Box
from bluebook.comb.reduce import binding, blocks, is_tree
from bluebook.comb.statement import Row

if TYPE_CHECKING:
    from bluebook.comb.program import Vector

INF = float("inf")
EXACT = 1e-7  # a bound is reached if a point comes that near, in parts of the half width


def sharpen(
    rows: Sequence[Row], owners: Sequence[int], box: Box, implied: Mapping[int, set[int]]
) -> None:
    """Narrow the box to the exact range of every column; add what implied bounds rest on."""
    for columns, numbers in blocks(rows, binding(rows, box)):
        mine = [rows[n] for n in numbers]
        if not is_tree(columns, mine):
            _sharpen_block(columns, mine, [owners[n] for n in numbers], owners, box, implied)


def _sharpen_block(
    columns: Sequence[int],
    rows: Sequence[Row],
    owners: Sequence[int],
    all_owners: Sequence[int],
    box: Box,
    implied: Mapping[int, set[int]],
) -> None:
    """Filtering as in Gleixner et al. 2017 (three enhancements for optimization-based bound
    tightening): where a point found so far reaches a bound, no program need be run."""
    from bluebook.comb.program import block_program

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
            if least[k] - near[k] <= box.lower[j] if sign > 0 else most[k] + near[k] >= box.upper[j]:
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
            if j in implied:
                implied[j].update(owners[r] for r in found.rows)
                for i in found.columns:
                    implied[j].update(all_owners[r] for r in box.support(columns[i]))
