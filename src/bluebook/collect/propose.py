"""A first mapping for a table nobody has mapped: what its heads and first columns look like.

The proposal is TOML for sources/sources.toml. What could not be told is marked with `# ?`; the
statistician decides. It is tried on the table before it is shown.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.collect.anatomy import Anatomy, anatomy
from bluebook.collect.grids import Grid, grids
from bluebook.collect.mapping import Table
from bluebook.collect.naming import Names
from bluebook.collect.tables import read_grid
from bluebook.errors import BluebookError

if TYPE_CHECKING:
    from bluebook.edition import Edition


def propose(edition: Edition, path: Path) -> str:
    """A citation, and a mapping for each sheet that is shown, as TOML; each tried on the table."""
    cited = [name for name, s in edition.sources.items() if _cites(edition, s.tables, path)]
    source = cited[0] if cited else re.sub(r"[^A-Za-z0-9_-]+", "-", path.stem).strip("-") or "mine"
    parts = [] if cited else [_citation(edition, source)]
    dialect = _dialect(path)
    found = list(grids(path, Table(file=path.name, sheet="*", hidden="skip", **dialect)))
    for grid in found:
        seen = anatomy(grid)
        if seen is None:
            parts.append(f"# {grid.sheet or path.name}: no table of numbers was found\n")
            continue
        where = {"file": path.relative_to(edition.folder / "sources").as_posix()}
        where |= {"sheet": grid.sheet} if len(found) > 1 else {}
        lines = _Proposal(edition, seen).lines(where | dialect)
        text = f"[[{source}.tables]]\n" + "\n".join(lines).replace(
            "[map.", f"[{source}.tables.map."
        )
        parts += [text, _tried(edition, source, text, grid)]
    return "\n".join(parts)


def _cites(edition: Edition, tables: Iterable[dict[str, Any]], path: Path) -> bool:
    base = edition.folder / "sources"
    return any(path in base.glob(str(table.get("file") or "-")) for table in tables)


def _citation(edition: Edition, source: str) -> str:
    """A source to be filled in; the edition knows it while the mapping is tried."""
    from bluebook.edition import Source

    names, today = dict.fromkeys(edition.book.languages, "…"), datetime.date.today()
    edition.sources[source] = Source(names, names, today)
    said = ", ".join(f'{language} = "…"' for language in names)
    return (
        f"[{source}]\n"
        f"title       = {{{said}}}  # ? what the table is called\n"
        f"publisher   = {{{said}}}  # ? who made it\n"
        f"date        = {today.isoformat()}  # ? when it was issued\n"
        'reliability = "operator"  # ? official, statutory, operator, repost, news or aggregator\n'
    )


def _dialect(path: Path) -> dict[str, Any]:
    """How a CSV is written, where it is not as usual."""
    if path.suffix.lower() not in (".csv", ".txt"):
        return {}
    head = path.open("rb").read(65_536)
    found: dict[str, Any] = {}
    try:
        text = head.decode("utf-8-sig", "ignore" if len(head) == 65_536 else "strict")
    except UnicodeDecodeError:
        found["encoding"] = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030"
        text = head.decode(found["encoding"], "replace")
    mark = max(",;\t|", key=text.partition("\n")[0].count)
    if mark != ",":
        found["delimiter"] = mark
    cells = re.findall(rf"(?<={re.escape(mark)})\d+,\d{{1,2}}(?={re.escape(mark)}|\s)", text)
    return found | ({"decimal": ","} if mark != "," and cells else {})


def _tried(edition: Edition, source: str, text: str, grid: Grid) -> str:
    """What came of reading the table with the proposal."""
    entry = tomllib.loads(text)[source]["tables"][0]
    try:
        count = read_grid(edition, source, msgspec.convert(entry, Table), grid).height
    except BluebookError as error:
        return f"\n# not read yet: {error.cell or grid.sheet}: {error.message}\n"
    return f"\n# read with this mapping: {count} claims\n"


class _Proposal:
    """The fields of a table, and which part of a claim each of them says."""

    def __init__(self, edition: Edition, seen: Anatomy) -> None:
        self.edition, self.seen = edition, seen
        self.names = Names(edition.catalogue)
        count = len(seen.heads)
        self.heads = [f"head{n}" for n in range(1, count + 1)] if count > 1 else ["head"]
        self.texts = {f: list(dict.fromkeys(seen.head(n))) for n, f in enumerate(self.heads)}
        self.texts |= {name: seen.texts(column) for name, column in seen.labels.items()}
        self.kinds = {f: self.names.kind(set(texts)) for f, texts in self.texts.items()}
        others = [f for f, kind in self.kinds.items() if kind == "other"]
        telling = [f for f in others if any(map(self.names.code, self.texts[f]))]
        how = [f for f in others if f not in telling and self._is_how(f)]
        self.what = [*telling, *(f for f in how if len(self.texts[f]) > 1)] or others
        self.parts = [f for f in others if f not in self.what and f not in how]

    def _is_how(self, field: str) -> bool:
        """Does it say growth, change or nothing, but name no indicator?"""
        return all(not self.names.rest(text) for text in self.texts[field])

    def _one(self, kind: str) -> str:
        return next((f for f, found in self.kinds.items() if found == kind), "")

    def lines(self, where: dict[str, Any]) -> Iterator[str]:
        """The lines of the mapping."""
        seen = self.seen
        for key, value in where.items():
            yield _line(key, value)
        if seen.heads != [1]:
            yield _line("header", seen.heads if len(seen.heads) > 1 else seen.heads[0])
        if seen.names:
            yield _line("names", seen.names, "a column has no head")
        for key in ("until", "missing"):
            if value := getattr(seen, key):
                yield _line(key, value)
        if seen.gaps:
            yield _line("fill", seen.gaps)
        yield _line("wide", self.heads)
        yield _line("values", seen.values)
        yield _line(
            "expression", _fields(self.what) or "telecom_revenue",
            "" if self.what else "? the table does not say of what it is",
        )  # fmt: skip
        yield from self._place()
        when = self._one("period")
        if when or seen.period:
            yield _line("period", f"{{{when}}}" if when else seen.period)
        else:
            yield _line("period", self.edition.book.period, "? the edition's own")
        if self.parts:
            said = ", ".join(f"{_quoted(f)} = {_quoted(f'{{{f}}}')}" for f in self.parts)
            yield f"dimensions = {{{said}}}  # ? kept as parts of the whole: see docs/tables.md"
        yield from self._unit()
        if self.what:
            yield "\n[map.expression]"
            before = ""
            for text in seen.together(self.what, self.heads):
                yield f"{_quoted(text)} = {self.names.expression(text, before)}"
                before = self.names.code(text) or before

    def _place(self) -> Iterator[str]:
        where = self._one("territory")
        if not where:
            yield _line("territory", self.edition.book.territory, "? the edition's own")
            return
        strange = sorted(t for t in self.texts[where] if t and not self.names.place(t))
        if strange and where not in self.heads:
            pattern = "^(" + "|".join(map(re.escape, strange)) + ")$"
            yield f"skip       = {{{_quoted(where)} = {_quoted(pattern)}}}  # ? no territories"
        yield _line("territory", f"{{{where}}}")

    def _unit(self) -> Iterator[str]:
        """The unit: of a column, of the heads, of the title, or of both a column and heads."""
        column, seen = self._one("unit"), self.seen
        fields = [*self.what, *([column] if column else [])]
        found = {
            text: self.names.unit(text) or (text.split(" ")[-1] if column else "")
            for text in seen.together(fields, self.heads)
        }
        own = any(self.names.unit(text) for f in self.what for text in self.texts[f])
        if column and not own:
            yield _line("unit", f"{{{column}}}")
        elif own and all(found.values()):
            yield _line("unit", _fields(fields))
            yield "\n[map.unit]"
            yield from (f"{_quoted(text)} = {_quoted(unit)}" for text, unit in found.items())
        else:
            note = "" if seen.unit else '? "" is the unit of the catalogue; write 万户, million …'
            yield _line("unit", seen.unit, note)


def _fields(names: Iterable[str]) -> str:
    return " ".join(f"{{{name}}}" for name in names)


def _line(key: str, value: Any, note: str = "") -> str:
    said = json.dumps(value, ensure_ascii=False)
    return f"{key:10} = {said}" + (f"  # {note}" if note else "")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
