"""Chinese: businesses that are named together are one: 数据中心、云计算、大数据、物联网等业务收入.

That is the revenue of the emerging businesses, not of the last one; where each has a figure of its
own (分别增长) they stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Naming, Word
from bluebook.model.catalogue import Catalogue

MANY = 3  # parts that stand for their whole
_WHOLES = frozenset(("telecom_revenue_emerging",))  # known by what they consist of
_AND = re.compile(r"(?:、|和|及|以及|与)(?P<other>[a-z\u4e00-\u9fff]{2,6}(?:、|和|及|以及|与))?")
_OF_EACH = re.compile("分别|均|各|都")


def together(text: str, tokens: list[Token], catalogue: Catalogue) -> list[Token]:
    """The tokens of a sentence, each list of parts of such a whole as the whole."""
    found, begin = [], 0
    for first, last, whole in _runs(text, tokens, catalogue):
        start, end = tokens[first].start, tokens[last].end
        word = Word(namings=(Naming(whole),))
        found += tokens[begin:first]
        found.append(replace(tokens[first], end=end, text=text[start:end], word=word))
        begin = last + 1
    return [*found, *tokens[begin:]] if begin else tokens


def _runs(text: str, tokens: list[Token], catalogue: Catalogue) -> Iterator[tuple[int, int, str]]:
    """Where lists of such parts begin and end among the tokens, and what they are parts of."""
    run: list[int] = []
    whole, many = "", 0
    for n, token in enumerate([*tokens, Token(len(text), len(text), "name", "")]):
        if token.kind != "name":
            continue
        of = _whole(token, catalogue)
        joint = _AND.fullmatch(text, tokens[run[-1]].end, token.start) if run else None
        if joint is None or of != whole:
            if many >= MANY and not _apart(text, tokens, run[-1]):
                yield run[0], run[-1], whole
            run, whole, many, joint = [], of, 0, None
        if of:
            run.append(n)
            many += 2 if joint and joint["other"] else 1  # with one that no name explains


def _whole(token: Token, catalogue: Catalogue) -> str:
    """The whole, known by its parts, of which a name is a part."""
    codes = {catalogue.indicator(n.code).part_of for n in token.word.plain}
    return next(iter(codes & _WHOLES), "") if len(codes) == 1 else ""


def _apart(text: str, tokens: list[Token], last: int) -> bool:
    """Has each part of a list a figure of its own?"""
    number = next((n for n in range(last, len(tokens)) if tokens[n].kind == "number"), last)
    several = any(t.kind == "number" for t in tokens[number + 1 : number + 3])
    if several and _AND.match(text, tokens[number].end):
        return True
    return _OF_EACH.search(text, tokens[last].end, tokens[number].start) is not None
