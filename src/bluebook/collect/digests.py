"""Digests: a page's figures in plain sentences of an edition's own, read like any bulletin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from bluebook.errors import BluebookError

if TYPE_CHECKING:
    from bluebook.edition import Edition
    from bluebook.model.claim import Claim

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_TITLE = re.compile(r"\A\s*# [^\n]*\n")


def extracted(markdown: str) -> str:
    """The text of a digest that is read: without front matter and title.

    Offsets of claims are characters of this text.
    """
    plain = markdown.replace("\r\n", "\n")
    return _TITLE.sub("", _FRONT.sub("", plain, count=1), count=1)


def collect_digest(edition: Edition, source_id: str) -> list[Claim]:
    """The claims of a source's digest."""
    from bluebook.collect.bulletins import read
    from bluebook.files import line_of, read_text

    source = edition.sources[source_id]
    toml = edition.folder / "sources" / "sources.toml"
    path = edition.path(source.digest, base="sources", file=toml)
    text = extracted(read_text(path))
    territory = source.territory or edition.book.territory
    try:
        edition.catalogue.territory(territory)
    except BluebookError as error:
        raise error.at(file=toml, line=line_of(toml, f"[{source_id}]")) from None
    claims = read(
        text,
        catalogue=edition.catalogue,
        language=source.language or None,
        territory=territory,
        period=source.period or edition.book.period,
        source=source_id,
        said=source.date.isoformat(),
    )
    name = str(path.relative_to(edition.folder))
    return [msgspec.structs.replace(claim, file=name) for claim in claims]
