"""English: the rate of what is spoken of: penetration was 75.9%."""

from __future__ import annotations

from bluebook.collect.bulletins.clause.context import Subject
from bluebook.collect.bulletins.clause.lead import Lead
from bluebook.collect.bulletins.english.onesentence import OneSentence
from bluebook.collect.bulletins.english.settled import SETTLEMENTS
from bluebook.collect.bulletins.lexicon.derived import rated, rates
from bluebook.language.expression import Name


class Rating(OneSentence):
    """Finds the rate that a bare word of one means."""

    def _rate(self, found: Lead) -> Subject | None:
        """The rate of what is spoken of: telephones reached … and the penetration rate 83%."""
        if not found.close or found.subjects[-1].word.plain:
            return None
        words = found.subjects[-1].text
        before = self.subjects.named(found.subjects[-2]) if found.subjects[1:] else None
        known = self.context.subject if before is None else before
        if known is None and found.subjects[-1].word.namings and SETTLEMENTS in self.row.sought:
            return self._met(words)
        if known is None or known.expression is None:
            return None
        for rate in rates(self.catalogue, known.expression).values():
            if self.vocabulary.generic(words, [rate.code]):
                return Subject(rate, words)
        return None

    def _met(self, words: str) -> Subject | None:
        """The one rate of which the text has told before: penetration was 78% in urban areas."""
        known = [
            rate
            for part, rate in rated(self.catalogue)
            if not self.context.met.isdisjoint((part, rate))
            and self.vocabulary.generic(words, [rate])
        ]
        return Subject(Name(known[0]), words) if len(known) == 1 else None
