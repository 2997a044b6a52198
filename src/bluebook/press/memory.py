"""Memory between builds: a step's result is kept under what it was made of.

A step's key is the digests of its inputs and of the code. Its result has a digest of its own,
taken of its bytes, so a changed input that gives the same result rebuilds nothing after it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from bluebook.errors import BluebookError

T = TypeVar("T")
KEEP_BYTES = 400_000_000


def digest(*parts: bytes | str) -> str:
    """A short digest of parts; the parts' borders count."""
    h = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        h.update(len(data).to_bytes(8, "big"))
        h.update(data)
    return h.hexdigest()


@cache
def code() -> str:
    """A digest of the package's own files by name, size and time: new code, new results."""
    root = Path(__file__).parent.parent
    stats = []
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        for name in sorted(files):
            stat = Path(folder, name).stat()
            stats.append(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return digest("\n".join(stats))


class Result(Generic[T]):
    """A step's result as bytes, decoded when asked for."""

    def __init__(self, data: bytes, kind: Any, value: T | None = None) -> None:
        self.data = data
        self._kind = kind
        if value is not None:
            self.value = value

    @cached_property
    def digest(self) -> str:
        return digest(self.data)

    @cached_property
    def value(self) -> T:
        if self._kind is bytes:
            return self.data  # type: ignore[return-value]
        try:
            found: T = msgspec.msgpack.decode(self.data, type=self._kind)
        except msgspec.DecodeError:
            raise BluebookError(
                "the memory of earlier builds is damaged", "delete .bluebook in the edition"
            ) from None
        return found


class Memory:
    """Results of steps in a folder; `recall` makes what is not there."""

    def __init__(self, folder: Path, note: Callable[[str], None] = lambda step: None) -> None:
        self.folder = folder
        self.note = note
        self.made: list[str] = []
        self._used: set[Path] = set()

    def recall(
        self, step: str, inputs: Iterable[str], make: Callable[[], T], kind: Any = bytes
    ) -> Result[T]:
        """The result of a step for these inputs (digests or short texts).

        The first word of `step` names its kind, the rest is for people.
        """
        path = self._path(step, inputs)
        self._used.add(path)
        found = _read(path)
        if found is not None:
            return Result(found, kind)
        with _making(path):
            found = _read(path)
            if found is not None:  # another process has made it meanwhile
                return Result(found, kind)
            self.note(step)
            self.made.append(step)
            value = make()
            data = value if isinstance(value, bytes) else msgspec.msgpack.encode(value)
            write_whole(path, bytes.fromhex(digest(data)) + data)
        return Result(data, kind, value)

    def known(self, step: str, inputs: Iterable[str]) -> bool:
        """Is the result of this step there already?"""
        return self._path(step, inputs).is_file()

    def _path(self, step: str, inputs: Iterable[str]) -> Path:
        return self.folder / step.split(maxsplit=1)[0] / digest(code(), *inputs)

    def forget(self) -> None:
        """Drop what this build did not use once the memory is large."""
        files = [p for p in self.folder.glob("*/*") if p.is_file() and p.suffix != ".lock"]
        size = sum(p.stat().st_size for p in files)
        unused = [p for p in files if p not in self._used]
        for path in sorted(unused, key=lambda p: p.stat().st_mtime):
            if size <= KEEP_BYTES:
                break
            size -= path.stat().st_size
            path.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    """A result that is there whole."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data[16:] if data[:16].hex() == digest(data[16:]) else None


@contextmanager
def _making(path: Path) -> Iterator[None]:
    """One process makes a result, another that wants it waits (where the system has locks)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(f".{path.name}.lock")
    with lock.open("w") as handle:
        try:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        except ImportError:
            pass
        try:
            yield
        finally:
            lock.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)
