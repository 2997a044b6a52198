"""The kinds of charts by name."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.write.charts import grouped, level_growth, line, ranked, stacked
from bluebook.write.charts.data import Kind

KINDS: dict[str, Kind] = {
    "level-growth": level_growth.drawing,
    "line": line.drawing,
    "stacked": stacked.drawing,
    "grouped": grouped.drawing,
    "ranked": ranked.drawing,
}


def kind(name: str) -> Kind:
    """The kind of this name; BluebookError lists the known ones."""
    try:
        return KINDS[name]
    except KeyError:
        raise BluebookError(
            f"unknown kind of chart {name!r}", f"the kinds are: {', '.join(KINDS)}, fan, progress"
        ) from None
