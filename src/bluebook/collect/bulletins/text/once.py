"""What is found out of a sentence when it is first asked for, and then known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  used as a decorator, like property
    """A property that is made once; no lock is taken for it, which costs more than most of them."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, one: Any, owner: type | None = None) -> T:
        value = one.__dict__[self.name] = self.make(one)
        return value
