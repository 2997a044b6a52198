"""The numbered list of sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from bluebook.publish.site.markup import EMPTY, fill, safe
from bluebook.write.document import Reference


def address(url: str) -> Markup:
    """An address as a link to itself, where it may be followed."""
    if safe(url) == "#":
        return escape(url)
    return fill('<a href="{}" rel="noopener noreferrer">{}</a>', url, url)


def listing(references: Iterable[Reference], words: Mapping[str, str]) -> Markup:
    """The list; each entry has an anchor `source-NUMBER`."""
    entries = EMPTY.join(_entry(reference, words) for reference in references)
    return fill('<ol class="references">\n{}</ol>', entries)


def _entry(source: Reference, words: Mapping[str, str]) -> Markup:
    reliability = words.get(source.reliability, source.reliability)
    fine = " · ".join(filter(None, (source.publisher, source.date, reliability, source.licence)))
    where = fill('<p class="address">{}</p>', address(source.address))
    note = fill('<p class="note">{}</p>', source.note)
    return fill(
        '<li id="source-{}" value="{}"><p class="title"><span class="no">[{}]</span> '
        "<cite>{}</cite></p><p>{}</p>{}{}</li>\n",
        source.number,
        source.number,
        source.number,
        source.title,
        fine,
        where if source.address else EMPTY,
        note if source.note else EMPTY,
    )
