"""One sentence: from its tokens to what each of its numbers says.

A number is read from what stands between it and the number before it (its lead) and from the
few words after it (its tail); what those leave open is inherited from the context.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.context import Held, Subject
from bluebook.collect.bulletins.clause.joining import JOIN
from bluebook.collect.bulletins.clause.sorter import EXCEEDS
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english import goingon
from bluebook.collect.bulletins.english.onward import NOBODYS
from bluebook.collect.bulletins.lexicon.derived import counted
from bluebook.collect.bulletins.sentence.single import Reading
from bluebook.collect.bulletins.sentence.telling import Telling
from bluebook.collect.bulletins.text.hints import ENGLISH, figures
from bluebook.collect.bulletins.times.dates_en import of_days
from bluebook.language.expression import Call, Expression, Name
from bluebook.model.period import Period

# A span of days holds one of them.
_SPANS = ENGLISH.group(
    *(f"{day}{space}{to}" for day in (*"0123456789", "st", "nd", "rd", "th")
      for space in ("", " ") for to in ("-", "to", "through", "until"))
)  # fmt: skip

_NO_FIGURE = re.compile(r"\b(?:[2-6]g|(?:19|20)\d\d)\b")  # a generation of networks, a year

FAR = 200  # tokens before a number that may tell what it is of


class Sentence(Telling):
    """Reads the numbers of one sentence, changing the context as it goes."""

    def read(self) -> list[Reading]:
        """All readings of the sentence, in order."""
        context = self.context
        under = context.period, context.at_end
        context.earlier, context.text, context.grown = context.text, self.text, None
        context.earlier_listed, context.listed, context.recent = context.listed, (), []
        if context.manner not in ("share", "growth"):
            context.manner = ""
        if not context.earlier.endswith(";"):
            context.begun = None
        self._go_on()
        english = self.english
        if "definition" in self.told or self._days() or self.abroad() or self._noted():
            return self.readings
        self._stay()
        self._ahead()
        gap: list[Token] = []
        outer: list[tuple[list[Token], Held]] = []
        context.parent, context.around = None, ""
        self._left: tuple[Subject | None, str, Expression | None] = (None, "", None)
        i, tokens, parting = 0, self.tokens, "ofwhich" in self.told
        while i < len(tokens):
            token = tokens[i]
            if token.kind == "number":
                stop = self.row.group_end(i)
                tail = self.row.tail(stop)
                if self._number(tokens[i:stop], gap[-FAR:], tail):
                    gap = []
                i = stop + len(tail)
                continue
            if token.kind != "mark":
                used = self.english.after.used if self.english else None
                if parting and "ofwhich" in token.cues and token is not used:
                    context.parent = self._counted()
                gap.append(token)
            elif token.text in "([":
                outer.append((gap, context.held()))
                self._enter(gap)
                before = gap[-1:] if self._whole(gap) else gap[-2:]
                gap = [*before, token]
            elif token.text in ")]" and outer:
                gap = self._leave(token, gap, outer)
            else:
                gap.append(token)
            i += 1
        if gap and any(t.kind in ("when", "place") for t in gap) and not self._happened(gap):
            self._turn(self._turns(gap))
        if english is not None:
            self._passes(*under)
        self.leave()
        self._end()
        return self.readings

    def _end(self) -> None:
        """English: what a sentence leaves behind; of what place the next sentence may be: not of a part that was told beside all."""
        context = self.context
        if self.english is None:
            return
        self.english.ends(self.yeared)
        context.visited = self.visiting
        if self.visiting:
            return
        told = [r.territory for r in self.readings if r.expression is not None]
        own = context.territory
        if told and len(context.places) == 1 and context.places[0] not in (told[0], ""):
            one, last = told[0], context.places[0]
            if one == own or last in self.catalogue.above(one) or one in self.catalogue.above(last):
                context.places = (one,)  # 3.3 million, 320,000 of them in Guangdong
            elif last != own:
                context.places = NOBODYS  # 5.2 trillion in Guangdong, followed by Jiangsu
        context.at_home = context.at_home or told[:1] == [own]

    def _priced(self) -> None:
        """Chinese: the parts of a volume are at its prices: 邮电业务总量(2000年不变价)…。其中,…;…."""
        context = self.context
        if not (context.earlier.endswith(";") or self.text.startswith("其中")):
            context.prices = ""
        if "价" in context.earlier:
            context.prices = context.earlier

    def _passes(self, span: Period, at_end: bool) -> None:
        """English: a month of an average is over with its sentence, and who all operators were."""
        if self._of_each_month(span, at_end):
            self.after = span, at_end
        if self.industry and not self.alone:
            self.context.entity = ""  # the three operators had 1.6 billion users

    def _counted(self) -> Expression | None:
        """What is spoken of, or what a rate is of: at 123.4%. Some 640,000 of them were on 4G."""
        x = self.context.subject.expression if self.context.subject else None
        return (counted(self.catalogue, x) or x) if x is not None and self.english else x

    def _of_each_month(self, span: Period, at_end: bool) -> bool:
        """English: was a month of a longer period named for what each user used in it only?"""
        month, dated = self.after
        longer = 1 < span.months <= 12 or (at_end and not dated)
        if month.months > 1 or not (longer and span.first <= month.first <= span.last):
            return False
        said = [r.expression for r in self.readings]
        of = [x.arguments[0] if isinstance(x, Call) else x for x in said]
        return bool(said) and all(isinstance(x, Name) and self.teller.averages(x) for x in of)

    def _days(self) -> bool:
        """English: is the sentence of some days, as what follows it may be?"""
        days = self.english is not None and _SPANS in self.row.sought and of_days(self.text)
        self.context.days = self.context.days or days
        return days

    def _noted(self) -> bool:
        """English: is it a note of what was wrong before: (this version corrects the number …)?"""
        return self.english is not None and goingon.corrects(self.text)

    def _go_on(self) -> None:
        """English: does the sentence go on about what the one before was about?"""
        context, english = self.context, self.english
        context.based_on = None
        opening, context.opening = context.opening, False
        context.recalled = opening
        if english is None:
            self._priced()
            return
        if opening:
            context.recall()
        goes_on = goingon.goes_on(self.text, self.row.sought, opening=opening)
        figure = context.earlier.endswith(";") and goingon.bare(self.text)
        self.went = goingon.went(self.text, self.row.sought)
        if not opening and context.earlier and not figures(_NO_FIGURE.sub("", context.earlier)):
            context.subject = english.named_in(context.earlier) or context.subject
        if not (goes_on or figure or self.went or self.visiting or english.goes_on()):
            context.subject, context.manner = None, ""
            context.inner = None if opening else context.inner

    def _stay(self) -> None:
        """English: is the sentence of the place that was spoken of?"""
        context, english = self.context, self.english
        if english is None:
            return
        context.places = (self.visiting,) if self.visiting else english.places()
        if not context.places and english.of_there():
            context.places = context.left

    def _number(self, listed: list[Token], gap: list[Token], tail: list[Token]) -> bool:
        """Tell a number or a list of them; an aim's period does not stay."""
        context = self.context
        group = [t for t in listed if t.kind == "number"] if len(listed) > 1 else listed
        before = context.period, context.at_end, self.after
        self.aimed = self.english is None and self.chinese.aims(group[-1])
        told = self._tell(group, gap, tail)
        if self.aimed:
            context.period, context.at_end, self.after = before
        if told:
            self.begin = (tail or group)[-1].end
        return told

    def _leave(
        self, closes: Token, inner: list[Token], outer: list[tuple[list[Token], Held]]
    ) -> list[Token]:
        """The gap that goes on behind a bracket."""
        context = self.context
        gap, saved = outer.pop()
        if self._dating(inner):
            dated = [t for t in inner if t.kind == "when"]
            gap += [self._of_year(gap, t) for t in dated]  # 如今(2011年3月末)只剩
        self._left = context.subject, context.manner, context.inner
        self.begin = closes.end
        context.resume(saved)
        return gap

    def _of_year(self, gap: list[Token], year: Token) -> Token:
        """一季度(2022年): a part of the year in a bracket."""
        part = gap[-1].when if gap else None
        bare = part is not None and part.year is None and not part.relative
        if part is None or year.when is None or not bare or year.when.last - year.when.first != 11:
            return year
        return replace(year, when=replace(part, year=year.when.year))

    def _dating(self, inner: list[Token]) -> bool:
        """Chinese: does a bracket hold a date for what follows, behind words and no number?"""
        dated = [t for t in inner if t.kind == "when"]
        if self.english is not None or not dated or any(t.kind == "name" for t in inner):
            return False
        opens = self.row.first(dated[0].start) - 1
        behind = self.tokens[opens - 1] if opens > 0 else None
        return self.text[self.begin : dated[0].start - 1].strip(" ,") != "" and not (
            behind is not None and behind.kind == "number"
        )

    def _happened(self, gap: list[Token]) -> bool:
        """Is a period that in which something came about: 过半的时间点落在4月?"""
        whens = [t for t in gap if t.kind == "when"]
        if self.english is not None:
            return bool(whens) and all(map(self._eventful, whens))
        if not whens:
            return False
        return self.text.endswith(("在", "于", "自", "从"), 0, whens[-1].start)

    def _whole(self, gap: list[Token]) -> bool:
        """Chinese: does a bracket stand behind the name of a whole: 占固定宽带用户(6.34亿户)的比重?"""
        return (
            self.english is None
            and len(gap) > 1
            and gap[-1].kind == "name"
            and (gap[-2].cue("part") or gap[-2].text in EXCEEDS)
            and gap[-1].end + 1 >= self.tokens[self.row.first(gap[-1].end)].end
        )

    def _enter(self, gap: list[Token]) -> None:
        """A bracket behind a place: 收入居前的广东(增长9.7%)、上海(39.4%)."""
        if not gap or gap[-1].kind != "place":
            return
        context = self.context
        beside = JOIN.fullmatch(self.text[self.begin : gap[-1].start]) is not None
        names = [t for t in gap if t.kind == "name"] if self.english is None else []
        if self._left[0] is not None and beside:
            context.subject, context.manner, context.inner = self._left
        elif names:
            context.subject, context.manner = self.subjects.named(names[-1]), ""
