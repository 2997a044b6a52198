"""Sums of rows: many returns of parts make one claim about the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook.errors import BluebookError

if TYPE_CHECKING:
    import polars as pl


def summed(found: pl.DataFrame, dimensions: list[str]) -> pl.DataFrame:
    """The sum of the rows that say the same thing of the same place and period.

    The half widths add up; the cell becomes the range of the cells summed.
    """
    import polars as pl

    bounded = found.filter(pl.col("bound") != "")
    if bounded.height:
        raise BluebookError(
            f"row {bounded['row'][0]} is a bound ({bounded['bound'][0]}), which no sum can hold",
            "leave such rows out with `skip`, or collect the rows without `aggregate`",
        )
    same = ("indicator", "place", "when", "code", "status", "by", "said")
    first, last = pl.first("cell"), pl.last("cell").str.split("!").list.last()
    return found.group_by(*same, *(f"/{name}" for name in dimensions), maintain_order=True).agg(
        pl.sum("number"),
        pl.sum("half"),
        pl.concat_str(first, pl.lit(":"), last).alias("cell"),
        pl.concat_str(
            pl.lit("Σ "), first, pl.lit(":"), last, pl.lit(" (n = "), pl.len(), pl.lit(")")
        ).alias("text"),
        pl.lit("").alias("bound"),
        pl.lit("").alias("locator"),
        pl.lit("").alias("note"),
        pl.lit("").alias("computed"),
    )
