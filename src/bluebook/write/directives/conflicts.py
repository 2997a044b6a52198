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
from bluebook.write.numbers import AS_IS, Known, Style, at
from bluebook.write.periods import dated, named
from bluebook.write.phrases import naming
from bluebook.write.reader import Reader
from bluebook.write.scales import ONE
from bluebook.write.titled import titled

SIDES = 12  # of a disagreement that are listed: one about a whole series has hundreds
_USUAL = ("error", "date", "unsettled", "definition", "rule")


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """A box a disagreement: what each source says, and what the book makes of it."""
    found = [one for one in _wanted(desk, given, _USUAL) if len(_claims(desk, one)) > 1]
    found = found[: given.whole("top")]
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
    return found


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
    title = subject_of(desk, subject)
    aside = set(one.set_aside)
    shown = sorted(claims, key=lambda c: c.id not in aside)[:SIDES]
    listed = shown if len(claims) > SIDES else claims
    items = [(d.Paragraph(_side(desk, one, claim, title)),) for claim in listed]
    if (more := len(claims) - SIDES) > 0:
        items.append((d.Paragraph((d.Text(desk.words["more_sides"].format(count=more)),)),))
    sides = (d.Bullets(tuple(items)),)
    marked = bool(one.set_aside)  # then the sides say what the book makes of them
    verdict = "" if marked else desk.words["unsettled" if one.kind == "unsettled" else "differs"]
    return d.Box("conflict", (d.Text(title + verdict),), sides)


def _side(desk: Desk, one: Disagreement, claim: Claim, title: str) -> tuple[d.Inline, ...]:
    """A statement, named where it is not of the box's own subject."""
    subject = subject_of(desk, claim)
    about = () if subject == title else (d.Text(subject + desk.words["colon"]),)
    marked = (d.Text(desk.words["set_aside"]),) if claim.id in one.set_aside else ()
    value = one.proposed[claim.id][0] if claim.id in one.proposed else math.nan
    if not math.isfinite(value):
        return (*about, desk.claimed(claim), *marked, *_by(desk, claim))
    origins = tuple(c.id for c in _claims(desk, one))
    likely = Fact(
        expression=claim.expression or "", territory=claim.territory, period=claim.period,
        value=value, lower=value, upper=value, unit=claim.unit, status="E", claims=origins,
    )  # fmt: skip
    times = abs(value / claim.value) if claim.value else 1.0
    shifted = math.isclose(times, 10.0 ** round(math.log10(times or 1.0)), rel_tol=0.01)
    known = Known(claim.half_width * (times if shifted else 1.0))
    style, said = AS_IS, at(likely, claim.value)
    if desk.printer.print(said, style, known) == desk.printer.print(likely, style, known):
        style = Style(scale=ONE)  # what they differ in is rounded away: printed in full
    return (
        *about, desk.claimed(claim, style), *marked, d.Text(desk.words["likely"]),
        desk.put(likely, style, known), *_by(desk, claim),
    )  # fmt: skip


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
    found = (_pair(desk, one) for one in _wanted(desk, given, ("revision",)))
    pairs = list(dict.fromkeys(pair for pair in found if pair))[: given.whole("top")]
    if not pairs:
        return [d.Paragraph((d.Text(desk.words["none"]),))]
    label, number, title = titled(desk, reader, given, "table")
    heads = ("indicator", "first_said", "last_said")
    header = tuple(d.Cell((d.Text(desk.words[h]),), header=True) for h in heads)
    rows = [_revised(desk, *(desk.account.claims[c] for c in pair)) for pair in pairs]
    return [d.Table(label, number, title, (header,), tuple(rows))]


def _pair(desk: Desk, one: Disagreement) -> tuple[str, str] | None:
    """Ids of an earlier and a later claim of the same figure; None where there are no such."""
    claims = sorted(_claims(desk, one), key=lambda c: (_date(desk, c), c.id))
    for first in claims:
        for last in reversed(claims):
            same = _figure(first) == _figure(last) and first.value != last.value
            if same and _date(desk, first) < _date(desk, last):
                return first.id, last.id
    return None


def _figure(claim: Claim) -> tuple[str | None, str, str]:
    return claim.expression, claim.territory, claim.period


def _revised(desk: Desk, first: Claim, last: Claim) -> tuple[d.Cell, ...]:
    cells = [d.Cell((d.Text(subject_of(desk, first)),))]
    for claim in (first, last):
        cite = (desk.cite(claim.source),) if claim.source in desk.sources else ()
        date = desk.words["by"].format(period=dated(_date(desk, claim), desk.language))
        cells.append(d.Cell((desk.claimed(claim), d.Text(date), *cite)))
    return tuple(cells)


def _date(desk: Desk, claim: Claim) -> str:
    source = desk.sources.get(claim.source)
    return source.date.isoformat() if source else claim.said


DIRECTIVES = (
    Definition("conflicts", ("kinds", "about", "top"), write),
    Definition("revisions", ("kinds", "about", "top", "label"), revisions),
)
