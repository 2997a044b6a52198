"""Precision and recall of the reader against the marks, per kind of page.

    python benchmarks/marks_bulletins.py FOLDER [MARKS.jsonl ...]

FOLDER holds the marked pages as text, `DOCUMENT.txt` each (addresses are in the marks). A claim
counts only if expression, territory, period, value and half width are all right; suspect claims
are not counted as read. A mark that says `doubt` is left out, and so is what was read there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader
from bluebook.language.expression import names, parse
from bluebook.model.claim import Claim

MARKS = Path(__file__).parent.parent / "tests" / "data" / "marks" / "bulletins.jsonl"
KEYS = ("expression", "territory", "period", "value", "half_width")


def main() -> int:
    folder, *files = sys.argv[1:]
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in map(Path, files or [str(MARKS)]):
        for line in path.read_text("utf-8").splitlines():
            mark = json.loads(line)
            marks[mark["document"]].append(mark)
    own, both = catalogue_of(), catalogue_of(("communications", "postal"))
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for document, wanted in marks.items():
        page = Path(folder) / f"{document}.txt"
        if not page.is_file():
            continue
        text, first = page.read_text("utf-8"), wanted[0]
        codes = {code for m in wanted if m["expression"] for code in names(parse(m["expression"]))}
        catalogue = own if codes <= set(own.indicators) else both
        given = first["read_with"]
        claims = Reader(catalogue, str(first["language"]), document).read(
            text, given["territory"], given["period"]
        )
        sure = [m for m in wanted if not m.get("doubt")]
        doubted = [m for m in wanted if m.get("doubt")]
        expected = Counter(tuple(m[k] for k in KEYS) for m in sure)
        found = Counter(
            tuple(getattr(c, k) for k in KEYS)
            for c in claims
            if c.expression and not c.suspect and not any(_at(c, m, text) for m in doubted)
        )
        right = sum((expected & found).values())
        tally[str(first["kind"])] += Counter(
            right=right, found=found.total(), expected=expected.total()
        )
        for key in (found - expected).elements():
            print("wrong ", document, *key)
        for key in (expected - found).elements():
            print("missed", document, *key)
    for kind, n in sorted(tally.items()):
        precision, recall = n["right"] / max(1, n["found"]), n["right"] / max(1, n["expected"])
        print(f"{kind:12} {n['expected']:5} marks  precision {precision:.3f}  recall {recall:.3f}")
    return 0


def _at(claim: Claim, mark: dict[str, Any], text: str) -> bool:
    """Was the claim read where the mark stands?"""
    if "start" in mark:
        return claim.start is not None and abs(claim.start - int(mark["start"])) <= 1
    return text[claim.start : claim.end] == mark["number"] and claim.value == mark["value"]


if __name__ == "__main__":
    sys.exit(main())
