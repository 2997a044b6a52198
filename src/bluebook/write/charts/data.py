"""What a chart shows, before it is drawn: series of dots over categories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from bluebook.write import document as d
from bluebook.write.charts.theme import WIDTH


class Dot(NamedTuple):
    """One figure of a chart: its place, its value as scaled, its text, its id.

    A `quiet` dot stands elsewhere than its number says (a monthly average): never labelled.
    """

    at: str
    value: float
    text: str
    figure: str
    quiet: bool = False


class Series(NamedTuple):
    """Dots of one name, in the order of the categories; None where nothing is known."""

    name: str
    dots: tuple[Dot | None, ...]

    def known(self) -> list[tuple[int, Dot]]:
        return [(n, dot) for n, dot in enumerate(self.dots) if dot is not None]


class Category(NamedTuple):
    """A place on the axis: `key` is unique, `lines` are its label, `name` stands in words."""

    key: str
    lines: tuple[str, ...]
    name: str


class Data(NamedTuple):
    """All a kind of chart needs. `unit` is that of `series`; growth is in percent."""

    language: str
    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    unit: str = ""
    growth: Series | None = None
    highlight: str = ""
    width: float = WIDTH
    extra: Mapping[str, Any] = MappingProxyType({})

    def everything(self) -> Iterator[Series]:
        yield from self.series
        if self.growth:
            yield self.growth


class Drawing(NamedTuple):
    """A chart ready to be rendered; `shown` are the figures whose text is printed on it."""

    spec: dict[str, Any]
    width: float
    height: float
    shown: frozenset[str]


Kind = Callable[[Data], Drawing]


def marks(data: Data, shown: frozenset[str]) -> tuple[d.Mark, ...]:
    """The chart's data as the document lists them."""
    names = {c.key: c.name for c in data.categories}
    return tuple(
        d.Mark(dot.figure, series.name, names.get(dot.at, dot.at), dot.text, dot.figure in shown)
        for series in data.everything()
        for _, dot in series.known()
    )
