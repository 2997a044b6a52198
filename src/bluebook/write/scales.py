"""Words for large numbers: 万 亿 万亿 and million, billion, trillion."""

from __future__ import annotations

from typing import NamedTuple

from bluebook.errors import BluebookError
from bluebook.model.unit import Unit


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
_ASKED = {
    "zh": (*NATURAL["zh"], Scale("千万", 7), Scale("百万", 6), Scale("千", 3), Scale("百", 2)),
    "en": (*NATURAL["en"], Scale("thousand", 3)),
}


def natural(value: float, place: int, language: str, whole: bool) -> Scale:
    """The scale a writer of the language would take for a value known to this place.

    `whole`: a source prints it to the last unit, which is kept up to six digits.
    """
    size = abs(value)
    if language == "zh" and place <= 0 and size < (1e6 if whole else 1e5):
        return ONE
    return next((s for s in NATURAL[language] if size >= s.factor), ONE)


def common(values: list[float], language: str) -> Scale:
    """One scale for a column: the largest in which at least half the values reach one."""
    sizes = sorted(abs(v) for v in values if v)
    if not sizes:
        return ONE
    middle = sizes[len(sizes) // 2]
    if sizes[-1] < (1e5 if language == "zh" else 1e6):
        return ONE
    return next((s for s in NATURAL[language] if middle >= s.factor), ONE)


class Asked(NamedTuple):
    """A scale and a unit word that a chapter asked for: `in 亿元`, `in million`, `in TB`."""

    scale: Scale
    term: str
    factor: float


def asked(text: str, unit: Unit | None, language: str) -> Asked:
    """Read what stands after `in`."""
    wanted = text.strip()
    terms = dict(unit.terms.get(language, {})) if unit else {}
    terms.setdefault("", 1.0)
    for scale in sorted(_ASKED[language], key=lambda s: -len(s.word)):
        if wanted.startswith(scale.word):
            rest = wanted[len(scale.word) :].strip()
            if rest in terms and (scale.word or rest):
                return Asked(scale, rest, terms[rest])
    scales = ", ".join(s.word for s in _ASKED[language] if s.word)
    words = ", ".join(filter(None, terms)) or "none"
    raise BluebookError(
        f"{wanted!r} is not a scale or unit here", f"scales: {scales}; words of the unit: {words}"
    )
