"""Very many claims as columns: what `bulk` finds, as an account wants it.

Rules that are soft or hold on a condition, and claims that are no linear statements (a growth rate
of a growth rate, a rank, a sum over places) tell these nothing; such claims are facts as published.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from bluebook.comb.account import Disagreement
from bluebook.comb.bulk.conflicts import AROUND, RADIUS, Body
from bluebook.comb.bulk.exact import Exact
from bluebook.comb.bulk.reading import as_table
from bluebook.comb.bulk.values import reconciled
from bluebook.comb.facts import BACKING, Solved
from bluebook.comb.reconcile.solve import Solution
from bluebook.comb.witness import Witness
from bluebook.language.arithmetic import Column
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period


def combed(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    sources: Mapping[str, Witness],
    believed: Collection[str] = (),
) -> tuple[list[Solved], list[Disagreement]]:
    """Bounds and values of all columns, and the disagreements. Values are by least squares.

    `believed` are claims that a decision holds to be true.
    """
    with Exact(catalogue, sources, believed) as exact:
        body = Body(as_table(claims), exact)
        found = reconciled(body)
    lower, upper, value = (
        tuple(found.bounds[name].to_list()) for name in ("lower", "upper", "value")
    )
    ids = body.table["id"]

    def behind(j: int) -> list[str]:
        seed = np.array([j], dtype=np.int64)
        _, numbers = body.system.near.around(seed, body.system.out, 1, BACKING)
        return [str(ids[number]) for number in numbers.tolist()]

    columns = [
        Column(code, place, Period(first, last))
        for code, place, first, last in found.bounds.select(
            "code", "territory", "first", "last"
        ).iter_rows()
    ]
    return [Solved(columns, Solution(lower, upper, value, {}), behind)], found.disagreements


def around(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    sources: Mapping[str, Witness],
    columns: Iterable[Column],
) -> list[Claim]:
    """The claims that say something of columns, or of others at most two rows away."""
    body = Body(as_table([claim for claim in claims if claim.is_fact]), Exact(catalogue, sources))
    wanted = [key for at in columns if (key := body.numbering.key(at)) is not None]
    seeds = np.flatnonzero(np.isin(body.numbering.known, np.array(wanted, dtype=np.int64)))
    _, numbers = body.system.near.around(seeds, body.system.out, RADIUS, AROUND)
    near = set(body.table["id"].gather(np.sort(numbers).tolist()).to_list())
    return [claim for claim in claims if claim.id in near]
