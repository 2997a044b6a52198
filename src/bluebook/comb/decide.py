"""Decisions of a statistician on disagreements, kept in an edition and applied on each build.

    [[decision]]
    claims = ["gd_mic:1ed0c1d4"]
    verdict = "reject"        # accept | reject | both
    who = "Li Hua"
    when = 2021-03-02
    why = "typing error, see stock and flow"

A claim that is accepted is set aside by nothing but another decision; one that is rejected enters
nothing; of claims that are both kept, the disagreement stays told, as a note.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from bluebook.comb.account import Disagreement
from bluebook.errors import BluebookError

VERDICTS = ("accept", "reject", "both")


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One [[decision]] of decisions.toml."""

    claims: tuple[str, ...]
    verdict: str
    who: str
    when: datetime.date
    why: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    decision: list[Decision] = []


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a file, none where there is no such file."""
    from bluebook.files import line_of, read_toml

    if not path.is_file():
        return []
    found = read_toml(path, _File).decision
    for one in found:
        if one.verdict not in VERDICTS or not one.claims:
            raise BluebookError(
                f"decision on {', '.join(one.claims) or 'nothing'}: verdict {one.verdict!r}",
                f"name claims, and one of {', '.join(VERDICTS)}",
                file=path,
                line=line_of(path, one.claims[0] if one.claims else "[[decision]]"),
            )
    return found


def named(decisions: Iterable[Decision], verdict: str) -> frozenset[str]:
    """The claims that decisions of this verdict name."""
    return frozenset(c for one in decisions if one.verdict == verdict for c in one.claims)


def stale(decisions: Sequence[Decision], claims: Mapping[str, object]) -> list[Decision]:
    """Decisions that name a claim which is no longer there."""
    return [one for one in decisions if any(c not in claims for c in one.claims)]


def settled(
    disagreements: Iterable[Disagreement], decisions: Sequence[Decision]
) -> list[Disagreement]:
    """Disagreements after decisions: those whose sides are both kept are notes."""
    both = [set(one.claims) for one in decisions if one.verdict == "both"]

    def decided(one: Disagreement) -> bool:
        sides = {c for tie in one.ties for c in tie} or set(one.set_aside)
        return bool(sides) and any(sides <= kept for kept in both)

    return [
        msgspec.structs.replace(one, severity="note") if decided(one) else one
        for one in disagreements
    ]
