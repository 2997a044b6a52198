"""Territories in order, as bars; one of them highlighted."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.theme import PALE, PALETTE, SOFT, breadth

ROW = 14.5


def drawing(data: Data) -> Drawing:
    """A bar a territory, its number at the end."""
    series = data.series[0]
    known = series.known()
    left = max((breadth(data.categories[n].name) for n, _ in known), default=0.0) + 10
    right = max((breadth(dot.text) for _, dot in known), default=0.0) + 14
    frame = draw.Frame(ROW * len(known), left=left, right=right, top=26 if data.unit else 8,
                       bottom=8, total=data.width)  # fmt: skip
    values = [dot.value for _, dot in known]
    span = draw.Span(min([*values, 0.0]), max([*values, 0.0]), 0.0, frame.width)
    rects, numbers, names = [], [], []
    for row, (n, dot) in enumerate(known):
        y, x = ROW * (row + 0.5), span.at(dot.value)
        category = data.categories[n]
        chosen = category.key == data.highlight
        tone = PALETTE[1] if chosen else (PALE if data.highlight else PALETTE[0])
        rects.append(draw.link(dot, px=span.at(0), p2=x, py=y - 5, q2=y + 5, tone=tone))
        numbers.append(draw.link(dot, px=max(x, span.at(0)) + 5, py=y, text=dot.text))
        names.append({"px": -6, "py": y, "text": category.name,
                      "tone": PALETTE[1] if chosen else SOFT})  # fmt: skip
    labels = draw.text(names, align="right", baseline="middle")
    labels["encoding"]["color"] = {"field": "tone", "type": "nominal", "scale": None}
    layers = [
        draw.bars(rects),
        draw.text(numbers, align="left", baseline="middle"),
        labels,
        *draw.unit_line(data.unit, frame),
    ]
    shown = frozenset(dot.figure for _, dot in known)
    return Drawing(draw.spec(frame, layers), *frame.full, shown)
