"""The charts of the outlook: `fan` and `progress`, parts of {chart}."""

from __future__ import annotations

from bluebook.errors import BluebookError
from bluebook.language.expression import parse
from bluebook.language.meaning import is_stock
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.write import ahead as look
from bluebook.write import document as d
from bluebook.write.charts import fan, progress
from bluebook.write.charts.axis import months
from bluebook.write.charts.data import Category, Data, Dot, Drawing, Series
from bluebook.write.desk import Desk
from bluebook.write.directive import Directive
from bluebook.write.directives.outlook import backtest, chosen, target_name, when
from bluebook.write.grid import together
from bluebook.write.inline import plain
from bluebook.write.numbers import SIGNIFICANT, Style
from bluebook.write.titled import width_of

Made = tuple[Data, Drawing, list[Fact], list[tuple[d.Inline, ...]]]
HISTORY = 36  # periods shown before the projection


def drawn(desk: Desk, given: Directive, kind: str) -> Made:
    """Data, drawing, facts and notes of a chart of the outlook."""
    return _fan(desk, given) if kind == "fan" else _progress(desk, given)


def _fan(desk: Desk, given: Directive) -> Made:
    one = look.series(desk, given.get("series") or given.need("of"))
    if not one.ahead:
        why = desk.translated(one.too_short, given.get("of"))
        raise BluebookError(f"the series is too short for a fan: {why}", "use {outlook} instead")
    past = list(one.history[-HISTORY:])
    group = together([*past, *one.came], desk, given.items("in"), SIGNIFICANT)
    style = group.style if group else Style(plain=True)
    periods = [f.period for f in past] + [a.period for a in one.ahead]
    categories = months([Period.parse(p) for p in periods], desk.language)
    factor = desk.printer.frame(past[-1], style).factor
    usual = min(Period.parse(p).months for p in periods)
    flow = not is_stock(parse(one.expression), desk.catalogue)
    known: list[Dot | None] = []
    for fact in past:
        printed = desk.put(fact, style)
        many = Period.parse(fact.period).months / usual if flow else 1.0
        value = fact.value / factor / many
        known.append(Dot(fact.period, value, printed.text, printed.figure, many > 1))
    future: list[Dot | None] = []
    bands = []
    for n, step in enumerate(one.ahead, len(past)):
        fact = look.projected(one, step)
        printed = look.put(desk, fact, style._replace(digits=None), look.known(step))
        many = Period.parse(step.period).months / usual if flow else 1.0
        value = step.value / factor / many
        future.append(Dot(step.period, value, printed.text, printed.figure, many > 1))
        ends = (step.lower95, step.lower80, step.upper80, step.upper95)
        bands.append([n, *(end / factor / many for end in ends)])
    gap: list[Dot | None] = [None]
    data = Data(
        desk.language,
        tuple(categories),
        (
            Series(desk.words["history"], tuple(known + gap * len(future))),
            Series(desk.words["projection"], tuple(gap * len(known) + future)),
        ),
        group.unit if group else "",
        width=width_of(given),
        extra={"bands": bands},
    )
    notes: list[tuple[d.Inline, ...]] = [(d.Text(desk.words["bands"]),), backtest(desk, one)]
    if any(dot and dot.quiet for dot in known + future):
        notes.insert(1, (d.Text(desk.words["averaged"]),))
    return data, fan.drawing(data), past, [note for note in notes if note]


def _progress(desk: Desk, given: Directive) -> Made:
    found = chosen(desk, given)
    categories, rows = [], []
    for n, one in enumerate(found):
        by = desk.words["by"].format(period=when(desk, one, one.period))
        name = target_name(desk, one) + by
        key = f"{n}:{one.expression}@{one.territory},{one.period}"
        categories.append(Category(key, (name,), name))
        done = None
        if one.completion is not None:
            printed = look.about_target(
                desk,
                one,
                one.completion,
                f"completion({one.expression})",
                Style(digits=1, fixed=True),
            )
            done = Dot(key, one.completion, printed.text, printed.figure)
        reached = None
        if one.reached:
            printed = desk.put(one.reached)
            reached = Dot(key, one.reached.value, printed.text, printed.figure)
        words = look.goal(desk, one)
        last = words[-1]
        assert isinstance(last, d.Printed)
        goal = Dot(key, one.target.value, plain(words), last.figure)
        rows.append((done, reached, goal))
    names = ("completion", "reached", "target_value")
    data = Data(
        desk.language,
        tuple(categories),
        tuple(
            Series(desk.words[name], tuple(row[k] for row in rows)) for k, name in enumerate(names)
        ),
        width=width_of(given),
    )
    facts = [fact for one in found for fact in (one.target, one.reached) if fact]
    return data, progress.drawing(data), facts, []
