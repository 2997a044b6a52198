"""What the measures that stand over and before a cell make of its indicator."""

from __future__ import annotations

from typing import NamedTuple

from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.language.expression import Call, Expression, Name
from bluebook.model.period import Period


class Facts(NamedTuple):
    """What a table tells as a whole.

    `subjects` are the indicators it names so far; `spans`: its columns are months or quarters,
    "each" by itself or some that lie "apart"; `monthly`: what it adds is added in the month.
    """

    subjects: set[Name]
    spans: str = ""
    monthly: bool = False
    english: bool = False


class Saying:
    """Says expressions for the cells of one table."""

    def __init__(self, teller: Teller, facts: Facts) -> None:
        self.teller = teller
        self.facts = facts

    def expression(
        self, x: Name, measures: frozenset[str], now: Period, place: str, named: Period | None
    ) -> tuple[Expression | None, Period]:
        """The expression that measures make of an indicator, and its period.

        `named` is the period that the cell's own row names.
        """
        stock = self.teller.stock(x)
        period = now.at_end if "month" in measures else now
        alone = self.facts.spans and "to date" not in measures
        if not stock and alone and self.facts.spans == "apart":
            return None, period  # of that month, or of the year to it
        if not stock and "month" not in measures and not alone:
            period = now.to_date
        if "rank" in measures:
            return Call("rank", (x,)), period
        if "points" in measures:
            inner = Call("yoy", (x,)) if "growth" in measures else x
            relative = self.teller.relative(x) or "growth" in measures
            return (Call("pp", (inner,)) if relative else None), period
        if measures & {"share", "part"}:
            return self._share(x, measures, place), period
        if measures & {"mom", "qoq"}:
            return self._since_before(x, measures, period), period
        if "growth" in measures:
            if self.teller.relative(x):
                return None, period
            if "since" in measures and period.month != 12:
                return Call("growth_since", (x, str(period.year_end_before()))), period
            return Call("yoy", (x,)), period
        if "net" in measures or "since" in measures:
            return (self._net(x, measures, period, named) if stock else None), period
        if "month" in measures and stock:
            return None, period
        return x, period

    def _share(self, x: Name, measures: frozenset[str], place: str) -> Expression | None:
        """Of what stands in the table as its whole, else of the country, for a place in it."""
        whole = self.teller.catalogue.indicator(x.code).part_of
        if self.facts.english and Name(whole) in self.facts.subjects:
            return Call("share", (x,), (("of", Name(whole)),))
        above = list(self.teller.catalogue.above(place)) if place else []
        if not above or ("part" in measures and x not in self.facts.subjects):
            return None
        return Call("share", (x,), (("within", above[-1]),))

    def _since_before(self, x: Name, measures: frozenset[str], period: Period) -> Expression | None:
        """Growth on the month or the quarter before, of what is of a month or a quarter."""
        size = 1 if "mom" in measures else 3
        if self.teller.stock(x):
            return Call("growth_since", (x, str(period.at_end.shift(-size))))
        return (
            Call("growth_since", (x, str(period.shift(-size)))) if period.months == size else None
        )

    def _net(
        self, x: Name, measures: frozenset[str], period: Period, named: Period | None
    ) -> Expression | None:
        """What was added: since the end of the year before, or in the month or the quarter.

        In English a month's table must tell which.
        """
        since = "since" in measures
        month = "month" in measures or (self.facts.monthly and not since)
        if month or (named is not None and named.months == 1 and not since):
            return Call("change_since", (x, str(period.at_end.shift(-1))))
        if self.facts.english and not since and period.months < 12 and period.months != 6:
            return (
                Call("change_since", (x, str(period.at_end.shift(-3))))
                if period.months == 3 and self.facts.spans == "each"
                else None
            )
        return Call("change", (x,))
