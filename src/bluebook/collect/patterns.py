"""Regular expressions of mappings, run by an engine that takes linear time on any text."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.errors import BluebookError


def matches(pattern: str, texts: Sequence[str], *, whole: bool = False) -> list[bool]:
    """Of each text, whether the pattern is found in it (or fits the whole of it)."""
    import polars as pl

    try:
        found = pl.Series(texts, dtype=pl.String).str.contains(
            rf"\A(?:{pattern})\z" if whole else pattern, strict=True
        )
    except pl.exceptions.ComputeError as error:
        raise _unreadable(pattern, error) from None
    return found.to_list()


def groups(pattern: str, text: str) -> dict[str, str] | None:
    """The named groups where the pattern is found in the text, else None."""
    import polars as pl

    if not matches(pattern, [text])[0]:
        return None
    try:
        found = pl.Series([text]).str.extract_groups(pattern).to_list()[0]
    except pl.exceptions.ComputeError as error:
        raise _unreadable(pattern, error) from None
    return {name: value or "" for name, value in (found or {}).items()}


def _unreadable(pattern: str, error: Exception) -> BluebookError:
    reason = next((line for line in str(error).splitlines() if line.startswith("error:")), "")
    return BluebookError(
        f"{pattern!r} is not a pattern{reason.replace('error', '')}",
        "write a regular expression without look-around or back-references",
    )
