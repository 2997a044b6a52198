"""The shelf: a finished book is put in place in one step, or not at all.

A book is written to a folder of its own beside the others; `book` is a link that is switched
to it (rename(2) is atomic). A killed build leaves the last link and the last book whole.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bluebook.errors import BluebookError
from bluebook.press.memory import digest

MANIFEST = ".manifest.json"


class Shelf:
    """Where an edition's books stand; `target` is the link that readers open."""

    def __init__(self, workshop: Path, target: Path) -> None:
        self.target = target
        inside = target.parent == workshop.parent
        self.books = workshop / "books" if inside else target.parent / f".{target.name}.books"

    def check(self) -> None:
        """BluebookError where something that is no book of ours stands at the target."""
        ours = self._current() is not None
        if not ours and (self.target.is_symlink() or self.target.exists()):
            raise BluebookError(
                f"{self.target} exists and was not made by bluebook build",
                "move it away, or build with --to another folder",
            )

    def _current(self) -> Path | None:
        """The folder of the book in place."""
        if not self.target.is_symlink():
            return None
        found = self.target.resolve()
        return found if found.parent == self.books.resolve() else None

    def manifest(self) -> dict[str, str]:
        """Digest by path of the files of the book in place."""
        current = self._current()
        try:
            found = json.loads((current / MANIFEST).read_text("utf-8")) if current else {}
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def whole(self) -> bool:
        """Is the book in place complete (all files there)?"""
        manifest, current = self.manifest(), self._current()
        return (
            current is not None
            and bool(manifest)
            and all((current / name).is_file() for name in manifest)
        )

    def put(self, files: Mapping[str, bytes]) -> bool:
        """Put a book in place; False where it is the same as the one there."""
        manifest = {name: digest(data) for name, data in sorted(files.items())}
        old, before = self._current(), self.manifest()
        if manifest == before and self.whole():
            return False
        self.books.mkdir(parents=True, exist_ok=True)
        draft = self.books / f".draft-{os.getpid()}"
        shutil.rmtree(draft, ignore_errors=True)
        for name, data in files.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            same = old / name if old and before.get(name) == manifest[name] else None
            if same is None or not _link(same, path, len(data)):
                path.write_bytes(data)
        (draft / MANIFEST).write_text(json.dumps(manifest, indent=0), "utf-8")
        final, number = self.books / digest(json.dumps(manifest))[:16], 0
        while final.exists():
            number += 1
            final = self.books / f"{final.name[:16]}-{number}"
        draft.rename(final)
        link = self.target.with_name(f".{self.target.name}.{os.getpid()}")
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(final, self.target.parent), target_is_directory=True)
        link.replace(self.target)
        for other in self.books.iterdir():
            if other != final:
                shutil.rmtree(other, ignore_errors=True)
        return True


def _link(old: Path, new: Path, size: int) -> bool:
    try:
        if old.stat().st_size != size:
            return False
        os.link(old, new)
    except OSError:
        return False
    return True


@contextmanager
def alone(workshop: Path) -> Iterator[None]:
    """Hold the edition: a second build at the same time is told so."""
    workshop.mkdir(parents=True, exist_ok=True)
    with (workshop / "lock").open("w") as lock:
        try:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # not on this system: go without
            pass
        except OSError:
            raise BluebookError(
                "another build of this edition is running", "wait for it to end"
            ) from None
        yield
