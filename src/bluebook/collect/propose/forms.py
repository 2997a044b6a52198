"""How heads say what a number is of its subject: growth, net change, share; the words between."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.text.script import flat

MAX_LABEL = 200
PER_CENT = ("%", "percent", "per cent")
_AGAINST = r"(?:比|较)(?:上|去)年"
_FORMS = {
    "other": (
        r"环比", r"(?:比|较)上月", r"排名|排位|位次|\brank\b", r"完成率",
        r"month[- ]on[- ]month|\bmom\b|m/m",
    ),
    "month": (r"当月|本月(?![末止底累])|单月", r"(?:this|current) month"),
    "net": (
        rf"{_AGAINST}年?[末底](?:净?增[减加长]?)?", r"(?:比|较)年初(?:净?增[减加长]?)?",
        r"净增[减加长]?[数量]?|新增[数量]?", r"net (?:increase|additions?|adds|change)",
    ),
    "growth": (
        rf"(?:同比|{_AGAINST}(?:同期)?|年)?(?:增长率|增长速度|增长幅度|增长|增速|增幅|增减|[±]|\+/?-)",
        r"同比",
        r"(?:annual |yearly )?(?:growth(?: rate)?|change|increase)?[ ,]*"
        r"(?:year[- ](?:on|over)[- ]year|y[- ]?o[- ]?y|y/y|on the year before|over previous year)",
        r"(?:annual |yearly )?growth(?: rate)?",
    ),
    "share": (r"所?占(?:比重|比例|比)", r"比重|份额", r"\bshare\b|\bproportion\b"),
}  # fmt: skip
FORMS = {name: re.compile("|".join(words), re.IGNORECASE) for name, words in _FORMS.items()}
_CHINESE = (
    "本期 本年 累计 到达数 到达 达到 本月末到达 本月末 本月止 本月底 本月累计 期末 年末 年底 月末"
    " 总数 总计 合计 小计 总量 总额 完成额 完成数 完成情况 完成 户数 数量 数值 数额 数 量 所 实际"
    " 情况 指标 绝对值 其中 全省 全国 全市 本省 自年初 截至 截止"
)
_ENGLISH = (
    "total number no of the in at end as cumulative ytd year month to date value amount actual"
    " level period and by for from on"
)
# Words that add nothing to what is named.
PLAIN = re.compile(
    "|".join(sorted(_CHINESE.split(), key=len, reverse=True))
    + rf"|\b(?:{'|'.join(_ENGLISH.split())})\b",
    re.IGNORECASE,
)


def fold(text: str) -> str:
    """The plain form, in lower case: half-width, simplified, without stray spaces."""
    return " ".join(flat(text).lower().split())


def form_of(rest: str) -> tuple[str, str]:
    """How a number is said of its subject ("" a level), and the words that are left."""
    for form, pattern in FORMS.items():
        if pattern.search(rest):
            for other in ("net", "growth", "share"):
                rest = FORMS[other].sub(" ", rest)
            return form, pattern.sub(" ", rest)
    return "", rest
