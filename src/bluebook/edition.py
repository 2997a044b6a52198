"""An edition folder as typed configuration; every error names its file and line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from bluebook.errors import BluebookError
from bluebook.files import line_of, read_toml
from bluebook.model.catalogue import Catalogue

RELIABILITY = ("official", "statutory", "operator", "repost", "news", "aggregator")
Names = dict[str, str]


class Book(msgspec.Struct, forbid_unknown_fields=True):
    """[edition] of edition.toml."""

    title: Names
    publisher: Names
    territory: str
    period: str
    languages: list[str]
    issued: datetime.date
    catalogue: list[str] = msgspec.field(default_factory=lambda: ["communications"])
    notice: Names = {}


class Map(msgspec.Struct, forbid_unknown_fields=True):
    """[maps.NAME] of edition.toml: boundaries, and how their features name territories."""

    file: str
    key: str
    codes: dict[str, str]
    approval: Names = {}
    licence: str = ""


class Configuration(msgspec.Struct, forbid_unknown_fields=True):
    """edition.toml."""

    edition: Book
    maps: dict[str, Map] = {}


class Source(msgspec.Struct, forbid_unknown_fields=True):
    """One entry of sources.toml. `tables` are mappings, read by `collect`."""

    title: Names
    publisher: Names
    date: datetime.date
    address: str = ""
    licence: str = ""
    reliability: str = "official"
    copy_of: str = ""
    note: Names = {}
    digest: str = ""
    language: str = "zh"
    territory: str = ""
    period: str = ""
    tables: list[dict[str, Any]] = []


class Target(msgspec.Struct, forbid_unknown_fields=True):
    """One [[target]] of targets.toml; `value` and `unit` as printed in the plan."""

    expression: str
    territory: str
    period: str
    value: str
    unit: str
    source: str
    bound: str = ""
    locator: str = ""
    name: dict[str, str] = {}
    note: str | dict[str, str] = ""


class Targets(msgspec.Struct, forbid_unknown_fields=True):
    """targets.toml."""

    target: list[Target] = []


class Edition:
    """An edition folder. Paths given in it stay inside it."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder).resolve()
        if not self.folder.is_dir():
            raise BluebookError(f"there is no folder {folder}", "bluebook new DIR makes an edition")
        if not (self.folder / "edition.toml").is_file():
            raise BluebookError(
                "the folder has no edition.toml",
                "give an edition's folder; bluebook new DIR makes one",
                file=folder,
            )

    @cached_property
    def configuration(self) -> Configuration:
        path = self.folder / "edition.toml"
        found = read_toml(path, Configuration)
        for name in ("title", "publisher"):
            for language in found.edition.languages:
                if language not in ("zh", "en"):
                    raise BluebookError(
                        f"language {language!r} is not one of zh, en",
                        'write languages = ["zh", "en"]',
                        file=path,
                        line=line_of(path, "languages"),
                    )
                if language not in getattr(found.edition, name):
                    raise BluebookError(
                        f"{name} is missing in language {language!r}",
                        f'write {name} = {{zh = "…", en = "…"}}',
                        file=path,
                        line=line_of(path, name),
                    )
        for entry in found.maps.values():
            try:
                self.path(entry.file, file=path)
            except BluebookError as error:
                raise error.at(line=line_of(path, entry.file)) from None
        return found

    @property
    def book(self) -> Book:
        return self.configuration.edition

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id, in the order of sources.toml."""
        path = self.folder / "sources" / "sources.toml"
        if not path.is_file():
            raise BluebookError(
                "there is no sources/sources.toml",
                "cite each source there; see docs/edition.md",
                file=self.folder,
            )
        found = read_toml(path, dict[str, Source])
        for name, source in found.items():
            try:
                _check_source(name, source, found)
            except BluebookError as error:
                raise error.at(file=path, line=line_of(path, f"[{name}]")) from None
        return found

    @cached_property
    def targets(self) -> list[Target]:
        """The plan targets, in the order of targets.toml; none where there is no such file."""
        path = self.folder / "targets.toml"
        return read_toml(path, Targets).target if path.is_file() else []

    @cached_property
    def catalogue(self) -> Catalogue:
        from bluebook.catalogues import load

        return load(self.book.catalogue, self.folder)

    def path(self, relative: str, *, base: str = "", file: Path | None = None) -> Path:
        """A file of the edition by a path written in it; BluebookError if it lies outside."""
        found = (self.folder / base / relative).resolve()
        if not found.is_relative_to(self.folder):
            raise BluebookError(
                f"{relative!r} lies outside the edition",
                "copy the file into the edition",
                file=file,
            )
        if not found.is_file():
            raise BluebookError(
                f"there is no file {relative!r}",
                f"looked for {found.relative_to(self.folder)}",
                file=file,
            )
        return found

    def chapters(self, language: str) -> list[Path]:
        """The chapter files of a language, in the order of their names."""
        return sorted((self.folder / "chapters" / language).glob("*.md"))


def _check_source(name: str, source: Source, known: Mapping[str, Source]) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name):
        raise BluebookError(f"{name!r} is not a source id", "use letters, digits, _ and -")
    if source.reliability not in RELIABILITY:
        raise BluebookError(
            f"{name}: reliability {source.reliability!r} is not known",
            f"use one of {', '.join(RELIABILITY)}",
        )
    if source.copy_of and source.copy_of not in known:
        raise BluebookError(
            f"{name}: copy_of names no source: {source.copy_of!r}", "name an id of this file"
        )
