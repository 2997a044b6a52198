"""Values in bulk: what `bulk` leaves is reconciled, counted things made whole, and proven.

A part that cannot be balanced is a conflict of a cycle: the rows of its certificate go to the exact
search, and everything is looked at again.
"""

from __future__ import annotations

import numpy as np

from bluebook.comb.bulk.conflicts import ROUNDS, Body, Box, Bulk
from bluebook.comb.bulk.mend import mended
from bluebook.comb.bulk.nearest import Nearest, binding, nearest, wishes
from bluebook.comb.bulk.proof import Proof, claims_hold, identities_hold
from bluebook.comb.bulk.sums import find_sums
from bluebook.comb.bulk.whole import whole
from bluebook.comb.system.arrays import Floats, Ints, Mask

DIGITS = 15
BLUNT = 1e-3  # rows of a certificate that pull less than this, of the most, are left out


def reconciled(body: Body) -> Bulk:
    """Values as well; conflicts of cycles on the way."""
    value = body.table["value"].to_numpy()
    half = body.table["half_width"].to_numpy()
    counted = _counted(body)
    for attempt in range(ROUNDS):
        box = body.settle()
        sums = find_sums(body.system.rules, len(body.system.floors))
        blocks = body.system.live()
        said = blocks[len(sums.needless) :]
        needless = [*sums.needless, *(np.zeros(len(block.claim), bool) for block in said)]
        rows = binding(blocks, needless, box)
        wish = wishes(blocks, value, half, box, counted)
        found = nearest(rows, wish, box)
        if not len(found.failed):
            break
        seeds = _certificates(found)
        if attempt > ROUNDS // 2 or not body.explain(seeds, attempt % 2):
            body.give_up(seeds)
    values = sums.anew(tidy(mended(found.values, rows, box), box))
    moved = float(np.sum(((values - wish.value) / wish.spread)[found.rows.used] ** 2))
    left: Ints = np.zeros(0, dtype=np.int64)
    if counted.any():
        values, left = whole(values, counted, sums, rows, (*box, _neighbours(body)))
    proof = _proof(body, values, (moved, found.balanced.least))
    made = int(counted.sum()) - len(left)
    return body.bulk(box, values, proof._replace(counted=made, not_whole=len(left)))


def tidy(values: Floats, box: Box) -> Floats:
    """Values to fifteen digits, inside their bounds: what comes after is the solver's noise.

    >>> tidy(np.array([134.99999999999994]), (np.zeros(1), np.full(1, 200.0))).tolist()
    [135.0]
    """
    with np.errstate(divide="ignore"):
        digits = DIGITS - 1 - np.floor(np.log10(np.abs(values)))
    scale = 10.0 ** np.clip(digits, -300.0, 300.0)
    with np.errstate(over="ignore", invalid="ignore"):
        short = np.rint(values * scale) / scale
    found: Floats = np.clip(np.where(np.isfinite(short), short, values), *box)
    return found


def _counted(body: Body) -> Mask:
    """Which columns count things."""
    units = body.catalogue.units
    found = {name: body.catalogue.indicator(name).unit for name in body.numbering.codes}
    return body.by_code(
        {name: unit in units and units[unit].counted for name, unit in found.items()}
    )


def _neighbours(body: Body) -> Ints:
    """An order of columns in which parts of one place are neighbours."""
    code, place, first, last = body.numbering.unpack(body.numbering.known)
    parents = [body.catalogue.territory(name).parent for name in body.numbering.places]
    rank = {name: k for k, name in enumerate(sorted(set(parents)))}
    parent = np.array([rank[name] for name in parents], dtype=np.int64)[place]
    order: Ints = np.lexsort((place, parent, last, first, code))
    return order


def _proof(body: Body, values: Floats, squares: tuple[float, float]) -> Proof:
    """What an independent pass over the values finds."""
    kept = body.heard & ~body.system.out[: len(body.table)]
    ends = body.printed._replace(
        lower=np.where(body.loose, body.generous.lower, body.printed.lower),
        upper=np.where(body.loose, body.generous.upper, body.printed.upper),
    )
    claims, excess, worst = claims_hold(ends, np.flatnonzero(kept), body.numbering, values)
    identities, residual = identities_hold(
        body.catalogue, body.numbering, values, body.system.relaxed
    )
    name = body.table["id"][worst] if worst >= 0 else ""
    moved, least = squares
    gap = max(0.0, moved - least) / moved if moved else 0.0
    return Proof(claims, excess, name, identities, residual, 0, 0, moved, gap)


def _certificates(found: Nearest) -> list[Ints]:
    """For each part that cannot hold, the columns of the rows that show it."""
    price, part, rows = np.abs(found.balanced.price), found.balanced.part, found.rows
    out = []
    for name in np.unique(part[found.failed]):
        mine = np.flatnonzero(part == name)
        pulling = mine[price[mine] > BLUNT * price[mine].max()]
        out.append(np.unique(rows.column[np.isin(rows.row, pulling)]))
    return out
