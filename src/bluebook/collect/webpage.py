"""The article of a saved web page, without its menus, adverts and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bluebook.collect.cells import Cell, lines
from bluebook.errors import BluebookError

_SKIP = frozenset(
    ("script", "style", "noscript", "nav", "header", "footer", "aside", "form", "iframe", "svg",
     "button", "select", "option", "template", "object", "head", "textarea", "video", "audio")
)  # fmt: skip
_BLOCK = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
     "table", "blockquote", "dd", "dt", "dl", "pre", "figure", "figcaption", "main", "center", "hr",
     "tr", "td", "th", "tbody", "thead", "caption", "body")
)  # fmt: skip
_MENU = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|sidebar|footer|foot|header|comments?|advert|ads?|share|related"
    r"|recommend(?:ed)?|breadcrumbs?|crumbs?|copyright|hot|rank|login|search|toolbar|pagination)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MARK = re.compile(r"\s*(?:[\[(（〔]?\d{1,2}[\])）〕]?|[*†‡①-⑳]{1,3})\s*")
_POWER = re.compile(r"(?:10|[mk]m?|米|[×x]10)\s*$")
_BLANK = re.compile(r"[ \t\r\n\f]+")
MAX_DEPTH = 200
MAX_NODES = 400_000
SHORT_CELL = 40  # characters of a cell of figures; longer ones are parts of a page's frame


def article(html: str) -> str:
    """The text of the part of a page that holds most of its prose.

    Blocks are parted by blank lines; a row of a table is a line, its cells parted by tabs.
    """
    from lxml import etree
    from lxml import html as parsing

    if not html.strip():
        return ""
    parser = parsing.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = parsing.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise BluebookError(f"not HTML: {error}", "save the page again") from None
    body = root.find("body")
    top = body if body is not None else root
    page = _Page(top, menus=True)
    if page.total < 0.2 * (everything := _Page(top, menus=False)).total:
        page = everything  # what looks like a menu by its name is the article
    text = page.text(page.main())
    title = (root.findtext(".//title") or "").strip()
    heading = re.split(r"[_|–-]", title)[0].strip() if title else ""
    return f"{heading}\n\n{text}" if heading and heading not in text[:200] else text


class _Page:
    """A page's elements; with `menus`, those that look like menus by their name are left out."""

    def __init__(self, top: Any, *, menus: bool) -> None:
        self.top = top
        self.menus = menus
        self.prose: dict[Any, int] = {}  # characters of prose in an element
        self._skipped: dict[Any, bool] = {}
        for count, node in enumerate(top.iter()):
            if count > MAX_NODES:
                break
            own = _own(node)
            if not own:
                continue
            way = [node]
            while way[-1] is not top and len(way) < MAX_DEPTH:
                way.append(way[-1].getparent())
            if not any(self.skipped(one) for one in way):
                for one in way:
                    self.prose[one] = self.prose.get(one, 0) + own
        self.total = self.prose.get(top, 0)

    def skipped(self, node: Any) -> bool:
        """Is an element none of the article?"""
        found = self._skipped.get(node)
        if found is None:
            found = self._skipped[node] = self._skip(node)
        return found

    def _skip(self, node: Any) -> bool:
        if not isinstance(node.tag, str) or node.tag in _SKIP:
            return True
        if node is self.top:
            return False
        if _HIDDEN.search(node.get("style", "")) or node.get("hidden") is not None:
            return True
        return (
            self.menus and _MENU.search(f"{node.get('class', '')} {node.get('id', '')}") is not None
        )

    def main(self) -> Any:
        """The deepest element that still holds most of the page's prose."""
        main = self.top
        while True:
            best = max(
                (c for c in main if c in self.prose and c.tag in _BLOCK and c.tag != "p"),
                key=lambda c: self.prose[c],
                default=None,
            )
            if best is None or self.prose[best] < 0.7 * self.total:
                break
            main = best
        while main.tag in ("tr", "tbody", "thead") and main is not self.top:
            main = main.getparent()
        return main

    def text(self, main: Any) -> str:
        """The text of an element."""
        out: list[str] = []  # finished blocks
        line: list[str] = []  # the block being made

        def end(blank: str = "\n\n") -> None:
            block = _BLANK.sub(" ", "".join(line)).strip()
            line.clear()
            if block:
                out.append(block + blank)

        stack: list[tuple[Any, bool]] = [(main, False)]
        seen = 0
        while stack and seen < 2 * MAX_NODES:
            node, closing = stack.pop()
            seen += 1
            if not closing and (self.skipped(node) or _is_mark(node, line)):
                line.append(node.tail or "" if node is not main else "")
                continue
            if not closing and node.tag == "table" and (rows := self.rows(node)):
                end()
                out.append(lines(rows) + "\n\n")
                line.append(node.tail or "" if node is not main else "")
                continue
            if node.tag in _BLOCK:
                end("\n" if node.tag == "br" else "\n\n")
            if not closing:
                line.append(node.text or "")
                stack.append((node, True))
                stack += [(child, False) for child in reversed(node)]
            elif node is not main:
                line.append(node.tail or "")
        end()
        return "".join(out).strip()

    def rows(self, table: Any) -> list[list[Cell]]:
        """The rows of a table of figures; none where a table only frames the page."""
        rows: list[list[Cell]] = []
        for row in table.iter("tr", "table"):
            if row.tag == "table":
                if row is not table:
                    return []
                continue
            if self.skipped(row):
                continue
            cells = [c for c in row if c.tag in ("td", "th") and not self.skipped(c)]
            rows.append(
                [
                    Cell(self.text_of_cell(c), _span(c, "colspan"), _span(c, "rowspan"))
                    for c in cells
                ]
            )
        lengths = sorted(len(cell.text) for row in rows for cell in row if cell.text)
        several = sum(len(row) > 1 for row in rows)
        if several < 2 or not lengths or lengths[int(0.8 * (len(lengths) - 1))] > SHORT_CELL:
            return []
        return rows

    def text_of_cell(self, cell: Any) -> str:
        return _BLANK.sub(" ", "".join(self._words(cell))).strip()

    def _words(self, cell: Any) -> Iterator[str]:
        stack: list[tuple[Any, bool]] = [(cell, False)]
        said: list[str] = []
        while stack:
            node, tail = stack.pop()
            if tail:
                said.append(node.tail or "")
                continue
            if node is not cell:
                stack.append((node, True))
            if self.skipped(node) or _is_mark(node, said):
                continue
            said += [" "] * (node.tag in _BLOCK) + [node.text or ""]
            stack += [(child, False) for child in reversed(node)]
        yield from said


def _own(node: Any) -> int:
    """Characters of prose directly in a node: links and short scraps do not count."""
    if not isinstance(node.tag, str) or node.tag in ("a", "title"):
        return 0
    texts = [node.text or "", *(child.tail or "" for child in node)]
    return sum(len(t.strip()) for t in texts if len(t.strip()) > 12)


def _is_mark(node: Any, before: list[str]) -> bool:
    """Is an element the mark of a note, such as <sup>1</sup>?"""
    if node.tag != "sup":
        return False
    return _MARK.fullmatch("".join(node.itertext())) is not None and not _POWER.search(
        "".join(before[-3:])
    )


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return int(value) if value.isdecimal() and len(value) < 4 else 1
