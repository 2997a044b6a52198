"""Pieces of HTML: whatever is put into them is escaped."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

EMPTY = Markup("")


def fill(template: str, *parts: object) -> Markup:
    """A template of HTML with parts, escaped, for its {}."""
    return Markup(template.format(*map(escape, parts)))  # noqa: S704


def safe(url: str) -> str:
    """An address that may be followed; anything but http, https and mailto goes nowhere."""
    return url if re.match(r"(https?://|mailto:)", url, re.I) else "#"
