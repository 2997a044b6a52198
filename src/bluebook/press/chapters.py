"""Chapters written and remembered one by one, charts apart, then bound to a book."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.errors import BluebookError
from bluebook.press.memory import Result, digest

if TYPE_CHECKING:
    from bluebook.press.build import Press
    from bluebook.write.desk import Draft
    from bluebook.write.document import Book


def book(press: Press, language: str) -> Result[Book]:
    """The document tree of a language, from the drafts of its chapters."""
    from bluebook.write import bind
    from bluebook.write.document import Book

    made = [draft(press, language, path, number) for path, number in files(press, language)]
    settings = [press.digest_of("edition.toml"), press.digest_of("sources/sources.toml")]
    bound = press.memory.recall(
        f"bind {language}",
        [language, *settings, *(result.digest for result in made)],
        lambda: bind(press.edition, [result.value for result in made], language),
        Book,
    )
    return Result(bound.data, Book)  # decoded: what is made of it has the same keys every time


def files(press: Press, language: str) -> list[tuple[Path, int]]:
    """The chapter files of a language with their numbers."""
    from bluebook.write import numbered

    paths = press.edition.chapters(language)
    if not paths:
        raise BluebookError(
            f"there is no chapter in chapters/{language}",
            f"write chapters/{language}/01-year.md, or take {language!r} out of languages",
            file=press.edition.folder,
        )
    return numbered(paths)


def draft(press: Press, language: str, path: Path, number: int) -> Result[Draft]:
    """One chapter before binding."""
    from bluebook.write.desk import Draft

    def make() -> Draft:
        from bluebook.write import chapter

        return chapter(
            press.edition, path, number, press.account(), press.outlook(), language,
            svg=lambda spec: chart(press, spec),
        )  # fmt: skip

    return press.memory.recall(
        f"chapter {language}/{path.name}", _inputs(press, language, path, number), make, Draft
    )


def _inputs(press: Press, language: str, path: Path, number: int) -> list[str]:
    return [
        language,
        path.name,
        str(number),
        digest(path.read_bytes()),
        press.account_digest,
        press.outlook_digest,
        press.digest_of("edition.toml", "sources/sources.toml", "boundaries/*"),
    ]


def chart(press: Press, spec: dict[str, Any]) -> str:
    """A chart's SVG; the same spec is drawn once."""
    from bluebook.write.charts.render import render

    text = json.dumps(spec, ensure_ascii=False, sort_keys=True)
    return press.memory.recall(
        "chart", [digest(text)], lambda: render(spec).encode()
    ).value.decode()


def missing(press: Press) -> int:
    """How many chapters are to be written."""
    return sum(
        not press.memory.known("chapter", _inputs(press, language, path, number))
        for language in press.edition.book.languages
        for path, number in files(press, language)
    )
