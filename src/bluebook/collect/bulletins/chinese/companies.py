"""Whose figures a Chinese sentence tells, where they are a company's and not the place's own.

A paragraph that begins with a company goes on about it, until it speaks of the nation or of all
companies of the industry. 广东移动 is the company's branch, 广东移动电话用户 are not its users.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.row import Row

_OPERATOR = r"移动|电信|联通|铁塔|广电|网通|铁通"
# What follows the word where it is no company's name.
_WORD = (
    r"(?!\s?(?:电话|通信|信息|业|用户|互联网|宽带|数据|网|流量|行业|主营|固定|综合|增值|基础|运营|普及|终端|物联"
    r"|资费|资本|投资|市场|服务|营业|总量|总收入|收入|短信|端|支付|办公|应用|业务|语音|基站|设备|客户|上网|门号|通话|话音|语音))"
)
_BRANCH = re.compile(rf"(?:{_OPERATOR}){_WORD}")
_COMPANY = re.compile(rf"中国(?:{_OPERATOR}|卫通)|中移动|华为|中兴|腾讯")
_FIRM = re.compile(r"^[^,;:()]{2,16}?(?:公司|集团|股份)(?!们)")
# A firm that only says what is told: 中金公司预测,2022年快递业务量将增长15%.
_SPEAKS = re.compile(
    r"(?<=(?:中金|证券|研究|咨询|统计|信托|投资|数据|评级|银行)(?:公司|集团|股份))(?:最新|近日|在报告中|分析师|研报|的?报告)*(?:预测|预计|认为|指出|发布|称|表示)"
)
_ALL = re.compile(
    r"三家|各[家大]?|三大|四家|邮政|基础电信|运营|电信企业|[两二三四五六七八九十\d]+家"
)


def company(row: Row, context: Context) -> tuple[str, int]:
    """The company that a sentence is about, and from where in it; "" where it is about none."""
    text, tokens, told = row.text, row.tokens, row.told
    named = [t for t in tokens if "entity" in t.cues] if "entity" in told else []
    named = [t for t in named if _COMPANY.fullmatch(t.text)]
    places = [t for t in tokens if t.kind == "place"] if "place" in row.kinds else []
    context.companies = context.companies or bool(named)
    nation = any(t.text in ("全国", "我国") for t in places)
    if nation or "scope" in told or len({t.text for t in named}) > 2:
        context.company = ""
        return "", 0
    if context.companies:
        first = next((t for t in tokens if t.kind not in ("mark", "when")), None)
        if first is not None and first.kind == "name" and first.text.startswith("中国电信"):
            named = [first]  # 中国电信业务收入, where 中国移动's is told
        if first is not None and first in named:
            context.company = first.text
            return first.text, first.start
    if context.company:
        return context.company, 0
    for token in places:
        if _BRANCH.match(text, token.end):
            return text[token.start : token.end + 2], token.start
    firm = _FIRM.match(text) if "公司" in text or "集团" in text or "股份" in text else None
    if firm is not None and not (_ALL.search(firm[0]) or _SPEAKS.match(text, firm.end())):
        return firm[0], 0
    return "", 0
