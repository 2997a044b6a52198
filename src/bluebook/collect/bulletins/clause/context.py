"""What a text is speaking of at a place in it: subject, whole, territory, period, manner."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from msgspec import Struct

from bluebook.collect.bulletins.lexicon.vocabulary import Naming, Word
from bluebook.collect.bulletins.times.when import When
from bluebook.language.expression import Expression, Name, names
from bluebook.model.period import Period

MONTH = "(month)"  # a condition of names: a single month is spoken of
TO = "(to "  # "(to 2008)": figures of no later year


class Subject(Struct, frozen=True):
    """What a number is said of: an expression, or words that the catalogue does not know."""

    expression: Expression | None
    words: str = ""


@lru_cache(maxsize=4096)
def codes(expression: Expression) -> tuple[str, ...]:
    """The indicators that an expression mentions, in order."""
    return tuple(sorted(names(expression)))


Held = tuple[Subject | None, str, Expression | None, Period, bool, tuple[str, ...]]


@dataclass(slots=True)
class Context:
    """Carried from number to number and sentence to sentence.

    `manner` is what the last number was (level, growth, share, change …) and `inner` the
    expression whose change "较上年提高" speaks of; `shares` are the shares last spoken of, by the
    part. `listed` are the subjects of a list, `turn` the next of them that a number is of. `at_end` says that the period was given as a
    stock's date ("截至5月末"). `parent` is what 其中 speaks of. `text` is the sentence being read,
    `earlier` the one before it, `issued` the month of issue, `head` the beginning of the document.
    """

    territory: str
    period: Period
    at_end: bool = False
    subject: Subject | None = None
    parent: Expression | None = None
    listed: tuple[Subject, ...] = ()
    earlier_listed: tuple[Subject, ...] = ()  # of the sentence before
    turn: int = 0
    recent: list[Subject] = field(default_factory=list)  # named for the levels of this sentence
    shares: dict[Expression, Expression] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    manner: str = ""
    compared: bool = False  # the last number told by how much a level went beyond an earlier one
    weighed: bool = False  # the last number was said of 比重 or a share, by name
    inner: Expression | None = None
    said: Expression | None = None  # what the last number said
    grown: Expression | None = None  # the growth that the sentence last told
    ranging: bool = False  # the last number was the first of "from … to …"
    planned: tuple[str, Period, bool] | None = None  # Chinese: the last clause's plan
    aims: bool = False  # Chinese: the paragraph tells aims: 发展目标:到2020年…
    standing: tuple[Period, bool] | None = None  # the period that paragraphs begin with
    stated: bool = False  # the text says that its figures are of that period
    yearly: bool = False  # the sentence compares with the year before
    issued: Period | None = None  # the month of issue, where the text names it
    before: tuple[Subject, str, Expression | None] | None = None  # the last paragraph's end
    given: bool = False  # is the place given, or not known, not what the text tells of itself?
    around: str = ""  # Chinese: the place of which the last one is told as a part: 其中成都
    lately: list[Subject] = field(default_factory=list)  # what the paragraph told levels of
    lost: bool = False  # nothing known was spoken of where the last paragraph ended
    recalled: bool = False  # what is spoken of is what the last paragraph ended with
    prices: str = ""  # Chinese: the sentence that told at which prices volumes are, for their parts
    text: str = ""
    earlier: str = ""
    head: str = ""
    based: dict[str, str] = field(default_factory=dict)  # the prices of volumes, as notes say
    days: bool = False  # English: the last sentence that told a time told a few days
    yeared: bool = False  # the last sentence named a year
    summed: bool = False  # English: was the last figure one up to a date?
    monthly: bool = (
        False  # Chinese: figures of a month are of it, not to date, as elsewhere than here
    )
    units: dict[str, Counter[str]] = field(default_factory=dict)  # Chinese: told levels by unit
    met: set[str] = field(default_factory=set)  # the indicators that the document has told
    entity: str = ""  # the company that the last sentence was about
    company: str = ""  # Chinese: the one that the paragraph is about
    region: str = ""  # Chinese: a region that the catalogue does not know, up to the full stop
    companies: bool = False  # Chinese: has the document named one?
    briefly: tuple[Period, bool] | None = None  # Chinese: the last sentence's, of its own only
    begun: When | None = None  # Chinese: when "from … to …" began
    back: tuple[Period, bool] | None = None  # the period after one that holds up to the full stop
    left: tuple[str, ...] = ()  # the places of the paragraph before
    at_home: bool = False  # English: the paragraph has told a figure of the page's own place
    visited: str = ""  # English: the other country that the sentence before was of
    named: tuple[str, ...] = ()  # English: the place that a sentence before named last
    opening: bool = False  # a paragraph begins
    flowing: bool = False  # English: the document has told a flow
    based_on: Period | None = None  # English: what the last growth of the sentence is since
    lag: int = 0  # English: months back that the text compares with first …
    lag_here: int = 0  # … and last in its paragraph, …
    lag_clause: int = 0  # … and in the last clause before a semicolon
    topic: tuple[str, ...] = ()  # English: the industry being spoken of, as words

    def begin(self, language: str, *, listed: bool = False) -> None:
        """Begin a paragraph, of the page's period; what was spoken of does not stay.

        `listed`: it is the next point of a list, which goes on with the period of the one before.
        """

        self.lost = self.subject is None
        if self.subject is not None:
            self.before = self.subject, self.manner, self.inner
        self.left = self.places or self.left
        self.places, self.subject, self.manner, self.inner = (), None, "", None
        self.shares, self.listed, self.back, self.entity = {}, (), None, ""
        self.lately = []
        self.company, self.opening, self.planned = "", True, None
        self.at_home = False
        self.lag_here = 0
        self.aims, self.briefly = False, None
        if self.standing is not None and not listed:
            self.period, self.at_end = self.standing
        if language == "zh":
            self.text = self.earlier = self.prices = ""

    def ends_page(self) -> bool:
        """Is the month of a date that which ends the quarter or half year that a page is of?"""
        page = self.standing[0] if self.standing is not None and self.at_end else None
        return page is not None and page.months in (3, 6) and page.last == self.period.last

    def at_prices(self, code: str) -> str:
        """The prices at which a note says that the volumes of an indicator's trade are."""
        return self.based.get(code.partition("_")[0], "") if self.based else ""

    def recall(self) -> None:
        """Speak again of what the paragraph before ended with."""
        if self.before is not None:
            self.subject, self.manner, self.inner = self.before

    def meant(self, when: When) -> Period:
        """The period that a mention turns to; 去年, last year are those of the day of issue."""
        if not when.loose:
            if self.standing and when.relative in ("0m", "0q") and self.period.is_year:
                return when.resolve(self.standing[0])
            return when.resolve(self.period)
        if self.issued is not None:
            return when.resolve(self.issued)
        page = self.standing[0] if self.standing else self.period
        if when.relative.endswith("m"):
            return page.at_end
        closed = page.last % 12 == 11  # a year's report is issued in the next
        return when.resolve(Period.year_of(page.year + closed))

    def held(self) -> Held:
        """What is spoken of before a bracket."""
        return self.subject, self.manner, self.inner, self.period, self.at_end, self.places

    def resume(self, held: Held) -> None:
        """Speak again of what was spoken of before a bracket."""
        self.subject, self.manner, self.inner, self.period, self.at_end, self.places = held

    def copy(self) -> Context:
        return replace(self)


def choose(
    word: Word, context: Context, start: int, end: int = 0, *, whole: bool = False
) -> Name | None:
    """The indicator a name stands for here: the one whose condition stands nearest before it.

    A condition may stand anywhere in the sentence, or before it in the one that went before.
    What the name itself says, up to `end`, is no condition of it.
    A `whole` is named plainly: what narrows the part does not narrow it.
    """
    best, nearness = None, -1.0
    plain = bool(word.plain)
    if plain and (whole or len(word.plain) == len(word.namings)):
        return Name(word.plain[0].code)
    text = context.text
    if end:
        text = text[:start] + "." * (end - start) + text[end:]
    about = _about(text, start)
    clause = _clause(text, start, end) if plain and end and text.isascii() else about
    for naming in word.namings:
        conditions = naming.conditions
        if not conditions:
            near = 0.0
        elif _all_stand(conditions, clause if naming.fast else about, context):
            near = 1_000_000 + max(_stands(c, text[:start], context) for c in conditions)
        elif (
            start < 40
            and (not plain or naming.priced)
            and _all_stand(conditions, context.earlier, context)
        ):
            near = 1 + max(_stands(c, context.earlier, context) for c in conditions)
        elif naming.priced and context.prices and _all_stand(conditions, context.prices, context):
            near = 0.6
        elif naming.priced and _all_stand(conditions, context.at_prices(naming.code), context):
            near = 0.5
        elif not plain and _all_stand(conditions, context.head, context):
            near = 0
        else:
            continue
        if (
            naming.conditions
            and not plain
            and _OTHER_TRADE.search(
                _since(naming, (context.earlier if near < 1_000_000 else "") + text[:start])
            )
        ):
            continue  # 通信业…;软件业完成业务收入
        if near > nearness:
            best, nearness = naming, near
    if best and nearness == 0 and not plain:
        headed = {n.code for n in word.namings if _all_stand(n.conditions, context.head, context)}
        if len(headed) > 1 and context.head not in (context.text, context.earlier):
            return None  # 普及率, of fixed or of mobile phones, where the head speaks of both
    return Name(best.code) if best else None


_OTHER_TRADE = re.compile(r"[\u4e00-\u9fff](?:产业|[^产行企就事作专营]业)(?![务态绩])")


def _all_stand(conditions: tuple[str, ...], text: str, context: Context) -> bool:
    """Do all conditions stand in a text?"""
    for condition in conditions:  # noqa: SIM110  all() takes half as long again
        if _stands(condition, text, context) < 0:
            return False
    return True


def _since(naming: Naming, text: str) -> str:
    """Of the text before a name, what stands after its conditions."""
    ends = [text.rfind(w) + len(w) for c in naming.conditions for w in c.split("|") if w in text]
    return text[max(ends) :] if ends else text


def _about(text: str, start: int) -> str:
    """The sentence to the end of a name's clause; a base of prices may come later."""
    end = text.find(",", start)
    return text if end < 0 or "价" in text[end:] or text.isascii() else text[:end]


def _clause(text: str, start: int, end: int) -> str:
    """English: the text without what stands beyond the commas around a name."""
    begin = max(text.rfind(mark, 0, start) for mark in (", ", "; ", ": ")) + 1
    stop = min((at for mark in (", ", "; ", ": ") if (at := text.find(mark, end)) >= 0), default=-1)
    return "." * begin + text[begin : stop if stop >= 0 else len(text)]


def _stands(condition: str, text: str, context: Context) -> float:
    """Where a condition ends that stands in a text, -1 if nowhere; of two, the longer.

    MONTH stands where one is spoken of, TO a year in figures of it or before. 上年不变 may be printed 2019年不变; words that may stand for one another are parted by bars.
    """
    if condition == MONTH:
        to_date = not context.text.isascii() or context.summed or context.ends_page()
        dated = context.at_end and to_date
        return 0.0 if context.period.months == 1 and not dated else -1.0
    if condition.startswith(TO):
        return 0.0 if context.period.year <= int(condition[len(TO) : -1]) else -1.0
    if not text:
        return -1.0
    place = -1.0
    for word in _either(condition):
        if word in text:
            place = max(place, _last(word, text))
    if place >= 0 or ("年" not in condition and "year" not in condition):
        return place
    for word in ("上年", "the previous year", "last year"):
        if place < 0 and word in condition:
            year = f"{context.period.year - 1}" + "年" * (word == "上年")
            place = _last(condition.replace(word, year), text)
    return place


@lru_cache(maxsize=65536)
def _either(condition: str) -> tuple[str, ...]:
    """The words that may stand for one another in a condition."""
    return tuple(condition.split("|"))


def _last(word: str, text: str) -> float:
    """Where it ends that stands last; what something is a part of (占移动用户的59%) does not count."""
    found = text.rfind(word)
    while found > 0 and "占" in text[max(0, found - 3) : found]:
        found = text.rfind(word, 0, found)
    return found + len(word) * 1.001 if found >= 0 else -1.0
