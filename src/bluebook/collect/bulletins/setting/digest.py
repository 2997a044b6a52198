"""A digest: items that each begin with the country they are of, GHANA  The regulator says …"""

from __future__ import annotations

import re
from bisect import bisect_right

from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary
from bluebook.collect.bulletins.setting.named import ECONOMY
from bluebook.model.catalogue import Catalogue

_HEAD = re.compile(
    r"^[ \t>*]*(?P<name>[A-Z][A-Z.'& -]{2,30}[A-Z.])(?:[ \t]{2,}|[ \t]*[:–—|]|[ \t]+--?[ \t]|[ \t]*$)",
    re.MULTILINE,
)


class Digest:
    """Where the items of a digest begin, and the country of each; "" of one that is not known."""

    def __init__(self, text: str, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
        self._starts: list[int] = []
        self._codes: list[str] = []
        for match in _HEAD.finditer(text):
            word = vocabulary.word(match["name"].lower())
            code = word.territory if word is not None else ""
            level = catalogue.territory(code).level if code else ""
            self._starts.append(match.start())
            self._codes.append(code if level in ("country", ECONOMY) else "")
        known = [n for n, code in enumerate(self._codes) if code]
        heads = len(self._codes) - known[0] if known else 0  # MENU, KEY FIGURES are no countries
        if len({*self._codes} - {""}) < 2 or 2 * len(known) < heads:
            self._starts = []

    def at(self, place: int, otherwise: str) -> str:
        """The country of what stands at a place; before the first item, and in no digest, another."""
        item = bisect_right(self._starts, place) - 1
        return self._codes[item] if item >= 0 else otherwise
