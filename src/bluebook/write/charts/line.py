"""One or several series over months or years; names at the ends of the lines."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.level_growth import runs
from bluebook.write.charts.theme import PALETTE, SIZE, breadth, wrapped

HEIGHT = 150
NAME = 0.22  # of the width: the most that names may take at the right


def drawing(data: Data) -> Drawing:
    """Lines with direct labels; numbers at the last, first, greatest and least points first."""
    names = (
        [wrapped(s.name, NAME * data.width) for s in data.series] if len(data.series) > 1 else []
    )
    right = max((breadth(w) for lines in names for w in lines), default=0.0)
    values = [dot.value for s in data.series for _, dot in s.known()]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low > 0 and low < 0.35 * high:
        low = 0.0
    marks = draw.ticks(low, high)
    left = 12 + max(breadth(f"{v:,g}") for v in marks)
    frame = draw.Frame(
        HEIGHT, left=left, right=right + 16 if names else 16, top=28,
        bottom=draw.below(data.categories), total=data.width,
    )  # fmt: skip
    bands = draw.Bands(len(data.categories), frame.width)
    span = draw.Span(marks[0], marks[-1], HEIGHT, 0)
    layers = [
        *draw.rules_across(marks, span, frame.width, zero=True),
        *draw.tick_texts(marks, span),
        *draw.unit_line(data.unit, frame),
        *draw.axis_below(data.categories, bands, HEIGHT, every=_every(data, bands)),
    ]
    shown = _lines(data, bands, span, frame, layers)
    if names:
        layers.append(_names(data, names, span, frame))
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))


def _lines(
    data: Data, bands: draw.Bands, span: draw.Span, frame: draw.Frame, layers: list[draw.Layer]
) -> set[str]:
    """The lines, their points, and as many numbers as there is room for."""
    boxes = draw.Boxes(
        frame.width + (0 if len(data.series) > 1 else frame.right - 6), -22, HEIGHT + 5
    )
    if span.low < 0 < span.high:
        boxes.line([(0.0, span.at(0)), (bands.width, span.at(0))], 1)
    for k, series in enumerate(data.series):
        rows = [
            draw.link(dot, px=bands.centre(n), py=span.at(dot.value), n=n)
            for n, dot in series.known()
        ]
        boxes.line([(row["px"], row["py"]) for row in rows])
        tone = PALETTE[k % len(PALETTE)]
        layers += [draw.line(run, tone) for run in runs(rows)]
        layers.append(draw.points(rows, tone, 30 if len(rows) <= 16 else 12))
    shown: set[str] = set()
    for k, series in enumerate(data.series):
        known = series.known()
        order = draw.striking([dot for _, dot in known])
        if len(known) <= 12:
            order += [n for n in range(len(known)) if n not in order and not known[n][1].quiet]
        texts = []
        for n in order:
            at, dot = known[n]
            dip = 0 < n < len(known) - 1 and known[n - 1][1].value > dot.value
            dip = dip and known[n + 1][1].value > dot.value
            place = boxes.beside(bands.centre(at), span.at(dot.value), dot.text, below=dip)
            if place:
                texts.append(draw.link(dot, px=place[0], py=place[1], text=dot.text))
                shown.add(dot.figure)
        layers.append(draw.text(texts, baseline="middle", color=PALETTE[k % len(PALETTE)]))
    return shown


def _names(data: Data, names: list[list[str]], span: draw.Span, frame: draw.Frame) -> draw.Layer:
    """Names of the series beside their last points, moved apart."""
    ends = [span.at(s.known()[-1][1].value) if s.known() else HEIGHT for s in data.series]
    tall = max(len(lines) for lines in names) * (SIZE + 2) + 2
    placed = draw.apart(ends, tall, 4, HEIGHT)
    rows = [
        {"px": frame.width + 4, "py": y + (n - (len(lines) - 1) / 2) * (SIZE + 2), "text": words,
         "tone": PALETTE[k % len(PALETTE)]}
        for k, (lines, y) in enumerate(zip(names, placed, strict=True))
        for n, words in enumerate(lines)
    ]  # fmt: skip
    made = draw.text(rows, align="left", baseline="middle")
    made["encoding"]["color"] = {"field": "tone", "type": "nominal", "scale": None}
    return made


def _every(data: Data, bands: draw.Bands) -> int:
    """Thin the labels where they would touch; a long run of months is thin already."""
    if any(not c.lines for c in data.categories):
        return 1
    widest = max((breadth(line) for c in data.categories for line in c.lines[:1]), default=0.0)
    return max(1, -int(-(widest + 4) // bands.step))
