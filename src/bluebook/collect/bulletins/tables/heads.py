"""What the heads of a table tell of its cells: indicator, place, period, measure, unit.

A head stands over a column, before a row, or above the whole table. Each tells a part; a cell
is said by all the heads it stands under together.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from bluebook.collect.bulletins.amounts.quantities import quantities
from bluebook.collect.bulletins.clause.context import Context, choose
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word
from bluebook.collect.bulletins.tables import english
from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.times.dates import mentions
from bluebook.collect.bulletins.times.when import When
from bluebook.language.expression import Name

# Measures that words of a head tell, and words of which it then holds one; it may tell several
# (当月, 同比增长).
_MEASURES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (kind, tuple(words.split()), re.compile(pattern))
    for kind, words, pattern in (
        ("since", "比 较 since", r"(?:比|较)(?:上年|去年|年)[末底初]|since (?:the )?(?:year[- ]end|end of)"),
        ("net", "增 net addition adds", r"净增减?|新增|增减额?|增加[额数]?(?!\(?%)|net (?:increase|additions?|adds?|gains?|change)|additions?|(?:new )?adds(?!\w)"),
        ("part", "of", r"(?:as |in )?(?:an? )?(?:%|per ?cent(?:age)?|pct|shares?|proportion)(?: \(%\))? of (?:the |all |total |overall )*(?:(?:base|total|whole|all)(?!\w)|(?= ))"),
        ("mom", "month m/m m-o-m mom", r"(?:(?:%|pct) )?(?:m/m|m-o-m|mom|month[- ]o(?:n|ver)[- ]month|on[- ]month|monthly(?= (?:growth|change|increase|rise)))"
                r"(?: (?:growth|change|increase|rise)(?: rate)?)?"),
        ("qoq", "quarter q/q q-o-q qoq", r"(?:(?:%|pct) )?(?:q/q|q-o-q|qoq|quarter[- ]o(?:n|ver)[- ]quarter|on[- ]quarter|quarterly(?= (?:growth|change|increase|rise)))"
                r"(?: (?:growth|change|increase|rise)(?: rate)?)?"),
        ("growth", "± 增 比 较 increase growth change chg year y/y yoy y-o-y", r"±|(?:比上年)?(?:同期)?(?:累计)?(?:同比)?(?:增长|增减)率?(?=\(?[±%])|增[长幅速]率?"
                   r"|同比|同期增长|(?:比|较)?(?:上年|去年)同期(?:累计)?(?:增长|±)|(?:比|较)(?:上年|去年)(?:同期)?(?![末底初])"
                   r"|(?:increase rate|rate of increase|growth rate|growth|increase|change)(?: (?:over|from|on|of) (?:the )?(?:same period|corresponding period)?(?: ?(?:of|in) )?(?:the )?(?:previous|last|prior) year)"
                   r"|increase rate|(?:annual )?growth(?: rate)?|year[- ]o(?:n|ver)[- ]year(?: (?:growth|change|increase)(?: rate)?)?|on[- ]year|(?:ch(?:an)?ge?,? )?(?:y/y|yoy|y-o-y)(?: ch(?:an)?ge?)?|(?:increase|change|chg)(?= *\(?(?:%|pct))"
                   r"|(?:%|pct) (?:change|chg|increase)"),
        ("month", "月 month", r"本月(?![末止底])|当月|单月|(?<!\w)(?<!end of )(?<!end of the )(?<!end of this )(?:in the |this |current )?month(?![\w-])|monthly"),
        ("share", "占 比 份额 share proportion", r"占全国(?:的)?比[重例]?|占比|比重|所占|份额|share(?: (?:of|in)(?: the)?(?: country| nation| national total| whole country)?)?|proportion"),
        ("points", "百分点 point", r"百分点|percentage points?"),
        ("rank", "排 次 rank", r"排名|位次|名次|排序|(?<!\w)rank(?:ing)?(?!\w)"),
        ("index", "号 no #", r"序号|编号|^no\.?$|^#$"),
        ("to date", "date accumulated cumulative ytd", r"(?:in the )?(?:year[- ]to[- ]date|ytd)|accumulated|cumulative(?! (?:no\.?|number)(?!\w))"),
        ("level", "累计 到达 达到 末 底 止 本 完成 计 总 数 绝对 实 year cumulative accumulated total number value"
                  " level amount end", r"(?:自?年初|本[年期])?累计(?:完成|到达|数)?|到达数?|达到数?|(?:本年)?(?:本|当)?[年月季期](?:末|底|止|末止|底止)(?:累计)?(?:到达|完成)?(?:数|值)?|(?:本年)?本月(?:累计)?(?:到达)?"
                  r"|本[年期]数?|(?:实际)?完成[额数]?|实际数?|合计|总计|总数|小计|数量|数值|绝对[数值量]|实绩|year to date|cumulative|accumulated"
                  r"|total|number|(?:absolute )?(?:value|number|figure)|level|amount|at the end(?: of(?: the| this)? (?:month|period|year))?|(?:as )?(?:at )?(?:the )?(?:end of (?:the |this )?(?:month|period|year)|(?:year|month|period)[- ]end)"),
    )
)  # fmt: skip
_PRIOR = re.compile(
    r"(?<![比较])(?:上年|去年)同期(?!\(?(?:累计)?[±增])|(?<!since )(?:same period (?:of )?(?:last|the previous) year)"
)
_NOISE = re.compile(
    r"其中|全[省市区]|指标(?:名称)?|名称|项目|地区|省份|省[、区市]*|区域|单位|单计|情况|主要|统计表?|分省|表\d*|续表|全部|以及|各|总?规模"
    r"|[的数量及和与、:;,.()\[\]/\-~#*%\d\s一二三四五六七八九十]"
    r"|(?<![a-z])(?:table|indicators?|items?|regions?|provinces?|area|units?|of|which|the|in|by|at|end|and|for|on|to|from|data|statistics|as|per|nos?|pct|arrivals?)(?![a-z])"
)
_UNIT_OF = re.compile(
    r"(?:计量)?单位[::]?\s*(?P<a>[^)）]{1,40})|(?<![a-z])units?:\s*(?P<b>[^)]{1,40})"
    r"|(?<![a-z])(?P<c>in (?:(?:thousand|million|billion)s|10[ ,]000|100 million)(?: (?:of )?(?!of |which)[a-z]+)?)"
)
_LAST = re.compile(r", ([^,()]{1,30})$")
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]")
_LEAD = re.compile(r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．])\s*")
_INNER = re.compile(r"(?<=[(/]) +| +(?=[)(/])|(?<=\)) +")  # spaces beside brackets
# What is compared with, which is no time: from the end of 2013, over 2019.
_BASE = re.compile(
    r"(?:from|since|over|vs\.?|compared (?:with|to)) (?:the )?(?P<end>(?:year[- ])?end (?:of )?|year[- ]end )?(?:19|20)\d\d(?= *(?:[(%]|$))"
)
_INDUSTRY = re.compile(
    r"(?:s|'s)? (?:industry|sector|market|services?|operators?|carriers?|data|network)\b"
)
_PRICED = re.compile(r" ?\(?(?:at|in) (?:the )?constant prices? (?:of|in) (?:the year )?\d{4}\)?")
_OF_WHICH = re.compile(r"^[-·]?\s*(?:其中|#|of which|o/w|incl(?:uding|\.)?(?![a-z]))[::,]?\s*")
_TOTAL = re.compile(
    r"(?:合计|总计|全国(?:合计|总计)|(?:grand |industry |sector )?total(?: \([^)]*\))?|(?:whole |entire )?(?:industry|sector)|all (?:operators|carriers)|nation(?:al)?|all provinces)"
)


MAX_TOLD = 20_000  # texts that are remembered
_POWER = re.compile(r"1[0 ,]{2,}")
_YEAR = re.compile(r"(?:19[5-9]\d|20\d\d)")


class Unit(NamedTuple):
    """A unit as a head prints it: 万户 is 10,000 of 户."""

    scale: Decimal
    word: str


class Told(NamedTuple):
    """What one head tells; `unknown` are words that nothing explains, `text` all of it."""

    subject: Name | None = None
    place: str = ""
    when: When | None = None
    measures: frozenset[str] = frozenset()
    units: tuple[Unit, ...] = ()
    unknown: str = ""
    total: bool = False
    text: str = ""
    status: str = ""  # of what stands under it: forecast
    left: str = ""  # its words that tell nothing by themselves
    names: tuple[Name, ...] = ()  # all indicators that it names
    firm: bool = False


def _firm(text: str, met: list[tuple[int, int, Word]]) -> bool:
    """Does a head name a company? "China telecom industry" names none."""
    return any(
        "entity" in word.cues and not word.territory and not _INDUSTRY.match(text, end)
        for _, end, word in met
    )


def bare(text: str) -> str:
    """A label without its number, 其中 and brackets."""
    return _BRACKET.sub("", _OF_WHICH.sub("", _LEAD.sub("", text))).strip()


class Heads:
    """Tells what heads mean, each text once."""

    def __init__(self, vocabulary: Vocabulary, context: Context) -> None:
        self.vocabulary = vocabulary
        self.context = context
        self._told: dict[str, Told] = {}

    def tell(self, text: str) -> Told:
        """What a head says. The text is plain and in lower case."""
        found = self._told.get(text)
        if found is None:
            if len(self._told) > MAX_TOLD:
                self._told.clear()
            found = self._told[text] = self._tell(text[:120])
        return found

    def part(self, text: str) -> bool:
        """Does a label say that it is a part of what stands above it: of which, #?"""
        return _OF_WHICH.match(text) is not None

    def period(self, text: str) -> bool:
        """Is a text a period and nothing else?"""
        if _YEAR.fullmatch(text):
            return True
        if self.vocabulary.language == "en" and english.alone(text):
            return True
        found = list(mentions(text, self.vocabulary.language))
        return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))

    def unit(self, text: str) -> Unit | None:
        """A text that is a unit and nothing else."""
        text = text.strip(" :,")
        if not text or len(text) > 40:
            return None
        if self.vocabulary.language == "en":
            text = english.unit(text)
            if not text or english.GENERATION.fullmatch(text):
                return None
        first = text if text[0].isdigit() else f"1{text}" if text[0] > "\x7f" else f"1 {text}"
        for shown in (first, f"1{text}"):
            found = list(quantities(shown, self.vocabulary.units))
            if len(found) == 1 and found[0].end == len(shown) and found[0].kind == "number":
                q = found[0]
                if q.unit or q.scale or _POWER.fullmatch(text):
                    return Unit(q.value, q.unit)
        return None

    def _tell(self, text: str) -> Told:
        if _YEAR.fullmatch(text) and self.vocabulary.language == "zh":
            text += "年"
        if self.vocabulary.language == "en":
            head, text = text, english.unnoted(text)
            time = english.alone(head)
            if time is None and head != text:
                time = english.alone(text)
            if time is not None:
                return Told(when=time[0], text=head, status=time[1])
            text = _PRICED.sub(" ", text)
            text = _BASE.sub(lambda m: " since the year-end " if m["end"] else " ", text)
        if self.vocabulary.language == "zh":
            text = _INNER.sub("", text)
        units, rest = self._units(text)
        rest = _LEAD.sub("", rest)
        subject, place, rest = self._names(rest)
        when = None
        for mention in mentions(rest, self.vocabulary.language):
            when = mention.when
            rest = rest[: mention.start] + " " * (mention.end - mention.start) + rest[mention.end :]
        if prior := _PRIOR.search(rest):
            when = When(None, -1, -1, False, "-1y", True)
            rest = rest.replace(prior[0], " ")
        measures = set()
        for kind, words, pattern in _MEASURES:
            if holds(rest, words) and pattern.search(rest):
                measures.add(kind)
                rest = pattern.sub(" ", rest)
        if "±" in text:
            measures.add("growth")
        if "growth" in measures and ("%" not in text and "net" in measures):
            measures.discard("growth")
        total = _TOTAL.fullmatch(text.strip()) is not None
        unknown = _NOISE.sub("", rest)
        met = self.vocabulary.find(text)
        return Told(
            subject, place, when, frozenset(measures), units, unknown, total, text, left=rest,
            names=tuple(
                name for *_, w in met if w.plain and (name := choose(w, self.context, 0))
            ),
            firm=_firm(text, met),
        )  # fmt: skip

    def _units(self, text: str) -> tuple[tuple[Unit, ...], str]:
        """The units a head prints, in brackets or after 单位; and the rest of it."""
        found: list[Unit] = []
        if stated := _UNIT_OF.search(text):
            written = stated["a"] or stated["b"] or stated["c"]
            parts = re.split(r"[、,;/\s]+(?![人户月])" if stated["a"] else ";|, | and ", written)
            found += filter(None, map(self.unit, dict.fromkeys((written, *parts))))
            text = text.replace(stated[0], " ")
        for bracket in _BRACKET.finditer(text):
            unit = self.unit(bracket[1].replace("±", ""))
            if unit:
                found.append(unit)
                text = text.replace(bracket[0], " % " if unit.word in ("%", "pct") else " ")
        if found or self.vocabulary.language != "en":
            return tuple(found), text
        word = self.vocabulary.word(text)
        if not (word and word.namings) and (whole := self.unit(text)) and not self._thing(whole):
            return (whole,), ""
        last = _LAST.search(text)  # telecom revenue, RMB bn
        if last is not None and (unit := self.unit(last[1])):
            return (unit,), text[: last.start()]
        return (), text

    def _thing(self, unit: Unit) -> bool:
        """Is it only what is counted, as "users" over figures is?"""
        units = self.vocabulary.catalogue.units
        return unit.scale == 1 and any(
            units[code].counted for code in self.vocabulary.units.words.get(unit.word, {})
        )

    def _names(self, text: str) -> tuple[Name | None, str, str]:
        """The indicator and the place that a head names, and what else it holds."""
        whole = text.strip().removesuffix("合计").strip(" ,:")
        word = self.vocabulary.word(whole)
        chinese = self.vocabulary.language == "zh"
        double = chinese and word is not None and word.double  # its unit tells
        if word is not None and (word.namings or word.territory) and not double:
            name = choose(word, self.context, 0) if word.namings else None
            if name is not None or word.territory or chinese:
                return name, "" if name else word.territory, ""
        subject, place, written = None, "", text
        for start, end, word in reversed(self.vocabulary.find(text)):
            if chinese and word.double:
                continue
            if word.namings:
                other = choose(word, self.context, 0)
                if other is None and not chinese:
                    continue
                told = f"{text} {self.context.text}"
                narrowed = choose(word, replace(self.context, text=told), start, end)
                if narrowed != other:  # by its bracket: 电信业务总量(上年不变价)
                    other = narrowed
                    text = _BRACKET.sub(lambda m: " " * len(m[0]), text)
                if subject is not None and other != subject:
                    return None, place, text  # of two indicators
                subject = other
            elif word.territory and not place:
                place = word.territory
            elif not word.when:
                continue
            if not word.when:
                text = text[:start] + " " * (end - start) + text[end:]
        if subject is None and self.vocabulary.language == "en":
            return self._phrase(written, place) or (None, place, text)
        if self.vocabulary.language == "en" and _NOISE.sub("", text):
            named = self._phrase(written, place)  # business volume of telecom
            if named is not None and named[0] == subject:
                return named
        return subject, place, text

    def _phrase(self, text: str, place: str) -> tuple[Name | None, str, str] | None:
        """English: an indicator that no list names so: subscribers of fixed telephone."""
        found = [(at, part) for at, run in phrases(self.vocabulary.catalogue).runs(text)
                 for part in run.parts if part.code and len(part.bag) > 1]  # fmt: skip
        if len({part.code for _, part in found}) != 1:
            return None
        for at, part in found:
            start, end = at[part.first][0], at[part.last - 1][1]
            text = text[:start] + " " * (end - start) + text[end:]
        return Name(found[0][1].code), place, text
