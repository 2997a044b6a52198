"""Claims to facts: check, localise, reconcile, bound.

account = comb(claims, catalogue, sources)
account.need(query("telecom_revenue@CN,2020", ...)).interval
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bluebook.comb.account import Account as Account
from bluebook.comb.account import Disagreement as Disagreement

if TYPE_CHECKING:
    from bluebook.comb.decide import Decision
    from bluebook.comb.impute import Request
    from bluebook.comb.witness import Witness
    from bluebook.model.catalogue import Catalogue
    from bluebook.model.claim import Claim


def comb(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    sources: Mapping[str, Witness],
    decisions: Sequence[Decision] = (),
    imputations: Sequence[Request] = (),
) -> Account:
    """The account of all claims: combed levels, stated facts, targets, disagreements.

    `imputations` are figures to be filled in between known points.
    """
    from bluebook.comb.build import components
    from bluebook.comb.decide import named, settled
    from bluebook.comb.explain import disagreements
    from bluebook.comb.facts import account
    from bluebook.comb.solve import solve

    believed, rejected = named(decisions, "accept"), named(decisions, "reject")
    heard = [claim for claim in claims if claim.id not in rejected] if rejected else claims
    solved = [(part, solve(part)) for part in components(heard, catalogue, sources, believed)]
    found = settled(disagreements(heard, catalogue, sources, solved), decisions)
    result = account(claims, catalogue, sources, solved, (found, rejected))
    if imputations:
        from bluebook.comb.impute import impute

        impute(result, imputations)
    return result


def rows(account: Account) -> list[dict[str, Any]]:
    """Facts as rows for Parquet and JSON, in a fixed order."""
    import msgspec

    tables = (account.levels, account.stated, account.targets)
    facts = [fact for table in tables for _, fact in sorted(table.items())]
    return [msgspec.structs.asdict(fact) for fact in facts]
