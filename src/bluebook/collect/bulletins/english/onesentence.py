"""English: what those who read one sentence look at."""

from __future__ import annotations

from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token


class OneSentence:
    """What those who read one English sentence look at."""

    def __init__(self, row: Row, subjects: Subjects, context: Context) -> None:
        self.row = row
        self.text = row.text
        self.teller = row.teller
        self.vocabulary = row.vocabulary
        self.catalogue = row.catalogue
        self.subjects = subjects
        self.context = context


def begins(tail: list[Token]) -> bool:
    """Does what follows a number begin with a name?"""
    return bool(tail) and tail[0].kind == "name"
