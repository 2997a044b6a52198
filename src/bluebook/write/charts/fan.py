"""A series with its projection: a line into a widening fan of intervals."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.level_growth import runs
from bluebook.write.charts.theme import BANDS, PALETTE, WIDTH, breadth

HEIGHT = 150


def drawing(data: Data) -> Drawing:
    """History, then the projection; `extra["bands"]` holds (n, low95, low80, high80, high95)."""
    bands_of = [tuple(row) for row in data.extra["bands"]]
    values = [dot.value for s in data.series for _, dot in s.known()]
    values += [v for row in bands_of for v in (row[1], row[4])]
    low, high = min(values), max(values)
    if 0 < low < 0.35 * high:
        low = 0.0
    marks = draw.ticks(low, high)
    left = 12 + max(breadth(f"{v:,g}") for v in marks)
    frame = draw.Frame(HEIGHT, left=left, right=30, top=48, bottom=draw.below(data.categories),
                       total=data.width)  # fmt: skip
    bands = draw.Bands(len(data.categories), frame.width)
    span = draw.Span(marks[0], marks[-1], HEIGHT, 0)
    layers = [
        *draw.rules_across(marks, span, frame.width, zero=True),
        *draw.tick_texts(marks, span),
        *draw.unit_line(data.unit, frame),
    ]
    start = _start(data, bands, span)
    for name, a, b in (("95", 1, 4), ("80", 2, 3)):
        rows = start + [
            {"px": bands.centre(int(row[0])), "py": span.at(row[a]), "q2": span.at(row[b])}
            for row in bands_of
        ]
        layers.append(draw.area(rows, BANDS[name]))
    layers += draw.axis_below(data.categories, bands, HEIGHT)
    shown = _lines(data, bands, span, frame, layers)
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))


def _start(data: Data, bands: draw.Bands, span: draw.Span) -> list[dict[str, float]]:
    """The fan opens at the last known point."""
    known = data.series[0].known()
    if not known:
        return []
    n, dot = known[-1]
    return [{"px": bands.centre(n), "py": span.at(dot.value), "q2": span.at(dot.value)}]


def _lines(
    data: Data, bands: draw.Bands, span: draw.Span, frame: draw.Frame, layers: list[draw.Layer]
) -> set[str]:
    shown: set[str] = set()
    boxes = draw.Boxes(frame.width + 24, -16, HEIGHT)
    history, ahead = data.series[0], data.series[1]
    join: list[dict[str, object]] = [
        {"px": bands.centre(n), "py": span.at(dot.value), "n": n} for n, dot in history.known()[-1:]
    ]
    for series, tone, first in ((history, PALETTE[0], join[:0]), (ahead, PALETTE[1], join)):
        rows = [draw.link(dot, px=bands.centre(n), py=span.at(dot.value), n=n)
                for n, dot in series.known()]  # fmt: skip
        layers += [draw.line(run, tone) for run in runs([*first, *rows])]
        layers.append(draw.points(rows, tone, 10))
        boxes.line([(row["px"], row["py"]) for row in rows])
    for series, tone in ((ahead, PALETTE[1]), (history, PALETTE[0])):
        known = series.known()
        texts = []
        few = None if data.width >= WIDTH else 2  # in a narrow one the last and the first alone
        for k in draw.striking([dot for _, dot in known])[:few]:
            n, dot = known[k]
            x, y = bands.centre(n), span.at(dot.value)
            if place := boxes.beside(x, y, dot.text):
                texts.append(draw.link(dot, px=place[0], py=place[1], text=dot.text))
                shown.add(dot.figure)
        layers.append(draw.text(texts, baseline="middle", color=tone))
    x = -frame.left + 2
    for series, tone in ((history, PALETTE[0]), (ahead, PALETTE[1])):
        layers.append(draw.text([{"px": x, "py": -frame.top + 30, "text": series.name}],
                                align="left", baseline="middle", color=tone))  # fmt: skip
        x += breadth(series.name) + 16
    return shown
