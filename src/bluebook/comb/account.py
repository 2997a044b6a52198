"""The account: what all claims together say, and how to ask it for any expression.

account.ask(query) -> Fact          # any expression, printed or not
account.parts(query) -> [Query]     # the levels it was computed from
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from bluebook.errors import BluebookError
from bluebook.language.arithmetic import ON, Column, Level, Term, column, interval, levels, value
from bluebook.language.expression import Name, names, parse, show
from bluebook.language.meaning import Expansion, Query, canonical_period, is_stock, unit_of
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.interval import UNKNOWN, Interval
from bluebook.model.period import Period

Key = tuple[str, str, str]  # canonical expression, territory, canonical period


# Kinds of disagreement and their severity; the last five are of whole tables.
SEVERITY = {
    "error": "error", "unsettled": "warning", "rule": "warning", "date": "note",
    "revision": "note", "definition": "note", "price base": "note", "target": "note",
    "rounding": "note",
    "reversed": "error", "clipped": "warning", "sum": "warning", "repeated": "warning",
    "break": "warning",
}  # fmt: skip


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Claims that cannot all be true, and the least-cost explanation.

    `kind` is one of SEVERITY, which gives its usual severity (error | warning | note).
    `set_aside` are the claims the explanation drops (empty where several cost the same: `ties`
    lists them then). `proposed` gives for a claim id the likely true value and the mechanism.
    `message` by language. The first of `claims` is the one that does not fit, where one can be
    named. `cost` is that of the explanation (- ln of how likely it is), `otherwise` what else would
    do: the claims that would be set aside instead, and at what cost. `proven` is False where the
    search was cut short: another explanation may then cost less, by `gap` at most.
    """

    kind: str
    severity: str
    message: dict[str, str]
    claims: tuple[str, ...]
    set_aside: tuple[str, ...] = ()
    ties: tuple[tuple[str, ...], ...] = ()
    proposed: dict[str, tuple[float, str]] = {}
    rules: tuple[str, ...] = ()
    cost: float | None = None
    otherwise: tuple[tuple[tuple[str, ...], float], ...] = ()
    proven: bool = True
    gap: float = 0.0


class Account(msgspec.Struct, kw_only=True):
    """Claims, facts and disagreements of one edition.

    `levels` holds the combed levels by (indicator, territory, period); `stated` the facts of
    other expressions that some claim states; `restated` levels on the footing after a break, by
    (indicator, territory, "2023 on 2024").
    """

    catalogue: Catalogue
    claims: dict[str, Claim]
    levels: dict[Key, Fact]
    stated: dict[Key, Fact]
    targets: dict[Key, Fact]
    restated: dict[Key, Fact] = {}
    disagreements: tuple[Disagreement, ...] = ()

    def fact(self, at: Column) -> Fact | None:
        """The combed level of a column, or None where nothing is known of it."""
        key = (at.code, at.territory, str(at.period))
        if at.status.startswith(ON):
            return self.restated.get((*key[:2], f"{key[2]} {at.status}"))
        return (self.targets if at.status == "target" else self.levels).get(key)

    def column(self, level: Level, territory: str, period: Period) -> Column:
        return column(level, territory, period, self.is_stock, self.catalogue.footing)

    def is_stock(self, code: str) -> bool:
        """Is the indicator dated by the last month of its period?"""
        return is_stock(Name(code), self.catalogue)

    def term(self, query: Query) -> Term:
        return Expansion(self.catalogue, query.territory).term(query.expression)

    def ask(self, query: Query) -> Fact | None:
        """The fact of any expression; None where a level it needs is not known.

        The interval is what the levels allow, cut by what was stated of the expression itself;
        the value is the stated one where there is one, else computed from the combed levels.
        """
        period = canonical_period(query.expression, query.period, self.catalogue)
        key = (show(query.expression), query.territory, str(period))
        stated = self.levels.get(key) or self.stated.get(key)
        if stated is not None and isinstance(query.expression, Name):
            return stated
        term = self.term(query)
        used: dict[Level, Fact | None] = {
            level: self.fact(self.column(level, query.territory, query.period))
            for level in levels(term)
        }

        def bounds(level: Level) -> Interval:
            fact = used[level]
            return UNKNOWN if fact is None else fact.interval

        def middle(level: Level) -> float:
            fact = used[level]
            return math.nan if fact is None else fact.value

        missing = [level for level, fact in used.items() if fact is None]
        own = [level for level in missing if level.where.territory in (None, query.territory)]
        if stated is None and (own or (missing and "rank" not in key[0])):
            return None
        around = UNKNOWN if missing and stated is not None else interval(term, bounds)
        if stated is not None:
            met = around.meet(stated.interval)
            around = stated.interval if met.empty else met
            best = stated.value
        else:
            try:
                best = value(term, middle)
            except (ZeroDivisionError, OverflowError):
                return None
        if not math.isfinite(best):
            return None
        facts = [fact for fact in used.values() if fact is not None]
        backing = stated.claims if stated is not None else _claims(facts)
        return Fact(
            expression=key[0],
            territory=query.territory,
            period=key[2],
            value=min(max(best, around.lower), around.upper),
            lower=around.lower,
            upper=around.upper,
            unit=unit_of(query.expression, self.catalogue),
            status=stated.status if stated is not None else _status(facts),
            claims=backing,
            method=stated.method if stated is not None else _method(facts),
        )

    def parts(self, query: Query) -> list[Query]:
        """The levels behind an expression, each as a query of its own; [] for a bare level."""
        if isinstance(query.expression, Name) and not self._formula(query.expression.code):
            return []
        seen: dict[Column, Query] = {}
        for level in levels(self.term(query)):
            at = self.column(level, query.territory, query.period)
            target = at.status == "target"
            expression = parse(f"target({at.code})") if target else Name(at.code)
            seen.setdefault(at, Query(expression, at.territory, at.period))
        return list(seen.values())

    def _formula(self, code: str) -> str:
        return self.catalogue.indicator(code).formula

    def need(self, query: Query) -> Fact:
        """Like `ask`, but BluebookError where the account does not know."""
        found = self.ask(query)
        if found is None:
            known = sorted(
                {
                    k[2]
                    for k in self.levels
                    if k[0] in names(query.expression) and k[1] == query.territory
                }
            )
            raise BluebookError(
                f"nothing is known of {query}",
                f"periods known there: {', '.join(known[-8:])}"
                if known
                else "add a source that states it, or ask for another territory or period",
            )
        return found


def _claims(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c for fact in facts for c in fact.claims))


def _method(facts: list[Fact]) -> str:
    return next((fact.method for fact in facts if fact.method), "")


def _status(facts: list[Fact]) -> str:
    """The weakest status of the parts; a computed figure is not an estimate for that."""
    for status in ("T", "F", "D", "E", "P"):
        if any(fact.status == status for fact in facts):
            return status
    return "A"
