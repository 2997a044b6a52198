"""How charts look: colours, type, sizes. One place for all kinds."""

from __future__ import annotations

from typing import Any, Final

FONT: Final = "Noto Sans CJK SC"
WIDTH: Final = 480  # pixels of the whole picture: 127 mm in print, a phone's width on a screen
HALF: Final = 298  # of one of two that stand side by side in print
SIZE: Final = 12  # of all text
INK: Final = "#26323e"
SOFT: Final = "#55606d"
GRID: Final = "#dde3e9"
PAPER: Final = "#ffffff"
NOTHING: Final = "#e6e9ec"
# Dark enough to be read as text on white, apart for the colour-blind and in grey print.
PALETTE: Final = ("#1f5a99", "#c2610c", "#0f7d73", "#8a3d7a", "#5f6b76", "#7d6c00")
PALE: Final = "#9db7d3"  # what is not highlighted
RAMP: Final = ("#dbe7f3", "#b3cde6", "#7eaad3", "#457fb8", "#1c4f88")
BANDS: Final = {"95": "#d6e3f0", "80": "#a9c5e0"}


def config() -> dict[str, Any]:
    """Vega-Lite's config for every chart."""
    label = {"labelFont": FONT, "labelFontSize": SIZE, "labelColor": SOFT}
    return {
        "aria": False,
        "background": PAPER,
        "font": FONT,
        "view": {"stroke": None},
        "text": {"font": FONT, "fontSize": SIZE, "color": INK},
        "axis": {
            **label,
            "domainColor": SOFT,
            "gridColor": GRID,
            "labelPadding": 5,
            "ticks": False,
            "title": None,
        },
        "axisY": {"domain": False, "grid": True},
        "axisX": {"grid": False, "labelAngle": 0},
        "legend": {**label, "title": None},
    }


# Advance widths of the font's ASCII characters, from the space on, in thousandths of the size.
_ASCII = (
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
)  # fmt: skip
_OTHER = {"\u2212": 555, "–": 536, "—": 894}


def breadth(text: str, size: float = SIZE) -> float:
    """How wide a text is set, in pixels."""
    mille = 0
    for char in text:
        code = ord(char) - 32
        mille += _ASCII[code] if 0 <= code < len(_ASCII) else _OTHER.get(char, 1000)
    return mille * size / 1000


def wrapped(text: str, limit: float, size: float = SIZE) -> list[str]:
    """A name on as many lines as it needs: at spaces, or anywhere between Chinese characters."""
    lines, line = [], ""
    words = text.split(" ") if " " in text else list(text)
    gap = " " if " " in text else ""
    for word in words:
        longer = f"{line}{gap}{word}" if line else word
        if line and breadth(longer, size) > limit:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
