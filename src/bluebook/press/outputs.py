"""All files of the book, each remembered by the trees it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from bluebook.press.memory import Result, digest

if TYPE_CHECKING:
    from bluebook.press.build import Press
    from bluebook.write.document import Book, Figure

Books = Mapping[str, "Result[Book]"]


def outputs(press: Press, books: Books) -> dict[str, bytes]:
    """Path and content of every file of the book."""
    with ThreadPoolExecutor(2) as pool:  # Typst works outside of Python's lock
        pdfs = {name: pool.submit(_pdf, press, name, books[name]) for name in books}
        files = _data(press, books) | _site(press, books)
        for language, pdf in pdfs.items():
            files[f"book.{language}.pdf"] = pdf.result()
    return files | _package(press, books, files)


def _pdf(press: Press, language: str, book: Result[Book]) -> bytes:
    from bluebook.publish.pdf import render

    return press.memory.recall(
        f"pdf {language}", [book.digest], lambda: render(book.value)
    ).value


def _data(press: Press, books: Books) -> dict[str, bytes]:
    """The workbook and the data files."""
    from bluebook.publish import package, workbook

    trees = [book.digest for book in books.values()]
    recall, account = press.memory.recall, press.account_digest

    def values() -> dict[str, Book]:
        return {language: book.value for language, book in books.items()}

    return {
        "book.xlsx": recall(
            "workbook", [*trees, account],
            lambda: workbook.render(values(), press.account().claims),
        ).value,
        "figures.json": recall("figures", trees, lambda: package.figures_json(values())).value,
        "claims.parquet": recall(
            "claims", [account], lambda: package.claims_parquet(press.claims())
        ).value,
        "facts.parquet": recall(
            "facts", [account], lambda: package.facts_parquet(press.comb())
        ).value,
    }  # fmt: skip


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
