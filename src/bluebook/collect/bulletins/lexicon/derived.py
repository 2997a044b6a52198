"""What the catalogue's rules make of an indicator: rates per head, stocks that flows add to."""

from __future__ import annotations

from functools import lru_cache

from bluebook.language.expression import Binary, Call, Expression, Name, Number
from bluebook.language.relation import Relation, read_rule
from bluebook.model.catalogue import Catalogue


def rates(catalogue: Catalogue, part: Expression) -> dict[Expression, Name]:
    """Rates of a part by what it is divided by, from rules such as `r = 100 * x / y`."""
    return _derived(catalogue)[0].get(part, {})


def counted(catalogue: Catalogue, rate: Expression) -> Name | None:
    """What a rate is one of: internet users of their share of the population."""
    return _derived(catalogue)[2].get(rate)


@lru_cache(maxsize=8)
def rated(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The indicators that have a rate, and each of their rates."""
    return tuple(
        (part.code, rate.code)
        for part, found in _derived(catalogue)[0].items()
        for rate in found.values()
        if isinstance(part, Name)
    )


def stock(catalogue: Catalogue, flow: Expression) -> Name | None:
    """The stock that a flow adds to, from rules such as `change(x) = ytd(flow)`."""
    return _derived(catalogue)[1].get(flow)


def flow(catalogue: Catalogue, stock: Expression) -> Expression | None:
    """The flow that adds to a stock: what was built to what stands."""
    return next((f for f, s in _derived(catalogue)[1].items() if s == stock), None)


Rates = dict[Expression, dict[Expression, Name]]


@lru_cache(maxsize=8)
def _derived(catalogue: Catalogue) -> tuple[Rates, dict[Expression, Name], dict[Expression, Name]]:
    made: Rates = {}
    stocks: dict[Expression, Name] = {}
    for rule in catalogue.rules:
        read = read_rule(rule.rule)
        for relation in read.relations if not read.when else ():
            match relation:
                case Relation(Name() as rate, "=", Binary("/", Binary("*", Number(), part), whole)):
                    made.setdefault(part, {})[whole] = rate
                case Relation(Call("change", (Name() as x,)), "=" | "<=", Call("ytd", (flow,))):
                    if not isinstance(flow, str):
                        stocks[flow] = x
    counts: dict[Expression, Name] = {
        r: part for part, by in made.items() if isinstance(part, Name) for r in by.values()
    }
    return made, stocks, counts
