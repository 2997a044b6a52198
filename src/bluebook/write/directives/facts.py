"""{facts}: an automatic paragraph (or list) that says figures in natural wording."""

from __future__ import annotations

from collections.abc import Sequence

from bluebook.errors import BluebookError
from bluebook.write import document as d
from bluebook.write.desk import Desk
from bluebook.write.directive import Definition, Directive
from bluebook.write.prose import SAYS, sentences
from bluebook.write.reader import Reader

OPTIONS = ("of", "territory", "period", "say", "as")
_FORMS = ("paragraph", "list")


def write(desk: Desk, reader: Reader, given: Directive) -> Sequence[d.Block]:
    """A paragraph with a sentence a figure; `as: list` makes a list of them."""
    given.need("of")
    form, say = given.get("as", "paragraph"), given.items("say")
    if form not in _FORMS:
        raise BluebookError(f":as: is {form!r}", f"write {' or '.join(_FORMS)}")
    for word in say:
        if word not in SAYS:
            raise BluebookError(f":say: has {word!r}", f"it may have: {', '.join(SAYS)}")
    place, period = given.get("territory"), given.get("period")
    asked = [desk.query(text, place, period) for text in given.items("of")]
    for query in asked:
        if desk.account.ask(query) is None:
            desk.warn(f"{{facts}}: nothing is known of {query}", given.line_of("of"))
    desk.place = f"{desk.slug}/p{desk.count('p')}"
    said = sentences(desk, asked, say)
    if not said:
        raise BluebookError("{facts} has nothing to say", "ask for figures that a source states")
    if form == "list":
        return [d.Bullets(tuple((d.Paragraph(words),) for words in said))]
    gap = (d.Text(" "),) if desk.language == "en" else ()
    content: list[d.Inline] = []
    for n, words in enumerate(said):
        content += [*(gap if n else ()), *words]
    return [d.Paragraph(tuple(content))]


DIRECTIVES = (Definition("facts", OPTIONS, write),)
