"""Periods and places of a gap: compared with, belonged to, part of, turned to."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.hedges import HEDGES
from bluebook.collect.bulletins.clause.lead import FILED, GOVERNS, VERBS, Lead
from bluebook.collect.bulletins.clause.tokens import NOTHING, Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.times.when import When

NATION = frozenset(("the country", "the nation"))  # over the country: all through it
STANDS = {"低于": "down", "慢于": "down", "落后": "down", "高于": "up", "快于": "up", "高出": "up"}
_CALLED = re.compile(r", [a-z ]{2,20}'s [^,;:.0-9]{3,90},")
_CAPTION = re.compile(r"图\d{1,2}[.、: ]{0,2}$")
_EVER_SINCE = re.compile("[^,;:。]{0,16}(?:以来|至今|开始)")
_MOVING = re.compile("[增减下上升]")
_OF = re.compile(r"年?的(?:近|超|约|超过|将近)?")
ABOUT = re.compile(r"(?:近|约|超过?)?")
_REPORTER = re.compile("[^)]{0,6}(?:记者|通讯员|[电讯报])")
_SHARE_IN = re.compile(r"(?:的)?(?:占比|比重|份额|占有率)")
# 去年同期,这一数字为
_ITS = re.compile(r"[^,;:0-9]{0,8},(?:这个|这一|该)(?:数字|数据|数|比例|比重|增速|指标)")
_SMALLER = re.compile(r" (?:cities|towns|counties|villages|ports)\b")
_RANK = re.compile(r"第[一二三四五六七八九十\d]+[位名]?[,;:(]")
_RANKING = re.compile(
    r" (?:rankings?|averages?|records?)\b|(?:(?:[东西]部)?(?:各?省|各?省份|地区|省区市|[六八十][一二]?省区?市?)?中?(?=[居列排位第前]))?(?:召开|举行|举办|开幕|第|[居排列]|位[居列]|前|首位|平均|领先|各|最(?![快慢高低大小多少](?:[,:达为]|至))|排名|位次|位居|\d{1,2}[名位])"
)
_AVERAGE = re.compile(
    rf" average(?: (?:rate|level|figure|growth|stood|came|was|is|being|reached|hit|of|at|to|only|just))*{HEDGES} ?"
)
_BEHIND = re.compile(
    r"\b(?:after|behind|only to|trailing) (?:the )?(?:[a-z][a-z' -]{2,18}(?:, and |, | and ))*$"
)

_FIRST_SINCE = re.compile(
    r"\b(?:first time|first|(?:low|high|fast|slow|bigg|larg|small|b|strong|weak)est(?: [a-z]+){0,2}|worst) $"
)
_MONTHS_TO = re.compile(r"(?:the )?[a-z0-9]+[ -]months? (?:period )?(?:to|through|end|until)")
_OPENING = re.compile(r"[\"' ]*(?:(?:and|but|in|at|by|as of|while|whereas),? )?")


class Dating:
    """Tells periods and places their parts in what stands before a number."""

    found: Lead
    text: str
    stop: int  # where the number begins
    english: bool
    vocabulary: Vocabulary
    home: str
    part: bool
    listed: Token | None

    def _when(
        self, token: Token, when: When, touching: Token | None, beside: bool, near: bool
    ) -> None:
        """A period is compared with, belonged to, or turned to."""
        found, cues = self.found, touching.cues if touching else NOTHING.cues
        if beside and self.listed and self.listed.when and found.basis:
            found.bases.append(when)
        elif touching and "cmp" in cues and not self.english and self._of_then(token):
            found.prior, found.against = when, True  # 比5月的1031.6亿元少了
        elif (
            touching
            and "cmp" in cues
            and not (
                touching.text == "over" and (self._opens(when) or _MONTHS_TO.match(token.text))
            )
        ):
            if near or found.basis is None:
                found.basis, found.far_basis = when, not near
                if (
                    near
                    and (when.same or self._next(token))
                    and (moved := STANDS.get(touching.text))
                ):
                    found.near.add(moved)  # 低于上年同期2个百分点
                    found.verbs.append(moved)
        elif touching and ("from" in cues or "since" in cues):
            if self.english and _FIRST_SINCE.search(self.text, 0, touching.start):
                return  # for the first time since 2001
            if self.english:
                found.rival = found.rival and "since" not in cues
                found.basis = when
            elif not _EVER_SINCE.match(self.text, token.end):  # 自2019年6月发放牌照以来
                found.prior = when
        elif "ended" in cues:
            pass  # 扭转前2个月负增长态势
        elif _CAPTION.search(self.text, max(0, token.start - 5), token.start):
            pass  # glued to the text: 图2. 2012-2014年用户净增比较
        elif token.text == "同期":
            if not _MOVING.match(self.text, token.end):
                return  # 同期,移动数据收入同比增长: in the period that is spoken of
            found.near.add("yoy")
        elif when.relative.startswith("-") and not when.loose:
            if self.english and _OPENING.fullmatch(self.text, 0, token.start):
                found.sets.append(token)  # a year ago it was 161.6 million, and …
            elif near or _ITS.match(self.text, token.end) or self._fronted(token):
                found.prior = when
        elif self.text.startswith(("的", "年的"), token.end) and (
            _OF.fullmatch(self.text, token.end, self.stop)
        ):
            found.prior = when  # 2015年的40倍
        elif when.year and when.first < 0 and not (near or self.text[token.end :][:1] == ","):
            pass  # 2020年初疫情暴发,当年…: when something came about
        else:
            found.sets.append(token)

    def _fronted(self, token: Token) -> bool:
        """Chinese: does a sentence begin with a period by itself: 一年前,5G基站才3200个?"""
        return not self.english and token.start == 0 and self.text.startswith(",", token.end)

    def _of_then(self, token: Token) -> bool:
        """Chinese: is the number that follows the one of a period: 5月的1031.6亿元?"""
        between = self.text[token.end : self.stop]
        return between.startswith("的") and _OF.fullmatch(between) is not None

    def _next(self, token: Token) -> bool:
        """Does the number follow a period at once: 增幅低于上半年1.3个百分点?"""
        return not self.english and ABOUT.fullmatch(self.text, token.end, self.stop) is not None

    def _opens(self, when: When) -> bool:
        """English: does a span of time open a sentence: over the first six months of 2019, …?"""
        verbs = self.found.verbs or not self.found.far.isdisjoint(VERBS)
        return not (verbs or when.relative or when.end)

    def _place(self, token: Token, touching: Token | None, beside: bool, near: bool) -> None:
        """A place is compared with, a whole, or turned to."""
        found = self.found
        if self.english and self._behind(token):
            return  # ranking third, after Guangzhou and Shenzhen
        called = self.english and self.listed is not None and self.listed.kind == "place"
        if called and _CALLED.match(self.text, token.start - 2):
            return  # Guizhou, the country's data hub, had …
        own = touching is not None and touching.text == "over" and token.text in NATION
        if touching and "cmp" not in touching.cues and self.text[token.end : self.stop] == "'s ":
            own = True  # exceeding the country's 1.68 billion phone users
        if (touching and touching.cue("cmp", "over", "nearly") and not own) or (
            beside and found.rival
        ):
            found.rival = found.rival or near
        elif self.home and self.vocabulary.country(token.word.territory) != self.home:
            found.rival = found.rival or self.part or near or self._of_there(token)
        elif not self.part and self._all(token):
            found.within = token.word.territory  # 全国占比近1/10
        elif self.part:
            found.rival = found.rival or (bool(found.within) and beside)
            found.within = token.word.territory
        elif self.english and _SMALLER.match(self.text, token.end):
            return  # overtaken in many eastern cities
        elif self.english and GOVERNS.match(self.text, token.end):
            return  # Beijing wants …
        elif self._ranks(token):
            found.sets.append(token)  # 金华第一,118.9亿件
        elif self.english and _AVERAGE.fullmatch(self.text, token.end, self.stop):
            found.sets.append(token)  # the national average was 70.4 percent
        elif not (self._filed(token) or _RANKING.match(self.text, token.end)):
            found.sets.append(token)

    def _of_there(self, country: Token) -> bool:
        """English: is what was named last another country's: the population of the US, 304 million?"""
        if not self.english or not self.found.subjects:
            return False
        named = self.found.subjects[-1].end
        return self.text[named : country.start].strip() in ("of", "of the", "in", "in the")

    def _all(self, place: Token) -> bool:
        """Chinese: is it the place in which something has a share: 全国占比近1/10, 在四川的份额?"""
        if not _SHARE_IN.match(self.text, place.end):
            return False
        if place.text[0] in "全我本" or self.text.endswith(("在", "占"), 0, place.start):
            return True
        return not self.vocabulary.catalogue.territory(place.word.territory).parent

    def _ranks(self, place: Token) -> bool:
        """Chinese: does a clause begin with a province or a city and its rank: 杭州第二,36亿件?"""
        if self.english or place.text[0] in "全我本" or not _RANK.match(self.text, place.end):
            return False
        level = self.vocabulary.catalogue.territory(place.word.territory).level
        begins = place.start == 0 or self.text[place.start - 1] in ",;:"
        return begins and level in ("province", "city")

    def _filed(self, place: Token) -> bool:
        """Is a place that of a report: 北京6月24日电, BEIJING (AP)? 北京(增长9%) is not."""
        filed = FILED.match(self.text, place.end)
        if self.english and filed and self.text[filed.end() : filed.end() + 1].isdigit():
            return not filed[0].endswith("(")  # followed by Fuzhou (7.94 million)
        if filed is None or self.english or not filed[0].endswith("("):
            return filed is not None
        return place.start == 0 and _REPORTER.match(self.text, filed.end()) is not None

    def _behind(self, place: Token) -> bool:
        """English: is it a place that another comes after?"""
        begin = max(0, place.start - 60)
        return _BEHIND.search(self.text, begin, place.start) is not None
