"""The stamp of the last build: were the inputs touched since? Answered without reading them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from bluebook.press.memory import code, digest, write_whole

SKIP = {".bluebook", "book"}


def state(edition: Path) -> str:
    """A digest of names, sizes and times of all files of the edition, and of the code."""
    seen = []
    for folder, folders, files in os.walk(edition):
        top = Path(folder) == edition
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not (top and f in SKIP))
        for name in sorted(files):
            if not name.startswith(".") and not (top and name in SKIP):
                seen.append(f"{folder}/{name} {_touched(Path(folder, name))}")
    return digest(code(), "\n".join(seen))


def _touched(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:  # a link that leads nowhere: no input, or the build will say so
        return "gone"
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"


def unchanged(workshop: Path, target: Path, now: str) -> dict[str, Any] | None:
    """The summary of the last build if nothing was touched since, else None."""
    try:
        last = json.loads((workshop / "stamp.json").read_text("utf-8"))
        same = last["state"] == now and last["target"] == str(target)
        return dict(last["summary"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def leave(workshop: Path, target: Path, now: str, summary: dict[str, Any]) -> None:
    """Remember that this state of the edition has been built to this target."""
    data = {"state": now, "target": str(target), "summary": summary}
    write_whole(workshop / "stamp.json", json.dumps(data, ensure_ascii=False).encode())
