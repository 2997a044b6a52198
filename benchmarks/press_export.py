"""The document tree as the Markdown that other systems read, its numbers already typed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bluebook.write import document as d

WORDS = {"zh": ("图", "表"), "en": ("Figure", "Table")}


def export(book: d.Book, folder: Path) -> list[Path]:
    """Chapters as NN-slug.md and charts as pictures; returns the chapters' files."""
    (folder / "img").mkdir(parents=True, exist_ok=True)
    files = []
    for i, chapter in enumerate(book.chapters):
        lines = [f"# {_inline(chapter.title)}", "", *_blocks(book, chapter.blocks, folder)]
        path = folder / f"{i:02d}-{chapter.slug}.md"
        path.write_text("\n".join(lines) + "\n", "utf-8")
        files.append(path)
    return files


def _inline(content: Iterable[d.Inline]) -> str:
    out = []
    for it in content:
        match it:
            case d.Strong(inner):
                out.append(f"**{_inline(inner)}**")
            case d.Emphasis(inner):
                out.append(f"*{_inline(inner)}*")
            case d.Link(inner, url):
                out.append(f"[{_inline(inner)}]({url})")
            case d.Code(text):
                out.append(f"`{text}`")
            case d.Break():
                out.append("\\\n")
            case d.Cite(number=number):
                out.append(f"〔{number}〕")  # a peer takes [2] after a link for markup
            case d.Text(text) | d.Printed(text) | d.Refer(text):
                out.append(re.sub(r"([\\`*_\[\]<>#|$])", r"\\\1", text))
    return "".join(out)


def _blocks(book: d.Book, blocks: Iterable[d.Block], folder: Path) -> Iterator[str]:
    figure, table = WORDS[book.language]
    for block in blocks:
        match block:
            case d.Heading(level, content):
                yield f"{'#' * level} {_inline(content)}"
            case d.Paragraph(content):
                yield _inline(content)
            case d.Bullets(items, ordered):
                for item in items:
                    text = "\n".join(_blocks(book, item, folder)).strip()
                    yield ("1. " if ordered else "- ") + text.replace("\n", "\n   ")
            case d.Box(title=title, content=content):
                yield f"{_inline(title)}\n"  # plain: a peer runs a quotation together
                yield from _blocks(book, content, folder)
            case d.Tiles(items):
                yield from _grid([[_inline(n) for n, _, _ in items],
                                  [_inline(v) for _, v, _ in items],
                                  [_inline(r) for _, _, r in items]])  # fmt: skip
            case d.Table():
                yield f"**{table} {block.number} {_inline(block.caption)}**\n"
                rows = [*block.header, *block.rows]
                yield from _grid([[s for c in row for s in _spread(c)] for row in rows])
                yield from ("", *(_inline(note) + "\n" for note in block.notes))
            case d.Chart():
                path = folder / "img" / f"{block.label}.svg"
                path.write_text(block.svg, "utf-8")
                caption = f"{figure} {block.number} {_inline(block.caption)}"
                yield f"![{caption}](img/{path.name})"
                yield from ("", *(_inline(note) + "\n" for note in block.notes))
            case d.References():
                for r in book.references:
                    yield _inline((d.Text(f"[{r.number}] {r.title}. {r.publisher}, {r.date}."),))
                    yield ""
        yield ""


def _spread(cell: d.Cell) -> list[str]:
    return [_inline(cell.content).replace("\n", " ")] + [""] * (cell.colspan - 1)


def _grid(rows: list[list[str]]) -> Iterator[str]:
    if rows:
        width = max(map(len, rows))
        yield "| " + " | ".join(rows[0] + [""] * (width - len(rows[0]))) + " |"
        yield "|" + " --- |" * width
        for row in rows[1:]:
            yield "| " + " | ".join(row + [""] * (width - len(row))) + " |"
