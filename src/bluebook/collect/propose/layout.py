"""Where a table's parts lie on a sheet: rows of heads, labels, values. A sheet may hold several."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bluebook.collect.propose.times import is_part, is_period

MAX_ROWS, MAX_COLUMNS, MAX_HEADS, MAX_BLOCKS = 3_000, 400, 4, 20
MARKS = frozenset(
    [
        "-",
        "--",
        "–",
        "—",
        "——",
        "…",
        "……",
        "...",
        "..",
        "/",
        "n/a",
        "na",
        "n/d",
        "nd",
        "x",
        "*",
        "暂无",
        "无",
        ":",
    ]
)
_NUMBER = re.compile(
    r"(?:[A-Z]{0,2}[$¥€£￥])?\s?[+\-−–(]?\d[\d,'\u00a0\u2009\u202f ]*(?:\.\d+)?(?:[eE][+-]?\d+)?\)?"
    r"\s?(?:[%％‰]|[万亿千百]{0,2})"
)
_COMMA = re.compile(r"[+\-−–]?\d{1,3}(?:\.\d{3})*,\d+\s?%?|[+\-−–]?\d+,\d+\s?%?")
_YEAR = re.compile(r"(?:19[5-9]\d|20\d\d)(?:\.0)?")
_YEAR_HEAD = re.compile(r"^(?:年|年份|年度|year|ano|year of.*)$", re.IGNORECASE)
_MONTH_HEAD = re.compile(r"^(?:月|月份|month|m[eê]s|季度?|quarter)$", re.IGNORECASE)
_TIME_HEAD = re.compile(r"^(?:时间|日期|时期|期间|date|time|period|年月)$", re.IGNORECASE)
_COUNTER = re.compile(r"^(?:序号|编号|no\.?|#|排名|位次|rank(?:ing)?|id)$", re.IGNORECASE)


class Block(NamedTuple):
    """A table on a sheet: rows from 1, columns from 0. `end` is the row after its last value."""

    heads: list[int]
    first: int
    end: int
    labels: list[int]
    values: list[int]
    above: list[tuple[int, int, str]]  # (row, column, text) of what stands above the heads
    rows: list[list[str]]

    def body(self) -> Iterator[list[str]]:
        """The rows that hold values."""
        for row in self.rows[self.first - 1 : self.end - 1]:
            if any(is_number(row[c]) for c in self.values):
                yield row


def is_number(text: str) -> bool:
    """Does the cell hold a number, as tables print them?"""
    return bool(text) and (
        _NUMBER.fullmatch(text) is not None or _COMMA.fullmatch(text) is not None
    )


def blocks(rows: list[list[str]], knows: Callable[[str], bool]) -> Iterator[Block]:
    """The tables of a sheet, from above. `knows` tells a head by its words."""
    start = 0
    for _ in range(MAX_BLOCKS):
        found = _block(rows, start, knows)
        if found is None:
            return
        yield found
        start = found.end - 1


def _block(rows: list[list[str]], start: int, knows: Callable[[str], bool]) -> Block | None:
    first = next((r for r in range(start, len(rows)) if _holds_values(rows, r)), None)
    if first is None:
        return None
    end = _end(rows, first)
    labels, values = _columns(rows, first, end)
    heads = _heads(rows, start, first, values, knows)
    labels, values = _by_heads(rows, heads, range(first, end), labels, values)
    if not values:
        return None
    top = min(heads, default=first)
    after = max(heads, default=first - 1) + 1
    above = [(r + 1, c, text) for r in range(start, top) for c, text in enumerate(rows[r]) if text]
    return Block([r + 1 for r in heads], after + 1, end + 1, labels, values, above, rows)


def _holds_values(rows: list[list[str]], r: int) -> bool:
    """Numbers that are no mere years, or years beside which a name stands and no head below."""
    numbers = [c for c in rows[r] if is_number(c)]
    if not numbers or sum(map(bool, rows[r])) < 2:
        return False
    return not all(_YEAR.fullmatch(c) for c in numbers)


def _end(rows: list[list[str]], first: int) -> int:
    """The row after the last one with values: a row of heads without any begins another table."""
    last = first
    for r in range(first + 1, len(rows)):
        row = rows[r]
        if any(is_number(c) for c in row):
            years = [c for c in row[1:] if _YEAR.fullmatch(c)]
            if len(years) > 1 and not _holds_values(rows, r):
                break
            last = r
        elif r > last + 1 and sum(bool(c) and c.lower() not in MARKS for c in row[1:]) >= 2:
            break
    return last + 1


def _columns(rows: list[list[str]], first: int, end: int) -> tuple[list[int], list[int]]:
    labels, values = [], []
    for c in range(len(rows[first])):
        cells = [rows[r][c] for r in range(first, end) if rows[r][c]]
        numbers = sum(map(is_number, cells))
        texts = sum(c.lower() not in MARKS for c in cells) - numbers
        if numbers and numbers >= texts:
            values.append(c)
        elif texts:
            labels.append(c)
    return labels, values


def _heads(
    rows: list[list[str]], start: int, first: int, values: list[int], knows: Callable[[str], bool]
) -> list[int]:
    """The rows of heads above the first row with values; rows without values may lie between."""
    found: list[int] = []
    for r in range(first - 1, start - 1, -1):
        over = [rows[r][c] for c in values if rows[r][c]]
        filled = sum(map(bool, rows[r]))
        if not filled and found:
            break
        if not over or (filled == 1 and not (knows(over[0]) or is_part(over[0]))):
            if found:
                break
            continue
        if any(is_number(c) and not is_period(c) for c in over):
            break
        found.append(r)
        if len(found) == MAX_HEADS:
            break
    return found[::-1]


def _by_heads(
    rows: list[list[str]], heads: list[int], body: range, labels: list[int], values: list[int]
) -> tuple[list[int], list[int]]:
    """Years, months and serial numbers are no values: their heads and cells tell."""
    kept = []
    for c in values:
        said = " ".join(filter(None, (rows[r][c] for r in heads)))
        cells = [rows[r][c] for r in body if rows[r][c]]
        years = all(_YEAR.fullmatch(x) for x in cells)
        if _COUNTER.match(said) or (heads and not said and _counts(cells)):
            continue
        leading = c == min(values) and len(values) > 1 and not is_period(said)
        months = all(re.fullmatch(r"0?[1-9]|1[0-2]", x) for x in cells)
        if (
            (years and (_YEAR_HEAD.match(said) or (leading and len(set(cells)) > 1)))
            or (months and _MONTH_HEAD.match(said))
            or (_TIME_HEAD.match(said) and all(map(is_period, cells)))
        ):
            labels.append(c)
        else:
            kept.append(c)
    return sorted(labels), kept


def _counts(cells: list[str]) -> bool:
    """Do the cells only number the rows?"""
    whole = [int(c) for c in cells if c.isdigit() and len(c) < 10]
    return len(whole) == len(cells) > 1 and whole == list(range(whole[0], whole[0] + len(whole)))
