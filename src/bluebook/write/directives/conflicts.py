"""{conflicts} and {revisions}: where sources disagree, each side with its source."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bluebook.comb.account import SEVERITY, Disagreement
from bluebook.errors import BluebookError
from bluebook.language.expression import names, parse
from bluebook.language.meaning import is_stock
from bluebook.model.claim import Claim
from bluebook.model.fact import Fact
from bluebook.model.period import Period
from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive
from bluebook.write.numbers import Known
from bluebook.write.periods import dated, named
from bluebook.write.phrases import naming
from bluebook.write.reader import Reader
from bluebook.write.titled import titled

_USUAL = ("error", "date", "unsettled", "definition", "rule")


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """A box a disagreement: what each source says, and what the book makes of it."""
    found = _wanted(desk, given, _USUAL)
    return [_box(desk, one) for one in found] or [d.Paragraph((d.Text(desk.words["none"]),))]


def _wanted(desk: Desk, given: Directive, usual: Sequence[str]) -> list[Disagreement]:
    kinds = given.items("kinds") or list(usual)
    for kind in kinds:
        if kind not in SEVERITY:
            raise BluebookError(f":kinds: has {kind!r}", f"kinds: {', '.join(SEVERITY)}")
    about = set(given.items("about"))
    for code in about:
        desk.catalogue.indicator(code)
    found = [
        one
        for one in desk.account.disagreements
        if one.kind in kinds and _claims(desk, one) and (not about or about & _codes(desk, one))
    ]
    return found[: given.whole("top")]


def _claims(desk: Desk, one: Disagreement) -> list[Claim]:
    ids = dict.fromkeys((*one.claims, *one.set_aside, *(c for tie in one.ties for c in tie)))
    found = (desk.account.claims.get(c) for c in ids)
    return [c for c in found if c is not None and c.expression]


def _codes(desk: Desk, one: Disagreement) -> set[str]:
    return {code for c in _claims(desk, one) for code in names(parse(c.expression or "0"))}


def _box(desk: Desk, one: Disagreement) -> d.Box:
    desk.place = f"{desk.slug}/conflict-{desk.count('conflict')}"
    claims = _claims(desk, one)
    subject = next((c for c in claims if c.id in one.set_aside), claims[0])
    key = f"conflict_{one.kind}" if one.kind in ("error", "unsettled") else "conflict_other"
    said = one.message.get(desk.language, "")
    text = desk.words[key] if any(c.isdigit() for c in said) or not said else said
    items = tuple((d.Paragraph(_side(desk, one, claim)),) for claim in claims)
    return d.Box("conflict", (d.Text(subject_of(desk, subject)),),
                 (d.Paragraph((d.Text(text),)), d.Bullets(items)))  # fmt: skip


def _side(desk: Desk, one: Disagreement, claim: Claim) -> tuple[d.Inline, ...]:
    out: list[d.Inline] = [d.Text(subject_of(desk, claim) + desk.words["colon"]),
                           desk.claimed(claim)]  # fmt: skip
    if claim.id in one.set_aside:
        out.append(d.Text(desk.words["set_aside"]))
    value = one.proposed[claim.id][0] if claim.id in one.proposed else math.nan
    if math.isfinite(value):
        origins = tuple(c.id for c in _claims(desk, one))
        likely = Fact(
            expression=claim.expression or "", territory=claim.territory, period=claim.period,
            value=value, lower=value, upper=value, unit=claim.unit, status="E", claims=origins,
        )  # fmt: skip
        times = abs(value / claim.value) if claim.value else 1.0
        shifted = math.isclose(times, 10.0 ** round(math.log10(times or 1.0)), rel_tol=0.01)
        known = Known(claim.half_width * (times if shifted else 1.0))
        out += [d.Text(desk.words["likely"]), desk.put(likely, known=known)]
    return (*out, *_by(desk, claim))


def _by(desk: Desk, claim: Claim) -> tuple[d.Inline, ...]:
    """Who says so."""
    if claim.source not in desk.sources:
        return ()
    source = desk.sources[claim.source]
    title = desk.translated(source.title, claim.source)
    return d.Text(desk.words["said_by"] + title), desk.cite(claim.source)


def subject_of(desk: Desk, claim: Claim) -> str:
    """What a claim is about, in words."""
    expression = parse(claim.expression or "0")
    stock = is_stock(expression, desk.catalogue)
    period = named(Period.parse(claim.period), desk.language, stock=stock)
    parts = (naming(desk, expression), desk.name(claim.territory), period)
    return desk.words["list" if desk.language == "en" else "comma"].join(parts)


def revisions(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """A table of figures that later sources print differently."""
    found = _wanted(desk, given, ("revision",))
    if not found:
        return [d.Paragraph((d.Text(desk.words["none"]),))]
    label, number, title = titled(desk, reader, given, "table")
    heads = ("indicator", "first_said", "source", "last_said", "source")
    header = tuple(
        d.Cell((d.Text(desk.words[h]),), "right" if h.endswith("said") else "left", header=True)
        for h in heads
    )
    rows = []
    for pair in dict.fromkeys(_pair(desk, one) for one in found):
        rows.append(_revised(desk, *(desk.account.claims[c] for c in pair)))
    return [d.Table(label, number, title, (header,), tuple(rows))]


def _pair(desk: Desk, one: Disagreement) -> tuple[str, str]:
    """Ids of an earlier and a later claim: of one figure where there are such, else any two."""
    claims = sorted(_claims(desk, one), key=lambda c: (_date(desk, c), c.id))
    for first in claims:
        for last in reversed(claims):
            same = _figure(first) == _figure(last) and first.value != last.value
            if same and _date(desk, first) < _date(desk, last):
                return first.id, last.id
    return claims[0].id, claims[-1].id


def _figure(claim: Claim) -> tuple[str | None, str, str]:
    return claim.expression, claim.territory, claim.period


def _revised(desk: Desk, first: Claim, last: Claim) -> tuple[d.Cell, ...]:
    cells = [d.Cell((d.Text(subject_of(desk, first)),))]
    for claim in (first, last):
        other = _figure(claim) != _figure(first)
        about = (d.Text(subject_of(desk, claim) + desk.words["colon"]),) if other else ()
        cells.append(d.Cell((*about, desk.claimed(claim)), "right"))
        cite = (desk.cite(claim.source),) if claim.source in desk.sources else ()
        date = dated(_date(desk, claim), desk.language)
        cells.append(d.Cell((d.Text(f"{date} "), *cite)))
    return tuple(cells)


def _date(desk: Desk, claim: Claim) -> str:
    source = desk.sources.get(claim.source)
    return source.date.isoformat() if source else claim.said


DIRECTIVES = (
    Definition("conflicts", ("kinds", "about", "top"), write),
    Definition("revisions", ("kinds", "about", "top", "label"), revisions),
)
