"""The one error a user sees: what is wrong, where, and how to mend it."""

from __future__ import annotations

from pathlib import Path


class BluebookError(Exception):
    """Wrong use or unreadable input (exit code 2).

    `message` says what is wrong, `remedy` what to do; `file`, `line` (1-based) and `cell`
    (such as `Sheet1!B7`) say where.
    """

    def __init__(
        self,
        message: str,
        remedy: str = "",
        *,
        file: str | Path | None = None,
        line: int | None = None,
        cell: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.file = None if file is None else str(file)
        self.line = line
        self.cell = cell

    def at(
        self, *, file: str | Path | None = None, line: int | None = None, cell: str | None = None
    ) -> BluebookError:
        """The same error with its place filled in where it was not known yet.

        A line or cell of another file is no place in the file that is known.
        """
        if file is not None and self.file is not None and str(file) != self.file:
            return self
        self.file = self.file or (None if file is None else str(file))
        self.line = self.line if self.line is not None else line
        self.cell = self.cell or cell
        return self

    def __str__(self) -> str:
        place = ":".join(str(p) for p in (self.file, self.line, self.cell) if p is not None)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}\n  remedy: {self.remedy}" if self.remedy else text
