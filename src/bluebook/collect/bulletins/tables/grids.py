"""Tables as rows of cells under heads and behind labels: what each cell says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace as turned

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, vocabulary
from bluebook.collect.bulletins.sentence.single import Reading
from bluebook.collect.bulletins.tables import english
from bluebook.collect.bulletins.tables.cells import Table
from bluebook.collect.bulletins.tables.found import parts
from bluebook.collect.bulletins.tables.heads import Heads, bare
from bluebook.collect.bulletins.tables.rows import Line, Region
from bluebook.collect.bulletins.text.script import chinese
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

BELOW = 300  # characters below a table that may hold its notes
SAMPLE = 8  # rows that tell the language of a table
_PRICES = re.compile(r"\bconstant prices? (?:of|in) (?:the year )?(?P<year>\d{4})")


def read(
    text: str,
    found: Iterable[Region],
    catalogue: Catalogue,
    context: Context,
    claim: Callable[[Reading, int, int, str], Claim],
) -> Iterator[Claim]:
    """The claims of the tables found in a text."""
    for caption, rows in found:
        words = vocabulary(catalogue, "zh" if chinese(_sample(text, rows)) else "en")
        teller = Teller(catalogue, words.units.words)
        below, above = "", caption
        if words.language == "en":
            below = text[rows[-1].end : rows[-1].end + BELOW].lower()
            above = [*english.stated(below), *caption]
        said = _base([*above, below], rows)
        if words.language == "en":  # what names are names of here: of internet users
            said = " ".join((*above, *_plain(rows, words), said))
        heads = Heads(words, turned(context, text=said))
        for part in parts(rows, heads):
            for line, reading in Table(part, above, heads, teller).read():
                printed = text[line.start : line.end].strip()
                yield claim(reading, reading.start, reading.end, printed)


def _sample(text: str, rows: list[Line]) -> str:
    """What tells the language of a table: its text, or its cells, where English stands beside them."""
    printed = text[rows[0].start : rows[min(len(rows), SAMPLE) - 1].end]
    return (
        printed if chinese(printed) else "".join(c.text for row in rows[:SAMPLE] for c in row.cells)
    )


def _plain(rows: list[Line], words: Vocabulary) -> Iterator[str]:
    """English: labels that are one indicator's name, by which others may be understood: internet
    users above mobile internet users."""
    for row in rows:
        label = bare(row.cells[0].text) if row.cells else ""
        word = words.word(label) if label else None
        if word is not None and word.plain and not word.double:
            yield label


def _base(caption: list[str], rows: list[Line]) -> str:
    """English: the prices at which a table's volumes are, which one of its labels says of all."""
    texts = (*caption, *(row.cells[0].text for row in rows if row.cells))
    based = next((m for text in texts if (m := _PRICES.search(text))), None)
    return f"{based['year']} constant prices" if based else ""
