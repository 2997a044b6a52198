"""{map}: territories shaded by a figure, on the edition's own boundaries."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.errors import BluebookError
from bluebook.files import line_of
from bluebook.write import document as d
from bluebook.write.boundaries import outline
from bluebook.write.charts import map as drawn
from bluebook.write.charts.data import Category, Data, Dot, Series
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive
from bluebook.write.directives.chart import Made, finish
from bluebook.write.grid import Head, caption, heads, question, together
from bluebook.write.numbers import SIGNIFICANT
from bluebook.write.reader import Reader
from bluebook.write.titled import notes_of, titled, width_of


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """The map; its approval number is printed below it."""
    titles = titled(desk, reader, given, "figure")
    name = given.need("map")
    maps = desk.edition.configuration.maps
    if name not in maps:
        raise BluebookError(
            f"unknown map {name!r}",
            f"maps of edition.toml: {', '.join(maps) or 'none; add [maps.NAME]'}",
            line=given.line_of("map"),
        )
    one = maps[name]
    toml = desk.edition.folder / "edition.toml"
    for code in one.codes.values():
        if code not in desk.catalogue.territories:
            raise BluebookError(
                f"the map {name!r} names an unknown territory {code!r}",
                "add it to the catalogue's territories",
                file=toml,
                line=line_of(toml, f"[maps.{name}]"),
            )
    before = desk.period
    if given.get("period"):
        desk.period = given.periods("period")[0]
    head = heads([given.need("of")], desk)[0]
    codes = list(dict.fromkeys(one.codes.values()))
    facts = {}
    for code in codes:
        asked = question(desk, head, Head(territory=code))
        if asked and (fact := desk.account.ask(asked)):
            facts[code] = fact
    desk.period = before
    group = together(list(facts.values()), desk, given.items("in"), SIGNIFICANT)
    if group is None:
        raise BluebookError(
            f"nothing is known of {given.get('of')} on the map {name!r}",
            "add a source that states it, or ask for another period",
        )
    width = width_of(given)
    shapes = outline(desk.edition.path(one.file, file=toml), one, width - 8, drawn.TALLEST)
    dots: list[Dot | None] = []
    style = group.style
    for code in codes:
        if code not in facts:
            dots.append(None)
            continue
        factor = desk.printer.frame(facts[code], style).factor
        printed = desk.put(facts[code], style)
        dots.append(Dot(code, facts[code].value / factor, printed.text, printed.figure))
    names = [desk.name(code) for code in codes]
    data = Data(
        desk.language,
        tuple(Category(c, (n,), n) for c, n in zip(codes, names, strict=True)),
        (Series(caption(head, desk), tuple(dots)),),
        group.unit,
        highlight=desk.edition.book.territory,
        width=width,
        extra={"outline": shapes, "no_data": desk.words["no_data"]},
    )
    notes = notes_of(desk, reader, given)
    if approval := one.approval.get(desk.language):
        notes.append((d.Text(approval),))
    elif not one.approval:
        desk.warn(f"the map {name!r} has no approval in edition.toml", given.line)
    made = Made(data, drawn.drawing(data), list(facts.values()), notes)
    return [finish(desk, "map", titles, made)]


DIRECTIVES = (Definition("map", ("map", "of", "period", "label", "in", "width", "note"), write),)
