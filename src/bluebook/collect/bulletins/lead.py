"""What stands before a number: its subject, what it is compared with, the manner of saying.

`lead` sorts the tokens of a gap into these parts; nothing is decided here about the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bluebook.collect.bulletins.context import Subject
from bluebook.collect.bulletins.dates import When
from bluebook.collect.bulletins.tokens import Token
from bluebook.language.expression import Expression, Name
from bluebook.model.catalogue import Catalogue

_CJK = re.compile(r"[\u4e00-\u9fff]")
VERBS = ("up", "down", "narrow", "flat", "net_up", "net_down", "reach", "level")


class Lead(NamedTuple):
    """The parts of a gap.

    `subjects` are names that may be what the number is of, in order, and `joined` whether they
    stand in one list; `wholes` and `within` what it is a part of; `basis` and `prior` the period
    it is compared with and the period it belongs to where that is not the current one.
    """

    cues: frozenset[str] = frozenset()
    verbs: tuple[str, ...] = ()  # kinds of the verbs of the near part, in order
    subjects: tuple[Token, ...] = ()
    joined: bool = False
    wholes: tuple[Token, ...] = ()
    within: str = ""
    basis: When | None = None
    prior: When | None = None
    unknown: str = ""  # words of a subject that the catalogue does not know
    last: Token | None = None
    rival: bool = False  # compared with another place, not another time

    def has(self, *kinds: str) -> bool:
        return not self.cues.isdisjoint(kinds)
