"""The book as a tree: what writing makes and every publisher reads.

A publisher (PDF, site, workbook …) walks chapters and blocks and prints them; it computes
nothing. Every statistic in the tree is a `Printed` with the id of its `Figure`.
"""

from __future__ import annotations

import msgspec

# Inline content ---------------------------------------------------------------------------


class Text(msgspec.Struct, frozen=True, tag="text"):
    text: str


class Strong(msgspec.Struct, frozen=True, tag="strong"):
    content: tuple[Inline, ...]


class Emphasis(msgspec.Struct, frozen=True, tag="em"):
    content: tuple[Inline, ...]


class Code(msgspec.Struct, frozen=True, tag="code"):
    text: str


class Link(msgspec.Struct, frozen=True, tag="link"):
    content: tuple[Inline, ...]
    url: str  # http(s) address


class Break(msgspec.Struct, frozen=True, tag="break"):
    pass


class Printed(msgspec.Struct, frozen=True, tag="printed"):
    """A printed statistic: `text` as it stands on the page (number and unit), `figure` its id."""

    text: str
    figure: str


class Cite(msgspec.Struct, frozen=True, tag="cite"):
    """A source's number in the list of sources, such as [3]."""

    source: str
    number: int


class Refer(msgspec.Struct, frozen=True, tag="refer"):
    """A cross reference: `text` such as `图3-2` / `Figure 3.2`, `target` the label of its block."""

    text: str
    target: str


Inline = Text | Strong | Emphasis | Code | Link | Break | Printed | Cite | Refer

# Blocks -----------------------------------------------------------------------------------


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    level: int  # 2, 3 …: level 1 is the chapter's title
    content: tuple[Inline, ...]
    label: str


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    content: tuple[Inline, ...]


class Bullets(msgspec.Struct, frozen=True, tag="bullets"):
    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


class Box(msgspec.Struct, frozen=True, tag="box"):
    """A set-off block: `kind` note | warning | key | conflict | quote."""

    kind: str
    title: tuple[Inline, ...]
    content: tuple[Block, ...]


class Cell(msgspec.Struct, frozen=True):
    content: tuple[Inline, ...] = ()
    align: str = "left"  # left | right | center
    colspan: int = 1
    header: bool = False


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A numbered table. `header` and `rows` are cells as printed.

    `number` is such as "3-1" (zh) or "3.1" (en); a table typed in Markdown has no number ("")
    and no caption.
    """

    label: str
    number: str
    caption: tuple[Inline, ...]
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[tuple[Inline, ...], ...] = ()
    sources: tuple[Cite, ...] = ()


class Mark(msgspec.Struct, frozen=True):
    """A point or bar of a chart: where it stands, what is printed on it, its figure."""

    figure: str
    series: str  # as printed in the legend
    at: str  # category or period as printed
    text: str  # the value as printed (label or tooltip)
    shown: bool  # is `text` printed on the static chart?


class Chart(msgspec.Struct, frozen=True, tag="chart"):
    """A numbered chart or map. `svg` is complete, fonts by family name, colours plain hex.

    Elements of the SVG that belong to a figure are in <a href="#FIGURE-ID">. `alt` describes
    the chart in a sentence or two; `marks` is its data, all of them with figures.
    """

    label: str
    number: str
    caption: tuple[Inline, ...]
    svg: str
    alt: str
    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    notes: tuple[tuple[Inline, ...], ...] = ()
    sources: tuple[Cite, ...] = ()


class Tiles(msgspec.Struct, frozen=True, tag="tiles"):
    """Headline figures side by side: (name, value, remark) each."""

    items: tuple[tuple[tuple[Inline, ...], tuple[Inline, ...], tuple[Inline, ...]], ...]


class References(msgspec.Struct, frozen=True, tag="references"):
    """The numbered list of sources stands here (and not at the end of the book)."""


Block = Heading | Paragraph | Bullets | Box | Table | Chart | Tiles | References

# The book ---------------------------------------------------------------------------------


class Chapter(msgspec.Struct, frozen=True):
    """`slug` is the file name without its number and suffix: `03-users.md` gives `users`."""

    slug: str
    number: int  # 0: not numbered (preface)
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]


class Reference(msgspec.Struct, frozen=True):
    """An entry of the numbered list of sources."""

    number: int
    id: str
    title: str
    publisher: str
    date: str
    address: str
    licence: str
    reliability: str
    note: str = ""


class Figure(msgspec.Struct, frozen=True):
    """A printed number (a row of figures.json, before `output` is known).

    `id` is unique in the book of one language. `place` is where it stands, such as
    `foundation/p12`, `foundation/table-2-1`. `origins` are ids of claims, never empty.
    """

    id: str
    place: str
    text: str
    expression: str
    territory: str
    period: str
    value: float
    lower: float
    upper: float
    unit: str
    status: str
    origins: tuple[str, ...]


class Book(msgspec.Struct, frozen=True):
    """Everything that is printed in one language."""

    language: str
    title: str
    publisher: str
    issued: str
    notice: str
    chapters: tuple[Chapter, ...]
    references: tuple[Reference, ...]
    figures: tuple[Figure, ...]
    warnings: tuple[str, ...] = ()
