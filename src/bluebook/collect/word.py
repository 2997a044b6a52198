"""Word documents: paragraphs, tables, text boxes and notes, as they stand after all changes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from bluebook.collect.cells import Cell, lines
from bluebook.errors import BluebookError

MAX_PART = 100_000_000
MAX_RATIO = 400  # of unpacked to packed, once the unpacked is large
LARGE = 10_000_000
_MARK = re.compile(r"[\d*†‡①-⑳\[\](),，\s]{1,5}")
# Taken back, not to be seen, or said twice for older programs.
_SKIP = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "tblPr", "rPr"))
_BOX = "txbxContent"


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a document, its tables among them, then its notes."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            names = set(package.namelist())
            notes = [
                _part(package, name)
                for name in ("word/footnotes.xml", "word/endnotes.xml")
                if name in names
            ]
            found = list(_blocks(_child(body, "body")))
            for part in notes:
                for note in part:
                    if isinstance(note.tag, str) and _attribute(note, "type") == "":
                        found += _blocks(note)
            return found
    except KeyError:
        raise BluebookError("not a Word document", "save it as .docx again") from None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, OSError, RuntimeError,
            NotImplementedError, ValueError, zlib.error) as error:  # fmt: skip
        raise BluebookError(f"a broken Word document: {error}", "save it as .docx again") from None


def _part(package: zipfile.ZipFile, name: str) -> Any:
    """The root of a part; what its entry claims about its size is not believed."""
    from lxml import etree

    info = package.getinfo(name)
    packed = max(1, info.compress_size)
    limit = min(MAX_PART, max(LARGE, MAX_RATIO * packed))
    with package.open(info) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        raise BluebookError("the document inside the file is too large", "split it")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
    )
    return etree.fromstring(content, parser)


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def _child(node: Any, name: str) -> Any:
    """The first child of this name; an empty tuple where there is none."""
    return next((child for child in node if _local(child) == name), ())


def _attribute(node: Any, name: str) -> str:
    """An attribute by its name without namespace, "" where there is none."""
    return next((str(v) for k, v in node.attrib.items() if k.rpartition("}")[2] == name), "")


def _blocks(node: Any) -> Iterator[str]:
    """Paragraphs and tables below a node, in order."""
    for child in node:
        kind = _local(child)
        if kind == "p":
            yield from _paragraph(child)
        elif kind == "tbl":
            yield _table(child)
        elif kind and kind not in _SKIP:
            yield from _blocks(child)


def _paragraph(node: Any) -> Iterator[str]:
    """A paragraph, then the text boxes that hang on it."""
    boxes: list[Any] = []
    yield "".join(_words(node, boxes))
    for box in boxes:
        yield from _blocks(box)


def _words(node: Any, boxes: list[Any]) -> Iterator[str]:
    for child in node:
        kind = _local(child)
        if kind == "t":
            yield child.text or ""
        elif kind in ("tab", "ptab"):
            yield "\t"
        elif kind in ("br", "cr"):
            yield "\n"
        elif kind == "noBreakHyphen":
            yield "-"
        elif kind == _BOX:
            boxes.append(child)
        elif kind == "r" and _unseen(child):
            boxes += [box for box in child.iter() if _local(box) == _BOX]
        elif kind and kind not in _SKIP:
            yield from _words(child, boxes)


def _unseen(run: Any) -> bool:
    """Is a run hidden, or the mark of a note?"""
    properties = _child(run, "rPr")
    for one in properties:
        kind, value = _local(one), _attribute(one, "val")
        if kind == "vanish" and value not in ("0", "false", "off"):
            return True
        if kind == "vertAlign" and value == "superscript":
            text = "".join(child.text or "" for child in run if _local(child) == "t")
            return _MARK.fullmatch(text) is not None
    return False


def _table(node: Any) -> str:
    """The rows of a table; a table inside a cell is a part of its text."""
    rows: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}  # column -> where the cell that it goes on with is
    for row in _rows(node):
        cells: list[Cell] = []
        column = 0
        for cell in (c for c in _through(row) if _local(c) == "tc"):
            properties = _child(cell, "tcPr")
            span = next((_attribute(p, "val") for p in properties if _local(p) == "gridSpan"), "1")
            width = int(span) if span.isdecimal() and len(span) < 4 else 1
            merge = [p for p in properties if _local(p) == "vMerge"]
            if merge and _attribute(merge[0], "val") != "restart" and column in above:
                r, c = above[column]
                rows[r][c] = rows[r][c]._replace(rows=rows[r][c].rows + 1)
            else:
                text = " ".join(filter(None, (block.strip() for block in _blocks(cell))))
                above[column] = len(rows), len(cells)
                cells.append(Cell(text, width))
            column += width
        rows.append(cells)
    return lines(rows)


def _rows(table: Any) -> Iterator[Any]:
    return (row for row in _through(table) if _local(row) == "tr")


def _through(node: Any) -> Iterator[Any]:
    """The children of a node, and of the wrappers (content controls, insertions) among them."""
    for child in node:
        if _local(child) in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _through(child)
        else:
            yield child
