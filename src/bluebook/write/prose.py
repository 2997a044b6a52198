"""Automatic sentences: a figure, its growth, its share, its rank, in natural wording.

Nothing is said that the facts do not hold: a change whose sign is not sure is left out or
called broadly unchanged, a rank is named only where it is a single one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bluebook.language.expression import Call, Expression, Name, parse
from bluebook.language.meaning import Query, canonical_period, is_stock
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT
from bluebook.write import document as d
from bluebook.write.numbers import Known, Style, at
from bluebook.write.periods import adverbial
from bluebook.write.phrases import naming, said, sense
from bluebook.write.words import capital

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

Words = tuple[d.Inline, ...]
_VERBS = {  # (flow, stock); rising figures may be said to have reached their level
    "zh": (("为", "达"), ("为", "达")),
    "en": ((" came to ", " reached "), (" stood at ", " reached ")),
}
_EXPECTED = {  # (one, many)
    "zh": ("预计达", "预计达"),
    "en": (" is expected to reach ", " are expected to reach "),
}
_AFTER_NOUN = re.compile(r" (?:at|by|for|from|in|of|per|to|using|with) ")
_PART = {"zh": ("其中，", "其中，"), "en": ("Of this, ", "Of these, ")}
_SHARE = {"zh": "占比", "en": "with the share "}
_DISPUTED = {"zh": "（各来源数据不一致）", "en": " (the sources disagree)"}
_NATION = {"zh": "全国", "en": ""}


class Manner(NamedTuple):
    """What is to be said of each figure, and which turn it is, which varies the wording."""

    say: Sequence[str] = ()
    turn: int = 0


class Last(NamedTuple):
    """What the sentence before was about; `part` where it was a part of `whole`."""

    period: Period | None = None
    stock: bool = False
    territory: str = ""
    whole: str = ""
    part: bool = False


def sentences(desk: Desk, asked: Sequence[Query], say: Sequence[str] = ()) -> list[Words]:
    """One sentence for each figure that is known; the others are warned of by the caller."""
    out: list[Words] = []
    last = Last()
    for turn, query in enumerate(asked):
        fact = desk.account.ask(query)
        if fact is None:
            continue
        words, last = _sentence(desk, query, fact, last, Manner(say, turn))
        out.append(words)
    return out


def expected(desk: Desk, fact: Fact, known: Known) -> Words:
    """A projected figure in a sentence that says it is one."""
    query = Query(parse(fact.expression), fact.territory, Period.parse(fact.period))
    name = naming(desk, query.expression, inside=True)
    verb = _EXPECTED[desk.language][_plural(name)]
    style = Style(plain=_said(desk, fact, name))
    printed = desk.figure(desk.printer.print(at(fact, fact.value), style, known), fact)
    return d.Text(_start(desk, query, Last(), name) + verb), printed, d.Text(desk.words["stop"])


def _sentence(
    desk: Desk, query: Query, fact: Fact, last: Last, manner: Manner
) -> tuple[Words, Last]:
    stock = is_stock(query.expression, desk.catalogue)
    whole = _whole(desk, query.expression)
    part = bool(whole) and whole == last.whole
    name = naming(desk, query.expression, inside=True)
    start = _start(desk, query, last, name)
    style = Style(plain=_said(desk, fact, name))
    verb = _verb(desk, query, fact, manner.turn)
    out: list[d.Inline] = [d.Text(start + verb), desk.put(fact, style)]
    if fact.status == "D":
        out.append(d.Text(_DISPUTED[desk.language]))
    for clause in _clauses(desk, query, manner, style):
        out += [d.Text(desk.words["comma"]), *clause]
    out.append(d.Text(desk.words["stop"]))
    code = query.expression.code if isinstance(query.expression, Name) else ""
    return tuple(out), Last(query.period, stock, query.territory, whole if part else code, part)


def _start(desk: Desk, query: Query, last: Last, name: str) -> str:
    """A sentence as far as its subject: date or part, place and name, where they are new."""
    stock = is_stock(query.expression, desk.catalogue)
    whole = _whole(desk, query.expression)
    head = ""
    if (query.period, stock, query.territory) != (last.period, last.stock, last.territory):
        head = adverbial(query.period, desk.language, stock=stock) + desk.words["comma"]
    elif whole and whole == last.whole and not last.part:
        head = _PART[desk.language][stock]
    place = _place(desk, query.territory) if query.territory != last.territory else ""
    return head + place + name if desk.language == "zh" else capital(head + name + place)


def _verb(desk: Desk, query: Query, fact: Fact, turn: int) -> str:
    """`为`, `came to`; `达`, `reached` only of what has grown. 超过 and 约 need none."""
    known = desk.known(fact)
    if desk.language == "zh" and (known.bound == "about" or desk.printer.bound(fact, known)):
        return ""
    level, reached = _VERBS[desk.language][is_stock(query.expression, desk.catalogue)]
    growth = _growth(desk, query) or _points(desk, query)
    change = desk.account.ask(query._replace(expression=growth)) if growth else None
    up = change is not None and sense(desk, change) == "up"
    return reached if up and turn % 2 else level


def _plural(name: str) -> bool:
    """Does an English name speak of many: mobile subscribers at the end, not revenue from users?"""
    head = _AFTER_NOUN.split(name, maxsplit=1)[0]
    return head.endswith("s") and not head.endswith("ss")


def _said(desk: Desk, fact: Fact, name: str) -> bool:
    """Does the name say the unit already: 1.594 billion of mobile phone subscribers?"""
    unit = desk.printer.units.words(fact.unit)[1].strip()
    return desk.language == "en" and bool(unit) and unit in name.split()


def _clauses(desk: Desk, query: Query, manner: Manner, style: Style) -> list[Words]:
    """What is known beside the figure itself, in the order of a bulletin."""
    made: list[Words] = []
    done: set[str] = set()
    for name, build, instead in _KINDS:
        if (manner.say and name not in manner.say) or instead & done:
            continue
        expression = build(desk, query)
        if expression is None:
            continue
        plain = style if name == "change" else Style()
        clause = _clause(desk, query._replace(expression=expression), manner.turn, plain)
        if clause:
            prefix = (d.Text(_SHARE[desk.language]),) if name == "pp" and "share" in done else ()
            made.append((*prefix, *clause))
            done.add(name)
    return made


def _clause(desk: Desk, asked: Query, turn: int, style: Style) -> Words:
    period = canonical_period(asked.expression, asked.period, desk.catalogue)
    asked = asked._replace(period=period)
    fact = desk.account.ask(asked)
    if fact is None or not fact.claims:
        return ()
    if isinstance(asked.expression, Call) and asked.expression.operator == "rank":
        return said(desk, asked, fact) if fact.lower == fact.upper else ()
    if desk.printer.bound(fact) or desk.printer.vague(fact):
        return ()
    signed = not isinstance(asked.expression, Call) or asked.expression.operator != "share"
    if signed and not sense(desk, fact):
        return ()
    return said(desk, asked, fact, style, turn)


# What may be said of a figure ---------------------------------------------------------------


def _indicator(desk: Desk, query: Query) -> Name | None:
    return query.expression if isinstance(query.expression, Name) else None


def _percent(desk: Desk, x: Name) -> bool:
    return desk.printer.units.dimension(desk.catalogue.indicator(x.code).unit) == PERCENT


def _change(desk: Desk, query: Query) -> Expression | None:
    x = _indicator(desk, query)
    stock = x is not None and is_stock(x, desk.catalogue)
    return Call("change", (x,)) if x and stock and not _percent(desk, x) else None


def _growth(desk: Desk, query: Query) -> Expression | None:
    x = _indicator(desk, query)
    return Call("yoy", (x,)) if x and not _percent(desk, x) else None


def _points(desk: Desk, query: Query) -> Expression | None:
    """The change of a percentage, or of the share just named."""
    x = _indicator(desk, query)
    if x and _percent(desk, x):
        return Call("pp", (x,))
    share = _share(desk, query)
    return Call("pp", (share,)) if share else None


def _share(desk: Desk, query: Query) -> Expression | None:
    whole = _whole(desk, query.expression)
    x = _indicator(desk, query)
    return Call("share", (x,), (("of", Name(whole)),)) if x and whole else None


def _within(desk: Desk, query: Query) -> Expression | None:
    x = _indicator(desk, query)
    above = list(desk.catalogue.above(query.territory))
    if x is None or not above:
        return None
    if not desk.printer.units.scaled(desk.catalogue.indicator(x.code).unit):
        return None
    return Call("share", (x,), (("within", above[-1]),))


def _rank(desk: Desk, query: Query) -> Expression | None:
    x = _indicator(desk, query)
    level = desk.catalogue.territory(query.territory).level
    return Call("rank", (x,)) if x and level == "province" else None


Build = Callable[["Desk", Query], Expression | None]
_KINDS: tuple[tuple[str, Build, frozenset[str]], ...] = (
    ("change", _change, frozenset()),
    ("yoy", _growth, frozenset({"change"})),
    ("share", _share, frozenset()),
    ("pp", _points, frozenset()),
    ("within", _within, frozenset()),
    ("rank", _rank, frozenset()),
)
SAYS = tuple(name for name, _, _ in _KINDS)


def _whole(desk: Desk, expression: Expression) -> str:
    if isinstance(expression, Name):
        return desk.catalogue.indicator(expression.code).part_of
    return ""


def _place(desk: Desk, territory: str) -> str:
    """The territory in the sentence: `广东`, `全国`, ` in Guangdong`."""
    name = desk.name(territory)
    if desk.language == "en":
        return f" in {name}"
    return name if desk.catalogue.territory(territory).parent else _NATION["zh"]
