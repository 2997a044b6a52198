"""Facts in rows and columns: what is asked for in each cell, and the units columns share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.language.expression import (
    Binary,
    Call,
    Expression,
    Name,
    Negative,
    names,
    parse,
    show,
)
from bluebook.language.meaning import Query, is_stock, split_query
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT, POINTS
from bluebook.write.desk import Desk
from bluebook.write.digits import leading
from bluebook.write.directive import headed
from bluebook.write.numbers import Style
from bluebook.write.periods import named
from bluebook.write.phrases import naming
from bluebook.write.scales import ONE, common
from bluebook.write.words import capital

HEADS = {
    "zh": {
        "level": "数值", "yoy": "比上年增长", "change": "比上年末净增", "share": "占比",
        "pp": "变动", "pull": "拉动", "contribution": "贡献率", "rank": "位次",
        "cagr": "年均增长", "ytd": "累计", "lag": "上年",
    },
    "en": {
        "level": "Level", "yoy": "Growth", "change": "Net change", "share": "Share",
        "pp": "Change", "pull": "Pull", "contribution": "Contribution", "rank": "Rank",
        "cagr": "Average growth", "ytd": "Year to date", "lag": "Year before",
    },
}  # fmt: skip
X = Name("x")


class Head(NamedTuple):
    """What a row or column adds to the question its cells ask."""

    expression: Expression | None = None
    territory: str = ""
    period: Period | None = None
    text: str = ""  # a heading the author gave

    def over(self, other: Head) -> Head:
        """Both together; `x` in one is the expression of the other."""
        inner, outer = self.expression, other.expression
        if inner is not None and outer is not None:
            if X.code in names(inner):
                inner, outer = outer, inner
            expression: Expression | None = put(outer, inner)
        else:
            expression = inner if outer is None else outer
        return Head(
            expression, self.territory or other.territory, self.period or other.period, self.text
        )


def put(template: Expression, x: Expression) -> Expression:
    """The template with `x` replaced.

    >>> show(put(parse("yoy(x)"), parse("mobile_subs")))
    'yoy(mobile_subs)'
    """
    match template:
        case Name(X.code):
            return x
        case Negative(operand):
            return Negative(put(operand, x))
        case Binary(sign, left, right):
            return Binary(sign, put(left, x), put(right, x))
        case Call(name, arguments, options):
            return Call(
                name,
                tuple(a if isinstance(a, str) else put(a, x) for a in arguments),
                tuple((k, v if isinstance(v, str) else put(v, x)) for k, v in options),
            )
        case _:
            return template


def heads(items: Iterable[str], desk: Desk) -> list[Head]:
    """Items of `rows` or `columns`: expressions, territories (or a level of them), periods."""
    from bluebook.write.directive import periods, territories

    levels = {t.level for t in desk.catalogue.territories.values() if t.level}
    out: list[Head] = []
    for item in items:
        text, heading = headed(item)
        if re.match(r"\d{4}", text):
            out += [Head(period=p, text=heading) for p in periods(text)]
        elif text in levels or text in desk.catalogue.territories:
            codes = territories([text], desk.catalogue, desk.territory)
            out += [Head(territory=code, text=heading) for code in codes]
        elif text in ("level", "share"):
            out.append(Head(X if text == "level" else Name("share"), text=heading))
        else:
            source, place, when = split_query(text)
            expression = parse(source)
            for code in names(expression) - {X.code}:
                desk.catalogue.indicator(code)
            if place:
                desk.catalogue.territory(place)
            period = Period.parse(when) if when else None
            out.append(Head(expression, place, period, heading))
    return out


def question(desk: Desk, *parts: Head) -> Query | None:
    """What a cell asks; None where it cannot be asked (no whole to be a share of)."""
    whole = Head()
    for part in parts:
        whole = whole.over(part)
    if whole.expression is None or X.code in names(whole.expression):
        raise BluebookError(
            "neither rows nor columns name an indicator",
            "list expressions in :rows: or in :columns:, and what is asked of them in the other",
        )
    expression = whole.expression
    if expression == Name("share"):
        return None
    if isinstance(expression, Name) and whole.expression is not None:
        desk.catalogue.indicator(expression.code)
    territory = whole.territory or desk.territory
    period = whole.period or Period.parse(desk.period)
    return desk.query(show(expression), territory, str(period))


def shared(head: Head, desk: Desk) -> Head:
    """`share` of a row means its part of the whole that the catalogue names."""
    if isinstance(head.expression, Name):
        code = head.expression.code
        whole = desk.catalogue.indicator(code).part_of if code in desk.catalogue.indicators else ""
        if whole:
            return Head(Call("share", (head.expression,), (("of", Name(whole)),)))
    return Head(Name("share"))


def caption(head: Head, desk: Desk, *, template: bool = False, stock: bool = False) -> str:
    """The heading of a row or column."""
    if head.text:
        return head.text
    if head.expression is None:
        if head.territory:
            return desk.name(head.territory)
        return capital(named(head.period, desk.language, stock=stock)) if head.period else ""
    if template or X.code in names(head.expression):
        words = HEADS[desk.language]
        if head.expression == X:
            return words["level"]
        if head.expression == Name("share"):
            return words["share"]
        if isinstance(head.expression, Call) and head.expression.operator in words:
            return words[head.expression.operator]
    return _pinned(head, desk, head.expression)


def _pinned(head: Head, desk: Desk, expression: Expression) -> str:
    """An expression with the place and period it is pinned to, where they are not the usual."""
    name = naming(desk, expression)
    elsewhere = bool(head.territory) and head.territory != desk.territory
    if elsewhere and desk.language == "zh":
        name = desk.name(head.territory) + name
    parts = [name]
    if elsewhere and desk.language == "en":
        parts.append(desk.name(head.territory))
    if head.period and head.period.last != Period.parse(desk.period).last:
        stock = is_stock(expression, desk.catalogue)
        parts.append(named(head.period, desk.language, stock=stock))
    return desk.words["comma"].join(parts)


class Shown(NamedTuple):
    """How a group of cells is printed, and the unit to stand in its heading ("" for none)."""

    style: Style
    unit: str


def together(
    facts: Sequence[Fact], desk: Desk, into: Sequence[str], significant: int = 9
) -> Shown | None:
    """One scale and one number of decimals for facts of one unit; None where units differ.

    `significant` is the most digits that the largest of them may have after its scale, as far
    as they stand after the point: a chart has less room than a table.
    """
    units = {fact.unit for fact in facts}
    if len(units) != 1:
        return None
    code = units.pop()
    printer = desk.printer
    style = Style(plain=True, fixed=True)
    wanted = _fitting(facts, desk, code, into)
    if wanted:
        frame = printer.units.asked(code, wanted)
        gap = " " if frame.before and frame.after and not frame.after.startswith(" ") else ""
        unit = f"{frame.before.strip()}{gap}{frame.after}".strip()
        style = style._replace(into=wanted)
    else:
        scaled = printer.units.scaled(code)
        scale = common([f.value for f in facts], desk.language) if scaled else ONE
        style, unit = style._replace(scale=scale), printer.units.named(code, scale)
    percent = printer.units.dimension(code) in (PERCENT, POINTS)
    plain = [f for f in facts if not printer.bound(f) and not (percent and abs(f.value) < 0.05)]
    places = [printer.place(f, style, desk.known(f)) for f in plain]
    sizes = [abs(f.value) / printer.frame(f, style).factor for f in plain]
    decimals = _decimals([max(-p, 0) for p in places], sizes, percent=percent)
    largest = max((abs(f.value) / printer.frame(f, style).factor for f in facts), default=0.0)
    decimals = min(decimals, max(significant - 1 - leading(largest), 0))
    return Shown(style._replace(digits=max(decimals, 0)), unit)


def _decimals(known: Sequence[int], sizes: Sequence[float], *, percent: bool) -> int:
    """One number of decimals for figures of these sizes, known to so many decimals each.

    As few as the least known has, if half of the figures then keep three digits and all of them
    two (or what they have). Percentages keep one decimal; one known to none is printed so.

    >>> _decimals([2, 0, 2], [110760.94, 102700, 43903.89], percent=False)
    0
    >>> _decimals([1, 0], [3.6, 11], percent=True)
    1
    """
    if percent:
        return min((d for d in known if d), default=0 if known else 1)
    middle = sorted(sizes)[(len(sizes) - 1) // 2] if sizes else 0.0
    for decimals in sorted(set(known)):
        kept = [leading(size) + 1 + decimals for size in sizes]
        own = [leading(size) + 1 + d for size, d in zip(sizes, known, strict=True)]
        fair = all(k >= min(2, o) for k, o in zip(kept, own, strict=True))
        if fair and leading(middle) + 1 + decimals >= 3:
            return decimals
    return max(known, default=0)


def _fitting(facts: Sequence[Fact], desk: Desk, code: str, into: Sequence[str]) -> str:
    """Which of the scales and units of `:in:` suits figures of this unit; "" for none.

    Of several (`in: billion; million`) the largest in which half of the figures reach one.
    """
    units = desk.printer.units
    factors: dict[str, float] = {}
    for wanted in into:
        try:
            factor = units.asked(code, wanted).factor
        except BluebookError:
            continue
        if units.own(code, wanted):
            factors[wanted] = factor
    sizes = sorted(abs(fact.value) for fact in facts)
    middle = sizes[(len(sizes) - 1) // 2]
    reached = [wanted for wanted, factor in factors.items() if middle >= factor]
    if reached:
        return max(reached, key=factors.__getitem__)
    return min(factors, key=factors.__getitem__, default="")
