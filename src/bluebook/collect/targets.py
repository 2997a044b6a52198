"""targets.toml -> claims with status target: what plans say, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook.errors import BluebookError
from bluebook.language.expression import parse, show
from bluebook.language.meaning import agree, canonical_period, unit_of
from bluebook.model.claim import BOUNDS, Claim, claim_id
from bluebook.model.period import Period

if TYPE_CHECKING:
    from bluebook.edition import Edition


def collect_targets(edition: Edition) -> list[Claim]:
    """The plan targets as claims; a trace leads to the entry's line in targets.toml."""
    from bluebook.collect.printed import printed
    from bluebook.files import read_text

    path = edition.folder / "targets.toml"
    targets = edition.targets
    if not targets:
        return []
    heads = [
        n
        for n, line in enumerate(read_text(path).splitlines(), 1)
        if line.strip().replace(" ", "") == "[[target]]"
    ]
    if len(heads) != len(targets):
        raise BluebookError("targets are not in tables", "begin each with [[target]]", file=path)
    claims = []
    for line, target in zip(heads, targets, strict=True):
        try:
            if target.source not in edition.sources:
                raise BluebookError(
                    f"unknown source {target.source!r}", "cite it in sources/sources.toml"
                )
            if target.bound not in BOUNDS:
                raise BluebookError(
                    f"unknown bound {target.bound!r}", f"one of {', '.join(BOUNDS[1:])}, or none"
                )
            expression = parse(target.expression)
            edition.catalogue.territory(target.territory)
            period = canonical_period(expression, Period.parse(target.period), edition.catalogue)
            wanted = unit_of(expression, edition.catalogue)
            value, half_width, unit = printed(target.value, target.unit, edition.catalogue, wanted)
            agree(expression, unit, edition.catalogue)
        except BluebookError as error:
            raise error.at(file=path, line=line) from None
        claims.append(
            Claim(
                expression=show(expression),
                territory=target.territory,
                period=str(period),
                value=value,
                half_width=half_width,
                unit=unit,
                source=target.source,
                file="targets.toml",
                locator=target.locator or f"line {line}",
                text=f"{target.value} {target.unit}".strip(),
                status="target",
                bound=target.bound,
                said=edition.sources[target.source].date.isoformat(),
                id=claim_id(target.source, f"targets.toml:{line}", show(expression)),
            )
        )
    return claims
