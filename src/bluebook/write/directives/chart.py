"""{chart}: facts drawn; each kind is a file of `bluebook.write.charts`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.language.expression import Call, Name, show
from bluebook.model.fact import Fact
from bluebook.write import document as d
from bluebook.write.charts.axis import months
from bluebook.write.charts.data import Category, Data, Dot, Drawing, Series, marks
from bluebook.write.charts.kinds import kind
from bluebook.write.charts.words import alt
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive, territories
from bluebook.write.grid import HEADS, Head, Shown, caption, heads, question, together
from bluebook.write.inline import plain
from bluebook.write.numbers import SIGNIFICANT, Style
from bluebook.write.reader import Reader
from bluebook.write.titled import Titled, notes_of, titled, width_of

OPTIONS = (
    "kind", "label", "of", "growth", "periods", "period", "territory", "territories", "in",
    "highlight", "top", "keep", "sort", "note", "series", "only", "names", "width",
)  # fmt: skip


class Asked(NamedTuple):
    """Series and categories, and what is known in each."""

    series: list[Head]
    categories: list[Head]
    facts: list[list[Fact | None]]


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """The chart, its alternative text and its marks."""
    head = titled(desk, reader, given, "figure")
    before = desk.territory, desk.period
    desk.territory = given.get("territory") or desk.territory
    desk.catalogue.territory(desk.territory)
    if given.get("period"):
        desk.period = given.periods("period")[0]
    name = given.need("kind")
    if name in ("fan", "progress"):
        from bluebook.write.drawn import drawn

        made = Made(*drawn(desk, given, name))
    else:
        draw = kind(name)
        data, facts = _data(desk, given, name)
        made = Made(data, draw(data), facts, [])
    desk.territory, desk.period = before
    made.notes.extend(notes_of(desk, reader, given))
    return [finish(desk, name, head, made)]


class Made(NamedTuple):
    """What a chart is made of, but for its heading."""

    data: Data
    drawing: Drawing
    facts: list[Fact]
    notes: list[tuple[d.Inline, ...]]


def finish(desk: Desk, kind: str, head: Titled, made: Made) -> d.Chart:
    """The block of a drawing."""
    return d.Chart(
        label=head.label,
        number=head.number,
        caption=head.title,
        svg=desk.svg(made.drawing.spec),
        alt=alt(kind, plain(head.title), made.data),
        width=made.drawing.width,
        height=made.drawing.height,
        marks=marks(made.data, made.drawing.shown),
        notes=tuple(made.notes),
        sources=desk.cites(made.facts),
    )


def _asked(desk: Desk, given: Directive) -> Asked:
    given.need("of")
    series = heads(given.items("of"), desk)
    periods = heads(given.periods(), desk)
    places = [
        Head(territory=code)
        for code in territories(given.items("territories"), desk.catalogue, desk.territory)
    ]
    if len(periods) > 1:
        if places:
            series = [place.over(one) for one in series for place in places]
        categories = periods
    elif places:
        categories = [place.over(periods[0]) for place in places] if periods else places
    else:
        categories = periods
    if not categories:
        raise BluebookError("the chart has no axis", "add :periods: 2015..2020 or :territories:")
    facts = [
        [desk.account.ask(q) if (q := question(desk, one, at)) else None for at in categories]
        for one in series
    ]
    seen = [n for n in range(len(categories)) if any(row[n] for row in facts)]
    if not seen:
        raise BluebookError(
            f"nothing is known of {given.get('of')} here",
            "add a source that states it, or ask for other periods or territories",
        )
    for n, head in enumerate(categories):
        if n not in seen and head.period and not head.territory:
            desk.warn(f"{{chart}}: nothing is known of {head.period}", given.line_of("periods"))
    facts = [[row[n] for n in seen] for row in facts]
    return Asked(series, [categories[n] for n in seen], facts)


def _data(desk: Desk, given: Directive, name: str) -> tuple[Data, list[Fact]]:
    asked = _asked(desk, given)
    if name == "ranked":
        asked = _ranked(desk, given, asked)
    known = [f for row in asked.facts for f in row if f]
    shown = together(known, desk, given.items("in"), SIGNIFICANT)
    if shown is None:
        units = ", ".join(sorted({f.unit for f in known}))
        raise BluebookError(
            f"the chart joins figures of different units: {units}", "draw one chart a unit"
        )
    series = tuple(
        _series(desk, _series_name(desk, one, asked), asked.categories, row, shown)
        for one, row in zip(asked.series, asked.facts, strict=True)
    )
    growth, facts = None, known
    if name == "level-growth":
        growth, more = _growth(desk, given, asked)
        facts = [*known, *more]
    highlight = given.get("highlight") or (desk.edition.book.territory if name == "ranked" else "")
    if highlight:
        desk.catalogue.territory(highlight)
    return (
        Data(
            desk.language,
            tuple(_categories(desk, asked.categories, asked.series)),
            series,
            shown.unit,
            growth,
            highlight if any(key(c) == highlight for c in asked.categories) else "",
            width_of(given),
        ),
        facts,
    )


def _growth(desk: Desk, given: Directive, asked: Asked) -> tuple[Series, list[Fact]]:
    head = asked.series[0]
    assert head.expression is not None
    wanted = given.get("growth") or f"yoy({show(head.expression)})"
    one = heads([wanted], desk)[0]
    one = one._replace(territory=one.territory or head.territory)
    row = [desk.account.ask(q) if (q := question(desk, one, at)) else None
           for at in asked.categories]  # fmt: skip
    row = [None if f is None or desk.printer.vague(f, desk.known(f)) else f for f in row]
    expression = one.expression
    words = HEADS[desk.language]
    name = one.text or (
        words[expression.operator]
        if isinstance(expression, Call) and expression.operator in words
        else caption(one, desk)
    )
    series = _series(desk, name, asked.categories, row, Shown(Style(fixed=True), ""))
    return series, [f for f in row if f]


def _series(
    desk: Desk, name: str, categories: Sequence[Head], row: Sequence[Fact | None], shown: Shown
) -> Series:
    dots: list[Dot | None] = []
    for at, fact in zip(categories, row, strict=True):
        if fact is None:
            dots.append(None)
            continue
        factor = desk.printer.frame(fact, shown.style, desk.known(fact)).factor
        printed = desk.put(fact, shown.style)
        dots.append(Dot(key(at), fact.value / factor, printed.text, printed.figure))
    return Series(name, tuple(dots))


def _series_name(desk: Desk, head: Head, asked: Asked) -> str:
    """A series by what tells it from the others: its territory, or its expression."""
    same = len({one.expression for one in asked.series}) == 1
    if not head.text and same and len(asked.series) > 1 and head.territory:
        return desk.name(head.territory)
    expression = head.expression
    if not head.text and isinstance(expression, Call) and expression.operator == "share":
        part = expression.arguments[0]  # shares side by side are named by their parts
        if isinstance(part, Name) and len(asked.series) > 1:
            return desk.name(part.code)
    return caption(head, desk)


def key(head: Head) -> str:
    """What tells a category from the others."""
    return head.territory or str(head.period)


def _categories(desk: Desk, categories: Sequence[Head], series: Sequence[Head]) -> list[Category]:
    expression = series[0].expression
    stock = expression is not None and desk.is_stock(show(expression))
    if all(head.period and not head.territory for head in categories):
        return months([h.period for h in categories if h.period], desk.language, stock=stock)
    names = [desk.name(head.territory) for head in categories]
    return [Category(key(h), (name,), name) for h, name in zip(categories, names, strict=True)]


def _ranked(desk: Desk, given: Directive, asked: Asked) -> Asked:
    """Known territories in descending order (`sort: x` ascending), the first ones kept."""
    if len(asked.series) != 1:
        raise BluebookError("a ranked chart shows one expression", "draw one chart each")
    row = asked.facts[0]
    rising = given.get("sort") == "x"
    order = [n for n, fact in enumerate(row) if fact]
    order.sort(key=lambda n: (fact.value if (fact := row[n]) else 0.0) * (1 if rising else -1))
    top = given.whole("top")
    if top is not None:
        keep = {*given.items("keep"), given.get("highlight")}
        codes = [head.territory for head in asked.categories]
        order = [n for at, n in enumerate(order) if at < top or codes[n] in keep]
    return Asked(asked.series, [asked.categories[n] for n in order], [[row[n] for n in order]])


DIRECTIVES = (Definition("chart", OPTIONS, write),)
