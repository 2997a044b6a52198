"""At which prices the volumes of a text are, where a note says so: calculated at constant prices of 2010."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.text.writing import Writing

# A note, by its mark, number or brackets, or a sentence that says nothing else.
_NOTE = re.compile(
    r"(?:[注註][释釋]?[:：]|[\])）(（【。；;]|(?m:^))(?P<of>[^\n。；;()（）]{0,40}?[业業][务務][总總]?量)"
    r"[^\n。；;()（）\d]{0,20}?(?P<year>20\d\d|上)年度?(?:不[变變])?[单單]?[价價]格?(?:为基准|為基準)?"
    r"(?:[计計测測核]?算?|折算)(?=[。；;()（）,，、\s速]|$)"
)
_TRADES = {
    "telecom": re.compile("[电電]信|[邮郵][电電]|通信|^[业業]"),
    "postal": re.compile("[邮郵]政|[邮郵][电電]|快[递遞]|^[业業]"),
}
# The same in English, in a note or as a sentence of its own: [15] … calculated at constant prices of 2010.
_NOTE_EN = re.compile(
    r"(?:\bnotes?\b ?\d?[:.]|(?m:^)\W{0,3}(?:[a-z]|\d{1,2})[\])])[^\n]{0,160}?"
    r"\b(?:constant prices? (?:of|in)(?: the year)? (?P<a>20\d\d)|(?P<b>20\d\d)(?:'s)? (?:constant )?prices?)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r" price(?:(?<=\d price)|(?<=\d's price)|(?<=constant price))s?")
NOTE = 40  # characters in which a year follows "constant prices"
# Another volume at other prices, in the same note.
_APART = re.compile(
    r"\b(?:constant prices? (?:of|in)(?: the year)? 20\d\d|20\d\d(?:'s)? (?:constant )?prices?)\b"
)


def based(writing: Writing) -> dict[str, str]:
    """At which prices a text's volumes are, as its one note says: 注:…按2015年不变单价计算.

    In Chinese by the trades that notes name, "telecom" and "postal".
    """
    text = writing.text
    english: set[str] = set()
    for priced in _PRICE.finditer(writing.same):
        begin = text.rfind("\n", 0, priced.start()) + 1
        english |= {
            f"{m['a'] or m['b']} constant prices"
            for m in _NOTE_EN.finditer(text[begin : priced.end() + NOTE])
            if not _APART.search(text, begin + m.end(), begin + m.end() + 160)
        }
    notes = list(_NOTE.finditer(text)) if "价" in text or "價" in text else []
    told = {
        trade: english | {f"{m['year']}年不变价" for m in notes if named.search(m["of"])}
        for trade, named in _TRADES.items()
    }
    return {trade: found.pop() for trade, found in told.items() if len(found) == 1}
