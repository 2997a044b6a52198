"""Proof: do the reconciled values satisfy every kept claim and every identity?

Nothing of the search is used here: each claim's expression is evaluated from the values, by the
definition of its operators, and held against the interval it was printed with; each rule is
evaluated on both sides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.system.arrays import Floats, Ints, Mask
from bluebook.comb.system.blocks import Claims, applied_rules, claim_keys, time_blocks
from bluebook.comb.system.numbering import Numbering
from bluebook.language.arithmetic import (
    Difference,
    Level,
    Product,
    Quotient,
    Sum,
    Term,
    levels,
    value,
)
from bluebook.model.catalogue import Catalogue

ROUNDING = 64 * 2.3e-16  # of the size of what is added up


class Proof(NamedTuple):
    """What an independent pass over the values found.

    `claims` kept claims were evaluated; the worst lies `excess` half widths outside its interval
    (beyond the rounding of floating-point numbers). `identities` were evaluated; the sides of the
    worst are `residual` of their size apart. `counted` figures are whole, `not_whole` could not
    be made so. The sum of squared adjustments (in half widths) is `squares`, at most `gap` of it
    above the least possible one.
    """

    claims: int
    excess: float
    worst: str
    identities: int
    residual: float
    counted: int
    not_whole: int
    squares: float
    gap: float

    @property
    def holds(self) -> bool:
        """Is everything satisfied, to the rounding of floating-point numbers?"""
        return self.excess <= 1e-9 and self.residual <= ROUNDING


def claims_hold(
    claims: Claims, kept: Ints, numbering: Numbering, values: Floats
) -> tuple[int, float, int]:
    """How many kept claims could be evaluated, by how many half widths the worst is outside its
    interval, and which it is (-1 for none)."""
    count, excess, worst = 0, 0.0, -1
    order = kept[np.argsort(claims.text[kept], kind="stable")]
    ends = np.searchsorted(claims.text[order], np.arange(len(claims.texts) + 1))
    for k, text in enumerate(claims.texts):
        mine = order[ends[k] : ends[k + 1]]
        if not len(mine) or "sum(" in text or "rank(" in text:
            continue
        term = numbering.register.terms(text, "")
        assert term is not None
        used = list(dict.fromkeys(levels(term)))
        keys = claim_keys(claims, numbering, used, mine)
        found, size, sure = _evaluated(term, used, keys, numbering, values)
        lower, upper = claims.lower[mine], claims.upper[mine]
        half = (upper - lower) / 2
        unit = np.where(np.isfinite(half) & (half > 0), half, np.maximum(size, 1e-300))
        out = np.maximum(lower - found, found - upper) - ROUNDING * size
        out = np.where(sure, np.maximum(out, 0.0) / unit, 0.0)
        count += int(sure.sum())
        if len(out) and out.max() > excess:
            excess, worst = float(out.max()), int(mine[out.argmax()])
    return count, excess, worst


def identities_hold(
    catalogue: Catalogue, numbering: Numbering, values: Floats, revised: Mask
) -> tuple[int, float]:
    """How many instances of rules and sums over time were evaluated, and how far the sides of
    the worst are apart, as a part of their size. Sums over time whose whole is `revised` were
    told as such, and are left out."""
    count, worst = 0, 0.0
    for relation, tolerance, left, right, used, keys in applied_rules(numbering, catalogue):
        a, size, sure = _evaluated(left, used, keys, numbering, values)
        b, other, _ = _evaluated(right, used, keys, numbering, values)
        size = np.maximum(np.maximum(size, other), 1e-300)
        apart = (a - b if relation.sign == "<=" else np.abs(a - b)) / size
        apart = np.where(sure, np.maximum(apart - tolerance, 0.0), 0.0)
        count += int(sure.sum())
        worst = max(worst, float(apart.max(initial=0.0)))
    for block in time_blocks(numbering, catalogue):
        columns = np.searchsorted(numbering.known, block.columns)
        whole, first, second = values[columns[~revised[columns[:, 0]]]].T
        size = np.maximum(np.abs(whole), np.abs(first) + np.abs(second))
        apart = np.abs(whole - first - second) / np.maximum(size, 1e-300)
        count += len(apart)
        worst = max(worst, float(apart.max(initial=0.0)))
    return count, worst


def _evaluated(
    term: Term, used: list[Level], keys: Ints, numbering: Numbering, values: Floats
) -> tuple[Floats, Floats, Mask]:
    """A term at many places at once, the size of what it adds up, and where all its levels have
    values."""
    known = numbering.known
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    sure: Mask = (known[at] == keys).all(axis=1)
    column: dict[Level, Any] = {level: values[at[:, k]] for k, level in enumerate(used)}
    with np.errstate(all="ignore"):
        found = np.broadcast_to(np.asarray(value(term, column.__getitem__)), sure.shape)
        size = np.broadcast_to(np.asarray(_size(term, column)), sure.shape)
    return found, size, sure & np.isfinite(found)


def _size(term: Term, column: Mapping[Level, Any]) -> Any:
    """The term with everything in it added up and nothing taken off."""
    match term:
        case Sum(a, b) | Difference(a, b):
            return _size(a, column) + _size(b, column)
        case Product(a, b):
            return _size(a, column) * _size(b, column)
        case Quotient(a, b):
            return _size(a, column) / np.abs(value(b, column.__getitem__))
        case _:
            return np.abs(value(term, column.__getitem__))
