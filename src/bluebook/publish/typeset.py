"""What the templates of the PDF must know of texts: how wide they stand, what stays on one line.

Notes are added to the tree before it goes to Typst, which reads text slowly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil
from typing import Any

Node = dict[str, Any]
JOINER = "\u2060"
_NEVER_FIRST = "；：！？"  # Typst may break a line between a box and these
_INTO_LATIN = re.compile(r"[\u4e00-\u9fff][0-9A-Za-z%]")
_INTO_HAN = re.compile(r"[0-9A-Za-z%][\u4e00-\u9fff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBER = re.compile(r".*?[\d.,%]+(?: (?:thousand|million|billion|trillion))?")
_UNIT_IN_HEAD = re.compile(r"[（(][^（()）]{1,16}[）)]$")
_SHORT = 24  # half widths: what is longer may be broken


def breadth(text: str) -> int:
    """Half widths of a Chinese character; the scripts keep a quarter of an em between them.

    >>> breadth("IPTV"), breadth("用户"), breadth("2020年末")
    (4, 4, 9)
    """
    gaps = len(_INTO_LATIN.findall(text)) + len(_INTO_HAN.findall(text))
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text) + ceil(gaps / 2)


def plain(content: Iterable[Node]) -> str:
    """The words of inline content, without its form."""
    parts = []
    for it in content:
        if it["type"] == "cite":
            parts.append(f"[{it['number']}]")
        elif it["type"] == "break":
            parts.append(" ")
        else:
            parts.append(it["text"] if "text" in it else plain(it["content"]))
    return "".join(parts)


def annotate(node: Any) -> None:
    """Add to all tables and paragraphs under a node what the templates need."""
    if isinstance(node, list | tuple):
        for value in node:
            annotate(value)
    elif isinstance(node, dict):
        match node.get("type"):
            case "table":
                for head, lines in ((True, node["header"]), (False, node["rows"])):
                    for line in lines:
                        for cell in line:
                            _cell(cell, head=head)
            case "paragraph":
                node["content"] = unbroken(node["content"])
            case "tiles":
                node["items"] = [[*item, number(plain(item[1]))] for item in node["items"]]
            case _:
                for value in node.values():
                    annotate(value)


def _cell(cell: Node, *, head: bool) -> None:
    """Its breadth, that of its longest word, and the unit at the end of a head."""
    words = plain(cell["content"])
    unit = _UNIT_IN_HEAD.search(words) if head else None
    rest = words[: unit.start()] if unit else words
    parts = [breadth(part) for part in re.split(r"[\s\u4e00-\u9fff]+", rest)]
    cell["breadth"] = breadth(words)
    cell["word"] = max(4, breadth(unit[0]) if unit else 0, *parts)
    cell["unit"] = [rest, unit[0]] if unit else None


def unbroken(content: Iterable[Node]) -> list[Node]:
    """Inline content in which each short number is `kept` with its unit.

    `gaps` says on which sides it touches a Chinese character of the text around it.
    """
    out: list[Node] = [dict(it) for it in content]
    for n, it in enumerate(out):
        if "content" in it:
            it["content"] = unbroken(it["content"])
        if it["type"] != "printed" or not it["text"] or breadth(it["text"]) > _SHORT:
            continue
        before, after = (out[k] if 0 <= k < len(out) else {} for k in (n - 1, n + 1))
        first = before["text"][-1:] if before.get("type") == "text" else ""
        last = after["text"][:1] if after.get("type") == "text" else ""
        kept, rest = number(it["text"])
        if last and last in _NEVER_FIRST:
            after["text"] = JOINER + after["text"]
        it["kept"], it["rest"] = kept, rest
        it["gaps"] = [bool(_HAN.fullmatch(a) and b.isascii() and (b.isalnum() or b == "%"))
                      for a, b in ((first, it["text"][0]), (last, it["text"][-1]))]  # fmt: skip
    return out


def number(text: str) -> tuple[str, str]:
    """The number with its scale, and the rest; a Chinese number has its unit with it.

    >>> number("242.981 billion minutes"), number("98,613座")
    (('242.981 billion', ' minutes'), ('98,613座', ''))
    """
    found = _NUMBER.match(text)
    if found is None or _HAN.search(text[found.end() :]):
        return text, ""
    return found[0], text[found.end() :]
