"""Words for large numbers: 万 亿 万亿 and million, billion, trillion."""

from __future__ import annotations

from typing import NamedTuple


class Scale(NamedTuple):
    """A word and the power of ten it stands for."""

    word: str
    power: int

    @property
    def factor(self) -> float:
        return 10.0**self.power


ONE = Scale("", 0)
NATURAL = {
    "zh": (Scale("万亿", 12), Scale("亿", 8), Scale("万", 4), ONE),
    "en": (Scale("trillion", 12), Scale("billion", 9), Scale("million", 6), ONE),
}
ASKED = {
    "zh": (*NATURAL["zh"], Scale("千万", 7), Scale("百万", 6), Scale("千", 3), Scale("百", 2)),
    "en": (*NATURAL["en"], Scale("thousand", 3)),
}
_UNSCALED = {"zh": 1e5, "en": 1e6}  # numbers below are written out


def natural(value: float, place: int, language: str, *, whole: bool = False) -> Scale:
    """The scale a writer of the language would take for a value known to this place.

    `whole`: a source prints it to the last unit, which is kept up to six digits.

    >>> natural(98613, 0, "zh").word, natural(1.36e12, 10, "zh").word
    ('', '万亿')
    """
    size = abs(value)
    if place <= 0 and size < (1e6 if whole else _UNSCALED[language]):
        return ONE
    return next((s for s in NATURAL[language] if size >= s.factor), ONE)


def common(values: list[float], language: str) -> Scale:
    """One scale for a column: the largest in which at least half of the values reach one."""
    sizes = sorted(abs(v) for v in values if v)
    if not sizes or sizes[-1] < _UNSCALED[language]:
        return ONE
    middle = sizes[(len(sizes) - 1) // 2]
    if language == "en":  # 0.87 and 6.40 million rather than 870,000 and 6,400,000
        middle = max(middle, min(middle * 10, 1e6))
    return next((s for s in NATURAL[language] if middle >= s.factor), ONE)
