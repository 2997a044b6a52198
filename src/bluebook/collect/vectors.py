"""Work on columns of text: templates, maps, and functions called once for each different input."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bluebook.collect.mapping import split
from bluebook.errors import BluebookError

if TYPE_CHECKING:
    import polars as pl

Where = Callable[[int, int], dict[str, Any]]
"""Row and column -> the place as errors name it."""


def filled(template: str) -> pl.Expr:
    """A template over the fields `=name` of each record."""
    import polars as pl

    parts = [
        pl.col(f"={part}") if i % 2 else pl.lit(part)
        for i, part in enumerate(split(template))
        if i % 2 or part
    ]
    return pl.concat_str(parts).str.strip_chars() if parts else pl.lit("")


def mapped(
    found: pl.DataFrame, column: str, name: str, words: Mapping[str, str | bool], where: Where
) -> pl.DataFrame:
    """A column with its texts replaced by a map's; rows of texts mapped to false are left out."""

    def word(text: str) -> tuple[str | None]:
        if text not in words:
            raise BluebookError(
                f"{text!r} is not in the map of {name!r}",
                f'add it to map.{name} in the mapping ("…" = false leaves it out)',
            )
        new = words[text]
        return (new if isinstance(new, str) else None,)

    import polars as pl

    found = each(found, (column,), word, {"_new": pl.String}, where)
    return found.drop_nulls("_new").with_columns(pl.col("_new").alias(column)).drop("_new")


def each(
    found: pl.DataFrame,
    given: tuple[str, ...],
    read: Callable[..., tuple[Any, ...]],
    makes: Mapping[str, Any],
    where: Where,
) -> pl.DataFrame:
    """New columns made of others by a function, called once for each different input.

    An error of the function gets the place of the first row with that input.
    """
    import polars as pl

    if not found.height:
        return found.with_columns(pl.lit(None, kind).alias(name) for name, kind in makes.items())
    firsts = found.group_by(given, maintain_order=True).agg(pl.first("row", "column"))
    rows = []
    for *inputs, row, column in firsts.iter_rows():
        try:
            rows.append(read(*inputs))
        except BluebookError as error:
            raise error.at(**where(row, column)) from None
    if not makes:
        return found
    made = pl.DataFrame(rows, schema=dict(makes), orient="row")
    if made.height == 1:
        return found.with_columns(
            pl.lit(made[name][0], kind).alias(name) for name, kind in makes.items()
        )
    return found.join(
        firsts.select(given).hstack(made), on=given, how="left", maintain_order="left"
    )
