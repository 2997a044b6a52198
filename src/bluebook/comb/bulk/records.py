"""Records of one shape: a million returns checked, localised and mended as columns.

Where every record has the same values under the same linear rules, combing works on whole
columns. Records that satisfy the rules are done with one product of matrices. For the others,
every value is tried as the only wrong one: the value the rules then force on it is exact, and
the likelihood of what was given (`likelihood`) decides between several. Records that no single
value explains are named as such, for the general search.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from bluebook.comb.localise.likelihood import NAMES, likelihood
from bluebook.errors import BluebookError
from bluebook.language.arithmetic import (
    Constant,
    Difference,
    Level,
    Product,
    Quotient,
    Sum,
    Term,
)
from bluebook.language.expression import (
    Binary,
    Expression,
    Name,
    Negative,
    Number,
)
from bluebook.language.linear import ratio
from bluebook.language.relation import parse_rule

if TYPE_CHECKING:
    import polars as pl

Matrix = np.ndarray[Any, np.dtype[np.float64]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
TIED = 0.7  # explanations whose log-likelihoods differ by less are not decided between
NOISE = 1e-12  # relative rounding of floating-point sums
_ARITHMETIC: dict[str, Callable[[Term, Term], Term]] = {
    "+": Sum,
    "-": Difference,
    "*": Product,
    "/": Quotient,
}


class Rules(NamedTuple):
    """Linear rules over columns: rows @ x = at, or rows @ x <= at where `upper`."""

    rows: Matrix
    at: Matrix
    upper: Mask


def read_rules(texts: Sequence[str], columns: Sequence[str]) -> Rules:
    """Rules such as `t = a + b` or `a <= t` as a matrix over the columns."""
    place = {name: k for k, name in enumerate(columns)}
    rows, at = np.zeros((len(texts), len(columns))), np.zeros(len(texts))
    upper = np.zeros(len(texts), dtype=bool)
    for k, text in enumerate(texts):
        relation = parse_rule(text)
        upper[k] = relation.sign == "<="
        form = ratio(Difference(_term(relation.left, text), _term(relation.right, text)))
        if form is None or set(form.denominator) != {None}:
            raise BluebookError(f"the rule {text!r} is not linear", "write sums of columns")
        for level, c in form.numerator.items():
            if level is None:
                at[k] = -c
            elif level.code in place:
                rows[k, place[level.code]] = c
            else:
                raise BluebookError(
                    f"the rule {text!r} names {level.code!r}, which is no numeric column",
                    f"the columns are {', '.join(columns)}",
                )
    return Rules(rows, at, upper)


def _term(expression: Expression, rule: str) -> Term:
    match expression:
        case Number(value):
            return Constant(value)
        case Name(code):
            return Level(code)
        case Negative(operand):
            return Difference(Constant(0.0), _term(operand, rule))
        case Binary(sign, left, right):
            return _ARITHMETIC[sign](_term(left, rule), _term(right, rule))
        case _:
            raise BluebookError(f"the rule {rule!r} has an operator", "records know + - * / only")


def check_records(
    table: pl.DataFrame, rules: Sequence[str], *, half_width: float = 0.0, signed: bool = False
) -> pl.DataFrame:
    """What is wrong in the records of a table; one row for each likely explanation.

    `rules` are over the numeric columns, `half_width` is that of every value (its last digit is
    a unit where it is 0), `signed` allows values below zero. Returns `record, column, given,
    likely, mechanism, rank, tied`: rank 1 is the likeliest explanation of its record, `tied`
    says that another is about as good; `column` is null where no single value explains it.
    """
    import polars as pl

    columns = [name for name, kind in table.schema.items() if kind.is_numeric()]
    known = read_rules(rules, columns)
    x = table.select(columns).cast(pl.Float64).to_numpy()
    wrong = np.flatnonzero(~_holds(x, known, half_width, signed))
    record, column, given, likely, score, kind = _single(x[wrong], known, half_width, signed)
    frame = pl.DataFrame(
        {
            "record": wrong[record],
            "column": np.array([*columns, ""])[column],
            "given": given,
            "likely": likely,
            "mechanism": np.array(NAMES)[kind],
            "score": score,
        }
    )
    best = pl.col("score").max().over("record")
    frame = frame.with_columns(
        rank=pl.col("score").rank("ordinal", descending=True).over("record").cast(pl.Int32),
        tied=(pl.col("score") >= best - TIED).sum().over("record") > 1,
    ).filter(pl.col("score") >= best - 5 * TIED)
    unexplained = pl.DataFrame({"record": np.setdiff1d(wrong, frame["record"].to_numpy())})
    return (
        pl.concat([frame.drop("score"), unexplained], how="diagonal")
        .sort("record", "rank")
        .with_columns(pl.col("column").replace("", None))
    )


def _holds(x: Matrix, known: Rules, half_width: float, signed: bool) -> Mask:
    """Which records satisfy every rule, rounding allowed."""
    residual = x @ known.rows.T - known.at
    size = np.abs(known.rows)
    slack = half_width * size.sum(axis=1) + NOISE * (np.abs(x).max(axis=1, initial=1.0)[:, None])
    good = np.where(known.upper, residual <= slack, np.abs(residual) <= slack).all(axis=1)
    good &= np.isfinite(x).all(axis=1)
    if not signed:
        good &= (x >= -half_width).all(axis=1)
    kept: Mask = good
    return kept


def _single(x: Matrix, known: Rules, half_width: float, signed: bool) -> list[Any]:
    """Every value that, changed alone, mends its record, as columns: record, column, given,
    likely, score, mechanism."""
    equal = ~known.upper
    weights = known.rows[equal]
    residual = x @ weights.T - known.at[equal]
    unit = 2 * half_width or 1.0
    nothing = np.zeros(0)
    none = nothing.astype(int)
    parts = [(none, none, nothing, nothing, nothing, none)]
    for j in np.flatnonzero(weights.any(axis=0)):
        first = int(np.flatnonzero(weights[:, j])[0])
        likely = x[:, j] - residual[:, first] / weights[first, j]
        moved = x.copy()
        moved[:, j] = likely
        mends = _holds(moved, known, half_width, signed)
        fits = np.flatnonzero(mends & (np.abs(likely - x[:, j]) > half_width))
        score, kind = likelihood(x[fits, j], likely[fits], unit)
        parts.append((fits, np.full(len(fits), j), x[fits, j], likely[fits], score, kind))
    return [np.concatenate(column) for column in zip(*parts, strict=True)]
