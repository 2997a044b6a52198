"""A Vega-Lite spec to SVG, by vl-convert. The same spec gives the same bytes."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType
from typing import Any

# Vega resolves a link such as #users.3 against this address; in the book it stays a fragment.
_BASE = re.compile(r'xlink:href="(?:https://vega\.github\.io/vega-datasets/)?#')


@cache
def _engine() -> ModuleType:
    """The engine with the book's font; loaded when the first chart is drawn."""
    import noto_cjk_sans_otc
    import vl_convert

    vl_convert.register_font_directory(str(noto_cjk_sans_otc.FONT_PATH.parent))
    return vl_convert


def render(spec: dict[str, Any]) -> str:
    """The spec as SVG; elements with an `href` channel are in <a href="#FIGURE-ID">."""
    svg: str = _engine().vegalite_to_svg(spec)
    return _BASE.sub('href="#', svg)
