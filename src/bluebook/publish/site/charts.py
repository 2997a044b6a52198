"""Charts on the page: an SVG made responsive, its marks links with words, its data as a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from lxml import etree
from markupsafe import Markup

from bluebook.write import document as d

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
_LONG = re.compile(r"(\.\d\d)\d+")
_FORBIDDEN = {f"{SVG}{tag}" for tag in ("script", "style", "foreignObject", "image")}
_KEPT_STYLES = {"fill", "stroke", "stroke-width", "opacity", "font-weight", "font-size"}

Row = tuple[str, list[list[d.Mark]]]


def inline(chart: d.Chart, origins: str, anchor: Callable[[str], str]) -> Markup:
    """The SVG of a chart for the page: as wide as its place, marks linked to their origins."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(chart.svg.encode(), parser)
    marks = {mark.figure: mark for mark in chart.marks}
    prefix = anchor(chart.label)
    seen: set[str] = set()
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _FORBIDDEN:
            _drop(element)
            continue
        _clean(element, prefix)
        if element.tag == f"{SVG}a":
            figure = (element.attrib.pop(XLINK, "") or element.get("href") or "").partition("#")[2]
            mark = marks.get(figure)
            if mark is None or _is_line(element):
                _unwrap(element)
            else:
                _link(element, mark, f"{origins}#{anchor(figure)}", first=figure not in seen)
                seen.add(figure)
    for name in ("width", "height", "version", "class"):
        root.attrib.pop(name, None)
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {chart.width:g} {chart.height:g}")
    root.set("role", "group" if seen else "img")
    root.set("aria-label", chart.alt)
    root.set("data-width", f"{chart.width:g}")
    etree.cleanup_namespaces(root)
    return Markup(etree.tostring(root, encoding="unicode"))  # noqa: S704  built above, escaped


def _clean(element: Any, prefix: str) -> None:
    """Drop what is noise or forbidden on the page; make ids the chart's own."""
    for name, value in list(element.attrib.items()):
        local = name.rpartition("}")[2]
        if local.startswith(("aria-", "on")) or local in ("role", "style"):
            del element.attrib[name]
            if local == "style":
                _styles(element, value)
        elif local == "id":
            element.set(name, f"{prefix}-{value}")
        elif "url(#" in value:
            element.set(name, value.replace("url(#", f"url(#{prefix}-"))
        elif local in ("d", "transform"):
            element.set(name, _LONG.sub(r"\1", value))
        elif local in ("fill", "stroke") and value.startswith("#"):
            element.set(name, long_hex(value))


def _styles(element: Any, style: str) -> None:
    """A style attribute as attributes: the page allows no styles inside documents."""
    for part in style.split(";"):
        name, _, value = part.partition(":")
        if name.strip() in _KEPT_STYLES and name.strip() not in element.attrib:
            element.set(name.strip(), value.strip())


def _is_line(element: Any) -> bool:
    """A whole series drawn as one path belongs to no single figure."""
    parent = element.getparent()
    return parent is not None and "mark-line" in parent.get("class", "").split()


def _link(element: Any, mark: d.Mark, href: str, *, first: bool) -> None:
    """A mark as a link that says what it is; what repeats it is kept from the keyboard."""
    element.attrib.clear()
    element.set("href", href)
    element.set("data-figure", mark.figure)
    if first:
        said = ", ".join(filter(None, (mark.series, mark.at)))
        element.set("aria-label", f"{said}: {mark.text}" if said else mark.text)
        element.set("data-series", mark.series)
        element.set("data-at", mark.at)
        element.set("data-text", mark.text)
    else:
        element.set("tabindex", "-1")
        element.set("aria-hidden", "true")


def _drop(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    index = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(index, child)
    parent.remove(element)


# Data ---------------------------------------------------------------------------------------


def table(chart: d.Chart, at: str) -> tuple[list[str], list[Row]]:
    """The data: a head, and a row for each place on the axis with a cell for each series."""
    series = list(dict.fromkeys(mark.series for mark in chart.marks))
    rows: dict[str, list[list[d.Mark]]] = {}
    for mark in chart.marks:
        row = rows.setdefault(mark.at, [[] for _ in series])
        row[series.index(mark.series)].append(mark)
    return [at, *series], list(rows.items())


def csv_address(header: list[str], rows: list[Row]) -> str:
    """The data as CSV in an address of its own; the mark at the front is for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for at, row in rows:
        writer.writerow([at, *(" / ".join(mark.text for mark in marks) for marks in row)])
    return "data:text/csv;charset=utf-8," + quote("\ufeff" + out.getvalue())


# Colours in dark mode -----------------------------------------------------------------------


def colours(svg: str) -> set[str]:
    """The colours of an SVG, as #rrggbb."""
    found = re.findall(r'(?:fill|stroke)="(#(?:[0-9a-fA-F]{3}){1,2})"', svg)
    return {long_hex(colour) for colour in found}


def long_hex(colour: str) -> str:
    """`#DDD` -> `#dddddd`."""
    colour = colour.lower()
    return "#" + "".join(c * 2 for c in colour[1:]) if len(colour) == 4 else colour


def dark(colour: str) -> str:
    """The counterpart of a colour on a dark page: same hue, lightness turned round (in OKLab).

    >>> dark("#ffffff"), dark("#000000")
    ('#12171d', '#eeeeee')
    """
    if colour == "#ffffff":
        return "#12171d"  # the page itself
    r, g, b = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    long_ = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    light = 0.2104542553 * long_ + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long_ - 2.4285922050 * medium + 0.4505937099 * short
    b_ = 0.0259040371 * long_ + 0.7827717662 * medium - 0.8086757660 * short
    depth = 1 - min(light, 1.0)
    steep = min(1.0, 1.5 * depth)  # steep in the middle: text stays apart from what it stands on
    light = 0.19 + 0.76 * max(min(1.0, 1.25 * depth), steep * steep * (3 - 2 * steep))
    long_ = (light + 0.3963377774 * a + 0.2158037573 * b_) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b_) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b_) ** 3
    return "#" + "".join(
        f"{round(255 * _gamma(c)):02x}"
        for c in (
            4.0767416621 * long_ - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long_ + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long_ - 0.7034186147 * medium + 1.7076147010 * short,
        )
    )


def _linear(c: float) -> float:
    return float(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)


def _gamma(c: float) -> float:
    c = min(max(c, 0.0), 1.0)
    return float(12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)


def dark_rules(used: set[str]) -> str:
    """Style rules that turn these colours in charts."""
    return "".join(
        f'.canvas [{part}="{colour}"]{{{part}:{dark(colour)}}}\n'
        for colour in sorted(used)
        for part in ("fill", "stroke")
    )
