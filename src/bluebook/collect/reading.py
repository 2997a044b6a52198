"""The parts of a claim as tables write them, read and checked against edition and catalogue."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from bluebook.collect.mapping import Table
from bluebook.collect.periods import read_period
from bluebook.collect.printed import printed
from bluebook.errors import BluebookError
from bluebook.language.expression import Name, parse, show
from bluebook.language.meaning import agree, canonical_period, unit_of
from bluebook.model.claim import BOUNDS, STATUSES
from bluebook.model.unit import PERCENT, POINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluebook.edition import Edition
    from bluebook.model.catalogue import Indicator
    from bluebook.model.territory import Territory

_COMMA = re.compile(r"[^\d.,]*\d{1,3}(?:[.\s]?\d{3})*(?:,\d+)?[^\d.,]*")
_ERRORS = ("#", "Err:")


class Reader:
    """Reads parts of claims for one mapping of one source."""

    def __init__(self, edition: Edition, source: str, table: Table) -> None:
        self._edition, self._source, self._table = edition, source, table
        self._catalogue = edition.catalogue

    def expression(self, text: str) -> tuple[str, str]:
        """The canonical expression and the code of its unit; indicators by code or by name."""
        code = text if text in self._catalogue.indicators else self._indicators.get(text, text)
        expression = parse(code)
        return show(expression), unit_of(expression, self._catalogue)

    def territory(self, text: str) -> tuple[str]:
        """The code of a territory given by code or by name."""
        known = self._catalogue.territories
        code = text if text in known else self._territories.get(text, text)
        return (self._catalogue.territory(code).code,)

    def period(self, text: str, expression: str) -> tuple[str]:
        """The period in the form claims have it; a stock's is its last month."""
        period = canonical_period(parse(expression), read_period(text), self._catalogue)
        return (str(period),)

    def bound(self, text: str) -> tuple[()]:
        """Is it a known bound?"""
        return _among("bound", text, BOUNDS)

    def status(self, text: str) -> tuple[()]:
        """Is it a known status?"""
        return _among("status", text, STATUSES)

    def source(self, text: str) -> tuple[str, str]:
        """The source of a row and the date it said so; the table's own where none is named."""
        code = text or self._source
        if code not in self._edition.sources:
            raise BluebookError(f"unknown source {code!r}", "cite it in sources/sources.toml")
        return code, self._edition.sources[code].date.isoformat()

    def value(self, text: str, unit: str, expected: str) -> tuple[float, float, str]:
        """Value, half width and unit code, in base units."""
        if text.startswith("=") and len(text) > 1:
            raise BluebookError(
                f"the cell holds the formula {text[:60]} without its value",
                "open the workbook in a spreadsheet program and save it: formulas are not computed",
            )
        if text.startswith(_ERRORS):
            raise BluebookError(
                f"the cell holds the error {text[:60]}",
                "mend it, or add it to the mapping's `missing`",
            )
        plain = self._pointed(text) if self._table.decimal == "," else text
        value, half, code = printed(plain, unit, self._catalogue, expected)
        if self._table.precision is not None:
            half = self._table.precision * printed("1", unit, self._catalogue, expected)[0]
        return value, half, code

    def agree(self, unit: str, expression: str) -> tuple[()]:
        """Is the unit of the expression's dimension? The error names both."""
        agree(parse(expression), unit, self._catalogue)
        return ()

    def half_width(self, text: str, unit: str) -> tuple[float | None]:
        """A row's own half width, in base units; none where its cell is empty."""
        width = printed(text, "", self._catalogue, unit)[0] if text else None
        if width is not None and width < 0:
            raise BluebookError(f"a half width of {text}", "it is 0 or more")
        return (width,)

    def additive(self, expression: str) -> tuple[()]:
        """May rows of it be summed?"""
        parsed = parse(expression)
        known = self._catalogue.indicators
        indicator = known.get(parsed.code) if isinstance(parsed, Name) else None
        if (
            indicator is None
            or indicator.formula
            or indicator.kind == "average"
            or self._catalogue.unit(indicator.unit).dimension in (PERCENT, POINTS)
        ):
            raise BluebookError(
                f"{expression} does not add up over rows",
                'only flows and stocks can have aggregate = "sum"',
            )
        return ()

    @staticmethod
    def _pointed(text: str) -> str:
        """A number with a decimal comma, written with a point."""
        if not _COMMA.fullmatch(text):
            raise BluebookError(
                f"{text!r} is not a number with a decimal comma",
                'write 1.234,5, or leave decimal = "," out of the mapping',
            )
        return re.sub(r"(?<=\d)[.\s](?=\d)", "", text).replace(",", ".")

    @cached_property
    def _indicators(self) -> dict[str, str]:
        return by_name(self._catalogue.indicators)

    @cached_property
    def _territories(self) -> dict[str, str]:
        return by_name(self._catalogue.territories)


def _among(what: str, text: str, known: tuple[str, ...]) -> tuple[()]:
    if text not in known:
        raise BluebookError(f"unknown {what} {text!r}", f"one of {', '.join(known[1:])}, or none")
    return ()


def by_name(entries: Mapping[str, Indicator] | Mapping[str, Territory]) -> dict[str, str]:
    """Codes by name and synonym in every language; a name of two is left out."""
    found: dict[str, str] = {}
    twice = set()
    for code, entry in entries.items():
        names = {*entry.name.values(), *(s for words in entry.synonyms.values() for s in words)}
        for name in names:
            if found.setdefault(name, code) != code:
                twice.add(name)
    return {name: code for name, code in found.items() if name not in twice}
