"""An edition folder as typed configuration; every error names its file and line."""

from __future__ import annotations

import datetime
import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec

from bluebook.errors import BluebookError
from bluebook.files import check_folder, files_in, line_of, read_toml
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period

LANGUAGES = ("zh", "en")
ROOMS = (
    "edition.toml", "sources", "catalogue", "chapters", "boundaries", "targets.toml",
    "outlook.toml", "decisions.toml", "imputations.toml",
)  # fmt: skip
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


class Combing(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """[combing] of edition.toml: what is nearest to what was printed."""

    values: Literal["absolute", "squares"] = "absolute"


class Configuration(msgspec.Struct, forbid_unknown_fields=True):
    """edition.toml."""

    edition: Book
    combing: Combing = Combing()
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
        check_folder(self.folder, ROOMS)

    @cached_property
    def configuration(self) -> Configuration:
        path = self.folder / "edition.toml"
        found = read_toml(path, Configuration)
        for wrong, key, remedy in _faults(found.edition):
            if wrong:
                raise BluebookError(wrong, remedy, file=path, line=line_of(path, key))
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
        place = self.folder / base / relative
        found = _by_name(place).resolve()
        if not found.is_relative_to(self.folder):
            raise BluebookError(
                f"{relative!r} lies outside the edition",
                "copy the file into the edition",
                file=file,
            )
        if not found.is_file():
            near = _near(place)
            raise BluebookError(
                f"there is no file {relative!r}",
                f"looked for {found.relative_to(self.folder)}"
                + (f"; there is {', '.join(near)}" if near else ""),
                file=file,
            )
        return found

    def chapters(self, language: str) -> list[Path]:
        """The chapter files of a language, in the order of their names."""
        return files_in(self.folder / "chapters" / language, "*.md")


def _by_name(path: Path) -> Path:
    """The file of this name, though one of them be written in another normal form of Unicode."""
    if path.exists() or path.name.isascii() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    same = (p for p in path.parent.iterdir() if unicodedata.normalize("NFC", p.name) == wanted)
    return next(same, path)


def _near(path: Path) -> list[str]:
    """Names beside a file that is not there, most alike first."""
    if not path.parent.is_dir():
        return []
    names = [p.name for p in path.parent.iterdir() if p.is_file() and p.name[0] not in ".~"]
    return difflib.get_close_matches(path.name, names, n=3, cutoff=0.5) or sorted(names)[:3]


def _faults(book: Book) -> Iterator[tuple[str, str, str]]:
    """What is wrong with [edition], its key, and the remedy; the first that is not empty counts."""
    remedy = 'write languages = ["zh", "en"]'
    yield "" if book.languages else "no language is named", "languages", remedy
    for language in book.languages:
        known = language in LANGUAGES
        yield "" if known else f"language {language!r} is not one of zh, en", "languages", remedy
        twice = book.languages.count(language) > 1
        yield f"language {language!r} stands twice" if twice else "", "languages", remedy
        for name, texts in (("title", book.title), ("publisher", book.publisher)):
            given = texts.get(language, "").strip()
            missing = "" if given else f"{name} is missing in language {language!r}"
            yield missing, name, f'write {name} = {{zh = "…", en = "…"}}'


def _check_source(name: str, source: Source, known: Mapping[str, Source]) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name):
        raise BluebookError(f"{name!r} is not a source id", "use letters, digits, _ and -")
    if source.reliability not in RELIABILITY:
        raise BluebookError(
            f"{name}: reliability {source.reliability!r} is not known",
            f"use one of {', '.join(RELIABILITY)}",
        )
    if source.language not in (*LANGUAGES, ""):
        raise BluebookError(
            f"{name}: language {source.language!r} is not one of zh, en",
            "name the language the digest is written in",
        )
    if source.address and not re.match(r"(?i)https?://[^\s<>\"]+$", source.address):
        raise BluebookError(
            f"{name}: {source.address!r} is not an address on the web",
            "write one that begins with http:// or https://, or leave it out",
        )
    if source.period:
        try:
            Period.parse(source.period)
        except BluebookError as error:
            raise BluebookError(f"{name}: {error.message}", error.remedy) from None
    _check_copies(name, known)


def _check_copies(name: str, known: Mapping[str, Source]) -> None:
    """What repeats a source leads to one that repeats nothing."""
    chain = [name]
    while copied := known[chain[-1]].copy_of:
        if copied not in known:
            raise BluebookError(
                f"{chain[-1]}: copy_of names no source: {copied!r}", "name an id of this file"
            )
        if copied in chain:
            raise BluebookError(
                f"copy_of goes in a circle: {' -> '.join([*chain, copied])}",
                "leave it out at the source that was first",
            )
        chain.append(copied)
