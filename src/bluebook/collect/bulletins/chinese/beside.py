"""Chinese: what the numbers of a sentence leave to those after them, and numbers that are no figures.

A region that the catalogue does not know, what a growth is counted from, a decline that is being
spoken of: they hold until the sentence says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.times.when import When

_REGION = re.compile(
    r"[粤苏皖鲁陕闽川湘豫桂滇黔胶鄂赣冀晋浙][东西南北中]|关中|京津冀|长三角|珠三角|长江|珠江|粤港澳|成渝"
    r"|环渤海|城市群|都市圈|民族地区|革命老区|某[省市县区地]|全[省市县区州旗镇乡村盟]|[我本][省市县区州旗]"
)
# So many a year, a month, a day, but not of each user: 每年1亿户, not 每户每月20GB.
_PACE = re.compile(
    r"(?<![户人])每(?:年|个?月|天|日|周|个?季度?|小时|分钟|秒)"
    r"(?:平均|都|以|有|约|近|超过|超|逾|达到|达|高达|大约|接近|新增|净增|增加|增长|多出|多增|要|会)*$"
)
# What is only supposed: 渗透率到10%将成为转折点.
_SUPPOSED = re.compile(
    r"(?:以上|左右)?(?:时(?=[,;。]|$)|将(?:成为|是|意味)|即可|就(?:能|可|会)|的?(?:门槛|临界点|拐点|转折点))"
)
_YEARS = re.compile(
    r"(?:\d|[二三四五六七八九十两几])年(?:间|来(?!首次|最|新|罕见|第一))|[较比](?!一年前)[\d一二三四五六七八九十两几]+年前"
)
# What something costs, which is not how much of it there is: 流量单价下降38%.
_PRICE = re.compile(
    r"资费|(?<!不变)单价(?!计|测|核|折)|均价|(?<!不变)(?<!可比)(?<!综合)价格(?![计测核折)]|口径)"
)
_NOT_YET = re.compile(r"距离?[^,;]{0,6}(?:突破|超过|达到)了?$|(?:距|(?<![分隔脱])离|距离)$")
_OPERATOR = re.compile(
    r"(?:^|[:、,;及和与(])(?:中国)?(?:移动|电信|联通|广电)(?:为|达|有|约|近|超)?$"
)
_MORE = re.compile(r"[,;](?:仅|只|还|却|足足|整整|竟)?(?:多|少|高|低)(?:出|了)?(?:近|约|超)?$")
_ENDS_MORE = frozenset("多少高低出了近约超")  # with one of which it ends
_BETWEEN = re.compile(r"[,;:。(]")
# A rank of how much, not of how fast it grew: 总量位居, 业务量排在全国第六.
_HOW_MUCH = re.compile(r"(?:总量|规模|数量|业务量|收入|总数|总额|户数|体量)[^,;:]*$")
# The plans by the years with which they end.
_ENDS_PLAN = {2010: "十一五", 2015: "十二五", 2020: "十三五", 2025: "十四五", 2030: "十五五"}


class Beside:
    """What a sentence carries from one number to the next."""

    def __init__(self, row: Row, context: Context) -> None:
        self.text = row.text
        self.tokens = row.tokens
        self.context = context
        self.basis: When | None = None
        self.against: When | None = None  # of the figure that the next number is compared with
        self.outpaced = False  # was a growth compared with another place's?
        self.fell = False  # is a decline spoken of: 降幅收窄…,较上月扩大…
        self.each = "每" in row.text
        self.years = "年间" in row.text or "年来" in row.text or "年前" in row.text
        self.firms = "联通" in row.text
        self.prices = "价" in row.text or "资费" in row.text
        self.counted = holds(row.text, ("算起", "距", "离"))
        if not context.text.endswith(";"):
            context.region = ""

    def take(self, found: Lead, group: Sequence[Token], q: Quantity, measure: str) -> None:
        """Let a lead know what the numbers before its own left, and whether its own is a figure."""
        start, end = group[0].start, group[-1].end
        if self.each and measure == "level" and _PACE.search(self.text, max(0, start - 16), start):
            found.rival = True
            found.near.add("rate")
        elif measure != "level" and self.years and self._over_years(start, found):
            found.rival = True  # 10年间增长超10倍
        elif q.kind == "rank":
            level = _HOW_MUCH.search(self.text, max(0, start - 16), start)
            if self.outpaced and not (found.subjects or level):
                found.near.add("growth")  # 增速高于全国2.5个百分点,居第8位
            found.rival = found.rival or (self.text[start - 1] == "(" and self._aside(start - 1))
        elif measure == "percent":
            supposed = _SUPPOSED.match(self.text, end) is not None
            half = q.kind == "fraction" and self.text[start - 1] == "的"  # 不及4G的一半
            half = half and not found.has("part", "share")
            found.rival = found.rival or supposed or half
        if "year" in found.near and not found.has(
            "up", "down", "net_up", "net_down", "growth", "fall"
        ):
            found.rival = True  # 一年寄出6亿多件
        if self.prices and self._priced(start):
            found.rival = True
        if self.counted and (
            (found.has("up", "down", "net_up") and "算起" in self.text[:start])
            or _NOT_YET.search(self.text, max(0, start - 12), start)
        ):
            found.rival = True  # 从去年3月算起增加1.26亿户; 距突破10亿仅过了14个月
        if self.text[start - 1] in _ENDS_MORE and measure in ("level", "points"):
            bare = not (found.basis or found.prior or self.against)
            bare = bare and not found.has("yoy", "mom", "cmp")
            times = sum(t.when is not None for t in self.tokens) > 1
            if bare and times and _MORE.search(self.text, 0, start):
                found.rival = True  # 二季度末12.95亿,一季度末12.93亿,多出200万
        if self.firms and _OPERATOR.search(self.text, max(0, start - 8), start):
            found.entity = found.entity or "运营商"  # 移动5.11亿户、电信2.32亿户
        if measure == "percent" and found.has("growth", "fall") and self._halves(start, found):
            found.near.add("half")
        self.outpaced = measure == "points" and found.rival and found.has("growth", "fall")
        self._of_region(found)
        if self.against is not None and not (found.basis or found.prior or found.subjects):
            found.basis = self.against if found.has("up", "down") else None
        self.against = found.prior if found.against else None
        if found.basis is not None:
            self.basis = found.basis
        elif "average" in found.near and found.prior is None:
            # 较2015年增长2.8倍,年复合增长率16.0%
            found.basis = self.basis or self._before_plan()
        if found.subjects or found.has("fall", "growth"):
            self.fell = "fall" in found.near
        elif self.fell and measure == "points" and found.has("up", "narrow", "down"):
            found.near.add("fall")

    def _halves(self, stop: int, found: Lead) -> bool:
        """半年内新增4334万,达到2.77亿人,增幅为18.6%: is a growth of the half year just told?"""
        if "半年" not in self.text[:stop] or found.has("yoy", "half") or found.subjects:
            return False
        return found.basis is None and any(t.cue("half") and t.end <= stop for t in self.tokens)

    def _before_plan(self) -> When | None:
        """The year before a plan with which the period ends: "十四五"…规划: 到2025年…,年均增长6.7%."""
        context = self.context
        period = context.period
        name = _ENDS_PLAN.get(period.year)
        if name is None or name not in context.head or period.last % 12 != 11:
            return None
        return (
            When(period.year - 5, 0, 11, end=context.at_end) if period.months in (1, 12) else None
        )

    def _priced(self, stop: int) -> bool:
        """Does the clause before a number speak of a price that no name holds?"""
        begin = max(self.text.rfind(mark, 0, stop) for mark in ",;:(") + 1
        price = _PRICE.search(self.text, begin, stop)
        if price is None:
            return False
        named = [t for t in self.tokens if t.kind == "name" and begin <= t.start <= price.start()]
        if not named or named[-1].end <= price.start():
            return True
        trades = [{n.code.partition("_")[0] for n in t.word.namings} for t in named]
        return len(named) > 1 and trades[-2].isdisjoint(trades[-1])  # 移动流量平均单价

    def _over_years(self, start: int, found: Lead) -> bool:
        """Is it a growth over years that have no name: 10年间增长超10倍?"""
        if found.basis is not None or found.prior is not None or "average" in found.near:
            return False
        return _YEARS.search(self.text, 0, start) is not None

    def _of_region(self, found: Lead) -> None:
        """关中地区完成快递业务量…;实现业务收入…: the second is of the region too."""
        context = self.context
        if found.entity:
            context.region = found.entity if _REGION.match(found.entity) else ""
        elif context.region:
            if any(t.kind == "place" for t in found.sets):
                context.region = ""
            else:
                found.entity = context.region

    def _aside(self, stop: int) -> bool:
        """Is nothing of ours said in the clause before a bracket: 水平进入第二方阵(第15名)?"""
        marks = [m.end() for m in _BETWEEN.finditer(self.text, 0, stop)]
        begin = marks[-1] if marks else 0
        return not any(
            t.kind in ("name", "number") and begin <= t.start < stop for t in self.tokens
        )
