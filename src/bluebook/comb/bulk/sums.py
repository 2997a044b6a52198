"""Which columns are sums of which others: identities opened down to columns nothing defines.

Every identity defines its first column (the left side of a rule, the whole of a time span) by the
others; what no identity defines is a leaf. An identity that the others imply is needless; one
that says something new of the leaves is a check. This is Gaussian elimination in an order that
the rules give, so that sums can be summed anew, exactly, from the leaves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from bluebook.comb.system.arrays import Floats, Ints, Mask
from bluebook.comb.system.blocks import Block

NEAR = 1e-6  # coefficients below this are none
DEEP = 40  # sums of sums


class Sums(NamedTuple):
    """`defined` columns are `matrix` @ leaves; `checks` @ leaves must be nothing.

    `needless` marks, block by block, identities that follow from the others."""

    leaves: Ints
    defined: Ints
    matrix: Any
    checks: Any
    needless: list[Mask]

    def anew(self, values: Floats) -> Floats:
        """The values with every sum summed anew."""
        out = values.copy()  # added up more precisely than numbers are kept, where that is known
        out[self.defined] = self.matrix.astype(np.longdouble) @ out[self.leaves]
        return out


def find_sums(blocks: Sequence[Block], count: int) -> Sums:
    """Which columns are sums of which others, by the identities among these rows of rules.

    Where identities go in a circle every column is a leaf.
    """
    from scipy import sparse

    row: list[Ints] = [np.zeros(0, dtype=np.int64)]
    column, weight, heads = list(row), [np.zeros(0)], list(row)
    used = [_identities(block) for block in blocks]
    n = 0
    for block, here in zip(blocks, used, strict=True):
        parts, factor = block.columns[here, 1:], -block.weight[here, 1:] / block.weight[here, :1]
        heads.append(block.columns[here, 0])
        row.append(np.repeat(np.arange(n, n + len(here)), parts.shape[1]))
        column.append(parts.ravel())
        weight.append(factor.ravel())
        n += len(here)
    head = np.concatenate(heads)
    terms = sparse.csr_array(
        (np.concatenate(weight), (np.concatenate(row), np.concatenate(column))), shape=(n, count)
    )
    defined, first = np.unique(head, return_index=True)
    leaf = np.ones(count, dtype=bool)
    leaf[defined] = False
    leaves = np.flatnonzero(leaf)
    own = terms[first]
    total = known = own[:, leaves]
    more = step = own[:, defined]
    for _ in range(DEEP):  # sums of sums, opened one level further each time
        if not more.nnz:
            break
        total = total + more @ known
        more = more @ step
    else:
        return find_sums([], count)._replace(needless=_marks(blocks, used, np.zeros(n, dtype=bool)))
    others = np.setdiff1d(np.arange(n), first)
    at = np.searchsorted(defined, head[others])
    check = sparse.csr_array(
        terms[others][:, leaves] + terms[others][:, defined] @ total - total[at]
    )
    check.data[np.abs(check.data) < NEAR] = 0.0
    check.eliminate_zeros()
    says = np.diff(check.indptr) > 0
    needless = np.zeros(n, dtype=bool)
    needless[others[~says]] = True
    marks = _marks(blocks, used, needless)
    return Sums(leaves, defined, sparse.csr_array(total), check[says], marks)


def _marks(blocks: Sequence[Block], used: Sequence[Ints], marked: Mask) -> list[Mask]:
    """Marks on identities, as marks on the rows of their blocks."""
    marks, begin = [], 0
    for block, here in zip(blocks, used, strict=True):
        mark = np.zeros(len(block.claim), dtype=bool)
        mark[here] = marked[begin : begin + len(here)]
        marks.append(mark)
        begin += len(here)
    return marks


def _identities(block: Block) -> Ints:
    """The rows that say that the first column is a sum of the others."""
    if block.columns.shape[1] == 1:
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero((block.low == 0) & (block.high == 0) & (block.weight[:, 0] != 0))
