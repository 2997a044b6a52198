"""Precision and recall of the reader against numbers marked by hand, per kind of page.

    python benchmarks/marks_bulletins.py                        # our own pages, tests/data/pages
    python benchmarks/marks_bulletins.py FOLDER MARKS.jsonl …   # real pages as FOLDER/DOCUMENT.txt

The addresses of the real pages are in tests/data/marks. `tests/collect/marks.py` tells what counts.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.collect.marks import PAGES, Score, scores


def main() -> int:
    folder, *files = sys.argv[1:] or [""]
    if files:
        report(Path(folder), [Path(f) for f in files])
    for held in sorted(PAGES.iterdir()) if not folder else []:
        if held.is_dir():
            print(held.name)
            report(held / "text", sorted(held.glob("*.jsonl")))
    return 0


def report(folder: Path, files: list[Path]) -> None:
    """What was read wrongly and what was missed, and the score of each kind."""
    kinds: dict[str, Score] = defaultdict(Score)
    for kind, _, score in scores(folder, files):
        kinds[kind].add(score)
    for score in kinds.values():
        for word, listed in (("wrong ", score.wrong), ("missed", score.missed)):
            for document, told in listed:
                print(word, document, *told)
    for kind, n in sorted(kinds.items()):
        told = f"precision {n.precision:.3f}  recall {n.recall:.3f}"
        print(f"{kind:12} {n.expected:5} marks  {told}")


if __name__ == "__main__":
    sys.exit(main())
