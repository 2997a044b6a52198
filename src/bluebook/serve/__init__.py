"""The site while one writes: built on saving, reloaded in the browser, on this machine only."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bluebook.errors import BluebookError

NEEDED = ("starlette", "uvicorn", "watchfiles")


def run(
    edition: Path,
    build: Callable[[], object],
    port: int = 8000,
    say: Callable[[str], object] = lambda text: sys.stderr.write(f"{text}\n"),
) -> None:
    """Build the edition, serve its site on the loopback address and build again on every save.

    A build that fails is shown over the page; the last good book stays. Ends with Ctrl-C.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise BluebookError(
            f"bluebook serve needs {', '.join(missing)}", 'pip install "bluebook[serve]"'
        )
    if not (edition / "edition.toml").is_file():
        raise BluebookError(
            f"{edition} is not an edition: it has no edition.toml",
            "name an edition folder, or make one with: bluebook new DIR",
        )
    try:
        listener = socket.create_server(("127.0.0.1", port))
    except (OSError, OverflowError):
        raise BluebookError(
            f"port {port} is not free", "bluebook serve EDITION --port 8001"
        ) from None

    import uvicorn

    from bluebook.serve.app import app

    with listener:
        say(f"serving http://127.0.0.1:{listener.getsockname()[1]}/ (Ctrl-C ends)")
        config = uvicorn.Config(
            app(edition, build, say), log_level="critical", timeout_graceful_shutdown=1
        )
        uvicorn.Server(config).run(sockets=[listener])
