"""The forms in which the cells of a table come out of pages that lost it."""

from __future__ import annotations


def spaced(text: str) -> str:
    """Cells parted by single spaces."""
    return text.replace("\t", " ")


def lines(text: str) -> str:
    """A cell to a line; cells without a text are lost."""
    return text.replace("\t\t", "\t").replace("\t", "\n")


def barred(text: str) -> str:
    """A cell to a line and a bar after it, as some pages come out."""
    return lines(text).replace("\n", " |\n")


def wide(text: str) -> str:
    """Cells parted by several spaces."""
    return text.replace("\t", "    ")


def boxed(text: str) -> str:
    """Cells parted by bars of a box."""
    return text.replace("\t", "│")


FORMS = (spaced, lines, barred, wide, boxed)
