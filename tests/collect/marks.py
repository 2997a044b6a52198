"""Pages with every number marked by hand, and how much of them the reader reads.

`tests/data/pages` holds pages of our own, written after the manner of many kinds of writers, with
their marks; `tests/data/marks` holds the marks of real pages, which are not stored.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.language.expression import names, parse
from bluebook.model.claim import Claim

PAGES = Path(__file__).parent.parent / "data" / "pages"
KEYS = ("expression", "territory", "period", "value", "half_width")
Told = tuple[Any, ...]  # what a claim or a mark says, in the order of KEYS


@dataclass
class Score:
    """Counts of claims: read rightly, read at all, marked; and those that are not both."""

    right: int = 0
    found: int = 0
    expected: int = 0
    wrong: list[tuple[str, Told]] = field(default_factory=list)  # (document, what was read)
    missed: list[tuple[str, Told]] = field(default_factory=list)  # (document, what was marked)

    @property
    def precision(self) -> float:
        """The part of what was read that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of what is marked that was read rightly."""
        return self.right / max(1, self.expected)

    def add(self, other: Score) -> None:
        """Count another score in."""
        self.right += other.right
        self.found += other.found
        self.expected += other.expected
        self.wrong += other.wrong
        self.missed += other.missed


def marked(files: Iterable[Path]) -> dict[str, list[dict[str, Any]]]:
    """The marks of files with a mark a line, by document."""
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in files:
        for line in path.read_text("utf-8").splitlines():
            mark = json.loads(line)
            marks[mark["document"]].append(mark)
    return marks


def scores(folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, str, Score]]:
    """(kind, document, score) of every page `folder/DOCUMENT.txt` that the marks tell of.

    A claim counts only if expression, territory, period, value and half width are all right;
    suspect claims are not read. A mark that says `doubt` is left out, and so is what is read there.
    """
    own, both = catalogue_of(), catalogue_of(("communications", "postal"))
    for document, marks in marked(files).items():
        page = folder / f"{document}.txt"
        if not page.is_file():
            continue
        text, first = page.read_text("utf-8"), marks[0]
        codes = {code for m in marks if m["expression"] for code in names(parse(m["expression"]))}
        catalogue = own if codes <= set(own.indicators) else both
        given = first["read_with"]
        reader = Reader(catalogue, str(first["language"]), document)
        claims = reader.read(text, given["territory"], given["period"])
        yield str(first["kind"]), document, _score(document, claims, marks, text)


def _score(document: str, claims: list[Claim], marks: list[dict[str, Any]], text: str) -> Score:
    doubted = [m for m in marks if m.get("doubt")]
    expected = Counter(tuple(m[k] for k in KEYS) for m in marks if not m.get("doubt"))
    found = Counter(
        tuple(getattr(c, k) for k in KEYS)
        for c in claims
        if c.expression and not c.suspect and not any(_at(c, m, text) for m in doubted)
    )
    return Score(
        (expected & found).total(), found.total(), expected.total(),
        [(document, told) for told in (found - expected).elements()],
        [(document, told) for told in (expected - found).elements()],
    )  # fmt: skip


def _at(claim: Claim, mark: dict[str, Any], text: str) -> bool:
    """Was the claim read where the mark stands?"""
    if "start" in mark:
        return claim.start is not None and abs(claim.start - int(mark["start"])) <= 1
    return text[claim.start : claim.end] == mark["number"] and claim.value == mark["value"]
