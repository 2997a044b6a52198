"""Subjects that the catalogue does not know, and those that are not the text's own.

A bare noun (收入, users) takes up what is being spoken of; a noun with words before it that
nothing explains (快递业务收入) is another subject, and its words are kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bluebook.collect.bulletins.clause.strangers_en import in_english
from bluebook.collect.bulletins.clause.strangers_zh import in_chinese
from bluebook.collect.bulletins.clause.tokens import Token
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary

_LARGEST = re.compile(r"\s*(?:最大|最多|领先|第一|首|前列|范围|['’]?s? (?:largest|biggest|first))")
# Ranking second in the world says nothing of whose figures follow.
_RANKS_IN = re.compile(
    r"\b(?:rank(?:ed|ing|s)?|first|second|third|fourth|fifth|\dth|largest|biggest|most)(?: [a-z-]+){0,6} in $"
)


def stranger(
    near: Sequence[Token],
    text: str,
    span: tuple[int, int],
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    """Words of a subject that no name matches, "" where there are none.

    `near` are the tokens of the number's clause, `span` where it lies; `codes` are the indicators
    being spoken of.
    """
    if vocabulary.language == "zh":
        return in_chinese(near, text, span, vocabulary, codes)
    return in_english(near, text, span, vocabulary, codes)


def foreign(near: Sequence[Token], text: str) -> str:
    """The company or the world that a number is of, where its clause says so, else ""."""
    for token in near:
        if "part" in token.cues:
            return ""
        if (
            "entity" in token.cues
            and not _LARGEST.match(text, token.end)
            and not _RANKS_IN.search(text, max(0, token.start - 90), token.start)
        ):
            return token.text
    return ""
