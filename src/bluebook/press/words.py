"""What the commands print for a person, and what they print as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from bluebook.model.claim import Claim
from bluebook.model.fact import Fact

if TYPE_CHECKING:
    from bluebook.collect.propose import Entry
    from bluebook.comb.account import Disagreement
    from bluebook.comb.binding import Bind
    from bluebook.comb.breaks import Link, ProposedBreak
    from bluebook.comb.rules.diagnosis import Diagnosis
    from bluebook.comb.rules.outliers import Outlier
    from bluebook.comb.vintage import Bias, Revision
    from bluebook.foresee.outlook import Outlook
    from bluebook.press.build import Press

WIDTH = 46
FAILURES = 5  # shown of a rule
SIDES = 20  # claims shown of a disagreement


def plain(row: Any) -> Any:
    """Structs as dictionaries; infinite and undefined numbers as null."""
    if isinstance(row, msgspec.Struct):
        row = {name: getattr(row, name) for name in row.__struct_fields__}
    if isinstance(row, dict):
        return {str(k): plain(v) for k, v in row.items()}
    if isinstance(row, list | tuple):
        return [plain(v) for v in row]
    if isinstance(row, float):
        if not math.isfinite(row):
            return None
        return int(row) if row == int(row) and abs(row) < 2**53 else row
    return row


def number(value: float) -> str:
    """A number for the eye: grouped, at most six significant decimals."""
    if not math.isfinite(value):
        return "…"
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"


def _cut(text: str, width: int = WIDTH) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def claims_table(claims: Sequence[Claim]) -> str:
    """How many claims each source brought."""
    count: dict[str, list[int]] = {}
    for claim in claims:
        row = count.setdefault(claim.source, [0, 0, 0])
        row[0] += 1
        row[1] += claim.expression is None
        row[2] += bool(claim.suspect)
    width = max([len(s) for s in count] or [6])
    lines = [f"{'source':{width}}  claims  unknown  suspect"]
    lines += [f"{s:{width}}  {a:6}  {b:7}  {c:7}" for s, (a, b, c) in count.items()]
    lines.append(f"{'':{width}}  {len(claims):6}")
    return "\n".join(lines)


def proposals_text(found: Sequence[Entry]) -> str:
    """Proposed entries of sources.toml; as comments the files that nothing is proposed for."""
    from bluebook.collect.propose.citation import comment

    parts = []
    for one in found:
        missed = [comment(f"{file}: {why}") for file in one.files for why in one.remarks]
        parts.append(one.toml or "\n".join(missed) + "\n")
    return "\n".join(parts) if parts else "# every file is cited, and every mapping reads something"


def uncited_lines(press: Press, paths: Sequence[Path]) -> str:
    """Files that no source cites, and what helps."""
    folder = press.edition.folder
    names = ", ".join(str(p.relative_to(folder)) for p in paths[:5])
    more = f" and {len(paths) - 5} more" if len(paths) > 5 else ""
    return (
        f"no source cites {names}{more}\n"
        f"  remedy: bluebook collect {folder} --propose prints entries for sources/sources.toml"
    )


def read_lines(claims: Sequence[Claim]) -> Iterator[str]:
    """Claims as read, one a line: what, where, when, how much, and the words."""
    for claim in claims:
        what = claim.expression or f"? {claim.subject}"
        head = _cut(f"{what}@{claim.territory},{claim.period}", 60)
        mark = f" [{claim.bound or claim.status}]" if claim.bound or claim.status else ""
        doubt = f"  suspect: {claim.suspect}" if claim.suspect else ""
        yield (
            f"{head:60} {number(claim.value):>20} ± {number(claim.half_width)} {claim.unit}{mark}"
            f"  “{_cut(claim.text, 40)}”{doubt}"
        )
    yield f"{len(claims)} claims"


def facts_table(press: Press, facts: Sequence[Fact]) -> str:
    """Facts, one a line: the figure, its bounds, unit, status, number of claims."""
    lines = []
    for fact in facts:
        head = _cut(f"{fact.expression}@{fact.territory},{fact.period}", 60)
        bounds = f"[{number(fact.lower)}, {number(fact.upper)}]"
        lines.append(
            f"{head:60} {number(fact.value):>20} {fact.unit:12} {bounds:44} "
            f"{fact.status} {len(fact.claims)} claims"
        )
    return "\n".join(lines) if lines else "no facts"


def binding_lines(press: Press, found: Sequence[Bind]) -> Iterator[str]:
    """Why each level lies where it does: the claims that bind it from below and from above."""
    claims = press.account().claims

    def said(names: Sequence[str]) -> Iterator[str]:
        for claim in (claims[c] for c in names):
            at = f"{claim.expression}@{claim.territory},{claim.period}"
            half = f" ± {number(claim.half_width)}" if claim.half_width else ""
            bound = f"{claim.bound} " if claim.bound else ""
            yield f"        {at} = {bound}{number(claim.value)}{half}  ({claim.source})"

    for one in found:
        yield f"{one.expression}@{one.territory},{one.period}"
        if set(one.lower) == set(one.upper):
            yield f"    from {number(one.at_least)} to {number(one.at_most)}, by"
            yield from said(one.lower)
        else:
            yield f"    at least {number(one.at_least)}, by"
            yield from said(one.lower)
            yield f"    at most {number(one.at_most)}, by"
            yield from said(one.upper)
        for rule in one.rules:
            yield f"    and the rule {rule}"


def disagreements(press: Press, found: Sequence[Disagreement]) -> str:
    """Disagreements with their claims side by side."""
    from bluebook.comb.report import unproven

    language = press.edition.book.languages[0]
    claims = press.account().claims
    lines: list[str] = []
    for one in found:
        lines.append(f"{one.severity}: {one.kind}: {one.message.get(language, '')}")
        aside, sides = set(one.set_aside), {c for tie in one.ties for c in tie}
        for name in one.claims[:SIDES]:
            claim = claims[name]
            mark = "set aside" if name in aside else "a side" if name in sides else "kept"
            lines.append(
                f"    {mark:9}  {claim.source}  {claim.file} {claim.locator}  "
                f"{_cut(claim.text, 70)}"
            )
            if name in one.proposed:
                value, why = one.proposed[name]
                lines.append(f"               likely {number(value)}: {why}")
        if (more := len(one.claims) - SIDES) > 0:
            lines.append(f"    and {more:,} more (--json lists all)")
        if not one.proven:
            lines.append(f"    cost {one.cost:.2f}: {unproven(one, language)}")
    count = sum(one.severity == "error" for one in found)
    lines.append(f"{len(found)} disagreements, {count} of them errors")
    return "\n".join(lines)


def rules_table(found: Sequence[Diagnosis]) -> str:
    """Rules, one a line: the verdict, how often tested and failed, and where."""
    lines = [f"{'verdict':14} {'tested':>6} {'failed':>6} {'open':>5} {'named':>5}  rule"]
    for one in found:
        lines.append(
            f"{one.verdict:14} {one.tested:6} {one.failed:6} {one.undecided:5} {one.named:5}  "
            f"{one.rule}"
        )
        if one.contradicts:
            lines.append(f"    cannot hold with: {'; '.join(one.contradicts)}")
        if one.forces_zero:
            lines.append(f"    leaves nothing but zero to: {', '.join(one.forces_zero)}")
        if one.proposed:
            low, high = map(number, one.proposed)
            lines.append(f"    most figures lie in [{low}, {high}]")
        lines += [
            f"    {point.severity}: {point.territory}, {point.period}: {number(point.value)}; "
            f"off by {number(point.imbalance)}"
            for point in one.failures[:FAILURES]
        ]
        if (more := len(one.failures) - FAILURES) > 0:
            lines.append(f"    and {more} more (--json lists all)")
    return "\n".join(lines)


def outliers_table(press: Press, found: Sequence[Outlier]) -> str:
    """Growth that stands out, one a line."""
    language = press.edition.book.languages[0]
    return "\n".join([*(one.message[language] for one in found), f"outliers: {len(found)}"])


def breaks_table(found: Sequence[Link | ProposedBreak]) -> str:
    """Links across declared breaks, a line each; proposed breaks as entries for a catalogue."""
    from bluebook.comb.breaks import ProposedBreak

    lines = []
    for one in found:
        if isinstance(one, ProposedBreak):
            lines += [f"proposed, from {one.figures} growth rates:", one.entry()]
            continue
        at = f"{one.indicator}@{one.territory},{one.period}"
        lines.append(
            f"{_cut(at, 52):52} {number(one.published.value):>20} on {one.footing}: "
            f"[{number(one.restated.lower)}, {number(one.restated.upper)}] "
            f"factor {one.factor:.4f}  {one.kind}"
        )
    return "\n".join(lines) if lines else "no breaks"


def revisions_table(found: Sequence[Revision | Bias]) -> str:
    """The triangle, a figure a line, then the test of first prints."""
    from bluebook.comb.vintage import Revision

    lines = []
    for one in found:
        if isinstance(one, Revision):
            at = f"{one.expression}@{one.territory},{one.period}"
            prints = "  ".join(f"{p.date}: {number(p.value)}" for p in one.prints)
            lines.append(f"{_cut(at, 60):60} {one.total:+9.2f}  {prints}")
        else:
            verdict = "  first prints biased" if one.biased else ""
            lines.append(
                f"{_cut(one.expression):46} {one.figures:4} figures, mean {one.mean:+.2f}, mean "
                f"absolute {one.size:.2f}, t {one.t:+.1f}, sign test p {one.sign:.2f}{verdict}"
            )
    return "\n".join(lines) if lines else "no revisions"


def outlook_table(press: Press, outlook: Outlook) -> str:
    """Projections with the figures of their backtests, and targets with their progress."""
    language = press.edition.book.languages[0]
    lines = []
    for name, series in outlook.series.items():
        lines.append(f"{name}: {series.expression}@{series.territory} {series.model}")
        if series.too_short:
            lines.append(f"    {series.too_short.get(language, '')}")
        if series.backtest is not None:
            test = series.backtest
            lines.append(
                f"    backtest of {test.origins} origins: sMAPE {test.smape:.2f} %, seasonal naive "
                f"{test.smape_naive:.2f} %, MASE {test.mase:.2f}, coverage "
                f"{test.coverage80:.0f}/{test.coverage95:.0f} %"
            )
        for step in (*series.ahead, *([series.total] if series.total else [])):
            lines.append(
                f"    {step.period:18} {number(step.value):>18}   80% [{number(step.lower80)}, "
                f"{number(step.upper80)}]   95% [{number(step.lower95)}, {number(step.upper95)}]"
            )
    for target in outlook.targets:
        name = target.name.get(language) or target.expression
        reached = number(target.reached.value) if target.reached else "…"
        lines.append(f"{name}: {number(target.target.value)} by {target.period}; reached {reached}")
    return "\n".join(lines) if lines else "no series in outlook.toml and no targets"


def tree_lines(press: Press, tree: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """A trace as an indented tree."""
    pad = "    " * depth
    if "claim" in tree:
        language = press.edition.book.languages[0]
        place = f"characters {tree['start']}-{tree['end']}" if tree["start"] is not None else ""
        title = tree["title"].get(language, "")
        yield f"{pad}- {tree['source']}: {title} ({tree['date']}) {tree['address']}"
        yield f"{pad}  {tree['file']} {tree['locator']} {place}: {tree['text']}"
        return
    head = f"{tree['expression']}@{tree['territory']},{tree['period']}"
    if tree.get("text"):
        yield f"{pad}“{tree['text']}” at {tree['place']}"
    yield (
        f"{pad}{head} = {number(tree['value'])} {tree['unit']} "
        f"[{number(tree['lower'])}, {number(tree['upper'])}] {tree['status']}"
    )
    if tree["formula"]:
        yield f"{pad}  computed: {tree['formula']}"
    yield from _under(press, tree["children"], depth + 1)
    if tree.get("set_aside"):
        yield f"{pad}  set aside:"
        yield from _under(press, tree["set_aside"], depth + 1)


def _under(press: Press, trees: Iterable[dict[str, Any]], depth: int) -> Iterator[str]:
    for tree in trees:
        yield from tree_lines(press, tree, depth)
