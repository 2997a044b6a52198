"""What a file tells of its own citation, as lines of sources.toml; proposals as they are shown."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.collect.propose.cells import slug

if TYPE_CHECKING:
    from bluebook.edition import Edition

SAMPLES = 3  # figures shown of each proposal
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_DAY = re.compile(r"((?:19|20)\d\d)(?:年(\d{1,2})月(\d{1,2})日|-(\d\d)-(\d\d)(?!\d))")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ENGLISH_DAY = re.compile(
    rf"\b({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}}),? ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)


class Entry(msgspec.Struct):
    """A proposed entry: `toml` to append, `figures` it reads, `left_out` names it cannot place."""

    source: str
    files: list[str]
    toml: str = ""
    figures: int = 0
    left_out: dict[str, str] = {}
    remarks: list[str] = []

    @staticmethod
    def failed(path: Path, why: str) -> Entry:
        """A file for which nothing can be proposed."""
        return Entry("", [str(path)], remarks=[why])


def quoted(text: str) -> str:
    """A TOML string."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def comment(text: str) -> str:
    """One line of a comment, whatever the text holds."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"# {plain[:200]}"


def toml_value(value: Any) -> str:
    """A value as TOML writes it."""
    match value:
        case str():
            return quoted(value)
        case bool():
            return str(value).lower()
        case dict():
            return (
                "{" + ", ".join(f"{toml_key(k)} = {toml_value(v)}" for k, v in value.items()) + "}"
            )
        case list():
            return "[" + ", ".join(map(toml_value, value)) + "]"
        case _:
            return str(value)


def toml_key(key: str) -> str:
    """A key, in quotes where it needs them."""
    return key if _PLAIN.fullmatch(key) else quoted(key)


def head_lines(
    source: str, title: str, text: str, edition: Edition, more: dict[str, Any]
) -> list[str]:
    """The citation, as far as the file tells it."""
    from bluebook.collect.bulletins.text.script import chinese

    said = _day(text[:2_000])
    date = (said or edition.book.issued).isoformat()
    language = "zh" if chinese(title) else "en"
    names = {one: title if one == language else f"… ({title})" for one in edition.book.languages}
    nobody = toml_value(dict.fromkeys(edition.book.languages, "…"))
    return [
        f"[{source}]",
        f"title = {toml_value(names)}",
        f"publisher = {nobody}  # ? who published it",
        f"date = {date}  # ? its date of issue{'' if said else '; the edition’s own is assumed'}",
        'address = ""  # ? where it can be read',
        'reliability = "official"  # ? official, statutory, operator, repost, news, aggregator',
        *(f"{key} = {toml_value(value)}" for key, value in more.items()),
    ]


def _day(text: str) -> datetime.date | None:
    """The first day that a text names."""
    try:
        if found := _DAY.search(text):
            return datetime.date(*(int(part) for part in found.groups() if part))
        if found := _ENGLISH_DAY.search(text):
            month = 1 + _MONTHS.index(found[1][:3].lower())
            return datetime.date(int(found[3]), month, int(found[2]))
    except ValueError:
        pass
    return None


def name_for(path: Path, taken: set[str]) -> str:
    """An id that no source has."""
    base = slug(path.name.partition(".")[0])
    base = base if base[:1].isalpha() else f"source_{base}".rstrip("_")
    name = next(n for n in (base, *(f"{base}_{i}" for i in range(2, 10_000))) if n not in taken)
    taken.add(name)
    return name
