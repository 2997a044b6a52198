"""Restated figures: what a later release implies of the year before, against what was printed then.

"Up 8.0 per cent, 4.1 points faster" says that the year before was up 3.9 per cent; if 3.6 was
printed at the time, the year before was revised, whatever the levels say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bluebook.comb.account import Disagreement
from bluebook.comb.system.build import Figure, figure, sane
from bluebook.comb.system.register import canonical
from bluebook.comb.witness import Witness, said
from bluebook.comb.words import both, number, place, subject
from bluebook.language.expression import Call, show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim
from bluebook.model.period import Period

IMPLIED = "implied by"
REVISED = 2.0  # points by which a growth rate or share is revised; more is another scope


def explain_restated(
    claims: Sequence[Claim], catalogue: Catalogue, witnesses: Mapping[str, Witness]
) -> list[Disagreement]:
    """A disagreement for each change in points whose base was printed otherwise before."""
    told: dict[Figure, list[Claim]] = defaultdict(list)
    changes: list[tuple[str, Claim]] = []
    for claim in claims:
        if not claim.is_fact or not sane(claim) or "(" not in (claim.expression or ""):
            continue
        told[figure(claim, catalogue)].append(claim)
        expression, _ = canonical(claim.expression or "")
        if isinstance(expression, Call) and expression.operator == "pp":
            inner = expression.arguments[0]
            assert not isinstance(inner, str)
            changes.append((show(inner), claim))
    out = []
    for inner, change in sorted(changes, key=lambda one: one[1].id):
        period = Period.parse(change.period)
        now = told[inner, change.territory, str(period)]
        before = told[inner, change.territory, str(period.lag())]
        with_it = _nearest(now, change)
        if with_it is None or not before:
            continue
        implied = with_it.interval - change.interval
        if all(implied.meet(claim.interval).empty for claim in before):
            first = min(before, key=lambda c: (said(c.source, c.said, witnesses), c.id))
            out.append(_restated(inner, change, with_it, first, catalogue))
    return out


def _nearest(now: Iterable[Claim], change: Claim) -> Claim | None:
    """The figure that the change goes with: of the same source where there is one."""
    return min(now, key=lambda c: (c.source != change.source, c.half_width, c.id), default=None)


def _restated(
    inner: str, change: Claim, now: Claim, first: Claim, catalogue: Catalogue
) -> Disagreement:
    value = round(now.value - change.value, 9)
    apart = abs(value - first.value)
    kind = "revision" if apart <= REVISED else "definition"

    def message(language: str) -> str:
        half = max(now.half_width, change.half_width)
        sum_of = (
            f"{number(now.value, half)} − {number(change.value, half).removeprefix('−')}"
            if change.value >= 0
            else f"{number(now.value, half)} + {number(-change.value, half)}"
        )
        sum_of += f" = {number(value, half)}"
        what = subject(inner, catalogue, language)
        where = place(change.territory, catalogue, language)
        then, year = number(first.value, first.half_width), Period.parse(change.period).lag()
        if language == "zh":
            why = "上年数后来修订" if kind == "revision" else "上年数后来按另一口径重算"
            return (
                f"{where}{what}：{change.source}所载{change.period}之数与增减相减，{sum_of}，"
                f"而{first.source}所载{year}为{then}；{why}，两者照登。"
            )
        why = (
            "the year before was revised"
            if kind == "revision"
            else "the year before was worked out again on another scope"
        )
        return (
            f"{what}, {where}: what {change.source} prints for {change.period} gives {sum_of} for "
            f"{year}, where {first.source} has {then}; {why}, and both are printed as published."
        )

    return Disagreement(
        kind=kind,
        severity="note",
        message=both(message),
        claims=(first.id, change.id, now.id),
        proposed={first.id: (value, f"{IMPLIED} {change.source}")},
    )
