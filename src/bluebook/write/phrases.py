"""A figure said in the words of its operator: `比上年增长3.6%`, `up 3.6% year on year`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bluebook.errors import BluebookError
from bluebook.language.expression import Call, Expression, Name, Number, show
from bluebook.language.meaning import Query, is_stock
from bluebook.language.operators import operator
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.model.unit import PERCENT, POINTS
from bluebook.write import document as d
from bluebook.write.numbers import AS_IS, Style
from bluebook.write.periods import named
from bluebook.write.words import lower_first

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

FLAT = 1.0  # "broadly unchanged" says that the change is below one per cent or point
_OF = re.compile(r"\{y\}")
_BASE = re.compile("上年|全年|同比|year")
_NATION = {"zh": "全国", "en": "the national total"}


def sense(desk: Desk, fact: Fact) -> str:
    """`up`, `down`, `flat` (may be nought, and is small) or "" (not known which)."""
    if not desk.printer.zero(fact, desk.known(fact)):
        return "up" if fact.value > 0 else "down"
    small = max(abs(fact.lower), abs(fact.upper))
    if desk.printer.units.dimension(fact.unit) in (PERCENT, POINTS):
        return "flat" if small <= FLAT else ""
    level = _level(desk, fact)
    return "flat" if level and small <= FLAT / 100 * abs(level.value) else ""


def _level(desk: Desk, fact: Fact) -> Fact | None:
    """The level whose change the fact is."""
    from bluebook.language.expression import parse

    expression = parse(fact.expression)
    if isinstance(expression, Call) and not isinstance(expression.arguments[0], str):
        period = Period.parse(fact.period)
        return desk.account.ask(Query(expression.arguments[0], fact.territory, period))
    return None


def said(
    desk: Desk, asked: Query, fact: Fact, style: Style = AS_IS, turn: int = 0
) -> tuple[d.Inline, ...]:
    """The fact in words; `turn` varies the wording where the language has several."""
    call = asked.expression
    if not isinstance(call, Call):
        raise BluebookError(
            f"{show(call)} has no words of its own",
            "{g} says an operator such as yoy(…); use {n} for the number",
        )
    how = sense(desk, fact)
    phrases = [p for p in operator(call.operator).phrases[desk.language] if p.write]
    if not phrases:
        return (desk.put(fact, style),)
    signed = any(p.sense for p in phrases)
    fitting = [p for p in phrases if p.sense == (how if signed else "")]
    fitting = [p for p in fitting if _fits(p.text, asked, desk)] or fitting
    for must in (_OF, _BASE):  # a share says of what, a change says since when
        fitting = [p for p in fitting if must.search(p.text)] or fitting
    if not fitting:
        return _unsure(desk, asked, fact, style, how)
    phrase = fitting[turn % len(fitting)]
    text = _based(phrase.text, asked, desk)
    style = style._replace(absolute=signed)
    if call.operator == "rank":
        style = style._replace(ordinal=True, digits=0)
    printed = desk.put(fact, style) if "{v}" in text else None
    return _filled(desk, text, asked, printed)


def _filled(desk: Desk, text: str, asked: Query, printed: d.Printed | None) -> tuple[d.Inline, ...]:
    call = asked.expression
    assert isinstance(call, Call)
    values = {"y": _whole(desk, call), "p": _base(desk, call, asked), "x": _subject(desk, call)}
    out: list[d.Inline] = []
    for part in re.split(r"(\{[vypx]\})", text):
        if part == "{v}" and printed:
            out.append(printed)
        elif part:
            out.append(d.Text(values[part[1]] if part.startswith("{") else part))
    return tuple(out)


def _fits(text: str, asked: Query, desk: Desk) -> bool:
    """Is the phrase right for the period? 全年 and 比上年 are said of whole years only."""
    if is_stock(asked.expression, desk.catalogue):
        return asked.period.month == 12 or "全年" not in text
    if asked.period.is_year:
        return True
    return "全年" not in text and ("上年" not in text or "上年同期" in text or "{v}" not in text)


def _based(text: str, asked: Query, desk: Desk) -> str:
    """The base of the comparison as the period has it: 上年, 上年末, 上年同期."""
    if asked.period.is_year or "上年" not in text:
        if asked.period.is_year or desk.language == "zh":
            return text
        return (
            text.replace("the previous year", "the same period of the previous year")
            if ("end of the previous year" not in text)
            else text
        )
    end = is_stock(asked.expression, desk.catalogue) and asked.period.month == 12
    return re.sub("上年(?!末|同期)", "上年末" if end else "上年同期", text)


def _subject(desk: Desk, call: Call) -> str:
    first = call.arguments[0]
    return "" if isinstance(first, str) else naming(desk, first, inside=True)


def _whole(desk: Desk, call: Call) -> str:
    """{y}: the whole that a share or contribution is of."""
    within = call.option("within")
    if isinstance(within, str):
        nation = not desk.catalogue.territory(within).parent
        return _NATION[desk.language] if nation else desk.name(within)
    of = call.option("of")
    return "" if of is None or isinstance(of, str) else naming(desk, of, inside=True)


def _base(desk: Desk, call: Call, asked: Query) -> str:
    """{p}: the date a change counts from."""
    since = _since(call, asked.period)
    if since:
        first = call.arguments[0]
        stock = not isinstance(first, str) and is_stock(first, desk.catalogue)
        text = named(Period.parse(since), desk.language, stock=stock and len(since) > 4)
        return f"the {text}" if text.startswith(("end", "first", "second")) else text
    return ""


def _since(call: Call, period: Period) -> str:
    """The period that a change, an average growth or an index counts from, "" where it has none."""
    base = call.option("base")
    if isinstance(base, str):
        return base
    if len(call.arguments) > 1:
        second = call.arguments[1]
        if isinstance(second, Number):
            return str(period.year - int(second.value))
        return second if isinstance(second, str) else ""
    return ""


def naming(desk: Desk, expression: Expression, *, inside: bool = False) -> str:
    """An expression in words, for a heading or (`inside`) for the middle of a sentence."""
    text = _named(desk, expression)
    return lower_first(text) if inside and desk.language == "en" else text


_HEADS = {
    "zh": {
        "yoy": "{x}增速", "share": "{x}占比", "change": "{x}净增", "pp": "{x}变动",
        "pull": "{x}拉动", "contribution": "{x}贡献率", "cagr": "{x}年均增速", "rank": "{x}位次",
        "ytd": "{x}(累计)", "lag": "上年{x}", "mean2": "平均{x}", "index": "{x}指数",
        "target": "{x}目标", "completion": "{x}完成率", "sum": "{x}合计",
    },
    "en": {
        "yoy": "Growth of {x}", "share": "Share of {x}", "change": "Net change in {x}",
        "pp": "Change in {x}", "pull": "Pull of {x}", "contribution": "Contribution of {x}",
        "cagr": "Average annual growth of {x}", "rank": "Rank in {x}", "ytd": "{x}, year to date",
        "lag": "{x} a year earlier", "mean2": "Average {x}", "index": "Index of {x}",
        "target": "Target for {x}", "completion": "Completion of {x}", "sum": "{x}, total",
    },
}  # fmt: skip


def _named(desk: Desk, expression: Expression) -> str:
    match expression:
        case Name(code):
            return desk.name(code)
        case Call(name, arguments, _) if arguments and not isinstance(arguments[0], str):
            template = _HEADS[desk.language].get(name)
            inner = _named(desk, arguments[0])
            if template is None:
                return inner
            if desk.language == "en" and not template.startswith("{x}"):
                inner = lower_first(inner)
            return template.format(x=inner)
        case _:
            return show(expression)


def _unsure(desk: Desk, asked: Query, fact: Fact, style: Style, how: str) -> tuple[d.Inline, ...]:
    """No phrase of the operator fits: unchanged in general words, or the number as it is."""
    if how == "flat":
        return (d.Text(desk.words["flat"]),)
    printed: Sequence[d.Inline] = (desk.put(fact, style),)
    return tuple(printed)
