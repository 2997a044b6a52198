"""What each number of a sentence says: from its lead and its subject to a reading."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from bluebook.collect.bulletins.amounts.numbers import Quantity, filled
from bluebook.collect.bulletins.amounts.ranks import among_few
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.manner import Said
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.firms import several
from bluebook.collect.bulletins.sentence.turning import Turning
from bluebook.collect.bulletins.sentence.verdict import bound, falls, plausible
from bluebook.collect.bulletins.setting.place import ECONOMY, HOME
from bluebook.language.expression import Call, Expression, Name
from bluebook.model.period import Period


class Reading(Struct, frozen=True):
    """What one number says; `start` and `end` are places in the sentence."""

    start: int
    end: int
    expression: Expression | None
    territory: str
    period: Period
    value: Decimal
    half: Decimal
    unit: str
    bound: str = ""
    status: str = ""
    note: str = ""
    subject: str = ""


class Telling(Turning):
    """Tells the numbers of one sentence."""

    def __init__(self, row: Row, context: Context) -> None:
        super().__init__(row, context)
        self.readings: list[Reading] = []
        self.fell = False  # was the last growth negative?
        self.alone = False  # is a figure of one of the companies that together are all?
        self.aimed = False  # is the number an aim that was reached?

    def _tell(self, group: list[Token], gap: list[Token], tail: list[Token]) -> bool:
        """The readings of one number, or of a list of numbers; False where it is no figure."""
        context, q = self.context, group[0].quantity
        ranked = q is not None and q.kind == "rank"
        if ranked and self.english is None and gap and gap[-1].kind == "place":
            gap = gap[:-1]
        if self.english is not None:
            group = self.english.like(group, gap)
        inside = bool(gap) and gap[-1].mark("(")
        found = self._led(gap, group[0], inside)
        if inside and self.english is None and self._averages(gap):
            beside = [t.word.territory for t in gap[-3:-1] if t.kind == "place"]
            return self._elsewhere(group[0], beside[-1] if beside else "")
        if self.english is None and found.subjects and found.close and self.chinese.counts(group):
            self._turn(found)
            self.context.subject = Subject(None, self.subjects.words(found))
            return True  # 增值电信业务经营单位总数达到1871家
        ranging = "from" in found.near
        if self.english is not None:
            self.english.stays(found, self.begin, group[0])
            self.english.take(found, tail, group)
            if self.early:
                self._under(found)
            if inside and len(gap) == 1 and not self.english.bracketed(found, group[0]):
                return True
        else:
            self.chinese.take(found, group)
        self._turn(found)
        subjects = self._subjects(found, gap, tail, group)
        items = filled([t.quantity for t in group if t.quantity])
        places = self._places(items, subjects)
        if len(items) > 2:
            found.parted = self._parted(items, places)
        several = len(places) > 1 or len(subjects) > 1 or ranked
        if several and len(items) == 1 and self._each(found, group[0], items[0], gap, subjects):
            return True
        follows = tail[0].start if tail and tail[0].kind == "name" else len(self.text) + 8
        self._all(found, list(zip(group, items, strict=True)), subjects, places, follows)
        context.ranging = ranging
        if len(items) == 1:
            return items[0].unit != "" or items[0].scale != 0 or items[0].kind != "number"
        if len(subjects) == len(items):
            context.listed, context.turn = tuple(subjects), 0
        return True

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
        for n, (token, q) in enumerate(items):
            if len(subjects) == many:
                subject = subjects[n]
            elif many in (1, len(places), len(bases)):
                subject = subjects[-1]
            else:
                subject = Subject(None, self.subjects.words(found))
            place = places[0] if len(places) == 1 else places[n] if len(places) == many else ""
            based = replace(found, basis=bases[n]) if len(bases) == many > 1 else found
            based.named = follows - token.end < 8
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
            named = sum(t.cue("entity") for t in gap)  # of all three together, of which one had …
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
        told_of = found.has("each") or (listed and found.bound != "")
        of_each = len(places) > 1 and told_of and len(subjects) == 1
        if q.kind == "rank" and len(subjects) == 1 and self.chinese.doubled(found, gap):
            place = places[0] if len(places) == 1 else ""
            level = replace(found, near=found.near - {"growth"})
            self._one(token, q, level, subjects[0], place)
            self._one(token, q, found, subjects[0], place)
        elif q.kind == "rank" and (place := self.chinese.ranked(token)):
            self._one(token, q, found, subjects[0], place)
        elif of_each:
            for place in places:
                self._one(token, q, found, subjects[0], place)
        elif len(subjects) > 1:
            for subject in subjects:
                self._one(token, q, found, subject, places[0] if len(places) == 1 else "")
        else:
            return False
        return True

    def _averages(self, gap: list[Token]) -> bool:
        """Does a bracket hold an average's figure: 低于全国平均增速(8.3%), 全球平均水平(12.1%)?"""
        begin = max((t.end for t in gap[:-1] if t.mark(",;:")), default=0)
        return "平均" in self.text[max(begin, gap[-1].start - 8) : gap[-1].start]

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
        if len(items) != len(places) or not 97 < sum(q.value for q in items) < 103:
            return ""
        above = {self.catalogue.territory(p).parent for p in places}
        return above.pop() if len(above) == 1 else ""

    def _one(self, token: Token, q: Quantity, found: Lead, subject: Subject, place: str) -> None:
        """The reading of one number of one subject."""
        if self.english is None:
            subject = self._chinese(subject, found)
        context, x = self.context, subject.expression
        bare = not q.unit and not q.scale and q.kind == "number"
        if (self.english is not None and self.english.briefly(x, found)) or (
            bare and not plausible(self.text, q, found, x, self.teller)
        ):
            return
        if self.english is not None:
            self.aside = self.english.others.another(token, q, self._codes())
        else:
            self.aside = self.chinese.another(token, q)
        if self.aside:
            if self.teller.measure(q) == "level" and not found.subjects:
                context.subject = Subject(None, found.unknown)
            # second in the world and … of GDP; 每100个人中有33.9部手机
            self.aside = q.kind != "rank" and not self.text.endswith("每", 0, token.start)
            return
        years = self._years(found)
        if years is not None:
            context.period, context.at_end = years, False
        if (
            x is not None
            and place
            and not found.rival
            and not self._not_ours(token, q, found, x, place)
        ):
            said = self.teller.say(q, found, subject, context)
        else:
            said = Said(None, context.period, "")
        value, half = q.value, q.half
        if said.expression is None:
            self._strange(token, q, found, subject, place, share=said.manner == "share")
            return
        told = any(t.kind == "when" for t in found.sets) and context.period.months <= 12
        if found.starting and found.prior is None and not told and years is None:
            context.subject, context.manner, context.inner = subject, said.manner, said.inner
            return  # the first of "from … to …": from when, nobody says
        value, half = value * said.factor + said.plus, half * said.factor
        fallen = falls(found, said, q, fell=self.fell)
        if said.manner == "growth":
            self.fell, context.grown = fallen, said.expression
        value = -value if fallen else value
        unit = self.teller.unit(said.expression)
        period = self.teller.dated(said.expression, said.period)
        self.readings.append(Reading(
            token.start, token.end, said.expression, place, period, value, half, unit,
            bound=bound(self.text, token, q, found) or said.bound, status=self._status(token),
            note=said.note,
        ))  # fmt: skip
        if self.english is None or not self.english.beyond(token):
            context.subject, context.manner, context.inner = subject, said.manner, said.inner
        context.weighed = said.manner == "share" and found.has("share")
        if said.manner == "level" and found.subjects:
            context.recent.append(subject)
        if isinstance(said.inner, Call) and said.inner.operator == "share" and x is not None:
            context.shares[x] = said.inner
        context.said = said.expression
        if isinstance(x, Name):
            context.met.add(x.code)

    def _strange(
        self, token: Token, q: Quantity, found: Lead, subject: Subject, place: str, *, share: bool
    ) -> None:
        """A number of a subject that is not known, or that says nothing of it that is understood."""
        context = self.context
        known, subject = subject, self._paced(found, subject, q)
        small = not q.scale and self.teller.measure(q) == "level" and abs(q.value) < 100
        if (known.expression is None and not subject.words) or small:
            return
        self.readings.append(Reading(
            token.start, token.end, None, place or context.territory, context.period, q.value, q.half,
            next(iter(self.teller.words.get(q.unit, {"number": 1.0}))), subject=subject.words,
        ))  # fmt: skip
        foreign = "USD" in self.teller.words.get(q.unit, {})
        if foreign and "reach" in found.near and not found.subjects:
            return  # rose 3 percent to $188 billion: what follows is of that
        if foreign and found.subjects:
            subject = self.subjects.named(found.subjects[-1])  # $188 billion or 1.15 trillion yuan
        elif share and found.wholes:
            subject = Subject(None, subject.words)  # To B收入占电信业务收入的36%: not of the whole
        context.subject = subject

    def _paced(self, found: Lead, subject: Subject, q: Quantity) -> Subject:
        """So much a month, or for each, was no figure: what follows is of it, which is told."""
        if found.has("rate"):
            self.context.manner = "pace"
        if self.english is not None and (found.has("per") or " per " in q.unit):
            subject = self.context.subject = Subject(None, subject.words)
        return subject

    def _years(self, found: Lead) -> Period | None:
        """From … to … from one year to another: the year of the first number, or of the second."""
        if not (found.starting or self.context.ranging):
            return None
        if found.starting and self.english is None:
            context = self.context
            found.prior = context.begun = found.prior or found.basis or context.begun
        long = [t for t in self.tokens if t.when and t.when.year and t.when.last > 11]
        spans = {t.when for t in long if t.when and t.text[-3:].strip("年底末").isdecimal()}
        if len(spans) != 1:
            return None
        span = spans.pop().resolve(self.context.period)
        if span.first % 12 or span.months % 12:
            return None
        found.prior = None
        return Period.year_of((span.first if found.starting else span.last) // 12)

    def _chinese(self, subject: Subject, found: Lead) -> Subject:
        """The indicator of a month; one that is not known is spoken of, whatever its figure is."""
        if subject.expression is None and found.unknown:
            self.context.subject = subject  # 流量资费达到5.1元,同比下降51.1%
        return self.chinese.kin.of_month(subject)

    def _not_ours(self, token: Token, q: Quantity, found: Lead, x: Expression, place: str) -> bool:
        """Is it a rank among a few, in another money, or a figure of a plan's years to come?"""
        if self.english is not None and self.english.others.refused(token, q, x):
            return True
        if q.unit[:1] == "元" and "人民币" not in token.text:
            country = self.vocabulary.country(place)
            if country != HOME and self.catalogue.territory(country).level == ECONOMY:
                return True  # of Taiwan's own money
        if q.kind == "rank" and among_few(self.text, token.start):
            return True
        period, standing = self.context.period, self.context.standing
        running = period.months == 60 and standing is not None and standing[0].last < period.last
        return running and not self.status and not found.has("average")

    def _status(self, token: Token) -> str:
        if self.aimed:
            return "target"
        if token.start > self.plan_from:
            return self.status
        return "preliminary" if self.preliminary else ""
