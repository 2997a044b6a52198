"""Columns of a level, and its growth as a line above."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.theme import INK, PALETTE, SIZE, breadth

GROWTH, BARS, GAP = 52, 92, 36


def drawing(data: Data) -> Drawing:
    """The level below, growth above, both with their numbers printed."""
    frame = draw.Frame(GROWTH + GAP + BARS, top=30, bottom=draw.below(data.categories),
                       total=data.width)  # fmt: skip
    bands = draw.Bands(len(data.categories), frame.width)
    level = data.series[0]
    shown: set[str] = set()
    floor, top = frame.height, GROWTH + GAP
    highest = max((dot.value for _, dot in level.known()), default=1.0)
    lowest = min((dot.value for _, dot in level.known()), default=0.0)
    span = draw.Span(min(0.0, lowest), max(highest, 0.0), floor, top + 4)
    rects, texts = [], []
    thin = _thin([dot.text for _, dot in level.known()], bands.step)
    for n, dot in level.known():
        x, y = bands.centre(n), span.at(dot.value)
        half = bands.band / 2
        rects.append(draw.link(dot, px=x - half, p2=x + half, py=y, q2=span.at(0), tone=PALETTE[0]))
        if (len(level.dots) - 1 - n) % thin == 0:
            at = y - 8 if dot.value >= 0 else y + 9
            texts.append(draw.link(dot, px=x, py=at, text=dot.text))
            shown.add(dot.figure)
    name = f"{level.name}{_unit(data)}"
    layers = [
        draw.bars(rects),
        draw.text(texts, baseline="middle"),
        *draw.axis_below(data.categories, bands, floor, every=_every(data, bands)),
        draw.text([{"px": 0, "py": GROWTH + GAP - 20, "text": name}],
                  align="left", baseline="middle", color=PALETTE[0]),
    ]  # fmt: skip
    if data.growth and data.growth.known():
        layers += _growth(data, bands, shown)
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))


def _growth(data: Data, bands: draw.Bands, shown: set[str]) -> list[draw.Layer]:
    growth = data.growth
    assert growth is not None
    known = growth.known()
    values = [dot.value for _, dot in known]
    span = draw.Span(min(values), max(values), GROWTH - 6, 14)
    if span.low == span.high:
        span = draw.Span(span.low - 1, span.high + 1, GROWTH - 6, 14)
    rows = [draw.link(dot, px=bands.centre(n), py=span.at(dot.value), n=n) for n, dot in known]
    boxes = draw.Boxes(bands.width, -14, GROWTH + 12)
    boxes.line([(row["px"], row["py"]) for row in rows])
    order = draw.striking([dot for _, dot in known])
    texts = []
    for k in [*order, *(k for k in range(len(known)) if k not in order)]:
        n, dot = known[k]
        dip = 0 < k < len(known) - 1 and known[k - 1][1].value > dot.value < known[k + 1][1].value
        if place := boxes.beside(bands.centre(n), span.at(dot.value), dot.text, below=dip):
            texts.append(draw.link(dot, px=place[0], py=place[1], text=dot.text))
            shown.add(dot.figure)
    lines = [draw.line(run, PALETTE[1]) for run in runs(rows)]
    return [
        *lines,
        draw.points(rows, PALETTE[1], 34),
        draw.text(texts, baseline="middle", color=INK),
        draw.text([{"px": 0, "py": -20, "text": growth.name}],
                  align="left", baseline="middle", color=PALETTE[1]),
    ]  # fmt: skip


def runs(rows: list[dict[str, object]]) -> list[list[dict[str, object]]]:
    """Rows whose `n` follow one another, as runs of at least two."""
    out: list[list[dict[str, object]]] = []
    for row in rows:
        if out and int(str(out[-1][-1]["n"])) + 1 == int(str(row["n"])):
            out[-1].append(row)
        else:
            out.append([row])
    return [run for run in out if len(run) > 1]


def _unit(data: Data) -> str:
    if not data.unit:
        return ""
    return f"（{data.unit}）" if data.language == "zh" else f" ({data.unit})"


def _thin(texts: list[str], step: float) -> int:
    """Print every n-th number, so that they do not touch."""
    widest = max((breadth(text, SIZE) for text in texts), default=0.0)
    return max(1, -int(-(widest + 2) // step))


def _every(data: Data, bands: draw.Bands) -> int:
    return _thin([line for c in data.categories for line in c.lines], bands.step)
