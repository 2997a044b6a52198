"""One or several series over months or years; names at the ends of the lines."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.level_growth import runs
from bluebook.write.charts.theme import PALETTE, SIZE, breadth, wrapped

HEIGHT = 190
NAME = 104  # the most that names may take at the right


def drawing(data: Data) -> Drawing:
    """Lines with direct labels; numbers at the last, first, greatest and least points first."""
    names = [wrapped(s.name, NAME) for s in data.series] if len(data.series) > 1 else []
    right = max((breadth(w) for lines in names for w in lines), default=0.0)
    values = [dot.value for s in data.series for _, dot in s.known()]
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low > 0 and low < 0.35 * high:
        low = 0.0
    marks = draw.ticks(low, high)
    left = 12 + max(breadth(f"{v:,g}") for v in marks)
    tall = max((len(c.lines) for c in data.categories), default=1)
    frame = draw.Frame(
        HEIGHT, left=left, right=right + 16 if names else 14, top=28, bottom=12 + tall * (SIZE + 3)
    )
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
    boxes = draw.Boxes(frame.width, -14, HEIGHT)
    shown: set[str] = set()
    places = {}
    for k, series in enumerate(data.series):
        rows = []
        for n, dot in series.known():
            x, y = bands.centre(n), span.at(dot.value)
            places[dot.figure] = (x, y)
            boxes.block(x, y)
            rows.append(draw.link(dot, px=x, py=y, n=n))
        tone = PALETTE[k % len(PALETTE)]
        layers += [draw.line(run, tone) for run in runs(rows)]
        layers.append(draw.points(rows, tone, 30 if len(rows) <= 16 else 12))
    for k, series in enumerate(data.series):
        known = [dot for _, dot in series.known()]
        first = draw.striking(known)
        rest = [n for n in range(len(known)) if n not in first] if len(known) <= 12 else []
        rest = [n for n in rest if not known[n].quiet]
        texts = []
        for n in [*first, *rest]:
            dot = known[n]
            x, y = places[dot.figure]
            dip = 0 < n < len(known) - 1 and known[n - 1].value > dot.value < known[n + 1].value
            for shift in (12, -11) if dip else (-11, 12):
                if boxes.take(x, y + shift, dot.text):
                    texts.append(draw.link(dot, px=x, py=y + shift, text=dot.text))
                    shown.add(dot.figure)
                    break
        tone = PALETTE[k % len(PALETTE)]
        layers.append(draw.text(texts, baseline="middle", color=tone))
    return shown


def _names(
    data: Data, names: list[list[str]], span: draw.Span, frame: draw.Frame
) -> draw.Layer:
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
