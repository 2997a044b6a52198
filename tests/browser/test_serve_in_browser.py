"""The page while one writes: reloaded after a build, the error of a failed one over it."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bluebook.errors import BluebookError
from tests.publish import sites

pytest.importorskip("uvicorn")
pytestmark = pytest.mark.browser


def test_page_reloads_and_errors_are_shown(chromium: Any, tmp_path: Path) -> None:
    import uvicorn

    from bluebook.serve.app import app

    page_name, chapter = "en/glance.html", tmp_path / "chapter.md"
    chapter.write_text("The year at a glance")

    def build() -> None:
        title = chapter.read_text()
        if not title:
            raise BluebookError("the chapter has no title", "begin with # Title", file="chapter.md")
        for path, content in sites.files().items():
            target = tmp_path / "book" / "site" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if path == page_name:
                content = content.replace(b"The year at a glance", title.encode())
            target.write_bytes(content)

    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(app(tmp_path, build), log_level="critical", timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    page = chromium.new_page()
    troubles: list[str] = []
    page.on("console", lambda m: troubles.append(m.text))
    page.goto(f"http://127.0.0.1:{listener.getsockname()[1]}/{page_name}")
    page.locator("h1", has_text="The year at a glance").wait_for()
    troubles.clear()  # a page asked for before the first build is not there yet
    time.sleep(0.5)
    chapter.write_text("The year in figures")
    page.locator("h1", has_text="The year in figures").wait_for()
    chapter.write_text("")
    page.locator("#build-error", has_text="remedy: begin with # Title").wait_for()
    assert page.locator("h1").inner_text() == "The year in figures"
    chapter.write_text("The year again")
    page.locator("h1", has_text="The year again").wait_for()
    assert page.locator("#build-error").count() == 0
    assert troubles == []
    page.close()
    server.should_exit = True
    thread.join(5)
