"""The published figures of Guangdong and China: every known conflict, and what else is raised.

    python benchmarks/comb_guangdong.py [--notes]

Reads ../shared/data/guangdong beside the checkout. Prints sections A to D of its conflicts.md row
by row (found? told as? likely value), the further claims that are set aside or disputed, each with
what reading the rows showed, and those raised falsely. `--notes` prints all notes too.
"""

from __future__ import annotations

import datetime
import math
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.comb import known, published
from tests.comb.bodies import Source

from bluebook.comb import Account, Disagreement, comb
from bluebook.model.claim import Claim


def main() -> None:
    """Comb the figures three times: as declared, without breaks, with the raw panel."""
    catalogue, sources = published.catalogue(), published.sources()
    claims = published.claims(catalogue)
    begin = time.process_time()
    account = comb(claims, catalogue, sources)
    took = time.process_time() - begin
    total = sum(1 for _ in published.rows())
    print(f"{len(claims):,} of {total:,} rows are claims; combed in {took:.1f} s CPU")
    for line, row in published.rows():
        if not any(claim.locator == str(line) for claim in claims):
            print(f"  no claim: line {line}, {row['value']} {row['unit_zh']} ({row['basis']})")
    _section("A", known.SECTION_A, account)
    few = published.claims(catalogue, panel=False)
    bare = msgspec.structs.replace(catalogue, breaks=())
    _section("B, undeclared", known.SECTION_B, comb(few, bare, sources))
    _declared(account)
    _panel([*few, *published.panel(catalogue)], account, sources)
    _identities(account)
    _raised(account)
    if "--notes" in sys.argv:
        for one in account.disagreements:
            if one.severity == "note":
                print(f"  {one.kind:11} {one.message['en']}")


def _section(name: str, rows: Iterable[known.Known], account: Account) -> None:
    print(f"\nSection {name}")
    print(f"{'row':15} {'found':6} {'told as':24} {'likely':>14}  the first words")
    right = 0
    rows = list(rows)
    for one in rows:
        told = [d for d in account.disagreements if published.matches(account, d, one)]
        told.sort(key=lambda d: account.claims[d.claims[0]].expression != one.expression)
        fit = [d for d in told if d.kind in one.kinds]
        if not one.kinds:
            raised = (account.claims[c] for c in published.raised(account))
            quiet = (one.expression, one.source) not in {(c.expression, c.source) for c in raised}
            right += quiet
            print(f"{one.name:15} {'-' if quiet else 'RAISED':6} {one.reason}")
            continue
        values = {value for d in fit for value, _ in d.proposed.values()}
        hit = one.value is None or any(math.isclose(v, one.value, rel_tol=1e-3) for v in values)
        right += bool(fit) and hit
        kinds = ", ".join(sorted({d.kind for d in (fit or told)}))
        likely = "" if one.value is None else f"{one.value:,.10g}" if hit else "WRONG"
        words = (fit or told)[0].message["en"][:90] if told else ""
        print(f"{one.name:15} {'yes' if fit else 'NO':6} {kinds:24} {likely:>14}  {words}")
    print(f"{right} of {len(rows)} as conflicts.md has them")


def _declared(account: Account) -> None:
    told = [
        d
        for d in account.disagreements
        if account.claims[d.claims[0]].expression
        in {f"yoy({code})" for code in known.BROKEN} | set(known.BROKEN)
        and d.severity == "error"
    ]
    print(f"Section B, declared: {len(told)} errors about the series that break")


def _panel(claims: list[Claim], account: Account, sources: dict[str, Source]) -> None:
    print("\nSection C, raw/provincial_panel_as_found.csv")
    more = sources | {"panel": Source("aggregator", "", datetime.date(2026, 6, 30))}
    begin = time.process_time()
    found = comb(claims, account.catalogue, more)
    took = time.process_time() - begin
    cells = [claim for claim in found.claims.values() if claim.source == "panel"]
    print(f"{len(cells):,} cells; combed in {took:.1f} s CPU")
    for one in known.SECTION_C:
        told = [
            d
            for d in found.disagreements
            if d.kind == one.kind
            and (not one.code or found.claims[d.claims[0]].expression == one.code)
        ]
        named = {c for d in told for c in d.claims}
        marked = {c.id for c in cells if one.mark and one.mark in c.note.split() and c.value}
        print(
            f"{one.name:12} {len(told):3} disagreements, {len(named):4} cells; "
            f"marked so in the file {len(marked):4}, of them named {len(marked & named):4}"
        )
    listed = {one.code for one in known.SECTION_C}
    for d in found.disagreements:
        if not d.claims:  # about a rule alone
            print(f"  {d.kind:11} {d.message['en'][:150]}")
            continue
        claim = found.claims[d.claims[0]]
        if claim.source == "panel" and (d.kind == "break" or claim.expression not in listed):
            print(f"  {d.kind:11} {d.message['en'][:150]}")


def _identities(account: Account) -> None:
    print("\nSection D")
    for rule in known.SECTION_D:
        told = [d for d in account.disagreements if d.kind == "rule" and rule in d.rules]
        print(f"{'holds' if not told else 'BROKEN':8} {rule}")


def _raised(account: Account) -> None:
    raised = published.raised(account)
    listed = {c for d in _listed(account) for c in _sides(d)} & raised
    further = sorted(raised - listed, key=lambda c: int(account.claims[c].locator))
    print(f"\n{len(raised)} claims set aside or disputed, {len(listed)} of them in section A")
    falsely = 0
    for name in further:
        claim = account.claims[name]
        line = int(claim.locator)
        kind = next(d.kind for d in account.disagreements if name in _sides(d))
        why = known.FURTHER.get(line) or f"FALSE: {known.FALSE.get(line, 'not judged')}"
        falsely += line not in known.FURTHER
        what = f"{claim.expression}@{claim.territory},{claim.period}"
        print(f"  {kind:10} line {line:5} {what[:52]:52} {claim.text:18} {why}")
    rest = len(account.claims) - len(listed) - (len(further) - falsely)
    print(f"raised falsely: {falsely} of {rest:,} remaining claims, {100 * falsely / rest:.2f} %")
    notes = [d for d in account.disagreements if d.severity == "note" and not d.set_aside]
    print(f"{len(notes)} notes that set nothing aside")


def _listed(account: Account) -> Iterator[Disagreement]:
    for one in known.SECTION_A:
        for d in account.disagreements:
            if d.kind in one.kinds and published.matches(account, d, one):
                yield d


def _sides(one: Disagreement) -> set[str]:
    return {*one.set_aside, *(c for tie in one.ties for c in tie)}


if __name__ == "__main__":
    main()
