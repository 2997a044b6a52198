"""The columns of a page, without its furniture: running heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bluebook.collect.layout.glyphs import Piece

MARGIN = 0.12  # of a page's height: where running heads and feet are looked for
MAX_COLUMNS = 4
_PAGE_NUMBER = re.compile(
    r"[-–—·•\s第共页/|0-9ivx]{1,12}|page \d+(?: (?:of|/) \d+)?", re.IGNORECASE
)


class Page(NamedTuple):
    """What stands on a page, and its size."""

    pieces: list[Piece]
    width: float
    height: float


def furniture(pages: Sequence[Page], body: float) -> set[tuple[int, int]]:
    """Heads and feet, by their places: what stands in a margin of several pages at one height,
    what is set small at the top, and page numbers.
    """
    seen: Counter[tuple[str, int]] = Counter()
    at: dict[tuple[int, int], tuple[str, int]] = {}
    found: set[tuple[int, int]] = set()
    for n, page in enumerate(pages):
        edge = MARGIN * page.height
        outer = [i for i, p in enumerate(page.pieces) if not edge < p.base < page.height - edge]
        shapes = set()
        for i in outer:
            piece = page.pieces[i]
            shape = re.sub(r"\d+", "#", piece.text), round(piece.base / 6)
            at[n, i] = shape
            shapes.add(shape)
            beside = any(
                j != i and abs(page.pieces[j].base - piece.base) < piece.size
                for j in range(max(0, i - 3), min(len(page.pieces), i + 4))
            )
            small = piece.base < edge and piece.size < 0.93 * body
            if small or (not beside and _PAGE_NUMBER.fullmatch(piece.text.strip())):
                found.add((n, i))
        seen.update(shapes)
    often = max(2, len(pages) // 3)
    return found | {place for place, shape in at.items() if seen[shape] >= often}


def columns(found: list[Piece], depth: int = 1) -> Iterator[list[Piece]]:
    """The pieces of each column, in the order in which they are read."""
    gutter = _gutter(found) if depth < MAX_COLUMNS else None
    if gutter is None:
        if found:
            yield found
        return
    across = sorted((p for p in found if p.left < gutter < p.right), key=lambda p: p.base)
    beside = sorted((p for p in found if not p.left < gutter < p.right), key=lambda p: p.base)
    bands: list[tuple[list[Piece], list[Piece]]] = [([], [])]  # a heading, and what is below it
    for piece in sorted([*across, *beside], key=lambda p: p.base):
        crosses = piece.left < gutter < piece.right
        if crosses and bands[-1][1]:
            bands.append(([], []))
        bands[-1][0 if crosses else 1].append(piece)
    for heading, below in bands:
        if heading:
            yield heading
        for side in (
            [p for p in below if p.right <= gutter],
            [p for p in below if p.left >= gutter],
        ):
            yield from columns(side, depth + 1)


def _gutter(found: list[Piece]) -> float | None:
    """Where two columns of prose part; a table's columns do not."""
    if len(found) < 8:
        return None
    low, high = min(p.left for p in found), max(p.right for p in found)
    best: tuple[int, float] | None = None
    for x in sorted({p.right for p in found if low + 0.2 * (high - low) < p.right}):
        if x > low + 0.8 * (high - low):
            break
        after = [p.left for p in found if p.left >= x]
        if not after:
            break
        crossing = sum(p.left < x + 0.5 and p.right > x + 0.5 for p in found)
        if best is None or crossing < best[0]:
            best = crossing, x + min(0.5, max(0.0, (min(after) - x) / 2))
    if best is None:
        return None
    gutter = best[1]
    left = [p for p in found if p.right <= gutter]
    right = [p for p in found if p.left >= gutter]
    if best[0] > min(len(left), len(right)) / 2 or not (_prose(left) and _prose(right)):
        return None
    return gutter


def _prose(side: list[Piece]) -> bool:
    """Are these lines of prose, in one column or more? Most are long, and of one length."""
    if len(side) < 4:
        return False
    widths = sorted(p.right - p.left for p in side)
    full = widths[int(0.9 * len(widths))]
    wide = [p for p in side if p.right - p.left > 0.6 * full and len(p.text) > 8]
    return len(wide) >= 3 and 2 * sum(len(p.text) for p in wide) > sum(len(p.text) for p in side)
