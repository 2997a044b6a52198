"""What the search of the site finds: the text of each section, table and chart."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bluebook.publish.site.book import page_name, walk
from bluebook.publish.site.html import plain
from bluebook.write import document as d
from bluebook.write.words import WORDS as SAID

Found = tuple[str, str, str, str]  # address, chapter, heading, text


def entries(book: d.Book) -> list[Found]:
    """The searchable pieces of a book."""
    said = SAID.get(book.language, SAID["en"])
    return [found for chapter in book.chapters for found in _chapter(chapter, said)]


def _chapter(chapter: d.Chapter, said: dict[str, str]) -> Iterator[Found]:
    page, title = page_name(chapter.slug), plain(chapter.title)
    address, heading = page, ""
    text: list[str] = []
    for block in walk(chapter.blocks):
        match block:
            case d.Heading(_, content, label):
                if text or not heading:
                    yield address, title, heading, " ".join(text)
                address, heading, text = f"{page}#{label}", plain(content), []
            case d.Table() | d.Chart() if block.number:
                kind = "table" if isinstance(block, d.Table) else "figure"
                name = f"{said[kind].format(n=block.number)} {plain(block.caption)}"
                yield f"{page}#{block.label}", title, name, " ".join(_exhibit(block))
            case d.Paragraph(content):
                text.append(plain(content))
            case d.Box(title=content):
                text.append(plain(content))
            case d.Tiles(items):
                text.append(" · ".join(" ".join(map(plain, item)) for item in items))
            case d.Table():
                text.extend(_exhibit(block))
            case d.Bullets() | d.Chart() | d.References():
                pass
    yield address, title, heading, " ".join(text)


def _exhibit(block: d.Table | d.Chart) -> Iterator[str]:
    if isinstance(block, d.Table):
        for row in (*block.header, *block.rows):
            yield " ".join(filter(None, (plain(cell.content) for cell in row)))
    else:
        yield block.alt
        yield " ".join(f"{mark.series} {mark.at} {mark.text}" for mark in block.marks)
    for note in block.notes:
        yield plain(note)


def script(language: str, found: list[Found]) -> bytes:
    """The pieces as a script."""
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f"bluebook.texts[{json.dumps(language)}]={data};\n".encode()
