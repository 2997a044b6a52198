"""Claims to facts: check, localise, reconcile, bound.

account = comb(claims, catalogue, sources)
account.need(query("telecom_revenue@CN,2020", ...)).interval
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any

from bluebook.comb.account import Account as Account
from bluebook.comb.account import Disagreement as Disagreement

if TYPE_CHECKING:
    from bluebook.comb.decide import Decision
    from bluebook.comb.facts import Solved
    from bluebook.comb.reconcile.impute import Request
    from bluebook.comb.reconcile.solve import Solution
    from bluebook.comb.reconcile.values import Method
    from bluebook.comb.system.statement import Component
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

    from bluebook.comb.decide import named, settled
    from bluebook.comb.explain.crowd import explain_crowds
    from bluebook.comb.explain.disagreements import disagreements, ordered
    from bluebook.comb.explain.loose import explain_loose
    from bluebook.comb.explain.plans import explain_plans
    from bluebook.comb.explain.scale import explain_scale
    from bluebook.comb.facts import account, solved
    from bluebook.comb.reconcile.solve import solve
    from bluebook.comb.screen import screen
    from bluebook.comb.system.build import components

    believed, rejected = named(decisions, "accept"), named(decisions, "reject")
    large = sum(claim.is_fact for claim in claims) >= MANY
    solutions: dict[tuple[Component, bool], Solution] = {}

    def explained(
        kept: Sequence[Claim], before: Sequence[Disagreement] = (), doubted: Set[str] = frozenset()
    ) -> tuple[list[Solved], list[Disagreement]]:
        """What is known of all columns, and what disagrees beside what was told before. Parts
        with doubted claims, which may yet be set aside, are explained but not solved."""
        if large:
            from bluebook.comb.bulk.columnar import combed

            return combed(kept, catalogue, sources, believed)
        pairs: list[tuple[Component, Solution]] = []
        for part in components(kept, catalogue, sources, believed):
            full = doubted.isdisjoint(c for one in part.statements for c in one.claims)
            if (part, full) not in solutions:
                solutions[part, full] = solve(part, full, method)
            pairs.append((part, solutions[part, full]))
        new = disagreements(kept, catalogue, sources, pairs, before)
        return [solved(*pair) for pair in pairs], new

    def of(
        told: Sequence[Claim], known: Iterable[Solved], found: Sequence[Disagreement]
    ) -> Account:
        return account(told, catalogue, sources, known, (settled(found, decisions), rejected))

    def told(found: Sequence[Disagreement]) -> list[Disagreement]:
        """Without setting aside what was decided to be true."""
        return [
            replace(one, set_aside=tuple(c for c in one.set_aside if c not in believed))
            for one in found
        ]

    def aside(found: Iterable[Disagreement]) -> set[str]:
        return {c for one in found for c in one.set_aside}

    def without(some: Sequence[Claim], gone: Set[str]) -> Sequence[Claim]:
        return [claim for claim in some if claim.id not in gone] if gone else some

    heard = without(claims, rejected)
    crowds = told(explain_crowds(heard, catalogue, sources, believed))
    tied = {c for one in crowds for tie in one.ties for c in tie}
    calm = without(heard, aside(crowds) | tied)
    tables = told(screen(calm, catalogue, sources, lambda some: of(some, *explained(some))))
    first, kept = [*crowds, *tables], without(calm, aside(tables))
    doubted = set() if large else aside(told(explain_scale(kept, catalogue)))
    known, new = explained(kept, first, doubted)
    slips = told(explain_scale(kept, catalogue, [*first, *new]))
    if doubted or aside(slips):
        known, new = explained(without(kept, aside(slips)), [*first, *slips])
    result = of(claims, known, [*first, *slips, *new])
    late = settled([*explain_plans(result), *explain_loose(result, sources)], decisions)
    result.disagreements = ordered([*result.disagreements, *late])
    if imputations:
        from bluebook.comb.reconcile.impute import impute

        impute(result, imputations)
    return result


def rows(account: Account) -> list[dict[str, Any]]:
    """Facts as rows for Parquet and JSON, in a fixed order."""
    import msgspec

    tables = (account.levels, account.stated, account.targets)
    facts = [fact for table in tables for _, fact in sorted(table.items())]
    return [msgspec.structs.asdict(fact) for fact in facts]
