"""A million entangled claims: checked as arrays, localised where they conflict, reconciled.

    found = comb_bulk(table, catalogue, sources)
    found.disagreements, found.bounds, found.proof

Bounds are propagated over whole blocks of rows at once (`system`). Where a column is left without
a value, the claims around it are given to the exact search (`exact`); what it sets aside is taken
out, what it reads generously is read so, and propagation goes on until nothing conflicts. Then
all columns are reconciled at once (`nearest`): a part that cannot be is a conflict that no chain
of rows shows, only several rows of a cycle together; the rows of its certificate go to the exact
search as well. What is left has an account that satisfies everything, which is its own proof of
being consistent, and is checked once more, by other code (`proof`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from msgspec.structs import replace

from bluebook.comb.account import Disagreement
from bluebook.comb.bulk.bounds import System
from bluebook.comb.bulk.exact import Exact
from bluebook.comb.bulk.habits import habits
from bluebook.comb.bulk.proof import Proof
from bluebook.comb.bulk.reading import as_claims, checked, read
from bluebook.comb.localise.mechanism import UNKNOWN_CAUSE
from bluebook.comb.system.arrays import INF, Floats, Ints
from bluebook.comb.system.blocks import Block, claim_blocks, rule_blocks, time_blocks
from bluebook.comb.system.numbering import Numbering
from bluebook.comb.witness import Witness
from bluebook.model.catalogue import Catalogue

if TYPE_CHECKING:
    import polars as pl

    from bluebook.comb.system.arrays import Mask

ROUNDS = 60
AROUND = 600  # claims given to the exact search at once, at most
RADIUS = 2  # rows between a column left without a value and the farthest one looked at
FARTHEST = 4
MILD = ("rounding", "revision")


Box = tuple[Floats, Floats]  # the bounds of every column


class Bulk(NamedTuple):
    """Disagreements, the bounds of every column (code, territory, first and last month, lower,
    upper, and where it was reconciled its value), the ids of claims that are no linear
    statements of fact, and the proof of the values."""

    disagreements: list[Disagreement]
    bounds: pl.DataFrame
    unread: list[str]
    proof: Proof | None = None


def check_bulk(table: pl.DataFrame, catalogue: Catalogue, sources: Mapping[str, Witness]) -> Bulk:
    """Check and localise claims in a data frame with the columns `expression, territory, period,
    value, half_width, source, id` (and, if there, `bound, status, said, suspect`).

    What several rows of a cycle show only together is seen by `comb_bulk` alone.
    """
    with Exact(catalogue, sources) as exact:
        body = Body(table, exact)
        return body.bulk(body.settle())


def comb_bulk(table: pl.DataFrame, catalogue: Catalogue, sources: Mapping[str, Witness]) -> Bulk:
    """The same, and one value for every column: the nearest to what was printed that satisfies
    every kept claim and every identity, whole where things are counted."""
    from bluebook.comb.bulk.values import reconciled

    with Exact(catalogue, sources) as exact:
        return reconciled(Body(table, exact))


class Body:
    """Claims of a table as a system, and what was found out about them."""

    def __init__(self, table: pl.DataFrame, exact: Exact) -> None:
        self.exact, self.catalogue = exact, exact.setting.catalogue
        catalogue = self.catalogue
        self.table, self.unread = checked(table, catalogue)
        self.printed, self.generous = read(self.table)
        self.numbering = Numbering(catalogue, self.printed.places)
        every = np.arange(len(self.table))
        found = list(claim_blocks(self.printed, self.numbering, every))
        self.numbering.learn(block.columns for block in found)
        extra: list[Block] = []
        before = -1
        while before != len(self.numbering.known) and len(self.numbering.known):
            before = len(self.numbering.known)
            rules = rule_blocks(self.numbering, catalogue)
            extra = [*rules, *time_blocks(self.numbering, catalogue)]
            self.numbering.learn(block.columns for block in extra)
        self.system = System(
            map(self.numbered, extra), map(self.numbered, found), self._floors(), len(self.table)
        )
        heard = np.zeros(len(self.table), dtype=bool)
        for block in found:
            heard[block.claim] = True
        self.heard = heard
        self.loose = np.zeros(len(self.table), dtype=bool)
        self.told: dict[tuple[str, ...], Disagreement] = {}
        self.searched: dict[bytes, list[Disagreement]] = {}
        exact.setting = replace(exact.setting, habits=habits(self))

    def numbered(self, block: Block) -> Block:
        """The block with numbers of columns for their keys."""
        return block._replace(columns=np.searchsorted(self.numbering.known, block.columns))

    def by_code(self, of: Mapping[str, bool]) -> Mask:
        """For each column what is true of its indicator."""
        code, *_ = self.numbering.unpack(self.numbering.known)
        found: Mask = np.array([of[name] for name in self.numbering.codes], dtype=bool)[code]
        return found

    def _floors(self) -> Floats:
        signed = {n: self.catalogue.indicator(n).signed for n in self.numbering.codes}
        floors: Floats = np.where(self.by_code(signed), -INF, 0.0)
        return floors

    # Conflicts --------------------------------------------------------------------------------

    def settle(self) -> Box:
        """Bounds, once every conflict that a chain of rows shows is explained."""
        radius = RADIUS
        for _ in range(ROUNDS):
            lower, upper, empty = self.system.propagate()
            if not len(empty):
                return lower, upper
            seeds = [np.array([j], dtype=np.int64) for j in empty.tolist()]
            if self.explain(seeds, radius):
                radius = RADIUS
            elif radius < FARTHEST:
                radius += 1
            else:
                self.give_up(seeds)
        while True:
            lower, upper, empty = self.system.propagate()
            if not len(empty):
                return lower, upper
            self.give_up([np.array([j], dtype=np.int64) for j in empty.tolist()])

    def explain(self, seeds: Sequence[Ints], radius: int) -> bool:
        """Search the claims around each seed (columns of one conflict); did that change
        anything? Of seeds near one another only that with the fewest rows is looked at: the
        others may be consequences, and show again if they are not. What is not settled is looked
        at once more from further away."""
        near, out = self.system.near, self.system.out
        reached = np.zeros(len(self.system.floors), dtype=bool)
        taken = np.zeros(len(self.table), dtype=bool)
        chosen: list[tuple[Ints, Ints]] = []
        for seed in sorted(seeds, key=near.degree):
            if not reached[seed].any():
                columns, numbers = near.around(seed, out, radius, AROUND)
                if len(numbers) and not taken[numbers].any():
                    taken[numbers] = True
                    chosen.append((seed, numbers))
                reached[columns] = True
        groups = [numbers for _, numbers in chosen]
        found = self._searched(groups)
        again = [k for k, told in enumerate(found) if not _clear(told)]
        for k in again:
            groups[k] = near.around(chosen[k][0], out, radius + 1, AROUND)[1]
        for k, told in zip(again, self._searched([groups[k] for k in again]), strict=True):
            found[k] = told
        ids = self.table["id"]
        place = {
            name: number
            for numbers in groups
            for name, number in zip(ids.gather(numbers.tolist()), numbers.tolist(), strict=True)
        }
        changed = False
        for settled in (True, False):  # what was taken out may have been behind the others
            for one in (one for told in found for one in told if bool(one.set_aside) == settled):
                changed |= self._apply(one, place)
            if changed:
                break
        return changed

    def _searched(self, groups: Sequence[Ints]) -> list[list[Disagreement]]:
        """What the exact search tells of groups of claims; each group is searched once."""
        wanted = [np.sort(numbers) for numbers in groups]
        new = {key.tobytes(): key for key in wanted if key.tobytes() not in self.searched}
        found = self.exact.all([as_claims(self.table[key.tolist()]) for key in new.values()])
        self.searched.update(zip(new, found, strict=True))
        return [self.searched[key.tobytes()] for key in wanted]

    def _apply(self, one: Disagreement, place: Mapping[str, int]) -> bool:
        """Take out what is set aside or tied; read generously what only rounding keeps apart."""
        out = self.system.out
        if one.set_aside and all(out[place[c]] for c in one.set_aside):
            return False
        self.told[one.claims] = one
        aside = {*one.set_aside, *(c for tie in one.ties for c in tie)}
        if one.kind in MILD and not aside:
            numbers = np.array([place[c] for c in one.claims if c in place], dtype=np.int64)
            if self._loosen(numbers) | (one.kind == "revision" and self._revised(numbers)):
                return True
        if not aside and one.kind != "rule":
            aside = {*one.claims[:1]} if one.kind == "definition" else {*one.claims}
        new = [place[c] for c in aside if c in place and not out[place[c]]]
        out[new] = True
        return bool(new)

    def _loosen(self, numbers: Ints) -> bool:
        new = numbers[~self.loose[numbers]]
        if not len(new):
            return False
        self.loose[new] = True
        rows = claim_blocks(self.generous, self.numbering, new)
        self.system.replace(new, [self.numbered(block) for block in rows])
        return True

    def _revised(self, numbers: Ints) -> bool:
        """Let months and cumulative figures of these claims differ as revisions make them."""
        near = self.system.near
        levels = [block for block in self.system.claims if block.columns.shape[1] == 1]
        said = [block.columns[np.isin(block.claim, numbers)].ravel() for block in levels]
        return self.system.relax(np.unique(np.concatenate([*said, near.none])))

    def give_up(self, seeds: Sequence[Ints]) -> None:
        """Tell a conflict that no search explained, and let its claims decide nothing."""
        for seed in seeds:
            _, numbers = self.system.near.around(seed, self.system.out, 0, AROUND)
            if not len(numbers):
                _, numbers = self.system.near.around(seed, self.system.out, 1, AROUND)
            if not len(numbers):  # identities alone: nothing that was said is to blame
                self.system.floors[seed] = -INF
                continue
            self.system.out[numbers] = True
            ids = tuple(self.table["id"].gather(numbers.tolist()).to_list())
            self.told[ids] = Disagreement(
                kind="unsettled", severity="warning", claims=ids, ties=(ids,), message=UNSETTLED
            )

    def bulk(self, box: Box, values: Floats | None = None, proof: Proof | None = None) -> Bulk:
        """The answer as a data frame."""
        import polars as pl

        from bluebook.comb.explain.systematic import explain_systematic

        code, place, first, last = self.numbering.unpack(self.numbering.known)
        codes, places = list(self.numbering.codes), list(self.numbering.places)
        columns = {
            "code": np.array(codes, dtype=object)[code],
            "territory": np.array(places, dtype=object)[place],
            "first": first, "last": last, "lower": box[0], "upper": box[1],
        }  # fmt: skip
        if values is not None:
            columns["value"] = values
        told = list(self.told.values())
        named = [c for one in told for c in one.claims]
        some = as_claims(self.table.filter(pl.col("id").is_in(named)))
        told = explain_systematic(told, {claim.id: claim for claim in some}, self.catalogue)
        unread = [*self.unread, *self.table.filter(~pl.Series(self.heard))["id"].to_list()]
        schema = {"code": pl.String, "territory": pl.String}
        return Bulk(told, pl.DataFrame(columns, schema_overrides=schema), unread, proof)


UNSETTLED = {
    "zh": "这些数字互相矛盾，未能确定哪一个有误。",
    "en": "These figures contradict one another, and it could not be settled which is wrong.",
}


def _clear(told: Sequence[Disagreement]) -> bool:
    """Is every figure set aside for a reason that is known, and something set aside? What only
    rounding keeps apart is clear as well."""
    aside = [c for one in told for c in one.set_aside]
    guesses = {c: guess for one in told for c, guess in one.proposed.items()}
    mild = bool(told) and not aside and all(one.kind in MILD for one in told)
    known = all(c in guesses and guesses[c][1] not in UNKNOWN_CAUSE for c in aside)
    return mild or (bool(aside) and known)
