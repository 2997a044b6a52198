"""A book as the site needs it: pages and their addresses, labels, sections, frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

import msgspec

from bluebook.publish.site.html import Links, plain
from bluebook.publish.site.words import locale, name
from bluebook.write import document as d
from bluebook.write.words import WORDS as SAID

CONTENTS, SOURCES = "index.html", "all-sources.html"


class Item(msgspec.Struct, frozen=True):
    """A line of a table of contents."""

    href: str
    title: str
    number: str = ""
    level: int = 1


class Frame(msgspec.Struct, frozen=True):
    """What stands around a page: the book's title, the way to other pages and languages."""

    language: str
    locale: str
    title: str
    publisher: str
    issued: str
    chapters: tuple[Item, ...]
    sources: str  # address of the list of sources
    here: str  # address of the chapter this page belongs to
    others: tuple[tuple[str, str, str, str], ...]  # language, locale, its name, address


def page_name(slug: str) -> str:
    """The file of a chapter; names the site needs itself are left to it."""
    taken = f"{slug}.html" in (CONTENTS, SOURCES) or slug.startswith("origins-")
    return f"{slug}-.html" if taken else f"{slug}.html"


def origins_name(slug: str) -> str:
    """The file of a chapter's origins."""
    return f"origins-{slug}.html"


def walk(blocks: Iterable[d.Block]) -> Iterator[d.Block]:
    """All blocks, those inside others too."""
    for block in blocks:
        yield block
        match block:
            case d.Box(content=content):
                yield from walk(content)
            case d.Bullets(items=items):
                for item in items:
                    yield from walk(item)


def inlines(block: d.Block) -> Iterator[d.Inline]:
    """All inline content of a block itself (not of blocks inside it), in reading order."""
    match block:
        case d.Heading(content=content) | d.Paragraph(content=content):
            yield from _deep(content)
        case d.Box(title=title):
            yield from _deep(title)
        case d.Table():
            yield from _deep(block.caption)
            for row in (*block.header, *block.rows):
                for cell in row:
                    yield from _deep(cell.content)
        case d.Chart(caption=caption):
            yield from _deep(caption)
        case d.Tiles(items=items):
            for item in items:
                for content in item:
                    yield from _deep(content)
    if isinstance(block, d.Table | d.Chart):
        for note in block.notes:
            yield from _deep(note)
        yield from block.sources


def _deep(content: Iterable[d.Inline]) -> Iterator[d.Inline]:
    for item in content:
        yield item
        if isinstance(item, d.Strong | d.Emphasis | d.Link):
            yield from _deep(item.content)


def has_references(chapter: d.Chapter) -> bool:
    """Does the list of sources stand in this chapter?"""
    return any(isinstance(block, d.References) for block in walk(chapter.blocks))


def figures(chapter: d.Chapter) -> list[str]:
    """The ids of the figures that stand in a chapter, in reading order."""
    found: dict[str, None] = {}
    for block in walk(chapter.blocks):
        for item in inlines(block):
            if isinstance(item, d.Printed):
                found.setdefault(item.figure)
        if isinstance(block, d.Chart):
            for mark in block.marks:
                found.setdefault(mark.figure)
    return list(found)


def sections(chapter: d.Chapter, said: Mapping[str, str]) -> tuple[list[Item], list[Item]]:
    """The headings of a chapter, and its numbered tables and charts."""
    heads, exhibits = [], []
    for block in walk(chapter.blocks):
        match block:
            case d.Heading(level, content, label):
                heads.append(Item(f"#{label}", plain(content), level=level))
            case d.Table() | d.Chart() if block.number:
                kind = "table" if isinstance(block, d.Table) else "figure"
                number = said[kind].format(n=block.number)
                exhibits.append(Item(f"#{block.label}", plain(block.caption), number))
    return heads, exhibits


class Shelf:
    """One language's book among its others."""

    def __init__(self, books: Mapping[str, d.Book], language: str) -> None:
        self.books = books
        self.book = books[language]
        self.language = language
        self.said = SAID.get(language, SAID["en"])

    @cached_property
    def figures(self) -> dict[str, d.Figure]:
        return {figure.id: figure for figure in self.book.figures}

    @cached_property
    def targets(self) -> dict[str, str]:
        """The address of each label that a cross reference may name."""
        found: dict[str, str] = {}
        for chapter in self.book.chapters:
            page = page_name(chapter.slug)
            found.setdefault(chapter.slug, page)
            for block in walk(chapter.blocks):
                label = getattr(block, "label", "")
                if label:
                    found.setdefault(label, f"{page}#{label}")
        return found

    @cached_property
    def sources(self) -> str:
        """The page with the list of sources: a chapter that asks for it, else one of its own."""
        own = (page_name(c.slug) for c in self.book.chapters if has_references(c))
        return next(own, SOURCES)

    @cached_property
    def contents(self) -> tuple[Item, ...]:
        """The chapters."""
        return tuple(
            Item(page_name(c.slug), plain(c.title), str(c.number) if c.number else "")
            for c in self.book.chapters
        )

    def frame(self, page: str, here: str = "", slug: str = "") -> Frame:
        """The frame of a page; `slug` is the chapter other languages must have for it."""
        others = []
        for language, book in self.books.items():
            there = not slug or any(c.slug == slug for c in book.chapters)
            address = f"../{language}/{page if there else CONTENTS}"
            others.append((language, locale(language), name(language), address))
        book = self.book
        return Frame(
            self.language, locale(self.language), book.title, book.publisher, book.issued,
            self.contents, self.sources, here, tuple(others),
        )  # fmt: skip

    def links(self, chapter: d.Chapter) -> Links:
        """Where the links of a chapter lead: no more than it needs."""
        found = [item for block in walk(chapter.blocks) for item in inlines(block)]
        referred = {item.target for item in found if isinstance(item, d.Refer)}
        cited = {item.source for item in found if isinstance(item, d.Cite)}
        return Links(
            self.language,
            origins_name(chapter.slug),
            self.sources,
            {t: self.targets[t] for t in sorted(referred) if t in self.targets},
            {r.id: r.title for r in self.book.references if r.id in cited},
            {f.id: f.status for f in self.of(chapter) if f.status != "A"},
            self.book.references if has_references(chapter) else (),
        )

    def of(self, chapter: d.Chapter) -> list[d.Figure]:
        """The figures of a chapter."""
        return [self.figures[f] for f in figures(chapter) if f in self.figures]
