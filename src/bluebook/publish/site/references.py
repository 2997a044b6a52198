"""The numbered list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from bluebook.write.document import Reference

EMPTY = Markup("")


def safe(url: str) -> str:
    """An address that may be followed; anything but http, https and mailto goes nowhere."""
    return url if re.match(r"(https?://|mailto:)", url, re.I) else "#"


def address(url: str) -> Markup:
    """An address as a link to itself, where it may be followed."""
    if safe(url) == "#":
        return escape(url)
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(url, url)


def listing(references: Iterable[Reference], words: Mapping[str, str]) -> Markup:
    """The list; each entry has an anchor `source-NUMBER`."""
    entries = EMPTY.join(_entry(reference, words) for reference in references)
    return Markup('<ol class="references">\n{}</ol>').format(entries)


def _entry(source: Reference, words: Mapping[str, str]) -> Markup:
    reliability = words.get(source.reliability, source.reliability)
    fine = " · ".join(
        filter(None, (source.publisher, source.date, reliability, source.licence))
    )  # fmt: skip
    where = Markup('<p class="address">{}</p>').format(address(source.address))
    note = Markup('<p class="note">{}</p>').format(source.note)
    return Markup(
        '<li id="source-{}" value="{}"><p class="title"><span class="no">[{}]</span> '
        "<cite>{}</cite></p><p>{}</p>{}{}</li>\n"
    ).format(
        source.number, source.number, source.number, source.title, fine,
        where if source.address else EMPTY, note if source.note else EMPTY,
    )  # fmt: skip
