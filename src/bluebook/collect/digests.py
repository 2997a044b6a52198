"""Digests: a page's figures in plain sentences of an edition's own, read like any bulletin.

A bulletin as it came (text in any encoding, HTML, Word, PDF) is read the same way.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bluebook.errors import BluebookError

if TYPE_CHECKING:
    from bluebook.collect.documents import Document
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
    from bluebook.files import line_of

    source = edition.sources[source_id]
    toml = edition.folder / "sources" / "sources.toml"
    path = edition.path(source.digest, base="sources", file=toml)
    document = _document(path)
    territory = source.territory or edition.book.territory
    try:
        edition.catalogue.territory(territory)
    except BluebookError as error:
        raise error.at(file=toml, line=line_of(toml, f"[{source_id}]")) from None
    claims = read(
        document.text,
        catalogue=edition.catalogue,
        language=source.language or None,
        territory=territory,
        period=source.period or edition.book.period,
        source=source_id,
        said=source.date.isoformat(),
    )
    name = str(path.relative_to(edition.folder))
    return [
        msgspec.structs.replace(
            claim, file=name, locator=claim.locator or document.place(claim.start or 0)
        )
        for claim in claims
    ]


def _document(path: Path) -> Document:
    """The text of a digest; of another file what can be read of it."""
    from bluebook.collect.documents import Document, extract
    from bluebook.files import read_text

    if path.suffix.lower() in (".md", ".markdown"):
        return Document(name=path.name, text=extracted(read_text(path)))
    return extract(path)
