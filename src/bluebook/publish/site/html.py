"""The document tree as HTML: inline content and blocks. Everything is escaped by markupsafe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from bluebook.publish.site import charts
from bluebook.publish.site.markup import EMPTY, fill, safe
from bluebook.publish.site.references import listing
from bluebook.publish.site.words import words
from bluebook.write import document as d
from bluebook.write.words import WORDS as SAID

_NARROW = 400.0  # pixels: charts narrower than this stand two in a row where there is room


class Links(NamedTuple):
    """Where a chapter's links lead: all that its HTML depends on beside itself."""

    language: str
    origins: str  # the page of origins of this chapter
    sources: str  # the page of sources
    targets: Mapping[str, str]  # label -> address
    titles: Mapping[str, str]  # source -> title
    statuses: Mapping[str, str]  # figure -> status, where it is not "A"
    references: tuple[d.Reference, ...] = ()  # where the chapter has the list of sources


def anchor(figure: str) -> str:
    """A figure's id as part of an address."""
    return re.sub(r"[^\w.-]", "-", figure)


def plain(content: Iterable[d.Inline]) -> str:
    """Inline content as bare text."""
    parts = []
    for item in content:
        match item:
            case d.Strong(inner) | d.Emphasis(inner) | d.Link(inner, _):
                parts.append(plain(inner))
            case d.Break():
                parts.append(" ")
            case d.Cite(_, number):
                parts.append(f"[{number}]")
            case d.Text() | d.Code() | d.Printed() | d.Refer():
                parts.append(item.text)
    return "".join(parts)


class Writer:
    """Writes the blocks of one chapter."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self.words = words(links.language)
        self.said = SAID.get(links.language, SAID["en"])

    # Inline --------------------------------------------------------------------------------

    def inline(self, content: Iterable[d.Inline]) -> Markup:
        """Inline content."""
        return EMPTY.join(self._inline(item) for item in content)

    def _inline(self, item: d.Inline) -> Markup:
        match item:
            case d.Text(text):
                return escape(text)
            case d.Strong(content):
                return fill("<strong>{}</strong>", self.inline(content))
            case d.Emphasis(content):
                return fill("<em>{}</em>", self.inline(content))
            case d.Code(text):
                return fill("<code>{}</code>", text)
            case d.Link(content, url):
                return fill(
                    '<a href="{}" rel="noopener noreferrer">{}</a>', safe(url), self.inline(content)
                )
            case d.Break():
                return Markup("<br>")
            case d.Printed(text, figure):
                return self.number(text, figure, place=True)
            case d.Cite(source, number):
                return fill(
                    '<a class="cite" href="{}#source-{}" title="{}">[{}]</a>',
                    self.links.sources,
                    number,
                    self.links.titles.get(source, source),
                    number,
                )
            case d.Refer(text, target):
                href = self.links.targets.get(target)
                return fill('<a href="{}">{}</a>', href, text) if href else escape(text)

    def number(self, text: str, figure: str, *, place: bool = False) -> Markup:
        """A printed statistic: a link to its origins. `place` makes it the figure's anchor."""
        name = anchor(figure)
        status = self.links.statuses.get(figure)
        return fill(
            '<a class="number"{} href="{}#{}" data-figure="{}"{}>{}</a>',
            fill(' id="at-{}"', name) if place else "",
            self.links.origins,
            name,
            figure,
            fill(' data-status="{}"', status) if status else "",
            text,
        )

    # Blocks --------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[d.Block]) -> Markup:
        """Blocks one after the other."""
        return Markup("\n").join(self.block(block) for block in blocks)

    def block(self, block: d.Block) -> Markup:
        """A block."""
        match block:
            case d.Heading(level, content, label):
                level = min(max(level, 2), 6)
                return fill('<h{} id="{}">{}</h{}>', level, label, self.inline(content), level)
            case d.Paragraph(content):
                return fill("<p>{}</p>", self.inline(content))
            case d.Bullets(items, ordered):
                tag = "ol" if ordered else "ul"
                inner = EMPTY.join(fill("<li>{}</li>", self._item(i)) for i in items)
                return fill("<{}>{}</{}>", tag, inner, tag)
            case d.Box():
                return self._box(block)
            case d.Table():
                return self._table(block)
            case d.Chart():
                return self._chart(block)
            case d.Tiles():
                return fill(
                    '<dl class="tiles">{}</dl>',
                    EMPTY.join(self._tile(*item) for item in block.items),
                )
            case d.References():
                return listing(self.links.references, self.words)

    def _item(self, blocks: tuple[d.Block, ...]) -> Markup:
        """A list's item; a first paragraph stands without <p>."""
        if blocks and isinstance(blocks[0], d.Paragraph):
            return self.inline(blocks[0].content) + self.blocks(blocks[1:])
        return self.blocks(blocks)

    def _tile(
        self, name: tuple[d.Inline, ...], value: tuple[d.Inline, ...], remark: tuple[d.Inline, ...]
    ) -> Markup:
        return fill(
            '<div><dt>{}</dt><dd class="value">{}</dd><dd class="remark">{}</dd></div>',
            *map(self.inline, (name, value, remark)),
        )

    def _box(self, box: d.Box) -> Markup:
        title, content = self.inline(box.title), self.blocks(box.content)
        if box.kind == "quote":
            by = fill("<footer>{}</footer>", title) if title else EMPTY
            return fill('<blockquote class="quote">{}{}</blockquote>', content, by)
        kind = re.sub(r"\W", "", box.kind)
        return fill(
            '<div class="box {}" role="note" aria-label="{}"><p class="title">{}</p>{}</div>',
            kind,
            plain(box.title) or self.words.get(kind, kind),
            title or self.words.get(kind, kind),
            content,
        )

    # Tables and charts ---------------------------------------------------------------------

    def _caption(self, kind: str, number: str, caption: tuple[d.Inline, ...]) -> Markup:
        return fill(
            '<span class="no">{}</span> {}', self.said[kind].format(n=number), self.inline(caption)
        )

    def _table(self, table: d.Table) -> Markup:
        if not table.number:  # typed in Markdown: no number, no caption
            grid = self._grid(plain(table.caption), table.header, table.rows)
            return fill('<div class="table">{}{}</div>', grid, self._under(table))
        title = f"{self.said['table'].format(n=table.number)} {plain(table.caption)}"
        return fill(
            '<figure class="table" id="{}"><figcaption>{}</figcaption>{}{}</figure>',
            table.label,
            self._caption("table", table.number, table.caption),
            self._grid(title, table.header, table.rows),
            self._under(table),
        )

    def _grid(
        self, title: str, header: Iterable[tuple[d.Cell, ...]], rows: Iterable[tuple[d.Cell, ...]]
    ) -> Markup:
        """A table in a box of its own that scrolls."""
        title = title or self.words["table"]
        head = EMPTY.join(
            fill("<tr>{}</tr>", EMPTY.join(self._cell(c, "col", down) for c, down in row))
            for row in joined(tuple(header))
        )
        body = EMPTY.join(
            fill("<tr>{}</tr>", EMPTY.join(self._cell(c, "row") for c in row)) for row in rows
        )
        return fill(
            '<div class="scroll" role="region" tabindex="0" aria-label="{}">'
            "<table><thead>{}</thead><tbody>{}</tbody></table></div>",
            title,
            head,
            body,
        )

    def _cell(self, cell: d.Cell, scope: str, down: int = 1) -> Markup:
        content = self.inline(cell.content)
        span = fill(' colspan="{}"', cell.colspan) if cell.colspan > 1 else EMPTY
        span += fill(' rowspan="{}"', down) if down > 1 else EMPTY
        align = fill(' class="{}"', cell.align) if cell.align != "left" else ""
        head = (cell.header or scope == "col") and content
        if head and cell.colspan > 1 and scope == "col":
            scope = "colgroup"
        tag = fill('th scope="{}"', scope) if head else Markup("td")
        return fill("<{}{}{}>{}</{}>", tag, align, span, content, "th" if head else "td")

    def _chart(self, chart: d.Chart) -> Markup:
        title = f"{self.said['figure'].format(n=chart.number)} {plain(chart.caption)}"
        return fill(
            '<figure class="chart{}" id="{}"><div class="canvas">{}</div>'
            "<figcaption>{}</figcaption>{}{}</figure>",
            " half" if chart.width < _NARROW else "",
            chart.label,
            charts.inline(chart, self.links.origins, anchor),
            self._caption("figure", chart.number, chart.caption),
            self._under(chart),
            self._data(chart, title) if chart.marks else "",
        )

    def _data(self, chart: d.Chart, title: str) -> Markup:
        """The chart's data as a table, and as a CSV file inside a link."""
        header, rows = charts.table(chart, self.words["at"])
        cells = tuple(
            (
                d.Cell((d.Text(at),), header=True),
                *(d.Cell(tuple(self._listed(marks)), "right") for marks in row),
            )
            for at, row in rows
        )
        head = tuple(
            d.Cell((d.Text(h),), "right" if i else "left", 1, True) for i, h in enumerate(header)
        )
        return fill(
            '<details class="data"><summary>{}</summary>{}'
            '<p><a class="csv" download="{}.csv" href="{}">{}</a></p></details>',
            self.words["data"],
            self._grid(title, (head,), cells),
            anchor(chart.label),
            charts.csv_address(header, rows),
            self.words["csv"],
        )

    def _listed(self, marks: list[d.Mark]) -> Iterable[d.Inline]:
        for i, mark in enumerate(marks):
            if i:
                yield d.Text(" / ")
            yield d.Printed(mark.text, mark.figure)

    def _under(self, block: d.Table | d.Chart) -> Markup:
        """Notes and sources."""
        lines = [self.inline(note) for note in block.notes]
        if block.sources:
            cites = self.inline(block.sources)
            lines.append(fill("{}{}{}", self.words["source"], self.said["colon"], cites))
        return (
            fill(
                '<div class="under">{}</div>', EMPTY.join(fill("<p>{}</p>", line) for line in lines)
            )
            if lines
            else EMPTY
        )


def joined(header: tuple[tuple[d.Cell, ...], ...]) -> list[list[tuple[d.Cell, int]]]:
    """Header rows in which a cell takes the empty cells below it: (cell, rows it spans)."""
    grid: list[dict[int, d.Cell]] = []
    for row in header:
        column, cells = 0, {}
        for cell in row:
            cells[column] = cell
            column += cell.colspan
        grid.append(cells)
    out: list[list[tuple[d.Cell, int]]] = []
    for i, cells in enumerate(grid):
        line = []
        for column, cell in cells.items():
            down = 1
            while cell.content and cell.colspan == 1 and i + down < len(grid):
                below = grid[i + down].get(column)
                if below is None or below.content or below.colspan > 1:
                    break
                del grid[i + down][column]
                down += 1
            line.append((cell, down))
        out.append(line)
    return out
