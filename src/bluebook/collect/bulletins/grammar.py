"""One sentence: from its tokens to what each of its numbers says.

A number is read from what stands between it and the number before it (its lead) and from the
few words after it (its tail); what those leave open is inherited from the context.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from bluebook.collect.bulletins.context import Context, Subject
from bluebook.collect.bulletins.derived import stock
from bluebook.collect.bulletins.joining import JOIN
from bluebook.collect.bulletins.lead import Lead, lead
from bluebook.collect.bulletins.manner import Said, Teller
from bluebook.collect.bulletins.numbers import Quantity, filled
from bluebook.collect.bulletins.strangers import generic, narrowed
from bluebook.collect.bulletins.subjects import Subjects
from bluebook.collect.bulletins.tokens import Token
from bluebook.collect.bulletins.vocabulary import Vocabulary
from bluebook.language.expression import Expression, Name, names
from bluebook.model.period import Period
from bluebook.model.unit import NUMBER

MAX_LIST = 40
_OTHER = re.compile(r"(?:以上|左右|以下|多)?的?(?P<noun>[\u4e00-\u9fff])")
# What a percentage is of, and words by which that is all there is: "of the national total".
_PART_OF = re.compile(
    r" of (?:(?:the|its|their|all|total|overall|country's|nation's|china's|national|combined|entire|whole|this|number|of"
    r"|three|sector's|industry's) )*+(?P<noun>[a-z][a-z0-9'-]*)"
)
_ALL = frozenset(
    [
        "total",
        "country",
        "nation",
        "whole",
        "all",
        "them",
        "those",
        "it",
        "sector",
        "industry",
        "plan",
        "annual",
        "growth",
        "increase",
        "overall",
        "number",
        "totals",
        "china",
        "these",
        "sum",
        "figure",
        "former",
        "latter",
        "same",
    ]
)
_TURN = re.compile(r"\b(?:while|whereas|but|although|though|whilst)\b")
_NEW = re.compile(r" (?:brand )?(?:new|additional|newly added)\b")
_FRONTED = re.compile(
    r"[\"' ]*(?:up|down|rising|increasing|growing|climbing|surging|falling|dropping|at|with|some|about|nearly|over|more than|around|a total of)\b"
)
_PARTING = re.compile(r"[\"' ]*(?:of|among) ")
# English sentences that go on about what the one before was about.
_GOES_ON = re.compile(
    r"[\"' ]*(?:it|this|that|they|the (?:figure|number|growth|total|rate|pace|increase)|of (?:which|the|them|these)"
    r"|among|which|up|down|and|compared|an increase|a rise|representing|accounting|growth)\b"
)
# In 在经济大省中排名第一 the others are not the nation's provinces.
_AMONG = re.compile(r"(?<![全各][国省市])中(?:排名?|排在|居|位居|位列|名列|列)?$")
_MONTH_ALONE = re.compile("当月|单月|本月")  # 12月当月: not the period of what follows
_PLANS = frozenset(("target", "forecast"))
_FLAGS = _PLANS | {"preliminary", "scope", "list"}
_NOUNS = frozenset(("noun", "modifier", "tail"))
_AFTER = re.compile(r"(?:的)?(以上|以下|以内|左右|上下|多|or more|or so|or less)")
_AFTER_BOUND = {"以上": "over", "多": "over", "or more": "over", "左右": "about", "上下": "about",
                "or so": "about", "以下": "up to", "以内": "up to", "or less": "up to"}  # fmt: skip


class Reading(NamedTuple):
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
        self.subjects = Subjects(tokens, context, teller, vocabulary)
        self.readings: list[Reading] = []

    def read(self) -> list[Reading]:
        """All readings of the sentence, in order."""
        context = self.context
        context.earlier, context.text = context.text, self.text
        context.listed = ()
        if context.manner not in ("share", "growth"):
            context.manner = ""
        if self.language == "en" and not _GOES_ON.match(self.text):
            context.subject, context.manner = None, ""
        if any(t.cue("definition") for t in self.tokens):
            return self.readings
        self._after = context.period, context.at_end
        self._ahead()
        self._parting = self.language == "en" and _PARTING.match(self.text) is not None
        self._fell = False  # was the last growth negative?
        self._used: Token | None = None  # "of which" after the number it tells of
        self._begin = 0  # where the gap before the next number begins
        gap: list[Token] = []
        outer: list[tuple[list[Token], Context]] = []
        context.parent = None
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            if token.kind == "number":
                stop = self._group_end(i)
                group = [t for t in self.tokens[i:stop] if t.kind == "number"]
                tail = self._tail(stop)
                if self._tell(group, gap, tail):
                    gap = []
                    self._begin = (tail or group)[-1].end
                i = stop + len(tail)
                continue
            if token.mark("(["):
                outer.append((gap, context.copy()))
                gap = [*gap[-2:], token]
            elif token.mark(")]") and outer:
                gap, saved = outer.pop()
                self._begin = token.end
                context.resume(saved)
            else:
                if token.cue("ofwhich") and token is not self._used:
                    context.parent = context.subject.expression if context.subject else None
                gap.append(token)
            i += 1
        if any(t.kind in ("when", "place") for t in gap):
            self._turn(lead(gap, self.text, (self._begin, len(self.text)), self.vocabulary))
        context.period, context.at_end = self._after
        return self.readings

    # The row of tokens ---------------------------------------------------------------------------

    def _ahead(self) -> None:
        """What the whole sentence is under: plans, forecasts, a date given at its end."""
        self.status = ""
        self._placed = False
        self.aside = False  # was the last number of something else?
        self.plan_from = len(self.text)
        flags: set[str] = set()
        for token in self.tokens:
            kinds = token.word.cues & _FLAGS
            if kinds and token.kind == "cue":
                flags |= kinds
                if kinds & _PLANS and token.start < self.plan_from:
                    self.status = "target" if "target" in kinds else "forecast"
                    self.plan_from = token.start
        self.preliminary = "preliminary" in flags
        self.context.yearly = any(t.cue("yoy") for t in self.tokens)
        self.industry = "scope" in flags
        self.listing = "list" in flags
        if self.language == "en" and any(t.kind in ("when", "place") for t in self.tokens):
            found = lead(self.tokens, self.text, (0, len(self.text)), self.vocabulary)
            ranging = next((t.start for t in self.tokens if t.cue("from")), len(self.text))
            whens = [t for t in found.sets if t.kind == "when" and t.start < ranging]
            places = [t for t in found.sets if t.kind == "place"]
            if len({t.when for t in whens}) == 1:
                self._turn(Lead(sets=whens[:1]))
            above = {code for t in places for code in self._above(t)}
            places = [t for t in places if t.word.territory not in above]
            if len({t.word.territory for t in places}) == 1:
                self._turn(Lead(sets=places[:1]))

    def _group_end(self, i: int) -> int:
        """The end of a list of numbers of one kind that begins at token i: 3.2、4.1和5亿户."""
        first = self.tokens[i]
        stop, last = i + 1, first
        for j in range(i + 1, min(len(self.tokens), i + 2 * MAX_LIST)):
            token = self.tokens[j]
            if token.kind == "number":
                between = self.text[last.end : token.start]
                if (
                    not JOIN.fullmatch(between)
                    or not between.strip()
                    or not self._alike(last, token)
                ):
                    break
                if between.strip() == "," and not self.listing:
                    break
                last, stop = token, j + 1
            elif not (token.mark("、,") or token.cue("with")):
                break
        return stop

    def _alike(self, a: Token, b: Token) -> bool:
        assert a.quantity and b.quantity
        kinds = self.teller.measure(a.quantity), self.teller.measure(b.quantity)
        if a.quantity.unit and b.quantity.unit.startswith(a.quantity.unit):
            return True  # 2.3个、2.4个和3.2个百分点
        return kinds[0] == kinds[1] or (not a.quantity.unit and a.quantity.kind == "number")

    def _tail(self, stop: int) -> list[Token]:
        """The tokens after a number that still belong to it."""
        tail: list[Token] = []
        before = self.tokens[stop - 1]
        for token in self.tokens[stop : stop + 12]:
            if token.kind in ("number", "mark"):
                break
            between = self.text[before.end : token.start]
            if self.language == "zh":
                if token.kind == "name" and between in ("", "的") and not self._goes_on(token):
                    tail.append(token)
                break
            if _TURN.search(between):
                break
            if not tail and token.text in ("were", "are") and self._names(token):
                continue
            if token.cue("with", "part", "reach", "net_up", "net_down", "from", "pull") and not (
                token.cue("from") and self._compares(token)
            ):
                break
            if (
                token.cue("level")
                and not token.cue("cmp")
                and token.text not in ("of", "at", "with")
            ):
                break
            if token.cue("up", "down") and len(between) > 16:
                break
            tail.append(token)
            before = token
        return tail

    def _goes_on(self, name: Token) -> bool:
        """Has a name a number of its own: the second one in 电话用户超7.7亿 手机用户超4亿?"""
        after = (t for t in self.tokens if t.start >= name.end)
        return next((t.kind == "number" for t in after if t.kind in ("number", "mark")), False)

    def _names(self, token: Token) -> bool:
        """English: does a name follow "1.1 billion were"?"""
        follows = [t for t in self.tokens if t.start >= token.end][:1]
        return bool(follows) and follows[0].kind == "name" and follows[0].start - token.end < 3

    def _compares(self, token: Token) -> bool:
        """English: is "from" followed by a period?"""
        follows = [t for t in self.tokens if t.start >= token.end][:1]
        return bool(follows) and follows[0].kind == "when"

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
                continue  # this year
            else:
                context.period = context.meant(when)
                context.at_end = when.end
                lasting = (
                    (not when.relative or (when.first >= 0 and when.relative[0] == "0"))
                    and token.start < self.plan_from
                    and not _MONTH_ALONE.match(self.text, token.end)
                )
                if lasting and context.period.months <= 12:
                    self._after = context.period, context.at_end
        if places:
            self._placed = True
            context.places = tuple(dict.fromkeys(t.word.territory for t in places))

    def _above(self, place: Token) -> list[str]:
        return list(self.catalogue.above(place.word.territory))

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
        found = lead(gap, self.text, (self._begin, group[0].start), self.vocabulary, self._codes())
        if gap and gap[-1].mark("(") and found.basis and not found.near:
            found.prior, found.basis = found.basis, None  # 比上年末(4.49亿户)
        if self.aside and not any(t.mark(",;:") for t in gap):
            found.rival = True  # 24个省市的普及率超过100部/百人
        self.aside = False
        if self.language == "zh" and gap and gap[-1].mark("(") and self._averages(gap):
            beside = [t.word.territory for t in gap[-3:-1] if t.kind == "place"]
            return self._elsewhere(group[0], beside[-1] if beside else "")
        ranging = found.has("from")
        self._take(found, tail, group)
        self._turn(found)
        subjects = self.subjects.of(found, tail, group, self.industry)
        if self.language == "en":
            if len(gap) == 1 and gap[0].mark("(") and not self._bracketed(found, group[0]):
                return True
            subjects = self._later(found, gap, tail, group) or subjects
            if "total" in self.text[gap[0].start if gap else 0 : group[0].start] or found.has(
                "total"
            ):
                subjects = [self._total(s) for s in subjects]
            if _NEW.match(self.text, group[-1].end):
                found.near.add("net_up")  # 25 million new users
        items = filled([t.quantity for t in group if t.quantity])
        if len(items) == 1 and len(context.places) > 1 and not self._placed:
            context.places = ()  # a list of places was for the lists of its own sentence
        places = context.places or (context.territory,)
        found.parted = self._parted(items, places)
        bases = [found.basis, *found.bases] if found.basis else []
        for n, (token, q) in enumerate(zip(group, items, strict=True)):
            if len(subjects) == len(items):
                subject = subjects[n]
            elif len(items) == 1 or len(places) == len(items):
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
            self._keep(token, Reading(
                token.start, token.end, x, place, period, q.value, q.half, self.teller.unit(x),
            ))  # fmt: skip
        return True

    def _total(self, subject: Subject) -> Subject:
        """600,000 new stations, taking the total to 718,000: the total is of the stock."""
        x = subject.expression and stock(self.catalogue, subject.expression)
        return Subject(x, subject.words) if x is not None else subject

    def _bracketed(self, found: Lead, token: Token) -> bool:
        """English: does a number alone in a bracket say something of what stands before it?"""
        q = token.quantity
        assert q is not None
        if self.teller.measure(q) == "level":
            return False  # the same in other money
        if self.teller.measure(q) == "percent" and not q.signed and not found.near:
            found.near.add("part")
            return self._parting or any(t.cue("ofwhich") for t in self.tokens)
        return True

    def _later(
        self, found: Lead, gap: list[Token], tail: list[Token], group: list[Token]
    ) -> list[Subject]:
        """English: the subject that a number's own clause names after it.

        At 1.58 trillion yuan, revenue was …; of which 555 million had access to gigabit services;
        half of mobile phone users were 5G users.
        """
        q = group[-1].quantity
        assert q is not None
        level = self.teller.measure(q) == "level"
        after = self._following((tail or group)[-1])
        beside = after[0].start - (tail or group)[-1].end if after else 99
        were = bool(after) and after[0].text in ("were", "are", "being", "was", "is")
        if level and not tail and after and beside < 12:
            named = after[1:2] if were else after[:1]
            if (
                named
                and named[0].kind == "name"
                and (not were or named[0].start - after[0].end < 3)
            ):
                return [self.subjects.named(named[0])] * len(group)
        if (
            level
            and tail
            and tail[0].kind == "name"
            and (described := self._described(tail, after))
        ):
            return [described] * len(group)
        if found.close or (tail and tail[0].kind == "name" and level):
            return []
        more = next((t for t in tail if t.cue("up", "down")), None)
        if not level and more is not None and more.text in ("more", "fewer", "less"):
            names = [t for t in tail if t.kind == "name"] or [
                t for t in after[:1] if t.kind == "name"
            ]
            return [self.subjects.named(t) for t in names[:1]]
        whole = bool(found.wholes) and not found.has("part", "share", "level", "reach")
        first = not self.text[: gap[0].start if gap else group[0].start].strip()
        part = found.has("ofwhich") or (first and _FRONTED.match(self.text) is not None)
        within = self._parting and level and not found.verbs
        must = found.has("ofwhich") or (whole and self.teller.measure(q) == "percent") or within
        which = next((t for t in after[:2] if not t.mark(",")), None)
        if level and which is not None and which.cue("ofwhich") and which is not after[-1]:
            bracket = (tail or group)[-1].end < which.start - 4
            if not after[0].mark(",") or bracket:  # 211.28 million (16.20%), of which were 3G users
                must, self._used = True, which
                self.context.parent = self.context.subject and self.context.subject.expression
        if not (must or part or self.teller.measure(q) == "rank"):
            return []
        for n, token in enumerate(after):
            if token.kind == "name":
                if must and narrowed(token, after[n + 1 :], self.text, self.vocabulary):
                    break
                return [self.subjects.named(token)] * len(group)
            aside = token.kind == "number" and self.text[: token.start].endswith((", or ", " or "))
            if token.mark(";") or (token.kind == "number" and not aside):
                break
        return [Subject(None, found.unknown or self.subjects.words(found))] if must else []

    def _described(self, tail: list[Token], after: list[Token]) -> Subject | None:
        """1.26 billion subscribers surfed the internet via their phones: what the clause adds."""
        whole = self.subjects.named(tail[0]).expression
        for token in (*tail[1:], *after):
            if token.mark(",;:(") or token.kind == "number":
                break
            if token.kind == "name" and all(n.conditions for n in token.word.namings):
                part = self.subjects.named(token)
                x = part.expression
                if isinstance(x, Name) and Name(self.catalogue.indicator(x.code).part_of) == whole:
                    return part
        return None

    def _following(self, last: Token) -> list[Token]:
        """The tokens after one, without a bracket that begins there."""
        after = [t for t in self.tokens if t.start >= last.end]
        if after and after[0].mark("("):
            closes = next((n for n, t in enumerate(after) if t.mark(")")), -1)
            if 0 < closes < 6:
                return after[closes + 1 :]
        return after

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

    def _take(self, found: Lead, tail: list[Token], group: list[Token]) -> None:
        """Add what the tail says: English puts verb, basis and whole after the number."""
        if self.language == "zh":
            return
        before, of = group[-1], False
        for token in tail:
            of = (
                of
                or "of" in self.text[before.end : token.start].split()
                or token.text.startswith("of")
            )
            if token.cue("level") and token.text == "of":
                found.of = True
            if token.kind == "cue":
                found.near |= token.word.cues - {"level", "cmp", "part"}
                if token.cue("up", "down") and not of:
                    found.near.discard("part")  # representing an increase of
                found.rival = found.rival or (of and token.cue("entity")) or token.cue("rival")
                if token.cue("up", "down"):
                    found.verbs.append("up" if token.cue("up") else "down")
            elif token.kind == "name" and before.cue("cmp"):
                found.rival = True  # than urban users
            elif token.kind == "name" and of:
                found.wholes.append(token)
            elif token.when is not None:
                if before.cue("cmp", "from"):
                    found.basis = token.when
                elif found.has("from") or (
                    token.when.relative.startswith("-") and not token.when.loose
                ):
                    found.prior = token.when
                else:
                    found.sets.append(token)
            elif token.kind == "place":
                if before.cue("cmp"):
                    found.rival = True  # than that of the eastern region
                elif of or found.has("part", "share"):
                    found.within = token.word.territory
                else:
                    found.sets.append(token)
            before = token

    def _one(self, token: Token, q: Quantity, found: Lead, subject: Subject, place: str) -> None:
        """The reading of one number of one subject."""
        context, x = self.context, subject.expression
        bare = not q.unit and not q.scale and q.kind == "number"
        if bare and not self._plausible(q, found, subject):
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
            self._keep(token, Reading(
                token.start, token.end, None, place or context.territory, context.period, value, half,
                next(iter(self.teller.words.get(q.unit, {"number": 1.0}))), subject=subject.words,
            ))  # fmt: skip
            context.subject = subject
            return
        value, half = value * said.factor + said.plus, half * said.factor
        value *= self._sign(found, said, q)
        unit = self.teller.unit(said.expression)
        period = self.teller.dated(said.expression, said.period)
        self._keep(token, Reading(
            token.start, token.end, said.expression, place, period, value, half, unit,
            bound=self._bound(token, q, found) or said.bound, status=self._status(token),
            suspect=said.suspect,
        ))  # fmt: skip
        context.subject, context.manner, context.inner = subject, said.manner, said.inner
        if said.manner == "share" and x is not None and said.inner is not None:
            context.shares[x] = said.inner
        context.said = said.expression

    def _of_another(self, token: Token, q: Quantity) -> bool:
        """Does a noun that is no name follow at once: 300个城市, 98%的县城?"""
        if self.language == "en":
            part = _PART_OF.match(self.text, token.end)
            noun = next((t for t in self.tokens if t.start >= token.end), None)
            if (
                noun is not None
                and noun.start - token.end < 2
                and noun.cue("noun")
                and self.teller.measure(q) == "percent"
                and not generic(noun.text, self.vocabulary, self._codes())
            ):
                return True  # an 80.6% penetration rate
            if part is None or self.teller.measure(q) != "percent" or part["noun"] in _ALL:
                return False
            if generic(part["noun"], self.vocabulary, self._codes()):
                return False
            beside = (token.end, part.start("noun") + 12)
            return not any(
                t.kind in ("name", "place") and beside[0] < t.end and t.start < beside[1]
                for t in self.tokens
            )
        if self.teller.measure(q) not in ("level", "percent"):
            return False
        rest = _OTHER.match(self.text, token.end)
        if rest is None:
            return False
        start = rest.start("noun")
        at = next((t for t in self.tokens if t.end > start), None)
        return at is None or at.start > start or (at.kind == "cue" and at.word.cues <= _NOUNS)

    def _plausible(self, q: Quantity, found: Lead, subject: Subject) -> bool:
        """May a number without unit or scale be a figure at all? English prints counts so."""
        x = subject.expression
        told = found.named or found.has("level", "reach", "net_up", "net_down", "up", "down")
        if x is None or not told:
            return False
        if self.teller.dimension(x) == NUMBER:
            return found.close
        counted = self.catalogue.units[self.teller.unit(x)].counted
        if found.named and "." in q.digits and not counted:
            return True  # 34.4 5G base stations per 10,000 people
        year = "," not in self.text[q.start : q.end] and 1900 <= q.value < 2100
        return counted and len(q.digits) >= 4 and not year

    def _keep(self, token: Token, reading: Reading) -> None:
        self.readings.append(reading)

    def _sign(self, found: Lead, said: Said, q: Quantity) -> int:
        """Declines are told by the verb."""
        if (
            said.manner in ("level", "share", "rank", "contribution", "completion", "mean")
            or q.value < 0
        ):
            return 1
        moves = [v for v in found.verbs if v in ("up", "down", "narrow", "net_up", "net_down")]
        if said.manner == "growth":
            # growth slowed to 3%: what it came to has the sign of the growth spoken of
            move = moves and moves[0 if found.has("reach") else -1]
            falls = found.has("fall") or move in ("down", "net_down", "narrow")
            if not moves and found.near <= {"with", "yoy", "mom", "fall"} and self._fell:
                falls = True  # decreasing 0.62% on month and 7.95% on year
            self._fell = falls
            return -1 if falls else 1
        if said.manner == "pull":
            return -1 if found.has("drag") or (bool(moves) and moves[-1] == "down") else 1
        less = bool(moves) and moves[-1] in ("down", "net_down", "narrow")
        return -1 if less != found.has("fall") else 1

    def _bound(self, token: Token, q: Quantity, found: Lead) -> str:
        after = _AFTER.match(self.text, token.end)
        return found.bound or q.bound or (_AFTER_BOUND[after[1]] if after else "")

    def _status(self, token: Token) -> str:
        if token.start > self.plan_from:
            return self.status
        return "preliminary" if self.preliminary else ""
