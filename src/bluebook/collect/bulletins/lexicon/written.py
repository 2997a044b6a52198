"""The names of a catalogue as texts write them: in all spellings, with what their brackets demand."""

from __future__ import annotations

import re

from bluebook.collect.bulletins.lexicon.spelling import Spelling
from bluebook.collect.bulletins.text.script import flat
from bluebook.model.catalogue import Catalogue

CONDITION = "…"


def fold(text: str) -> str:
    """A name in the form in which texts are looked at."""
    return flat(text).lower().strip()


def written(catalogue: Catalogue, code: str, language: str) -> list[str]:
    """The names of an indicator; `condition…@other` stands for all names of another one."""
    indicator = catalogue.indicator(code)
    names = []
    for name in [indicator.name.get(language, ""), *indicator.synonyms.get(language, [])]:
        head, _, other = name.partition(f"{CONDITION}@")
        if other:
            names += [
                f"{head}{CONDITION}{n}" for n in written(catalogue, other, language) if "(" not in n
            ]
        else:
            names.append(name)
    return [fold(n) for n in names]


def variants(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """A name as written, and without its bracket, which is then a condition.

    >>> variants("业务总量(上年价格)")
    [('业务总量(上年价格)', ()), ('业务总量', ('上年价格',))]
    """
    if CONDITION in name:
        *conditions, head = name.split(CONDITION)
        return [(head, tuple(conditions))] if head else []
    found: list[tuple[str, tuple[str, ...]]] = [(name, ())]
    if name.endswith("数"):
        found.append((f"{name}量", ()))
    start, end = name.find("("), name.rfind(")")
    if 0 < start < end:
        bare = (name[:start].rstrip() + name[end + 1 :]).strip()
        found.append((bare, (name[start + 1 : end],) if end == len(name) - 1 else ()))
    return found


def alike(names: list[str], equivalents: dict[str, list[str]], spelling: Spelling) -> list[str]:
    """The names in their usual spelling, and each with one of its words written otherwise.

    What a condition may be written as stands side by side in it: `users|subscribers…5g networks`.
    """
    found: dict[str, None] = {}
    for name in names:
        *conditions, head = name.split(CONDITION)
        either = ["|".join(_worded([c], equivalents | spelling.others)) for c in conditions]
        usual = spelling.usual(head)
        found |= {CONDITION.join((*either, n)): None for n in _worded([usual], equivalents)}
    return list(found)


def _worded(names: list[str], equivalents: dict[str, list[str]]) -> list[str]:
    found = dict.fromkeys(names)
    for usual, others in equivalents.items():
        guarded = rf"(?<![a-z]){re.escape(usual)}(?![a-z])"
        word = re.compile(guarded if usual.isascii() else re.escape(usual))
        for name in list(found):
            if usual in name and word.search(name):
                found |= dict.fromkeys(word.sub(other, name) for other in others)
    return list(found)
