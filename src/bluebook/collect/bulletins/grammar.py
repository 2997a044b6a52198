"""One sentence: from its tokens to what each of its numbers says.

A number is read from what stands between it and the number before it (its lead) and from the
few words after it (its tail); what those leave open is inherited from the context.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from bluebook.collect.bulletins.context import Context, Subject
from bluebook.collect.bulletins.dates import When
from bluebook.collect.bulletins.english import English
from bluebook.collect.bulletins.joining import JOIN
from bluebook.collect.bulletins.lead import About, Lead, lead, turns
from bluebook.collect.bulletins.manner import Said, Teller
from bluebook.collect.bulletins.numbers import Quantity, filled
from bluebook.collect.bulletins.row import Row
from bluebook.collect.bulletins.subjects import Subjects
from bluebook.collect.bulletins.tokens import Token
from bluebook.collect.bulletins.verdict import bound, falls, plausible
from bluebook.collect.bulletins.vocabulary import Vocabulary
from bluebook.language.expression import Expression, names
from bluebook.model.period import Period

_OTHER = re.compile(r"(?:以上|左右|以下|多)?的?(?P<noun>[\u4e00-\u9fff])")
# English sentences that go on about what the one before was about.
_GOES_ON = re.compile(
    r"[\"' ]*(?:it|this|that|they|the (?:figure|number|growth|total|rate|pace|increase|volume|amount|percentage)|of (?:which|the|them|these)"
    r"|among|which|up|down|and|compared|an increase|a rise|representing|accounting|growth)\b"
)
_SAME_GROWTH = re.compile(
    r"[\"' ]*(?:the|this) (?:growth rate|growth pace|pace of growth|rate of growth|growth) (?:was|is) "
)
_WHILE = re.compile(r"[,;] ?(?:while|whereas) ")
# In 在经济大省中排名第一 the others are not the nation's provinces.
_AMONG = re.compile(r"(?<![全各][国省市])中(?:排名?|排在|居|位居|位列|名列|列)?$")
_MONTH_ALONE = re.compile("当月|单月|本月")  # 12月当月: not the period of what follows
_PLANS = frozenset(("target", "forecast"))
_FLAGS = _PLANS | {"preliminary", "scope"}
_NOUNS = frozenset(("noun", "modifier", "tail"))


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
    suspect: str = ""
    subject: str = ""


class Sentence:
    """Reads the numbers of one sentence, changing the context as it goes."""

    def __init__(
        self,
        text: str,
        tokens: list[Token],
        context: Context,
        teller: Teller,
        vocabulary: Vocabulary,
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.context = context
        self.teller = teller
        self.catalogue = teller.catalogue
        self.vocabulary = vocabulary
        self.language = vocabulary.language
        self.home = vocabulary.country(context.territory)
        self.told = frozenset().union(*[t.cues for t in tokens])  # what its cues tell together
        self._begin = 0  # where the gap before the next number begins
        self.subjects = Subjects(tokens, context, teller, vocabulary)
        self.row = Row(text, tokens, teller, vocabulary, self.told)
        english = vocabulary.language == "en"
        self.english = English(self.row, self.subjects, context) if english else None
        self.readings: list[Reading] = []

    def read(self) -> list[Reading]:
        """All readings of the sentence, in order."""
        context = self.context
        context.earlier, context.text = context.text, self.text
        context.listed = ()
        if context.manner not in ("share", "growth"):
            context.manner = ""
        english = self.english
        if english is not None and not (_GOES_ON.match(self.text) or english.goes_on()):
            context.subject, context.manner = None, ""
        elif context.subject is None and _SAME_GROWTH.match(self.text):
            context.recall()  # a paragraph begins: The growth rate was …
        if "definition" in self.told:
            return self.readings
        self._after = context.period, context.at_end
        self.yeared = False  # has the sentence named a year?
        self._ahead()
        self._fell = False  # was the last growth negative?
        gap: list[Token] = []
        outer: list[tuple[list[Token], Context]] = []
        context.parent = None
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            if token.kind == "number":
                stop = self.row.group_end(i)
                group = [t for t in self.tokens[i:stop] if t.kind == "number"]
                tail = self.row.tail(stop)
                if self._tell(group, gap, tail):
                    gap = []
                    self._begin = (tail or group)[-1].end
                i = stop + len(tail)
                continue
            if token.kind != "mark":
                if token.cue("ofwhich") and not (self.english and token is self.english.after.used):
                    context.parent = context.subject.expression if context.subject else None
                gap.append(token)
            elif token.text in "([":
                outer.append((gap, context.copy()))
                gap = [*gap[-2:], token]
            elif token.text in ")]" and outer:
                gap, saved = outer.pop()
                self._begin = token.end
                context.resume(saved)
            else:
                gap.append(token)
            i += 1
        if any(t.kind in ("when", "place") for t in gap):
            self._turn(self._turns(gap))
        context.period, context.at_end = self._after
        if english is not None:
            english.ends(self.yeared)
        return self.readings

    # The row of tokens ---------------------------------------------------------------------------

    def _ahead(self) -> None:
        """What the whole sentence is under: plans, forecasts, a date given at its end."""
        self.status = ""
        self._placed = False
        self.aside = False  # was the last number of something else?
        self.plan_from = len(self.text)
        flags: set[str] = set()
        for token in self.tokens if self.told & _FLAGS else ():
            kinds = token.cues & _FLAGS
            if kinds:
                flags |= kinds
                if kinds & _PLANS and token.start < self.plan_from:
                    self.status = "target" if "target" in kinds else "forecast"
                    self.plan_from = token.start
        self.preliminary = "preliminary" in flags
        self.context.yearly = "yoy" in self.told
        self.industry = "scope" in flags or ("entity" in self.told and _all_named(self.tokens))
        if self.language == "en" and any(t.kind in ("when", "place") for t in self.tokens):
            found = self._turns(self.tokens)
            ranging = next((t.start for t in self.tokens if t.cue("from")), len(self.text))
            ranging = min(ranging, self._second())
            whens = [t for t in found.sets if t.kind == "when" and t.start < ranging]
            places = [t for t in found.sets if t.kind == "place" and not self._ranked(t)]
            if len({t.when for t in whens}) == 1:
                self._turn(Lead(sets=whens[:1]))
            above = {code for t in places for code in self._above(t)}
            places = [t for t in places if t.word.territory not in above]
            if len({t.word.territory for t in places}) == 1:
                self._turn(Lead(sets=places[:1]))

    def _second(self) -> int:
        """Where a second statement begins: …, while the number hit 8.59 GB in December."""
        match = _WHILE.search(self.text)
        told = match and any(t.kind == "number" and t.end < match.start() for t in self.tokens)
        return match.start() if match and told else len(self.text)

    def _ranked(self, place: Token) -> bool:
        """Does a rank stand before a place: 2nd in China?"""
        before = next((t for t in reversed(self.tokens) if t.end <= place.start), None)
        if before is None or before.quantity is None or place.start - before.end > 12:
            return False
        return before.quantity.kind == "rank"

    # Turning -------------------------------------------------------------------------------------

    def _turn(self, found: Lead) -> None:
        """Let the context follow the periods and places that the text turns to."""
        context = self.context
        places: list[Token] = []
        for token in found.sets:
            when = token.when
            if when is None:
                between = self.text[places[-1].end : token.start] if places else "?"
                joins = not between or JOIN.fullmatch(between)
                if places and token.word.territory in self._above(places[-1]) and not joins:
                    continue  # Jiangsu, a province in east China
                places = [*places, token] if joins else [token]
            elif when.relative == "0y" and when.loose and when.first < 0:
                planned = token.start > self.plan_from and context.issued is not None
                if planned and context.issued:
                    context.period = Period.year_of(context.issued.year)
                # else this year, as the text goes on saying
            else:
                context.period = self._lately(when) or context.meant(when)
                self.yeared = self.yeared or when.year is not None
                context.at_end = when.end
                lasting = (
                    (not when.relative or (when.first >= 0 and when.relative[0] == "0"))
                    and token.start < self.plan_from
                    and not _MONTH_ALONE.match(self.text, token.end)
                    and not self._within_year(when)
                )
                if lasting and context.period.months <= 12:
                    self._after = context.period, context.at_end
        if found.has("ytd") and context.period.months == 1 and self.language == "zh":
            context.period = context.period.to_date  # 当月完成…,累计值达…
        if places:
            self._placed = True
            context.places = tuple(dict.fromkeys(t.word.territory for t in places))

    def _lately(self, when: When) -> Period | None:
        """English: a month without its year is the last before the issue, where no year is near."""
        context = self.context
        if self.language == "zh" or self.yeared or context.yeared or context.issued is None:
            return None
        if when.year is not None or when.relative or context.standing is None:
            return None
        found = when.resolve(Period.year_of(context.issued.year))
        found = found.lag(1) if found.last > context.issued.last else found
        return found if abs(found.year - context.standing[0].year) <= 1 else None

    def _within_year(self, when: When) -> bool:
        """Is it a bare month, in a report of its year: 5月份净增1055万户,刷新单月纪录?"""
        page = self.context.standing
        month = when.first == when.last and when.year is None and not when.end
        return bool(month and page and page[0].is_year and page[0].year == self.context.period.year)

    def _above(self, place: Token) -> list[str]:
        return list(self.catalogue.above(place.word.territory))

    def _lead(self, gap: list[Token], stop: int) -> Lead:
        span = min(self._begin, stop), stop
        return lead(gap, self.text, span, self.vocabulary, About(self._codes(), self.home))

    def _turns(self, gap: list[Token]) -> Lead:
        about = About(self._codes(), self.home)
        return turns(gap, self.text, len(self.text), self.vocabulary, about)

    # Telling -------------------------------------------------------------------------------------

    def _tell(self, group: list[Token], gap: list[Token], tail: list[Token]) -> bool:
        """The readings of one number, or of a list of numbers; False where it is no figure."""
        context = self.context
        if (
            group[0].quantity
            and group[0].quantity.kind == "rank"
            and gap
            and gap[-1].kind == "place"
            and self.language == "zh"
        ):
            gap = gap[:-1]
        found = self._lead(gap, group[0].start)
        if gap and gap[-1].mark("(") and found.basis and not found.near:
            found.prior, found.basis = found.basis, None  # 比上年末(4.49亿户)
        if self.aside and not any(t.mark(",;:") for t in gap):
            found.rival = True  # 24个省市的普及率超过100部/百人
        self.aside = False
        if self.language == "zh" and gap and gap[-1].mark("(") and self._averages(gap):
            beside = [t.word.territory for t in gap[-3:-1] if t.kind == "place"]
            return self._elsewhere(group[0], beside[-1] if beside else "")
        ranging = found.has("from")
        english = self.english
        if english is not None:
            english.stays(found, self._begin, group[0].start)
            english.take(found, tail, group)
        self._turn(found)
        subjects = self.subjects.of(found, tail, group, self.industry)
        if english is not None:
            if len(gap) == 1 and gap[0].mark("(") and not english.bracketed(found, group[0]):
                return True
            if not found.entity or self.industry:
                subjects = english.after.find(found, gap, tail, group) or subjects
            if found.has("part") and found.wholes and context.places:
                subjects = self._of_places(found, subjects)
            if english.totals(gap, group):
                subjects = [english.total(s) for s in subjects]
            if english.adds(gap, tail, group):
                found.near.add("net_up")
        items = filled([t.quantity for t in group if t.quantity])
        if 1 < len(context.places) != len(items) and not self._placed:
            context.places = ()  # a list of places was for the lists of its own sentence
        places = context.places or (context.territory,)
        found.parted = self._parted(items, places)
        bases = [found.basis, *found.bases] if found.basis else []
        for n, (token, q) in enumerate(zip(group, items, strict=True)):
            if len(subjects) == len(items):
                subject = subjects[n]
            elif len(items) in (1, len(places), len(bases)):
                subject = subjects[-1]
            else:
                subject = Subject(None, self.subjects.words(found))
            place = (
                places[n] if len(places) == len(items) else places[0] if len(places) == 1 else ""
            )
            based = replace(found, basis=bases[n]) if len(bases) == len(items) > 1 else found
            based.named = bool(tail) and tail[0].kind == "name" and tail[0].start - token.end < 8
            self._one(token, q, based, subject, place)
        if len(items) > 1 and len(subjects) == len(items):
            context.listed, context.turn = tuple(subjects), 0
        context.ranging = ranging
        return len(items) > 1 or bool(items[0].unit or items[0].scale or items[0].kind != "number")

    def _of_places(self, found: Lead, subjects: list[Subject]) -> list[Subject]:
        """Eastern, central and western China accounted for … of express volume: it is theirs."""
        above = {self.catalogue.territory(p).parent for p in self.context.places}
        if any(s.expression for s in subjects) or len(above) != 1 or found.subjects:
            return subjects
        whole = self.subjects.named(found.wholes[-1])
        found.wholes, found.within = [], above.pop()
        return [whole] * len(self.context.places)

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
        if (
            len(items) < 3
            or len(items) != len(places)
            or not 97 < sum(q.value for q in items) < 103
        ):
            return ""
        above = {self.catalogue.territory(p).parent for p in places}
        return above.pop() if len(above) == 1 else ""

    def _codes(self) -> list[str]:
        """The indicators being spoken of."""
        subject = self.context.subject
        return sorted(names(subject.expression)) if subject and subject.expression else []

    def _one(self, token: Token, q: Quantity, found: Lead, subject: Subject, place: str) -> None:
        """The reading of one number of one subject."""
        context, x = self.context, subject.expression
        bare = not q.unit and not q.scale and q.kind == "number"
        if bare and not plausible(self.text, q, found, x, self.teller):
            return
        self.aside = self._of_another(token, q)
        if self.aside:
            if self.teller.measure(q) == "level" and not found.subjects:
                context.subject = Subject(None, found.unknown)
            return
        said = Said(None, context.period, "")
        among = q.kind == "rank" and _AMONG.search(self.text, 0, token.start)
        if x is not None and place and not found.rival and not among:
            said = self.teller.say(q, found, subject, context)
        value, half, unit = q.value, q.half, ""
        if said.expression is None:
            small = not q.scale and self.teller.measure(q) == "level" and abs(q.value) < 100
            if (x is None and not subject.words) or small:
                return
            self.readings.append(Reading(
                token.start, token.end, None, place or context.territory, context.period, value, half,
                next(iter(self.teller.words.get(q.unit, {"number": 1.0}))), subject=subject.words,
            ))  # fmt: skip
            other = found.subjects[-1:] if "USD" in self.teller.words.get(q.unit, {}) else []
            context.subject = self.subjects.named(other[0]) if other else subject
            return  # in other money: $188 billion or 1.15 trillion yuan
        told = any(t.kind == "when" for t in found.sets) and context.period.months <= 12
        if found.starting and found.prior is None and not told:
            context.subject, context.manner, context.inner = subject, said.manner, said.inner
            return  # the first of "from … to …": from when, nobody says
        value, half = value * said.factor + said.plus, half * said.factor
        fallen = falls(found, said, q, fell=self._fell)
        if said.manner == "growth":
            self._fell = fallen
        value = -value if fallen else value
        unit = self.teller.unit(said.expression)
        period = self.teller.dated(said.expression, said.period)
        self.readings.append(Reading(
            token.start, token.end, said.expression, place, period, value, half, unit,
            bound=bound(self.text, token, q, found) or said.bound, status=self._status(token),
            suspect=said.suspect,
        ))  # fmt: skip
        context.subject, context.manner, context.inner = subject, said.manner, said.inner
        if said.manner == "share" and x is not None and said.inner is not None:
            context.shares[x] = said.inner
        context.said = said.expression

    def _of_another(self, token: Token, q: Quantity) -> bool:
        """Does a noun that is no name follow at once: 300个城市, 98%的县城?"""
        if self.english is not None:
            return self.english.another(token, q, self._codes())
        if self.teller.measure(q) not in ("level", "percent"):
            return False
        rest = _OTHER.match(self.text, token.end)
        if rest is None:
            return False
        start = rest.start("noun")
        at = next((t for t in self.tokens if t.end > start), None)
        return at is None or at.start > start or (at.kind == "cue" and at.word.cues <= _NOUNS)

    def _status(self, token: Token) -> str:
        if token.start > self.plan_from:
            return self.status
        return "preliminary" if self.preliminary else ""


def _all_named(tokens: list[Token]) -> bool:
    """Does a list name the companies of the industry: China Telecom, China Mobile and Unicom?"""
    run = 0
    for token in tokens:
        if token.cue("entity"):
            run += 1
        elif not token.mark(",") and not token.cue("with"):
            run = 0
        if run >= 3:
            return True
    return False
