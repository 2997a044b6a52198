"""Pieces of Vega-Lite that the kinds of charts share, and where labels go."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from bluebook.write.charts.data import Category, Dot
from bluebook.write.charts.theme import GRID, PAPER, SIZE, SOFT, WIDTH, breadth, config

Layer = dict[str, Any]


class Frame(NamedTuple):
    """The plot's size inside its margins; the picture's whole size follows."""

    height: float
    left: float = 8
    right: float = 8
    top: float = 26
    bottom: float = 26
    total: float = WIDTH

    @property
    def width(self) -> float:
        return self.total - self.left - self.right

    @property
    def full(self) -> tuple[float, float]:
        return self.total, self.height + self.top + self.bottom


def spec(frame: Frame, layers: Sequence[Layer], **more: Any) -> dict[str, Any]:
    """A layered view of exactly this size."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": frame.width,
        "height": frame.height,
        "padding": {
            "left": frame.left, "right": frame.right, "top": frame.top, "bottom": frame.bottom,
        },
        "autosize": {"type": "none"},
        "config": config(),
        "layer": list(layers),
        **more,
    }  # fmt: skip


def layer(mark: dict[str, Any], rows: Sequence[dict[str, Any]], **encoding: Any) -> Layer:
    """One layer with its own rows; rows that carry an `href` are links to their figure."""
    if any("href" in row for row in rows):
        encoding["href"] = {"field": "href"}
    values = [
        {k: round(v, 2) if isinstance(v, float) else v for k, v in row.items()} for row in rows
    ]
    return {"mark": mark, "data": {"values": values}, "encoding": encoding}


def text(rows: Sequence[dict[str, Any]], **mark: Any) -> Layer:
    """Texts at pixels `px`, `py` of the plot."""
    return layer(
        {"type": "text", "font": config()["font"], **mark},
        rows,
        x=pixel("px"),
        y=pixel("py"),
        text={"field": "text"},
    )


def pixel(field: str) -> dict[str, Any]:
    """A position given in pixels."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def unit_line(unit: str, frame: Frame, *, x: float = 0, y: float | None = None) -> list[Layer]:
    """The unit above the plot, at its left."""
    if not unit:
        return []
    row = {"px": x - frame.left + 2, "py": -frame.top + 12 if y is None else y, "text": unit}
    return [text([row], align="left", baseline="middle", color=SOFT)]


def below(categories: Sequence[Category]) -> float:
    """The room that the labels of the categories need under the plot."""
    return 12 + max((len(c.lines) for c in categories), default=1) * (SIZE + 3)


class Bands(NamedTuple):
    """Categories side by side over a width."""

    number: int
    width: float
    inner: float = 0.34

    @property
    def step(self) -> float:
        return self.width / self.number

    @property
    def band(self) -> float:
        return min(self.step * (1 - self.inner), 64)

    def centre(self, n: int) -> float:
        return self.step * (n + 0.5)


class Span(NamedTuple):
    """A linear scale from values to pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.start + share * (self.end - self.start)


def ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Round values from at or below `low` to at or above `high`."""
    rough = ((high - low) or abs(high) or 1.0) / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)]


def axis_below(
    categories: Sequence[Category], bands: Bands, y: float, *, every: int = 1
) -> list[Layer]:
    """Labels of the categories under the plot; `every` thins them (the last stays).

    Where two would touch, the one with a year stays.
    """
    last = len(categories) - 1
    boxes = Boxes(bands.width, 0, y)
    kept = [n for n in range(last + 1) if (last - n) % every == 0 and categories[n].lines]
    rows = []
    for n in sorted(kept, key=lambda n: not re.search(r"\d{4}", " ".join(categories[n].lines))):
        x, lines = bands.centre(n), categories[n].lines
        if boxes.free(x, y + 12, max(map(breadth, lines)) + 2, SIZE):
            rows += [{"px": x, "py": y + 6 + line * (SIZE + 3), "text": part}
                     for line, part in enumerate(lines)]  # fmt: skip
    return [text(rows, baseline="top", align="center", color=SOFT)]


def rules_across(values: Sequence[float], span: Span, width: float, zero: bool) -> list[Layer]:
    """Light lines across the plot, the one at nought darker."""
    rows = [
        {"px": 0, "p2": width, "py": span.at(v), "tone": SOFT if zero and v == 0 else GRID}
        for v in values
    ]
    return [
        layer(
            {"type": "rule", "strokeWidth": 1},
            rows,
            x=pixel("px"),
            x2={"field": "p2"},
            y=pixel("py"),
            color={"field": "tone", "type": "nominal", "scale": None},
        )
    ]


def tick_texts(values: Sequence[float], span: Span) -> list[Layer]:
    """The scale's own numbers at the left; they belong to no figure."""
    decimals = max((len(f"{v:.6f}".rstrip("0").partition(".")[2]) for v in values), default=0)
    rows = [
        {"px": -6, "py": span.at(v), "text": f"{v:,.{decimals}f}".replace("-", "\u2212")}
        for v in values
    ]
    return [text(rows, align="right", baseline="middle", color=SOFT)]


def bars(rows: Sequence[dict[str, Any]]) -> Layer:
    """Rectangles from (`px`, `py`) to (`p2`, `q2`) in the colour `tone`."""
    return layer(
        {"type": "rect", "stroke": None},
        rows,
        x=pixel("px"),
        x2={"field": "p2"},
        y=pixel("py"),
        y2={"field": "q2"},
        color={"field": "tone", "type": "nominal", "scale": None},
    )


def line(rows: Sequence[dict[str, Any]], colour: str, **mark: Any) -> Layer:
    """A line through pixels, in the order of the rows; a row without `py` breaks it."""
    return layer(
        {"type": "line", "stroke": colour, "strokeWidth": 2, "invalid": "break-paths-show-domains",
         "interpolate": "linear", **mark},
        rows,
        x=pixel("px"),
        y=pixel("py"),
        order={"field": "n", "type": "quantitative"},
    )  # fmt: skip


def points(rows: Sequence[dict[str, Any]], colour: str, size: float = 26) -> Layer:
    """Dots at pixels, each a link to its figure; small ones without a border."""
    return layer(
        {"type": "point", "filled": True, "color": colour, "size": size, "opacity": 1,
         "stroke": PAPER, "strokeWidth": 1 if size > 20 else 0},
        rows,
        x=pixel("px"),
        y=pixel("py"),
    )  # fmt: skip


def link(dot: Dot, **row: Any) -> dict[str, Any]:
    """A row that belongs to a figure."""
    return {**row, "href": f"#{dot.figure}"}


class Boxes:
    """Places taken by labels; a new one is put only where it fits."""

    def __init__(self, width: float, top: float, bottom: float) -> None:
        self._taken: list[tuple[float, float, float, float]] = []
        self._edge = (-4.0, top, width + 4.0, bottom)

    def take(self, x: float, y: float, words: str, *, size: float = SIZE) -> bool:
        """Take the place of a text centred at x, y; False where it is taken or outside."""
        return self.block_of(x, y, breadth(words, size) + 3, size * 1.24)

    def block_of(self, x: float, y: float, width: float, height: float) -> bool:
        """Take a box centred at x, y."""
        left, top, right, bottom = self._edge
        if x - width / 2 < left or x + width / 2 > right:
            return False
        if y - height / 2 < top or y + height / 2 > bottom:
            return False
        return self.free(x, y, width, height)

    def free(self, x: float, y: float, width: float, height: float) -> bool:
        """Take a box centred at x, y, inside the edges or not."""
        box = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if any(a < box[2] and box[0] < c and b < box[3] and box[1] < e
               for a, b, c, e in self._taken):  # fmt: skip
            return False
        self._taken.append(box)
        return True

    def beside(
        self, x: float, y: float, words: str, *, below: bool = False
    ) -> tuple[float, float] | None:
        """The place of a text near a point, above it first; None where all are taken."""
        aside = breadth(words) / 2 + 2
        up = [(0.0, -11.0), (0.0, 12.0)]
        tries = [*(up[::-1] if below else up), (-aside, -9.0), (aside, -9.0), (-aside, 10.0),
                 (aside, 10.0), (0.0, -19.0), (0.0, 20.0),
                 (-aside, -18.0), (aside, -18.0), (-aside, 19.0), (aside, 19.0)]  # fmt: skip
        for dx, dy in tries:
            if self.take(x + dx, y + dy, words):
                return x + dx, y + dy
        return None

    def line(self, points: Sequence[tuple[float, float]], half: float = 2.5) -> None:
        """Keep a line and its points free."""
        for (x1, y1), (x2, y2) in pairwise(points):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / 4))
            for step in range(steps):
                x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
                self.block(x, y, 1.2 if step else half)
        if points:
            self.block(*points[-1], half)

    def block(self, x: float, y: float, half: float) -> None:
        """Keep a point free."""
        self._taken.append((x - half, y - half, x + half, y + half))


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, at least `gap` apart, within low and high."""
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    placed: list[float] = []
    for n in order:
        placed.append(max(wanted[n], placed[-1] + gap if placed else low))
    ceiling = high
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], ceiling)
        ceiling = placed[at] - gap
    out = [0.0] * len(wanted)
    for at, n in enumerate(order):
        out[n] = placed[at]
    return out


def striking(dots: Sequence[Dot]) -> list[int]:
    """Last, first, greatest, least: the points that are labelled first."""
    order = [n for n, dot in enumerate(dots) if not dot.quiet]
    if not order:
        return []
    greatest = max(order, key=lambda n: dots[n].value)
    least = min(order, key=lambda n: dots[n].value)
    return list(dict.fromkeys((order[-1], order[0], greatest, least)))


def area(rows: Sequence[dict[str, Any]], colour: str) -> Layer:
    """The area between `py` and `q2` along `px`."""
    return layer(
        {"type": "area", "fill": colour, "opacity": 1, "line": False},
        rows,
        x=pixel("px"),
        y=pixel("py"),
        y2={"field": "q2"},
    )
