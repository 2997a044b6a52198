"""`bluebook read`: files of prose to claims, for the command line and for Python."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bluebook.collect.bulletins.lexicon.learning import Unknown, learn, unknown
from bluebook.collect.bulletins.reader import Reader
from bluebook.collect.bulletins.show.page import to_html
from bluebook.collect.documents import Document, extract, extract_bytes
from bluebook.errors import BluebookError
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

__all__ = [
    "Read",
    "Unknown",
    "catalogue_of",
    "learn",
    "read_files",
    "to_html",
    "unknown",
    "write_texts",
]
LANGUAGES = ("zh", "en")


class Read(NamedTuple):
    """One file: its extracted text and the claims in it."""

    document: Document
    claims: list[Claim]


def read_files(
    paths: Sequence[str | Path],
    catalogue: Catalogue,
    *,
    language: str | None = None,
    territory: str = "",
    period: str = "",
) -> list[Read]:
    """Read files one after the other; "-" is standard input.

    Claims carry the file's name as `source` and `file`, and its page or paragraph as `locator`.
    """
    if language is not None and language not in LANGUAGES:
        raise BluebookError(f"unknown language {language!r}", f"one of {', '.join(LANGUAGES)}")
    if territory:
        catalogue.territory(territory)
    found = []
    for path in paths:
        if str(path) == "-":
            document = extract_bytes(sys.stdin.buffer.read(), "-")
        else:
            document = extract(Path(path))
        claims = Reader(catalogue, language, document.name).read(document.text, territory, period)
        placed = [
            msgspec.structs.replace(
                claim, file=str(path), locator=document.place(claim.start or 0) or claim.locator
            )
            for claim in claims
        ]
        found.append(Read(document, placed))
    return found


def write_texts(found: Sequence[Read], path: Path) -> None:
    """Write the extracted text; of several files a text each, NAME.txt in a folder."""
    if len(found) == 1:
        path.write_text(found[0].document.text, "utf-8", newline="")
        return
    path.mkdir(parents=True, exist_ok=True)
    for one in found:
        name = Path(one.document.name).name
        (path / f"{name}.txt").write_text(one.document.text, "utf-8", newline="")


def catalogue_of(names: Sequence[str] = ("communications",)) -> Catalogue:
    """The built-in catalogues of these names, over the base and the cities that texts may name."""
    from bluebook.catalogues import HERE, assemble, builtin

    for name in names:
        if name not in builtin():
            raise BluebookError(
                f"there is no built-in catalogue {name!r}", f"built in are: {', '.join(builtin())}"
            )
    return assemble([HERE / f"{name}.yaml" for name in dict.fromkeys(("base", "cities", *names))])
