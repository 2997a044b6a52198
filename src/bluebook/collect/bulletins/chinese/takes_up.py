"""Chinese: words that take up what has just been told: 三者, 两项指标, 前者 and 后者."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.amounts.numerals import chinese_number
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.times.when import When

_TAKES_UP = re.compile(
    r"(?<!第)(?:(?P<one>前者|后者)"
    r"|(?:这|上述|以上|前述|前)?(?P<many>[两二三四五六2-6])(?:者|[个项大类种](?:主要|核心|关键|重要)?"
    r"(?:指标|数据|数字|数值|业务(?![收总量])|用户|市场)))"
)
_SUM = re.compile(r"之[和差比]|合计|总计|共|总和|相加|加起来|合起来|加总|合占|差")
_RATES = frozenset(("percent", "per_100", "per_100_households"))
_MARKS = ",;:("
_AGAIN = re.compile(r"[和与及][^,;:。\d、和]{1,8}[\d.-]")  # another number, behind its own verb


class TakesUp:
    """Finds what the numbers of a sentence are of that takes up what was told before."""

    def __init__(self, row: Row, context: Context) -> None:
        self.row = row
        self.text = row.text
        self.context = context
        self.places = list(_TAKES_UP.finditer(row.text))
        self._spread_from = 0  # where the last number of a list with verbs ends …
        self._basis: When | None = None  # … and what its first was compared with
        self._pair: Sequence[Subject] = ()  # of which 前者 is the first, 后者 the second

    def subjects(
        self, found: Lead, group: Sequence[Token], names: Subjects
    ) -> list[Subject] | None:
        """What numbers are of behind such a word; None where none stands in their clause."""
        if not self.places:
            return None
        stop, begin = group[0].start, self._begin(group[0])
        before = reversed(self.row.tokens[: self.row.first(stop)])
        last = next((t.start for t in before if t.kind == "number" and t.start < stop), -1)
        words = [m for m in self.places if begin <= m.start() < stop and last < m.end()]
        if not words:
            return None
        if len(words) > 1:
            return [Subject(None, words[0][0])]  # 前者增速低于后者
        word = words[0]
        named = [t for t in found.subjects if t.start >= word.end()]
        if named and not all(self._rate(t, names) for t in named):
            return [Subject(None, word[0])] if word["one"] else None  # 三者业务收入分别占
        listed = [t for t in found.joined if t.end <= word.start()]
        if word["one"] and len(listed) == 2 and not self._pair:
            self._pair = [names.named(t) for t in listed]  # A和B一增一减,前者为…
        told = self._told(word, found, group) or [Subject(None, word[0])]
        if told[0].expression is not None:
            found.rival = found.rival and found.unknown not in word[0]
            found.unknown, found.subjects, found.close = "", [], False
        return [self.rated(told, group, names)[n] for n in range(len(told))]

    def _told(self, word: re.Match[str], found: Lead, group: Sequence[Token]) -> list[Subject]:
        """The things that a word takes up; none where they are not known, or not as many."""
        many = 2
        if word["many"]:
            digit = word["many"]
            many = int(digit) if digit.isdecimal() else chinese_number(digit)
        if word["one"]:
            self._pair = self._pair or self.last(many)
            return [self._pair[word["one"] == "后者"]] if self._pair else []
        told = self.last(many)
        summed = _SUM.search(self.text, word.end(), group[0].start) is not None
        if summed or len(group) not in (1, many) or (len(group) == 1 and "each" not in found.near):
            return []
        self.context.recent += [s for s in told if s not in self.context.recent[-many:]]
        return told

    def last(self, many: int) -> list[Subject]:
        """The last things that were told of, in this sentence or its paragraph."""
        for told in (self.context.recent, self.context.lately):
            each = list(dict.fromkeys(reversed(told)))[:many][::-1]
            if len(each) == many and all(s.expression is not None for s in each):
                return each
        return []

    def first(self, found: Lead, number: Token, names: Subjects) -> Subject | None:
        """What the first number is of of a list with verbs: 分别减少1116万户和净增1.17亿户."""
        many = self._spread(number)
        named = [t for t in found.subjects if t.start >= self._begin(number)]
        if many < 2 or (len(named) != len(found.joined) > 0):
            return None
        if found.joined:
            told = [names.named(t) for t in found.joined] if len(found.joined) == many else []
        elif found.unknown and not any(m[0] == found.unknown for m in self.places):
            told = []
        else:
            told = self.last(many)
        self.context.listed, self.context.turn = tuple(told), 1
        self._spread_from, self._basis = number.end, found.basis
        if told:
            found.unknown, found.rival = "", found.rival and not found.unknown
        return told[0] if told else Subject(None, names.words(found))

    def go_on(self, found: Lead, number: Token) -> None:
        """The next number of a list with verbs is compared with the same: 分别比上年减少…和增加…."""
        again = _AGAIN.match(self.text, self._spread_from) if self._spread_from else None
        if again is not None and again.end() - 1 == number.start:
            found.basis = found.basis or self._basis
            self._spread_from = number.end

    def _begin(self, number: Token) -> int:
        """Where the clause of a number begins."""
        return max(self.text.rfind(mark, 0, number.start) for mark in _MARKS) + 1

    def _spread(self, number: Token) -> int:
        """How many numbers stand in a list each behind a verb of its own."""
        end, many, tokens = number.end, 1, self.row.tokens
        while (again := _AGAIN.match(self.text, end)) is not None:
            n = self.row.first(again.end() - 1)
            if n >= len(tokens) or tokens[n].kind != "number":
                break
            end, many = tokens[n].end, many + 1
        return many

    def bare(self, found: Lead, names: Subjects) -> bool:
        """Is nothing named before a list of numbers but a rate: 普及率分别为22.1部/百人和…?"""
        return not found.unknown and all(self._rate(t, names) for t in found.subjects)

    def rated(
        self, told: Sequence[Subject], group: Sequence[Token], names: Subjects
    ) -> list[Subject]:
        """What is told, or its rates where numbers are such: 普及率分别为22.1部/百人和64.4部/百人."""
        out: list[Subject] = []
        for n, subject in enumerate(told):
            q = group[n if len(group) == len(told) else -1].quantity
            level = q is not None and names.teller.measure(q) == "level"
            out.append(names.rate(subject, q) if q is not None and level else subject)
        return out

    def _rate(self, name: Token, names: Subjects) -> bool:
        """Is a name that of a rate of anything: 两者普及率?"""
        units = {names.teller.catalogue.indicator(n.code).unit for n in name.word.namings}
        return bool(units) and not name.word.plain and units <= _RATES
