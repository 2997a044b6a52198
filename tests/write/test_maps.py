"""{map} and the boundaries behind it."""

from __future__ import annotations

import json
import math

import pytest

from bluebook.edition import Map
from bluebook.errors import BluebookError
from bluebook.write import document as d
from bluebook.write.boundaries import area, outline, spot
from bluebook.write.charts.render import render
from bluebook.write.inline import plain

from .conftest import EDITION
from .svgs import links, outside, overlaps, texts
from .texts import first

MAPS = """
[maps.provinces]
file = "boundaries/p.geojson"
key = "id"
approval = {{zh = "审图号：示例", en = "Approval: example"}}
codes = {{{codes}}}
"""
CODES = {"44": "CN-GD", "32": "CN-JS", "33": "CN-ZJ", "37": "CN-SD", "13": "CN-HE", "15": "CN-NM"}


def ring(x: float, y: float, radius: float = 1.4, points: int = 90) -> list[list[float]]:
    turns = [2 * math.pi * n / points for n in range(points)]
    made = [[x + radius * math.cos(t), y + radius * math.sin(t)] for t in turns]
    return [*made, made[0]]


def geojson() -> dict:
    features = [
        {"type": "Feature", "id": code, "properties": {"name": code},
         "geometry": {"type": "Polygon", "coordinates": [ring(100 + n % 3 * 3, 30 + n // 3 * 3)]}}
        for n, code in enumerate([*CODES, "99"])
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


@pytest.fixture
def mapped(bench):
    codes = ", ".join(f'"{k}" = "{v}"' for k, v in CODES.items())
    (bench.folder / "edition.toml").write_text(EDITION + MAPS.format(codes=codes), "utf-8")
    (bench.folder / "boundaries").mkdir()
    (bench.folder / "boundaries" / "p.geojson").write_text(json.dumps(geojson()))
    return bench


BODY = ":::{{map}} {title}\n:map: provinces\n:of: mobile_subs\n:period: 2020-12\n:::"


@pytest.mark.parametrize(("language", "title"), [("zh", "图"), ("en", "A map")])
def test_a_map(mapped, language, title):
    draft = mapped.draft(BODY.format(title=title), language, svg=render)
    chart = first(draft.chapter, d.Chart)
    assert {m.at for m in chart.marks} >= {"广东" if language == "zh" else "Guangdong"}
    assert len(chart.marks) == 5  # one province is not known
    assert links(chart.svg) == {m.figure for m in chart.marks}
    found = texts(chart.svg)
    assert overlaps(found) == [] and outside(found, chart.width, chart.height) == []
    assert ("无数据" if language == "zh" else "No data") in [t.words for t in found]
    assert plain(chart.notes[-1]) in ("审图号：示例", "Approval: example")
    assert "15,500" in chart.alt or "155" in chart.alt
    assert len(chart.svg) < 300_000


def test_vega_draws_the_same_map(mapped):
    import re

    import vl_convert

    specs = []
    mapped.draft(BODY.format(title="图"), svg=lambda s: specs.append(s) or render(s))
    vega, ours = vl_convert.vegalite_to_svg(specs[-1]), render(specs[-1])
    shapes = [re.search(r'mark-shape.*?<path[^>]* d="([^"]*)"', svg)[1] for svg in (vega, ours)]
    numbers = [[float(x) for x in re.findall(r"-?[\d.]+", s)] for s in shapes]
    assert numbers[0] == pytest.approx(numbers[1], abs=0.02)


def test_the_edition_must_know_the_feature_the_territory_and_the_file(mapped):
    path = mapped.folder / "edition.toml"
    for old, new, message in (
        ('"44" = ', '"no" = ', "no feature has id = 'no'"),
        ('"CN-GD"', '"CN-XX"', "unknown territory 'CN-XX'"),
        ("p.geojson", "../../p.geojson", "outside the edition"),
    ):
        good = path.read_text("utf-8")
        path.write_text(good.replace(old, new, 1) if old != '"CN-GD"' else
                        good.replace('"44" = "CN-GD"', '"44" = "CN-XX"'), "utf-8")  # fmt: skip
        with pytest.raises(BluebookError, match=message):
            mapped.draft(BODY.format(title="图"))
        path.write_text(good, "utf-8")


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"type": "FeatureCollection"}', '{"type": "Feature"}']
)
def test_damaged_boundaries_are_an_error_of_the_file(mapped, text):
    (mapped.folder / "boundaries" / "p.geojson").write_text(text)
    with pytest.raises(BluebookError) as error:
        mapped.draft(BODY.format(title="图"))
    assert error.value.file and error.value.file.endswith("p.geojson") and error.value.remedy


def test_equal_areas_stay_equal_and_points_are_few(tmp_path):
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": str(n)},
         "geometry": {"type": "Polygon", "coordinates": [ring(100, lat, 1.0, 2000)]}}
        for n, lat in enumerate((22, 45))
    ]}))  # fmt: skip
    made = outline(path, Map(file="", key="id", codes={"0": "a", "1": "b"}), 400, 400)
    sizes = [abs(area(s.polygons[0][0])) for s in made.shapes]
    ratio = math.cos(math.radians(22)) / math.cos(math.radians(45))
    assert sizes[0] / sizes[1] == pytest.approx(ratio, rel=0.05)
    assert all(len(s.polygons[0][0]) < 80 for s in made.shapes)


def test_topojson_is_read_like_geojson(tmp_path):
    arcs = [[[0, 0], [10, 0]], [[10, 0], [0, 10], [-10, 0], [0, -10]]]
    square = {"type": "Topology", "arcs": arcs,
              "transform": {"scale": [0.1, 0.1], "translate": [100, 30]},
              "objects": {"x": {"type": "GeometryCollection", "geometries": [
                  {"type": "Polygon", "arcs": [[0, 1]], "id": 7}]}}}  # fmt: skip
    path = tmp_path / "a.topojson"
    path.write_text(json.dumps(square))
    made = outline(path, Map(file="", key="id", codes={"7": "CN"}), 300, 300)
    assert made.shapes[0].code == "CN" and abs(area(made.shapes[0].polygons[0][0])) > 60_000


def test_a_label_stands_inside_the_shape_or_nowhere():
    square = [[(0.0, 0.0), (50.0, 0.0), (50.0, 40.0), (0.0, 40.0), (0.0, 0.0)]]
    assert spot([square], 40, 20) == pytest.approx((25, 20), abs=3)
    assert spot([square], 60, 20) is None
