"""Which indicator a name stands for: in full, cut short, or by the name of its whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Context, Subject, choose
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.strangers_en import shortened
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Naming
from bluebook.language.expression import Name

REVENUE = frozenset(("收入", "营收", "业务收入"))
_VOLUME = re.compile(r"(?:业务)?(?:总量|量)(?:累计|总计|合计)?$")
_OF_INDUSTRY = re.compile(r"[^,;:]{0,20}(?:通信|电信)(?:行业|业|市场)[^,;:]{0,8}:")
_BESIDE = re.compile(r"[\u4e00-\u9fff]$|[a-z0-9] ?$")  # a word that goes on into a name
# English: a whole of which parts follow is not narrowed by what tells them: of 407 million lines, …
_OF_SO_MANY = re.compile(
    r"(?:^|[,;] )[\"' ]*(?:out )?(?:of|among) (?:(?:the|all|its|[a-z]+'s) )*[\d.,]+(?: [mb]illion)? $"
)
_FIRMS = re.compile(r"[\u4e00-\u9fff]{2}(?:企业|公司)")
_SOME_FIRMS = re.compile(
    r"(?:民营|国有|外资|私营|重点|主要|头部|品牌|龙头|合资|加盟|中小)[\u4e00-\u9fff]{0,4}(?:企业|公司)"
)


class Names:
    """Tells what the names of one sentence mean."""

    def __init__(self, row: Row, context: Context) -> None:
        self.tokens = row.tokens
        self.context = context
        self.teller = row.teller
        self.vocabulary = row.vocabulary

    def named(self, token: Token) -> Subject:
        """The indicator a name stands for; a weak name with other words before it is another's."""
        word = token.word
        if not word.plain and self.vocabulary.language == "zh":
            before = self.context.text[max(0, token.start - 2) : token.start]
            beside = _BESIDE.search(before) and not self._conditioned(token)
            if beside and not any(
                t.end == token.start
                and t.kind != "name"
                and (t.cue("ytd") or not t.cue("noun", "modifier"))  # 1-11月累计业务量
                for t in self.tokens
            ):
                return Subject(None, token.text)
            if self._of_others(token):
                return Subject(None, token.text)
        if len(word.plain) > 1:
            word = replace(word, namings=tuple(self._parts_first(word.namings, token)))
        whole = len(word.namings) > 1 and _OF_SO_MANY.search(self.context.text, 0, token.start)
        known = choose(word, self.context, token.start, token.end, whole=whole is not None)
        return Subject(known, token.text)

    def _parts_first(self, namings: Sequence[Naming], token: Token) -> list[Naming]:
        """Of what a name may be, first that whose whole the text speaks of: mobile internet users
        are of internet users in one report, of mobile subscribers in another."""
        context, catalogue = self.context, self.teller.catalogue
        beside = context.text[: token.start] + "." + context.text[token.end :]
        about = " ".join((context.head, context.earlier, beside)).replace(token.text, ".")

        codes = {"", *(n.code for n in namings)}

        def spoken(naming: Naming) -> int:
            whole = catalogue.indicator(naming.code).part_of
            names = self.vocabulary.names.get(whole, "").split("|") if whole not in codes else []
            told = 100 * (whole in context.met)
            told += any(token.text.startswith(f"{name} ") for name in names if name)
            return -told - sum(about.count(name) for name in names if name)

        return sorted(namings, key=spoken)

    def _of_others(self, token: Token) -> bool:
        """Are firms named in the clause that no condition of the name is: 平台服务企业实现业务收入?"""
        text = self.context.text
        begin = max(text.rfind(mark, 0, token.start) for mark in ",;:") + 1
        clause = text[begin : token.start]
        if _SOME_FIRMS.search(text, 0, token.start):
            return True  # 民营快递企业完成业务量…,实现业务收入…
        if "企业" not in clause and "公司" not in clause:
            return False
        return _FIRMS.search(clause) is not None and not any(
            any(word in clause for word in condition.split("|"))
            for naming in token.word.namings
            for condition in naming.conditions
        )

    def _conditioned(self, token: Token) -> bool:
        """Is a condition of a name what stands before it: 互联网企业 before 互联网业务收入?"""
        before = self.context.text[max(0, token.start - 16) : token.start]
        return any(
            any(word in before for word in condition.split("|"))
            for naming in token.word.namings
            for condition in naming.conditions
        )

    def of_part(self, token: Token, subject: Subject) -> Subject:
        """同城快递业务量…,实现业务收入…: a bare name goes on about the part spoken of."""
        before, x = self.context.subject, subject.expression
        if token.word.plain or before is None or not isinstance(x, Name) or x == before.expression:
            return subject
        words = self._without_whole(before)
        if words == before.words:
            return self._earned(before, subject)
        names = [token.text, *self.vocabulary.names[x.code].split("|")]
        code = self._completed(words, names, (x.code,))
        part = self.teller.catalogue.indicator(code).part_of == x.code if code else False
        return Subject(Name(code), subject.words) if code and part else subject

    def _earned(self, before: Subject, subject: Subject) -> Subject:
        """短信业务量…亿条,业务收入增长2.0%: the revenue of the part of which the volume was told."""
        word = self.vocabulary.index.get(_VOLUME.sub("业务收入", before.words))
        code = word.plain[0].code if word and word.plain else ""
        x = subject.expression
        part = (
            code and isinstance(x, Name) and self.teller.catalogue.indicator(code).part_of == x.code
        )
        return Subject(Name(code), subject.words) if part else subject

    def _of_parent(self, words: str, q: Quantity) -> Subject | None:
        """通信业务总量…,其中,电信…亿元: the part by the name of the whole."""
        parent = self.context.parent
        if not isinstance(parent, Name) or not words or self.vocabulary.language == "en":
            return None
        names = self.vocabulary.names[parent.code].split("|")
        code = self._completed(words, names, (parent.code,))
        fits = code is not None and self.teller.factor(q, Name(code)) is not None
        same = fits and self.teller.unit(Name(code or "")) == self.teller.unit(parent)
        return Subject(Name(code), words) if code and same else None

    def _short(self, found: Lead) -> Subject:
        """3G在移动电话用户中的占比: the part by the last words of its whole."""
        code = self._completed(found.short, [found.wholes[-1].text], ())
        return Subject(Name(code) if code else None, found.short)

    def _without_whole(self, one: Subject) -> str:
        """国际快递业务量 without the name of what it is a part of: 国际."""
        part = (
            self.teller.catalogue.indicator(one.expression.code)
            if isinstance(one.expression, Name)
            else None
        )
        wholes = self.vocabulary.names[part.part_of].split("|") if part and part.part_of else []
        ends = [w for w in wholes if one.words.endswith(w) and len(w) < len(one.words)]
        return one.words.removesuffix(max(ends, key=len)) if ends else one.words

    def _completed(self, words: str, tails: Sequence[str], but: Sequence[str]) -> str | None:
        """The indicator whose name is some words and one of the tails, or its end."""
        for tail in tails:
            for cut in range(len(tail)):
                word = self.vocabulary.index.get(words + tail[cut:])
                if word and word.plain and word.plain[0].code not in but:
                    return word.plain[0].code
        return None

    def _split(self, token: Token) -> list[Token]:
        """固定和移动电话用户, one name, as the two names it joins."""
        if self.vocabulary.language == "en":
            return self._english_split(token)
        match = re.fullmatch(r"([\u4e00-\u9fff]{2,4}|[2-6]g)[和及与、/](.+)", token.text)
        second = self.vocabulary.index.get(match[2]) if match else None
        if match is None or second is None or not second.namings:
            return []
        for cut in range(1, min(6, len(match[2]))):
            first = self.vocabulary.index.get(match[1] + match[2][cut:])
            if first is not None and first.namings:
                return [replace(token, word=first), replace(token, word=second)]
        return []

    def _english_split(self, token: Token) -> list[Token]:
        """Fixed-line and mobile phone subscribers, one name, as the two names it joins."""
        _, joins, rest = token.text.partition(" and ")
        second = self.vocabulary.index.get(rest)
        if not joins or second is None or not second.namings:
            return []
        tail = replace(token, start=token.end - len(rest), text=rest, word=second)
        first = shortened(tail, self.context.text, self.vocabulary)
        return [first, tail] if first else []

    def revenue(self, q: Quantity, level: bool) -> Subject | None:
        """快递业务量…亿件,收入…亿元: the revenue of what the volume was of."""
        before = self.context.subject
        if before is None:
            return self._headed(q)
        if _OF_INDUSTRY.match(self.context.text):
            return self._of_industry(q)
        if before.expression is None:
            return None
        words = _VOLUME.sub("业务收入", before.words)
        word = self.vocabulary.index.get(words) if words != before.words else None
        plain = [n.code for n in word.namings if not n.conditions] if word else []
        if not plain or (level and self.teller.factor(q, Name(plain[0])) is None):
            return None
        return Subject(Name(plain[0]), words)

    def _headed(self, q: Quantity) -> Subject | None:
        """Chinese: 收入:1.58万亿元 below a heading that names the industry."""
        if _OF_INDUSTRY.match(self.context.text):
            return self._of_industry(q)
        opens = next(iter(self.tokens), None)
        word = self.vocabulary.index.get("业务收入")
        if opens is None or opens.start or opens.text not in REVENUE or word is None:
            return None
        x = choose(word, self.context, 0, opens.end)
        fits = x is not None and self.teller.factor(q, x) is not None
        return Subject(x, opens.text) if fits else None

    def _of_industry(self, q: Quantity) -> Subject | None:
        """Chinese: 前7月通信业:流量增长两倍,收入只涨3.7% is of the industry that the headline names."""
        word = self.vocabulary.index.get("业务收入")
        x = choose(word, self.context, q.start) if word is not None else None
        fits = x is not None and (
            self.teller.measure(q) != "level" or self.teller.factor(q, x) is not None
        )
        return Subject(x, "收入") if fits else None
