"""A progress bar on a terminal; silence in a pipe."""

from __future__ import annotations

import atexit
import sys
from collections.abc import Callable

Note = Callable[[str], None]


def progress() -> Note:
    """A function to be told each step as it begins."""
    if not sys.stderr.isatty():
        return lambda step: None
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = Progress(
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("", total=None)
    bar.start()
    atexit.register(bar.stop)
    return lambda step: bar.update(task, description=step)
