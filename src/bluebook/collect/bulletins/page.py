"""A page that shows a text with its claims marked, and what each of them means."""

from __future__ import annotations

import html
from collections.abc import Sequence

from bluebook.collect.documents import Document
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2733; --paper: #fff; --line: #c9d3dc; --known: #d7e8f7;
  --doubt: #f8d9d3; --open: #eee6c8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4eaf0; --paper: #12181f; --line: #3a4653;
  --known: #1d3f5e; --doubt: #5e2a20; --open: #4a4320; } }
body { color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 76rem; padding: 1rem;
  font: 1rem/1.7 system-ui, "Noto Sans CJK SC", sans-serif; }
pre { white-space: pre-wrap; font: inherit; overflow-wrap: anywhere; }
mark { color: inherit; background: var(--known); border-radius: .2rem; padding: 0 .15rem; }
mark.suspect { background: var(--doubt); } mark.unknown { background: var(--open); }
mark:target { outline: 2px solid currentColor; } mark a { color: inherit; }
table { border-collapse: collapse; font-size: .875rem; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .5rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
td.n { text-align: right; white-space: nowrap; }
"""


def to_html(
    document: Document, claims: Sequence[Claim], catalogue: Catalogue, language: str = "zh"
) -> str:
    """One page without scripts: the text on top, a table of the claims below."""
    escape = html.escape
    shown = sorted(
        (c for c in claims if c.start is not None and c.end is not None),
        key=lambda c: (c.start or 0, c.end or 0),
    )
    pieces, place = [], 0
    for n, claim in enumerate(shown, 1):
        start, end = claim.start or 0, claim.end or 0
        if start < place:
            continue
        kind = "suspect" if claim.suspect else "unknown" if claim.expression is None else "known"
        pieces.append(escape(document.text[place:start]))
        pieces.append(
            f'<mark class="{kind}" id="t{n}" title="{escape(_meaning(claim, catalogue, language), quote=True)}">'
            f'<a href="#c{n}">{escape(document.text[start:end])}</a></mark>'
        )
        place = end
    pieces.append(escape(document.text[place:]))
    rows = "".join(
        f'<tr id="c{n}"><td class="n"><a href="#t{n}">{escape(document.text[c.start or 0 : c.end or 0])}</a></td>'
        f"<td>{escape(_meaning(c, catalogue, language))}</td>"
        f"<td><code>{escape(c.expression or '')}</code></td><td>{escape(c.territory)}</td>"
        f'<td>{escape(c.period)}</td><td class="n">{c.value:,.10g} ± {c.half_width:,.4g}</td>'
        f"<td>{escape(c.unit)}</td><td>{escape(' · '.join(filter(None, (c.bound, c.status, c.suspect))))}</td></tr>"
        for n, c in enumerate(shown, 1)
    )
    head = (
        ("数字", "含义", "表达式", "地区", "时期", "值", "单位", "说明")
        if language == "zh"
        else ("Number", "Meaning", "Expression", "Territory", "Period", "Value", "Unit", "Remarks")
    )
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(document.name)}</title><style>{_STYLE}</style></head>\n"
        f"<body><main><h1>{escape(document.name)}</h1><pre>{''.join(pieces)}</pre>\n"
        f"<table><thead><tr>{''.join(f'<th>{h}</th>' for h in head)}</tr></thead>"
        f"<tbody>{rows}</tbody></table></main></body>\n</html>\n"
    )


def _meaning(claim: Claim, catalogue: Catalogue, language: str) -> str:
    """A claim in words: the indicators by name, where and when."""
    from bluebook.language.expression import names, parse

    if claim.expression is None:
        return claim.subject
    said = claim.expression
    for code in sorted(names(parse(claim.expression)), key=len, reverse=True):
        said = said.replace(code, catalogue.indicator(code).name.get(language, code))
    place = catalogue.territories.get(claim.territory)
    where = place.name.get(language, claim.territory) if place else claim.territory
    return f"{where} {claim.period}: {said}"
