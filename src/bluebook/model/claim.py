"""A claim: an expression lies in an interval, and somebody said so somewhere. Never edited."""

from __future__ import annotations

import hashlib

import msgspec

from bluebook.model.interval import INF, Interval

BOUNDS = ("", "over", "nearly", "about", "up to")
STATUSES = ("", "preliminary", "target", "forecast")


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What was said, with its printed precision and its place.

    `value` and `half_width` are in base units; `unit` is the unit's code. `period` and
    `territory` are codes. `start` and `end` are characters of the extracted text of a digest;
    `locator` is the cell (`Sheet1!C7`, `C7`) of a table. `text` is the sentence or the cell
    as printed. `bound` is one of BOUNDS, `status` of STATUSES, `said` an ISO date.
    """

    expression: str | None
    territory: str
    period: str
    value: float
    half_width: float
    unit: str
    source: str
    file: str = ""
    locator: str = ""
    start: int | None = None
    end: int | None = None
    text: str = ""
    status: str = ""
    bound: str = ""
    suspect: str = ""
    subject: str = ""
    said: str = ""
    note: str = ""
    id: str = ""

    @property
    def interval(self) -> Interval:
        """Where the truth lies if the claim is true.

        A bound is one-sided; "about" doubles the half width.
        """
        stated = Interval.around(self.value, self.half_width)
        if self.bound == "over":
            return Interval(Interval.around(self.value, 0).lower, INF)
        if self.bound in ("nearly", "up to"):
            return Interval(-INF, Interval.around(self.value, 0).upper)
        if self.bound == "about":
            return Interval.around(self.value, 2 * self.half_width)
        return stated

    @property
    def is_fact(self) -> bool:
        """May it enter combing? Plans, forecasts, unknown subjects and damage may not."""
        return (
            self.expression is not None
            and self.status not in ("target", "forecast")
            and not self.suspect
        )


def claim_id(source: str, place: str, expression: str | None, n: int = 0) -> str:
    """A short stable name for a claim: the same place gives the same id on every build."""
    seed = f"{source}\n{place}\n{expression}\n{n}"
    return f"{source}:{hashlib.blake2b(seed.encode(), digest_size=6).hexdigest()}"
