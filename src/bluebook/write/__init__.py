"""Writing: chapters and figures become the book as a tree (`document.py`)."""

from bluebook.write.binding import bind, book, chapter, numbered
from bluebook.write.desk import Draft

__all__ = ["Draft", "bind", "book", "chapter", "numbered"]
