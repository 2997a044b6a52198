"""Of when and of where a sentence speaks: periods and places that the context turns to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.chinese.saying import Chinese
from bluebook.collect.bulletins.clause.context import Context, codes
from bluebook.collect.bulletins.clause.gap import lead, turns
from bluebook.collect.bulletins.clause.joining import JOIN
from bluebook.collect.bulletins.clause.lead import About, Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.firms import together
from bluebook.collect.bulletins.english.saying import English
from bluebook.collect.bulletins.sentence.ahead import TURNS
from bluebook.collect.bulletins.sentence.planning import PLANS, Planning
from bluebook.collect.bulletins.times.when import When
from bluebook.model.period import Period

# 12月当月, 8月一个月, 10月户均: not the period of what follows
_MONTH_ALONE = re.compile(
    "当月|单月|本月|月份?一个月|月份?的?,?(?:户均|人均|每户平均|平均每户|每户|平均每人|单用户|dou)"
)
_ONLY = ("其中", "其中,", "单看", "只看", "仅看", "光看", "单论", "单是")
# Of the page's period again, after a sentence of another: 2024年末全国人口为…。以此计算,普及率为…
_BY_THIS = re.compile(r"(?:以此|据此|由此|按此)(?:计算|推算|测算|算)")
# A sentence that looks back for once, and one that speaks of today.
_LOOKS_BACK = re.compile(
    r"[\"' ]*(?:(?:in|by|for) (?:comparison|contrast)|as a comparison|compared (?:with|to)|back in|earlier)\b"
)
_TODAY = re.compile(
    r"\b(?:(?:has|have)(?: [a-z]+)? (?:[a-z]+ed|been|built|grown|risen|set|become)|now|currently|at present|so far|to date)\b|^[\"' ]*today\b(?!'s)"
)
_WITH_PLACE = re.compile(r", (?:and )?with (?:the |its )?$")
_DAY = re.compile(r"(?<![\d.])(\d{1,2})月(?:\d{1,2}日|份?起)")
_NOW = re.compile("如今|目前|现在|眼下|当下")
_AGO = re.compile(r"\b(?:ago|earlier|before) \(")  # a year ago (March 2016)
NO_YEAR = 1900  # stands for the year of a text that names none
OLD = 6  # months after which a period is one that was looked back to


class Turning(Planning):
    """A sentence's tokens and what they let the context turn to."""

    def __init__(self, row: Row, context: Context) -> None:
        self.row = row
        self.text = row.text
        self.tokens = row.tokens
        self.told = row.told
        self.context = context
        self.teller = row.teller
        self.catalogue = row.catalogue
        self.vocabulary = row.vocabulary
        self.language = row.language
        self.where = context.places  # where the sentence before was
        self.home = self._home()
        self.begin = 0  # where the gap before the next number begins
        self.after = context.period, context.at_end  # the period that the sentence leaves behind
        self.started = context.period  # the period that the sentence begins with …
        self.at_first = context.at_end  # … and whether it is a date
        self.yeared = False  # has it named a year?
        self.went = False  # English: does it tell of the number before at a time of its own?
        # where periods begin that it has turned to, and whether they stay
        self.turned: dict[int, tuple[Period, bool, bool]] = {}
        self.brief = False  # is its period one that does not stay?
        self.subjects = Subjects(row, context)
        self.english = English(row, self.subjects, context) if row.language == "en" else None
        if self.english is not None and self.visiting:
            self.english.home = self.visiting
        self.chinese = Chinese(row, context)

    def _ahead(self) -> None:
        """What the whole sentence is under: plans, forecasts, a date given at its end."""
        wide = not self.text.isascii()
        if wide and self.context.standing is not None and _BY_THIS.match(self.text):
            self.context.period, self.context.at_end = self.context.standing
            self.after = self.context.standing
        if wide and self.text.startswith("其中") and self.context.briefly is not None:
            self.context.period, self.context.at_end = self.context.briefly  # 12月份…。其中快递…
        self.placed = False
        self.aside = False  # was the last number of something else?
        self._plans()
        self.context.yearly = "yoy" in self.told
        self.industry = together(self.text, self.tokens, self.told)
        english = self.language == "en"
        if not english and self.context.territory != self.home and self._of_nation():
            self.context.places = (self.home,)
        if self.context.standing is not None and self._today():
            self.context.period, self.context.at_end = self.after = self.context.standing
        self.early = english and not self.row.kinds.isdisjoint(TURNS)
        if self.early and self._late():
            self._under(self._turns(self.tokens))

    def _under(self, found: Lead) -> None:
        """English: turn to the one period, and the one place, that a sentence names."""
        self.early = False
        if whens := [t for t in found.sets if t.when and self._told_at(t)]:
            whens = [t for t in whens if not _within(t, whens[0])] or whens
            if len(whens) == 1 or len({t.when for t in whens}) == 1:
                self._turn(Lead(sets=whens[:1]))
        places = [t for t in found.sets if t.kind == "place" and not self._ranked(t)]
        places = [t for t in places if not self._told_beside(t)]
        if not places:
            return
        above = {code for t in places for code in self._above(t)}
        places = [t for t in places if t.word.territory not in above]
        if len({t.word.territory for t in places}) == 1:
            self._turn(Lead(sets=places[:1]))

    def _told_beside(self, place: Token) -> bool:
        """English: is a place told of beside a figure: 83 billion parcels, with the east handling 79%?"""
        if not self._told_before(place.start):
            return False
        if place.text.startswith("the ") and self.text.endswith(" of ", 0, place.start):
            last = [t for t in self.tokens if t.end <= place.start and t.kind in ("number", "mark")]
            return last[-1].mark(",")  # 71.5 percent, …, no longer at the tail end of the country
        return _WITH_PLACE.search(self.text, max(0, place.start - 20), place.start) is not None

    def _today(self) -> bool:
        """Does a sentence speak of today, after the text looked back to a time long before?"""
        page = self.context.standing
        if page is None or page[0].last - self.context.period.last < OLD:
            return False
        if page[0].first <= self.context.period.last:
            return False  # now, in a year's page that has told of June
        dated = "when" in self.row.kinds
        today = _TODAY if self.language == "en" else _NOW
        return not dated and today.search(self.text) is not None

    def _turn(self, found: Lead) -> None:
        """Let the context follow the periods and places that the text turns to."""
        context = self.context
        places: list[Token] = []
        for token in found.sets:
            if token.when is None:
                between = self.text[places[-1].end : token.start] if places else "?"
                joins = not between or JOIN.fullmatch(between)
                inner = places and token.word.territory in self._above(places[-1])
                if inner and not joins and self.english is not None:
                    continue  # Jiangsu, a province in east China
                places = [*places, token] if joins else [token]
            elif places or token is found.sets[0] or not self._same_year(token.when):
                self._turn_to(token, token.when, found)  # not 截至8月31日,2009年营业收入合计
        if "ytd" in found.near and context.period.months == 1 and not context.at_end:
            context.period = context.period.to_date  # 当月完成…,累计值达…
        if places:
            self.placed = True
            inside = "ofwhich" in found.near | found.far and len(places) == 1
            outer = (context.places or (context.territory,))[0]
            context.around = outer if inside and outer in self._above(places[0]) else ""
            context.places = tuple(dict.fromkeys(t.word.territory for t in places))

    def _of_its_month(self, found: Lead) -> None:
        """Chinese: 当月户均流量 after 1-7月 is of July, or of the month in which something began."""
        context = self.context
        span = not context.at_end and 1 < context.period.months < 12
        if not (
            span and found.close and found.subjects and found.subjects[-1].text.startswith("当月")
        ):
            return
        days = _DAY.findall(self.text, 0, found.subjects[-1].start)  # 7月1日起取消漫游费
        month = int(days[-1]) if days else context.period.last % 12 + 1
        year = context.period.last // 12
        context.period = Period.month_of(year, month) if 0 < month < 13 else context.period

    def _turn_to(self, token: Token, when: When, found: Lead) -> None:
        """Let the context follow a period."""
        context = self.context
        if when.relative == "0y" and when.first < 0 and self._this_year(token, when):
            return
        before, turned = context.period, self.turned.get(token.start)
        if turned and (when.relative or turned == (before, context.at_end, True)):
            return  # a year ago, once
        if when.counted and not self._to_date(when):
            return  # in eight months, of which nobody says when they end
        context.period = self._bare(when) or self._gone_by(when, context.meant(when))
        self.yeared = self.yeared or when.year is not None
        context.at_end = when.end or (when.same and context.at_end)
        plan, named = context.period, before.is_year and token is not found.sets[0]
        if named and plan.months == 60 and plan.first <= before.first < plan.last:
            context.period = Period(plan.first, before.last)  # 截至2024年,"十四五"期间
        alone = self.english is None and self._by_itself(token)
        lasting = not alone and self._lasts(token, when, found, before)
        self.turned[token.start] = context.period, context.at_end, lasting
        self.brief = (
            self._within_year(when)
            if lasting
            else (when.loose or alone)
            and not (self.english is None and self._by_the_way(token, before))
        )  # 去年
        if lasting and not self.brief and context.period.months <= 12:
            self.after = context.period, context.at_end
            context.back = None

    def _lasts(self, token: Token, when: When, found: Lead, before: Period) -> bool:
        """Does a period stay for the sentences that follow?"""
        if when.relative and (when.first < 0 or when.relative[0] != "0"):
            return False
        if token.start >= self.plan_from or when.first < 0 <= (when.year or -1):  # 2020年初
            return False
        if "cmp" in found.near:
            return False  # compared with 1.47 trillion in 2021
        if self.english is None:
            return not (self._by_the_way(token, before) or self._to_be(token))
        issued = self.context.issued
        if issued is not None and self.context.period.first > issued.last:
            return False  # surpassing the 2020 target of 20 billion, in 2016
        if found.starting or self._looks_back(token) or self._to_come():
            return False  # from 89.8 in May
        if "(" in self.text and (self._nested(token) or _AGO.search(token.text)):
            return False
        return not (self._inner(token, before) or _LOOKS_BACK.match(self.text))

    def _to_be(self, year: Token) -> bool:
        """Chinese: is a year one of plans, with no figure before these: 2021年计划新建…?"""
        after = (t for t in self.tokens if t.start >= year.end)
        first = next((t for t in after if t.kind == "number" or t.cues & PLANS), None)
        if first is None:  # 2012年,手机上网将继续增长, in January
            issued, period = self.context.issued, self.context.period
            return (
                issued is not None
                and period.is_year
                and period.first == issued.last // 12 * 12 > issued.last - 3
            )
        return first.kind != "number"

    def _looks_back(self, token: Token) -> bool:
        """English: does a sentence that has told a figure go back in time: in June 2019 it was 73%?"""
        english, context = self.english, self.context
        assert english is not None
        if context.standing is not None and context.standing[0].year == NO_YEAR:
            return True  # a year long past is not that of a page that names none
        if context.period.last >= self.started.first:
            return False
        if self.went or context.earlier.rstrip().endswith(";") or english.olden.of_one(token):
            return True
        told = [t for t in self.tokens if t.end <= token.start and t.kind in ("number", "mark")]
        numbers = sum(t.kind == "number" for t in told)  # the last of them may be of that period
        return numbers > 1 or (numbers == 1 and told[-1].mark(",;:"))

    def leave(self) -> None:
        """What period the sentence leaves behind; a brief one holds up to the full stop."""
        context = self.context
        self._plans_on()
        if context.around and not self.text.endswith(";"):
            context.places = (context.around,)  # 其中哈尔滨1.5亿件。快递业务收入…: of all again
        if self.visiting:  # the US had 223 million users by then
            context.places, self.after = self.where, (self.started, self.at_first)
        if not self.home:
            context.places = self.where  # 韩国3100万户,美国1.5亿户。…
        if self.language == "zh" and self.text.endswith(";"):
            if self.brief:
                context.back = context.back or self.after
            if context.back is not None:
                return
        held = context.briefly if self.text.startswith("其中") else None
        context.briefly = (context.period, context.at_end) if self.brief else held
        context.period, context.at_end = context.back or self.after
        context.back = None

    def _years(self, found: Lead) -> Period | None:
        """From … to … from one year to another: the year of the first number, or of the second."""
        if self.english is None and found.prior is not None and "from" in found.near:
            self.context.begun = found.prior  # 从2010年底的8.59亿户增至…;B由…增至…
        if not (found.starting or self.context.ranging):
            return None
        if found.starting and self.english is None:
            context = self.context
            found.prior = context.begun = found.prior or found.basis or context.begun
        long = [t for t in self.tokens if t.when and t.when.year and t.when.last > 11]
        spans = {t.when for t in long if t.when and t.text[-3:].strip("年底末").isdecimal()}
        if len(spans) != 1:
            return None
        span = spans.pop().resolve(self.context.period)
        if span.first % 12 or span.months % 12:
            return None
        found.prior = None
        return Period.year_of((span.first if found.starting else span.last) // 12)

    def _by_itself(self, month: Token) -> bool:
        """Chinese: is a month for its own number only: 12月当月, 单看6月?"""
        if self.text.endswith(_ONLY, 0, month.start):
            return True
        return _MONTH_ALONE.search(self.text, month.start, month.end + 4) is not None

    def _lead(self, gap: list[Token], stop: int) -> Lead:
        span = min(self.begin, stop), stop
        return lead(gap, self.text, span, self.vocabulary, About(self._codes(), self.home))

    def _turns(self, gap: list[Token]) -> Lead:
        about = About(self._codes(), self.home)
        return turns(gap, self.text, len(self.text), self.vocabulary, about)

    def _codes(self) -> Sequence[str]:
        """The indicators being spoken of."""
        subject = self.context.subject
        return codes(subject.expression) if subject and subject.expression else ()


def _within(month: Token, span: Token) -> bool:
    """Is a bare month one of a span that is told before it: from January to May, and in May?"""
    a, b = month.when, span.when
    if a is None or b is None or a.first != a.last or a.end or a.relative or b.relative:
        return False
    return a.year in (None, b.year) and b.last > b.first and b.first <= a.first <= b.last < 12
