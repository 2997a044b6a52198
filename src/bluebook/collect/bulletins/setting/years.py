"""Which period a mention means that names no year, or this year: the page's, the news', a plan's."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.setting.document import RECENT
from bluebook.collect.bulletins.times.when import When
from bluebook.model.period import Period

_THAT_YEAR = re.compile(r"\b(?:that|same) year\b")
_SHALL = re.compile("今年[^,;]{0,12}[将拟]")


class Years:
    """Tells the year of what one sentence mentions, from its context and what is planned in it."""

    text: str
    tokens: list[Token]
    context: Context
    language: str
    status: str  # target, forecast or ""
    plan_from: int  # where the plan begins in the sentence
    yeared: bool  # has the sentence named a year?

    def _same_year(self, when: When) -> bool:
        """Chinese: is a year the one in which lies the month that the text has just turned to?"""
        context = self.context
        month = context.at_end and context.period.months == 1 and self.language == "zh"
        whole = when.year == context.period.year and when.last - when.first == 11
        return month and whole and not (when.end or when.same or when.relative)

    def _this_year(self, token: Token, when: When) -> bool:
        """Turn to this year, or to its end; False where it is a period like others."""
        context = self.context
        if _THAT_YEAR.search(token.text):
            return False  # by the end of that year
        if when.end and context.issued and self._planned(token):
            context.period, context.at_end = Period.month_of(context.issued.year, 12), True
        elif not when.loose:
            return False
        elif self._comes(token):
            context.period, context.at_end = context.period.lag(-1).at_end, True
        elif context.issued and (self._planned(token) or self._alone(token)):
            context.period = Period.year_of(context.issued.year)
            context.at_end = False
        return True  # else this year, as the text goes on saying

    def _planned(self, year: Token) -> bool:
        """Does a plan speak of this year: will reach … this year, by the end of this year … will?"""
        first = next((t.start for t in self.tokens if t.kind == "number"), len(self.text))
        return year.start > self.plan_from or (self.status != "" and year.start < first)

    def _comes(self, year: Token) -> bool:
        """Is "this year" the one after a year that is over, for which something is planned?"""
        context = self.context
        page = context.standing[0] if context.standing and not context.issued else None
        told = page is not None and context.at_end and context.period.last == page.last
        closed = page is not None and told and page.last % 12 == 11
        return closed and self.language == "en" and self._planned(year)

    def _alone(self, this: Token) -> bool:
        """Is "this year" all there is, and not yet the year that is spoken of?"""
        context = self.context
        if context.issued is None or context.period.year >= context.issued.year:
            return False
        if self.language == "zh" and context.issued.month < 3 and not _SHALL.search(self.text):
            return False  # 今年 of a year's report, which came out later
        return not any(t.when is not None and 0 < this.start - t.start < 40 for t in self.tokens)

    def _to_come(self) -> bool:
        """Is the period one that had not gone by when the text was issued?"""
        context, issued = self.context, self.context.issued
        period = context.period.at_end if context.at_end else context.period
        return issued is not None and period.first > issued.last

    def _gone_by(self, when: When, found: Period) -> Period:
        """English: a month without its year is of no time to come, where nothing is planned."""
        if when.year is not None or when.relative or self.language != "en" or self.status:
            return found
        issued, page = self.context.issued, self.context.standing
        if issued is None and page is not None and page[0].months < 12:
            issued = page[0]
        if issued is None or found.last <= issued.last:
            return found
        years = -(-(found.last - issued.last) // 12)
        return found.lag(years) if years <= 5 else found

    def _bare(self, when: When) -> Period | None:
        """A month, or a part of a year, without its year, where the sentence names none.

        It is the page's own, where it ends with the same month; the last before the issue, where
        it is the date of a stock that is news then, or English and no year is near.
        """
        context = self.context
        if when.year is not None or when.relative or self.yeared or context.standing is None:
            return None
        page = context.standing[0]
        own = when.resolve(Period.year_of(page.year))
        recent = when.end and 0 < page.last - own.last <= RECENT and context.issued is None
        if page.months < 12 and (own.last == page.last or recent):
            return own
        if context.issued is None:
            return None
        found = when.resolve(Period.year_of(context.issued.year))
        found = found.lag(1) if found.last > context.issued.last else found
        if when.end and 0 < context.issued.last - found.last <= RECENT:
            return found
        if self.language == "zh" or context.yeared:
            return None
        return found if abs(found.year - page.year) <= 1 else None

    def _inner(self, token: Token, before: Period) -> bool:
        """English: a month of the span just told, after a number: and each user 2 GB in September."""
        now = self.context.period
        if now.months != 1 or not 1 < before.months <= 12 or (token.when and token.when.end):
            return False
        told = any(t.kind == "number" and t.start < token.start for t in self.tokens)
        return told and before.first <= now.first and now.last <= before.last

    def _by_the_way(self, token: Token, before: Period) -> bool:
        """Chinese: is a period one behind a number, within the span of that, or gone by before it?

        同比增长1%,一季度增速为0.7%; 达142.5万个,2020年底只有71.8万个: what follows is of the first.
        """
        now = self.context.period
        if not any(t.kind == "number" and t.end <= token.start for t in self.tokens):
            return False
        if self.context.at_end and now.last >= before.last:
            return False  # 前5个月…,5月末
        within = before.first <= now.first and now.last <= before.last and now != before
        return now.last < before.first or (within and before.months <= 12)

    def _to_date(self, when: When) -> bool:
        """Do so many months end when what is spoken of does: the eight months, in August?"""
        page = self.context.standing[0] if self.context.standing else self.context.period
        return when.last % 12 in (page.last % 12, self.context.period.last % 12)

    def _within_year(self, when: When) -> bool:
        """Is it a bare month, in a report of its year: 5月份净增1055万户,刷新单月纪录?"""
        page = self.context.standing
        month = when.first == when.last and when.year is None and not when.end
        return bool(month and page and page[0].is_year and page[0].year == self.context.period.year)
