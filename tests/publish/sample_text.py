"""The words of the sample book, in both languages (sample.yaml)."""

from __future__ import annotations

from pathlib import Path

import yaml

from bluebook.write.document import Reference

_DATA = yaml.safe_load(Path(__file__).with_name("sample.yaml").read_text("utf-8"))
WORDS: dict[str, dict[str, str]] = {"zh": _DATA["zh"], "en": _DATA["en"]}
PROVINCES: tuple[tuple[str, str, str], ...] = tuple(map(tuple, _DATA["provinces"]))


def references(language: str) -> tuple[Reference, ...]:
    """The numbered sources of the sample."""
    return tuple(
        Reference(
            number, row["id"], *row[language], row["date"], row["address"], "facts quoted",
            row["reliability"], row["note"][language],
        )
        for number, row in enumerate(_DATA["references"], 1)
    )  # fmt: skip
