"""What a number is of: which name, of those that stand before it, after it, or further back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.clause.context import Subject, choose
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.names import REVENUE, Names
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.derived import counted, rates
from bluebook.collect.bulletins.lexicon.sums import sums
from bluebook.language.expression import Name
from bluebook.model.catalogue import Catalogue

_GENERATION = re.compile("[2-6]g")
_LATIN_NOUN = re.compile(r"[a-z]{2,}[0-9]?(?:用户|流量|收入)$")  # TD用户占比, not a share of ours
_SUMMED = re.compile(r"\b(?:together|combined)\b")  # what several are, and none of them
# English: parts that the text has just told of.
_THE_PARTS = re.compile(
    r"[\"' ]*(?:they|these|the (?:two|three|four|five|latter two|latter three)(?: (?:kinds|types|categories|segments|services|businesses|parts|sectors|items|groups))?(?: of [a-z ]{3,24})?)"
    r" (?:accounted for|made up|took up|represented|contributed|had shares of|constituted|comprised)\b"
)


class Subjects(Names):
    """Finds the subjects of the numbers of one sentence."""

    def words(self, found: Lead) -> str:
        """The words of the subject, known or not."""
        return found.subjects[-1].text if found.subjects else found.unknown

    def of(
        self, found: Lead, tail: list[Token], group: list[Token], industry: bool
    ) -> list[Subject]:
        """What the numbers are of: named before, named right after, or inherited.

        `industry`: the sentence speaks of all operators, whatever companies it names.
        """
        q = group[-1].quantity
        assert q is not None
        if found.entity and not industry:
            return [Subject(None, f"{found.entity} {self.words(found)}".strip())]
        level = self.teller.measure(q) == "level"
        if found.unknown in REVENUE and not found.subjects and (its := self.revenue(q, level)):
            found.unknown = ""
            return [its]
        if found.unknown and level and (part := self._of_parent(found.unknown, q)):
            found.unknown = ""
            return [part]
        if self.vocabulary.language == "en" and len(found.joined) > 1 and len(group) == 1:
            self.context.listed = tuple(self.named(t) for t in found.joined)
        shared = found.has("part", "share") and not _LATIN_NOUN.search(found.unknown)
        if (
            shared
            and found.subjects
            and "part" not in found.near
            and self.vocabulary.language == "zh"
        ):
            name = found.subjects[-1].text  # 固定电话行政村比重 is no share of 固定电话
            other = found.unknown.startswith(name) or found.unknown.endswith(name)
            shared = not (other and found.unknown != name)  # 城镇网民占比, 500M以上宽带用户占比
        if shared and found.close and found.unknown and self.vocabulary.language == "en":
            name = found.subjects[-1].text if found.subjects else ""
            shared = not name or found.unknown == name or not found.unknown.startswith(name)
        if shared and (words := self._sharing(found, q.start)) and (users := self._users(words)):
            if self._of_traffic(words, found, q.start):
                return [Subject(None, words)]
            return [users]
        if shared and found.unknown and self._narrowed(found):
            return [Subject(None, found.unknown)]
        if found.short and found.wholes and not found.subjects:
            return [self._short(found)]
        if found.unknown and (level or not shared):
            return [Subject(None, found.unknown)]
        after = tail[0] if tail and tail[0].kind == "name" and tail[0] not in found.wholes else None
        if after is not None and level and not (found.close and q.unit):
            subject = self.named(after)
            if found.close and self.part(self.named(found.subjects[-1]), subject):
                # same-city deliveries: 13 billion parcels; same-city and inter-city ones: both
                both = self._several(found, len(group), q) if len(found.joined) > 1 else []
                return both or [self.named(found.subjects[-1])]
            other = not after.word.namings  # urban areas had 563 million internet users
            if subject.expression or other or not (found.subjects or self.context.subject):
                return [subject]
        return self._several(found, len(group), q) or [self._single(found, q, level)]

    def _narrowed(self, found: Lead) -> bool:
        """Chinese: is a share that of a thing that no name matches: 住户宽带渗透率?"""
        if self.vocabulary.language == "en" or found.subjects or found.wholes:
            return False
        shares = (t for t in self.tokens if t.cue("share"))
        return any(self.context.text.endswith(found.unknown, 0, t.start) for t in shares)

    def _sharing(self, found: Lead, stop: int) -> str:
        """The words of which users a share is: 移动上网用户再创新高5G渗透率达26.5%."""
        if not found.subjects or self.vocabulary.language == "en":
            return "" if found.subjects else found.unknown
        end = found.subjects[-1].end + 2
        shares = [t.start for t in self.tokens if t.cue("share") and end <= t.start < stop]
        before = [self.context.text[start - 2 : start] for start in shares]
        return next((words for words in before if _GENERATION.fullmatch(words)), "")

    def _of_traffic(self, words: str, found: Lead, stop: int) -> bool:
        """Chinese: is it a part of what is no users: 移动互联网流量…亿GB,其中5G占比60%?"""
        rate = any(t.text == "渗透率" and t.end <= stop for t in self.tokens)
        if self.vocabulary.language == "en" or rate or not _GENERATION.fullmatch(words):
            return False
        inner = self.context.subject if "ofwhich" in found.near | found.far else None
        one = self.named(found.subjects[-1]) if found.subjects else inner
        x = self.context.parent or (one.expression if one is not None else None)
        return x is not None and self.teller.unit(x) not in ("subscribers", "per_100")

    def _users(self, words: str) -> Subject | None:
        """5G渗透率 is that of 5G users."""
        word = self.vocabulary.index.get(f"{words}用户") if words else None
        plain = [n.code for n in word.namings if not n.conditions] if word else []
        part = plain and self.teller.catalogue.indicator(plain[0]).part_of
        if not (part or _GENERATION.fullmatch(words)):
            return None
        return Subject(Name(plain[0]), words) if plain else None

    def _several(self, found: Lead, wanted: int, q: Quantity) -> list[Subject]:
        """A list of subjects for a list of numbers, or one that stands for all of a list."""
        listed, joined = self.context.listed, found.joined
        if wanted == 1:
            if len(listed) < 2 and len(joined) < 2:
                return []
            turn = self._turn(found)
            if turn is not None:
                return [turn]
            if (one := self._fitting(found, q)) is not None:
                return [one]
            if len(listed) > 1 and not found.subjects and "each" in found.near:
                return list(listed)
            if len(listed) > 1 and not found.subjects:
                return [self.sum(list(listed)) or Subject(None, "")]
            if len(joined) > 1 and "each" in found.near:
                return [Subject(None, self.words(found))]  # A和B双双突破2000万户
            if len(joined) > 1 and "etc" not in found.near:
                each = [self.named(t) for t in joined]
                total = self.sum(each)
                if total is None and self._listed(joined):
                    # A and B both rose 37.5 percent; without "both", nobody says which
                    both = "both" in found.near and not _SUMMED.search(self.context.text)
                    return each if both else [Subject(None, self.words(found))]
                first = joined[0]
                if total is None and self.vocabulary.language == "zh":
                    self.context.listed = tuple(each)  # A和B占…的12.3%,增速分别达…
                    return [Subject(None, self.words(found))]
                if total is None and first.end - first.start != len(first.text):
                    return [Subject(None, self.words(found))]
                return [total] if total else []
            return []
        if len(joined) == wanted:
            return [self.named(t) for t in joined]
        if len(joined) == 1 and len(parts := self._split(joined[0])) == wanted:
            return [self.named(t) for t in parts]
        earlier = self.context.earlier_listed
        if not listed and len(earlier) == wanted and found.wholes:
            return self._again(earlier, found)
        if not listed and len(earlier) == wanted and "list" in found.near and not found.subjects:
            if self.vocabulary.language == "zh" and self._named_before(q, found):
                return []
            return list(earlier)
        if not listed and self.context.earlier.endswith(";"):
            listed = earlier
        if not listed and _THE_PARTS.match(self.context.text) and not found.subjects:
            listed = self._parts_told(wanted)
        if len(listed) != wanted:
            return []
        if len(found.subjects) == 1 and not found.wholes and found.has("part", "share"):
            named = replace(found, wholes=found.subjects)
            return self._again(listed, named)  # …,业务收入占全部比例分别为
        return self._again(listed, found) or ([] if found.subjects else list(listed))

    def _parts_told(self, many: int) -> tuple[Subject, ...]:
        """English: the parts of one whole that were told last: the three accounted for …"""
        last = self.context.lately[-many:]
        codes = [s.expression.code for s in last if isinstance(s.expression, Name)]
        wholes = {self.teller.catalogue.indicator(code).part_of for code in codes}
        return tuple(last) if len(codes) == many and len(wholes) == 1 and "" not in wholes else ()

    def _named_before(self, q: Quantity, found: Lead) -> bool:
        """Has a sentence named others before a number than what it is a part of?"""
        wholes = {t.start for t in found.wholes}
        return any(
            t.kind == "name" and t.end <= q.start and t.start not in wholes for t in self.tokens
        )

    def part(self, part: Subject, whole: Subject) -> bool:
        """Is one subject a part of another, by the catalogue?"""
        x, y = part.expression, whole.expression
        if not isinstance(x, Name) or not isinstance(y, Name):
            return False
        return self.teller.catalogue.indicator(x.code).part_of == y.code

    def _listed(self, joined: list[Token]) -> bool:
        """English: does "and" stand between names, so that they are a list?"""
        between = self.context.text[joined[-2].end : joined[-1].start]
        return self.vocabulary.language == "en" and "and" in between.split()

    def _fitting(self, found: Lead, q: Quantity) -> Subject | None:
        """The one of a list whose unit a number has: volume and revenue reached 142.5 billion
        parcels and 1.3 trillion yuan."""
        if self.vocabulary.language == "zh" or not q.unit:
            return None
        listed = [self.named(t) for t in found.joined] if found.joined else self.context.listed
        known = [s for s in listed if s.expression is not None]
        if len(known) < 2:
            return None
        if self.teller.measure(q) != "level":
            return None
        fits = [s for s in known if s.expression and self.teller.factor(q, s.expression)]
        return fits[0] if len(fits) == 1 else None

    def _again(self, listed: Sequence[Subject], found: Lead) -> list[Subject]:
        """同城、异地…业务量, then 业务收入分别占快递业务收入的: the same kinds of the whole named."""
        if not found.wholes:
            return []
        whole = choose(found.wholes[-1].word, self.context, found.wholes[-1].start, whole=True)
        if whole is None:
            return []
        known = self.vocabulary.names[whole.code].split("|")
        again: list[Subject] = []
        for one in listed:
            words = self._without_whole(one)
            code = self._completed(words, [found.wholes[-1].text, *known], (whole.code,))
            if code is None:
                return []
            again.append(Subject(Name(code), words))
        return again

    def _turn(self, found: Lead) -> Subject | None:
        """The subject whose turn it is: of A and B, 分别增长14.0%和下降0.5%."""
        context = self.context
        if found.subjects or len(context.listed) < 2:
            return None
        if "list" in found.near:
            context.turn = 0
        elif not (context.turn and "with" in found.near):
            return None
        context.turn += 1
        return context.listed[context.turn - 1] if context.turn <= len(context.listed) else None

    def _single(self, found: Lead, q: Quantity, level: bool) -> Subject:
        """The nearest name whose unit the number has; none before: what was spoken of."""
        for token in reversed(found.subjects):
            subject = self.named(token)
            if subject.expression is None:
                if found.close and token is found.subjects[-1]:
                    return subject
                continue
            if not level and token.word.double and self.vocabulary.language == "zh":
                return Subject(None, token.text)
            if not level or self.teller.factor(q, subject.expression) is not None:
                return subject
            for naming in token.word.plain:  # a name of two, told apart by their units
                if self.teller.factor(q, Name(naming.code)) is not None:
                    return Subject(Name(naming.code), token.text)
        if found.subjects and level:
            return self.rate(self.named(found.subjects[-1]), q)
        known = self.context.subject or Subject(None, "")
        return self.rate(known, q) if level else known

    def rate(self, subject: Subject, q: Quantity) -> Subject:
        """The rate of a subject whose unit a number has: 1.5 billion, or 112.2 per 100 people."""
        x = subject.expression
        if x is None or self.teller.factor(q, x) is not None:
            return subject
        for rate in rates(self.teller.catalogue, x).values():
            if self.teller.factor(q, rate) is not None:
                return Subject(rate, subject.words)
        whole = counted(self.teller.catalogue, x) if q.scale else None
        if whole is not None and self.teller.factor(q, whole) is not None:
            # a penetration rate of 76.4%, an increase of 11 million people
            return Subject(whole, subject.words)
        return Subject(None, subject.words)

    def both(self, found: Lead) -> Subject | None:
        """What the joined subjects are together, if the catalogue has that."""
        return self.sum([self.named(t) for t in found.joined])

    def sum(self, parts: list[Subject]) -> Subject | None:
        """The sum of several subjects, by the name the catalogue's rules give it."""
        expressions = [p.expression for p in parts]
        codes = [e.code for e in expressions if isinstance(e, Name)]
        if len(codes) != len(parts) or len({self.teller.dimension(Name(c)) for c in codes}) != 1:
            return None
        whole = total(self.teller.catalogue).get(frozenset(codes))
        return Subject(Name(whole), "".join(p.words for p in parts)) if whole else None


@lru_cache(maxsize=8)
def total(catalogue: Catalogue) -> dict[frozenset[str], str]:
    """The whole of each set of parts, from rules such as `a = b + c`."""
    return {frozenset(s.parts): s.whole for s in sums(catalogue) if s.equal and len(s.parts) > 1}
