"""A map: territories shaded by their figure, with the number where there is room for it."""

from __future__ import annotations

from typing import Any, NamedTuple

from bluebook.write.boundaries import Outline, spot
from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Dot, Drawing
from bluebook.write.charts.theme import INK, NOTHING, PALETTE, PAPER, RAMP, SOFT, breadth

TALLEST = 320.0
LABEL = 11
LEGEND = 30


def drawing(data: Data) -> Drawing:
    """`extra["outline"]` holds the shapes; the only series is of their territories."""
    outline: Outline = data.extra["outline"]
    dots = {dot.at: dot for _, dot in data.series[0].known()}
    shades = _shades(list(dots.values()))
    frame = draw.Frame(outline.height + LEGEND, left=4, right=4, top=6, bottom=4, total=data.width)
    shift = (frame.width - outline.width) / 2
    features, texts, shown = [], [], set[str]()
    labels = Labels(data, draw.Boxes(frame.width, 0, outline.height), shift, shown)
    sized = sorted(outline.shapes, key=lambda s: -sum(len(p[0]) for p in s.polygons))
    for shape in sized:
        dot = dots.get(shape.code)
        tone = shades[dot.at] if dot else NOTHING
        polygons = [[[[round(x + shift, 1), y] for x, y in ring] for ring in rings]
                    for rings in shape.polygons]  # fmt: skip
        if not polygons:
            continue
        edge = PALETTE[1] if shape.code and shape.code == data.highlight else PAPER
        features.append(_feature(polygons, tone, edge, dot))
        if dot:
            texts += labels.of(shape.polygons, dot, PAPER if tone in RAMP[3:] else INK)
    features.sort(key=lambda f: f["properties"]["edge"] != PAPER)
    lowest = outline.height + LEGEND - 12
    layers = [
        {
            "mark": {"type": "geoshape", "strokeWidth": 0.8},
            "data": {"values": features},
            "projection": {"type": "identity", "scale": 1, "translate": [0, 0]},
            "encoding": {
                "color": {"field": "properties.tone", "type": "nominal", "scale": None},
                "stroke": {"field": "properties.edge", "type": "nominal", "scale": None},
                "href": {"field": "href"},
            },
        },
        _texts(texts),
        *_legend(data, dots, lowest, shown, len(dots) < len(outline.shapes)),
    ]
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))


def _feature(polygons: list[Any], tone: str, edge: str, dot: Dot | None) -> dict[str, Any]:
    feature: dict[str, Any] = {
        "type": "Feature",
        "properties": {"tone": tone, "edge": edge},
        "geometry": {"type": "MultiPolygon", "coordinates": polygons},
    }
    return draw.link(dot, **feature) if dot else feature


def _shades(dots: list[Dot]) -> dict[str, str]:
    """Five classes of equal size, by rank; equal values are shaded alike."""
    values = sorted(dot.value for dot in dots)
    return {
        dot.at: RAMP[min(values.index(dot.value) * len(RAMP) // max(len(values), 1), 4)]
        for dot in dots
    }


class Labels(NamedTuple):
    """Names and numbers inside the shapes, where there is room."""

    data: Data
    boxes: draw.Boxes
    shift: float
    shown: set[str]

    def of(self, polygons: list[Any], dot: Dot, colour: str) -> list[dict[str, Any]]:
        """Name and number of a shape, the number alone, or nothing."""
        name = next((c.name for c in self.data.categories if c.key == dot.at), "")
        wide = breadth(dot.text, LABEL)
        for lines in ((name, dot.text), (dot.text,)):
            size = max(wide, breadth(lines[0], LABEL)) + 6, LABEL * 1.25 * len(lines) - 3
            found = spot(polygons, *size)
            if found is None or not self.boxes.block_of(found[0] + self.shift, found[1], *size):
                continue
            x, y = found[0] + self.shift, found[1]
            down = (len(lines) - 1) * 7
            texts = [draw.link(dot, px=x, py=y + down, text=dot.text, tone=colour)]
            if down:
                texts.insert(0, {"px": x, "py": y - 7, "text": name, "tone": colour})
            self.shown.add(dot.figure)
            return texts
        return []


def _texts(rows: list[dict[str, Any]]) -> draw.Layer:
    made = draw.text(rows, baseline="middle", fontSize=LABEL)
    made["encoding"]["color"] = {"field": "tone", "type": "nominal", "scale": None}
    return made


def _legend(
    data: Data, dots: dict[str, Dot], y: float, shown: set[str], gaps: bool
) -> list[draw.Layer]:
    """Least, five shades, greatest; and what grey stands for."""
    ordered = sorted(dots.values(), key=lambda dot: dot.value)
    words = data.extra["no_data"]
    x, wide = 2.0, data.width / 20
    texts: list[dict[str, Any]] = []
    if data.unit:
        texts.append({"px": x, "py": y, "text": data.unit})
        x += breadth(data.unit) + 14
    texts.append(draw.link(ordered[0], px=x, py=y, text=ordered[0].text))
    shown.add(ordered[0].figure)
    x += breadth(ordered[0].text) + 6
    boxes = []
    for shade in RAMP:
        boxes.append({"px": x, "p2": x + wide, "py": y - 6, "q2": y + 6, "tone": shade})
        x += wide
    x += 6
    texts.append(draw.link(ordered[-1], px=x, py=y, text=ordered[-1].text))
    shown.add(ordered[-1].figure)
    x += breadth(ordered[-1].text) + 14
    if gaps:
        boxes.append({"px": x, "p2": x + wide, "py": y - 6, "q2": y + 6, "tone": NOTHING})
        texts.append({"px": x + wide + 5, "py": y, "text": words})
    return [draw.bars(boxes), draw.text(texts, align="left", baseline="middle", color=SOFT)]
