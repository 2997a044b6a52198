"""At which prices the volumes of a text are, where a note says so: calculated at constant prices of 2010."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.text.script import flat
from bluebook.collect.bulletins.text.writing import Writing

_NOTE = re.compile(r"[注註][:：][^\n。]{0,60}不[变變][单單]?[价價][^\n。]{0,20}")
# The same in English, in a note or as a sentence of its own: [15] … calculated at constant prices of 2010.
_NOTE_EN = re.compile(
    r"(?:\bnotes?\b ?\d?[:.]|(?m:^)\W{0,3}(?:[a-z]|\d{1,2})[\])])[^\n]{0,160}?"
    r"\b(?:constant prices? (?:of|in)(?: the year)? (?P<a>20\d\d)|(?P<b>20\d\d)(?:'s)? (?:constant )?prices?)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r" price(?:(?<=\d price)|(?<=\d's price)|(?<=constant price))s?")
NOTE = 40  # characters in which a year follows "constant prices"
# Another volume at other prices, in the same note.
_APART = re.compile(
    r"\b(?:constant prices? (?:of|in)(?: the year)? 20\d\d|20\d\d(?:'s)? (?:constant )?prices?)\b"
)


def based(writing: Writing) -> str:
    """The one note of a text that states at which prices volumes are: 注:…按2015年不变单价计算."""
    text = writing.text
    chinese_notes = _NOTE.finditer(text) if "价" in text or "價" in text else ()
    notes = {flat(m[0], old=True).lower() for m in chinese_notes}
    for priced in _PRICE.finditer(writing.same):
        begin = text.rfind("\n", 0, priced.start()) + 1
        notes |= {
            f"{m['a'] or m['b']} constant prices"
            for m in _NOTE_EN.finditer(text[begin : priced.end() + NOTE])
            if not _APART.search(text, begin + m.end(), begin + m.end() + 160)
        }
    return notes.pop() if len(notes) == 1 else ""
