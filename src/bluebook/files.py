"""Text files of an edition: bounded, UTF-8, with errors that name file and line."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from bluebook.errors import BluebookError

MAX_BYTES = 20_000_000
T = TypeVar("T")


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """A UTF-8 text file of the edition, bounded in size."""
    size = path.stat().st_size
    if size > limit:
        raise BluebookError(f"file of {size:,} bytes", f"keep it under {limit:,} bytes", file=path)
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BluebookError(
            "the file is not UTF-8 text",
            "save it as UTF-8 (it may be GB18030 or UTF-16)",
            file=path,
            line=line,
        ) from None


def read_toml(path: Path, kind: type[T]) -> T:
    """A TOML file as `kind`; errors name file, line and what was expected."""
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise BluebookError(
            f"not TOML: {error}",
            "mend the line",
            file=path,
            line=int(found[1]) if found else text.count("\n") + 1,
        ) from None
    except RecursionError:
        raise BluebookError("nested too deeply", "flatten the tables", file=path) from None
    try:
        return msgspec.convert(data, kind, str_keys=True)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        key = re.findall(r"[\w-]+", place.strip("`$"))
        unknown = re.search(r"unknown field `([^`]+)`", message)
        wanted = unknown[1] if unknown else (key[-1] if key else "")
        raise BluebookError(
            f"{place.strip('`$.')}: {message}".lstrip(": "),
            "see docs/edition.md for the keys",
            file=path,
            line=line_of(path, wanted),
        ) from None


def line_of(path: Path, word: str) -> int | None:
    """The first line that begins with a key or table head, or holds the word."""
    if not word:
        return None
    lines = path.read_text("utf-8-sig", errors="replace").splitlines()
    for test in (lambda s: s.startswith(word), lambda s: word in s):
        for number, line in enumerate(lines, 1):
            if test(line.strip()):
                return number
    return None
