"""The article of a saved web page, without its menus, adverts and scripts."""

from __future__ import annotations

import re
from typing import Any

from bluebook.errors import BluebookError

_SKIP = frozenset(
    ("script", "style", "noscript", "nav", "header", "footer", "aside", "form", "iframe", "svg",
     "button", "select", "option", "template", "object", "head", "textarea", "video", "audio")
)  # fmt: skip
_BLOCK = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
     "table", "blockquote", "dd", "dt", "dl", "pre", "figure", "figcaption", "main", "center", "hr",
     "tr", "tbody", "thead", "caption")
)  # fmt: skip
_MENU = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|sidebar|footer|header|comment|advert|ads?|share|related|recommend"
    r"|breadcrumb|copyright|hot|rank|login|search)(?:$|[-_ ])",
    re.IGNORECASE,
)
MAX_DEPTH = 200
MAX_NODES = 400_000


def article(html: str) -> str:
    """The text of the part of a page that holds most of its prose, one block a line."""
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
    main = _main(top)
    title = (root.findtext(".//title") or "").strip()
    lines = [line for line in _lines(main) if line.strip()]
    text = "\n".join(lines)
    heading = re.split(r"[_|–-]", title)[0].strip() if title else ""
    return f"{heading}\n{text}" if heading and heading not in text[:200] else text


def _main(top: Any) -> Any:
    """The deepest element that still holds most of the page's prose."""
    prose: dict[Any, int] = {}
    for count, node in enumerate(top.iter()):
        if count > MAX_NODES:
            break
        if not isinstance(node.tag, str) or node.tag in _SKIP:
            continue
        own = _own(node)
        if own:
            up, depth = node, 0
            while up is not None and depth < MAX_DEPTH:
                if up.tag in _SKIP or (up is not top and _menu(up)):
                    break
                prose[up] = prose.get(up, 0) + own
                up, depth = up.getparent(), depth + 1
    total = prose.get(top, 0)
    if not total:
        return top
    main = top
    while True:
        best = max(
            (c for c in main if c in prose and c.tag in _BLOCK and c.tag not in ("p", "tr", "td")),
            key=lambda c: prose[c],
            default=None,
        )
        if best is None or prose[best] < 0.7 * total:
            return main
        main = best


def _own(node: Any) -> int:
    """Characters of prose directly in a node: links and short scraps do not count."""
    if node.tag in ("a", "title"):
        return 0
    texts = [node.text or "", *(child.tail or "" for child in node)]
    return sum(len(t.strip()) for t in texts if len(t.strip()) > 12)


def _menu(node: Any) -> bool:
    return bool(_MENU.search(f"{node.get('class', '')} {node.get('id', '')}"))


def _lines(top: Any) -> list[str]:
    """The text of an element, a line a block; the cells of a row are parted by tabs."""
    lines: list[str] = [""]

    def add(text: str | None) -> None:
        if text:
            lines[-1] += re.sub(r"\s+", " ", text)

    stack: list[tuple[Any, bool]] = [(top, False)]
    seen = 0
    while stack and seen < 2 * MAX_NODES:
        node, closing = stack.pop()
        seen += 1
        tag = node.tag if isinstance(node.tag, str) else ""
        if closing:
            if tag in _BLOCK:
                lines.append("")
            elif tag in ("td", "th"):
                lines[-1] += "\t"
            if node is not top:
                add(node.tail)
            continue
        if tag in _SKIP or not tag or (node is not top and _menu(node)):
            add(node.tail)
            continue
        if tag in _BLOCK and lines[-1]:
            in_cell = any(up.tag in ("td", "th") for up in node.iterancestors()) and tag != "tr"
            if in_cell:
                lines[-1] += " "
            else:
                lines.append("")
        add(node.text)
        stack.append((node, True))
        stack += [(child, False) for child in reversed(node)]
    return [line.strip(" ") for line in lines]
