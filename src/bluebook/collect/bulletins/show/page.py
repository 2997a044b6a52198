"""A page that shows texts with their claims marked, and what each of them means. No scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from bluebook.collect.bulletins.show.meaning import (
    claim_period,
    expression_in_words,
    interval_in_words,
    territory_in_words,
)
from bluebook.collect.bulletins.show.style import STYLE
from bluebook.collect.bulletins.text.script import chinese
from bluebook.collect.documents import Document
from bluebook.language.expression import Call, parse
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

# The colour of a claim by its outermost operator; all else is a level.
_KINDS = {
    "yoy": "growth", "growth_since": "growth", "cagr": "growth", "index": "growth",
    "change": "change", "change_since": "change", "pp": "change", "share": "share", "pull": "share",
    "contribution": "share", "completion": "share", "rank": "rank",
}  # fmt: skip
_WORDS = {
    "zh": {
        "level": "水平", "growth": "增长", "change": "变动", "share": "比重与贡献", "rank": "位次",
        "suspect": "存疑", "unknown": "未识别", "plan": "计划或预测", "claims": "处读数", "number": "数字", "meaning": "含义",
        "show": "显示",
        "none": "没有读出任何数字", "to": "到原文", "over": "以上", "nearly": "接近", "about": "约", "up to": "至多",
        "target": "目标", "forecast": "预测", "preliminary": "初步数", "hint": "把鼠标移到标记上或用 Tab 键查看含义；点击到明细。",
    },
    "en": {
        "level": "level", "growth": "growth", "change": "change", "share": "share or contribution", "rank": "rank",
        "suspect": "suspect", "unknown": "not known", "plan": "plan or forecast", "claims": "numbers read",
        "number": "Number", "meaning": "Meaning", "show": "Show", "none": "no number was read",
        "to": "to the text", "over": "over", "nearly": "nearly", "about": "about", "up to": "up to", "target": "target",
        "forecast": "forecast", "preliminary": "preliminary",
        "hint": "Hover over a mark, or reach it by Tab, to see what it means; click it for the details.",
    },
}  # fmt: skip
_ORDER = ("level", "growth", "change", "share", "rank", "unknown", "suspect", "plan")


def to_html(
    found: Sequence[tuple[Document, Sequence[Claim]]],
    catalogue: Catalogue,
    language: str | None = None,
) -> str:
    """One page of the documents read; in the language of the first where none is given."""
    spoken = language or ("zh" if not found or chinese(found[0][0].text) else "en")
    words = _WORDS[spoken]
    everything = [_Marked(n, *one, catalogue, spoken) for n, one in enumerate(found)]
    counts: Counter[str] = Counter()
    for one in everything:
        counts.update(one.kinds)
    names = ", ".join(document.name for document, _ in found)
    legend = "".join(
        f'<label class="{kind}"><input type="checkbox" checked data-kind="{kind}" id="show-{kind}">'
        f"<span>{escape(words[kind])} <b>{counts[kind]}</b></span></label>"
        for kind in _ORDER
        if counts[kind]
    )
    total = f"{sum(counts.values())} {words['claims']}" if counts else words["none"]
    body = "".join(one.section() for one in everything)
    return (
        f'<!doctype html>\n<html lang="{spoken}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(names)}</title><style>{STYLE}</style></head>\n"
        f"<body><header><h1>{escape(names)}</h1><p>{total}. {words['hint']}</p>"
        f"<fieldset><legend>{words['show']}</legend>{legend}</fieldset></header>\n"
        f"<main>{body}</main></body>\n</html>\n"
    )


class _Marked:
    """One document and its claims, in order."""

    def __init__(
        self, n: int, document: Document, claims: Sequence[Claim], catalogue: Catalogue, spoken: str
    ) -> None:
        self.n = n
        self.document = document
        self.catalogue = catalogue
        self.spoken = spoken
        self.words = _WORDS[spoken]
        placed = (c for c in claims if c.start is not None and c.end is not None)
        self.claims = sorted(placed, key=lambda c: (c.start or 0, c.end or 0))
        self.kinds = [_kind(c) for c in self.claims]

    def section(self) -> str:
        """The text, and the table of what its numbers mean."""
        heads = "".join(
            f'<th scope="col">{escape(self.words[head])}</th>' for head in ("number", "meaning")
        )
        rows = "".join(self._rows())
        table = (
            f'<div class="list" tabindex="0" role="region" aria-label="{escape(self.words["meaning"])}">'
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )
        name = escape(self.document.name)
        return (
            f'<section aria-label="{name}"><h2>{name}</h2><div class="both">'
            f'<div class="text">{"".join(self._pieces())}</div>{table if rows else ""}</div></section>'
        )

    def _pieces(self) -> Iterator[str]:
        text, place = self.document.text, 0
        for n, (claim, kind) in enumerate(zip(self.claims, self.kinds, strict=True), 1):
            start, end = claim.start or 0, claim.end or 0
            if start < place:
                continue
            key = f"{self.n}-{n}"
            yield escape(text[place:start])
            yield (
                f'<span class="one"><a class="mark {kind}" id="t{key}" href="#c{key}"'
                f' aria-describedby="d{key}">{escape(text[start:end])}</a>'
                f'<span class="tip" role="tooltip" id="d{key}">{self._tip(claim)}</span></span>'
            )
            place = end
        yield escape(text[place:])

    def _rows(self) -> Iterator[str]:
        for n, (claim, kind) in enumerate(zip(self.claims, self.kinds, strict=True), 1):
            key = f"{self.n}-{n}"
            printed = self.document.text[claim.start or 0 : claim.end or 0]
            expression = escape(claim.expression or claim.subject)
            yield (
                f'<tr id="c{key}" class="{kind}"><th scope="row"><a href="#t{key}" title="{self.words["to"]}">'
                f"{escape(printed)}</a></th><td>{self._tip(claim)}<br><code>{expression}</code></td></tr>"
            )

    def _tip(self, claim: Claim) -> str:
        lines = [f"<b>{escape(self._meaning(claim))}</b>"]
        lines.append(escape(" · ".join((self._where(claim), self._when(claim)))))
        lines.append(escape(self._between(claim)))
        if remarks := self._remarks(claim):
            lines.append(f"<em>{escape(remarks)}</em>")
        return "<br>".join(filter(None, lines))

    def _meaning(self, claim: Claim) -> str:
        if claim.expression is None:
            return f"? {claim.subject}"
        return expression_in_words(parse(claim.expression), self.catalogue, self.spoken)

    def _where(self, claim: Claim) -> str:
        return territory_in_words(claim.territory, self.catalogue, self.spoken)

    def _when(self, claim: Claim) -> str:
        return claim_period(claim, self.catalogue, self.spoken)

    def _between(self, claim: Claim) -> str:
        return interval_in_words(claim, self.catalogue, self.spoken)

    def _remarks(self, claim: Claim) -> str:
        said = [
            self.words.get(claim.bound, claim.bound),
            self.words.get(claim.status, claim.status),
        ]
        if claim.expression is None:
            said.append(self.words["unknown"])
        return " · ".join(filter(None, (*said, claim.suspect, claim.note, claim.locator)))


def _kind(claim: Claim) -> str:
    if claim.suspect:
        return "suspect"
    if claim.expression is None:
        return "unknown"
    if claim.status in ("target", "forecast"):
        return "plan"
    expression = parse(claim.expression)
    return _KINDS.get(expression.operator, "level") if isinstance(expression, Call) else "level"
