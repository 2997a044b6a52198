"""Editions with files that nobody has cited, and what is read once the proposed entries are."""

import io
from collections.abc import Callable
from pathlib import Path

from bluebook.collect import collect_source
from bluebook.collect.propose import Entry, propose
from bluebook.edition import Edition
from bluebook.model.claim import Claim

BOOK = """
[edition]
title = {zh = "书", en = "Book"}
publisher = {zh = "社", en = "Press"}
territory = "CN"
period = "2020"
languages = ["zh", "en"]
issued = 2021-05-17
"""
Seen = dict[tuple[str | None, str, str], float]


def dropped(root: Path, catalogue: str = "", **files: bytes | str) -> Edition:
    """An edition whose files nobody has cited."""
    tables = root / "sources" / "tables"
    tables.mkdir(parents=True)
    (root / "catalogue").mkdir()
    (root / "edition.toml").write_text(BOOK, "utf-8")
    (root / "sources" / "sources.toml").write_text("", "utf-8")
    if catalogue:
        (root / "catalogue" / "own.yaml").write_text(catalogue, "utf-8")
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (tables / name.replace("__", ".")).write_bytes(data)
    return Edition(root)


def appended(edition: Edition, found: list[Entry] | None = None) -> list[Claim]:
    """All claims, once what is proposed stands in sources.toml as it is."""
    text = "\n".join(one.toml for one in found or propose(edition))
    (edition.folder / "sources" / "sources.toml").write_text(text, "utf-8")
    again = Edition(edition.folder)
    return [claim for source in again.sources for claim in collect_source(again, source)]


def seen(claims: list[Claim]) -> Seen:
    return {(c.expression, c.territory, c.period): c.value for c in claims}


def workbook(fill: Callable[..., None]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    fill(book, book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
