"""Raw inputs to claims: tables, workbooks, digests, plan targets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluebook.edition import Edition
    from bluebook.model.claim import Claim


def collect(edition: Edition) -> list[Claim]:
    """All claims of an edition, in the order of sources.toml, then those of targets.toml."""
    from bluebook.collect.targets import collect_targets

    found = [claim for source in edition.sources for claim in collect_source(edition, source)]
    return found + collect_targets(edition)


def files(edition: Edition, source: str) -> list[Path]:
    """The files a source's claims come from."""
    entry = edition.sources[source]
    toml = edition.folder / "sources" / "sources.toml"
    found = [edition.path(entry.digest, base="sources", file=toml)] if entry.digest else []
    return found + [
        edition.path(str(table.get("file", "")), base="sources", file=toml) for table in entry.tables
    ]


def collect_source(edition: Edition, source: str) -> list[Claim]:
    """The claims of one source (and of those its tables name row by row)."""
    entry = edition.sources[source]
    claims: list[Claim] = []
    toml = edition.folder / "sources" / "sources.toml"
    if entry.digest:
        from bluebook.collect.digests import collect_digest

        claims += collect_digest(edition, source)
    for table in entry.tables:
        from bluebook.collect.long import long_table

        claims += long_table(
            edition, source, edition.path(str(table.get("file", "")), base="sources", file=toml)
        )
    return claims
