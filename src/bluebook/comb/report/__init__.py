"""What a statistician works from: one page of HTML, no script, nothing loaded.

Disagreements by severity, the claims side by side with their sentences and a picture, the
proposal, its cost and what else would do; decisions taken; breaks and revisions; growth that stands
out; the rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.decide import Decision, stale
from bluebook.comb.localise.mechanism import in_words
from bluebook.comb.report.picture import Line, picture
from bluebook.comb.report.revised import broken, revised
from bluebook.comb.report.words import KINDS, WORDS
from bluebook.comb.rules.diagnosis import Diagnosis
from bluebook.comb.rules.outliers import Outlier
from bluebook.comb.words import number, place, printed, subject
from bluebook.model.claim import Claim
from bluebook.model.period import Period

SIDES = 60  # claims shown of a disagreement
SHOWN = 10  # points listed at which a rule fails


def html(
    account: Account,
    sources: Mapping[str, Any],
    language: str = "zh",
    today: str = "2021-01-01",
    *,
    decisions: Sequence[Decision] = (),
    outliers: Sequence[Outlier] = (),
    rules: Sequence[Diagnosis] = (),
) -> str:
    """The report. `sources` have `title`, `publisher` and `date`; `today` dates the decision
    that is offered for copying."""
    from importlib.resources import files

    from jinja2 import Environment

    report = _Report(account, sources, language)
    groups = [
        (severity, [report.told(k, one) for k, one in found])
        for severity in ("error", "warning", "note")
        if (
            found := [(k, d) for k, d in enumerate(account.disagreements) if d.severity == severity]
        )
    ]
    gone = stale(decisions, account.claims)
    text = (files(__package__) / "page.html").read_text("utf-8")
    return Environment(autoescape=True).from_string(text).render(
        language=language, w=WORDS[language], groups=groups, today=today,
        claims=len(account.claims), facts=len(account.levels) + len(account.stated),
        decisions=[report.decided(one, one in gone) for one in decisions],
        outliers=[one.message[language] for one in outliers],
        rules=[report.diagnosed(one) for one in rules],
        revised=revised(account, sources, language), breaks=broken(account, language),
    )  # fmt: skip


def unproven(one: Disagreement, language: str) -> str:
    """That the search for the cheapest explanation was cut short, and how far off it may be."""
    return WORDS[language]["unproven"].format(gap=f"{one.gap:.2f}")


class _Report:
    """Turns what combing found into what the page shows, in one language."""

    def __init__(self, account: Account, sources: Mapping[str, Any], language: str) -> None:
        self.account, self.sources, self.language = account, sources, language

    def told(self, k: int, one: Disagreement) -> dict[str, Any]:
        """A disagreement."""
        aside, sides = set(one.set_aside), {c for tie in one.ties for c in tie}
        claims = [
            self.claim(self.account.claims[c])
            | {
                "state": "set aside" if c in aside else "side" if c in sides else "kept",
                "likely": self._likely(one, self.account.claims[c]),
            }
            for c in one.claims[:SIDES]
        ]
        return {
            "number": k, "more": max(len(one.claims) - SIDES, 0),
            "kind": KINDS[self.language].get(one.kind, one.kind),
            "message": one.message[self.language],
            "rules": one.rules,
            "claims": claims,
            "picture": self._picture(one),
            "cost": None if one.cost is None else f"{one.cost:.2f}",
            "unproven": "" if one.proven else unproven(one, self.language),
            "otherwise": [
                ([self._short(c) for c in names], f"{cost:.2f}")
                for names, cost in one.otherwise if names
            ],
            "decide": next(iter(one.set_aside), one.claims[0] if one.claims else ""),
        }  # fmt: skip

    def claim(self, claim: Claim) -> dict[str, str]:
        """A claim: what, when, how much, who, where, and the sentence it stands in."""
        source = self.sources.get(claim.source)
        title = getattr(source, "title", {}) if source else {}
        return {
            "id": claim.id,
            "figure": self._figure(claim),
            "value": printed(claim, self.account.catalogue, self.language),
            "source": title.get(self.language) or claim.source,
            "date": str(getattr(source, "date", "")) if source else claim.said,
            "place": " ".join(part for part in (claim.file, claim.locator) if part),
            "said": claim.text if claim.start is not None else "",
        }

    def decided(self, one: Decision, gone: bool) -> dict[str, Any]:
        """A decision, and whether what it names is still there."""
        return {
            "verdict": one.verdict, "who": one.who, "when": one.when, "why": one.why,
            "claims": [self._short(c) for c in one.claims], "stale": gone,
        }  # fmt: skip

    def diagnosed(self, one: Diagnosis) -> dict[str, Any]:
        """A rule with its counts and the first places where it fails."""
        catalogue, la = self.account.catalogue, self.language
        more = len(one.failures) - SHOWN
        points = [
            f"{place(p.territory, catalogue, la)} {p.period}: {number(p.value)} "
            f"({number(p.imbalance)})"
            for p in one.failures[:SHOWN]
        ]
        return {
            "verdict": one.verdict, "rule": one.rule, "tested": one.tested, "failed": one.failed,
            "undecided": one.undecided, "named": one.named, "contradicts": one.contradicts,
            "proposed": "–".join(map(number, one.proposed)) if one.proposed else "",
            "failures": [*points, *([f"… +{more}"] if more > 0 else [])],
        }  # fmt: skip

    def _figure(self, claim: Claim) -> str:
        catalogue, la = self.account.catalogue, self.language
        what = subject(claim.expression or "", catalogue, la)
        return " · ".join((what, place(claim.territory, catalogue, la), claim.period))

    def _short(self, name: str) -> str:
        """A claim in one line, by its id."""
        claim = self.account.claims.get(name)
        if claim is None:
            return name
        figure = printed(claim, self.account.catalogue, self.language)
        return f"{self._figure(claim)}: {figure} ({claim.source})"

    def _likely(self, one: Disagreement, claim: Claim) -> str:
        if claim.id not in one.proposed:
            return ""
        value, why = one.proposed[claim.id]
        return f"{number(value, claim.half_width)} ({in_words(why, self.language)})"

    def _picture(self, one: Disagreement) -> Any:
        """What the claims say of the figure that does not fit, and where the others put it."""
        from markupsafe import Markup

        if not one.claims:
            return ""
        first = self.account.claims[one.claims[0]]
        same = [
            claim
            for claim in map(self.account.claims.__getitem__, one.claims[:SIDES])
            if (claim.expression, claim.territory) == (first.expression, first.territory)
            and Period.parse(claim.period).last == Period.parse(first.period).last
        ]
        keys = ((first.expression or "", first.territory, str(period)) for period in (
            Period.parse(first.period), Period.parse(first.period).at_end,
        ))  # fmt: skip
        facts = (self.account.levels.get(k) or self.account.stated.get(k) for k in keys)
        fact = next((f for f in facts if f is not None and f.status != "D"), None)
        lines = [Line(c.source, c.value, c.interval, c.id in one.set_aside) for c in same]
        title = WORDS[self.language]["picture"]
        return Markup(picture(lines, fact.interval if fact else None, title))  # noqa: S704
