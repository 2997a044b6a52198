"""A table: what one source prints of one indicator, by place and period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from bluebook.comb.account import Account
from bluebook.comb.system.build import sane
from bluebook.language.expression import Binary, Expression, Name, Number
from bluebook.language.relation import parse_rule
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period

PLACES, PERIODS = 10, 4  # at least so many make a table
Cell = tuple[str, Period]


class Rate(NamedTuple):
    """An indicator that is times * part / whole of two others."""

    part: str
    whole: str
    times: float


class Table(NamedTuple):
    """Cells by place and period, and for a rate the wholes by which it is turned into levels."""

    source: str
    code: str
    cells: Mapping[Cell, Claim]
    catalogue: Catalogue
    rate: Rate | None = None
    wholes: Mapping[Cell, float] = {}

    @property
    def periods(self) -> list[Period]:
        return sorted({period for _, period in self.cells})

    @property
    def places(self) -> list[str]:
        return list(dict.fromkeys(place for place, _ in self.cells))

    @property
    def measured(self) -> str:
        """The indicator whose levels add up over places: its own, or the part of its rate."""
        return self.rate.part if self.rate else self.code

    def level(self, cell: Cell) -> float | None:
        """The level in a cell, worked out where the table prints a rate."""
        claim = self.cells.get(cell)
        if claim is None or self.rate is None:
            return None if claim is None else claim.value
        whole = self.wholes.get(cell)
        return None if whole is None else claim.value * whole / self.rate.times

    def total(self, period: Period) -> float | None:
        """The sum over all places, None where a place is missing."""
        levels = [self.level((place, period)) for place in self.places]
        return None if any(x is None for x in levels) else sum(x for x in levels if x is not None)

    def parent(self) -> str:
        """The territory of which the places are all the parts of one level; "" if they are not."""
        known = self.catalogue.territories
        levels = {known[place].level for place in self.places}
        above = next(iter(self.catalogue.above(self.places[0])), "")
        while above and len(levels) == 1:
            if set(self.catalogue.children(above, next(iter(levels)))) == set(self.places):
                return above
            above = next(iter(self.catalogue.above(above)), "")
        return ""

    def without(self, gone: Collection[str]) -> Table:
        """The table without the cells of these claims."""
        return self._replace(
            cells={cell: claim for cell, claim in self.cells.items() if claim.id not in gone}
        )

    def known(self, account: Account) -> dict[Period, float]:
        """What others say of the territory whose parts the places are, by period."""
        parent = self.parent()
        facts = {p: account.levels.get((self.measured, parent, str(p))) for p in self.periods}
        return {p: fact.value for p, fact in facts.items() if fact and fact.value > 0}


def tables(claims: Sequence[Claim], catalogue: Catalogue) -> Iterator[Table]:
    """The tables among claims, in the order of source and indicator."""
    cells: dict[tuple[str, str], dict[Cell, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.expression in catalogue.indicators and claim.is_fact and sane(claim):
            period = Period.parse(claim.period)
            cells[claim.source, claim.expression].setdefault((claim.territory, period), claim)
    rates = {rate[0]: rate[1] for rate in _rates(catalogue)}
    for (source, code), found in sorted(cells.items()):
        if len({p for p, _ in found}) < PLACES or len({t for _, t in found}) < PERIODS:
            continue
        rate = rates.get(code)
        wholes = cells.get((source, rate.whole), {}) if rate else {}
        yield Table(
            source, code, dict(sorted(found.items())), catalogue, rate,
            {cell: claim.value for cell, claim in wholes.items()},
        )  # fmt: skip


def _rates(catalogue: Catalogue) -> Iterator[tuple[str, Rate]]:
    """The catalogue's rules of the form rate = times * part / whole."""
    for rule in catalogue.rules:
        relation = parse_rule(rule.rule)
        match relation.left, relation.right:
            case Name(code), Binary("/", top, Name(whole)):
                part, times = _part(top)
                if part:
                    yield code, Rate(part, whole, times)
            case _:
                pass


def _part(top: Expression) -> tuple[str, float]:
    match top:
        case Name(code):
            return code, 1.0
        case Binary("*", Number(times), Name(code)):
            return code, times
        case _:
            return "", 1.0


def digits(claim: Claim) -> int:
    """Significant digits of a figure as printed."""
    unit = 2 * claim.half_width
    return len(str(round(abs(claim.value) / unit))) if unit else 1
