"""What is particular to Chinese sentences: one number of several subjects, or of several places,
what follows a number, and figures that are a part's or another's though no word parts them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.chinese.behind import Behind
from bluebook.collect.bulletins.chinese.beside import Beside
from bluebook.collect.bulletins.chinese.companies import company
from bluebook.collect.bulletins.chinese.kin import Kin
from bluebook.collect.bulletins.chinese.kindred import Kindred
from bluebook.collect.bulletins.chinese.others import GROWTH_AFTER
from bluebook.collect.bulletins.chinese.pieces import pieces
from bluebook.collect.bulletins.chinese.takes_up import TakesUp
from bluebook.collect.bulletins.clause.context import Context, Subject, choose
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.times.when import When

_HUNDRED = re.compile(
    r"(?:百|100)个?(?:人|名居民|位居民)(?:(?:中|当中|口|里|拥有|持有|就?有)|(?:已?达到?|为|约|近|超过?)?$)"
)
_AVERAGE = re.compile("(?:全国|全省|全球|世界)平均(?:水平|值)?(?:为|是|仅|达|约)*$")
_OPERATOR = re.compile(r"(?:^|[:、,;及和与(])(?:中国)?(?:移动|电信|联通|广电|网通)的?$")
# A company that nothing names but the word.
_OF_FIRM = re.compile(r"(?<![家各大些信营础政递网])(?:公司|集团)的?$")
_OF_PLACES = re.compile(r"(?:村|乡镇?|县城?|学校|医院)的?(?:比重|占比|比例)")
_AT_PRICES = re.compile(r"按照?(?:\d{4}|上)年度?")
_HOUSEHOLDS = re.compile(r"每(?:百|100)户[^;。]*$")
_VAST = re.compile("[十百千万]*[万亿][户人部个件条]?")  # no figure where nothing bounds it
_SPEED = re.compile(r"\d+(?:m|兆|mbps)(?:及?以上)")
_SAYS = re.compile(r"[\u4e00-\u9fff]{0,8}:")
_FEAST = r"[节\"]*(?:假期|长假|小长假|期间|黄金周|[三五七八]天|当[天日])"
_FEASTS = ("春节", "国庆", "五一", "元旦", "中秋", "端午", "清明", "双11", "双十一", "双12", "618")
_DAYS = re.compile(
    "|".join([
        r"月(?<=\d月)\d{1,2}日?(?:至|-|~|到)(?:\d{1,2}月)?\d{1,2}日", *(f + _FEAST for f in _FEASTS),
        "黄金周", "除夕", "节前一周", "假日期间", "假期期间", "旺季",
    ])
)  # fmt: skip
_NET_SHARE = re.compile(r"(?:净增|新增)[^,;]{0,40}(?:占|中[约近超]?$)|占[^,;]{0,40}(?:净增|新增)")
_OTHERS = (
    "目标",
    "规划",
    "计划",
    "省",
    "市",
    "国家",
    "合计",
    "共",
    "总计",
)  # one of which _PLAN and _SEVERAL hold
_AND = re.compile(r"(?:及其?|和|与|、)$")
# A city or a county by name, where a clause begins.
_A_CITY = re.compile(
    r"(?:^|[,;:、(省]|自治区|其中|和|与)(?![全我本各该两多])[\u4e00-\u9fff]{2,3}(?<![城上都省地县大中小个州区全我本各该线辖])"
    r"(?:市(?![场区域辖级民内直话])|县(?![域级区])|(?<![治园社山片景校新专特库林厂营行牧农部国全东西南北海港矿湾])区(?![域间块内县]))"
)
_THE_COMPANY = re.compile(r"其(?!中|他|它|余)|(?:该|这家)?(?:公司|企业|集团)")


class Chinese(Behind):
    """Reads what Chinese says about one number, or a list of them, of a sentence."""

    def __init__(self, row: Row, context: Context) -> None:
        self.row = row
        self.text = row.text
        self.tokens = row.tokens
        self.context = context
        self.teller = row.teller
        self.aside = False  # is a number the whole of which the next is a part?
        self.summed = False  # was a number the sum of some places?
        self.speaker = self.company = ""
        if row.language == "zh":
            self._look()

    def _look(self) -> None:
        text, tokens, context = self.text, self.tokens, self.context
        self.kin = Kin(context, self.teller, self.row.vocabulary)
        self.kindred = Kindred(self.row, context)
        # What rarely stands in a sentence, looked for once.
        self.others = holds(text, _OTHERS)
        self.hundred = "100" in text or "百" in text
        self.pricing = "不变" in text
        self.progress = "进度" in text
        self.per_head = "人口计算" in text
        self.villages = holds(text, ("村", "乡", "校", "县", "院"))
        self.speeds = "以上" in text and ("m" in text or "兆" in text)
        self.adds = "净增" in text or "新增" in text
        self.builds = "建" in text or "开通" in text
        self.totals = "共" in text or "计" in text
        self.averages = "平均" in text
        self.branches = "公司" in text or "集团" in text
        self.days = _DAYS.search(text) is not None
        cities = _A_CITY.finditer(text) if "市" in text or "县" in text or "区" in text else ()
        named = [(t.start, t.end) for t in tokens if t.kind == "name"] if cities else []
        self.cities = [
            city.end()
            for city in cities
            if not any(a <= city.start() and city.end() <= b for a, b in named)
        ]  # where those end that no name is
        first = next((t for t in tokens if t.kind != "mark"), None)
        said = first is not None and "entity" in first.cues and _SAYS.match(text, first.end)
        self.speaker = first.text if first and said else ""  # 中国移动某某:…
        if not self.speaker and context.entity and _THE_COMPANY.match(text):
            self.speaker = context.entity
        self.company, self.company_from = company(self.row, context)
        self.beside = Beside(self.row, context)
        self.takes_up = TakesUp(self.row, context)

    def take(self, found: Lead, group: Sequence[Token]) -> None:
        """Let a lead know what follows its number, and whether the number is another's."""
        q = group[-1].quantity
        assert q is not None
        measure = self.teller.measure(q)
        level = measure == "level"
        goes_on = self._goes_on(group[-1])
        if goes_on and (after := GROWTH_AFTER.match(self.text, group[-1].end)):
            if level:
                found.rival = True  # 每月保持七百多万的增长
            else:
                found.near.add(
                    "down" if after["verb"] in ("下降", "下滑", "负增长", "降幅") else "up"
                )
                found.verbs.append("down" if "down" in found.near else "up")
        self._apart(found, group[-1])
        self.takes_up.go_on(found, group[0])
        self._of_issue(found)
        self.beside.take(found, group, q, measure)
        if self.others and self._of_others(self._clause(group[0].start)):
            found.rival = True  # 高于规划目标8.4个, 9省市普及率超过
        if self.adds and measure == "percent" and _NET_SHARE.search(self._clause(group[0].start)):
            found.rival = True  # 新增用户占同期净增数的64%
        if not level and self.villages and _OF_PLACES.search(self._clause(group[0].start)):
            found.rival = True  # 已通电话的行政村比重
        if goes_on and measure == "percent" and (part := self._are(group[-1].end)):
            self._parted(found, part)
        elif level and "ofwhich" in found.near and (part := self._are(group[-1].end)):
            found.subjects, found.close, found.unknown = [part], True, ""  # 其中1130万个是5G用户
        if self.speeds and not found.subjects and _SPEED.search(self._clause(group[0].start)):
            found.rival = True  # 200M以上占比30%
        if level and not q.scale and self.hundred and _HUNDRED.search(self.text[: group[0].start]):
            found.hundred, found.unknown = True, ""
        if measure == "percent" and self.per_head and "人口计算" in self._clause(group[0].start):
            found.hundred = True  # 按人口计算的渗透率达345.1%
        if level and self.totals and self._summed(group[0].start):
            found.rival = self.summed = True
        elif self.summed and not found.sets:
            found.rival = True  # the sum's growth and share
        if self.days:
            found.rival = True  # 1月21日至27日, 春节假期: no period of ours
        if self.averages and level and _AVERAGE.search(self.text, 0, group[0].start):
            found.rival = True  # 最低的江西88.3,全国平均113.9
        if found.subjects and self.beside.firms and self._of_operator(found.subjects[-1]):
            found.entity = found.entity or "运营商"  # 联通3G用户7646万
        if (
            self.branches
            and found.subjects
            and _OF_FIRM.search(self.text, 0, found.subjects[-1].start)
        ):
            found.entity = found.entity or "公司"  # 公司5G用户渗透率已超四成
        if self.speaker and not any(t.kind == "place" for t in found.sets):
            found.entity = self.speaker
        if self.company and group[0].start > self.company_from and not found.entity:
            found.entity = self.company
        if found.entity or found.subjects:
            self.context.entity = found.entity

    def _apart(self, found: Lead, number: Token) -> None:
        """Round words that are no figure, a base of prices that is no subject."""
        q = number.quantity
        assert q is not None
        if q.words and not (q.bound or found.bound) and _VAST.fullmatch(number.text):
            found.rival = True  # 又多了百万
        if found.unknown and _AT_PRICES.fullmatch(found.unknown):
            found.unknown = ""  # 按2000年不变单价计算比上年增长20.1%
        if self.progress and q.unit == "%" and "进度" in self._clause(number.start):
            found.rival = True  # 全年目标完成进度接近一半

        named = found.subjects or found.unknown
        if named and "part" in found.near and not (found.wholes or found.within):
            spoken = self.context.subject  # 手机出货量1.36亿部,5G手机占八成: of what is not known
            unknown = spoken is not None and spoken.expression is None and spoken.words != ""
            found.rival = found.rival or unknown
        if self.hundred and not q.scale and _HOUSEHOLDS.search(self.text, 0, number.start):
            own = found.subjects and found.subjects[-1].text.startswith("每百户")
            found.rival = found.rival or (not own and self.teller.measure(q) == "level")

    def _of_issue(self, found: Lead) -> None:
        """前年 is two years before the issue: 去年…,比前年底多了8100万."""
        issued = self.context.issued
        if issued is None:
            return
        for name in ("basis", "prior"):
            when = getattr(found, name)
            if when is not None and when.loose and when.relative == "-2y":
                setattr(found, name, When(issued.year - 2, 0, 11, when.end))

    def _of_operator(self, name: Token) -> bool:
        """Does an operator stand before a name, in a sentence that names China Unicom?"""
        return _OPERATOR.search(self.text, 0, name.start) is not None

    def subjects(
        self,
        found: Lead,
        gap: Sequence[Token],
        group: Sequence[Token],
        known: list[Subject],
        names: Subjects,
    ) -> list[Subject]:
        """What numbers are of, where one number is said of several, or not all names are known."""
        self.aside = False
        if found.entity:
            return known
        wanted = len(group)
        if wanted == 1 and "list" in found.near:
            first = self.takes_up.first(found, group[0], names)
            if first is not None:
                return [first]
        if self.takes_up.places and (told := self.takes_up.subjects(found, group, names)):
            return told
        if wanted == 1:
            whole = self._whole(group[0])
            self.aside = whole is not None
            return (
                [names.named(whole)] if whole else self._of_one(found, gap, group[0], known, names)
            )
        all_known = len(known) == wanted and all(s.expression for s in known)
        if all_known or len(self.context.places) == wanted:
            return known
        if "list" in found.near and self.takes_up.bare(found, names):
            return self.takes_up.rated(self._recent(wanted), group, names) or known
        parts = pieces(self.row, found, wanted)
        return [Subject(None, p) if isinstance(p, str) else names.named(p) for p in parts] or known

    def _of_one(
        self,
        found: Lead,
        gap: Sequence[Token],
        number: Token,
        known: list[Subject],
        names: Subjects,
    ) -> list[Subject]:
        """What one number is of."""
        q, stop = number.quantity, gap[-1].end if gap else 0
        assert q is not None
        if known:
            one = self._priced(found, number, known[0])
            if len(known) == 1:
                one = self.kindred.of(found, number, one)
            one = self.kin.of_group(one)
            if q.unit or "per" in found.near:
                one = self.kin.of_each(found, one, q, self._clause(number.start))
            if found.subjects:
                one = one if found.wholes else names.of_part(found.subjects[-1], one)
            elif self.builds or self.kin.adds(one):
                one = self.kin.stock(found, self._clause(stop), one)
                one = self.kin.built(found, self._clause(number.start), one)
            if self.builds and found.subjects and found.close:
                one = self.kin.building(found, self._clause(number.start), one)
            known = [one]
        many = "each" in found.near
        if many:
            each = [names.named(t) for t in found.joined]
            if len(each) > 1 and all(s.expression for s in each):
                return each
        if many and q.kind == "rank" and not found.subjects and len(self.context.recent) == 2:
            return self._recent(2)  # …总量达800亿元,用户达9000万户,均居全国第7位
        return known

    def _priced(self, found: Lead, number: Token, one: Subject) -> Subject:
        """What was told at some prices, at those that its clause names: 按2015年不变单价则增长25%."""
        if not self.pricing or found.subjects or "不变" not in self._clause(number.start):
            return one
        word = self.row.vocabulary.index.get(one.words)
        if word is None or not any(naming.priced for naming in word.namings):
            return one
        return Subject(choose(word, self.context, number.start), one.words)

    def _recent(self, wanted: int) -> list[Subject]:
        """The last subjects of the sentence: …总量近266亿元,…收入近110亿元,分居第五和第八."""
        recent = self.context.recent[-wanted:]
        return list(recent) if len(recent) == wanted else []

    def doubled(self, found: Lead, gap: Sequence[Token]) -> bool:
        """Is a rank that of a level and of its growth: 业务总量及增速均居全国第3位?"""
        if not found.subjects or "growth" not in found.near:
            return False
        growth = next(
            (t for t in gap if "growth" in t.cues and t.start >= found.subjects[-1].end), None
        )
        between = self.text[found.subjects[-1].end : growth.start] if growth else ""
        return _AND.fullmatch(between) is not None
