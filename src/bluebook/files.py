"""Files of an edition: its own, bounded, UTF-8, with errors that name file and line."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bluebook.errors import BluebookError

MAX_BYTES = 20_000_000
T = TypeVar("T")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def check_folder(folder: Path, rooms: Collection[str]) -> None:
    """What is read of a folder is its own: no link leads out, nothing is a pipe or a device."""
    todo = [entry for entry in os.scandir(folder) if entry.name in rooms]
    while todo:
        entry = todo.pop()
        _check_entry(entry, folder)
        if entry.is_dir(follow_symlinks=False):
            todo += [inner for inner in os.scandir(entry) if not inner.name.startswith(".")]


def _check_entry(entry: os.DirEntry[str], folder: Path) -> None:
    try:
        entry.name.encode()
    except UnicodeEncodeError:
        raise BluebookError(
            "the file's name is not UTF-8 text", "rename it",
            file=os.fsencode(entry.path).decode(errors="replace"),
        ) from None  # fmt: skip
    if entry.is_symlink():
        target = Path(os.path.realpath(entry.path))
        if not target.is_relative_to(folder):
            raise BluebookError(
                "the link leads out of the edition", "put the file itself there", file=entry.path
            )
        if not target.exists():
            raise BluebookError("the link leads nowhere", "take it away", file=entry.path)
    if not entry.is_file() and not entry.is_dir():
        raise BluebookError("neither a file nor a folder", "take it away", file=entry.path)


def files_in(folder: Path, pattern: str) -> list[Path]:
    """Files of a pattern by name, without what programs leave beside them (.#a, ._a, ~$a)."""
    return sorted(
        path
        for path in folder.glob(pattern)
        if not path.name.startswith((".", "~$")) and path.is_file()
    )


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """A UTF-8 text file of the edition, bounded in size, without control characters."""
    size = path.stat().st_size
    if size > limit:
        raise BluebookError(f"file of {size:,} bytes", f"keep it under {limit:,} bytes", file=path)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BluebookError(
            "the file is not UTF-8 text",
            "save it as UTF-8 (it may be GB18030 or UTF-16)",
            file=path,
            line=line,
        ) from None
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise _control(found[0]).at(file=path, line=line)
    return text


def _control(character: str) -> BluebookError:
    return BluebookError(f"the control character U+{ord(character):04X}", "delete it")


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
    for key, value in _texts(data):
        if stray := _CONTROL.search(value):
            raise _control(stray[0]).at(file=path, line=line_of(path, key))
    try:
        return msgspec.convert(data, kind, str_keys=True)
    except msgspec.ValidationError as error:
        raise _misfit(path, str(error), data, kind) from None


def _texts(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text of a TOML table with its key."""
    for key, value in data.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from _texts(one)
            elif isinstance(one, str):
                yield key, one


def _misfit(path: Path, error: str, data: dict[str, Any], kind: Any) -> BluebookError:
    """An error of msgspec with its entry and line."""
    message, _, place = error.partition(" - at ")
    keys: list[str | int] = []
    for index, key in re.findall(r"\[(\d+|\.\.\.)\]|([\w-]+)", place.strip("`").removeprefix("$")):
        keys.append(_culprit(error, data, kind, keys) if index == "..." else key or int(index))
    missing = re.search(r"missing required field `([^`]+)`", message)
    unknown = re.search(r"unknown field `([^`]+)`", message)
    if missing:
        message = f"the key {missing[1]} is missing"
    elif unknown:
        message = f"unknown key {unknown[1]!r}"
    entry = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)
    return BluebookError(
        f"{entry}: {message}".lstrip(": "),
        "see docs/edition.md for the keys",
        file=path,
        line=_line(path, keys, unknown[1] if unknown else ""),
    )


def _culprit(error: str, data: Any, kind: Any, keys: list[str | int]) -> str:
    """Which entry of a table an error is about: the one that gives it when alone."""
    table = data
    for key in keys:
        table = table[key]
    for name, entry in table.items():
        alone: Any = {name: entry}
        for key in reversed(keys):
            alone = {key: alone}
        try:
            msgspec.convert(alone, kind, str_keys=True)
        except msgspec.ValidationError as found:
            if str(found) == error:
                return str(name)
    return "..."


def _line(path: Path, keys: list[str | int], unknown: str) -> int | None:
    """The line of an entry: below its table's head where it has one."""
    lines = [line.strip() for line in path.read_text("utf-8-sig").splitlines()]
    wanted = unknown or next((key for key in reversed(keys) if isinstance(key, str)), "")
    if len(keys) > 1 and isinstance(keys[1], int):
        heads = [n for n, line in enumerate(lines) if line.replace(" ", "") == f"[[{keys[0]}]]"]
        heads = heads[keys[1] : keys[1] + 1]
    else:
        names = {".".join(map(str, keys[:n])) for n in range(1, len(keys) + 1)}
        heads = [n for n, line in enumerate(lines) if line[1:-1].strip("[] ") in names]
    if not heads:
        return line_of(path, wanted)
    below = heads[-1] + 1
    for n in range(below, len(lines)):
        if lines[n].startswith("["):
            break
        if re.match(rf'"?{re.escape(wanted)}"?\s*[=.]', lines[n]):
            return n + 1
    return below


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
