"""Bare nouns by which a sentence takes up what was spoken of: consumption, the customer base."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence


class TakingUp:
    """The words that names hold which each such noun takes up."""

    def __init__(self, nouns: Mapping[str, Sequence[str]]) -> None:
        self._nouns = nouns
        self._begins = re.compile(
            r"[\"' ]*(?:(?:and|but|overall|total|annual|combined|the|its|their|this|that|such) )*"
            rf"(?P<noun>{'|'.join(nouns) or '$'})(?![a-z-])"
        )

    def begun(self, text: str) -> tuple[int, int] | None:
        """Where such a noun stands with which a sentence begins."""
        match = self._begins.match(text)
        return match.span("noun") if match else None

    def words(self, noun: str) -> tuple[str, ...]:
        """The noun and the words for which it stands."""
        return (noun, *self._nouns.get(noun, ()))
