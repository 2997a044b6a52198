"""Questions to an edition: facts by query, and the origins of a printed number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bluebook.errors import BluebookError
from bluebook.language.expression import Call, Name, parse, show
from bluebook.language.meaning import Query, query, split_query
from bluebook.model.fact import Fact
from bluebook.model.period import Period

if TYPE_CHECKING:
    from bluebook.comb.account import Account
    from bluebook.edition import Edition
    from bluebook.press.build import Press


def ask(account: Account, edition: Edition, queries: Iterable[str]) -> list[Fact]:
    """The facts of queries; one without a period gives every period known of it."""
    facts: list[Fact] = []
    for text in queries:
        source, place, when = split_query(text)
        wanted = query(text, account.catalogue, edition.book.territory, edition.book.period)
        if when or (place and account.ask(wanted) and not _periods(account, wanted)):
            facts.append(account.need(wanted))
            continue
        found = [
            fact for period in _periods(account, wanted)
            if (fact := account.ask(Query(parse(source), wanted.territory, period))) is not None
        ]  # fmt: skip
        facts += _unique(found) or [account.need(wanted)]
    return facts


def _periods(account: Account, wanted: Query) -> list[Period]:
    """Every period in which a level of the expression, or the expression itself, is known."""
    codes = {
        part.expression.code for part in account.parts(wanted) if isinstance(part.expression, Name)
    }
    codes.add(show(wanted.expression))
    places = {part.territory for part in account.parts(wanted)} | {wanted.territory}
    known = {
        key[2]
        for table in (account.levels, account.stated, account.targets)
        for key in table
        if key[0] in codes and key[1] in places
    }
    return sorted(map(Period.parse, known), key=lambda p: (p.last, p.first))


def _unique(facts: list[Fact]) -> list[Fact]:
    return list({(f.expression, f.territory, f.period): f for f in facts}.values())


def trace(press: Press, ref: str) -> dict[str, Any]:
    """The tree of a printed figure (by its id, as in figures.json) or of a query."""
    from bluebook.prove.trace import trace as trace_query
    from bluebook.prove.trace import trace_figure

    account, edition = press.account(), press.edition
    if _is_query(ref, account):
        wanted = query(ref, account.catalogue, edition.book.territory, edition.book.period)
        return trace_query(account, wanted, edition.sources)
    for language in edition.book.languages:
        for figure in press.book(language).value.figures:
            if figure.id == ref:
                return trace_figure(account, figure, edition.sources)
    raise BluebookError(
        f"no printed number has the id {ref!r}",
        "give an id of figures.json, or EXPR@TERRITORY,PERIOD",
    )


def _is_query(ref: str, account: Account) -> bool:
    try:
        expression = parse(split_query(ref)[0])
    except BluebookError:
        return False
    match expression:
        case Name(code):
            return code in account.catalogue.indicators
        case Call():
            return True
        case _:
            return "@" in ref or any(code in ref for code in account.catalogue.indicators)
