"""Bulletins: prose becomes claims.

claims = read(text, catalogue=catalogue, language="zh", territory="CN", period="2020", source="mb")
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluebook.collect.bulletins.context import Context
from bluebook.collect.bulletins.grammar import Reading, Sentence
from bluebook.collect.bulletins.manner import Teller
from bluebook.collect.bulletins.script import chinese, plain
from bluebook.collect.bulletins.tokens import scan
from bluebook.collect.bulletins.vocabulary import vocabulary
from bluebook.language.expression import show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim, claim_id
from bluebook.model.period import Period

MAX_SENTENCE = 4_000
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_ZH_END = re.compile(r"[。!?;！？；]")
_EN_END = re.compile(r"[!?;]|\.(?=[\"')\]]?(?:\s+[^a-z]|\s*$))")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Za-z]|\b(?:No|Co|Mr|Dr|St|vs|Ltd|Inc|Corp|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_FIGURE = re.compile(r"[0-9０-９%％]|[一二两三四五六七八九十百千万亿萬億]{2}|成|翻|doubl|tripl|third|quarter|half")


def read(
    text: str,
    *,
    catalogue: Catalogue,
    language: str | None,
    territory: str,
    period: str,
    source: str,
    said: str = "",
) -> list[Claim]:
    """The claims of a text. `territory` and `period` hold where the text names none."""
    claims: list[Claim] = []
    teller: dict[str, Teller] = {}
    now = Period.parse(period)
    head = plain(text[:400]).text.lower()
    context = Context(territory, now, at_end=now.months == 1, head=head)
    for start, end in _paragraphs(text):
        paragraph = text[start:end]
        if not _FIGURE.search(paragraph):
            continue
        tongue = language or ("zh" if chinese(paragraph) else "en")
        if tongue not in teller:
            teller[tongue] = Teller(catalogue, vocabulary(catalogue, tongue).units.words)
        context.places, context.subject, context.manner, context.inner = (), None, "", None
        if tongue == "zh":
            context.text = context.earlier = ""
        for first, last in _sentences(paragraph, tongue):
            written = plain(paragraph[first:last])
            folded = written.text.lower()
            if len(folded) != len(written.text):
                folded = written.text
            tokens = scan(folded, vocabulary(catalogue, tongue))
            if not any(t.kind in ("number", "when", "name") for t in tokens):
                continue
            for reading in Sentence(folded, tokens, context, teller[tongue], vocabulary(catalogue, tongue)).read():
                a, b = written.place(reading.start, reading.end)
                claims.append(_claim(reading, start + first + a, start + first + b, paragraph[first:last].strip(), source, said, len(claims)))
    return claims


def _claim(reading: Reading, start: int, end: int, sentence: str, source: str, said: str, n: int) -> Claim:
    expression = None if reading.expression is None else show(reading.expression)
    return Claim(
        expression=expression,
        territory=reading.territory,
        period=str(reading.period),
        value=float(reading.value),
        half_width=float(reading.half),
        unit=reading.unit,
        source=source,
        start=start,
        end=end,
        text=sentence,
        status=reading.status,
        bound=reading.bound,
        suspect=reading.suspect,
        subject=reading.subject,
        said=said,
        id=claim_id(source, f"{start}-{end}", expression),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: blocks between blank lines; in Chinese text, lines."""
    pattern = _LINE if chinese(text) else _PARAGRAPH
    for match in pattern.finditer(text):
        yield match.start(), match.end()


def _sentences(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    """Sentences of a paragraph, none longer than MAX_SENTENCE."""
    start = 0
    for match in (_ZH_END if language == "zh" else _EN_END).finditer(paragraph):
        if language == "en" and _ABBREVIATED.search(paragraph, max(start, match.end() - 9), match.end()):
            continue
        yield from _cut(start, match.end())
        start = match.end()
    if start < len(paragraph):
        yield from _cut(start, len(paragraph))


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    for place in range(start, end, MAX_SENTENCE):
        yield place, min(end, place + MAX_SENTENCE)
