"""What heads the sheets and lists of book.xlsx: words in each language, keys of columns."""

from __future__ import annotations

from collections.abc import Iterable

WORDS = {
    "zh": {
        "contents": "目录", "table": "表", "chart": "图", "figures": "数字",
        "sources": "数据来源", "source": "资料来源：", "claims": "原始记录", "series": "系列",
        "at": "时间或地区", "value": "数值", "back": "返回目录",
    },
    "en": {
        "contents": "Contents", "table": "Table", "chart": "Figure", "figures": "Figures",
        "sources": "Sources", "source": "Source:", "claims": "Claims", "series": "Series",
        "at": "Time or place", "value": "Value", "back": "Back to contents",
    },
}  # fmt: skip
_HEADS = {  # of the lists, where the language is not that of the keys
    "zh": {
        "id": "编号", "place": "位置", "text": "印作", "expression": "表达式", "territory": "地区",
        "period": "时期", "value": "数值", "lower": "下限", "upper": "上限", "unit": "单位",
        "status": "状态", "origin": "出处", "further origins": "其余出处",
        "half_width": "半宽", "bound": "界", "source": "来源",
        "file": "文件", "locator": "单元格", "start": "起", "end": "止", "number": "序号",
        "title": "题名", "publisher": "发布者", "date": "日期", "address": "网址",
        "licence": "许可", "reliability": "可靠性", "note": "说明",
    },
    "en": {"half_width": "half width", "number": "no."},
}  # fmt: skip
FIGURE_KEYS = (
    "id", "place", "text", "expression", "territory", "period", "value", "lower", "upper",
    "unit", "status",
)  # fmt: skip
CLAIM_KEYS = (
    "id", "expression", "territory", "period", "value", "half_width", "unit", "bound", "status",
    "source", "file", "locator", "start", "end", "text",
)  # fmt: skip
REFERENCE_KEYS = (
    "number", "id", "title", "publisher", "date", "address", "licence", "reliability", "note",
)  # fmt: skip


def heads(language: str, keys: Iterable[str]) -> list[str]:
    """The heads of a list's columns."""
    return [_HEADS[language].get(key, key) for key in keys]
