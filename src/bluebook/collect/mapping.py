"""Mappings: how a table's cells become claims (docs/tables.md). Declared in sources.toml."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from bluebook.errors import BluebookError
from bluebook.files import files_in

if TYPE_CHECKING:
    from bluebook.edition import Edition

MAX_FILES = 1_000
WHAT = (
    "expression", "territory", "period", "unit", "bound", "status", "source", "locator", "note",
    "half_width",
)  # fmt: skip
NEEDED = ("expression", "territory", "period", "value", "unit")
_FIELD = re.compile(r"\{([^{}]*)\}")


class Table(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One `[[SOURCE.tables]]`. Without any but `file` the table is in the long form.

    The keys of WHAT are templates: text with {fields}. Fields are columns by their head,
    `wide` heads, groups of `name`, `cells`, `sheet` and `file`.
    """

    file: str
    # where the cells are
    sheet: str = ""  # a name, a pattern for whole names, "*"; default the first
    encoding: str = "utf-8"
    delimiter: str = ""
    decimal: Literal[".", ","] = "."
    header: int | list[int] = 1
    names: list[str] = []
    first: int = 0
    until: str = ""
    skip: dict[str, str] = {}
    fill: list[str] = []
    hidden: Literal["refuse", "skip", "read"] = "refuse"
    # what they say
    name: str = ""
    cells: dict[str, str] = {}
    wide: list[str] = []
    values: str = ""
    value: str = "value"
    expression: str | None = None
    territory: str | None = None
    period: str | None = None
    unit: str | None = None
    bound: str | None = None
    status: str | None = None
    source: str | None = None
    locator: str | None = None
    note: str | None = None
    half_width: str | None = None
    map: dict[str, dict[str, str | bool]] = {}
    missing: list[str] = []
    precision: float | None = None  # half a unit of the last digit meant; 0: exact
    dimensions: dict[str, str] = {}
    aggregate: Literal["", "sum"] = ""

    @property
    def head_rows(self) -> list[int]:
        """The rows the heads are in, counted from 1; none where `header` is 0."""
        rows = self.header if isinstance(self.header, list) else [self.header]
        return [row for row in rows if row]

    @property
    def is_long(self) -> bool:
        """Is it the plain long form, whose columns are those of a claim?"""
        own = any(getattr(self, what) is not None for what in WHAT)
        return not (own or self.wide or self.dimensions or self.value != "value")


def fields(template: str) -> list[str]:
    """The fields a template asks for.

    >>> fields("{ano}-{mes}")
    ['ano', 'mes']
    """
    return [found.strip() for found in _FIELD.findall(template)]


def split(template: str) -> list[str]:
    """Literal text and fields in turn, literal first.

    >>> split("{ano}-{mes}")
    ['', 'ano', '-', 'mes', '']
    """
    return [p.strip() if i % 2 else p for i, p in enumerate(_FIELD.split(template))]


class Place:
    """A mapping's place in sources.toml, for errors."""

    def __init__(self, edition: Edition, source: str, number: int) -> None:
        self.file = edition.folder / "sources" / "sources.toml"
        self._head = (f"[[{source}.tables]]", number)
        self._source = f"[{source}]"

    def line(self, key: str = "") -> int:
        """The line of a key of the mapping, or where the mapping begins."""
        lines = [line.strip() for line in self.file.read_text("utf-8-sig").splitlines()]
        head, number = self._head
        starts = [i for i, line in enumerate(lines) if line.replace(" ", "") == head]
        if number >= len(starts):  # written inline: tables = [{file = …}]
            return lines.index(self._source) + 1 if self._source in lines else 1
        start = starts[number]
        for i in range(start, len(lines)):
            if i > start and lines[i].startswith("[["):
                break
            if key and re.match(rf'\[?[\w.]*"?{re.escape(key)}"?\s*[\]=]', lines[i]):
                return i + 1
        return start + 1

    def error(self, message: str, remedy: str, key: str = "") -> BluebookError:
        """An error of the mapping itself."""
        return BluebookError(message, remedy, file=self.file, line=self.line(key))


def tables(edition: Edition, source: str) -> list[tuple[Table, Place]]:
    """The mappings of a source, checked."""
    found = []
    for number, entry in enumerate(edition.sources[source].tables):
        place = Place(edition, source, number)
        found.append((_table(entry, place), place))
    return found


def _table(entry: Mapping[str, Any], place: Place) -> Table:
    try:
        table = msgspec.convert(entry, Table)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at ")
        unknown = re.search(r"unknown field `([^`]+)`", message)
        key = unknown[1] if unknown else next(iter(re.findall(r"\w+", where)), "")
        keys = ", ".join(Table.__struct_fields__)
        raise place.error(
            f"{key or 'tables'}: {message[0].lower()}{message[1:]}",
            f"see docs/tables.md; the keys are {keys}",
            key,
        ) from None
    for wrong, key, remedy in _faults(table):
        if wrong:
            raise place.error(f"{key} does not fit the mapping", remedy, key)
    return table


def _faults(table: Table) -> Iterable[tuple[bool, str, str]]:
    rows = table.head_rows
    yield any(row < 1 for row in rows), "header", "count rows from 1; 0 where there is no head"
    yield not rows and not table.names, "header", "give the columns' names in `names`"
    yield len(table.wide) > max(1, len(rows)), "wide", "give one field for each row of `header`"
    exact = table.precision is None or 0 <= table.precision < math.inf
    yield not exact, "precision", "half a unit of the last digit that is meant"
    yield bool(table.values and not table.wide), "values", "it goes with `wide`"
    yield bool(table.wide and table.value != "value"), "value", "leave it out beside `wide`"
    yield len(table.delimiter) > 1, "delimiter", "it is one character"
    clash = set(table.dimensions) & {*WHAT, "value", "row", "text", "file", "indicator", "subject"}
    yield bool(clash), "dimensions", f"choose another name than {', '.join(sorted(clash))}"


def paths(edition: Edition, table: Table, place: Place) -> list[Path]:
    """The files a mapping reads, in the order of their names; all inside the edition."""
    base = edition.folder / "sources"
    if not any(c in table.file for c in "*?["):
        try:
            return [edition.path(table.file, base="sources", file=place.file)]
        except BluebookError as error:
            raise error.at(line=place.line("file")) from None
    outside = Path(table.file).is_absolute() or ".." in Path(table.file).parts
    try:
        found = [] if outside else files_in(base, table.file)
    except ValueError as error:
        raise place.error(
            f"{table.file!r} is not a pattern: {error}", "write tables/*.xlsx", "file"
        ) from None
    if len(found) > MAX_FILES:
        raise place.error(f"{table.file!r} names {len(found):,} files", "narrow it", "file")
    if outside or not all(p.resolve().is_relative_to(edition.folder) for p in found):
        raise place.error(
            f"{table.file!r} lies outside the edition", "copy the files into the edition", "file"
        )
    if not found:
        raise place.error(
            f"there is no file {table.file!r}", f"looked in {base.relative_to(edition.folder)}",
            "file",
        )  # fmt: skip
    return found
