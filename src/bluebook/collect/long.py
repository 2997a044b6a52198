"""The long form: a CSV whose columns are those of a claim (docs/edition.md)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook.collect.printed import printed
from bluebook.errors import BluebookError
from bluebook.language.expression import parse, show
from bluebook.language.meaning import agree, canonical_period, unit_of
from bluebook.model.claim import BOUNDS, STATUSES, Claim, claim_id
from bluebook.model.period import Period

if TYPE_CHECKING:
    from bluebook.edition import Edition

NEEDED = ("expression", "territory", "period", "value", "unit")
KNOWN = (*NEEDED, "bound", "status", "source", "locator", "note", "half_width")


def long_table(edition: Edition, source: str, path: Path) -> list[Claim]:
    """The claims of a CSV in long form; each keeps its cell."""
    name = str(path.relative_to(edition.folder))
    rows = list(_rows(path))
    if not rows:
        raise BluebookError("the table is empty", "it needs a head and rows", file=path)
    head = [h.strip() for h in rows[0][1]]
    _check_head(path, head)
    claims = []
    column = chr(ord("A") + head.index("value"))
    for line, row in rows[1:]:
        try:
            if len(row) > len(head):
                raise BluebookError(f"the row has {len(row)} cells, the head {len(head)}",
                                    "quote a cell that holds a comma")
            cells = dict(zip(head, (c.strip() for c in row), strict=False))
            claims.append(_claim(edition, source, name, f"{column}{line}", cells))
        except BluebookError as error:
            raise error.at(file=path, line=line) from None
    return claims


def _check_head(path: Path, head: list[str]) -> None:
    for wanted in NEEDED:
        if wanted not in head:
            raise BluebookError(f"the head has no column {wanted!r}: {', '.join(head)}",
                                f"the columns are {', '.join(KNOWN)}", file=path, line=1)
    for given in head:
        if given not in KNOWN or head.count(given) > 1:
            what = "unknown column" if given not in KNOWN else "two columns"
            raise BluebookError(f"{what} {given!r}", f"the columns are {', '.join(KNOWN)}",
                                file=path, line=1)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    from bluebook.edition import read_text

    text = read_text(path)
    if "\0" in text:
        raise BluebookError("the file holds NUL characters", "save it as UTF-8 text", file=path)
    reader = csv.reader(io.StringIO(text))
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise BluebookError(f"not CSV: {error}", "quote cells that hold commas or line breaks",
                            file=path, line=reader.line_num) from None


def _claim(edition: Edition, source: str, file: str, cell: str, row: dict[str, str]) -> Claim:
    catalogue = edition.catalogue
    said_by = row.get("source") or source
    if said_by not in edition.sources:
        raise BluebookError(f"unknown source {said_by!r}", "cite it in sources/sources.toml")
    bound, status = row.get("bound", ""), row.get("status", "")
    for what, given, known in (("bound", bound, BOUNDS), ("status", status, STATUSES)):
        if given not in known:
            raise BluebookError(f"unknown {what} {given!r}", f"one of {', '.join(known[1:])}")
    expression = parse(row["expression"])
    catalogue.territory(row["territory"])
    period = canonical_period(expression, Period.parse(row["period"]), catalogue)
    value, half_width, unit = printed(
        row["value"], row["unit"], catalogue, unit_of(expression, catalogue)
    )
    agree(expression, unit, catalogue)
    if row.get("half_width"):
        half_width = printed(row["half_width"], "", catalogue, unit)[0]
    return Claim(
        expression=show(expression), territory=row["territory"], period=str(period), value=value,
        half_width=half_width, unit=unit, source=said_by, file=file, locator=cell,
        text=f"{row['value']} {row['unit']}".strip(), status=status, bound=bound,
        said=edition.sources[said_by].date.isoformat(),
        note="; ".join(filter(None, (row.get("locator"), row.get("note")))),
        id=claim_id(said_by, f"{file}:{cell}", show(expression)),
    )
