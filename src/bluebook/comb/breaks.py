"""Breaks in series: levels restated on the footing after a declared break, and their links.

A figure compared with one from before a break means that one as restated: another column of the
system. What is printed across the break (growth, a net increase) tells where it must lie, so
the linking factor follows from the figures even where nobody declared it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from statistics import median

import msgspec

from bluebook.comb.account import Account
from bluebook.comb.system.register import Register, canonical, make
from bluebook.comb.system.statement import HARD, Statement
from bluebook.language.arithmetic import ON, Level, Quotient, Where
from bluebook.language.expression import Call, Name
from bluebook.model.catalogue import Break
from bluebook.model.fact import Fact
from bluebook.model.interval import Interval
from bluebook.model.period import Period


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A level before a break, the same as restated after it, and what leads from one to the
    other. `footing` is the first period on the new footing."""

    indicator: str
    territory: str
    period: str
    footing: str
    kind: str
    reason: dict[str, str]
    published: Fact
    restated: Fact

    @property
    def factor(self) -> float:
        return self.restated.value / self.published.value


def link_statements(register: Register) -> Iterator[Statement]:
    """restated = factor * published, for the year before a break whose factor is declared."""
    for at in list(register.columns):
        for one in register.catalogue.breaks_of(at.code, at.territory):
            after = at.period.shift(12)
            if at.status or not one.factor or not one.footing(after, at.period):
                continue
            level = Level(at.code, Where(None, (("at", str(at.period)),)))
            factor = Interval.around(one.factor, half_unit(one.factor))
            found = make(
                register, Quotient(level._replace(status=ON + one.period), level),
                (at.territory, at.period), factor, [(HARD, factor)],
                expression=f"{at.code} linked at {one.period}", value=one.factor,
                rule=f"{at.code} linked at {one.period}",
            )  # fmt: skip
            if found is not None:
                yield found


def half_unit(factor: float) -> float:
    """Half a unit of the last digit a factor is written with."""
    exponent = Decimal(str(factor)).as_tuple().exponent
    return 0.5 * 10.0**exponent if isinstance(exponent, int) else 0.0


def links(account: Account) -> list[Link]:
    """The links across declared breaks that the figures tell, by indicator, place and period."""
    found = []
    for (code, territory, when), restated in sorted(account.restated.items()):
        period, _, footing = when.partition(f" {ON}")
        published = account.levels.get((code, territory, period))
        if published is None or not published.value:
            continue
        one = _declared(account, code, territory, footing)
        if one is not None:
            found.append(
                Link(
                    indicator=code, territory=territory, period=period, footing=footing,
                    kind=one.kind, reason=one.reason, published=published, restated=restated,
                )
            )  # fmt: skip
    return found


def _declared(account: Account, code: str, territory: str, footing: str) -> Break | None:
    known = account.catalogue.breaks_of(code, territory)
    return next((one for one in known if one.every or one.period == footing), None)


class ProposedBreak(msgspec.Struct, frozen=True, kw_only=True):
    """A break that the figures suggest: growth printed across it contradicts the levels.

    `places` counts territories, `figures` the growth rates; `factor` leads from the old footing
    to the new, in the middle of what these imply.
    """

    indicator: str
    period: str
    kind: str
    places: tuple[str, ...]
    figures: int
    factor: float

    def entry(self, reason: str = "") -> str:
        """The entry for a catalogue."""
        territory = f"\n    territory: {self.places[0]}" if len(self.places) == 1 else ""
        return (
            f'  - indicator: {self.indicator}\n    period: "{self.period}"{territory}\n'
            f"    kind: {self.kind}\n    factor: {self.factor:.4g}   # what the figures imply\n"
            f'    reason: {{zh: "{reason}", en: "{reason}"}}'
        )


def proposals(account: Account) -> list[ProposedBreak]:
    """Breaks that nobody has declared: where growth was told to be on another footing."""
    found: dict[tuple[str, str, str], list[tuple[str, float]]] = defaultdict(list)
    for one in account.disagreements:
        first = account.claims[one.claims[0]] if one.claims else None
        if first is None or one.kind not in ("definition", "price base"):
            continue
        expression, _ = canonical(first.expression or "0")
        if not isinstance(expression, Call) or expression.operator != "yoy":
            continue
        level = expression.arguments[0]
        if not isinstance(level, Name):
            continue
        period = Period.parse(first.period)
        now, before = (
            account.levels.get((level.code, first.territory, str(at)))
            for at in (period, period.lag())
        )
        if now and before and before.value and first.value > -100:
            factor = now.value / (1 + first.value / 100) / before.value
            start = str(period.year)
            found[level.code, start, one.kind].append((first.territory, factor))
    return [
        ProposedBreak(
            indicator=code, period=start, kind=kind, figures=len(told),
            places=tuple(sorted({place for place, _ in told})),
            factor=median(factor for _, factor in told),
        )
        for (code, start, kind), told in sorted(found.items())
    ]  # fmt: skip
