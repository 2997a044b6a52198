"""Traces: a figure or a query as a tree whose leaves are claims with their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bluebook.comb.account import Account
from bluebook.edition import Source
from bluebook.language.expression import Name, parse, show
from bluebook.language.meaning import Query
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.write.document import Figure

Tree = dict[str, Any]


def leaf(claim: Claim, sources: Mapping[str, Source]) -> Tree:
    """A claim as a leaf: what was said, by whom, where."""
    source = sources.get(claim.source)
    return {
        "claim": claim.id,
        "expression": claim.expression,
        "territory": claim.territory,
        "period": claim.period,
        "value": claim.value,
        "half_width": claim.half_width,
        "unit": claim.unit,
        "bound": claim.bound,
        "status": claim.status,
        "source": claim.source,
        "title": dict(source.title) if source else {},
        "publisher": dict(source.publisher) if source else {},
        "date": source.date.isoformat() if source else claim.said,
        "address": source.address if source else "",
        "file": claim.file,
        "locator": claim.locator,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
    }


def trace(account: Account, query: Query, sources: Mapping[str, Source]) -> Tree:
    """The tree of a query: its fact, the figures under it, and at the end the claims."""
    return _node(account, query, account.need(query), sources, set())


def trace_figure(account: Account, figure: Figure, sources: Mapping[str, Source]) -> Tree:
    """The tree of a printed figure.

    What is not the account's own word (a projection, a plan, one side of a conflict) shows the
    claims it was made from.
    """
    query = Query(parse(figure.expression), figure.territory, Period.parse(figure.period))
    fact = None if figure.status in ("F", "T") else account.ask(query)
    if fact is not None and (fact.value, fact.lower, fact.upper) == _said(figure):
        tree = _node(account, query, fact, sources, set())
    else:
        tree = _head(query, figure) | {"children": _leaves(account, figure.origins, sources)}
    return tree | {"figure": figure.id, "text": figure.text, "place": figure.place}


def _said(figure: Figure) -> tuple[float, float, float]:
    return figure.value, figure.lower, figure.upper


def _head(query: Query, fact: Fact | Figure) -> Tree:
    return {
        "expression": show(query.expression),
        "territory": query.territory,
        "period": str(query.period),
        "value": fact.value,
        "lower": fact.lower,
        "upper": fact.upper,
        "unit": fact.unit,
        "status": fact.status,
        "formula": None,
    }


def _node(
    account: Account,
    query: Query,
    fact: Fact,
    sources: Mapping[str, Source],
    seen: set[tuple[str, str, str]],
) -> Tree:
    """A fact with its claims as leaves; a computed one with its parts first."""
    seen = {*seen, (fact.expression, fact.territory, fact.period)}
    tree = _head(query, fact) | {"period": fact.period}
    children: list[Tree] = []
    parts = [] if _imputed(query, fact) else account.parts(query)
    if _imputed(query, fact):
        tree["formula"] = f"imputed: {fact.method}"
    stated = [c for c in fact.claims if _states(account, c, fact)]
    if parts and not stated:
        tree["formula"] = _formula(account, query)
        for part in parts:
            under = account.ask(part)
            if under and (under.expression, under.territory, under.period) not in seen:
                children.append(_node(account, part, under, sources, seen))
    else:
        children = _leaves(account, fact.claims, sources)
    if fact.set_aside:
        tree["set_aside"] = _leaves(account, fact.set_aside, sources)
    return tree | {"children": children or _leaves(account, fact.claims, sources)}


def _imputed(query: Query, fact: Fact) -> bool:
    return bool(fact.method) and isinstance(query.expression, Name) and fact.status == "E"


def _states(account: Account, claim: str, fact: Fact) -> bool:
    found = account.claims.get(claim)
    return found is not None and (found.expression, found.territory, found.period) == (
        fact.expression, fact.territory, fact.period,
    )  # fmt: skip


def _formula(account: Account, query: Query) -> str:
    """What was computed: the catalogue's formula of a derived indicator, else the expression."""
    if isinstance(query.expression, Name):
        formula = account.catalogue.indicator(query.expression.code).formula
        return formula or show(query.expression)
    return show(query.expression)


def _leaves(account: Account, claims: Iterable[str], sources: Mapping[str, Source]) -> list[Tree]:
    return [leaf(account.claims[c], sources) for c in claims if c in account.claims]
