"""Lines put together: a space or none between them, and words that a hyphen broke."""

from __future__ import annotations

import re
from collections.abc import Iterable

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HYPHEN = re.compile(r"(?P<head>[A-Za-z]{2,})[-\u00ad\u2010\x02\ufffe]$")


def joined(a: str, b: str) -> str:
    """Two lines as one; a hyphen at the break is kept, to be judged when all words are known."""
    if _HYPHEN.search(a):
        return f"{a[:-1]}\x02{b}"
    wide = WIDE.match(a[-1:]) or WIDE.match(b[:1])
    return f"{a}{'' if wide else ' '}{b}"


class Words:
    """The words of a text, by which one that a hyphen broke is made whole."""

    def __init__(self, found: Iterable[str]) -> None:
        self.known = {w.lower() for t in found for w in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", t)}

    def whole(self, text: str) -> str:
        """As the text writes the word elsewhere, else without the hyphen."""
        return re.sub(r"([A-Za-z-]+)\x02([A-Za-z-]+)", self._one, text)

    def _one(self, match: re.Match[str]) -> str:
        kept = f"{match[1]}-{match[2]}"
        bare = match[1].rpartition("-")[2] + match[2].partition("-")[0]
        compound = kept.lower() in self.known or "-" in match[1] + match[2]
        return kept if compound and bare.lower() not in self.known else match[1] + match[2]
