"""Sentences of a paragraph: where one ends, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.text.hints import figures

MAX_SENTENCE = 4_000
LONGEST_QUESTION = 50  # characters
_ANSWER = re.compile(r" (?:(?:about|some|over|nearly|up|down|RMB|CNY) ?)?[\d+-]", re.IGNORECASE)
LONGEST_ASIDE = 120  # characters of a bracket after a semicolon in it
_ZH_END = re.compile(r"[。!?;！？；﹔﹗﹖.](?:(?<!\.)|(?=[\u4e00-\u9fff]))")
# A short question that the figure behind it answers: 5G用户呢?6.76亿户; 宽带用户有多少?
_ASKED = re.compile(
    r"(?:呢|(?:有|是|达|到|为|增|增加|增长|建|建成|占|占了)?了?(?:多少|几何|多高|多大|几成))[?？]"
)
_GENERATION = re.compile(r"[2-6][GgＧ]|1000M|[38]M")
_ASKS = 24  # characters of such a question
# What goes on behind a colon about what stands before it: landlines are going: the number of lines …
_EN_END = re.compile(
    r":(?= (?:the number of (?:users|subscribers|customers|subscriptions|lines|connections|stations|sites|parcels|messages)|their (?:number|volume|share)|they|it|users|subscribers|lines) (?:ha[sd]|was|were|is|are|[a-z]+ed|rose|grew|fell|stood|came)\b)|"
    r"[!?;.](?:(?<!\.)|(?=[\"')\]]?(?:\s+(?:[^a-z]|[a-z][A-Z])|\s*$))|(?<=[a-z%]{2}\.)(?=[A-Z][a-z]+ [a-z\d]))"
)  # also of sentences that lost the blank between them
# How a sentence begins after an abbreviation that ends one: than in the U.S. The number …
_BEGINS = re.compile(
    r" (?:(?:The|This|These|It|Its|They|Now|But|Meanwhile|However|According|Among|Also)\b|In (?!the U))"
)
_SHORT = ("No.", "Co.", "Mr.", "Dr.", "St.", "vs.", "Ltd.", "Inc.", "Corp.", "approx.", "incl.", "excl.", "Jan.", "Feb.",
          "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.")  # fmt: skip
_ABBREVIATED = re.compile(rf"(?:(?<![-/\w])[A-Za-z]\.|\b(?:{'|'.join(map(re.escape, _SHORT))}))$")


def sentences(paragraph: str, language: str) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph begin and end, none longer than MAX_SENTENCE."""
    start, found = 0, []
    for match in (_ZH_END if language == "zh" else _EN_END).finditer(paragraph):
        end = match.end()
        if language == "zh" and match[0] in "?？" and _asked(paragraph, start, end):
            continue
        if language == "en" and (
            _abbreviated(paragraph, start, end)
            or _inside(paragraph, start, end)
            or (paragraph[end - 1] == "?" and _answered(paragraph, start, end))
            or (paragraph[end - 1] == ":" and figures(paragraph[start:end]))
        ):
            continue
        found.append((start, end))
        start = end
    if start < len(paragraph):
        found.append((start, len(paragraph)))
    if len(paragraph) > MAX_SENTENCE:
        return [piece for sentence in found for piece in _cut(*sentence)]
    return found


def _asked(text: str, start: int, end: int) -> bool:
    """Chinese: is it a short question that the figure right behind it answers?"""
    if end - start > _ASKS or _ASKED.search(text, start, end) is None:
        return False
    return figures(text[end : end + 8]) and not figures(_GENERATION.sub("", text[start:end]))


def _abbreviated(text: str, start: int, end: int) -> bool:
    """English: is it the point of an abbreviation that a place in a sentence is behind?"""
    if not text.endswith(_SHORT, start, end) and text[end - 3 : end - 2].isalnum():
        return False
    if _ABBREVIATED.search(text, max(start, end - 9), end) is None:
        return False
    return _BEGINS.match(text, end) is None


def _answered(text: str, start: int, end: int) -> bool:
    """English: does a figure answer at once what is asked in a few words: 5G users? 754 million.?"""
    return end - start < LONGEST_QUESTION and _ANSWER.match(text, end) is not None


def _inside(text: str, start: int, end: int) -> bool:
    """English: is it a semicolon in a bracket: (4M24: +4.0%; FY23: +6.2%)?"""
    if text[end - 1] != ";" or text.rfind("(", start, end) <= text.rfind(")", start, end):
        return False
    return text.find(")", end, end + LONGEST_ASIDE) > 0


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    for place in range(start, end, MAX_SENTENCE):
        yield place, min(end, place + MAX_SENTENCE)
