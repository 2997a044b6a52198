"""PDF/UA-1 judged from outside: `page` holds veraPDF's rules, fontTools reads the fonts anew."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import page
import pypdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

# page 0.11 multiplies the matrix of a CID-keyed font with that of its parts, which Typst's
# subsets both write, and so reads widths of zero. What the rule asks for is measured here.
WIDTHS = "PDFUA1-FONT-GLYPH-WIDTH-001"


def faults(pdf: bytes) -> list[str]:
    """What keeps a file from being PDF/UA-1; the widths of CFF fonts as fontTools reads them."""
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    told = [f"{f.rule_id}: {f.message}" for f in report.failures if not _excused(f)]
    return [*told, *_widths(pdf)]


def _excused(failure: page.ValidationFailure) -> bool:
    return failure.rule_id == WIDTHS and "width 0.000 in its embedded CIDFontType0C" in (
        failure.message
    )


def _widths(pdf: bytes) -> Iterator[str]:
    for number, font in enumerate(_fonts(pdf)):
        told = dict(_told(font.get("/W", [])))
        cff = CFFFontSet()
        cff.decompile(io.BytesIO(font["/FontDescriptor"]["/FontFile3"].get_data()), None)
        for cid, glyph in enumerate(cff[0].charset):
            program = cff[0].CharStrings[glyph]
            program.draw(NullPen())
            if abs(told.get(cid, font.get("/DW", 1000)) - program.width) > 1:
                yield f"font {number}, CID {cid}: {program.width} in the program"


def _fonts(pdf: bytes) -> Iterator[Any]:
    """The CID-keyed CFF fonts of a file."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    for number in range(1, int(reader.trailer["/Size"])):
        found: Any = reader.get_object(number)
        if isinstance(found, dict) and "/FontFile3" in found.get("/FontDescriptor", {}):
            yield found


def _told(array: Any) -> Iterator[tuple[int, float]]:
    """The /W array: `c [w …]` and `first last w`, as widths by CID."""
    items = [item.get_object() for item in array]
    while items:
        first, second = items[0], items[1]
        if isinstance(second, list):
            yield from enumerate(map(float, second), int(first))
            items = items[2:]
        else:
            yield from ((cid, float(items[2])) for cid in range(int(first), int(second) + 1))
            items = items[3:]
