"""All files of the book, each remembered by the trees it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.press.memory import Result, digest
from bluebook.write.document import Block, Box, Bullets, Chart, Table

if TYPE_CHECKING:
    from bluebook.press.build import Press
    from bluebook.write.document import Book, Figure

Books = Mapping[str, "Result[Book]"]


def outputs(press: Press) -> tuple[dict[str, Result[Book]], dict[str, bytes]]:
    """The books by language, and path and content of every file made of them."""
    books: dict[str, Result[Book]] = {}
    with ThreadPoolExecutor(2) as pool:  # Typst works outside of Python's lock
        pdfs: dict[str, Future[bytes]] = {}
        for language in press.edition.book.languages:
            books[language] = press.book(language)
            pdfs[language] = pool.submit(_pdf, press, language, books[language])
        files = _site(press, books) | data(press, books)
        for language, pdf in pdfs.items():
            files[f"book.{language}.pdf"] = pdf.result()
    return books, files | _package(press, books, files)


def _pdf(press: Press, language: str, book: Result[Book]) -> bytes:
    from bluebook.publish.pdf import render

    return press.memory.recall(f"pdf {language}", [book.digest], lambda: render(book.value)).value


def data(press: Press, books: Books) -> dict[str, bytes]:
    """The workbook and the data files."""
    from bluebook.publish import package, workbook

    exhibits = [_exhibits(book.value) for book in books.values()]
    recall, account = press.memory.recall, press.account_digest

    def values() -> dict[str, Book]:
        return {language: book.value for language, book in books.items()}

    return {
        "book.xlsx": recall(
            "workbook", [*exhibits, account],
            lambda: workbook.render(values(), press.account().claims),
        ).value,
        "figures.json": recall(
            "figures", [_digest(book.value.figures) for book in books.values()],
            lambda: package.figures_json(values()),
        ).value,
        "claims.parquet": recall(
            "claims", [account], lambda: package.claims_parquet(press.claims())
        ).value,
        "facts.parquet": recall(
            "facts", [account], lambda: package.facts_parquet(press.comb())
        ).value,
    }  # fmt: skip


def _exhibits(book: Book) -> str:
    """A digest of what the workbook holds: all but the prose."""
    from bluebook.publish.workbook import place

    shown = [
        b if isinstance(b, Table) else msgspec.structs.replace(b, svg="")
        for chapter in book.chapters
        for b in _walk(chapter.blocks)
        if isinstance(b, Table | Chart)
    ]
    titles = [(c.slug, c.number, c.title) for c in book.chapters]
    head = (book.language, book.title, book.publisher, book.issued, book.notice, titles)
    figures = [msgspec.structs.replace(f, place=place(f)) for f in book.figures]
    return _digest((head, shown, figures, book.references))


def _digest(what: object) -> str:
    return digest(msgspec.msgpack.encode(what))


def _walk(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from _walk(block.content)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _walk(item)


def _site(press: Press, books: Books) -> dict[str, bytes]:
    """The site, file by file."""
    from bluebook.prove.trace import trace_figure
    from bluebook.publish.site import parts

    account, sources = press.account(), press.edition.sources

    def trace(language: str, figure: Figure) -> dict[str, Any]:
        return trace_figure(account, figure, sources)

    trees = {language: book.value for language, book in books.items()}
    basis = digest(press.account_digest, press.digest_of("sources/sources.toml"))
    files = {}
    for part in parts(trees, account.catalogue, trace, basis):
        made = press.memory.recall(f"site {part.path}", [part.path, digest(part.inputs)], part.make)
        files[f"site/{part.path}"] = made.value
    return files


def _package(press: Press, books: Books, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The description of the data files."""
    from bluebook.publish.package import datapackage

    trees = {language: book.value for language, book in books.items()}
    data = {name: content for name, content in files.items() if "/" not in name}
    keys = [digest(content) for content in data.values()]
    made = press.memory.recall(
        "package", [*(b.digest for b in books.values()), *keys], lambda: datapackage(trees, data)
    )
    return {"datapackage.json": made.value}
