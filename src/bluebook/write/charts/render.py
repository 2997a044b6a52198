"""A chart's spec to SVG. The same spec gives the same bytes.

The specs are Vega-Lite, but a small part of it: layers of marks at pixels. Vega's engine takes
60 ms for each of them and half a second to start; writing the same elements takes one. Elements
and classes are named as Vega names them, and a test holds the two pictures against each other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from bluebook.write.charts.theme import FONT, INK, SIZE

Row = Mapping[str, Any]
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}
_DROP = {"middle": 0.3, "top": 0.79, "alphabetic": 0.0}  # of the size, below the given point


def render(spec: Mapping[str, Any]) -> str:
    """The spec as SVG; elements with an `href` are in <a href="#FIGURE-ID">."""
    pad = spec["padding"]
    width = spec["width"] + pad["left"] + pad["right"]
    height = spec["height"] + pad["top"] + pad["bottom"]
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="marks" width="{_n(width)}" '
        f'height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}">',
        f'<rect width="{_n(width)}" height="{_n(height)}" fill="{spec["config"]["background"]}"/>',
        f'<g fill="none" stroke-miterlimit="10" '
        f'transform="translate({_n(pad["left"])},{_n(pad["top"])})">',
    ]
    for layer in spec["layer"]:
        mark, rows = layer["mark"], layer["data"]["values"]
        if not rows:
            continue
        kind = mark["type"]
        out.append(f'<g class="mark-{_CLASSES.get(kind, kind)} role-mark">')
        out += _PAINTERS[kind](mark, rows)
        out.append("</g>")
    out.append("</g></svg>")
    return "".join(out)


def _n(value: float) -> str:
    """A coordinate with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _linked(row: Row, element: str) -> str:
    href = row.get("href")
    return f"<a href={quoteattr(href)}>{element}</a>" if href else element


def _attributes(**given: Any) -> str:
    return "".join(
        f" {name.replace('_', '-')}={quoteattr(str(value))}"
        for name, value in given.items()
        if value is not None
    )


def _texts(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    size = mark.get("fontSize", SIZE)
    drop = round(_DROP[mark.get("baseline", "alphabetic")] * size)
    anchor = _ANCHOR[mark.get("align", "center")]
    for row in rows:
        attributes = _attributes(
            text_anchor=anchor,
            transform=f"translate({_n(row['px'])},{_n(row['py'] + drop)})",
            font_family=FONT,
            font_size=f"{size}px",
            fill=row.get("tone", mark.get("color", INK)),
        )
        yield _linked(row, f"<text{attributes}>{escape(row['text'])}</text>")


def _rects(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        x, y = sorted((row["px"], row["p2"])), sorted((row["py"], row["q2"]))
        path = f"M{_n(x[0])},{_n(y[0])}h{_n(x[1] - x[0])}v{_n(y[1] - y[0])}h{_n(x[0] - x[1])}Z"
        attributes = _attributes(
            d=path, fill=row["tone"], stroke=mark["stroke"], stroke_width=mark.get("strokeWidth")
        )
        yield _linked(row, f"<path{attributes}/>")


def _rules(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        attributes = _attributes(
            transform=f"translate({_n(row['px'])},{_n(row['py'])})", x2=_n(row["p2"] - row["px"]),
            y2=0, stroke=row["tone"], stroke_width=mark["strokeWidth"],
        )  # fmt: skip
        yield f"<line{attributes}/>"


def _points(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    radius = math.sqrt(mark["size"]) / 2
    r = _n(radius)
    path = f"M{r},0A{r},{r},0,1,1,-{r},0A{r},{r},0,1,1,{r},0"
    border = mark["strokeWidth"] or None
    for row in rows:
        attributes = _attributes(
            transform=f"translate({_n(row['px'])},{_n(row['py'])})", d=path, fill=mark["color"],
            stroke=mark["stroke"] if border else None, stroke_width=border,
        )  # fmt: skip
        yield _linked(row, f"<path{attributes}/>")


def _lines(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    ordered = sorted(rows, key=lambda row: row["n"])
    path = "M" + "L".join(f"{_n(row['px'])},{_n(row['py'])}" for row in ordered)
    yield f"<path{_attributes(d=path, stroke=mark['stroke'], stroke_width=mark['strokeWidth'])}/>"


def _areas(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    upper = [f"{_n(row['px'])},{_n(row['py'])}" for row in rows]
    lower = [f"{_n(row['px'])},{_n(row['q2'])}" for row in rows][::-1]
    yield f"<path{_attributes(d='M' + 'L'.join(upper + lower) + 'Z', fill=mark['fill'])}/>"


def _shapes(mark: Row, rows: Iterable[Row]) -> Iterable[str]:
    for row in rows:
        rings = [ring[:-1] for polygon in row["geometry"]["coordinates"] for ring in polygon]
        path = "".join("M" + "L".join(f"{_n(x)},{_n(y)}" for x, y in ring) + "Z" for ring in rings)
        given = row["properties"]
        attributes = _attributes(
            d=path, fill=given["tone"], stroke=given["edge"], stroke_width=mark["strokeWidth"]
        )
        yield _linked(row, f"<path{attributes}/>")


_CLASSES = {"point": "symbol", "geoshape": "shape"}
_PAINTERS: dict[str, Callable[[Row, Iterable[Row]], Iterable[str]]] = {
    "text": _texts, "rect": _rects, "rule": _rules, "point": _points, "line": _lines,
    "area": _areas, "geoshape": _shapes,
}  # fmt: skip
