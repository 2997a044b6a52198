"""What stands before a number: its subject, what it is compared with, the manner of saying.

`lead` sorts the tokens of a gap into these parts; nothing is decided here about the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bluebook.collect.bulletins.dates import When
from bluebook.collect.bulletins.tokens import Token
from bluebook.collect.bulletins.vocabulary import Vocabulary, Word

VERBS = frozenset(("up", "down", "narrow", "flat", "net_up", "net_down", "reach", "level"))
MAX_JOINED = 20
MOVES = frozenset(("up", "down", "flat", "net_up", "net_down", "narrow"))
JOIN = re.compile(r"\s*(?:[、,和及与或]|以及|and|, and|,? ?as well as)\s*")
_WORD = re.compile(r"[\u4e00-\u9fffa-z0-9]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SHORT = re.compile(r"([\u4e00-\u9fff]{2,3})[、和及与]$")
# A place that is where a report was filed, not what it is about.
_DATELINE = re.compile(
    r"\s*(?:\d+月)?\d+日[电讯]|[电讯](?![信子话])|,? [a-z]{3,9}\.? \d+ ?\(|\s?(?:-|--|\()"
)
_OF = re.compile(r"年?的(?:近|超|约|超过|将近)?")
_RANKING = re.compile(r"(?:第|前|首位|平均|领先|各|最)")
_LARGEST = re.compile(r"\s*(?:最大|最多|领先|第一|首|前列|范围|['’]?s? (?:largest|biggest|first))")


@dataclass
class Lead:
    """The parts of a gap.

    `near` cues stand in the same clause as the number, `verbs` are their verbs in order.
    `subjects` are names the number may be of, `close` whether the last of them stands in the
    number's own clause, `joined` those that stand in one list at the end; `wholes` and `within`
    what it is a part of; `basis` and `prior` the period it is compared with and the one it
    belongs to where that is not the current one. `sets` are the periods and places that the text
    turns to. `unknown` holds words of a subject that the catalogue does not know; `rival` says
    that it is compared with something else than a period.
    """

    near: set[str] = field(default_factory=set)
    verbs: list[str] = field(default_factory=list)
    subjects: list[Token] = field(default_factory=list)
    close: bool = False
    joined: list[Token] = field(default_factory=list)
    wholes: list[Token] = field(default_factory=list)
    within: str = ""
    basis: When | None = None
    bases: list[When] = field(default_factory=list)
    prior: When | None = None
    sets: list[Token] = field(default_factory=list)
    unknown: str = ""
    parted: str = ""  # the place whose parts a list of shares adds up to
    rival: bool = False
    bound: str = ""
    far_basis: bool = False  # the basis stands in an earlier clause …
    far_verb: bool = False  # … which has a verb of its own

    def has(self, *kinds: str) -> bool:
        return not self.near.isdisjoint(kinds)


def lead(
    gap: Sequence[Token], text: str, stop: int, vocabulary: Vocabulary, codes: Sequence[str] = ()
) -> Lead:
    """Sort a gap that ends before a number at `stop`; `codes` are those of the current subject."""
    found = Lead()
    near = max((i + 1 for i, t in enumerate(gap) if t.mark(",;:(")), default=0)
    part = inside = pull = example = False
    listed: Token | None = None
    for i, token in enumerate(gap):
        before = gap[i - 1] if i else None
        touching = before if before and not _WORD.search(text[before.end : token.start]) else None
        if i == near:
            part = inside = pull = False
        if token.kind == "cue":
            kinds = token.word.cues
            if i >= near:
                found.near |= kinds
                found.verbs += [k for k in kinds if k in VERBS]
            elif found.basis is not None and kinds & MOVES:
                found.far_verb = True
            part = (part or "part" in kinds) and not kinds & {"level", "reach", "share"}
            pull = (pull or bool(kinds & {"pull", "drag"})) and "level" not in kinds
            inside = inside or "in" in kinds
            if inside and "mid" in kinds and found.subjects:
                found.wholes.append(found.subjects.pop())
                inside = False
            if i >= near and (kinds & {"since", "rate"} or (part and "entity" in kinds)):
                found.rival = True
            example = (example or "example" in kinds) and not kinds & VERBS
        elif token.kind == "name":
            weak = all(naming.conditions for naming in token.word.namings)
            if example or (
                weak and _generic(token.text, vocabulary, _meant(found.subjects) or codes)
            ):
                continue
            if (part or pull) and i >= near:
                found.wholes.append(token)
            else:
                found.subjects.append(token)
                found.close = i >= near
        elif token.when is not None:
            if (
                listed
                and listed.when
                and found.basis
                and JOIN.fullmatch(text[listed.end : token.start])
            ):
                found.bases.append(token.when)
            else:
                _when(found, token, touching, i >= near, vocabulary.language)
                if found.sets and found.sets[-1] is token and _OF.fullmatch(text, token.end, stop):
                    found.prior = found.sets.pop().when  # 2015年的40倍
        elif token.kind == "place":
            between = text[listed.end : token.start] if listed else "?"
            beside = not between or JOIN.fullmatch(between) is not None
            if (touching and touching.cue("cmp", "over", "nearly")) or (beside and found.rival):
                found.rival = True
            elif part:
                found.rival = found.rival or (bool(found.within) and beside)
                found.within = token.word.territory
            elif not (_DATELINE.match(text, token.end) or _RANKING.match(text, token.end)):
                found.sets.append(token)
        if token.kind in ("when", "place"):
            listed = token
    if found.has("contribution", "share") and found.subjects and found.close:
        start = found.subjects[-1].start
        if text[max(0, start - 1) : start] == "对":
            found.wholes.append(found.subjects.pop())
    found.joined = _joined(found.subjects, text, vocabulary)
    _bound(found, gap, text, stop)
    if found.far_basis and (found.has("yoy", "mom") or found.far_verb):
        found.basis = None
    start = gap[near - 1].end if near else (gap[0].start if gap else stop)
    if vocabulary.language == "zh":
        codes = _meant(found.subjects) or codes
        found.unknown = _unknown(gap[near:], text, start, stop, vocabulary, codes)
    else:
        found.unknown = _unknown_noun(gap[near:], vocabulary, _meant(found.subjects) or codes)
    return found


def _when(found: Lead, token: Token, before: Token | None, near: bool, language: str) -> None:
    """A period is compared with, belonged to, or turned to."""
    when = token.when
    assert when is not None
    if before is not None and before.cue("cmp"):
        if near or found.basis is None:
            found.basis = when
            found.far_basis = not near
    elif before is not None and before.cue("from"):
        if language == "en":
            found.basis = when
        else:
            found.prior = when
    elif when.relative.startswith("-") and not when.loose:
        if near:
            found.prior = when
    else:
        found.sets.append(token)


def _joined(subjects: list[Token], text: str, vocabulary: Vocabulary) -> list[Token]:
    """The names that stand in one list at the end: A、B和C, also 固定和移动电话用户."""
    if not subjects:
        return []
    listed = [subjects[-1]]
    last = listed[-1]
    for token in reversed(subjects[:-1]):
        if not JOIN.fullmatch(text[token.end : listed[0].start]):
            break
        listed.insert(0, _lengthened(token, last, vocabulary))
    while len(listed) < MAX_JOINED:
        first = listed[0]
        short = _SHORT.search(text[max(0, first.start - 8) : first.start])
        word = short and _completed(short[1], last.text, vocabulary)
        if not short or not word:
            break
        start = first.start - len(short[0])
        listed.insert(0, Token(start, start + len(short[1]), "name", short[1], word))
    return listed


def _completed(short: str, name: str, vocabulary: Vocabulary) -> Word | None:
    """固定 before 移动电话用户 stands for 固定电话用户: the name with another beginning."""
    for cut in range(1, len(name) - 1):
        word = vocabulary.index.get(short + name[cut:])
        if word is not None and word.namings and short + name[cut:] != name:
            return word
    return None


def _lengthened(token: Token, last: Token, vocabulary: Vocabulary) -> Token:
    """固定电话 in 固定电话、移动电话普及率 is short for 固定电话普及率."""
    for cut in range(1, len(last.text)):
        word = vocabulary.index.get(token.text + last.text[cut:])
        if word is not None and word.namings:
            return token._replace(word=word)
    return token


def _bound(found: Lead, gap: Sequence[Token], text: str, stop: int) -> None:
    """超过, nearly … directly before the number."""
    for token in reversed(gap[-2:]):
        if token.kind != "cue" or _WORD.search(text[token.end : stop]):
            return
        for kind in ("up to", "over", "nearly", "about"):
            if token.cue(kind):
                found.bound = kind
                return
        stop = token.start


def foreign(gap: Sequence[Token], text: str) -> str:
    """The company or the world that a number is of, where its clause says so, else ""."""
    near = max((i + 1 for i, t in enumerate(gap) if t.mark(",;:(")), default=0)
    part = False
    for token in gap[near:]:
        part = part or token.cue("part")
        if token.cue("entity") and not part and not _LARGEST.match(text, token.end):
            return token.text
    return ""


def _meant(names: Sequence[Token]) -> list[str]:
    return [naming.code for token in names for naming in token.word.namings]


def _generic(noun: str, vocabulary: Vocabulary, codes: Sequence[str]) -> bool:
    """Does a bare noun (收入, users) only take up the subject that is being spoken of?"""
    return any(noun in vocabulary.names.get(code, "") for code in codes)


def _unknown(
    near: Sequence[Token],
    text: str,
    start: int,
    stop: int,
    vocabulary: Vocabulary,
    codes: Sequence[str],
) -> str:
    """Chinese: words of a subject that is not in the catalogue, "" where there are none."""
    names = [t for t in near if t.kind == "name"]
    last = names[-1] if names else None
    for begin, end, noun in _runs(near, names, text, start, stop):
        words = text[begin:end]
        if last is not None and end == last.start:
            if any(t.end == end and t.cue("modifier") for t in near):
                return text[begin : last.end]
        elif last is not None and begin < last.start:
            continue
        elif last is not None and begin == last.end and noun:
            return text[last.start : end]
        elif (
            not _generic(words, vocabulary, codes)
            if noun
            else (last is None and begin == start and len(words) >= 2)
        ):
            return words
    return ""


def _runs(
    near: Sequence[Token], names: list[Token], text: str, start: int, stop: int
) -> list[tuple[int, int, bool]]:
    """Stretches of words that no token explains, with the nouns and modifiers they touch."""
    runs: list[tuple[int, int, bool]] = []

    def extend(begin: int, end: int, noun: bool) -> None:
        if runs and runs[-1][1] == begin:
            runs[-1] = (runs[-1][0], end, runs[-1][2] or noun)
        else:
            runs.append((begin, end, noun))

    place = start
    for token in [*near, None]:
        until = token.start if token else stop
        if free := _CHINESE.search(text[place:until]):
            extend(place + free.start(), until, False)
        if token is None:
            break
        if token.kind == "cue" and token.word.cues <= {"noun", "modifier", "tail", "tail modifier"}:
            tail = token.cue("tail") and (
                token.start == start or any(n.end == token.start for n in names)
            )
            if not tail:
                extend(token.start, token.end, token.cue("noun"))
        place = max(place, token.end)
    return runs


def _unknown_noun(near: Sequence[Token], vocabulary: Vocabulary, codes: Sequence[str]) -> str:
    """English: a noun of measure that is no known name and not part of the current one."""
    names = [t for t in near if t.kind == "name"]
    for token in near:
        if token.cue("noun") and not names and not _generic(token.text, vocabulary, codes):
            return token.text
    return ""
