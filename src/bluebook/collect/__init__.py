"""Raw inputs to claims: tables, workbooks, digests, plan targets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    from bluebook.edition import Edition
    from bluebook.model.claim import Claim


def collect(edition: Edition) -> list[Claim]:
    """All claims of an edition, in the order of sources.toml, then those of targets.toml."""
    from bluebook.collect.targets import collect_targets

    found = [claim for source in edition.sources for claim in collect_source(edition, source)]
    return found + collect_targets(edition)


def collect_source(edition: Edition, source: str) -> list[Claim]:
    """The claims of one source (and of those its tables name row by row)."""
    entry = edition.sources[source]
    found: list[Claim] = []
    if entry.digest:
        from bluebook.collect.digests import collect_digest

        found += collect_digest(edition, source)
    if entry.tables:
        from bluebook.collect.tables import claims

        found += claims(frame(edition, source))
    return found


def frame(edition: Edition, source: str) -> pl.DataFrame:
    """The claims of a source's tables as a frame: for tables of very many rows."""
    from bluebook.collect.tables import frame as read

    return read(edition, source)


def files(edition: Edition, source: str) -> list[Path]:
    """The files a source's claims come from."""
    entry = edition.sources[source]
    toml = edition.folder / "sources" / "sources.toml"
    found = [edition.path(entry.digest, base="sources", file=toml)] if entry.digest else []
    if entry.tables:
        from bluebook.collect.tables import table_files

        found += table_files(edition, source)
    return found
