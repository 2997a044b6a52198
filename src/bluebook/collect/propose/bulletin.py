"""The entry of a text that is read as a bulletin."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bluebook.collect.propose.citation import SAMPLES, Entry, comment, head_lines, name_for
from bluebook.collect.propose.times import when

if TYPE_CHECKING:
    from bluebook.edition import Edition


def bulletin_entry(edition: Edition, path: Path, taken: set[str]) -> Entry:
    """The entry of a text that is read as a bulletin."""
    from bluebook.collect.bulletins.reader import Reader
    from bluebook.collect.bulletins.text.script import chinese
    from bluebook.collect.documents import extract

    text = extract(path).text
    claims = Reader(edition.catalogue).read(text)
    places = Counter(c.territory for c in claims)
    known = [c for c in claims if c.expression]
    first = when(text[:200]) or (claims[0].period if claims else edition.book.period)
    title = next((line.strip(" #\t") for line in text.splitlines() if line.strip()), path.stem)
    name = name_for(path, taken)
    more = {
        "digest": path.relative_to(edition.folder / "sources").as_posix(),
        "language": "zh" if chinese(text) else "en",
        "territory": places.most_common(1)[0][0] if places else edition.book.territory,
        "period": first,
    }
    shown = [
        comment(f"reads {_said(c.expression or '', c)}: “{c.text[:60]}”") for c in known[:SAMPLES]
    ]
    counts = (
        f"{path.name}: {len(claims)} figures, {len(claims) - len(known)} of them of unknown names"
    )
    suspect = sum(bool(c.suspect) for c in claims)
    lines = [
        comment(counts + (f", {suspect} suspect" if suspect else "")), *shown,
        *head_lines(name, title[:100], text, edition, more),
    ]  # fmt: skip
    unknown = {c.subject: "not in the catalogue" for c in claims if not c.expression and c.subject}
    return Entry(name, [str(more["digest"])], "\n".join(lines) + "\n", len(known), unknown)


def _said(what: str, claim: Any) -> str:
    return (
        f"{what}@{claim.territory},{claim.period} = {claim.value:,.10g} "
        f"± {claim.half_width:,.4g} {claim.unit}"
    )
