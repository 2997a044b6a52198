"""What stands on a drawn chart: texts with their boxes, links."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from bluebook.write.charts.theme import breadth

SVG = "{http://www.w3.org/2000/svg}"


class Text(NamedTuple):
    words: str
    box: tuple[float, float, float, float]
    href: str


def shift(element) -> tuple[float, float]:
    found = re.search(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", ""))
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def texts(svg: str) -> list[Text]:
    root = etree.fromstring(svg.encode())
    out = []
    for element in root.iter(f"{SVG}text"):
        x, y = shift(element)
        up = element.getparent()
        href = ""
        while up is not None:
            dx, dy = shift(up)
            x, y = x + dx, y + dy
            href = href or up.get("href", "")
            up = up.getparent()
        size = float(element.get("font-size").removesuffix("px"))
        wide = breadth(element.text, size)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[element.get("text-anchor")]
        out.append(Text(element.text, (left, y - size * 0.75, left + wide, y + size * 0.05), href))
    return out


def links(svg: str) -> set[str]:
    root = etree.fromstring(svg.encode())
    return {a.get("href").removeprefix("#") for a in root.iter(f"{SVG}a")}


def overlaps(found: list[Text]) -> list[tuple[str, str]]:
    return [
        (a.words, b.words)
        for n, a in enumerate(found)
        for b in found[n + 1 :]
        if a.box[0] < b.box[2] - 0.5 and b.box[0] < a.box[2] - 0.5
        and a.box[1] < b.box[3] - 0.5 and b.box[1] < a.box[3] - 0.5
    ]  # fmt: skip


def outside(found: list[Text], width: float, height: float) -> list[str]:
    return [
        t.words
        for t in found
        if t.box[0] < -1 or t.box[1] < -1 or t.box[2] > width + 1 or t.box[3] > height + 1
    ]
