"""Boundaries: GeoJSON or TopoJSON to shapes in pixels, few enough points for a page."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from bluebook.edition import Map
from bluebook.errors import BluebookError
from bluebook.files import read_text

Point = tuple[float, float]
Ring = list[Point]
Part = tuple[float, float]  # of a horizontal line
GRID = 0.5  # pixels: points closer together are one
FLAT = 0.45  # pixels: a point nearer to the simpler line is dropped


class Shape(NamedTuple):
    """A feature in pixels: `code` of its territory ("" where none), polygons of rings."""

    code: str
    polygons: list[list[Ring]]


class Outline(NamedTuple):
    """All shapes of a map, and the size they fill."""

    shapes: list[Shape]
    width: float
    height: float


def outline(path: Path, given: Map, width: float, tallest: float) -> Outline:
    """The map's shapes, projected (Albers, equal areas) and fitted to the page."""
    stat = path.stat()
    codes = tuple(sorted(given.codes.items()))
    return _outline(path, stat.st_mtime_ns, stat.st_size, given.key, codes, width, tallest)


@lru_cache(maxsize=8)
def _outline(
    path: Path, _time: int, _size: int, key: str, codes: tuple[tuple[str, str], ...],
    width: float, tallest: float,
) -> Outline:  # fmt: skip
    known = dict(codes)
    features = _features(path)
    shapes: list[tuple[str, list[list[Ring]]]] = []
    named = set()
    for feature in features:
        properties = feature.get("properties") or {}
        name = str(properties.get(key, feature.get(key, "")))
        named.add(name)
        try:
            polygons = _polygons(feature.get("geometry") or {})
        except (ValueError, TypeError, AttributeError):
            raise BluebookError(
                f"the shape of {key} = {name!r} is not made of places in degrees",
                "give longitudes and latitudes (WGS 84)",
                file=path,
            ) from None
        shapes.append((known.get(name, ""), polygons))
    if lost := [name for name in known if name not in named]:
        raise BluebookError(
            f"no feature has {key} = {lost[0]!r}",
            "let `codes` of the map name features of the file; `key` is their property",
            file=path,
        )
    points = [p for _, polygons in shapes for rings in polygons for ring in rings for p in ring]
    if not points:
        raise BluebookError("the file has no polygons", "give GeoJSON or TopoJSON", file=path)
    return _fitted(shapes, _albers(points), width, tallest)


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        data = json.loads(read_text(path))
        if data.get("type") == "Topology":
            return _topology(data)
        found = data["features"] if data.get("type") == "FeatureCollection" else None
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise TypeError
        return found
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        raise BluebookError(
            "not a GeoJSON feature collection or a TopoJSON topology",
            "save the boundaries as GeoJSON",
            file=path,
        ) from None


def _topology(data: dict[str, Any]) -> list[dict[str, Any]]:
    """TopoJSON's first object as features."""
    transform = data.get("transform") or {"scale": [1, 1], "translate": [0, 0]}
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    arcs: list[Ring] = []
    for arc in data["arcs"]:
        x = y = 0.0
        points: Ring = []
        for dx, dy, *_ in arc:
            x, y = (x + dx, y + dy) if "transform" in data else (dx, dy)
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)

    def ring(indices: list[int]) -> Ring:
        out: Ring = []
        for index in indices:
            part = arcs[index] if index >= 0 else arcs[~index][::-1]
            out += part[1:] if out else part
        return out

    features = []
    for geometry in next(iter(data["objects"].values()))["geometries"]:
        kind, parts = geometry.get("type"), geometry.get("arcs", [])
        polygons = [parts] if kind == "Polygon" else parts if kind == "MultiPolygon" else []
        coordinates = [[ring(r) for r in polygon] for polygon in polygons]
        features.append({
            "id": geometry.get("id"), "properties": geometry.get("properties"),
            "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
        })  # fmt: skip
    return features


def _polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    coordinates = geometry.get("coordinates") or []
    kind = geometry.get("type")
    found = [coordinates] if kind == "Polygon" else coordinates if kind == "MultiPolygon" else []
    polygons = [
        [[(float(x), float(y)) for x, y, *_ in ring] for ring in polygon]
        for polygon in found if polygon
    ]  # fmt: skip
    if not all(
        abs(x) <= 360 and abs(y) <= 90 for rings in polygons for ring in rings for x, y in ring
    ):
        raise ValueError
    return polygons


class _Albers(NamedTuple):
    """Albers' equal-area conic projection (Snyder 1987, p. 100), on a sphere."""

    n: float
    c: float
    rho: float
    meridian: float

    def __call__(self, point: Point) -> Point:
        theta = self.n * math.radians(point[0] - self.meridian)
        rho = math.sqrt(max(self.c - 2 * self.n * math.sin(math.radians(point[1])), 0.0)) / self.n
        return rho * math.sin(theta), rho * math.cos(theta) - self.rho


def _albers(points: list[Point]) -> _Albers:
    """Standard parallels a sixth of the height inside the area."""
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    inset = (north - south) / 6
    a, b = math.radians(south + inset), math.radians(north - inset)
    n = (math.sin(a) + math.sin(b)) / 2 or 1e-6
    c = math.cos(a) ** 2 + 2 * n * math.sin(a)
    middle = math.radians((south + north) / 2)
    return _Albers(n, c, math.sqrt(max(c - 2 * n * math.sin(middle), 0)) / n, (west + east) / 2)


def _fitted(
    shapes: list[tuple[str, list[list[Ring]]]], project: _Albers, width: float, tallest: float
) -> Outline:
    flat = [(code, [[[project(p) for p in ring] for ring in rings] for rings in polygons])
            for code, polygons in shapes]  # fmt: skip
    points = [p for _, polygons in flat for rings in polygons for ring in rings for p in ring]
    left, right = min(p[0] for p in points), max(p[0] for p in points)
    top, bottom = min(p[1] for p in points), max(p[1] for p in points)
    scale = min(width / (right - left or 1), tallest / (bottom - top or 1))
    out = []
    for code, polygons in flat:
        kept = [
            made
            for rings in polygons
            if (made := [r for ring in rings if (r := _thin(ring, left, top, scale))])
        ]
        out.append(Shape(code, _visible(kept)))
    return Outline(out, (right - left) * scale, (bottom - top) * scale)


def _thin(ring: Ring, left: float, top: float, scale: float) -> Ring:
    """A closed ring on a grid of half pixels, without points that nobody would miss."""
    points: Ring = []
    for x, y in ring:
        point = (
            round((x - left) * scale / GRID) * GRID,
            round((y - top) * scale / GRID) * GRID,
        )
        if not points or points[-1] != point:
            points.append(point)
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < 4:
        return []
    far = max(range(len(points)), key=lambda n: math.dist(points[0], points[n]))
    kept = _needed(points[: far + 1]) + _needed(points[far:])[1:]
    return kept if len(kept) > 3 else []


def _needed(line: Ring) -> Ring:
    """The points of a line that lie off its simpler course (Douglas and Peucker 1973)."""
    keep = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        long = math.hypot(dx, dy)
        most, at = FLAT, 0
        for n in range(first + 1, last):
            px, py = line[n][0] - ax, line[n][1] - ay
            off = abs(px * dy - py * dx) / long if long else math.hypot(px, py)
            if off > most:
                most, at = off, n
        if at:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [line[n] for n in sorted(keep)]


def _visible(polygons: list[list[Ring]]) -> list[list[Ring]]:
    """Without islets below a pixel, unless there is nothing else."""
    sized = sorted(((abs(area(rings[0])), n) for n, rings in enumerate(polygons)), reverse=True)
    keep = {n for size, n in sized if size >= 1.0} | {n for _, n in sized[:1]}
    return [rings for n, rings in enumerate(polygons) if n in keep]


def area(ring: Ring) -> float:
    """Signed area of a ring."""
    return sum(
        (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
    ) / 2  # fmt: skip


def spot(polygons: list[list[Ring]], width: float, height: float) -> Point | None:
    """The centre of a box of this size inside the largest polygon, where it has most room."""
    ring = max((rings[0] for rings in polygons), key=lambda r: abs(area(r)))
    top, bottom = min(p[1] for p in ring), max(p[1] for p in ring)
    best: Point | None = None
    most = 0.0
    for step in range(1, 24):
        y = top + (bottom - top) * step / 24
        rows = [_inside(ring, y + part * height / 2) for part in (-1.0, 0.0, 1.0)]
        for part in rows[1]:
            left, right = _common(_common(part, rows[0]), rows[2])
            depth = min(y - top, bottom - y) / height
            slack = min((right - left) / width, depth * 1.5) + depth / 100
            if right - left >= width and slack > most:
                most, best = slack, ((left + right) / 2, y)
    return best


def _common(part: Part, others: list[Part]) -> Part:
    """The widest common piece of a part with any of the others."""
    cut = [(max(part[0], a), min(part[1], b)) for a, b in others]
    return max(cut, key=lambda c: c[1] - c[0], default=(0.0, 0.0))


def _inside(ring: Ring, y: float) -> list[tuple[float, float]]:
    """The parts of a horizontal line inside a ring."""
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (y1 <= y) != (y2 <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))
