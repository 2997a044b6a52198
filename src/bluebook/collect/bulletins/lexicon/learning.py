"""What the catalogue does not know: subjects by frequency, and entries proposed for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from bluebook.collect.bulletins.lexicon.vocabulary import vocabulary
from bluebook.collect.bulletins.text.script import chinese, flat
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim

MAX_EXAMPLE = 120


class Unknown(NamedTuple):
    """A subject that no name of the catalogue matches."""

    subject: str
    times: int
    unit: str  # the unit most often printed with its levels
    example: str


def unknown(claims: Iterable[Claim], catalogue: Catalogue | None = None) -> list[Unknown]:
    """Subjects of claims whose expression is not known, the most frequent first.

    With a catalogue, those that it names are left out: there it was not the name that was missing.
    """
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
        if catalogue is not None and _named(subject, catalogue):
            continue
        levels = [u for u, _ in units[subject].most_common() if u not in ("percent", "points")]
        found.append(Unknown(subject, count, levels[0] if levels else "percent", examples[subject]))
    return found


def _named(subject: str, catalogue: Catalogue) -> bool:
    """Does the catalogue know a subject by this name?"""
    words = vocabulary(catalogue, "zh" if chinese(subject) else "en")
    name = flat(subject).lower()
    return any(
        (word := words.word(one)) is not None and word.namings
        for one in (name, name.removesuffix("总数"), name.removesuffix("数"))
    )


def _alike(subject: str, catalogue: Catalogue) -> str:
    """The indicator whose name is most like a subject, "" where none is."""
    words = vocabulary(catalogue, "zh" if chinese(subject) else "en")
    names = {name: word.namings[0].code for name, word in words.index.items() if word.namings}
    near = get_close_matches(flat(subject).lower(), names, n=1, cutoff=0.75)
    return names[near[0]] if near else ""


def learn(claims: Iterable[Claim], catalogue: Catalogue) -> str:
    """A catalogue file that proposes an indicator for each unknown subject, as YAML.

    A person checks each entry, gives it a code and both names, and moves it to the edition's
    catalogue; nothing is taken over by itself. A subject that is much like a known indicator may
    be another name of it, and says so.
    """
    import yaml

    entries: dict[str, object] = {}
    for n, found in enumerate(unknown(claims, catalogue), 1):
        flow = found.unit in ("CNY", "USD", "GB", "minutes", "messages")
        near = _alike(found.subject, catalogue)
        like = f"like {near}, perhaps a synonym of it; " if near else ""
        language = "zh" if chinese(found.subject) else "en"
        entries[f"proposed_{n}"] = {
            "name": {language: found.subject},
            "unit": found.unit if found.unit in catalogue.units else "number",
            "kind": "average" if found.unit == "percent" else "flow" if flow else "stock",
            "note": {language: f"{like}{found.times} × … {found.example}"},
        }
    head = "# Proposed by reading. Give each entry a code and both names, check unit and kind.\n"
    body: str = yaml.safe_dump({"indicators": entries}, allow_unicode=True, sort_keys=False)
    return head + body
