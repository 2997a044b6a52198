"""A chart in words, for those who do not see it; every number is a figure of the chart."""

from __future__ import annotations

from bluebook.write.charts.data import Data, Dot, Series
from bluebook.write.charts.draw import striking

_KINDS = {
    "zh": {
        "level-growth": "柱线图", "line": "折线图", "stacked": "堆积柱形图",
        "grouped": "分组柱形图", "ranked": "条形排序图", "fan": "预测扇形图", "progress": "进度图",
        "map": "地图",
    },
    "en": {
        "level-growth": "Columns and line", "line": "Line chart", "stacked": "Stacked columns",
        "grouped": "Grouped columns", "ranked": "Ranked bars", "fan": "Fan chart",
        "progress": "Progress chart", "map": "Map",
    },
}  # fmt: skip
_MANY = 8


def alt(kind: str, caption: str, data: Data) -> str:
    """Kind and caption, then each series: all its numbers, or the striking ones."""
    zh = data.language == "zh"
    head = _KINDS[data.language][kind] + ("：" if zh else ": ") + caption.rstrip("。.")
    if data.unit:
        head += f"（{data.unit}）" if zh else f" ({data.unit})"
    parts = [said for series in data.everything() if (said := _series(series, data, kind))]
    stop = "。" if zh else ". "
    return stop.join([head, *parts]).strip() + ("。" if zh else ".")


def _series(series: Series, data: Data, kind: str) -> str:
    dots = [dot for _, dot in series.known()]
    if kind == "map":
        dots.sort(key=lambda dot: -dot.value)
    if not dots:
        return ""
    zh = data.language == "zh"
    names = {c.key: c.name for c in data.categories}
    chosen = range(len(dots)) if len(dots) <= _MANY else sorted(striking(dots))
    said = [_dot(dots[n], names, zh) for n in chosen]
    if data.highlight and len(dots) > _MANY:
        said += [
            _dot(dot, names, zh) for n, dot in enumerate(dots)
            if dot.at == data.highlight and n not in chosen
        ]  # fmt: skip
    return f"{series.name}：{'，'.join(said)}" if zh else f"{series.name}: {', '.join(said)}"


def _dot(dot: Dot, names: dict[str, str], zh: bool) -> str:
    name = names.get(dot.at, dot.at)
    joint = (" " if name.isascii() else "") if zh else " "
    return f"{name}{joint}{dot.text}"
