"""Categories of periods: how years and months are written below a chart."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.model.period import Period
from bluebook.write.charts.data import Category
from bluebook.write.periods import named, short

MANY = 14  # more periods than this are not labelled one by one


def months(periods: Sequence[Period], language: str, *, stock: bool = False) -> list[Category]:
    """Years by their number; months by their name with the year below each first one.

    A long run of months is labelled by its years and Julys alone.
    """
    out: list[Category] = []
    year = 0
    suffix = "年" if language == "zh" else ""
    long = len(periods) > MANY
    for period in periods:
        lines: tuple[str, ...] = (short(period, language),)
        if not period.is_year and period.months < 12:
            if period.year != year:
                lines = (f"{period.year}{suffix}",) if long else (*lines, f"{period.year}{suffix}")
            elif long:
                lines = lines if period.month == 7 and period.months == 1 else ()
            year = period.year
        out.append(Category(str(period), lines, named(period, language, stock=stock)))
    return out
