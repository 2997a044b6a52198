"""A table's labels and heads as carriers of words, and what each of its values stands under."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from bluebook.collect.markup import letters
from bluebook.collect.propose.layout import MARKS, Block, is_number


class Carrier(NamedTuple):
    """A column of labels, or a row of heads; `at` is its column or the number of its row."""

    field: str
    over: bool
    at: int

    @property
    def told(self) -> str:
        return f"{{{self.field}}}"


Point = dict[str, str]
"""Of one value: the text of each carrier, by field."""


@dataclass
class Draft:
    """A mapping without its file.

    `direct` are the words of a part that need no map, `why` says of a word why it is left out.
    """

    keys: dict[str, object]
    maps: dict[str, dict[str, str | bool]] = field(default_factory=dict)
    direct: dict[str, dict[str, str | bool]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    above: list[tuple[int, int, str]] = field(default_factory=list)

    def mapping(self, file: str) -> dict[str, object]:
        """The mapping as sources.toml has it."""
        maps = {name: words for name, words in self.maps.items() if words}
        return {"file": file, **self.keys, **({"map": maps} if maps else {})}


class Cells:
    """The cells of one table: its labels, its heads, and the words over and beside each value.

    `fill` are the fields whose empty cells mean the cell above.
    """

    def __init__(self, block: Block) -> None:
        self.block = block
        self.labels = [Carrier(self.name(c), False, c) for c in block.labels]
        many = len(block.heads) > 1
        self.heads = [
            Carrier(f"head{n}" if many else "head", True, n - 1)
            for n, _ in enumerate(block.heads, 1)
        ]
        self.fill: list[str] = []
        self.points = self._points()

    def over(self, column: int) -> list[str]:
        """The heads over a column, as mappings read them."""
        found = []
        for n, row in enumerate(self.block.heads):
            cells = self.block.rows[row - 1]
            text = cells[column]
            if not text and n < len(self.block.heads) - 1:
                text = next((cells[c] for c in range(column, -1, -1) if cells[c]), "")
            found.append(text)
        return found

    def name(self, column: int) -> str:
        """A column as templates call it: by its head, or by its letter."""
        width = len(self.block.rows[0])
        names = [" ".join(dict.fromkeys(filter(None, self.over(c)))) for c in range(width)]
        name = names[column]
        plain = name and name == name.strip() and not set(name) & set("{}\n\r\t")
        taken = names.count(name) > 1 or name in ("head", "sheet", "file") or len(name) > 60
        return letters(column) if taken or not plain else name

    def _points(self) -> list[Point]:
        """Every value with what it stands under; "=" is the value itself."""
        held: dict[str, str] = {}
        points = []
        last = self.block.labels[-1] if self.block.labels else -1
        for row in self.block.body():
            said = {}
            for one in self.labels:
                text = row[one.at] or (held.get(one.field, "") if one.at != last else "")
                if text != row[one.at]:
                    self.fill += [one.field] if one.field not in self.fill else []
                said[one.field] = held[one.field] = text
            for c in self.block.values:
                if row[c] and (is_number(row[c]) or row[c].lower() not in MARKS):
                    heads = dict(zip((h.field for h in self.heads), self.over(c), strict=True))
                    points.append(said | heads | {"=": row[c], "column": letters(c)})
        return points

    def texts(self, one: Carrier) -> list[str]:
        """The different texts of a carrier, in order."""
        return [t for t in dict.fromkeys(p[one.field] for p in self.points) if t]

    def share(self, one: Carrier, test: Callable[[str], object]) -> float:
        """The part of a carrier's different texts that pass a test."""
        texts = self.texts(one)
        return sum(bool(test(t)) for t in texts) / len(texts) if texts else 0.0

    def key(self, used: list[Carrier], point: Point) -> str:
        """What a template of these carriers says of a value."""
        return " ".join(point[c.field] for c in used).strip()


def ranges(columns: list[int]) -> list[str]:
    """Columns as ranges of letters: B:D, F:F."""
    found: list[list[int]] = []
    for c in columns:
        if found and found[-1][-1] == c - 1:
            found[-1].append(c)
        else:
            found.append([c])
    return [f"{letters(run[0])}:{letters(run[-1])}" for run in found]


def slug(text: str) -> str:
    """Letters, digits and _ of a text, in lower case."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:40]
