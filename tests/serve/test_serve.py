"""The server while one writes: builds, tells of errors, answers only to its own names."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bluebook import serve
from bluebook.errors import BluebookError

pytest.importorskip("uvicorn")


class Desk:
    """An edition whose build copies one file, and a server on it."""

    def __init__(self, edition: Path) -> None:
        import uvicorn

        from bluebook.serve.app import app

        self.edition, self.builds = edition, 0
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            app(edition, self.build), log_level="critical", timeout_graceful_shutdown=1
        )
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(
            target=self.server.run, kwargs={"sockets": [listener]}, daemon=True
        )
        self.thread.start()

    def build(self) -> None:
        self.builds += 1
        text = (self.edition / "chapter.md").read_text()
        if text == "wrong":
            raise BluebookError("no such figure", "ask for another", file="chapter.md", line=3)
        if text == "broken":
            raise ZeroDivisionError("division by zero")
        site = self.edition / "book" / "site"
        site.mkdir(parents=True, exist_ok=True)
        (site / "index.html").write_text(f"<html><body>{text}</body></html>")

    def get(self, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": host})
        response = connection.getresponse()
        found = response.status, response.read().decode()
        connection.close()
        return found

    def events(self) -> Iterator[dict[str, str | None]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", "/-/live")
        response = connection.getresponse()
        while line := response.readline():
            if line.startswith(b"data:"):
                yield json.loads(line[5:])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "chapter.md").write_text("first")
    made = Desk(tmp_path)
    for _ in range(100):
        if made.server.started and made.builds and made.get("/")[0] == 200:
            break
        time.sleep(0.05)
    yield made
    made.server.should_exit = True
    made.thread.join(5)


def test_saving_builds_again_and_a_failed_build_keeps_the_last_good_book(desk: Desk) -> None:
    events = desk.events()
    first = next(events)
    assert first["error"] is None
    assert "first" in desk.get("/")[1]
    assert "/-/live.js" in desk.get("/")[1]

    time.sleep(0.3)  # the watcher must be awake
    (desk.edition / "chapter.md").write_text("wrong")
    failed = next(events)
    assert failed["version"] != first["version"]
    assert "chapter.md:3: no such figure" in str(failed["error"])
    assert "remedy: ask for another" in str(failed["error"])
    assert "first" in desk.get("/")[1]

    (desk.edition / "chapter.md").write_text("broken")
    assert "division by zero" in str(next(events)["error"])

    (desk.edition / "chapter.md").write_text("second")
    assert next(events)["error"] is None
    assert "second" in desk.get("/")[1]


def test_what_the_build_writes_does_not_build_again(desk: Desk) -> None:
    time.sleep(0.3)
    before = desk.builds
    (desk.edition / ".bluebook").mkdir()
    (desk.edition / ".bluebook" / "memory").write_text("x")
    (desk.edition / "book" / "other").write_text("x")
    (desk.edition / ".chapter.md.swp").write_text("x")
    time.sleep(0.9)
    assert desk.builds == before


def test_only_its_own_names_are_answered(desk: Desk) -> None:
    assert desk.get("/", host="localhost:80")[0] == 200
    assert desk.get("/", host="evil.example")[0] == 400
    assert desk.get("/-/live", host="evil.example:8000")[0] == 400


def test_nothing_outside_the_site_is_served(desk: Desk) -> None:
    for path in ("/../chapter.md", "/%2e%2e/chapter.md", "/..%2f..%2fchapter.md", "/none.html"):
        status, body = desk.get(path)
        assert status == 404
        assert "first" not in body


def test_wrong_use_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BluebookError, match="not an edition"):
        serve.run(tmp_path, lambda: None)
    (tmp_path / "edition.toml").write_text("")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BluebookError, match=f"port {port} is not free"):
            serve.run(tmp_path, lambda: None, port)
    monkeypatch.setattr(serve, "find_spec", lambda name: None)
    with pytest.raises(BluebookError, match="starlette") as error:
        serve.run(tmp_path, lambda: None)
    assert "bluebook[serve]" in error.value.remedy
