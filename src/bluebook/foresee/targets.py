"""Plan targets: what is reached, and the growth a year that is still needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook.comb.account import Account
from bluebook.foresee.outlook import Target
from bluebook.language.expression import parse, show
from bluebook.language.meaning import Query, canonical_period, is_stock
from bluebook.model.fact import Fact
from bluebook.model.period import Period

if TYPE_CHECKING:
    from bluebook.edition import Edition


def progress(edition: Edition, account: Account) -> tuple[Target, ...]:
    """Each target of targets.toml beside what is reached of it up to the edition's period.

    A stock is judged by its latest level, a flow by the flow of the target's own period alone:
    what was built this year is no part of what is to be built next year.
    """
    found = []
    now = Period.parse(edition.book.period)
    for entry in edition.targets:
        expression = parse(entry.expression)
        period = canonical_period(expression, Period.parse(entry.period), account.catalogue)
        goal = account.targets.get((show(expression), entry.territory, str(period)))
        if goal is None:
            continue
        reached = _latest(account, Query(expression, entry.territory, period), now)
        completion = needed = None
        if reached is not None and reached.value > 0:
            completion = 100 * reached.value / goal.value if goal.value else None
            years = (period.last - Period.parse(reached.period).last) / 12
            if years > 0:
                needed = 100 * ((goal.value / reached.value) ** (1 / years) - 1)
        found.append(
            Target(
                name=entry.name,
                expression=show(expression),
                territory=entry.territory,
                period=str(period),
                bound=entry.bound,
                target=goal,
                reached=reached,
                completion=completion,
                needed=needed,
                origins=(*goal.claims, *(reached.claims if reached else ())),
            )
        )
    return tuple(found)


def _latest(account: Account, query: Query, now: Period) -> Fact | None:
    """The latest level of a stock up to `now`; of a flow that of the target's period, if over."""
    if not is_stock(query.expression, account.catalogue):
        return account.ask(query) if query.period.last <= now.last else None
    latest = min(now.last, query.period.last)
    for months in range(48):
        period = Period(latest, latest).shift(-months)
        fact = account.ask(query._replace(period=period))
        if fact is not None and fact.value > 0:
            return fact
    return None
