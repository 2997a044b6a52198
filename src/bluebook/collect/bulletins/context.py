"""What a text is speaking of at a place in it: subject, whole, territory, period, manner."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bluebook.language.expression import Binary, Call, Expression, Name
from bluebook.language.meaning import is_stock
from bluebook.model.catalogue import Catalogue
from bluebook.model.period import Period


@dataclass(frozen=True)
class Subject:
    """What a number is said of: an expression, or words that the catalogue does not know."""

    expression: Expression | None
    words: str = ""

    @property
    def known(self) -> bool:
        return self.expression is not None


@dataclass
class Context:
    """Carried from number to number, sentence to sentence; `fresh()` begins a paragraph.

    `manner` is what the last number was (level, growth, share, change …), `inner` the expression
    whose change "占比较上年提高" and the like speak of. `at_end` says that the period was given as a
    stock's date ("截至5月末").
    """

    territory: str
    period: Period
    at_end: bool = False
    entity: str = ""
    subject: Subject | None = None
    listed: tuple[Subject, ...] = ()
    places: tuple[str, ...] = ()
    manner: str = ""
    inner: Expression | None = None
    whole: Expression | None = None
    within: str = ""
    status: str = ""
    home: str = field(default="")

    def copy(self) -> Context:
        return replace(self)


def unit_code(expression: Expression, catalogue: Catalogue) -> str:
    """The unit of the first indicator an expression names (its own for a bare level)."""
    match expression:
        case Name(code):
            return catalogue.indicator(code).unit
        case Binary(_, left, _):
            return unit_code(left, catalogue)
        case Call(_, arguments, _) if arguments and not isinstance(arguments[0], str):
            return unit_code(arguments[0], catalogue)
        case _:
            return "number"


def stock(expression: Expression, catalogue: Catalogue) -> bool:
    return is_stock(expression, catalogue)
