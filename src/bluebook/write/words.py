"""The fixed words of the book in each language. Nothing here states anything."""

from __future__ import annotations

import re
from typing import Final

WORDS: Final[dict[str, dict[str, str]]] = {
    "zh": {
        "points": "个百分点",
        "over": "超过{v}",
        "nearly": "近{v}",
        "up to": "不超过{v}",
        "range": "{a}至{b}",
        "figure": "图{n}",
        "table": "表{n}",
        "chapter": "第{n}章",
        "heading": "“{n}”",
        "comma": "，",
        "semicolon": "；",
        "list": "、",
        "stop": "。",
        "colon": "：",
        "open": "（",
        "close": "）",
        "join": "",
        "missing": "…",
        "missing_note": "“…”表示所列来源均未给出该数据。",
        "imputed": "（估）",
        "imputed_note": "（估）为估算数：来源未公布，依前后已知数推算。",
        "disputed": "†",
        "disputed_note": "† 各来源数据不一致，尚无法判定。",
        "no_data": "无数据",
        "unit": "单位：{u}",
        "indicator": "指标",
        "territory": "地区",
        "period": "时期",
        "growth": "增速",
        "share": "占比",
        "level": "数值",
        "flat": "基本持平",
        "at least": "不少于",
        "at most": "不超过",
        "about": "约",
        "unsettled": "——未能判定",
        "differs": "——口径或时点不同",
        "set_aside": "（未采用）",
        "more_sides": "另有{count}项。",
        "likely": "；可能应为",
        "said_by": "——",
        "none": "无。",
        "first_said": "首次公布",
        "last_said": "最新公布",
        "source": "来源",
        "target": "规划目标",
        "until": "期限",
        "target_value": "目标值",
        "target_note": (
            "“…”表示没有可比的数：未见公布，或者目标是以后某年的当年数，当年尚未开始。"
        ),
        "reached": "已达到",
        "completion": "完成程度",
        "needed": "尚需年均增长",
        "done": "已完成",
        "projection": "预测值",
        "actual": "实际值",
        "interval80": "80%区间",
        "interval95": "95%区间",
        "total": "{year}年合计",
        "history": "历史数据",
        "bands": "深色带为80%预测区间，浅色带为95%预测区间。",
        "averaged": "1—2月未分月公布，图中按两月平均绘制。",
        "by": "（{period}）",
    },
    "en": {
        "points": " percentage points",
        "over": "over {v}",
        "nearly": "nearly {v}",
        "up to": "at most {v}",
        "range": "{a} to {b}",
        "figure": "Figure {n}",
        "table": "Table {n}",
        "chapter": "Chapter {n}",
        "heading": "“{n}”",
        "comma": ", ",
        "semicolon": "; ",
        "list": ", ",
        "stop": ".",
        "colon": ": ",
        "open": " (",
        "close": ")",
        "join": " ",
        "missing": "…",
        "missing_note": "“…”: not stated by any of the sources listed.",
        "imputed": " (est.)",
        "imputed_note": "(est.): not published; estimated between known figures.",
        "disputed": "†",
        "disputed_note": "† The sources disagree and nothing settles it.",
        "no_data": "No data",
        "unit": "Unit: {u}",
        "indicator": "Indicator",
        "territory": "Territory",
        "period": "Period",
        "growth": "Growth",
        "share": "Share",
        "level": "Level",
        "flat": "broadly unchanged",
        "at least": "at least ",
        "at most": "at most ",
        "about": "about ",
        "unsettled": " — not settled",
        "differs": " — scope or date differs",
        "set_aside": " (set aside)",
        "more_sides": "And {count} more.",
        "likely": "; probably ",
        "said_by": " — ",
        "none": "None.",
        "first_said": "First published",
        "last_said": "Latest",
        "source": "Source",
        "target": "Target",
        "until": "By",
        "target_value": "Target value",
        "target_note": (
            "“…”: nothing to compare: not published, or the target is for a year yet to come."
        ),
        "reached": "Reached",
        "completion": "Completion",
        "needed": "Growth a year still needed",
        "done": "reached",
        "projection": "Projection",
        "actual": "Actual",
        "interval80": "80% interval",
        "interval95": "95% interval",
        "total": "{year}, whole year",
        "history": "History",
        "bands": "Dark band: 80% prediction interval; light band: 95%.",
        "averaged": "January and February are not published apart; their average is drawn.",
        "by": " ({period})",
    },
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """A name inside a sentence: `Telecom revenue` -> `telecom revenue`; `IPTV`, `5G` stay."""
    head = re.split(r"[ -]", text, maxsplit=1)[0]
    plain = head[:1].isupper() and (head[1:].islower() or len(head) == 1) and head != "I"
    return text[:1].lower() + text[1:] if plain and head not in PROPER else text


PROPER = {"China", "Guangdong", *_MONTHS}


def month_name(month: int) -> str:
    """`8` -> `August`."""
    return _MONTHS[month - 1]
