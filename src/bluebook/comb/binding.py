"""What binds a figure: the claims and rules its bounds rest on, by the duals of two programs.

A bound of a linear program is a sum of rows, each weighted by its dual (Dantzig 1963): these rows
alone prove it. So "sharper than printed" is explained, and an unprinted figure is derived.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from bluebook.comb import MANY
from bluebook.comb.account import Account
from bluebook.comb.reconcile.solve import Force, forced
from bluebook.comb.system.build import components
from bluebook.comb.system.propagate import Box
from bluebook.comb.system.statement import Component
from bluebook.comb.witness import Witness
from bluebook.language.arithmetic import Column
from bluebook.language.expression import Name
from bluebook.language.meaning import Query
from bluebook.model.fact import Fact
from bluebook.model.interval import INF

MOST = 5000  # columns of a program


class Bind(msgspec.Struct, frozen=True, kw_only=True):
    """Why one level lies where it does.

    `lower` and `upper` name the claims by which it is at least and at most so much, `rules` the
    rules that take part. Empty where nothing binds.
    """

    expression: str
    territory: str
    period: str
    at_least: float
    at_most: float
    lower: tuple[str, ...]
    upper: tuple[str, ...]
    rules: tuple[str, ...]


def bind(
    account: Account,
    witnesses: Mapping[str, Witness],
    queries: Iterable[Query],
    rejected: Iterable[str] = (),
) -> list[Bind]:
    """The binding claims of each level behind the queries; of very many claims, those near it."""
    gone = {c for one in account.disagreements for c in one.set_aside} | set(rejected)
    kept = [claim for claim in account.claims.values() if claim.id not in gone]
    wanted: dict[Column, Fact] = {}
    for query in queries:
        for level in account.parts(query) or [query]:
            if isinstance(level.expression, Name):
                at = Column(level.expression.code, level.territory, level.period)
                if (fact := account.fact(at)) is not None:
                    wanted[at] = fact
    if wanted and len(kept) >= MANY:
        from bluebook.comb.bulk.columnar import around

        kept = around(kept, account.catalogue, witnesses, wanted)
    system = components(kept, account.catalogue, witnesses) if wanted else []
    forces: dict[int, Force] = {}
    out = []
    for at, fact in wanted.items():
        for n, part in enumerate(system):
            if at in part.columns:
                if n not in forces:
                    forces[n] = forced(part)[0]
                out.append(_bind(part, forces[n], fact, at))
                break
    return out


def _bind(component: Component, force: Force, fact: Fact, at: Column) -> Bind:
    j = component.columns.index(at)
    sides: list[tuple[str, ...]] = []
    rules: dict[str, None] = {}
    for numbers in _binding_rows(component, force, j):
        owners = [component.statements[s] for s in sorted({force.owners[n] for n in numbers})]
        sides.append(tuple(dict.fromkeys(one.claims[0] for one in owners if one.claims)))
        rules.update(dict.fromkeys(one.expression for one in owners if one.rule))
    return Bind(
        expression=at.code, territory=at.territory, period=str(at.period),
        at_least=fact.lower, at_most=fact.upper,
        lower=sides[0], upper=sides[1], rules=tuple(rules),
    )  # fmt: skip


def _binding_rows(component: Component, force: Force, j: int) -> Iterator[Collection[int]]:
    """The rows in force that the least and the greatest value of a column rest on.

    Where all rows together leave the solver no room, those that propagation used.
    """
    from bluebook.comb.system.program import Frame, Program

    small = force.rows and len(component.columns) <= MOST
    box = Box(component.floors, [INF] * len(component.floors))
    for sign, seen in ((1.0, force.box.below), (-1.0, force.box.above)):
        found: Collection[int] = ()
        if small:
            program = Program(force.rows, box.lower, box.upper, Frame(force.box, force.rows))
            found = program.least({j: sign}).rows
        yield found or seen(j)
