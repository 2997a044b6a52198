"""A new edition: a small one that builds at once, to be filled with one's own sources."""

from __future__ import annotations

import shutil
from pathlib import Path

from bluebook.errors import BluebookError

TEMPLATE = Path(__file__).parent / "blank"


def new(folder: Path) -> Path:
    """Copy the template to a folder that is not there yet or is empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BluebookError(f"{folder} is there already", "name a folder that does not exist yet")
    shutil.copytree(TEMPLATE, folder, dirs_exist_ok=True)
    return folder
