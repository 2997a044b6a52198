"""English: clauses set off by commas that tell no figure: networks, which opened last year, had …

Their periods, places and names are of them alone, so what stands in them is left out.
"""

from __future__ import annotations

import re

from bluebook.collect.bulletins.clause.tokens import Token

_ASIDE = re.compile(r", (?:which|who|whom|whose|where)\b[^,;:()\d]{3,140},(?= )")


# Since when nothing was like it, which no figure is compared with: the weakest since June.
_RECORD = re.compile(
    r"\b(?:[a-z]{3,}est|most|least|worst|best|record|first time)(?: [a-z]+){0,3} since (?:the )?$"
)


def without_asides(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a sentence that do not stand in such a clause."""
    spans = [(m.start(), t.end) for t in tokens if " since " in text and (m := _record(text, t))]
    if ", wh" in text:
        spans += [m.span() for m in _ASIDE.finditer(text)]
    spans = [
        (a, b) for a, b in spans if not any(t.kind == "number" and a < t.start < b for t in tokens)
    ]
    if not spans:
        return tokens
    return [t for t in tokens if t.kind == "mark" or not any(a < t.start < b for a, b in spans)]


def _record(text: str, token: Token) -> re.Match[str] | None:
    """Does a word like "weakest since" stand before a period?"""
    return _RECORD.search(text, 0, token.start) if token.when is not None else None
