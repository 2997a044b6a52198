"""The text layer of a PDF, page by page, without running heads, feet and page numbers."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from itertools import pairwise

from bluebook.errors import BluebookError

MAX_PAGE = 400_000
_NUMBER = re.compile(r"[-–—·\s第]*\d{1,4}[-–—·\s页]*(?:/\s*\d+)?")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def pages(data: bytes, limit: int) -> list[str]:
    """The text of each page as it lies in the file."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise BluebookError("the PDF is locked", "save it without a password")
        texts = []
        for page in reader.pages[:limit]:
            texts.append((page.extract_text() or "")[:MAX_PAGE])
    except BluebookError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError,
            OverflowError, MemoryError, NotImplementedError, OSError, AssertionError,
            ZeroDivisionError, UnicodeError) as error:  # fmt: skip
        raise BluebookError(
            f"cannot read the PDF: {type(error).__name__}", "save it again, or as text"
        ) from None
    if not any(text.strip() for text in texts):
        raise BluebookError("the PDF has no text layer", "run text recognition on it first")
    return texts


def running(texts: list[str]) -> list[str]:
    """The pages without furniture, their broken lines joined to paragraphs."""
    edges: Counter[str] = Counter()
    split = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
    for lines in split:
        edges.update({_shape(line) for line in [*lines[:2], *lines[-2:]]})
    often = {shape for shape, n in edges.items() if n >= 3 and n * 2 >= len(texts)}
    out = []
    for lines in split:
        body = [
            line
            for i, line in enumerate(lines)
            if not (
                (i < 2 or i >= len(lines) - 2)
                and (_shape(line) in often or _NUMBER.fullmatch(line))
            )
        ]
        out.append(joined(body))
    return out


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def joined(lines: list[str]) -> str:
    """Lines that break inside a sentence put together; a short line ends a paragraph."""
    if not lines:
        return ""
    widths = sorted(len(line) for line in lines)
    full = 0.75 * widths[min(len(widths) - 1, int(0.9 * len(widths)))]
    out = [lines[0]]
    for before, line in pairwise(lines):
        if len(before) < full:
            out.append(line)
        else:
            wide = _CHINESE.search(before[-1:]) or _CHINESE.search(line[:1])
            out[-1] += ("" if wide else " ") + line
    return "\n".join(out)
