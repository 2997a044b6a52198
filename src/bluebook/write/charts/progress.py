"""Plan targets as bars towards a mark at 100 per cent."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.theme import NOTHING, PALETTE, SOFT, breadth, wrapped

ROW = 50.0
BAR = 9.0


def drawing(data: Data) -> Drawing:
    """A target: its name, the bar with its completion, and below it what is reached and wanted."""
    completion, reached, target = data.series
    room = max((breadth(dot.text) for _, dot in completion.known()), default=30.0) + 12
    frame = draw.Frame(ROW * len(data.categories), left=4, right=room, top=4, bottom=4,
                       total=data.width)  # fmt: skip
    most = max([100.0, *(dot.value for _, dot in completion.known())])
    span = draw.Span(0.0, min(most, 140.0), 0.0, frame.width)
    rects, texts, names, below, shown = [], [], [], [], set[str]()
    for n, category in enumerate(data.categories):
        top = ROW * n + 18
        name, *rest = wrapped(category.name, frame.total - 10)
        names.append({"px": 0, "py": top - 10, "text": f"{name}…" if rest else name})
        rects.append({"px": 0, "p2": span.at(100), "py": top, "q2": top + BAR, "tone": NOTHING})
        if dot := completion.dots[n]:
            end = span.at(min(dot.value, span.high))
            tone = PALETTE[2] if dot.value >= 100 else PALETTE[0]
            rects.append(draw.link(dot, px=0, p2=end, py=top, q2=top + BAR, tone=tone))
            side = max(end, span.at(100)) + 6
            texts.append(draw.link(dot, px=side, py=top + BAR / 2, text=dot.text))
            shown.add(dot.figure)
        x, y = 0.0, top + BAR + 10
        for part in (reached.dots[n], target.dots[n]):
            if part is None:
                continue
            if x:
                below.append({"px": x, "py": y, "text": "/"})
                x += 10
            below.append(draw.link(part, px=x, py=y, text=part.text))
            shown.add(part.figure)
            x += breadth(part.text) + 6
    left = {"align": "left", "baseline": "middle"}
    layers = [
        draw.bars(rects),
        draw.text(texts, **left),
        draw.text(names, **left),
        draw.text(below, **left, color=SOFT),
    ]
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))
