"""Growth and change of an expression: since when, as the words and the period have it."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.measures import Measures
from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.language.expression import Call, Expression, Name, Number
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT

_FROM_TO = re.compile(r"(?:从|自)\d{4}年?[到至]|\b(?:between \d{4} and|from \d{4} to) \d{4}")
# Up from … in 2015, an annual growth of; from … in 2012 to … in 2020: so many years of growth.
_SPANNED = re.compile(
    r"\bfrom [^;]*?(?:\bin (?P<a>(?:19|20)\d\d)(?!\d)(?:[^;]*?\bto\b[^;]*?\bin (?P<b>(?:19|20)\d\d)(?!\d))?"
    r"|\b(?P<n>two|three|four|five|six|seven|eight|nine|ten) years (?:ago|earlier|before))[^;]*?\bannual"
)
# Annual growth of 4.7 percent over five years.
_OVER_YEARS = re.compile(
    r"\b(?:annual|yearly|a year|per year|each year|every year)\b[^;]{0,60}?\b(?:over|for|during|within) (?:the |a )?(?:(?:next|coming|following|ensuing) )?"
    r"(?P<n>two|three|four|five|six|seven|eight|nine|ten)[ -]years?\b"
)
_BETWEEN = re.compile(r"\b(?:between|from) [a-z]{3,9}\.? (?:\d{4} )?(?:and|to) [a-z]{3,9}\b")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TWO_YEARS = re.compile(r"\baverage[^;,]{0,30}\btwo years\b|\btwo[- ]years?\b[^;,]{0,24}\baverage")
_PLANNED = re.compile(r'十[一二三四五]?五"?(?:规划)?(?:时期|期间|以来)')


class Since(Measures):
    """Finds what a number is compared with."""

    def now(self, x: Expression, lead: Lead, context: Context) -> Period:
        """The period a number belongs to."""
        now = context.period
        if lead.prior is not None:
            now = lead.prior.before(now)
        month = context.text.isascii() and self.averages(x) and "month" in self.unit(x)
        if month and now.months == 1:
            if context.ends_page() and context.standing and lead.prior is None:
                return context.standing[0]
            if context.at_end and context.summed:
                return now.to_date  # traffic reached … to date, each user burning 13.4 GB a month
            return now  # what each user used in a month is no sum to date
        dated = context.at_end and not context.monthly
        if dated and not self.stock(x) and (lead.prior is None or lead.prior.same):
            now = now.to_date
        return now

    def growth(self, x: Expression, lead: Lead, context: Context, now: Period) -> Expression | None:
        """yoy(x), growth_since(x, …) or cagr(x, n), as the basis has it."""
        yearly = lead.has("average", "yoy")
        spanned = _SPANNED.search(context.text) if yearly else None
        if spanned is None and yearly and " years" in context.text:
            spanned = _OVER_YEARS.search(context.text)
        if spanned is not None and lead.basis is None and lead.has("growth", "up", "average"):
            return self._a_year(x, spanned, now)
        if "average" in lead.near:
            span = context.period
            years, rest = divmod(span.months, 12)
            if lead.prior is not None:  # 从2015年到2019年: four years' growth
                span = lead.prior.resolve(span)
                years, rest = span.months // 12 - 1, span.months % 12
            elif lead.basis is not None:
                since = lead.basis.resolve(context.period)
                years, rest = divmod(context.period.last - since.last, 12)
            elif _TWO_YEARS.search(context.text):
                years, rest = 2, 0
            elif _FROM_TO.search(context.text):
                years -= 1  # from 1997 to 2018 are 21 years of growth
            elif not (_PLANNED.search(context.text) or (years == 5 and span.year % 5 == 0)):
                return None  # of 2013-2020, seven or eight: nobody says
            return Call("cagr", (x, Number(float(years)))) if years > 1 and not rest else None
        base = self._base(x, lead, now)
        if (
            base is None
            and context.based_on is not None
            and self.stock(x)
            and "yoy" not in lead.near
        ):
            base = context.based_on  # 2% more than half a year ago, and mobile netizens 5%
        elif lead.basis is not None and context.text.isascii():
            context.based_on = base if lead.basis.end else None
        if (
            base is None
            and self.stock(x)
            and _BETWEEN.search(context.text)
            and "yoy" not in lead.near
        ):
            base = self._began(now, context)
        if base is None and self._since_new_year(x, lead, context):
            return Call("growth_since", (x, str(now.year_end_before())))
        if base is None or self._same(x, base, now.lag(1)):
            return Call("yoy", (x,))
        if base.last == now.last:
            return None
        return Call("growth_since", (x, str(self.dated(x, base))))

    def _a_year(self, x: Expression, spanned: re.Match[str], now: Period) -> Expression | None:
        """The growth a year over the years that a sentence names."""
        if spanned["n"]:
            years = _NUMBERS.index(spanned["n"]) + 2
        else:
            years = int(spanned["b"] or now.year) - int(spanned["a"])
        return Call("cagr", (x, Number(float(years)))) if years > 1 else None

    def _since_new_year(self, x: Expression, lead: Lead, context: Context) -> bool:
        """In the first five months, users grew 3%: since the year began."""
        period = context.period
        begun = period.first % 12 == 0 and 1 < period.months < 12 and not context.at_end
        if context.manner == "level" and not context.text.isascii():
            return False  # 宽带用户241.6万户,增长9.8%
        yearly = context.yearly or context.lag == 12  # the text compares with the year before
        return begun and self.stock(x) and not yearly and lead.basis is None

    def _difference(
        self, x: Expression, lead: Lead, context: Context, now: Period
    ) -> Expression | None:
        """change(x), pp(x) or change_since(x, …), as the basis has it."""
        base = now.year_end_before() if self._year_end(x, lead, now) else self._base(x, lead, now)
        stock = self.stock(x)
        level = self.dimension(x) != PERCENT
        if base is None:
            since = self._began(now, context) if stock and level else None
            added = context.text.isascii() and "net_up" in lead.near
            alone = (lead.prior is None or added) and not lead.has("yoy", "ytd")
            if since is not None and alone:
                if since == now.year_end_before():
                    return Call("change", (x,))
                return Call("change_since", (x, str(since)))
            month = now.months == 1 and (not context.at_end or "month" in lead.near)
            if stock and level and month and alone and now.month > 1:
                return Call("change_since", (x, str(now.shift(-1).at_end)))
            since_new_year = stock and (now.month == 12 and level if "yoy" in lead.near else True)
            if not since_new_year and level and isinstance(x, Name):  # of a flow: than when?
                before = str(self.dated(x, now.lag(1)))
                told = stock or "yoy" in lead.near or context.text.isascii()
                return Call("change_since", (x, before)) if told else None
            return Call("change" if since_new_year else "pp", (x,))
        january = "since" in lead.near and base.month == 1 and base.months == 1
        if stock and level and january and base.year == now.year and context.text.isascii():
            return Call("change", (x,))  # 65.6 million have joined since January
        ended = (
            lead.has("half", "year")
            or (lead.basis is not None and lead.basis.end)
            or base.months == 1
        )
        if (
            stock
            and base.last == now.year_end_before().last
            and (ended or base.months == 1 or (level and now.month == 12))
        ):
            return Call("change", (x,))
        if self._same(x, base, now.lag(1)) and (self.relative(x) or not level):
            return Call("pp", (x,))
        if base.last == now.last:
            return None  # compared with itself: of another period that was not understood
        return Call("change_since", (x, str(self.dated(x, base))))

    def _began(self, span: Period, context: Context) -> Period | None:
        """The month since which a span within a year is: the second half, between March and June."""
        if not 1 < span.months < 13 or span.is_year:
            return None
        ends = (
            span.first % 3 == span.last % 3 == 2
        )  # from the end of one quarter to that of another
        if ends and context.text.isascii() and _BETWEEN.search(context.text):
            return Period(span.first, span.first)
        if span.first % 12 == 0 or (span.months > 6 and not context.text.isascii()):
            return None
        return Period(span.first - 1, span.first - 1)

    def _base(self, x: Expression, lead: Lead, now: Period) -> Period | None:
        """The period compared with; None where the words name none or the year before."""
        if lead.basis is not None:
            base: Period = lead.basis.resolve(now)
            if lead.basis.relative == "0y" and base.last == now.last:
                return now.lag(1)  # lost 19.4 million over the year
            if base.last > now.last and lead.basis.year is None:
                base = base.lag(1)  # since December, in July
            whole_year = base.is_year and not now.is_year and not lead.basis.end
            if whole_year and (lead.basis.relative or not isinstance(x, Call)):
                return now.lag((now.year - base.year) or 1)
            if isinstance(x, Call) and not self.stock(x):
                return self._to(base, lead.basis.relative, now) if self._ends(lead) else base
            return base
        if "half" in lead.near:
            return now.at_end.shift(-6)
        if "year" in lead.near:
            return now.lag(1)
        if "qoq" in lead.near and now.months in (1, 3):
            return now.shift(-3)
        if "mom" in lead.near:
            return (
                now.shift(-now.months)
                if now.first % 12 or now.months == 1
                else Period(now.first, now.last - 1)
            )
        return None

    def _year_end(self, x: Expression, lead: Lead, now: Period) -> bool:
        """In May, 比上年增加120万户 said of users: since the end of the year before."""
        basis = lead.basis
        plain = (
            basis is not None
            and basis.relative == "-1y"
            and basis.first < 0
            and not (basis.same or basis.end)
        )
        level = self.stock(x) and self.dimension(x) != PERCENT and "yoy" not in lead.near
        return plain and level and isinstance(x, Name) and now.month < 12

    def _ends(self, lead: Lead) -> bool:
        """Is a period compared with an end, or a month before, not 上年12月 itself?"""
        basis = lead.basis
        return basis is None or basis.end or basis.relative != "-1y" or basis.first != basis.last

    def _to(self, base: Period, relative: str, now: Period) -> Period:
        """The span of which a rate to date is compared with that at the end of a year or a month.

        较上年末提高2.9个百分点: than that of the year; 较上月回落: than that to the month before.
        """
        if relative == "-1y" and base.months == 1 and base.month == 12 and now.month < 12:
            return Period.year_of(base.year)
        if relative == "-1m" and now.months > 1 and now.first % 12 == 0:
            return Period(now.first, now.last - 1)
        return base

    def _same(self, x: Expression, a: Period, b: Period) -> bool:
        return self.dated(x, a) == self.dated(x, b)
