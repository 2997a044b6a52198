"""A second pair of hands for a large build: `python -m bluebook.press.worker EDITION KEY`.

It makes the outlook while the build combs, writes chapters from the last to the first while the
build writes them from the first to the last, then the workbook and the data files. What one has
made the other finds in the memory; what fails here is met again, and told, by the build.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bluebook.errors import BluebookError
from bluebook.press.build import Press

PAUSE = 0.01  # seconds between looks
PATIENCE = 60.0  # seconds


def main(folder: str, wanted: str) -> None:
    """Help the build that started this process and wants this account; end with it."""
    press = Press(folder)
    if press.comb_key != wanted:  # the edition was changed meanwhile: the build goes on alone
        return
    if (press.edition.folder / "outlook.toml").is_file():
        import statsforecast.models  # noqa: F401  (slow to import: now, while the build combs)
    wait(press.combed, lambda: os.getppid() != 1)
    press.outlook()
    from bluebook.press.chapters import book, draft, files
    from bluebook.press.outputs import data

    languages = press.edition.book.languages
    every = [(lang, path, n) for lang in languages for path, n in files(press, lang)]
    for language, path, number in reversed(every):
        draft(press, language, path, number)
    data(press, {language: book(press, language) for language in languages})


def wait(done: Callable[[], bool], going: Callable[[], bool]) -> None:
    """Until it is done, or nobody is at it any more, or it has taken too long."""
    end = time.monotonic() + PATIENCE
    while not done() and going() and time.monotonic() < end:
        time.sleep(PAUSE)


@contextmanager
def hands(folder: Path, key: str | None) -> Iterator[Callable[[], bool]]:
    """A helper process for the time of a build that wants the account of this key.

    Gives a function that tells whether the helper is at work; no helper where `key` is None.
    """
    if key is None:
        yield lambda: False
        return
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "bluebook.press.worker", str(folder), key]
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as helper:
        try:
            yield lambda: helper.poll() is None
        finally:
            helper.kill()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except BluebookError:
        sys.exit(2)
