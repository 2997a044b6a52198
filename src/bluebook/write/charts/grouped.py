"""Several expressions side by side, by period or territory; a legend above."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.theme import PALETTE, SIZE, breadth, wrapped

HEIGHT = 120


def drawing(data: Data) -> Drawing:
    """Columns in groups; each with its number where there is room for it."""
    legend, lines = _legend(data)
    step = (data.width - 16) / max(len(data.categories), 1)
    labels = [
        wrapped(c.lines[0], step - 4) if len(c.lines) == 1 else list(c.lines)
        for c in data.categories
    ]
    categories = [c._replace(lines=tuple(w)) for c, w in zip(data.categories, labels, strict=True)]
    tall = max((len(w) for w in labels), default=1)
    top = 12 + lines * 20 + (16 if data.unit else 0)
    frame = draw.Frame(HEIGHT, top=top + 8, bottom=12 + tall * (SIZE + 3), total=data.width)
    bands = draw.Bands(len(categories), frame.width, 0.22)
    values = [dot.value for s in data.series for _, dot in s.known()]
    span = draw.Span(min([*values, 0.0]), max([*values, 0.0]), HEIGHT, 14)
    if span.low < 0:
        span = span._replace(start=HEIGHT - 14)
    slot = min(bands.step * 0.8, 46.0 * len(data.series)) / len(data.series)
    rects, texts, shown = [], [], set[str]()
    boxes = draw.Boxes(frame.width, -16, HEIGHT + 4)
    half = max(slot / 2 - 1, 1)
    for k, series in enumerate(data.series):
        for n, dot in series.known():
            x = bands.centre(n) + (k - (len(data.series) - 1) / 2) * slot
            y, tone = span.at(dot.value), PALETTE[k % len(PALETTE)]
            rects.append(draw.link(dot, px=x - half, p2=x + half, py=y, q2=span.at(0), tone=tone))
            boxes.block_of(x, (y + span.at(0)) / 2, 2 * half, abs(span.at(0) - y) - 2)
    for k, series in enumerate(data.series):
        for n, dot in series.known():
            x = bands.centre(n) + (k - (len(data.series) - 1) / 2) * slot
            y = span.at(dot.value)
            at = y - 8 if dot.value >= 0 else y + 9
            if boxes.take(x, at, dot.text, size=SIZE - 1):
                texts.append(draw.link(dot, px=x, py=at, text=dot.text))
                shown.add(dot.figure)
    layers = [
        *draw.rules_across([0.0], span, frame.width, zero=True),
        draw.bars(rects),
        draw.text(texts, baseline="middle", fontSize=SIZE - 1),
        *draw.axis_below(categories, bands, HEIGHT),
        *draw.unit_line(data.unit, frame),
        *_legend_layers(legend, frame, 16 if data.unit else 0),
    ]
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))


def _legend(data: Data) -> tuple[list[tuple[float, int, str, str]], int]:
    """Entries (x, line, name, colour), and how many lines they take."""
    out, x, row = [], 0.0, 0
    if len(data.series) < 2:
        return [], 0
    for k, series in enumerate(data.series):
        wide = breadth(series.name) + 30
        if x and x + wide > data.width - 16:
            x, row = 0.0, row + 1
        out.append((x, row, series.name, PALETTE[k % len(PALETTE)]))
        x += wide
    return out, row + 1


def _legend_layers(
    entries: list[tuple[float, int, str, str]], frame: draw.Frame, down: float
) -> list[draw.Layer]:
    if not entries:
        return []
    y = [-frame.top + 12 + down + row * 20 for _, row, _, _ in entries]
    boxes = [
        {"px": x, "p2": x + 12, "py": at - 6, "q2": at + 6, "tone": tone}
        for (x, _, _, tone), at in zip(entries, y, strict=True)
    ]
    names = [
        {"px": x + 16, "py": at, "text": name}
        for (x, _, name, _), at in zip(entries, y, strict=True)
    ]
    return [draw.bars(boxes), draw.text(names, align="left", baseline="middle")]
