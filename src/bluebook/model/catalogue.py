"""The catalogue: indicators, units, territories and the rules between indicators."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from bluebook.errors import BluebookError
from bluebook.model.territory import Territory
from bluebook.model.unit import Unit

KINDS = ("flow", "stock", "average")


class Indicator(msgspec.Struct, frozen=True):
    """Something that is measured.

    `kind`: a flow adds up over months, a stock is dated by its month, an average neither adds
    nor is dated. `part_of` is the whole of which shares are usually said. `formula` makes it a
    derived indicator that is computed wherever its parts are known. `signed` allows values
    below zero.
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


class Catalogue(msgspec.Struct, frozen=True):
    """All that is known of names; an edition's own entries replace built-in ones."""

    indicators: dict[str, Indicator]
    units: dict[str, Unit]
    territories: dict[str, Territory]
    rules: tuple[Rule, ...] = ()

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
