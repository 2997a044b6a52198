"""The server: files of the site, the state of the last build as a stream of events."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from watchfiles import Change, DefaultFilter, awatch

from bluebook.errors import BluebookError

# Another site may point its own name at this address; only these names are answered.
HOSTS = ["127.0.0.1", "localhost"]
NOTHING = (
    b"<!doctype html><html lang=en><meta charset=utf-8><title>Bluebook</title>"
    b'<body><p>This page is not in the book (yet). <a href="/">To the book</a></p>'
)


class Live:
    """The state of the last build; waiters are told of each new one."""

    def __init__(self) -> None:
        self._session, self._count = secrets.token_hex(4), 0
        self._changed = asyncio.Condition()
        self.error: str | None = None

    @property
    def version(self) -> str:
        return f"{self._session}-{self._count}"

    @property
    def script(self) -> bytes:
        """What a page gets: it knows the build it shows, and reloads after the next one."""
        return f'<script src="/-/live.js" data-version="{self.version}"></script>\n'.encode()

    async def tell(self, error: str | None) -> None:
        """A build ended, well or with an error."""
        async with self._changed:
            self.error = error
            self._count += 1
            self._changed.notify_all()

    async def events(self) -> AsyncIterator[str]:
        """The state now and after each build, as server-sent events."""
        seen = ""
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: self.version != seen)  # noqa: B023
                seen, error = self.version, self.error
            yield f"data: {json.dumps({'version': seen, 'error': error})}\n\n"


class Site(StaticFiles):
    """The files of the site; pages get the script that reloads them."""

    def __init__(self, folder: Path, live: Live) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self._live = live

    async def check_config(self) -> None:
        """Before the first build there is no folder, and so no page."""
        if self.directory is None or not Path(self.directory).is_dir():
            raise HTTPException(404)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        if str(full_path).endswith(".html"):
            response: Response = HTMLResponse(
                Path(full_path).read_bytes() + self._live.script, status_code
            )
        else:
            response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = "no-cache"
        return response


class Saved(DefaultFilter):
    """Which changes are the author's: nothing hidden, nothing of the book itself."""

    def __init__(self, edition: Path) -> None:
        super().__init__()
        self._edition = edition.resolve()

    def __call__(self, change: Change, path: str) -> bool:
        """Does this change ask for a build?"""
        try:
            parts = Path(path).relative_to(self._edition).parts
        except ValueError:
            return False
        own = parts and parts[0] != "book" and not any(part.startswith(".") for part in parts)
        return bool(own) and super().__call__(change, path)


def app(
    edition: Path, build: Callable[[], object], say: Callable[[str], object] = lambda text: None
) -> Starlette:
    """The server of an edition; builds when it starts and after each change."""
    live = Live()

    async def make() -> None:
        try:
            await asyncio.to_thread(build)
        except BluebookError as error:
            say(f"bluebook: {error}")
            await live.tell(str(error))
        except Exception as error:
            say(f"bluebook: {error!r}")
            await live.tell(f"unexpected: {error!r}\n  remedy: run bluebook build to see more")
        else:
            await live.tell(None)

    async def watch() -> None:
        await make()
        async for _ in awatch(edition, watch_filter=Saved(edition), step=50, debounce=400):
            await make()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch())
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching

    async def events(_: Request) -> Response:
        return StreamingResponse(
            live.events(), media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    async def script(_: Request) -> Response:
        return FileResponse(Path(__file__).with_name("live.js"), media_type="text/javascript")

    async def nothing(_: Request, __: Exception) -> Response:
        return HTMLResponse(NOTHING + live.script, 404)

    return Starlette(
        routes=[
            Route("/-/live", events),
            Route("/-/live.js", script),
            Mount("/", Site(edition / "book" / "site", live)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
        exception_handlers={404: nothing},
        lifespan=lifespan,
    )
