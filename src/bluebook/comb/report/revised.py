"""How figures were revised, for the report: the triangle, its chart, the test of first prints;
breaks declared, with their links, and breaks proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bluebook.comb.account import Account
from bluebook.comb.breaks import links, proposals
from bluebook.comb.report.words import KINDS
from bluebook.comb.vintage import Revision, bias, revisions_of
from bluebook.comb.words import number, place, subject

WIDTH, HEIGHT, EDGE = 640, 150, 28
LONGEST = 60  # rows of the triangle that are shown


def revised(account: Account, sources: Mapping[str, Any], language: str) -> dict[str, Any]:
    """What the page says of vintages: `rows`, `more`, `tests`, `chart`."""
    found = revisions_of(account, sources)
    rows = [
        {
            "figure": _figure(account, one, language),
            "prints": [
                f"{p.date}: {number(p.value, account.claims[p.claim].half_width)} "
                f"({account.claims[p.claim].source})"
                for p in one.prints
            ],
            "total": f"{one.total:+.2f}".replace("-", "−"),
        }
        for one in found[:LONGEST]
    ]
    tests = [
        {
            "what": subject(one.expression, account.catalogue, language),
            "figures": one.figures,
            "mean": f"{one.mean:+.2f}".replace("-", "−"),
            "size": f"{one.size:.2f}",
            "t": f"{one.t:.1f}".replace("-", "−"),
            "sign": f"{one.sign:.2f}",
            "biased": one.biased,
        }
        for one in bias(found)
    ]
    return {"rows": rows, "more": len(found) - len(rows), "tests": tests, "chart": chart(found)}


def _figure(account: Account, one: Revision, language: str) -> str:
    what = subject(one.expression, account.catalogue, language)
    return f"{what} · {place(one.territory, account.catalogue, language)} · {one.period}"


def chart(found: Sequence[Revision]) -> str:
    """Total revisions by the period revised: a dot each, over the line of no revision."""
    shown = [one for one in found if abs(one.total) < 1e6]
    if not shown:
        return ""
    periods = sorted({one.period for one in shown})
    high = max(abs(one.total) for one in shown) or 1.0
    step = (WIDTH - 2 * EDGE) / max(len(periods) - 1, 1)
    middle = HEIGHT / 2
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" class="intervals"><title>'
        f"{escape(f'{len(shown)}: {periods[0]} – {periods[-1]}, ± {high:.2f}')}</title>"
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{middle}" y2="{middle}"/>'
        f'<text x="0" y="14">+{high:.1f}</text><text x="0" y="{HEIGHT - 4}">−{high:.1f}</text>'
        f'<text x="{EDGE}" y="{middle - 6}">{escape(periods[0])}</text>'
        f'<text x="{WIDTH - EDGE}" y="{middle - 6}" text-anchor="end">{escape(periods[-1])}</text>'
    ]
    for one in shown:
        x = EDGE + step * periods.index(one.period)
        y = middle - one.total / high * (middle - 12)
        label = f"{one.expression} {one.territory} {one.period} {one.total:+.2f}"
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"><title>{escape(label)}</title></circle>'
        )
    return "".join([*parts, "</svg>"])


def broken(account: Account, language: str) -> dict[str, Any]:
    """What the page says of breaks: `declared` with their links, and `proposed`."""
    catalogue = account.catalogue
    declared = [
        {
            "figure": f"{subject(one.indicator, catalogue, language)} · "
            f"{place(one.territory, catalogue, language)} · {one.period}",
            "footing": one.footing,
            "kind": KINDS[language].get(one.kind, one.kind),
            "reason": one.reason.get(language, ""),
            "published": number(one.published.value),
            "restated": f"{number(one.restated.lower)}–{number(one.restated.upper)}",
            "factor": f"{one.factor:.4f}",
        }
        for one in links(account)
    ]
    proposed = [
        {
            "figure": f"{subject(one.indicator, catalogue, language)} · {one.period}",
            "figures": one.figures,
            "factor": f"{one.factor:.4f}",
            "entry": one.entry(),
        }
        for one in proposals(account)
    ]
    return {"declared": declared, "proposed": proposed}
