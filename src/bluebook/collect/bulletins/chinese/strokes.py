"""Chinese: lists with strokes, as brokers write them: 东/中/西部件量占比分别为74.6%/17.1%/8.3%."""

from __future__ import annotations

import re

_ONE = r"[-+]?\d[\d,]*+(?:\.\d++)?(?:%|pcts?|pp|个?百分点|[亿万]{0,2}[件元户个]?)"
_LIST = re.compile(rf"(?<![\d./a-z-]){_ONE}(?:/{_ONE})+(?![\d/a-z])")
_FIGURE = re.compile(r"[%.亿万]|pct|pp|百分点")
# Between names, but for 国际/港澳台 and units: 部/百人, GB/户·月.
_NAMES = re.compile(
    r"(?<=[\u4e00-\u9fff])/(?!港|澳|百|千|户|月|人|年|件|天|日|季)(?=[\u4e00-\u9fff])"
)


def listed(text: str) -> str:
    """A text whose lists of numbers, and of names beside them, have commas; character for character."""
    found = [m.span() for m in _LIST.finditer(text) if _all_figures(m[0])]
    if not found:
        return text
    for start, end in found:
        text = text[:start] + text[start:end].replace("/", "、") + text[end:]
    return _NAMES.sub("、", text)


def _all_figures(numbers: str) -> bool:
    """Are these figures, not a day or a fraction: 74.6%/17.1%/8.3%, 2024/4/17, 1/10?"""
    one, *others = numbers.split("/")
    if not all(_FIGURE.search(n) for n in (one, *others[:-1])):
        return False
    return _FIGURE.search(others[-1]) is not None
