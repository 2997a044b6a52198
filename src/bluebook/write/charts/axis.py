"""Categories of periods: how years and months are written below a chart."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.model.period import Period
from bluebook.write.charts.data import Category
from bluebook.write.periods import month_of, named, short

MANY = 14  # more periods than this are not labelled one by one


def months(periods: Sequence[Period], language: str, *, stock: bool = False) -> list[Category]:
    """Years by their number; months by their name with the year below each first one.

    Ends of years are years. A run from January to June, September, December is labelled by its
    last months. A long run of months is labelled by its years and Julys alone.
    """
    suffix = "年" if language == "zh" else ""
    years = all(p.is_year for p in periods)
    ends = all(p.months == 1 and p.month == 12 for p in periods)
    dated = all(p.first % 12 == 0 and p.months > 1 for p in periods) and not years
    long = len(periods) > MANY and not years
    out: list[Category] = []
    year = labelled = 0
    for n, period in enumerate(periods):
        name = named(period, language, stock=stock)
        if years or ends:
            end = ("末" if language == "zh" else "") if ends else ""
            text = f"{period.year}{suffix if ends else ''}{end}"
            out.append(Category(str(period), (text,), name))
            continue
        text = month_of(period, language) if dated else short(period, language)
        lines: tuple[str, ...] = (text,)
        if period.year != year:
            lines = (f"{period.year}{suffix}",) if long else (text, f"{period.year}{suffix}")
        elif long and not (period.month == 7 and period.months == 1 and n - labelled > 4):
            lines = ()
        year = period.year
        labelled = n if lines else labelled
        out.append(Category(str(period), lines, name))
    return out
