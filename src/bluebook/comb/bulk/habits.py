"""Habits of a body: does it cut figures off, revise months, restate bases?

The exact search reads figures generously (`system/statement.py`), because in bulletins such things
are as common as slips. A body of thousands of figures shows whether they are: of its rows over
printed levels alone, how many hold as printed, and how many only so read? Where next to none do,
what fails by little fails for the same reason as what fails by much, and is searched as printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from bluebook.comb.bulk.nearest import activity
from bluebook.comb.system.arrays import INF
from bluebook.comb.system.blocks import RULE, TIME, Block, Claims, claim_blocks
from bluebook.comb.system.build import RESTATED
from bluebook.comb.system.identities import REVISED
from bluebook.comb.system.identities import TIME as TIME_RULE
from bluebook.comb.system.statement import Component, Reading, Statement

if TYPE_CHECKING:
    from bluebook.comb.bulk.conflicts import Body, Box
    from bluebook.comb.system.arrays import Mask

TESTED = 1000  # rows that must have been seen before a habit is denied
RARE = 3e-3  # the part of them, at most, that holds only generously
NOISE = 1e-14
GROWTH = "yoy("


class Habits(msgspec.Struct, frozen=True):
    """What happens in a body: figures are cut off instead of rounded, months revised after the
    year to date was printed, growth rates taken on restated bases."""

    cut: bool = True
    revised: bool = True
    restated: bool = True

    def of(self, part: Component) -> Component:
        """The component with the readings that its body's habits leave."""
        if self.cut and self.revised and self.restated:
            return part
        return part._replace(statements=tuple(map(self._reading, part.statements)))

    def _reading(self, one: Statement) -> Statement:
        if one.bent or not one.readings:
            return one
        if one.rule:
            exact = self.revised or one.rule != TIME_RULE
            return one if exact else one._replace(readings=(_printed(one, one.cost),))
        first, *rest = one.readings
        if not self.cut:
            first = _printed(one, first.cost)
        if not self.restated and rest:
            first, rest = first._replace(cost=one.cost), []
        return one._replace(readings=(first, *rest))


def _printed(one: Statement, cost: float) -> Reading:
    return Reading(cost, one.printed, one.strict)


def habits(body: Body) -> Habits:
    """What the rows over printed levels show."""
    box, wide = (_levels(body, one) for one in (body.printed, body.generous))
    known = np.isfinite(box[0]) & np.isfinite(box[1]) & (box[0] <= box[1])
    rows = [
        block.where(known[block.columns].all(axis=1))
        for block in (*body.system.rules, *body.system.claims)
        if block.columns.shape[1] > 1
    ]
    rules = [block.where(block.claim == RULE) for block in rows]
    months = [block.where(block.claim == TIME) for block in rows]
    said = [block.where(block.claim >= 0) for block in rows]
    growing = np.array([text.startswith(GROWTH) for text in body.printed.texts], dtype=bool)
    growth = growing[body.printed.text]
    failed = _claims(body, said, box)
    cut = _claims(body, _rows(body, body.generous, failed), wide)
    far = _claims(body, _rows(body, _restated(body.generous), cut & growth), wide)
    told = np.zeros(len(failed), dtype=bool)
    for block in said:
        told[block.claim] = True
    rule, time = _failed(rules, box), _failed(months, box)
    return Habits(
        cut=_often(
            rule.sum() - _failed(rules, wide).sum() + (failed & ~cut).sum(), len(rule) + told.sum()
        ),
        revised=_often((time & ~_failed(months, box, REVISED)).sum(), len(time)),
        restated=_often((cut & growth & ~far).sum(), (told & growth).sum()),
    )


def _often(mild: int, tested: int) -> bool:
    """Is it a habit, or are there too few to say?"""
    return bool(tested < TESTED or mild > RARE * tested)


def _levels(body: Body, claims: Claims) -> Box:
    """For each column what all its prints leave it."""
    lower = np.full(len(body.system.floors), -INF)
    upper = np.full(len(body.system.floors), INF)
    for block in body.system.claims:
        if block.columns.shape[1] == 1:
            plain = block.weight[:, 0] == 1
            column, claim = block.columns[plain, 0], block.claim[plain]
            np.maximum.at(lower, column, claims.lower[claim])
            np.minimum.at(upper, column, claims.upper[claim])
    return lower, upper


def _failed(blocks: Sequence[Block], box: Box, part: float = 0.0) -> Mask:
    """Which rows no point of the box satisfies, to a part of their size."""
    found = [np.zeros(0, dtype=bool)]
    for block in blocks:
        least, most, size = activity(block, *box)
        room = (part + NOISE) * size
        found.append((least - room > block.high) | (most + room < block.low))
    return np.concatenate(found)


def _claims(body: Body, blocks: Sequence[Block], box: Box) -> Mask:
    """Which claims have such a row."""
    found = np.zeros(len(body.table), dtype=bool)
    for block in blocks:
        found[block.claim[_failed([block], box)]] = True
    return found


def _rows(body: Body, claims: Claims, some: Mask) -> list[Block]:
    blocks = claim_blocks(claims, body.numbering, np.flatnonzero(some))
    return [body.numbered(block) for block in blocks]


def _restated(claims: Claims) -> Claims:
    """Growth rates as they may be on a restated base."""
    far = RESTATED * np.abs(100 + (claims.lower + claims.upper) / 2)
    return claims._replace(lower=claims.lower - far, upper=claims.upper + far)
