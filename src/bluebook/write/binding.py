"""A book of one language: chapters written one by one, then bound.

draft = chapter(edition, path, 3, account, outlook, "en")     # depends on nothing else
book = bind(edition, [draft, …], "en")                        # numbers references; cheap
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from bluebook.comb.account import Account
from bluebook.edition import Edition
from bluebook.errors import BluebookError
from bluebook.files import line_of, read_text
from bluebook.foresee.outlook import Outlook
from bluebook.model.period import Period
from bluebook.write import document as d
from bluebook.write import lint
from bluebook.write.desk import Desk, Draft, Svg
from bluebook.write.inline import plain
from bluebook.write.reader import Reader, markdown

N = TypeVar("N")
_FRONT = ("territory", "period")


def book(
    edition: Edition,
    account: Account,
    outlook: Outlook,
    language: str,
    *,
    svg: Svg | None = None,
) -> d.Book:
    """All chapters of a language, written and bound. `svg` renders a chart's spec."""
    drafts = [
        chapter(edition, path, number, account, outlook, language, svg=svg)
        for path, number in numbered(edition.chapters(language))
    ]
    return bind(edition, drafts, language)


def numbered(paths: Iterable[Path]) -> list[tuple[Path, int]]:
    """Chapter files with their numbers; `00-…` is not numbered (0)."""
    out, number = [], 0
    for path in paths:
        counts = not path.name.startswith("00-")
        number += counts
        out.append((path, number if counts else 0))
    return out


def chapter(  # noqa: PLR0917
    edition: Edition,
    path: Path,
    number: int,
    account: Account,
    outlook: Outlook,
    language: str,
    *,
    svg: Svg | None = None,
) -> Draft:
    """One chapter, complete but for cross references and the numbers of sources.

    The result depends only on the file, the account, the outlook, the edition's settings,
    sources and boundaries, and the language.
    """
    if svg is None:
        from bluebook.write.charts.render import render

        svg = render
    file = str(path.relative_to(edition.folder)) if path.is_absolute() else str(path)
    desk = Desk(
        edition, account, outlook, language, file=file, slug=slug(path), number=number, svg=svg
    )
    text = read_text(path)
    _closed(text, file)
    tokens = markdown().parse(text)
    if tokens and tokens[0].type == "front_matter":
        _front(desk, tokens[0].content)
        tokens = tokens[1:]
    if len(tokens) < 3 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        line = (tokens[0].map or [0])[0] + 1 if tokens else 1
        raise BluebookError(
            "the chapter has no title", "begin it with a line `# Title`", file=file, line=line
        )
    reader = Reader(desk)
    line = (tokens[0].map or [0])[0] + 1
    title = reader.inline(tokens[1].content, line, place=f"{desk.slug}/title")
    lint.check_heading(desk, plain(title), line)
    name = desk.words["chapter"].format(n=number) if number else plain(title)
    desk.label(desk.slug, name, line)
    blocks = reader.walk(tokens[3:], 1)
    return Draft(
        file=file,
        chapter=d.Chapter(desk.slug, number, title, blocks),
        figures=tuple(desk.figures),
        labels=desk.labels,
        lines=desk.lines,
        wanted=tuple(desk.wanted),
        cited=tuple(desk.cited),
        behind=tuple(sorted(desk.behind)),
        warnings=tuple(desk.warnings),
    )


def bind(edition: Edition, drafts: Iterable[Draft], language: str) -> d.Book:
    """The second pass: cross references, numbers of sources, the list of figures."""
    drafts = list(drafts)
    labels = _labels(drafts)
    for draft in drafts:
        for wanted in draft.wanted:
            if wanted.label not in labels:
                raise _missing(draft, wanted.label, wanted.line, labels)
    cited = dict.fromkeys(source for draft in drafts for source in draft.cited)
    behind = {source for draft in drafts for source in draft.behind}
    also = dict.fromkeys(source for source in edition.sources if source in behind)
    order = {source: n for n, source in enumerate({**cited, **also}, 1)}

    def fill(node: Any) -> Any:
        match node:
            case d.Refer("", target):
                return d.Refer(labels[target], target)
            case d.Cite(source, _):
                return d.Cite(source, order[source])
        return node

    settings = edition.book
    return d.Book(
        language=language,
        title=settings.title[language],
        publisher=settings.publisher[language],
        issued=settings.issued.isoformat(),
        notice=settings.notice.get(language, ""),
        chapters=tuple(_changed(draft.chapter, fill) for draft in drafts),
        references=_references(edition, order, language),
        figures=tuple(figure for draft in drafts for figure in draft.figures),
        warnings=tuple(w for draft in drafts for w in draft.warnings),
    )


def slug(path: Path) -> str:
    """`03-users.md` -> `users`."""
    found = re.sub(r"[^a-z0-9-]+", "-", re.sub(r"^\d+[-_]", "", path.stem.lower())).strip("-")
    return found or f"chapter-{path.stem[:2]}"


def _closed(text: str, file: str) -> None:
    """Every directive is closed; an open one would swallow the rest of the chapter."""
    open_: list[tuple[str, int]] = []
    for line, row in enumerate(text.splitlines(), 1):
        if found := re.match(r"(:{3,})\{", row):
            open_.append((found[1], line))
        elif open_ and row.rstrip() == open_[-1][0]:
            open_.pop()
    if open_:
        colons, line = open_[-1]
        raise BluebookError(
            "the directive is not closed", f"end it with a line {colons}", file=file, line=line
        )


def _front(desk: Desk, text: str) -> None:
    """The first-lines block: `territory: CN`, `period: 2020`."""
    for line, row in enumerate(text.splitlines(), 2):
        key, found, value = (part.strip() for part in row.partition(":"))
        if not row.strip():
            continue
        try:
            if not found or key not in _FRONT:
                raise BluebookError(f"unknown key {key!r}", f"the keys are: {', '.join(_FRONT)}")
            if key == "territory":
                desk.territory = desk.catalogue.territory(value).code
            else:
                desk.period = str(Period.parse(value))
        except BluebookError as error:
            raise error.at(file=desk.file, line=line) from None


def _labels(drafts: list[Draft]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for draft in drafts:
        for label, text in draft.labels.items():
            if label in labels:
                raise BluebookError(
                    f"the label {label!r} stands in two chapters",
                    "give each its own",
                    file=draft.file,
                    line=draft.lines[label],
                )
            labels[label] = text
    return labels


def _missing(draft: Draft, label: str, line: int, labels: dict[str, str]) -> BluebookError:
    import difflib

    near = difflib.get_close_matches(label, list(labels), 3)
    remedy = f"did you mean {', '.join(near)}?" if near else "give the block a line :label: …"
    return BluebookError(f"nothing has the label {label!r}", remedy, file=draft.file, line=line)


def _references(edition: Edition, order: dict[str, int], language: str) -> tuple[d.Reference, ...]:
    out = []
    for source, number in order.items():
        entry = edition.sources[source]
        for field in ("title", "publisher"):
            if language not in getattr(entry, field):
                path = edition.folder / "sources" / "sources.toml"
                raise BluebookError(
                    f"{source}: {field} is missing in language {language!r}",
                    f'write {field} = {{zh = "…", en = "…"}}',
                    file=path,
                    line=line_of(path, f"[{source}]"),
                )
        out.append(
            d.Reference(
                number=number,
                id=source,
                title=entry.title[language],
                publisher=entry.publisher[language],
                date=entry.date.isoformat(),
                address=entry.address,
                licence=entry.licence,
                reliability=entry.reliability,
                note=entry.note.get(language, ""),
            )
        )
    return tuple(out)


def _changed(node: N, change: Any) -> N:
    """The tree with `change` applied to each part; what does not change is kept."""
    if isinstance(node, tuple):
        parts = tuple(_changed(part, change) for part in node)
        same = all(a is b for a, b in zip(parts, node, strict=True))
        return node if same else cast(N, parts)
    if not isinstance(node, msgspec.Struct):
        return node
    new = change(node)
    if new is not node:
        return cast(N, new)
    updates = {}
    for field in node.__struct_fields__:
        old = getattr(node, field)
        if isinstance(old, tuple | msgspec.Struct) and (made := _changed(old, change)) is not old:
            updates[field] = made
    return cast(N, msgspec.structs.replace(node, **updates)) if updates else node
