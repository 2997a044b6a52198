"""Words that stand between what is said and its number in English: about, a total of, as many as.

They say how round a number is, not what it counts; the half width is another room's.
"""

from __future__ import annotations

HEDGE = (
    r"(?:about|some|over|nearly|around|almost|roughly|just|only|even|barely|a mere"
    r"|(?:slightly |a little |well )?(?:more|less|fewer|higher|lower) than|as (?:many|much) as|at least"
    r"|a (?:further|combined|total|combined total|cumulative|whopping|staggering|record|mere)(?: of)?"
    r"|an (?:average|estimated|aggregate|additional)(?: of)?|another|up to|close to|in excess of)"
)
HEDGES = rf"(?: {HEDGE})*"  # each after its space
HEDGED = rf"(?:{HEDGE} )*"  # each before its space
