"""Tables -> claims: every part of a claim is read once for each way it is written.

The work is done on frames. A table of a few hundred thousand rows says the same territory,
period and unit over and over; each way of saying it is read and checked a single time.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.collect.grids import Grid, grids
from bluebook.collect.mapping import Table, fields, paths, tables
from bluebook.collect.markup import letters
from bluebook.collect.reading import Reader
from bluebook.collect.shape import Columns, records, templates
from bluebook.collect.vectors import Where, each, filled, mapped
from bluebook.errors import BluebookError
from bluebook.model.claim import Claim, claim_id

if TYPE_CHECKING:
    import polars as pl

    from bluebook.edition import Edition

PARTS = ("expression", "territory", "period", "unit", "bound", "status", "source")
ASIDE = ("locator", "note", "half_width")
CLAIM = (
    "expression", "territory", "period", "value", "half_width", "unit", "source", "file",
    "locator", "text", "status", "bound", "subject", "said", "note",
)  # fmt: skip


def frame(edition: Edition, source: str) -> pl.DataFrame:
    """The claims of a source's tables as a frame with a column for each part of a claim.

    Where a mapping has `dimensions`, the frame has them too, after `indicator`.
    """
    import polars as pl

    found = []
    for table, place in tables(edition, source):
        for path in paths(edition, table, place):
            try:
                found += [read_grid(edition, source, table, grid) for grid in grids(path, table)]
            except BluebookError as error:
                raise error.at(file=path) from None
    return pl.concat(found, how="diagonal") if found else pl.DataFrame(schema=list(CLAIM))


def read_grid(edition: Edition, source: str, table: Table, grid: Grid) -> pl.DataFrame:
    """The claims of one grid under one mapping."""
    return _Sheet(edition, source, table, grid).claims()


def claims(found: pl.DataFrame) -> list[Claim]:
    """The rows of a frame as claims."""
    return [
        Claim(
            **row,
            id=claim_id(row["source"], f"{row['file']}:{row['locator']}",
                        row["expression"] or row["subject"]),
        )
        for row in found.select(CLAIM).iter_rows(named=True)
    ]  # fmt: skip


def table_files(edition: Edition, source: str) -> list[Path]:
    """The files that a source's tables are read from."""
    return [p for table, place in tables(edition, source) for p in paths(edition, table, place)]


class _Sheet:
    """One grid under one mapping."""

    def __init__(self, edition: Edition, source: str, table: Table, grid: Grid) -> None:
        self.table, self.grid = table, grid
        self.file = grid.path.relative_to(edition.folder).as_posix()
        self.reader = Reader(edition, source, table)
        self.columns = Columns(grid, table)
        self.said = templates(table, self.columns)

    def claims(self) -> pl.DataFrame:
        """The claims of the grid."""
        found = self._read(self._words())
        if self.table.aggregate:
            from bluebook.collect.sums import summed

            found = each(found, ("indicator",), self.reader.additive, {}, self.grid.at)
            return self._told(summed(found, list(self.table.dimensions)))
        return self._told(found)

    def _words(self) -> pl.DataFrame:
        """Every part of every claim as the table and the mapping write it."""
        import polars as pl

        found = records(self.grid, self.table, self.columns, self.said)
        later = dict(self.table.map)
        for name in self.table.map:
            if f"={name}" in found.columns:
                found = mapped(found, f"={name}", name, later.pop(name), self._where(name))
        found = found.select(
            "row", "column", "value",
            *(filled(self.said.get(what, "")).alias(what) for what in (*PARTS, *ASIDE)),
            *(filled(text).alias(f"/{name}") for name, text in self.table.dimensions.items()),
        )  # fmt: skip
        for name, words in later.items():
            if name not in PARTS:
                raise BluebookError(
                    f"map.{name} is of no field that the mapping uses",
                    f"name a field in {{}} of a template, or one of {', '.join(PARTS)}",
                ).at(**self.grid.at(max(self.table.head_rows, default=1)))
            found = mapped(found, name, name, words, self._where(name))
        return found.with_columns(pl.col("row").cast(pl.Int64), pl.col("column").cast(pl.Int64))

    def _read(self, found: pl.DataFrame) -> pl.DataFrame:
        """The parts read: `indicator place when number half code said …` beside the words."""
        import polars as pl

        text, number, read = pl.String, pl.Float64, self.reader
        for given, function, makes in (
            (("expression",), read.expression, {"indicator": text, "wanted": text}),
            (("territory",), read.territory, {"place": text}),
            (("period", "indicator"), read.period, {"when": text}),
            (("bound",), read.bound, {}),
            (("status",), read.status, {}),
            (("source",), read.source, {"by": text, "said": text}),
            (("value", "unit", "wanted"), read.value,
             {"number": number, "half": number, "code": text}),
            (("code", "indicator"), read.agree, {}),
            (("half_width", "wanted"), read.half_width, {"own_half": number}),
        ):  # fmt: skip
            what = "unit" if given[0] == "code" else given[0]
            found = each(found, given, function, makes, self._where(what))
        return found.with_columns(
            pl.coalesce("own_half", "half").alias("half"),
            pl.concat_str("value", pl.lit(" "), "unit").str.strip_chars().alias("text"),
            self._cells().alias("cell"),
            self._computed().alias("computed"),
        )

    def _told(self, found: pl.DataFrame) -> pl.DataFrame:
        """The columns of claims. A claim of a part has no expression but a subject."""
        import polars as pl

        dims = list(self.table.dimensions)
        subject = pl.format(
            "{}[" + ", ".join(f"{name}={{}}" for name in dims) + "]",
            "indicator", *(pl.col(f"/{name}") for name in dims),
        )  # fmt: skip
        nothing = pl.lit(None, pl.String)
        note = pl.concat_list(
            pl.when(pl.col(c) != "").then(pl.col(c)) for c in ("locator", "note", "computed")
        )
        return found.select(
            (nothing if dims else pl.col("indicator")).alias("expression"),
            territory="place", period="when", value="number", half_width="half", unit="code",
            source="by", file=pl.lit(self.file), locator="cell", text="text", status="status",
            bound="bound", subject=subject if dims else pl.lit(""), said="said",
            note=note.list.drop_nulls().list.join("; "),
            **({"indicator": pl.col("indicator")} if dims else {}),
            **{name: pl.col(f"/{name}") for name in dims},
        )  # fmt: skip

    def _cells(self) -> pl.Expr:
        """The name of each value's cell."""
        import polars as pl

        names = {i: letters(i) for i in range(self.grid.cells.width)}
        sheet = f"{self.grid.sheet}!" if self.grid.sheet else ""
        letter = pl.col("column").replace_strict(names, return_dtype=pl.String)
        return pl.concat_str(pl.lit(sheet), letter, pl.col("row").cast(pl.String))

    def _computed(self) -> pl.Expr:
        """A word on the values that formulas of the workbook computed."""
        import polars as pl

        width = self.grid.cells.width
        cells = [row * width + column for row, column in self.grid.marks.computed]
        at = (pl.col("row") - 1) * width + pl.col("column")
        return (
            pl.when(at.is_in(cells)).then(pl.lit("computed in the workbook")).otherwise(pl.lit(""))
        )

    def _where(self, what: str) -> Where:
        """The cell an error is about: the field's own where one column holds it."""
        held = [what, *fields(self.said.get(what, ""))]
        own = next((self.columns.find(f) for f in held if self.columns.has(f)), None)

        def place(row: int, column: int) -> dict[str, Any]:
            return self.grid.at(row, column if own is None else own)

        return place
