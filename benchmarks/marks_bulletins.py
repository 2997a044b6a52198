"""Precision and recall of the reader against the marks, per kind of page.

    python benchmarks/marks_bulletins.py FOLDER

FOLDER holds the marked pages as text, `DOCUMENT.txt` each (addresses are in the marks). A claim
counts only if expression, territory, period, value and half width are all right; suspect claims
are not counted as read.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from bluebook.collect.bulletins.command import catalogue_of
from bluebook.collect.bulletins.reader import Reader

MARKS = Path(__file__).parent.parent / "tests" / "data" / "marks" / "bulletins.jsonl"


def main() -> int:
    folder = Path(sys.argv[1])
    marks: dict[str, list[dict[str, object]]] = defaultdict(list)
    for line in MARKS.read_text("utf-8").splitlines():
        mark = json.loads(line)
        marks[mark["document"]].append(mark)
    catalogue = catalogue_of()
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for document, wanted in marks.items():
        path = folder / f"{document}.txt"
        if not path.is_file():
            continue
        first = wanted[0]
        given = first["read_with"]
        assert isinstance(given, dict)
        claims = Reader(catalogue, str(first["language"]), document).read(
            path.read_text("utf-8"), given["territory"], given["period"]
        )
        keys = ("expression", "territory", "period", "value", "half_width")
        expected = Counter(tuple(m[k] for k in keys) for m in wanted)
        found = Counter(
            tuple(getattr(c, k) for k in keys) for c in claims if c.expression and not c.suspect
        )
        right = sum((expected & found).values())
        kind = str(first["kind"])
        tally[kind] += Counter(right=right, found=found.total(), expected=expected.total())
        for key in (found - expected).elements():
            print("wrong ", document, *key)
        for key in (expected - found).elements():
            print("missed", document, *key)
    for kind, n in sorted(tally.items()):
        precision, recall = n["right"] / max(1, n["found"]), n["right"] / max(1, n["expected"])
        print(f"{kind:12} {n['expected']:5} marks  precision {precision:.3f}  recall {recall:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
