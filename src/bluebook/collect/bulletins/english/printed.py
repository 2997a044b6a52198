"""English: what the printing of a sentence puts beside its words: numbers of items, commas around a figure."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.text.hints import holds
from bluebook.collect.bulletins.text.script import Plain

# (4) Emerging business; II. Users; 5. Posts.
_ITEM = re.compile(r"\s*[(\[]?(?:\d{1,2}|[ivx]{1,4}|[a-h])[)\].、](?=\s+[a-z\"'])")
# Its proportion, 44.3%, was 1.9 points below that of last year.
_SET_OFF = re.compile(
    r"\b(?:proportion|share|percentage|penetration(?: rate)?|growth(?: rate)?)(?P<a>,) (?:now )?\d[\d.]*(?:%| ?per ?cent)(?P<b>,)"
    r" (?:was|is|which (?:was|is)|being|went|rose|fell)\b"
)
_RATES = ("proportion, ", "share, ", "percentage, ", "penetration, ", "rate, ", "growth, ")


def unprinted(written: Plain) -> Plain:
    """A sentence without them; all else keeps its place."""
    text = written.text
    if (item := _ITEM.match(text)) is not None:
        text = " " * item.end() + text[item.end() :]
    for match in _SET_OFF.finditer(text) if holds(text, _RATES) else ():
        for mark in ("a", "b"):
            at = match.start(mark)
            text = f"{text[:at]} {text[at + 1 :]}"
    return written if text is written.text else written._replace(text=text)
