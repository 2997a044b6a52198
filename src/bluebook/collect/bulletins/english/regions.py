"""English: regions, rows of cities and blocs that have no code: northwest China, in ten provinces, ASEAN.

What they have is nobody's that is spoken of, as with places that no list holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.english.elsewhere import stranger
from bluebook.collect.bulletins.english.several import KIND, MANY, PLACES
from bluebook.collect.bulletins.text.hints import ENGLISH

_ROW = rf"(?!3\d\b){MANY}(?: {KIND}){{0,3}} {PLACES}\b"  # not all 31 provinces
_REGIONS = re.compile(
    r"(?<![a-z])(?:(?:north|south)(?:west|-west|ern)?|southeast|south-east) china(?!(?:'s)? (?:morning|sea|daily|[a-z-]+ (?:province|autonomous)))"
    r"|(?:yangtze|pearl) river delta|greater bay area|beijing-tianjin-hebei"
    rf"|\b(?:in|across|of|by|for) (?:(?:the|these|its|china's|top|first|at least|more than|over|about|another) ){{0,3}}{_ROW}"
    rf"|(?:china's|the country's|the nation's|the) (?:top|first|biggest|largest|leading) {_ROW}"
    r"|\b(?:asean|apec|brics|oecd|g20|g7|gcc|the eu|european union|african union|central asian?|southeast asian?|latin american?|middle east(?:ern)?|sub-saharan africa|asia[- ]pacific)\b"
    r"|\bin (?:the|a|this|that|our) (?:village|township|county|district|town|campus|school|university|hospital|factory|plant|port|mine|park|airport|stadium|subway|metro|building|community)\b"
)
# What may stand before such a place at the head of a sentence, or between a name and it.
_LEADS = frozenset(
    ["", "in", "the", "in the", "across", "across the", "of", "of the", "for", "from", "within", "by", "as for"]
)  # fmt: skip
SOMEWHERE = ENGLISH.group(
    "north", "south", "delta", "bay area", "tianjin-hebei", "cities", "provinces", "counties", "villages", "regions",
    "districts", "municipalities", "towns", "prefectures", "countries", "markets", "economies", "asean", "apec", "brics",
    "oecd", "g20", "the eu", "union", "asia", "america", "middle east", "in the ", "in a ", "in this ", "in our ",
)  # fmt: skip


def regions(text: str, tokens: list[Token]) -> Iterator[Token]:
    """What stands in a sentence in lower case for places without a code."""
    for match in _REGIONS.finditer(text):
        start, end = match.span()
        if any(t.kind == "place" and t.start <= start and end <= t.end for t in tokens):
            continue  # southwest China's, before the name of a province
        before = max((t.end for t in tokens if t.kind == "name" and t.end <= start), default=0)
        if text[before:start].strip(" \"'") not in _LEADS and not text.startswith("'s ", end):
            continue  # 5G was rolled out in ten cities, with users reaching …
        yield stranger(start, end, match[0])
