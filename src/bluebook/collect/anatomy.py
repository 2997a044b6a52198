"""Where the heads, the labels and the numbers of a table are, told from its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bluebook.collect.grids import Grid
from bluebook.collect.markup import letters
from bluebook.collect.naming import is_number, is_year

FOOT = "^(资料来源|数据来源|来源|注|说明|备注|Sources?|Notes?)"
_PERIOD = re.compile(
    r"(?:19|20)\d\d年(?:\d{1,2}[-–—~至]\d{1,2}月|\d{1,2}月|上半年|[一二三四]季度)?"
)
_UNIT = re.compile(r"(?:单位|unit)\s*[:：]\s*([^\s)）;；、，,]+)(?![、，,])", re.I)
_MOST = 2_000  # rows looked at


@dataclass(frozen=True)
class Anatomy:
    """A table's parts; rows are counted from 1, columns from 0."""

    heads: list[int]  # rows
    over: list[list[str]]  # the rows of heads; a head over several columns stands over each
    data: list[list[str]]  # rows of numbers; merged labels stand in each
    below: list[str]  # what stands under them
    title: str  # what stands over the heads, and the names of sheet and file
    labels: dict[str, int]  # name -> column
    names: list[str]  # of all columns, where a column of labels has no head
    gaps: list[str]  # labels that are said once for several rows
    columns: list[int]  # of numbers

    @property
    def values(self) -> str:
        """The columns of numbers, as letters."""
        return f"{letters(self.columns[0])}:{letters(self.columns[-1])}"

    def texts(self, column: int) -> list[str]:
        """What a column says, each text once."""
        return list(dict.fromkeys(row[column] for row in self.data))

    def head(self, number: int) -> list[str]:
        """What stands over the columns of numbers in one row of heads."""
        return [self.over[number][i] for i in self.columns]

    def together(self, fields: list[str], heads: list[str]) -> list[str]:
        """The texts that some fields make together, each once; `heads` name the rows of heads."""
        found: dict[str, None] = {}
        for row in self.data:
            for i in self.columns:
                words = [
                    self.over[heads.index(f)][i] if f in heads else row[self.labels[f]]
                    for f in fields
                ]
                found.setdefault(" ".join(words).strip())
        return [text for text in found if text][:300]

    @property
    def missing(self) -> list[str]:
        """What stands in place of numbers."""
        cells = (row[i] for row in self.data for i in self.columns)
        words = dict.fromkeys(c for c in cells if c and not is_number(c) and not is_year(c))
        return [word for word in words if len(word) <= 12][:8]

    @property
    def until(self) -> str:
        """The pattern that ends the table, where a source or a note stands below it."""
        return FOOT if any(re.match(FOOT, text, re.I) for text in self.below) else ""

    @property
    def period(self) -> str:
        """The period that the title names."""
        found = _PERIOD.search(self.title)
        return found[0] if found else ""

    @property
    def unit(self) -> str:
        """The one unit that the title names."""
        found = _UNIT.search(self.title)
        return found[1] if found else ""


def anatomy(grid: Grid) -> Anatomy | None:
    """The parts of a grid; None where it has no rows of numbers under a head."""
    rows = [list(row) for row in grid.cells.head(_MOST).iter_rows()]
    counts = [sum(map(is_number, row)) for row in rows]
    first = next((i for i, n in enumerate(counts) if n), 0)
    heads = _heads(rows, first)
    if not heads:
        return None
    last = max(i for i, n in enumerate(counts) if n)
    data, width = rows[first : last + 1], grid.cells.width
    columns = [i for i in range(width) if _share([row[i] for row in data]) > 0.5]
    if not columns:
        return None
    over = [list(rows[i]) for i in heads]
    for row in over[:-1]:
        for i in range(1, width):
            row[i] = row[i] or row[i - 1]
    names = [" ".join(dict.fromkeys(filter(None, (row[i] for row in over)))) for i in range(width)]
    said = [i for i in range(columns[0]) if any(row[i] for row in data)]
    headless = any(not names[i] for i in said)
    names = [name or f"column {letters(i)}" for i, name in enumerate(names)]
    gaps = [i for i in said if data[0][i] and any(not row[i] for row in data)]
    for before, row in pairwise(data):
        for i in gaps:
            row[i] = row[i] or before[i]
    above = [text for row in rows[: heads[0]] for text in row if text]
    return Anatomy(
        heads=[i + 1 for i in heads], over=over, data=data,
        below=[next(filter(None, row), "") for row in rows[last + 1 :]],
        title=" ".join([*above, grid.sheet, grid.path.stem]),
        labels={names[i]: i for i in said}, names=names if headless else [],
        gaps=[names[i] for i in gaps], columns=columns,
    )  # fmt: skip


def _heads(rows: list[list[str]], first: int) -> list[int]:
    """The rows of heads above the first row of numbers: those with two texts and more."""
    heads: list[int] = []
    for i in range(first - 1, -1, -1):
        held = {text for text in rows[i] if text}
        if len(held) < 2 and (held or heads):
            break
        if held:
            heads.insert(0, i)
    return heads


def _share(cells: list[str]) -> float:
    """How many of the cells that say something are numbers."""
    said = [cell for cell in cells if cell]
    return sum(map(is_number, said)) / len(said) if said else 0.0
