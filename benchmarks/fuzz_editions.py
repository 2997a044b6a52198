"""Whole editions spoilt at random against the press: a book, or one error; never a traceback.

    python benchmarks/fuzz_editions.py [HOW MANY] [SEED] [EDITION]

Without EDITION, a small one that has every kind of file. Prints how they ended, the slowest and the
memory used; exits 1 on a traceback, an error without its remedy, a spoilt book, or a hang.
"""

from __future__ import annotations

import collections
import contextlib
import io
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.press import mutations

from bluebook.cli import main as bluebook
from bluebook.press.shelf import Shelf

SECONDS = 30


def build(root: Path) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        return bluebook(["build", str(root)]), err.getvalue()


def fault(root: Path) -> str:
    """What is wrong with how the press takes this edition; empty where nothing is."""
    code, told = build(root)
    if code not in (0, 2):
        return f"exit code {code}"
    if code == 2 and (told.count("bluebook: ") != 1 or "remedy: " not in told):
        return f"not one error with a remedy: {told}"
    return "" if Shelf(root / ".bluebook", root / "book").whole() else "the book is not whole"


def hang(*_: Any) -> None:
    raise TimeoutError(f"not done after {SECONDS} s")


def main(count: int = 200, seed: int = 0, edition: str = "") -> int:
    signal.signal(signal.SIGALRM, hang)
    ends: collections.Counter[str] = collections.Counter()
    slowest, faults = (0.0, ""), []
    with tempfile.TemporaryDirectory() as name:
        good = Path(name) / "good"
        if edition:
            aside = shutil.ignore_patterns(".bluebook", "book")
            shutil.copytree(edition, good, ignore=aside)
        else:
            mutations.edition(good)
        code, told = build(good)
        assert code == 0, told
        for n in range(seed, seed + count):
            root = Path(name) / "spoilt"
            shutil.rmtree(root, ignore_errors=True)
            shutil.copytree(good, root, symlinks=True)
            what, start = mutations.spoil(root, n), time.perf_counter()
            signal.alarm(SECONDS)
            try:
                found = fault(root)
            except BaseException as error:  # what a user must never see
                where = traceback.extract_tb(error.__traceback__)[-1]
                found = f"{type(error).__name__}: {error} ({where.filename}:{where.lineno})"
            finally:
                signal.alarm(0)
            slowest = max(slowest, (time.perf_counter() - start, what))
            ends["fault" if found else "taken"] += 1
            if found:
                faults.append(f"{what}: {found}")
                print(faults[-1], flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} editions, {ends['fault']} faults; slowest {slowest[0]:.1f} s ({slowest[1]}); {memory} MB"
    )
    return bool(faults)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(*map(int, arguments[:2]), *arguments[2:]))
