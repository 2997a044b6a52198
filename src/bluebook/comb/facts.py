"""From solved components to an account: levels, stated expressions, targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from bluebook.comb.account import Account, Disagreement, Key
from bluebook.comb.reconcile.solve import Solution
from bluebook.comb.system.build import figure
from bluebook.comb.system.register import canonical
from bluebook.comb.system.statement import Component, Statement
from bluebook.comb.witness import Witness, cost
from bluebook.language.arithmetic import ON, Column
from bluebook.language.meaning import Query, canonical_period, unit_of
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.interval import UNKNOWN, Interval
from bluebook.model.period import Period

INF = float("inf")
VAGUE = 0.5  # an implied level is offered if its width is at most this part of its value
BACKING = 12  # claims named behind an implied figure


class Verdict:
    """What became of claims: set aside (or rejected), or disputed."""

    def __init__(self, disagreements: Iterable[Disagreement], rejected: Iterable[str]) -> None:
        self.aside = {c for one in disagreements for c in one.set_aside} | set(rejected)
        self.disputed = {c for one in disagreements for tie in one.ties for c in tie}


class Solved(NamedTuple):
    """Columns, what is known of them, and the claims that one nobody printed rests on."""

    columns: Sequence[Column]
    solution: Solution
    behind: Callable[[int], list[str]]


def solved(component: Component, solution: Solution) -> Solved:
    """A component with its solution."""
    return Solved(component.columns, solution, partial(_behind, component.statements, solution))


def account(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    witnesses: Mapping[str, Witness],
    parts: Iterable[Solved],
    verdicts: tuple[Sequence[Disagreement], Collection[str]],
) -> Account:
    """The account: facts of every level and expression.

    `verdicts` are the disagreements as they were settled, and the claims rejected by decision.
    """
    disagreements, rejected = verdicts
    verdict = Verdict(disagreements, rejected)
    by_figure: dict[Key, list[Claim]] = defaultdict(list)
    targets: dict[Key, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.is_fact:
            by_figure[figure(claim, catalogue)].append(claim)
        elif claim.status == "target" and claim.expression is not None and not claim.suspect:
            targets[figure(claim, catalogue)].append(claim)
    result = Account(
        catalogue=catalogue,
        claims={claim.id: claim for claim in claims},
        levels={},
        stated={},
        targets={
            key: _target(key, same, catalogue, witnesses) for key, same in sorted(targets.items())
        },
        disagreements=tuple(disagreements),
    )
    for part in parts:
        for fact in levels(part, by_figure, verdict, catalogue):
            result.levels[fact.expression, fact.territory, fact.period] = fact
        result.restated.update(_restated(part, catalogue))
    for key, same in sorted(by_figure.items()):
        if key not in result.levels:
            stated = _stated(result, key, same, verdict)
            if stated is not None:
                result.stated[key] = stated
    return result


def levels(
    part: Solved,
    by_figure: Mapping[Key, Sequence[Claim]],
    verdict: Verdict,
    catalogue: Catalogue,
) -> Iterable[Fact]:
    """The facts of columns: those that are claimed, and those known sharply."""
    solution = part.solution
    for j, at in enumerate(part.columns):
        if at.status:  # what a plan must have been, or a level restated: no fact
            continue
        key = (at.code, at.territory, str(at.period))
        same = by_figure.get(key, ())
        kept = [c for c in same if c.id not in verdict.aside]
        value, lower, upper = solution.values[j], solution.lower[j], solution.upper[j]
        if not kept and not _sharp(lower, upper):
            continue
        backing = [c.id for c in kept] or part.behind(j)
        yield Fact(
            expression=key[0],
            territory=key[1],
            period=key[2],
            value=value,
            lower=lower,
            upper=upper,
            unit=catalogue.indicator(at.code).unit,
            status=_status(kept, j in solution.disputed, verdict),
            claims=tuple(backing),
            set_aside=tuple(c.id for c in same if c.id in verdict.aside),
        )


def _restated(part: Solved, catalogue: Catalogue) -> Iterable[tuple[Key, Fact]]:
    """Levels on the footing after a break, as far as the claims across it tell."""
    solution = part.solution
    for j, at in enumerate(part.columns):
        if at.status.startswith(ON) and _sharp(solution.lower[j], solution.upper[j]):
            period = str(at.period)
            yield (at.code, at.territory, f"{period} {at.status}"), Fact(
                expression=at.code, territory=at.territory, period=period,
                value=solution.values[j], lower=solution.lower[j], upper=solution.upper[j],
                unit=catalogue.indicator(at.code).unit, status="E",
                claims=tuple(part.behind(j)),
            )  # fmt: skip


def _sharp(lower: float, upper: float) -> bool:
    middle = Interval(lower, upper).middle
    return upper - lower <= VAGUE * abs(middle) and middle != 0


def _behind(statements: Sequence[Statement], solution: Solution, j: int) -> list[str]:
    """The claims that an implied figure rests on."""
    found = [c for s in solution.implied.get(j, ()) for c in statements[s].claims[:1]]
    return list(dict.fromkeys(found))[:BACKING]


def _status(kept: Sequence[Claim], disputed: bool, verdict: Verdict) -> str:
    if disputed or any(c.id in verdict.disputed for c in kept):
        return "D"
    if not kept:
        return "E"
    return "P" if all(c.status == "preliminary" for c in kept) else "A"


def _stated(account: Account, key: Key, same: Sequence[Claim], verdict: Verdict) -> Fact | None:
    """The fact of an expression that some claim states."""
    kept = [c for c in same if c.id not in verdict.aside]
    aside = tuple(c.id for c in same if c.id in verdict.aside)
    expression, _ = canonical(key[0])
    query = Query(expression, key[1], Period.parse(key[2]))
    if not kept:
        computed = account.ask(query)
        if computed is None:
            return None
        return Fact(
            **{f: getattr(computed, f) for f in computed.__struct_fields__} | {"set_aside": aside}
        )
    within = UNKNOWN
    for claim in kept:
        met = within.meet(claim.interval)
        within = met if not met.empty else _hull(within, claim.interval)
    best = min(kept, key=lambda c: (bool(c.bound), c.half_width, c.id))
    return Fact(
        expression=key[0],
        territory=key[1],
        period=key[2],
        value=min(max(best.value, within.lower), within.upper),
        lower=within.lower,
        upper=within.upper,
        unit=unit_of(expression, account.catalogue),
        status=_status(kept, False, verdict),
        claims=tuple(c.id for c in kept),
        set_aside=aside,
    )


def _hull(a: Interval, b: Interval) -> Interval:
    return Interval(min(a.lower, b.lower), max(a.upper, b.upper))


def _target(
    key: Key, same: Sequence[Claim], catalogue: Catalogue, witnesses: Mapping[str, Witness]
) -> Fact:
    """A plan figure: of several, that of the most reliable source, the latest of these."""

    def rank(claim: Claim) -> tuple[float, str, str]:
        known = witnesses.get(claim.source)
        reliability = known.reliability if known else "news"
        return cost(reliability), claim.said, claim.id

    best = max(same, key=rank)
    expression, _ = canonical(key[0])
    assert str(canonical_period(expression, Period.parse(key[2]), catalogue)) == key[2]
    return Fact(
        expression=key[0],
        territory=key[1],
        period=key[2],
        value=best.value,
        lower=best.interval.lower,
        upper=best.interval.upper,
        unit=unit_of(expression, catalogue),
        status="T",
        claims=tuple(c.id for c in same),
    )
