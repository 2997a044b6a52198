"""What stands before a number: its subject, what it is compared with, the manner of saying.

`lead` sorts the tokens of a gap into these parts; nothing is decided here about the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bluebook.collect.bulletins.dates import When
from bluebook.collect.bulletins.tokens import Token

VERBS = frozenset(("up", "down", "narrow", "flat", "net_up", "net_down", "reach", "level"))
_CJK = re.compile(r"[\u4e00-\u9fffa-z0-9]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


@dataclass
class Lead:
    """The parts of a gap.

    `near` cues stand in the same clause as the number, `verbs` are their verbs in order.
    `subjects` are names the number may be of, `joined` those of them that stand in one list at
    the end; `wholes` and `within` what it is a part of; `basis` and `prior` the period it is
    compared with and the one it belongs to where that is not the current one. `sets` are the
    periods and places that the text turns to.
    """

    near: set[str] = field(default_factory=set)
    far: set[str] = field(default_factory=set)
    verbs: list[str] = field(default_factory=list)
    subjects: list[Token] = field(default_factory=list)
    close: bool = False  # is the last subject in the number's own clause?
    joined: list[Token] = field(default_factory=list)
    wholes: list[Token] = field(default_factory=list)
    within: str = ""
    basis: When | None = None
    prior: When | None = None
    sets: list[Token] = field(default_factory=list)
    unknown: str = ""
    rival: bool = False
    bound: str = ""

    def has(self, *kinds: str) -> bool:
        return not self.near.isdisjoint(kinds)


def lead(gap: Sequence[Token], text: str, stop: int, language: str, known: str) -> Lead:
    """Sort a gap that ends before a number at `stop`; `known` names the current subject."""
    found = Lead()
    near = max((i + 1 for i, t in enumerate(gap) if t.mark(",;:(")), default=0)
    part = inside = pull = False
    for i, token in enumerate(gap):
        before = gap[i - 1] if i else None
        touching = before is not None and not _CJK.search(text[before.end : token.start])
        if i == near:
            part = inside = pull = False
        if token.kind == "cue":
            kinds = token.word.cues
            (found.near if i >= near else found.far).update(kinds)
            if i >= near:
                found.verbs += [k for k in kinds if k in VERBS]
            part = (part or "part" in kinds) and not kinds & {"level", "reach"}
            pull = (pull or bool(kinds & {"pull", "drag"})) and "level" not in kinds
            inside = inside or "in" in kinds
            if inside and "mid" in kinds and found.subjects:
                found.wholes.append(found.subjects.pop())
                inside = False
        elif token.kind == "name":
            if (part or pull) and i >= near:
                found.wholes.append(token)
            else:
                found.subjects.append(token)
                found.close = i >= near
        elif token.kind == "when" and token.when is not None:
            _when(found, token, before if touching else None, i >= near, language)
        elif token.kind == "place":
            if touching and before is not None and before.cue("cmp", "over", "nearly"):
                found.rival = True
            elif part:
                found.within = token.word.territory
            else:
                found.sets.append(token)
    if found.has("contribution", "share") and len(found.subjects) and _after(text, "对", found.subjects[-1]):
        found.wholes.append(found.subjects.pop())
    found.joined = _joined(found.subjects, gap, text)
    _bound(found, gap, text, stop)
    if language == "zh":
        found.unknown = _unknown(gap[near:], text, gap[near - 1].end if near else (gap[0].start if gap else stop), stop, known)
    else:
        found.unknown = _unknown_noun(gap[near:], known)
    return found


def _when(found: Lead, token: Token, before: Token | None, near: bool, language: str) -> None:
    """A period is compared with, belonged to, or turned to."""
    assert token.when is not None
    past = token.when.relative.startswith("-")
    if before is not None and before.cue("cmp"):
        if near or found.basis is None:
            found.basis = token.when
    elif before is not None and before.cue("from"):
        if language == "en":
            found.basis = token.when
        else:
            found.prior = token.when
    elif past:
        if near:
            found.prior = token.when
    else:
        found.sets.append(token)


def _after(text: str, word: str, token: Token) -> bool:
    return text[max(0, token.start - len(word)) : token.start] == word


def _joined(subjects: list[Token], gap: Sequence[Token], text: str) -> list[Token]:
    """The names that stand in one list at the end: A、B和C."""
    if not subjects:
        return []
    listed = [subjects[-1]]
    for token in reversed(subjects[:-1]):
        between = text[token.end : listed[0].start]
        if re.fullmatch(r"\s*(?:[、,和及与]|以及|and|, and|,? ?as well as)\s*", between):
            listed.insert(0, token)
        else:
            break
    return listed


def _bound(found: Lead, gap: Sequence[Token], text: str, stop: int) -> None:
    for token in reversed(gap[-2:]):
        if token.kind != "cue" or stop - token.end > 2 or _CHINESE.search(text[token.end : stop]):
            return
        for kind in ("up to", "over", "nearly", "about"):
            if token.cue(kind):
                found.bound = kind
                return
        stop = token.start


def _unknown(near: Sequence[Token], text: str, start: int, stop: int, known: str) -> str:
    """Words of a subject that is not in the catalogue, "" where there are none."""
    names = [t for t in near if t.kind == "name"]
    place = start
    runs: list[list[int | bool]] = []  # start, end, holds a noun, holds other words
    for token in [*near, None]:
        until = token.start if token else stop
        free = _CHINESE.search(text[place:until])
        if free:
            _extend(runs, place + free.start(), until, noun=False)
        if token is None:
            break
        if token.cue("noun", "modifier") and not token.cue("adverb", "tail"):
            noun = token.cue("noun")
            after_name = any(n.end == token.start for n in names)
            if not (after_name and token.cue("tail")):
                _extend(runs, token.start, token.end, noun=noun)
        place = max(place, token.end)
    last = names[-1] if names else None
    for begin, end, noun, _ in runs:
        words = text[int(begin) : int(end)]
        if last is not None:
            if end == last.start and any(t.end == last.start and t.cue("modifier") for t in near):
                return text[int(begin) : last.end]
            if noun and begin >= last.start and begin == last.end:
                return text[last.start : int(end)]
            if noun and begin > last.end and words not in known:
                return words
        elif (noun and words not in known) or (begin == start and len(words) >= 2):
            return words
    return ""


def _extend(runs: list[list[int | bool]], start: int, end: int, *, noun: bool) -> None:
    if runs and runs[-1][1] == start:
        runs[-1][1] = end
        runs[-1][2] = bool(runs[-1][2]) or noun
    else:
        runs.append([start, end, noun, False])


def _unknown_noun(near: Sequence[Token], known: str) -> str:
    """English: a noun of measure that is no known name and not part of the current one."""
    names = [t for t in near if t.kind == "name"]
    for token in near:
        if token.cue("noun") and not any(n.end >= token.start for n in names):
            if token.text not in known:
                return token.text
        elif token.cue("entity"):
            return token.text
    return ""
