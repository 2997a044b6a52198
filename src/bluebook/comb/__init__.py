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
    from bluebook.comb.reconcile import Method
    from bluebook.comb.solve import Solution
    from bluebook.comb.statement import Component
    from bluebook.comb.witness import Witness
    from bluebook.model.catalogue import Catalogue
    from bluebook.model.claim import Claim


MANY = 10_000  # claims that are combed as columns (`columnar`)


def comb(  # noqa: PLR0917
    claims: Sequence[Claim],
    catalogue: Catalogue,
    sources: Mapping[str, Witness],
    decisions: Sequence[Decision] = (),
    imputations: Sequence[Request] = (),
    method: Method = "absolute",
) -> Account:
    """The account of all claims: combed levels, stated facts, targets, disagreements.

    `imputations` are figures to be filled in between known points. `method` says what values
    inside the bounds are nearest to what was printed: least absolute deviations or squares.
    """
    from msgspec.structs import replace

    from bluebook.comb.build import components
    from bluebook.comb.crowd import explain_crowds
    from bluebook.comb.decide import named, settled
    from bluebook.comb.explain import disagreements, ordered
    from bluebook.comb.facts import account, solved
    from bluebook.comb.loose import explain_loose
    from bluebook.comb.plans import explain_plans
    from bluebook.comb.scale import explain_scale
    from bluebook.comb.screen import screen
    from bluebook.comb.solve import solve

    believed, rejected = named(decisions, "accept"), named(decisions, "reject")
    solutions: dict[Component, Solution] = {}

    def of(
        told: Sequence[Claim], kept: Sequence[Claim], screened: Sequence[Disagreement] = ()
    ) -> Account:
        if sum(claim.is_fact for claim in kept) >= MANY:
            from bluebook.comb.columnar import combed

            known, new = combed(kept, catalogue, sources, believed)
        else:
            parts = components(kept, catalogue, sources, believed)
            for part in parts:
                if part not in solutions:
                    solutions[part] = solve(part, method=method)
            known = [solved(part, solutions[part]) for part in parts]
            pairs = [(part, solutions[part]) for part in parts]
            new = disagreements(kept, catalogue, sources, pairs, screened)
        found = settled([*screened, *new], decisions)
        return account(told, catalogue, sources, known, (found, rejected))

    def told(found: Sequence[Disagreement]) -> list[Disagreement]:
        """Without setting aside what was decided to be true."""
        return [
            replace(one, set_aside=tuple(c for c in one.set_aside if c not in believed))
            for one in found
        ]

    def without(some: Sequence[Claim], found: Sequence[Disagreement]) -> Sequence[Claim]:
        aside = {c for one in found for c in one.set_aside}
        aside |= {c for one in found if one in crowds for tie in one.ties for c in tie}
        return [claim for claim in some if claim.id not in aside] if aside else some

    heard = [claim for claim in claims if claim.id not in rejected] if rejected else claims
    crowds = told(explain_crowds(heard, catalogue, sources, believed))
    calm = without(heard, crowds)
    first = [*crowds, *told(screen(calm, catalogue, sources, lambda some: of(some, some)))]
    kept = without(calm, first)
    result = of(claims, kept, first)
    slips = told(explain_scale(kept, catalogue, result.disagreements))
    if any(one.set_aside for one in slips):
        result = of(claims, without(kept, slips), [*first, *slips])
    else:
        result.disagreements = (*result.disagreements, *settled(slips, decisions))
    late = settled([*explain_plans(result), *explain_loose(result, sources)], decisions)
    result.disagreements = ordered([*result.disagreements, *late])
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
