"""Entries of sources.toml proposed for what nobody has cited or mapped yet.

for one in propose(edition):
    print(one.toml)          # to be checked, and appended to sources/sources.toml

A proposal is tried before it is shown: it says how many figures it reads, and a few of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.collect.propose.bulletin import bulletin_entry
from bluebook.collect.propose.citation import Entry, comment
from bluebook.collect.propose.entry import table_entry
from bluebook.collect.propose.sheets import Piece, pieces
from bluebook.collect.propose.words import Words
from bluebook.errors import BluebookError
from bluebook.files import files_in

if TYPE_CHECKING:
    from bluebook.edition import Edition

__all__ = ["Entry", "propose", "uncited"]

MAX_FILES = 2_000
TABLES = (".csv", ".tsv", ".csv.gz", ".tsv.gz", ".parquet", ".xlsx", ".xlsm", ".ods", ".xls")
TEXTS = (".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".pdf")


def uncited(edition: Edition) -> list[Path]:
    """The tables and texts below sources/ that no entry of sources.toml names."""
    from bluebook.collect import files

    cited: set[Path] = set()
    for name in edition.sources:
        try:
            cited.update(files(edition, name))
        except BluebookError:  # a mapping at fault names its files no better than by pattern
            for entry in edition.sources[name].tables:
                cited.update(_named(edition, str(entry.get("file", ""))))
    return [p for p in _held(edition) if p not in cited]


def _held(edition: Edition) -> list[Path]:
    found = [p for p in files_in(edition.folder / "sources", "**/*") if _is_source(p, edition)]
    if len(found) > MAX_FILES:
        raise BluebookError(f"{len(found):,} files below sources", f"at most {MAX_FILES:,}")
    return found


def _is_source(path: Path, edition: Edition) -> bool:
    return (
        path.name.lower().endswith((*TABLES, *TEXTS))
        and path.stem.upper() not in ("README", "LICENSE")
        and path.resolve().is_relative_to(edition.folder)
    )


def _named(edition: Edition, pattern: str) -> list[Path]:
    inside = pattern and not Path(pattern).is_absolute() and ".." not in Path(pattern).parts
    return list((edition.folder / "sources").glob(pattern)) if inside else []


def propose(edition: Edition, files: Sequence[str | Path] = ()) -> list[Entry]:
    """Proposals for files; by default for all that no entry names and mappings that read nothing.

    A file is given from here, or below sources/.
    """
    words = Words(edition.catalogue)
    found: list[Entry] = []
    taken = set(edition.sources)
    new = [_given(edition, file) for file in files] if files else uncited(edition)
    for source, number, paths, why in () if files else _failing(edition):
        tried = list(_tables(edition, words, paths, taken, replaces=source))
        for one in tried:
            told = f"instead of table {number} of [{source}], which fails: {why}"
            one.toml = f"{comment(told)}\n{one.toml}" if one.toml else ""
            one.remarks.insert(0, told)
        found += tried
    texts = [p for p in new if p.name.lower().endswith(TEXTS)]
    found += _tables(edition, words, [p for p in new if p not in texts], taken)
    for path in texts:
        found.append(_guarded(path, lambda p: bulletin_entry(edition, p, taken)))
    return found


def _given(edition: Edition, file: str | Path) -> Path:
    path = Path(file).resolve()
    inside = path.is_relative_to(edition.folder / "sources") and path.is_file()
    return path if inside else edition.path(str(file), base="sources")


def _failing(edition: Edition) -> Iterator[tuple[str, int, list[Path], str]]:
    """(source, number of the mapping, its files, what is wrong) of mappings without claims."""
    from bluebook.collect.tables import frame

    for name, source in edition.sources.items():
        for number, entry in enumerate(source.tables, 1):
            trial = with_source(edition, name, msgspec.structs.replace(source, tables=[entry]))
            paths = [p for p in _named(edition, str(entry.get("file", ""))) if p.is_file()]
            if not paths:
                continue
            try:
                empty = frame(trial, name).height == 0
                why = "it reads no figure"
            except BluebookError as error:
                empty, why = True, error.message
            if empty:
                yield name, number, paths, why


def with_source(edition: Edition, name: str, source: Any) -> Edition:
    """The edition as it would be with this entry."""
    from bluebook.edition import Edition

    trial = Edition(edition.folder)
    trial.__dict__ |= {
        "configuration": edition.configuration,
        "catalogue": edition.catalogue,
        "sources": {**edition.sources, name: source},
    }
    return trial


def _tables(
    edition: Edition, words: Words, paths: Iterable[Path], taken: set[str], replaces: str = ""
) -> Iterator[Entry]:
    """Proposals for tables: files that are made alike share one."""
    groups: list[list[Piece]] = []
    for path in paths:
        try:
            mine = pieces(path, words, edition)
        except BluebookError as error:
            yield Entry.failed(path, str(error.at(file=path)))
            continue
        if not mine:
            yield Entry.failed(path, "no table is found in it")
            continue
        for group in groups:
            if group[0].path.parent == path.parent and _alike(group, mine):
                group.extend(mine)
                break
        else:
            groups.append(mine)
    for group in groups:
        yield table_entry(edition, group, taken, replaces, with_source)


def _alike(group: list[Piece], mine: list[Piece]) -> bool:
    """Would one mapping do for both? Each of the new pieces needs a like one in the group."""
    known = {p.signature for p in group}
    return all(p.signature in known for p in mine) and len(known) == len(
        {p.signature for p in mine}
    )


def _guarded(path: Path, make: Any) -> Entry:
    try:
        made: Entry = make(path)
        return made
    except BluebookError as error:
        return Entry.failed(path, str(error.at(file=path)))
