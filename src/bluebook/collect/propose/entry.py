"""Proposals as text: an entry of sources.toml with remarks for the person who checks it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.collect.propose.cells import Draft, slug
from bluebook.collect.propose.citation import (
    SAMPLES,
    Entry,
    comment,
    head_lines,
    name_for,
    quoted,
    toml_key,
    toml_value,
)
from bluebook.collect.propose.sheets import Piece
from bluebook.errors import BluebookError

if TYPE_CHECKING:
    import polars as pl

    from bluebook.edition import Edition, Source


def mapping_lines(source: str, mapping: dict[str, Any], why: dict[str, str]) -> list[str]:
    """`[[SOURCE.tables]]` of a mapping, its maps below it."""
    lines = [f"[[{source}.tables]]"]
    lines += [f"{key} = {toml_value(value)}" for key, value in mapping.items() if key != "map"]
    for name, words in mapping.get("map", {}).items():
        lines += ["", f"[{source}.tables.map.{toml_key(name)}]"]
        for text, said in words.items():
            doubt = f"  {comment('? ' + why[text])}" if said is False and text in why else ""
            lines.append(f"{quoted(text)} = {toml_value(said)}{doubt}")
    return lines


def table_entry(
    edition: Edition, group: list[Piece], taken: set[str], replaces: str,
    with_source: Callable[[Edition, str, Source], Edition],
) -> Entry:  # fmt: skip
    """The entry of tables that are made alike, tried on all of their files."""
    from bluebook.collect.tables import frame
    from bluebook.edition import Source

    paths = list(dict.fromkeys(p.path for p in group))
    name = replaces or name_for(paths[0], taken)
    files = [p.relative_to(edition.folder / "sources").as_posix() for p in paths]
    title = (
        next((t for p in group for _, _, t in p.draft.above), "") or paths[0].name.partition(".")[0]
    )
    figures = 0
    lines: list[str] = []
    left_out: dict[str, str] = {}
    remarks: list[str] = []
    shown: list[str] = []
    for signature in dict.fromkeys(p.signature for p in group):
        alike = [p for p in group if p.signature == signature]
        made, doubts = _merged(alike)
        for file in _pattern(files, edition):
            mapping = made.mapping(file)
            if any(p.sheets > 1 for p in group):
                mapping = {"file": file, "sheet": _sheets(alike)} | mapping

            def tried(mapping: dict[str, Any]) -> pl.DataFrame:
                source = Source(
                    title={"en": title}, publisher={"en": "…"}, date=edition.book.issued,
                    tables=[mapping],
                )  # fmt: skip
                return frame(with_source(edition, name, source), name)

            try:
                mapping, read = _told_apart(mapping, alike, tried)
                figures += read.height
                shown += [_sample(row) for row in read.head(SAMPLES).iter_rows(named=True)]
            except BluebookError as error:
                doubts = [*doubts, f"as it stands it fails: {error.message}; {error.remedy}"]
            lines += ["", *map(comment, doubts), *mapping_lines(name, mapping, made.why)]
        left_out |= made.why
        remarks += doubts
    counts = f"{', '.join(files[:3])}{' …' if len(files) > 3 else ''}: {figures:,} figures read"
    if left_out:
        counts += f"; {len(left_out)} names left out (marked ?)"
    entry = [] if replaces else ["", *head_lines(name, title[:100], title, edition, {})]
    text = "\n".join([comment(counts), *map(comment, shown[:SAMPLES]), *entry, *lines]) + "\n"
    return Entry(name, files, text.replace("\n\n\n", "\n\n"), figures, left_out, remarks)


def _sample(row: dict[str, Any]) -> str:
    what = row["expression"] or row["subject"]
    return (
        f"reads {what}@{row['territory']},{row['period']} = {row['value']:,.10g} "
        f"± {row['half_width']:,.4g} {row['unit']} ({row['locator']})"
    )


def _merged(alike: list[Piece]) -> tuple[Draft, list[str]]:
    """One draft for all: the maps laid together."""
    whole = Draft(dict(alike[0].draft.keys))
    missing: dict[str, None] = {}
    for piece in alike:
        given = piece.draft.keys.get("missing", [])
        missing |= dict.fromkeys(given if isinstance(given, list) else [])
        for name, words in piece.draft.maps.items():
            held = whole.maps.setdefault(name, {})
            for text, said in words.items():
                held[text] = held.get(text) or said
        whole.why |= piece.draft.why
    if missing:
        whole.keys["missing"] = list(missing)
    known = {t for words in whole.maps.values() for t, said in words.items() if said is not False}
    whole.why = {t: why for t, why in whole.why.items() if t not in known}
    for name, held in whole.maps.items():  # where one of them needs a map, all texts are in it
        for piece in alike:
            whole.maps[name] = piece.draft.direct.get(name, {}) | held
    return whole, list(dict.fromkeys(r for p in alike for r in p.draft.remarks))


def _told_apart(
    mapping: dict[str, Any], alike: list[Piece], tried: Callable[[dict[str, Any]], pl.DataFrame]
) -> tuple[dict[str, Any], pl.DataFrame]:
    """The mapping with what tells files and sheets apart, where they say the same of the same."""
    read = tried(mapping)
    clashes = _clashes(read)
    if not clashes or len(alike) == 1:
        return mapping, read
    cells = [{f"{r},{c}": t for r, c, t in p.draft.above} for p in alike]
    common = [at for at in cells[0] if all(at in held for held in cells)]
    kinds = {at: len({held[at] for held in cells}) for at in common}
    best, fewest = (mapping, read), clashes
    for at in sorted((a for a in common if kinds[a] > 1), key=lambda a: kinds[a]):
        row, column = map(int, at.split(","))
        from bluebook.collect.markup import letters

        where = f"{letters(column)}{row}"
        more = mapping | {
            "cells": mapping.get("cells", {}) | {where: where},
            "dimensions": mapping.get("dimensions", {})
            | {_kind([c[at] for c in cells]) or where.lower(): f"{{{where}}}"},
        }
        read = tried(more)
        if _clashes(read) < fewest:
            best, fewest = (_maps_last(more), read), _clashes(read)
        if not fewest:
            break
    return best


def _kind(texts: list[str]) -> str:
    """The word that all texts begin with, before a colon: what they name."""
    heads = {re.split("[:：]", t)[0] for t in texts}
    return slug(heads.pop()) if len(heads) == 1 else ""


def _maps_last(mapping: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in mapping.items() if k != "map"} | (
        {"map": mapping["map"]} if "map" in mapping else {}
    )


def _clashes(read: pl.DataFrame) -> int:
    """How many claims say another value of the same thing."""
    import polars as pl

    if not read.height:
        return 0
    key = ["expression", "subject", "territory", "period"]
    return int(read.group_by(key).agg(pl.col("value").n_unique() - 1)["value"].sum())


def _sheets(alike: list[Piece]) -> str:
    """The sheets of these tables: all that the files have, or those of these names."""
    held: dict[Path, set[str]] = {}
    for piece in alike:
        held.setdefault(piece.path, set()).add(piece.sheet)
    if all(len(held[p.path]) == p.sheets for p in alike):
        return "*"
    names = list(dict.fromkeys(p.sheet for p in alike))
    return names[0] if len(names) == 1 else "|".join(re.escape(n) for n in names)


def _pattern(files: list[str], edition: Edition) -> list[str]:
    """One pattern that names these files and no others, else each by itself."""
    if len(files) == 1:
        return files
    folder, _, _ = files[0].rpartition("/")
    suffix = Path(files[0]).suffix
    base = edition.folder / "sources"
    names = [f.rpartition("/")[2] for f in files]
    start = _common(names)
    for pattern in (f"{start}*{suffix}", f"*{suffix}"):
        whole = f"{folder}/{pattern}" if folder else pattern
        held = {p.relative_to(base).as_posix() for p in base.glob(whole)}
        if held == set(files) and not set(whole) & set("[]?"):
            return [whole]
    return files


def _common(names: list[str]) -> str:
    low, high = min(names), max(names)
    n = next((i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), 0)
    return low[:n]
