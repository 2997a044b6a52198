"""A million entangled claims: checked as arrays, localised where they conflict.

Bounds are propagated over whole blocks of rows at once. Where a column is left without a value,
the claims around it are given to the exact search (`localise`), what it sets aside is taken out,
and propagation goes on until nothing conflicts. Propagation alone sees every conflict that a
chain of rows shows, not one that needs several rows of a cycle at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from bluebook.comb.account import Disagreement
from bluebook.comb.blocks import (
    INF,
    Block,
    Claims,
    Floats,
    Ints,
    Numbering,
    claim_blocks,
    rule_blocks,
    time_blocks,
)
from bluebook.comb.build import generous
from bluebook.comb.witness import Witness
from bluebook.language.expression import names, parse
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period

if TYPE_CHECKING:
    import polars as pl

SWEEPS = 12
ROUNDS = 20
AROUND = 1000  # claims given to the exact search at once, at most
RADIUS = 2  # rows between a column left without a value and the farthest one looked at
SLIP = 1e-12


class Bulk(NamedTuple):
    """Disagreements, and the bounds of every column: code, territory, first and last month."""

    disagreements: list[Disagreement]
    bounds: pl.DataFrame


def check_bulk(table: pl.DataFrame, catalogue: Catalogue, sources: Mapping[str, Witness]) -> Bulk:
    """Check and localise claims in a data frame with the columns `expression, territory, period,
    value, half_width, source, id`."""
    import polars as pl

    claims = _read(table)
    numbering = Numbering(catalogue, claims.places)
    found = [block for block, _ in claim_blocks(claims, numbering)]
    numbering.known = np.unique(np.concatenate([block.columns.ravel() for block in found]))
    for _ in range(2):
        extra = [*rule_blocks(numbering, catalogue), *time_blocks(numbering, catalogue)]
        numbering.known = np.unique(
            np.concatenate([numbering.known, *(block.columns.ravel() for block in extra)])
        )
    blocks = [_numbered(block, numbering.known) for block in [*found, *extra]]
    system = System(blocks, _floors(numbering, catalogue), len(claims.text))
    told: dict[tuple[str, ...], Disagreement] = {}
    exact = Exact(table, catalogue, sources)
    for _ in range(ROUNDS):
        lower, upper, empty = system.propagate()
        if not len(empty):
            break
        before = system.dropped.sum()
        for numbers in system.around(empty):
            if system.dropped[numbers].any():
                continue  # what was just taken out may have been the cause
            for one in exact(numbers):
                told[one.claims] = one
                aside = {*one.set_aside, *(c for tie in one.ties for c in tie)}
                if one.severity == "note" and not aside:
                    aside = set(one.claims)
                system.drop(numbers, table, aside)
        if system.dropped.sum() == before:
            break
    code, place, first, last = numbering.unpack(numbering.known)
    codes, places = list(numbering.codes), list(numbering.places)
    bounds = pl.DataFrame(
        {
            "code": np.array(codes)[code],
            "territory": np.array(places)[place],
            "first": first,
            "last": last,
            "lower": lower,
            "upper": upper,
        }
    )
    return Bulk(list(told.values()), bounds)


def _read(table: pl.DataFrame) -> Claims:
    """The table's texts as numbers, its claims as generous intervals."""

    def numbers(name: str) -> tuple[list[str], Ints]:
        texts = table[name].unique().sort()
        numbered = texts.to_frame().with_row_index("number")
        found = table.select(name).join(numbered, on=name, how="left", maintain_order="left")
        return texts.to_list(), found["number"].to_numpy().astype(np.int64)

    texts, text = numbers("expression")
    places, place = numbers("territory")
    periods, period = numbers("period")
    value, half = table["value"].to_numpy(), table["half_width"].to_numpy()
    wide = _generous(value, half)
    return Claims(
        texts, places, [Period.parse(p) for p in periods], text, place, period,
        value - wide - SLIP * np.abs(value), value + wide + SLIP * np.abs(value),
    )  # fmt: skip


def _generous(value: Floats, half: Floats) -> Floats:
    """`build.generous` over arrays: twice the half width, more for figures with two zeros."""
    wide = 2.0 * half
    with np.errstate(divide="ignore", invalid="ignore"):
        digits = np.rint(np.abs(value) / (2 * half))
    round_off = np.flatnonzero((digits > 0) & (digits % 100 == 0))
    for k in round_off:
        wide[k] = generous(float(value[k]), float(half[k]))
    return wide


def _numbered(block: Block, known: Ints) -> Block:
    return block._replace(columns=np.searchsorted(known, block.columns))


def _floors(numbering: Numbering, catalogue: Catalogue) -> Floats:
    code, *_ = numbering.unpack(numbering.known)
    signed = [catalogue.indicator(name).signed for name in numbering.codes]
    floors: Floats = np.where(np.array(signed)[code], -INF, 0.0)
    return floors


class System:
    """Blocks of rows over numbered columns, and which claims are dropped."""

    def __init__(self, blocks: Sequence[Block], floors: Floats, claims: int) -> None:
        self.blocks, self.floors = blocks, floors
        self.dropped = np.zeros(claims + 1, dtype=bool)  # the last stands for rules

    def propagate(self) -> tuple[Floats, Floats, Ints]:
        """Bounds, and the columns left without a value (the first that show)."""
        lower, upper = self.floors.copy(), np.full(len(self.floors), INF)
        moved = np.ones(len(lower), dtype=bool)
        for _ in range(SWEEPS):
            low, high = lower.copy(), upper.copy()
            for block in self.blocks:
                live = moved[block.columns].any(axis=1) & ~self.dropped[block.claim]
                if live.any():
                    _tighten(block, np.flatnonzero(live), (lower, upper), (low, high))
            slip = SLIP * np.maximum(np.abs(low), np.abs(np.where(np.isinf(high), 0, high)))
            empty = np.flatnonzero(low > high + slip)
            if len(empty):
                return lower, upper, empty
            width = np.where(np.isinf(upper), INF, upper - lower)
            with np.errstate(invalid="ignore"):
                gain = np.maximum(low - lower, np.where(np.isinf(upper), 0.0, upper - high))
            moved = (gain > 1e-4 * np.where(np.isinf(width), np.abs(low), width)) | (
                np.isinf(upper) & ~np.isinf(high)
            )
            lower, upper = low, high
            if not moved.any():
                break
        return lower, upper, np.zeros(0, dtype=np.int64)

    def around(self, empty: Ints) -> list[Ints]:
        """Claims near each column left without a value: those of the rows over it, and those
        that state the other columns of these rows."""
        near: dict[int, set[int]] = {int(j): {int(j)} for j in empty}
        touch = np.zeros(len(self.floors), dtype=bool)
        for _ in range(RADIUS):
            wanted = {j for group in near.values() for j in group}
            touch[:] = False
            touch[list(wanted)] = True
            at: dict[int, list[int]] = {}
            for block in self.blocks:
                hit = np.flatnonzero(touch[block.columns].any(axis=1))
                for row in block.columns[hit]:
                    for j in row:
                        if touch[j]:
                            at.setdefault(int(j), []).extend(map(int, row))
            near = {
                seed: (group | {i for j in group for i in at.get(j, ())})
                for seed, group in near.items()
            }
        about = self._claims({j for group in near.values() for j in group})
        out, seen = [], set()
        for group in near.values():
            numbers = sorted({c for j in group for c in about.get(j, ())})
            key = tuple(numbers)
            if key and key not in seen:
                seen.add(key)
                out.append(np.array(numbers[:AROUND], dtype=np.int64))
        return out

    def _claims(self, columns: set[int]) -> dict[int, list[int]]:
        """The claims whose rows touch each of these columns."""
        touch = np.zeros(len(self.floors), dtype=bool)
        touch[list(columns)] = True
        found: dict[int, list[int]] = {}
        for block in self.blocks:
            if len(block.claim) and block.claim[0] >= 0:
                for n in np.flatnonzero(touch[block.columns].any(axis=1)):
                    for j in block.columns[n]:
                        if touch[j]:
                            found.setdefault(int(j), []).append(int(block.claim[n]))
        return found

    def drop(self, numbers: Ints, table: pl.DataFrame, ids: set[str]) -> None:
        """Take claims out."""
        names = table["id"].gather(numbers.tolist()).to_list()
        for number, name in zip(numbers.tolist(), names, strict=True):
            if name in ids:
                self.dropped[number] = True


def _tighten(
    block: Block, live: Ints, now: tuple[Floats, Floats], then: tuple[Floats, Floats]
) -> None:
    """One step of propagation over the live rows of a block: bounds now, and those then."""
    (lower, upper), (low, high) = now, then
    columns, weight = block.columns[live], block.weight[live]
    up = weight > 0
    a = weight * np.where(up, lower[columns], upper[columns])
    b = weight * np.where(up, upper[columns], lower[columns])
    a[weight == 0], b[weight == 0] = 0.0, 0.0
    a_inf, b_inf = np.isneginf(a), np.isposinf(b)
    a_sum = np.where(a_inf, 0.0, a).sum(axis=1)[:, None]
    b_sum = np.where(b_inf, 0.0, b).sum(axis=1)[:, None]
    a_many, b_many = a_inf.sum(axis=1)[:, None], b_inf.sum(axis=1)[:, None]
    rest_low = np.where(a_many - a_inf > 0, -INF, a_sum - np.where(a_inf, 0.0, a))
    rest_high = np.where(b_many - b_inf > 0, INF, b_sum - np.where(b_inf, 0.0, b))
    least = block.low[live][:, None] - rest_high
    most = block.high[live][:, None] - rest_low
    with np.errstate(divide="ignore", invalid="ignore"):
        one, two = least / weight, most / weight
    new_low, new_high = np.where(up, one, two), np.where(up, two, one)
    sure = weight != 0
    np.maximum.at(low, columns[sure], new_low[sure])
    np.minimum.at(high, columns[sure], new_high[sure])


class Exact:
    """The exact search, over a few claims at a time."""

    def __init__(
        self, table: pl.DataFrame, catalogue: Catalogue, sources: Mapping[str, Witness]
    ) -> None:
        self.table = table.select(
            "expression", "territory", "period", "value", "half_width", "source", "id"
        )
        self.catalogue, self.sources = catalogue, sources
        self.rules = [(rule, _codes(rule.rule)) for rule in catalogue.rules]

    def __call__(self, numbers: Ints) -> list[Disagreement]:
        """Disagreements among these claims."""
        from bluebook.comb.build import components
        from bluebook.comb.explain import disagreements
        from bluebook.comb.solve import solve

        few = self.table[numbers.tolist()]
        claims = [Claim(**row, unit="") for row in few.iter_rows(named=True)]
        codes = {code for claim in claims for code in names(parse(claim.expression or ""))}
        rules = tuple(rule for rule, used in self.rules if used & codes)
        near = msgspec.structs.replace(self.catalogue, rules=rules)
        solved = [
            (part, solve(part, bounds=False)) for part in components(claims, near, self.sources)
        ]
        return disagreements(claims, near, self.sources, solved)


def _codes(rule: str) -> set[str]:
    relation = parse_rule(rule)
    return names(relation.left) | names(relation.right)
