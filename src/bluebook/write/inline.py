"""Inline Markdown to the document's inline parts; roles are written on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from markdown_it.token import Token

from bluebook.errors import BluebookError
from bluebook.write import document as d
from bluebook.write import lint
from bluebook.write.roles import role

if TYPE_CHECKING:
    from bluebook.write.desk import Desk

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2014\u2026]")
_SPANS: dict[str, Callable[[tuple[d.Inline, ...]], d.Inline]] = {
    "strong_close": d.Strong,
    "em_close": d.Emphasis,
}


def inline(tokens: Sequence[Token], desk: Desk, line: int) -> tuple[d.Inline, ...]:
    """The content of one inline token whose text begins at `line` of the chapter."""
    stack: list[list[d.Inline]] = [[]]
    links: list[str] = []
    for n, token in enumerate(tokens):
        here = stack[-1]
        match token.type:
            case "text" | "text_special":
                for warning in lint.statistics(token.content, desk.names_with_digits):
                    desk.warn(warning, line)
                here.append(d.Text(token.content))
            case "softbreak":
                line += 1
                here.append(d.Text(_gap(tokens, n)))
            case "hardbreak":
                line += 1
                here.append(d.Break())
            case "code_inline":
                here.append(d.Code(token.content))
            case "myst_role":
                try:
                    here.extend(role(token.meta["name"])(desk, token.content.strip(), line))
                except BluebookError as error:
                    raise error.at(file=desk.file, line=line) from None
                line += token.content.count("\n")
            case "strong_open" | "em_open":
                stack.append([])
            case "link_open":
                links.append(_address(str(token.attrGet("href") or ""), desk, line))
                stack.append([])
            case "strong_close" | "em_close":
                stack[-2].append(_SPANS[token.type](_joined(stack.pop())))
            case "link_close":
                stack[-2].append(d.Link(_joined(stack.pop()), links.pop()))
            case _:
                raise BluebookError(
                    f"{token.type.replace('_', ' ')} has no place in a chapter",
                    "use text, emphasis, links, roles and directives; see docs/writing.md",
                    file=desk.file,
                    line=line,
                )
    return _joined(stack[0])


def plain(content: Sequence[d.Inline]) -> str:
    """The text of inline parts, without marks."""
    texts = []
    for part in content:
        match part:
            case d.Text(text) | d.Code(text) | d.Printed(text) | d.Refer(text):
                texts.append(text)
            case d.Strong(inner) | d.Emphasis(inner) | d.Link(inner):
                texts.append(plain(inner))
            case d.Break():
                texts.append(" ")
            case d.Cite(_, number):
                texts.append(f"[{number}]" if number else "")
    return "".join(texts)


def _joined(parts: Sequence[d.Inline]) -> tuple[d.Inline, ...]:
    """Neighbouring texts become one."""
    out: list[d.Inline] = []
    for part in parts:
        if isinstance(part, d.Text) and out and isinstance(out[-1], d.Text):
            out[-1] = d.Text(out[-1].text + part.text)
        elif not isinstance(part, d.Text) or part.text:
            out.append(part)
    return tuple(out)


def _gap(tokens: Sequence[Token], n: int) -> str:
    """A line break between two Chinese characters is nothing; elsewhere it is a space."""
    before = tokens[n - 1].content[-1:] if n else ""
    after = tokens[n + 1].content[:1] if n + 1 < len(tokens) else ""
    return "" if _WIDE.match(before) or _WIDE.match(after) else " "


def _address(url: str, desk: Desk, line: int) -> str:
    if not re.match(r"https?://[^\s<>\"]+$", url):
        raise BluebookError(
            f"the link leads to {url!r}",
            "link to http(s) addresses; use {ref}`label` inside the book",
            file=desk.file,
            line=line,
        )
    return url
