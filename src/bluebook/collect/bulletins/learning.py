"""What the catalogue does not know: subjects by frequency, and entries proposed for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

MAX_EXAMPLE = 120


class Unknown(NamedTuple):
    """A subject that no name of the catalogue matches."""

    subject: str
    times: int
    unit: str  # the unit most often printed with its levels
    example: str


def unknown(claims: Iterable[Claim]) -> list[Unknown]:
    """Subjects of claims whose expression is not known, the most frequent first."""
    counts: Counter[str] = Counter()
    units: dict[str, Counter[str]] = defaultdict(Counter)
    examples: dict[str, str] = {}
    for claim in claims:
        if claim.expression is None and claim.subject:
            counts[claim.subject] += 1
            units[claim.subject][claim.unit] += 1
            examples.setdefault(claim.subject, claim.text[:MAX_EXAMPLE])
    found = []
    for subject, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        levels = [u for u, _ in units[subject].most_common() if u not in ("percent", "points")]
        found.append(Unknown(subject, count, levels[0] if levels else "percent", examples[subject]))
    return found


def learn(claims: Iterable[Claim], catalogue: Catalogue, language: str = "zh") -> str:
    """A catalogue file that proposes an indicator for each unknown subject, as YAML.

    A person checks each entry, gives it a code and both names, and moves it to the edition's
    catalogue; nothing is taken over by itself.
    """
    import yaml

    entries: dict[str, object] = {}
    for n, found in enumerate(unknown(claims), 1):
        money = found.unit in ("CNY", "GB", "minutes", "messages")
        entries[f"proposed_{n}"] = {
            "name": {language: found.subject},
            "unit": found.unit if found.unit in catalogue.units else "number",
            "kind": "average" if found.unit == "percent" else "flow" if money else "stock",
            "note": {language: f"{found.times} × … {found.example}"},
        }
    head = "# Proposed by reading. Give each entry a code and both names, check unit and kind.\n"
    body: str = yaml.safe_dump({"indicators": entries}, allow_unicode=True, sort_keys=False)
    return head + body
