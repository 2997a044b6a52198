"""A text to claims: paragraph by paragraph, sentence by sentence, each number once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from bluebook.collect.bulletins.amounts.told import TELLS, figured, in_words
from bluebook.collect.bulletins.chinese.around import around
from bluebook.collect.bulletins.chinese.strokes import listed
from bluebook.collect.bulletins.chinese.together import together
from bluebook.collect.bulletins.clause.context import Context
from bluebook.collect.bulletins.clause.manner import Teller
from bluebook.collect.bulletins.clause.row import Row
from bluebook.collect.bulletins.clause.tokens import Token, scan
from bluebook.collect.bulletins.doubt import damage
from bluebook.collect.bulletins.english import abroad, headings
from bluebook.collect.bulletins.english.among import among
from bluebook.collect.bulletins.english.around import around as around_here
from bluebook.collect.bulletins.english.asides import without_asides, without_events
from bluebook.collect.bulletins.english.compared import compared
from bluebook.collect.bulletins.english.each import for_each
from bluebook.collect.bulletins.english.ellipsis import taken_up
from bluebook.collect.bulletins.english.elsewhere import beside, strangers
from bluebook.collect.bulletins.english.naming import composed
from bluebook.collect.bulletins.english.parts import parts_of
from bluebook.collect.bulletins.english.population import shares_of_people
from bluebook.collect.bulletins.english.portions import portions
from bluebook.collect.bulletins.english.referring import begun, referred
from bluebook.collect.bulletins.english.regions import SOMEWHERE, regions
from bluebook.collect.bulletins.english.shortly import Spoken
from bluebook.collect.bulletins.english.spans import ended
from bluebook.collect.bulletins.english.taken_up import placed
from bluebook.collect.bulletins.english.usage import per_user
from bluebook.collect.bulletins.english.wholes import whole_of
from bluebook.collect.bulletins.lexicon.derived import counted
from bluebook.collect.bulletins.lexicon.phrases import phrases
from bluebook.collect.bulletins.lexicon.vocabulary import Vocabulary, vocabulary
from bluebook.collect.bulletins.sentence.grammar import Sentence
from bluebook.collect.bulletins.sentence.single import Reading
from bluebook.collect.bulletins.sentence.turning import NO_YEAR
from bluebook.collect.bulletins.setting.digest import Digest
from bluebook.collect.bulletins.setting.document import setting
from bluebook.collect.bulletins.setting.headlines import rebased, redated
from bluebook.collect.bulletins.setting.named import ECONOMY, HEAD, HOME
from bluebook.collect.bulletins.setting.place import at_home
from bluebook.collect.bulletins.setting.prices import based
from bluebook.collect.bulletins.setting.venues import without_venues
from bluebook.collect.bulletins.tables import english, grids, rows
from bluebook.collect.bulletins.tables.found import regions as found_tables
from bluebook.collect.bulletins.tables.heads import Heads
from bluebook.collect.bulletins.text.hints import ENGLISH, Hints
from bluebook.collect.bulletins.text.paragraphs import paragraphs
from bluebook.collect.bulletins.text.script import chinese
from bluebook.collect.bulletins.text.sentences import sentences
from bluebook.collect.bulletins.text.writing import Writing
from bluebook.language.expression import Expression, Name, show
from bluebook.model.catalogue import Catalogue
from bluebook.model.claim import Claim, claim_id
from bluebook.model.period import Period

SAMPLE = 4_000  # characters that tell the language of tables
UNDATED = "no year is named"
UNPLACED = "the place is not named"
# A sentence of a part of what is spoken of.
_AMONG = re.compile(r"[\"' ]*(?:among|of|including|in) (?:them|these|those|which|the total|that)\b")
_POINT = re.compile(r"[ \t]*[*•·◆◇▪●○>–—-] ?(?=\w)")  # how a point of a list begins
# Words of an industry in a paragraph without figures.
_INDUSTRY = ("sector", "sectors", "industry", "market", "firms", "companies", "enterprises",
             "operators", "carriers")  # fmt: skip
# Firms of one kind, which are not the industry: e-commerce firms saw their revenue jump.
_OF_A_KIND = re.compile(
    r"[\"' ]*(?:(?:the )?(?!(?:these|those|such|the|all|major|large|larger|big|main|three|two|both|basic|chinese|domestic|other|its|their|our|leading"
    r"|related|relevant|telecom|telecoms|telecommunications?|internet|express|courier|postal|post|delivery|mobile|state-owned|local|parcel|software|online)\b)"
    r"[a-z]+(?:-[a-z]+)? (?:firms|companies|providers|platforms|retailers|vendors|players) (?:saw|had|posted|reported|recorded|earned|generated|raked|registered|logged)\b"
    r"|providers (?:of|in) (?:the )?(?!telecom|internet|express|courier|postal|mobile|broadband|delivery))"
)
_FIRMS = ENGLISH.group("firms", "companies", "providers", "platforms", "retailers", "vendors", "players")  # fmt: skip
_SAID = Hints(*TELLS, *_INDUSTRY)


def read(
    text: str,
    *,
    catalogue: Catalogue,
    language: str | None,
    territory: str,
    period: str,
    source: str,
    said: str = "",
) -> list[Claim]:
    """The claims of a text, in order.

    `language` None looks at each paragraph. `territory` and `period` hold where the text names
    none; "" takes the first that the text names.
    """
    return Reader(catalogue, language, source, said).read(text, territory, period)


class Reader:
    """Reads texts with one catalogue."""

    def __init__(
        self, catalogue: Catalogue, language: str | None = None, source: str = "", said: str = ""
    ) -> None:
        self.catalogue = catalogue
        self.language = language
        self.source = source
        self.said = said
        self._vocabularies: dict[str, Vocabulary] = {}
        self._tellers: dict[str, Teller] = {}
        self._shown: dict[Expression, str] = {}
        self._dated: dict[Period, str] = {}

    def read(self, text: str, territory: str = "", period: str = "") -> list[Claim]:
        """The claims of a text."""
        writing = Writing(text)
        text = writing.text
        own = setting(writing, self.catalogue, self._words)
        found = Period.parse(period) if period else own.period
        now = found or Period.year_of(NO_YEAR)
        head = writing.flat(0, HEAD)
        place = territory or own.territory
        context = Context(place or HOME, now, at_end=now.months == 1, issued=own.issued, head=head)
        context.standing = context.period, context.at_end
        context.stated = own.stated
        context.based, context.given = based(writing), bool(territory or not place)
        if self._words(text[:SAMPLE]).language == "zh":
            known = self.catalogue.territories.get(place)
            context.monthly = known is not None and known.level == ECONOMY
        begun = context.copy()
        claims: list[Claim] = []
        tabled = found_tables(text, Heads(self._words(text[:SAMPLE]), begun))
        prose = rows.without(text, tabled)
        pointed = False  # was the last paragraph a point of a list?
        digest = Digest(text, self.catalogue, self._words(text[:SAMPLE]))
        for start, end in paragraphs(prose):
            paragraph = text[start:end]
            context.territory = digest.at(start, begun.territory)
            if not context.territory:
                continue
            if not figured(paragraph) and self._passed(writing, start, end, context):
                continue
            words = self._words(paragraph)
            point = words.language == "en" and _POINT.match(paragraph) is not None
            context.begin(words.language, listed=point and pointed)
            pointed = point
            for first, last in sentences(paragraph, words.language):
                claims += self._sentence(writing, start + first, start + last, context, words)
        if stated := english.units_in(text):  # of titles and labels, no figures
            claims = [c for c in claims if not any(a <= (c.start or 0) < b for a, b in stated)]
        claims += grids.read(text, tabled, self.catalogue, begun, self._claim)
        if found is None or not place:
            doubt = UNDATED if found is None else UNPLACED
            claims = [
                msgspec.structs.replace(c, suspect=c.suspect or doubt)
                if not place
                or int(c.period[:4]) <= NO_YEAR + 1  # else its own sentence or head says it
                else c
                for c in claims
            ]
        claims = rebased(redated(claims))
        damage.examine(claims, writing, self.catalogue)
        return claims

    def _passed(self, writing: Writing, start: int, end: int, context: Context) -> bool:
        """Has a paragraph without digits no number? Then it tells at most of an industry."""
        paragraph = writing.text[start:end]
        said = _SAID.said(paragraph)
        if not said and (len(paragraph) >= headings.LONGEST or chinese(paragraph)):
            return True
        plain = writing.flat(start, end)
        if not said.isdisjoint(TELLS) and in_words(plain):
            return False
        if not chinese(paragraph):
            self._named(plain, [], context)
        return True

    def _sentence(
        self, writing: Writing, start: int, end: int, context: Context, words: Vocabulary
    ) -> Iterator[Claim]:
        written = writing.part(start, end)
        if words.language == "en":
            written = abroad.usual(written)
        folded = written.text.replace("\n", " ")
        if words.language == "zh" and "/" in folded:
            folded = listed(folded)
        tokens = scan(folded, words)
        if words.language == "en":
            tokens = self._in_english(
                folded, tokens, context, words, partial(writing.printed, written)
            )
        if not tokens:
            if words.language == "en":  # what follows may go on about what it names
                context.text, context.opening = folded, False
            return
        if context.territory != HOME:
            tokens = at_home(tokens, words.country(context.territory))
        if words.language == "zh" and ("全" in folded or "我" in folded or "本" in folded):
            tokens = around(tokens, context, self.catalogue)
        if words.language == "zh" and "、" in folded:
            tokens = together(folded, tokens, self.catalogue)
        if words.language not in self._tellers:
            points = ("pct",) if words.language == "zh" else ()  # as Chinese brokers write them
            self._tellers[words.language] = Teller(self.catalogue, words.units.words, points=points)
        teller = self._tellers[words.language]
        printed = writing.print[start:end].strip()
        for reading in Sentence(Row(folded, tokens, teller, words), context).read():
            yield self._claim(reading, *written.place(reading.start, reading.end), printed)

    def _in_english(
        self,
        text: str,
        tokens: list[Token],
        context: Context,
        words: Vocabulary,
        printed: Callable[[int, int], str],
    ) -> list[Token]:
        """The tokens with names that no list holds, and with what takes up those before."""
        tokens = without_venues(text, without_events(text, tokens), self.catalogue)
        tokens = around_here(text, tokens, context, self.catalogue)
        if named := [t.word.territory for t in tokens if t.kind == "place"]:
            context.named = tuple(named[-1:])
        if not any(t.kind == "number" for t in tokens):
            return self._named(text, tokens, context)
        known = phrases(self.catalogue)
        if " months" in text or "-month " in text:
            tokens = ended(tokens, context)
        tokens = begun(text, self._named(text, compared(tokens, text), context), words)
        tokens = taken_up(text, tokens, context.recent, known)
        spoken = context.subject.expression if context.subject else None
        spoken = counted(self.catalogue, spoken) or spoken if spoken is not None else None
        code = spoken.code if isinstance(spoken, Name) else ""
        if parts := list(parts_of(text, tokens, code, known.words)):
            tokens = placed(tokens, parts)
        tokens = referred(text, tokens, code, known.words)
        if parts := list(portions(text, tokens, known.words)):
            tokens = placed(tokens, parts)
        if people := list(shares_of_people(text, self.catalogue)):
            tokens = placed(tokens, people)
        tokens = among(text, tokens, known.words)
        tokens = without_asides(text, for_each(text, tokens, words))
        tokens = per_user(text, tokens, words, context.text)
        if context.subject is not None:
            tokens = whole_of(text, tokens, context.subject.expression, self.catalogue)
        if begins := list(beside(text, tokens)):
            tokens = strangers(begins, printed, tokens, known, words)
        if SOMEWHERE in ENGLISH.found(text) and (uncoded := list(regions(text, tokens))):
            tokens = placed(tokens, uncoded)
        return tokens

    def _named(self, text: str, tokens: list[Token], context: Context) -> list[Token]:
        """English: the tokens with names that no list holds; the industry that is spoken of."""
        known = phrases(self.catalogue)
        if "number" in {t.kind for t in tokens}:
            kind = _FIRMS in ENGLISH.found(text) and _OF_A_KIND.match(text) is not None
            one = context.subject
            code = one.expression.code if one and isinstance(one.expression, Name) else ""
            about = () if kind else context.topic
            parts = {x.code for x in context.shares if isinstance(x, Name)}
            last = context.before[0].expression if context.before else None
            spoken = Spoken(
                one.words if one else "",
                code,
                parts,
                last.code if isinstance(last, Name) else "",
                context.text.endswith(";"),
            )
            tokens, topic_now = composed(text, tokens, known, about, spoken)
            if not (context.topic and (kind or _AMONG.match(text))):
                context.topic = topic_now
        elif not _SAID.said(text).isdisjoint(_INDUSTRY):
            context.topic = headings.topic(text, known, context.topic)
        elif headed := headings.heading(text, known):
            context.topic = headed
        elif headings.leaves(text, known, context.topic):
            context.topic = ()
        return tokens

    def _words(self, paragraph: str) -> Vocabulary:
        language = self.language or ("zh" if chinese(paragraph) else "en")
        found = self._vocabularies.get(language)
        if found is None:
            found = self._vocabularies[language] = vocabulary(self.catalogue, language)
        return found

    def _claim(self, reading: Reading, start: int, end: int, text: str) -> Claim:
        expression = None
        if reading.expression is not None:
            expression = self._shown.get(reading.expression)
            if expression is None:
                expression = self._shown[reading.expression] = show(reading.expression)
        period = self._dated.get(reading.period)
        if period is None:
            period = self._dated[reading.period] = str(reading.period)
        return Claim(
            expression=expression,
            territory=reading.territory,
            period=period,
            value=float(reading.value),
            half_width=float(reading.half),
            unit=reading.unit,
            source=self.source,
            start=start,
            end=end,
            text=text,
            status=reading.status,
            bound=reading.bound,
            note=reading.note,
            subject=reading.subject,
            said=self.said,
            id=claim_id(self.source, f"{start}-{end}", expression),
        )
