"""Plan targets as bars towards a mark at 100 per cent."""

from __future__ import annotations

from bluebook.write.charts import draw
from bluebook.write.charts.data import Data, Drawing
from bluebook.write.charts.theme import NOTHING, PALETTE, SIZE, SOFT, breadth, wrapped

NAME = 150
ROW = 46.0


def drawing(data: Data) -> Drawing:
    """A row a target: name at the left, the bar, its completion, reached and target below."""
    completion, reached, target = data.series
    names = [wrapped(c.name, NAME - 8) for c in data.categories]
    room = max((breadth(dot.text) for _, dot in completion.known()), default=30.0) + 12
    height = ROW * len(data.categories)
    frame = draw.Frame(height, left=NAME, right=room, top=8, bottom=6)
    most = max([100.0, *(dot.value for _, dot in completion.known())])
    span = draw.Span(0.0, min(most, 140.0), 0.0, frame.width)
    rects, texts, labels, below, shown = [], [], [], [], set[str]()
    for n, lines in enumerate(names):
        top = ROW * n + 6
        rects.append({"px": 0, "p2": span.at(100), "py": top, "q2": top + 14, "tone": NOTHING})
        labels += [
            {"px": -8, "py": top + 7 + (m - (min(len(lines), 3) - 1) / 2) * (SIZE + 1) + 5,
             "text": words} for m, words in enumerate(lines[:3])
        ]  # fmt: skip
        if dot := completion.dots[n]:
            end = span.at(min(dot.value, span.high))
            tone = PALETTE[2] if dot.value >= 100 else PALETTE[0]
            rects.append(draw.link(dot, px=0, p2=end, py=top, q2=top + 14, tone=tone))
            texts.append(draw.link(dot, px=max(end, span.at(100)) + 6, py=top + 7, text=dot.text))
            shown.add(dot.figure)
        x = 0.0
        for part, joint in ((reached.dots[n], ""), (target.dots[n], " / ")):
            if part is None:
                continue
            if joint and x:
                below.append({"px": x, "py": top + 24, "text": "/"})
                x += 12
            below.append(draw.link(part, px=x, py=top + 24, text=part.text))
            shown.add(part.figure)
            x += breadth(part.text) + 4
    layers = [
        draw.bars(rects),
        draw.text(texts, align="left", baseline="middle"),
        draw.text(labels, align="right", baseline="middle"),
        draw.text(below, align="left", baseline="middle", color=SOFT),
    ]
    return Drawing(draw.spec(frame, layers), *frame.full, frozenset(shown))
