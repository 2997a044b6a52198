"""Disagreements as one page of HTML that a statistician works from: no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bluebook.comb.account import Account, Disagreement
from bluebook.comb.words import number, place, printed, subject
from bluebook.model.claim import Claim

WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "title": "不一致之处", "error": "错误", "warning": "待定", "note": "说明",
        "set aside": "不予采用", "side": "一说", "kept": "采用", "figure": "指标",
        "value": "所印数字", "source": "来源", "date": "日期", "place": "位置",
        "likely": "可能应为", "none": "没有不一致之处。", "rule": "关系式",
        "decide": "写入 decisions.toml 以定取舍：",
    },
    "en": {
        "title": "Disagreements", "error": "Errors", "warning": "Open", "note": "Notes",
        "set aside": "set aside", "side": "one side", "kept": "kept", "figure": "Figure",
        "value": "As printed", "source": "Source", "date": "Date", "place": "Place",
        "likely": "likely", "none": "There are no disagreements.", "rule": "Rule",
        "decide": "To decide, write into decisions.toml:",
    },
}  # fmt: skip

PAGE = """<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ w.title }}</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
nav a { margin-right: 1.5rem; }
article { border-left: .3rem solid; padding: .2rem 1rem 1rem; margin: 1.5rem 0; }
.error { border-color: #b3261e; }
.warning { border-color: #9a6700; }
.note { border-color: #57606a; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-top: 1px solid #8888; }
td.value { white-space: nowrap; font-variant-numeric: tabular-nums; }
tr.aside td.value { text-decoration: line-through; }
.scroll { overflow-x: auto; }
pre { background: #8882; padding: .6rem; overflow-x: auto; }
</style></head><body>
<h1>{{ w.title }}</h1>
{% if not groups %}<p>{{ w.none }}</p>{% endif %}
<nav>{% for name, items in groups %}<a href="#{{ name }}">{{ w[name] }} ({{ items|length }})</a>
{% endfor %}</nav>
{% for name, items in groups %}
<h2 id="{{ name }}">{{ w[name] }}</h2>
{% for one in items %}
<article class="{{ name }}" id="d{{ one.number }}">
<h3>{{ one.kind }}</h3><p>{{ one.message }}</p>
<div class="scroll"><table><thead><tr><th></th><th>{{ w.figure }}</th><th>{{ w.value }}</th>
<th>{{ w.source }}</th><th>{{ w.date }}</th><th>{{ w.place }}</th></tr></thead><tbody>
{% for c in one.claims %}
<tr class="{{ 'aside' if c.state == 'set aside' else '' }}"><td>{{ w[c.state] }}</td>
<td>{{ c.figure }}</td><td class="value">{{ c.value }}</td><td>{{ c.source }}</td>
<td>{{ c.date }}</td><td>{{ c.place }}
{% if c.likely %}<br><strong>{{ w.likely }} {{ c.likely }}</strong>{% endif %}</td></tr>
{% endfor %}</tbody></table></div>
{% if one.rules %}<p>{{ w.rule }}: {% for r in one.rules %}<code>{{ r }}</code>
{% endfor %}</p>{% endif %}
{% if name != "note" %}<details><summary>{{ w.decide }}</summary>
<pre>[[decision]]
claims = ["{{ one.claims[0].id }}"]
verdict = "reject"   # believe | reject | both
who = ""
when = {{ today }}
why = ""</pre></details>{% endif %}
</article>
{% endfor %}{% endfor %}
</body></html>
"""


def html(
    account: Account, sources: Mapping[str, Any], language: str = "zh", today: str = "2021-01-01"
) -> str:
    """The report. `sources` have `title`, `publisher` and `date`; `today` dates the decision
    that is offered for copying."""
    from jinja2 import Environment

    groups = [
        (severity, [_told(account, sources, k, one, language) for k, one in found])
        for severity in ("error", "warning", "note")
        if (
            found := [(k, d) for k, d in enumerate(account.disagreements) if d.severity == severity]
        )
    ]
    page = Environment(autoescape=True).from_string(PAGE)
    return page.render(language=language, w=WORDS[language], groups=groups, today=today)


def _told(
    account: Account, sources: Mapping[str, Any], k: int, one: Disagreement, language: str
) -> dict[str, Any]:
    sides = {c for tie in one.ties for c in tie}
    return {
        "number": k,
        "kind": one.kind,
        "message": one.message[language],
        "rules": one.rules,
        "claims": [
            _claim(account, sources, account.claims[c], language)
            | {
                "state": "set aside" if c in one.set_aside else "side" if c in sides else "kept",
                "likely": _likely(one, account.claims[c]),
            }
            for c in one.claims
        ],
    }


def _likely(one: Disagreement, claim: Claim) -> str:
    if claim.id not in one.proposed:
        return ""
    value, why = one.proposed[claim.id]
    return f"{number(value, claim.half_width)} ({why})"


def _claim(
    account: Account, sources: Mapping[str, Any], claim: Claim, language: str
) -> dict[str, str]:
    source = sources.get(claim.source)
    title = getattr(source, "title", {}) if source else {}
    where = [claim.file, claim.locator, claim.text if claim.start is not None else ""]
    return {
        "id": claim.id,
        "figure": " · ".join(
            (
                subject(claim.expression or "", account.catalogue, language),
                place(claim.territory, account.catalogue, language),
                claim.period,
            )
        ),
        "value": printed(claim, account.catalogue, language),
        "source": title.get(language) or claim.source,
        "date": str(getattr(source, "date", "")) if source else claim.said,
        "place": " ".join(part for part in where if part),
    }
