"""book.xlsx: the tables as printed, the charts' data, every figure with its origins, the sources.

Numbers are real numbers under a format that prints them as the book does. A number leads to its
row in the list of figures, and a figure to the claim it rests on.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bluebook.model.claim import Claim
from bluebook.publish.headings import CLAIM_KEYS, FIGURE_KEYS, REFERENCE_KEYS, WORDS, heads
from bluebook.publish.numeral import numeral
from bluebook.publish.sheet import MAX_LINK, MAX_TEXT, Sheet, Sheets
from bluebook.write import document as d

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def render(books: Mapping[str, d.Book], claims: Mapping[str, Claim]) -> bytes:
    """The workbook of an edition's books, by language. The same books give the same bytes."""
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as workbook:
        first = next(iter(books.values()))
        workbook.set_properties({
            "title": first.title, "author": first.publisher, "company": first.publisher,
            "created": datetime.datetime.fromisoformat(first.issued),
        })  # fmt: skip
        _Writer(workbook, books, claims).write()
    return buffer.getvalue()


class _Writer:
    """All sheets of the workbook."""

    def __init__(
        self, workbook: Workbook, books: Mapping[str, d.Book], claims: Mapping[str, Claim]
    ) -> None:
        self.sheets, self.books, self.claims = Sheets(workbook), books, claims
        self.claim_rows: dict[str, int] = {}
        self.places: dict[str, dict[str, str]] = {}  # language -> figure id -> link to its row
        self.figures: dict[str, dict[str, d.Figure]] = {
            language: {figure.id: figure for figure in book.figures}
            for language, book in books.items()
        }

    def write(self) -> None:
        languages = list(self.books)
        words = [WORDS[language] for language in languages]
        contents = Sheet(self.sheets, " ".join(w["contents"] for w in words))
        shown = {language: list(_numbered(book)) for language, book in self.books.items()}
        # The lists come last in the workbook, but their rows must be known to link to.
        lists = {lang: self.sheets.reserved(WORDS[lang]["figures"]) for lang in languages}
        for language, book in self.books.items():
            self.places[language] = {
                figure.id: f"internal:'{lists[language]}'!A{row}"
                for row, figure in enumerate(book.figures, 5)
            }
        for language, blocks in shown.items():
            contents.title(self.books[language].title)
            for block in blocks:
                name = self._block(language, block, contents.name)
                contents.put(0, _name(language, block), link=f"internal:'{name}'!A1")
                contents.put(1, _plain(block.caption))
                contents.row += 1
            contents.row += 1
        self._claims(" ".join(w["claims"] for w in words), contents)
        for language, book in self.books.items():
            self._figures(language, book, lists[language], contents)
            self._sources(language, book, contents)
        contents.done()

    # Tables and charts ------------------------------------------------------------------------

    def _block(self, language: str, block: d.Table | d.Chart, contents: str) -> str:
        words = WORDS[language]
        name = _name(language, block)
        sheet = Sheet(self.sheets, name)
        sheet.title(f"{name}  {_plain(block.caption)}".strip(), words["back"], contents)
        if isinstance(block, d.Table):
            self._table(language, block, sheet)
        else:
            self._chart(language, block, sheet)
        sheet.row += 1
        for note in block.notes:
            sheet.say(_plain(note))
        if block.sources:
            titles = {r.number: r.title for r in self.books[language].references}
            sheet.say(words["source"])
            for cited in block.sources:
                sheet.say(f"[{cited.number}] {titles.get(cited.number, '')}")
        sheet.done()
        return sheet.name

    def _chart(self, language: str, chart: d.Chart, sheet: Sheet) -> None:
        """The data of a chart: a row for each place on its axis, a column for each series."""
        words = WORDS[language]
        about, *_ = re.split(r"。|\.\s|\.$", chart.alt, maxsplit=1)
        if about:  # its kind, its name and its unit
            sheet.row -= 1
            sheet.say(about)
            sheet.row += 1
        marks = {(mark.at, mark.series): mark for mark in chart.marks}
        series = list(dict.fromkeys(mark.series for mark in chart.marks))
        if len(marks) < len(chart.marks):
            sheet.head([words["series"], words["at"], words["value"]])
            for mark in chart.marks:
                sheet.put(0, mark.series)
                sheet.put(1, mark.at)
                self._number(language, sheet, 2, mark.text, mark.figure)
                sheet.row += 1
            return
        sheet.head([words["at"], *series], first=1)
        for at in dict.fromkeys(mark.at for mark in chart.marks):
            sheet.put(0, at)
            for column, one in enumerate(series, 1):
                if found := marks.get((at, one)):
                    self._number(language, sheet, column, found.text, found.figure)
            sheet.row += 1

    def _table(self, language: str, table: d.Table, sheet: Sheet) -> None:
        look: dict[str, Any]
        for row in table.header:
            look = {"bold": True, "bg_color": "#EEF3F8", "border": 1, "border_color": "#C9D2DC"}
            for column, cell in _placed(row):
                if cell.colspan > 1:
                    self._merge(sheet, column, cell, look)
                else:
                    sheet.put(column, _plain(cell.content), align=cell.align, **look)
            sheet.row += 1
        sheet.sheet.freeze_panes(sheet.row, 1)
        for row in table.rows:
            look = {"bottom": 4, "bottom_color": "#C9D2DC"}
            for column, cell in _placed(row):
                match cell.content:
                    case (d.Printed(text, figure),):
                        self._number(
                            language, sheet, column, text, figure, align=cell.align, **look
                        )
                    case _ if cell.colspan > 1:
                        self._merge(sheet, column, cell, look)
                    case content:
                        sheet.put(column, _plain(content), align=cell.align, **look)
            sheet.row += 1

    def _merge(self, sheet: Sheet, column: int, cell: d.Cell, look: dict[str, Any]) -> None:
        style = self.sheets.style(align=cell.align, **look)
        row, last = sheet.row, column + cell.colspan - 1
        sheet.sheet.merge_range(row, column, row, last, "", style)
        sheet.sheet.write_string(row, column, _plain(cell.content)[:MAX_TEXT], style)

    def _number(
        self, language: str, sheet: Sheet, column: int, text: str, figure: str, **look: Any
    ) -> None:
        """A printed number as a real one, with a link to its figure and its origins as the tip."""
        known = self.figures[language].get(figure)
        tip = ", ".join(known.origins) if known else ""
        link = self.places[language].get(figure, "")
        found = numeral(text)
        look = {"align": "right"} | look
        if found is None:
            sheet.put(column, text, link=link, tip=tip, **look)
        else:
            sheet.put(column, found.value, link=link, tip=tip, num_format=found.form, **look)
            sheet.widen(column, text)

    # Lists ------------------------------------------------------------------------------------

    def _claims(self, name: str, contents: Sheet) -> None:
        wanted = {o for b in self.books.values() for f in b.figures for o in f.origins}
        sheet = Sheet(self.sheets, name)
        sheet.title(name, WORDS[next(iter(self.books))]["back"], contents.name)
        sheet.head(heads(next(iter(self.books)), CLAIM_KEYS))
        for key in sorted(wanted & set(self.claims)):
            self.claim_rows[key] = sheet.row + 1
            sheet.line(getattr(self.claims[key], k) for k in CLAIM_KEYS)
        sheet.done()
        self.claims_sheet = sheet.name
        self._listed(contents, sheet)

    def _figures(self, language: str, book: d.Book, name: str, contents: Sheet) -> None:
        sheet = Sheet(self.sheets, name, reserved=True)
        sheet.title(name, WORDS[language]["back"], contents.name)
        sheet.head(heads(language, [*FIGURE_KEYS, "origin", "further origins"]))
        for figure in book.figures:
            for column, key in enumerate(FIGURE_KEYS):
                sheet.put(column, place(figure) if key == "place" else getattr(figure, key))
            for first in figure.origins[:1]:
                row = self.claim_rows.get(first)
                link = f"internal:'{self.claims_sheet}'!A{row}" if row else ""
                sheet.put(len(FIGURE_KEYS), first, link=link)
            if len(figure.origins) > 1:
                sheet.put(len(FIGURE_KEYS) + 1, " ".join(figure.origins[1:]))
            sheet.row += 1
        sheet.done()
        self._listed(contents, sheet)

    def _sources(self, language: str, book: d.Book, contents: Sheet) -> None:
        name = WORDS[language]["sources"]
        sheet = Sheet(self.sheets, name)
        sheet.title(name, WORDS[language]["back"], contents.name)
        sheet.head(heads(language, REFERENCE_KEYS))
        for reference in book.references:
            for column, key in enumerate(REFERENCE_KEYS):
                value = getattr(reference, key)
                web = key == "address" and value.startswith(("http://", "https://"))
                if key == "date" and (day := _day(value)):
                    sheet.put(column, day, num_format="yyyy-mm-dd")
                else:
                    sheet.put(column, value, link=value if web and len(value) < MAX_LINK else "")
            sheet.row += 1
        sheet.done()
        self._listed(contents, sheet)

    @staticmethod
    def _listed(contents: Sheet, sheet: Sheet) -> None:
        contents.put(0, sheet.name, link=f"internal:'{sheet.name}'!A1")
        contents.row += 1


def place(figure: d.Figure) -> str:
    """Where a figure stands: its table or chart, else its chapter (a paragraph's number shifts)."""
    return re.sub(r"/[a-z]+\d+$", "", figure.place)


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _name(language: str, block: d.Table | d.Chart) -> str:
    kind = WORDS[language]["table" if isinstance(block, d.Table) else "chart"]
    return f"{kind} {block.number or block.label}".strip()


def _placed(row: Iterable[d.Cell]) -> Iterator[tuple[int, d.Cell]]:
    """Cells with the column each begins in."""
    column = 0
    for cell in row:
        yield column, cell
        column += cell.colspan


def _numbered(book: d.Book) -> Iterator[d.Table | d.Chart]:
    """Tables and charts in the order of the book, those in boxes and lists included."""

    def within(blocks: Iterable[d.Block]) -> Iterator[d.Table | d.Chart]:
        for block in blocks:
            match block:
                case d.Table() | d.Chart():
                    yield block
                case d.Box(content=content):
                    yield from within(content)
                case d.Bullets(items=items):
                    for item in items:
                        yield from within(item)

    for chapter in book.chapters:
        yield from within(chapter.blocks)


def _plain(content: Iterable[d.Inline]) -> str:
    """The words of inline content."""
    parts = []
    for it in content:
        match it:
            case d.Strong(inner) | d.Emphasis(inner) | d.Link(inner):
                parts.append(_plain(inner))
            case d.Cite(number=number):
                parts.append(f"[{number}]")
            case d.Break():
                parts.append(" ")
            case d.Text(text) | d.Code(text) | d.Printed(text) | d.Refer(text):
                parts.append(text)
    return "".join(parts)
