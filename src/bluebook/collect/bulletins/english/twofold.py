"""English: two things that are told in one number: 16.1 billion SMS and MMS messages."""

from __future__ import annotations

from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.subjects import Subjects
from bluebook.collect.bulletins.clause.tokens import Token

_AND = (" and ", " and other ", " and the ")


def shared(row: Row, subjects: Subjects, name: Token) -> Token | None:
    """The second of two names that share the number before them, where no name is of both.

    Neither is told then; 300 million 4G users and mobile users numbered 900 million are two.
    """
    after = [t for t in row.following(name)[:3] if t.text != "and"]
    other = after[0] if after and after[0].kind == "name" else None
    if other is None or row.text[name.end : other.start] not in _AND:
        return None
    if subjects.sum([subjects.named(name), subjects.named(other)]):
        return None
    indicator = row.teller.catalogue.indicator
    units = [{indicator(n.code).unit for n in t.word.namings} for t in (name, other)]
    told = any(t.kind == "number" or t.cue("up", "down", "reach", "level") for t in after[1:2])
    return other if units[0] == units[1] != set() and not told else None
