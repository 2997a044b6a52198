"""The printed book: the document tree set in type by Typst, as tagged PDF/UA-1.

The templates in `typst/` read the tree as JSON and set it. Text never becomes Typst source, so
nothing written in a chapter or a source can act as markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.errors import BluebookError
from bluebook.publish import package, typeset
from bluebook.write import document as d

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).with_name("typst")
FONTS = {
    "manimgx_fonts_cjk": "manimgx-fonts-cjk",  # Noto Sans CJK, all weights
    "pylopdf_fonts_zh_cn": "pylopdf-fonts-zh-cn",  # Noto Serif SC and Noto Sans SC
    "fontpkg_source_serif_4": "fontpkg-source-serif-4",  # Source Serif 4, upright and italic
    "fontpkg_source_sans_3": "fontpkg-source-sans-3",  # Source Sans 3
}
# Typst sets the text of a picture in a font's default weight, which for the variable font is thin.
CHART_FAMILIES = ("Noto Sans CJK SC", "Noto Sans SC")


def render(book: d.Book) -> bytes:
    """The book as PDF. The same book gives the same bytes."""
    import typst

    try:
        pdf = typst.compile(
            TEMPLATES / "book.typ",
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"book": _tree(book).decode()},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        remedy = "; ".join(error.hints) or "see the chapter it names"
        if "could not be displayed" in error.message:
            remedy = "the book's fonts have no such character: write it in another way"
        raise BluebookError(
            f"the {book.language} book could not be set: {error.message}", remedy
        ) from None
    return bytes(pdf)


@cache
def _fonts() -> typst.Fonts:
    """The fonts of the book, from the packages that carry them."""
    import typst

    folders = []
    for module, name in FONTS.items():
        spec = find_spec(module)
        if spec is None or spec.origin is None:
            raise BluebookError(f"the fonts of {name} are not installed", f"pip install {name}")
        folders.append(Path(spec.origin).parent)
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _tree(book: d.Book) -> bytes:
    """The tree as the templates read it."""
    tree: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(book, figures=()))
    parts = list(_parts(tree["chapters"]))
    for part in parts:
        if part["type"] == "chart":
            part["svg"] = part["svg"].replace(*CHART_FAMILIES)
    labels = Counter(part["label"] for part in parts if part.get("label"))
    tree["targets"] = [
        *(label for label, count in labels.items() if count == 1),
        *(f"source-{reference.number}" for reference in book.references),
    ]
    kinds = {part["type"] for part in parts if part.get("number") != ""}
    tree["has_charts"] = "chart" in kinds
    tree["has_tables"] = "table" in kinds
    tree["lists_sources"] = "references" in kinds
    typeset.annotate(tree["chapters"])
    tree["figures"] = package.printed_in(book, f"book.{book.language}.pdf").decode()
    return msgspec.json.encode(tree)


def _parts(node: Any) -> Iterator[dict[str, Any]]:
    """The blocks and inlines under a node."""
    if isinstance(node, dict):
        if "type" in node:
            yield node
        for value in node.values():
            yield from _parts(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _parts(value)
