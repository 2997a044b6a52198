"""Three Vega-Lite charts for the sample book, drawn as the book's own are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

FONT = "Noto Sans CJK SC"
BLUE, ORANGE, GREY = "#1f4e79", "#c55a11", "#9aa5b1"
Row = tuple[str, float, str]  # where it stands, value, figure id


def _draw(spec: dict[str, Any]) -> tuple[str, float, float]:
    import noto_cjk_sans_otc
    import vl_convert

    vl_convert.register_font_directory(str(Path(noto_cjk_sans_otc.__file__).parent))
    config = {
        "font": FONT,
        "background": None,
        "view": {"stroke": None},
        "axis": {"labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"},
        "legend": {"labelFontSize": 11, "title": None, "orient": "top"},
    }
    svg = vl_convert.vegalite_to_svg({"config": config, **spec})
    width, height = (
        float(v) for v in re.search(r'width="([\d.]+)" height="([\d.]+)"', svg).groups()
    )
    return svg, width, height


def _values(rows: tuple[Row, ...]) -> dict[str, Any]:
    return {"values": [{"at": a, "v": v, "url": f"#{f}"} for a, v, f in rows]}


@cache
def level_growth(
    levels: tuple[Row, ...], growth: tuple[Row, ...], level_name: str, growth_name: str
) -> tuple[str, float, float]:
    """Columns of a level with their values above, and growth as a line."""
    x = {"field": "at", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}}
    href = {"field": "url", "type": "nominal"}
    bars = {"x": x, "y": {"field": "v", "type": "quantitative", "title": level_name}, "href": href}
    line = {
        "x": x,
        "y": {"field": "v", "type": "quantitative", "title": growth_name, "axis": {"grid": False}},
        "href": href,
    }
    text = {"text": {"field": "v", "type": "quantitative", "format": ","}}
    return _draw({
        "width": 470, "height": 220,
        "layer": [
            {"data": _values(levels), "layer": [
                {"mark": {"type": "bar", "color": BLUE, "width": {"band": 0.55}}, "encoding": bars},
                {"mark": {"type": "text", "dy": -7, "fontSize": 11},
                 "encoding": {**bars, **text}},
            ]},
            {"data": _values(growth), "layer": [
                {"mark": {"type": "line", "color": ORANGE, "point": {"color": ORANGE}},
                 "encoding": line},
            ]},
        ],
        "resolve": {"scale": {"y": "independent"}},
    })  # fmt: skip


@cache
def ranked(rows: tuple[Row, ...], name: str, highlight: str) -> tuple[str, float, float]:
    """Bars in order, one of them in the strong colour."""
    y = {"field": "at", "type": "nominal", "sort": "-x", "title": None}
    x = {"field": "v", "type": "quantitative", "title": name}
    href = {"field": "url", "type": "nominal"}
    colour = {"condition": {"test": f"datum.at == '{highlight}'", "value": BLUE}, "value": GREY}
    return _draw({
        "data": _values(rows), "width": 430, "height": {"step": 19},
        "layer": [
            {"mark": "bar", "encoding": {"x": x, "y": y, "color": colour, "href": href}},
            {"mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 11},
             "encoding": {"x": x, "y": y, "href": href,
                          "text": {"field": "v", "type": "quantitative", "format": ".1f"}}},
        ],
    })  # fmt: skip


@cache
def lines(series: tuple[tuple[str, tuple[Row, ...]], ...], name: str) -> tuple[str, float, float]:
    """Several series over months."""
    values = [
        {"at": a, "v": v, "s": label, "url": f"#{f}"} for label, rows in series for a, v, f in rows
    ]
    encoding = {
        "x": {"field": "at", "type": "ordinal", "title": None, "axis": {"labelAngle": 0}},
        "y": {"field": "v", "type": "quantitative", "title": name},
        "color": {"field": "s", "type": "nominal", "scale": {"range": [BLUE, ORANGE, GREY]}},
        "href": {"field": "url", "type": "nominal"},
    }
    mark = {"type": "line", "point": True}
    return _draw({
        "data": {"values": values}, "width": 470, "height": 200, "mark": mark,
        "encoding": encoding,
    })  # fmt: skip
