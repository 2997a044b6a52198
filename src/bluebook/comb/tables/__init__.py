"""Defects of whole tables: columns that are clipped, reversed, repeated, or miss the total.

Systematic errors are found before single ones are looked for (de Waal, Pannekoek and Scholtus
2011, chapter 2): a column in the wrong order breaks a hundred identities at once, and no search for
the fewest wrong figures would name it. A table is what one source prints of one indicator for
many places and periods; it is held against what all other sources say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.system.register import canonical
from bluebook.comb.tables.backwards import explain_backwards
from bluebook.comb.tables.clipped import explain_clipped
from bluebook.comb.tables.repeated import explain_repeated
from bluebook.comb.tables.steps import explain_steps
from bluebook.comb.tables.sums import explain_sums
from bluebook.comb.tables.table import Table, tables
from bluebook.language.expression import names
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

DETECTORS: tuple[Callable[[Table, Account], Iterator[Disagreement]], ...] = (
    explain_clipped, explain_repeated, explain_backwards, explain_sums, explain_steps,
)  # fmt: skip
WHOLE = ("reversed", "sum")  # what these set aside is not looked at again


def explain_tables(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    comb: Callable[[Sequence[Claim]], Account],
) -> list[Disagreement]:
    """The defects of the tables among the claims.

    Tables are held against an account, made by `comb`, of what sources that print no table say of
    the same indicators and of those that a rule ties to them.
    """
    found = list(tables(claims, catalogue))
    if not found:
        return []
    sources = {table.source for table in found}
    codes = _related({table.measured for table in found}, catalogue)
    account = comb([
        claim for claim in claims
        if claim.source not in sources and claim.is_fact and codes & _codes(claim)
    ])  # fmt: skip
    return [one for table in found for one in _defects(table, account)]


def _related(codes: set[str], catalogue: Catalogue) -> set[str]:
    """The indicators, and those that a rule ties to them."""
    tied = [names(r.left) | names(r.right) for r in map(parse_rule, _rules(catalogue))]
    return codes.union(*(one for one in tied if one & codes))


def _rules(catalogue: Catalogue) -> list[str]:
    return [rule.rule for rule in catalogue.rules if rule.combed]


def _codes(claim: Claim) -> set[str]:
    return names(canonical(claim.expression or "")[0])


def _defects(table: Table, account: Account) -> Iterator[Disagreement]:
    for detector in DETECTORS:
        told = list(detector(table, account))
        yield from told
        if gone := {c for one in told if one.kind in WHOLE for c in one.set_aside}:
            table = table.without(gone)
