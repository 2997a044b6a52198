"""What the numbers of a sentence say: lists of them, one number of several subjects or places."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity, filled
from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.firms import several
from bluebook.collect.bulletins.sentence.single import Reading, Single
from bluebook.collect.bulletins.sentence.verdict import bound

FEWEST = 4  # digits of a count that is printed without a scale
PERCENT = {"percent"}

# Between other countries and their figures, and before them in their clause.
_LANDS = re.compile(
    r"(?:在?同期|目前|当时|则|也|已|仅|只有?|分别|约|均|都|的?(?:这一)?(?:数字|比例|水平)?|高达|达到?|为|是|有)*(?P<over>超过?|突破)?"
)
_BEFORE_LANDS = re.compile(r"(?:而|但|同期的?|其中|与此同时|相比之下|反观|作为对比)*")


class Telling(Single):
    """Tells the numbers of one sentence."""

    def _tell(self, group: list[Token], gap: list[Token], tail: list[Token]) -> bool:
        """The readings of one number, or of a list of numbers; False where it is no figure."""
        context, q, told = self.context, group[0].quantity, len(self.readings)
        ranked = q is not None and q.kind == "rank"
        nationwide = ""
        if ranked and self.english is None and gap and gap[-1].kind == "place":
            gap, nationwide = gap[:-1], gap[-1].text
        inside = bool(gap) and gap[-1].mark("(")
        if self.english is not None:
            group = self.english.like(group, gap)
            if inside and self.english.counted(gap[:-1]):
                gap = gap[-1:]  # 386.9 million of which are 3G (31.6%)
            if len(group) == 1 and not self.visiting and self._there(group[0], gap):
                return True
        found = self._led(gap, group[0], inside)
        found.unknown = "" if found.unknown == nationwide else found.unknown  # 普及率…,全国第二
        if inside and self.english is None and self._averages(gap):
            beside = [t.word.territory for t in gap[-3:-1] if t.kind == "place"]
            return self._elsewhere(group[0], beside[-1] if beside else "")
        if self.english is None and (self._of_lands(gap, group) or self._of_firms(found, group)):
            return True
        ranging, self.begun = "from" in found.near, False
        if self.english is not None:
            self.english.stays(found, self.begin, group[0])
            self.english.take(found, gap, tail, group)
            self.english.olden.tell(found, tail, group[-1])
            if context.ranging and not any(t.kind == "when" for t in found.sets):
                context.period, context.at_end = self.after  # from 89.8 in May to 90.2
            if self.early:
                self._under(found)
            if inside and len(gap) == 1 and not self.english.bracketed(found, group[0]):
                return True
        else:
            self.chinese.take(found, group)
        self._turn(found)
        if self.english is None:
            self._of_its_month(found)
        subjects = self._subjects(found, gap, tail, group)
        items = filled([t.quantity for t in group if t.quantity])
        places = self._places(items, subjects)
        if len(items) > 2:
            found.parted = self._parted(items, places)
        several = len(places) > 1 or len(subjects) > 1 or ranked
        if several and len(items) == 1 and self._each(found, group[0], items[0], gap, subjects):
            return True
        follows = tail[0].start if tail and tail[0].kind == "name" else len(self.text) + 8
        spoken = context.subject, context.manner, context.inner
        self._all(found, list(zip(group, items, strict=True)), subjects, places, follows)
        if self.english is None and self.chinese.aside:
            context.subject, context.manner, context.inner = spoken
        context.ranging = ranging
        if len(items) == 1:
            return self._figure(items[0], more=len(self.readings) > told)
        if self.english is None and len(self.readings) == told:
            context.subject = Subject(None, self.subjects.words(found))  # a list nobody understood
        if len(subjects) == len(items):
            context.listed, context.turn = tuple(subjects), 0
        return True

    def _figure(self, q: Quantity, *, more: bool) -> bool:
        """Is a number a figure, behind which another gap begins? A bare one that said nothing is none."""
        if q.unit or q.scale or q.kind != "number":
            return True
        ranging = self.context.ranging
        return (more and (self.english is not None or ranging)) or (ranging and self.begun)

    def _all(
        self,
        found: Lead,
        items: list[tuple[Token, Quantity]],
        subjects: list[Subject],
        places: tuple[str, ...],
        follows: int,
    ) -> None:
        """The readings of a list of numbers, behind which a name `follows`."""
        many, bases = len(items), [found.basis, *found.bases] if found.basis else []
        dated = [t for t in found.sets if t.when] if self.english is not None and many > 1 else []
        one = len(places) == 1 and len({s.expression for s in subjects}) == 1
        dated = dated if len(dated) == many and one else []
        for n, (token, q) in enumerate(items):
            if len(subjects) == many:
                subject = subjects[n]
            elif many in (1, len(places), len(bases), len(dated)):
                subject = subjects[-1]
            else:
                subject = Subject(None, self.subjects.words(found))
            place = places[0] if len(places) == 1 else places[n] if len(places) == many else ""
            based = replace(found, basis=bases[n]) if len(bases) == many > 1 else found
            based.named = follows - token.end < 8
            if dated:  # in 2019 and 2020, 63.5 billion and 83.4 billion
                self._turn(replace(found, sets=[dated[n]]))
            self._one(token, q, based, subject, place)

    def _led(self, gap: list[Token], number: Token, inside: bool) -> Lead:
        """What stands before a number, beside one that was of something else or a bracket."""
        found = self._lead(gap, number.start)
        if inside and found.basis and not found.near:
            found.prior, found.basis = found.basis, None  # 比上年末(4.49亿户)
        if self.aside and not any(t.mark(",;:") for t in gap):
            every = self.english is not None and self.english.kin.every(number)
            found.rival = not every  # 24个省市的普及率超过100部/百人
        self.aside = False
        if inside and self.english is None and found.prior is None and len(gap) > 1:
            found.prior = gap[-2].when  # 不及上年同期(6387万户)的一半
        return found

    def _places(self, items: list[Quantity], subjects: list[Subject]) -> tuple[str, ...]:
        """The places that numbers are of; "" for each where two of them have two subjects."""
        context = self.context
        if 1 < len(context.places) != len(items) and not self.placed:
            context.places = ()  # a list of places was for the lists of its own sentence
        places = context.places or (context.territory,)
        many = len(items)
        mixed = 1 < many == len(places) and len({s.words for s in subjects}) == many
        return ("",) * many if mixed else places

    def _subjects(
        self, found: Lead, gap: list[Token], tail: list[Token], group: list[Token]
    ) -> list[Subject]:
        """What the numbers are of, by what both languages share and what each has of its own."""
        english = self.english
        if (
            english is not None
            and self.industry
            and "scope" not in self.told
            and not several(self.text)
        ):
            named = sum(
                "entity" in t.cues for t in gap
            )  # of all three together, of which one had …
            self.alone = named == 1 or (self.alone and not named)
        industry = self.industry and not self.alone
        subjects = self.subjects.of(found, tail, group, industry)
        if english is None:
            return self.chinese.subjects(found, gap, group, subjects, self.subjects)
        if not found.entity or industry:
            subjects = english.after.find(found, gap, tail, group) or subjects
        return english.meant(found, subjects, (gap, tail, group))

    def _each(
        self, found: Lead, token: Token, q: Quantity, gap: list[Token], subjects: list[Subject]
    ) -> bool:
        """One number said of several subjects or places, or of a level and its growth."""
        places = self.context.places or (self.context.territory,)
        listed = sum(t.kind == "place" for t in found.sets) >= len(places) > 1
        told_of = "each" in found.near or (listed and found.bound != "")
        of_each = len(places) > 1 and told_of and len(subjects) == 1
        if q.kind == "rank" and len(subjects) == 1 and self.chinese.doubled(found, gap):
            place = places[0] if len(places) == 1 else ""
            level = replace(found, near=found.near - {"growth"})
            self._one(token, q, level, subjects[0], place)
            self._one(token, q, found, subjects[0], place)
        elif q.kind == "rank" and (place := self.chinese.ranked(token)):
            self._one(token, q, found, subjects[0], place)
        elif of_each and self.english is not None and q.kind == "fraction":
            # over half in Beijing and Shanghai: a rough word for both
            self.context.subject, self.context.manner = subjects[0], ""
        elif of_each:
            for place in places:
                self._one(token, q, found, subjects[0], place)
        elif len(subjects) > 1:
            for subject in subjects:
                self._one(token, q, found, subject, places[0] if len(places) == 1 else "")
        else:
            return False
        return True

    def _there(self, token: Token, gap: list[Token]) -> bool:
        """English: is a number another country's, beside ours: against 71 percent in the US?"""
        english, q = self.english, token.quantity
        code = english.countries.of(token) if english and english.countries.places else ""
        if not code or q is None:
            return False
        last = self.readings[-1] if self.readings else None
        x = last.expression if last is not None else None
        if last is None or x is None or last.value < 0 or any(t.kind == "name" for t in gap):
            return True
        before = self.tokens[self.row.first(last.start)].quantity
        bare = not (q.unit or q.scale) and not self.teller.each(x) and len(q.digits) < FEWEST
        factor = None if bare or self.teller.unit(x) == "CNY" else self.teller.factor(q, x)
        if before is not None and {self.teller.measure(q), self.teller.measure(before)} == PERCENT:
            factor = Decimal(1)
        if factor is not None:
            self.readings.append(replace(
                last, start=token.start, end=token.end, territory=code, value=q.value * factor,
                half=q.half * factor, bound=bound(self.text, token, q, self._lead(gap, token.start)),
            ))  # fmt: skip
        return True

    def _averages(self, gap: list[Token]) -> bool:
        """Does a bracket hold an average's figure: 低于全国平均增速(8.3%), 全球平均水平(12.1%)?"""
        begin = max((t.end for t in gap[:-1] if t.mark(",;:")), default=0)
        return "平均" in self.text[max(begin, gap[-1].start - 8) : gap[-1].start]

    def _of_firms(self, found: Lead, group: list[Token]) -> bool:
        """Chinese: is a number one of firms and the like: 增值电信业务经营单位总数达到1871家?"""
        if not (found.subjects and found.close and self.chinese.counts(group)):
            return False
        self._turn(found)
        self.context.subject = Subject(None, self.subjects.words(found))
        return True

    def _of_lands(self, gap: list[Token], group: list[Token]) -> bool:
        """Chinese: figures of other countries beside ours: 韩国、日本同期分别为81.7%和79.0%."""
        x, lands = self.context.inner, [t for t in gap if t.kind == "place"]
        if not lands or x is None:
            return False
        begin = max((t.end for t in gap if t.mark(",;:(")), default=self.begin)
        lands = [t for t in lands if t.start >= begin]
        if not lands or len(lands) != len(group):
            return False
        country, own = self.vocabulary.country, self.vocabulary.country(self.context.territory)
        places = [t.word.territory for t in lands]
        if any(country(p) != p or p == own or self._economy(p) for p in places):
            return False
        link = _LANDS.fullmatch(self.text, lands[-1].end, group[0].start)
        if link is None or not _BEFORE_LANDS.fullmatch(self.text, begin, lands[0].start):
            return False
        if self.context.manner not in ("level", "share"):
            return False
        for token, place in zip(group, places, strict=True):
            q = token.quantity
            assert q is not None
            factor = self.teller.factor(q, x) if self.teller.measure(q) == "level" else None
            if factor is None and not (q.unit == "%" and self.teller.relative(x)):
                return False
            period = self.teller.dated(x, self.teller.now(x, Lead(), self.context))
            by = factor or Decimal(1)
            self.readings.append(Reading(
                token.start, token.end, x, place, period, q.value * by, q.half * by,
                self.teller.unit(x), bound="over" if link["over"] else "",
            ))  # fmt: skip
        return True

    def _elsewhere(self, token: Token, place: str) -> bool:
        """The rate last spoken of, at another place; nothing where that is no place of ours."""
        x, q = self.context.inner, token.quantity
        assert q is not None
        if place and x is not None and self.teller.measure(q) == "percent":
            period = self.teller.dated(x, self.teller.now(x, Lead(), self.context))
            self.readings.append(Reading(
                token.start, token.end, x, place, period, q.value, q.half, self.teller.unit(x),
            ))  # fmt: skip
        return True

    def _parted(self, items: list[Quantity], places: tuple[str, ...]) -> str:
        """The larger place, where shares of several places add up to (nearly) all of it."""
        if (
            len(items) != len(places)
            or not all(places)
            or not 97 < sum(q.value for q in items) < 103
        ):
            return ""
        above = {self.catalogue.territory(p).parent for p in places}
        return above.pop() if len(above) == 1 else ""
