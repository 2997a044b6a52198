"""Chinese: names cut short to what tells them apart from the thing spoken of before.

城镇互联网普及率63.1%,农村为29.1% leaves out the end of a name, 短信收入…,发送量… its beginning, and
固网宽带方面,用户总数… has the beginning in a clause of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.chinese.sent import SENT, sent
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.strangers_zh import TAIL
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.text.once import once
from bluebook.language.expression import Name

_REVENUE = re.compile("(?:业务)?收入$")
_VOLUME = re.compile("(?:而|但|同期|其)?(?:业务)?总量")
_SETTLED = ("农村", "城镇", "城市", "乡村", "乡镇", "县城")
_AMONG = re.compile(r"城市|各地|地区|省份|区域|榜|排名|分省|单月|当月")
_WORD = re.compile(r"(?![以为达有是的了在则也约共])[\u4e00-\u9fffa-z]")  # that says something
_ANY = frozenset(("元", "户", "个", "人", "部"))  # in which anything may be counted
LONGEST = 6  # of a topic
_MARK = re.compile("[,;:(]")
LEAST = 2  # characters of a beginning or an end
NAME = 40  # characters of the longest name that is looked for
CLAUSE = 200  # characters of the longest clause that is looked through
_OPENS = re.compile(r"(?:其中|此外|同时|另外|而且|另|而|但|且|在|从)?,?")
_GENERATION = re.compile(r"(?<![a-z0-9])[2-6]g(?![a-z])")
_TOPIC = re.compile(r"(?:方面|部分|领域|板块|市场)$")
# What is spoken of, in a clause of its own: 短信呢, 农村这一块, 再看固话.
_SPOKEN = re.compile(
    r"(?:在|而|先看|再看|来看|再来看|看看|先说|再说|说说|说到|谈到|至于|聊聊)*(?P<words>[^,]{2,8}?)"
    r"(?:地区|居民)?(?:方面|部分|领域|板块|市场|业务|这一?[块头边项]|[这那]边|里|上)?(?:来看|来说|来讲)?呢?[,?]?"
)
_AGAIN = re.compile(r"\d|一|这|该|其|上述|以上|去年|今年|上年|同期|平均")  # no beginnings of names


class Kindred:
    """Completes the subjects of one sentence."""

    def __init__(
        self,
        row: Row,
        context: Context,
    ) -> None:
        self.row = row
        self.text = row.text
        self.tokens = row.tokens
        self.context = context
        self.teller = row.teller
        self.vocabulary = row.vocabulary

    def of(self, found: Lead, token: Token, known: Subject) -> Subject:
        """What a number is of whose words no name matches, by what was spoken of before them."""
        q, before = token.quantity, self.context.subject
        if q is None or found.entity or found.rival or (found.subjects and not found.close):
            return known
        words = found.unknown
        if not (words or found.subjects) and (volume := self._volume(token.start, q)):
            return volume
        if (
            not found.subjects
            and sent(self.text, token, q)
            and (parcels := self._measured("快递", q))
        ):
            found.unknown = ""
            return parcels
        if words and not found.subjects and (known.expression or known.words != words):
            return known
        if len(words) > NAME:
            return known
        about = self._about(token.start)
        if found.subjects:
            return self._of_topic(found, about, q, known) if about else known
        if not words:
            turned = self._turned(about, q, known) if about else None
            return turned or self._said(about, token, q, known)
        told = self._begun(about, words, q)
        if told is None and before is not None:
            told = self._beside(before, words, q)
        if told is None:
            lately = [s for s in self.context.lately[::-1] if s != before]
            besides = (self._beside(one, words, q) for one in lately)
            told = next(filter(None, besides), None)  # 快递…亿件,收入…亿元;同城…亿件
        return told or self._measured(words, q) or known

    def _volume(self, stop: int, q: Quantity) -> Subject | None:
        """电信业务收入增长7%,总量增长27%: the volume of what the revenue was of."""
        before = self.context.subject
        if "总量" not in self.text or before is None or not _REVENUE.search(before.words):
            return None
        begin = max(self.text.rfind(mark, 0, stop) for mark in ",;:(") + 1
        ranked = self.teller.measure(q) == "rank"
        if not _VOLUME.match(self.text, begin, stop):
            return None
        if ranked:  # 电信业务收入310亿元,…,总量居全国第二: how much it is
            return before
        name = _REVENUE.sub("业务总量", before.words)
        word = self.vocabulary.index.get(name)
        plain = word.plain if word else ()
        return Subject(Name(plain[0].code) if plain else None, name)

    def _of_topic(self, found: Lead, about: str, q: Quantity, known: Subject) -> Subject:
        """农村这一块,网民1.77亿: of the country people, though their name says nothing of it."""
        spoken, name = _SPOKEN.fullmatch(about), found.subjects[-1].text
        if spoken is None or spoken["words"] not in _SETTLED or name.startswith(_SETTLED):
            return known
        return self._named(spoken["words"] + name, q) or Subject(None, name)

    def _said(self, about: str, number: Token, q: Quantity, known: Subject) -> Subject:
        """短信呢,全年8921亿条; 3月单月36.4亿件, where only one thing was told in that unit."""
        spoken = _SPOKEN.fullmatch(about) if about else None
        words = spoken["words"] if spoken else about  # 短信仍在萎缩,前三季度10.4亿条
        for end in range(min(len(words), LONGEST), LEAST - 1, -1) if q.unit not in _ANY else ():
            if (told := self._measured(words[:end], q)) is not None:
                return told
        if known.expression is not None or known.words:
            return known
        if not self._bare(number) or (about and not _AMONG.search(about)):
            return known
        return self._alone(q) or known

    def _bare(self, number: Token) -> bool:
        """Do only places, periods and small words stand in a clause before its number?"""
        begin = max(self.text.rfind(mark, 0, number.start) for mark in ",;:(") + 1
        if number.start - begin > CLAUSE:
            return False
        rest = list(self.text[begin : number.start])
        for token in self.tokens[self.row.first(begin) : self.row.first(number.start)]:
            if not token.cue("noun", "modifier", "entity"):
                rest[token.start - begin : token.end - begin] = " " * (token.end - token.start)
        return _WORD.search("".join(rest)) is None

    def _alone(self, q: Quantity) -> Subject | None:
        """The one thing that the document told in a unit, parts of it aside."""
        told = self.context.units.get(q.unit)
        if not told:
            return None
        part_of = self.teller.catalogue.indicator
        wholes = [x for x in told if part_of(x).part_of not in told]
        if self.teller.measure(q) != "level" or len(wholes) != 1 or q.unit in _ANY:
            return None
        most = max(told.values())
        return Subject(Name(wholes[0]), "") if told[wholes[0]] == most else None

    def _measured(self, words: str, q: Quantity) -> Subject | None:
        """光缆180万公里, 快递830亿件: of the names that begin so, the one of that unit."""
        if not q.unit or self.teller.measure(q) != "level":
            return None
        words = SENT.sub("", words)  # 揽收快递1083亿件
        codes = {n.code for word in self.vocabulary.beginning(words) for n in word.plain}
        fit = [c for c in codes if self.teller.factor(q, Name(c)) is not None]
        return Subject(Name(fit[0]), words) if len(fit) == 1 else None

    def _beside(self, before: Subject, words: str, q: Quantity) -> Subject | None:
        """What some words are, beside something that was spoken of."""
        names = [*self._names(before)][::-1]  # the first name before the words
        begun = (self._begun(name, words, q) for name in names)
        return self._ended(words, before, q) or next(filter(None, begun), None)

    def _turned(self, about: str, q: Quantity, known: Subject) -> Subject | None:
        """4G商用半年,用户达1397万户, after 3G用户: of 4G users, though users were spoken of."""
        generation = _GENERATION.search(about)
        narrows = _TOPIC.search(about) is not None and self._narrows(about, q.start)
        if not narrows and (generation is None or generation[0] in known.words):
            return None
        nouns = [t for t in self.tokens if t.cue("noun") and t.end <= q.start]
        if not nouns or not self.text[nouns[-1].end - 1 : q.start].isalnum():
            return None
        beginning = about if narrows or generation is None else generation[0]
        return self._begun(beginning, nouns[-1].text, q) or Subject(None, nouns[-1].text)

    def _narrows(self, about: str, stop: int) -> bool:
        """Does a clause hold a word that narrows what follows: 农村方面?"""
        begin = self.text.rfind(about, 0, stop)
        return any(t.cue("modifier") and begin <= t.start < begin + len(about) for t in self.tokens)

    def _about(self, stop: int) -> str:
        """The clause before that of a number, where it tells no number and no name: X方面."""
        last = bisect_left(self._marks, stop) - 1
        if last < 0:
            return ""
        begin, end = self._marks[last - 1] + 1 if last else 0, self._marks[last]
        for token in self.tokens[self.row.first(begin) : self.row.first(end)]:
            if token.kind in ("number", "name"):
                return ""
        opens = _OPENS.match(self.text, begin)
        return self.text[opens.end() if opens else begin : end]

    @once
    def _marks(self) -> list[int]:
        """Where the marks stand that part clauses."""
        return [m.start() for m in _MARK.finditer(self.text)]

    def _begun(self, beginning: str, words: str, q: Quantity) -> Subject | None:
        """The indicator whose name is the beginning of some words, and others."""
        for noun in dict.fromkeys((words, TAIL.sub("", words))):
            for end in range(min(len(beginning), NAME), LEAST - 1, -1):
                found = self._named(beginning[:end] + noun, q)
                if found is not None and not self._says_nothing(beginning[:end]):
                    return found
        return None

    def _says_nothing(self, beginning: str) -> bool:
        """Is a beginning no word of a thing: 行业?"""
        word = self.vocabulary.index.get(beginning)
        return word is not None and "adverb" in word.cues

    def _ended(self, words: str, before: Subject, q: Quantity) -> Subject | None:
        """The indicator whose name is some words, and the end of what was spoken of."""
        if _AGAIN.match(words):
            return None
        for name in (n for n in self._names(before) if len(n) <= NAME):
            for cut in (*range(1, len(name) - LEAST + 1), 0):
                found = self._named(words + name[cut:], q)
                if found is not None and found.expression != before.expression:
                    return found
        return None

    def _names(self, subject: Subject) -> Iterator[str]:
        yield subject.words
        if isinstance(subject.expression, Name):
            yield self.vocabulary.names[subject.expression.code].split("|")[0]

    def _alike(self, x: Name) -> bool:
        """Is something counted as what was spoken of is, if that is known?"""
        before = self.context.subject
        if before is None or before.expression is None:
            return True
        return self.teller.unit(before.expression) == self.teller.unit(x)

    def _named(self, name: str, q: Quantity) -> Subject | None:
        """The indicator of a name, where a number may be of it."""
        word = self.vocabulary.index.get(name)
        for naming in word.plain if word else ():
            x = Name(naming.code)
            level = self.teller.measure(q) == "level"
            if not level or (q.unit and self.teller.factor(q, x) is not None):
                return Subject(x, name)
            unit = self.teller.catalogue.units[self.teller.unit(x)]
            if not q.unit and q.scale and unit.counted and self._alike(x):
                return Subject(x, name)  # 农村1.25亿
        return None
