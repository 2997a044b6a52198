"""{outlook} and {targets}: projections with their backtests, plan targets with their progress."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.errors import BluebookError
from bluebook.foresee.outlook import Projection, Target
from bluebook.language.expression import parse
from bluebook.language.meaning import is_stock
from bluebook.model.period import Period
from bluebook.write import ahead as look
from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive
from bluebook.write.grid import together
from bluebook.write.numbers import Style
from bluebook.write.periods import named
from bluebook.write.phrases import naming
from bluebook.write.prose import expected
from bluebook.write.reader import Reader
from bluebook.write.titled import titled
from bluebook.write.words import capital

Words = tuple[d.Inline, ...]
MODELS = {
    "zh": {"CES": "复指数平滑（CES）", "ETS": "指数平滑（ETS）", "Theta": "Theta法",
           "seasonal naive": "季节性朴素预测（等于上年同月）"},
    "en": {"CES": "complex exponential smoothing (CES)", "ETS": "exponential smoothing (ETS)",
           "Theta": "Theta", "seasonal naive": "seasonal naive (as last year)"},
}  # fmt: skip


def _head(desk: Desk, *texts: str) -> tuple[tuple[d.Cell, ...]]:
    return (
        tuple(
            d.Cell((d.Text(t),), "right" if n else "left", header=True) for n, t in enumerate(texts)
        ),
    )


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """What a series will come to, its projection and, in the notes, its backtest; or why not."""
    one = look.series(desk, given.need("series") if given.get("series") else given.title)
    name = desk.translated(one.name, given.title)
    if not one.ahead:
        why = desk.translated(one.too_short, given.title)
        return [d.Paragraph((d.Text(name + desk.words["colon"] + why),))]
    label, number, title = titled(desk, reader, given, "table", given.get("title") or name)
    facts = [look.projected(one, a) for a in one.ahead]
    group = together([*one.history[-12:], *one.came], desk, given.items("in"))
    style = group.style._replace(digits=None) if group else Style()
    words = desk.words
    unit = f"{words['open']}{group.unit}{words['close']}" if group and group.unit else ""
    came = {fact.period: fact for fact in one.came}
    heads = [words["period"], words["projection"] + unit, words["interval80"], words["interval95"]]
    header = _head(desk, *heads, *([words["actual"]] if came else []))
    rows = []
    for step, fact in zip(one.ahead, facts, strict=True):
        period = Period.parse(step.period)
        cells = [d.Cell((d.Text(named(period, desk.language)),)),
                 d.Cell((look.put(desk, fact, style, look.known(step)),), "right")]  # fmt: skip
        cells += [d.Cell(look.put_interval(desk, one, step, level, style), "right")
                  for level in (80, 95)]  # fmt: skip
        if came:
            actual = came.get(step.period)
            cells.append(d.Cell((desk.put(actual, style),) if actual else (), "right"))
        rows.append(tuple(cells))
    if one.total:
        fact = look.projected(one, one.total)
        text = words["total"].format(year=Period.parse(one.total.period).year)
        rows.append((
            d.Cell((d.Text(text),)),
            d.Cell((look.put(desk, fact, style, look.known(one.total)),), "right"),
            *(d.Cell(look.put_interval(desk, one, one.total, level, style), "right")
              for level in (80, 95)),
            *([d.Cell()] if came else []),
        ))  # fmt: skip
    end = one.total or one.ahead[-1]
    said = expected(desk, look.projected(one, end), look.known(end))
    table = d.Table(label, number, title, header, tuple(rows), notes=(backtest(desk, one),),
                    sources=desk.cites(one.history[-12:]))  # fmt: skip
    return [d.Paragraph(said), table]


def backtest(desk: Desk, one: Projection) -> Words:
    """How the model would have done before, in a sentence."""
    test = one.backtest
    if test is None:
        return ()

    def number(value: float, unit: str = "number", place: int = -1) -> d.Printed:
        return look.measure(desk, one, value, unit, place)

    values: dict[str, d.Inline] = {
        "origins": number(test.origins, place=0),
        "horizon": number(test.horizon, place=0),
        "smape": number(test.smape, "percent"),
        "naive": number(test.smape_naive, "percent"),
        "mase": number(test.mase, place=-2),
        "c80": number(test.coverage80, "percent"),
        "c95": number(test.coverage95, "percent"),
        "model": d.Text(MODELS[desk.language].get(one.model, one.model)),
    }
    template = {
        "zh": "模型：{model}。滚动起点回测{origins}次，每次向前{horizon}期：平均绝对百分比误差"
        "（sMAPE）{smape}，季节性朴素预测为{naive}；MASE为{mase}；80%区间实际覆盖{c80}，"
        "95%区间实际覆盖{c95}。",
        "en": "Model: {model}. Backtest from {origins} rolling origins, {horizon} periods ahead: "
        "sMAPE {smape} (seasonal naive {naive}), MASE {mase}; the 80% interval held {c80} of the "
        "truths, the 95% interval {c95}.",
    }[desk.language]
    return _filled(template, values)


def _filled(template: str, values: dict[str, d.Inline]) -> Words:
    out: list[d.Inline] = []
    for n, part in enumerate(template.replace("}", "{").split("{")):
        if part:
            out.append(values[part] if n % 2 else d.Text(part))
    return tuple(out)


def chosen(desk: Desk, given: Directive) -> list[Target]:
    """The targets asked for: `only:` names expressions, `territory:` and `period:` narrow."""
    only, place, period = given.items("only"), given.get("territory"), given.get("period")
    found = [
        one
        for one in desk.outlook.targets
        if (not only or one.expression in only)
        and (not place or one.territory == place)
        and (not period or Period.parse(one.period).year == Period.parse(period).year)
    ]
    if not found:
        known = ", ".join(dict.fromkeys(t.expression for t in desk.outlook.targets))
        raise BluebookError(
            "no plan target fits", f"targets are of: {known}" if known else "write targets.toml"
        )
    return found


def target_name(desk: Desk, one: Target) -> str:
    """The plan's own name of a target, else the indicator's."""
    if one.name:
        return desk.translated(one.name, one.expression)
    return naming(desk, parse(one.expression))


def targets(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """A table of plan targets: what is to be reached by when, what is, what is still needed."""
    found = chosen(desk, given)
    label, number, title = titled(desk, reader, given, "table")
    words = desk.words
    heads = ("target", "until", "target_value", "reached", "completion", "needed")
    rows = [_target(desk, one) for one in found]
    notes = []
    if any(one.reached is None or one.completion is None for one in found):
        notes.append((d.Text(words["target_note"]),))
    facts = [one.reached for one in found if one.reached]
    return [d.Table(label, number, title, _head(desk, *(words[h] for h in heads)), tuple(rows),
                    notes=tuple(notes), sources=desk.cites(facts))]  # fmt: skip


def _target(desk: Desk, one: Target) -> tuple[d.Cell, ...]:
    """A target with its plan's source; the date of what is reached where it is an earlier one."""
    words = desk.words
    missing: Words = (d.Text(words["missing"]),)
    reached, completion, needed = missing, missing, missing
    if one.reached:
        reached = (desk.put(one.reached),)
        if Period.parse(one.reached.period).last != Period.parse(desk.edition.book.period).last:
            reached += (d.Text(words["by"].format(period=when(desk, one, one.reached.period))),)
    style = Style(digits=1, fixed=True)
    if one.completion is not None:
        value = f"completion({one.expression})"
        completion = (look.about_target(desk, one, one.completion, value, style),)
    if one.completion is not None and one.completion >= 100 and one.bound != "up to":
        needed = (d.Text(words["done"]),)
    elif one.needed is not None:
        needed = (look.about_target(desk, one, one.needed, f"yoy({one.expression})", style),)
    by = (d.Text(capital(when(desk, one, one.period))),)
    name: Words = (d.Text(f"{target_name(desk, one)} "), *desk.cites([one.target]))
    return (
        d.Cell(name),
        *(d.Cell(content, "right")
          for content in (by, look.goal(desk, one), reached, completion, needed)),
    )  # fmt: skip


def when(desk: Desk, one: Target, period: str) -> str:
    """The end of a stock's period, or a flow's period, in words."""
    stock = is_stock(parse(one.expression), desk.catalogue)
    return named(Period.parse(period), desk.language, stock=stock)


DIRECTIVES = (
    Definition("outlook", ("label", "series", "title", "in"), write),
    Definition("targets", ("label", "only", "territory", "period"), targets),
)
