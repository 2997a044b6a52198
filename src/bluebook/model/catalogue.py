"""The catalogue: indicators, units, territories and the rules between indicators."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bluebook.errors import BluebookError
from bluebook.model.period import Period
from bluebook.model.territory import Territory
from bluebook.model.unit import Unit

KINDS = ("flow", "stock", "average")
BREAKS = ("definition", "scope", "price base", "denominator")


class Indicator(msgspec.Struct, frozen=True):
    """Something that is measured.

    `kind`: a flow adds up over months, a stock is dated by its month, an average neither adds
    nor is dated. `part_of` is the whole of which shares are usually said. `formula` makes it a
    derived indicator that is computed wherever its parts are known. `signed` allows values
    below zero. `prices` tells the price base ("2015", "previous year"), and `variant_of` names the
    measure of which this is one price base, scope or definition: variants are never compared.
    """

    code: str
    name: dict[str, str]
    unit: str
    kind: str
    synonyms: dict[str, list[str]] = {}
    part_of: str = ""
    formula: str = ""
    theme: str = ""
    signed: bool = False
    prices: str = ""
    variant_of: str = ""
    note: dict[str, str] = {}


class Rule(msgspec.Struct, frozen=True):
    """A relation between indicators: `a = b + c`, `a <= b`.

    A hard rule always holds between the true values. A soft one is a warning when broken.
    `tolerance` is relative: 0.003 lets the two sides differ by 0.3 per cent. `severity` (error,
    warning) and `message` are for where it is broken. `when` is the condition under which it
    holds ("" always). A rule that is not `combed` is checked on facts, and tells nothing of them.
    `of` is the whole rule as written, of which this is one relation ("" where it is all of it).
    """

    rule: str
    name: dict[str, str]
    hard: bool = True
    tolerance: float = 0.0
    origin: str = ""
    severity: str = ""
    message: dict[str, str] = {}
    combed: bool = True
    when: str = ""
    of: str = ""

    @property
    def written(self) -> str:
        """The rule as the catalogue writes it."""
        return self.of or self.rule

    @property
    def grave(self) -> str:
        """error | warning: how bad it is to break it."""
        return self.severity or ("error" if self.hard else "warning")


class Break(msgspec.Struct, frozen=True):
    """A point at which a series starts anew: levels on its two sides are not comparable.

    `period` is the first on the new footing; with `every` "year" each year stands on its own, as
    volumes at the previous year's prices do. `territory` and what lies in it are meant, all
    territories where it is empty. `factor`, where it is known, leads from the old footing to the
    new: new = factor * old. `kind` is one of BREAKS.
    """

    indicator: str
    period: str = ""
    every: str = ""
    territory: str = ""
    reason: dict[str, str] = {}
    factor: float = 0.0
    kind: str = "definition"

    def footing(self, seen: Period, at: Period) -> str:
        """The footing on which a level of `at` is meant when a figure of `seen` is compared with
        it, in words of this break; "" where the break does not lie between them."""
        if self.every:
            return str(seen.year) if at.year < seen.year else ""
        start = Period.parse(self.period).first
        return self.period if at.last < start <= seen.last else ""


class Catalogue(msgspec.Struct, frozen=True, eq=False):
    """All that is known of names; an edition's own entries replace built-in ones.

    What is derived from a catalogue is remembered by it, so each is only equal to itself.
    """

    indicators: dict[str, Indicator]
    units: dict[str, Unit]
    territories: dict[str, Territory]
    rules: tuple[Rule, ...] = ()
    breaks: tuple[Break, ...] = ()

    def indicator(self, code: str) -> Indicator:
        """The indicator of this code; BluebookError with the nearest names if there is none."""
        try:
            return self.indicators[code]
        except KeyError:
            raise self._unknown("indicator", code, self.indicators) from None

    def unit(self, code: str) -> Unit:
        try:
            return self.units[code]
        except KeyError:
            raise self._unknown("unit", code, self.units) from None

    def territory(self, code: str) -> Territory:
        try:
            return self.territories[code]
        except KeyError:
            raise self._unknown("territory", code, self.territories) from None

    def children(self, code: str, level: str = "") -> list[str]:
        """Codes directly below a territory, or all below it of one level, in catalogue order."""
        return [
            t.code
            for t in self.territories.values()
            if (t.parent == code if not level else t.level == level and self.within(t.code, code))
        ]

    def within(self, code: str, larger: str) -> bool:
        """Is the territory part of the larger one (or the same)?"""
        return code == larger or any(up == larger for up in self.above(code))

    def above(self, code: str) -> Iterator[str]:
        """The larger territories that hold this one, nearest first."""
        seen = {code}
        while (parent := self.territory(code).parent) and parent not in seen:
            seen.add(parent)
            yield parent
            code = parent

    def breaks_of(self, code: str, territory: str) -> list[Break]:
        """The breaks of an indicator that hold at a place, in the order of their periods."""
        return sorted(
            (
                one
                for one in self.breaks
                if one.indicator == code
                and (not one.territory or self.within(territory, one.territory))
            ),
            key=lambda one: one.period,
        )

    def footing(self, code: str, territory: str, seen: Period, at: Period) -> str:
        """The footing on which a level of `at` is meant when it is compared with one of `seen`;
        "" where no break lies between them: the level is then the one published."""
        for one in reversed(self.breaks_of(code, territory) if self.breaks else ()):
            if found := one.footing(seen, at):
                return found
        return ""

    @staticmethod
    def _unknown(
        what: str,
        code: str,
        known: dict[str, object] | dict[str, Indicator] | dict[str, Unit] | dict[str, Territory],
    ) -> BluebookError:
        import difflib

        near = difflib.get_close_matches(code, list(known), 3)
        remedy = f"did you mean {', '.join(near)}?" if near else f"add the {what} to the catalogue"
        return BluebookError(f"unknown {what} {code!r}", remedy)
