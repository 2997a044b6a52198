"""Tables that are new to an edition: which no source names yet, and a first mapping for one."""

from __future__ import annotations

from pathlib import Path

from bluebook.edition import Edition


def uncited(edition: Edition) -> list[str]:
    """Files in sources/tables and sources/digests that no source names, below sources/."""
    from bluebook.collect import files
    from bluebook.files import files_in

    base = edition.folder / "sources"
    cited = {path.resolve() for name in edition.sources for path in files(edition, name)}
    there = [*files_in(base, "tables/**/*"), *files_in(base, "digests/**/*")]
    return [p.relative_to(base).as_posix() for p in there if p.resolve() not in cited]


def propose(edition: Edition, table: str | Path) -> str:
    """A first citation and mapping, as TOML, for a table given from here or from sources/."""
    from bluebook.collect.propose import propose as proposal

    path = Path(table).resolve()
    if not path.is_relative_to(edition.folder / "sources") or not path.is_file():
        path = edition.path(str(table), base="sources")
    return proposal(edition, path)
