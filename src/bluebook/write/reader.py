"""Block Markdown to the document's blocks; directives are written on the way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from bluebook.errors import BluebookError
from bluebook.write import document as d
from bluebook.write import lint
from bluebook.write.desk import Desk
from bluebook.write.directive import Directive, read
from bluebook.write.inline import inline, plain


@cache
def markdown() -> MarkdownIt:
    """CommonMark with tables, front matter, roles, colon fences and MyST targets."""
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    md.disable(["html_block", "html_inline", "image", "reference"])
    for plugin in (front_matter_plugin, myst_role_plugin, colon_fence_plugin, myst_block_plugin):
        md.use(plugin)
    return md


class Reader:
    """Reads Markdown for one desk. `line` is the chapter's line of the text's first one."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._depth = 0

    def inline(self, text: str, line: int, *, place: str = "") -> tuple[d.Inline, ...]:
        """One line of text with roles, such as a caption."""
        if place:
            self.desk.place = place
        tokens = markdown().parseInline(text)
        return inline(tokens[0].children or [], self.desk, line) if tokens else ()

    def blocks(self, text: str, line: int = 1) -> tuple[d.Block, ...]:
        """The blocks of a piece of Markdown."""
        return self.walk(markdown().parse(text), line)

    def walk(self, tokens: list[Token], line: int) -> tuple[d.Block, ...]:
        """The blocks of a token stream."""
        if self._depth > 8:
            raise self._error("blocks are nested too deeply", "at most 8 levels", line)
        self._depth += 1
        stream = iter(tokens)
        out: list[d.Block] = []
        target = ""
        for token in stream:
            at = line + (token.map[0] if token.map else 0)
            match token.type:
                case "myst_target":
                    target = token.content
                    continue
                case "heading_open":
                    out.append(self._heading(token, next(stream), at, target))
                case "paragraph_open":
                    out.append(self._paragraph(next(stream), at))
                case "bullet_list_open" | "ordered_list_open":
                    out.append(self._list(token, _until(stream, token), line))
                case "blockquote_open":
                    out.append(d.Box("quote", (), self.walk(_until(stream, token), line)))
                case "table_open":
                    out.append(self._table(_until(stream, token), line))
                case "colon_fence":
                    out.extend(self.directive(token, at))
                case "fence" | "code_block":
                    self._fence(token, at)
                    out.append(d.Paragraph((d.Code(token.content.rstrip("\n")),)))
                case "heading_close" | "paragraph_close" | "front_matter" | "myst_line_comment":
                    continue
                case "hr" | "myst_block_break":
                    continue
                case _:
                    raise self._error(
                        f"{token.type.replace('_', ' ')} has no place in a chapter",
                        "see docs/writing.md for what a chapter may hold",
                        at,
                    )
            if target and token.type != "heading_open":
                raise self._error(
                    f"the label ({target})= stands before no heading",
                    "give tables and charts their label with :label:",
                    at,
                )
            target = ""
        self._depth -= 1
        return tuple(out)

    def directive(self, token: Token, line: int) -> tuple[d.Block, ...]:
        """The blocks of one directive; an error in it names its line."""
        from bluebook.write.directives import directive

        before = self.desk.place
        found = Directive("", "", {}, "", line, line)
        try:
            found = read(token.info, token.content, line)
            definition = directive(found.name)
            found.check(definition.options)
            made = definition.write(self.desk, self, found)
        except BluebookError as error:
            raise error.at(file=self.desk.file, line=line) from None
        self.desk.place = before
        return tuple(made)

    def _heading(self, token: Token, content: Token, line: int, target: str) -> d.Heading:
        level = int(token.tag[1])
        if level == 1:
            raise self._error(
                "a second title", "a chapter has one # title; use ## for its sections", line
            )
        n = self.desk.count("heading")
        self.desk.place = f"{self.desk.slug}/h{n}"
        made = inline(content.children or [], self.desk, line)
        lint.check_heading(self.desk, plain(made), line)
        text = self.desk.words["heading"].format(n=plain(made))
        label = self.desk.label(target or f"{self.desk.slug}-h{n}", text, line)
        return d.Heading(level, made, label)

    def _paragraph(self, content: Token, line: int) -> d.Paragraph:
        self.desk.place = f"{self.desk.slug}/p{self.desk.count('p')}"
        made = inline(content.children or [], self.desk, line)
        lint.check_paragraph(self.desk, plain(made), line)
        return d.Paragraph(made)

    def _list(self, opening: Token, tokens: list[Token], line: int) -> d.Bullets:
        items = []
        stream = iter(tokens)
        for token in stream:
            if token.type == "list_item_open":
                items.append(self.walk(_until(stream, token), line))
        return d.Bullets(tuple(items), opening.type.startswith("ordered"))

    def _table(self, tokens: list[Token], line: int) -> d.Table:
        """A table typed in Markdown: not numbered, no caption."""
        n = self.desk.count("typed-table")
        self.desk.place = f"{self.desk.slug}/typed-table-{n}"
        rows: dict[str, list[tuple[d.Cell, ...]]] = {"thead": [], "tbody": []}
        part, cells, align = "thead", list[d.Cell](), "left"
        for token in tokens:
            if token.type in ("thead_open", "tbody_open"):
                part = token.tag
            elif token.type in ("th_open", "td_open"):
                style = str(token.attrGet("style") or "")
                align = style.rpartition(":")[2] or "left"
            elif token.type == "inline":
                at = line + (token.map[0] if token.map else 0)
                content = inline(token.children or [], self.desk, at)
                cells.append(d.Cell(content, align, header=part == "thead"))
            elif token.type == "tr_close":
                rows[part].append(tuple(cells))
                cells = []
        label = f"typed-table-{self.desk.slug}-{n}"
        return d.Table(label, "", (), tuple(rows["thead"]), tuple(rows["tbody"]))

    def _fence(self, token: Token, line: int) -> None:
        if token.type == "fence" and token.info.strip().startswith("{"):
            raise self._error(
                f"the directive {token.info.strip()} stands in a code fence",
                "write :::{name} … ::: instead of ```{name}",
                line,
            )

    def _error(self, message: str, remedy: str, line: int) -> BluebookError:
        return BluebookError(message, remedy, file=self.desk.file, line=line)


def _until(stream: Iterator[Token], opening: Token) -> list[Token]:
    """The tokens up to the one that closes `opening`."""
    closing = opening.type.replace("_open", "_close")
    out = []
    for token in stream:
        if token.type == closing and token.level == opening.level:
            break
        out.append(token)
    return out
