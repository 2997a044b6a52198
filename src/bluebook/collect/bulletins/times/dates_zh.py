"""Periods as Chinese writes them: 2020年1-5月, 前三季度, "十四五"期间, 二○一五年."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.times.when import YEAR, When

_DASH = r"\s?(?:[-~至到]|--)\s?"
_MONTH_ZH = r"(?:1[0-2]|0?[1-9])"
_CN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
       "十": 10, "十一": 11, "十二": 12}  # fmt: skip
_CN_MONTH = r"(?:十[一二]?|[一二三四五六七八九])"
_PLANS = {
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
}

# A year; of the Republic, which began in 1912: 105年11月, 民国97年.
_YEAR = (
    rf"(?:{YEAR}|(?<![0-9.])(?<![0-9],)1[01][0-9](?=年(?:度|底|末|全|第|上|下|前|首|[0-9十]|[一二三四五六七八九]月))"
    r"|(?<=民国)[0-9]{2,3}(?=年))"
)
_REPUBLIC = 1911

PERIOD = re.compile(
    rf"""
    (?=["十上下前首头第一二三四q]|[0-9]{{4}}年?[qh]|[五六七八九]月|[两五六七八九]个月
      |[0-9]{{1,5}}[年月份日末底上下前首头第一二三四五六七八九十两季个及和、与\s~至到-]|[0-9]{{4}}\.)(?:
    (?P<plan>"?(?:十[一二三四五]?五)"?(?:规划)?(?:时期|期间|期末|末|以来|收官)?(?=[^0-9一二三四五六七八九月年个家]|$))
  | (?P<y0>{_YEAR})年?{_DASH}(?P<y1>{_YEAR})年(?P<yend>末|底)?
  | (?:(?P<y>{_YEAR})年)?(?P<m0>{_MONTH_ZH})月?(?:份|1日)?{_DASH}(?:(?P<y2>{_YEAR})年)?(?P<m1>{_MONTH_ZH})月(?:份|(?:2[89]|3[01])日)?(?P<end1>末|底)?
  | (?:(?P<yp>{_YEAR})年?)?(?P<part>[上下]半年|(?:[前首]|第)?[一二三四1-4](?:个)?季度|第[一二三四1-4]季(?!节)|首季度?|(?<![a-z])q[1-4](?![a-z0-9])|(?<=[0-9年])h[12](?![a-z0-9])|(?!前一)[前首头](?:{_MONTH_ZH}|{_CN_MONTH}|两)个?月|(?<![\d一二三四五六七八九十第])(?!一个)(?:{_CN_MONTH}|两)个月(?=累计|合计|共计))(?P<end2>末|底)?
  | (?:(?P<ym>{_YEAR})[年.])?(?P<m>{_MONTH_ZH})月(?:份)?(?:(?P<d>[0-3]?\d)[日号])?(?P<end3>末|底)?
  | (?:(?P<yc>{_YEAR})年)(?P<mc>{_CN_MONTH})月(?P<end4>末|底)?
  | (?P<mx>(?<=[今去本]年){_CN_MONTH}(?=月)|{_CN_MONTH}(?=月[底末份]))月份?(?P<end7>底|末)?
  | (?:{_YEAR}年?[及和、与])?(?P<begun>{_YEAR})年初
  | (?P<ys>{_YEAR})年(?:的)?同期
  | (?P<ya>{_YEAR})(?:年(?:度)?(?P<full>全年|期间)?(?P<end5>年?末|年?底)?|(?P<end6>末|底)))
    """,
    re.VERBOSE,
)

SIGNS = ("年", "月", "季", "20", "19", "五", "q")  # one of which a period holds
MANY = 4_096  # periods that are remembered
_met: dict[str, When | None] = {}

_YEAR_ZH = re.compile("(?:[一二][九〇○零0])[一二三四五六七八九〇○零]{2}(?=年)")
_IN_WORDS = re.compile("年(?<=[一二三四五六七八九〇○零]{2}年)")
_DIGITS_ZH = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def numbered(text: str) -> str:
    """A text with its years in digits, character for character: 二○一五年."""
    if not _IN_WORDS.search(text):
        return text
    return _YEAR_ZH.sub(lambda m: m[0].translate(_DIGITS_ZH), text)


def _year(text: str) -> int:
    return int(text) + _REPUBLIC * (len(text) < 4)


def _number(text: str) -> int:
    return _CN.get(text) or int(text)


def period(match: re.Match[str]) -> When | None:
    """What a match of PERIOD means, None where it is no period; the same words mean the same."""
    words = match[0]
    if words not in _met:
        if len(_met) >= MANY:
            _met.clear()
        _met[words] = _period(match)
    return _met[words]


def _period(match: re.Match[str]) -> When | None:
    g = match.groupdict()
    end = any(g[k] for k in ("end1", "end2", "end3", "end4", "end5", "end6", "end7", "yend"))
    if plan := g["plan"]:
        name = re.sub(r'["规划时期间末以来收官]', "", plan)
        start = _PLANS.get(name)
        if start is None or (not plan.startswith('"') and name == plan):
            return None
        return When(start, 48 if "末" in plan else 0, 59, "末" in plan)
    if g["y0"]:
        years = _year(g["y1"]) - _year(g["y0"])
        return When(_year(g["y0"]), 0, 12 * years + 11, end) if 0 <= years <= 60 else None
    if g["m0"]:
        first, last = int(g["m0"]) - 1, int(g["m1"]) - 1
        year = _year(g["y"]) if g["y"] else None
        if g["y2"] and year is not None:
            last += 12 * (_year(g["y2"]) - year)
        return When(year, first, last, end) if 0 <= last - first <= 240 else None
    if part := g["part"]:
        year = _year(g["yp"]) if g["yp"] else None
        if "半" in part or part[0] == "h":
            start = 0 if part in ("上半年", "h1") else 6
            return When(year, start, start + 5, end)
        if part.endswith("月"):
            return When(year, 0, _number(part.strip("前首头个月")) - 1, end)
        n = _number(part.strip("前首第个季度q") or "1")
        return When(year, 0 if part[0] in "前首" else 3 * n - 3, 3 * n - 1, end)
    if g["begun"]:
        if match[0][:4] != g["begun"]:
            return None  # 2019年及2020年初: no period of figures
        return When(_year(g["begun"]), -1, -1, end=True)  # 2009年初: the end of 2008
    if m := g["m"] or g["mc"] or g["mx"]:
        year_text = g["ym"] or g["yc"]
        month = _number(m) - 1
        end = end or (g["d"] is not None and int(g["d"]) >= 28)
        return When(_year(year_text) if year_text else None, month, month, end)
    if g["ys"]:
        return When(_year(g["ys"]), 0, 11, same=True)
    if g["ya"]:
        return When(_year(g["ya"]), 0, 11, end)
    return None
