"""Many claims of few shapes as arrays: one block of rows for each expression or rule.

Claims of one expression differ in place and period only, so their rows are one matrix of column
numbers and one of coefficients.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.system.arrays import INF, Floats, Ints
from bluebook.comb.system.identities import REVISED, decompositions, relation_term
from bluebook.comb.system.numbering import CODE, LOW, PLACE, Numbering, span_of
from bluebook.language.arithmetic import Level, Term, levels
from bluebook.language.expression import show
from bluebook.language.linear import Ratio, ratio
from bluebook.language.meaning import check_rule
from bluebook.language.relation import Relation
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period

RULE, TIME = -1, -2  # for a claim's number


class Block(NamedTuple):
    """Rows of one shape: low <= sum of weight * column <= high; `claim` is RULE or TIME where
    nobody said it."""

    columns: Ints
    weight: Floats
    low: Floats
    high: Floats
    claim: Ints

    def where(self, mask: Any) -> Block:
        """Some of the rows."""
        return Block(*(part[mask] for part in self))


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


def claim_blocks(claims: Claims, numbering: Numbering, among: Ints) -> Iterator[Block]:
    """The rows of claims, their columns as keys; claims that are not linear have none."""
    order = among[np.argsort(claims.text[among], kind="stable")]
    ends = np.searchsorted(claims.text[order], np.arange(len(claims.texts) + 1))
    for k, text in enumerate(claims.texts):
        mine = order[ends[k] : ends[k + 1]]
        opened = open_form(text, numbering) if len(mine) else None
        if opened is not None:
            form, used = opened
            keys = claim_keys(claims, numbering, used, mine)
            yield from _rows(form, used, keys, (claims.lower[mine], claims.upper[mine]), mine)


def open_form(text: str, numbering: Numbering) -> tuple[Ratio, list[Level]] | None:
    """An expression as a quotient of linear forms over levels, the same at all places."""
    if "sum(" in text or "rank(" in text:
        return None
    term = numbering.register.terms(text, "")
    form = None if term is None else ratio(term)
    if term is None or form is None:
        return None
    if numbering.crosses(form) or not numbering.positive(form.denominator):
        return None
    named = {*form.numerator, *form.denominator}
    return form, [level for level in dict.fromkeys(levels(term)) if level in named]


def claim_keys(claims: Claims, numbering: Numbering, used: list[Level], mine: Ints) -> Ints:
    """The column keys of the levels of some claims of one expression."""
    place, period = claims.place[mine], claims.period[mine]
    return np.column_stack([numbering.keys(level, place, claims.periods, period) for level in used])


def _rows(
    form: Ratio, used: list[Level], keys: Ints, ends: tuple[Floats, Floats], mine: Ints
) -> Iterator[Block]:
    top = np.array([form.numerator.get(level, 0.0) for level in used])
    under = np.array([form.denominator.get(level, 0.0) for level in used])
    constant, base = form.numerator.get(None, 0.0), form.denominator.get(None, 0.0)
    if not under.any():
        weight = np.broadcast_to(top / base, keys.shape).copy()
        shift = constant / base
        yield Block(keys, weight, ends[0] - shift, ends[1] - shift, mine)
        return
    for k, end in enumerate(ends):
        sure = np.isfinite(end)
        weight = top - end[sure][:, None] * under
        at = end[sure] * base - constant
        free = np.full(len(at), INF)
        low, high = (at, free) if k == 0 else (-free, at)
        yield Block(keys[sure], weight, low, high, mine[sure])


class AtPlaces(NamedTuple):
    """A rule at many places and periods: its sides, their levels, and the levels' keys."""

    relation: Relation
    tolerance: float
    left: Term
    right: Term
    used: list[Level]
    keys: Ints


def applied_rules(numbering: Numbering, catalogue: Catalogue) -> Iterator[AtPlaces]:
    """Hard rules wherever at most one of their levels is unknown (none for inequalities)."""
    larger = {place.parent for place in catalogue.territories.values()}
    wholes = [place for place in numbering.places if place in larger]
    for rule in catalogue.rules:
        if not rule.hard or not rule.combed or rule.when:
            continue  # what is soft or holds on a condition is for the exact search
        relation = check_rule(rule.rule, catalogue)
        for place in wholes if "sum(" in rule.rule else [""]:
            left = numbering.register.terms(show(relation.left), place)
            right = numbering.register.terms(show(relation.right), place)
            if left is not None and right is not None:
                used = list(dict.fromkeys([*levels(left), *levels(right)]))
                keys = _instances(
                    numbering, used, place, int(relation.sign == "=" and len(used) > 1)
                )
                if len(keys):
                    yield AtPlaces(relation, rule.tolerance, left, right, used, keys)


def rule_blocks(numbering: Numbering, catalogue: Catalogue) -> Iterator[Block]:
    """The rows of rules that are linear."""
    for relation, tolerance, left, right, used, keys in applied_rules(numbering, catalogue):
        term, bounds = relation_term(relation, left, right, tolerance)
        form = ratio(term)
        if form and not numbering.crosses(form) and numbering.positive(form.denominator):
            n = np.ones(len(keys))
            ends = (n * bounds.lower, n * bounds.upper)
            yield from _rows(form, used, keys, ends, np.full(len(keys), RULE))


def _instances(numbering: Numbering, used: list[Level], place: str, unknown: int) -> Ints:
    """Column keys of a rule at every place and period where at most so many are unknown."""
    codes = {numbering.code(level.code) for level in used}
    if place:
        own = numbering.place(place)
        inside = {numbering.place(level.where.territory or place) for level in used}
        ranges = [
            ((c << CODE) + (w << PLACE), (c << CODE) + ((w + 1) << PLACE))
            for c in codes
            for w in inside
        ]
    else:
        own = -1
        ranges = [(c << CODE, (c + 1) << CODE) for c in codes]
    known = numbering.known
    ends = np.searchsorted(known, np.array(ranges, dtype=np.int64))
    mine = np.concatenate([known[a:b] for a, b in ends])
    spots = np.unique(mine & (LOW if place else np.int64((1 << CODE) - 1)))
    if not len(spots):
        return np.zeros((0, len(used)), dtype=np.int64)
    _, where, first, last = numbering.unpack(spots)
    if place:
        where = np.full(len(where), own)
    spans, period = np.unique(spots & LOW, return_inverse=True)
    _, _, first, last = numbering.unpack(spans)
    periods = [Period(a, b) for a, b in zip(first.tolist(), last.tolist(), strict=True)]
    keys = np.column_stack([numbering.keys(level, where, periods, period) for level in used])
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    found: Ints = keys[(known[at] != keys).sum(axis=1) <= unknown]
    return found


def time_blocks(numbering: Numbering, catalogue: Catalogue) -> Iterator[Block]:
    """How flows add up over months; places with the same periods are done together."""
    code, place, first, last = numbering.unpack(numbering.known)
    names = {number: name for name, number in numbering.codes.items()}
    for number, name in names.items():
        if catalogue.indicator(name).kind != "flow" or name in numbering.broken:
            continue
        same: dict[tuple[Period, ...], list[int]] = {}
        mine = np.flatnonzero(code == number)
        mine = mine[np.argsort(place[mine], kind="stable")]
        for part in np.split(mine, np.flatnonzero(np.diff(place[mine])) + 1):
            spans = tuple(Period(int(first[k]), int(last[k])) for k in part)
            if any(p.months > 1 for p in spans):
                same.setdefault(spans, []).append(int(place[part[0]]))
        for spans, places in same.items():
            found = list(decompositions(spans))
            if not found:
                continue
            three = np.array([[span_of(period) for period in d] for d in found])
            heads = (np.int64(number) << CODE) + (np.array(places, dtype=np.int64) << PLACE)
            columns = (heads[:, None, None] + three).reshape(-1, 3)
            n = len(columns)
            weight = np.broadcast_to(np.array([1.0, -1.0, -1.0]), columns.shape).copy()
            yield Block(columns, weight, np.zeros(n), np.zeros(n), np.full(n, TIME))


def revised(block: Block) -> list[Block]:
    """Sums over time whose months may have been revised since the whole was printed."""
    n = len(block.claim)
    rows = []
    for side in (1 - REVISED, 1 + REVISED):
        weight = np.broadcast_to(np.array([-side, 1.0, 1.0]), block.columns.shape).copy()
        low, high = (0.0, INF) if side < 1 else (-INF, 0.0)
        rows.append(block._replace(weight=weight, low=np.full(n, low), high=np.full(n, high)))
    return rows
