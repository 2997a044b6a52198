"""A second process of a build: writes chapters into the memory, from the last to the first.

    python -m bluebook.press.worker EDITION en/12-sources.md en/11-outlook.md …

The build writes them from the first to the last; what one has done the other finds.
"""

from __future__ import annotations

import sys

from bluebook.errors import BluebookError
from bluebook.press.build import Press
from bluebook.press.chapters import draft, files


def main(folder: str, *names: str) -> None:
    """Write chapters; errors are left to the build, which meets them again."""
    press = Press(folder)
    known = {
        f"{language}/{path.name}": (language, path, number)
        for language in press.edition.book.languages
        for path, number in files(press, language)
    }
    for name in names:
        if name in known:
            try:
                draft(press, *known[name])
            except BluebookError:
                return


if __name__ == "__main__":
    main(*sys.argv[1:])
