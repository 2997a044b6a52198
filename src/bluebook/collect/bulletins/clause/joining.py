"""Names that stand in one list, and names cut short in it: 固定和移动电话用户."""

from __future__ import annotations

import re

from msgspec.structs import replace

from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, Word

MAX_JOINED = 20
LONGEST_JOIN = 24  # characters
JOIN = re.compile(r"\s*(?:[、,和及与或]|以及|,? ?and(?: the)?|,? ?as well as(?: the)?)\s*")
_LINKS = "、和及与/"
_SHORT = re.compile(rf"([\u4e00-\u9fffa-z0-9/]{{2,8}})[{_LINKS}]$")


def joined(subjects: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The names that stand in one list at the end: A、B和C, also 固定和移动电话用户."""
    if not subjects:
        return []
    listed = [subjects[-1]]
    last = listed[-1]
    for token in reversed(subjects[:-1]):
        if not JOIN.fullmatch(text[token.end : listed[0].start]):
            break
        listed.insert(0, _lengthened(token, last, vocabulary))
    while vocabulary.language == "zh" and len(listed) < MAX_JOINED:
        first = listed[0]
        if text[first.start - 1] not in _LINKS:
            break
        short = _SHORT.search(text[max(0, first.start - 8) : first.start])
        found = short and _completed(short[1], last.text, vocabulary)
        if not short or not found:
            break
        end = first.start - 1
        listed.insert(0, Token(end - len(found[0]), end, "name", *found))
    return listed


def _completed(words: str, name: str, vocabulary: Vocabulary) -> tuple[str, Word] | None:
    """固定 before 移动电话用户 stands for 固定电话用户: the name with another beginning.

    Of the words before, as many at their end as make a name.
    """
    for begin in range(len(words) - 1):
        short = words[begin:]
        for cut in range(1, len(name) - 1):
            word = vocabulary.index.get(short + name[cut:])
            if word is not None and word.namings and short + name[cut:] != name:
                return short, word
    return None


def _lengthened(token: Token, last: Token, vocabulary: Vocabulary) -> Token:
    """固定电话 in 固定电话、移动电话普及率 is short for 固定电话普及率."""
    for cut in range(1, len(last.text)) if last.word.namings else ():
        word = vocabulary.index.get(token.text + last.text[cut:])
        if word is not None and word.namings:
            return replace(token, word=word)
    return token
