"""Many claims of few shapes as arrays: one block of rows for each expression or rule.

Claims of one expression differ in place and period only, so their rows are one matrix of column
numbers and one of coefficients. Columns are numbered by code, place, first and last month.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.identities import decompositions
from bluebook.comb.register import Register
from bluebook.language.arithmetic import Difference, Level, levels
from bluebook.language.expression import show
from bluebook.language.linear import Ratio, ratio
from bluebook.language.meaning import check_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period

Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.int64]]
INF = float("inf")
SPAN = 1 << 12  # months counted from year 0, and lengths, fit below this times eight


class Block(NamedTuple):
    """Rows of one shape: low <= sum of weight * column <= high; `claim` is -1 for a rule."""

    columns: Ints
    weight: Floats
    low: Floats
    high: Floats
    claim: Ints


class Claims(NamedTuple):
    """Claims as columns: numbers into `texts`, `places` and `periods`, and intervals."""

    texts: list[str]
    places: list[str]
    periods: list[Period]
    text: Ints
    place: Ints
    period: Ints
    lower: Floats
    upper: Floats


class Numbering:
    """Columns by key: a key packs code, place, first and last month into 64 bits."""

    def __init__(self, catalogue: Catalogue, places: Sequence[str]) -> None:
        self.register = Register(catalogue)
        self.codes: dict[str, int] = {}
        self.places = {place: k for k, place in enumerate(places)}
        self.known: Ints = np.zeros(0, dtype=np.int64)

    def code(self, name: str) -> int:
        return self.codes.setdefault(name, len(self.codes))

    def place(self, name: str) -> int:
        return self.places.setdefault(name, len(self.places))

    def keys(self, level: Level, place: Ints, periods: Sequence[Period], period: Ints) -> Ints:
        """The keys of a level at many places and periods."""
        moved = [level.where.period(p) for p in periods]
        if self.register.stock(level.code):
            moved = [p.at_end for p in moved]
        packed = np.array([p.first * 8 * SPAN + (p.last - p.first) for p in moved])[period]
        where = self.place(level.where.territory) if level.where.territory else place
        head = np.int64(self.code(level.code)) << 54
        keys: Ints = head + (np.asarray(where, dtype=np.int64) << 34) + packed
        return keys

    def unpack(self, keys: Ints) -> tuple[Ints, Ints, Ints, Ints]:
        """Code, place, first and last month of keys."""
        rest = keys & ((1 << 34) - 1)
        first = rest // (8 * SPAN)
        return keys >> 54, (keys >> 34) & ((1 << 20) - 1), first, first + rest % (8 * SPAN)


def claim_blocks(claims: Claims, numbering: Numbering) -> Iterator[tuple[Block, Ints]]:
    """The blocks of claims with their column keys; claims that are not linear are left out."""
    order = np.argsort(claims.text, kind="stable")
    ends = np.searchsorted(claims.text[order], np.arange(len(claims.texts) + 1))
    for k, text in enumerate(claims.texts):
        mine = order[ends[k] : ends[k + 1]]
        term = numbering.register.terms(text, claims.places[claims.place[mine[0]]])
        form = None if term is None else ratio(term)
        if form is None or "sum(" in text or "rank(" in text:
            continue
        used = [level for level in dict.fromkeys(levels(term)) if level in _named(form)]  # type: ignore[arg-type]
        keys = np.column_stack(
            [
                numbering.keys(level, claims.place[mine], claims.periods, claims.period[mine])
                for level in used
            ]
        )
        yield from _rows(form, used, keys, (claims.lower[mine], claims.upper[mine]), mine)


def _named(form: Ratio) -> set[Level | None]:
    return set(form.numerator) | set(form.denominator)


def _rows(
    form: Ratio, used: list[Level], keys: Ints, ends: tuple[Floats, Floats], mine: Ints
) -> Iterator[tuple[Block, Ints]]:
    top = np.array([form.numerator.get(level, 0.0) for level in used])
    under = np.array([form.denominator.get(level, 0.0) for level in used])
    constant, base = form.numerator.get(None, 0.0), form.denominator.get(None, 0.0)
    if not under.any():
        weight = np.broadcast_to(top / base, keys.shape).copy()
        shift = constant / base
        yield Block(keys, weight, ends[0] - shift, ends[1] - shift, mine), keys
        return
    for k, end in enumerate(ends):
        sure = np.isfinite(end)
        weight = top - end[sure][:, None] * under
        at = end[sure] * base - constant
        free = np.full(len(at), INF)
        low, high = (at, free) if k == 0 else (-free, at)
        yield Block(keys[sure], weight, low, high, mine[sure]), keys[sure]


def rule_blocks(numbering: Numbering, catalogue: Catalogue) -> Iterator[Block]:
    """Linear catalogue rules wherever at most one of their levels is unknown."""
    for rule in catalogue.rules:
        if rule.when or not rule.combed:
            continue  # left to the exact search, and to `confront`
        relation = check_rule(rule.rule, catalogue)
        local = "sum(" in rule.rule
        places = [p for p in numbering.places if catalogue.children(p)] if local else [""]
        for place in places:
            left = numbering.register.terms(show(relation.left), place)
            right = numbering.register.terms(show(relation.right), place)
            if left is None or right is None:
                continue
            form = ratio(Difference(left, right))
            if form is None or set(form.denominator) != {None} or None in form.numerator:
                continue
            used = [level for level in form.numerator if level is not None]
            weight = np.array([form.numerator[level] for level in used])
            found = _instances(numbering, used, place)
            if len(found):
                low = 0.0 if relation.sign == "=" else -INF
                slack = rule.tolerance
                wide = np.broadcast_to(weight, found.shape).copy()
                if slack:
                    continue  # soft relations are for the exact search
                n = len(found)
                yield Block(found, wide, np.full(n, low), np.zeros(n), np.full(n, -1))


def _instances(numbering: Numbering, used: list[Level], place: str) -> Ints:
    """Column keys of a rule at every place and period where at most one is unknown."""
    codes = {numbering.code(level.code) for level in used}
    if place:
        own = numbering.place(place)
        inside = {numbering.place(level.where.territory or place) for level in used}
        ranges = [
            ((c << 54) + (w << 34), (c << 54) + ((w + 1) << 34)) for c in codes for w in inside
        ]
    else:
        own = -1
        ranges = [(c << 54, (c + 1) << 54) for c in codes]
    known = numbering.known
    ends = np.searchsorted(known, np.array(ranges, dtype=np.int64))
    mine = np.concatenate([known[a:b] for a, b in ends])
    _, where, first, last = numbering.unpack(mine)
    if place:
        where = np.full(len(where), own)
    spots = np.unique(np.column_stack([where, first, last]), axis=0)
    if not len(spots):
        return np.zeros((0, len(used)), dtype=np.int64)
    spans, period = np.unique(spots[:, 1:], axis=0, return_inverse=True)
    periods = [Period(int(a), int(b)) for a, b in spans]
    keys = np.column_stack(
        [numbering.keys(level, spots[:, 0], periods, period.ravel()) for level in used]
    )
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    found: Ints = keys[(known[at] != keys).sum(axis=1) <= 1]
    return found


def time_blocks(numbering: Numbering, catalogue: Catalogue) -> Iterator[Block]:
    """How flows add up over months; places with the same periods are done together."""
    code, place, first, last = numbering.unpack(numbering.known)
    names = {number: name for name, number in numbering.codes.items()}
    for number, name in names.items():
        if catalogue.indicator(name).kind != "flow":
            continue
        same: dict[tuple[Period, ...], list[int]] = {}
        mine = np.flatnonzero(code == number)
        mine = mine[np.argsort(place[mine], kind="stable")]
        for part in np.split(mine, np.flatnonzero(np.diff(place[mine])) + 1):
            spans = tuple(Period(int(first[k]), int(last[k])) for k in part)
            if any(p.months > 1 for p in spans):
                same.setdefault(spans, []).append(int(place[part[0]]))
        for spans, places in same.items():
            three = list(decompositions(spans))
            if not three:
                continue
            columns = np.array(
                [[_pack(number, p, period) for period in d] for p in places for d in three]
            )
            n = len(columns)
            weight = np.broadcast_to(np.array([1.0, -1.0, -1.0]), columns.shape).copy()
            yield Block(columns, weight, np.zeros(n), np.zeros(n), np.full(n, -1))


def _pack(code: int, place: int, period: Period) -> int:
    return (code << 54) + (place << 34) + period.first * 8 * SPAN + period.last - period.first
