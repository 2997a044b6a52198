"""What one number says of one subject: from its lead and its subject to a reading."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from msgspec import Struct

from bluebook.collect.bulletins.amounts.numbers import Quantity
from bluebook.collect.bulletins.amounts.ranks import among_few
from bluebook.collect.bulletins.clause.context import Context, Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.clause.multiples import Said
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english import moneys
from bluebook.collect.bulletins.sentence.turning import Turning
from bluebook.collect.bulletins.sentence.verdict import bound, falls, plausible
from bluebook.collect.bulletins.setting.named import ECONOMY, HOME
from bluebook.language.expression import Call, Expression, Name
from bluebook.model.period import Period

_BESIDE = frozenset(("with", "over", "nearly", "about"))
# Between a percentage and what it roughly is: 46.4%,快接近一半了.
_ROUNDLY = re.compile(
    r",?(?:也?就是|相当于|意味着|即|也|已经?|快要?|就|都|将|要|几乎|差不多|基本|大约|大概|约|首次|接?近|将近|逼近|超过?|逾|占到?|突破|不到|不足|达到?|过)*"
)
_REACHED = re.compile(r",?(?:已?达到?|为|是|升至|升到|至)")


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


class Single(Turning):
    """Tells the single numbers of one sentence."""

    def __init__(self, row: Row, context: Context) -> None:
        super().__init__(row, context)
        self.readings: list[Reading] = []
        self.fell = False  # was the last growth negative?
        self.begun = False  # did "from … to …" begin with a figure of a time that nobody says?
        self.alone = False  # is a figure of one of the companies that together are all?
        self.aimed = False  # is the number an aim that was reached?

    def _one(self, token: Token, q: Quantity, found: Lead, subject: Subject, place: str) -> None:
        """The reading of one number of one subject."""
        if self.english is None:
            subject = self._chinese(subject, found)
        context, x = self.context, subject.expression
        bare = not q.unit and not q.scale and q.kind == "number"
        if (self.english is not None and self.english.briefly(x, found)) or (
            bare
            and not plausible(self.text, q, found, x, self.teller, second=self._second_of(found, x))
        ):
            return
        if self.english is not None and self.english.kin.elsewhere(subject, token):
            context.subject = Subject(None, subject.words)
            return  # 79.8% in urban areas
        self.aside = self._another(token, q) and not self._other_money(q, x, place)
        if self.aside:
            if self.teller.measure(q) == "level" and not found.subjects:
                context.subject = Subject(None, found.unknown)
            elif self.english is not None and self.english.others.of_several(token):
                context.subject, context.manner = subject, ""  # … Guangdong came first with
            # second in the world and … of GDP; 每100个人中有33.9部手机
            self.aside = q.kind != "rank" and not self.text.endswith("每", 0, token.start)
            return
        if self.readings and self.english is None and self._rounded(token, q):
            return
        years = self._years(found)
        if years is not None:
            context.period, context.at_end = years, False
        if (
            x is not None
            and place
            and not found.rival
            and not self._not_ours(token, q, found, x, place)
            and not (self.english is not None and self._not_then(token, found, x))
        ):
            said = self.teller.say(q, found, subject, context)
        else:
            said = Said(None, context.period, "")
        value, half = q.value, q.half
        if said.expression is None:
            self._strange(token, q, found, subject, place, share=said.manner == "share")
            return
        if found.starting and found.prior is None and years is None:
            told = any(t.kind == "when" for t in found.sets) and context.period.months <= 12
            if not told:  # the first of "from … to …": from when, nobody says
                self.begun = True
                context.subject, context.manner, context.inner = subject, said.manner, said.inner
                return
        value, half = value * said.factor + said.plus, half * said.factor
        fallen = falls(found, said, q, fell=self.fell)
        if said.manner == "growth":
            self.fell, context.grown = fallen, said.expression
        elif said.manner == "change":
            self.fell = fallen  # down 1.9 billion minutes (15.4%) year on year
        value = -value if fallen else value
        period = self.teller.dated(said.expression, self._stated(said.expression, said.period))
        if self.readings and q.unit == "%" and self._halved(token):
            self.readings.pop()  # 占比首次过半,达到55.9%
        self.readings.append(Reading(
            token.start, token.end, said.expression, place, period, value, half,
            self.teller.unit(said.expression),
            bound=bound(self.text, token, q, found) or said.bound, status=self._status(token, found, period),
            note=said.note,
        ))  # fmt: skip
        if self.english is None or self.english.stands(token, found):
            context.subject, context.manner, context.inner = subject, said.manner, said.inner
        self._remember(found, said, subject)
        if q.unit and self.english is None and isinstance(said.expression, Name):
            context.units.setdefault(q.unit, Counter())[said.expression.code] += 1

    def _second_of(self, found: Lead, x: Expression | None) -> bool:
        """Is a number what another one of the same went to, or comes from: to 73.27 from 73.39?"""
        if self.context.ranging:
            return True
        if self.english is not None and self.context.said == x and self._again(found):
            return True
        compared = "from" in found.near or "cmp" in found.near or found.prior is not None
        return compared and x is not None and self.context.said == x

    def _not_then(self, token: Token, found: Lead, x: Expression) -> bool:
        """English: is a number of a time to come that nobody says, or an aim of something else?"""
        told = [r.value for r in self.readings if r.expression == x]
        if self._sometime(token, found) or self._given_up(token, found):
            return True
        named = bool(found.subjects) and found.close
        return bool(self.readings) and not named and self._of_else(token, told)

    def _again(self, found: Lead) -> bool:
        """English: is a number of the same at another time, or its target: and 250,000 by 2025?"""
        if "target" in found.near or "forecast" in found.near:
            return True
        return found.near <= _BESIDE and any(t.when for t in found.sets)

    def _halved(self, token: Token) -> bool:
        """Chinese: does a number tell the share of which 过半 has just been said?"""
        last = self.readings[-1]
        told = self.text[last.start : last.end] in ("过半", "半数")
        return told and _REACHED.fullmatch(self.text, last.end, token.start) is not None

    def _rounded(self, token: Token, q: Quantity) -> bool:
        """Chinese: does a number say the percentage just told once more in round words?"""
        last = self.readings[-1]
        round_one = q.kind == "fraction" or (q.unit == "%" and q.half > 1)
        if not round_one or last.unit != "percent" or last.half >= q.half:
            return False  # 46.4%,快接近一半了; 34.1%,超三成
        beside = abs(q.value - last.value) <= q.half + 5
        return beside and _ROUNDLY.fullmatch(self.text, last.end, token.start) is not None

    def _remember(self, found: Lead, said: Said, subject: Subject) -> None:
        """Keep what a number was, for those after it."""
        context, x = self.context, subject.expression
        context.compared = (
            said.manner == "change"
            and found.basis is not None
            and found.near.isdisjoint(("net_up", "net_down"))
            and self.english is None
        )
        context.weighed = said.manner == "share" and "share" in found.near
        another = context.recent[-1:] != [subject]
        told = said.manner in ("level", "share")
        if self.english is not None:
            told = told and (another or bool(found.subjects or found.unknown))
        else:
            grown = said.manner in ("growth", "change") and bool(found.subjects) and another
            told = grown or (told and bool(found.subjects or found.unknown))
        if told:
            context.recent.append(subject)
        if said.manner == "level" and subject not in context.lately:
            context.lately.append(subject)
        if isinstance(said.inner, Call) and said.inner.operator == "share" and x is not None:
            context.shares[x] = said.inner
        context.said = said.expression
        if self.english is not None and said.expression is not None:
            context.summed = context.at_end and said.period == context.period.to_date
            self._of_month(said.expression, said.period)
        if isinstance(x, Name):
            context.met.add(x.code)

    def _another(self, token: Token, q: Quantity) -> bool:
        """Is a number of something else than what is spoken of?"""
        if self.english is None:
            return self.chinese.another(token, q)
        of_people = token.start in self.english.after.people
        return not of_people and self.english.others.another(token, q, self._codes())

    def _stated(self, x: Expression, period: Period) -> Period:
        """English: in 2019, said of a stock where all data are as at 30 September 2019."""
        page = self.context.standing
        if not self.context.stated or page is None or not period.is_year or self.english is None:
            return period
        stock = self.teller.stock(x) and period.year <= page[0].year
        return Period.month_of(period.year, page[0].month) if stock else period

    def _of_month(self, x: Expression, period: Period) -> None:
        """Flows of a page are of its month, and not to date, where the first that it tells is."""
        context = self.context
        if context.flowing or context.standing is None or self.teller.stock(x):
            return
        context.flowing = True
        if (period, False) == (context.standing[0], context.at_end) and period.months == 1:
            context.standing = period, False

    def _strange(
        self, token: Token, q: Quantity, found: Lead, subject: Subject, place: str, *, share: bool
    ) -> None:
        """A number of a subject that is not known, or that says nothing of it that is understood."""
        context = self.context
        known, subject = subject, self._paced(found, subject, q)
        foreign = self._other_money(q, known.expression, place)
        small = not q.scale and self.teller.measure(q) == "level" and abs(q.value) < 100
        if (known.expression is not None or subject.words) and not small:
            unit = next(iter(self.teller.words.get(q.unit, {"number": 1.0})))
            self.readings.append(Reading(
                token.start, token.end, None, place or context.territory, context.period, q.value,
                q.half, unit, subject=subject.words,
            ))  # fmt: skip
        elif not (foreign and self.english is not None):
            return
        if foreign and found.subjects:
            subject = self.subjects.named(found.subjects[-1])  # $188 billion or 1.15 trillion yuan
        elif foreign and self.english is not None:
            if known.expression is None:
                return  # rose 3 percent to $188 billion: what follows is of that
            subject = known  # 5.96 euros for each item, 1.3 percent more
        elif foreign and "reach" in found.near:
            return
        elif share and found.wholes:
            subject = Subject(None, subject.words)  # To B收入占电信业务收入的36%: not of the whole
        context.subject = subject

    def _other_money(self, q: Quantity, x: Expression | None, place: str) -> bool:
        """Is an amount in other money than yuan; English: one without its money, abroad?"""
        if not moneys.OTHER.isdisjoint(self.teller.words.get(q.unit, {})):
            return True
        if self.english is None or q.unit or x is None or self.teller.unit(x) != "CNY":
            return False
        if self.teller.measure(q) != "level" or moneys.ours(self.text, q.start):
            return False
        abroad = bool(place) and self.vocabulary.country(place) != HOME
        return abroad or moneys.other(self.text, q.start, q.end)

    def _paced(self, found: Lead, subject: Subject, q: Quantity) -> Subject:
        """So much a month, or for each, was no figure: what follows is of it, which is told."""
        if "rate" in found.near:
            self.context.manner = "pace"
        if self.english is not None and ("per" in found.near or " per " in q.unit):
            subject = self.context.subject = Subject(None, subject.words)
        return subject

    def _chinese(self, subject: Subject, found: Lead) -> Subject:
        """The indicator of a month; one that is not known is spoken of, whatever its figure is."""
        if subject.expression is None and found.unknown:
            self.context.subject = subject  # 流量资费达到5.1元,同比下降51.1%
        return self.chinese.kin.of_span(self.chinese.kin.of_month(subject), found)

    def _not_ours(self, token: Token, q: Quantity, found: Lead, x: Expression, place: str) -> bool:
        """Is it a rank among a few, in another money, or a figure of a plan's years to come?"""
        if self.vague and token.start > self.plan_from and not self.aimed:
            return True
        if self.english is not None and (
            self.english.others.refused(token, q, x) or self._other_money(q, x, place)
        ):
            return True
        if q.unit[:1] == "元" and "人民币" not in token.text:
            country = self.vocabulary.country(place)
            if country != HOME and self.catalogue.territory(country).level == ECONOMY:
                return True  # of Taiwan's own money
        if q.kind == "rank" and among_few(self.text, token.start):
            return True
        period, standing = self.context.period, self.context.standing
        running = period.months == 60 and standing is not None and standing[0].last < period.last
        return running and not self.status and "average" not in found.near

    def _status(self, token: Token, found: Lead, period: Period) -> str:
        if self.aimed:
            return "target"
        if self.english is not None:
            old = found.prior is not None and period.last <= self.started.last
            planned = "" if old else self._planned_as(token)
            issued = self.context.issued  # see full-year growth of 3 percent, in October
            ahead = "forecast" if issued is not None and period.last > issued.last else ""
            return planned or ahead or ("preliminary" if self.preliminary else "")
        if token.start > self.plan_from:
            return self.status
        if self._coming(period):
            return "target"
        return "preliminary" if self.preliminary else ""
