"""Loose bounds: "over 54,000" of what was by then 80,000 is true, and an old figure.

Who writes "over" means a little over: the figure is at most one more in its last digit that
counts. Where everything else puts it far beyond, and the series had passed through it before, an
earlier count is quoted under a later date.
"""

from __future__ import annotations

from collections.abc import Mapping

from bluebook.comb.account import SEVERITY, Account, Disagreement
from bluebook.comb.witness import Witness, said
from bluebook.comb.words import both, number, place, printed, subject
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.period import Period

FAR = 1.2  # the figure is at least this many times the bound
RECENT = 12  # months within which the series passed through it


def explain_loose(account: Account, witnesses: Mapping[str, Witness]) -> list[Disagreement]:
    """A note for each bound on a stock that is an earlier count."""
    out = []
    for claim in sorted(account.claims.values(), key=lambda c: c.id):
        if claim.bound != "over" or not claim.is_fact or claim.value <= 0:
            continue
        indicator = account.catalogue.indicators.get(claim.expression or "")
        if indicator is None or indicator.kind != "stock":
            continue
        fact = account.levels.get((indicator.code, claim.territory, claim.period))
        if fact is None or claim.id in fact.set_aside or not _beyond(claim, fact):
            continue
        if _earlier(account, claim, said(claim.source, claim.said, witnesses)) is not None:
            out.append(_told(account, claim, fact))
    return out


def _beyond(claim: Claim, fact: Fact) -> bool:
    unit = 1.0
    while claim.value % (10 * unit) == 0:
        unit *= 10
    return fact.lower > max(claim.value + unit, FAR * claim.value)


def _earlier(account: Account, claim: Claim, date: str) -> Fact | None:
    """A figure of the series from before, not above the bound, known when the claim was made."""
    period = Period.parse(claim.period)
    for months in range(1, RECENT + 1):
        at = str(period.shift(-months))
        fact = account.levels.get((claim.expression or "", claim.territory, at))
        if fact is not None and fact.upper <= claim.value and date[:7] >= at:
            return fact
    return None


def _told(account: Account, claim: Claim, fact: Fact) -> Disagreement:
    catalogue = account.catalogue
    low, high = number(fact.lower), number(fact.upper)

    def message(language: str) -> str:
        what = subject(claim.expression or "", catalogue, language)
        where = place(claim.territory, catalogue, language)
        figure = printed(claim, catalogue, language)
        if language == "zh":
            return (
                f"{where}{what}（{claim.period}）“超过{figure}”（{claim.source}）：其余数字要求在"
                f"{low}–{high}，所引为较早时点的数。"
            )
        return (
            f"{what}, {where}, {claim.period}: over {figure} ({claim.source}), where the others "
            f"put it at {low}–{high}: true, but an earlier count under a later date."
        )

    ids = dict.fromkeys((claim.id, *fact.claims))
    return Disagreement(
        kind="date", severity=SEVERITY["date"], message=both(message), claims=tuple(ids)
    )
