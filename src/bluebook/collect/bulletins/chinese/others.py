"""Chinese: numbers of what no indicator counts, of a city that is not known, of some places together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.chinese.pieces import NOUNS
from bluebook.collect.bulletins.chinese.sent import sent
from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.clause.tokens import Token

_OTHER = re.compile(r"(?:以上|左右|以下|多)?的?(?P<noun>[\u4e00-\u9fff])")
_SUBSET = re.compile(r"(?:[前居首](?:[\d一二三四五六七八九十]+)(?:[名位强]|个(?!月|季))|排名前)")
_SUM = re.compile("共|合计|总计")
_TOGETHER = re.compile(r"(?:共|合计|总计|总共)(?:计)?(?:完成|实现|达到?|拥有|为|有|占)?$")
# Of several places, but not of all 31.
_SEVERAL = re.compile(
    r"(?<![\d第])(?!31)(?:\d+|[二两三四五六七八九十]+)个?(?:省|地级市|地市|城市|市州|国家)(?!内|级|际)"
    r"|(?<![第\d])[二两三四五六七八九十]+(?:省区|[市区县地州])(?=合计|共|总|之和|加起来|加总|相加)"
)
_THRESHOLD = re.compile(r"及?以[上下](?:\)|的[^,。]{0,8}?(?:企业|公司|单位|城市|地区|乡镇))")
_FIRMS = re.compile(r"[余多]?[家所项辆台只起]")
_PEAK = re.compile(
    r"(?:以上|左右|多)?(?:的(?:巅峰|高峰|顶峰|峰值|历史|新高|规模|纪录|记录|高位|低点|高点|门槛|水平|成绩|体量|好成绩|业绩|家底|总量|业务量)"
    r"|(?:级|新|这一|这个|的)?(?:台阶|大关|关口|门槛|里程碑|俱乐部|时代|量级))"
)
_WITH = re.compile(r"(?<!可)以(?:近|约|超过?|逾)?$")  # 深圳以2284.1万户紧随其后
_EACH = re.compile(r"/[a-z]")  # 8.5元/GB: of a unit that is not known
# 每5户里就有1户是千兆; 即平均每人1部: of so few, not of all.
_ONE_IN = re.compile(
    r"每(?!百|100)\d+[户个人部家名][^,;。]{0,12}(?:里|中|内)面?,?(?:就|便|已|会)?有(?:约|近|超过?)?$"
    r"|(?:每个?人|每[户家]|人均|每[名位](?:市民|居民|用户))(?:就|都|已|要|会|可)?(?:拥?有|持有|超过?|约|近|不止)*$"
)
_PLAN = re.compile(r"(?:高于|低于|超过|超出|高出|超)[^,;:]{0,24}(?:目标|规划|计划)[值数的]?$")
# 25%左右的高速增长, 7.9%的同比增幅: the verb follows.
GROWTH_AFTER = re.compile(
    r"(?:左右|以上|以下|多)?的(?:同比|年均|高速|快速|较快|高|两位数|稳定|平均|正|负){0,2}"
    r"(?P<verb>增长率?|增速|增幅|涨幅|降幅|下降|下滑|负增长)(?!贡献)"
)


class Others:
    """Tells of one sentence which numbers are another's."""

    text: str
    tokens: Sequence[Token]
    context: Context
    teller: Teller
    cities: list[int]  # where those end that no name is

    def _of_others(self, clause: str) -> bool:
        return _PLAN.search(clause) is not None or _SEVERAL.search(clause) is not None

    def counts(self, group: Sequence[Token]) -> bool:
        """Is a number one of firms, schools, vehicles, which no indicator here counts?"""
        q = group[-1].quantity
        bare = q is not None and not q.unit and q.kind == "number" and len(group) == 1
        return bare and _FIRMS.match(self.text, group[-1].end) is not None

    def _goes_on(self, token: Token) -> bool:
        """Does a Chinese character follow at once?"""
        return self.text[token.end : token.end + 1] >= "\u4e00"

    def _clause(self, stop: int) -> str:
        find = self.text.rfind
        return self.text[max(find(",", 0, stop), find(";", 0, stop), find(":", 0, stop)) + 1 : stop]

    def _summed(self, stop: int) -> bool:
        """Is a number the sum of places that are listed: 居前5名的广东、上海和浙江共完成?"""
        find = self.text.rfind
        clause = self.text[max(find(",", 0, stop), find(";", 0, stop)) + 1 : stop]
        if not _SUM.search(clause):
            return False
        named = next((t for t in reversed(self.tokens) if t.end <= stop and t.kind == "name"), None)
        inside = (
            clause[: -(stop - named.start)]
            if named and named.start > stop - len(clause)
            else clause
        )
        if not (_TOGETHER.search(clause) or _TOGETHER.search(inside)):
            return False
        places = {t.word.territory for t in self.tokens if t.kind == "place" and t.end <= stop}
        own = self.context.territory
        places -= {own, *self.teller.catalogue.above(own)}
        return len(places) > 1 or _SUBSET.search(clause) is not None

    def another(self, token: Token, q: Quantity) -> bool:
        """Does a noun that is no name follow at once: 300个城市, 98%的县城?"""
        if self.cities and self._elsewhere(token):
            return True
        if _EACH.match(self.text, token.end) or _ONE_IN.search(self.text, 0, token.start):
            return True
        if not self._goes_on(token) or _WITH.search(self.text, 0, token.start):
            return False
        if _THRESHOLD.match(self.text, token.end):
            return True  # 业务收入300万元以上的企业
        if self.teller.measure(q) not in ("level", "percent") or sent(self.text, token, q):
            return False
        rest = _OTHER.match(self.text, token.end)
        if (
            rest is None
            or GROWTH_AFTER.match(self.text, token.end)
            or _PEAK.match(self.text, token.end)
        ):
            return False
        start = rest.start("noun")
        at = next((t for t in self.tokens if t.end > start), None)
        return at is None or at.start > start or (at.kind == "cue" and at.word.cues <= NOUNS)

    def _elsewhere(self, number: Token) -> bool:
        """Does a city stand before a number that the catalogue does not know: 其中芜湖市…?"""
        end = max((end for end in self.cities if end <= number.start), default=-1)
        return end >= 0 and not any(
            t.kind == "place" and end <= t.end <= number.start for t in self.tokens
        )
