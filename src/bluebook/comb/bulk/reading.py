"""A table of claims as arrays: numbers for texts, intervals as printed and as read generously."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from bluebook.comb.system.arrays import INF, Floats, Ints
from bluebook.comb.system.blocks import Claims
from bluebook.comb.system.build import COARSE, GREATEST, generous
from bluebook.comb.system.numbering import SPAN
from bluebook.errors import BluebookError
from bluebook.language.expression import parse, show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period

if TYPE_CHECKING:
    import polars as pl

NEEDED = {
    "expression": str, "territory": str, "period": str, "source": str, "id": str,
    "value": float, "half_width": float,
}  # fmt: skip
OPTIONAL = ("bound", "status", "said", "suspect")
LONGEST = 1200  # months of a period


def checked(table: pl.DataFrame, catalogue: Catalogue) -> tuple[pl.DataFrame, list[str]]:
    """The table with what can be combed, and the ids of claims that cannot be: no fact, no
    number, or too large a one. BluebookError where the table itself is wrong."""
    import polars as pl

    missing = [name for name in NEEDED if name not in table.columns]
    if missing:
        raise BluebookError(
            f"the table of claims has no column {', '.join(missing)}",
            f"it needs {', '.join(NEEDED)}",
        )
    kinds = {name: pl.String if kind is str else pl.Float64 for name, kind in NEEDED.items()}
    kinds |= dict.fromkeys([c for c in OPTIONAL if c in table.columns], pl.String)
    try:
        table = table.select(pl.col(name).cast(kind) for name, kind in kinds.items())
    except pl.exceptions.PolarsError as error:
        raise BluebookError(f"the table of claims cannot be read: {error}") from None
    if table["id"].null_count() or table["id"].n_unique() < len(table):
        raise BluebookError("claims share an id, or have none", "give each claim an id of its own")
    number = (
        pl.col("value").is_finite() & (pl.col("value").abs() < GREATEST)
        & pl.col("half_width").is_finite() & pl.col("half_width").is_between(0, GREATEST)
    )  # fmt: skip
    fact = pl.all_horizontal(
        pl.col("expression", "territory", "period").is_not_null(),
        *(~pl.col("status").is_in(["target", "forecast"]) for _ in [0] if "status" in kinds),
        *(pl.col("suspect").fill_null("") == "" for _ in [0] if "suspect" in kinds),
    )
    table = table.sort("id")  # the order in which claims came decides nothing, not even rounding
    usable = table.select(keep=(number & fact).fill_null(False))["keep"]
    _check_names(table.filter(usable), catalogue)
    return table.filter(usable), table.filter(~usable)["id"].to_list()


def _check_names(table: pl.DataFrame, catalogue: Catalogue) -> None:
    """Territories and periods that exist; expressions are checked where they are opened."""
    for place in table["territory"].unique().to_list():
        catalogue.territory(place)
    for text in table["period"].unique().to_list():
        period = Period.parse(text)
        if period.months > min(LONGEST, SPAN - 1):
            raise BluebookError(f"the period {text!r} is longer than a century")


def read(table: pl.DataFrame) -> tuple[Claims, Claims]:
    """The table's texts as numbers, its claims as intervals: as printed, and generously."""

    def numbers(name: str) -> tuple[list[str], Ints]:
        texts = table[name].unique().sort()
        numbered = texts.to_frame().with_row_index("number")
        found = table.select(name).join(numbered, on=name, how="left", maintain_order="left")
        return texts.to_list(), found["number"].to_numpy().astype(np.int64)

    texts, text = numbers("expression")
    texts = [show(parse(one)) for one in texts]
    places, place = numbers("territory")
    periods, period = numbers("period")
    value, half = table["value"].to_numpy(), table["half_width"].to_numpy()
    level = np.array(["(" not in one for one in texts], dtype=bool)[text]
    bound = table["bound"].fill_null("").to_numpy() if "bound" in table.columns else None
    printed = Claims(
        texts, places, [Period.parse(p) for p in periods], text, place, period,
        *_ends(value, half, bound),
    )  # fmt: skip
    lower, upper = _ends(value, _generous(value, half, level), bound)
    return printed, printed._replace(lower=lower, upper=upper)


def _ends(value: Floats, half: Floats, bound: Ints | None) -> tuple[Floats, Floats]:
    """As `Claim.interval`, over arrays."""
    lower, upper = np.nextafter(value - half, -INF), np.nextafter(value + half, INF)
    if bound is not None:
        over, under, about = bound == "over", np.isin(bound, ["nearly", "up to"]), bound == "about"
        lower[over], upper[over] = np.nextafter(value[over], -INF), INF
        lower[under], upper[under] = -INF, np.nextafter(value[under], INF)
        wide = 2 * half[about]
        lower[about] = np.nextafter(value[about] - wide, -INF)
        upper[about] = np.nextafter(value[about] + wide, INF)
    return lower, upper


def _generous(value: Floats, half: Floats, level: Ints) -> Floats:
    """`build.generous` over arrays: twice the half width, more for figures with two zeros, and
    no more than printed for coarse levels."""
    wide: Floats = 2.0 * half
    with np.errstate(divide="ignore", invalid="ignore"):
        digits = np.rint(np.abs(value) / (2 * half))
    for k in np.flatnonzero((digits > 0) & (digits % 100 == 0) & np.isfinite(digits)):
        wide[k] = generous(float(value[k]), float(half[k]))
    coarse = level & (np.abs(value) < COARSE * 2 * half)
    wide[coarse] = half[coarse]
    return wide


def as_table(claims: Sequence[Claim]) -> pl.DataFrame:
    """Claims as a table."""
    import polars as pl

    columns = {name: [getattr(one, name) for one in claims] for name in (*NEEDED, *OPTIONAL)}
    kinds = {name: pl.Float64 if NEEDED.get(name) is float else pl.String for name in columns}
    return pl.DataFrame(columns, schema=kinds)


def as_claims(table: pl.DataFrame) -> list[Claim]:
    """Rows of the table as claims."""
    return [
        Claim(**{k: v for k, v in row.items() if v is not None}, unit="")
        for row in table.iter_rows(named=True)
    ]
