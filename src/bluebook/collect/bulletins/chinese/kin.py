"""Which of an indicator's kin Chinese words mean: what is added or what there is, of a month, a group."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.lexicon.derived import rated
from bluebook.collect.bulletins.lexicon.derived import stock as added_to
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.language.expression import Name

_BUILT = re.compile(r"(?:建成|新建|建设|开通)(?:并|及|、)?(?:开通|投用|投产|使用)?了?$")
# Before stations by their name: 再建5G基站6000个, 计划建设5G基站3万个.
_BUILDING = re.compile(
    r"(?:(?:再|还[将要]|新|续|增|加)(?:建成|开通|建设?)|(?:拟|将|计划|预计|力争|安排|要)(?:新?建设?|新增|部署|增加|布设|投建))"
    r"(?:开通|部署)?(?:约|近|超过?)?$"
)
_STOOD = re.compile(r"(?:已|累计)?(?:建成|开通)(?:并?开通)?")  # with which names begin
_BYTES = frozenset(("gb", "g", "个g", "个gb", "mb", "m", "tb", "兆"))
_EACH = re.compile(
    r"(?:每一?[个名位部]?(?:移动电话|移动|手机)?(?:用户|户|人|客户|市民|居民|网民|手机)|户均|人均|单用户)(?!拥有)[^,;:0-9]*$"
)
_SOME = re.compile(r"[2-6]g|物联|宽带|固定|家庭")  # of whose users it may be
_ALL = re.compile(r"累计|已|总|共")
_TOTAL = re.compile(
    r"^[^,;]{0,16}(?:总(?:长度?|数|量|里程|规模|计)|累计)(?:[已将]?达到?|已?为|将?超过?|将?突破)?$"
)


class Kin:
    """Finds the indicator that is meant, for one place in a text."""

    def __init__(self, context: Context, teller: Teller, vocabulary: Vocabulary) -> None:
        self.context = context
        self.teller = teller
        self.vocabulary = vocabulary

    def of_group(self, subject: Subject) -> Subject:
        """老年网民规模达1.19亿,互联网普及率达43.2%: a rate of the group, not of all."""
        before, x = self.context.subject, subject.expression
        if before is None or before.expression is not None or not isinstance(x, Name):
            return subject
        if self.teller.relative(x) and x.code in self._weak(subject.words):
            return Subject(None, subject.words)  # 加起来8.29亿,普及率63部/百人
        for part, rate in rated(self.teller.catalogue):
            if x.code.startswith(rate) and any(
                before.words.endswith(name) for name in self.vocabulary.names[part].split("|")
            ):
                return Subject(None, subject.words)
        return subject

    def _weak(self, name: str) -> set[str]:
        """What a name stands for that is none without a condition."""
        word = self.vocabulary.index.get(name)
        return {n.code for n in word.namings} if word and not word.plain else set()

    def adds(self, subject: Subject) -> bool:
        """Is it what is added to something?"""
        flow = subject.expression
        return flow is not None and added_to(self.teller.catalogue, flow) is not None

    def stock(self, found: Lead, clause: str, subject: Subject) -> Subject:
        """新建光缆60万公里,总长度达到412万公里: what has been added to, not what was added."""
        flow = subject.expression
        whole = added_to(self.teller.catalogue, flow) if flow is not None else None
        if whole is None or found.has("net_up", "up", "down"):
            return subject
        total = _TOTAL.search(clause)
        return Subject(whole, subject.words) if total or "reach" in found.near else subject

    def built(self, found: Lead, clause: str, subject: Subject) -> Subject:
        """建成开通6.7万个5G基站, of a year or part of one: those built in it, not those that stand."""
        spanned = self.context.period.months > 1 and not self.context.at_end
        if not _BUILT.search(clause) or _ALL.search(clause):
            return subject
        if "建" in clause and self._of_users(subject):  # nobody builds users
            subject = next(filter(self._buildable, self.context.lately[::-1]), Subject(None))
        if not spanned or subject.expression is None or self.adds(subject):
            return subject
        code = subject.expression.code if isinstance(subject.expression, Name) else ""
        for name in (subject.words, *self.vocabulary.names.get(code, "").split("|")):
            word = self.vocabulary.index.get(f"新建{name}")
            if word and word.plain:
                found.near.discard("net_up")
                found.verbs = [verb for verb in found.verbs if verb != "net_up"]
                return Subject(Name(word.plain[0].code), subject.words)
        return subject

    def _of_users(self, subject: Subject) -> bool:
        x = subject.expression
        return x is not None and self.teller.unit(x) in ("subscribers", "connections")

    def _buildable(self, subject: Subject) -> bool:
        """Is it something of which the catalogue counts what is new: 新建5G基站?"""
        code = subject.expression.code if isinstance(subject.expression, Name) else ""
        names = self.vocabulary.names.get(code, "").split("|")
        return self.adds(subject) or any(f"新建{name}" in self.vocabulary.index for name in names)

    def building(self, found: Lead, clause: str, subject: Subject) -> Subject:
        """今年将再建5G基站6000个: those to be built, not those that will stand."""
        name = found.subjects[-1].text
        begin = clause.rfind(name)
        stood = _STOOD.match(name)
        begin += stood.end() if stood and begin >= 0 else 0
        if begin < 0 or not _BUILDING.search(clause, 0, begin) or "到" in clause[:begin]:
            return subject
        return self.built(found, "新建", subject)

    def of_each(self, found: Lead, subject: Subject, q: Quantity, clause: str) -> Subject:
        """移动互联网流量…;10月户均12.8GB: what was spoken of, by the user."""
        x = subject.expression
        if q.unit in _BYTES and not q.scale:
            return self._bytes(found, subject, q, clause)
        if "per" not in found.near or found.subjects or found.unknown or not isinstance(x, Name):
            return subject
        names = [subject.words, *self.vocabulary.names[x.code].split("|")]
        if whole := self.teller.catalogue.indicator(x.code).part_of:
            names += self.vocabulary.names[whole].split("|")  # …,其中手机上网流量占98%;户均
        for name in names:
            word = self.vocabulary.index.get(f"户均{name}")
            if word and word.plain:
                return Subject(Name(word.plain[0].code), f"户均{name}")
        return subject

    def _bytes(self, found: Lead, subject: Subject, q: Quantity, clause: str) -> Subject:
        """平均每户用掉的流量是14.9GB: so few are each user's, of all users unless some are named."""
        x, word = subject.expression, self.vocabulary.index.get("户均流量")
        if x is not None and self.teller.each(x):
            return subject
        known = Name(word.plain[0].code) if word and word.plain else None
        fits = known is not None and self.teller.factor(q, known) is not None
        if known is None or not fits or not _EACH.search(clause) or _SOME.search(clause):
            return subject
        found.unknown = ""
        return Subject(known, "户均流量")

    def of_span(self, subject: Subject, found: Lead) -> Subject:
        """7月当月户均流量…;1-7月累计户均3.8GB: what was told of a month, of a span of months."""
        x, period = subject.expression, self.context.period
        if found.subjects or self.context.at_end or period.first == period.last:
            return subject
        name = subject.words.removeprefix("当月")
        month, span = (self.vocabulary.index.get(n) for n in (f"当月{name}", name))
        ours = month is not None and [Name(n.code) for n in month.plain[:1]] == [x]
        return Subject(Name(span.plain[0].code), name) if ours and span and span.plain else subject

    def of_month(self, subject: Subject) -> Subject:
        """12月,户均流量: the indicator of a month, where the catalogue has one (当月户均流量)."""
        period = self.context.period
        dated = self.context.at_end and not self.context.monthly
        if period.first != period.last or dated or subject.expression is None:
            return subject
        word = self.vocabulary.index.get(f"当月{subject.words}")
        plain = word.plain if word else ()
        return Subject(Name(plain[0].code), subject.words) if plain else subject
