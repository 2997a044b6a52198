"""What the language knows of the expressions that numbers may say: unit, dimension, date, kind."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.errors import BluebookError
from bluebook.language.expression import Expression, Name
from bluebook.language.meaning import dimension, is_stock, unit_of
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period
from bluebook.model.unit import Dimension

MILLION = Decimal(1_000_000)  # 842m subscribers: no Mbps
_MEASURES = (("ratio", "multiple"), ("points", "points"), ("percent", "percent"))  # the last counts


class Measures:
    """Measures expressions, each asked for once, for one catalogue and the words of its units."""

    def __init__(
        self,
        catalogue: Catalogue,
        words: dict[str, dict[str, float]],
        *,
        points: Sequence[str] = (),
    ) -> None:
        self.catalogue = catalogue
        self.words = words
        self._measures = {
            word: kind for unit, kind in _MEASURES for word, units in words.items() if unit in units
        }
        self._measures |= dict.fromkeys(points, "points")
        self._stock: dict[Expression, bool] = {}
        self._unit: dict[Expression, str] = {}
        self._dimension: dict[Expression, Dimension] = {}
        self._each: dict[Expression, bool] = {}

    # What the language knows of an expression, asked once ----------------------------------------

    def stock(self, x: Expression) -> bool:
        """Is it dated by the last month of its period?"""
        found = self._stock.get(x)
        if found is None:
            found = self._stock[x] = is_stock(x, self.catalogue)
        return found

    def unit(self, x: Expression) -> str:
        """The code of its unit."""
        found = self._unit.get(x)
        if found is None:
            found = self._unit[x] = unit_of(x, self.catalogue)
        return found

    def dimension(self, x: Expression) -> Dimension:
        found = self._dimension.get(x)
        if found is None:
            found = self._dimension[x] = dimension(x, self.catalogue)
        return found

    def dated(self, x: Expression, period: Period) -> Period:
        """The canonical period: a stock's is its last month."""
        return period.at_end if self.stock(x) else period

    # Units --------------------------------------------------------------------------------------

    def measure(self, q: Quantity) -> str:
        """percent, points, multiple, rank, or level."""
        return q.kind if q.kind in ("rank", "multiple") else self._measures.get(q.unit, "level")

    def factor(self, q: Quantity, expression: Expression) -> Decimal | None:
        """Base units that one printed unit stands for, None where the unit does not fit."""
        code = self.unit(expression)
        if not q.unit:  # 1.56 billion is no rate per head
            return None if q.scale >= 4 and self.each(expression) else Decimal(1)
        meanings = self.words.get(q.unit, {})
        if code not in meanings:
            return MILLION if q.unit == "m" and self.catalogue.units[code].counted else None
        return Decimal(str(meanings[code]))

    def each(self, x: Expression) -> bool:
        """Is it itself so much for each user, person or piece?"""
        found = self._each.get(x)
        if found is None:
            found = self._each[x] = any(power < 0 for _, power in self.dimension(x))
        return found

    def averages(self, x: Expression) -> bool:
        """Is it an average over its period?"""
        return isinstance(x, Name) and self.catalogue.indicator(x.code).kind == "average"

    def relative(self, expression: Expression) -> bool:
        """Is the level itself a percentage, or a rate per hundred printed as one?"""
        unit = self.unit(expression)
        return unit == "percent" or unit in self.words.get("%", {})

    def sound(self, x: Expression) -> bool:
        """Has it a unit? A share of stations in a percentage has none."""
        try:
            self.unit(x)
        except BluebookError:
            return False
        return True
