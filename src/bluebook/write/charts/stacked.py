"""Shares of a whole, one column a period; names beside the last column."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.theme import PALETTE, PAPER, SIZE, breadth, wrapped

HEIGHT = 150
NAME = 0.26  # of the width: the most that names may take at the right


def drawing(data: Data) -> Drawing:
    """Columns from the first series at the bottom upward, each part with its share."""
    names = [wrapped(s.name, NAME * data.width) for s in data.series]
    right = max((breadth(w) for lines in names for w in lines), default=0.0) + 18
    frame = draw.Frame(HEIGHT, right=right, top=24, bottom=draw.below(data.categories),
                       total=data.width)  # fmt: skip
    bands = draw.Bands(len(data.categories), frame.width, 0.3)
    totals = [
        sum(dot.value for s in data.series if (dot := s.dots[n])) for n in range(bands.number)
    ]
    span = draw.Span(0.0, max([*totals, 100.0 if data.unit == "%" else 0.0]), HEIGHT, 0)
    rects, texts, shown = [], [], set()
    base = [0.0] * bands.number
    ends = []
    for k, series in enumerate(data.series):
        for n, dot in series.known():
            low, high = span.at(base[n]), span.at(base[n] + dot.value)
            base[n] += dot.value
            x, half = bands.centre(n), bands.band / 2
            tone = PALETTE[k % len(PALETTE)]
            rects.append(draw.link(dot, px=x - half, p2=x + half, py=high, q2=low, tone=tone))
            if low - high >= SIZE + 2 and breadth(dot.text) <= bands.band + 2:
                texts.append(draw.link(dot, px=x, py=(low + high) / 2, text=dot.text))
                shown.add(dot.figure)
            if n == series.known()[-1][0]:
                ends.append((k, (low + high) / 2))
    body = draw.bars(rects)
    body["mark"] |= {"stroke": PAPER, "strokeWidth": 1}
    layers = [
        body,
        draw.text(texts, baseline="middle", color=PAPER),
        *draw.axis_below(data.categories, bands, HEIGHT),
        *draw.unit_line(data.unit, frame),
    ]
    tall = max((len(lines) for lines in names), default=1) * (SIZE + 2) + 3
    placed = draw.apart([y for _, y in ends], tall, tall / 2, HEIGHT - tall / 2)
    start = bands.centre(bands.number - 1) + bands.band / 2 + 8
    rows = [
        {"px": start, "py": y + (m - (len(names[k]) - 1) / 2) * (SIZE + 2), "text": words,
         "tone": PALETTE[k % len(PALETTE)]}
        for (k, _), y in zip(ends, placed, strict=True)
        for m, words in enumerate(names[k])
    ]  # fmt: skip
    beside = draw.text(rows, align="left", baseline="middle")
    beside["encoding"]["color"] = {"field": "tone", "type": "nominal", "scale": None}
    return Drawing(draw.spec(frame, [*layers, beside]), *frame.full, frozenset(shown))
