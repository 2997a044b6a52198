"""The text layer of a PDF, page by page.

A PDF is a program for a page; one that was made to do harm can ask for any time and memory, or
bring the library down. So it is read by a process of its own, under bounds.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import msgspec

from bluebook.collect.layout import Glyph, Page, Part, pieces, texts
from bluebook.collect.ruled import Rules
from bluebook.errors import BluebookError

SECONDS = 120
MEMORY = 2_000_000_000  # bytes of address space of the process that reads
MAX_PAGES = 3_000
MAX_GLYPHS = 200_000  # of a page
MAX_OBJECTS = 20_000  # of a page
LOCKED, NO_TEXT = 3, 4


def pages(data: bytes) -> list[Part]:
    """The text of a PDF: read in columns, without running heads and page numbers."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "bluebook.collect.pages"], input=data,
            capture_output=True, timeout=SECONDS, env=environment, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BluebookError("the PDF takes too long to read", "save it again, or as text") from None
    if done.returncode == LOCKED:
        raise BluebookError("the PDF is locked", "save it without a password")
    if done.returncode == NO_TEXT:
        raise BluebookError("the PDF has no text layer", "run text recognition on it first")
    if done.returncode:
        raise BluebookError("cannot read the PDF: it is damaged", "save it again, or as text")
    return msgspec.json.decode(done.stdout, type=list[Part])


def main() -> int:
    """Read a PDF from standard input and write the texts of its pages as JSON."""
    _bound()
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return LOCKED if "password" in str(error).lower() else 1
    found = []
    for n in range(min(len(document), MAX_PAGES)):
        try:
            page = document[n]
            width, height = page.get_size()
            glyphs = _glyphs(page.get_textpage(), raw, height)
            rules = _rules(page, raw, height)
        except pypdfium2.PdfiumError:
            continue
        found.append(Page(pieces(glyphs, rules), width, height))
    if not any(page.pieces for page in found):
        return NO_TEXT
    sys.stdout.buffer.write(msgspec.json.encode(texts(found)))
    sys.stdout.flush()
    return 0


def _bound() -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _glyphs(textpage: Any, raw: Any, height: float) -> list[Glyph]:
    """The glyphs of a page in the order in which they are set."""
    import ctypes

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    matrix = raw.FS_MATRIX()
    ink = [ctypes.c_double() for _ in range(4)]
    glyphs, spaced = [], False
    for i in range(min(textpage.count_chars(), MAX_GLYPHS)):
        char = chr(raw.FPDFText_GetUnicode(textpage, i))
        if char in " \r\n\t\xa0\0" or "\ud800" <= char <= "\udfff":
            spaced = spaced or not raw.FPDFText_IsGenerated(textpage, i)
            continue
        raw.FPDFText_GetCharOrigin(textpage, i, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, i, box)
        raw.FPDFText_GetMatrix(textpage, i, matrix)
        size = abs(raw.FPDFText_GetFontSize(textpage, i) * (abs(matrix.d) or abs(matrix.b)))
        size = size or abs(box.top - box.bottom)
        raised = False
        if char.isdecimal():
            raw.FPDFText_GetCharBox(textpage, i, *ink)
            raised = ink[2].value - y.value > 0.2 * size
        glyphs.append(Glyph(char, box.left, box.right, height - y.value, size, spaced, raised))
        spaced = False
    return glyphs


def _rules(page: Any, raw: Any, height: float) -> Rules:
    """The thin lines that are drawn on a page."""
    import ctypes

    boxes: list[tuple[float, float, float, float]] = []
    edges = [ctypes.c_float() for _ in range(4)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for i in range(min(raw.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page, i)
        if raw.FPDFPageObj_GetType(shape) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(shape, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        top, bottom = height - top, height - bottom
        raw.FPDFPath_GetDrawMode(shape, fill, stroke)
        if stroke.value and right - left > 4 and bottom - top > 4:
            boxes += [
                (left, top, right, top + 1), (left, bottom - 1, right, bottom),
                (left, top, left + 1, bottom), (right - 1, top, right, bottom),
            ]  # fmt: skip
        else:
            boxes.append((left, top, right, bottom))
    return Rules.of(boxes)


if __name__ == "__main__":
    sys.exit(main())
