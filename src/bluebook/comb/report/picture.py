"""What several claims say of one figure, as intervals on one line: a small SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from bluebook.model.interval import Interval

WIDTH, ROW, LEFT, EDGE = 640, 22, 190, 12
NAME = 24  # characters of a name that fit


class Line(NamedTuple):
    """One claim: who says it, where it puts the figure, whether it is set aside."""

    name: str
    value: float
    interval: Interval
    aside: bool


def picture(lines: Sequence[Line], band: Interval | None, title: str) -> str:
    """The SVG; "" where the claims do not differ. An open end is drawn to the edge."""
    every = [*(line.interval for line in lines), *([band] if band else [])]
    ends = [e for one in every for e in one if math.isfinite(e)] + [line.value for line in lines]
    low, high = min(ends), max(ends)
    if not lines or high - low <= 0 or not math.isfinite(high - low):
        return ""
    reach = (high - low) * 0.06
    scale = (WIDTH - LEFT - EDGE) / (high - low + 2 * reach)

    def x(value: float) -> float:
        return LEFT + (min(max(value, low - reach), high + reach) - low + reach) * scale

    height = ROW * len(lines) + 8
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" class="intervals">'
        f"<title>{escape(title)}</title>"
    ]
    if band is not None:
        width = max(x(band.upper) - x(band.lower), 1.5)
        parts.append(
            f'<rect class="band" x="{x(band.lower):.1f}" y="0" width="{width:.1f}" '
            f'height="{height}"/>'
        )
    for k, line in enumerate(lines):
        y = ROW * k + ROW / 2 + 4
        name = line.name if len(line.name) <= NAME else line.name[: NAME - 1] + "…"
        state = ' class="aside"' if line.aside else ""
        parts.append(
            f'<g{state}><text x="0" y="{y + 4:.1f}">{escape(name)}</text>'
            f'<line x1="{x(line.interval.lower):.1f}" x2="{x(line.interval.upper):.1f}" '
            f'y1="{y:.1f}" y2="{y:.1f}"/><circle cx="{x(line.value):.1f}" cy="{y:.1f}" r="4"/></g>'
        )
    return "".join([*parts, "</svg>"])
