"""The pages of the site and their data, each as a part with its inputs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.model.catalogue import Catalogue
from bluebook.publish.site import Part, charts
from bluebook.publish.site import search as finding
from bluebook.publish.site.book import (
    CONTENTS,
    SOURCES,
    Frame,
    Shelf,
    origins_name,
    page_name,
    sections,
    walk,
)
from bluebook.publish.site.html import Writer, anchor, plain
from bluebook.publish.site.origins import Origins, marked
from bluebook.publish.site.references import address, listing
from bluebook.publish.site.say import Say
from bluebook.publish.site.words import locale, name, words
from bluebook.write import document as d

if TYPE_CHECKING:
    import jinja2

HERE = Path(__file__).parent
STATIC = HERE / "static"
Trace = Callable[[str, d.Figure], dict[str, Any]]


class Pages:
    """All that is needed to make any page; nothing is made before it is asked for."""

    def __init__(
        self, books: Mapping[str, d.Book], catalogue: Catalogue, trace: Trace, basis: str
    ) -> None:
        self.books, self.catalogue, self.trace, self.basis = books, catalogue, trace, basis
        self._origins: dict[tuple[str, str], tuple[Origins, dict[str, str]]] = {}

    def parts(self) -> Iterator[Part]:
        """Every file of the site."""
        for path in sorted(STATIC.rglob("*")):
            if path.is_file() and path.name != "dark.css":
                yield Part(f"static/{path.relative_to(STATIC).as_posix()}", b"", path.read_bytes)
        used = self._colours()
        yield Part("static/dark.css", _key(sorted(used)), lambda: _dark(used))
        titles = {language: book.title for language, book in self.books.items()}
        yield Part("index.html", _key(titles), self.front)
        for language in self.books:
            yield from self._language(Shelf(self.books, language))

    def _language(self, shelf: Shelf) -> Iterator[Part]:
        book, to = shelf.book, shelf.language
        frame = shelf.frame(CONTENTS)
        heads = {
            page_name(c.slug): [h for h in sections(c, shelf.said)[0] if h.level == 2]
            for c in book.chapters
        }
        yield Part(
            f"{to}/{CONTENTS}", _key(frame, heads, book.notice),
            lambda: self._page("contents.html", frame, notice=book.notice, heads=heads),
        )  # fmt: skip
        if shelf.sources == SOURCES:
            listed = shelf.frame(SOURCES, SOURCES)
            yield Part(
                f"{to}/{SOURCES}", _key(listed, book.references),
                lambda: self._page(
                    "sources.html", listed, listing=listing(book.references, words(to))
                ),
            )  # fmt: skip
        entries = finding.entries(book)
        yield Part(f"data/{to}/search.js", _key(entries), lambda: finding.script(to, entries))
        for number, chapter in enumerate(book.chapters):
            yield from self._chapter(shelf, number, chapter)

    def _chapter(self, shelf: Shelf, number: int, chapter: d.Chapter) -> Iterator[Part]:
        to, slug, page = shelf.language, chapter.slug, page_name(chapter.slug)
        frame, links = shelf.frame(page, page, slug), shelf.links(chapter)
        yield Part(
            f"{to}/{page}", _key(frame, chapter, links),
            lambda: self.chapter(shelf, number, chapter),
        )  # fmt: skip
        figures, name = shelf.of(chapter), origins_name(slug)
        if not figures:
            return
        around = shelf.frame(name, page, slug)
        basis = _key(figures, self.basis, chapter.title, _homes(chapter))
        yield Part(
            f"{to}/{name}", _key(around, basis), partial(self.origins, shelf, chapter, around)
        )
        yield Part(f"data/{to}/{slug}.js", _key(to, basis), partial(self.data, shelf, chapter))

    # Pages ---------------------------------------------------------------------------------

    def front(self) -> bytes:
        """The first page: a choice of language."""
        choices = [
            (k, locale(k), name(k), f"{k}/{CONTENTS}", b.title) for k, b in self.books.items()
        ]
        return self._template("front.html").render(choices=choices).encode()

    def chapter(self, shelf: Shelf, number: int, chapter: d.Chapter) -> bytes:
        """The page of a chapter."""
        page = page_name(chapter.slug)
        writer = Writer(shelf.links(chapter))
        heads, exhibits = sections(chapter, shelf.said)
        near = shelf.contents
        return self._page(
            "chapter.html", shelf.frame(page, page, chapter.slug),
            slug=chapter.slug, number=chapter.number, name=plain(chapter.title),
            heading=writer.inline(chapter.title), body=writer.blocks(chapter.blocks),
            heads=heads, exhibits=exhibits,
            previous=near[number - 1] if number else None,
            next=near[number + 1] if number + 1 < len(near) else None,
        )  # fmt: skip

    def origins(self, shelf: Shelf, chapter: d.Chapter, frame: Frame) -> bytes:
        """The page of the origins of a chapter's numbers."""
        origins, entries = self._of(shelf, chapter)
        return self._page(
            "origins.html", frame,
            name=plain(chapter.title), origins=origins, entries=entries,
            homes=_homes(chapter), page=page_name(chapter.slug), anchor=anchor,
        )  # fmt: skip

    def data(self, shelf: Shelf, chapter: d.Chapter) -> bytes:
        """The same for the panel: figure -> entry and text, entry -> its HTML."""
        origins, entries = self._of(shelf, chapter)
        texts = {f.id: f.text for f in shelf.of(chapter)}
        figures = {figure: [key, texts[figure]] for figure, key in origins.of.items()}
        return _script("origins", chapter.slug, {"figures": figures, "entries": entries})

    def _of(self, shelf: Shelf, chapter: d.Chapter) -> tuple[Origins, dict[str, str]]:
        """The origins of a chapter and their HTML by key; made once for page and panel."""
        at = (shelf.language, chapter.slug)
        if at not in self._origins:
            origins = Origins(shelf.of(chapter), partial(self.trace, shelf.language))
            entry = self._template("entry.html").module.entry  # type: ignore[attr-defined]
            rest = (
                origins.entries, self._say(shelf), words(shelf.language), shelf.language,
                marked, address,
            )  # fmt: skip
            self._origins[at] = origins, {k: entry(e, *rest) for k, e in origins.entries.items()}
        return self._origins[at]

    def _say(self, shelf: Shelf) -> Say:
        return Say(self.catalogue, shelf.language)

    # Templates -----------------------------------------------------------------------------

    @cached_property
    def _environment(self) -> jinja2.Environment:
        import jinja2

        return jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )

    def _template(self, name: str) -> jinja2.Template:
        return self._environment.get_template(name)

    def _page(self, template: str, frame: Frame, **context: Any) -> bytes:
        html = self._template(template).render(
            frame=frame, w=words(frame.language), CONTENTS=CONTENTS, SOURCES=SOURCES, **context
        )
        return html.encode()

    def _colours(self) -> set[str]:
        return {
            colour
            for book in self.books.values()
            for chapter in book.chapters
            for block in walk(chapter.blocks)
            if isinstance(block, d.Chart)
            for colour in charts.colours(block.svg)
        }


def _homes(chapter: d.Chapter) -> dict[str, str]:
    """Where a chart's figures stand: the chart's label (others have an anchor of their own)."""
    return {
        mark.figure: block.label
        for block in walk(chapter.blocks)
        if isinstance(block, d.Chart)
        for mark in block.marks
    }


def _dark(used: Iterable[str]) -> bytes:
    return (STATIC / "dark.css").read_bytes() + charts.dark_rules(set(used)).encode()


def _script(kind: str, key: str, data: object) -> bytes:
    """Data as a script, since a page opened from disk may not fetch."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"bluebook.{kind}[{json.dumps(key)}]={text};\n".encode()


def _key(*inputs: object) -> bytes:
    return msgspec.msgpack.encode(inputs)
